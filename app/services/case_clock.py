"""Sets the deadlines of a case from the team's targets and opening hours, and stops its clock while it waits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.models.domain.business_hours import NeverOpenError, WeekCalendar
from app.models.domain.sla import Pause, SlaFacts, best_target, due_at
from app.models.domain.sla import SlaTarget as Target
from app.models.domain.vocabulary import CaseState
from app.models.queries.case_facts import pauses_of
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER
from app.models.schema.cases import ClockPause
from app.models.schema.classification import Node
from app.models.schema.settings import SlaTarget
from app.services.acts import Act
from app.services.team_calendars import CalendarShelf, TeamCalendars

# In these states nobody of ours is late: the customer has the word, or the work is done.
STANDING_STATES = frozenset(
    {CaseState.WAITING_CUSTOMER, CaseState.RESOLVED, CaseState.CLOSED, CaseState.VOIDED, CaseState.MERGED}
)
DEFAULT_TARGET = Target(id=0, first_response=timedelta(hours=4), resolution=timedelta(hours=40), warning_percent=75)

DEFAULT_SILENCE_MINUTES = 960

# Built once: every case screen asks for it, and building costs more than asking.
_TARGETS = select(*SlaTarget.__table__.c).order_by(SlaTarget.position, SlaTarget.id)


@dataclass(frozen=True, slots=True)
class Rules:
    """What deadlines are counted by: everybody's hours and the team's targets."""

    calendars: TeamCalendars
    targets: tuple[Target, ...]


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
            name=row.name,
        )
        for row in rows
    ]


def target_for(connection: Connection, case: Mapping[str, Any], nodes: Collection[int]) -> Target:
    """Return the target that fits a case best; ``nodes`` are those it carries, all above them count too."""
    return _target_within(connection, case, with_ancestors(connection, nodes))


def _target_within(connection: Connection, case: Mapping[str, Any], nodes: frozenset[int]) -> Target:
    facts = SlaFacts(
        channel_id=case["channel_id"],
        nature_ids=nodes,
        is_vip=case["is_vip"],
        crisis_level=case["crisis_level"],
    )
    return best_target(targets(connection), facts) or DEFAULT_TARGET


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
    """Works out the clock columns of a case row; writes nothing but pauses.

    A deadline counts from opening through the pauses, by the target and the hours of today (decision 052). The first
    answer's is settled once it was given: what was in time stays in time.
    """

    def __init__(self) -> None:
        self._shelf = CalendarShelf()

    def calendars(self, connection: Connection) -> TeamCalendars:
        """Return all opening hours; read each time, built only after an edit."""
        return self._shelf.calendars(connection)

    def calendar(self, connection: Connection) -> WeekCalendar | None:
        """Return the team's first opening hours, None when there are none: then every minute counts."""
        first = self.calendars(connection).first
        return None if first is None else first.hours

    def rules(self, connection: Connection) -> Rules:
        """Return what deadlines are counted by now."""
        return Rules(self.calendars(connection), tuple(targets(connection)))

    def opening(
        self, connection: Connection, case: Mapping[str, Any], nodes: Collection[int], at: datetime
    ) -> dict[str, datetime]:
        """Return the first deadlines of a case that opens at ``at``; ``case`` has channel_id, is_vip, crisis_level."""
        return self._deadlines_of(connection, case, nodes, at, ())

    def area_due(self, connection: Connection, area_id: int, start: datetime, within: timedelta) -> datetime:
        """Return when an area's answer is due, by the area's own hours."""
        hours = self.calendars(connection).of_area(area_id)
        return due_after(None if hours is None else hours.hours, start, within)

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

        The deadlines are worked out again after a pause, when ``recompute`` says that the target changed, and when
        the first answer was taken back.
        """
        after = row._asdict() | dict(values)
        was_standing, is_standing = row.state in STANDING_STATES, after["state"] in STANDING_STATES
        is_moved = row.state is not after["state"]
        if was_standing and is_moved:
            _end_pause(act, row.id)
        if is_standing and is_moved:
            _begin_pause(act, row.id, after["state"].value)
        clock: dict[str, datetime] = {}
        is_unanswered_again = row.first_response_at is not None and after["first_response_at"] is None
        if not is_standing and (was_standing or recompute or is_unanswered_again):
            clock = self.present(act.connection, after, list(nodes.values()))
            if row.first_response_at is not None and not is_unanswered_again:
                del clock["first_response_due_at"]
        clock["due_at"] = NEVER if is_standing else next_due(after | clock)
        return clock

    def present(self, connection: Connection, case: Mapping[str, Any], nodes: Collection[int]) -> dict[str, datetime]:
        """Return both deadlines of a case as the rules of today give them."""
        return self._deadlines_of(connection, case, nodes, case["opened_at"], _pauses(connection, case["id"]))

    def renewed(self, connection: Connection, row: AnyRow, nodes: Collection[int]) -> dict[str, datetime]:
        """Return the clock columns of a running case that differ from what the rules of today give."""
        if row.state in STANDING_STATES:
            return {}
        values = self.present(connection, row._asdict(), nodes)
        if row.first_response_at is not None:
            values["first_response_due_at"] = row.first_response_due_at
        values["due_at"] = next_due(row._asdict() | values)
        return {name: value for name, value in values.items() if getattr(row, name) != value}

    def warn_at(
        self, connection: Connection, case: Mapping[str, Any], nodes: frozenset[int], calendars: TeamCalendars
    ) -> datetime:
        """Return when the early warning of the next deadline is due, by hours read already; NEVER while it stands.

        ``nodes`` are those that the case carries with all above them.
        """
        if case["due_at"] >= NEVER:
            return NEVER
        target = _target_within(connection, case, nodes)
        within = target.first_response if case["first_response_at"] is None else target.resolution
        pauses = _pauses(connection, case["id"])
        calendar = hours_for(calendars, case["channel_id"], target)
        return due_after(calendar, case["opened_at"], within * target.warning_percent / 100, pauses)

    def _deadlines_of(
        self,
        connection: Connection,
        case: Mapping[str, Any],
        nodes: Collection[int],
        start: datetime,
        pauses: Sequence[Pause],
    ) -> dict[str, datetime]:
        target = target_for(connection, case, nodes)
        return deadlines(target, self._hours(connection, case, target), start, pauses)

    def _hours(self, connection: Connection, case: Mapping[str, Any], target: Target) -> WeekCalendar | None:
        return hours_for(self.calendars(connection), case["channel_id"], target)


def silence_due(calendars: TeamCalendars, case: Mapping[str, Any]) -> datetime:
    """Return by when the customer of a running case must hear of us again, by hours that were read already.

    ``case`` has, besides its columns, ``silence_minutes`` of its area (None without one): the area's own hours.
    """
    area_id = case["area_id"]
    hours = calendars.of_channel(case["channel_id"]) if area_id is None else calendars.of_area(area_id)
    within = timedelta(minutes=case["silence_minutes"] or DEFAULT_SILENCE_MINUTES)
    return due_after(None if hours is None else hours.hours, case["last_reply_at"] or case["opened_at"], within)


def hours_for(calendars: TeamCalendars, channel_id: int, target: Target) -> WeekCalendar | None:
    """Return the hours that a target is counted in on a channel, None for clock time."""
    found = None if target.is_clock_time else calendars.of_channel(channel_id)
    return None if found is None else found.hours


def deadlines(
    target: Target, calendar: WeekCalendar | None, start: datetime, pauses: Sequence[Pause]
) -> dict[str, datetime]:
    """Return both deadlines of a target by the columns that hold them."""
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
