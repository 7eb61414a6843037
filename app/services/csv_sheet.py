"""Writes a table as CSV, a column of many rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from app.models.domain.zone_days import day_of
from app.services.sheet_cells import (
    DAY,
    MINUTE,
    SIGNS,
    Block,
    Cell,
    Column,
    Holds,
    LocalClock,
    Remembered,
    day_text,
    moment_text,
    neutral,
)

Maker = Callable[[Sequence[Any]], Iterable[str]]
_END = "\r\n"
_CLOCK = [f" {hour:02}:{minute:02}" for hour in range(24) for minute in range(60)]


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV is written; the defaults are what Excel in Portuguese opens by a double click."""

    separator: str = ";"
    decimal_comma: bool = True
    with_bom: bool = True


class CsvSheet:
    """A CSV file being written.

    ``csv.writer`` looks at every character of every cell; here only texts are looked at, for they alone need it.
    """

    def __init__(self, path: Path, form: CsvForm, headers: Sequence[str], columns: Sequence[Column]) -> None:
        self._form = form
        makers: Mapping[Holds, Callable[[Column], Maker]] = {
            Holds.ANYTHING: lambda _column: partial(map, self._cell),
            Holds.TEXT: lambda _column: partial(_texts, form.separator),
            Holds.WHOLE: lambda _column: _wholes,
            Holds.NAMED: self._named,
            Holds.MOMENT: _moments,
        }
        self._makers = [makers[column.holds](column) for column in columns]
        # "utf-8-sig" would write the same, but through a codec in Python, row after row.
        self._file = path.open("w", encoding="utf-8", newline="")
        if form.with_bom:
            self._file.write("\ufeff")
        self._write([_texts(form.separator, headers)])

    def add(self, block: Block) -> None:
        """Write some rows."""
        n = len(block[0]) if block else 0
        nothing = [""] * n  # many columns are empty over whole stretches
        made = [
            nothing if values.count(None) == n else make(values)
            for make, values in zip(self._makers, block, strict=True)
        ]
        self._write(zip(*made, strict=True))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def drop(self) -> None:
        """Let go of a file that will not be finished."""
        # What a full disk did not take is tried once more here; it has been told already.
        with suppress(OSError):
            self._file.close()

    def _write(self, rows: Iterable[Iterable[str]]) -> None:
        lines = map(self._form.separator.join, rows)
        self._file.write(_END.join([*lines, ""]))

    def _named(self, column: Column) -> Maker:
        return partial(map, Remembered(lambda value: self._cell(column.named(value))).__getitem__)

    def _cell(self, cell: Cell) -> str:
        if cell is None:
            return ""
        if isinstance(cell, str):
            return _quoted(neutral(cell), self._form.separator)
        if isinstance(cell, datetime):
            return moment_text(cell)
        if isinstance(cell, date):
            return day_text(cell)
        if isinstance(cell, float):
            text = f"{cell:.4f}".rstrip("0").removesuffix(".")
            return _quoted(text.replace(".", ",") if self._form.decimal_comma else text, self._form.separator)
        return str(cell)


def _quoted(text: str, separator: str) -> str:
    if '"' in text or separator in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _texts(separator: str, values: Sequence[str | None]) -> list[str]:
    # Written out, for there are millions: most texts are no formula and need no quotes.
    return [
        ""
        if not text
        else _quoted(f"'{text}", separator)
        if text[0] in SIGNS
        else text
        if '"' not in text and separator not in text and "\n" not in text and "\r" not in text
        else _quoted(text, separator)
        for text in values
    ]


def _wholes(values: Sequence[int | None]) -> list[str]:
    return ["" if value is None else str(value) for value in values]


def _moments(column: Column) -> Maker:
    local = LocalClock(column.zone).at
    days: Remembered[int, str] = Remembered(lambda number: day_text(day_of(number)))
    minutes = len(_CLOCK)
    return lambda values: [
        "" if at is None else days[(moment := local(at)) // DAY] + _CLOCK[moment // MINUTE % minutes] for at in values
    ]
