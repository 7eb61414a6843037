"""Chooses the next case of the play mode: crises first, then by deadline, and never one that a colleague has open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, and_, exists, or_, select

from app.models.domain.vocabulary import CaseState
from app.models.queries.inbox_conditions import Test
from app.models.schema.cases import Case, Presence

_TO_WORK_ON = (CaseState.NEW, CaseState.IN_SERVICE, CaseState.REOPENED)
_CRISIS, _OTHER = Case.crisis_level.is_not(None), Case.crisis_level.is_(None)


def next_case_id(
    connection: Connection,
    *,
    person_id: int,
    now: datetime,
    after: int | None,
    area_ids: tuple[int, ...] | None = None,
    passed: Iterable[int] = (),
) -> int | None:
    """Return the first due case of this person or of nobody that comes after the case ``after``, else None.

    ``area_ids`` (not None) asks for the cases that wait for these areas instead; ``passed`` are left out.
    """
    tests = [*_queue(area_ids), *_free(person_id, now), Case.id.not_in(sorted(passed))]
    last = None
    if after is not None:
        last = connection.execute(select(Case.due_at, Case.crisis_level).where(Case.id == after)).one_or_none()
    is_past_crises = last is not None and last.crisis_level is None
    for is_crisis in (True, False):
        if is_crisis and is_past_crises:
            continue
        later = [] if last is None or is_crisis is is_past_crises else _later(last.due_at, after or 0)
        found = _first(connection, [*tests, *later], person_id, is_crisis=is_crisis, is_area=area_ids is not None)
        if found is not None:
            return found
    return None


def is_watched(connection: Connection, case_id: int, person_id: int, now: datetime) -> bool:
    """Tell whether somebody else has the case open."""
    return connection.execute(select(1).where(_others(person_id, now, case_id))).first() is not None


def _first(connection: Connection, tests: list[Test], person_id: int, *, is_crisis: bool, is_area: bool) -> int | None:
    level = _CRISIS if is_crisis else _OTHER
    # Each owner by its own part of the index of owners: their union would have to be sorted.
    owners: list[list[Test]] = [[]] if is_area else [[Case.owner_id == person_id], [Case.owner_id.is_(None)]]
    found: list[tuple[datetime, int]] = []
    for owner in owners:
        statement = select(Case.due_at, Case.id).where(*owner, *tests, level).order_by(Case.due_at, Case.id).limit(1)
        found += [(row.due_at, row.id) for row in connection.execute(statement)]
    return min(found)[1] if found else None


def _queue(area_ids: tuple[int, ...] | None) -> list[Test]:
    if area_ids is None:
        return [Case.is_open, Case.state.in_(_TO_WORK_ON)]
    return [Case.is_open, Case.state == CaseState.WAITING_AREA, Case.area_id.in_(area_ids)]


def _free(person_id: int, now: datetime) -> list[Test]:
    awake = or_(Case.snoozed_until.is_(None), Case.snoozed_until <= now)
    return [awake, ~_others(person_id, now, Case.id)]


def _others(person_id: int, now: datetime, case_id: object) -> Test:
    return exists(
        select(1).where(Presence.case_id == case_id, Presence.person_id != person_id, Presence.expires_at > now)
    )


def _later(due: datetime, after: int) -> list[Test]:
    return [Case.due_at >= due, or_(Case.due_at > due, and_(Case.due_at == due, Case.id > after))]
