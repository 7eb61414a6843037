"""When the mentions of a year fall: growth over the months, the weekly rhythm, the hours of the day."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from zoneinfo import ZoneInfo

from app.services.mention_keys import LocalTimes

HOURS = 365 * 24
_HOUR = 3600
# The guide's example grows from 417,552 mentions in the first month to 807,774 in the twelfth, 7,508,166 in all.
_FIRST_MONTH, _LAST_MONTH, _CURVE = 417_552, 807_774, 0.865
_BY_HOUR = (14, 8, 5, 4, 4, 7, 16, 34, 56, 74, 84, 86, 78, 74, 78, 80, 78, 76, 78, 84, 88, 80, 58, 32)
_BY_WEEKDAY = (1.12, 1.08, 1.05, 1.03, 1.02, 0.88, 0.82)


def counts_by_hour(total: int, until_hour: int, zone: ZoneInfo) -> Iterator[tuple[int, int]]:
    """Yield (hour since 1970, number of mentions) for the year before ``until_hour``; the sum is ``total``."""
    times = LocalTimes(zone)
    weights = []
    for place in range(HOURS):
        local = times.of_second((until_hour - HOURS + place) * _HOUR)
        month = place * 12 // HOURS
        growth = _FIRST_MONTH + (_LAST_MONTH - _FIRST_MONTH) * (month / 11) ** _CURVE
        weights.append(growth * _BY_HOUR[local.hour] * _BY_WEEKDAY[local.weekday])
    whole = sum(weights)
    given, so_far = 0, 0.0
    for place, weight in enumerate(weights):
        so_far += weight
        reached = round(total * so_far / whole)
        yield until_hour - HOURS + place, reached - given
        given = reached


def seconds_in(hour: int, count: int, random: Random) -> list[int]:
    """Return ``count`` seconds of an hour in order."""
    return sorted(hour * _HOUR + int(random.random() * _HOUR) for _ in range(count))
