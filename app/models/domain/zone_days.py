"""Local days, hours and weekdays of the business's zone as numbers, so that charts and filters cut time alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(1970, 1, 1)
_HOUR = 3600
_DAY_HOURS = 24
_FIRST_WEEKDAY = 3  # 1970-01-01 was a Thursday, and Monday is 0


def day_number(day: date) -> int:
    """Return days since 1970."""
    return (day - _FIRST_DAY).days


def day_of(number: int) -> date:
    """Return the date of a day number."""
    return _FIRST_DAY + timedelta(days=number)


def midnight(day: date, zone: tzinfo) -> datetime:
    """Return when that local day begins, aware UTC (also where a change of clocks leaves midnight out)."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def hour_number(at: datetime) -> int:
    """Return whole hours since 1970, UTC."""
    return (at - _EPOCH) // timedelta(hours=1)


def local_hours(zone: tzinfo, hours: Iterable[int]) -> Iterator[int]:
    """Yield hours since 1970 on the clock on the wall for UTC hour numbers, in the order given.

    The offset is worked out once for a UTC day unless it changes within it.
    """
    known: dict[int, int | None] = {}
    for hour in hours:
        day = hour // _DAY_HOURS
        if day not in known:
            first, last = _offset(zone, day * _DAY_HOURS), _offset(zone, day * _DAY_HOURS + _DAY_HOURS - 1)
            known[day] = first if first == last else None
        offset = known[day]
        yield (hour * _HOUR + (_offset(zone, hour) if offset is None else offset)) // _HOUR


def split_hour(local_hour: int) -> tuple[int, int, int]:
    """Return day number, weekday (0 = Monday) and hour of a local hour number."""
    day, hour = divmod(local_hour, _DAY_HOURS)
    return day, (day + _FIRST_WEEKDAY) % 7, hour


def _offset(zone: tzinfo, hour: int) -> int:
    local = (_EPOCH + timedelta(hours=hour)).astimezone(zone)
    return int((local.utcoffset() or timedelta()).total_seconds())
