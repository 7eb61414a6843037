"""Chooses the next case of the play mode: by deadline, and never one that a colleague has open."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, exists, or_, select

from app.models.domain.vocabulary import CaseState
from app.models.schema.cases import Case, Presence

_TO_WORK_ON = (CaseState.NEW, CaseState.IN_SERVICE, CaseState.REOPENED)


def next_case_id(connection: Connection, *, person_id: int, now: datetime, after: int | None) -> int | None:
    """Return the first due case of this person or of nobody that comes after the case ``after``, else None."""
    others = exists(
        select(1).where(Presence.case_id == Case.id, Presence.person_id != person_id, Presence.expires_at > now)
    )
    tests = [
        Case.is_open,
        Case.state.in_(_TO_WORK_ON),
        or_(Case.snoozed_until.is_(None), Case.snoozed_until <= now),
        ~others,
    ]
    if after is not None:
        due = connection.execute(select(Case.due_at).where(Case.id == after)).scalar_one_or_none()
        if due is not None:
            tests += [Case.due_at >= due, or_(Case.due_at > due, and_(Case.due_at == due, Case.id > after))]
    found: list[tuple[datetime, int]] = []
    for owner in (Case.owner_id == person_id, Case.owner_id.is_(None)):
        statement = select(Case.due_at, Case.id).where(owner, *tests).order_by(Case.due_at, Case.id).limit(1)
        found += connection.execute(statement).all()
    return min(found)[1] if found else None
