"""The questions that are put to a Discourse forum, each with its key and its refusals named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlsplit

from app.models.domain.channel_health import Problem
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import ChannelError, Credentials, OutgoingFile, OutgoingReply, Receipt
from app.services.channels.discourse_reading import (
    LIKE,
    global_id,
    has_our_like,
    local_id,
    permalink,
    raw_of,
    refusal,
)
from app.services.channels.http import Answer, HttpClient
from app.services.channels.shapes import dig, list_at, moment, needed_list, number_at, text_at

_GONE = frozenset({404, 410})
_NOT_YET = frozenset({400, 422})
_STEP, _MOST_EMPTY, _MOST_LOOKED = 50, 40, 10
_SENT_BEFORE = timedelta(minutes=2)
_WINDOWS = "w"
_UPLOAD_SECONDS = 90.0
"""Enough for the largest file that may go with an answer, on a slow line."""
_FILE_PROBLEMS = frozenset({Problem.TEXT_REFUSED, Problem.TEXT_TOO_LONG, Problem.REFUSED})


class DiscourseForum:
    """One forum, asked with one account's key (without one, only what everybody sees). ``base`` is its address."""

    def __init__(
        self, *, address: str, base_url: str, username: str, private_title: str, credentials: Credentials
    ) -> None:
        self.base = _with_scheme(address or base_url)
        self.host = (urlsplit(self.base).hostname or "").lower()
        self.username = username.strip().lstrip("@").lower()
        self._private_title = private_title
        self._http = HttpClient(base_url=_with_scheme(base_url or address), headers={"Accept": "application/json"})
        self._uploads = HttpClient(
            base_url=_with_scheme(base_url or address),
            headers={"Accept": "application/json"},
            whole_seconds=_UPLOAD_SECONDS,
        )
        self._credentials = credentials

    @property
    def calls(self) -> int:
        """Return how many questions were asked so far."""
        return self._http.calls + self._uploads.calls

    def newest(self, token: str, *, is_private: bool) -> tuple[list[Any], str]:
        """Return a page of posts, public or written to us, and where the next one is.

        Today's forums give the fifty posts before an id, so that an empty page is the end. Those of before gave what
        stands among fifty ids, the named one included: there a page may be empty though there are older posts.
        """
        path, root = ("/private-posts.json", "private_posts") if is_private else ("/posts.json", "latest_posts")
        before, empty, has_windows = _place_of(token)
        posts = needed_list(self._ask(path, {"before": before} if before else {}).json(), root)
        if before and not has_windows and before in _ids_of(posts):
            has_windows = True
            posts = [each for each in posts if number_at(each, "id") != before]  # it came with the page before
        ids = _ids_of(posts)
        if not has_windows:
            following = min(ids, default=0)
            return posts, str(following) if 0 < following < (before or following + 1) else ""
        empty = 0 if ids else empty + 1
        following = min(ids) - 1 if ids else before - _STEP
        return posts, f"{_WINDOWS}{following}:{empty}" if following > 0 and empty < _MOST_EMPTY else ""

    def found(self, words: str, token: str) -> tuple[list[Any], str]:
        """Return a page of posts with words in them; only their beginnings are told."""
        page = int(token or "1")
        query = {"q": f'"{words}" order:latest', "page": page}
        result = self._ask("/search.json", query).json()
        if isinstance(result, list):  # forums of long ago told topics only
            return self._first_posts(result), ""
        has_more = dig(result, "grouped_search_result", "more_full_page_results") is True
        return list_at(result, "posts"), str(page + 1) if has_more else ""

    def one(self, post_id: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return a post, None when it is gone."""
        post = self._unless_gone(f"/posts/{quote(post_id, safe='')}.json")
        return None if dig(post, "deleted_at") else post

    def by_number(self, topic: str, number: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return a post by its number in its topic, None when it is gone."""
        return self._unless_gone(f"/posts/by_number/{quote(topic, safe='')}/{quote(number, safe='')}.json")

    def post(self, reply: OutgoingReply) -> Receipt:
        """Publish an answer in its topic, or a private message to the author of what is answered."""
        body = {**self._place(reply), "raw": reply.text}
        if reply.files:
            body["raw"] = "\n\n".join([reply.text, *(self._upload(each) for each in reply.files)])
        return self._receipt(self._send("POST", "/posts.json", body))

    def find(self, reply: OutgoingReply) -> Receipt | None:
        """Look for a post of ours that begins with this text, published since the answer was written.

        Raises ChannelError ``no_answer`` when so much was posted since that nobody can say that it is not there.
        """
        is_private = reply.visibility is Visibility.PRIVATE
        topic, token = reply.extra.get("topic_id", "") if self._is_in_topic(reply) else "", ""
        since = None if reply.written_at is None else reply.written_at - _SENT_BEFORE
        for _ in range(_MOST_LOOKED):
            posts, token = self.newest(token, is_private=is_private)
            for each in posts:
                at = moment(dig(each, "created_at"))
                is_late = since is None or (at is not None and at >= since)
                is_here = topic in {"", text_at(each, "topic_id")}
                if is_late and is_here and self._is_ours(each, reply.text):
                    return self._receipt(each)
            times = [at for each in posts if (at := moment(dig(each, "created_at"))) is not None]
            if not token or (since is not None and times and max(times) < since):
                return None
        raise ChannelError(Problem.NO_ANSWER)

    def like(self, post_id: str, *, is_wanted: bool) -> None:
        """Like a post or take it back, unless it is so already."""
        post = self.one(post_id)
        if post is None:
            raise ChannelError(Problem.TARGET_GONE)
        if has_our_like(post) == is_wanted:
            return
        if is_wanted:
            self._send("POST", "/post_actions.json", {"id": number_at(post, "id"), "post_action_type_id": LIKE})
        else:
            self._send("DELETE", f"/post_actions/{post_id}.json", {"post_action_type_id": LIKE})

    def name(self) -> str:
        """Return who we are on the forum. Raises ChannelError where the key does not say."""
        found = text_at(self._ask("/session/current.json").json(), "current_user", "username")
        return f"@{found or self.username} ({self.host})"

    def try_writing(self) -> None:
        """Send a post without a text, which no forum takes: refused as such means that we may write."""
        answer = self._http.send("POST", "/posts.json", json_body={"raw": ""}, headers=self._key())
        if answer.status not in _NOT_YET:
            raise refusal(answer)

    def picture(self, url: str) -> bytes | None:
        """Return a small picture of a post."""
        return self._http.picture(url)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()
        self._uploads.close()

    def _is_in_topic(self, reply: OutgoingReply) -> bool:
        """Tell whether an answer goes where the mention stands: a private one to a public post does not."""
        return reply.visibility is Visibility.PUBLIC or reply.extra.get("is_private") == "1"

    def _place(self, reply: OutgoingReply) -> dict[str, Any]:
        topic = reply.extra.get("topic_id", "")
        if self._is_in_topic(reply) and topic:
            number = reply.extra.get("post_number", "")
            if reply.previous_id:
                number = text_at(self.one(local_id(reply.previous_id)), "post_number")
            place: dict[str, Any] = {"topic_id": int(topic)}
            return place | ({"reply_to_post_number": int(number)} if number.isdecimal() else {})
        if reply.visibility is Visibility.PUBLIC or not reply.author_key:
            raise ChannelError(Problem.TARGET_GONE, facts={"missing": "topic"})
        return {
            "archetype": "private_message",
            "target_recipients": reply.author_key,
            "title": reply.title or self._private_title,
        }

    def _is_ours(self, post: object, text: str) -> bool:
        said = " ".join(raw_of(post).split())
        return text_at(post, "username").lower() == self.username and said.startswith(" ".join(text.split()))

    def _first_posts(self, result: list[Any]) -> list[Any]:
        topics = [each for part in result if text_at(part, "type") == "topic" for each in list_at(part, "results")]
        found = [self._unless_gone(f"/t/{text_at(each, 'id')}.json") for each in topics]
        return [post for each in found for post in list_at(each, "post_stream", "posts")]

    def _upload(self, file: OutgoingFile) -> str:
        """Upload a file for a post to come and return the words that show it; nothing is published by it."""
        try:
            told = self._sent(
                self._uploads.send(
                    "POST",
                    "/uploads.json",
                    form={"type": "composer", "synchronous": "true"},
                    files={"file": (file.name, file.content, file.media_type)},
                    headers=self._key(),
                )
            )
        except ChannelError as error:
            problem = Problem.FILE_REFUSED if error.problem in _FILE_PROBLEMS else error.problem
            raise ChannelError(problem, retry_after=error.retry_after, facts={"file": file.media_type}) from error
        address = text_at(told, "short_url") or text_at(told, "url")
        if not address:
            raise ChannelError(Problem.UNREADABLE)
        return f"![{file.name.replace(']', '')}]({address})"

    def _receipt(self, post: object) -> Receipt:
        if text_at(post, "action") == "enqueued":
            return Receipt()  # it waits for a moderator and has no id yet
        post_id = text_at(post, "id")
        if not post_id:
            raise ChannelError(Problem.UNREADABLE, is_certain=False)
        return Receipt(global_id(self.host, post_id), permalink(post, self.base))

    def _send(self, method: str, path: str, body: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
        return self._sent(self._http.send(method, path, json_body=dict(body), headers=self._key()))

    def _sent(self, answer: Answer) -> Any:  # noqa: ANN401 - any JSON value
        if not answer.is_ok:
            raise refusal(answer, was_sending=True)
        try:
            return answer.json() if answer.content.strip() else {}
        except ChannelError as error:
            raise ChannelError(error.problem, is_certain=False) from error

    def _ask(self, path: str, query: Mapping[str, Any] | None = None) -> Answer:
        answer = self._http.get(path, params=query, headers=self._key())
        if not answer.is_ok:
            raise refusal(answer)
        return answer

    def _unless_gone(self, path: str) -> Any:  # noqa: ANN401 - any JSON value
        answer = self._http.get(path, headers=self._key())
        if answer.status in _GONE:
            return None
        if not answer.is_ok:
            raise refusal(answer)
        return answer.json()

    def _key(self) -> dict[str, str]:
        """Return the key of one question; without a user name the forum is read as everybody reads it."""
        if not self.username:
            return {}
        return {"Api-Key": self._credentials.get("key").strip(), "Api-Username": self.username}


def _place_of(token: str) -> tuple[int, int, bool]:
    """Return the id that a token names (0 = none), how many empty pages led to it, whether the forum has windows."""
    place, _, empty = token.removeprefix(_WINDOWS).partition(":")
    return int(place or "0"), int(empty or "0"), token.startswith(_WINDOWS)


def _ids_of(posts: list[Any]) -> list[int]:
    return [found for each in posts if (found := number_at(each, "id")) is not None]


def _with_scheme(address: str) -> str:
    bare = address.strip().rstrip("/")
    return bare if "://" in bare or not bare else f"https://{bare}"
