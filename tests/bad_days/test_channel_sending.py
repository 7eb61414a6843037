"""The network goes while an answer leaves: it stays in the outbox and is at the network exactly once in the end."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.models.domain.channel_health import Light, Problem
from app.models.domain.vocabulary import DeliveryState
from app.services.database import Database
from tests.bad_days.channel_counter import Counter
from tests.counterparts.mastodon import MastodonCounterpart
from tests.fakes import FakeClock

_NAME = "rede.example"
_HALF = timedelta(seconds=31)


@pytest.fixture
def server() -> Iterator[MastodonCounterpart]:
    with MastodonCounterpart() as running:
        yield running


@pytest.fixture
def counter(database: Database, clock: FakeClock) -> Iterator[Counter]:
    made = Counter(database, clock)
    yield made
    made.close()


class Line:
    """The computer's way to the network: plugged in, or not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there = True
        self._asks = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self._resolve)

    def _resolve(self, host: Any, *given: Any, **named: Any) -> Any:
        if host != _NAME:
            return self._asks(host, *given, **named)
        if not self.is_there:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return self._asks("127.0.0.1", *given, **named)


def _state(counter: Counter, case: int) -> tuple[DeliveryState | None, str | None]:
    return counter.reply(case).delivery, counter.error_code(case)


def _published(server: MastodonCounterpart, post: str) -> int:
    return len(server.answers_to(post))


def test_without_a_network_it_waits_and_leaves_once_afterwards(
    counter: Counter, server: MastodonCounterpart, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Line(monkeypatch)
    counter.add(server, base_url=f"http://{_NAME}:{server.port}")
    post = server.write("@loja um")
    counter.read(lambda: counter.texts() == ["@loja um"])
    case = counter.answer("um", "Já vimos.")
    line.is_there = False
    assert counter.send() == 0
    assert _state(counter, case) == (DeliveryState.PENDING, "name_not_found")
    assert counter.send(after=_HALF) == 0
    assert _published(server, post) == 0
    line.is_there = True
    assert counter.send(after=2 * _HALF) == 1
    assert counter.send(after=2 * _HALF) == 0
    assert counter.reply(case).delivery is DeliveryState.SENT
    assert len(server.asked("/api/v1/statuses", "POST")) == _published(server, post) == 1


@pytest.mark.parametrize("arrives", [True, False], ids=["receipt lost", "never arrived"])
def test_a_line_cut_while_sending_is_looked_into_before_anything_is_repeated(
    counter: Counter,
    server: MastodonCounterpart,
    clock: FakeClock,
    arrives: bool,  # noqa: FBT001 - a parameter
) -> None:
    counter.add(server)
    server.now = clock.now()
    post = server.write("@loja um", at=clock.now())
    counter.read(lambda: counter.texts() == ["@loja um"])
    case = counter.answer("um", "Já vimos.")
    cut = server.lose_next if arrives else server.reset_next
    cut(path="/api/v1/statuses", method="POST")
    assert counter.send() == 0
    assert counter.reply(case).delivery is DeliveryState.UNCERTAIN
    for _ in range(4):
        counter.send(after=timedelta(minutes=11))
    assert counter.reply(case).delivery is DeliveryState.SENT
    assert len(server.asked("/api/v1/statuses", "POST")) == (1 if arrives else 2)
    assert _published(server, post) == 1


def test_an_answer_waits_for_a_new_key_and_leaves_by_itself(counter: Counter, server: MastodonCounterpart) -> None:
    account = counter.add(server)
    post = server.write("@loja um")
    counter.read(lambda: counter.texts() == ["@loja um"])
    case = counter.answer("um", "Já vimos.")
    server.token_state = "expired"
    assert counter.send() == 0
    assert _state(counter, case) == (DeliveryState.PENDING, "token_expired")
    counter.read(lambda: counter.is_lit(account, Light.NEEDS_PERSON, Problem.TOKEN_EXPIRED))
    server.token, server.token_state = "a-new-token", "good"
    counter.edit(account, server, token="a-new-token")
    assert counter.send(after=timedelta(minutes=16)) == 1
    assert (_published(server, post), counter.reply(case).delivery) == (1, DeliveryState.SENT)
