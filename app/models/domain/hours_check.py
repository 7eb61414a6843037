"""Opening hours are typed and drawn by people: reads them, says which interval of which day is wrong, joins them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

Minutes = tuple[int, int]
"""Start and end in minutes from local midnight, start < end <= 1440."""
Stored = Sequence[Sequence[str]]
"""Intervals as stored: [["09:00", "12:00"], ...]."""
Week = Mapping[int, Sequence[Minutes]]

DAY_MINUTES = 1_440
WEEK_DAYS = 7
QUARTER = timedelta(days=92)
HOLIDAY_ORIGINS = frozenset({"national", "state", "movable"})
_INTERVAL = re.compile(r"(.+?)\s*(?:-|–|—|até|às|à|as|a)\s*(.+)")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:hH]\s*(\d{2})?)?(?:min)?")
_CLOSED = frozenset({"", "-", "fechado", "fechada", "não abre", "nao abre"})


class HoursError(ValueError):
    """Hours that cannot be. ``code``: hours_unreadable, hours_backwards, hours_overlap; ``interval`` as written.

    ``weekday`` (0 = Monday) is None where hours do not belong to a day of the week.
    """

    def __init__(self, code: str, interval: str, *, weekday: int | None = None) -> None:
        super().__init__(code)
        self.code, self.interval, self.weekday = code, interval, weekday


@dataclass(frozen=True, slots=True)
class DayHours:
    """One date with hours of its own; no intervals = closed."""

    day: date
    name: str
    origin: str
    intervals: tuple[Minutes, ...] = ()


def parse_intervals(text: str, *, weekday: int | None = None) -> tuple[Minutes, ...]:
    """Return the intervals of "09:00-12:00, 13h às 18h" in order; "" and "fechado" are none. Raises HoursError."""
    if text.strip().casefold() in _CLOSED:
        return ()
    parts = [part.strip() for part in re.split(r"[,;]|\be\b", text) if part.strip()]
    return checked([_interval(part, weekday) for part in parts], weekday=weekday)


def checked(intervals: Iterable[Minutes], *, weekday: int | None = None) -> tuple[Minutes, ...]:
    """Return the intervals in order, touching ones joined. Raises HoursError for backwards and overlapping ones."""
    found: list[Minutes] = []
    for start, end in sorted(intervals):
        shown = f"{clock_text(start)}-{clock_text(end)}"
        if not 0 <= start < end <= DAY_MINUTES:
            raise HoursError("hours_backwards", shown, weekday=weekday)
        if found and start < found[-1][1]:
            raise HoursError("hours_overlap", shown, weekday=weekday)
        if found and start == found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def intervals_text(intervals: Sequence[Minutes], *, dash: str = "-") -> str:
    """Return intervals as a person types them: "09:00-12:00, 13:00-18:00"; "" for none."""
    return ", ".join(f"{clock_text(start)}{dash}{clock_text(end)}" for start, end in intervals)


def clock_text(minutes: int) -> str:
    """Return a time of day: 570 -> "09:30"; 1440 -> "24:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def from_stored(stored: Stored) -> tuple[Minutes, ...]:
    """Return stored intervals as minutes; a midnight end may be 24:00 or 00:00. Raises ValueError, HoursError."""
    found = []
    for start, end in stored:
        first, last = _minutes(start), _minutes(end)
        found.append((first, DAY_MINUTES if last == 0 and first else last))
    return checked(found)


def to_stored(intervals: Sequence[Minutes]) -> list[list[str]]:
    """Return intervals as they are stored."""
    return [[clock_text(start), clock_text(end)] for start, end in intervals]


def week_from_stored(stored: Mapping[str, Stored]) -> dict[int, tuple[Minutes, ...]]:
    """Return a stored week with all seven days. Raises ValueError, HoursError naming the day."""
    week: dict[int, tuple[Minutes, ...]] = {}
    for day in range(WEEK_DAYS):
        try:
            week[day] = from_stored(stored.get(str(day)) or ())
        except HoursError as error:
            raise HoursError(error.code, error.interval, weekday=day) from error
    return week


def week_to_stored(week: Week) -> dict[str, list[list[str]]]:
    """Return a week as it is stored: all seven days by "0" (Monday) to "6"."""
    return {str(day): to_stored(week.get(day, ())) for day in range(WEEK_DAYS)}


def never_opens(week: Week) -> bool:
    """Tell whether a week has no open minute: clocks in business time would never end."""
    return not any(week.get(day) for day in range(WEEK_DAYS))


def with_span(intervals: Sequence[Minutes], span: Minutes) -> tuple[Minutes, ...]:
    """Return the intervals with a stretch marked as open."""
    start, end = span
    apart = [each for each in intervals if each[1] < start or each[0] > end]
    touched = [each for each in intervals if each not in apart]
    joined = (min([start, *(each[0] for each in touched)]), max([end, *(each[1] for each in touched)]))
    return tuple(sorted([*apart, joined]))


def without_span(intervals: Sequence[Minutes], span: Minutes) -> tuple[Minutes, ...]:
    """Return the intervals with a stretch marked as closed."""
    start, end = span
    pieces = []
    for first, last in intervals:
        pieces += [(first, min(last, start)), (max(first, end), last)]
    return tuple(sorted(piece for piece in pieces if piece[0] < piece[1]))


def is_open_at(week: Week, days: Mapping[date, Sequence[Minutes]], zone: str, at: datetime) -> bool:
    """Tell whether the counter is open at an instant (aware), by the clock on the wall (decision 011)."""
    local = at.astimezone(ZoneInfo(zone))
    today = local.date()
    spans = days.get(today)
    if spans is None:
        spans = week.get(today.weekday(), ())
    minute = local.hour * 60 + local.minute
    return any(start <= minute < end for start, end in spans)


def missing_years(days: Iterable[tuple[date, str]], today: date, *, ahead: timedelta = QUARTER) -> tuple[int, ...]:
    """Return the years from today to ``ahead`` for which no holiday of the country is there: (day, origin) pairs."""
    there = {day.year for day, origin in days if origin in HOLIDAY_ORIGINS}
    wanted = range(today.year, (today + ahead).year + 1)
    return tuple(year for year in wanted if year not in there)


def ordinary_day(week: Week) -> int:
    """Return the minutes of the day that most days of the week have, the longer among equals; 1440 for none."""
    lengths: Collection[int] = [total for day in range(WEEK_DAYS) if (total := _total(week.get(day, ())))]
    return max(set(lengths), key=lambda one: (list(lengths).count(one), one), default=DAY_MINUTES)


def _total(intervals: Sequence[Minutes]) -> int:
    return sum(end - start for start, end in intervals)


def _interval(text: str, weekday: int | None) -> Minutes:
    match = _INTERVAL.fullmatch(re.sub(r"^d?as\s+", "", text.strip()))
    first, last = (match[1].strip(), match[2].strip()) if match else ("", "")
    try:
        start, end = _minutes(first), _minutes(last)
    except ValueError as error:
        raise HoursError("hours_unreadable", text, weekday=weekday) from error
    if end == 0 < start:
        end = DAY_MINUTES
    if start >= end:
        raise HoursError("hours_backwards", text, weekday=weekday)
    return start, end


def _minutes(text: str) -> int:
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(text)
    hours, minutes = int(match[1]), int(match[2] or 0)
    total = hours * 60 + minutes
    if minutes > 59 or total > DAY_MINUTES:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(text)
    return total
