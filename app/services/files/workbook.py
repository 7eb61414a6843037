"""Read spreadsheets as data only: values instead of formulas, and no macro is ever looked at."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import python_calamine as calamine

from app.models.domain.incoming import RejectReason
from app.services.errors import Invalid
from app.services.files.limits import MAX_FIELD_CHARS
from app.services.files.tables import RawRow, RowProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Cell = int | float | str | bool | time | date | datetime | timedelta

_WHOLE: Final = 1e15
"""Above this a float no longer holds every whole number; such a cell is written as the float it is."""


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets that hold tables, visible ones first."""
    with _open(path) as book:
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
        visible = calamine.SheetVisibleEnum.Visible
        return tuple(sheet.name for sheet in sorted(sheets, key=lambda sheet: sheet.visible != visible))


def read_workbook(path: Path, sheet: str | None) -> Iterator[RawRow]:
    """Yield the non-blank rows of one sheet (None: the first visible one), the heading included.

    ``position`` runs in proportion up to the size of the file. Of cells merged downwards each row gets the value,
    since a merged date or name belongs to all the rows that it spans; sideways only the first cell holds it.
    """
    names = sheet_names(path)
    if not names or (sheet is not None and sheet not in names):
        raise Invalid("file_no_such_sheet", name=path.name, sheet=sheet or "")
    size = path.stat().st_size
    with _open(path) as book:
        try:
            table = book.get_sheet_by_name(sheet or names[0])
        except calamine.CalamineError as error:
            raise Invalid("file_unreadable", name=path.name, reason="sheet") from error
        if table.start is None or table.end is None:
            return
        merged = _Merged(table, table.start[1])
        height = table.end[0] + 1
        for number, cells in enumerate(table.iter_rows()):
            row = [text_of(cell) for cell in cells]
            is_blank = not any(cell.strip() for cell in row)
            merged.fill(number, row, is_blank=is_blank)
            if not is_blank:
                yield _checked(row, size * (number + 1) // height)


def text_of(cell: Cell) -> str:
    """Return a cell as a person would type it; moments as ISO, whole floats without ".0"."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def _checked(cells: list[str], position: int) -> RawRow:
    if any(len(cell) > MAX_FIELD_CHARS for cell in cells):
        return RawRow(position, [], RowProblem(RejectReason.TOO_LARGE, "field_too_large", cells[0][:1000]))
    return RawRow(position, cells)


class _Merged:
    """The ranges merged downwards that reach the row being read."""

    def __init__(self, table: calamine.CalamineSheet, left: int) -> None:
        ranges = [(first, last) for first, last in table.merged_cell_ranges or [] if last[0] > first[0]]
        self._waiting = sorted(((first[0], last[0], first[1] - left) for first, last in ranges), reverse=True)
        self._active: list[tuple[int, int, str]] = []

    def fill(self, number: int, row: list[str], *, is_blank: bool) -> None:
        """Write the values of merged cells into their lower rows; a row blank but for them stays blank."""
        if self._active:
            self._active = [entry for entry in self._active if entry[0] >= number]
        if not is_blank:
            for _, column, value in self._active:
                if column < len(row) and not row[column]:
                    row[column] = value
        while self._waiting and self._waiting[-1][0] <= number:
            _, last, column = self._waiting.pop()
            if 0 <= column < len(row) and row[column]:
                self._active.append((last, column, row[column]))


def _open(path: Path) -> calamine.CalamineWorkbook:
    try:
        return calamine.CalamineWorkbook.from_path(path)
    except calamine.PasswordError as error:
        raise Invalid("file_password_protected", name=path.name) from error
    except calamine.CalamineError as error:
        raise Invalid("file_unreadable", name=path.name, reason="workbook") from error
