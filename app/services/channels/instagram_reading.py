"""Turns the media, comments and tags of an Instagram account into mentions and into what we published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.models.domain.incoming import IncomingMention
from app.services.channels.base import Figures, OwnPost
from app.services.channels.graph_reading import (
    NamedFile,
    Seen,
    Unreadable,
    count_of,
    inside,
    name_of,
    node,
    spoken,
    text_of,
    unreadable,
    when,
)
from app.services.channels.instagram_kind import CHANNEL

MEDIA, TAG = "media:", "tag:"
"""What stands before the ids of media, so that they are told from comments: both are mere numbers there."""

COMMENT_FIELDS = "id,text,timestamp,username,from,parent_id,like_count,hidden"
_SHOWN = "id,caption,timestamp,permalink,media_type,media_url,like_count,comments_count"
MEDIA_FIELDS = f"{_SHOWN},comments.limit(50){{{COMMENT_FIELDS},replies.limit(50){{{COMMENT_FIELDS}}}}}"
TAG_FIELDS = f"{_SHOWN},username"
_TYPES = {"IMAGE": "image/jpeg", "VIDEO": "video/mp4", "CAROUSEL_ALBUM": "image/jpeg"}


class AccountReader:
    """Reads for one account, ``own_id`` and ``handle``: what it wrote itself is ours."""

    def __init__(self, own_id: str, handle: str) -> None:
        self._own_id = own_id
        self._handle = handle.lower()

    def comments(self, items: Sequence[object], media: Mapping[str, str], parent: str = "") -> Iterator[Seen]:
        """Give each comment on a media (``id``, ``link``); ``parent`` is the comment whose answers they are."""
        for row, item in enumerate(items, 1):
            try:
                yield self.comment(node(item), media, parent)
            except Unreadable as error:
                yield unreadable(item, row, str(error))

    def media(self, item: Mapping[str, Any]) -> Seen:
        """Read a media of our own. Raises Unreadable."""
        figures = media_figures(item)
        at, link = when(item.get("timestamp")), text_of(item, "permalink") or None
        own = OwnPost(figures.external_id, at, text_of(item, "caption"), permalink=link, figures=figures)
        return Seen(figures.external_id, "media", at, own)

    def tag(self, item: Mapping[str, Any]) -> Seen:
        """Read a media of somebody who tagged us. Raises Unreadable."""
        number, at = name_of(item), when(item.get("timestamp"))
        handle, caption = text_of(item, "username"), text_of(item, "caption")
        kind = _TYPES.get(text_of(item, "media_type"), "application/octet-stream")
        url = text_of(item, "media_url")
        files = (NamedFile(f"{number}.{'mp4' if kind.startswith('video') else 'jpg'}", kind, url),) if url else ()
        is_named = bool(self._handle) and f"@{self._handle}" in caption.lower()
        mention = IncomingMention(
            channel=CHANNEL,
            text=spoken(caption, files),
            posted_at=at,
            external_id=f"{TAG}{number}",
            author_key=handle.lower() or None,
            author_name=f"@{handle}" if handle else None,
            permalink=text_of(item, "permalink") or None,
            thread_key=f"{TAG}{number}:{handle.lower()}",
            is_direct=True,
            likes=count_of(item, "like_count"),
            replies=count_of(item, "comments_count"),
            extra={"kind": "tag", "target": number, "named": "yes" if is_named else "no"},
        )
        return Seen(f"{TAG}{number}", "tags", at, mention, files, is_late=True)

    def comment(self, item: Mapping[str, Any], media: Mapping[str, str], parent: str = "") -> Seen:
        """Read a comment on a media, or an answer to one. Raises Unreadable."""
        external_id, at = name_of(item), when(item.get("timestamp"))
        author = inside(item, "from")
        handle = text_of(item, "username") or text_of(author, "username")
        author_id = text_of(author, "id") or text_of(inside(item, "user"), "id")
        above = text_of(item, "parent_id") or parent
        root = media.get("id") or f"{MEDIA}{text_of(inside(item, 'media'), 'id')}"
        text, link = text_of(item, "text"), media.get("link") or None
        list_name = above or root
        if author_id == self._own_id or (handle and handle.lower() == self._handle):
            figures = Figures(external_id, likes=count_of(item, "like_count"))
            own = OwnPost(external_id, at, text, above or root, permalink=link, figures=figures)
            return Seen(external_id, list_name, at, own)
        mention = IncomingMention(
            channel=CHANNEL,
            text=text,
            posted_at=at,
            external_id=external_id,
            author_key=handle.lower() or None,
            author_name=f"@{handle}" if handle else None,
            permalink=link,
            in_reply_to=above or root,
            thread_key=f"{root}:{handle.lower() or above or external_id}",
            is_direct=True,
            likes=count_of(item, "like_count"),
            extra={"kind": "comment", "target": external_id, "top": above or external_id, "author_id": author_id},
        )
        return Seen(external_id, list_name, at, mention)


def media_figures(item: Mapping[str, Any]) -> Figures:
    """Return the audience figures of a media. Raises Unreadable."""
    likes, replies = count_of(item, "like_count"), count_of(item, "comments_count")
    return Figures(f"{MEDIA}{name_of(item)}", likes=likes, replies=replies)


def comment_figures(item: Mapping[str, Any]) -> Figures:
    """Return the audience figures of a comment. Raises Unreadable."""
    return Figures(name_of(item), likes=count_of(item, "like_count"))
