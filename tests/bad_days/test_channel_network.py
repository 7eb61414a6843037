"""What networks do on bad days, seen by the whole program: told in words, nothing lost or doubled."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from app.models.domain.channel_health import Light, Problem
from app.services.database import Database
from app.views.support.channel_texts import problem_text
from tests.bad_days.channel_counter import Counter
from tests.counterparts.http_server import HttpServer
from tests.counterparts.mastodon import MastodonCounterpart
from tests.fakes import FakeClock


@pytest.fixture
def engine_kind() -> str:
    """Networks fail alike whatever the database; the tests of storing run on both engines."""
    return "sqlite"


@pytest.fixture
def server() -> Iterator[MastodonCounterpart]:
    with MastodonCounterpart() as running:
        yield running


@pytest.fixture
def counter(database: Database, clock: FakeClock) -> Iterator[Counter]:
    made = Counter(database, clock)
    yield made
    made.close()


def _expire(server: MastodonCounterpart) -> None:
    server.token_state = "expired"


def _revoke(server: MastodonCounterpart) -> None:
    server.token_state = "revoked"


def _narrow(server: MastodonCounterpart) -> None:
    server.scopes = {"write"}


@pytest.mark.parametrize(
    ("spoil", "problem", "words"),
    [
        (_expire, Problem.TOKEN_EXPIRED, "venceu"),
        (_revoke, Problem.TOKEN_REVOKED, "retirado"),
        (_narrow, Problem.SCOPE_MISSING, "permissão"),
    ],
    ids=["expired", "revoked", "wrong scope"],
)
def test_a_key_that_no_longer_opens_asks_for_a_person_and_a_new_one_goes_on(
    counter: Counter,
    server: MastodonCounterpart,
    spoil: Callable[[MastodonCounterpart], None],
    problem: Problem,
    words: str,
) -> None:
    account = counter.add(server)
    server.write("@loja um")
    counter.read(lambda: counter.texts() == ["@loja um"])
    spoil(server)
    server.write("@loja dois")
    counter.read(lambda: counter.is_lit(account, Light.NEEDS_PERSON, problem))
    assert words in problem_text(problem)
    assert "Configurações, Canais" in problem_text(problem)
    assert counter.alerts() == [problem.value]
    asked = len(server.requests)
    time.sleep(0.5)
    counter.channels.sync.tick()
    assert len(server.requests) <= asked + 1  # one that was under way
    assert counter.texts() == ["@loja um"]
    server.token, server.token_state, server.scopes = "a-new-token", "good", {"read", "write"}
    counter.edit(account, server, token="a-new-token")
    counter.read(lambda: counter.is_lit(account, Light.OK))
    assert counter.texts() == ["@loja dois", "@loja um"]
    assert counter.alerts() == [problem.value]


def test_after_an_hour_of_server_errors_everything_arrives_once(
    counter: Counter, server: MastodonCounterpart, clock: FakeClock
) -> None:
    account = counter.add(server)
    server.write("@loja 0")
    counter.read(lambda: counter.texts() == ["@loja 0"])
    server.fail_next(503, times=10_000)
    for minute in range(2, 61, 2):
        server.write(f"@loja {minute}")
        failures = counter.health(account).failures
        clock.advance(timedelta(minutes=2))
        counter.read(lambda before=failures: counter.health(account).failures > before)
    health = counter.health(account)
    assert (health.light, health.problem) == (Light.WAITING, Problem.SERVER_ERROR)
    assert health.retry_at is not None
    assert timedelta(0) < health.retry_at - clock.now() <= timedelta(minutes=15)
    assert counter.alerts() == []
    assert counter.texts() == ["@loja 0"]
    server.forget_tricks()
    counter.read(lambda: counter.is_lit(account, Light.OK))
    counter.read(lambda: len(counter.texts()) == 31)
    assert counter.texts() == sorted(f"@loja {minute}" for minute in range(0, 61, 2))


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [({"Retry-After": "120"}, 120, 132), ({}, 1, 10)],
    ids=["with Retry-After", "without"],
)
def test_too_many_questions_are_followed_by_the_wait_that_is_asked_for(  # noqa: PLR0917 - fixtures come by name
    counter: Counter, server: MastodonCounterpart, clock: FakeClock, headers: dict[str, str], least: int, most: int
) -> None:
    account = counter.add(server)
    server.write("@loja um")
    server.fail_next(429, headers=headers)
    counter.channels.sync.tick()
    counter.until(lambda: counter.is_lit(account, Light.WAITING, Problem.RATE_LIMITED))
    retry_at = counter.health(account).retry_at
    assert retry_at is not None
    assert timedelta(seconds=least) <= retry_at - clock.now() <= timedelta(seconds=most)
    asked = len(server.requests)
    time.sleep(0.3)
    assert len(server.requests) == asked
    counter.read(lambda: counter.is_lit(account, Light.OK) and counter.texts() == ["@loja um"])
    assert counter.alerts() == []


Trick = Callable[[MastodonCounterpart], None]


@pytest.mark.parametrize(
    ("trick", "problem"),
    [
        (lambda each: each.cut_next(7, times=500), Problem.NO_NETWORK),
        (lambda each: each.reset_next(times=500), Problem.NO_NETWORK),
        (lambda each: each.bomb_next(60_000_000, times=500), Problem.TOO_LARGE),
        (lambda each: each.huge_next(200_000_000, times=500), Problem.TOO_LARGE),
        (lambda each: each.shape_next({"odd": [1]}, times=500, path="/api/v1/notifications"), Problem.UNREADABLE),
        (lambda each: each.shape_next(b"<html>manut", times=500), Problem.UNREADABLE),
    ],
    ids=["cut", "reset", "gzip bomb", "200 MB", "another shape", "no JSON"],
)
def test_bodies_that_cannot_be_used_cost_nothing(
    counter: Counter, server: MastodonCounterpart, clock: FakeClock, trick: Trick, problem: Problem
) -> None:
    account = counter.add(server)
    server.write("@loja um")
    counter.read(lambda: counter.texts() == ["@loja um"])
    trick(server)
    server.write("@loja dois")
    clock.advance(timedelta(seconds=61))  # a light that goes on working is written once a minute
    counter.read(lambda: counter.is_lit(account, Light.WAITING, problem))
    assert counter.texts() == ["@loja um"]
    server.forget_tricks()
    clock.advance(timedelta(minutes=20))
    counter.read(lambda: counter.is_lit(account, Light.OK))
    counter.read(lambda: len(counter.texts()) == 2)
    assert counter.texts() == ["@loja dois", "@loja um"]
    assert counter.alerts() == []


def test_a_wrong_certificate_is_refused_with_words(counter: Counter, server: MastodonCounterpart) -> None:
    with HttpServer(is_tls=True) as stranger:
        account = counter.add(server, base_url=stranger.url)
        counter.read(lambda: counter.is_lit(account, Light.NEEDS_PERSON, Problem.CERTIFICATE_REFUSED))
        assert stranger.requests == []
    assert counter.alerts() == ["certificate_refused"]
    assert "nada foi enviado" in problem_text(Problem.CERTIFICATE_REFUSED)


def test_a_name_that_is_gone_is_waited_for(counter: Counter, server: MastodonCounterpart) -> None:
    account = counter.add(server, base_url="http://nobody.invalid")
    counter.read(lambda: counter.is_lit(account, Light.WAITING, Problem.NAME_NOT_FOUND))
    assert counter.alerts() == []


def test_a_redirect_into_the_computer_is_refused_with_words(counter: Counter, server: MastodonCounterpart) -> None:
    server.redirect_next("file:///etc/passwd", times=50)
    account = counter.add(server)
    counter.read(lambda: counter.is_lit(account, Light.NEEDS_PERSON, Problem.ADDRESS_REFUSED))
    assert counter.alerts() == ["address_refused"]


def test_closing_does_not_wait_for_a_network_that_hangs(
    counter: Counter, server: MastodonCounterpart, open_another: Callable[..., Database], clock: FakeClock
) -> None:
    counter.add(server)
    server.write("@loja um")
    server.hang_next(60, times=20)
    counter.channels.sync.start()
    counter.channels.outbox.start()
    counter.until(lambda: server.requests)
    began = time.monotonic()
    counter.channels.sync.stop()
    counter.channels.outbox.stop()
    assert time.monotonic() - began < 3
    assert counter.texts() == []
    server.forget_tricks()
    again = Counter(open_another(), clock, keyring=counter.keyring, actor=counter.actor)
    again.read(lambda: again.texts() == ["@loja um"])
    again.close()
