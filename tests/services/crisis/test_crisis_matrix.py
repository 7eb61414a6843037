"""The matrix as it is stored, previewed on the past 30 days and applied to them, and the watch for bursts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from app.bootstrap.services import Services, build_services
from app.models.domain.burst import BurstKind, BurstLimits
from app.models.domain.changes import Changes, Topic
from app.models.domain.crisis import CrisisMatrix, Group, StoredWords
from app.models.domain.crisis_check import ProblemKind
from app.models.domain.crisis_findings import Outcome
from app.models.domain.incoming import IncomingMention
from app.models.domain.people import PROGRAM, Actor, Role
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.cases import Case
from app.models.schema.channels import ChannelAccount
from app.models.schema.crisis import CrisisClock
from app.models.schema.mentions import Mention
from app.services.burst_watch import BurstWatch
from app.services.cancel import Cancelled, CancelToken
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_reader import CaseReader, TreeShelf
from app.services.crisis_matrix import CrisisMatrixService, MatrixState, crisis_section
from app.services.crisis_review import CrisisReview
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.intake import IntakeService, batch_of
from app.services.intake.wiring import build_intake
from app.services.mention_book import MentionBook
from app.services.recount import recount
from app.services.rule_set import RuleSet
from app.services.settings_book import SettingsBook
from tests.fakes import FakeClock

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


@pytest.fixture
def matrix(database: Database) -> CrisisMatrixService:
    return CrisisMatrixService(database=database, settings=SettingsBook(database=database))


@pytest.fixture
def review(database: Database) -> CrisisReview:
    mentions, clock = MentionBook(), CaseClock()
    book = CaseBook(mentions=mentions)
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=clock)
    desk = CaseDesk(database=database, book=book, clock=clock, reader=reader)
    return CrisisReview(database=database, mentions=mentions, cases=book, desk=desk)


@pytest.fixture
def intake(database: Database) -> IntakeService:
    return build_intake(database)


@pytest.fixture
def services(database: Database) -> Services:
    return build_services(database)


def receive(intake: IntakeService, *texts: str, ago: timedelta = timedelta(hours=1)) -> tuple[int, ...]:
    said = (
        IncomingMention(channel="x", text=text, posted_at=NOW - ago + timedelta(seconds=n), author_key=f"{text}{n}")
        for n, text in enumerate(texts)
    )
    return intake.receive(batch_of(said)).mention_ids


def with_word(state: MatrixState, word: str, level: int = 1) -> CrisisMatrix:
    """The matrix with one more group of one word."""
    levels = tuple(
        replace(each, groups=(*each.groups, Group("own", "Próprio", (word,)))) if each.level == level else each
        for each in state.matrix.levels
    )
    return replace(state.matrix, levels=levels)


def without(state: MatrixState, word: str) -> CrisisMatrix:
    levels = tuple(
        replace(
            level,
            groups=tuple(replace(g, words=tuple(each for each in g.words if each != word)) for g in level.groups),
        )
        for level in state.matrix.levels
    )
    return replace(state.matrix, levels=levels)


def row(database: Database, mention_id: int) -> Any:
    with database.read() as connection:
        return connection.execute(select(*Mention.__table__.c).where(Mention.id == mention_id)).one()


def test_an_edit_is_stored_with_version_record_and_undo(
    database: Database, matrix: CrisisMatrixService, actor: Actor, changes: list[Changes], intake: IntakeService
) -> None:
    state = matrix.read()
    done = matrix.save(actor, with_word(state, "fogo"), expected_version=state.version)
    assert Topic.CRISIS in changes[-1].topics
    assert row(database, receive(intake, "pegou fogo")[0]).crisis_level == 1
    with pytest.raises(Conflict, match="setting_changed"):
        matrix.save(actor, state.matrix, expected_version=state.version)
    assert done.undo is not None
    done.undo.revert()
    assert matrix.read().matrix == state.matrix
    assert row(database, receive(intake, "pega fogo")[0]).crisis_level is None


def test_what_cannot_stand_is_refused(matrix: CrisisMatrixService, actor: Actor) -> None:
    state = matrix.read()
    with pytest.raises(Invalid, match="crisis_matrix_invalid"):
        matrix.save(actor, replace(state.matrix, levels=()), expected_version=state.version)
    assert [each.kind for each in matrix.check(replace(state.matrix, levels=()))] == [ProblemKind.NO_LEVEL]
    with pytest.raises(Invalid, match="burst_limits_invalid"):
        matrix.set_bursts(actor, BurstLimits(weeks=0), expected_version=state.bursts_version)
    attendant = replace(actor, role=Role.ATTENDANT)
    with pytest.raises(Refused, match="not_allowed"):
        matrix.save(attendant, state.matrix, expected_version=state.version)


def test_people_and_bursts_have_their_own_settings(matrix: CrisisMatrixService, actor: Actor) -> None:
    state = matrix.read()
    assert (dict(state.people), state.bursts) == ({}, BurstLimits())
    matrix.set_people(actor, {1: (actor.person_id,), 2: ()}, expected_version=state.people_version)
    matrix.set_bursts(actor, BurstLimits(weeks=6), expected_version=state.bursts_version)
    again = matrix.read()
    assert (dict(again.people), again.bursts.weeks) == ({1: (actor.person_id,)}, 6)
    choices = matrix.choices()
    assert (actor.person_id, "Marta Sá") in choices.people
    assert ("public_relations", "Comunicação / RP") in choices.areas


def test_a_text_is_tried_with_its_own_sentiment(matrix: CrisisMatrixService) -> None:
    state = matrix.read()
    tried = matrix.try_text("Péssimo atendimento!", state.matrix)
    assert tried.reading.sentiment is Sentiment.NEGATIVE
    assert tried.explained.hit is not None
    assert tried.explained.hit.level == 3
    forced = matrix.try_text("Péssimo atendimento!", state.matrix, Sentiment.POSITIVE)
    assert [each.outcome for each in forced.explained.findings] == [Outcome.OTHER_SENTIMENT]


def test_the_section_goes_out_and_comes_back(database: Database, matrix: CrisisMatrixService, actor: Actor) -> None:
    rules = RuleSet(database=database, sections=[crisis_section()])
    state = matrix.read()
    matrix.save(actor, with_word(state, "fogo"), expected_version=state.version)
    text = rules.export()
    assert "fogo" in text
    rules.restore(actor, "crisis")
    assert matrix.read().matrix == state.matrix
    rules.take_in(actor, text)
    assert matrix.read().matrix == with_word(state, "fogo")
    wrongs: tuple[dict[str, Any], ...] = ({"levels": []}, {"levels": "x"})
    for wrong in wrongs:
        broken = json.dumps({"format": "balcao.rules", "version": 1, "sections": {"crisis": {"crisis": wrong}}})
        with pytest.raises(Invalid, match="rule_set_unreadable"):
            rules.preview(broken)


def test_a_preview_counts_and_writes_nothing(
    database: Database, matrix: CrisisMatrixService, review: CrisisReview, intake: IntakeService
) -> None:
    receive(intake, "Vou ao Procon", "pegou fogo", "tudo certo por aqui", "o fogo e o Procon")
    receive(intake, "pegou fogo", ago=timedelta(days=31))
    seen: list[tuple[int, int]] = []
    edited = with_word(matrix.read(), "fogo", level=2)
    found = review.preview(edited, cancel=CancelToken(), progress=lambda *at: seen.append(at))
    assert (found.total, found.before, found.after) == (4, {1: 2}, {1: 2, 2: 1})
    assert (found.newly, found.no_longer, found.regraded, found.changed) == (1, 0, 0, 1)
    assert found.share == 0.75
    assert [(each.text, each.before, each.after, each.rule) for each in found.examples] == [
        ("pegou fogo", None, 2, "2/own/fogo")
    ]
    assert seen[-1] == (4, 4)
    gone = review.preview(without(matrix.read(), "procon"), cancel=CancelToken())
    assert (gone.no_longer, gone.after, gone.heavy) == (2, {}, ())
    assert gone.examples[0].words == ("procon",)
    with database.read() as connection:
        assert connection.execute(select(Mention.id).where(Mention.crisis_level == 2)).first() is None


def test_a_word_that_matches_everything_is_warned_of(
    matrix: CrisisMatrixService, review: CrisisReview, intake: IntakeService
) -> None:
    receive(intake, *(f"oi, tudo bem? {n}" for n in range(60)))
    found = review.preview(with_word(matrix.read(), "tudo"), cancel=CancelToken())
    assert [(each.rule, each.share) for each in found.heavy] == [("1/own/tudo", 1.0)]
    assert found.share == 1.0
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        review.preview(matrix.read().matrix, cancel=stopped)


def test_an_empty_month_has_no_share(review: CrisisReview, matrix: CrisisMatrixService) -> None:
    found = review.preview(matrix.read().matrix, cancel=CancelToken())
    assert (found.total, found.share) == (0, 0.0)


def test_a_rule_change_is_applied_and_taken_back(
    database: Database, matrix: CrisisMatrixService, review: CrisisReview, intake: IntakeService, actor: Actor
) -> None:
    fire, procon, calm = receive(intake, "pegou fogo", "Vou ao Procon", "bom dia")
    book = MentionBook()
    database.act(lambda act: book.move(act, [fire], to=MentionState.MONITORED, rule_id=3), actor=actor)
    edited = replace(with_word(matrix.read(), "fogo"), levels=with_word(matrix.read(), "fogo").levels)
    edited = without(replace(matrix.read(), matrix=edited), "procon")
    done = review.reevaluate(actor, edited, cancel=CancelToken())
    assert (done.value.changed, done.value.back_in_triage) == (2, 1)
    marked = row(database, fire)
    assert (marked.crisis_level, marked.state) == (1, MentionState.TO_TRIAGE)
    assert StoredWords.of(marked.crisis_words).rule == "1/own/fogo"
    assert row(database, procon).crisis_level is None
    assert row(database, calm).crisis_level is None
    with database.read() as connection:
        assert recount(connection) == []
        assert connection.execute(select(CrisisClock.mention_id)).first() is None
    assert done.undo is not None
    done.undo.revert()
    assert row(database, fire).state is MentionState.MONITORED
    assert row(database, procon).crisis_level == 1
    with database.read() as connection:
        assert recount(connection) == []
        assert connection.execute(select(CrisisClock.mention_id)).scalars().all() == [procon]
    nothing = review.reevaluate(actor, matrix.read().matrix, cancel=CancelToken())
    assert (nothing.value.changed, nothing.undo) == (0, None)
    stopped = CancelToken()
    stopped.cancel()
    assert review.reevaluate(actor, edited, cancel=stopped).value.changed == 0
    with pytest.raises(Refused):
        review.reevaluate(replace(actor, role=Role.ATTENDANT), edited, cancel=CancelToken())


def test_an_open_case_follows_its_mentions(  # noqa: PLR0917 - pytest hands fixtures over by name
    database: Database,
    matrix: CrisisMatrixService,
    review: CrisisReview,
    intake: IntakeService,
    actor: Actor,
    services: Services,
) -> None:
    [fire] = receive(intake, "pegou fogo")
    case = services.cases.open_from_mentions(actor, [fire]).value
    done = review.reevaluate(actor, with_word(matrix.read(), "fogo"), cancel=CancelToken())

    def level() -> int | None:
        with database.read() as connection:
            return connection.execute(select(Case.crisis_level).where(Case.id == case.id)).scalar_one()

    assert level() == 1
    assert done.undo is not None
    done.undo.revert()
    assert level() is None
    with database.read() as connection:
        assert recount(connection) == []


def test_mentions_without_a_sentiment_are_read_anew(
    database: Database, matrix: CrisisMatrixService, review: CrisisReview, intake: IntakeService, actor: Actor
) -> None:
    [bad] = receive(intake, "Péssimo atendimento")
    book = MentionBook()
    database.act(lambda act: book.set_sentiment(act, [bad], None, SentimentSource.NONE), actor=actor)
    found = review.preview(matrix.read().matrix, cancel=CancelToken())
    assert found.after == {3: 1}


def test_our_own_account_and_its_name_are_left_out_of_a_review(
    database: Database, review: CrisisReview, matrix: CrisisMatrixService, intake: IntakeService
) -> None:
    said = [("ana", "@sac.loja péssima, uma vergonha"), ("sac.loja", "Péssimo atendimento, vamos ao Procon")]
    made = (IncomingMention(channel="x", text=text, posted_at=NOW, author_key=key) for key, text in said)
    [first, _second] = intake.receive(batch_of(made)).mention_ids
    values = {"channel_id": row(database, first).channel_id, "name": "X @sac.loja", "version": 1}
    database.act(lambda act: act.connection.execute(insert(ChannelAccount).values(values)), actor=PROGRAM)
    assert review.preview(matrix.read().matrix, cancel=CancelToken()).no_longer == 2


def burst_of(intake: IntakeService, clock: FakeClock, *, now: int, usual: int) -> None:
    for week in range(1, 9):
        receive(intake, *(f"s{week} n{n}" for n in range(usual)), ago=timedelta(days=7 * week, minutes=-1))
    receive(intake, *(f"agora {n}" for n in range(now)), ago=timedelta(minutes=-1))
    clock.set(NOW + timedelta(minutes=10))


def test_a_burst_is_found_from_the_roll_ups_and_raised(
    database: Database, intake: IntakeService, clock: FakeClock
) -> None:
    burst_of(intake, clock, now=40, usual=3)
    raised: list[tuple[Any, ...]] = []
    watch = BurstWatch(database=database, raise_alert=lambda *alert: raised.append(alert))
    found = watch.run_once(clock.now())
    assert [(each.kind, each.came, each.usual) for each in found] == [(BurstKind.VOLUME, 40, 3)]
    kind, key, level, facts = raised[0]
    assert (kind, level, key) == ("burst", None, f"burst:volume:{facts['hour']}")
    assert (facts["came"], facts["usual"], facts["weeks"]) == (40, 3, 8)


def test_the_usual_traffic_and_a_switched_off_watch_are_silent(
    database: Database, intake: IntakeService, clock: FakeClock, matrix: CrisisMatrixService, actor: Actor
) -> None:
    burst_of(intake, clock, now=40, usual=3)
    state = matrix.read()
    matrix.set_bursts(actor, replace(state.bursts, is_on=False), expected_version=state.bursts_version)
    watch = BurstWatch(database=database)
    assert not watch.limits().is_on
    assert watch.run_once(clock.now()) == ()
    matrix.set_bursts(actor, replace(state.bursts, times=20.0), expected_version=matrix.read().bursts_version)
    assert watch.run_once(clock.now()) == ()
    assert watch.run_once(clock.now() + timedelta(minutes=45)) == ()
