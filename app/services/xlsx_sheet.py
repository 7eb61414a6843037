"""Writes a table as a workbook, however long: rows go straight into the packed file, a block at a time.

XlsxWriter looks at every cell several times and writes all rows twice; millions of rows need a shorter way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from math import isfinite
from pathlib import Path
from string import ascii_uppercase
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from app.services.sheet_cells import (
    DAY,
    SIGNS,
    Block,
    Cell,
    Column,
    Holds,
    LocalClock,
    Remembered,
    day_text,
    fitting,
    moment_text,
    neutral,
)
from app.services.xlsx_parts import DAY_STYLE, MOMENT_STYLE, SHEET_END, SHEET_START, parts_around, sheet_path

SHEET_ROWS = 1_000_000
SHEET_BYTES = 3 << 29  # a part of a plain zip file ends at 4 << 29, and one more block may come
_LEVEL = 4  # of packing: the usual 6 takes a sixth longer in all, for a file smaller by a tenth
_DAY = timedelta(days=1)
_FIRST = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's times have no zone
_DAYS_BEFORE_1970 = (datetime(1970, 1, 1) - _FIRST).days  # noqa: DTZ001 - as above
_SURE_FROM = 61  # days: Excel holds 1900 for a leap year and knows nothing earlier
_SURE_LENGTH = 16_000
_SPECIAL_STARTS = SIGNS | {" "}
# What XML cannot carry, and what would be read as the sheet's own way of carrying it.
_AWKWARD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

_Maker = Callable[[Sequence[Any], Sequence[str]], list[str]]


class XlsxSheet:
    """A workbook being written: one table, going on in a next sheet where one is full."""

    def __init__(self, path: Path, headers: Sequence[str], columns: Sequence[Column]) -> None:
        makers: Mapping[Holds, Callable[[str, Column], _Maker]] = {
            Holds.ANYTHING: lambda letters, _column: partial(_anything, letters),
            Holds.TEXT: lambda letters, _column: partial(_texts, letters),
            Holds.WHOLE: lambda letters, _column: partial(_wholes, letters),
            Holds.NAMED: _named,
            Holds.MOMENT: _moments,
        }
        letters = [_letters(number) for number in range(len(headers))]
        self._makers = [makers[column.holds](each, column) for each, column in zip(letters, columns, strict=True)]
        self._headers = [_texts(each, [header], ["1"]) for each, header in zip(letters, headers, strict=True)]
        self._book = ZipFile(path, "w", ZIP_DEFLATED, compresslevel=_LEVEL)
        self._sheets = 0
        self._sheet = self._next_sheet()

    def add(self, block: Block) -> None:
        """Write some rows."""
        n = len(block[0]) if block else 0
        start = 0
        while start < n:
            if self._rows >= SHEET_ROWS or self._bytes >= SHEET_BYTES:
                self._end_sheet()
                self._sheet = self._next_sheet()
            end = min(n, start + SHEET_ROWS - self._rows)
            self._add(block if end - start == n else [values[start:end] for values in block], end - start)
            start = end

    def close(self) -> None:
        """Finish the file."""
        try:
            self._end_sheet()
            for path, text in parts_around(self._sheets):
                self._book.writestr(path, text)
            self._book.close()
        finally:
            self.drop()

    def drop(self) -> None:
        """Let go of a file that will not be finished."""
        # What a full disk did not take is tried once more here; it has been told already.
        for each in (self._sheet, self._book):
            with suppress(OSError):
                each.close()

    def _next_sheet(self) -> IO[bytes]:
        self._sheets += 1
        self._rows = self._bytes = 0
        sheet = self._book.open(sheet_path(self._sheets), "w")
        sheet.write(SHEET_START.encode())
        sheet.write(_rows(["1"], self._headers))
        return sheet

    def _end_sheet(self) -> None:
        self._sheet.write(SHEET_END.encode())
        self._sheet.close()

    def _add(self, block: Block, n: int) -> None:
        numbers = [str(number) for number in range(self._rows + 2, self._rows + n + 2)]
        made = [
            make(values, numbers)
            for make, values in zip(self._makers, block, strict=True)
            if values.count(None) < n  # many columns are empty over whole stretches
        ]
        packed = _rows(numbers, made)
        self._sheet.write(packed)
        self._rows += n
        self._bytes += len(packed)


def _rows(numbers: Sequence[str], made: Sequence[Sequence[str]]) -> bytes:
    cells: Iterable[str] = map("".join, zip(*made, strict=True)) if made else [""] * len(numbers)
    rows = [f'<row r="{number}">{row}</row>' for number, row in zip(numbers, cells, strict=True)]
    return "".join(rows).encode()


def _letters(number: int) -> str:
    """Return the letters of a column: A, B, ... Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _texts(letters: str, values: Sequence[str | None], numbers: Sequence[str]) -> list[str]:
    return [
        ""
        if not text
        # Written out, for there are millions: nearly every text is short, plain and no formula.
        else f'<c r="{letters}{number}{_tail(text)}'
        if text[0] in _SPECIAL_STARTS
        or text[-1] == " "
        or not text.isprintable()
        or "&" in text
        or "<" in text
        or ">" in text
        or "_x" in text
        or len(text) > _SURE_LENGTH
        else f'<c r="{letters}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for text, number in zip(values, numbers, strict=True)
    ]


def _safe(text: str) -> str:
    told = fitting(neutral(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _AWKWARD.sub(lambda found: f"_x{ord(found[0]):04X}_", told)


def _wholes(letters: str, values: Sequence[int | None], numbers: Sequence[str]) -> list[str]:
    return [
        "" if value is None else f'<c r="{letters}{number}"><v>{value}</v></c>'
        for value, number in zip(values, numbers, strict=True)
    ]


def _anything(letters: str, values: Sequence[Cell], numbers: Sequence[str]) -> list[str]:
    return _placed(letters, map(_tail, values), numbers)


def _placed(letters: str, tails: Iterable[str | None], numbers: Sequence[str]) -> list[str]:
    return [
        "" if tail is None else f'<c r="{letters}{number}{tail}' for tail, number in zip(tails, numbers, strict=True)
    ]


def _tail(cell: Cell) -> str | None:
    """Return what follows the place of a cell, None for an empty one."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        text = _safe(cell)
        space = "" if text == text.strip() else ' xml:space="preserve"'
        return f'" t="inlineStr"><is><t{space}>{text}</t></is></c>'
    if isinstance(cell, datetime):
        serial = (cell - _FIRST) / _DAY
        return f'" s="{MOMENT_STYLE}"><v>{serial:.10f}</v></c>' if serial >= _SURE_FROM else _tail(moment_text(cell))
    if isinstance(cell, date):
        days = (cell - _FIRST.date()).days
        return f'" s="{DAY_STYLE}"><v>{days}</v></c>' if days >= _SURE_FROM else _tail(day_text(cell))
    return f'"><v>{+cell!r}</v></c>' if isfinite(cell) else None


def _named(letters: str, column: Column) -> _Maker:
    tails: Remembered[Any, str | None] = Remembered(lambda value: _tail(column.named(value)))

    return lambda values, numbers: _placed(letters, map(tails.__getitem__, values), numbers)


def _moments(letters: str, column: Column) -> _Maker:
    local = LocalClock(column.zone).at

    def tail(at: int) -> str | None:
        moment = local(at)
        serial = moment / DAY + _DAYS_BEFORE_1970
        if serial >= _SURE_FROM:
            return f'" s="{MOMENT_STYLE}"><v>{serial:.10f}</v></c>'
        return _tail(moment_text(_FIRST + serial * _DAY))

    def make(values: Sequence[int | None], numbers: Sequence[str]) -> list[str]:
        return [
            "" if at is None else f'<c r="{letters}{number}{tail(at)}'
            for at, number in zip(values, numbers, strict=True)
        ]

    return make
