"""Hands cases to areas and takes their answers back, each with its deadline in business time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, insert, select

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import CaseState
from app.models.domain.words import clean_text
from app.models.queries.case_facts import open_forwarding
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Forwarding
from app.models.schema.people import Area
from app.services.acts import Act, Done
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk, Step
from app.services.case_ending import check_area_member, settle_forwarding
from app.services.database import Database
from app.services.errors import Invalid


@dataclass(frozen=True, slots=True)
class AreaInfo:
    """An area that cases can be forwarded to; minutes are business time."""

    id: int
    key: str
    name: str
    contact: str | None
    answer_minutes: int
    is_ombudsman: bool


class ForwardingService:
    """Forwards cases to areas and back."""

    def __init__(self, *, database: Database, desk: CaseDesk, book: CaseBook, clock: CaseClock) -> None:
        self._database = database
        self._desk = desk
        self._book = book
        self._clock = clock

    def areas(self) -> tuple[AreaInfo, ...]:
        """Return the areas in use, in the team's order."""
        statement = (
            select(Area.id, Area.key, Area.name, Area.contact, Area.answer_minutes, Area.is_ombudsman)
            .where(Area.is_active)
            .order_by(Area.position, Area.id)
        )
        with self._database.read() as connection:
            return tuple(AreaInfo(*row) for row in connection.execute(statement))

    def forward_to_area(
        self, actor: Actor, case_id: int, area_id: int, reason: str, *, expected_version: int
    ) -> Done[CaseDetail]:
        """Hand a case to an area. The customer's clock goes on; the area has its own deadline.

        Raises:
            Invalid: ``reason_missing``, ``area_unknown``. Refused: the state's code. Conflict: ``case_changed``.
        """
        tidy = _reason(reason)

        def work(act: Act, row: AnyRow) -> Step:
            return self._hand_over(act, row, _area(act.connection, area_id), tidy)

        return self._desk.act(actor, case_id, expected_version, Verb.FORWARD_TO_AREA, work, tables=(Forwarding,))

    def dispute_to_ombudsman(
        self, actor: Actor, case_id: int, reason: str, *, expected_version: int
    ) -> Done[CaseDetail]:
        """Hand a case that the customer disputes to the Ouvidoria; a closed one opens again for it.

        Raises:
            Invalid: ``reason_missing``, ``area_unknown`` where the team has no Ouvidoria.
        """
        tidy = _reason(reason)

        def work(act: Act, row: AnyRow) -> Step:
            step = self._hand_over(act, row, _ombudsman(act.connection), tidy)
            return Step({**step.values, **_reopening(row)}, step.body)

        return self._desk.act(actor, case_id, expected_version, Verb.DISPUTE_TO_OMBUDSMAN, work, tables=(Forwarding,))

    def return_from_area(self, actor: Actor, case_id: int, answer: str, *, expected_version: int) -> Done[CaseDetail]:
        """Give a case back with the area's answer, which becomes the solution where none is written yet.

        Raises:
            Invalid: ``empty_text``. Refused: ``not_with_area``, ``not_your_area`` for a specialist of another one.
        """
        tidy = clean_text(answer).strip()
        if not tidy:
            raise Invalid("empty_text")

        def work(act: Act, row: AnyRow) -> Step:
            check_area_member(act, row.area_id)
            handed = open_forwarding(act.connection, row.id)
            if handed is not None:
                settle_forwarding(act, row.id, tidy)
            facts = {"area": handed.name if handed else None, "answer": tidy}
            return Step({"area_id": None, "solution": row.solution or tidy}, facts)

        return self._desk.act(
            actor,
            case_id,
            expected_version,
            Verb.RETURN_FROM_AREA,
            work,
            right=Right.ANSWER_AREA,
            tables=(Forwarding,),
        )

    def _hand_over(self, act: Act, row: AnyRow, area: AnyRow, reason: str) -> Step:
        # A case at one area that goes on to another leaves the first without its answer.
        settle_forwarding(act, row.id, None)
        due = self._clock.area_due(act.connection, area.id, act.at, timedelta(minutes=area.answer_minutes))
        act.connection.execute(
            insert(Forwarding),
            [
                {
                    "case_id": row.id,
                    "area_id": area.id,
                    "reason": reason,
                    "actor_id": act.actor.person_id,
                    "forwarded_at": act.at,
                    "due_at": due,
                    "returned_at": None,
                    "answer": None,
                }
            ],
        )
        self._book.count_forwarded(act, row.channel_id, area.id, act.at, 1)
        return Step({"area_id": area.id, "was_forwarded": True}, {"area": area.name, "reason": reason})


def _reopening(row: AnyRow) -> dict[str, object]:
    """Return what a dispute takes back of a case that counted as answered; it counts as reopened."""
    if row.state not in {CaseState.RESOLVED, CaseState.CLOSED}:
        return {}
    gone = ("resolved_at", "closed_at", "closing_kind", "solution", "satisfaction", "is_satisfied_resolved")
    return {**dict.fromkeys(gone), "reopened_count": row.reopened_count + 1}


def _reason(text: str) -> str:
    tidy = clean_text(text).strip()
    if not tidy:
        raise Invalid("reason_missing")
    return tidy


def _area(connection: Connection, area_id: int) -> AnyRow:
    found = connection.execute(
        select(Area.id, Area.name, Area.answer_minutes).where(Area.id == area_id, Area.is_active)
    ).one_or_none()
    if found is None:
        raise Invalid("area_unknown")
    return found


def _ombudsman(connection: Connection) -> AnyRow:
    found = connection.execute(
        select(Area.id, Area.name, Area.answer_minutes)
        .where(Area.is_ombudsman, Area.is_active)
        .order_by(Area.position, Area.id)
        .limit(1)
    ).first()
    if found is None:
        raise Invalid("area_unknown")
    return found
