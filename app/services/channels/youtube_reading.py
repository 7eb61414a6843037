"""Turns comments below our videos into mentions, and our own answers and videos into what we published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.models.domain.incoming import IncomingMention
from app.services.channels.base import Figures, OwnPost
from app.services.channels.graph_pass import Leaf, ListEnd, Todo
from app.services.channels.graph_reading import (
    Seen,
    Unreadable,
    count_of,
    inside,
    name_of,
    node,
    text_of,
    unreadable,
    when,
)
from app.services.channels.youtube_kind import CHANNEL

THREADS, VIDEOS, VIDEO = "threads", "videos", "video:"
"""The names of the lists, and what stands before a video's id so that it is told from a comment's."""


class ChannelReader:
    """Reads for one YouTube channel: what ``own_id`` wrote is ours."""

    def __init__(self, own_id: str) -> None:
        self._own_id = own_id

    def threads(self, items: Sequence[object], after: str | None) -> Leaf:
        """Read a page of threads with the answers that came along."""
        seen: list[Seen] = []
        lists: list[ListEnd] = []
        moments = []
        for row, item in enumerate(items, 1):
            try:
                top, end, below = self._thread(node(item))
            except Unreadable as error:
                seen.append(unreadable(item, row, str(error)))
                continue
            moments.append(top.at)
            seen.extend([top, *below])
            lists.append(end)
        times = [each for each in moments if each is not None]
        low = min(times, default=None) if after else None
        return Leaf(tuple(seen), (*lists, ListEnd(THREADS, low)), after, max(times, default=None))

    def answers(self, items: Sequence[object], todo: Todo, after: str | None) -> Leaf:
        """Read a page of the answers in one thread."""
        video = todo.about[0] if todo.about else ""
        seen = tuple(self._comments(items, todo.root, video))
        times = [each.at for each in seen if each.at is not None]
        following = Todo(todo.path, after, todo.root, about=todo.about) if after else None
        return Leaf(seen, (ListEnd(todo.root, max(times, default=None) if after else None, following),))

    def comment(self, item: Mapping[str, Any], thread: str = "", video: str = "") -> Seen:
        """Read a comment or an answer. Raises Unreadable."""
        external_id, snippet = name_of(item), node(item.get("snippet"))
        at, changed_at = when(snippet.get("publishedAt")), _changed(snippet)
        video = text_of(snippet, "videoId") or video
        above = text_of(snippet, "parentId") or (thread if thread != external_id else "")
        top = above or external_id
        text = text_of(snippet, "textOriginal") or text_of(snippet, "textDisplay")
        author_id, name = _author(snippet)
        likes = count_of(snippet, "likeCount")
        link = f"https://www.youtube.com/watch?v={video}&lc={external_id}" if video else None
        parent = above or (f"{VIDEO}{video}" if video else None)
        if author_id == self._own_id:
            figures = Figures(external_id, likes=likes)
            own = OwnPost(external_id, at, text, parent, permalink=link, figures=figures)
            return Seen(external_id, above or THREADS, at, own)
        key = author_id.lower() or (name.lower() if name.startswith("@") else "")
        mention = IncomingMention(
            channel=CHANNEL,
            text=text,
            posted_at=at,
            external_id=external_id,
            author_key=key or None,
            author_name=name or None,
            permalink=link,
            in_reply_to=parent,
            thread_key=f"{VIDEO}{video}:{key or top}",
            is_direct=True,
            likes=likes,
            edited_at=changed_at if changed_at and changed_at > at else None,
            extra={"kind": "comment", "top": top, "video": video, "author_id": author_id},
        )
        return Seen(external_id, above or THREADS, at, mention, changed_at=changed_at)

    def _thread(self, item: Mapping[str, Any]) -> tuple[Seen, ListEnd, list[Seen]]:
        thread, snippet = name_of(item), node(item.get("snippet"))
        video = text_of(snippet, "videoId")
        total = count_of(snippet, "totalReplyCount") or 0
        top = self.comment(node(snippet.get("topLevelComment")), thread, video)
        if isinstance(top.value, IncomingMention):
            top = _with_replies(top, top.value, total)
        found = inside(item, "replies").get("comments")
        below = list(self._comments(found if isinstance(found, list) else [], thread, video))
        todo = Todo(thread, "", thread, about=(video,)) if total > len(below) else None
        newest = max((each.at for each in below if each.at is not None), default=top.at) if todo else None
        return top, ListEnd(thread, newest, todo, total, is_counted=True), below

    def _comments(self, items: Sequence[object], thread: str, video: str) -> Iterator[Seen]:
        for row, item in enumerate(items, 1):
            try:
                yield self.comment(node(item), thread, video)
            except Unreadable as error:
                yield unreadable(item, row, str(error))


def video_of(item: Mapping[str, Any]) -> Seen:
    """Read a video of our own. Raises Unreadable."""
    snippet, figures = node(item.get("snippet")), video_figures(item)
    at, number = when(snippet.get("publishedAt")), name_of(item)
    link = f"https://www.youtube.com/watch?v={number}"
    own = OwnPost(figures.external_id, at, text_of(snippet, "title"), permalink=link, figures=figures)
    return Seen(figures.external_id, VIDEOS, at, own)


def video_figures(item: Mapping[str, Any]) -> Figures:
    """Return a video's audience; YouTube writes its numbers as text. Raises Unreadable."""
    statistics = inside(item, "statistics")
    return Figures(
        f"{VIDEO}{name_of(item)}",
        likes=_number(statistics, "likeCount"),
        replies=_number(statistics, "commentCount"),
        reach=_number(statistics, "viewCount"),
    )


def thread_figures(item: Mapping[str, Any]) -> Figures:
    """Return a thread's likes and answers. Raises Unreadable."""
    snippet = inside(item, "snippet")
    likes = count_of(snippet, "topLevelComment", "snippet", "likeCount")
    return Figures(name_of(item), likes=likes, replies=count_of(snippet, "totalReplyCount"))


def answer_figures(item: Mapping[str, Any]) -> Figures:
    """Return an answer's likes. Raises Unreadable."""
    return Figures(name_of(item), likes=count_of(item, "snippet", "likeCount"))


def _with_replies(seen: Seen, mention: IncomingMention, total: int) -> Seen:
    return replace(seen, value=replace(mention, replies=total))


def _author(snippet: Mapping[str, Any]) -> tuple[str, str]:
    return text_of(inside(snippet, "authorChannelId"), "value"), text_of(snippet, "authorDisplayName")


def _changed(snippet: Mapping[str, Any]) -> datetime | None:
    try:
        return when(snippet.get("updatedAt"))
    except Unreadable:
        return None


def _number(item: Mapping[str, Any], key: str) -> int | None:
    text = text_of(item, key)
    return int(text) if text.isdecimal() else None
