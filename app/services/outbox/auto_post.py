"""Automatic answers on their way out: by the road of all answers, but soon or not at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from app.models.schema.channels import AutoAnswer
from app.models.schema.mentions import Mention
from app.services.channels.base import Receipt
from app.services.errors import Refused
from app.services.outbox.letters import Letter, auto_letter
from app.services.outbox.posts import Due, Post
from app.services.reply_guard import check_automatic

_LONGEST = timedelta(hours=2)


class AutoPost(Post):
    """The table of automatic answers; what did not leave within two hours no longer says anything true."""

    table = AutoAnswer
    name = "auto_answer"
    longest = _LONGEST

    def read(self, connection: Connection, item_id: int) -> Letter | None:
        """Return what is to be sent, None when its account may not send now."""
        return auto_letter(connection, item_id)

    def refusal(self, letter: Letter) -> str | None:
        """Return what forbids it now: it has become late, or names personal data."""
        if self.database.clock.now() - letter.since > _LONGEST:
            return "auto_answer_late"
        with self.database.read() as connection:
            try:
                check_automatic(connection, letter.channel_key, letter.whole.text, kinds=self.kinds)
            except Refused as refused:
                return refused.code
        return None

    def case_of(self, connection: Connection, item_id: int) -> int | None:
        """Return the case of the message that it answers, None when it is in none."""
        statement = (
            select(Mention.case_id)
            .join(AutoAnswer, AutoAnswer.mention_id == Mention.id)
            .where(AutoAnswer.id == item_id)
        )
        found = connection.execute(statement).scalar_one_or_none()
        return None if found is None else int(found)

    def is_held_back(self, connection: Connection, letter: Letter) -> bool:  # noqa: ARG002 - the form of all posts
        """Tell that it waits for nothing: there is one in a conversation."""
        return False

    def part_arrived(self, letter: Letter, position: int, receipt: Receipt) -> None:
        """Refuse: an automatic answer always fits into one part."""
        raise ValueError(f"{letter.client_key} has no parts ({position}, {receipt.external_id})")

    def waiting(self, connection: Connection, now: datetime, accounts: Collection[int]) -> list[Due]:
        """Return what is pending and due at these accounts."""
        return [Due(row.id, row.account_id) for row in self.pending(connection, now, accounts)]
