"""Counts mentions for the charts: from the roll-ups, or from the rows where a filter lies outside their keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, and_, func, select, true
from sqlalchemy.orm import InstrumentedAttribute

from app.models.domain.chart_drill import Drill
from app.models.domain.inbox import InboxQuery
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.domain.zone_days import day_number, hour_number, local_hours, midnight, split_hour
from app.models.queries.charts.rows import RowSource
from app.models.queries.inbox_filters import SUFFIX_BITS, Group
from app.models.schema.base import Code
from app.models.schema.channels import Channel
from app.models.schema.rollups import NO_SENTIMENT, MentionDay, MentionHour, untimed_hour

_STATE, _SENTIMENT = Code(MentionState), Code(Sentiment)
_CONFIRMED = Code(SentimentSource).code_of(SentimentSource.CONFIRMED)
_HOUR = 3600 << SUFFIX_BITS
_TIMED = tuple(f"h{hour}" for hour in range(24))
Part = Mapping[str, Any]
"""A narrowing of the inbox's filter: ``sentiment`` (None = none yet), ``mention_states``, or nothing."""


class MentionCounts(Protocol):
    """Counts the mentions of a drill, whole or in parts."""

    @property
    def drill(self) -> Drill:
        """What is counted."""

    def by_hour(self) -> list[tuple[int, int]]:
        """Return (hour since 1970 UTC, mentions) of those whose time of day is known."""

    def without_time(self) -> int:
        """Return the mentions whose source told only the day."""

    def by_day(self, parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        """Return by local day (since 1970) how many belong to each part."""

    def by_channel(self, parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        """Return by channel how many belong to each part."""

    def confirmed(self) -> int | None:
        """Return how many have a sentiment that a person confirmed; None where that is not known."""


@dataclass(frozen=True, slots=True)
class RolledUp:
    """Mentions of a period and channels, from the roll-ups."""

    connection: Connection
    drill: Drill
    zone: tzinfo

    def by_hour(self) -> list[tuple[int, int]]:
        """Return (hour since 1970 UTC, mentions) of those whose time of day is known."""
        first = hour_number(midnight(self.drill.since, self.zone))
        last = hour_number(midnight(self.drill.until + timedelta(days=1), self.zone))
        statement = (
            select(MentionHour.hour, func.sum(MentionHour.n))
            .where(MentionHour.hour >= first, MentionHour.hour < last, *self._channels(MentionHour))
            .group_by(MentionHour.hour)
            .order_by(MentionHour.hour)
        )
        return [(hour, int(n)) for hour, n in self.connection.execute(statement).all()]

    def without_time(self) -> int:
        """Return the mentions whose source told only the day."""
        low, high = untimed_hour(day_number(self.drill.until)), untimed_hour(day_number(self.drill.since))
        statement = select(func.sum(MentionHour.n)).where(
            MentionHour.hour.between(low, high), *self._channels(MentionHour)
        )
        return int(self.connection.execute(statement).scalar() or 0)

    # One pass in the order of the key, summing several columns at once: grouping by anything but the day makes SQLite
    # sort the whole year first, which takes three times as long as reading it.
    def by_day(self, parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        """Return by local day (since 1970) how many belong to each part."""
        return self._by(MentionDay.day, parts)

    def by_channel(self, parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        """Return by channel how many belong to each part."""
        return self._by(MentionDay.channel_id, parts)

    def confirmed(self) -> int | None:
        """Return how many have a sentiment that a person confirmed."""
        statement = select(func.sum(MentionDay.n)).where(MentionDay.source == _CONFIRMED, *self._days())
        return int(self.connection.execute(statement).scalar() or 0)

    def _by(self, key: InstrumentedAttribute[int], parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        sums = [func.sum(MentionDay.n).filter(_test(part)) if part else func.sum(MentionDay.n) for part in parts]
        rows = self.connection.execute(select(key, *sums).where(*self._days()).group_by(key)).all()
        return {found: tuple(int(n or 0) for n in counts) for found, *counts in rows}

    def _days(self) -> list[ColumnElement[bool]]:
        low, high = day_number(self.drill.since), day_number(self.drill.until)
        return [MentionDay.day.between(low, high), *self._channels(MentionDay)]

    def _channels(self, table: type[MentionDay | MentionHour]) -> list[ColumnElement[bool]]:
        return [table.channel_id.in_(self.drill.channel_ids)] if self.drill.channel_ids else []


@dataclass(frozen=True, slots=True)
class FromRows:
    """Mentions that a filter of the inbox leaves, counted through the inbox's own indexes, a statement a part."""

    rows: RowSource
    drill: Drill

    def by_hour(self) -> list[tuple[int, int]]:
        """Return (hour since 1970 UTC, mentions) of those whose time of day is known."""
        return self._hours(self.drill.mentions(), _TIMED)

    def without_time(self) -> int:
        """Return the mentions whose source told only the day."""
        return self.rows.count(self.drill.mentions()) - sum(n for _hour, n in self.by_hour())

    def by_day(self, parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        """Return by local day (since 1970) how many belong to each part."""
        zone = self.rows.viewpoint.zone
        found: dict[int, list[int]] = {}
        for place, part in enumerate(parts):
            hours = self._hours(self.drill.mentions(**part))
            for local, (_hour, n) in zip(local_hours(zone, [hour for hour, _n in hours]), hours, strict=True):
                found.setdefault(split_hour(local)[0], [0] * len(parts))[place] += n
        return {day: tuple(counts) for day, counts in found.items()}

    def by_channel(self, parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
        """Return by channel how many belong to each part."""
        channels = self.drill.channel_ids or tuple(self.rows.connection.execute(select(Channel.id)).scalars())
        found = {}
        for channel in channels:
            counts = tuple(self.rows.count(self.drill.mentions(**part, channel_ids=(channel,))) for part in parts)
            if any(counts):
                found[channel] = counts
        return found

    def confirmed(self) -> int | None:
        """Return None: no index knows who said a sentiment."""
        return None

    def _hours(self, query: InboxQuery | None, extra: Group = ()) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for ids in self.rows.ids(query, extra):
            # The id begins with the second of posting, so the index alone tells the hour.
            hour = ids.c[0] // _HOUR
            statement = select(hour.label("hour"), func.count()).group_by("hour").order_by("hour")
            found += [(int(each), int(n)) for each, n in self.rows.connection.execute(statement).all()]
        return found


def newest_day(connection: Connection) -> int | None:
    """Return the last day that has a mention."""
    return connection.execute(select(func.max(MentionDay.day)).where(MentionDay.n > 0)).scalar_one()


def _test(part: Part) -> ColumnElement[bool]:
    tests: list[ColumnElement[bool]] = [true()]
    if "sentiment" in part:
        sentiment = part["sentiment"]
        code = NO_SENTIMENT if sentiment is None else _SENTIMENT.code_of(sentiment)
        tests.append(MentionDay.sentiment == code)
    if "mention_states" in part:
        tests.append(MentionDay.state.in_([_STATE.code_of(each) for each in part["mention_states"]]))
    return and_(*tests)
