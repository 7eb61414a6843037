"""Cuts a report's period into the steps a chart draws, the months a roll-up knows, and the period before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

DAY, WEEK, MONTH = "day", "week", "month"
_DAYS_SHOWN_BY_DAY = 92
_DAYS_SHOWN_BY_WEEK = 400
_LONGEST_DAYS = 366 * 30
_FIRST_YEAR, _LAST_YEAR = 1900, 9000  # the period before and the day after must still be dates
_ONE = timedelta(days=1)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """A period as the roll-ups hold it: whole months (year * 12 + month - 1, both inclusive) and the days around."""

    months: tuple[int, int] | None
    days: tuple[tuple[date, date], ...]


def is_possible(since: date, until: date) -> bool:
    """Tell whether a period can be reported: not reversed, no longer than thirty years, of our times."""
    is_known = since.year >= _FIRST_YEAR and until.year <= _LAST_YEAR
    return is_known and since <= until and (until - since).days <= _LONGEST_DAYS


def step_for(since: date, until: date) -> str:
    """Return "day", "week" or "month", whichever draws the period in about a hundred points."""
    days = (until - since).days + 1
    if days <= _DAYS_SHOWN_BY_DAY:
        return DAY
    return WEEK if days <= _DAYS_SHOWN_BY_WEEK else MONTH


def start_of(day: date, step: str) -> date:
    """Return the Monday, the first of the month, or the day itself."""
    if step == WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == MONTH else day


def steps_of(since: date, until: date, step: str) -> tuple[date, ...]:
    """Return where each step of the period starts; the first starts with the period."""
    starts = [since]
    day = _next_start(start_of(since, step), step)
    while day <= until:
        starts.append(day)
        day = _next_start(day, step)
    return tuple(starts)


def spans_of(since: date, until: date, step: str) -> tuple[tuple[date, date], ...]:
    """Return first and last day of each step of the period."""
    starts = steps_of(since, until, step)
    ends = [*(each - _ONE for each in starts[1:]), until]
    return tuple(zip(starts, ends, strict=True))


def is_whole_months(since: date, until: date) -> bool:
    """Tell whether a period begins with a month and ends with one."""
    return since.day == 1 and (until + _ONE).day == 1


def period_before(since: date, until: date) -> tuple[date, date]:
    """Return the period before, equally long; whole months are compared with as many whole months."""
    if not is_whole_months(since, until):
        return since - (until - since + _ONE), since - _ONE
    return first_of_month(2 * month_of(since) - month_of(until) - 1), since - _ONE


def are_alike(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Tell whether counts of two periods can be set against each other: as many whole months, or as many days."""
    if is_whole_months(*one) and is_whole_months(*other):
        return month_of(one[1]) - month_of(one[0]) == month_of(other[1]) - month_of(other[0])
    # A year before may have its 29th of February, or lack it.
    return abs((one[1] - one[0]).days - (other[1] - other[0]).days) <= 1


def month_of(day: date) -> int:
    """Return year * 12 + month - 1."""
    return day.year * _MONTHS + day.month - 1


def first_of_month(month: int) -> date:
    """Return the first day of a month number."""
    return date(month // _MONTHS, month % _MONTHS + 1, 1)


def cut(since: date, until: date) -> Cut:
    """Return the whole months of a period, and the days before and after them."""
    first = month_of(since) if since.day == 1 else month_of(since) + 1
    last = month_of(until) if (until + _ONE).day == 1 else month_of(until) - 1
    if last < first:
        return Cut(None, ((since, until),))
    begins, ends = first_of_month(first), first_of_month(last + 1)
    edges = ((since, begins - _ONE), (ends, until))
    return Cut((first, last), tuple((low, high) for low, high in edges if low <= high))


def _next_start(day: date, step: str) -> date:
    if step == MONTH:
        return first_of_month(month_of(day) + 1)
    return day + timedelta(days=7 if step == WEEK else 1)
