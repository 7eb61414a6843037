"""A page of a polled account enters in one act: mentions, edits, removals, figures, our own posts, bounces, cursor."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.models.domain.people import Actor
from app.models.domain.vocabulary import CaseState, DeliveryState, MentionState, Sentiment, SentimentSource, Visibility
from app.models.schema.cases import Case, Reply, ReplyPart
from app.models.schema.channels import AccountCursor, AccountHour, ChannelAccount, FigureWatch, OwnPost
from app.models.schema.crisis import Alert, CrisisClock
from app.models.schema.history import History
from app.models.schema.intake import IntakeReject, IntakeRun
from app.models.schema.mentions import CaseHint, Mention, MentionVersion
from app.services.channels import base
from app.services.database import Database
from app.services.facet_index import mention_words
from app.services.intake import IntakeBatch, IntakeItem, IntakeService, Received
from app.services.intake.account_ledger import set_back
from app.services.intake.batch import SourcePage
from app.services.intake.wiring import build_intake
from app.services.mention_book import MentionBook
from app.services.recount import recount
from tests.factories import channel_id, make_case, make_customer, make_handle
from tests.fakes import FakeClock

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
SOON = NOW - timedelta(minutes=2)
WEEK = timedelta(days=7)


@pytest.fixture
def intake(database: Database) -> IntakeService:
    return build_intake(database)


@pytest.fixture
def account(database: Database) -> int:
    def make(connection: Any) -> int:
        values = {"channel_id": channel_id(connection), "name": "@loja", "is_connected": True}
        return connection.execute(insert(ChannelAccount).values(values).returning(ChannelAccount.id)).scalar_one()

    return database.quiet(make)


def said(external_id: str, text: str = "Cadê o meu pedido?", **values: Any) -> IncomingMention:
    return IncomingMention(
        **{
            "channel": "instagram",
            "text": text,
            "posted_at": SOON,
            "author_key": "ana",
            "external_id": external_id,
            **values,
        }
    )


def receive(
    intake: IntakeService, account: int, *mentions: IncomingMention | RejectedRow, cursor: str = "c1", **page: Any
) -> Received:
    items = tuple(
        IntakeItem(row, each, "" if isinstance(each, RejectedRow) else mention_words(each.title, each.text))
        for row, each in enumerate(mentions, start=1)
    )
    source = SourcePage(**{"channel": "instagram", "name": "@loja", "figures_for": WEEK, **page})
    return intake.receive(IntakeBatch(items, account_id=account, stream="mentions", cursor=cursor, page=source))


def rows(database: Database, table: Any, **where: Any) -> list[Any]:
    statement = select(*table.__table__.c)
    for name, value in where.items():
        statement = statement.where(table.__table__.c[name] == value)
    with database.read() as connection:
        return list(connection.execute(statement).all())


def row_of(database: Database, mention_id: int) -> Any:
    [row] = rows(database, Mention, id=mention_id)
    return row


def verbs(database: Database, case_id: int) -> list[str]:
    return [row.verb for row in rows(database, History, case_id=case_id)]


def is_sound(database: Database) -> bool:
    with database.read() as connection:
        return recount(connection) == []


def test_one_act_stores_mentions_cursor_ledger_and_hours(
    database: Database, intake: IntakeService, account: int, clock: FakeClock
) -> None:
    bad = RejectedRow(3, RejectReason.BAD_STRUCTURE, "no_id", "")
    received = receive(intake, account, said("1"), said("2", "Adorei!"), bad, calls=2, cost=30)
    assert (received.ledger.received, received.ledger.stored, received.ledger.rejected) == (3, 2, 1)
    [run] = rows(database, IntakeRun)
    assert (run.source_kind, run.source_name, run.received, run.stored, run.rejected) == ("channel", "@loja", 3, 2, 1)
    assert run.mapping == {"account": account, "stream": "mentions", "day": "2026-11-21"}
    assert row_of(database, received.mention_ids[0]).intake_run_id == run.id
    assert [row.detail for row in rows(database, IntakeReject)] == ["no_id"]
    receive(intake, account, said("1"), said("3", "Quero trocar"), cursor="c2")
    [cursor] = rows(database, AccountCursor)
    assert cursor.cursor == "c2"
    [hour] = rows(database, AccountHour)
    assert (hour.calls, hour.cost, hour.received, hour.stored) == (3, 30, 5, 3)
    [run] = rows(database, IntakeRun)
    assert (run.received, run.stored, run.duplicate) == (5, 3, 1)
    clock.advance(timedelta(days=1))
    receive(intake, account, said("4", "Boa tarde a todos"), cursor="c3")
    assert len(rows(database, IntakeRun)) == 2
    assert {row.stream: row.cursor for row in rows(database, AccountCursor)} == {
        "mentions": "c3",
        "mentions@2026-11-22": "c2",
    }
    database.quiet(lambda c: set_back(c, account, "mentions", datetime(2026, 11, 22, tzinfo=UTC).date(), clock.now()))
    assert {row.stream: row.cursor for row in rows(database, AccountCursor)}["mentions"] == "c2"
    assert is_sound(database)


def test_kept_cursors_are_few_and_without_one_all_is_read_again(
    database: Database, intake: IntakeService, account: int, clock: FakeClock
) -> None:
    day = clock.now().date()
    database.quiet(lambda c: set_back(c, account, "mentions", day, clock.now()))
    assert rows(database, AccountCursor) == []
    for number in range(10):
        receive(intake, account, said(f"d{number}", f"Dia {number}"), cursor=f"c{number}")
        clock.advance(timedelta(days=1))
    names = sorted(row.stream for row in rows(database, AccountCursor))
    assert len(names) == 8
    assert names[:2] == ["mentions", "mentions@2026-11-24"]


def test_another_text_under_the_same_id_is_an_edit(database: Database, intake: IntakeService, account: int) -> None:
    [mention_id] = receive(intake, account, said("1", "Adorei o atendimento, parabéns! Nota dez")).mention_ids
    assert row_of(database, mention_id).sentiment is Sentiment.POSITIVE
    edited = said("1", "Péssimo atendimento, uma vergonha", edited_at=NOW)
    assert receive(intake, account, edited, edited).edited == (mention_id,)
    row = row_of(database, mention_id)
    assert (row.text, row.edited_at, row.sentiment) == (edited.text, NOW, Sentiment.NEGATIVE)
    assert [each.text for each in rows(database, MentionVersion)] == ["Adorei o atendimento, parabéns! Nota dez"]
    older = said("1", "Adorei o atendimento, parabéns! Nota dez", edited_at=NOW - timedelta(hours=1))
    assert receive(intake, account, older).edited == ()
    undated = said("1", "Adorei o atendimento, parabéns! Nota dez")
    assert receive(intake, account, undated).edited == ()
    assert receive(intake, account, said("1", "Mudei de ideia")).edited == (mention_id,)
    assert len(rows(database, MentionVersion)) == 2
    assert is_sound(database)


def test_twice_in_one_page_with_other_words_is_one_mention_with_a_version(
    database: Database, intake: IntakeService, account: int
) -> None:
    received = receive(intake, account, said("1", "Primeira forma"), said("1", "Segunda forma", edited_at=NOW))
    assert (received.ledger.stored, received.ledger.duplicate) == (1, 1)
    assert row_of(database, received.mention_ids[0]).text == "Segunda forma"
    assert [each.text for each in rows(database, MentionVersion)] == ["Primeira forma"]


def test_a_persons_word_outlives_an_edit(database: Database, intake: IntakeService, account: int, actor: Actor) -> None:
    [mention_id] = receive(intake, account, said("1", "Adorei o atendimento, parabéns!")).mention_ids
    book = MentionBook()
    database.act(
        lambda act: book.set_sentiment(act, [mention_id], Sentiment.MIXED, SentimentSource.CONFIRMED), actor=actor
    )
    situation = row_of(database, mention_id).situation_node_id
    receive(intake, account, said("1", "Péssimo atendimento, uma vergonha"))
    row = row_of(database, mention_id)
    assert (row.sentiment, row.sentiment_source, row.situation_node_id) == (
        Sentiment.MIXED,
        SentimentSource.CONFIRMED,
        situation,
    )


def test_an_edit_into_a_crisis_rings_and_one_out_of_it_rests(
    database: Database, intake: IntakeService, account: int
) -> None:
    spam = "Promoção imperdível de bolos de festa aqui https://bolo.example/1"
    first, repeat = receive(intake, account, said("0", spam), said("1", spam)).mention_ids
    assert row_of(database, repeat).state_reason == "repeat"
    receive(intake, account, said("1", "Achei uma larva no lanche, vou ao Procon"))
    row = row_of(database, repeat)
    assert (row.state, row.state_reason, row.crisis_level) == (MentionState.TO_TRIAGE, None, 1)
    assert [each.mention_id for each in rows(database, CrisisClock)] == [repeat]
    assert len(rows(database, Alert)) == 1
    receive(intake, account, said("1", "Foi engano, desculpem"))
    assert row_of(database, repeat).crisis_level is None
    assert rows(database, CrisisClock) == []
    assert row_of(database, first).crisis_level is None
    assert is_sound(database)


def test_what_was_erased_on_request_is_not_edited(database: Database, intake: IntakeService, account: int) -> None:
    [mention_id] = receive(intake, account, said("1")).mention_ids
    database.quiet(
        lambda c: c.execute(Mention.__table__.update().where(Mention.id == mention_id).values(text="", erased_at=NOW))
    )
    assert receive(intake, account, said("1", "Outro texto")).edited == ()
    assert row_of(database, mention_id).text == ""


def test_a_removal_is_marked_and_the_mention_kept(database: Database, intake: IntakeService, account: int) -> None:
    [mention_id] = receive(intake, account, said("1")).mention_ids
    receive(intake, account, removals=(base.Removal("1"), base.Removal("unknown")))
    row = row_of(database, mention_id)
    assert (row.removed_at, row.text) == (NOW, "Cadê o meu pedido?")


def test_figures_are_kept_and_looked_at_again(database: Database, intake: IntakeService, account: int) -> None:
    old = said("old", "Antiga", posted_at=NOW - timedelta(days=8), author_key="bia")
    new_id, old_id = receive(intake, account, said("1", likes=2), old).mention_ids[::-1]
    if row_of(database, new_id).external_id != "1":
        new_id, old_id = old_id, new_id
    [watch] = rows(database, FigureWatch)
    assert (watch.item_id, watch.next_at, watch.until) == (new_id, NOW + timedelta(hours=1), SOON + WEEK)
    receive(intake, account, figures=(base.Figures("1", likes=5, reach=100), base.Figures("1x", likes=1)))
    row = row_of(database, new_id)
    assert (row.likes, row.shares, row.reach, row.figures_at) == (5, None, 100, NOW)
    receive(intake, account, said("1", likes=9))
    assert row_of(database, new_id).likes == 9
    receive(intake, account, figures=(base.Figures("1", likes=-4),))
    assert row_of(database, new_id).likes == 9
    silent = receive(intake, account, said("2", "Sem números", author_key="caio"), figures_for=None)
    assert [each.item_id for each in rows(database, FigureWatch)] == [new_id]
    assert silent.ledger.stored == 1


def test_reposts_other_terms_and_machines_are_only_monitored(
    database: Database, intake: IntakeService, account: int
) -> None:
    found = receive(
        intake,
        account,
        said("1", "Olha só esta loja", repost_of="0"),
        said("2", "Kalunga da esquina", author_key="b"),
        said("3", "This shop is fine", language="en", author_key="c"),
        said("4", "This shop is fine, hello", language="en", is_direct=True, author_key="d"),
        said("5", "Estou de férias", is_automatic=True, is_direct=True, author_key="e"),
        said("6", "Larva no lanche! Procon!", repost_of="0", author_key="f"),
        terms=base.SearchTerms(none_of=("kalunga",), languages=("pt",)),
    )
    by_id = {row.external_id: row for row in rows(database, Mention)}
    assert {key: row.state_reason for key, row in by_id.items()} == {
        "1": "repost",
        "2": "terms",
        "3": "terms",
        "4": None,
        "5": "automatic",
        "6": None,
    }
    assert by_id["6"].state is MentionState.TO_TRIAGE
    assert by_id["5"].is_automatic
    assert len(found.mention_ids) == 6
    assert is_sound(database)


def test_the_same_text_again_is_folded_on_the_first(database: Database, intake: IntakeService, account: int) -> None:
    text = "Ganhe um vale de mil reais agora mesmo, entre em https://golpe.example/{}"
    receive(intake, account, said("1", text.format(1), author_key="a"))
    receive(intake, account, said("2", text.format(2), author_key="b"))
    nearly = text.replace("entre", "gente, entre").format(4)
    receive(intake, account, said("3", text.format(3), author_key="c"), said("4", nearly, author_key="d"))
    receive(intake, account, said("5", "Qual é o horário da loja nova do shopping?", author_key="e"))
    receive(intake, account, said("6", "Qual é o horário da loja nova do shopping?", author_key="e"))
    receive(intake, account, said("7", "Qual é o horário da loja nova do shopping?", author_key="f"))
    reasons = {row.external_id: row.state_reason for row in rows(database, Mention)}
    assert reasons == {"1": None, "2": None, "3": "repeat", "4": "repeat", "5": None, "6": "repeat", "7": None}
    assert is_sound(database)


def _case(database: Database, **values: Any) -> tuple[int, int]:
    def make(connection: Any) -> tuple[int, int]:
        customer = make_customer(connection, email="ana@example.com")
        handle = make_handle(connection, "ana", customer_id=customer)
        return make_case(connection, customer, **values), handle

    return database.quiet(make)


def _protocol(database: Database, case_id: int) -> str:
    [row] = rows(database, Case, id=case_id)
    return str(row.protocol)


def test_a_protocol_joins_its_case_only_for_its_customer(
    database: Database, intake: IntakeService, account: int
) -> None:
    case_id, _handle = _case(database, state=CaseState.WAITING_CUSTOMER, opened_at=NOW - timedelta(hours=1))
    protocol = _protocol(database, case_id)
    received = receive(
        intake,
        account,
        said("1", "Segue a foto", case_protocol=protocol),
        said("2", "Também quero", case_protocol=protocol, author_key="bia"),
        said("3", "Do meu e-mail", case_protocol=protocol, author_key="x", email="Ana@example.com"),
        said("4", "Nada disso", case_protocol="202611210999990", author_key="y"),
    )
    by_id = {row.external_id: row for row in rows(database, Mention)}
    assert {key: row.case_id for key, row in by_id.items()} == {"1": case_id, "2": None, "3": case_id, "4": None}
    assert [(hint.mention_id, hint.case_id, hint.reason) for hint in rows(database, CaseHint)] == [
        (by_id["2"].id, case_id, "other_sender")
    ]
    assert received.joined_cases == {case_id}
    [case] = rows(database, Case, id=case_id)
    assert case.state is CaseState.IN_SERVICE


def test_a_closed_case_is_only_hinted_at(database: Database, intake: IntakeService, account: int) -> None:
    case_id, _handle = _case(database, state=CaseState.CLOSED, is_open=False)
    receive(intake, account, said("1", "E agora?", case_protocol=_protocol(database, case_id)))
    assert [hint.reason for hint in rows(database, CaseHint)] == ["case_closed"]


def test_a_machines_note_joins_but_answers_nothing(database: Database, intake: IntakeService, account: int) -> None:
    case_id, _handle = _case(database, state=CaseState.WAITING_CUSTOMER, opened_at=NOW - timedelta(hours=1))
    note = said("1", "Estou de férias", case_protocol=_protocol(database, case_id), is_automatic=True)
    received = receive(intake, account, note)
    [row] = rows(database, Mention)
    assert (row.case_id, row.state, row.state_reason) == (case_id, MentionState.IN_CASE, None)
    assert received.joined_cases == frozenset()
    [case] = rows(database, Case, id=case_id)
    assert case.state is CaseState.WAITING_CUSTOMER


def _reply(database: Database, account: int, case_id: int, parent: int | None, **values: Any) -> int:
    def make(connection: Any) -> int:
        row = {
            "client_key": f"k{values.get('text')}{values.get('external_id')}",
            "case_id": case_id,
            "account_id": account,
            "channel_id": channel_id(connection),
            "in_reply_to_id": parent,
            "visibility": Visibility.PUBLIC,
            "author_id": 1,
            "text": "Oi, Ana! Já vou ver.",
            "state": DeliveryState.SENT,
            "written_at": NOW,
            "not_before": NOW,
            **values,
        }
        return connection.execute(insert(Reply).values(row).returning(Reply.id)).scalar_one()

    return database.quiet(make)


def own(external_id: str, text: str = "Oi, Ana! Já vou ver.", **values: Any) -> base.OwnPost:
    return base.OwnPost(**{"external_id": external_id, "posted_at": NOW, "text": text, **values})


@pytest.fixture
def work(database: Database, intake: IntakeService, account: int) -> tuple[int, int]:
    """An open case with one mention ("m1") in it."""
    case_id, _handle = _case(database, state=CaseState.WAITING_CUSTOMER, opened_at=NOW - timedelta(hours=1))
    protocol = _protocol(database, case_id)
    note = said("m1", "Oi", case_protocol=protocol, thread_key="t1", is_automatic=True)
    [mention_id] = receive(intake, account, note).mention_ids
    return case_id, mention_id


def test_our_own_answers_are_known_again(
    database: Database, intake: IntakeService, account: int, work: tuple[int, int]
) -> None:
    case_id, mention_id = work
    sent = _reply(database, account, case_id, mention_id, external_id="r1")
    split = _reply(database, account, case_id, mention_id, text="Longa", external_id="r2a")
    database.quiet(
        lambda c: c.execute(
            insert(ReplyPart).values(reply_id=split, position=1, external_id="r2b", permalink=None, sent_at=NOW)
        )
    )
    posts = (
        own("r1", figures=base.Figures("r1", likes=4)),
        own("r2a", "Lon"),
        own("r2b", "ga"),
        own("s1", "Feliz Natal!"),
    )
    receive(intake, account, own=posts)
    receive(intake, account, own=posts, cursor="c2")
    found = {row.external_id: row for row in rows(database, OwnPost)}
    assert {key: row.reply_id for key, row in found.items()} == {"r1": sent, "r2a": split, "r2b": split, "s1": None}
    assert found["r1"].likes == 4
    assert {row.item_id for row in rows(database, FigureWatch, kind=1)} == {row.id for row in found.values()}


@pytest.mark.parametrize("hint", [{"in_reply_to": "m1"}, {"thread_key": "t1"}])
def test_an_answer_in_doubt_that_is_there_is_settled(
    database: Database, intake: IntakeService, account: int, work: tuple[int, int], *, hint: dict[str, str]
) -> None:
    case_id, mention_id = work
    doubtful = _reply(database, account, case_id, mention_id, state=DeliveryState.UNCERTAIN, error_code="no_answer")
    other = _reply(database, account, case_id, mention_id, state=DeliveryState.UNCERTAIN, text="Outra resposta")
    old = own("r0", posted_at=NOW - timedelta(hours=1), **hint)
    receive(intake, account, own=(old, own("r9", "Oi, Ana!  Já vou ver", permalink="https://x.example/r9", **hint)))
    by_id = {row.id: row for row in rows(database, Reply)}
    assert (by_id[doubtful].state, by_id[doubtful].external_id, by_id[doubtful].error_code) == (
        DeliveryState.SENT,
        "r9",
        None,
    )
    assert by_id[other].state is DeliveryState.UNCERTAIN
    assert verbs(database, case_id)[-1] == "reply_sent"
    assert {row.external_id: row.reply_id for row in rows(database, OwnPost)} == {"r0": None, "r9": doubtful}


def test_a_bounce_fails_its_reply_and_wakes_the_case(
    database: Database, intake: IntakeService, account: int, work: tuple[int, int]
) -> None:
    case_id, mention_id = work
    reply_id = _reply(database, account, case_id, mention_id, external_id="<a@loja>")
    database.quiet(
        lambda c: c.execute(Case.__table__.update().values(last_reply_at=NOW, snoozed_until=NOW + timedelta(days=1)))
    )
    soft = base.Bounce(("<a@loja>", "<unknown>"), is_permanent=False, status="4.2.2")
    receive(intake, account, bounces=(soft,))
    assert rows(database, Reply)[0].state is DeliveryState.SENT
    hard = base.Bounce(("<a@loja>",), is_permanent=True, status="5.1.1")
    receive(intake, account, bounces=(hard,))
    receive(intake, account, bounces=(hard,))
    [reply] = rows(database, Reply)
    assert (reply.id, reply.state, reply.error_code) == (reply_id, DeliveryState.FAILED, "bounced")
    [case] = rows(database, Case, id=case_id)
    assert (case.state, case.snoozed_until) == (CaseState.IN_SERVICE, None)
    assert [verb for verb in verbs(database, case_id) if "reply" in verb] == ["reply_delayed", "reply_bounced"]


def test_an_edit_in_a_case_is_told_and_raises_its_level(
    database: Database, intake: IntakeService, account: int, work: tuple[int, int]
) -> None:
    case_id, mention_id = work
    receive(intake, account, said("m1", "Achei uma larva no lanche", thread_key="t1"))
    [case] = rows(database, Case, id=case_id)
    assert case.crisis_level == 1
    assert verbs(database, case_id)[-1] == "mention_edited"
    assert row_of(database, mention_id).state is MentionState.IN_CASE
