"""Sets the deadlines of a case from the team's targets and opening hours, and stops its clock while it waits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.models.domain.business_hours import NeverOpenError, WeekCalendar, span
from app.models.domain.sla import Pause, SlaFacts, best_target, due_at
from app.models.domain.sla import SlaTarget as Target
from app.models.domain.vocabulary import CaseState
from app.models.queries.case_facts import pauses_of
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER
from app.models.schema.cases import ClockPause
from app.models.schema.classification import Node
from app.models.schema.settings import Calendar, CalendarException, SlaTarget
from app.services.acts import Act

# In these states nobody of ours is late: the customer has the word, or the work is done.
STANDING_STATES = frozenset(
    {CaseState.WAITING_CUSTOMER, CaseState.RESOLVED, CaseState.CLOSED, CaseState.VOIDED, CaseState.MERGED}
)
_DEFAULT = Target(id=0, first_response=timedelta(hours=4), resolution=timedelta(hours=40), warning_percent=75)


# Built once: every case screen asks for it, and building costs more than asking.
_TARGETS = select(*SlaTarget.__table__.c).order_by(SlaTarget.position, SlaTarget.id)


def targets(connection: Connection) -> list[Target]:
    """Return the team's targets."""
    rows = connection.execute(_TARGETS)
    return [
        Target(
            id=row.id,
            first_response=timedelta(minutes=row.first_response_minutes),
            resolution=timedelta(minutes=row.resolution_minutes),
            is_clock_time=row.is_clock_time,
            channel_id=row.channel_id,
            nature_id=row.nature_node_id,
            is_vip=row.is_vip,
            crisis_level=row.crisis_level,
            warning_percent=row.warning_percent,
            position=row.position,
        )
        for row in rows
    ]


def target_for(connection: Connection, case: Mapping[str, Any], nodes: Collection[int]) -> Target:
    """Return the target that fits a case best; ``nodes`` are those it carries, all above them count too."""
    facts = SlaFacts(
        channel_id=case["channel_id"],
        nature_ids=with_ancestors(connection, nodes),
        is_vip=case["is_vip"],
        crisis_level=case["crisis_level"],
    )
    return best_target(targets(connection), facts) or _DEFAULT


def with_ancestors(connection: Connection, node_ids: Collection[int]) -> frozenset[int]:
    """Return nodes with all that stand above them, and the targets of merged ones."""
    found: set[int] = set()
    pending = set(node_ids)
    while pending:
        found |= pending
        rows = connection.execute(select(Node.parent_id, Node.merged_into_id).where(Node.id.in_(sorted(pending))))
        pending = {node for row in rows for node in row if node is not None} - found
    return frozenset(found)


def due_after(
    calendar: WeekCalendar | None, start: datetime, within: timedelta, pauses: Sequence[Pause] = ()
) -> datetime:
    """Return when that much time has run, NEVER while a pause has no end.

    ``calendar`` None counts every minute, and so does one that hardly ever opens: a deadline must exist.
    """
    try:
        return due_at(start, within, calendar, pauses) or NEVER
    except NeverOpenError:
        return due_at(start, within, None, pauses) or NEVER


def next_due(case: Mapping[str, Any]) -> datetime:
    """Return the next operational deadline of a running case: the first answer's, then the resolution's."""
    due: datetime = case["first_response_due_at"] if case["first_response_at"] is None else case["resolution_due_at"]
    return due


class CaseClock:
    """Works out the clock columns of a case row; writes nothing but pauses."""

    def __init__(self) -> None:
        self._last: tuple[object, WeekCalendar] | None = None

    def calendar(self, connection: Connection) -> WeekCalendar | None:
        """Return the team's opening hours, None when there are none: then every minute counts.

        The rows are read each time; the calendar made of them, which knows years of days, is kept while they agree.
        """
        row = connection.execute(select(Calendar.id, Calendar.zone, Calendar.week).order_by(Calendar.id)).first()
        if row is None:
            return None
        exceptions = connection.execute(
            select(CalendarException.day, CalendarException.intervals)
            .where(CalendarException.calendar_id == row.id)
            .order_by(CalendarException.day)
        ).all()
        form = (row.zone, repr(row.week), repr(exceptions))
        known = self._last
        if known is not None and known[0] == form:
            return known[1]
        week = {int(day): [span(start, end) for start, end in spans] for day, spans in row.week.items()}
        days = {day: [span(start, end) for start, end in spans or ()] for day, spans in exceptions}
        calendar = WeekCalendar(row.zone, week, days)
        self._last = (form, calendar)
        return calendar

    def opening(
        self, connection: Connection, case: Mapping[str, Any], nodes: Collection[int], at: datetime
    ) -> dict[str, datetime]:
        """Return the first deadlines of a case that opens at ``at``; ``case`` has channel_id, is_vip, crisis_level."""
        return self._deadlines_of(connection, target_for(connection, case, nodes), at, ())

    def move(
        self,
        act: Act,
        row: AnyRow,
        values: Mapping[str, Any],
        nodes: Mapping[int, int],
        *,
        recompute: bool = False,
    ) -> dict[str, datetime]:
        """Return the clock columns after a change of ``values``; begins or ends a pause when the state asks for it.

        The deadlines are worked out again after a pause, and when ``recompute`` says that the target changed.
        """
        after = row._asdict() | dict(values)
        was_standing, is_standing = row.state in STANDING_STATES, after["state"] in STANDING_STATES
        is_moved = row.state is not after["state"]
        if was_standing and is_moved:
            _end_pause(act, row.id)
        if is_standing and is_moved:
            _begin_pause(act, row.id, after["state"].value)
        clock: dict[str, datetime] = {}
        if not is_standing and (was_standing or recompute):
            target = target_for(act.connection, after, list(nodes.values()))
            clock = self._deadlines_of(act.connection, target, row.opened_at, _pauses(act.connection, row.id))
        clock["due_at"] = NEVER if is_standing else next_due(after | clock)
        return clock

    def warn_at(self, connection: Connection, case: Mapping[str, Any], nodes: Collection[int]) -> datetime:
        """Return when the early warning of the next deadline is due; NEVER while the clock stands."""
        if case["due_at"] >= NEVER:
            return NEVER
        target = target_for(connection, case, nodes)
        calendar = None if target.is_clock_time else self.calendar(connection)
        within = target.first_response if case["first_response_at"] is None else target.resolution
        pauses = _pauses(connection, case["id"])
        return due_after(calendar, case["opened_at"], within * target.warning_percent / 100, pauses)

    def _deadlines_of(
        self, connection: Connection, target: Target, start: datetime, pauses: Sequence[Pause]
    ) -> dict[str, datetime]:
        calendar = None if target.is_clock_time else self.calendar(connection)
        return {
            "first_response_due_at": due_after(calendar, start, target.first_response, pauses),
            "resolution_due_at": due_after(calendar, start, target.resolution, pauses),
        }


def _pauses(connection: Connection, case_id: int) -> list[Pause]:
    return [Pause(row.started_at, row.ended_at) for row in pauses_of(connection, case_id)]


def _begin_pause(act: Act, case_id: int, reason: str) -> None:
    act.connection.execute(
        insert(ClockPause), [{"case_id": case_id, "reason": reason, "started_at": act.at, "ended_at": None}]
    )


def _end_pause(act: Act, case_id: int) -> None:
    act.connection.execute(
        update(ClockPause).where(ClockPause.case_id == case_id, ClockPause.ended_at.is_(None)).values(ended_at=act.at)
    )
