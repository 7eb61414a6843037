"""Reads the cases whose clocks run, page by page, with all that their deadlines depend on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.models.domain.sla import Pause
from app.models.domain.vocabulary import CaseState
from app.models.schema.cases import IS_CONFIRMED, IS_OPEN, Case, CaseAxis, ClockPause, Forwarding
from app.models.schema.classification import Node
from app.models.schema.people import Area

# Their clocks stand; they are counted anew when they go on.
_STANDING = (CaseState.WAITING_CUSTOMER, CaseState.RESOLVED)
_COLUMNS = (
    Case.id,
    Case.version,
    Case.protocol,
    Case.channel_id,
    Case.is_vip,
    Case.crisis_level,
    Case.opened_at,
    Case.due_at,
    Case.first_response_at,
    Case.first_response_due_at,
    Case.resolution_due_at,
)


@dataclass(frozen=True, slots=True)
class AreaClock:
    """What an area still has to answer; minutes are the area's business time."""

    id: int
    area_id: int
    forwarded_at: datetime
    due_at: datetime
    answer_minutes: int


@dataclass(frozen=True, slots=True)
class OpenClock:
    """A case whose clock runs, with the nodes it carries, its pauses, and what an area owes on it."""

    id: int
    version: int
    protocol: str
    channel_id: int
    is_vip: bool
    crisis_level: int | None
    opened_at: datetime
    due_at: datetime
    first_response_at: datetime | None
    first_response_due_at: datetime
    resolution_due_at: datetime
    nodes: tuple[int, ...]
    pauses: tuple[Pause, ...]
    area: AreaClock | None


def open_clocks(connection: Connection, *, after_id: int, limit: int) -> list[OpenClock]:
    """Return the page of running cases after an id, in the order of ids."""
    statement = (
        select(*_COLUMNS)
        .where(IS_OPEN, Case.id > after_id, Case.state.not_in(_STANDING))
        .order_by(Case.id)
        .limit(limit)
    )
    rows = connection.execute(statement).all()
    ids = [row.id for row in rows]
    nodes, pauses, areas = _nodes(connection, ids), _pauses(connection, ids), _areas(connection, ids)
    return [
        OpenClock(*row, tuple(nodes.get(row.id, ())), tuple(pauses.get(row.id, ())), areas.get(row.id)) for row in rows
    ]


def open_clock_count(connection: Connection) -> int:
    """Return how many cases have a running clock."""
    statement = select(func.count()).select_from(Case).where(IS_OPEN, Case.state.not_in(_STANDING))
    return int(connection.execute(statement).scalar_one())


def versions_of(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    """Return the present versions of cases, locked in the order of ids until the transaction ends."""
    statement = select(Case.id, Case.version).where(Case.id.in_(sorted(ids))).order_by(Case.id).with_for_update()
    return {row.id: row.version for row in connection.execute(statement)}


def lines_above(connection: Connection) -> dict[int, tuple[int, ...]]:
    """Return, for each node, what stands directly above it and the node it was merged into."""
    rows = connection.execute(select(Node.id, Node.parent_id, Node.merged_into_id))
    return {row.id: tuple(each for each in row[1:] if each is not None) for row in rows}


def _nodes(connection: Connection, ids: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    said = select(CaseAxis.case_id, CaseAxis.node_id).where(CaseAxis.case_id.in_(ids), IS_CONFIRMED)
    for row in connection.execute(said):
        found.setdefault(row.case_id, []).append(row.node_id)
    return found


def _pauses(connection: Connection, ids: list[int]) -> dict[int, list[Pause]]:
    found: dict[int, list[Pause]] = {}
    statement = (
        select(ClockPause.case_id, ClockPause.started_at, ClockPause.ended_at)
        .where(ClockPause.case_id.in_(ids))
        .order_by(ClockPause.id)
    )
    for row in connection.execute(statement):
        found.setdefault(row.case_id, []).append(Pause(row.started_at, row.ended_at))
    return found


def _areas(connection: Connection, ids: list[int]) -> dict[int, AreaClock]:
    statement = (
        select(
            Forwarding.case_id,
            Forwarding.id,
            Forwarding.area_id,
            Forwarding.forwarded_at,
            Forwarding.due_at,
            Area.answer_minutes,
        )
        .join(Area, Area.id == Forwarding.area_id)
        .where(Forwarding.case_id.in_(ids), Forwarding.returned_at.is_(None))
        .order_by(Forwarding.id)
    )
    return {row.case_id: AreaClock(*row[1:]) for row in connection.execute(statement)}
