"""The database fails while a network is read: the place in the network stays where it was, and nothing is lost."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from app.models.domain.channel_health import Light
from app.services.checkup import check_database
from app.services.database import Database
from tests.bad_days.channel_counter import Counter
from tests.conftest import POSTGRESQL, SQLITE
from tests.counterparts.mastodon import MastodonCounterpart
from tests.fakes import FakeClock
from tests.postgres import PostgresServer
from tests.services.sync.conftest import until

Log = pytest.LogCaptureFixture
_LONG = " ".join(["encomenda"] * 60)


@pytest.fixture
def server() -> Iterator[MastodonCounterpart]:
    with MastodonCounterpart() as running:
        yield running


@pytest.fixture
def counter(database: Database, clock: FakeClock) -> Iterator[Counter]:
    made = Counter(database, clock)
    yield made
    made.close()


@contextmanager
def _full(database: Database, engine_kind: str) -> Iterator[None]:
    """Fill a file's disk; a server says the same with its own number, here at every new mention."""
    if engine_kind == SQLITE:
        used = database.quiet(lambda each: each.execute(text("PRAGMA page_count")).scalar_one())
        _run(database, f"PRAGMA max_page_count={used + 2}")
        yield
        _run(database, "PRAGMA max_page_count=1000000")
        return
    _run(
        database,
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$",
    )
    _run(database, "CREATE TRIGGER full_disk BEFORE INSERT ON mention FOR EACH ROW EXECUTE FUNCTION full_disk()")
    yield
    _run(database, "DROP TRIGGER full_disk ON mention")


def _run(database: Database, statement: str) -> None:
    database.quiet(lambda each: each.execute(text(statement)).close())


def _told(caplog: pytest.LogCaptureFixture, code: str) -> Callable[[], bool]:
    return lambda: any(f"waits for the database: {code}" in each.getMessage() for each in caplog.records)


def test_a_full_disk_moves_no_cursor_and_loses_nothing(
    counter: Counter, server: MastodonCounterpart, engine_kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    account = counter.add(server)
    server.write("@loja 00")
    counter.read(lambda: counter.is_lit(account, Light.OK))
    before = counter.cursors()["mentions"]
    for number in range(1, 60):
        server.write(f"@loja {number:02} {_LONG}")
    with _full(counter.database, engine_kind):
        counter.read(_told(caplog, "disk_full"))
        assert counter.cursors()["mentions"] == before
    counter.read(lambda: len(counter.texts()) == 60)
    assert [each.split()[1] for each in counter.texts()] == [f"{number:02}" for number in range(60)]
    counter.read(lambda: counter.cursors()["mentions"] != before)
    assert check_database(counter.database).is_sound


@pytest.mark.parametrize("engine_kind", [pytest.param(POSTGRESQL, marks=pytest.mark.postgres)])
@pytest.mark.usefixtures("engine_kind")
def test_a_database_that_goes_while_a_network_is_read_is_waited_for(
    counter: Counter, server: MastodonCounterpart, postgres_server: PostgresServer, caplog: Log
) -> None:
    caplog.set_level(logging.INFO)
    account = counter.add(server)
    server.write("@loja um")
    counter.read(lambda: counter.is_lit(account, Light.OK))
    before = counter.cursors()["mentions"]
    server.write("@loja dois")
    postgres_server.pause()
    try:
        counter.channels.sync.poke()
        until(_told(caplog, "database_"), 20)
    finally:
        postgres_server.resume()
    # It may have gone on reading by now, but never ahead of what is stored.
    assert "@loja dois" in counter.texts() or counter.cursors()["mentions"] == before
    counter.read(lambda: counter.texts() == ["@loja dois", "@loja um"])
