from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from app.models.domain.counters import case_counter
from app.models.domain.dedup import dedup_key
from app.models.domain.incoming import IncomingAttachment, IncomingMention, Ledger, RejectedRow, RejectReason
from app.models.domain.people import Actor
from app.models.domain.vocabulary import CaseState, MentionState, StartedBy
from app.models.schema.base import NEVER
from app.models.schema.cases import Case
from app.models.schema.channels import AccountCursor, ChannelAccount
from app.models.schema.customers import Handle
from app.models.schema.history import Erasure
from app.models.schema.intake import IntakeRule
from app.models.schema.mentions import Attachment, AttachmentContent, Conversation, Mention, MentionOriginal
from app.models.schema.rollups import StatusCounter
from app.services.acts import Act
from app.services.database import Database
from app.services.intake import IntakeBatch, IntakeItem, IntakeService, JoinedMention, batch_of
from app.services.intake.rows import erasure_hash
from app.services.mention_book import MentionBook
from app.services.recount import recount

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


@pytest.fixture
def joined() -> list[tuple[int, JoinedMention]]:
    return []


@pytest.fixture
def intake(database: Database, joined: list[tuple[int, JoinedMention]]) -> IntakeService:
    return IntakeService(
        database=database,
        book=MentionBook(),
        on_case_mention=lambda _act, case_id, mention: joined.append((case_id, mention)),
    )


def said(text: str = "Gostei do aplicativo", **values: Any) -> IncomingMention:
    return IncomingMention(**{"channel": "x", "text": text, "posted_at": AT, **values})


def one(database: Database, statement: Any) -> Any:
    with database.read() as connection:
        return connection.execute(statement).scalar_one()


def test_a_batch_is_stored_once_and_balances(database: Database, intake: IntakeService) -> None:
    batch = batch_of([said(external_id="1"), said(external_id="2"), said(external_id="1")])
    assert intake.receive(batch).ledger == Ledger(3, 2, 1, 0)
    assert intake.receive(batch).ledger == Ledger(3, 0, 3, 0)
    assert one(database, select(func.count()).select_from(Mention)) == 2


def test_authors_and_threads_are_found_again(database: Database, intake: IntakeService) -> None:
    intake.receive(batch_of([said("oi", author_key="ana", author_name="Ana")]))
    intake.receive(batch_of([said("tudo bem?", author_key="ana"), said("outra", author_name="Bia")]))
    intake.receive(batch_of([said("mais outra", author_name="Bia", posted_at=AT + timedelta(seconds=1))]))
    with database.read() as connection:
        names = sorted(connection.execute(select(Handle.display_name)).scalars())
        threads = connection.execute(select(func.count()).select_from(Conversation)).scalar_one()
    assert names == ["Ana", "Bia", "Bia"]
    assert threads == 1


def test_an_answer_lies_in_the_thread_of_what_it_answers(database: Database, intake: IntakeService) -> None:
    intake.receive(batch_of([said("pergunta", external_id="q", author_key="ana")]))
    intake.receive(batch_of([said("resposta", external_id="a", author_key="beto", in_reply_to="q")]))
    with database.read() as connection:
        assert len(set(connection.execute(select(Mention.conversation_id)).scalars())) == 1


def test_rejects_name_their_reason(intake: IntakeService) -> None:
    items = (
        IntakeItem(4, said("  "), ""),
        IntakeItem(5, said("amanhã", posted_at=AT + timedelta(days=9)), "amanha"),
        IntakeItem(6, RejectedRow(6, RejectReason.BAD_DATE, "date: 31/02", "x"), ""),
        IntakeItem(7, said("certo"), "certo"),
    )
    received = intake.receive(IntakeBatch(items))
    assert received.ledger == Ledger(4, 1, 0, 3)
    assert {each.row: each.reason for each in received.rejects} == {
        4: RejectReason.EMPTY_TEXT,
        5: RejectReason.FUTURE_DATE,
        6: RejectReason.BAD_DATE,
    }


def test_what_was_erased_on_request_does_not_come_back(database: Database, intake: IntakeService, actor: Actor) -> None:
    gone = said(external_id="gone")
    key = erasure_hash(b"", dedup_key("x", gone))
    database.quiet(
        lambda connection: connection.execute(
            insert(Erasure), [{"keyed_hash": key, "erased_at": AT, "actor_id": actor.person_id}]
        )
    )
    received = intake.receive(batch_of([gone, said(external_id="here")]))
    assert received.ledger == Ledger(2, 1, 0, 1)
    assert received.rejects[0].reason is RejectReason.ERASED_ON_REQUEST


def test_crisis_words_mark_and_only_recent_ones_ring(database: Database, intake: IntakeService) -> None:
    new = said("Vou ao Procon, passei mal com a comida", external_id="n")
    received = intake.receive(batch_of([new, replace(new, external_id="o", posted_at=AT - timedelta(days=400))]))
    with database.read() as connection:
        rows = connection.execute(select(Mention.crisis_level, Mention.crisis_words)).all()
    assert [row.crisis_level for row in rows] == [1, 1]
    assert "procon" in rows[0].crisis_words
    assert received.alerts == (max(received.mention_ids),)
    assert one(database, select(StatusCounter.n).where(StatusCounter.key == "mention:crisis_to_triage")) == 2


def test_a_rule_sets_aside_but_never_a_crisis(database: Database, intake: IntakeService) -> None:
    rule = {"name": "Vagas", "is_enabled": True, "conditions": {"any_words": ["vaga"]}, "created_at": AT}
    rule_id = database.quiet(
        lambda connection: connection.execute(insert(IntakeRule).values(rule).returning(IntakeRule.id)).scalar_one()
    )
    intake.receive(batch_of([said("Tem VAGA?"), said("Vaga com veneno"), said("nada")]))
    with database.read() as connection:
        found = connection.execute(select(Mention.text, Mention.state, Mention.intake_rule_id))
        assert {body: (state, by) for body, state, by in found} == {
            "Tem VAGA?": (MentionState.MONITORED, rule_id),
            "Vaga com veneno": (MentionState.TO_TRIAGE, None),
            "nada": (MentionState.TO_TRIAGE, None),
        }
        assert recount(connection) == []


def open_case(act: Act, mention_id: int, opened_at: datetime) -> int:
    values = {column.key: None for column in Case.__table__.columns} | {
        "id": 77,
        "protocol": "2026112000000420",
        "state": CaseState.WAITING_CUSTOMER,
        "is_open": True,
        "customer_id": 1,
        "channel_id": 1,
        "title": "",
        "started_by": StartedBy.CUSTOMER,
        "is_vip": False,
        "is_severe": False,
        "was_forwarded": False,
        "opened_at": opened_at,
        "due_at": NEVER,
        "first_response_due_at": opened_at,
        "resolution_due_at": opened_at,
        "reopened_count": 0,
        "preview": "",
        "version": 1,
    }
    act.connection.execute(insert(Case), [values])
    act.count_status(case_counter(CaseState.WAITING_CUSTOMER), 1)
    MentionBook().move(act, [mention_id], to=MentionState.IN_CASE, case_id=77)
    return 77


def test_an_answer_in_a_cases_thread_joins_the_case(
    database: Database, intake: IntakeService, actor: Actor, joined: list[tuple[int, JoinedMention]]
) -> None:
    first = intake.receive(batch_of([said("Não chegou", thread_key="t1", author_key="ana")])).mention_ids[0]
    database.act(lambda act: open_case(act, first, AT), actor=actor)
    late = AT + timedelta(hours=1)
    received = intake.receive(
        batch_of(
            [
                said("Chegou?", thread_key="t1", author_key="ana", posted_at=late),
                said("De antes", thread_key="t1", author_key="ana", posted_at=AT - timedelta(days=3)),
                said("Outro assunto", author_key="ana", posted_at=late),
            ]
        )
    )
    assert received.joined_cases == frozenset({77})
    assert [(case_id, mention.posted_at) for case_id, mention in joined] == [(77, late)]
    assert one(database, select(func.count()).where(Mention.case_id == 77)) == 2


def test_attachments_and_originals_are_kept_and_equal_bytes_once(database: Database, intake: IntakeService) -> None:
    note = IncomingAttachment("nota.pdf", "application/pdf", 3, b"pdf")
    named = IncomingAttachment("filme.mp4", "video/mp4", 99_000_000)
    intake.receive(batch_of([said("a", attachments=(note, named), raw=b"raw"), said("b", attachments=(note,))]))
    assert one(database, select(func.count()).select_from(Attachment)) == 3
    assert one(database, select(func.count()).select_from(AttachmentContent)) == 1
    assert one(database, select(MentionOriginal.raw)) == b"raw"


def test_the_cursor_moves_with_what_was_read(database: Database, intake: IntakeService) -> None:
    account = database.quiet(
        lambda connection: connection.execute(
            insert(ChannelAccount).values(channel_id=1, name="loja").returning(ChannelAccount.id)
        ).scalar_one()
    )
    for cursor in ("a", "b"):
        intake.receive(replace(batch_of([said(cursor)]), account_id=account, stream="mentions", cursor=cursor))
    assert one(database, select(AccountCursor.cursor)) == "b"


def test_contact_data_of_a_row_waits_for_the_customer(database: Database, intake: IntakeService) -> None:
    intake.receive(batch_of([said(email="ana@example.com", extra={"loja": "Recife"})]))
    assert one(database, select(Mention.extra)) == {"loja": "Recife", "contato:email": "ana@example.com"}


HOSTILE: list[dict[str, Any]] = [
    {name: "mau\x00\ud800"}
    for name in (
        "external_id",
        "author_key",
        "author_name",
        "permalink",
        "in_reply_to",
        "thread_key",
        "language",
        "place",
    )
]
HOSTILE += [{"author_key": "á" * 5_000}, {"author_name": "\ufdfa" * 5_000}, {"thread_key": "t" * 100_000}]
HOSTILE += [{"likes": 2**40}, {"reach": -(2**70)}, {"source_rating": 2**31}]
HOSTILE += [
    {"extra": {"a\x00": "\udfffb"}},
    {"email": "a\x00@b.c"},
    {"title": "\x00t\ud800"},
    {"raw": b"x" * 2_000_000},
]
HOSTILE += [{"attachments": (IncomingAttachment("a\x00", "t/\ud800", 2**70, b"x"),)}]
HOSTILE += [{"posted_at": datetime(1, 1, 2, tzinfo=UTC)}, {"posted_at": datetime(1940, 5, 1, tzinfo=UTC)}]


def test_what_no_table_holds_is_made_to_fit(database: Database, intake: IntakeService) -> None:
    hostile = [said(f"linha {at}", **values) for at, values in enumerate(HOSTILE)]
    received = intake.receive(batch_of([*hostile, said("a linha do vizinho")]))
    assert received.ledger.rejected == 1  # the year 1 lies before every time zone
    assert received.ledger.stored == len(HOSTILE)
    with database.read() as connection:
        assert recount(connection) == []
        kept = connection.execute(select(Mention.extra).where(Mention.likes.is_(None), Mention.text == "linha 11"))
        assert kept.scalar_one() == {"likes": str(2**40)}
    assert intake.receive(batch_of(hostile)).ledger.stored == 0


def test_a_row_beyond_fitting_is_rejected_alone(intake: IntakeService) -> None:
    naive = AT.replace(tzinfo=None)
    batch = batch_of(
        [
            said("\x00\ud800"),
            said("sem fuso", posted_at=naive),
            said("x" * 1_100_000),
            said("endereço sem fim", permalink="h" * 1_100_000),
            said("amanhã \x00\ud800", posted_at=AT + timedelta(days=9)),
            said("certo"),
        ]
    )
    received = intake.receive(batch)
    assert received.ledger == Ledger(6, 1, 0, 5)
    assert [(each.row, each.reason) for each in received.rejects] == [
        (1, RejectReason.EMPTY_TEXT),
        (2, RejectReason.BAD_DATE),
        (3, RejectReason.TOO_LARGE),
        (4, RejectReason.TOO_LARGE),
        (5, RejectReason.FUTURE_DATE),
    ]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "a", "b", "c", "veneno"]),
        st.sampled_from([None, "1", "2", "3"]),
        st.sampled_from([None, "ana", "beto"]),
        st.integers(-3, 50),
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_every_ledger_balances_and_every_count_agrees(
    database: Database, intake: IntakeService, rows: list[tuple[str, str | None, str | None, int]]
) -> None:
    before = one(database, select(func.count()).select_from(Mention))
    batch = batch_of(
        said(text, external_id=external, author_key=author, posted_at=AT + timedelta(hours=hours))
        for text, external, author, hours in rows
    )
    ledger = intake.receive(batch).ledger
    assert ledger.received == len(rows)
    assert one(database, select(func.count()).select_from(Mention)) == before + ledger.stored
    assert intake.receive(batch).ledger.stored == 0
    with database.read() as connection:
        assert recount(connection) == []
