"""What a file is, by what it holds; and what is refused with which code."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from app.services.errors import Invalid, UserError
from app.services.files.detect import Format, sniff
from app.services.files.limits import FILE_CODES, MAX_ARCHIVE_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]

TABLE = "Código;Data;Reclamação\n1;05/03/2024;Não funciona, péssima atuação\n2;06/03/2024;Ótima solução\n"


@pytest.mark.parametrize(
    ("encoding", "mark", "found", "has_bom"),
    [
        ("utf-8", b"", "utf-8", False),
        ("utf-8", b"\xef\xbb\xbf", "utf-8", True),
        ("utf-16-le", b"\xff\xfe", "utf-16-le", True),
        ("utf-16-be", b"\xfe\xff", "utf-16-be", True),
        ("utf-16-le", b"", "utf-16-le", False),
        ("cp1252", b"", "cp1252", False),
        ("cp850", b"", "cp850", False),
        ("mac_roman", b"", "mac_roman", False),
    ],
)
def test_encodings_are_told_by_evidence(
    make_file: Make, encoding: str, mark: bytes, found: str, *, has_bom: bool
) -> None:
    kind = sniff(make_file("a.csv", mark + TABLE.encode(encoding)))
    assert (kind.format, kind.encoding, kind.has_bom, kind.delimiter, kind.columns) == (
        Format.CSV,
        found,
        has_bom,
        ";",
        3,
    )


def test_windows_quotes_do_not_turn_cp1252_into_something_else(make_file: Make) -> None:
    text = "id,texto\n1,“Péssimo” – não recomendo… só €10\n"
    assert sniff(make_file("a.csv", text.encode("cp1252"))).encoding == "cp1252"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(make_file: Make, delimiter: str) -> None:
    rows = [["id", "data", "texto"], ["1", "01/02/2024", "um; dois, três | quatro\tcinco"], ["2", "", "seis"]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert sniff(make_file("a.txt", text)).delimiter == delimiter


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", '[{"a": 1}]', Format.JSON),
        ("a.dat", '{"data": [{"a": 1}]}', Format.JSON),
        ("a.dat", '{"a": 1}\n{"a": 2}\n', Format.JSONL),
        ("a.jsonl", '{"a": 1}', Format.JSONL),
        ("a", "From a@b.example Sat Jan  3 01:05:34 1996\nFrom: a@b.example\nSubject: x\n\nhi\n", Format.MBOX),
        ("a.txt", "From: a@b.example\nTo: b@c.example\nSubject: oi\n\nolá\n", Format.EML),
        ("a.eml", "Subject: oi\n\nolá\n", Format.EML),
    ],
)
def test_content_decides_before_the_name(make_file: Make, name: str, content: str, expected: Format) -> None:
    assert sniff(make_file(name, content)).format is expected


def test_a_spreadsheet_is_told_by_its_members(tmp_path: Path) -> None:
    path = tmp_path / "planilha.csv"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write(0, 0, "texto")
    assert sniff(path).format is Format.XLSX


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        sniff(path)
    assert caught.value.code in FILE_CODES
    return caught.value.code


@pytest.mark.parametrize("content", [b"", b"\n\n  \r\n", b"\xef\xbb\xbf", b"\x00" * 5000])
def test_an_empty_file_is_refused(make_file: Make, content: bytes) -> None:
    assert refused(make_file("a.csv", content)) == "file_empty"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 ...", "file_binary"),
        (b"\x89PNG\r\n\x1a\n", "file_binary"),
        (bytes(range(256)) * 40, "file_binary"),
        (b"\x1f\x8b\x08\x00", "file_archive"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "file_not_a_table"),
        (b"um texto corrido sem colunas\noutra linha", "file_not_a_table"),
        (b"PK\x03\x04" + b"\x00" * 200, "file_truncated_archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_password_protected"),
    ],
)
def test_what_cannot_be_read_is_refused(make_file: Make, content: bytes, code: str) -> None:
    assert refused(make_file("a.csv", content)) == code


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        sniff(tmp_path / "nada.csv")
    assert (caught.value.code, caught.value.facts) == ("file_missing", {"name": "nada.csv"})


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tabela.csv", TABLE)
    assert refused(path) == "file_archive"


def test_a_workbook_with_locked_members_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.filelist[0].flag_bits |= 1
    assert refused(path) == "file_password_protected"


def test_too_many_members_are_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(MAX_ARCHIVE_MEMBERS + 1):
            archive.writestr(f"xl/workbook{number}", "")
    assert refused(path) == "file_zip_bomb"


def bomb(path: Path, member: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(member, content)
    return path


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    assert refused(bomb(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", b"\x00" * 64_000_000)) == "file_zip_bomb"


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = bomb(tmp_path / "a.xlsx", "xl/media/x.bin", b"\x00" * 64_000_000)
    data = path.read_bytes().replace((64_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path.write_bytes(data)
    assert refused(path) in {"file_zip_bomb", "file_truncated_archive"}


def test_a_cell_in_the_far_corner_is_a_bomb_too(tmp_path: Path) -> None:
    sheet = b'<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    assert refused(bomb(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", sheet)) == "file_too_large"


@pytest.mark.parametrize("far", [b'<c r="XFD1048576"/>', b"<c s='1' r='XFD1048576'/>", b'<x:c\nr = "xfd1048576"/>'])
def test_a_far_cell_hidden_among_near_ones_is_found(tmp_path: Path, far: bytes) -> None:
    near = [b'<c r="A%d"/>' % row for row in range(1, 1001)]
    sheet = b"<worksheet><sheetData>" + b"".join([*near[:501], far, *near[501:]]) + b"</sheetData></worksheet>"
    assert refused(bomb(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", sheet)) == "file_too_large"


def test_a_cut_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_column(0, 0, [f"texto {number}" for number in range(500)])
    path.write_bytes(path.read_bytes()[:-300])
    assert refused(path) == "file_truncated_archive"
