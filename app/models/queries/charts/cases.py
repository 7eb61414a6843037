"""Reads what happened to cases from the roll-ups: events by day, durations in buckets, doings of persons and areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from app.models.domain.case_counts import EVERYBODY, CaseMeasure, TeamMeasure
from app.models.domain.chart_drill import Drill
from app.models.domain.report_period import DAY, MONTH, WEEK, cut, spans_of, start_of
from app.models.domain.zone_days import day_number
from app.models.schema.rollups import CaseDay, CaseHist, TeamDay, TeamMonth

Buckets = list[tuple[int, int]]
# The first day of the count of days, 1970-01-01, was a Thursday: three days later weeks begin.
_TO_MONDAY = 3
_WEEK_DAYS = 7


def case_events(connection: Connection, drill: Drill, measures: Sequence[CaseMeasure]) -> dict[int, tuple[int, ...]]:
    """Return by local day (since 1970) how often each measure happened."""
    sums = [func.sum(CaseDay.n).filter(CaseDay.measure == measure.value) for measure in measures]
    named = CaseDay.measure.in_([measure.value for measure in measures])
    statement = select(CaseDay.day, *sums).where(*_days(CaseDay, drill), named).group_by(CaseDay.day)
    return {day: tuple(int(n or 0) for n in counts) for day, *counts in connection.execute(statement).all()}


def open_before(connection: Connection, drill: Drill) -> int:
    """Return how many cases were open when the period began: all opened till then less all closed."""
    sign = case((CaseDay.measure == CaseMeasure.OPENED.value, CaseDay.n), else_=-CaseDay.n)
    statement = select(func.sum(sign)).where(
        CaseDay.day < day_number(drill.since),
        CaseDay.measure.in_([CaseMeasure.OPENED.value, CaseMeasure.CLOSED.value]),
        *_channels(CaseDay, drill),
    )
    return int(connection.execute(statement).scalar() or 0)


def durations(connection: Connection, since: date, until: date, measure: CaseMeasure) -> Buckets:
    """Return (bucket, count) of a duration in bucket order, of all channels."""
    statement = (
        select(CaseHist.bucket, func.sum(CaseHist.n))
        .where(*_between(CaseHist, since, until), CaseHist.measure == measure.value)
        .group_by(CaseHist.bucket)
        .order_by(CaseHist.bucket)
    )
    return [(bucket, int(n)) for bucket, n in connection.execute(statement) if n]


def durations_by_step(
    connection: Connection, since: date, until: date, measure: CaseMeasure, step: str
) -> dict[date, Buckets]:
    """Return (bucket, count) of a duration by the start of each step of the period."""
    if step == MONTH:
        return {first: durations(connection, first, last, measure) for first, last in spans_of(since, until, step)}
    place: ColumnElement[int] = CaseHist.day.expression
    if step == WEEK:
        place = (CaseHist.day + _TO_MONDAY) // _WEEK_DAYS
    labelled = place.label("place")
    statement = (
        select(labelled, CaseHist.bucket, func.sum(CaseHist.n))
        .where(*_between(CaseHist, since, until), CaseHist.measure == measure.value)
        .group_by(labelled, CaseHist.bucket)
        .order_by(labelled, CaseHist.bucket)
    )
    starts = {_place_of(start, step): start for start, _last in spans_of(since, until, step)}
    found: dict[date, Buckets] = {}
    for number, bucket, n in connection.execute(statement).all():
        if n:
            found.setdefault(starts[number], []).append((bucket, int(n)))
    return found


def case_totals(connection: Connection, drill: Drill, measures: Sequence[CaseMeasure]) -> tuple[int, ...]:
    """Return what each measure comes to over the period."""
    days = case_events(connection, drill, measures).values()
    return tuple(sum(counts[number] for counts in days) for number in range(len(measures)))


def team_by_owner(connection: Connection, drill: Drill, measures: Sequence[TeamMeasure]) -> dict[int, tuple[int, ...]]:
    """Return by owner (0 = nobody) what each measure comes to."""
    return _team(connection, drill, measures, "owner_id", TeamMonth.area_id == EVERYBODY)


def team_by_area(connection: Connection, drill: Drill, measures: Sequence[TeamMeasure]) -> dict[int, tuple[int, ...]]:
    """Return by area (0 = none) what each measure comes to."""
    return _team(connection, drill, measures, "area_id", TeamMonth.owner_id == EVERYBODY)


def _team(
    connection: Connection, drill: Drill, measures: Sequence[TeamMeasure], whose: str, is_apart: ColumnElement[bool]
) -> dict[int, tuple[int, ...]]:
    """Return sums by owner or area: whole months from the month table, the days around them from the days'."""
    parts = cut(drill.since, drill.until)
    reads: list[tuple[Any, list[ColumnElement[bool]]]] = []
    # Months and days are named one by one: with the measures they are short walks along the key, past all the others.
    if parts.months is not None:
        first, last = parts.months
        reads.append((TeamMonth, [TeamMonth.month.in_(range(first, last + 1)), is_apart]))
    days = [day for low, high in parts.days for day in range(day_number(low), day_number(high) + 1)]
    if days:
        reads.append((TeamDay, [TeamDay.day.in_(days)]))
    found: dict[int, Counter[str]] = {}
    for table, tests in reads:
        key = (getattr(table, whose), table.measure)
        named = table.measure.in_([measure.value for measure in measures])
        statement = select(*key, func.sum(table.n)).where(*tests, named, *_channels(table, drill)).group_by(*key)
        for each, measure, n in connection.execute(statement).all():
            found.setdefault(each, Counter())[measure] += int(n)
    return {each: tuple(counts[measure.value] for measure in measures) for each, counts in found.items()}


def _place_of(start: date, step: str) -> int:
    number = day_number(start_of(start, step))
    return number if step == DAY else (number + _TO_MONDAY) // _WEEK_DAYS


def _days(table: Any, drill: Drill) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by day and channel
    return [*_between(table, drill.since, drill.until), *_channels(table, drill)]


def _between(table: Any, since: date, until: date) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by day
    return [table.day.between(day_number(since), day_number(until))]


def _channels(table: Any, drill: Drill) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by channel
    return [table.channel_id.in_(drill.channel_ids)] if drill.channel_ids else []
