"""A second person reads an answer that everybody will see, and lets it go or gives it back with a reason."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.channel_kind import ChannelKind
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.domain.words import clean_text
from app.models.queries.rows import AnyRow
from app.services.acts import Act, Done, Undo
from app.services.case_book import CaseBook
from app.services.case_desk import CaseDesk, Step, state_after
from app.services.case_reader import CaseReader
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.reply_book import (
    drop_promise,
    give_text_back,
    locked_reply,
    move_reply,
    spoken,
    undo_wait,
    values_without,
)
from app.services.reply_guard import check_text
from app.services.rights import require

_VERBS = {Visibility.PUBLIC: Verb.REPLY_PUBLIC, Visibility.PRIVATE: Verb.REPLY_PRIVATE}
_WAITS = frozenset({DeliveryState.TO_APPROVE})
_CAN_COME_BACK = frozenset({DeliveryState.PENDING, DeliveryState.FAILED})


class ReplyApproval:
    """Approves and refuses replies that wait for a second person; nobody approves an answer of their own.

    ``kinds`` are the networks by channel key on which the program itself sends.
    """

    def __init__(
        self,
        *,
        database: Database,
        desk: CaseDesk,
        book: CaseBook,
        reader: CaseReader,
        kinds: Mapping[str, ChannelKind] | None = None,
    ) -> None:
        self._database = database
        self._desk = desk
        self._book = book
        self._reader = reader
        self._kinds = kinds or {}

    def approve(self, actor: Actor, reply_id: int) -> Done[CaseDetail]:
        """Let an answer go to the outbox; the guard reads it once more, for notes may have come meanwhile.

        Raises:
            Refused: ``not_allowed``, ``approve_own_reply``, ``reply_already_left``, the guard's or a state's code.
        """
        require(actor, Right.APPROVE)

        def once(act: Act) -> int:
            reply, row = locked_reply(act, self._book, reply_id)
            if reply.author_id == actor.person_id:
                raise Refused("approve_own_reply")
            kinds = self._kinds if reply.account_id is not None else {}
            check_text(act.connection, row.id, reply.channel_id, reply.text, reply.visibility, kinds=kinds)
            decided = {"decided_by_id": actor.person_id, "decided_at": act.at}
            leaving = {"not_before": act.at + undo_wait(act.connection)}
            move_reply(act, reply, DeliveryState.PENDING, _WAITS, decided | leaving)
            values = {"state": state_after(row.state, _VERBS[reply.visibility])} | spoken(row, reply.text, act.at)
            self._desk.write(act, row, values, Step())
            act.record(row.id, "reply_approved", {"reply": reply_id, "from": _before(row)})
            return int(row.id)

        case_id, changes = self._database.act(once, actor=actor)
        undo = Undo("reply_approved", 1, lambda: self._take_back(actor, reply_id))
        return Done(self._reader.detail(case_id, actor.person_id), changes, undo)

    def refuse(self, actor: Actor, reply_id: int, note: str) -> Done[CaseDetail]:
        """Give an answer back to its author as a draft, with the reason.

        Raises:
            Invalid: ``reason_missing``. Refused: ``not_allowed``, ``reply_already_left``.
        """
        require(actor, Right.APPROVE)
        tidy = clean_text(note).strip()
        if not tidy:
            raise Invalid("reason_missing")

        def once(act: Act) -> int:
            reply, row = locked_reply(act, self._book, reply_id)
            values = {"decided_by_id": actor.person_id, "decided_at": act.at, "decision_note": tidy}
            move_reply(act, reply, DeliveryState.REFUSED, _WAITS, values)
            give_text_back(act, row.id, reply)
            drop_promise(act, row.id, reply)
            self._desk.write(act, row, {"state": row.state}, Step())
            act.record(row.id, "reply_refused", {"reply": reply_id, "reason": tidy})
            return int(row.id)

        case_id, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(case_id, actor.person_id), changes)

    def _take_back(self, actor: Actor, reply_id: int) -> Done[CaseDetail]:
        def once(act: Act) -> int:
            reply, row = locked_reply(act, self._book, reply_id)
            values = values_without(act.connection, row, reply)
            nobody = {"decided_by_id": None, "decided_at": None}
            move_reply(act, reply, DeliveryState.TO_APPROVE, _CAN_COME_BACK, nobody)
            self._desk.write(act, row, values, Step())
            act.record(row.id, "undo", {"of": "reply_approved"})
            return int(row.id)

        case_id, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(case_id, actor.person_id), changes)


def _before(row: AnyRow) -> dict[str, str | None]:
    snoozed = row.snoozed_until
    return {"state": row.state.value, "snoozed_until": snoozed.isoformat() if snoozed else None}
