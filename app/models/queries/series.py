"""Reads the charts' series from the roll-ups alone; no chart ever touches a mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import InstrumentedAttribute

from app.models.domain.case_counts import CaseMeasure
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.domain.zone_days import day_number
from app.models.schema.base import Code
from app.models.schema.rollups import NO_SENTIMENT, CaseDay, CaseHist, MentionDay, MentionHour, untimed_hour
from app.models.schema.settings import Calendar, CalendarException

_IN_CASE = Code(MentionState).code_of(MentionState.IN_CASE)
_NEGATIVE = Code(Sentiment).code_of(Sentiment.NEGATIVE)
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


# One pass in the order of the key, summing several columns at once: grouping by anything but the day makes SQLite sort
# the whole year first, which takes three times as long as reading it.
def by_day_and_sentiment(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int]
) -> list[tuple[int, Sentiment | None, int]]:
    """Return (day since 1970, sentiment, mentions) of the days, both inclusive."""
    sums = [_sum_if(MentionDay.n, MentionDay.sentiment == code) for code in SENTIMENT_OF]
    statement = select(MentionDay.day, *sums).group_by(MentionDay.day)
    rows = connection.execute(_of_days(statement, MentionDay, since, until, channel_ids))
    return [
        (day, sentiment, int(n))
        for day, *counts in rows
        for sentiment, n in zip(SENTIMENT_OF.values(), counts, strict=True)
        if n
    ]


def by_sentiment(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int]
) -> tuple[dict[Sentiment | None, int], int]:
    """Return mentions by sentiment, and how many of them a person has confirmed."""
    sums = [_sum_if(MentionDay.n, MentionDay.sentiment == code) for code in SENTIMENT_OF]
    statement = select(_sum_if(MentionDay.n, MentionDay.source == _CONFIRMED), *sums)
    confirmed, *counts = connection.execute(_of_days(statement, MentionDay, since, until, channel_ids)).one()
    found = {sentiment: int(n) for sentiment, n in zip(SENTIMENT_OF.values(), counts, strict=True) if n}
    return found, int(confirmed or 0)


def by_day(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Return mentions by day (since 1970): all received, and those in a case."""
    in_case = _sum_if(MentionDay.n, MentionDay.state == _IN_CASE)
    statement = select(MentionDay.day, func.sum(MentionDay.n), in_case).group_by(MentionDay.day)
    rows = connection.execute(_of_days(statement, MentionDay, since, until, channel_ids)).all()
    return {day: int(n) for day, n, _in_case in rows}, {day: int(n) for day, _all, n in rows if n is not None}


@dataclass(frozen=True, slots=True)
class MentionTotals:
    """Mentions of a period: all, those in a case, those with a sentiment, those with a negative one."""

    received: int
    in_case: int
    with_sentiment: int
    negative: int


def mention_totals(connection: Connection, since: date, until: date, channel_ids: Sequence[int]) -> MentionTotals:
    """Return the totals of the days, both inclusive."""
    statement = select(
        func.sum(MentionDay.n),
        _sum_if(MentionDay.n, MentionDay.state == _IN_CASE),
        _sum_if(MentionDay.n, MentionDay.sentiment != NO_SENTIMENT),
        _sum_if(MentionDay.n, MentionDay.sentiment == _NEGATIVE),
    )
    row = connection.execute(_of_days(statement, MentionDay, since, until, channel_ids)).one()
    return MentionTotals(*(int(n or 0) for n in row))


def case_measures(
    connection: Connection, since: date, until: date, channel_ids: Sequence[int], measures: Iterable[CaseMeasure]
) -> dict[CaseMeasure, int]:
    """Return how often each measure happened in the days, both inclusive."""
    wanted = tuple(measures)
    statement = select(*(_sum_if(CaseDay.n, CaseDay.measure == measure.value) for measure in wanted))
    row = connection.execute(_of_days(statement, CaseDay, since, until, channel_ids)).one()
    return {measure: int(n or 0) for measure, n in zip(wanted, row, strict=True)}


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


def _sum_if(counted: ColumnElement[int] | InstrumentedAttribute[int], condition: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a sum over some of the rows
    return func.sum(counted).filter(condition)


def _of_days(statement: Any, table: Any, since: date, until: date, channel_ids: Sequence[int]) -> Any:  # noqa: ANN401 - a select of any columns from any roll-up with a day
    limited = statement.where(table.day >= day_number(since), table.day < day_number(until + timedelta(days=1)))
    return limited.where(table.channel_id.in_(channel_ids)) if channel_ids else limited
