"""The questions that are put to a Mastodon server, each with its key and its refusals named."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, Credentials, OutgoingFile
from app.services.channels.http import Answer, HttpClient
from app.services.channels.mastodon_reading import next_token, refusal
from app.services.channels.shapes import list_at, needed_list, number_at, text_at
from app.services.clock import Clock

PAGE = 40
_DEFAULT_LENGTH = 500
_UPLOAD_TRIES, _UPLOAD_PAUSE = 20, 0.5
_GONE, _REFUSED_TEXT, _IN_WORK = frozenset({404, 410}), 422, frozenset({202, 206})
_UPLOAD_SECONDS = 90.0
"""Enough for the largest file that may go with an answer, on a slow line."""


class MastodonServer:
    """One server, asked with one account's key. ``host`` is its name in lower case."""

    def __init__(self, *, address: str, base_url: str, credentials: Credentials, clock: Clock) -> None:
        self.host = (urlsplit(_with_scheme(address)).hostname or "").lower()
        self._http = HttpClient(base_url=_with_scheme(base_url or address))
        self._uploads = HttpClient(base_url=_with_scheme(base_url or address), whole_seconds=_UPLOAD_SECONDS)
        self._credentials = credentials
        self._clock = clock
        self._me: Any = None
        self._most_length = 0

    @property
    def calls(self) -> int:
        """Return how many questions were asked so far."""
        return self._http.calls + self._uploads.calls

    def ask(self, path: str, query: Mapping[str, Any] | None = None) -> Answer:
        """Ask and return the answer. Raises ChannelError for every status but 2xx."""
        answer = self._http.get(path, params=query, headers=self._key())
        if not answer.is_ok:
            raise refusal(answer, now=self._clock.now())
        return answer

    def page(self, path: str, query: Mapping[str, Any], token: str) -> tuple[list[Any], str]:
        """Return a page of a list and where the next one is ("" = there is none)."""
        older = {"max_id": token} if token else {}
        answer = self.ask(quote(path), {**query, "limit": PAGE, **older})
        return needed_list(answer.json()), next_token(answer)

    def found(self, words: str, token: str) -> tuple[list[Any], str]:
        """Return a page of posts with words in their text, as far as the server searches texts at all."""
        query = {"q": words, "type": "statuses", "limit": PAGE, "offset": token or "0"}
        found = needed_list(self.ask("/api/v2/search", query).json(), "statuses")
        return found, str(int(token or "0") + len(found)) if len(found) == PAGE else ""

    def post(self, path: str, body: Mapping[str, Any], *, key: str = "") -> Any:  # noqa: ANN401 - any JSON value
        """Send once; the server knows a second sending under the same ``key``."""
        headers = {**self._key(), **({"Idempotency-Key": key} if key else {})}
        answer = self._http.send("POST", path, json_body=dict(body), headers=headers)
        if answer.status in _GONE:
            raise ChannelError(Problem.TARGET_GONE, facts={"status": str(answer.status)})
        if not answer.is_ok:
            raise refusal(answer, was_sending=True, now=self._clock.now())
        try:
            return answer.json()
        except ChannelError as error:
            raise ChannelError(error.problem, is_certain=False) from error

    def status(self, status_id: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return a post, None when it is gone."""
        return self._unless_gone(f"/api/v1/statuses/{status_id}")

    def ancestors(self, status_id: str) -> list[Any]:
        """Return the posts that a post answers, oldest first."""
        return list_at(self._unless_gone(f"/api/v1/statuses/{status_id}/context"), "ancestors")

    def first_content(self, status_id: str) -> str:
        """Return what an edited post said at first (HTML), "" where the server does not tell."""
        return text_at(self._unless_gone(f"/api/v1/statuses/{status_id}/history"), 0, "content")

    def myself(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return our own account; asked once."""
        if self._me is None:
            self._me = self.ask("/api/v1/accounts/verify_credentials").json()
        return self._me

    def my_id(self) -> str:
        """Return the server's id of our own account."""
        found = text_at(self.myself(), "id")
        if not found:
            raise ChannelError(Problem.UNREADABLE, facts={"missing": "id"})
        return found

    def most_length(self) -> int:
        """Return how long a post may be here; asked once. Older servers tell it elsewhere."""
        for path in ("/api/v2/instance", "/api/v1/instance"):
            if not self._most_length:
                told = self._unless_gone(path)
                found = number_at(told, "configuration", "statuses", "max_characters")
                self._most_length = found or number_at(told, "max_toot_chars") or 0
        return self._most_length or _DEFAULT_LENGTH

    def upload(self, file: OutgoingFile) -> str:
        """Upload a file for a post to come and return its id; nothing is published by it."""
        try:
            return self._uploaded(file)
        except ChannelError as error:
            problem = Problem.FILE_REFUSED if error.problem in _FILE_PROBLEMS else error.problem
            raise ChannelError(problem, retry_after=error.retry_after, facts={"file": file.media_type}) from error

    def try_writing(self) -> None:
        """Send an empty post, which no server publishes: refused as empty means that we may write."""
        answer = self._http.send("POST", "/api/v1/statuses", json_body={"status": ""}, headers=self._key())
        if answer.status != _REFUSED_TEXT:
            raise refusal(answer, now=self._clock.now())

    def picture(self, url: str) -> bytes | None:
        """Return a small picture of a post."""
        return self._http.picture(url)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()
        self._uploads.close()

    def _uploaded(self, file: OutgoingFile) -> str:
        files = {"file": (file.name, file.content, file.media_type)}
        answer = self._uploads.send("POST", "/api/v2/media", files=files, headers=self._key())
        media_id = text_at(answer.json(), "id") if answer.is_ok else ""
        for _ in range(_UPLOAD_TRIES):
            if answer.status not in _IN_WORK:
                break
            time.sleep(_UPLOAD_PAUSE)
            answer = self._http.get(f"/api/v1/media/{media_id}", headers=self._key())
        if not answer.is_ok or answer.status in _IN_WORK or not media_id:
            raise refusal(answer, now=self._clock.now())
        return media_id

    def _unless_gone(self, path: str) -> Any:  # noqa: ANN401 - any JSON value
        answer = self._http.get(path, headers=self._key())
        if answer.status in _GONE:
            return None
        if not answer.is_ok:
            raise refusal(answer, now=self._clock.now())
        return answer.json()

    def _key(self) -> dict[str, str]:
        """Return the key of one question: a pasted token, else that of the sign-in in the browser."""
        try:
            token = self._credentials.get("token").strip()
        except ChannelError:
            token = ""
        return {"Authorization": f"Bearer {token or self._credentials.access_token()}"}


_FILE_PROBLEMS = frozenset({Problem.TEXT_REFUSED, Problem.TEXT_TOO_LONG, Problem.REFUSED, Problem.UNREADABLE})


def _with_scheme(address: str) -> str:
    bare = address.strip().rstrip("/")
    return bare if "://" in bare else f"https://{bare}"
