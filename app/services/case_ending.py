"""What resolving, closing and reopening a case look at and write, and the checks that acts on a case share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from app.models.domain.breach import AREA, Lateness
from app.models.domain.case_flow import CloseFacts, RefusalCode, missing_to_close, proposed_closing_kind
from app.models.domain.people import Right
from app.models.domain.vocabulary import AxisKey, CaseState, ClosingKind
from app.models.domain.words import clean_text
from app.models.queries.case_facts import case_nodes, node_keys, open_forwarding, went_to_ombudsman
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Forwarding
from app.models.schema.people import AreaMember, Person
from app.services.acts import Act
from app.services.breach_book import notice
from app.services.case_desk import Step, Work
from app.services.errors import Invalid, Refused
from app.services.mention_book import business_zone


def resolving_step(*, told_by_phone: bool) -> Work:
    """Return the work of *Resolvido*: what has to be filled in is there, and the clock stops."""

    def work(act: Act, row: AnyRow) -> Step:
        check_complete(act.connection, row, told_by_phone=told_by_phone)
        settle_forwarding(act, row.id, None)
        return Step({"resolved_at": act.at, "snoozed_until": None, **_telephone(act, row, told_by_phone=told_by_phone)})

    return work


def closing_step(kind: ClosingKind | None, *, told_by_phone: bool) -> Work:
    """Return the work of closing; ``kind`` None takes what the way of the case suggests."""

    def work(act: Act, row: AnyRow) -> Step:
        if not act.actor.may(Right.WORK_CASES):
            _answer_in_closing(act, row)
        check_complete(act.connection, row, told_by_phone=told_by_phone)
        settle_forwarding(act, row.id, None)
        chosen = kind or proposed_closing_kind(
            was_forwarded=row.was_forwarded, went_to_ombudsman=went_to_ombudsman(act.connection, row.id)
        )
        values = {
            "resolved_at": row.resolved_at or act.at,
            "closed_at": act.at,
            "closing_kind": chosen,
            "snoozed_until": None,
        }
        return Step(values | _telephone(act, row, told_by_phone=told_by_phone))

    return work


def reopening_step(reason: str) -> Work:
    """Return the work of reopening; the solution so far stays readable in the history."""
    tidy = clean_text(reason).strip()
    if not tidy:
        raise Invalid("reason_missing")

    def work(_act: Act, row: AnyRow) -> Step:
        values: Mapping[str, Any] = {
            "resolved_at": None,
            "closed_at": None,
            "closing_kind": None,
            "solution": None,
            "satisfaction": None,
            "is_satisfied_resolved": None,
            "follow_up_on": None,
            "area_id": None,
            "reopened_count": row.reopened_count + 1,
        }
        return Step(values, {"reason": tidy})

    return work


def check_complete(connection: Connection, row: AnyRow, *, told_by_phone: bool) -> None:
    """Refuse to end a case that lacks something.

    Raises:
        Refused: ``missing_to_close`` with ``missing``, or ``still_with_area``.
    """
    keys = node_keys(connection, case_nodes(connection, row.id).values())
    missing = missing_to_close(
        CloseFacts(
            has_nature=AxisKey.NATURE in keys,
            has_subject=AxisKey.SUBJECT in keys,
            has_solution=bool(row.solution),
            was_answered=told_by_phone or row.first_response_at is not None,
        )
    )
    if missing:
        raise Refused("missing_to_close", missing=missing)
    if row.state is CaseState.WAITING_AREA and open_forwarding(connection, row.id) is not None:
        raise Refused("still_with_area")


def settle_forwarding(act: Act, case_id: int, answer: str | None) -> None:
    """End what an area still had to answer: it has answered, or (None) its answer is waited for no more."""
    late = select(Forwarding.due_at).where(
        Forwarding.case_id == case_id, Forwarding.returned_at.is_(None), Forwarding.due_at < act.at
    )
    notice(act, case_id, [Lateness(AREA, due) for due in act.connection.execute(late).scalars()])
    act.connection.execute(
        update(Forwarding)
        .where(Forwarding.case_id == case_id, Forwarding.returned_at.is_(None))
        .values(returned_at=act.at, answer=answer)
    )


def check_area_member(act: Act, area_id: int | None) -> None:
    """Refuse (``not_your_area``) a specialist who is in another area; one that has no members is open to all."""
    if act.actor.may(Right.WORK_CASES) or area_id is None:
        return
    members = set(act.connection.execute(select(AreaMember.person_id).where(AreaMember.area_id == area_id)).scalars())
    if members and act.actor.person_id not in members:
        raise Refused("not_your_area")


def check_own_area(act: Act, row: AnyRow) -> None:
    """Refuse a specialist (``not_with_area``, ``not_your_area``) what does not wait for the own area."""
    if act.actor.may(Right.WORK_CASES):
        return
    if row.state is not CaseState.WAITING_AREA:
        raise Refused(RefusalCode.NOT_WITH_AREA.value, state=row.state.value)
    check_area_member(act, row.area_id)


def _answer_in_closing(act: Act, row: AnyRow) -> None:
    """Take the solution as the area's answer: a specialist closes what waits for the own area, and nothing else."""
    check_own_area(act, row)
    if row.solution:
        settle_forwarding(act, row.id, row.solution)


def check_owner(connection: Connection, person_id: int) -> None:
    """Raise Invalid ``person_unknown`` when nobody active has that id."""
    statement = select(Person.id).where(Person.id == person_id, Person.is_active)
    if connection.execute(statement).first() is None:
        raise Invalid("person_unknown")


def check_follow_up(act: Act, on: date | None) -> date | None:
    """Return the date; raise Invalid ``follow_up_past`` when it lies before the business's today."""
    if on is not None and on < act.at.astimezone(business_zone(act.connection)).date():
        raise Invalid("follow_up_past")
    return on


def _telephone(act: Act, row: AnyRow, *, told_by_phone: bool) -> dict[str, Any]:
    # A customer told by telephone has had the first answer: the figures must know.
    if not told_by_phone or row.first_response_at is not None:
        return {}
    return {"first_response_at": act.at, "last_reply_at": act.at}
