"""Signs an account in with the person's own browser: loopback redirect, PKCE, and renewal of what was given."""

from __future__ import annotations

import html
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs, urlsplit

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import OAuthPlan
from app.services.account_secrets import Renew
from app.services.cancel import CancelToken
from app.services.channels.base import ChannelError
from app.services.clock import Clock
from app.services.errors import Unavailable

if TYPE_CHECKING:
    from authlib.integrations.httpx_client import OAuth2Client

_VERIFIER_BYTES = 48
_LOOPBACK = "127.0.0.1"
_PATH = "/balcao"
_TIMEOUT = 20.0
_STEP_SECONDS = 0.2
_POLL_SECONDS = 0.05  # how often the listener looks whether it may end: who closes it waits for that
_PATIENCE = timedelta(minutes=10)
_USUAL_LIFE = timedelta(hours=1)
_EXPIRED = frozenset({"invalid_grant", "expired_token", "interaction_required"})


class BrowserSignIn:
    """One sign-in: ``address`` is opened in the browser, ``wait`` returns what the provider gave.

    ``options`` and ``secrets`` are the account's form, which holds the company's own client id. ``done_text`` and
    ``failed_text`` are what the browser shows at the end, in the person's language.
    """

    def __init__(
        self,
        *,
        plan: OAuthPlan,
        options: Mapping[str, Any],
        secrets: Mapping[str, str],
        clock: Clock,
        done_text: str,
        failed_text: str,
    ) -> None:
        self._plan, self._options, self._secrets, self._clock = plan, options, secrets, clock
        self._answer: dict[str, str] = {}
        self._server = _listening(self._take, plan.port)
        self._texts = (done_text, failed_text)
        self._verifier = token_urlsafe(_VERIFIER_BYTES)
        self._redirect = f"http://{plan.host}:{self._server.server_address[1]}{_PATH}"
        with self._client() as client:
            address, self._state = client.create_authorization_url(
                _filled(plan.authorize_url, options), code_verifier=self._verifier, **dict(plan.extra)
            )
        self.address: str = address
        """Where the person signs in."""
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), name="sign-in", daemon=True
        )
        self._thread.start()

    def wait(self, cancel: CancelToken, patience: timedelta = _PATIENCE) -> dict[str, str]:
        """Return access_token, refresh_token and expires_at (ISO) as soon as the browser comes back; blocks.

        Raises:
            ChannelError: ``timed_out``, ``refused`` when the person or the provider said no, problems of the way.
            Cancelled: when ``cancel`` is set.
        """
        until = time.monotonic() + patience.total_seconds()
        try:
            while not self._answer:
                cancel.raise_if_cancelled()
                if time.monotonic() > until:
                    raise ChannelError(Problem.TIMED_OUT)
                time.sleep(_STEP_SECONDS)
            return self._exchange()
        finally:
            self.close()

    def close(self) -> None:
        """Stop listening; may be called twice."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _take(self, query: Mapping[str, str]) -> str | None:
        """Take what the browser brought; return the page to show, None for a request that is not ours."""
        if self._answer or query.get("state") != self._state or not ({"code", "error"} & query.keys()):
            return None
        self._answer = dict(query)
        return self._texts[0] if "code" in query else self._texts[1]

    def _exchange(self) -> dict[str, str]:
        if "code" not in self._answer:
            raise ChannelError(Problem.REFUSED, facts={"why": self._answer.get("error", "")[:40]})
        with self._client() as client, _named():
            token = client.fetch_token(
                _filled(self._plan.token_url, self._options),
                code=self._answer["code"],
                code_verifier=self._verifier,
                grant_type="authorization_code",
            )
        return _kept(token, self._clock.now())

    def _client(self) -> OAuth2Client:
        return _client(self._plan, self._options, self._secrets, self._redirect)


def renewer(plan: OAuthPlan, options: Mapping[str, Any], clock: Clock) -> Renew:
    """Return what makes a fresh access token of the account's secrets. It raises ChannelError ``token_expired``."""

    def renew(secrets: Mapping[str, str]) -> Mapping[str, str]:
        with _client(plan, options, secrets, "") as client, _named():
            token = client.refresh_token(_filled(plan.token_url, options), refresh_token=secrets["refresh_token"])
        return _kept(token, clock.now())

    return renew


def _client(plan: OAuthPlan, options: Mapping[str, Any], secrets: Mapping[str, str], redirect: str) -> OAuth2Client:
    from authlib.integrations.httpx_client import OAuth2Client  # noqa: PLC0415 - loaded when somebody signs in

    given = {**options, **secrets}
    secret = given.get(plan.client_secret_field or "", "")
    return OAuth2Client(
        client_id=given.get(plan.client_id_field, ""),
        client_secret=secret or None,
        token_endpoint_auth_method="client_secret_post" if secret else "none",
        scope=" ".join(plan.scopes),
        redirect_uri=redirect,
        code_challenge_method="S256",
        timeout=_TIMEOUT,
    )


def _filled(address: str, options: Mapping[str, Any]) -> str:
    return address.format_map({name: str(value).rstrip("/") for name, value in options.items()})


def _kept(token: Mapping[str, Any], now: datetime) -> dict[str, str]:
    # By the team's clock, as whoever reads it compares: a workstation's own may be hours off.
    access = token.get("access_token")
    if not isinstance(access, str) or not access:
        raise ChannelError(Problem.UNREADABLE)
    kept = {"access_token": access}
    if token.get("refresh_token"):
        kept["refresh_token"] = str(token["refresh_token"])
    seconds = str(token.get("expires_in") or "")
    life = timedelta(seconds=int(seconds)) if seconds.isdecimal() else _USUAL_LIFE
    if seconds or "refresh_token" in kept:
        kept["expires_at"] = (now + life).isoformat()
    return kept


class _named:  # noqa: N801 - read as a statement
    """Turn what Authlib and httpx2 raise into ChannelError."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is None:
            return
        import httpx2  # noqa: PLC0415 - loaded when somebody signs in, as what raised this
        from authlib.integrations.base_client.errors import OAuthError  # noqa: PLC0415 - the same
        from authlib.oauth2.base import OAuth2Error  # noqa: PLC0415 - the same

        if isinstance(error, OAuthError | OAuth2Error):
            code = str(getattr(error, "error", "") or "")
            problem = Problem.TOKEN_EXPIRED if code in _EXPIRED else Problem.REFUSED
            raise ChannelError(problem, facts={"why": code[:40]}) from error
        if isinstance(error, httpx2.HTTPStatusError):
            raise ChannelError(Problem.SERVER_ERROR) from error
        if isinstance(error, httpx2.TimeoutException):
            raise ChannelError(Problem.TIMED_OUT) from error
        if isinstance(error, httpx2.HTTPError):
            raise ChannelError(Problem.NO_NETWORK) from error
        if isinstance(error, ValueError):
            raise ChannelError(Problem.UNREADABLE) from error


Take = Callable[[Mapping[str, str]], str | None]


def _listening(take: Take, port: int) -> _LoopbackServer:
    try:
        return _LoopbackServer(take, port)
    except OSError as error:
        raise Unavailable("sign_in_port_taken", port=port) from error


class _LoopbackServer(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs share the port

    def __init__(self, take: Take, port: int) -> None:
        super().__init__((_LOOPBACK, port), _Handler)
        self.take = take


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Take the provider's redirect and say in the browser how it went."""
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        text = cast("_LoopbackServer", self.server).take(query) if parts.path == _PATH else None
        body = f"<!doctype html><meta charset=utf-8><title>Balcão</title><p>{html.escape(text or '')}</p>".encode()
        self.send_response(200 if text is not None else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Keep codes out of every log."""
