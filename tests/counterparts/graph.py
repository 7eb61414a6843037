"""A Graph API of our own: a page with visitors, comments and an inbox, and the Instagram account that belongs to it.

It speaks the published contract: versions in the path, field expansion with ``.limit()`` and ``{}``, cursors that stick
to items, ``ids=`` questions, error bodies with code and subcode, the windows of private messages, usage headers.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route
from tests.fakes import FakeClock

PAGE_ID, PAGE_TOKEN, USER_TOKEN = "100200300", "page-token", "user-token"
IG_ID, IG_HANDLE = "17841400000000001", "padariaaurora"
PAGE_NAME = "Padaria Aurora"
PAGE_ALIAS = "padariaaurora"
SCOPES = ["pages_manage_engagement", "pages_messaging", "instagram_manage_comments", "instagram_manage_messages"]
VERSION = "v26.0"

FIELDS = {
    "page": {"name", "access_token", "instagram_business_account"},
    "post": {
        "message", "story", "created_time", "updated_time", "from", "permalink_url", "status_type", "full_picture",
        "shares", "attachments",
    },
    "comment": {
        "message", "created_time", "from", "parent", "permalink_url", "like_count", "comment_count", "is_hidden",
        "attachment",
    },
    "conversation": {"updated_time", "link", "participants"},
    "message": {"created_time", "from", "to", "message", "attachments", "shares"},
    "media": {
        "caption", "timestamp", "permalink", "media_type", "media_url", "like_count", "comments_count", "username",
    },
    "ig_comment": {"text", "timestamp", "username", "from", "parent_id", "like_count", "hidden"},
    "ig_account": {"username"},
}  # fmt: skip
EDGES = {
    "page": {"feed", "tagged", "conversations"},
    "post": {"comments", "reactions"},
    "comment": {"comments", "reactions"},
    "conversation": {"messages"},
    "message": set(),
    "media": {"comments"},
    "ig_comment": {"replies"},
    "ig_account": {"media", "tags"},
}
ORDER_OF_FEED = ("feed", "tagged", "media", "tags")


@dataclass
class Person:
    """A customer; ``id`` is what the page sees of them."""

    id: str
    name: str
    username: str = ""


@dataclass
class Node:
    """A thing of the graph, with its place in the lists of others."""

    id: str
    kind: str
    at: datetime
    values: dict[str, Any] = field(default_factory=dict)
    parent: str = ""
    lists: dict[str, list[str]] = field(default_factory=dict)
    is_gone: bool = False
    reactions: set[str] = field(default_factory=set)


Tree = dict[str, tuple[dict[str, str], "Tree"]]


def parse(fields: str) -> Tree:
    """Parse ``a,b{c},d.limit(2).order(x){e}``."""
    tree, rest = _parse(fields)
    assert not rest, rest
    return tree


def _parse(text: str) -> tuple[Tree, str]:
    tree: Tree = {}
    while text and not text.startswith("}"):
        found = re.match(r",?(\w+)((?:\.\w+\(\w+\))*)", text)
        assert found, text
        args = dict(re.findall(r"\.(\w+)\((\w+)\)", found[2]))
        text = text[found.end() :]
        inner: Tree = {}
        if text.startswith("{"):
            inner, text = _parse(text[1:])
            text = text[1:]
        tree[found[1]] = (args, inner)
    return tree, text


def error(code: int, subcode: int = 0, message: str = "refused", status: int = 400) -> Refusal:
    """Return a refusal as the Graph API words it."""
    body: dict[str, Any] = {"message": f"(#{code}) {message}", "type": "OAuthException", "code": code}
    if subcode:
        body["error_subcode"] = subcode
    return Refusal(status, {"error": body | {"fbtrace_id": "AbCdEf"}})


class GraphServer(HttpServer):
    """The page's world. Tests write as customers and look at what was answered."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self.clock = clock
        self.nodes: dict[str, Node] = {}
        self.scopes = list(SCOPES)
        self.tokens = {PAGE_TOKEN, USER_TOKEN}
        self.token_error: tuple[int, int] | None = None
        self.usage: dict[str, str] = {}
        self.page_size: int | None = None
        self.is_disordered = False
        self.has_duplicates = False
        self.allows_person = True
        self.pictures: dict[str, bytes] = {}
        self.private_answers: dict[str, str] = {}
        self.inbox: dict[tuple[str, str], str] = {}
        self._next = 1000
        self._add(
            PAGE_ID,
            "page",
            values={"name": PAGE_NAME, "instagram_business_account": {"id": IG_ID, "username": IG_HANDLE}},
        )
        self._add(IG_ID, "ig_account", values={"username": IG_HANDLE})

    # What customers do.

    def post(self, text: str, author: Person | None = None, *, edge: str = "feed", **values: Any) -> str:
        """Publish on the page (no author: by the page itself)."""
        writer = author or Person(PAGE_ID, PAGE_NAME)
        prefix = PAGE_ID if edge == "feed" else writer.id
        post_id = f"{prefix}_{self._number()}"
        link = f"https://www.facebook.com/{post_id.replace('_', '/posts/')}"
        person = {"from": {"id": writer.id, "name": writer.name}}
        given = {"message": text, "permalink_url": link, "shares": {"count": 3}, **person, **values}
        self._add(post_id, "post", parent=PAGE_ID, values=given, listed=edge)
        return post_id

    def comment(self, post_id: str, text: str, author: Person, *, parent: str = "", **values: Any) -> str:
        """Comment below a post, or below a comment of it."""
        return self._comment(post_id, text, author, parent, values)

    def message(self, text: str, author: Person, *, platform: str = "messenger", **values: Any) -> str:
        """Write to the page's inbox."""
        return self._message(text, author, platform, by_us=False, values=values)

    def media(self, caption: str, author: Person | None = None, **values: Any) -> str:
        """Publish on Instagram (no author: by our account); media of others tag us."""
        media_id = str(17900000000000000 + self._number())
        given = {
            "caption": caption,
            "permalink": f"https://www.instagram.com/p/{media_id}/",
            "media_type": "IMAGE",
            "media_url": f"{self.url}/picture/{media_id}",
            "like_count": 2,
            "username": author.username if author else IG_HANDLE,
        }
        self._add(media_id, "media", parent=IG_ID, values=given | values, listed="tags" if author else "media")
        return media_id

    def ig_comment(self, media_id: str, text: str, author: Person, *, parent: str = "") -> str:
        """Comment on a media, or answer a comment of it."""
        return self._ig_comment(media_id, text, author, parent)

    def edit(self, node_id: str, text: str) -> None:
        """Change a text at the source."""
        values = self.nodes[node_id].values
        values["message" if "message" in values else "text"] = text

    def remove(self, node_id: str) -> None:
        """Take something away at the source."""
        self.nodes[node_id].is_gone = True

    # What a test looks at.

    def answers(self, node_id: str) -> list[str]:
        """Return what the page wrote below something, oldest first."""
        own = {PAGE_ID, IG_ID}
        below = [each for each in self.nodes.values() if node_id in {each.parent, _top(each)} and not each.is_gone]
        written = [each for each in below if each.values.get("from", {}).get("id") in own]
        return [each.values.get("message") or each.values.get("text") or "" for each in written]

    def refuse_next(self, code: int, subcode: int = 0, message: str = "no", status: int = 400, **given: Any) -> None:
        """Refuse the next requests with an error of the Graph API."""
        body = json.loads(error(code, subcode, message).reply.body)
        self.fail_next(status, body=body, **given)

    # What the network answers.

    def before(self, request: Request) -> Reply | None:
        if not request.path.startswith(f"/{VERSION}/"):
            return None
        if request.path.endswith("/oauth/access_token"):
            return None
        assert "access_token" not in request.query, "a token stands in an address"
        if self.token_error is not None:
            raise error(*self.token_error, message="Error validating access token")
        if request.bearer not in self.tokens:
            raise error(190, message="Invalid OAuth access token.", status=401)
        return None

    @route("POST", rf"/{VERSION}/oauth/access_token")
    def exchange(self, request: Request) -> object:
        assert request.field("grant_type") == "fb_exchange_token"
        assert request.field("client_secret") == "app-secret"
        self.tokens.add("lasting-token")
        return {"access_token": "lasting-token", "token_type": "bearer"}

    @route("POST", rf"/{VERSION}/")
    def batch(self, request: Request) -> object:
        parts = []
        for each in json.loads(request.field("batch")):
            asked = urlsplit(each["relative_url"])
            assert asked.path == "debug_token"
            assert parse_qs(asked.query)["input_token"] == [request.bearer]
            body = {"data": {"is_valid": True, "scopes": self.scopes}}
            parts.append({"code": 200, "body": json.dumps(body)})
        return parts

    @route("GET", rf"/{VERSION}/")
    def many(self, request: Request) -> object:
        ids = request.one("ids").split(",")
        return {each: self._node(each, parse(request.one("fields", "id"))) for each in ids}

    @route("GET", rf"/{VERSION}/([\w-]+)")
    def one(self, request: Request, node_id: str) -> object:
        found = self._node(node_id, parse(request.one("fields", "id")))
        if "access_token" in request.one("fields"):
            found["access_token"] = PAGE_TOKEN
        return Reply.json(found, headers=self.usage)

    @route("GET", rf"/{VERSION}/([\w-]+)/(\w+)")
    def edge(self, request: Request, node_id: str, name: str) -> object:
        node = self._alive(node_id)
        if name not in EDGES[node.kind]:
            raise error(100, message=f"Tried accessing nonexisting field ({name})")
        args = {key: request.one(key) for key in request.query}
        found = self._edge(node, name, args, parse(request.one("fields", "id")))
        return Reply.json(found, headers=self.usage)

    @route("POST", rf"/{VERSION}/([\w-]+)/comments")
    def answer_comment(self, request: Request, node_id: str) -> object:
        node = self._alive(node_id)
        text = request.field("message")
        if len(text) > 8000:
            raise error(100, message="Comment too long")
        post_id = node.id if node.kind == "post" else node.parent
        parent = node.id if node.kind == "comment" else ""
        files = request.files()
        values = {"attachment": {"type": "photo", "size": len(files["source"][2])}} if files else {}
        made = self._comment(post_id, text, Person(PAGE_ID, PAGE_NAME), parent, values)
        return self._node(made, parse(request.field("fields", "id")))

    @route("POST", rf"/{VERSION}/([\w-]+)/replies")
    def answer_ig_comment(self, request: Request, node_id: str) -> object:
        node = self._alive(node_id)
        made = self._ig_comment(node.parent, request.field("message"), Person(IG_ID, "", IG_HANDLE), node.id)
        return {"id": made}

    @route("POST", rf"/{VERSION}/{IG_ID}/mentions")
    def answer_mention(self, request: Request) -> object:
        media = self._alive(request.field("media_id"))
        if f"@{IG_HANDLE}" not in media.values["caption"]:
            raise error(100, message="not mentioned")
        return {"id": self._ig_comment(media.id, request.field("message"), Person(IG_ID, "", IG_HANDLE), "")}

    @route("POST", rf"/{VERSION}/{PAGE_ID}/messages")
    def answer_message(self, request: Request) -> object:
        body = request.json()
        recipient, text = body["recipient"], body["message"]["text"]
        if len(text) > 2000:
            raise error(100, message="Length of param message[text] must be less than or equal to 2000")
        if "comment_id" in recipient:
            return self._answer_privately(recipient["comment_id"], text)
        platform = next((p for p, person in self.inbox if person == recipient["id"]), "")
        if not platform:
            raise error(100, 2018001, "No matching user found")
        conversation = self.nodes[self.inbox[platform, recipient["id"]]]
        times = [self.nodes[each].at for each in conversation.lists["messages"] if not self._is_ours(each)]
        self._check_window(body, self.clock.now() - max(times), platform)
        author = Person(recipient["id"], "", "")
        return {
            "recipient_id": recipient["id"],
            "message_id": self._message(text, author, platform, by_us=True, values={}),
        }

    @route("POST", rf"/{VERSION}/([\w-]+)/likes")
    def like(self, request: Request, node_id: str) -> object:
        self._alive(node_id).reactions.add(PAGE_ID)
        return {"success": bool(request)}

    @route("DELETE", rf"/{VERSION}/([\w-]+)/likes")
    def unlike(self, request: Request, node_id: str) -> object:
        self._alive(node_id).reactions.discard(PAGE_ID)
        return {"success": bool(request)}

    @route("POST", rf"/{VERSION}/([\w-]+)")
    def change(self, request: Request, node_id: str) -> object:
        name = "is_hidden" if self._alive(node_id).kind in {"comment", "post"} else "hidden"
        value = request.field("is_hidden") if name == "is_hidden" else request.field("hide")
        self.nodes[node_id].values[name] = value == "true"
        return {"success": True}

    @route("GET", r"/picture/(\w+)")
    def picture(self, request: Request, name: str) -> object:
        assert "authorization" not in request.headers
        if name not in self.pictures:
            raise Refusal(404)
        return Reply.text(self.pictures[name], "image/jpeg")

    # How it is kept.

    def _check_window(self, body: dict[str, Any], age: timedelta, platform: str) -> None:
        closed = error(
            10, 2018278 if platform == "messenger" else 2534022, "This message is sent outside of allowed window."
        )
        if body["messaging_type"] == "RESPONSE" and age > timedelta(hours=24):
            raise closed
        if body["messaging_type"] == "MESSAGE_TAG":
            assert body["tag"] == "HUMAN_AGENT"
            if not self.allows_person:
                raise error(100, message="Cannot tag message with HUMAN_AGENT without permission")
            if age > timedelta(days=7):
                raise closed

    def _answer_privately(self, comment_id: str, text: str) -> object:
        comment = self._alive(comment_id)
        platform = "instagram" if comment.kind == "ig_comment" else "messenger"
        if comment_id in self.private_answers:
            raise (
                error(10900, message="Activity already replied to") if platform == "messenger" else error(100, 2534025)
            )
        if self.clock.now() - comment.at > timedelta(days=7):
            raise error(10, 2018278 if platform == "messenger" else 2534022, "outside of allowed window")
        self.private_answers[comment_id] = text
        person = comment.values["from"]
        author = Person(person["id"], person.get("name", ""), person.get("username", ""))
        sent = self._message(text, author, platform, by_us=True, values={})
        return {"recipient_id": author.id, "message_id": sent}

    def _comment(self, post_id: str, text: str, author: Person, parent: str, values: dict[str, Any]) -> str:
        comment_id = f"{post_id.partition('_')[2]}_{self._number()}"
        link = f"https://www.facebook.com/{PAGE_ID}/posts/{post_id.partition('_')[2]}/?comment_id={comment_id}"
        given: dict[str, Any] = {"message": text, "permalink_url": link, "like_count": 0, "comment_count": 0}
        given["from"] = {"id": author.id, "name": author.name}
        if parent:
            given["parent"] = {"id": parent}
        self._add(comment_id, "comment", parent=post_id, values=given | values, listed="comments")
        return comment_id

    def _ig_comment(self, media_id: str, text: str, author: Person, parent: str) -> str:
        comment_id = str(18000000000000000 + self._number())
        given: dict[str, Any] = {"text": text, "username": author.username, "like_count": 0, "hidden": False}
        given["from"] = {"id": author.id, "username": author.username}
        if parent:
            given["parent_id"] = parent
        self._add(comment_id, "ig_comment", parent=media_id, values=given)
        self.nodes[parent or media_id].lists.setdefault("replies" if parent else "comments", []).insert(0, comment_id)
        return comment_id

    def _message(self, text: str, author: Person, platform: str, *, by_us: bool, values: dict[str, Any]) -> str:
        name = self.inbox.get((platform, author.id))
        if name is None:
            name = self.inbox[platform, author.id] = f"t_{self._number()}"
            people = [{"id": author.id, "name": author.name}, {"id": PAGE_ID, "name": PAGE_NAME}]
            given = {"participants": {"data": people}, "link": f"/{PAGE_ID}/inbox/{name}/"}
            self._add(name, "conversation", parent=PAGE_ID, values=given)
        message_id = f"m_{self._number()}"
        sender = Person(PAGE_ID if platform == "messenger" else IG_ID, PAGE_NAME, IG_HANDLE) if by_us else author
        who = {"id": sender.id, "name": sender.name, "email": f"{sender.id}@facebook.com"}
        if platform == "instagram":
            who = {"id": sender.id, "username": sender.username}
        self._add(
            message_id, "message", parent=name, values={"message": text, "from": who, **values}, listed="messages"
        )
        conversation = self.nodes[name]
        conversation.at = self.clock.now()
        order = self.nodes[PAGE_ID].lists.setdefault("conversations", [])
        if name in order:
            order.remove(name)
        order.insert(0, name)
        return message_id

    def _is_ours(self, message_id: str) -> bool:
        return self.nodes[message_id].values["from"]["id"] in {PAGE_ID, IG_ID}

    def _add(self, node_id: str, kind: str, *, values: dict[str, Any], parent: str = "", listed: str = "") -> None:
        with self.lock:
            self.nodes[node_id] = Node(node_id, kind, self.clock.now(), values, parent)
            if listed:
                self.nodes[parent].lists.setdefault(listed, []).insert(0, node_id)

    def _number(self) -> int:
        self._next += 1
        return self._next

    def _alive(self, node_id: str) -> Node:
        node = self.nodes.get(PAGE_ID if node_id == PAGE_ALIAS else node_id)
        if node is None or node.is_gone:
            raise error(100, 33, "Unsupported get request. Object does not exist")
        return node

    def _node(self, node_id: str, tree: Tree) -> dict[str, Any]:
        node = self._alive(node_id)
        found: dict[str, Any] = {"id": node.id}
        for name, (args, inner) in tree.items():
            if name in EDGES[node.kind]:
                found[name] = self._edge(node, name, args, inner)
            elif name in FIELDS[node.kind]:
                value = self._value(node, name)
                if value is not None:
                    found[name] = _only(value, inner)
            elif name != "id":
                raise error(100, message=f"Tried accessing nonexisting field ({name})")
        return found

    def _value(self, node: Node, name: str) -> Any:
        if name in {"created_time", "timestamp", "updated_time"}:
            return node.at.strftime("%Y-%m-%dT%H:%M:%S+0000")
        if name == "comments_count":
            return sum(1 for each in self.nodes.values() if each.parent == node.id and not each.is_gone)
        if name == "like_count" and node.reactions:
            return len(node.reactions)
        return node.values.get(name)

    def _edge(self, node: Node, name: str, args: dict[str, str], tree: Tree) -> dict[str, Any]:
        if name == "reactions":
            return {"data": [], "summary": {"total_count": len(node.reactions)}}
        listed = node.lists.get(name, [])
        if name == "conversations":
            listed = [each for each in listed if self._fits(each, args)]
        if name == "comments" and node.kind == "comment":
            listed = [each.id for each in self.nodes.values() if each.values.get("parent", {}).get("id") == node.id]
        limit = min(int(args.get("limit", 25)), self.page_size or 10_000)
        start = self._place(listed, args.get("after"))
        alive = [each for each in listed[start:] if not self.nodes[each].is_gone]
        shown = alive[:limit]
        page: dict[str, Any] = {"data": [self._node(each, tree) for each in self._mixed(shown, listed, start)]}
        if shown:
            page["paging"] = {"cursors": {"before": shown[0], "after": shown[-1]}}
            if len(alive) > limit:
                page["paging"]["next"] = f"https://graph.example/x?access_token=SECRET&limit={limit}&after={shown[-1]}"
        if "summary" in args:
            page["summary"] = {"total_count": len([each for each in listed if not self.nodes[each].is_gone])}
        return page

    def _mixed(self, shown: list[str], listed: list[str], start: int) -> list[str]:
        mixed = list(shown)
        if self.has_duplicates and start and shown and not self.nodes[listed[start - 1]].is_gone:
            mixed.insert(0, listed[start - 1])
        if self.is_disordered:
            random.Random(7).shuffle(mixed)  # noqa: S311 - disorder that is the same each time
        return mixed

    def _fits(self, name: str, args: dict[str, str]) -> bool:
        keys: dict[str, Callable[[tuple[str, str]], str]] = {"platform": lambda k: k[0], "user_id": lambda k: k[1]}
        key = next(key for key, value in self.inbox.items() if value == name)
        return all(args.get(each) in {None, read(key)} for each, read in keys.items())

    @staticmethod
    def _place(listed: list[str], after: str | None) -> int:
        if not after:
            return 0
        if after not in listed:
            raise error(100, message="Invalid cursors values")
        return listed.index(after) + 1


def _only(value: Any, inner: Tree) -> Any:
    if not inner or not isinstance(value, dict):
        return value
    if isinstance(value.get("data"), list):
        return {**value, "data": [_only(each, inner) for each in value["data"]]}
    return {name: each for name, each in value.items() if name in inner}


def _top(node: Node) -> str:
    return str(node.values.get("parent", {}).get("id") or node.values.get("parent_id") or "")
