"""A name is looked up once: where it was found to lead, the connection goes, with the name's own certificate."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.http import HttpClient
from tests.counterparts.http_server import HttpServer, Reply, Request, route


class Board(HttpServer):
    """A list of notes."""

    @route("GET", "/notes")
    def notes(self, request: Request) -> Reply:
        del request
        return Reply.json({"notes": []})


@pytest.fixture
def board() -> Iterator[Board]:
    with Board() as server:
        yield server


@pytest.fixture
def client_of() -> Iterator[Callable[..., HttpClient]]:
    made: list[HttpClient] = []

    def make(server: HttpServer, **given: Any) -> HttpClient:
        made.append(HttpClient(base_url=server.url, **given))
        return made[-1]

    yield make
    for each in made:
        each.close()


def failure(work: Callable[[], object]) -> ChannelError:
    with pytest.raises(ChannelError) as found:
        work()
    return found.value


def test_a_name_that_cannot_be_looked_up_is_not_taken_for_a_public_one(
    board: Board, client_of: Callable[..., HttpClient]
) -> None:
    def resolve(host: str) -> list[str]:
        raise socket.gaierror(host)

    board.redirect_next("http://feeds.example/rss")
    assert failure(lambda: client_of(board, resolve=resolve).get("/notes")).problem is Problem.NAME_NOT_FOUND
    board.redirect_next("http://feeds.example/rss")
    assert failure(lambda: client_of(board, resolve=lambda _: []).get("/notes")).problem is Problem.ADDRESS_REFUSED
    assert len(board.requests) == 2


@pytest.mark.parametrize("is_tls", [False, True])
def test_a_redirect_is_followed_to_the_very_address_that_was_looked_at(
    client_of: Callable[..., HttpClient], monkeypatch: pytest.MonkeyPatch, *, is_tls: bool
) -> None:
    reached: list[str] = []
    connect = socket.create_connection

    def through(address: tuple[str, int], *given: Any, **named: Any) -> socket.socket:
        reached.append(address[0])
        return connect(("127.0.0.1", address[1]), *given, **named)

    answers = iter([["93.184.216.34"], ["93.184.216.35"], ["10.0.0.1"]])
    with Board(is_tls=is_tls, certificate_names=("localhost", "127.0.0.1", "feeds.example")) as here:
        monkeypatch.setattr(socket, "create_connection", through)
        other = here.url.replace("127.0.0.1", "feeds.example")
        client = client_of(here, trust=here.trust if is_tls else None, resolve=lambda _: next(answers))
        here.redirect_next(f"{other}/notes?page=2", times=2)
        answer = client.get("/notes", headers={"Authorization": "Bearer chave", "Accept": "application/json"})
        assert (answer.json(), answer.url) == ({"notes": []}, f"{other}/notes?page=2")
        assert reached == ["127.0.0.1", "93.184.216.34", "93.184.216.35"]
        assert [each.headers["host"] for each in here.requests[1:]] == [f"feeds.example:{here.port}"] * 2
        assert not any("authorization" in each.headers for each in here.requests[1:])
        assert client.picture(f"{other}/notes") is None
        assert len(reached) == 3


def test_a_certificate_must_be_for_the_name_and_not_for_the_address(
    client_of: Callable[..., HttpClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = socket.create_connection
    with Board(is_tls=True) as here:
        monkeypatch.setattr(
            socket, "create_connection", lambda address, *a, **n: connect(("127.0.0.1", address[1]), *a, **n)
        )
        here.redirect_next(here.url.replace("127.0.0.1", "feeds.example"))
        client = client_of(here, trust=here.trust, resolve=lambda _: ["93.184.216.34"])
        assert failure(lambda: client.get("/notes")).problem is Problem.CERTIFICATE_REFUSED


def test_behind_a_proxy_the_proxy_looks_names_up(
    client_of: Callable[..., HttpClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(host: str) -> list[str]:
        if host == "inside.example":
            return ["10.1.2.3"]
        raise socket.gaierror(host)

    with Board() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        client = client_of(proxy, resolve=resolve)
        proxy.redirect_next("http://feeds.example/notes")
        assert client.get("/notes").url == "http://feeds.example/notes"
        proxy.redirect_next("http://inside.example/notes")
        assert failure(lambda: client.get("/notes")).facts == {"why": "private"}


def test_the_next_place_is_tried_when_the_first_cannot_be_reached(
    client_of: Callable[..., HttpClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[str] = []
    connect = socket.create_connection

    def through(address: tuple[str, int], *given: Any, **named: Any) -> socket.socket:
        reached.append(address[0])
        if ":" in address[0]:
            raise OSError("no route")
        return connect(("127.0.0.1", address[1]), *given, **named)

    with Board() as here:
        monkeypatch.setattr(socket, "create_connection", through)
        here.redirect_next(here.url.replace("127.0.0.1", "feeds.example") + "/notes")
        client = client_of(here, resolve=lambda _: ["2606:2800:220:1::1", "93.184.216.34", "93.184.216.34"])
        assert client.get_json("/notes") == {"notes": []}
    assert reached == ["127.0.0.1", "2606:2800:220:1::1", "93.184.216.34"]
