"""The threads of all accounts: started, poked, replaced, taken over, asleep, and ended in time whatever hangs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.models.domain.changes import Changes, Topic
from app.models.domain.channel_health import Light, Problem
from app.models.queries.account_health import read_health
from app.models.schema.mentions import Mention
from app.services.channels.base import Account, ChannelError, Credentials, Fetched, Network
from app.services.database import Database
from app.services.errors import Unavailable
from app.services.intake.wiring import build_intake
from app.services.sync import SyncSupervisor
from app.services.sync.page_store import Pace
from tests.fakes import FakeChannel, FakeClock, FakeCredentials, fake_kind
from tests.services.sync.conftest import page, until

Accounts = list[tuple[Account, Credentials, int]]


class World:
    """Supervisors of one database, one network for all, and what is to be read."""

    def __init__(self, channel: FakeChannel) -> None:
        self.channel = channel
        self.accounts: Accounts = []
        self.network = channel.network(fake_kind(poll=timedelta(seconds=30)))
        self.made: list[SyncSupervisor] = []

    def add(self, account: Account, version: int = 1) -> None:
        self.accounts.append((account, FakeCredentials(), version))

    def supervisor(self, database: Database, **values: Any) -> SyncSupervisor:
        options: dict[str, Any] = {
            "database": database,
            "networks": {"instagram": self.network},
            "accounts": lambda: list(self.accounts),
            "intake": build_intake(database),
            "clock": database.clock,
            "pace": Pace(rest=0),
            "spread": timedelta(0),
            "least_wait": timedelta(milliseconds=1),
            "beat": timedelta(seconds=5),
        }
        self.made.append(SyncSupervisor(**options | values))
        return self.made[-1]


@pytest.fixture
def world(channel: FakeChannel) -> Iterator[World]:
    made = World(channel)
    yield made
    for supervisor in made.made:
        supervisor.stop()


@pytest.fixture
def engine_kind() -> str:
    """Threads and networks are the same on both engines; what they write is tried on both elsewhere."""
    return "sqlite"


def stored(database: Database) -> int:
    with database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(Mention)).scalar_one())


def light(database: Database, account: Account) -> tuple[Light, Problem | None] | None:
    with database.read() as connection:
        health, _facts = read_health(connection, account.id)
    return None if health is None else (health.light, health.problem)


def test_accounts_are_read_until_the_end(database: Database, account: Account, world: World) -> None:
    world.channel.give(page("a", "1", has_more=True), page("b", "2"))
    world.add(account)
    supervisor = world.supervisor(database)
    supervisor.start()
    supervisor.start()
    until(lambda: stored(database) == 2)
    assert supervisor.reading == {account.id}
    world.channel.give(page("c", "3"))
    world.channel.announced.set()
    until(lambda: stored(database) == 3)
    world.channel.give(page("d", "4"))
    supervisor.poke(account.id)
    until(lambda: stored(database) == 4)
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 1
    assert supervisor.reading == frozenset()
    assert world.channel.closed.is_set()


def test_a_network_that_hangs_delays_no_end(database: Database, account: Account, world: World) -> None:
    class Deaf(FakeChannel):
        never = threading.Event()

        def fetch(self, stream: str, cursor: str | None) -> Fetched:
            self.fetches.append((stream, cursor))
            self.never.wait()
            return page("late", "9")

        def close(self) -> None:
            self.closed.set()
            self.never.wait()

    channel = Deaf()
    world.network = channel.network()
    world.add(account)
    supervisor = world.supervisor(database)
    supervisor.start()
    until(lambda: channel.fetches)
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 3
    channel.never.set()
    time.sleep(0.1)
    assert stored(database) == 0


def test_accounts_come_go_and_change(database: Database, account: Account, world: World) -> None:
    supervisor = world.supervisor(database)
    opened: list[str] = []
    opens = world.network.open

    def open_it(*, account: Account, credentials: Credentials, clock: object) -> Any:
        opened.append(account.name)
        return opens(account=account, credentials=credentials, clock=clock)

    world.network = Network(world.network.kind, open_it)
    supervisor = world.supervisor(database)
    supervisor.tick()
    assert supervisor.reading == frozenset()
    world.add(account)
    world.add(Account(99, "no_such_network", "x"))
    supervisor.tick()
    until(lambda: opened == ["@loja"])
    supervisor.tick()
    world.accounts = [(replace(account, name="@nova"), FakeCredentials(), 1)]
    supervisor.tick()
    until(lambda: opened == ["@loja", "@nova"])
    world.accounts = [(replace(account, name="@nova"), FakeCredentials(), 2)]
    supervisor.tick()
    until(lambda: opened == ["@loja", "@nova", "@nova"])
    world.accounts = []
    supervisor.tick()
    until(lambda: supervisor.reading == frozenset())


def test_an_account_added_is_read_at_once(database: Database, account: Account, world: World) -> None:
    supervisor = world.supervisor(database, beat=timedelta(minutes=5))
    supervisor.start()
    world.add(account)
    supervisor.look_if(Changes("here", topics=frozenset({Topic.OUTBOX})))
    time.sleep(0.1)
    assert supervisor.reading == frozenset()
    supervisor.look_if(Changes("here", topics=frozenset({Topic.CHANNELS})))
    until(lambda: supervisor.reading == {account.id})


def test_one_of_two_workstations_reads_and_the_other_takes_over(
    database: Database, open_another: Callable[..., Database], account: Account, world: World, clock: FakeClock
) -> None:
    world.add(account)
    here, there = world.supervisor(database), world.supervisor(open_another())
    here.tick()
    there.tick()
    assert (here.reading, there.reading) == ({account.id}, frozenset())
    clock.advance(timedelta(seconds=46))  # this one sleeps
    there.tick()
    assert there.reading == {account.id}
    here.tick()
    assert here.reading == frozenset()
    there.stop()
    here.tick()
    assert here.reading == {account.id}


def test_after_a_sleep_connections_are_opened_anew(
    database: Database, account: Account, world: World, clock: FakeClock
) -> None:
    world.add(account)
    supervisor = world.supervisor(database)
    supervisor.tick()
    until(lambda: len(world.channel.fetches) == 1)
    clock.advance(timedelta(seconds=40))
    supervisor.tick()
    until(lambda: len(world.channel.fetches) == 2)
    assert supervisor.reading == {account.id}


def test_an_account_that_cannot_be_opened_says_why(database: Database, account: Account, world: World) -> None:
    def open_it(**_given: object) -> Any:
        raise ChannelError(Problem.NO_KEY)

    world.network = Network(fake_kind(), open_it)
    world.add(account)
    world.supervisor(database).tick()
    until(lambda: light(database, account) == (Light.NEEDS_PERSON, Problem.NO_KEY))


def test_bugs_of_an_adapter_are_survived(database: Database, account: Account, world: World) -> None:
    world.channel.give(KeyError("x"), page("a", "1"))  # type: ignore[arg-type]  # what no adapter should raise
    world.add(account)
    supervisor = world.supervisor(database)
    supervisor.tick()
    until(lambda: light(database, account) == (Light.WAITING, Problem.UNREADABLE))
    supervisor.poke()
    until(lambda: stored(database) == 1)
    until(lambda: light(database, account) == (Light.OK, None))


def test_waiting_that_fails_or_comes_back_at_once_does_not_hammer(
    database: Database, account: Account, world: World
) -> None:
    class Hasty(FakeChannel):
        waits = 0

        def wait(self, stop: threading.Event, seconds: float) -> bool:  # noqa: ARG002 - as adapters do
            self.waits += 1
            if self.waits > 1:
                raise ChannelError(Problem.NO_NETWORK)
            return False

    channel = Hasty()
    world.network = channel.network(fake_kind(poll=timedelta(milliseconds=300)))
    world.add(account)
    world.supervisor(database).tick()
    time.sleep(0.8)
    assert 2 <= len(channel.fetches) <= 4


def test_a_database_that_is_away_is_waited_for(database: Database, world: World) -> None:
    def accounts() -> Accounts:
        raise Unavailable("database_unreachable")

    supervisor = world.supervisor(database, accounts=accounts, beat=timedelta(milliseconds=10))
    supervisor.start()
    time.sleep(0.05)
    assert supervisor.reading == frozenset()


def test_a_bug_in_one_beat_is_survived(database: Database, account: Account, world: World) -> None:
    asked: list[int] = []

    def accounts() -> Accounts:
        asked.append(1)
        if len(asked) == 1:
            raise ValueError("x")
        return [(account, FakeCredentials(), 1)]

    supervisor = world.supervisor(database, accounts=accounts, beat=timedelta(milliseconds=10))
    supervisor.start()
    until(lambda: supervisor.reading == {account.id})


def test_a_read_only_database_is_read_for_by_others(database: Database, world: World) -> None:
    asked: list[int] = []

    def accounts() -> Accounts:
        asked.append(1)
        return []

    database.is_read_only = True
    supervisor = world.supervisor(database, accounts=accounts, beat=timedelta(milliseconds=10))
    supervisor.start()
    time.sleep(0.1)
    assert asked == []
    supervisor.stop()
    assert supervisor.reading == frozenset()
