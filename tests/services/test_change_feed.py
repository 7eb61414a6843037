"""What one workstation does is seen by the others, soon and in order."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import func, select, update

from app.models.domain.changes import RANGE_THRESHOLD, Changes, Topic
from app.models.domain.people import PROGRAM
from app.models.schema.history import ChangeCounter, ChangeLog
from app.services.acts import Act
from app.services.change_feed import ChangeFeed, Reachability, trim
from app.services.database import Database, translated_errors
from app.services.database_location import LocalFile, Location, Server
from app.services.engines import wrapped_driver_errors
from app.services.errors import Unavailable
from app.services.opening import open_database
from tests.fakes import FakeClock
from tests.postgres import PostgresServer

_ROOT = Path(__file__).resolve().parents[2]


class Screen:
    """Collects what a feed tells."""

    def __init__(self) -> None:
        self.changes: list[Changes] = []
        self.states: list[Reachability] = []
        self.losses = 0
        self._moved = threading.Condition()

    def announce(self, changes: Changes) -> None:
        with self._moved:
            self.changes.append(changes)
            self._moved.notify_all()

    def tell_state(self, state: Reachability) -> None:
        with self._moved:
            self.states.append(state)
            self._moved.notify_all()

    def lose_track(self) -> None:
        self.losses += 1

    def wait(self, condition: Callable[[], bool], seconds: float) -> bool:
        with self._moved:
            return self._moved.wait_for(condition, seconds)


@pytest.fixture
def screen() -> Screen:
    return Screen()


def _feed(database: Database, screen: Screen, period: float = 0.5) -> ChangeFeed:
    return ChangeFeed(
        database=database,
        announce=screen.announce,
        tell_state=screen.tell_state,
        lost_track=screen.lose_track,
        period_seconds=period,
    )


def _touch(database: Database, **touched: object) -> Changes:
    def work(act: Act) -> None:
        act.touch(**touched)  # type: ignore[arg-type] # the caller names ids or topics

    return database.act(work, actor=PROGRAM)[1]


def test_changes_of_others_arrive_as_they_were_and_own_ones_do_not(
    database: Database, open_another: Callable[..., Database], screen: Screen, changes: list[Changes]
) -> None:
    feed = _feed(database, screen)
    feed.poll()
    other = open_another()
    sent = [
        _touch(other, mentions=[1 << 40, 5], cases=[7], customers=[9], topics=[Topic.TREE]),
        _touch(other, mentions=range(10, 11 + RANGE_THRESHOLD)),
    ]
    _touch(database, cases=[8])
    assert feed.poll() == 2
    assert screen.changes == sent
    assert screen.changes[1].mention_range == (10, 10 + RANGE_THRESHOLD)
    assert [each.case_ids for each in changes] == [frozenset({8})]
    assert feed.poll() == 0


def test_a_long_absence_is_read_page_by_page(
    database: Database, open_another: Callable[..., Database], screen: Screen
) -> None:
    feed = _feed(database, screen)
    feed.poll()
    other = open_another()
    start = other.quiet(lambda connection: connection.execute(select(ChangeCounter.version)).scalar_one())
    rows = [{"version": start + n, "origin": "x", "at": other.clock.now(), "body": {"c": [n]}} for n in range(1, 1202)]

    def write(connection: object) -> None:
        connection.execute(ChangeLog.__table__.insert(), rows)  # type: ignore[attr-defined] # a connection
        connection.execute(update(ChangeCounter).values(version=start + 1201))  # type: ignore[attr-defined] # as above

    other.quiet(write)
    assert feed.poll() == 1201
    assert screen.losses == 0


def test_what_was_trimmed_meanwhile_is_said(
    database: Database, open_another: Callable[..., Database], screen: Screen, clock: FakeClock
) -> None:
    feed = _feed(database, screen)
    feed.poll()
    other = open_another()
    for case in range(3):
        _touch(other, cases=[case + 1])
    clock.advance(timedelta(days=8))
    assert trim(other, before=clock.now() - timedelta(days=7)) == 2
    assert feed.poll() == 1
    assert screen.losses == 1
    with other.read() as connection:
        assert connection.execute(select(func.count()).select_from(ChangeLog)).scalar_one() == 1


def test_a_topic_of_a_newer_version_is_passed_over(
    database: Database, open_another: Callable[..., Database], screen: Screen
) -> None:
    feed = _feed(database, screen)
    feed.poll()
    other = open_another()
    version = _touch(other, cases=[3]).version
    other.quiet(
        lambda each: each.execute(
            update(ChangeLog).where(ChangeLog.version == version).values(body={"c": [3], "t": ["moon", "tree"]})
        )
    )
    feed.poll()
    assert screen.changes[0].topics == {Topic.TREE}


def test_an_act_of_another_process_is_seen_within_two_seconds(
    database: Database, location: Location, screen: Screen
) -> None:
    feed = _feed(database, screen)
    feed.start()
    address = str(location.path) if isinstance(location, LocalFile) else location.describe()
    command = [sys.executable, "-m", "tests.services.acting", address, "other-process", "1"]
    child = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.6)
        started = time.monotonic()
        child.stdin.write("\n")
        child.stdin.flush()
        assert screen.wait(lambda: bool(screen.changes), 5)
        assert time.monotonic() - started < 2
        assert screen.changes[0].origin == "other-process"
        assert screen.changes[0].case_ids == {1}
    finally:
        child.communicate("", timeout=30)
        feed.stop()


@pytest.mark.postgres
def test_a_server_that_goes_and_comes_back_is_told_and_nothing_is_missed(
    postgres_location: Server, postgres_server: PostgresServer, screen: Screen, clock: FakeClock
) -> None:
    one, two = (
        open_database(
            postgres_location, clock=clock, workstation_key=key, workstation_name=key, announce=lambda _: None
        )
        for key in ("one", "two")
    )
    feed = _feed(one, screen, period=0.05)
    feed.start()
    try:
        _touch(two, cases=[1])
        assert screen.wait(lambda: len(screen.changes) == 1, 5)
        postgres_server.pause()
        assert screen.wait(lambda: screen.states == [Reachability(is_up=False, since=clock.now())], 10)
        with pytest.raises(Unavailable) as away:
            _touch(two, cases=[2])
        assert away.value.code == "database_unreachable"
        postgres_server.resume()
        _touch(two, cases=[3])
        assert screen.wait(lambda: len(screen.changes) == 2, 10)
        assert screen.states[-1].is_up
        assert screen.changes[-1].case_ids == {3}
    finally:
        feed.stop()
        one.close()
        two.close()


def test_a_disk_that_fails_under_the_watch_is_told_as_any_other() -> None:
    with pytest.raises(Unavailable) as told, translated_errors(), wrapped_driver_errors():
        raise sqlite_driver.OperationalError("disk I/O error")
    assert told.value.code == "disk_error"
