"""Exports open rightly in a spreadsheet, carry no formula, and leave nothing half written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from python_calamine import load_workbook

from app.models.domain.people import Actor, Role
from app.models.domain.series import TableData
from app.services import exports
from app.services.cancel import Cancelled
from app.services.errors import Refused, Unavailable
from app.services.exports import CsvForm, ExportService, FileKind, Target, write_file

HOSTILE = ("=1+1", "+55", "-2", "@a", "\tx", "\rx")
TABLE = TableData(
    ("day", "n", "share"),
    ((date(2026, 11, 21), 3, 12.5), (date(2026, 11, 22), -4, None), *((text, 1, 0.0) for text in HOSTILE)),
)


@pytest.fixture
def service() -> ExportService:
    return ExportService()


def test_csv_for_brazil_and_for_machines(service: ExportService, actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "gráfico.csv"
    assert service.table(actor, TABLE, Target(path, FileKind.CSV), {"day": "Dia"}) == 8
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfDia;n;share\r\n21/11/2026;3;12,5\r\n22/11/2026;-4;\r\n")
    cells = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0] for row in cells[3:]] == [f"'{text}" for text in HOSTILE]
    plain = CsvForm(separator=",", decimal_comma=False, with_bom=False)
    service.table(actor, TABLE, Target(path, FileKind.CSV, plain), {})
    assert path.read_bytes().startswith(b"day,n,share\r\n21/11/2026,3,12.5\r\n")
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_xlsx_keeps_types_and_goes_on_in_a_new_sheet(
    service: ExportService, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tabela.xlsx"
    monkeypatch.setattr(exports, "SHEET_ROWS", 3)
    service.table(actor, TABLE, Target(path, FileKind.XLSX), {"n": "Menções"})
    book = load_workbook(str(path))
    sheets = [book.get_sheet_by_index(number).to_python() for number in range(3)]
    assert [len(sheet) for sheet in sheets] == [4, 4, 3]
    assert all(sheet[0] == ["day", "Menções", "share"] for sheet in sheets)
    assert sheets[0][1] == [date(2026, 11, 21), 3, 12.5]
    assert sheets[0][3][0] == "'=1+1"


def test_what_cannot_be_written_is_said(service: ExportService, actor: Actor, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"export\.unwritable"):
        service.table(actor, TABLE, Target(tmp_path / "none" / "x.csv", FileKind.CSV), {})
    kept = tmp_path / "old.csv"
    kept.write_text("before")

    def broken() -> list[list[str]]:
        raise OSError(28, "No space left on device")

    with pytest.raises(Unavailable, match=r"export\.disk_full"):
        write_file(Target(kept, FileKind.CSV), ["a"], (row for _ in range(1) for row in broken()), {})
    assert kept.read_text() == "before"
    with pytest.raises(Refused, match="not_allowed"):
        service.table(Actor(5, "Bia", Role.ATTENDANT), TABLE, Target(kept, FileKind.CSV), {})


@pytest.mark.parametrize("error", [Cancelled(), OSError(28, "No space left on device")])
def test_a_workbook_broken_off_leaves_nothing_behind(tmp_path: Path, error: Exception) -> None:
    def rows() -> Iterator[list[str]]:
        yield ["a"]
        raise error

    with pytest.raises((Cancelled, Unavailable)):
        write_file(Target(tmp_path / "big.xlsx", FileKind.XLSX), ["a"], rows(), {})
    assert list(tmp_path.iterdir()) == []


def test_signs_that_some_spreadsheets_take_for_a_formula() -> None:
    assert [exports.neutral(text) for text in ("\n=1+1", "\uff1d1+1", "ok = 1")] == ["'\n=1+1", "'\uff1d1+1", "ok = 1"]


def test_a_cell_of_emojis_fits_into_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "emojis.xlsx"
    write_file(Target(path, FileKind.XLSX), ["text"], [["\N{GRINNING FACE}" * 40_000], ["a" * 40_000]], {})
    first, second = (row[0] for row in load_workbook(str(path)).get_sheet_by_index(0).to_python()[1:])
    assert len(str(first)) == 16_000
    assert len(str(second)) == 32_000
