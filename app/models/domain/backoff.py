"""How long an account waits before it is asked again: gently after a failure, never against what the network asks."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.models.domain.channel_health import NEEDS_PERSON, Problem

FIRST = timedelta(seconds=5)
LONGEST = timedelta(minutes=15)
FOR_A_PERSON = timedelta(minutes=15)
"""What waiting does not mend is still tried now and then: somebody may have mended it elsewhere."""
MOST_ASKED = timedelta(hours=24)
"""A network that asks for more than a day has sent nonsense."""
LONGEST_PACE = timedelta(minutes=30)
"""What the customers of a network with a small quota wait at most, as long as some of it is left."""
_QUOTA = timedelta(hours=1)
_DAY = timedelta(days=1)
_MOST_DOUBLINGS = 12


def wait_after(problem: Problem, failures: int, *, retry_after: timedelta | None, chance: float) -> timedelta:
    """Return the wait after the ``failures``-th failure in a row (1 = the first).

    ``chance`` (0 to 1, evenly spread) parts accounts that failed together: half of the wait is fixed, half by chance.
    What the network asked for is never cut short, and at most a tenth longer.
    """
    if retry_after is not None:
        asked = min(max(retry_after, timedelta(seconds=1)), MOST_ASKED)
        return asked + min(asked / 10, FIRST) * chance
    if problem in NEEDS_PERSON:
        return FOR_A_PERSON
    if problem is Problem.QUOTA_SPENT:
        return _QUOTA
    times: int = 2 ** min(max(failures, 1) - 1, _MOST_DOUBLINGS)
    doubled = min(FIRST * times, LONGEST)
    return doubled / 2 + doubled / 2 * chance


def paced(poll: timedelta, *, calls_left: int | None, day_left: timedelta, calls_a_round: int) -> timedelta:
    """Return the time between two rounds, so that what is left of a day's quota lasts for what is left of the day.

    ``calls_left`` None = there is no quota. A round that cost much (the first one brings a backlog) is no reason to
    stay away for hours: it is never longer than half an hour, unless ``poll`` is.
    """
    if calls_left is None:
        return poll
    even = day_left * max(calls_a_round, 1) / max(calls_left, 1)
    return max(poll, min(even, LONGEST_PACE))


def next_quota_day(now: datetime) -> datetime:
    """Return when the quota of the day (UTC) begins anew."""
    return datetime.combine(now.date() + _DAY, time(), now.tzinfo)
