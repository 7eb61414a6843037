"""The list of what has not left yet: every state, every page, with what keeps each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from app.models.domain.channel_health import Problem
from app.models.domain.outbox_row import OutboxFilter, OutboxKind, OutboxRow
from app.models.domain.vocabulary import DeliveryState
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import AccountHealth, AutoAnswer
from app.services.outbox_list import OutboxListService
from tests.services.outbox.conftest import Office


@pytest.fixture
def listing(office: Office) -> OutboxListService:
    return OutboxListService(database=office.desk.database)


def set_reply(office: Office, reply_id: int, **values: Any) -> None:
    office.desk.database.quiet(lambda c: c.execute(update(Reply).where(Reply.id == reply_id).values(**values)))


def add_answer(office: Office, state: DeliveryState, **values: Any) -> int:
    mention_id = office.desk.mention("Boa noite", external_id=f"n{state.value}", account_id=office.account_id)
    at = office.desk.clock.now()
    row = {
        "client_key": f"auto-{mention_id}",
        "mention_id": mention_id,
        "conversation_id": office.conversation(f"noite-{state.value}"),
        "account_id": office.account_id,
        "text": "Abrimos às 8 h.",
        "state": state,
        "written_at": at,
        "not_before": at,
        "attempts": 0,
        **values,
    }
    statement = insert(AutoAnswer).values(row).returning(AutoAnswer.id)
    return office.desk.database.quiet(lambda c: int(c.execute(statement).scalar_one()))


def shown(listing: OutboxListService, which: OutboxFilter = OutboxFilter.ALL) -> list[tuple[OutboxKind, int]]:
    return [(row.kind, row.id) for row in listing.page(which).rows]


def only(listing: OutboxListService) -> OutboxRow:
    (row,) = listing.page(OutboxFilter.ALL).rows
    return row


def test_what_needs_a_person_comes_first_and_what_is_gone_is_not_there(
    office: Office, listing: OutboxListService
) -> None:
    states = (
        DeliveryState.SENT, DeliveryState.WITHDRAWN, DeliveryState.PENDING, DeliveryState.SENDING,
        DeliveryState.TO_APPROVE, DeliveryState.FAILED, DeliveryState.UNCERTAIN,
    )  # fmt: skip
    ids = {}
    for state in states:
        ids[state] = office.write(office.case())
        set_reply(office, ids[state], state=state)
    order = (
        DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.TO_APPROVE, DeliveryState.SENDING,
        DeliveryState.PENDING,
    )  # fmt: skip
    assert shown(listing) == [(OutboxKind.REPLY, ids[state]) for state in order]
    assert shown(listing, OutboxFilter.FAILED) == [(OutboxKind.REPLY, ids[DeliveryState.FAILED])]
    assert shown(listing, OutboxFilter.UNCERTAIN) == [(OutboxKind.REPLY, ids[DeliveryState.UNCERTAIN])]
    assert shown(listing, OutboxFilter.TO_APPROVE) == [(OutboxKind.REPLY, ids[DeliveryState.TO_APPROVE])]
    assert len(shown(listing, OutboxFilter.QUEUED)) == 2


def test_a_row_tells_of_whom_where_and_what(office: Office, listing: OutboxListService) -> None:
    case_id = office.case()
    office.write(case_id, "Olá, Ana. " + "a" * 400)
    row = only(listing)
    detail = office.desk.cases.detail(case_id, 0)
    assert (row.case_id, row.protocol, row.customer) == (case_id, detail.protocol, detail.customer.name)
    assert (row.author, row.channel_key, len(row.text)) == (office.desk.actor.name, "instagram", 240)
    assert (row.needs_manual_send, row.next_try_at, row.trouble) == (False, None, None)


def test_pages_follow_one_another_without_a_gap(office: Office, listing: OutboxListService) -> None:
    at = office.desk.clock.now()
    case_id = office.case()
    for number in range(5):
        reply_id = office.write(case_id, f"Resposta {number}")
        values = {"state": DeliveryState.FAILED, "not_before": NEVER} if number % 2 else {"not_before": at}
        set_reply(office, reply_id, **values)
    for state in (DeliveryState.PENDING, DeliveryState.FAILED):
        add_answer(office, state, not_before=NEVER if state is DeliveryState.FAILED else at)
    whole = shown(listing)
    assert len(whole) == 7
    found: list[tuple[OutboxKind, int]] = []
    cursor = None
    while True:
        page = listing.page(OutboxFilter.ALL, cursor, limit=2)
        found += [(row.kind, row.id) for row in page.rows]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert found == whole


def test_next_try_parts_and_the_reason_of_waiting(office: Office, listing: OutboxListService) -> None:
    reply_id = office.write(office.case())
    at = office.desk.clock.now() + timedelta(minutes=5)
    set_reply(office, reply_id, error_code=Problem.RATE_LIMITED.value, attempts=2, not_before=at)
    part = {"reply_id": reply_id, "position": 1, "external_id": "p1", "sent_at": office.desk.clock.now()}
    office.desk.database.quiet(lambda c: c.execute(insert(ReplyPart).values(part)))
    row = only(listing)
    assert (row.next_try_at, row.parts_sent, row.error_code) == (at, 1, "rate_limited")
    assert office.entry(row.case_id or 0).sending is not None


def test_an_account_that_stands_still_is_told(office: Office, listing: OutboxListService) -> None:
    case_id = office.case()
    office.write(case_id)
    assert office.desk.cases.detail(case_id, 0).account_trouble is None
    office.set_account(is_paused=True)
    for trouble in (only(listing).trouble, office.desk.cases.detail(case_id, 0).account_trouble):
        assert trouble is not None
        assert (trouble.is_paused, trouble.account_name, trouble.channel_key) == (True, "@loja", "instagram")
    office.set_account(is_paused=False)
    health = {"account_id": office.account_id, "state": "needs_person", "problem": "token_expired", "failures": 1}
    values = health | {"since": office.desk.clock.now()}
    office.desk.database.quiet(lambda c: c.execute(insert(AccountHealth).values(values)))
    for trouble in (only(listing).trouble, office.desk.cases.detail(case_id, 0).account_trouble):
        assert trouble is not None
        assert (trouble.is_paused, trouble.problem) == (False, "token_expired")


def test_what_a_person_sends_waits_for_nobody(office: Office, listing: OutboxListService) -> None:
    case_id = office.case()
    office.write(case_id)
    office.set_account(is_connected=False, is_paused=True)
    row = only(listing)
    assert (row.needs_manual_send, row.trouble) == (True, None)
    assert office.desk.cases.detail(case_id, 0).account_trouble is None


def test_an_automatic_answer_that_failed_long_ago_is_no_work(office: Office, listing: OutboxListService) -> None:
    add_answer(office, DeliveryState.FAILED, error_code="auto_answer_late")
    row = only(listing)
    assert (row.kind, row.case_id, row.customer != "") == (OutboxKind.AUTO_ANSWER, None, True)
    assert row.key % 2 == 1
    office.later(days=3)
    assert shown(listing) == []
