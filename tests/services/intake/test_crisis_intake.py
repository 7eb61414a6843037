"""Crisis marks, clocks and proposals as intake and the first act of a person leave them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from app.models.domain.crisis import StoredWords
from app.models.domain.incoming import IncomingMention
from app.models.domain.people import PROGRAM, Actor
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource, Visibility
from app.models.schema.channels import ChannelAccount
from app.models.schema.crisis import Alert, CrisisClock
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.crisis_marks import CrisisMark
from app.services.database import Database
from app.services.intake import IntakeService, batch_of
from app.services.intake.wiring import build_intake
from app.services.mention_book import MentionBook
from app.services.recount import recount
from tests.factories import channel_id
from tests.fakes import FakeClock

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
SOON = NOW - timedelta(minutes=2)
BOOK = MentionBook()


@pytest.fixture
def intake(database: Database) -> IntakeService:
    return build_intake(database)


def said(text: str, **values: Any) -> IncomingMention:
    return IncomingMention(**{"channel": "x", "text": text, "posted_at": SOON, "author_key": "ana", **values})


def receive(intake: IntakeService, *mentions: IncomingMention) -> tuple[int, ...]:
    return intake.receive(batch_of(mentions)).mention_ids


def row_of(database: Database, mention_id: int) -> Any:
    with database.read() as connection:
        return connection.execute(select(*Mention.__table__.c).where(Mention.id == mention_id)).one()


def clock_of(database: Database, mention_id: int) -> Any:
    statement = select(*CrisisClock.__table__.c).where(CrisisClock.mention_id == mention_id)
    with database.read() as connection:
        return connection.execute(statement).one_or_none()


def test_sentiment_and_situation_are_proposed(database: Database, intake: IntakeService) -> None:
    [good] = receive(intake, said("Adorei o atendimento, obrigada! Nota dez"))
    row = row_of(database, good)
    assert (row.sentiment, row.sentiment_source) == (Sentiment.POSITIVE, SentimentSource.SUGGESTED)
    assert row.situation_node_id is not None
    [nothing] = receive(intake, said("..."))
    assert row_of(database, nothing).sentiment_source is SentimentSource.NONE
    with database.read() as connection:
        assert recount(connection) == []


def test_level_three_is_read_with_the_proposed_sentiment(database: Database, intake: IntakeService) -> None:
    bad, good = receive(
        intake, said("Péssimo atendimento, uma vergonha"), said("Ótimo atendimento, parabéns", author_key="bia")
    )
    assert sorted(row_of(database, each).crisis_level or 0 for each in (bad, good)) == [0, 3]


def test_a_fresh_hit_starts_its_clock_and_rings(database: Database, intake: IntakeService) -> None:
    [mention_id] = receive(intake, said("Achei uma larva no lanche, vou ao Procon"))
    stored = StoredWords.of(row_of(database, mention_id).crisis_words)
    assert stored.words == ("larva", "procon")
    assert stored.rule == "1/foreign_body/larva"
    clock = clock_of(database, mention_id)
    assert (clock.level, clock.rule) == (1, "1/foreign_body/larva")
    assert clock.identify_due_at == SOON + timedelta(minutes=5)
    assert (clock.identified_at, clock.answer_due_at) == (None, None)
    with database.read() as connection:
        assert connection.execute(select(Alert.mention_id)).scalars().all() == [mention_id]


def test_doubt_and_age_start_no_clock(database: Database, intake: IntakeService) -> None:
    doubt, old = receive(
        intake, said("Calma, não vou ao Procon"), said("Vou ao Procon", posted_at=NOW - timedelta(days=9))
    )
    rows = {each: row_of(database, each) for each in (doubt, old)}
    assert {row.crisis_level for row in rows.values()} == {1}
    assert clock_of(database, doubt) is None
    assert clock_of(database, old) is None


def test_a_doubtful_danger_leaves_the_clock_to_what_is_certain(database: Database, intake: IntakeService) -> None:
    [mention_id] = receive(intake, said("Não vou ao Procon, mas sou jornalista"))
    assert row_of(database, mention_id).crisis_level == 1
    assert clock_of(database, mention_id).level == 2


def test_the_first_act_of_a_person_identifies(
    database: Database, intake: IntakeService, actor: Actor, clock: FakeClock
) -> None:
    ids = receive(intake, *(said(f"Vou ao Procon {n}", author_key=f"a{n}") for n in range(3)))
    clock.advance(timedelta(minutes=1))
    database.act(lambda act: BOOK.move(act, ids[:1], to=MentionState.MONITORED), actor=PROGRAM)
    assert clock_of(database, ids[0]).identified_at is None
    database.act(lambda act: BOOK.move(act, ids, to=MentionState.IGNORED), actor=actor)
    seen = clock_of(database, ids[1])
    assert (seen.identified_at, seen.identified_by_id) == (clock.now(), actor.person_id)
    assert seen.answer_due_at is None
    identified_at = clock.now()
    clock.advance(timedelta(minutes=9))
    database.act(lambda act: BOOK.move(act, ids[1:2], to=MentionState.IN_CASE, case_id=1), actor=actor)
    owed = clock_of(database, ids[1])
    assert owed.identified_at == identified_at
    assert owed.answer_due_at == identified_at + timedelta(minutes=30)


def test_marks_change_with_their_counts_and_come_back(database: Database, intake: IntakeService, actor: Actor) -> None:
    ids = receive(intake, said("oi", author_key="a"), said("olá", author_key="b"), said("Vou ao Procon"))
    database.act(lambda act: BOOK.move(act, ids[:1], to=MentionState.MONITORED, rule_id=7), actor=PROGRAM)
    marks = {ids[0]: CrisisMark(2, "oi"), ids[1]: CrisisMark(), ids[2]: CrisisMark()}
    changed, _ = database.act(lambda act: BOOK.set_crisis(act, marks), actor=actor)
    assert [each.id for each in changed] == sorted({ids[0], ids[2]})
    row = row_of(database, ids[0])
    assert (row.crisis_level, row.state, row.intake_rule_id) == (2, MentionState.TO_TRIAGE, None)
    with database.read() as connection:
        assert recount(connection) == []
    restored, _ = database.act(lambda act: BOOK.restore_crisis(act, changed), actor=actor)
    assert sorted(restored) == sorted({ids[0], ids[2]})
    row = row_of(database, ids[0])
    assert (row.crisis_level, row.state, row.intake_rule_id) == (None, MentionState.MONITORED, 7)
    assert row_of(database, ids[2]).crisis_level == 1
    assert database.act(lambda act: BOOK.restore_crisis(act, changed), actor=actor)[0] == []
    with database.read() as connection:
        assert recount(connection) == []


def test_an_answer_stops_the_clock_and_its_withdrawal_starts_it_again(
    database: Database, intake: IntakeService, actor: Actor, clock: FakeClock
) -> None:
    from app.bootstrap.services import build_services  # noqa: PLC0415 - the program's own wiring of the cases

    services = build_services(database)
    [mention_id] = receive(intake, said("Vou ao Procon", is_private=True))
    clock.advance(timedelta(minutes=1))
    case = services.cases.open_from_mentions(actor, [mention_id]).value
    assert clock_of(database, mention_id).identified_at == clock.now()
    clock.advance(timedelta(minutes=1))
    done = services.replies.write_reply(
        actor,
        case.id,
        expected_version=case.version,
        text="Olá! Já estamos vendo.",
        visibility=Visibility.PRIVATE,
        client_key="k1",
    )
    assert clock_of(database, mention_id).answered_at == clock.now()
    assert done.undo is not None
    done.undo.revert()
    assert clock_of(database, mention_id).answered_at is None


def test_the_way_back_sets_the_clocks_running_again(
    database: Database, intake: IntakeService, actor: Actor, clock: FakeClock
) -> None:
    from app.bootstrap.services import build_services  # noqa: PLC0415 - the program's own wiring of the cases

    services = build_services(database)
    [mention_id] = receive(intake, said("Vou ao Procon"))
    untouched = clock_of(database, mention_id)
    clock.advance(timedelta(minutes=1))
    set_aside = services.triage.ignore(actor, [mention_id], "spam")
    assert clock_of(database, mention_id).identified_at == clock.now()
    assert set_aside.undo is not None
    set_aside.undo.revert()
    assert clock_of(database, mention_id) == untouched
    opened = services.triage.open_case(actor, [mention_id])
    assert clock_of(database, mention_id).answer_due_at == clock.now() + timedelta(minutes=30)
    assert opened.undo is not None
    opened.undo.revert()
    assert clock_of(database, mention_id) == untouched


def test_only_what_the_act_itself_set_is_taken_back(
    database: Database, intake: IntakeService, actor: Actor, clock: FakeClock
) -> None:
    [mention_id] = receive(intake, said("Vou ao Procon"))
    database.act(lambda act: BOOK.move(act, [mention_id], to=MentionState.MONITORED), actor=actor)
    watched = clock_of(database, mention_id)
    clock.advance(timedelta(minutes=1))
    moved, _ = database.act(lambda act: BOOK.move(act, [mention_id], to=MentionState.IN_CASE, case_id=1), actor=actor)
    database.act(lambda act: BOOK.restore(act, moved), actor=actor)
    assert clock_of(database, mention_id) == watched


def test_what_intake_puts_into_a_case_is_identified_by_the_next_act_on_it(
    database: Database, intake: IntakeService, actor: Actor, clock: FakeClock
) -> None:
    from app.bootstrap.services import build_services  # noqa: PLC0415 - the program's own wiring of the cases

    services = build_services(database)
    thread: dict[str, Any] = {"thread_key": "t1", "is_private": True, "is_direct": True}
    [first] = receive(intake, said("Meu pedido não chegou", external_id="a", **thread))
    case = services.triage.open_case(actor, [first]).value
    clock.advance(timedelta(minutes=5))
    later = said("Vou ao Procon", external_id="b", posted_at=clock.now(), **thread)
    [mention_id] = intake.receive(batch_of([later]), actor=actor).mention_ids
    assert row_of(database, mention_id).case_id == case.id
    assert clock_of(database, mention_id).identified_at is None
    clock.advance(timedelta(minutes=2))
    version = services.cases.detail(case.id, actor.person_id).version
    done = services.cases.assign(actor, case.id, actor.person_id, expected_version=version)
    seen = clock_of(database, mention_id)
    assert (seen.identified_at, seen.identified_by_id) == (clock.now(), actor.person_id)
    assert seen.answer_due_at == clock.now() + timedelta(minutes=30)
    running = services.cases.detail(case.id, actor.person_id).crisis_clock
    assert running is not None
    assert running.due_at == seen.answer_due_at
    assert done.undo is not None
    done.undo.revert()
    assert clock_of(database, mention_id).identified_at is None


def test_our_own_names_and_what_our_own_accounts_write_raise_no_level(
    database: Database, intake: IntakeService
) -> None:
    [before] = receive(intake, said("@sac.loja péssima, uma vergonha", author_key="eva"))
    assert row_of(database, before).crisis_level == 3

    def add(act: Act) -> None:
        values = {"channel_id": channel_id(act.connection, "x"), "name": "X @sac.loja"}
        watched = values | {"name": "Busca @golpe.loja", "is_listen_only": True}  # somebody else's name
        act.connection.execute(insert(ChannelAccount), [values | {"is_listen_only": False}, watched])

    database.act(add, actor=PROGRAM)
    texts = {
        "ana": "@sac.loja péssima, que vergonha",
        "bia": "Péssimo atendimento @sac.loja",
        "sac.loja": "@sac.loja avisa: golpe do produto com veneno",
        "rui": "@sac.loja vou ao Procon",
        "golpe.loja": "golpe do produto com veneno",
    }
    ids = receive(intake, *(said(text, author_key=key) for key, text in texts.items()))
    assert [row_of(database, each).crisis_level for each in sorted(ids)] == [None, 3, None, 1, 1]
