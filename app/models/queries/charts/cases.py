"""Reads what happened to cases from the roll-ups: events by day, durations in buckets, doings of persons and areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from app.models.domain.case_counts import CaseMeasure, TeamMeasure
from app.models.domain.chart_drill import Drill
from app.models.domain.report_period import DAY, MONTH, WEEK, spans_of, start_of
from app.models.domain.zone_days import day_number
from app.models.schema.rollups import CaseDay, CaseHist, TeamDay

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


def team_by_day(connection: Connection, drill: Drill, measures: Sequence[TeamMeasure]) -> dict[int, tuple[int, ...]]:
    """Return by local day (since 1970) what each measure comes to."""
    key = (TeamDay.day, TeamDay.measure)
    statement = select(*key, func.sum(TeamDay.n)).where(*_of_team(drill, measures)).group_by(*key)
    place = {measure.value: number for number, measure in enumerate(measures)}
    found: dict[int, list[int]] = {}
    for day, measure, n in connection.execute(statement).all():
        found.setdefault(day, [0] * len(measures))[place[measure]] += int(n)
    return {day: tuple(counts) for day, counts in found.items()}


def team_by_owner(connection: Connection, drill: Drill, measures: Sequence[TeamMeasure]) -> dict[int, tuple[int, ...]]:
    """Return by owner (0 = nobody) what each measure comes to."""
    # First summed in the order of the key, which leaves a tenth of the rows to be sorted.
    prefix = (TeamDay.day, TeamDay.measure, TeamDay.channel_id, TeamDay.owner_id)
    rows = (
        select(*prefix, func.sum(TeamDay.n).label("n")).where(*_of_team(drill, measures)).group_by(*prefix).subquery()
    )
    key = (rows.c.owner_id, rows.c.measure)
    found: dict[int, Counter[str]] = {}
    for owner, measure, n in connection.execute(select(*key, func.sum(rows.c.n)).group_by(*key)):
        found.setdefault(owner, Counter())[measure] += int(n)
    return {owner: tuple(counts[measure.value] for measure in measures) for owner, counts in found.items()}


def team_by_area(
    connection: Connection, drill: Drill, measures: Sequence[TeamMeasure], area_ids: Iterable[int]
) -> dict[int, tuple[int, ...]]:
    """Return by area (0 = none) what each measure comes to; ``area_ids`` are all that there are."""
    # The area stands last in the key: a sum each, in the order of the key, spares sorting every row by it.
    ids = (0, *area_ids)
    sums = [func.sum(TeamDay.n).filter(TeamDay.area_id == each) for each in ids]
    key = (TeamDay.day, TeamDay.measure)
    found: dict[int, Counter[str]] = {each: Counter() for each in ids}
    for _day, measure, *counts in connection.execute(
        select(*key, *sums).where(*_of_team(drill, measures)).group_by(*key)
    ):
        for each, n in zip(ids, counts, strict=True):
            found[each][measure] += int(n or 0)
    return {each: tuple(counts[measure.value] for measure in measures) for each, counts in found.items()}


def team_total(connection: Connection, drill: Drill, measures: Sequence[TeamMeasure]) -> tuple[int, ...]:
    """Return what each measure comes to over the period."""
    days = team_by_day(connection, drill, measures).values()
    return tuple(sum(counts[number] for counts in days) for number in range(len(measures)))


def _of_team(drill: Drill, measures: Sequence[TeamMeasure]) -> list[ColumnElement[bool]]:
    return [*_days(TeamDay, drill), TeamDay.measure.in_([measure.value for measure in measures])]


def _place_of(start: date, step: str) -> int:
    number = day_number(start_of(start, step))
    return number if step == DAY else (number + _TO_MONDAY) // _WEEK_DAYS


def _days(table: Any, drill: Drill) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by day and channel
    return [*_between(table, drill.since, drill.until), *_channels(table, drill)]


def _between(table: Any, since: date, until: date) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by day
    return [table.day.between(day_number(since), day_number(until))]


def _channels(table: Any, drill: Drill) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by channel
    return [table.channel_id.in_(drill.channel_ids)] if drill.channel_ids else []
