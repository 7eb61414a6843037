"""Turns the key file of a Google service account into the short-lived tokens with which Google Play is asked."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, Credentials
from app.services.channels.google_play_kind import SECRET
from app.services.channels.http import Answer, HttpClient
from app.services.channels.loose_json import mapping, whole
from app.services.channels.shapes import text_at
from app.services.clock import Clock

_SCOPE = "https://www.googleapis.com/auth/androidpublisher"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_LIFE = timedelta(minutes=55)
_EARLY = timedelta(minutes=2)


class ServiceAccountKey:
    """The token of one service account, asked for anew when it is about to expire."""

    def __init__(self, *, credentials: Credentials, http: HttpClient, clock: Clock) -> None:
        self._credentials, self._http, self._clock = credentials, http, clock
        self._token = ""
        self._until: datetime | None = None

    def token(self) -> str:
        """Return a token that still holds. Raises ChannelError ``no_key``, ``token_revoked`` or ``clock_wrong``."""
        now = self._clock.now()
        if self._until is None or now >= self._until:
            self._renew(now)
        return self._token

    def forget(self) -> None:
        """Ask for a new token next time."""
        self._until = None

    def _renew(self, now: datetime) -> None:
        key = _key_file(self._credentials.get(SECRET))
        address = text_at(key.get("token_uri"))
        form = {"grant_type": _GRANT, "assertion": _signed(key, address, now)}
        # Nothing is published by asking for a token, so whatever happens on the way is certain.
        try:
            answer = self._http.send("POST", address, form=form)
        except ChannelError as error:
            raise ChannelError(error.problem, retry_after=error.retry_after) from error
        if not answer.is_ok:
            raise _refused(answer)
        given = mapping(answer.json())
        self._token = text_at(given.get("access_token"))
        if not self._token:
            raise ChannelError(Problem.UNREADABLE)
        seconds = whole(given.get("expires_in"))
        self._until = now + (timedelta(seconds=seconds) if seconds else _LIFE) - _EARLY


def _key_file(secret: str) -> Mapping[str, object]:
    try:
        key = mapping(json.loads(secret))
    except ValueError:
        key = {}
    address = text_at(key.get("token_uri"))
    is_safe = address.startswith(("https://", "http://127.0.0.1:", "http://localhost:"))
    if not is_safe or not text_at(key.get("client_email")) or not key.get("private_key"):
        raise ChannelError(Problem.NO_KEY, facts={"why": "not_a_key_file"})
    return key


def _signed(key: Mapping[str, object], audience: str, now: datetime) -> str:
    """Return the signed claim (RS256) that Google exchanges for a token."""
    try:
        private = load_pem_private_key(str(key["private_key"]).encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ChannelError(Problem.NO_KEY, facts={"why": "not_a_key_file"}) from error
    if not isinstance(private, RSAPrivateKey):
        raise ChannelError(Problem.NO_KEY, facts={"why": "not_a_key_file"})
    at = int(now.timestamp())
    head = {"alg": "RS256", "typ": "JWT", "kid": text_at(key.get("private_key_id"))}
    claim = {"iss": text_at(key.get("client_email")), "scope": _SCOPE, "aud": audience, "iat": at, "exp": at + 3600}
    signed = f"{_part(json.dumps(head).encode())}.{_part(json.dumps(claim).encode())}"
    return f"{signed}.{_part(private.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def _part(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _refused(answer: Answer) -> ChannelError:
    try:
        body = mapping(answer.json())
    except ChannelError:
        body = {}
    told = text_at(body.get("error_description")).lower()
    if text_at(body.get("error")) == "invalid_grant":
        is_clock = "timeframe" in told or "short-lived" in told
        return ChannelError(Problem.CLOCK_WRONG if is_clock else Problem.TOKEN_REVOKED)
    return answer.error()
