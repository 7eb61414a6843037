"""One round of an account: every stream to its end, the figures, the quota, and the light that shows how it went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.models.domain.changes import Changes, Topic
from app.models.domain.channel_health import Light, Problem
from app.models.domain.channel_kind import Ability, AbilityNote, Grade
from app.models.queries.account_health import read_health
from app.models.schema.channels import AccountCursor, AccountHour, FigureWatch
from app.models.schema.crisis import Alert
from app.models.schema.intake import IntakeRun
from app.models.schema.mentions import Mention
from app.models.schema.settings import BusinessSetting
from app.services.channels.base import Account, Bounce, ChannelError, Fetched, Figures, OwnPost, Removal
from app.services.database import Database
from app.services.intake.account_ledger import count_hour
from app.services.sync.page_store import PageStore, Remembered, Stopped
from app.services.sync.reader import AccountReader
from tests.fakes import FakeChannel, FakeClock, fake_kind
from tests.services.sync.conftest import MakeReader, page, said


def rows(database: Database, table: Any) -> list[Any]:
    with database.read() as connection:
        return list(connection.execute(select(*table.__table__.c)).all())


def health(database: Database, account: Account) -> Any:
    with database.read() as connection:
        return read_health(connection, account.id)[0]


def texts(database: Database) -> set[str]:
    return {row.external_id for row in rows(database, Mention)}


def test_all_pages_of_all_streams_come_in(database: Database, account: Account, make_reader: MakeReader) -> None:
    channel = FakeChannel(streams=("mentions", "messages"))
    channel.give(page("a", "1", "2", has_more=True), page("b", "3"))
    channel.give(page("m", "4"), stream="messages")
    wait = make_reader(account).round(channel)
    assert texts(database) == {"1", "2", "3", "4"}
    assert {row.stream: row.cursor for row in rows(database, AccountCursor)} == {"mentions": "b", "messages": "m"}
    assert channel.fetches == [("mentions", None), ("mentions", "a"), ("messages", None)]
    assert wait == timedelta(seconds=1)
    state = health(database, account)
    assert (state.light, state.last_item_at) == (Light.OK, database.clock.now())
    [hour] = rows(database, AccountHour)
    # Three pages and, for yesterday's comparison, one question a stream.
    assert (hour.calls, hour.received, hour.stored) == (5, 4, 4)
    again = make_reader(account)
    again.round(channel)
    assert channel.fetches[3:] == [("mentions", "b"), ("messages", "m")]


def test_a_page_that_leads_nowhere_is_not_asked_for_for_ever(
    database: Database, reader: AccountReader, channel: FakeChannel
) -> None:
    channel.give(page("a", "1", has_more=True), page("a", "1", has_more=True), page("z", "2"))
    reader.round(channel)
    assert len(channel.fetches) == 2
    assert texts(database) == {"1"}


def test_a_long_round_shows_that_it_works(
    database: Database, account: Account, reader: AccountReader, clock: FakeClock
) -> None:
    lights: list[Any] = []

    class Slow(FakeChannel):
        def fetch(self, stream: str, cursor: str | None) -> Fetched:
            clock.advance(timedelta(seconds=40))
            state = health(database, account)
            lights.append(state and (state.light, state.last_ok_at))
            return super().fetch(stream, cursor)

    slow = Slow()
    slow.give(page("a", "1", has_more=True), page("b", "2", has_more=True), page("c", "3"))
    begins = clock.now()
    reader.round(slow)
    first = begins + timedelta(seconds=40)
    assert lights == [None, (Light.OK, first), (Light.OK, first)]
    assert health(database, account).last_ok_at == begins + timedelta(seconds=120)


def test_what_overlaps_costs_no_act(
    database: Database, reader: AccountReader, channel: FakeChannel, changes: list[Changes], clock: FakeClock
) -> None:
    own = OwnPost("p", clock.now(), "Bom dia")
    full = page("a", "1", "2", own=(own,), removals=(Removal("0"),), bounces=(Bounce(("x",), is_permanent=True),))
    channel.give(full, full)
    reader.round(channel)
    clock.advance(timedelta(minutes=2))
    before = len(changes)
    reader.round(channel)
    assert len(changes) == before
    assert sum(row.received for row in rows(database, IntakeRun)) == 2
    channel.give(page("b", "1", "2", "3"))
    reader.round(channel)
    assert texts(database) == {"1", "2", "3"}


def test_the_cursor_of_an_empty_page_is_kept_now_and_then(
    database: Database, reader: AccountReader, channel: FakeChannel, clock: FakeClock
) -> None:
    channel.give(Fetched("t1"), Fetched("t2"), Fetched("t3"))
    reader.round(channel)
    reader.round(channel)
    assert [row.cursor for row in rows(database, AccountCursor)] == ["t1"]
    clock.advance(timedelta(minutes=1))
    reader.round(channel)
    assert [row.cursor for row in rows(database, AccountCursor)] == ["t3"]


def test_a_large_page_enters_in_small_batches_with_the_cursor_last(
    database: Database, account: Account, store: PageStore
) -> None:
    big = Fetched(
        cursor="end",
        mentions=tuple(said(str(number)) for number in range(130)),
        own=tuple(OwnPost(f"p{number}", database.clock.now(), "Oi") for number in range(45)),
        figures=(Figures("1", likes=3),),
        calls=4,
    )
    asked: list[bool] = []

    def stop_later() -> bool:
        asked.append(True)
        return len(asked) < 3

    with pytest.raises(Stopped):
        store.store(account, fake_kind(cost_per_item=10), "mentions", big, go_on=stop_later)
    assert 0 < len(texts(database)) < 130
    assert rows(database, AccountCursor) == []
    stored = store.store(account, fake_kind(cost_per_item=10), "mentions", big, go_on=lambda: True)
    assert stored.ledger.received == 130
    assert len(texts(database)) == 130
    assert [row.cursor for row in rows(database, AccountCursor)] == ["end"]
    [hour] = rows(database, AccountHour)
    assert (hour.calls, hour.cost) == (4, 1_750)


def test_a_failure_waits_longer_each_time_and_is_told(
    database: Database, account: Account, reader: AccountReader, channel: FakeChannel, changes: list[Changes]
) -> None:
    channel.give(*[ChannelError(Problem.SERVER_ERROR) for _ in range(3)])
    waits = [reader.round(channel).total_seconds() for _ in range(3)]
    assert waits == [2.5, 5.0, 10.0]
    state = health(database, account)
    assert (state.light, state.problem, state.failures) == (Light.WAITING, Problem.SERVER_ERROR, 3)
    assert sum(Topic.CHANNELS in each.topics for each in changes) == 1
    assert reader.is_failing
    reader.round(channel)
    assert health(database, account).light is Light.OK
    assert sum(Topic.CHANNELS in each.topics for each in changes) == 2
    assert not reader.is_failing
    assert rows(database, Alert) == []


def test_what_the_network_asks_to_wait_is_waited(reader: AccountReader, channel: FakeChannel) -> None:
    channel.give(ChannelError(Problem.RATE_LIMITED, retry_after=timedelta(minutes=40)))
    assert reader.round(channel) == timedelta(minutes=40)


def test_what_needs_a_person_is_alerted_once_a_day(
    database: Database, account: Account, reader: AccountReader, channel: FakeChannel
) -> None:
    revoked = ChannelError(Problem.TOKEN_REVOKED, facts={"status": "401"})
    channel.give(page("a", "1", has_more=True), revoked, revoked, Fetched("a"), revoked)
    assert reader.round(channel) == timedelta(minutes=15)
    for _ in range(3):
        reader.round(channel)
    [alert] = rows(database, Alert)
    assert (alert.kind, alert.facts) == (
        "account",
        {"account": "@loja", "channel": "instagram", "problem": "token_revoked"},
    )
    state = health(database, account)
    assert (state.light, state.last_item_at) == (Light.NEEDS_PERSON, database.clock.now())


def test_one_stream_without_rights_does_not_stop_the_others(
    database: Database, account: Account, make_reader: MakeReader, clock: FakeClock
) -> None:
    channel = FakeChannel(streams=("messages", "mentions"))
    channel.give(ChannelError(Problem.SCOPE_MISSING), Fetched("ok"), stream="messages")
    channel.give(page("a", "1"), stream="mentions")
    reader = make_reader(account)
    assert reader.round(channel) == timedelta(seconds=1)
    assert texts(database) == {"1"}
    assert health(database, account).problem is Problem.SCOPE_MISSING
    clock.advance(timedelta(minutes=2))
    reader.round(channel)
    assert [stream for stream, _ in channel.fetches].count("messages") == 1
    assert health(database, account).light is Light.NEEDS_PERSON
    clock.advance(timedelta(minutes=14))
    reader.round(channel)
    assert health(database, account).light is Light.OK


def test_a_bug_in_an_adapter_is_an_unreadable_answer(
    database: Database, account: Account, reader: AccountReader
) -> None:
    reader.broken(KeyError("no_such_field"))
    state = health(database, account)
    assert (state.light, state.problem) == (Light.WAITING, Problem.UNREADABLE)


def test_the_days_quota_is_kept_and_strewn_over_the_day(
    database: Database, account: Account, make_reader: MakeReader, channel: FakeChannel
) -> None:
    channel.give(page("a", "1", calls=3, has_more=True), page("b", "2", calls=3, has_more=True), page("c", "3"))
    reader = make_reader(account, fake_kind(daily_calls=6))
    wait = reader.round(channel)
    assert wait == timedelta(hours=10)  # 14:00 UTC until midnight
    assert texts(database) == {"1", "2"}
    assert health(database, account).problem is Problem.QUOTA_SPENT
    own_limit = Account(account.id, account.channel, account.name, {"daily_calls": "3600"})
    assert make_reader(own_limit, fake_kind(daily_calls=6)).round(channel) >= timedelta(seconds=10)
    nonsense = Account(account.id, account.channel, account.name, {"daily_calls": "many"})
    assert make_reader(nonsense, fake_kind(daily_calls=6)).round(channel) == timedelta(hours=10)


def test_figures_are_read_again_until_they_are_old(
    database: Database, reader: AccountReader, channel: FakeChannel, clock: FakeClock
) -> None:
    channel.give(page("a", "1", "2", own=(OwnPost("p", clock.now(), "Bom dia"),)))
    channel.figures_of = {"1": Figures("1", likes=7), "p": Figures("p", likes=9)}
    reader.round(channel)
    assert channel.figure_asks == []
    clock.advance(timedelta(hours=1))
    reader.round(channel)
    assert sorted(channel.figure_asks[0]) == ["1", "2", "p"]
    assert {row.external_id: row.likes for row in rows(database, Mention)} == {"1": 7, "2": None}
    reader.round(channel)
    assert len(channel.figure_asks) == 1
    for _day in range(8):
        clock.advance(timedelta(days=1))
        reader.round(channel)
    assert len(channel.figure_asks) == 7
    assert rows(database, FigureWatch) == []


def test_a_network_without_figures_is_not_asked_for_them(
    database: Database, account: Account, make_reader: MakeReader, channel: FakeChannel
) -> None:
    channel.give(page("a", "1"))
    none = fake_kind(abilities=(AbilityNote(Ability.FIGURES, Grade.NO),))
    make_reader(account, none).round(channel)
    assert rows(database, FigureWatch) == []


def test_figures_that_are_refused_are_no_problem(
    database: Database, account: Account, reader: AccountReader, clock: FakeClock
) -> None:
    class WithoutFigures(FakeChannel):
        def figures(self, external_ids: Any) -> Any:
            super().figures(external_ids)
            raise ChannelError(Problem.NOT_SUPPORTED)

    channel = WithoutFigures()
    channel.give(page("a", "1"))
    reader.round(channel)
    for _hour in range(2):
        clock.advance(timedelta(hours=1))
        reader.round(channel)
    assert len(channel.figure_asks) == 1
    assert health(database, account).light is Light.OK


def test_the_days_of_figures_are_a_setting(database: Database, store: PageStore, clock: FakeClock) -> None:
    assert store.figure_days() == timedelta(days=7)
    database.quiet(
        lambda c: c.execute(BusinessSetting.__table__.insert().values(key="figure_days", value=2, version=1))
    )
    assert store.figure_days() == timedelta(days=7)
    clock.advance(timedelta(minutes=11))
    assert store.figure_days() == timedelta(days=2)


def test_who_lost_the_account_stores_nothing(
    database: Database, account: Account, make_reader: MakeReader, channel: FakeChannel
) -> None:
    channel.give(page("a", "1"))
    with pytest.raises(Stopped):
        make_reader(account, go_on=lambda: False).round(channel)
    assert texts(database) == set()


def test_only_the_last_items_are_remembered() -> None:
    remembered = Remembered()
    remembered.add(page("a", *map(str, range(1_500))))
    left = remembered.unseen(page("b", "10", "1499"))
    assert [each.external_id for each in left.mentions] == ["10"]


class CountingChannel(FakeChannel):
    """It asks once for every figure, and tells so."""

    calls = 0

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        self.calls += len(external_ids)
        return [Figures(each, likes=1) for each in external_ids]


def test_figures_are_counted_as_what_they_cost(
    database: Database, account: Account, make_reader: MakeReader, clock: FakeClock
) -> None:
    channel = CountingChannel()
    channel.give(page("a", *map(str, range(30))))
    reader = make_reader(account, fake_kind(cost_per_item=10, daily_calls=10_000))
    reader.round(channel)
    before = rows(database, AccountHour)
    clock.advance(timedelta(hours=1))
    reader.round(channel)
    [hour] = [each for each in rows(database, AccountHour) if each not in before]
    assert (hour.cost, hour.calls) == (300, 31)


def test_what_others_spend_of_the_quota_counts(
    database: Database, account: Account, make_reader: MakeReader, channel: FakeChannel
) -> None:
    reader = make_reader(account, fake_kind(daily_calls=100))
    reader.round(channel)
    assert len(channel.fetches) == 1
    at = database.clock.now()
    database.quiet(lambda connection: count_hour(connection, account.id, at, calls=98))
    reader.round(channel)
    assert len(channel.fetches) == 1
    assert health(database, account).problem is Problem.QUOTA_SPENT


def test_after_a_first_backlog_the_next_look_is_soon(
    account: Account, make_reader: MakeReader, channel: FakeChannel
) -> None:
    channel.give(page("a", "1", calls=2_000))
    assert make_reader(account, fake_kind(daily_calls=10_000)).round(channel) == timedelta(minutes=30)
