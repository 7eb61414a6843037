"""Reads the charts' series from the roll-ups alone; no chart ever touches a mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.models.domain.case_counts import CaseMeasure
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.domain.zone_days import day_number
from app.models.schema.base import Code
from app.models.schema.rollups import NO_SENTIMENT, CaseDay, CaseHist, MentionDay, MentionHour, untimed_hour
from app.models.schema.settings import Calendar, CalendarException

_IN_CASE = Code(MentionState).code_of(MentionState.IN_CASE)
_CONFIRMED = Code(SentimentSource).code_of(SentimentSource.CONFIRMED)
SENTIMENT_OF: dict[int, Sentiment | None] = {Code(Sentiment).code_of(each): each for each in Sentiment}
SENTIMENT_OF[NO_SENTIMENT] = None
Spans = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class OpeningWeek:
    """Opening hours as stored: times by weekday (0 = Monday), and dates with hours of their own."""

    week: dict[int, Spans]
    dates: dict[date, Spans]


def opening_week(connection: Connection) -> OpeningWeek | None:
    """Return the team's calendar, None when there is none."""
    row = connection.execute(select(Calendar.id, Calendar.week).order_by(Calendar.id).limit(1)).one_or_none()
    if row is None:
        return None
    dates = connection.execute(
        select(CalendarException.day, CalendarException.intervals).where(CalendarException.calendar_id == row.id)
    ).all()
    return OpeningWeek(
        {int(day): spans or () for day, spans in row.week.items()}, {day: spans or () for day, spans in dates}
    )


def by_hour(connection: Connection, first: int, last: int, channel_ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return (hour since 1970 UTC, mentions) for first <= hour < last."""
    statement = (
        select(MentionHour.hour, func.sum(MentionHour.n))
        .where(MentionHour.hour >= first, MentionHour.hour < last)
        .group_by(MentionHour.hour)
        .order_by(MentionHour.hour)
    )
    if channel_ids:
        statement = statement.where(MentionHour.channel_id.in_(channel_ids))
    return [(hour, int(n)) for hour, n in connection.execute(statement)]


def without_time(connection: Connection, since: date, until: date, channel_ids: Sequence[int]) -> int:
    """Return the mentions of the local days, both inclusive, whose source told no time of day."""
    statement = select(func.sum(MentionHour.n)).where(
        MentionHour.hour.between(untimed_hour(day_number(until)), untimed_hour(day_number(since)))
    )
    if channel_ids:
        statement = statement.where(MentionHour.channel_id.in_(channel_ids))
    return int(connection.execute(statement).scalar() or 0)


def by_day_and_sentiment(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int]
) -> list[tuple[int, Sentiment | None, int]]:
    """Return (day since 1970, sentiment, mentions) of the days, both inclusive."""
    statement = select(MentionDay.day, MentionDay.sentiment, func.sum(MentionDay.n)).group_by(
        MentionDay.day, MentionDay.sentiment
    )
    rows = connection.execute(_of_days(statement, MentionDay, since, until, channel_ids))
    return [(day, SENTIMENT_OF[code], int(n)) for day, code, n in rows if n]


def by_sentiment(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int]
) -> tuple[dict[Sentiment | None, int], int]:
    """Return mentions by sentiment, and how many of them a person has confirmed."""
    statement = select(MentionDay.sentiment, MentionDay.source, func.sum(MentionDay.n)).group_by(
        MentionDay.sentiment, MentionDay.source
    )
    counts: dict[Sentiment | None, int] = {}
    confirmed = 0
    for code, source, n in connection.execute(_of_days(statement, MentionDay, since, until, channel_ids)):
        counts[SENTIMENT_OF[code]] = counts.get(SENTIMENT_OF[code], 0) + int(n)
        confirmed += int(n) if source == _CONFIRMED else 0
    return counts, confirmed


def by_day(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Return mentions by day (since 1970): all received, and those in a case."""
    statement = select(MentionDay.day, MentionDay.state, func.sum(MentionDay.n)).group_by(
        MentionDay.day, MentionDay.state
    )
    received: dict[int, int] = {}
    in_case: dict[int, int] = {}
    for day, state, n in connection.execute(_of_days(statement, MentionDay, since, until, channel_ids)):
        received[day] = received.get(day, 0) + int(n)
        if state == _IN_CASE:
            in_case[day] = in_case.get(day, 0) + int(n)
    return received, in_case


def case_measures(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int], measures: Iterable[CaseMeasure]
) -> dict[CaseMeasure, int]:
    """Return how often each measure happened in the days, both inclusive."""
    wanted = [measure.value for measure in measures]
    statement = (
        select(CaseDay.measure, func.sum(CaseDay.n)).where(CaseDay.measure.in_(wanted)).group_by(CaseDay.measure)
    )
    rows = connection.execute(_of_days(statement, CaseDay, since, until, channel_ids))
    found = {CaseMeasure(measure): int(n) for measure, n in rows}
    return {CaseMeasure(measure): found.get(CaseMeasure(measure), 0) for measure in wanted}


def histogram(connection: Connection, since: date, until: date, measure: CaseMeasure) -> list[tuple[int, int]]:
    """Return (bucket, count) of a duration in bucket order; durations are not kept by channel."""
    statement = (
        select(CaseHist.bucket, func.sum(CaseHist.n))
        .where(CaseHist.measure == measure.value)
        .group_by(CaseHist.bucket)
        .order_by(CaseHist.bucket)
    )
    return [(bucket, int(n)) for bucket, n in connection.execute(_of_days(statement, CaseHist, since, until, ())) if n]


def newest_day(connection: Connection) -> int | None:
    """Return the last day that has a mention."""
    return connection.execute(select(func.max(MentionDay.day)).where(MentionDay.n > 0)).scalar_one()


def _of_days(statement: Any, table: Any, since: date, until: date, channel_ids: Sequence[int]) -> Any:  # noqa: ANN401 - a select of any columns from any roll-up with a day
    limited = statement.where(table.day >= day_number(since), table.day < day_number(until + timedelta(days=1)))
    return limited.where(table.channel_id.in_(channel_ids)) if channel_ids else limited
