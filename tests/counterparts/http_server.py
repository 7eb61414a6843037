"""The loopback server on which every network's counterpart stands: routes to methods, state, and days that go wrong.

A counterpart is a subclass whose methods are marked with ``@route``; they run one at a time, so they may keep state in
plain lists and dictionaries::

    class Board(HttpServer):
        def __init__(self) -> None:
            super().__init__()
            self.posts: list[str] = []

        @route("GET", r"/posts/(\\d+)")
        def post(self, request: Request, number: str) -> object:
            return {"text": self.posts[int(number)]}      # a dict or list is JSON with status 200

    with Board() as board:
        board.fail_next(429, headers={"Retry-After": "7"}, path="/posts")
        ...

The switches (``fail_next``, ``shape_next``, ``redirect_next``, ``cut_next``, ``drip_next``, ``hang_next``,
``bomb_next``, ``huge_next``, ``reset_next``, ``lose_next``) hold for the next ``times`` requests whose path begins
with ``path`` and whose method is ``method``; they queue up in the order in which they were set.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import socket
import ssl
import struct
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.counterparts.certificate import throw_away_certificate

JSON = "application/json; charset=utf-8"
_PIECE = 64 * 1024


@dataclass(frozen=True)
class Request:
    """A request as it came; header names in lower case, ``path`` decoded and without the query."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes

    def one(self, name: str, default: str = "") -> str:
        """Return a query parameter's last value."""
        return self.query.get(name, [default])[-1]

    def json(self) -> Any:
        """Return the body as JSON; None when it is empty."""
        return json.loads(self.body) if self.body else None

    def form(self) -> dict[str, list[str]]:
        """Return the fields of an urlencoded or multipart form; files are left to ``files``."""
        if not self._is_multipart:
            return parse_qs(self.body.decode(), keep_blank_values=True)
        fields: dict[str, list[str]] = {}
        for name, part in self._parts():
            if part.get_filename() is None:
                fields.setdefault(name, []).append(_payload(part).decode())
        return fields

    def field(self, name: str, default: str = "") -> str:
        """Return a form field's last value."""
        return self.form().get(name, [default])[-1]

    def files(self) -> dict[str, tuple[str, str, bytes]]:
        """Return the files of a multipart form: field name -> file name, media type, content."""
        return {
            name: (filename, part.get_content_type(), _payload(part))
            for name, part in self._parts()
            if (filename := part.get_filename()) is not None
        }

    @property
    def bearer(self) -> str:
        """Return the token of ``Authorization: Bearer``, "" without one."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token if scheme.lower() == "bearer" else ""

    @property
    def _is_multipart(self) -> bool:
        return self.headers.get("content-type", "").startswith("multipart/")

    def _parts(self) -> Iterator[tuple[str, Message]]:
        head = f"Content-Type: {self.headers.get('content-type', '')}\r\n\r\n".encode()
        found = message_from_bytes(head + self.body).get_payload()
        for part in found if isinstance(found, list) and self._is_multipart else []:
            name = part.get_param("name", header="content-disposition")
            yield str(name), part


@dataclass(frozen=True)
class Reply:
    """What goes back. ``cut_after`` breaks the connection after so many bytes of the body, ``pause`` waits a piece."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = JSON
    cut_after: int | None = None
    piece: int = _PIECE
    pause: float = 0.0
    wait: float = 0.0
    pieces: Iterable[bytes] | None = None
    is_lost: bool = False

    @classmethod
    def json(cls, value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Self:
        """Answer with a JSON value."""
        return cls(status, json.dumps(value, ensure_ascii=False).encode(), dict(headers or {}))

    @classmethod
    def text(cls, text: str | bytes, media_type: str = "text/plain; charset=utf-8", status: int = 200) -> Self:
        """Answer with a text or bytes of some media type."""
        return cls(status, text.encode() if isinstance(text, str) else text, media_type=media_type)


class Refusal(Exception):  # noqa: N818 - a route raises it to answer at once
    """Raise it in a route to answer something else than was going to be answered."""

    def __init__(self, status: int, value: object = None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status)
        self.reply = Reply.json(value if value is not None else {"error": status}, status, headers)


def route(method: str, pattern: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Mark a method as the answer to a path (a regular expression for the whole path; its groups are arguments)."""

    def marked(function: Callable[..., object]) -> Callable[..., object]:
        routes = [*getattr(function, "routes", []), (method, re.compile(pattern))]
        function.__dict__["routes"] = routes
        return function

    return marked


@dataclass
class _Trick:
    method: str
    path: str
    times: int
    play: Callable[[Callable[[], Reply]], Reply]


class HttpServer:
    """A stateful HTTP server on a free port of 127.0.0.1, in threads; use it in ``with``.

    ``is_tls`` serves HTTPS with a throw-away certificate for ``certificate_names``; ``trust`` is then the context with
    which a client accepts it. Leaving the ``with`` raises what a route raised by mistake.
    """

    def __init__(
        self, *, is_tls: bool = False, certificate_names: tuple[str, ...] = ("localhost", "127.0.0.1")
    ) -> None:
        self.lock = threading.RLock()
        self.requests: list[Request] = []
        self.mistakes: list[BaseException] = []
        self.trust: ssl.SSLContext | None = None
        self.stopping = threading.Event()
        self._tricks: list[_Trick] = []
        self._routes = [
            (method, pattern, getattr(self, name))
            for name in dir(type(self))
            for method, pattern in getattr(getattr(type(self), name), "routes", [])
        ]
        context = self._tls(certificate_names) if is_tls else None
        self._listener = _Listener(self, context)
        self.port: int = self._listener.server_address[1]
        self.url = f"{'https' if is_tls else 'http'}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._listener.shutdown()
        self._listener.close_all()
        self._thread.join(5)
        if self.mistakes:
            raise self.mistakes[0]

    # What a test asks and sets.

    def asked(self, path: str = "", method: str | None = None) -> list[Request]:
        """Return the requests so far whose path begins with ``path``."""
        with self.lock:
            return [each for each in self.requests if each.path.startswith(path) and method in {None, each.method}]

    def fail_next(
        self,
        status: int,
        times: int = 1,
        headers: Mapping[str, str] | None = None,
        body: object = None,
        *,
        path: str = "",
        method: str = "",
    ) -> None:
        """Refuse with a status before anything is done."""
        reply = Reply.json(body if body is not None else {"error": f"status {status}"}, status, headers)
        self.play_next(lambda _: reply, times, path=path, method=method)

    def shape_next(self, value: object, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Answer 200 with JSON of another shape, or with these bytes."""
        reply = Reply(body=value) if isinstance(value, bytes) else Reply.json(value)
        self.play_next(lambda _: reply, times, path=path, method=method)

    def redirect_next(
        self, location: str, times: int = 1, status: int = 302, *, path: str = "", method: str = ""
    ) -> None:
        """Send elsewhere."""
        reply = Reply(status, b"", {"Location": location})
        self.play_next(lambda _: reply, times, path=path, method=method)

    def cut_next(self, after: int = 10, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Do it, then break the connection after so many bytes of the answer's body."""
        self.play_next(lambda do: replace(do(), cut_after=after), times, path=path, method=method)

    def drip_next(
        self, pause: float = 0.1, piece: int = 1, times: int = 1, *, path: str = "", method: str = ""
    ) -> None:
        """Do it, then give the answer's body in pieces of ``piece`` bytes with ``pause`` seconds between them."""
        self.play_next(lambda do: replace(do(), pause=pause, piece=piece), times, path=path, method=method)

    def hang_next(self, seconds: float, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Do it, then say nothing for a while."""
        self.play_next(lambda do: replace(do(), wait=seconds), times, path=path, method=method)

    def bomb_next(self, unpacked: int, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Answer with gzip that unpacks to so many bytes of zeros."""
        packed = gzip.compress(bytes(unpacked), 9)
        reply = Reply(body=packed, headers={"Content-Encoding": "gzip"})
        self.play_next(lambda _: reply, times, path=path, method=method)

    def huge_next(self, size: int, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Answer with so many bytes, made while they are sent."""
        block = b"[0]\n" * (_PIECE // 4)
        count = -(-size // _PIECE)
        self.play_next(lambda _: Reply(pieces=(block for _ in range(count))), times, path=path, method=method)

    def reset_next(self, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Reset the connection without having done anything."""
        self.play_next(lambda _: Reply(is_lost=True), times, path=path, method=method)

    def lose_next(self, times: int = 1, *, path: str = "", method: str = "") -> None:
        """Do it, then reset the connection instead of answering: the receipt is lost."""
        self.play_next(lambda do: replace(do(), is_lost=True), times, path=path, method=method)

    def play_next(
        self, play: Callable[[Callable[[], Reply]], Reply], times: int = 1, *, path: str = "", method: str = ""
    ) -> None:
        """Let ``play(do)`` answer the next requests; ``do()`` is what would have been answered."""
        with self.lock:
            self._tricks.append(_Trick(method, path, times, play))

    def forget_tricks(self) -> None:
        """From now on everything goes well again."""
        with self.lock:
            self._tricks.clear()

    # What happens to a request.

    def answer(self, request: Request) -> Reply:
        """Return the answer of the next trick that is set, else that of the route."""
        with self.lock:
            self.requests.append(request)
            trick = self._next_trick(request)
            try:
                return trick.play(lambda: self._routed(request)) if trick else self._routed(request)
            except Exception as error:  # noqa: BLE001 - a mistake of the counterpart is shown at the end of the test
                self.mistakes.append(error)
                return Reply.json({"error": repr(error)}, 500)

    def before(self, request: Request) -> Reply | None:
        """Override it to look at every request first (its token, a quota); None lets it pass."""

    def _routed(self, request: Request) -> Reply:
        try:
            early = self.before(request)
            if early is not None:
                return early
            for method, pattern, function in self._routes:
                found = pattern.fullmatch(request.path) if method == request.method else None
                if found:
                    return _as_reply(function(request, *found.groups()))
        except Refusal as refusal:
            return refusal.reply
        return Reply.json({"error": "no such path"}, 404)

    def _next_trick(self, request: Request) -> _Trick | None:
        for trick in self._tricks:
            if request.path.startswith(trick.path) and trick.method in {"", request.method}:
                trick.times -= 1
                if trick.times <= 0:
                    self._tricks.remove(trick)
                return trick
        return None

    def _tls(self, names: tuple[str, ...]) -> ssl.SSLContext:
        with tempfile.TemporaryDirectory() as folder:
            certificate, key = throw_away_certificate(Path(folder), names)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, key)
            self.trust = ssl.create_default_context(cafile=str(certificate))
        return context


class _Listener(ThreadingHTTPServer):
    daemon_threads = False  # joined at the end, so that no socket outlives its test
    request_queue_size = 128

    def __init__(self, owner: HttpServer, context: ssl.SSLContext | None) -> None:
        self.owner = owner
        self._context = context
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection before its thread begins."""
        self._open.add(request)
        super().process_request(request, client_address)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Speak with one client; TLS begins here, in the client's own thread."""
        request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            if self._context is None:
                super().finish_request(request, client_address)
                return
            request.settimeout(10)
            with self._context.wrap_socket(request, server_side=True) as wrapped:
                self._open.add(wrapped)
                super().finish_request(wrapped, client_address)
                self._open.discard(wrapped)
        except OSError:
            return  # the client hung up or refused our certificate: its right
        finally:
            self._open.discard(request)

    def close_all(self) -> None:
        """Hang up on everybody and wait for their threads."""
        for each in list(self._open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Listener

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Tests look at ``requests`` instead."""

    def _answer(self) -> None:
        split = urlsplit(self.path)
        request = Request(
            self.command,
            unquote(split.path),
            parse_qs(split.query, keep_blank_values=True),
            {name.lower(): value for name, value in self.headers.items()},
            self._body(),
        )
        owner = self.server.owner
        reply = owner.answer(request)
        if reply.wait:
            owner.stopping.wait(reply.wait)
        if reply.is_lost:
            self._reset()
            return
        self._give(reply)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def _body(self) -> bytes:
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            parts = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _give(self, reply: Reply) -> None:
        self.send_response(reply.status)
        headers = {"Content-Type": reply.media_type, **reply.headers}
        if reply.pieces is not None:
            headers["Connection"] = "close"
        elif reply.status not in {204, 304}:
            headers.setdefault("Content-Length", str(len(reply.body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.flush()
        if self.command != "HEAD":
            self._give_body(reply)

    def _give_body(self, reply: Reply) -> None:
        body = reply.body if reply.cut_after is None else reply.body[: reply.cut_after]
        pieces = reply.pieces or (body[at : at + reply.piece] for at in range(0, len(body), reply.piece))
        for piece in pieces:
            self.wfile.write(piece)
            if reply.pause and self.server.owner.stopping.wait(reply.pause):
                break
        if reply.cut_after is not None or reply.pieces is not None:
            self.close_connection = True

    def _reset(self) -> None:
        """Close so that the client sees a reset, not an end."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()


def _as_reply(value: object) -> Reply:
    if isinstance(value, Reply):
        return value
    return Reply(204) if value is None else Reply.json(value)


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def link_header(base: str, **targets: Mapping[str, str]) -> str:
    """Return a ``Link`` header: ``link_header(url, next={"max_id": "3"})``."""
    return ", ".join(
        f'<{base}?{"&".join(f"{name}={quote(value)}" for name, value in query.items())}>; rel="{relation}"'
        for relation, query in targets.items()
    )
