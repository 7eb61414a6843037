"""The one way to speak with the Graph API, for Facebook pages and Instagram: token, proof, version, limits, cursors."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

from app.models.domain.channel_health import Problem
from app.services.channels.base import Account, ChannelError, Credentials
from app.services.channels.graph_errors import TOO_MUCH, graph_error
from app.services.channels.graph_form import BASE_URL, VERSION
from app.services.channels.graph_reading import date_of, text_of
from app.services.channels.http import Answer, HttpClient
from app.services.clock import Clock

_FULL, _LESS = 95, 5
_SHORT_REST = timedelta(minutes=5)
_UPLOAD_SECONDS = 90.0
"""Enough for the largest file that may go with an answer, on a slow line."""


class GraphClient:
    """Speaks for one page; the token goes with each request alone.

    ``page_id`` is what stands in the form until the first answer, then the page's id at the network: by it our own
    words are told from those of others.
    """

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        options = account.options
        self.page_id = str(options.get("page_id") or "")
        self.base_url = str(options.get("base_url") or BASE_URL).rstrip("/")
        version = str(options.get("version") or VERSION).strip("/")
        self._app_id = str(options.get("app_id") or "")
        self._credentials = credentials
        self._clock = clock
        self._http = HttpClient(base_url=f"{self.base_url}/{version}")
        self._uploads = HttpClient(base_url=f"{self.base_url}/{version}", whole_seconds=_UPLOAD_SECONDS)
        self._token = ("", "")
        self._rest_until: datetime | None = None
        self._regain: timedelta | None = None
        self.answered_at: datetime = clock.now()
        """The server's own time at its last answer: the only clock by which reading on is safe."""

    @property
    def calls(self) -> int:
        """Return how many questions were asked so far."""
        return self._http.calls + self._uploads.calls

    def get(self, path: str, *, after: str | None = None, **params: str | int) -> Mapping[str, Any]:
        """Ask for a node or a list. Raises ChannelError, ``rate_limited`` too while the page's share is used up."""
        now = self._clock.now()
        if self._rest_until is not None and now < self._rest_until:
            raise ChannelError(Problem.RATE_LIMITED, retry_after=self._rest_until - now)
        asked: dict[str, Any] = {**params, **dict(parse_qsl(after or ""))}
        while True:
            try:
                return self._asked(path, self._page_token(), asked)
            except ChannelError as error:
                limit = int(asked.get("limit", 1))
                if error.facts.get("why") != TOO_MUCH or limit <= 1:
                    raise
                asked["limit"] = limit // _LESS or 1

    def send(self, method: str, path: str, **given: Any) -> Mapping[str, Any]:  # noqa: ANN401 - HttpClient.send's own
        """Send once, never twice; ``given`` are ``form``, ``json_body``, ``files`` and ``params``."""
        token = self._page_token()
        given["params"] = {**given.get("params", {}), **self._proof(token)}
        client = self._uploads if given.get("files") else self._http
        answer = client.send(method, path, headers=_bearer(token), **given)
        return self._read(answer, was_sending=True)

    def renew(self) -> None:
        """Change the pasted token for the page's own lasting one, where the app's id and secret are given."""
        secret = self._secret("app_secret")
        if self._app_id and secret:
            form = {"grant_type": "fb_exchange_token", "client_id": self._app_id, "client_secret": secret}
            form["fb_exchange_token"] = self._credentials.get("token")
            answer = self._http.send("POST", "/oauth/access_token", form=form)
            lasting = self._read(answer, was_sending=False).get("access_token")
            if isinstance(lasting, str) and lasting:
                self._token = ("", "")
                self._credentials.put({"token": self._page_token_of(lasting)})

    def scopes(self) -> frozenset[str]:
        """Return the permissions that the token has. Raises ChannelError."""
        token = self._page_token()
        question = {"method": "GET", "relative_url": f"debug_token?{urlencode({'input_token': token})}"}
        form = {"batch": json.dumps([question]), "include_headers": "false", **self._proof(token)}
        answer = self._http.send("POST", "/", form=form, headers=_bearer(token))  # in the body: no token in an address
        return frozenset(_scopes_in(answer))

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()
        self._uploads.close()

    def _page_token(self) -> str:
        """Return the page's token; a person's or system user's token that was pasted leads to it."""
        pasted = self._credentials.get("token")
        if self._token[0] != pasted:
            self._token = (pasted, self._page_token_of(pasted))
        return self._token[1]

    def _page_token_of(self, token: str) -> str:
        try:
            answer = self._asked(f"/{self.page_id}", token, {"fields": "id,access_token"})
        except ChannelError as error:
            if error.problem not in {Problem.SCOPE_MISSING, Problem.REFUSED}:
                raise
            return token
        self.page_id = text_of(answer, "id") or self.page_id
        return text_of(answer, "access_token") or token

    def _asked(self, path: str, token: str, params: Mapping[str, Any]) -> Mapping[str, Any]:
        answer = self._http.get(path, params={**params, **self._proof(token)}, headers=_bearer(token))
        return self._read(answer, was_sending=False)

    def _proof(self, token: str) -> Mapping[str, str]:
        secret = self._secret("app_secret")
        if not secret:
            return {}
        return {"appsecret_proof": hmac.new(secret.encode(), token.encode(), hashlib.sha256).hexdigest()}

    def _secret(self, key: str) -> str:
        try:
            return self._credentials.get(key)
        except ChannelError:
            return ""

    def _read(self, answer: Answer, *, was_sending: bool) -> Mapping[str, Any]:
        self.answered_at = date_of(answer.headers) or self._clock.now()
        self._note_usage(answer)
        if not answer.is_ok:
            raise graph_error(answer, was_sending=was_sending, regain=self._regain)
        try:
            value = answer.json()
        except ChannelError as error:
            raise ChannelError(Problem.UNREADABLE, is_certain=not was_sending) from error
        if not isinstance(value, dict):
            raise ChannelError(Problem.UNREADABLE, is_certain=not was_sending)
        return value

    def _note_usage(self, answer: Answer) -> None:
        """Rest by ourselves before the network refuses: it tells how much of the page's share is used."""
        uses = list(_uses(answer))
        minutes = max((_number(each.get("estimated_time_to_regain_access")) for each in uses), default=0)
        self._regain = timedelta(minutes=minutes) if minutes else None
        most = max((_number(value) for each in uses for key, value in each.items() if key in _SHARES), default=0)
        if minutes or most >= _FULL:
            self._rest_until = self._clock.now() + (self._regain or _SHORT_REST)


_SHARES = frozenset({"call_count", "total_time", "total_cputime"})


def _uses(answer: Answer) -> Iterator[Mapping[str, Any]]:
    """Give each measure of use that the headers tell, in per cent of what is allowed."""
    for header in ("x-app-usage", "x-page-usage", "x-business-use-case-usage"):
        try:
            value = json.loads(answer.headers.get(header, "{}"))
        except ValueError:
            continue
        if not isinstance(value, dict):
            continue
        yield value
        for each in value.values():
            yield from (inner for inner in (each if isinstance(each, list) else ()) if isinstance(inner, dict))


def _scopes_in(answer: Answer) -> Iterator[str]:
    """Give the permissions out of a batch's only part. Raises ChannelError."""
    if not answer.is_ok:
        raise graph_error(answer)
    try:
        part = answer.json()[0]
        inner = Answer(int(part["code"]), answer.headers, str(part["body"]).encode(), answer.url)
        found = inner.json()
        scopes = [str(each) for each in found["data"]["scopes"]] if inner.is_ok else []
    except (LookupError, TypeError, ValueError) as error:
        raise ChannelError(Problem.UNREADABLE) from error
    if not inner.is_ok:
        raise graph_error(inner)
    yield from scopes


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _bearer(token: str) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {token}"}
