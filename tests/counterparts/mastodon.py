"""A Mastodon server of one's own: people post on it, the product reads and answers, tests look at both sides."""

from __future__ import annotations

import html
import itertools
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, link_header, route

TOKEN = "token-of-the-shop"
_TAG = re.compile(r"#(\w+)")
_NAME = re.compile(r"@([\w.-]+(?:@[\w.-]+)?)")


class MastodonCounterpart(HttpServer):
    """``write`` posts as a customer; ``statuses`` is everything there is, ours included; ``now`` is its clock."""

    def __init__(self, *, host: str = "social.example", most_characters: int = 500) -> None:
        self.host = host
        self.now = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
        self.token = TOKEN
        self.scopes = {"read", "write"}
        self.token_state = "good"
        self.statuses: dict[str, dict[str, Any]] = {}
        self.notifications: list[dict[str, Any]] = []
        self.history: dict[str, list[dict[str, Any]]] = {}
        self.keys: dict[str, str] = {}
        self.media: dict[str, dict[str, Any]] = {}
        self.media_waits = 1
        self.searches_texts = True
        self.most_characters = most_characters
        self._numbers = itertools.count(1001)
        self.me = self.person("loja", "Loja Exemplo")
        super().__init__()

    # What a test does as somebody else.

    def person(self, acct: str, name: str = "") -> dict[str, Any]:
        return {"id": f"p-{acct}", "acct": acct, "username": acct.partition("@")[0], "display_name": name or acct}

    def write(
        self,
        text: str,
        *,
        by: str = "ana@longe.example",
        reply_to: str | None = None,
        visibility: str = "public",
        at: datetime | None = None,
        **given: Any,
    ) -> str:
        """Post as a customer; names and hashtags in the text do what they do."""
        author = self.me if by == "loja" else self.person(by, by.partition("@")[0].title())
        return str(self._publish(text, author, reply_to, visibility, at, **given)["id"])

    def edit(self, status_id: str, text: str, *, at: datetime | None = None) -> None:
        status = self.statuses[status_id]
        first = {"content": status["content"], "created_at": status["created_at"], "account": status["account"]}
        self.history.setdefault(status_id, [first])
        status["content"], status["edited_at"] = _shown(text), _iso(at or self.now)

    def delete(self, status_id: str) -> None:
        del self.statuses[status_id]
        self.notifications = [each for each in self.notifications if each["status"]["id"] != status_id]

    def answers_to(self, status_id: str) -> list[dict[str, Any]]:
        """Return what stands under a post, oldest first."""
        return [each for each in self.statuses.values() if each["in_reply_to_id"] == status_id]

    # What a client asks.

    def before(self, request: Request) -> Reply | None:
        if request.path.startswith("/files/") or request.path.endswith("/instance"):
            return None
        said = {"expired": "The access token expired", "revoked": "The access token was revoked"}
        if request.bearer != self.token or self.token_state != "good":
            return Reply.json({"error": said.get(self.token_state, "The access token is invalid")}, 401)
        if ("read" if request.method == "GET" else "write") not in self.scopes:
            return Reply.json({"error": "This action is outside the authorized scopes"}, 403)
        return None

    @route("GET", "/api/v2/instance")
    def instance(self, _: Request) -> object:
        return {"domain": self.host, "configuration": {"statuses": {"max_characters": self.most_characters}}}

    @route("GET", "/api/v1/accounts/verify_credentials")
    def credentials(self, _: Request) -> object:
        return self.me

    @route("GET", "/api/v1/notifications")
    def notified(self, request: Request) -> object:
        types = request.query.get("types[]")
        return self._page(request, [each for each in self.notifications if not types or each["type"] in types])

    @route("GET", "/api/v1/conversations")
    def conversations(self, _: Request) -> object:
        return []

    @route("GET", r"/api/v1/timelines/tag/(.+)")
    def tagged(self, request: Request, tag: str) -> object:
        named = [each for each in self.statuses.values() if tag.lower() in each["tags"] and _is_public(each)]
        return self._page(request, named)

    @route("GET", r"/api/v1/accounts/([\w@.-]+)/statuses")
    def of_account(self, request: Request, account_id: str) -> object:
        return self._page(request, [each for each in self.statuses.values() if each["account"]["id"] == account_id])

    @route("GET", "/api/v2/search")
    def search(self, request: Request) -> object:
        words, offset = request.one("q").lower(), int(request.one("offset", "0"))
        found = [each for each in self.statuses.values() if words in each["content"].lower() and _is_public(each)]
        newest = sorted(found, key=lambda each: each["created_at"], reverse=True) if self.searches_texts else []
        return {"accounts": [], "hashtags": [], "statuses": newest[offset : offset + int(request.one("limit", "20"))]}

    @route("GET", r"/api/v1/statuses/(\d+)")
    def status(self, _: Request, status_id: str) -> object:
        return self._there(status_id)

    @route("GET", r"/api/v1/statuses/(\d+)/context")
    def context(self, _: Request, status_id: str) -> object:
        ancestors: list[object] = []
        parent = self._there(status_id)["in_reply_to_id"]
        while parent in self.statuses:
            ancestors.insert(0, self.statuses[parent])
            parent = self.statuses[parent]["in_reply_to_id"]
        return {"ancestors": ancestors, "descendants": self.answers_to(status_id)}

    @route("GET", r"/api/v1/statuses/(\d+)/history")
    def versions(self, _: Request, status_id: str) -> object:
        return [*self.history.get(status_id, []), self._there(status_id)]

    @route("POST", r"/api/v1/statuses/(\d+)/(favourite|unfavourite)")
    def favourite(self, _: Request, status_id: str, name: str) -> object:
        status = self._there(status_id)
        status["favourites_count"] += {(False, "favourite"): 1, (True, "unfavourite"): -1}.get(
            (status["favourited"], name), 0
        )
        status["favourited"] = name == "favourite"
        return status

    @route("POST", "/api/v1/statuses")
    def post(self, request: Request) -> object:
        key = request.headers.get("idempotency-key", "")
        if key in self.keys:
            return self.statuses[self.keys[key]]
        given = request.json()
        text, parent = given.get("status", ""), given.get("in_reply_to_id")
        if not text and not given.get("media_ids"):
            raise Refusal(422, {"error": "Validation failed: Text can't be blank"})
        if len(text) > self.most_characters:
            raise Refusal(422, {"error": f"Validation failed: Text character limit of {self.most_characters} exceeded"})
        if parent is not None and parent not in self.statuses:
            raise Refusal(404, {"error": "Record not found"})
        made = self._publish(text, self.me, parent, given.get("visibility", "public"), None)
        made["media_attachments"] = [self.media[each] for each in given.get("media_ids", [])]
        if key:
            self.keys[key] = made["id"]
        return made

    @route("POST", "/api/v2/media")
    def upload(self, request: Request) -> object:
        name, media_type, content = request.files()["file"]
        if not media_type.startswith("image/"):
            raise Refusal(422, {"error": "Validation failed: File content type is invalid"})
        number = str(next(self._numbers))
        self.media[number] = {"id": number, "type": "image", "url": f"{self.url}/files/{name}", "content": len(content)}
        return Reply.json(self.media[number] | {"url": None}, 202)

    @route("GET", r"/api/v1/media/(\d+)")
    def uploaded(self, _: Request, number: str) -> object:
        self.media_waits -= 1
        return Reply.json(self.media[number], 206 if self.media_waits >= 0 else 200)

    @route("GET", r"/files/(.+)")
    def file(self, _: Request, name: str) -> object:
        return Reply.text(b"picture " + name.encode(), "image/png")

    def _publish(
        self,
        text: str,
        author: dict[str, Any],
        reply_to: str | None,
        visibility: str,
        at: datetime | None,
        **given: Any,
    ) -> dict[str, Any]:
        number = str(next(self._numbers))
        self.now += timedelta(seconds=1)
        status: dict[str, Any] = {
            "id": number,
            "uri": f"https://{self.host}/users/{author['acct']}/statuses/{number}",
            "url": f"https://{self.host}/@{author['acct']}/{number}",
            "created_at": _iso(at or self.now),
            "edited_at": None,
            "in_reply_to_id": reply_to,
            "visibility": visibility,
            "language": "pt",
            "spoiler_text": "",
            "content": _shown(text),
            "account": author,
            "mentions": [self.me] if author is not self.me and "loja" in self._named(text) else [],
            "tags": [each.lower() for each in _TAG.findall(text)],
            "media_attachments": [],
            "favourites_count": 0,
            "reblogs_count": 0,
            "replies_count": 0,
            "favourited": False,
            "reblog": None,
            **given,
        }
        self.statuses[number] = status
        if reply_to in self.statuses:
            self.statuses[reply_to]["replies_count"] += 1
        if status["mentions"]:
            told = {"id": number, "type": "mention", "created_at": _iso(self.now), "account": author, "status": status}
            self.notifications.append(told)
        return status

    def _named(self, text: str) -> set[str]:
        return {each.removesuffix(f"@{self.host}") for each in _NAME.findall(text)}

    def _there(self, status_id: str) -> dict[str, Any]:
        if status_id not in self.statuses:
            raise Refusal(404, {"error": "Record not found"})
        return self.statuses[status_id]

    def _page(self, request: Request, entries: list[dict[str, Any]]) -> Reply:
        most = request.query.get("max_id")
        older = [each for each in entries if most is None or int(each["id"]) < int(most[-1])]
        newest = sorted(older, key=lambda each: int(each["id"]), reverse=True)
        page = newest[: int(request.one("limit", "40"))]
        is_last = len(page) == len(newest)
        headers = {} if is_last or not page else {"Link": link_header(self.url, next={"max_id": page[-1]["id"]})}
        return Reply.json(page, headers=headers)


def _is_public(status: dict[str, Any]) -> bool:
    return bool(status["visibility"] == "public")


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")[:-4] + "Z"


def _shown(text: str) -> str:
    return "".join(f"<p>{html.escape(each).replace(chr(10), '<br />')}</p>" for each in text.split("\n\n"))
