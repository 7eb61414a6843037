"""Tells a quiet account from a dead one: silent is what this hour of the week has practically never been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from math import exp

LEAST_SILENCE = timedelta(hours=3)
LEAST_HISTORY = timedelta(weeks=2)
WEEKS = 8
CHANCE = 0.001
"""How rarely a living account may be called silent."""
_HOUR = timedelta(hours=1)
_WEEK_HOURS = 7 * 24
_LONGEST = timedelta(weeks=2)


def chance_of_silence(brought: Mapping[datetime, int], last_item_at: datetime, now: datetime) -> float:
    """Return the chance (0 to 1) that a living account brings nothing from ``last_item_at`` to ``now`` (Poisson).

    ``brought`` is what came in each hour (its start, UTC) in which the account was asked, of the past eight weeks; an
    hour in which nobody asked is missing, and nothing is expected of it. Of each hour of the week the busiest one is
    left out when there are two or more: the backlog of a first day must not make every later week look silent.
    """
    usual = _usual(brought, before=last_item_at)
    expected, at = 0.0, max(last_item_at, now - _LONGEST)
    while at < now:
        hour = at.replace(minute=0, second=0, microsecond=0)
        until = min(hour + _HOUR, now)
        if hour in brought:
            expected += usual.get(_hour_of_week(hour), 0.0) * ((until - at) / _HOUR)
        at = until
    return exp(-expected)


def is_silent(brought: Mapping[datetime, int], last_item_at: datetime, now: datetime) -> bool:
    """Tell whether an account is silent beyond what these hours of the week let expect.

    It takes three hours without anything and two weeks of history before that.
    """
    if now - last_item_at < LEAST_SILENCE or not brought:
        return False
    if last_item_at - min(brought) < LEAST_HISTORY:
        return False
    return chance_of_silence(brought, last_item_at, now) < CHANCE


def _usual(brought: Mapping[datetime, int], *, before: datetime) -> dict[int, float]:
    seen: dict[int, list[int]] = defaultdict(list)
    for hour, n in brought.items():
        if hour < before:
            seen[_hour_of_week(hour)].append(n)
    usual: dict[int, float] = {}
    for slot, counts in seen.items():
        kept = sorted(counts)[:-1] if len(counts) > 1 else counts
        usual[slot] = sum(kept) / len(kept)
    return usual


def _hour_of_week(at: datetime) -> int:
    return (at.weekday() * 24 + at.hour) % _WEEK_HOURS
