"""Speaks with the YouTube Data API: a key to read, a signed-in person to answer, each question with its cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.models.domain.channel_health import Problem
from app.services.channels.base import Account, ChannelError, Credentials
from app.services.channels.graph_reading import date_of, inside, text_of
from app.services.channels.http import Answer, HttpClient
from app.services.channels.youtube_errors import youtube_error
from app.services.channels.youtube_kind import BASE_URL, LIST_UNITS, WRITE_UNITS
from app.services.clock import Clock


class YoutubeClient:
    """Speaks for one channel; ``units`` counts what was spent of the day's quota so far."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        self._wanted = str(account.options.get("channel_id") or "").strip()
        self._credentials = credentials
        self._clock = clock
        self._http = HttpClient(base_url=str(account.options.get("base_url") or BASE_URL))
        self._identity: tuple[str, str, str] | None = None
        self.units = 0
        self.answered_at: datetime = clock.now()

    def identity(self) -> tuple[str, str, str]:
        """Return the channel's id, its title and the list of its videos; asked for once."""
        if self._identity is None:
            wanted = {"forHandle": self._wanted} if self._wanted.startswith("@") else {"id": self._wanted}
            params = wanted if self._wanted else {"mine": "true"}
            found = self.items("/channels", is_person=not self._wanted, part="id,snippet,contentDetails", **params)[0]
            if not found or not isinstance(found[0], dict) or not text_of(found[0], "id"):
                raise ChannelError(Problem.NOT_FOUND, facts={"why": "no_channel"})
            lists = inside(inside(found[0], "contentDetails"), "relatedPlaylists")
            title = text_of(inside(found[0], "snippet"), "title")
            self._identity = text_of(found[0], "id"), title, text_of(lists, "uploads")
        return self._identity

    def items(self, path: str, *, is_person: bool = False, **params: str | int) -> tuple[Sequence[object], str | None]:
        """Ask for a list; return its items and the token of the next page. Raises ChannelError."""
        self.units += LIST_UNITS
        headers = self._bearer() if is_person else self._reading()
        asked = {name: value for name, value in params.items() if value != ""}
        answer = self._http.get(path, params=asked, headers=headers)
        value = self._read(answer, was_sending=False)
        found = value.get("items", [] if text_of(value, "kind") else None)
        if not isinstance(found, list):
            raise ChannelError(Problem.UNREADABLE)
        return found, text_of(value, "nextPageToken") or None

    def write(self, path: str, *, params: Mapping[str, str], body: object = None) -> Mapping[str, Any]:
        """Write once as the signed-in person. Raises ChannelError."""
        headers = self._bearer()
        self.units += WRITE_UNITS
        answer = self._http.send("POST", path, params=params, json_body=body, headers=headers)
        return self._read(answer, was_sending=True)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _read(self, answer: Answer, *, was_sending: bool) -> Mapping[str, Any]:
        self.answered_at = date_of(answer.headers) or self._clock.now()
        if not answer.is_ok:
            raise youtube_error(answer, now=self._clock.now(), was_sending=was_sending)
        if was_sending and not answer.content:
            return {}
        try:
            value = answer.json()
        except ChannelError as error:
            raise ChannelError(Problem.UNREADABLE, is_certain=not was_sending) from error
        if not isinstance(value, dict):
            raise ChannelError(Problem.UNREADABLE, is_certain=not was_sending)
        return value

    def _reading(self) -> Mapping[str, str]:
        """Read with the key where there is one; it goes in a header, never in an address."""
        try:
            key = self._credentials.get("api_key")
        except ChannelError:
            key = ""
        return {"X-Goog-Api-Key": key} if key else self._bearer()

    def _bearer(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self._credentials.access_token()}"}
