"""Finds clocks whose time is over and that nobody has written down yet: bounded, and each way by an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select

from app.models.domain.breach import AREA, FIRST_RESPONSE, PROMISE, RESOLUTION, SILENCE, Lateness
from app.models.domain.vocabulary import CaseState
from app.models.queries.rows import AnyRow
from app.models.schema.cases import IS_OPEN, IS_PROMISE_OPEN, Case, Forwarding, Promise
from app.models.schema.people import Area
from app.models.schema.rules import IS_DUTY_OPEN, Breach, Duty

_GONE = (CaseState.VOIDED, CaseState.MERGED)


@dataclass(frozen=True, slots=True)
class LateCase:
    """A missed deadline and the case that it belongs to."""

    case_id: int
    missed: Lateness


def late_clocks(connection: Connection, now: datetime, *, limit: int) -> list[LateCase]:
    """Return missed deadlines that are not recorded, at most ``limit`` of each kind."""
    return [
        LateCase(row.case_id, Lateness(row.clock, row.due_at))
        for statement in _late_statements(now)
        for row in connection.execute(statement.limit(limit))
    ]


def maybe_silent(
    connection: Connection, now: datetime, shortest: datetime, *, limit: int, only_new: bool = False
) -> list[AnyRow]:
    """Return the open cases whose customer heard nothing since ``shortest``; their areas' hours decide elsewhere.

    ``only_new`` leaves out those whose present silence is written down already.
    """
    last_word = func.coalesce(Case.last_reply_at, Case.opened_at, type_=Case.opened_at.type)
    statement = (
        select(
            Case.id,
            Case.protocol,
            Case.state,
            Case.channel_id,
            Case.area_id,
            Case.opened_at,
            Case.last_reply_at,
            Area.silence_minutes,
        )
        .outerjoin(Area, Area.id == Case.area_id)
        .where(IS_OPEN, Case.state != CaseState.WAITING_CUSTOMER, Case.state != CaseState.RESOLVED)
        .where(last_word < min(shortest, now))
        .order_by(Case.id)
        .limit(limit)
    )
    if only_new:
        known = select(Breach.id).where(
            Breach.case_id == Case.id, Breach.clock == SILENCE, Breach.noticed_at > last_word
        )
        statement = statement.where(~known.exists())
    return list(connection.execute(statement))


def shortest_silence(connection: Connection) -> int | None:
    """Return the shortest time that an area in use may leave a customer without a word, in minutes."""
    return connection.execute(select(func.min(Area.silence_minutes)).where(Area.is_active)).scalar_one()


def promises_between(connection: Connection, first: datetime, last: datetime, *, limit: int) -> list[AnyRow]:
    """Return the open promises that fall due in a stretch of time."""
    statement = (
        select(Promise.id, Promise.case_id, Promise.due_at, Case.protocol)
        .join(Case, Case.id == Promise.case_id)
        .where(IS_PROMISE_OPEN, Promise.due_at > first, Promise.due_at <= last, Case.state.not_in(_GONE))
        .order_by(Promise.due_at)
        .limit(limit)
    )
    return list(connection.execute(statement))


def _late_statements(now: datetime) -> Iterator[Select[Any]]:
    clock: ColumnElement[str] = literal(FIRST_RESPONSE)
    late_case = (IS_OPEN, Case.due_at < now)
    yield _late(Case.id, clock, Case.first_response_due_at).where(
        *late_case,
        Case.first_response_at.is_(None),
        Case.first_response_due_at < now,
        ~_is_known(Case.id, clock, Case.first_response_due_at),
    )
    clock = literal(RESOLUTION)
    yield _late(Case.id, clock, Case.resolution_due_at).where(
        *late_case, Case.resolution_due_at < now, ~_is_known(Case.id, clock, Case.resolution_due_at)
    )
    clock = literal(AREA)
    yield (
        _late(Case.id, clock, Forwarding.due_at)
        .join(Forwarding, Forwarding.case_id == Case.id)
        .where(IS_OPEN, Case.state == CaseState.WAITING_AREA, Forwarding.returned_at.is_(None))
        .where(Forwarding.due_at < now, ~_is_known(Case.id, clock, Forwarding.due_at))
    )
    clock = literal(PROMISE)
    yield (
        _late(Promise.case_id, clock, Promise.due_at)
        .join(Case, Case.id == Promise.case_id)
        .where(IS_PROMISE_OPEN, Promise.due_at < now, Case.state.not_in(_GONE))
        .where(~_is_known(Promise.case_id, clock, Promise.due_at))
    )
    yield (
        _late(Duty.case_id, Duty.kind, Duty.due_at)
        .join(Case, Case.id == Duty.case_id)
        .where(IS_DUTY_OPEN, Duty.due_at < now, Case.state != CaseState.VOIDED)
        .where(~_is_known(Duty.case_id, Duty.kind, Duty.due_at))
    )


def _late(case_id: Any, clock: Any, due: Any) -> Select[Any]:  # noqa: ANN401 - mapped columns
    return select(case_id.label("case_id"), clock.label("clock"), due.label("due_at"))


def _is_known(case_id: Any, clock: Any, due: Any) -> ColumnElement[bool]:  # noqa: ANN401 - mapped columns
    return select(Breach.id).where(Breach.case_id == case_id, Breach.clock == clock, Breach.noticed_at >= due).exists()
