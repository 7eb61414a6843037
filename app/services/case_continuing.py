"""A case goes on when its customer speaks again: called by intake inside the act that stores the new mention."""

from __future__ import annotations

from app.models.domain.case_flow import Act as Verb
from app.services.acts import Act
from app.services.case_book import CaseBook
from app.services.case_desk import CaseDesk, Step, history_body
from app.services.case_joining import heard_state, joined_values
from app.services.case_opening import mention_rows
from app.services.database import RetryAct
from app.services.intake.batch import JoinedMention


class CaseContinuing:
    """Takes a mention that intake has put into a case: the customer's last word, the state, the clock."""

    def __init__(self, *, book: CaseBook, desk: CaseDesk) -> None:
        self._book = book
        self._desk = desk

    def on_case_mention(self, act: Act, case_id: int, joined: JoinedMention) -> None:
        """Bring the case up to date; one that waited for its customer goes on, one that is resolved keeps its state."""
        row = self._book.lock(act, case_id, None)
        if not row.is_open:
            # It was closed, annulled or united between intake's look and its lock: look again where the word belongs.
            raise RetryAct
        state = heard_state(act.connection, row)
        values = {"state": state, **joined_values(row._asdict(), mention_rows(act.connection, [joined.id]))}
        is_target_new = values.get("crisis_level", row.crisis_level) != row.crisis_level
        step = Step(recompute=is_target_new, is_voice_new=True)
        self._desk.write(act, row, values, step)
        act.record(case_id, Verb.CUSTOMER_REPLIED.value, history_body(row, values, {"mention": joined.id}))
