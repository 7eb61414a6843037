"""The one way to speak HTTP with a network: bounded in time and size, wary of redirects, every failure with a name."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import ssl
import threading
import time
import weakref
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import stamina

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError
from app.services.channels.places import Resolve, asked_at, places_of, public_places

MOST_BYTES = 20 * 1024 * 1024
MOST_PICTURE = 5 * 1024 * 1024
_CONNECT_SECONDS, _SILENT_SECONDS, _WHOLE_SECONDS = 10.0, 20.0, 60.0
_MOST_REDIRECTS = 5
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRIES = 3
_LONGEST_WAIT = timedelta(days=1)
_SERVER_ERROR, _OK_UNTIL = 500, 300
_MAY_CROSS = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})
"""The headers of a question that may follow a redirect to another host: none that could be a key."""
_BY_STATUS = {
    401: Problem.TOKEN_REVOKED,
    403: Problem.SCOPE_MISSING,
    404: Problem.NOT_FOUND,
    410: Problem.TARGET_GONE,
    413: Problem.TEXT_TOO_LONG,
    429: Problem.RATE_LIMITED,
}
_UNREACHED = frozenset({Problem.NO_NETWORK, Problem.TIMED_OUT})
# Its INFO lines hold whole addresses, and in the addresses of some networks stands the key.
logging.getLogger("httpx2").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its status, headers (lower-case names), decoded bytes, and the address that gave it."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    url: str

    @property
    def is_ok(self) -> bool:
        """Tell whether the status says that it was done."""
        return self.status < _OK_UNTIL

    def json(self) -> Any:  # noqa: ANN401 - any JSON value; each adapter checks the shape it needs
        """Return the JSON value. Raises ChannelError ``unreadable``."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            raise ChannelError(Problem.UNREADABLE) from error

    def error(self, *, was_sending: bool = False) -> ChannelError:
        """Return the error that a status means by itself; an adapter that knows better reads the body first.

        After a 5xx to something sent nobody knows whether it arrived.
        """
        problem = _BY_STATUS.get(self.status, Problem.REFUSED)
        if self.status >= _SERVER_ERROR:
            problem = Problem.SERVER_ERROR
        return ChannelError(
            problem,
            retry_after=retry_after(self.headers),
            is_certain=not (was_sending and self.status >= _SERVER_ERROR),
            facts={"status": str(self.status)},
        )


class HttpClient:
    """A client for one network; keeps its connections, used by one thread at a time.

    ``base_url`` is put before addresses that are only a path. ``allow_private`` lets redirects lead to private
    addresses too (a server in the company's own network). ``most_bytes`` bounds an answer after unpacking.
    """

    def __init__(
        self,
        *,
        base_url: str = "",
        headers: Mapping[str, str] | None = None,
        most_bytes: int = MOST_BYTES,
        whole_seconds: float = _WHOLE_SECONDS,
        silent_seconds: float = _SILENT_SECONDS,
        allow_private: bool = False,
        trust: ssl.SSLContext | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._most_bytes = most_bytes
        self._whole_seconds = whole_seconds
        self._allow_private = allow_private
        self._resolve = resolve or places_of
        self._client = httpx2.Client(
            headers={"User-Agent": "Balcao/1", "Accept-Encoding": "gzip", **(headers or {})},
            timeout=httpx2.Timeout(silent_seconds, connect=_CONNECT_SECONDS),
            verify=trust or True,
            follow_redirects=False,
        )
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self.calls = 0
        """How many questions were asked so far; retries count."""

    def get(
        self, url: str, *, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask; what fails for a moment on the way is asked up to three times. Raises ChannelError for the way only."""
        for attempt in stamina.retry_context(on=_is_short, attempts=_TRIES, wait_initial=0.2, wait_max=2.0):
            with attempt:
                return self._ask("GET", url, params=params, headers=headers)
        raise AssertionError("unreachable")

    def get_json(
        self, url: str, *, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
    ) -> Any:  # noqa: ANN401 - any JSON value; each adapter checks the shape it needs
        """Ask and return the JSON value. Raises ChannelError for the way, for any status but 2xx, and for no JSON."""
        answer = self.get(url, params=params, headers=headers)
        if not answer.is_ok:
            raise answer.error()
        return answer.json()

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        json_body: object = None,
        form: Mapping[str, Any] | None = None,
        files: Any = None,  # noqa: ANN401 - httpx2's own union of forms
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send once, never twice. Raises ChannelError for the way; ``is_certain`` False once the request had left."""
        return self._ask(
            method,
            url,
            params=params,
            headers=headers,
            json=json_body,
            data=form,
            files=files,
            content=content,
        )

    def picture(self, url: str, most_bytes: int = MOST_PICTURE) -> bytes | None:
        """Return a small public file that somebody else's text points to; None when it is not to be had.

        Only http(s) at a public address or at the network's own host is asked, once and without any key.
        """
        try:
            address = httpx2.URL(url)
            is_own = bool(self._base_url) and address.host == httpx2.URL(self._base_url).host
            if address.scheme not in {"http", "https"}:
                return None
            places = () if is_own else public_places(address, self._resolve)
            answer = self._ask("GET", url, most_bytes=most_bytes, places=places)
        except (ChannelError, httpx2.InvalidURL, UnicodeError):
            return None
        return answer.content if answer.is_ok and answer.content else None

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def _ask(
        self,
        method: str,
        url: str,
        *,
        most_bytes: int | None = None,
        places: tuple[str, ...] = (),
        **given: Any,  # noqa: ANN401 - httpx2's own arguments
    ) -> Answer:
        with _named_failures(is_sending=False):
            address = httpx2.URL(url if "://" in url else f"{self._base_url}{url}")
        first = address.host
        until = time.monotonic() + self._whole_seconds
        given = {name: value for name, value in given.items() if value is not None}
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._reached(method, address, until, most_bytes or self._most_bytes, places=places, given=given)
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target or method != "GET":
                return answer
            given.pop("params", None)
            origin, address = address, self._followed(address, target, given)
            if not address.host == origin.host == first:
                places = () if self._allow_private else public_places(address, self._resolve)
        raise ChannelError(Problem.ADDRESS_REFUSED, facts={"why": "redirects"})

    def _reached(
        self,
        method: str,
        address: httpx2.URL,
        until: float,
        most: int,
        *,
        places: tuple[str, ...],
        given: Mapping[str, Any],
    ) -> Answer:
        """Ask at the first of these places that can be reached; without any, wherever the name leads."""
        for place in places[:-1]:
            try:
                return self._once(method, address, until, most, asked_at(place, address, given))
            except ChannelError as error:
                if error.problem not in _UNREACHED:
                    raise
        return self._once(method, address, until, most, asked_at(places[-1], address, given) if places else dict(given))

    def _once(self, method: str, address: httpx2.URL, until: float, most: int, given: dict[str, Any]) -> Answer:
        is_sending = method != "GET"
        self.calls += 1
        watch = _Watch(self._sockets, until)
        place = given.pop("place", None)
        given["extensions"] = {**given.get("extensions", {}), "trace": watch.note}
        asked = address if place is None else address.copy_with(host=place)
        with watch, _named_failures(is_sending=is_sending), self._client.stream(method, asked, **given) as response:
            content = _read(response, until, most, is_sending=is_sending)
            headers = {name.lower(): value for name, value in response.headers.items()}
            url = response.url if place is None else response.url.copy_with(host=address.host)
            return Answer(response.status_code, headers, content, str(url))

    def _followed(self, origin: httpx2.URL, target: str, given: dict[str, Any]) -> httpx2.URL:
        """Return where a redirect leads; never to another kind of address, and no key goes along to another host."""
        with _named_failures(is_sending=False):
            address = origin.join(target)
        if address.scheme not in {"http", "https"} or (origin.scheme == "https" and address.scheme == "http"):
            raise ChannelError(Problem.ADDRESS_REFUSED, facts={"why": "scheme"})
        if (address.host, address.port) != (origin.host, origin.port):
            headers = given.get("headers") or {}
            given["headers"] = {name: value for name, value in headers.items() if name.lower() in _MAY_CROSS}
        return address


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> timedelta | None:
    """Return how long the answer asks us to wait: seconds or a date, None where it says nothing readable."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return min(timedelta(seconds=int(value[:9])), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max(until - (now or datetime.now(UTC)), timedelta(0)), _LONGEST_WAIT)


def _read(response: httpx2.Response, until: float, most: int, *, is_sending: bool) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in _unpacked(response, most):
        size += len(part)
        if size > most:
            raise ChannelError(Problem.TOO_LARGE, is_certain=not is_sending)
        if time.monotonic() > until:
            raise ChannelError(Problem.TOO_SLOW, is_certain=not is_sending)
        parts.append(part)
    return b"".join(parts)


def _unpacked(response: httpx2.Response, most: int) -> Iterator[bytes]:
    """Give the bytes of an answer; gzip is unpacked piece by piece, so that a bomb cannot fill the memory."""
    encoding = response.headers.get("content-encoding", "identity").lower()
    if encoding in {"identity", ""}:
        yield from response.iter_raw(_CHUNK)
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise zlib.error("unknown encoding")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    given, is_empty = 0, True
    for packed in response.iter_raw(_CHUNK):
        rest, is_empty = packed, False
        while rest and given <= most:
            part = unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
            given += len(part)
            yield part
    if not (unpacker.eof or is_empty):  # an answer without a body (304) may name an encoding all the same
        raise zlib.error("cut short")


def _is_short(error: Exception) -> bool:
    """Tell whether a question that failed on its way is worth asking again at once."""
    return isinstance(error, ChannelError) and error.problem is Problem.NO_NETWORK


class _Watch:
    """Hangs up when a whole exchange takes too long, headers given drop by drop included."""

    def __init__(self, sockets: weakref.WeakSet[socket.socket], until: float) -> None:
        self._sockets = sockets
        self._timer = threading.Timer(max(until - time.monotonic(), 0), self._hang_up)
        self._timer.daemon = True
        self._has_hung_up = False

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._timer.cancel()
        if self._has_hung_up and isinstance(error, ChannelError):
            raise ChannelError(Problem.TOO_SLOW, is_certain=error.is_certain) from error

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """Remember the socket of each connection that is made (called by the client's own tracing)."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            found = info["return_value"].get_extra_info("socket")
            if found is not None:
                self._sockets.add(found)

    def _hang_up(self) -> None:
        self._has_hung_up = True
        for each in list(self._sockets):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


class _named_failures:  # noqa: N801 - read as a statement
    """Turn what httpx2 raises into ChannelError."""

    def __init__(self, *, is_sending: bool) -> None:
        self._is_sending = is_sending

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, httpx2.HTTPError | httpx2.InvalidURL | zlib.error | ssl.SSLError | UnicodeError):
            problem, had_left = _named(error)
            raise ChannelError(problem, is_certain=not (self._is_sending and had_left)) from error


_NAMES: tuple[tuple[tuple[type[BaseException], ...], Problem, bool], ...] = (
    ((httpx2.InvalidURL, httpx2.UnsupportedProtocol), Problem.ADDRESS_REFUSED, False),
    # A pasted key with a line break or an accent cannot go into a header.
    ((httpx2.LocalProtocolError, UnicodeError), Problem.NO_KEY, False),
    ((httpx2.ConnectTimeout, httpx2.PoolTimeout), Problem.TIMED_OUT, False),
    ((httpx2.TimeoutException,), Problem.TIMED_OUT, True),
    ((httpx2.ConnectError,), Problem.NO_NETWORK, False),
    ((httpx2.DecodingError, zlib.error), Problem.UNREADABLE, True),
)
_CUT = (Problem.NO_NETWORK, True)


def _named(error: BaseException) -> tuple[Problem, bool]:
    """Return the problem and whether the request may have left already."""
    causes = list(_causes(error))
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return Problem.CERTIFICATE_REFUSED, False
    if any(isinstance(each, socket.gaierror) for each in causes):
        return Problem.NAME_NOT_FOUND, False
    return next(((problem, left) for kinds, problem, left in _NAMES if isinstance(error, kinds)), _CUT)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
