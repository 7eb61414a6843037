"""A Bluesky server of one's own: posts, notifications, search and private conversations, with sessions that end."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route

PASSWORD = "abcd-efgh-ijkl-mnop"
_SIGN_IN = ("/xrpc/com.atproto.server.", "/img/")


class BlueskyCounterpart(HttpServer):
    """``write`` posts as a customer, ``message`` writes to us in private; ``posts`` and ``convos`` hold everything."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
        self.people: dict[str, dict[str, str]] = {}
        self.me = self.person("loja.example", "Loja Exemplo")
        self.password = PASSWORD
        self.is_strong_password = True
        self.access, self.refresh, self.sign_ins = "", "", 0
        self.ended: set[str] = set()
        self.posts: dict[str, dict[str, Any]] = {}
        self.notifications: list[tuple[str, str, str]] = []
        self.likes: dict[str, dict[str, Any]] = {}
        self.convos: dict[str, dict[str, Any]] = {}
        self.messages: dict[str, list[dict[str, Any]]] = {}
        self.blobs: list[tuple[str, bytes]] = []
        self.shy: set[str] = set()
        self.commits = 0
        self._numbers = itertools.count(1)
        super().__init__()

    # What a test does as somebody else.

    def person(self, handle: str, name: str = "") -> dict[str, str]:
        did = f"did:plc:{handle.replace('.', '')}"
        return self.people.setdefault(did, {"did": did, "handle": handle, "displayName": name or handle})

    def write(
        self,
        text: str,
        *,
        by: str = "ana.example",
        reply_to: str | None = None,
        at: datetime | None = None,
        **given: Any,
    ) -> str:
        """Post as a customer; naming us or answering us notifies us. Returns the uri."""
        record: dict[str, Any] = {"$type": "app.bsky.feed.post", "text": text, "langs": ["pt"], **given}
        if reply_to is not None:
            parent = self.posts[reply_to]
            root = parent["record"].get("reply", {}).get("root") or _ref(parent)
            record["reply"] = {"root": root, "parent": _ref(parent)}
        if "@loja.example" in text:
            feature = {"$type": "app.bsky.richtext.facet#mention", "did": self.me["did"]}
            record["facets"] = [{"index": {"byteStart": 0, "byteEnd": 13}, "features": [feature]}]
        record["createdAt"] = _iso(at or self._tick())
        return self._store(self.person(by), f"k{next(self._numbers)}", record, at)

    def delete(self, uri: str) -> None:
        del self.posts[uri]
        self.notifications = [each for each in self.notifications if each[0] != uri]

    def message(self, text: str, *, by: str = "ana.example") -> str:
        """Write to us in private. Returns ``conversation/message``."""
        convo_id = self._convo_with(self.person(by))
        return f"{convo_id}/{self._say(convo_id, self.person(by)['did'], text)['id']}"

    def take_back(self, external_id: str) -> None:
        convo_id, _, number = external_id.partition("/")
        for each in self.messages[convo_id]:
            if each["id"] == number:
                each["$type"] = "chat.bsky.convo.defs#deletedMessageView"
        self.convos[convo_id]["rev"] = f"r{next(self._numbers)}"

    def answers_to(self, uri: str) -> list[dict[str, Any]]:
        answers = self.posts.values()
        return [each for each in answers if each["record"].get("reply", {}).get("parent", {}).get("uri") == uri]

    def end_session(self) -> None:
        """The access token is over; the other one still holds."""
        self.ended.add(self.access)

    # What a client asks.

    def before(self, request: Request) -> Reply | None:
        if request.path.startswith(_SIGN_IN):
            return None
        if request.bearer in self.ended:
            return Reply.json({"error": "ExpiredToken", "message": "Token has expired"}, 400)
        if request.bearer != self.access or not self.access:
            return Reply.json({"error": "InvalidToken", "message": "Token could not be verified"}, 400)
        is_chat = request.path.startswith("/xrpc/chat.")
        if is_chat and request.headers.get("atproto-proxy") != "did:web:api.bsky.chat#bsky_chat":
            return Reply.json({"error": "XRPCNotSupported", "message": "XRPCNotSupported"}, 404)
        if is_chat and not self.is_strong_password:
            return Reply.json({"error": "InvalidToken", "message": "Bad token scope"}, 400)
        return None

    @route("POST", r"/xrpc/com\.atproto\.server\.createSession")
    def sign_in(self, request: Request) -> object:
        if request.json() != {"identifier": self.me["handle"], "password": self.password}:
            raise Refusal(401, {"error": "AuthenticationRequired", "message": "Invalid identifier or password"})
        self.sign_ins += 1
        return self._session()

    @route("POST", r"/xrpc/com\.atproto\.server\.refreshSession")
    def renew(self, request: Request) -> object:
        if request.bearer != self.refresh or self.refresh in self.ended:
            raise Refusal(400, {"error": "ExpiredToken", "message": "Token has been revoked"})
        return self._session()

    @route("GET", r"/xrpc/com\.atproto\.identity\.resolveHandle")
    def resolve(self, request: Request) -> object:
        for each in self.people.values():
            if each["handle"] == request.one("handle"):
                return {"did": each["did"]}
        raise Refusal(400, {"error": "InvalidRequest", "message": "Unable to resolve handle"})

    @route("GET", r"/xrpc/app\.bsky\.notification\.listNotifications")
    def notified(self, request: Request) -> object:
        reasons = request.query.get("reasons", [])
        told = [
            {**self.posts[uri], "reason": reason, "isRead": False, "indexedAt": at}
            for uri, reason, at in self.notifications
            if uri in self.posts and (not reasons or reason in reasons)
        ]
        return self._page(request, "notifications", [_without_counts(each) for each in told])

    @route("GET", r"/xrpc/app\.bsky\.feed\.searchPosts")
    def search(self, request: Request) -> object:
        words = request.one("q").strip('"').lower()
        return self._page(request, "posts", [e for e in self.posts.values() if words in e["record"]["text"].lower()])

    @route("GET", r"/xrpc/app\.bsky\.feed\.getPosts")
    def hydrated(self, request: Request) -> object:
        assert len(request.query["uris"]) <= 25
        return {"posts": [self._view(uri) for uri in request.query["uris"] if uri in self.posts]}

    @route("GET", r"/xrpc/app\.bsky\.feed\.getAuthorFeed")
    def feed(self, request: Request) -> object:
        mine = [each for each in self.posts.values() if each["author"]["did"] == request.one("actor")]
        page = self._page(request, "posts", mine)
        return {"feed": [{"post": each} for each in page.pop("posts")], **page}

    @route("GET", r"/xrpc/com\.atproto\.repo\.getRecord")
    def record(self, request: Request) -> object:
        uri = f"at://{request.one('repo')}/{request.one('collection')}/{request.one('rkey')}"
        if uri not in self.posts:
            raise Refusal(400, {"error": "RecordNotFound", "message": f"Could not locate record: {uri}"})
        return {"uri": uri, "cid": self.posts[uri]["cid"], "value": self.posts[uri]["record"]}

    @route("POST", r"/xrpc/com\.atproto\.repo\.(putRecord|createRecord)")
    def put(self, request: Request, _: str) -> object:
        body = request.json()
        record, collection = body["record"], body["collection"]
        if collection == "app.bsky.feed.like":
            uri = f"at://{self.me['did']}/{collection}/{body['rkey']}"
            self.likes.setdefault(uri, record)
            return {"uri": uri, "cid": f"cid-{uri}"}
        if "text" not in record or "createdAt" not in record:
            raise Refusal(400, {"error": "InvalidRequest", "message": 'Record must have the property "text"'})
        if len(record["text"]) > 300:
            raise Refusal(
                400, {"error": "InvalidRequest", "message": "Record/text must not be longer than 300 graphemes"}
            )
        uri = self._store(self.me, body["rkey"], record, None)
        return {"uri": uri, "cid": self.posts[uri]["cid"], "validationStatus": "valid"}

    @route("POST", r"/xrpc/com\.atproto\.repo\.deleteRecord")
    def remove(self, request: Request) -> object:
        body = request.json()
        self.likes.pop(f"at://{body['repo']}/{body['collection']}/{body['rkey']}", None)
        return {}

    @route("POST", r"/xrpc/com\.atproto\.repo\.uploadBlob")
    def upload(self, request: Request) -> object:
        self.blobs.append((request.headers["content-type"], request.body))
        ref = {"$link": f"bafy{len(self.blobs)}"}
        size = len(request.body)
        return {"blob": {"$type": "blob", "ref": ref, "mimeType": request.headers["content-type"], "size": size}}

    @route("GET", r"/xrpc/chat\.bsky\.convo\.listConvos")
    def conversations(self, request: Request) -> object:
        listed = [
            {**each, "lastMessage": self.messages[each["id"]][-1], "indexedAt": self.messages[each["id"]][-1]["sentAt"]}
            for each in self.convos.values()
        ]
        return self._page(request, "convos", listed)

    @route("GET", r"/xrpc/chat\.bsky\.convo\.getConvo")
    def conversation(self, request: Request) -> object:
        return {"convo": self.convos[request.one("convoId")]}

    @route("GET", r"/xrpc/chat\.bsky\.convo\.getConvoForMembers")
    def conversation_with(self, request: Request) -> object:
        (did,) = request.query["members"]
        if did in self.shy:
            raise Refusal(400, {"error": "InvalidRequest", "message": "recipient has disabled incoming messages"})
        return {"convo": self.convos[self._convo_with(self.people[did])]}

    @route("GET", r"/xrpc/chat\.bsky\.convo\.getMessages")
    def talk(self, request: Request) -> object:
        if request.one("convoId") not in self.convos:
            raise Refusal(400, {"error": "InvalidConvo", "message": "Convo not found"})
        listed = [{**each, "indexedAt": each["sentAt"]} for each in self.messages[request.one("convoId")]]
        return self._page(request, "messages", listed)

    @route("POST", r"/xrpc/chat\.bsky\.convo\.sendMessage")
    def say(self, request: Request) -> object:
        body = request.json()
        return self._say(body["convoId"], self.me["did"], body["message"]["text"])

    @route("GET", r"/img/(.+)")
    def image(self, _: Request, name: str) -> object:
        return Reply.text(b"picture " + name.encode(), "image/jpeg")

    def _session(self) -> dict[str, Any]:
        number = next(self._numbers)
        self.access, self.refresh = f"access-{number}", f"refresh-{number}"
        own = {"did": self.me["did"], "handle": self.me["handle"], "active": True}
        return {"accessJwt": self.access, "refreshJwt": self.refresh, **own}

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def _store(self, author: dict[str, str], rkey: str, record: dict[str, Any], at: datetime | None) -> str:
        uri = f"at://{author['did']}/app.bsky.feed.post/{rkey}"
        if uri in self.posts and self.posts[uri]["record"] == record:
            return uri
        self.commits += 1
        seen = _iso(at or self._tick())
        cid = f"bafycid{next(self._numbers)}"
        self.posts[uri] = {"uri": uri, "cid": cid, "author": author, "record": record, "indexedAt": seen}
        parent = record.get("reply", {}).get("parent", {}).get("uri", "")
        if author is not self.me:
            named = self.me["did"] in str(record.get("facets"))
            quoted = str(record.get("embed")).find(self.me["did"]) >= 0
            reasons = {"reply": self.me["did"] in parent, "mention": named, "quote": quoted}
            self.notifications += [(uri, reason, seen) for reason, is_so in reasons.items() if is_so][:1]
        return uri

    def _view(self, uri: str) -> dict[str, Any]:
        liked = [like for like, record in self.likes.items() if record["subject"]["uri"] == uri]
        counts = {"likeCount": len(liked) + 2, "repostCount": 1, "quoteCount": 3}
        view = {**self.posts[uri], **counts, "replyCount": len(self.answers_to(uri))}
        view.setdefault("viewer", {})
        return {**view, "viewer": {**view["viewer"], **({"like": liked[0]} if liked else {})}}

    def _convo_with(self, person: dict[str, str]) -> str:
        convo_id = f"convo-{person['handle']}"
        members = [self.me, person]
        made = {"id": convo_id, "rev": "r0", "members": members, "muted": False, "unreadCount": 0}
        self.convos.setdefault(convo_id, made)
        self.messages.setdefault(convo_id, [])
        return convo_id

    def _say(self, convo_id: str, did: str, text: str) -> dict[str, Any]:
        number = next(self._numbers)
        self.convos[convo_id]["rev"] = f"r{number}"
        kind, at = "chat.bsky.convo.defs#messageView", _iso(self._tick())
        said = {
            "$type": kind,
            "id": f"m{number}",
            "rev": f"r{number}",
            "text": text,
            "sender": {"did": did},
            "sentAt": at,
        }
        self.messages[convo_id].append(said)
        return said

    def _page(self, request: Request, name: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
        newest = sorted(entries, key=lambda each: each["indexedAt"], reverse=True)
        start, most = int(request.one("cursor", "0")), int(request.one("limit", "50"))
        following = {"cursor": str(start + most)} if start + most < len(newest) else {}
        return {name: newest[start : start + most], **following}


def _ref(post: dict[str, Any]) -> dict[str, str]:
    return {"uri": post["uri"], "cid": post["cid"]}


def _without_counts(view: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in view.items() if not key.endswith("Count") and key != "embed"}


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
