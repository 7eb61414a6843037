"""X's programming interface (version 2) on loopback: walks newest first, ids that hold their time, answers kept."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route

TOKEN = "token-of-the-tests"
US, ANA = "100", "200"
_EPOCH_MS = 1_288_834_974_657


class XServer(HttpServer):
    """One account, @loja. Customers write with ``post`` and ``message``; ``sent`` and ``messages_sent`` are ours."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now
        self.posts: list[dict[str, Any]] = []
        self.messages: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.messages_sent: list[dict[str, Any]] = []
        self.hidden: dict[str, bool] = {}
        self.likes: set[str] = set()
        self.media: dict[str, tuple[str, bytes]] = {}
        self.users = {
            US: {"id": US, "username": "Loja", "name": "Loja Exemplo", "public_metrics": {"followers_count": 9}},
            ANA: {"id": ANA, "username": "AnaS", "name": "Ana Souza", "public_metrics": {"followers_count": 321}},
        }
        self.included_media: list[dict[str, Any]] = []
        self.access_level = "read-write-directmessages"
        self.page = 100
        self._count = 0

    # What customers do.

    def id_at(self, at: datetime) -> str:
        """Give out an id that holds its time."""
        self._count += 1
        return str(((int(at.timestamp() * 1000) - _EPOCH_MS) << 22) + self._count)

    def post(self, words: str, ago: timedelta = timedelta(), author: str = ANA, **fields: Any) -> dict[str, Any]:
        """Publish a post some time ago."""
        with self.lock:
            at = self.now - ago
            key = self.id_at(at)
            post: dict[str, Any] = {
                "id": key,
                "text": words,
                "author_id": author,
                "created_at": _stamp(at),
                "conversation_id": key,
                "edit_history_post_ids": [key],
                "lang": "pt",
                "public_metrics": {
                    "repost_count": 2,
                    "quote_count": 1,
                    "reply_count": 3,
                    "like_count": 4,
                    "impression_count": 50,
                    "bookmark_count": 0,
                },
                **fields,
            }
            self.posts.append(post)
            return post

    def message(self, words: str, ago: timedelta = timedelta(), sender: str = ANA, **fields: Any) -> dict[str, Any]:
        """Send a direct message some time ago."""
        with self.lock:
            at = self.now - ago
            event = {
                "id": self.id_at(at),
                "event_type": "MessageCreate",
                "text": words,
                "sender_id": sender,
                "dm_conversation_id": f"{US}-{ANA}",
                "created_at": _stamp(at),
                **fields,
            }
            self.messages.append(event)
            return event

    # What the account is answered.

    def before(self, request: Request) -> Reply | None:
        """Refuse a wrong token; pictures are public."""
        if request.path.startswith("/picture") or request.bearer == TOKEN:
            return None
        return Reply.json(
            {"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"}, 401
        )

    @route("GET", r"/2/users/me")
    def me(self, _: Request) -> object:
        return Reply.json({"data": self.users[US]}, headers={"x-access-level": self.access_level})

    @route("GET", r"/2/users/(\d+)/mentions")
    def mentions(self, request: Request, _: str) -> object:
        return self._list(request, [each for each in self.posts if "@loja" in each["text"].lower()])

    @route("GET", r"/2/users/(\d+)/tweets")
    def own(self, request: Request, user: str) -> object:
        return self._list(request, [each for each in self.posts if each["author_id"] == user])

    @route("GET", r"/2/tweets/search/recent")
    def search(self, request: Request) -> object:
        query = request.one("query")
        assert len(query) <= 512
        week = self.now - timedelta(days=7)
        if request.one("start_time") and datetime.fromisoformat(request.one("start_time")) < week:
            raise _refusal(400, "'start_time' must be within the last 7 days")
        since = int(request.one("since_id", "0"))
        if since and datetime.fromtimestamp(((since >> 22) + _EPOCH_MS) / 1000, UTC) < week:
            raise _refusal(400, "'since_id' must be a post id created within the last 7 days")
        return self._list(request, [each for each in self.posts if self._matches(query, each)])

    @route("GET", r"/2/tweets/counts/recent")
    def counts(self, request: Request) -> object:
        first = datetime.fromisoformat(request.one("start_time"))
        end = datetime.fromisoformat(request.one("end_time") or _stamp(self.now))
        found = [each for each in self.posts if self._matches(request.one("query"), each)]
        total = sum(first <= datetime.fromisoformat(each["created_at"]) < end for each in found)
        return {"data": [], "meta": {"total_post_count": total}}

    @route("GET", r"/2/dm_events")
    @route("GET", r"/2/dm_conversations/.+/dm_events")
    def events(self, request: Request) -> object:
        return self._list(request, self.messages)

    @route("GET", r"/2/tweets")
    def look_up(self, request: Request) -> object:
        asked = request.one("ids").split(",")
        return {"data": [each for each in self.posts if each["id"] in asked], "errors": [{"title": "Not Found Error"}]}

    @route("POST", r"/2/tweets")
    def create(self, request: Request) -> object:
        body = request.json()
        target = body.get("reply", {}).get("in_reply_to_tweet_id")
        if target and target not in {each["id"] for each in self.posts}:
            told = "You attempted to reply to a Post that is deleted or not visible to you."
            raise _refusal(403, told)
        if any(each["text"] == body["text"] for each in self.sent):
            raise _refusal(403, "You are not allowed to create a Post with duplicate content.")
        if any(each not in self.media for each in body.get("media", {}).get("media_ids", [])):
            raise _refusal(400, "Your media IDs are invalid.")
        self.sent.append(body)
        references = [{"type": "replied_to", "id": target}] if target else []
        shown = f"@AnaS {body['text']}".replace("&", "&amp;")
        post = self.post(shown, author=US, referenced_posts=references)
        return Reply.json({"data": {"id": post["id"], "text": body["text"]}}, 201)

    @route("POST", r"/2/dm_conversations/(.+)/messages")
    def send(self, request: Request, conversation: str) -> object:
        body = request.json()
        self.messages_sent.append({"conversation": conversation, **body})
        event = self.message(body.get("text", ""), sender=US)
        return Reply.json(
            {"data": {"dm_conversation_id": event["dm_conversation_id"], "dm_event_id": event["id"]}}, 201
        )

    @route("PUT", r"/2/tweets/(\d+)/hidden")
    def hide(self, request: Request, key: str) -> object:
        self.hidden[key] = request.json()["hidden"]
        return {"data": {"hidden": self.hidden[key]}}

    @route("POST", r"/2/users/(\d+)/likes")
    def like(self, request: Request, _: str) -> object:
        self.likes.add(request.json()["tweet_id"])
        return {"data": {"liked": True}}

    @route("DELETE", r"/2/users/(\d+)/likes/(\d+)")
    def unlike(self, _: Request, __: str, key: str) -> object:
        self.likes.discard(key)
        return {"data": {"liked": False}}

    @route("POST", r"/2/media/upload")
    def upload(self, request: Request) -> object:
        _, media_type, content = request.files()["media"]
        assert media_type.startswith("image/")
        key = str(900 + len(self.media))
        self.media[key] = (request.field("media_category"), content)
        return {"data": {"id": key, "media_key": f"3_{key}"}}

    @route("GET", r"/picture/(\d+)")
    def picture(self, _: Request, size: str) -> object:
        return Reply.text(b"\xff\xd8" + bytes(int(size)), "image/jpeg")

    def _list(self, request: Request, items: list[dict[str, Any]]) -> object:
        since, start = int(request.one("since_id", "0")), request.one("start_time")
        found = [each for each in items if int(each["id"]) > since and (not start or each["created_at"] >= start)]
        found.sort(key=lambda each: int(each["id"]), reverse=True)
        at = int(request.one("pagination_token", "t0")[1:])
        size = min(int(request.one("max_results", "10")), self.page)
        page = found[at : at + size]
        meta: dict[str, Any] = {"result_count": len(page)}
        if at + size < len(found):
            meta["next_token"] = f"t{at + size:015d}"
        if not page:
            return {"meta": meta}
        keys = {each.get("author_id", each.get("sender_id")) for each in page}
        users = [user for key, user in self.users.items() if key in keys]
        referenced = {each["id"] for post in page for each in post.get("referenced_posts", [])}
        posts = [each for each in self.posts if each["id"] in referenced]
        return {
            "data": page,
            "includes": {"users": users, "posts": posts, "media": self.included_media},
            "meta": meta,
        }

    def _matches(self, query: str, post: dict[str, Any]) -> bool:
        wanted, _, rest = query.removeprefix("(").partition(")")
        words = post["text"].lower()
        excluded = re.findall(r'-("[^"]+"|[^\s:]+(?=\s|$))', rest)
        return (
            any(each.strip('"').lower() in words for each in wanted.split(" OR "))
            and not any(each.strip('"').lower() in words for each in excluded)
            and not ("-from:Loja" in rest and post["author_id"] == US)
        )


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _refusal(status: int, detail: str) -> Refusal:
    return Refusal(status, {"title": "Refused", "detail": detail, "type": "about:blank", "status": status})
