"""Writes down why a deadline was missed, for the list of delays without a reason to grow empty."""

from __future__ import annotations

from sqlalchemy import update

from app.models.domain.case_detail import CaseDetail
from app.models.domain.people import Actor
from app.models.domain.words import clean_text
from app.models.queries.rows import AnyRow
from app.models.schema.rules import IS_UNEXPLAINED, Breach
from app.services.acts import Act, Done
from app.services.case_desk import CaseDesk, Step
from app.services.errors import Invalid

_LONGEST_REASON = 500


class BreachService:
    """Missed deadlines and their reasons."""

    def __init__(self, *, desk: CaseDesk) -> None:
        self._desk = desk

    def explain(
        self, actor: Actor, case_id: int, breach_id: int, reason: str, *, expected_version: int
    ) -> Done[CaseDetail]:
        """Say why a deadline was missed: a key of ``QUICK_REASONS`` or words.

        Raises:
            Invalid: ``reason_missing``, ``breach_missing`` when it is not there or has its reason already.
        """
        tidy = clean_text(reason).strip()[:_LONGEST_REASON]
        if not tidy:
            raise Invalid("reason_missing")

        def work(act: Act, _row: AnyRow) -> Step:
            written = act.connection.execute(
                update(Breach)
                .where(Breach.id == breach_id, Breach.case_id == case_id, IS_UNEXPLAINED)
                .values(reason=tidy, reason_by_id=act.actor.person_id, reason_at=act.at)
            )
            if written.rowcount != 1:
                raise Invalid("breach_missing")
            return Step(body={"breach": breach_id, "reason": tidy})

        return self._desk.act(actor, case_id, expected_version, None, work, name="breach_explained", tables=(Breach,))
