"""A YouTube Data API of our own: one channel's videos, the threads below them, keys, sign-ins and a quota."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route
from tests.fakes import FakeClock

CHANNEL_ID, HANDLE, TITLE, UPLOADS = (
    "UCpadariaAurora0000000001",
    "@padariaaurora",
    "Padaria Aurora",
    "UUpadariaAurora0000000001",
)
API_KEY, ACCESS_TOKEN = "api-key", "access-token"


@dataclass
class Viewer:
    """Somebody with a channel of their own."""

    id: str
    name: str


OURS = Viewer(CHANNEL_ID, HANDLE)


@dataclass
class Comment:
    """A comment, or an answer in its thread (``parent``)."""

    id: str
    video: str
    author: Viewer
    text: str
    at: datetime
    changed_at: datetime
    parent: str = ""
    status: str = "published"
    likes: int = 0
    is_gone: bool = False


@dataclass
class Video:
    """One of our videos."""

    id: str
    title: str
    at: datetime
    statistics: dict[str, str] = field(
        default_factory=lambda: {"viewCount": "120", "likeCount": "9", "commentCount": "2"}
    )


def refusal(status: int, reason: str, domain: str = "youtube.comment") -> Refusal:
    """Return a refusal as YouTube words it."""
    items = [{"message": reason, "domain": domain, "reason": reason}]
    return Refusal(status, {"error": {"code": status, "message": reason, "errors": items}})


class YoutubeServer(HttpServer):
    """The channel's world. Tests write as viewers and look at what was answered."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self.clock = clock
        self.comments: dict[str, Comment] = {}
        self.videos: dict[str, Video] = {}
        self.tokens = {ACCESS_TOKEN}
        self.token_channel = CHANNEL_ID
        self.units_left = 10_000
        self.page_size: int | None = None
        self.shown_answers = 5
        self.is_disordered = False
        self.has_duplicates = False
        self.are_comments_disabled = False
        self._next = 100

    # What viewers do.

    def video(self, title: str) -> str:
        """Publish a video of our own."""
        number = f"vid{self._number()}"
        self.videos[number] = Video(number, title, self.clock.now())
        return number

    def comment(self, video: str, text: str, author: Viewer, parent: str = "") -> str:
        """Comment a video, or answer in a thread."""
        number = f"Ug{self._number()}"
        now = self.clock.now()
        name = f"{parent}.{number}" if parent else number
        self.comments[name] = Comment(name, video, author, text, now, now, parent)
        return name

    def edit(self, number: str, text: str) -> None:
        """Change a text at the source."""
        self.comments[number].text = text
        self.comments[number].changed_at = self.clock.now()

    def remove(self, number: str) -> None:
        """Take a comment away at the source, with its answers."""
        for each in self.comments.values():
            each.is_gone = each.is_gone or number in {each.id, each.parent}

    def answers(self, thread: str) -> list[str]:
        """Return what we answered in a thread."""
        return [each.text for each in self.comments.values() if each.parent == thread and each.author is OURS]

    def refuse_next(self, status: int, reason: str, **given: Any) -> None:
        """Refuse the next request with a reason."""
        items = [{"message": reason, "domain": "global", "reason": reason}]
        self.fail_next(status, body={"error": {"code": status, "errors": items}}, **given)

    # What the network answers.

    def before(self, request: Request) -> Reply | None:
        assert "key" not in request.query, "a key stands in an address"
        is_writing = request.method == "POST" or request.one("mine")
        key = request.headers.get("x-goog-api-key", "")
        if request.bearer not in self.tokens and (is_writing or key != API_KEY):
            if key and not is_writing:
                details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]
                errors = [{"reason": "badRequest"}]
                raise Refusal(400, {"error": {"code": 400, "errors": errors, "details": details}})
            raise refusal(401, "authError", "global")
        self.units_left -= 50 if request.method == "POST" else 1
        if self.units_left < 0:
            raise refusal(403, "quotaExceeded", "youtube.quota")
        return None

    @route("GET", r"/channels")
    def channels(self, request: Request) -> object:
        wanted = {request.one("id"), request.one("forHandle")}
        number = self.token_channel if request.one("mine") else CHANNEL_ID
        if not request.one("mine") and not wanted & {CHANNEL_ID, HANDLE}:
            return {"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 0}}
        details = {"relatedPlaylists": {"uploads": UPLOADS}}
        return {"kind": "x", "items": [{"id": number, "snippet": {"title": TITLE}, "contentDetails": details}]}

    @route("GET", r"/commentThreads")
    def threads(self, request: Request) -> object:
        tops = [each for each in self.comments.values() if not each.parent and not each.is_gone]
        if request.one("id"):
            wanted = request.one("id").split(",")
            return {"kind": "x", "items": [self._whole_thread(each) for each in tops if each.id in wanted]}
        assert request.one("allThreadsRelatedToChannelId") == CHANNEL_ID
        assert request.one("textFormat", "plainText") == "plainText"
        tops = sorted((each for each in tops if each.status == "published"), key=lambda each: each.at)[::-1]
        return self._page(request, [each.id for each in tops], lambda number: self._whole_thread(self.comments[number]))

    @route("GET", r"/comments")
    def comment_list(self, request: Request) -> object:
        if request.one("id"):
            wanted = request.one("id").split(",")
            found = [each for each in self.comments.values() if each.id in wanted and not each.is_gone]
            return {"kind": "x", "items": [self._shown(each) for each in found]}
        parent = self.comments.get(request.one("parentId"))
        if parent is None or parent.is_gone:
            raise refusal(404, "commentNotFound")
        below = [each.id for each in self._below(parent.id)]
        return self._page(request, below, lambda number: self._shown(self.comments[number]))

    @route("POST", r"/comments")
    def insert(self, request: Request) -> object:
        snippet = request.json()["snippet"]
        parent = self.comments.get(snippet["parentId"])
        if self.are_comments_disabled:
            raise refusal(403, "commentsDisabled")
        if parent is None or parent.is_gone or parent.parent:
            raise refusal(404, "parentCommentNotFound")
        if len(snippet["textOriginal"]) > 10_000:
            raise refusal(400, "commentTextTooLong")
        made = self.comment(parent.video, snippet["textOriginal"], OURS, parent.id)
        return self._shown(self.comments[made])

    @route("POST", r"/comments/setModerationStatus")
    def moderate(self, request: Request) -> object:
        comment = self.comments.get(request.one("id"))
        if comment is None or comment.is_gone:
            raise refusal(404, "commentNotFound")
        comment.status = request.one("moderationStatus")
        return Reply(204)

    @route("GET", r"/playlistItems")
    def playlist(self, request: Request) -> object:
        assert request.one("playlistId") == UPLOADS
        newest = sorted(self.videos.values(), key=lambda each: each.at)[::-1]
        return self._page(request, [each.id for each in newest], lambda number: {"contentDetails": {"videoId": number}})

    @route("GET", r"/videos")
    def video_list(self, request: Request) -> object:
        found = [self.videos[each] for each in request.one("id").split(",") if each in self.videos]
        items = [
            {"id": e.id, "snippet": {"title": e.title, "publishedAt": _text(e.at)}, "statistics": e.statistics}
            for e in found
        ]
        return {"kind": "x", "items": items}

    # How it is kept.

    def _below(self, thread: str) -> list[Comment]:
        return [e for e in self.comments.values() if e.parent == thread and not e.is_gone and e.status == "published"]

    def _whole_thread(self, top: Comment) -> dict[str, Any]:
        below = self._below(top.id)
        found: dict[str, Any] = {
            "kind": "youtube#commentThread",
            "id": top.id,
            "snippet": {
                "channelId": CHANNEL_ID,
                "videoId": top.video,
                "topLevelComment": self._shown(top),
                "canReply": True,
                "totalReplyCount": len(below),
                "isPublic": True,
            },
        }
        if below:
            found["replies"] = {"comments": [self._shown(each) for each in below[-self.shown_answers :]]}
        return found

    def _shown(self, comment: Comment) -> dict[str, Any]:
        snippet = {
            "authorDisplayName": comment.author.name,
            "authorChannelUrl": f"http://www.youtube.com/{comment.author.name}",
            "authorChannelId": {"value": comment.author.id},
            "channelId": CHANNEL_ID,
            "textDisplay": comment.text,
            "likeCount": comment.likes,
            "publishedAt": _text(comment.at),
            "updatedAt": _text(comment.changed_at),
        }
        snippet |= {"parentId": comment.parent} if comment.parent else {"videoId": comment.video}
        return {"kind": "youtube#comment", "id": comment.id, "snippet": snippet}

    def _page(self, request: Request, listed: list[str], shown: Any) -> dict[str, Any]:
        size = min(int(request.one("maxResults", "20")), self.page_size or 100)
        token = request.one("pageToken")
        if token and token.removeprefix("T") not in [*listed, *self.comments]:
            raise refusal(400, "invalidPageToken", "youtube.parameter")
        start = listed.index(token.removeprefix("T")) + 1 if token else 0
        chosen = listed[start : start + size]
        page: dict[str, Any] = {"kind": "x", "pageInfo": {"resultsPerPage": size}}
        if start + size < len(listed):
            page["nextPageToken"] = f"T{chosen[-1]}"
        if self.has_duplicates and start:
            chosen = [listed[start - 1], *chosen]
        if self.is_disordered:
            random.Random(7).shuffle(chosen)  # noqa: S311 - disorder that is the same each time
        page["items"] = [shown(each) for each in chosen]
        return page

    def _number(self) -> str:
        self._next += 1
        return f"{self._next}AaABAg"


def _text(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
