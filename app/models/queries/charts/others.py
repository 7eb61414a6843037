"""Reads the smaller matters of the charts: promises, silence, crisis clocks, our own reach, persons who spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from app.models.domain.chart_drill import Drill
from app.models.domain.inbox import InboxView
from app.models.domain.vocabulary import PromiseState
from app.models.domain.zone_days import day_number, midnight
from app.models.queries.inbox_conditions import silence_tests, view_columns
from app.models.queries.inbox_filters import Viewpoint
from app.models.schema.cases import IS_UNCOUNTED, Case, Promise
from app.models.schema.channels import ChannelAccount
from app.models.schema.rollups import CrisisDay, PersonMonth, ReachDay

CrisisEnds = Counter[tuple[int, int, int]]
"""Crisis mentions by (level, identified, answered): 0 = not yet, 1 = in time, 2 = late."""


def promises(
    connection: Connection, spans: Sequence[tuple[date, date]], drill: Drill, zone: tzinfo
) -> list[dict[PromiseState, int]]:
    """Return for each span how many cases have a promise due in it, by what became of the promise.

    All are read from the index of promises alone, and what lies with the few uncounted cases is taken off again:
    looking every promise's case up would take ten times as long. Channels do have to be looked up.
    """
    # Built once and run for each span: building it takes longer than running it.
    within = (Promise.due_at >= bindparam("begins"), Promise.due_at < bindparam("ends"))
    statement = select(Promise.state, func.count(Promise.case_id.distinct())).where(*within).group_by(Promise.state)
    uncounted = select(Promise.due_at, Promise.state, Promise.case_id).join(Case, Case.id == Promise.case_id)
    uncounted = uncounted.where(IS_UNCOUNTED, *within)
    if drill.channel_ids:
        is_of_channels = Case.channel_id.in_(drill.channel_ids)
        statement = statement.join(Case, Case.id == Promise.case_id).where(is_of_channels)
        uncounted = uncounted.where(is_of_channels)
    limits = [(midnight(since, zone), midnight(until + timedelta(days=1), zone)) for since, until in spans]
    taken_off = connection.execute(uncounted, {"begins": limits[0][0], "ends": limits[-1][1]}).all()
    found = []
    for begins, ends in limits:
        rows = connection.execute(statement, {"begins": begins, "ends": ends})
        counts = {state: int(n) for state, n in rows}
        for state, _case_id in {(state, case_id) for due_at, state, case_id in taken_off if begins <= due_at < ends}:
            counts[state] -= 1
        found.append(counts)
    return found


def silent_cases(connection: Connection, viewpoint: Viewpoint, drill: Drill) -> dict[int, int]:
    """Return by area (0 = none) the open cases whose customer has heard nothing for too long."""
    area = func.coalesce(Case.area_id, 0)
    statement = (
        select(area, func.count())
        .where(*view_columns(InboxView.SILENT, viewpoint), *silence_tests(viewpoint))
        .group_by(area)
    )
    if drill.channel_ids:
        statement = statement.where(Case.channel_id.in_(drill.channel_ids))
    return {area_id: int(n) for area_id, n in connection.execute(statement).all()}


def crisis_ends(connection: Connection, drill: Drill) -> CrisisEnds:
    """Return crisis mentions by level and by how their clocks ended."""
    key = (CrisisDay.level, CrisisDay.identified, CrisisDay.answered)
    rows = connection.execute(select(*key, func.sum(CrisisDay.n)).where(*_days(CrisisDay, drill)).group_by(*key)).all()
    return Counter({(level, identified, answered): int(n) for level, identified, answered, n in rows if n})


def crisis_by_day(connection: Connection, drill: Drill) -> Counter[tuple[int, int]]:
    """Return crisis mentions by (local day since 1970, level)."""
    key = (CrisisDay.day, CrisisDay.level)
    rows = connection.execute(select(*key, func.sum(CrisisDay.n)).where(*_days(CrisisDay, drill)).group_by(*key)).all()
    return Counter({(day, level): int(n) for day, level, n in rows if n})


def reach_by_day(connection: Connection, drill: Drill) -> Counter[tuple[int, int, int]]:
    """Return our own doings by (local day, kind, measure), as ``ReachDay`` names them."""
    key = (ReachDay.day, ReachDay.kind, ReachDay.measure)
    low, high = day_number(drill.since), day_number(drill.until)
    statement = select(*key, func.sum(ReachDay.n)).where(ReachDay.day.between(low, high)).group_by(*key)
    if drill.channel_ids:
        accounts = select(ChannelAccount.id).where(ChannelAccount.channel_id.in_(drill.channel_ids))
        statement = statement.where(ReachDay.account_id.in_(accounts))
    rows = connection.execute(statement).all()
    return Counter({(day, kind, measure): int(n) for day, kind, measure, n in rows if n})


def persons_by_month(connection: Connection, first: int, last: int, drill: Drill) -> dict[int, tuple[int, int]]:
    """Return by month how many authors spoke, and how many mentions they wrote; an author belongs to one channel."""
    statement = (
        select(PersonMonth.month, func.count(), func.sum(PersonMonth.n))
        .where(PersonMonth.month.between(first, last), PersonMonth.n > 0)
        .group_by(PersonMonth.month)
    )
    if drill.channel_ids:
        statement = statement.where(PersonMonth.channel_id.in_(drill.channel_ids))
    return {month: (int(persons), int(n)) for month, persons, n in connection.execute(statement).all()}


def _days(table: Any, drill: Drill) -> list[ColumnElement[bool]]:  # noqa: ANN401 - any roll-up by day and channel
    tests = [table.day.between(day_number(drill.since), day_number(drill.until))]
    return [*tests, table.channel_id.in_(drill.channel_ids)] if drill.channel_ids else tests
