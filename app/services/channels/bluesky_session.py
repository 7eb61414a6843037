"""A session with a Bluesky server: signed in with an app password, renewed when it ends, its refusals named."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, Credentials
from app.services.channels.http import Answer, HttpClient, retry_after
from app.services.channels.shapes import list_at, text_at
from app.services.clock import Clock

_CHAT = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}
_LONGEST = timedelta(days=1)
_BAD_REQUEST, _UNAUTHORIZED, _SERVER_ERROR = 400, 401, 500
_SEALED = "session"
_SESSION = ("accessJwt", "refreshJwt", "did", "handle")
_ENDED = frozenset({"ExpiredToken", "InvalidToken"})
_BY_NAME = {
    "ExpiredToken": Problem.TOKEN_EXPIRED,
    "InvalidToken": Problem.TOKEN_REVOKED,
    "AuthMissing": Problem.TOKEN_REVOKED,
    "AuthenticationRequired": Problem.TOKEN_REVOKED,
    "AuthFactorTokenRequired": Problem.WRONG_PASSWORD,
    "AccountTakedown": Problem.REFUSED,
    "AccountDeactivated": Problem.REFUSED,
    "RateLimitExceeded": Problem.RATE_LIMITED,
    "RecordNotFound": Problem.TARGET_GONE,
    "NotFound": Problem.TARGET_GONE,
    "InvalidConvo": Problem.TARGET_GONE,
    "ConvoLocked": Problem.REFUSED,
    "BlockedActor": Problem.RECIPIENT_REFUSED,
    "BlockedByActor": Problem.RECIPIENT_REFUSED,
    "BlobTooLarge": Problem.FILE_REFUSED,
    "InvalidMimeType": Problem.FILE_REFUSED,
    "XRPCNotSupported": Problem.NOT_SUPPORTED,
    "MethodNotImplemented": Problem.NOT_SUPPORTED,
}


class BlueskySession:
    """Asks one server with one account's session, sealed among the account's secrets.

    Servers allow few sign-ins a day: one session serves every opening until even its renewal is refused.
    """

    def __init__(
        self, *, handle: str, credentials: Credentials, clock: Clock, service: str, follows_document: bool
    ) -> None:
        self._handle = handle.strip().lstrip("@").lower()
        self._credentials = credentials
        self._clock = clock
        self._first_service = self._service = service
        self._follows_document = follows_document
        self._http = HttpClient(base_url=service)
        self._access = self._refresh = ""
        self._own: dict[str, str] = {}

    @property
    def calls(self) -> int:
        """Return how many questions were asked so far."""
        return self._http.calls

    @property
    def did(self) -> str:
        """Return the lasting id of our own account; signs in where that was not done yet."""
        self._signed_in()
        return self._own["did"]

    @property
    def handle(self) -> str:
        """Return the name of our own account as people see it."""
        self._signed_in()
        return self._own["handle"]

    def ask(self, name: str, params: Mapping[str, Any], *, is_chat: bool = False) -> Any:  # noqa: ANN401 - any JSON value
        """Ask (a ``query`` of the lexicons). Raises ChannelError for every refusal."""
        extra = _CHAT if is_chat else {}
        given = {key: value for key, value in params.items() if value is not None and value != ""}
        answer = self._with_session(lambda key: self._http.get(self._url(name), params=given, headers={**key, **extra}))
        if not answer.is_ok:
            raise refusal(answer, now=self._clock.now())
        return answer.json()

    def call(self, name: str, body: Mapping[str, Any], *, is_chat: bool = False) -> Any:  # noqa: ANN401 - any JSON value
        """Do something once (a ``procedure`` of the lexicons); a session that had ended did nothing and is renewed."""
        extra = _CHAT if is_chat else {}
        answer = self._with_session(
            lambda key: self._http.send("POST", self._url(name), json_body=dict(body), headers={**key, **extra})
        )
        return self._done(answer)

    def upload(self, content: bytes, media_type: str) -> Any:  # noqa: ANN401 - any JSON value
        """Upload a file for a post to come; nothing is published by it."""
        answer = self._with_session(
            lambda key: self._http.send(
                "POST",
                self._url("com.atproto.repo.uploadBlob"),
                content=content,
                headers={**key, "Content-Type": media_type},
            )
        )
        return self._done(answer)

    def picture(self, url: str) -> bytes | None:
        """Return a small picture of a post."""
        return self._http.picture(url)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _done(self, answer: Answer) -> Any:  # noqa: ANN401 - any JSON value
        if not answer.is_ok:
            raise refusal(answer, was_sending=True, now=self._clock.now())
        try:
            return answer.json() if answer.content else {}
        except ChannelError as error:
            raise ChannelError(error.problem, is_certain=False) from error

    def _with_session(self, ask: Callable[[dict[str, str]], Answer]) -> Answer:
        self._signed_in()
        answer = ask(_key(self._access))
        if answer.is_ok or _name_of(answer) not in _ENDED or "scope" in _said(answer):
            return answer
        if self._is_taken_up(than=self._access):  # another opening has renewed it meanwhile
            answer = ask(_key(self._access))
            if _name_of(answer) not in _ENDED:
                return answer
        self._renew()
        return ask(_key(self._access))

    def _signed_in(self) -> None:
        if not self._access and not self._is_taken_up():
            self._sign_in()

    def _is_taken_up(self, than: str = "") -> bool:
        """Take up the session that is sealed, if there is one of this name and password, and another ``than`` ours."""
        try:
            kept = json.loads(self._credentials.get(_SEALED))
        except (ChannelError, ValueError):
            return False
        found = {name: text_at(kept, name) for name in _SESSION}
        is_ours = text_at(kept, "for") == self._mark() and text_at(kept, "at") == self._first_service
        if not is_ours or not all(found.values()) or found["accessJwt"] == than:
            return False
        self._take(found)
        self._service = text_at(kept, "service") or self._service
        return True

    def _seal(self) -> None:
        """Keep the session for the next opening; where that fails, this one goes on all the same."""
        kept = {**self._own, "for": self._mark(), "at": self._first_service, "service": self._service}
        with contextlib.suppress(ChannelError):
            self._credentials.put({_SEALED: json.dumps(kept)})

    def _mark(self) -> str:
        """Return what tells a session of another name or password apart, without holding either."""
        password = self._credentials.get("password").strip()
        return hashlib.sha256(f"{self._handle}\n{password}".encode()).hexdigest()

    def _take(self, session: Mapping[str, str]) -> None:
        self._access, self._refresh = session["accessJwt"], session["refreshJwt"]
        self._own = dict(session)

    def _sign_in(self) -> None:
        body = {"identifier": self._handle, "password": self._credentials.get("password").strip()}
        answer = self._about_session("createSession", json_body=body)
        if answer.status == _UNAUTHORIZED:
            raise ChannelError(Problem.WRONG_PASSWORD, facts={"status": str(answer.status)})
        self._keep(answer)

    def _renew(self) -> None:
        answer = self._about_session("refreshSession", headers=_key(self._refresh))
        if answer.status in {_BAD_REQUEST, _UNAUTHORIZED}:
            self._sign_in()
        else:
            self._keep(answer)

    def _about_session(self, name: str, **given: Any) -> Answer:  # noqa: ANN401 - HttpClient's own arguments
        try:
            return self._http.send("POST", self._url(f"com.atproto.server.{name}"), **given)
        except ChannelError as error:  # whatever became of the session, nothing was published
            raise ChannelError(error.problem, retry_after=error.retry_after, facts=error.facts) from error

    def _keep(self, answer: Answer) -> None:
        if not answer.is_ok:
            raise refusal(answer, now=self._clock.now())
        session = answer.json()
        found = {name: text_at(session, name) for name in _SESSION}
        if not all(found.values()):
            raise ChannelError(Problem.UNREADABLE, facts={"missing": "session"})
        self._take(found)
        if self._follows_document:
            self._service = server_of(session) or self._service
        self._seal()

    def _url(self, name: str) -> str:
        return f"{self._service}/xrpc/{name}"


def refusal(answer: Answer, *, was_sending: bool = False, now: datetime | None = None) -> ChannelError:
    """Return what a refusal means, by the name that its body gives."""
    name, said = _name_of(answer), _said(answer)
    problem = _BY_NAME.get(name)
    if name in _ENDED and "scope" in said:
        problem = Problem.SCOPE_MISSING
    elif name == "InvalidRequest" and "grapheme" in said:
        problem = Problem.TEXT_TOO_LONG
    elif name == "InvalidRequest" and "could not locate" in said:
        problem = Problem.TARGET_GONE
    elif name == "InvalidRequest" and ("recipient" in said or "block" in said):
        problem = Problem.RECIPIENT_REFUSED
    elif name in {"InvalidRequest", "InvalidRecord"} and was_sending:
        problem = Problem.TEXT_REFUSED
    if problem is None or answer.status >= _SERVER_ERROR:
        return answer.error(was_sending=was_sending)
    wait = retry_after(answer.headers) or _until_reset(answer, now)
    return ChannelError(
        problem, retry_after=wait if problem is Problem.RATE_LIMITED else None, facts={"status": str(answer.status)}
    )


def _key(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _name_of(answer: Answer) -> str:
    return _body(answer, "error")


def _said(answer: Answer) -> str:
    return _body(answer, "message").lower()


def _body(answer: Answer, key: str) -> str:
    try:
        return text_at(answer.json(), key)
    except ChannelError:
        return ""


def _until_reset(answer: Answer, now: datetime | None) -> timedelta | None:
    reset = answer.headers.get("ratelimit-reset", "")
    if now is None or not (reset.isascii() and reset.isdecimal()):
        return None
    return min(max(timedelta(seconds=int(reset[:12]) - now.timestamp()), timedelta(0)), _LONGEST)


def server_of(session: object) -> str:
    """Return the account's own server from its document, "" where it names none that is encrypted."""
    for each in list_at(session, "didDoc", "service"):
        if text_at(each, "id").endswith("#atproto_pds"):
            address = text_at(each, "serviceEndpoint").rstrip("/")
            if address.startswith("https://") and urlsplit(address).hostname:
                return address
    return ""
