"""Writes down, inside an act, that a deadline has passed: once, whoever notices it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.breach import FIRST_RESPONSE, RESOLUTION, Lateness, Watched, missed
from app.models.queries.rows import AnyRow
from app.models.schema.rules import Breach
from app.services.acts import Act


def notice(act: Act, case_id: int, found: Iterable[Lateness]) -> int:
    """Record missed deadlines of a case; return how many were not known. A later notice of the same is none."""
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    new = 0
    for each in found:
        known = select(Breach.id).where(
            Breach.case_id == case_id, Breach.clock == each.clock, Breach.noticed_at >= each.due_at
        )
        if act.connection.execute(known.limit(1)).first() is not None:
            continue
        values = {"case_id": case_id, "clock": each.clock, "due_at": each.due_at, "noticed_at": act.at}
        statement = module.insert(Breach).values(values).on_conflict_do_nothing().returning(Breach.id)
        if act.connection.execute(statement).first() is None:
            continue
        new += 1
        act.record(case_id, "breach", {"clock": each.clock, "due_at": each.due_at.isoformat()})
    if new:
        act.touch(cases=[case_id])
    return new


def notice_late_act(act: Act, row: AnyRow, after: Mapping[str, Any]) -> None:
    """Record what an act on a case did too late: the first answer, the resolution."""
    clocks = []
    if row.first_response_at is None and after["first_response_at"] is not None:
        clocks.append(Watched(FIRST_RESPONSE, after["first_response_due_at"], after["first_response_at"]))
    if row.resolved_at is None and after["resolved_at"] is not None:
        clocks.append(Watched(RESOLUTION, after["resolution_due_at"], after["resolved_at"]))
    late = missed(clocks, act.at)
    if late:
        notice(act, row.id, late)
