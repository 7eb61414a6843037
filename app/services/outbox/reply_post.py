"""Replies on their way out: in the order of their conversation, past the guard each time, part by part."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, update

from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import DeliveryState
from app.models.queries.case_facts import case_row
from app.models.queries.rows import AnyRow
from app.models.schema.base import EPOCH, NEVER
from app.models.schema.cases import IS_REPLY_WAITING, Reply, ReplyPart
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.channels.base import Receipt
from app.services.errors import Refused
from app.services.id_lists import chunks
from app.services.outbox.letters import Letter, reply_letter
from app.services.outbox.posts import Due, Outcome, Post
from app.services.reply_book import approval_of
from app.services.reply_guard import check_text

WAITS_FOR_EARLIER = "earlier_reply_waits"
APPROVAL_NEEDED = "approval_needed"
_HOLDING = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.FAILED)


class ReplyPost(Post):
    """The table of replies."""

    table = Reply
    name = "reply"

    def read(self, connection: Connection, item_id: int) -> Letter | None:
        """Return what is to be sent, None when its account may not send now."""
        return reply_letter(connection, item_id)

    def refusal(self, letter: Letter) -> str | None:
        """Return what forbids it now: notes, the crisis or the team's rules may have changed since it was written."""
        with self.database.read() as connection:
            reply = connection.execute(select(*Reply.__table__.c).where(Reply.id == letter.id)).one()
            case = case_row(connection, reply.case_id)
            if case is None:
                return "case_missing"
            try:
                check_text(connection, case.id, reply.channel_id, reply.text, reply.visibility, kinds=self.kinds)
            except Refused as refused:
                return refused.code
            if reply.decided_by_id is None and approval_of(connection, case, reply.visibility) is not None:
                return APPROVAL_NEEDED
        return None

    def case_of(self, connection: Connection, item_id: int) -> int | None:
        """Return the case that it belongs to today: a merge may have taken it along."""
        found = connection.execute(select(Reply.case_id).where(Reply.id == item_id)).scalar_one_or_none()
        return None if found is None else int(found)

    def waiting(self, connection: Connection, now: datetime, accounts: Collection[int]) -> list[Due]:
        """Return what is due at these accounts, without what stands behind an earlier reply of its conversation."""
        rows = self.pending(connection, now, accounts, Reply.conversation_id, Reply.error_code)
        first = _first_of(connection, {row.conversation_id for row in rows if row.conversation_id is not None})
        free, held = [], []
        for row in rows:
            earliest = first.get(row.conversation_id)
            if earliest is None or earliest.id >= row.id:
                free.append(Due(row.id, row.account_id))
            elif row.error_code is None and _waits_for_a_person(earliest):
                held.append(row.id)
        if held:
            self._tell_held_back(held)
        return free

    def is_held_back(self, connection: Connection, letter: Letter) -> bool:
        """Tell whether an earlier reply of the conversation, in whichever case, may still have to go first."""
        if letter.conversation_id is None:
            return False
        cases = select(Mention.case_id).where(
            Mention.conversation_id == letter.conversation_id, Mention.case_id.is_not(None)
        )
        found = connection.execute(
            select(Reply.state)
            .where(or_(Reply.case_id == letter.case_id, Reply.case_id.in_(cases)))
            .where(Reply.conversation_id == letter.conversation_id, Reply.id < letter.id, Reply.state.in_(_HOLDING))
            .limit(1)
        ).scalar_one_or_none()
        if found is DeliveryState.UNCERTAIN:
            self._tell_held_back([letter.id])
        return found is not None

    def part_arrived(self, letter: Letter, position: int, receipt: Receipt) -> None:
        """Keep that a part has arrived; it is never sent again."""
        values = {"external_id": receipt.external_id or "", "permalink": receipt.permalink}

        def once(connection: Connection) -> None:
            key = and_(ReplyPart.reply_id == letter.id, ReplyPart.position == position)
            if connection.execute(select(ReplyPart.position).where(key)).first() is None:
                at = self.database.clock.now()
                row = {"reply_id": letter.id, "position": position, "sent_at": at, **values}
                connection.execute(insert(ReplyPart).values(row))

        self.database.quiet(once)

    def values(self, act: Act, outcome: Outcome) -> dict[str, Any]:
        """Return the columns that say what became of it, a reply's link among them."""
        values = super().values(act, outcome)
        if outcome.state is DeliveryState.SENT and outcome.receipt is not None:
            values["permalink"] = outcome.receipt.permalink
        return values

    def _tell_held_back(self, ids: list[int]) -> None:
        """Say on the screen why these do not leave, once."""

        def once(act: Act) -> None:
            where = (Reply.id.in_(ids), Reply.state == DeliveryState.PENDING, Reply.error_code.is_(None))
            told = update(Reply).where(*where).values(error_code=WAITS_FOR_EARLIER).returning(Reply.case_id)
            cases = list(act.connection.execute(told).scalars())
            act.touch(cases=cases)

        self.database.act(once, actor=PROGRAM)


def _waits_for_a_person(earliest: AnyRow) -> bool:
    """Tell whether a reply leaves only when somebody does something about it, or about one before it."""
    is_stopped = earliest.state is DeliveryState.FAILED or earliest.account_id is None
    return is_stopped or earliest.error_code == WAITS_FOR_EARLIER


def _first_of(connection: Connection, conversations: set[int]) -> dict[int, AnyRow]:
    """Return the earliest reply of each conversation that is pending, on its way or failed."""
    found: dict[int, AnyRow] = {}
    for chunk in chunks(sorted(conversations)):
        rows = connection.execute(
            select(Reply.id, Reply.conversation_id, Reply.state, Reply.account_id, Reply.error_code)
            .where(IS_REPLY_WAITING, Reply.not_before.between(EPOCH, NEVER), Reply.conversation_id.in_(chunk))
            .order_by(Reply.id)
        )
        for row in rows:
            found.setdefault(row.conversation_id, row)
    return found
