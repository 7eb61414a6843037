"""Turns what a Telegram bot is given into mentions, so that the adapter itself only asks, sends and counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.services.channels.base import OwnPost
from app.services.channels.loose_json import mapping, moment
from app.services.channels.shapes import list_at, text_at
from app.services.channels.telegram_kind import CHANNEL

_PRIVATE = "private"
_SUPERGROUP_PREFIX = "-100"
_POSTS = ("channel_post", "edited_channel_post")
_MESSAGES = ("message", "edited_message", *_POSTS)
_FILES = {
    "document": ("📄", "application/octet-stream"),
    "voice": ("🎤", "audio/ogg"),
    "audio": ("🎵", "audio/mpeg"),
    "video": ("🎬", "video/mp4"),
    "video_note": ("🎬", "video/mp4"),
    "animation": ("🎬", "video/mp4"),
}
Download = Callable[[str, int], bytes | None]
"""``(file_id, size) -> content``; None when it is too large or is not given out."""


@dataclass(frozen=True, slots=True)
class Bot:
    """Who we are on Telegram."""

    id: str
    username: str


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    media_type: str
    size: int
    id: str
    sign: str


def message_of(update: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Return the message of an update and whether it stands in a broadcast channel; empty for other updates.

    Raises ValueError for what is no update.
    """
    key = next((each for each in _MESSAGES if each in update), None)
    if text_at(update.get("update_id")) and key is None:
        return {}, False
    message = mapping(update.get(key or ""))
    if not message:
        raise ValueError("not an update")
    return message, key in _POSTS


def external_id(message: Mapping[str, Any]) -> str:
    """Return the id of a message: chat and number, since numbers count within their chat; "" when it has none.

    A post of the channel that Telegram copies into the group of comments keeps the id that it has in the channel.
    """
    origin = mapping(message.get("forward_origin"))
    if message.get("is_automatic_forward") is True and origin:
        chat, number = text_at(mapping(origin.get("chat")).get("id")), text_at(origin.get("message_id"))
    else:
        chat, number = text_at(mapping(message.get("chat")).get("id")), text_at(message.get("message_id"))
    return f"{chat}:{number}" if chat and number else ""


def own_post(message: Mapping[str, Any], *, is_channel: bool) -> OwnPost | None:
    """Return a post of the company's own channel, None for what a customer wrote. Raises ValueError for no post."""
    at = moment(message.get("date"))
    if at is None or not (is_channel or message.get("is_automatic_forward") is True):
        return None
    key = external_id(message)
    if not key:
        raise ValueError("not a message")
    chat = mapping(mapping(message.get("forward_origin")).get("chat")) or mapping(message.get("chat"))
    return OwnPost(key, at, _words(message, _file_of(message)), permalink=_permalink(chat, key.rpartition(":")[2]))


def mention_of(message: Mapping[str, Any], bot: Bot, download: Download) -> IncomingMention | None:
    """Return what a customer wrote; None for what says nothing (somebody joined, a title changed).

    Raises ValueError for a message without chat, number, author or date.
    """
    key, at = external_id(message), moment(message.get("date"))
    author = mapping(message.get("sender_chat")) or mapping(message.get("from"))
    author_id = text_at(author.get("id"))
    if not key or at is None or not author_id:
        raise ValueError("not a message")
    file = _file_of(message)
    words = _words(message, file)
    if not words:
        return None
    chat = mapping(message.get("chat"))
    return IncomingMention(
        channel=CHANNEL,
        text=words,
        posted_at=at,
        external_id=key,
        author_key=author_id,
        author_name=_name(author) or None,
        permalink=_permalink(chat, text_at(message.get("message_id"))),
        in_reply_to=external_id(mapping(message.get("reply_to_message"))) or None,
        thread_key=_thread(message, chat, author_id),
        is_private=chat.get("type") == _PRIVATE,
        is_direct=chat.get("type") == _PRIVATE or _is_to_us(message, words, bot),
        extra=_extra(message, chat, author, file),
        attachments=_attachments(file, download),
        is_automatic=author.get("is_bot") is True and not message.get("sender_chat"),
        edited_at=_edited(message, at),
    )


def _words(message: Mapping[str, Any], file: _File | None) -> str:
    """Return what was written; what has no words at all gets a sign that shows its kind in any language."""
    written = text_at(message.get("text")) or text_at(message.get("caption"))
    if written:
        return written
    if file is not None:
        return f"{file.sign} {file.name}".strip()
    place, contact = mapping(message.get("location")), mapping(message.get("contact"))
    if place:
        return f"📍 {place.get('latitude')}, {place.get('longitude')}"
    if contact:
        return f"👤 {_name(contact)} {text_at(contact.get('phone_number'))}".strip()
    poll = text_at(mapping(message.get("poll")).get("question"))
    return f"📊 {poll}" if poll else text_at(mapping(message.get("sticker")).get("emoji"))


def _file_of(message: Mapping[str, Any]) -> _File | None:
    sizes = [mapping(each) for each in list_at(message.get("photo"))]
    if sizes:
        largest = max(sizes, key=_size)
        return _File("", "image/jpeg", _size(largest), text_at(largest.get("file_id")), "📷")
    for key, (sign, usual) in _FILES.items():
        found = mapping(message.get(key))
        if found:
            media_type = text_at(found.get("mime_type")) or usual
            return _File(text_at(found.get("file_name")), media_type, _size(found), text_at(found.get("file_id")), sign)
    return None


def _size(found: Mapping[str, Any]) -> int:
    size = found.get("file_size")
    return size if isinstance(size, int) else 0


def _attachments(file: _File | None, download: Download) -> tuple[IncomingAttachment, ...]:
    if file is None or not file.id:
        return ()
    content = download(file.id, file.size)
    name = file.name or f"telegram.{file.media_type.rpartition('/')[2].replace('jpeg', 'jpg')}"
    return (IncomingAttachment(name, file.media_type, len(content or b"") or file.size, content),)


def _thread(message: Mapping[str, Any], chat: Mapping[str, Any], author_id: str) -> str:
    chat_id = text_at(chat.get("id"))
    if chat.get("type") == _PRIVATE:
        return chat_id
    root = text_at(message.get("message_thread_id"))
    return ":".join(each for each in (chat_id, root, author_id) if each)


def _is_to_us(message: Mapping[str, Any], words: str, bot: Bot) -> bool:
    """Tell whether a message in a group names the bot, answers it, or comments a post of the company's channel."""
    answered = mapping(message.get("reply_to_message"))
    if answered.get("is_automatic_forward") is True or text_at(mapping(answered.get("from")).get("id")) == bot.id:
        return True
    entities = list_at(message.get("entities")) + list_at(message.get("caption_entities"))
    if any(text_at(mapping(mapping(each).get("user")).get("id")) == bot.id for each in entities):
        return True
    return bool(bot.username) and bool(re.search(rf"@{re.escape(bot.username)}\b", words, re.IGNORECASE))


def _extra(
    message: Mapping[str, Any], chat: Mapping[str, Any], author: Mapping[str, Any], file: _File | None
) -> dict[str, str]:
    is_topic = message.get("is_topic_message") is True
    values = {
        "chat_id": text_at(chat.get("id")),
        "message_id": text_at(message.get("message_id")),
        "author_id": text_at(author.get("id")),
        "username": text_at(author.get("username")),
        "chat_title": text_at(chat.get("title")),
        "topic_id": text_at(message.get("message_thread_id")) if is_topic else "",
        "album": text_at(message.get("media_group_id")),
        "file_id": file.id if file is not None else "",
    }
    return {key: value for key, value in values.items() if value}


def _edited(message: Mapping[str, Any], at: datetime) -> datetime | None:
    edited = moment(message.get("edit_date"))
    return edited if edited is not None and edited >= at else None


def _permalink(chat: Mapping[str, Any], number: str) -> str | None:
    if chat.get("type") == _PRIVATE or not number:
        return None
    if text_at(chat.get("username")):
        return f"https://t.me/{text_at(chat['username'])}/{number}"
    chat_id = text_at(chat.get("id"))
    if chat_id.startswith(_SUPERGROUP_PREFIX):
        return f"https://t.me/c/{chat_id.removeprefix(_SUPERGROUP_PREFIX)}/{number}"
    return None


def _name(author: Mapping[str, Any]) -> str:
    parts = (text_at(author.get("first_name")), text_at(author.get("last_name")))
    return " ".join(each for each in parts if each) or text_at(author.get("title")) or text_at(author.get("username"))
