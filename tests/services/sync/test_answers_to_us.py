"""What answers a reply of ours finds its case by our own message's id, but a stranger's letter only points to it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from app.models.domain.vocabulary import DeliveryState, MentionState, Visibility
from app.models.schema.cases import Reply
from app.models.schema.customers import Handle
from app.models.schema.mentions import CaseHint, Mention
from app.services.channels.base import Account, Fetched
from app.services.database import Database
from app.services.sync.page_store import PageStore
from tests.factories import channel_id, make_case, make_customer
from tests.fakes import DEFAULT_NOW, fake_kind
from tests.services.sync.conftest import add_account, said

OURS = "resposta-1@loja.example"
ANA = "ana@cliente.example"


@pytest.fixture
def mailbox(database: Database) -> Account:
    return add_account(database, "SAC", "email")


def _store(store: PageStore, account: Account, external_id: str, **values: Any) -> None:
    given = {"channel": "email", "is_private": True, "is_direct": True, "author_key": ANA, **values}
    page = Fetched("c", mentions=(said(external_id, f"Texto de {external_id}", **given),))
    store.store(account, fake_kind("email"), "INBOX", page, go_on=lambda: True)


@pytest.fixture
def case_id(database: Database, store: PageStore, mailbox: Account) -> int:
    """A case with Ana's first letter and our answer to it."""
    _store(store, mailbox, "m1", thread_key="m1")

    def put(connection: Any) -> int:
        first = connection.execute(select(Mention)).one()
        customer = make_customer(connection, "Ana Souza")
        connection.execute(update(Handle).values(customer_id=customer))
        email = channel_id(connection, "email")
        made = make_case(connection, customer, channel_id=email, opened_at=DEFAULT_NOW - timedelta(hours=2))
        connection.execute(update(Mention).values(case_id=made, state=MentionState.IN_CASE))
        mention = connection.execute(select(Mention.id, Mention.conversation_id)).one()
        connection.execute(
            insert(Reply).values(
                client_key="k1",
                case_id=made,
                conversation_id=mention.conversation_id,
                account_id=mailbox.id,
                channel_id=email,
                in_reply_to_id=mention.id,
                visibility=Visibility.PRIVATE,
                author_id=1,
                text="Vamos ver.",
                state=DeliveryState.SENT,
                written_at=DEFAULT_NOW,
                not_before=DEFAULT_NOW,
                sent_at=DEFAULT_NOW,
                external_id=OURS,
                attempts=1,
            )
        )
        assert first is not None
        return made

    return database.quiet(put)


def _case_of(database: Database, external_id: str) -> int | None:
    with database.read() as connection:
        return connection.execute(select(Mention.case_id).where(Mention.external_id == external_id)).scalar_one()


def _hints(database: Database) -> list[tuple[int, str]]:
    with database.read() as connection:
        return [(row.case_id, row.reason) for row in connection.execute(select(CaseHint.case_id, CaseHint.reason))]


@pytest.mark.parametrize("named", [{"in_reply_to": OURS, "thread_key": OURS}, {"in_reply_to": OURS}])
def test_a_letter_that_names_only_our_answer_joins_the_case(
    database: Database, store: PageStore, mailbox: Account, case_id: int, named: dict[str, str]
) -> None:
    _store(store, mailbox, "m2", **named)
    assert _case_of(database, "m2") == case_id
    assert _hints(database) == []


def test_a_stranger_under_the_same_thread_only_points_to_the_case(
    database: Database, store: PageStore, mailbox: Account, case_id: int
) -> None:
    _store(store, mailbox, "m2", author_key="vizinho@outro.example", in_reply_to=OURS, thread_key="m1")
    assert _case_of(database, "m2") is None
    assert _hints(database) == [(case_id, "other_sender")]


def test_what_answers_nothing_of_ours_begins_anew(
    database: Database, store: PageStore, mailbox: Account, case_id: int
) -> None:
    _store(store, mailbox, "m2", in_reply_to="someone@else.example", thread_key="someone@else.example")
    assert _case_of(database, "m2") is None
    assert _hints(database) == []
    assert case_id
