"""What the columns of a file hold, so that a writer makes a whole column's cells at once and none of them a formula."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Any, TypeVar

Cell = str | int | float | date | datetime | None
Block = Sequence[Sequence[Any]]
"""Some rows of a table by columns: as many sequences as the table has columns, all of one length."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last: full width
SIGNS = frozenset(FORMULA_SIGNS)
MINUTE = 60 * 1_000_000  # microseconds, as all times below
DAY = 24 * 60 * MINUTE
_QUARTER = 15 * MINUTE
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LONGEST_CELL = 32_000  # XLSX holds 32,767 characters in a cell
_REMEMBERED = 20_000

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Holds(StrEnum):
    """What stands in a column."""

    ANYTHING = "anything"  # every cell is looked at: ``Cell``
    TEXT = "text"  # str or None
    WHOLE = "whole"  # int or None
    NAMED = "named"  # few distinct values, each with a name
    MOMENT = "moment"  # microseconds since 1970, UTC, or None


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds; ``name`` gives the text of a value of a named one, ``zone`` is where moments are told."""

    holds: Holds = Holds.ANYTHING
    name: Callable[[Any], str | None] | None = None
    zone: tzinfo = UTC

    def named(self, value: Any) -> str | None:  # noqa: ANN401 - what the table keeps
        """Return the text of a value of a named column."""
        return None if self.name is None else self.name(value)


class Remembered(dict[K, V]):
    """Works a value out once for each key and forgets all when there are too many: ``map(it.__getitem__, keys)``."""

    def __init__(self, work: Callable[[K], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: K) -> V:
        """Work out what was not asked before."""
        if len(self) >= _REMEMBERED:
            self.clear()
        value = self[key] = self._work(key)
        return value


class LocalClock:
    """Tells stored times (microseconds since 1970, UTC) as the clock on the wall of a zone showed them."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._of_days: Remembered[int, int | None] = Remembered(self._of_day)
        # No zone changes its clock within a quarter of an hour.
        self._of_quarters: Remembered[int, int] = Remembered(lambda quarter: self._offset(quarter * _QUARTER))

    def at(self, micros: int) -> int:
        """Return the local time: microseconds since 1970 began on that clock."""
        offset = self._of_days[micros // DAY]
        return micros + (self._of_quarters[micros // _QUARTER] if offset is None else offset)

    def _of_day(self, day: int) -> int | None:
        """Return what a zone adds throughout a day (UTC), None for a day on which that changes."""
        first, last = self._offset(day * DAY), self._offset((day + 1) * DAY - 1)
        return first if first == last else None

    def _offset(self, micros: int) -> int:
        local = (_EPOCH + micros * _MICROSECOND).astimezone(self._zone)
        return (local.utcoffset() or timedelta()) // _MICROSECOND


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def fitting(text: str) -> str:
    """Return what fits into a cell of a workbook, which counts an emoji as two characters."""
    if len(text) * 2 <= _LONGEST_CELL:
        return text
    return text.encode("utf-16-le", errors="surrogatepass")[: 2 * _LONGEST_CELL].decode("utf-16-le", errors="ignore")


def day_text(day: date) -> str:
    """Return a date as it is written in Brazil."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def moment_text(at: datetime) -> str:
    """Return a time to the minute as it is written in Brazil."""
    return f"{at.day:02}/{at.month:02}/{at.year:04} {at.hour:02}:{at.minute:02}"
