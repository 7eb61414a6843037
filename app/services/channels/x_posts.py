"""Turns X's posts and direct messages into mentions, also in the words that X used before it renamed tweets."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.services.channels.base import Figures, OwnPost
from app.services.channels.loose_json import mapping, moment, whole
from app.services.channels.shapes import list_at, text_at
from app.services.channels.x_kind import CHANNEL

DIRECT = "dm:"
"""What stands before the id of a direct message, so that it is never taken for a post."""
_MOST_PICTURES = 4
_NO_LANGUAGES = frozenset({"und", "zxx", "art"})
_LEADING_HANDLES = re.compile(r"^(?:@\w+\s+)+")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
Download = Callable[[str], bytes | None]
Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Us:
    """Our own account."""

    id: str
    handle: str


@dataclass(frozen=True, slots=True)
class Included:
    """What a page brings along beside its posts."""

    users: Mapping[str, Object]
    posts: Mapping[str, Object]
    media: Mapping[str, Object]


def included(body: Object) -> Included:
    """Return the users, posts and media that a page refers to, by their ids."""
    given = mapping(body.get("includes"))
    posts = list_at(given.get("posts")) or list_at(given.get("tweets"))
    return Included(
        _by(list_at(given.get("users")), "id"), _by(posts, "id"), _by(list_at(given.get("media")), "media_key")
    )


def words_of(post: Object) -> str:
    """Return a post's whole text, with the links that its author meant instead of X's short ones."""
    note = mapping(post.get("note_post")) or mapping(post.get("note_tweet"))
    source = note if text_at(note.get("text")) else post
    found = html.unescape(text_at(source.get("text")))
    for each in list_at(mapping(source.get("entities")).get("urls")):
        link, meant = text_at(mapping(each).get("url")), text_at(mapping(each).get("expanded_url"))
        if link and meant:
            is_media = bool(mapping(each).get("media_key")) or "/photo/" in meant or "/video/" in meant
            found = found.replace(link, "" if is_media else meant)
    return found.strip()


def same_words(ours: str, theirs: str) -> bool:
    """Tell whether a post is what we wrote, whatever X put before it or made of its links."""
    return _bare(ours) == _bare(theirs)


def mention_of(
    post: Object, beside: Included, us: Us, download: Download, *, is_addressed: bool
) -> IncomingMention | OwnPost:
    """Return what a post is to us. Raises ValueError for what has no id or no time."""
    current, author_id = text_at(post.get("id")), text_at(post.get("author_id"))
    at = moment(post.get("created_at"))
    if not current or at is None:
        raise ValueError("not a post")
    author = beside.users.get(author_id, {})
    handle = text_at(author.get("username")).lower() or author_id
    history = _history(post)
    first = history[0] if history else current
    references = _references(post)
    parent = references.get("replied_to") or references.get("quoted")
    root = text_at(post.get("conversation_id")) or first
    if author_id and author_id == us.id:
        return OwnPost(
            current,
            at,
            words_of(post),
            parent,
            f"{root}:{handle}",
            _permalink(handle, current),
            figures=figures_of(post, is_ours=True),
        )
    passed_on = references.get("retweeted")
    shown = words_of(beside.posts.get(passed_on or "", {})) or words_of(post)
    figures = figures_of(post, is_ours=False)
    return IncomingMention(
        channel=CHANNEL,
        text=shown,
        posted_at=at,
        external_id=first,
        author_key=handle or None,
        author_name=text_at(author.get("name")) or None,
        permalink=_permalink(handle, current),
        in_reply_to=parent,
        thread_key=f"{root}:{handle or first}",
        is_direct=not passed_on and (is_addressed or _names(us, shown)),
        language=_language(text_at(post.get("lang"))),
        likes=figures.likes,
        shares=figures.shares,
        replies=figures.replies,
        reach=whole(mapping(author.get("public_metrics")).get("followers_count")),
        repost_of=passed_on,
        edited_at=at if current != first else None,
        attachments=_pictures(post, beside, download),
        extra=_extra(post, beside, {"post_id": current, "author_id": author_id, "quoted": references.get("quoted")}),
    )


def message_of(event: Object, beside: Included, us: Us) -> IncomingMention | OwnPost:
    """Return what a direct message is to us. Raises ValueError for what has no id, sender or time."""
    key, sender = text_at(event.get("id")), text_at(event.get("sender_id"))
    at, conversation = moment(event.get("created_at")), text_at(event.get("dm_conversation_id"))
    if not key or not sender or at is None:
        raise ValueError("not a message")
    if sender == us.id:
        return OwnPost(f"{DIRECT}{key}", at, words_of(event), thread_key=conversation or None, is_private=True)
    author = beside.users.get(sender, {})
    media = [beside.media.get(each, {}) for each in _media_keys(event)]
    extra = {"dm_conversation_id": conversation, "author_id": sender}
    return IncomingMention(
        channel=CHANNEL,
        text=words_of(event) or ("📷" if media else ""),
        posted_at=at,
        external_id=f"{DIRECT}{key}",
        author_key=text_at(author.get("username")).lower() or sender,
        author_name=text_at(author.get("name")) or None,
        thread_key=conversation or sender,
        is_private=True,
        is_direct=True,
        reach=whole(mapping(author.get("public_metrics")).get("followers_count")),
        # A picture of a direct message is given out to its own application only: it is named, not fetched.
        attachments=tuple(
            IncomingAttachment(f"x-{number}.jpg", "image/jpeg", 0) for number in range(1, len(media) + 1)
        ),
        extra={name: value for name, value in extra.items() if value},
    )


def figures_of(post: Object, *, is_ours: bool) -> Figures:
    """Return a post's audience; how often it was seen is told of our own ones only."""
    metrics = mapping(post.get("public_metrics"))
    shared = whole(metrics.get("repost_count", metrics.get("retweet_count")))
    quoted = whole(metrics.get("quote_count"))
    history = _history(post)
    return Figures(
        history[0] if history and not is_ours else text_at(post.get("id")),
        likes=whole(metrics.get("like_count")),
        shares=None if shared is None and quoted is None else (shared or 0) + (quoted or 0),
        replies=whole(metrics.get("reply_count")),
        reach=whole(metrics.get("impression_count")) if is_ours else None,
    )


def replies_to(post: Object) -> str | None:
    """Return the id of the post that a post answers."""
    return _references(post).get("replied_to")


def _by(values: list[Any], key: str) -> dict[str, Object]:
    return {text_at(mapping(each).get(key)): mapping(each) for each in values if text_at(mapping(each).get(key))}


def _history(post: Object) -> list[str]:
    given = list_at(post.get("edit_history_post_ids")) or list_at(post.get("edit_history_tweet_ids"))
    return [found for each in given if (found := text_at(each))]


def _references(post: Object) -> dict[str, str]:
    given = list_at(post.get("referenced_posts")) or list_at(post.get("referenced_tweets"))
    return {text_at(mapping(each).get("type")): found for each in given if (found := text_at(mapping(each).get("id")))}


def _media_keys(post: Object) -> list[str]:
    return [text_at(each) for each in list_at(mapping(post.get("attachments")).get("media_keys"))]


def _pictures(post: Object, beside: Included, download: Download) -> tuple[IncomingAttachment, ...]:
    found = []
    for number, key in enumerate(_media_keys(post)[:_MOST_PICTURES], start=1):
        address = text_at(beside.media.get(key, {}).get("url"))
        if beside.media.get(key, {}).get("type") != "photo" or not address:
            continue
        content = download(address)
        end = "png" if address.lower().partition("?")[0].endswith(".png") else "jpg"
        media_type = "image/png" if end == "png" else "image/jpeg"
        found.append(IncomingAttachment(f"x-{number}.{end}", media_type, len(content or b""), content))
    return tuple(found)


def _extra(post: Object, beside: Included, values: Mapping[str, str | None]) -> dict[str, str]:
    links = [
        text_at(media.get("url")) or text_at(media.get("preview_image_url"))
        for key in _media_keys(post)
        if (media := beside.media.get(key, {}))
    ]
    found = {**values, "media": " ".join(each for each in links if each)}
    return {name: value for name, value in found.items() if value}


def _names(us: Us, words: str) -> bool:
    return bool(us.handle) and bool(re.search(rf"@{re.escape(us.handle)}\b", words, re.IGNORECASE))


def _language(code: str) -> str | None:
    return None if not code or code in _NO_LANGUAGES or code.startswith("q") else code


def _permalink(handle: str, key: str) -> str:
    return f"https://x.com/{handle or 'i'}/status/{key}"


def _bare(words: str) -> str:
    found = _LEADING_HANDLES.sub("", " ".join(words.split()))
    return " ".join(_SCHEME.sub("", each).rstrip("/") for each in found.split())
