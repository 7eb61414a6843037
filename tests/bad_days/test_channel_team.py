"""Two workstations with the same accounts: one reads, one sends, and either goes on where the other stops."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from app.models.domain.channel_health import Light
from app.models.domain.vocabulary import DeliveryState
from app.services.database import Database
from app.services.sync import leases
from tests.bad_days.channel_counter import Counter
from tests.counterparts.mastodon import MastodonCounterpart
from tests.fakes import FakeClock, FakeSecrets

_LEASE = timedelta(seconds=1.5)


@pytest.fixture
def server() -> Iterator[MastodonCounterpart]:
    with MastodonCounterpart() as running:
        yield running


@pytest.fixture
def here(database: Database, clock: FakeClock) -> Iterator[Counter]:
    made = Counter(database, clock)
    yield made
    made.close()


@pytest.fixture
def there(here: Counter, open_another: Callable[..., Database], clock: FakeClock) -> Iterator[Counter]:
    """A second workstation that was given the team's key."""
    made = Counter(open_another(), clock, keyring=here.keyring, actor=here.actor)
    yield made
    made.close()


def test_one_reads_and_the_other_takes_over_when_it_sleeps(
    here: Counter,
    there: Counter,
    server: MastodonCounterpart,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(leases, "LIFETIME", _LEASE)
    account = here.add(server)
    server.write("@loja um")
    here.read(lambda: here.texts() == ["@loja um"])
    there.channels.sync.tick()
    assert (here.channels.sync.reading, there.channels.sync.reading) == ({account}, frozenset())
    server.write("@loja dois")
    # This one renews no more: it sleeps. A file goes by the computer's clock, a server by its own.
    clock.advance(_LEASE + timedelta(seconds=1))
    time.sleep(_LEASE.total_seconds() + 0.1)
    asked = len(server.requests)
    here.channels.sync.poke()
    time.sleep(0.2)
    assert len(server.requests) == asked
    there.read(lambda: there.texts() == ["@loja dois", "@loja um"])
    here.channels.sync.tick()
    assert (here.channels.sync.reading, there.channels.sync.reading) == (frozenset(), {account})
    server.write("@loja três")
    there.read(lambda: len(there.texts()) == 3)
    there.channels.sync.stop()
    server.write("@loja quatro")
    here.read(lambda: len(here.texts()) == 4)
    assert here.texts() == sorted(f"@loja {each}" for each in ("um", "dois", "três", "quatro"))


def test_two_outboxes_send_no_answer_twice(here: Counter, there: Counter, server: MastodonCounterpart) -> None:
    names = [f"pedido {number}" for number in range(8)]
    here.add(server)
    posts = {name: server.write(f"@loja {name}", by=f"p{name[-1]}@longe.example") for name in names}
    here.read(lambda: len(here.texts()) == len(names))
    cases = [here.answer(name, f"Já vimos o {name}.") for name in names]
    starting = threading.Barrier(2)

    def send(counter: Counter) -> None:
        starting.wait(10)
        for _ in range(5):
            counter.channels.outbox.run_once()

    threads = [threading.Thread(target=send, args=(counter,)) for counter in (here, there)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [here.reply(case).delivery for case in cases] == [DeliveryState.SENT] * len(cases)
    assert len(server.asked("/api/v1/statuses", "POST")) == len(names)
    assert [len(server.answers_to(posts[name])) for name in names] == [1] * len(names)


def test_a_computer_without_the_teams_key_leaves_accounts_and_answers_to_those_that_have_it(
    here: Counter, open_another: Callable[..., Database], server: MastodonCounterpart, clock: FakeClock
) -> None:
    account = here.add(server)
    first = server.write("@loja um")
    other = Counter(open_another("newcomer"), clock, keyring=FakeSecrets(), actor=here.actor)
    try:
        for _ in range(3):
            other.channels.sync.tick()
        assert not other.channels.secrets.is_key_here()
        assert (other.channels.sync.reading, server.requests) == (frozenset(), [])
        here.read(lambda: here.texts() == ["@loja um"])
        case = here.answer("um", "Já vimos.")
        assert other.send() == 0
        assert here.reply(case).delivery is DeliveryState.PENDING
        assert here.send() == 1
        assert len(server.answers_to(first)) == 1
        here.channels.sync.stop()
        server.write("@loja dois")
        other.channels.secrets.take_team_code(here.channels.secrets.team_code(here.actor))
        other.read(lambda: len(other.texts()) == 2)
        assert other.is_lit(account, Light.OK)
        assert other.alerts() == []
    finally:
        other.close()
