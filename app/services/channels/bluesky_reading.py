"""What Bluesky tells about posts and messages, turned into what the program knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.services.channels.base import Figures, OwnPost
from app.services.channels.bluesky_kind import CHANNEL
from app.services.channels.shapes import dig, list_at, moment, needed_moment, needed_text, number_at, text_at
from app.services.channels.walking import Listed

POST, LIKE = "app.bsky.feed.post", "app.bsky.feed.like"
_BELIEVED = timedelta(days=1)


def listed_post(view: object) -> Listed[Any]:
    """Read a post or a notification as an entry of a list, by when the network saw it. Raises Unfit."""
    return Listed(needed_text(view, "uri"), needed_moment(view, "indexedAt"), view, text_at(view, "cid"))


def mention_of(view: object, *, own_did: str, is_direct: bool) -> IncomingMention:
    """Read a post as ``getPosts`` or a notification gives it. Raises Unfit."""
    uri, did = needed_text(view, "uri"), needed_text(view, "author", "did")
    handle = (text_at(view, "author", "handle") or did).lower()
    record = dig(view, "record")
    root = text_at(record, "reply", "root", "uri") or uri
    return IncomingMention(
        channel=CHANNEL,
        text=text_at(record, "text"),
        posted_at=posted_at(view),
        external_id=uri,
        author_key=handle,
        author_name=text_at(view, "author", "displayName") or handle,
        permalink=permalink(uri, handle),
        in_reply_to=text_at(record, "reply", "parent", "uri") or None,
        thread_key=f"{root}:{did}",
        is_direct=is_direct or _is_to(own_did, record),
        language=text_at(record, "langs", 0) or None,
        **_counts(view),
        extra=_extra(view, root),
    )


def own_post_of(view: object) -> OwnPost:
    """Read a post of our own account. Raises Unfit."""
    uri = needed_text(view, "uri")
    return OwnPost(
        external_id=uri,
        posted_at=posted_at(view),
        text=text_at(view, "record", "text"),
        in_reply_to=text_at(view, "record", "reply", "parent", "uri") or None,
        permalink=permalink(uri, text_at(view, "author", "handle")),
        figures=figures_of(view),
    )


def figures_of(view: object) -> Figures:
    """Read a post's audience figures; Bluesky tells no reach. Raises Unfit."""
    return Figures(needed_text(view, "uri"), **_counts(view))


def posted_at(view: object) -> datetime:
    """Return when a post was written: what its author says, unless the network saw it at quite another time."""
    seen, said = needed_moment(view, "indexedAt"), moment(dig(view, "record", "createdAt"))
    return said if said is not None and seen - _BELIEVED <= said <= seen else seen


def permalink(uri: str, handle: str) -> str:
    """Return the address of a post for people."""
    return f"https://bsky.app/profile/{handle or uri.split('/')[2]}/post/{uri.rpartition('/')[2]}"


def attachments_of(view: object, load: Callable[[str], bytes | None]) -> tuple[IncomingAttachment, ...]:
    """Return the pictures of a hydrated post."""
    found = []
    for number, image in enumerate(_images(view), 1):
        url = text_at(image, "fullsize")
        content = load(url) if url else None
        found.append(IncomingAttachment(f"imagem-{number}.jpg", "image/jpeg", len(content or b""), content))
    return tuple(found)


def message_id(convo_id: str, message: object) -> str:
    """Return a message's id as the program keeps it. Raises Unfit."""
    return f"{convo_id}/{needed_text(message, 'id')}"


def listed_message(message: object) -> Listed[Any]:
    """Read a message as an entry of a list; a deleted one is another version of it. Raises Unfit."""
    is_deleted = text_at(message, "$type").endswith("#deletedMessageView")
    return Listed(needed_text(message, "id"), needed_moment(message, "sentAt"), message, "gone" if is_deleted else "")


def private_mention_of(message: object, convo_id: str, people: Mapping[str, tuple[str, str]]) -> IncomingMention:
    """Read a message that somebody wrote to us; ``people``: did -> handle and name. Raises Unfit."""
    did = needed_text(message, "sender", "did")
    handle, name = people.get(did, (did, did))
    return IncomingMention(
        channel=CHANNEL,
        text=text_at(message, "text"),
        posted_at=needed_moment(message, "sentAt"),
        external_id=message_id(convo_id, message),
        author_key=handle.lower(),
        author_name=name or handle,
        permalink=f"https://bsky.app/messages/{convo_id}",
        in_reply_to=f"{convo_id}/{parent}" if (parent := text_at(message, "replyTo", "id")) else None,
        thread_key=convo_id,
        is_private=True,
        is_direct=True,
        extra={"convo_id": convo_id, "did": did},
    )


def private_post_of(message: object, convo_id: str) -> OwnPost:
    """Read a message that we wrote ourselves. Raises Unfit."""
    return OwnPost(
        external_id=message_id(convo_id, message),
        posted_at=needed_moment(message, "sentAt"),
        text=text_at(message, "text"),
        thread_key=convo_id,
        is_private=True,
    )


def _is_to(own_did: str, record: object) -> bool:
    """Tell whether a post names us or answers one of ours."""
    parent = text_at(record, "reply", "parent", "uri")
    named = {text_at(feature, "did") for facet in list_at(record, "facets") for feature in list_at(facet, "features")}
    return own_did in named or parent.startswith(f"at://{own_did}/")


def _counts(view: object) -> dict[str, Any]:
    shares = [each for name in ("repostCount", "quoteCount") if (each := number_at(view, name)) is not None]
    return {
        "likes": number_at(view, "likeCount"),
        "shares": sum(shares) if shares else None,
        "replies": number_at(view, "replyCount"),
    }


def _extra(view: object, root: str) -> dict[str, str]:
    record = dig(view, "record")
    cid = text_at(view, "cid")
    links = [
        uri
        for facet in list_at(record, "facets")
        for feature in list_at(facet, "features")
        if (uri := text_at(feature, "uri"))
    ]
    found = {
        "cid": cid,
        "root_uri": root,
        "root_cid": text_at(record, "reply", "root", "cid") or cid,
        "did": text_at(view, "author", "did"),
        "links": "\n".join(links),
        "media": "\n".join(text_at(image, "fullsize") for image in _images(view)),
        "media_text": "\n".join(alt for image in _images(view) if (alt := text_at(image, "alt"))),
        "quoted": text_at(record, "embed", "record", "uri"),
        "replies_closed": "1" if dig(view, "viewer", "replyDisabled") is True else "",
    }
    return {name: value for name, value in found.items() if value}


def _images(view: object) -> list[Any]:
    return list_at(view, "embed", "images") or list_at(view, "embed", "media", "images")
