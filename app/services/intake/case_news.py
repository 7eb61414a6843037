"""What a case learns from its channel besides new mentions: a text was edited, an answer of ours never arrived."""

from __future__ import annotations

from sqlalchemy import func, select

from app.models.domain.vocabulary import CaseState
from app.models.queries.rows import AnyRow
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.case_book import CaseBook
from app.services.case_desk import CaseDesk, Step, history_body
from app.services.reply_book import values_without


class CaseNews:
    """Called by intake inside its act."""

    def __init__(self, *, book: CaseBook, desk: CaseDesk) -> None:
        self._book = book
        self._desk = desk

    def edited(self, act: Act, case_id: int, mention_id: int) -> None:
        """Write down that a mention says something else; a case that is open takes over a graver crisis level."""
        row = self._book.lock(act, case_id, None)
        gravest = select(func.min(Mention.crisis_level)).where(Mention.case_id == case_id)
        level = act.connection.execute(gravest).scalar_one()
        values: dict[str, object] = {}
        if row.is_open and level is not None and (row.crisis_level is None or level < row.crisis_level):
            values = {"state": row.state, "crisis_level": level}
            self._desk.write(act, row, values, Step(recompute=True))
        act.record(case_id, "mention_edited", history_body(row, values, {"mention": mention_id}))
        act.touch(cases=[case_id])

    def lost(self, act: Act, reply: AnyRow, status: str) -> None:  # noqa: ARG002 - the status is written down by intake
        """Bring a case back to attention: the customer has not read the answer that it counted on."""
        row = self._book.lock(act, reply.case_id, None)
        if not row.is_open:
            return
        values = values_without(act.connection, row, reply) | {"snoozed_until": None}
        if values["state"] is CaseState.WAITING_CUSTOMER:
            values["state"] = CaseState.IN_SERVICE
        self._desk.write(act, row, values, Step(is_voice_new=True))
