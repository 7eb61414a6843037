"""Reads what is asked of a case beyond its answer: duties, missed deadlines that want a reason, and silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from app.models.domain.case_detail import BreachInfo, DutyInfo
from app.models.schema.cases import CaseMerge
from app.models.schema.rules import Breach, Duty


@dataclass(frozen=True, slots=True)
class DutyWords:
    """What the team's legal profiles call each kind of duty, and which kinds the answer to the demand settles."""

    names: Mapping[str, str]
    answer_kinds: Collection[str]


def duties_of(connection: Connection, case_id: int, words: Callable[[], DutyWords]) -> tuple[DutyInfo, ...]:
    """Return the duties of a case and of those united with it, the open ones first, by their time."""
    rows = connection.execute(_duties(), {"case_id": case_id}).all()
    if not rows:
        return ()
    known = words()
    found = [
        DutyInfo(
            id=row.id,
            kind=row.kind,
            name=known.names.get(row.kind, row.kind),
            norm=row.norm,
            began_at=row.began_at,
            due_at=row.due_at,
            done_at=row.done_at,
            note=row.note,
            is_answer=row.kind in known.answer_kinds,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: (each.done_at is not None, each.due_at, each.id)))


def breaches_of(connection: Connection, case_id: int, words: Callable[[], DutyWords]) -> tuple[BreachInfo, ...]:
    """Return the missed deadlines of a case, oldest first."""
    rows = connection.execute(_breaches(), {"case_id": case_id}).all()
    names = words().names if rows else {}
    return tuple(
        BreachInfo(row.id, row.clock, names.get(row.clock, row.clock), row.due_at, row.noticed_at, row.reason)
        for row in rows
    )


def duty_case_ids(connection: Connection, case_id: int) -> list[int]:
    """Return the case and those united with it: whose duties are settled here."""
    absorbed = select(CaseMerge.absorbed_id).where(CaseMerge.survivor_id == case_id, CaseMerge.undone_at.is_(None))
    return [case_id, *connection.execute(absorbed).scalars()]


@cache
def _duties() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    absorbed = select(CaseMerge.absorbed_id).where(
        CaseMerge.survivor_id == bindparam("case_id"), CaseMerge.undone_at.is_(None)
    )
    return select(*Duty.__table__.c).where(or_(Duty.case_id == bindparam("case_id"), Duty.case_id.in_(absorbed)))


@cache
def _breaches() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    columns = (Breach.id, Breach.clock, Breach.due_at, Breach.noticed_at, Breach.reason)
    return select(*columns).where(Breach.case_id == bindparam("case_id")).order_by(Breach.due_at, Breach.id)
