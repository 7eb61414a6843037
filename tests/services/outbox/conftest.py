"""A desk with one connected account on Instagram, its network in memory, and the loop that sends."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry
from app.models.domain.channel_kind import ChannelKind
from app.models.domain.people import Actor
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.cases import Reply
from app.models.schema.channels import ChannelAccount
from app.models.schema.mentions import Conversation, Mention
from app.services.acts import Done
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_reader import CaseReader
from app.services.channels.base import Account, Credentials
from app.services.outbox import OutboxLoop
from app.services.replies import ReplyService
from app.services.reply_approval import ReplyApproval
from tests.factories import channel_id
from tests.fakes import FakeChannel, FakeCredentials, fake_kind
from tests.services.cases.conftest import Desk, colleague, desk, person_of

__all__ = ["colleague", "desk", "person_of"]
_keys = itertools.count(1)


@dataclass
class Office:
    """A desk whose answers really leave."""

    desk: Desk
    channel: FakeChannel
    kind: ChannelKind
    account_id: int

    def loop(self, **changes: Any) -> OutboxLoop:
        kind = replace(self.kind, **changes)
        return OutboxLoop(
            database=self.desk.database,
            networks={kind.key: self.channel.network(kind)},
            open_account=self.open_account,
        )

    def open_account(self, account_id: int) -> tuple[Account, Credentials]:
        return Account(account_id, self.kind.key, "@loja"), FakeCredentials(token="t")

    def conversation(self, key: str = "fio") -> int:
        def work(connection: Any) -> int:
            values = {"channel_id": channel_id(connection, self.kind.key), "account_id": self.account_id}
            row = insert(Conversation).values(thread_key=key, is_private=False, **values).returning(Conversation.id)
            return int(connection.execute(row).scalar_one())

        return self.desk.database.quiet(work)

    def case(self, words: str = "Minha fatura veio errada", **values: Any) -> int:
        """Open a case on a mention that came by the account, in a conversation of its own unless named."""
        number = next(_keys)
        values = {
            "external_id": f"ig-{number}",
            "account_id": self.account_id,
            "conversation_id": values.pop("conversation_id", None) or self.conversation(f"fio-{number}"),
            **values,
        }
        return self.desk.open_case(words, **values)

    def write(self, case_id: int, text: str = "Olá, Ana.", *, actor: Actor | None = None, **more: Any) -> int:
        """Write a reply, public unless said, and return its id."""
        return self.written(case_id, text, actor=actor, **more)[0]

    def written(
        self, case_id: int, text: str = "Olá, Ana.", *, actor: Actor | None = None, **more: Any
    ) -> tuple[int, Done[CaseDetail]]:
        values = {"visibility": Visibility.PUBLIC, "client_key": f"k{next(_keys)}", **more}
        done = self.desk.replies.write_reply(
            actor or self.desk.actor, case_id, expected_version=self.desk.version(case_id), text=text, **values
        )
        return self.row(client_key=values["client_key"]).id, done

    def row(self, **where: Any) -> Any:
        with self.desk.database.read() as connection:
            return connection.execute(select(*Reply.__table__.c).filter_by(**where)).one()

    def external_id(self, case_id: int) -> str | None:
        with self.desk.database.read() as connection:
            return connection.execute(select(Mention.external_id).where(Mention.case_id == case_id)).scalar_one()

    def state(self, reply_id: int) -> DeliveryState:
        state: DeliveryState = self.row(id=reply_id).state
        return state

    def entry(self, case_id: int) -> TimelineEntry:
        detail = self.desk.cases.detail(case_id, 0)
        return next(each for each in detail.timeline if each.kind is EntryKind.REPLY)

    def later(self, **step: float) -> None:
        self.desk.clock.advance(timedelta(**step))

    def set_account(self, **values: Any) -> None:
        self.desk.database.quiet(
            lambda connection: connection.execute(
                update(ChannelAccount).where(ChannelAccount.id == self.account_id).values(**values)
            )
        )


def add_account(desk: Desk, key: str = "instagram", name: str = "@loja") -> int:
    def work(connection: Any) -> int:
        row = {"channel_id": channel_id(connection, key), "name": name, "is_connected": True, "is_listen_only": False}
        return int(connection.execute(insert(ChannelAccount).values(row).returning(ChannelAccount.id)).scalar_one())

    return desk.database.quiet(work)


@pytest.fixture
def office(desk: Desk) -> Office:
    return with_kind(desk, fake_kind())


@pytest.fixture
def office_of(desk: Desk) -> Callable[[ChannelKind], Office]:
    """An office on a network of the test's own making."""
    return lambda kind: with_kind(desk, kind)


def with_kind(desk: Desk, kind: ChannelKind) -> Office:
    database, clock = desk.database, CaseClock()
    reader = CaseReader(database=database, shelf=desk.shelf, clock=clock)
    work = CaseDesk(database=database, book=desk.book, clock=clock, reader=reader)
    kinds = {kind.key: kind}
    sending = replace(
        desk,
        replies=ReplyService(database=database, desk=work, book=desk.book, reader=reader, kinds=kinds),
        approval=ReplyApproval(database=database, desk=work, book=desk.book, reader=reader, kinds=kinds),
    )
    return Office(sending, FakeChannel(), kind, add_account(desk, kind.key))
