"""Yesterday's count against the ledger, and accounts that fell silent."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.models.domain.channel_health import Light, Problem
from app.models.queries.account_health import read_health, working_accounts
from app.models.schema.channels import AccountHealth, AccountHour, SourceCheck
from app.models.schema.crisis import Alert
from app.services.channels.base import Account, ChannelError, Fetched, OwnPost
from app.services.database import Database
from app.services.sync.health import HealthBook
from app.services.sync.reader import AccountReader
from app.services.sync.silence_watch import SilenceWatch
from tests.fakes import FakeChannel, FakeClock
from tests.services.sync.conftest import MakeReader, page, said

YESTERDAY = date(2026, 11, 20)
THEN = datetime(2026, 11, 20, 15, tzinfo=UTC)


def checks(database: Database) -> dict[tuple[str, str], tuple[int, int]]:
    with database.read() as connection:
        rows = connection.execute(select(*SourceCheck.__table__.c)).all()
    return {(row.stream, row.day): (row.at_source, row.accounted) for row in rows}


def facts(database: Database, account: Account) -> dict[str, Any]:
    with database.read() as connection:
        return read_health(connection, account.id)[1]


def test_a_day_that_agrees_is_only_written_down(
    database: Database, reader: AccountReader, channel: FakeChannel, account: Account
) -> None:
    own = OwnPost("p", THEN, "Bom dia")
    channel.counts = {("mentions", YESTERDAY): 2}
    channel.give(Fetched("a", mentions=(said("1", posted_at=THEN), said("2")), own=(own,)))
    reader.round(channel)
    assert checks(database) == {("mentions", "2026-11-20"): (2, 2)}
    assert facts(database, account) == {}
    reader.round(channel)
    assert channel.fetches == [("mentions", None), ("mentions", "a")]


def test_what_is_missing_is_read_again_from_that_day(
    database: Database, make_reader: MakeReader, channel: FakeChannel, account: Account, clock: FakeClock
) -> None:
    clock.set(THEN)
    reader = make_reader(account)
    channel.give(Fetched("d20", mentions=(said("1", posted_at=THEN),)))
    reader.round(channel)
    clock.set(THEN + timedelta(days=1))
    channel.counts = {("mentions", YESTERDAY): 3}
    lost = tuple(said(each, posted_at=THEN) for each in ("1", "2"))
    channel.give(page("d21", "7"), Fetched("d21", mentions=lost))
    reader.round(channel)
    assert checks(database)["mentions", "2026-11-20"] == (3, 1)
    assert facts(database, account) == {"missing": 2}
    reader.round(channel)
    assert channel.fetches[-1] == ("mentions", "d20")
    assert checks(database)["mentions", "2026-11-20"] == (3, 2)
    clock.advance(timedelta(minutes=1))
    reader.round(channel)
    assert channel.fetches[-1] == ("mentions", "d21")
    assert facts(database, account) == {"missing": 1}
    assert make_reader(account).round(channel)
    assert channel.fetches[-1] == ("mentions", "d21")


def test_a_source_that_cannot_count_is_asked_again_in_an_hour(
    database: Database, reader: AccountReader, account: Account, clock: FakeClock
) -> None:
    class Uncountable(FakeChannel):
        asked = 0

        def count(self, stream: str, day: date) -> int | None:  # noqa: ARG002 - as adapters do
            self.asked += 1
            raise ChannelError(Problem.SCOPE_MISSING)

    channel = Uncountable()
    for minutes in (0, 30, 30):
        clock.advance(timedelta(minutes=minutes))
        reader.round(channel)
    assert channel.asked == 2
    with database.read() as connection:
        health, _facts = read_health(connection, account.id)
    assert health is not None
    assert health.light is Light.OK


def test_another_streams_items_are_this_ones_duplicates(
    database: Database, make_reader: MakeReader, account: Account, clock: FakeClock
) -> None:
    channel = FakeChannel(streams=("mentions", "search"))
    clock.set(THEN)
    reader = make_reader(account)
    both = tuple(said(each, posted_at=THEN) for each in ("1", "2"))
    channel.give(Fetched("a", mentions=both))
    channel.give(Fetched("s", mentions=(*both, said("3", posted_at=THEN))), stream="search")
    reader.round(channel)
    clock.set(THEN + timedelta(days=1))
    channel.counts = {("mentions", YESTERDAY): 2, ("search", YESTERDAY): 3}
    reader.round(channel)
    assert checks(database) == {("mentions", "2026-11-20"): (2, 2), ("search", "2026-11-20"): (3, 3)}


def _history(database: Database, account: Account, now: datetime, *, weeks: int, an_hour: int, silent: int) -> None:
    """What the hours up to now brought, and that the account was asked in the silent ones since."""
    values = {"account_id": account.id, "calls": 60, "cost": 0}
    hours = [
        {"hour_at": now - timedelta(hours=n), "received": brought, "stored": brought} | values
        for n in range(-silent, 24 * 7 * weeks)
        for brought in [an_hour if n >= 0 else 0]
    ]
    database.quiet(lambda connection: connection.execute(AccountHour.__table__.insert(), hours))


def _health(database: Database, account: Account, last_item_at: datetime) -> None:
    row = {
        "account_id": account.id,
        "state": "ok",
        "since": last_item_at,
        "last_ok_at": last_item_at,
        "last_item_at": last_item_at,
        "failures": 0,
    }
    database.quiet(lambda connection: connection.execute(AccountHealth.__table__.insert().values(row)))


@pytest.mark.parametrize(("an_hour", "hours", "falls"), [(3, 4, True), (3, 2, False), (0, 40, False)])
def test_an_account_falls_silent_beyond_what_its_hours_expect(
    database: Database, account: Account, clock: FakeClock, *, an_hour: int, hours: int, falls: bool
) -> None:
    last = clock.now()
    _history(database, account, last, weeks=3, an_hour=an_hour, silent=hours)
    _health(database, account, last)
    watch = SilenceWatch(database=database)
    clock.advance(timedelta(hours=hours))
    assert watch.run_once() == falls
    assert watch.run_once() == 0
    with database.read() as connection:
        health, _facts = read_health(connection, account.id)
        alerts = connection.execute(select(Alert.kind, Alert.facts)).all()
    assert health is not None
    assert health.light is (Light.SILENT if falls else Light.OK)
    if falls:
        told = {"account": "@loja", "channel": "instagram", "hours": hours}
        assert [tuple(row) for row in alerts] == [("silence", told)]


def test_silence_ends_with_the_next_item_only(
    database: Database, reader: AccountReader, channel: FakeChannel, account: Account, clock: FakeClock
) -> None:
    last = clock.now()
    _history(database, account, last - timedelta(hours=1), weeks=3, an_hour=3, silent=6)
    _health(database, account, last)
    clock.advance(timedelta(hours=5))
    SilenceWatch(database=database).run_once()
    reader.round(channel)
    with database.read() as connection:
        health, _facts = read_health(connection, account.id)
        assert working_accounts(connection) == []
    assert health is not None
    assert health.light is Light.SILENT
    channel.give(page("a", "1"))
    reader.round(channel)
    with database.read() as connection:
        [working] = working_accounts(connection)
        assert working.health.light is Light.OK
    assert not HealthBook(database=database).silence(
        working.__class__(account.id, account.name, account.channel, health), now=clock.now(), hours=5
    )


def test_computers_that_were_off_are_no_silence(database: Database, account: Account, clock: FakeClock) -> None:
    last = clock.now()
    _history(database, account, last, weeks=3, an_hour=3, silent=0)
    _health(database, account, last)
    clock.advance(timedelta(days=2))
    assert SilenceWatch(database=database).run_once() == 0
