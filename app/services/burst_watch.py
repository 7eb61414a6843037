"""Watches the hour that runs for a burst against the same hour of past weeks, from the roll-ups alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.models.domain.burst import Burst, BurstKind, BurstLimits, HourCount, bursts
from app.models.domain.vocabulary import Sentiment
from app.models.schema.base import Code
from app.models.schema.rollups import MentionHour, MentionHourSentiment
from app.services.database import Database
from app.services.mention_keys import hour_of
from app.services.settings_book import read_setting

BURSTS_SETTING = "bursts"
BURST_KIND = "burst"
_WEEK_HOURS = 7 * 24
_NEGATIVE = Code(Sentiment).code_of(Sentiment.NEGATIVE)
RaiseAlert = Callable[[str, str, int | None, dict[str, Any]], object]
"""Called with kind, key (an alert of the same key is raised once), level and facts."""


class BurstWatch:
    """Looks once for bursts; who calls it and how often is the loop's."""

    def __init__(self, *, database: Database, raise_alert: RaiseAlert = lambda *_: None) -> None:
        self._database = database
        self._raise_alert = raise_alert

    def limits(self) -> BurstLimits:
        """Return the team's limits."""
        with self._database.read() as connection:
            return _limits(connection)

    def run_once(self, now: datetime) -> tuple[Burst, ...]:
        """Compare the running hour, and in its first half also the one before, with past weeks; alert on what burst.

        An hour that has only begun is compared as it is: it can only have brought less than it will.
        """
        with self._database.read() as connection:
            limits = _limits(connection)
            if not limits.is_on:
                return ()
            hours = [hour_of(now)]
            if now - timedelta(minutes=30) < now.replace(minute=0, second=0, microsecond=0):
                hours.append(hours[0] - 1)
            found = [(hour, burst) for hour in hours for burst in _bursts_of(connection, hour, limits)]
        for hour, burst in found:
            self._raise_alert(BURST_KIND, f"burst:{burst.kind}:{hour}", None, facts_of(burst, hour))
        return tuple(burst for _hour, burst in found)


def facts_of(burst: Burst, hour: int) -> dict[str, Any]:
    """Return an alert's facts: plain figures, the hour since 1970 in UTC."""
    digits = 0 if burst.kind is BurstKind.VOLUME else 3
    return {
        "burst": burst.kind.value,
        "hour": hour,
        "came": round(burst.came, digits),
        "usual": round(burst.usual, digits),
        "line": round(burst.line, digits),
        "mentions": burst.mentions,
        "negative": burst.negative,
        "weeks": burst.weeks,
    }


def _limits(connection: Connection) -> BurstLimits:
    return BurstLimits.from_mapping(read_setting(connection, BURSTS_SETTING).value or {})


def _bursts_of(connection: Connection, hour: int, limits: BurstLimits) -> tuple[Burst, ...]:
    hours = [hour - _WEEK_HOURS * week for week in range(limits.weeks + 1)]
    counts = _counts(connection, hours)
    now, *past = [counts[each] for each in hours]
    return bursts(now, past, limits)


def _counts(connection: Connection, hours: Iterable[int]) -> dict[int, HourCount]:
    wanted = list(hours)
    mentions = (
        select(MentionHour.hour, func.sum(MentionHour.n)).where(MentionHour.hour.in_(wanted)).group_by(MentionHour.hour)
    )
    blame = select(MentionHourSentiment.hour, MentionHourSentiment.n).where(
        MentionHourSentiment.hour.in_(wanted), MentionHourSentiment.sentiment == _NEGATIVE
    )
    everything = {hour: int(n) for hour, n in connection.execute(mentions)}
    negative = {hour: int(n) for hour, n in connection.execute(blame)}
    return {
        hour: HourCount(everything.get(hour, 0), min(negative.get(hour, 0), everything.get(hour, 0))) for hour in wanted
    }
