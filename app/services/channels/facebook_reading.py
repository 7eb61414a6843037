"""Turns posts and comments of a Facebook page into mentions, and our own among them into what we published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from app.models.domain.incoming import IncomingMention
from app.services.channels.base import Figures, OwnPost
from app.services.channels.facebook_kind import CHANNEL
from app.services.channels.graph_reading import (
    NamedFile,
    Seen,
    Unreadable,
    count_of,
    data_of,
    inside,
    name_of,
    node,
    spoken,
    text_of,
    unreadable,
    when,
)

COMMENT_FIELDS = (
    "id,message,created_time,from{id,name},parent{id},permalink_url,like_count,comment_count,is_hidden,attachment"
)
POST_FIELDS = (
    "id,message,story,created_time,updated_time,from{id,name},permalink_url,status_type,full_picture,shares,"
    "attachments,reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count)"
)
_KINDS = {"photo": "image/jpeg", "sticker": "image/png", "animated_image_share": "image/gif", "album": "image/jpeg"}


class PageReader:
    """Reads for one page: what the page itself wrote is ours."""

    def __init__(self, page_id: str) -> None:
        self._page_id = page_id

    def posts(self, items: Iterator[object] | list[object], root: str) -> Iterator[tuple[Mapping[str, Any], Seen]]:
        """Give each post with the object it was read from; what cannot be read is a rejected row."""
        for row, item in enumerate(items, 1):
            try:
                yield node(item), self.post(node(item), root)
            except Unreadable as error:
                yield {}, unreadable(item, row, str(error))

    def comments(self, items: list[object], post_id: str) -> Iterator[Seen]:
        """Give each comment of a post."""
        for row, item in enumerate(items, 1):
            try:
                yield self.comment(node(item), post_id)
            except Unreadable as error:
                yield unreadable(item, row, str(error))

    def post(self, item: Mapping[str, Any], root: str) -> Seen:
        """Read a post. Raises Unreadable."""
        external_id, at = name_of(item), when(item.get("created_time"))
        files, links = _post_files(item)
        text = spoken(text_of(item, "message") or text_of(item, "story"), files)
        author, link = inside(item, "from"), text_of(item, "permalink_url") or None
        if text_of(author, "id") == self._page_id:
            own = OwnPost(external_id, at, text, permalink=link, figures=post_figures(item))
            return Seen(external_id, root, at, own)
        key = text_of(author, "id").lower()
        mention = IncomingMention(
            channel=CHANNEL,
            text=text,
            posted_at=at,
            external_id=external_id,
            author_key=key or None,
            author_name=text_of(author, "name") or None,
            permalink=link,
            thread_key=f"{external_id}:{key}",
            is_direct=True,
            likes=count_of(item, "reactions", "summary", "total_count"),
            shares=count_of(item, "shares", "count"),
            replies=count_of(item, "comments", "summary", "total_count"),
            extra={"kind": "post", "target": external_id, **links},
        )
        return Seen(external_id, root, at, mention, files)

    def comment(self, item: Mapping[str, Any], post_id: str) -> Seen:
        """Read a comment of a post. Raises Unreadable."""
        at = when(item.get("created_time"))
        link = text_of(item, "permalink_url")
        external_id = text_of(item, "id") or _id_of_link(link)
        parent = text_of(inside(item, "parent"), "id") or _parent_of_link(link)
        files, links = _comment_files(inside(item, "attachment"))
        text = spoken(text_of(item, "message"), files)
        author, root = inside(item, "from"), post_id or external_id.partition("_")[0]
        key = text_of(author, "id").lower()
        if key and key == self._page_id:
            figures = _comment_figures(item, external_id)
            own = OwnPost(external_id, at, text, parent or root, permalink=link or None, figures=figures)
            return Seen(external_id, root, at, own)
        figures = _comment_figures(item, external_id)
        mention = IncomingMention(
            channel=CHANNEL,
            text=text,
            posted_at=at,
            external_id=external_id,
            author_key=key or None,
            author_name=text_of(author, "name") or None,
            permalink=link or None,
            in_reply_to=parent or root,
            thread_key=f"{root}:{key or parent or external_id}",
            is_direct=True,
            likes=figures.likes,
            replies=figures.replies,
            extra={"kind": "comment", "target": external_id, "top": parent or external_id, "post": root, **links},
        )
        return Seen(external_id, root, at, mention, files)


def post_figures(item: Mapping[str, Any]) -> Figures:
    """Return the audience figures of a post or a comment, asked for as edges. Raises Unreadable."""
    return Figures(
        name_of(item),
        likes=count_of(item, "reactions", "summary", "total_count"),
        shares=count_of(item, "shares", "count"),
        replies=count_of(item, "comments", "summary", "total_count"),
    )


def _comment_figures(item: Mapping[str, Any], external_id: str) -> Figures:
    return Figures(external_id, likes=count_of(item, "like_count"), replies=count_of(item, "comment_count"))


def _post_files(item: Mapping[str, Any]) -> tuple[tuple[NamedFile, ...], dict[str, str]]:
    """Return the pictures of a post, and what it links to."""
    files, links = [], {}
    for n, found in enumerate(_attachments(item), 1):
        kind = text_of(found, "media_type") or text_of(found, "type")
        source = text_of(inside(inside(found, "media"), "image"), "src")
        link = text_of(found, "unshimmed_url") or text_of(found, "url")
        if kind in _KINDS and source:
            files.append(NamedFile(f"{kind}-{n}.jpg", _KINDS[kind], source))
        elif link:
            links[f"link_{n}"] = link
            links[f"link_title_{n}"] = text_of(found, "title") or text_of(found, "description")
    picture = text_of(item, "full_picture")
    if picture and not files and not links:
        files.append(NamedFile("photo-1.jpg", "image/jpeg", picture))
    return tuple(files), {name: text for name, text in links.items() if text}


def _attachments(item: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for found in data_of(item.get("attachments")):
        if not isinstance(found, dict):
            continue
        below = [each for each in data_of(found.get("subattachments")) if isinstance(each, dict)]
        yield from below or [found]


def _comment_files(found: Mapping[str, Any]) -> tuple[tuple[NamedFile, ...], dict[str, str]]:
    kind, link = text_of(found, "type"), text_of(found, "url")
    source = text_of(inside(inside(found, "media"), "image"), "src")
    if kind in _KINDS and source:
        return (NamedFile(f"{kind}.jpg", _KINDS[kind], source),), {}
    links = {"link_1": link, "link_title_1": text_of(found, "title")}
    return (), {name: text for name, text in links.items() if text}


def _id_of_link(link: str) -> str:
    """Return a comment's id from its address: the parts stand in it when the field was not given. Raises Unreadable."""
    query = parse_qs(urlsplit(link).query)
    number = (query.get("reply_comment_id") or query.get("comment_id") or [""])[0]
    post = urlsplit(link).path.rstrip("/").rpartition("/")[2]
    if not number or not post:
        raise Unreadable("id")
    return f"{post}_{number}"


def _parent_of_link(link: str) -> str:
    query = parse_qs(urlsplit(link).query)
    if "reply_comment_id" not in query or "comment_id" not in query:
        return ""
    return f"{urlsplit(link).path.rstrip('/').rpartition('/')[2]}_{query['comment_id'][0]}"
