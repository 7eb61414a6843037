"""What the law asks for beside the answer: the history as its own case, duties by hand, and saying that one is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor, Right
from app.models.domain.words import clean_text
from app.models.queries.case_duties import duty_case_ids
from app.models.queries.case_facts import case_row, last_touch
from app.models.queries.rows import AnyRow
from app.models.schema.rules import IS_DUTY_OPEN, Breach, Duty
from app.services.acts import Act, Done
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk, Step, state_after
from app.services.case_ending import check_own_area
from app.services.case_opening import CaseOpening, ManualCase
from app.services.database import Database
from app.services.duty_book import add_duties, duty_by_hand, legal_book, settle_duties
from app.services.errors import Conflict, Invalid
from app.services.mention_book import business_zone
from app.services.rights import require

HISTORY = "history"


@dataclass(frozen=True, slots=True)
class DutyKind:
    """A kind of duty that a person may say has arisen, with its norm."""

    kind: str
    name: str
    norm: str


class LegalDutyService:
    """Duties of cases; terms come from the legal profile that holds on the day a duty arises."""

    def __init__(self, *, database: Database, desk: CaseDesk, clock: CaseClock, opening: CaseOpening) -> None:
        self._database = database
        self._desk = desk
        self._clock = clock
        self._opening = opening

    def kinds(self) -> tuple[DutyKind, ...]:
        """Return the kinds of today's profile, for the choice of a duty by hand."""
        with self._database.read() as connection:
            book, zone = legal_book(connection), business_zone(connection)
        today = self._database.clock.now().astimezone(zone).date()
        return tuple(DutyKind(rule.kind, rule.name, rule.norm) for rule in book.by_hand(today))

    def request_history(
        self, actor: Actor, case_id: int, *, expected_version: int, channel_key: str, text: str
    ) -> Done[CaseDetail]:
        """Open the case of a customer who asks for the history of another, with its own term; return the new case.

        ``channel_key`` is where the request came in, ``text`` what was said.

        Raises:
            Invalid: ``empty_text``, ``channel_unknown``, ``duty_unknown`` where the profile has no such rule.
            Conflict: ``case_changed``. Refused: ``not_allowed``, a state's code.
        """
        require(actor, Right.WORK_CASES)
        with self._database.read() as connection:
            duty = duty_by_hand(connection, HISTORY, self._database.clock.now(), self._clock.calendar(connection))
        if duty is None:
            raise Invalid("duty_unknown", kind=HISTORY)
        asked = self._asked(case_id)
        manual = ManualCase(channel_key=channel_key, text=text, title=asked.title, customer_id=asked.customer_id)

        def link(act: Act, new_id: int) -> None:
            # Read, not locked: nothing of the other case changes, and cases are locked before protocols are given.
            row = case_row(act.connection, case_id)
            if row is None or row.version != expected_version or row.customer_id != asked.customer_id:
                touch = last_touch(act.connection, case_id)
                raise Conflict("case_changed", by=touch.by, at=touch.at, version=expected_version)
            state_after(row.state, Verb.NOTE)
            add_duties(act, new_id, [duty], is_told=False)
            act.record(new_id, "history_of", {"case": case_id, "protocol": row.protocol})
            act.record(case_id, "request_history", {"case": new_id})
            act.touch(cases=[case_id])

        return self._opening.open_manual(actor, manual, also=link)

    def add(
        self, actor: Actor, case_id: int, kind: str, *, expected_version: int, began_at: datetime | None = None
    ) -> Done[CaseDetail]:
        """Say that a duty has arisen on a case (``began_at`` earlier: a notice that came in by letter).

        Raises:
            Invalid: ``duty_unknown``, ``duty_known`` when the case has it, ``duty_future``.
        """

        def work(act: Act, row: AnyRow) -> Step:
            since = began_at or act.at
            if since > act.at:
                raise Invalid("duty_future")
            duty = duty_by_hand(act.connection, kind, since, self._clock.calendar(act.connection))
            if duty is None:
                raise Invalid("duty_unknown", kind=kind)
            if not add_duties(act, row.id, [duty], is_told=False):
                raise Invalid("duty_known")
            legal = [each for each in (row.legal_due_at, duty.due_at) if each is not None]
            facts = {"kind": kind, "norm": duty.norm, "due_at": duty.due_at.isoformat()}
            return Step({"legal_due_at": min(legal)} if duty.is_answer else {}, facts)

        return self._desk.act(actor, case_id, expected_version, Verb.NOTE, work, name="duty_added")

    def settle(
        self, actor: Actor, case_id: int, duty_id: int, note: str = "", *, expected_version: int
    ) -> Done[CaseDetail]:
        """Say that a duty is done, by whom and when, with a note.

        Raises:
            Invalid: ``duty_missing``. Refused: ``not_with_area``, ``not_your_area`` for a specialist, who settles only
            the duties of what waits for the own area.
        """

        def work(act: Act, row: AnyRow) -> Step:
            check_own_area(act, row)
            mine = duty_case_ids(act.connection, row.id)
            found = act.connection.execute(
                select(*Duty.__table__.c).where(Duty.id == duty_id, Duty.case_id.in_(mine), IS_DUTY_OPEN)
            ).one_or_none()
            if found is None:
                raise Invalid("duty_missing")
            settle_duties(act, found.case_id, [found], clean_text(note).strip() or None)
            return Step(body={"duty": duty_id, "kind": found.kind, "norm": found.norm})

        return self._desk.act(
            actor, case_id, expected_version, None, work, name="duty_done", right=Right.ANSWER_AREA, tables=(Breach,)
        )

    def _asked(self, case_id: int) -> _Asked:
        with self._database.read() as connection:
            found = case_row(connection, case_id)
        if found is None:
            raise Invalid("case_missing")
        return _Asked(found.customer_id, f"Histórico do protocolo {protocol.display(found.protocol)}")


@dataclass(frozen=True, slots=True)
class _Asked:
    customer_id: int
    title: str
