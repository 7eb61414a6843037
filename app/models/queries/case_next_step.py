"""Builds the one line that says what is due on a case from its row and all that has a date of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo

from sqlalchemy import Connection, select

from app.models.domain.case_detail import DutyInfo, ForwardingInfo, NextStepInfo, PromiseInfo
from app.models.domain.next_step import NextStepCode, NextStepFacts, next_step
from app.models.domain.vocabulary import AxisKey, CaseState, PromiseState
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Forwarding


@dataclass(frozen=True, slots=True)
class Dated:
    """What has a date of its own besides the case's clocks."""

    promises: tuple[PromiseInfo, ...]
    forwarding: ForwardingInfo | None
    duties: tuple[DutyInfo, ...]
    silence_due_at: datetime | None
    area_answered_at: datetime | None = None


def area_answered_at(connection: Connection, row: AnyRow) -> datetime | None:
    """Return when an area last answered a case that is in service again; the customer has to be told."""
    if not row.was_forwarded or row.state is not CaseState.IN_SERVICE:
        return None
    answered: datetime | None = connection.execute(
        select(Forwarding.returned_at)
        .where(Forwarding.case_id == row.id, Forwarding.answer.is_not(None))
        .order_by(Forwarding.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return answered


def next_step_of(
    row: AnyRow,
    keys: dict[str, tuple[str, ...]],
    dated: Dated,
    zone: tzinfo,
) -> NextStepInfo:
    """Return the one line that says what is due on a case, by whom and by when."""
    forwarding = dated.forwarding
    open_promises = [each for each in dated.promises if each.state is PromiseState.OPEN]
    duty = next((each for each in dated.duties if each.done_at is None and not each.is_answer), None)
    first = min(open_promises, key=lambda each: each.due_at, default=None)
    follow_up = None
    if row.follow_up_on is not None:
        follow_up = datetime.combine(row.follow_up_on, time(), zone).astimezone(UTC)
    step = next_step(
        NextStepFacts(
            state=row.state,
            has_owner=row.owner_id is not None,
            is_classified=AxisKey.NATURE in keys and AxisKey.SUBJECT in keys,
            has_solution=bool(row.solution),
            is_protocol_told=row.protocol_told_at is not None,
            first_response_at=row.first_response_at,
            first_response_due_at=row.first_response_due_at,
            resolution_due_at=row.resolution_due_at,
            legal_due_at=row.legal_due_at,
            area_due_at=forwarding.due_at if forwarding else None,
            promise_due_at=first.due_at if first else None,
            duty_due_at=duty.due_at if duty else None,
            silence_due_at=dated.silence_due_at,
            last_customer_at=row.last_customer_at,
            last_reply_at=row.last_reply_at,
            area_answered_at=dated.area_answered_at,
            resolved_at=row.resolved_at,
            snoozed_until=row.snoozed_until,
            follow_up_at=follow_up,
        )
    )
    facts = {"owner": row.owner_name, "area": forwarding.area_name if forwarding else None}
    if step.code is NextStepCode.KEEP_PROMISE and first is not None:
        facts["promise"] = first.text
    if step.code is NextStepCode.DUTY and duty is not None:
        facts["duty"] = duty.name
    told = tuple((name, value) for name, value in facts.items() if value)
    return NextStepInfo(step.code.value, step.by.value, step.due_at, told)
