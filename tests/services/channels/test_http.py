"""The one way to speak HTTP on good and bad days: bounded, wary, and honest about what may have arrived."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.http import Answer, HttpClient, retry_after
from tests.counterparts.http_server import HttpServer, Reply, Request, route

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Board(HttpServer):
    """Keeps what is written on it."""

    def __init__(self, **given: object) -> None:
        self.notes: list[object] = []
        super().__init__(**given)  # type: ignore[arg-type]  # passed on as it is

    @route("GET", "/notes")
    def read(self, _: Request) -> object:
        return {"notes": self.notes}

    @route("POST", "/notes")
    def write(self, request: Request) -> object:
        self.notes.append(request.json())
        return {"id": len(self.notes)}


@pytest.fixture
def board() -> Iterator[Board]:
    with Board() as server:
        yield server


@pytest.fixture
def client_of() -> Iterator[Callable[..., HttpClient]]:
    made: list[HttpClient] = []

    def make(server: HttpServer, **given: object) -> HttpClient:
        made.append(HttpClient(base_url=server.url, **given))  # type: ignore[arg-type]  # passed on as it is
        return made[-1]

    yield make
    for each in made:
        each.close()


def failure(call: Callable[[], object]) -> ChannelError:
    with pytest.raises(ChannelError) as found:
        call()
    return found.value


def test_a_question_and_a_sending(board: Board, client_of: Callable[..., HttpClient]) -> None:
    client = client_of(board)
    assert client.send("POST", "/notes", json_body={"a": "ção"}).json() == {"id": 1}
    assert client.get_json("/notes", params={"limit": 5}) == {"notes": [{"a": "ção"}]}
    assert client.calls == 2
    assert board.asked("/notes", "GET")[0].one("limit") == "5"


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (401, Problem.TOKEN_REVOKED),
        (403, Problem.SCOPE_MISSING),
        (404, Problem.NOT_FOUND),
        (410, Problem.TARGET_GONE),
        (413, Problem.TEXT_TOO_LONG),
        (418, Problem.REFUSED),
        (429, Problem.RATE_LIMITED),
        (500, Problem.SERVER_ERROR),
        (503, Problem.SERVER_ERROR),
    ],
)
def test_a_status_has_a_name(board: Board, client_of: Callable[..., HttpClient], status: int, problem: Problem) -> None:
    board.fail_next(status)
    error = failure(lambda: client_of(board).get_json("/notes"))
    assert (error.problem, error.facts, error.is_certain) == (problem, {"status": str(status)}, True)


def test_how_long_a_network_asks_us_to_wait(board: Board, client_of: Callable[..., HttpClient]) -> None:
    client = client_of(board)
    board.fail_next(429, headers={"Retry-After": "90"})
    assert failure(lambda: client.get_json("/notes")).retry_after == timedelta(seconds=90)
    board.fail_next(429)
    assert failure(lambda: client.get_json("/notes")).retry_after is None
    for value, wait in {
        format_datetime(NOW + timedelta(minutes=3), usegmt=True): timedelta(minutes=3),
        format_datetime(NOW - timedelta(minutes=3), usegmt=True): timedelta(0),
        (NOW + timedelta(minutes=1)).strftime("%a, %d %b %Y %H:%M:%S"): timedelta(minutes=1),
        "999999999999": timedelta(days=1),
        "soon": None,
        "-5": None,
    }.items():
        assert retry_after({"retry-after": value}, NOW) == wait


def test_a_server_error_after_a_sending_is_a_doubt_and_a_refusal_is_not() -> None:
    assert Answer(502, {}, b"", "").error(was_sending=True).is_certain is False
    assert Answer(422, {}, b"", "").error(was_sending=True).is_certain is True
    assert Answer(429, {}, b"", "").error(was_sending=True).is_certain is True
    assert Answer(502, {}, b"", "").error().is_certain is True


def test_json_that_is_none_has_a_name(board: Board, client_of: Callable[..., HttpClient]) -> None:
    for body in (b"<html>oi</html>", b"", b"\xff\xfe{", b"[" * 200_000):
        board.shape_next(body)
        assert failure(lambda: client_of(board).get_json("/notes")).problem is Problem.UNREADABLE


def test_a_name_that_is_not_there_and_a_door_that_is_closed() -> None:
    client = HttpClient(base_url="http://nobody.invalid")
    error = failure(lambda: client.send("POST", "/x"))
    assert (error.problem, error.is_certain) == (Problem.NAME_NOT_FOUND, True)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    error = failure(lambda: client.send("POST", f"http://127.0.0.1:{port}/x"))
    assert (error.problem, error.is_certain) == (Problem.NO_NETWORK, True)
    client.close()


def test_an_address_that_is_none() -> None:
    client = HttpClient()
    for address in ("ftp://example.test/x", "file:///etc/passwd", "nothing"):
        assert failure(lambda address=address: client.get(address)).problem is Problem.ADDRESS_REFUSED, address
    client.close()


def test_a_key_that_cannot_go_into_a_header_is_certainly_not_sent(
    board: Board, client_of: Callable[..., HttpClient]
) -> None:
    for key in ("Bearer abc\r\nX-Evil: 1", "Bearer çã"):
        headers = {"Authorization": key}
        error = failure(lambda headers=headers: client_of(board).send("POST", "/notes", json_body=1, headers=headers))
        assert (error.problem, error.is_certain) == (Problem.NO_KEY, True)
    assert board.notes == []


def test_only_a_trusted_certificate_for_the_right_name_is_taken(client_of: Callable[..., HttpClient]) -> None:
    with Board(is_tls=True) as server:
        error = failure(lambda: client_of(server).send("POST", "/notes", json_body=1))
        assert (error.problem, error.is_certain) == (Problem.CERTIFICATE_REFUSED, True)
        assert client_of(server, trust=server.trust).get_json("/notes") == {"notes": []}
    with Board(is_tls=True, certificate_names=("shop.example",)) as other:
        assert isinstance(other.trust, ssl.SSLContext)
        error = failure(lambda: client_of(other, trust=other.trust).get("/notes"))
        assert error.problem is Problem.CERTIFICATE_REFUSED


def test_a_question_is_asked_again_when_the_way_broke_and_a_sending_never(
    board: Board, client_of: Callable[..., HttpClient]
) -> None:
    client = client_of(board)
    board.reset_next(2)
    assert client.get_json("/notes") == {"notes": []}
    assert client.calls == 3
    board.reset_next()
    error = failure(lambda: client.send("POST", "/notes", json_body="lost before"))
    assert (error.problem, error.is_certain) == (Problem.NO_NETWORK, False)
    board.lose_next()
    error = failure(lambda: client.send("POST", "/notes", json_body="lost after"))
    assert (error.problem, error.is_certain) == (Problem.NO_NETWORK, False)
    assert board.notes == ["lost after"]


def test_a_cut_body_is_no_answer(board: Board, client_of: Callable[..., HttpClient]) -> None:
    board.cut_next(5, times=3)
    assert failure(lambda: client_of(board).get_json("/notes")).problem is Problem.NO_NETWORK
    board.cut_next(5)
    error = failure(lambda: client_of(board).send("POST", "/notes", json_body=1))
    assert (error.problem, error.is_certain) == (Problem.NO_NETWORK, False)


def test_gzip_is_read_and_what_is_cut_or_bent_is_not(board: Board, client_of: Callable[..., HttpClient]) -> None:
    packed = gzip.compress(b'{"ok": true}')
    client = client_of(board)

    def answer(body: bytes, encoding: str = "gzip", status: int = 200) -> None:
        board.play_next(lambda _: Reply(status, body, {"Content-Encoding": encoding}))

    answer(packed)
    assert client.get_json("/notes") == {"ok": True}
    answer(b"", status=304)
    assert client.get("/notes").status == 304
    for body, encoding in ((packed[:-9], "gzip"), (b"no gzip at all", "gzip"), (packed, "br")):
        answer(body, encoding)
        assert failure(lambda: client.get("/notes")).problem is Problem.UNREADABLE
        answer(body, encoding)
        error = failure(lambda: client.send("POST", "/notes", json_body=1))
        assert (error.problem, error.is_certain) == (Problem.UNREADABLE, False)


def test_a_bomb_and_a_giant_do_not_fill_the_memory(board: Board, client_of: Callable[..., HttpClient]) -> None:
    board.bomb_next(300 * 1024 * 1024)
    board.huge_next(200 * 1024 * 1024)
    client = client_of(board, most_bytes=2 * 1024 * 1024)
    tracemalloc.start()
    for _ in range(2):
        assert failure(lambda: client.get("/notes")).problem is Problem.TOO_LARGE
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 16 * 1024 * 1024
    board.huge_next(4 * 1024 * 1024)
    error = failure(lambda: client.send("POST", "/notes", json_body=1))
    assert (error.problem, error.is_certain) == (Problem.TOO_LARGE, False)


def test_an_answer_drop_by_drop_is_given_up(board: Board, client_of: Callable[..., HttpClient]) -> None:
    client = client_of(board, whole_seconds=0.4, silent_seconds=5.0)
    board.drip_next(0.1)
    begun = time.monotonic()
    assert failure(lambda: client.get("/notes")).problem is Problem.TOO_SLOW
    assert time.monotonic() - begun < 2


def test_headers_drop_by_drop_are_given_up_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        client = HttpClient(base_url=f"http://127.0.0.1:{door.getsockname()[1]}", whole_seconds=0.6, silent_seconds=0.4)
        dripping = _drip_headers(door)
        begun = time.monotonic()
        error = failure(lambda: client.send("POST", "/x", content=b"a"))
        assert (error.problem, error.is_certain) == (Problem.TOO_SLOW, False)
        assert time.monotonic() - begun < 2
        client.close()
        dripping.join()


def test_silence_is_given_up(board: Board, client_of: Callable[..., HttpClient]) -> None:
    client = client_of(board, silent_seconds=0.2)
    board.hang_next(1.0, times=2)
    assert failure(lambda: client.get("/notes")).problem is Problem.TIMED_OUT
    error = failure(lambda: client.send("POST", "/notes", json_body="late"))
    assert (error.problem, error.is_certain) == (Problem.TIMED_OUT, False)
    assert board.notes == ["late"]


def test_a_redirect_is_followed_and_the_key_stays_behind(client_of: Callable[..., HttpClient]) -> None:
    with Board() as here, Board() as there:
        client = client_of(here)
        headers = {"Authorization": "Bearer a", "Api-Key": "b", "Accept": "text/plain", "If-None-Match": '"1"'}
        here.redirect_next("/notes?page=2")
        client.get("/notes", params={"token": "c"}, headers=headers)
        assert here.requests[-1].headers["authorization"] == "Bearer a"
        here.redirect_next(f"{there.url}/notes")
        client.get("/notes", params={"token": "c"}, headers=headers)
        arrived = there.requests[-1]
        assert {"authorization", "api-key"}.isdisjoint(arrived.headers)
        assert arrived.query == {}
        assert (arrived.headers["accept"], arrived.headers["if-none-match"]) == ("text/plain", '"1"')


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://example.test/", "gopher://x/", "javascript:alert(1)", "http://[::bad/", "data:,x"],
)
def test_a_redirect_to_another_kind_of_address_is_refused(
    board: Board, client_of: Callable[..., HttpClient], target: str
) -> None:
    board.redirect_next(target)
    assert failure(lambda: client_of(board).get("/notes")).problem is Problem.ADDRESS_REFUSED


@pytest.mark.parametrize(
    "address",
    ["10.0.0.4", "127.0.0.9", "192.168.1.1", "169.254.169.254", "::1", "fe80::1%eth0", "0.0.0.0", "::ffff:10.0.0.1"],  # noqa: S104 - refused
)
def test_a_redirect_into_the_office_is_refused(
    board: Board, client_of: Callable[..., HttpClient], address: str
) -> None:
    board.redirect_next("http://feeds.example/rss")
    error = failure(lambda: client_of(board, resolve=lambda _: ["93.184.216.34", address]).get("/notes"))
    assert (error.problem, error.facts) == (Problem.ADDRESS_REFUSED, {"why": "private"})
    assert len(board.requests) == 1


def test_a_redirect_inside_the_office_is_followed_when_it_is_allowed(client_of: Callable[..., HttpClient]) -> None:
    with Board() as here:
        here.redirect_next(f"http://localhost:{here.port}/notes")
        assert failure(lambda: client_of(here).get("/notes")).problem is Problem.ADDRESS_REFUSED
        here.redirect_next(f"http://localhost:{here.port}/notes")
        assert client_of(here, allow_private=True).get_json("/notes") == {"notes": []}


def test_pictures_come_from_the_network_itself_or_from_public_places_without_any_key(
    board: Board, client_of: Callable[..., HttpClient]
) -> None:
    asked: list[str] = []

    def resolve(host: str) -> list[str]:
        asked.append(host)
        if host == "nobody.invalid":
            raise socket.gaierror
        return ["10.1.2.3"]

    client = client_of(board, resolve=resolve)
    assert client.picture(f"{board.url}/notes") == b'{"notes": []}'
    assert asked == []
    for url in (
        "http://inside.example/a.png",
        "file:///etc/passwd",
        "a.png",
        "http://[x",
        "",
        "https://nobody.invalid/x",
    ):
        assert client.picture(url) is None
    board.huge_next(6 * 1024 * 1024)
    assert client.picture(f"{board.url}/notes") is None
    board.fail_next(404)
    assert client.picture(f"{board.url}/notes") is None
    board.redirect_next("http://inside.example/secret")
    assert client.picture(f"{board.url}/notes") is None


def test_redirects_end_and_never_leave_the_encrypted_way(client_of: Callable[..., HttpClient]) -> None:
    with Board() as plain:
        plain.redirect_next("/notes", times=9)
        error = failure(lambda: client_of(plain).get("/notes"))
        assert (error.problem, error.facts) == (Problem.ADDRESS_REFUSED, {"why": "redirects"})
        with Board(is_tls=True) as safe:
            safe.redirect_next(f"{plain.url}/notes")
            error = failure(lambda: client_of(safe, trust=safe.trust).get("/notes"))
            assert (error.problem, error.facts) == (Problem.ADDRESS_REFUSED, {"why": "scheme"})


def test_a_sending_follows_no_redirect(board: Board, client_of: Callable[..., HttpClient]) -> None:
    board.redirect_next("/notes", status=307)
    answer = client_of(board).send("POST", "/notes", json_body=1)
    assert (answer.status, answer.is_ok, board.notes) == (307, False, [])
    assert answer.error(was_sending=True).problem is Problem.REFUSED


def _drip_headers(door: socket.socket) -> threading.Thread:
    def drip() -> None:
        caller, _ = door.accept()
        with caller:
            try:
                caller.sendall(b"HTTP/1.1 200 OK\r\n")
                for number in range(30):
                    caller.sendall(f"X-Slow-{number}: 1\r\n".encode())
                    time.sleep(0.1)
            except OSError:
                return

    thread = threading.Thread(target=drip)
    thread.start()
    return thread
