"""An act writes its tail once, in order, whole or not at all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import PROGRAM, Actor
from app.models.schema.cases import Note
from app.models.schema.customers import Handle
from app.models.schema.history import ChangeCounter, ChangeLog, History, HistoryBody
from app.models.schema.mentions import Mention
from app.models.schema.rollups import MentionHour, StatusCounter
from app.services.acts import Act
from app.services.database import Database, RetryAct
from app.services.database_location import Server
from app.services.errors import Refused, Unavailable
from app.services.opening import open_database
from app.services.time_ids import lowest_id, next_time_ids, time_of
from app.services.write_gate import Priority, WriteGate
from tests.factories import make_case, make_customer, make_handle, make_mention
from tests.fakes import FakeClock


def _count(database: Database, table: type) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_an_act_is_announced_with_its_number(database: Database, actor: Actor, changes: list[Changes]) -> None:
    def work(act: Act) -> str:
        act.record(5, "case_opened", {"to": "new"})
        act.touch(mentions=[1, 2], cases=[5], customers=[9], topics=[Topic.OUTBOX])
        return "value"

    value, told = database.act(work, actor=actor)
    assert value == "value"
    assert changes == [told]
    assert told.version == 1
    assert told.mention_ids == {1, 2}
    with database.read() as connection:
        row = connection.execute(select(History.__table__)).one()
        assert (row.case_id, row.actor_id, row.verb, row.at) == (
            5,
            actor.person_id,
            "case_opened",
            database.clock.now(),
        )
        assert connection.execute(select(HistoryBody.body)).scalar_one() == '{"to":"new"}'


def test_an_act_that_does_nothing_writes_nothing(database: Database, changes: list[Changes]) -> None:
    database.act(lambda _: None, actor=PROGRAM)
    assert changes == []
    assert _count(database, ChangeLog) == 0


def test_a_refused_act_leaves_nothing(database: Database, changes: list[Changes]) -> None:
    def work(act: Act) -> None:
        act.connection.execute(insert(Note).values(case_id=1, author_id=0, text="x", written_at=act.at))
        act.touch(cases=[1])
        raise Refused("not_allowed")

    with pytest.raises(Refused):
        database.act(work, actor=PROGRAM)
    assert changes == []
    assert _count(database, Note) == 0


def test_counts_of_an_act_are_merged_and_added(database: Database) -> None:
    def work(act: Act) -> None:
        for hour in (3, 1, 2, 1):
            act.tally(MentionHour, (hour, 1), 1)
        act.tally(MentionHour, (9, 1), 1)
        act.tally(MentionHour, (9, 1), -1)
        act.count_status("case:new", 2)

    for _ in range(2):
        database.act(work, actor=PROGRAM)
    with database.read() as connection:
        rows = connection.execute(select(MentionHour.hour, MentionHour.n).order_by(MentionHour.hour)).all()
        assert [tuple(row) for row in rows] == [(1, 4), (2, 2), (3, 2)]
        assert connection.execute(select(StatusCounter.n)).scalar_one() == 4


def test_a_raced_act_is_run_again_whole(database: Database) -> None:
    runs = []

    def work(act: Act) -> int:
        runs.append(act)
        act.touch(cases=[len(runs)])
        if len(runs) < 3:
            raise RetryAct
        return len(runs)

    assert database.act(work, actor=PROGRAM)[1].case_ids == {3}


def test_a_failure_in_the_tail_is_the_engines_own_error_and_undoes_the_act(database: Database) -> None:
    database.act(lambda act: act.touch(cases=[1]), actor=PROGRAM)
    database.quiet(lambda each: each.execute(update(ChangeCounter).values(version=0)))

    def work(act: Act) -> None:
        act.connection.execute(insert(Note).values(case_id=1, author_id=0, text="x", written_at=act.at))
        act.record(1, "note_added", {})
        act.tally(MentionHour, (1, 1), 1)
        act.touch(cases=[1])

    with pytest.raises(IntegrityError):
        database.act(work, actor=PROGRAM)
    assert _count(database, Note) == 0
    assert _count(database, MentionHour) == 0
    database.quiet(lambda each: each.execute(update(ChangeCounter).values(version=7)))
    assert database.act(work, actor=PROGRAM)[1].version == 8


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(Unavailable, match="database_read_only"), database.read() as connection:
        connection.execute(update(ChangeCounter).values(version=9))


def test_one_reading_sees_one_state(database: Database, open_another: Callable[..., Database]) -> None:
    other = open_another()
    with database.read() as connection:
        before = connection.execute(select(ChangeCounter.version)).scalar_one()
        other.act(lambda act: act.touch(cases=[1]), actor=PROGRAM)
        assert connection.execute(select(ChangeCounter.version)).scalar_one() == before


def test_a_durable_act_waits_for_the_disk_and_a_repeatable_one_need_not(database: Database) -> None:
    setting = "PRAGMA synchronous" if database.dialect == "sqlite" else "SHOW synchronous_commit"
    seen = [
        database.act(lambda act: act.connection.execute(text(setting)).scalar_one(), actor=PROGRAM, durable=durable)[0]
        for durable in (True, False, True)
    ]
    # The tests' server runs without fsync, so only the relaxed form can be told apart on it.
    assert seen == ([2, 1, 2] if database.dialect == "sqlite" else ["off", "off", "off"])


def test_a_person_goes_before_a_waiting_batch() -> None:
    gate = WriteGate()
    order: list[Priority] = []

    def enter(priority: Priority) -> None:
        with gate.turn(priority):
            order.append(priority)

    threads = [threading.Thread(target=enter, args=(each,)) for each in (Priority.BACKGROUND, Priority.PERSON)]
    with gate.turn(Priority.BACKGROUND):
        threads[0].start()
        time.sleep(0.05)
        threads[1].start()
        while not gate.person_waits:
            time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert order == [Priority.PERSON, Priority.BACKGROUND]


@pytest.mark.postgres
def test_two_writers_that_make_the_same_handle_both_succeed(postgres_location: Server, clock: FakeClock) -> None:
    database = open_database(
        postgres_location, clock=clock, workstation_key="k", workstation_name="n", announce=lambda _: None
    )
    meet = threading.Barrier(2)
    found: list[int] = []

    def work(act: Act) -> int:
        known = act.connection.execute(select(Handle.id).where(Handle.handle_key == "ana")).scalar_one_or_none()
        if known is not None:
            return known
        if not meet.broken:
            meet.wait(10)
        return make_handle(act.connection, "ana")

    def run() -> None:
        found.append(database.act(work, actor=PROGRAM)[0])

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()
    assert len(found) == 2
    assert found[0] == found[1]


def test_ids_are_given_in_the_order_of_time(database: Database) -> None:
    def work(act: Act) -> list[int]:
        customer = make_customer(act.connection)
        make_case(act.connection, customer)
        return [make_mention(act.connection, posted_at=act.at - timedelta(seconds=back)) for back in (0, 2, 1, 2)]

    ids, _ = database.act(work, actor=PROGRAM)
    assert sorted(ids) == [ids[1], ids[3], ids[2], ids[0]]
    assert time_of(ids[0]) == database.clock.now()
    assert lowest_id(database.clock.now()) <= ids[0] < lowest_id(database.clock.now() + timedelta(seconds=1))


def test_a_full_second_goes_on_where_the_next_ones_are_free(database: Database) -> None:
    at = database.clock.now()
    second = timedelta(seconds=1)
    there = [lowest_id(at) + 65_530, lowest_id(at + second), lowest_id(at + second) + 3]

    def work(act: Act) -> list[int]:
        for mention_id in there:
            make_mention(act.connection, posted_at=at, id=mention_id, dedup_key=mention_id.to_bytes(16, "big"))
        return next_time_ids(act.connection, Mention, [*[at] * 20, at + second, at + 2 * second])

    ids, _ = database.act(work, actor=PROGRAM)
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(there)
    assert ids == sorted(ids)
    assert lowest_id(at) <= ids[0] < lowest_id(at + 2 * second)


def test_more_of_one_second_than_fit_in_it(database: Database) -> None:
    at = database.clock.now()
    with database.read() as connection:
        ids = next_time_ids(connection, Mention, [at + timedelta(seconds=1), *[at] * 70_000])
    assert len(set(ids)) == 70_001
    assert ids[1] == lowest_id(at)
