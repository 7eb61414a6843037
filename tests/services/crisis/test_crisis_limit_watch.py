"""The limits of crisis mentions are told once, however many windows look, and a flood shares one alert."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert

from app.models.domain.alert import SINGLES_AT_ONCE
from app.models.domain.crisis_clock import CrisisLimit
from app.models.domain.people import Actor
from app.models.domain.vocabulary import MentionState
from app.models.queries.mention_detail import mention_detail
from app.models.schema.crisis import CrisisClock
from app.services.crisis_limit_watch import CrisisLimitWatch
from app.services.mention_book import MentionBook
from tests.fakes import FakeClock
from tests.services.crisis.conftest import House, NewMention

LIMIT = timedelta(minutes=10)


def begin(house: House, *mention_ids: int) -> None:
    due_at = house.database.clock.now() + LIMIT
    rows = [{"mention_id": each, "level": 1, "rule": "r", "identify_due_at": due_at} for each in mention_ids]
    house.database.quiet(lambda connection: connection.execute(insert(CrisisClock), rows))


def test_each_limit_is_told_once(house: House, actor: Actor, clock: FakeClock, mention: NewMention) -> None:
    mention_id = mention()
    begin(house, mention_id)
    watch, elsewhere = CrisisLimitWatch(database=house.database), CrisisLimitWatch(database=house.database)
    assert watch.run_once() == 0
    clock.advance(LIMIT * 0.8)
    assert (watch.run_once(), elsewhere.run_once(), watch.run_once()) == (1, 0, 0)
    (line,) = house.alerts.news(actor.person_id).lines
    assert (line.mention_id, line.level, line.is_loud) == (mention_id, 1, True)
    assert (line.facts["limit"], line.facts["words"]) == ("identify", ["vidro"])
    assert "rings" in line.facts
    book = MentionBook()
    house.database.act(lambda act: book.move(act, [mention_id], to=MentionState.IN_CASE, case_id=1), actor=actor)
    with house.database.read() as connection:
        detail = mention_detail(connection, mention_id)
    assert detail is not None
    assert detail.crisis_clock is not None
    assert detail.crisis_clock.limit is CrisisLimit.ANSWER
    assert watch.run_once() == 0
    clock.advance(timedelta(hours=1))
    assert (watch.run_once(), elsewhere.run_once()) == (1, 0)
    assert house.alerts.news(actor.person_id).lines[0].facts["limit"] == "answer"


def test_what_is_set_aside_owes_no_answer(house: House, actor: Actor, clock: FakeClock, mention: NewMention) -> None:
    mention_id = mention()
    begin(house, mention_id)
    book = MentionBook()
    house.database.act(lambda act: book.move(act, [mention_id], to=MentionState.IGNORED), actor=actor)
    clock.advance(timedelta(hours=1))
    assert CrisisLimitWatch(database=house.database).run_once() == 0


def test_many_share_an_alert_and_late_comers_join_it(
    house: House, actor: Actor, clock: FakeClock, mention: NewMention
) -> None:
    begin(house, *(mention() for _ in range(8)))
    clock.advance(LIMIT)
    watch, elsewhere = CrisisLimitWatch(database=house.database), CrisisLimitWatch(database=house.database)
    assert (watch.run_once(), elsewhere.run_once()) == (8, 0)
    lines = house.alerts.news(actor.person_id).lines
    assert len(lines) == SINGLES_AT_ONCE + 1
    shared = next(line for line in lines if line.mention_id is None)
    assert (shared.facts["count"], len(shared.facts["mentions"])) == (5, 5)
    clock.advance(-LIMIT)
    begin(house, *(mention() for _ in range(6)))
    clock.advance(LIMIT)
    assert (elsewhere.run_once(), watch.run_once()) == (6, 0)
    lines = house.alerts.news(actor.person_id).lines
    shared = next(line for line in lines if line.mention_id is None)
    assert (len(lines), shared.facts["count"]) == (2 * SINGLES_AT_ONCE + 1, 8)
