"""Watches look on their own, fail alone, and alarm once however many workstations look."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, insert, select, update

from app.models.domain.alert import AlertKind
from app.models.domain.people import Actor
from app.models.schema.cases import Case, CaseAxis
from app.models.schema.classification import Axis, Node
from app.models.schema.crisis import SpreadMark
from app.models.schema.mentions import Mention
from app.services.errors import Unavailable
from app.services.spread_watch import SpreadWatch
from app.services.watch_loop import Watch, WatchLoop
from tests.factories import make_case, make_customer, make_mention
from tests.fakes import FakeClock
from tests.services.crisis.conftest import House


def grave_case(connection: Connection, clock: FakeClock, name: str = "Rui Sales", *, is_severe: bool = True) -> int:
    case_id = make_case(connection, make_customer(connection, name), opened_at=clock.now(), is_severe=is_severe)
    make_mention(connection, posted_at=clock.now(), case_id=case_id, shares=10, replies=5)
    axis = connection.execute(select(Axis.id).where(Axis.key == "subject")).scalar_one()
    node = connection.execute(select(Node.id).where(Node.axis_id == axis).order_by(Node.id)).scalars().first()
    connection.execute(insert(CaseAxis).values(case_id=case_id, axis_id=axis, node_id=node))
    return case_id


def share(connection: Connection, case_id: int, shares: int) -> None:
    connection.execute(update(Mention).where(Mention.case_id == case_id).values(shares=shares))


def test_a_grave_case_that_spreads_alarms_once(house: House, actor: Actor, clock: FakeClock) -> None:
    case_id = house.database.quiet(lambda connection: grave_case(connection, clock))
    watch, elsewhere = SpreadWatch(database=house.database), SpreadWatch(database=house.database)
    assert (watch.run_once(), elsewhere.run_once()) == (0, 0)
    clock.advance(timedelta(minutes=1))
    house.database.quiet(lambda connection: share(connection, case_id, 40))
    assert (watch.run_once(), elsewhere.run_once(), watch.run_once()) == (1, 0, 0)
    (line,) = house.alerts.news(actor.person_id).lines
    assert (line.kind, line.case_id) == (AlertKind.SPREAD, case_id)
    assert (line.facts["shares"], line.facts["told_area"]) == (30, "Comunicação / RP")
    clock.advance(timedelta(minutes=1))
    house.database.quiet(lambda connection: share(connection, case_id, 80))
    assert watch.run_once() == 1


def test_others_on_the_same_subject_alarm(house: House, actor: Actor, clock: FakeClock) -> None:
    case_id = house.database.quiet(lambda connection: grave_case(connection, clock))
    watch = SpreadWatch(database=house.database)
    watch.run_once()
    clock.advance(timedelta(minutes=5))
    for name in ("Ana", "Bia", "Caio"):
        house.database.quiet(partial(grave_case, clock=clock, name=name, is_severe=False))
    assert watch.run_once() == 1
    assert house.alerts.news(actor.person_id).lines[0].facts["others"] == 3
    house.database.quiet(
        lambda connection: connection.execute(update(Case).where(Case.id == case_id).values(is_open=False))
    )
    assert watch.run_once() == 0


def test_slow_growth_is_forgotten(house: House, clock: FakeClock) -> None:
    case_id = house.database.quiet(lambda connection: grave_case(connection, clock))
    watch = SpreadWatch(database=house.database)
    watch.run_once()
    for step in range(1, 4):
        clock.advance(timedelta(hours=7))
        house.database.quiet(partial(share, case_id=case_id, shares=10 + 15 * step))
        assert watch.run_once() == 0
    with house.database.read() as connection:
        assert connection.execute(select(SpreadMark.shares)).scalar_one() == 55


def test_one_watch_that_fails_or_hangs_hinders_no_other(caplog: pytest.LogCaptureFixture) -> None:
    looked, release = threading.Semaphore(0), threading.Event()

    def fail() -> None:
        raise RuntimeError("CPF 529.982.247-25")

    def away() -> None:
        raise Unavailable("database_away")

    watches = [
        Watch("hangs", lambda: release.wait(20)),
        Watch("fails", fail, timedelta(milliseconds=1)),
        Watch("away", away, timedelta(milliseconds=1)),
        Watch("works", looked.release, timedelta(milliseconds=1)),
    ]
    loop = WatchLoop(watches=watches, first=timedelta(0))
    with caplog.at_level(logging.INFO):
        loop.start()
        for _ in range(3):
            assert looked.acquire(timeout=10)
        release.set()
        loop.stop()
    assert "watch fails failed: RuntimeError" in caplog.text
    assert "watch away waits: database_away" in caplog.text
    assert "529" not in caplog.text


def test_once_is_once() -> None:
    seen: list[str] = []
    loop = WatchLoop(watches=[Watch("a", lambda: seen.append("a")), Watch("b", lambda: seen.append("b"))])
    loop.run_once()
    loop.start()
    loop.stop()
    assert seen == ["a", "b"]
