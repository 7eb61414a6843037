"""The browser sign-in against a provider on loopback: redirect, PKCE, state, renewal, and what goes wrong."""

from __future__ import annotations

import base64
import json
import socket
import threading
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from app.models.domain.channel_kind import OAuthPlan
from app.services.cancel import Cancelled, CancelToken
from app.services.channels.base import ChannelError
from app.services.clock import SystemClock
from app.services.errors import Unavailable
from app.services.oauth import BrowserSignIn, renewer


class Provider(ThreadingHTTPServer):
    """A provider that checks PKCE and gives tokens; ``mood`` makes it fail."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Provides)
        self.challenges: dict[str, str] = {}
        self.forms: list[dict[str, str]] = []
        self.mood = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def consent(self, address: str) -> dict[str, str]:
        """Do what a person does in the browser up to the redirect; return its query."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.challenges["code-1"] = query["code_challenge"]
        return query


class _Provides(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        form = {name: values[0] for name, values in parse_qs(self.rfile.read(size).decode()).items()}
        self.server.forms.append(form)
        status, body = self._answer(form)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

    def _answer(self, form: dict[str, str]) -> tuple[int, object]:
        if self.server.mood == "down":
            return 503, b"later"
        if self.server.mood == "rubbish":
            return 200, b"<html>"
        if form["grant_type"] == "refresh_token":
            if self.server.mood == "revoked":
                return 400, {"error": "invalid_grant"}
            return 200, {"access_token": "second", "token_type": "Bearer", "expires_in": 600}
        wanted = base64.urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
        if self.server.challenges.get(form["code"]) != wanted:
            return 400, {"error": "invalid_request"}
        return 200, {"access_token": "first", "refresh_token": "r1", "token_type": "Bearer", "expires_in": "3600"}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Be quiet."""


@pytest.fixture
def provider() -> Iterator[Provider]:
    server = Provider()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def plan() -> OAuthPlan:
    return OAuthPlan("{server}/authorize", "{server}/token", ("read", "write"), extra=(("prompt", "consent"),))


def _sign_in(provider: Provider, plan: OAuthPlan) -> BrowserSignIn:
    return BrowserSignIn(
        plan=plan,
        options={"server": provider.url, "client_id": "balcao"},
        secrets={},
        clock=SystemClock(),
        done_text="Pronto, pode voltar ao Balcão.",
        failed_text="Não deu certo.",
    )


def _come_back(query: dict[str, str], **answer: str) -> str:
    # The address is always this loopback server's own redirect.
    with urllib.request.urlopen(f"{query['redirect_uri']}?{urlencode(answer)}", timeout=10) as page:  # noqa: S310 - a loopback redirect of this very test
        return str(page.read().decode())


def test_a_sign_in_from_the_browser_to_the_token(provider: Provider, plan: OAuthPlan) -> None:
    sign_in = _sign_in(provider, plan)
    query = provider.consent(sign_in.address)
    assert (query["code_challenge_method"], query["scope"], query["prompt"]) == ("S256", "read write", "consent")
    assert urlsplit(query["redirect_uri"]).hostname == "127.0.0.1"
    with pytest.raises(HTTPError):
        _come_back(query, code="code-1", state="forged")
    assert "Pronto, pode voltar" in _come_back(query, code="code-1", state=query["state"])
    got = sign_in.wait(CancelToken())
    assert (got["access_token"], got["refresh_token"]) == ("first", "r1")
    assert datetime.fromisoformat(got["expires_at"]).tzinfo is not None
    assert provider.forms[0]["redirect_uri"] == query["redirect_uri"]
    assert "client_secret" not in provider.forms[0]


def test_a_person_who_says_no(provider: Provider, plan: OAuthPlan) -> None:
    sign_in = _sign_in(provider, plan)
    query = provider.consent(sign_in.address)
    assert "Não deu certo" in _come_back(query, error="access_denied", state=query["state"])
    with pytest.raises(ChannelError, match="refused"):
        sign_in.wait(CancelToken())


def test_nobody_comes_back(provider: Provider, plan: OAuthPlan) -> None:
    with pytest.raises(ChannelError, match="timed_out"):
        _sign_in(provider, plan).wait(CancelToken(), timedelta(0))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        _sign_in(provider, plan).wait(cancel)


@pytest.mark.parametrize(
    ("mood", "code"), [("down", "server_error"), ("rubbish", "unreadable"), ("revoked", "expired")]
)
def test_renewal(provider: Provider, plan: OAuthPlan, mood: str, code: str) -> None:
    renew = renewer(plan, {"server": provider.url, "client_id": "balcao"}, SystemClock())
    assert renew({"refresh_token": "r1"})["access_token"] == "second"
    assert provider.forms[-1]["refresh_token"] == "r1"
    provider.mood = mood
    with pytest.raises(ChannelError, match=code):
        renew({"refresh_token": "r1"})


def test_a_provider_that_is_not_there(plan: OAuthPlan) -> None:
    renew = renewer(plan, {"server": "http://127.0.0.1:9", "client_id": "balcao"}, SystemClock())
    with pytest.raises(ChannelError, match="no_network"):
        renew({"refresh_token": "r1"})


def test_a_fixed_port_and_one_that_is_taken(provider: Provider) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    plan = OAuthPlan("{server}/authorize", "{server}/token", ("read",), port=port)
    first = _sign_in(provider, plan)
    assert f"127.0.0.1%3A{port}%2Fbalcao" in first.address
    first.close()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(Unavailable, match="sign_in_port_taken"):
            _sign_in(provider, plan)
