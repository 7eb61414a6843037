"""A Discourse forum of one's own: topics, posts by their number, private messages, likes and limits."""

from __future__ import annotations

import html
import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route

KEY = "f0e1d2c3b4a5"
_READ_BY_ALL = ("/uploads/", "/feed")


class DiscourseCounterpart(HttpServer):
    """``write`` posts as a customer (a new topic without ``topic``), ``tell`` writes to us in private.

    ``has_windows``: its lists of posts count ids, not posts, as those of forums of long ago did.
    """

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
        self.key, self.name = KEY, "loja"
        self.can_write = True
        self.moderates = False
        self.is_old = False
        self.has_windows = False
        self.most_shown = 50
        self.topics: dict[int, dict[str, Any]] = {}
        self.posts: dict[int, dict[str, Any]] = {}
        self.liked: set[int] = set()
        self.files: list[tuple[str, str, bytes]] = []
        self._topic_numbers = itertools.count(11)
        self._numbers = itertools.count(101)
        super().__init__()

    # What a test does as somebody else.

    def write(
        self, text: str, *, by: str = "ana", topic: int | None = None, reply_to: int | None = None, **given: Any
    ) -> int:
        """Return the id of the post."""
        if topic is None:
            topic = self._new_topic(given.pop("title", "Um tópico"), is_private=False)
        return int(self._publish(topic, by, text, reply_to, **given)["id"])

    def tell(self, text: str, *, by: str = "ana", topic: int | None = None) -> int:
        if topic is None:
            topic = self._new_topic("Assunto nosso", is_private=True)
        return int(self._publish(topic, by, text, None)["id"])

    def edit(self, post_id: int, text: str) -> None:
        self.now += timedelta(seconds=1)
        post = self.posts[post_id]
        post |= {"raw": text, "cooked": _cooked(text), "version": post["version"] + 1, "updated_at": _iso(self.now)}

    def delete(self, post_id: int, *, is_shown: bool = False) -> None:
        if is_shown:
            self.posts[post_id] |= {"user_deleted": True, "deleted_at": None, "cooked": "<p>(apagado)</p>"}
        else:
            del self.posts[post_id]

    # What a client asks.

    def before(self, request: Request) -> Reply | None:
        if request.path.startswith(_READ_BY_ALL) or "api-key" not in request.headers:
            return None
        if request.headers["api-key"] != self.key or request.headers.get("api-username") != self.name:
            said = "You supplied an invalid API username or key."
            return Reply.json({"errors": [said], "error_type": "invalid_access"}, 403)
        return None

    @route("GET", "/session/current.json")
    def session(self, request: Request) -> object:
        self._known(request)
        return {"current_user": {"id": 1, "username": self.name}}

    @route("GET", "/posts.json")
    def latest(self, request: Request) -> object:
        return {"latest_posts": self._window(request, is_private=False)}

    @route("GET", "/private-posts.json")
    def private(self, request: Request) -> object:
        self._known(request)
        return {"private_posts": self._window(request, is_private=True)}

    @route("GET", "/search.json")
    def search(self, request: Request) -> object:
        words = request.one("q").split('"')[1].lower()
        found = [each for each in self.posts.values() if words in each["raw"].lower() and not self._is_private(each)]
        if self.is_old:
            topics = [{"id": each["topic_id"], "title": "x", "url": "/t/x"} for each in found]
            return [{"type": "topic", "name": "Topics", "more": False, "results": topics}]
        page = int(request.one("page", "1"))
        newest = sorted(found, key=lambda each: -each["id"])[(page - 1) * 50 :]
        names = ("id", "name", "username", "created_at", "post_number", "topic_id")
        short = [{**{name: each[name] for name in names}, "blurb": each["raw"][:20]} for each in newest[:50]]
        return {
            "posts": short,
            "topics": [],
            "grouped_search_result": {"more_full_page_results": len(newest) > 50 or None},
        }

    @route("GET", r"/posts/(\d+)\.json")
    def post(self, _: Request, post_id: str) -> object:
        return self._shown(self._there(int(post_id)))

    @route("GET", r"/posts/by_number/(\d+)/(\d+)\.json")
    def numbered(self, _: Request, topic: str, number: str) -> object:
        return self._shown(self._by_number(int(topic), int(number)))

    @route("GET", r"/t/(\d+)\.json")
    def topic(self, _: Request, topic: str) -> object:
        posts = [self._shown(each) for each in self.posts.values() if each["topic_id"] == int(topic)]
        return {"id": int(topic), "post_stream": {"posts": posts}}

    @route("POST", "/posts.json")
    def create(self, request: Request) -> object:
        self._known(request)
        given = request.json()
        text = given.get("raw", "")
        if not self.can_write:
            said = "You are not permitted to view the requested resource."
            raise Refusal(403, {"errors": [said], "error_type": "invalid_access"})
        if not text:
            raise Refusal(400, {"errors": ["param is missing or the value is empty: raw"]})
        if self.moderates:
            return {"success": True, "action": "enqueued", "pending_post": {"id": 7}}
        if given.get("archetype") == "private_message":
            return self._publish(self._new_topic(given["title"], is_private=True), self.name, text, None)
        if given["topic_id"] not in self.topics:
            raise Refusal(
                404, {"errors": ["The requested URL or resource could not be found."], "error_type": "not_found"}
            )
        return self._publish(given["topic_id"], self.name, text, given.get("reply_to_post_number"))

    @route("POST", "/post_actions.json")
    def like(self, request: Request) -> object:
        post = self._there(request.json()["id"])
        if post["id"] in self.liked:
            raise Refusal(403, {"errors": ["You already did that."]})
        self.liked.add(post["id"])
        return self._shown(post)

    @route("DELETE", r"/post_actions/(\d+)\.json")
    def unlike(self, _: Request, post_id: str) -> object:
        self.liked.remove(int(post_id))
        return self._shown(self._there(int(post_id)))

    @route("POST", "/uploads.json")
    def upload(self, request: Request) -> object:
        name, media_type, content = request.files()["file"]
        if not media_type.startswith("image/"):
            raise Refusal(422, {"errors": ["Sorry, that file type is not authorized"]})
        self.files.append((name, media_type, content))
        return {"id": len(self.files), "short_url": f"upload://{len(self.files)}.png", "url": "/uploads/1.png"}

    @route("GET", r"/uploads/(.+)")
    def uploaded(self, _: Request, name: str) -> object:
        return Reply.text(b"picture " + name.encode(), "image/png")

    def _known(self, request: Request) -> None:
        if "api-key" not in request.headers:
            raise Refusal(403, {"errors": ["You need to be logged in to do that."], "error_type": "not_logged_in"})

    def _new_topic(self, title: str, *, is_private: bool) -> int:
        number = next(self._topic_numbers)
        self.topics[number] = {"title": title, "is_private": is_private}
        return number

    def _publish(self, topic: int, by: str, text: str, reply_to: int | None, **given: Any) -> dict[str, Any]:
        self.now += timedelta(seconds=1)
        there = [each for each in self.posts.values() if each["topic_id"] == topic]
        parent = next((each for each in there if each["post_number"] == reply_to), None)
        post: dict[str, Any] = {
            "id": next(self._numbers),
            "name": by.title(),
            "username": by.title() if by != self.name else by,
            "created_at": _iso(self.now),
            "updated_at": _iso(self.now),
            "raw": text,
            "cooked": _cooked(text),
            "post_number": len(there) + 1,
            "post_type": 1,
            "reply_count": 0,
            "reads": 4,
            "topic_id": topic,
            "topic_slug": "um-topico",
            "topic_title": self.topics[topic]["title"],
            "reply_to_post_number": reply_to,
            "version": 1,
            "deleted_at": None,
            "user_deleted": False,
            "user_id": 9,
            **({"reply_to_user": {"username": parent["username"]}} if parent else {}),
            **given,
        }
        if parent:
            parent["reply_count"] += 1
        self.posts[post["id"]] = post
        return post

    def _is_private(self, post: dict[str, Any]) -> bool:
        return bool(self.topics[post["topic_id"]]["is_private"])

    def _window(self, request: Request, *, is_private: bool) -> list[dict[str, Any]]:
        """The newest posts before an id; with ``has_windows`` what stands among fifty ids up to it, as of old."""
        mine = sorted((each for each in self.posts.values() if self._is_private(each) == is_private), key=_newest)
        before = int(request.one("before", "0"))
        if self.has_windows:
            last = before or max(self.posts, default=0)
            return [self._shown(each) for each in mine if last - 50 < each["id"] <= last]
        return [self._shown(each) for each in mine if not before or each["id"] < before][: self.most_shown]

    def _shown(self, post: dict[str, Any]) -> dict[str, Any]:
        is_ours = post["id"] in self.liked
        return {
            **post,
            "actions_summary": [{"id": 2, "count": 3 + is_ours, "acted": is_ours}, {"id": 3, "can_act": True}],
        }

    def _there(self, post_id: int) -> dict[str, Any]:
        if post_id not in self.posts:
            raise Refusal(404, {"errors": ["not found"], "error_type": "not_found"})
        return self.posts[post_id]

    def _by_number(self, topic: int, number: int) -> dict[str, Any]:
        for each in self.posts.values():
            if (each["topic_id"], each["post_number"]) == (topic, number):
                return each
        raise Refusal(404, {"errors": ["not found"], "error_type": "not_found"})


def _newest(post: dict[str, Any]) -> int:
    return -int(post["id"])


def _cooked(text: str) -> str:
    return text if text.startswith("<") else f"<p>{html.escape(text)}</p>"


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
