"""The way to X: who we are there, what is asked and told, pictures brought and fetched, every refusal with its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, Credentials, OutgoingFile
from app.services.channels.http import Answer, HttpClient
from app.services.channels.loose_json import mapping
from app.services.channels.shapes import text_at
from app.services.channels.x_errors import refusal
from app.services.channels.x_kind import MOST_PICTURE
from app.services.channels.x_posts import Us
from app.services.clock import Clock

USER_FIELDS = {"user.fields": "name,public_metrics,username"}
_UPLOAD_SECONDS = 90.0
"""Enough for the largest file that may go with an answer, on a slow line."""
_PICTURE_HOSTS = ("twimg.com",)


class XDoor:
    """X as our account sees it."""

    def __init__(self, *, base_url: str, credentials: Credentials, clock: Clock) -> None:
        self._http = HttpClient(base_url=base_url)
        self._uploads = HttpClient(base_url=base_url, whole_seconds=_UPLOAD_SECONDS)
        self._pictures = HttpClient(most_bytes=MOST_PICTURE)
        self._own_host = urlsplit(base_url).hostname or ""
        self._credentials, self._clock = credentials, clock
        self._us: Us | None = None

    @property
    def calls(self) -> int:
        """How many questions were asked so far."""
        return self._http.calls + self._uploads.calls

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()
        self._uploads.close()
        self._pictures.close()

    def download(self, address: str) -> bytes | None:
        """Return a public picture; one that cannot be had does not keep its post back."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        is_xs = parts.scheme == "https" and any(host == each or host.endswith(f".{each}") for each in _PICTURE_HOSTS)
        if host != self._own_host and not is_xs:
            return None
        try:
            answer = self._pictures.get(address)
        except ChannelError:
            return None
        return answer.content if answer.is_ok else None

    def upload(self, file: OutgoingFile, *, is_private: bool) -> str:
        """Bring a picture to X. Nobody sees it yet, so whatever goes wrong is certain."""
        kind = "gif" if file.media_type == "image/gif" else "image"
        form = {"media_category": f"{'dm' if is_private else 'tweet'}_{kind}"}
        files = {"media": (file.name, file.content, file.media_type)}
        try:
            answer = self._uploads.send("POST", "/2/media/upload", form=form, files=files, headers=self._signed_in())
            key = text_at(mapping(self.body_of(answer).get("data")).get("id"))
        except ChannelError as error:
            problem = Problem.FILE_REFUSED if error.problem is Problem.REFUSED else error.problem
            raise ChannelError(problem, retry_after=error.retry_after) from error
        if not key:
            raise ChannelError(Problem.FILE_REFUSED)
        return key

    def who_we_are(self) -> Us:
        """Return our own account."""
        if self._us is None:
            me = mapping(self.body_of(self.ask("/2/users/me", USER_FIELDS)).get("data"))
            if not text_at(me.get("id")):
                raise ChannelError(Problem.UNREADABLE)
            self._us = Us(text_at(me.get("id")), text_at(me.get("username")))
        return self._us

    def ask(self, path: str, values: Mapping[str, Any]) -> Answer:
        """Ask; the answer may be a refusal."""
        return self._http.get(path, params=values, headers=self._signed_in())

    def body_of(self, answer: Answer) -> Mapping[str, Any]:
        """Return the object that an answer is. Raises ChannelError with what X says, or ``unreadable``."""
        if not answer.is_ok:
            raise refusal(answer, self._clock.now(), was_sending=False)
        body = answer.json()
        if not isinstance(body, dict):
            raise ChannelError(Problem.UNREADABLE)
        return body

    def told(self, method: str, path: str, values: Mapping[str, Any] | None) -> Mapping[str, Any]:
        """Do something at X and return what it says was done."""
        answer = self._http.send(method, path, json_body=values, headers=self._signed_in())
        if not answer.is_ok:
            raise refusal(answer, self._clock.now(), was_sending=True)
        try:
            return mapping(mapping(answer.json()).get("data"))
        except ChannelError as error:
            raise ChannelError(Problem.UNREADABLE, is_certain=False) from error

    def _signed_in(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._credentials.access_token()}"}
