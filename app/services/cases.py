"""The service of the case screen: opens and shows cases, and does the acts that need nothing but the case itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import ClosingKind
from app.models.domain.words import clean_text
from app.models.queries.case_timeline import TimelinePage
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Forwarding
from app.services.acts import Act, Done
from app.services.case_desk import CaseDesk, Step
from app.services.case_ending import (
    check_follow_up,
    check_own_area,
    check_owner,
    closing_step,
    reopening_step,
    resolving_step,
)
from app.services.case_joining import CaseJoining, heard_state
from app.services.case_opening import CaseOpening, ManualCase
from app.services.case_reader import CaseReader
from app.services.errors import Invalid
from app.services.rights import require

_SCORES = range(1, 6)


class CaseService:
    """Every act takes the version that the screen shows and raises Conflict ``case_changed`` when it is no longer so.

    Every act returns the case as it then stands, what changed, and its undo. Refusals carry a ``case_flow`` code.
    """

    def __init__(self, *, desk: CaseDesk, opening: CaseOpening, joining: CaseJoining, reader: CaseReader) -> None:
        self._desk = desk
        self._opening = opening
        self._joining = joining
        self._reader = reader

    def open_from_mentions(
        self, actor: Actor, mention_ids: Collection[int], *, customer_id: int | None = None, title: str | None = None
    ) -> Done[CaseDetail]:
        """Open a case on mentions (see ``CaseOpening``)."""
        return self._opening.open_from_mentions(actor, mention_ids, customer_id=customer_id, title=title)

    def open_manual(self, actor: Actor, manual: ManualCase) -> Done[CaseDetail]:
        """Open a case from a telephone call (see ``CaseOpening``)."""
        return self._opening.open_manual(actor, manual)

    def attach_mentions(
        self, actor: Actor, case_id: int, mention_ids: Collection[int], *, expected_version: int
    ) -> Done[CaseDetail]:
        """Join mentions to the case."""
        return self._joining.attach(actor, case_id, mention_ids, expected_version=expected_version)

    def detach(
        self,
        actor: Actor,
        case_id: int,
        mention_ids: Collection[int],
        *,
        expected_version: int,
        title: str | None = None,
    ) -> Done[CaseDetail]:
        """Split mentions off into a new case; return the new one."""
        return self._joining.detach(actor, case_id, mention_ids, expected_version=expected_version, title=title)

    def void(self, actor: Actor, case_id: int, *, expected_version: int, reason: str = "") -> Done[CaseDetail]:
        """Annul a case opened by mistake."""
        return self._joining.void(actor, case_id, expected_version=expected_version, reason=reason)

    def detail(self, case_id: int, person_id: int) -> CaseDetail:
        """Return all that the case screen draws. Raises Invalid ``case_missing``."""
        return self._reader.detail(case_id, person_id)

    def earlier(self, case_id: int, cursor: int, person_id: int = 0) -> TimelinePage:
        """Return the timeline page before a cursor."""
        return self._reader.earlier(case_id, cursor, person_id)

    def find_by_protocol(self, text: str) -> int | None:
        """Return the case of a whole protocol as typed, None when the text is none or nobody was given it."""
        return self._reader.find_by_protocol(text)

    def take(self, actor: Actor, case_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Make the case the actor's own; taking it from another person needs the right to re-assign."""

        def work(_act: Act, row: AnyRow) -> Step:
            if row.owner_id not in {None, actor.person_id}:
                require(actor, Right.REASSIGN)
            return Step({"owner_id": actor.person_id})

        return self._desk.act(actor, case_id, expected_version, Verb.TAKE, work)

    def assign(self, actor: Actor, case_id: int, person_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Give the case to a colleague; taking it from another person needs the right to re-assign."""

        def work(act: Act, row: AnyRow) -> Step:
            check_owner(act.connection, person_id)
            if row.owner_id not in {None, actor.person_id, person_id}:
                require(actor, Right.REASSIGN)
            return Step({"owner_id": person_id})

        return self._desk.act(actor, case_id, expected_version, Verb.ASSIGN, work)

    def release(self, actor: Actor, case_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Give the case back to the queue: nobody owns it."""

        def work(_act: Act, row: AnyRow) -> Step:
            if row.owner_id not in {None, actor.person_id}:
                require(actor, Right.REASSIGN)
            return Step({"owner_id": None})

        return self._desk.act(actor, case_id, expected_version, Verb.ASSIGN, work, name="release")

    def ask_customer(self, actor: Actor, case_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Wait for the customer: the clock stands still from now on."""
        return self._set(actor, case_id, expected_version, Verb.ASK_CUSTOMER, {})

    def resume(self, actor: Actor, case_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Go on with a case that waited for the customer; the deadlines move by the wait."""

        def work(act: Act, row: AnyRow) -> Step:
            return Step({"state": heard_state(act.connection, row)})

        return self._desk.act(actor, case_id, expected_version, Verb.CUSTOMER_REPLIED, work)

    def snooze(self, actor: Actor, case_id: int, until: datetime, *, expected_version: int) -> Done[CaseDetail]:
        """Put the case aside until a time to come. Raises Invalid ``snooze_past``."""

        def work(act: Act, _row: AnyRow) -> Step:
            if until <= act.at:
                raise Invalid("snooze_past")
            return Step({"snoozed_until": until})

        return self._desk.act(actor, case_id, expected_version, Verb.SNOOZE, work)

    def unsnooze(self, actor: Actor, case_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Bring a case back that was put aside."""
        return self._set(actor, case_id, expected_version, Verb.WAKE, {"snoozed_until": None})

    def set_follow_up(self, actor: Actor, case_id: int, on: date | None, *, expected_version: int) -> Done[CaseDetail]:
        """Set (or clear) the local date on which to ask the customer again. Raises Invalid ``follow_up_past``."""

        def work(act: Act, _row: AnyRow) -> Step:
            return Step({"follow_up_on": check_follow_up(act, on)})

        return self._desk.act(actor, case_id, expected_version, Verb.FOLLOW_UP, work)

    def record_satisfaction(
        self, actor: Actor, case_id: int, score: int | None, *, expected_version: int, is_resolved: bool | None = None
    ) -> Done[CaseDetail]:
        """Record the customer's answer: 1 to 5, and "resolved?". Raises Invalid ``score_invalid``."""
        if score is not None and score not in _SCORES:
            raise Invalid("score_invalid")
        values = {"satisfaction": score, "is_satisfied_resolved": is_resolved}
        return self._set(actor, case_id, expected_version, Verb.RECORD_SATISFACTION, values)

    def set_external(
        self,
        actor: Actor,
        case_id: int,
        *,
        expected_version: int,
        system: str | None,
        number: str | None,
        status: str | None = None,
    ) -> Done[CaseDetail]:
        """Record the case's number in the company's own system."""
        values = {
            "external_system": _typed(system),
            "external_number": _typed(number),
            "external_status": _typed(status),
        }
        return self._set(actor, case_id, expected_version, Verb.RECORD_EXTERNAL, values)

    def set_severe(self, actor: Actor, case_id: int, *, expected_version: int, is_severe: bool) -> Done[CaseDetail]:
        """Mark (or unmark) a *situação grave*."""
        return self._set(actor, case_id, expected_version, Verb.MARK_GRAVE, {"is_severe": is_severe}, name="set_severe")

    def set_founded(
        self, actor: Actor, case_id: int, *, expected_version: int, is_founded: bool | None
    ) -> Done[CaseDetail]:
        """Say whether the criticism is well founded (None = not judged)."""
        return self._set(
            actor, case_id, expected_version, Verb.CLASSIFY, {"is_founded": is_founded}, name="set_founded"
        )

    def set_title(self, actor: Actor, case_id: int, title: str, *, expected_version: int) -> Done[CaseDetail]:
        """Name the case. Raises Invalid ``empty_text``."""
        tidy = " ".join(clean_text(title).split())
        if not tidy:
            raise Invalid("empty_text")
        return self._set(actor, case_id, expected_version, Verb.NOTE, {"title": tidy}, name="set_title")

    def write_solution(self, actor: Actor, case_id: int, text: str, *, expected_version: int) -> Done[CaseDetail]:
        """Write the solution (empty text clears it); a specialist of what waits for the own area may too."""

        def work(act: Act, row: AnyRow) -> Step:
            check_own_area(act, row)
            return Step({"solution": _typed(text)})

        right = Right.ANSWER_AREA
        return self._desk.act(actor, case_id, expected_version, Verb.WRITE_SOLUTION, work, right=right)

    def resolve(
        self, actor: Actor, case_id: int, *, expected_version: int, told_by_phone: bool = False
    ) -> Done[CaseDetail]:
        """Say that the matter is settled. Raises Refused ``missing_to_close`` with ``missing``."""
        work = resolving_step(told_by_phone=told_by_phone)
        return self._desk.act(actor, case_id, expected_version, Verb.RESOLVE, work, tables=(Forwarding,))

    def close(
        self,
        actor: Actor,
        case_id: int,
        *,
        expected_version: int,
        kind: ClosingKind | None = None,
        told_by_phone: bool = False,
    ) -> Done[CaseDetail]:
        """Close the case; ``kind`` None takes the proposed one. Raises as ``resolve``.

        A specialist closes only what waits for the own area: ``not_with_area``, ``not_your_area``.
        """
        work, right = closing_step(kind, told_by_phone=told_by_phone), Right.ANSWER_AREA
        return self._desk.act(actor, case_id, expected_version, Verb.CLOSE, work, right=right, tables=(Forwarding,))

    def reopen(self, actor: Actor, case_id: int, reason: str, *, expected_version: int) -> Done[CaseDetail]:
        """Take the case up again under the same protocol. Raises Invalid ``reason_missing``."""
        work = reopening_step(reason)
        return self._desk.act(actor, case_id, expected_version, Verb.REOPEN, work, right=Right.REOPEN)

    def tell_protocol(self, actor: Actor, case_id: int, *, expected_version: int) -> Done[CaseDetail]:
        """Note that the customer was told the protocol (by telephone, for one)."""

        def work(act: Act, row: AnyRow) -> Step:
            return Step({"protocol_told_at": row.protocol_told_at or act.at})

        return self._desk.act(actor, case_id, expected_version, Verb.NOTE, work, name="tell_protocol")

    def _set(
        self,
        actor: Actor,
        case_id: int,
        version: int,
        verb: Verb,
        values: dict[str, Any],
        *,
        name: str | None = None,
        right: Right = Right.WORK_CASES,
    ) -> Done[CaseDetail]:
        return self._desk.act(actor, case_id, version, verb, lambda _act, _row: Step(values), name=name, right=right)


def _typed(text: str | None) -> str | None:
    return clean_text(text).strip() or None if text else None
