"""Exports open rightly in a spreadsheet, carry no formula, and leave nothing half written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from python_calamine import load_workbook

from app.models.domain.people import Actor, Role
from app.models.domain.series import TableData
from app.services import sheet_cells, xlsx_sheet
from app.services.cancel import Cancelled
from app.services.csv_sheet import CsvForm
from app.services.errors import Refused, Unavailable
from app.services.exports import ExportService, FileKind, Target, write_blocks, write_file
from app.services.sheet_cells import Cell, Column, Holds

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
    monkeypatch.setattr(xlsx_sheet, "SHEET_ROWS", 3)
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
    assert [sheet_cells.neutral(text) for text in ("\n=1+1", "\uff1d1+1", "ok = 1")] == [
        "'\n=1+1",
        "'\uff1d1+1",
        "ok = 1",
    ]


def test_a_cell_of_emojis_fits_into_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "emojis.xlsx"
    write_file(Target(path, FileKind.XLSX), ["text"], [["\N{GRINNING FACE}" * 40_000], ["a" * 40_000]], {})
    first, second = (row[0] for row in load_workbook(str(path)).get_sheet_by_index(0).to_python()[1:])
    assert len(str(first)) == 16_000
    assert len(str(second)) == 32_000


AWKWARD = (
    *HOSTILE,
    'say "hi"; then go',
    "two\r\nlines\nhere",
    " spaces ",
    "a<b>&amp;]]>",
    "bell\x07 and _x0041_",
    "\N{GRINNING FACE} ação",
    "plain",
)


@pytest.mark.parametrize("kind", FileKind)
def test_texts_arrive_as_they_were_whatever_their_column_holds(tmp_path: Path, kind: FileKind) -> None:
    names = dict(enumerate(AWKWARD))
    columns = [Column(), Column(Holds.TEXT), Column(Holds.NAMED, names.get)]
    path = tmp_path / "x"
    written = write_blocks(Target(path, kind), [";", "=b", "c"], columns, [[AWKWARD, AWKWARD, list(names)]])
    assert written == len(AWKWARD)
    rows = cells_of(path, kind)
    safe = [f"'{text}" if text in HOSTILE else text for text in AWKWARD]
    assert rows == [[";", "'=b", "c"], *([text] * 3 for text in safe)]


@pytest.mark.parametrize("kind", FileKind)
def test_moments_are_told_by_the_clock_on_the_wall_also_when_it_changes(
    tmp_path: Path, kind: FileKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_cells, "_REMEMBERED", 2)
    zone = ZoneInfo("America/Sao_Paulo")
    # Clocks were set forward at 03:00 UTC that night; before 1914 the offset had seconds, and 1899 is in no sheet.
    starts = [datetime(2018, 11, 4, 2, 50, tzinfo=UTC), datetime(1913, 12, 31, 3, 1, tzinfo=UTC)]
    times = [start + timedelta(minutes=5 * n, seconds=59) for start in starts for n in range(4)]
    times.append(datetime(1899, 12, 31, 12, tzinfo=UTC))
    micros = [None, *((at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) for at in times)]
    local = [at.astimezone(zone).replace(tzinfo=None) for at in times]
    path = tmp_path / "x"
    columns = [Column(Holds.MOMENT, zone=zone), Column(), Column(Holds.WHOLE)]
    write_blocks(Target(path, kind), ["a", "b", "c"], columns, [[micros, [None, *local], [1, *[None] * len(times)]]])
    rows = cells_of(path, kind)[2:]
    assert [row[0] for row in rows] == [row[1] for row in rows]
    told = [at.strftime("%d/%m/%Y %H:%M") for at in local]
    if kind is FileKind.XLSX:
        assert [row[0] for row in rows] == [*local[:-1], told[-1]]
    else:
        assert [row[0] for row in rows] == told


def test_a_workbook_goes_on_in_a_new_sheet_before_a_part_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_sheet, "SHEET_BYTES", 1)
    path = tmp_path / "x"
    headers = [str(n) for n in range(28)]
    row: list[Cell] = [n / 2 for n in range(27)]
    row.append(float("nan"))
    blocks = [[[cell] for cell in row]] * 3
    assert write_blocks(Target(path, FileKind.XLSX), headers, [Column()] * 28, blocks) == 3
    book = load_workbook(str(path))
    assert book.sheet_names == ["Sheet1", "Sheet2", "Sheet3"]
    assert [book.get_sheet_by_name(name).to_python() for name in book.sheet_names] == [[headers, [*row[:-1], ""]]] * 3


def cells_of(path: Path, kind: FileKind) -> list[list[object]]:
    if kind is FileKind.XLSX:
        return [list(row) for row in load_workbook(str(path)).get_sheet_by_index(0).to_python()]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [list(row) for row in csv.reader(file, delimiter=";")]
