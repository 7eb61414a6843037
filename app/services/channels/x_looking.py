"""What X is asked for of posts and messages, and how an answer of ours is looked up among the last ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from app.models.domain.channel_health import Problem
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import ChannelError, OutgoingReply, Receipt
from app.services.channels.loose_json import mapping, moment
from app.services.channels.shapes import list_at, text_at
from app.services.channels.x_door import USER_FIELDS, XDoor
from app.services.channels.x_posts import DIRECT, Us, replies_to, same_words, words_of

_SLACK = timedelta(minutes=2)
_FEW, _PAGE, _MOST_PAGES = 20, 100, 5
POST_FIELDS = {
    "post.fields": "attachments,conversation_id,created_at,entities,id,lang,note_post,public_metrics,text",
    "expansions": "attachments.media_keys,author_id,edit_history_post_ids,referenced_posts",
    "media.fields": "media_key,preview_image_url,type,url",
    **USER_FIELDS,
}
MESSAGE_FIELDS = {
    "dm_event.fields": "attachments,created_at,dm_conversation_id,entities,event_type,id,text",
    "event_types": "MessageCreate",
    "expansions": "attachments.media_keys,sender_id",
    "media.fields": "media_key,type,url",
    **USER_FIELDS,
}


def find_sent(door: XDoor, reply: OutgoingReply, count: Callable[[int], object]) -> Receipt | None:
    """Look an answer up among our last posts, or in its conversation; ``count`` is told of items read, which cost.

    Raises ChannelError ``no_answer`` when there are so many since that nobody can say that it is not there.
    """
    us = door.who_we_are()
    earliest = reply.written_at - _SLACK if reply.written_at else None
    is_private = reply.visibility is Visibility.PRIVATE
    target = reply.previous_id or reply.extra.get("post_id") or reply.in_reply_to
    for page in _last_ones(door, reply, us, earliest):
        count(len(page))
        times = [at for each in page if (at := moment(each.get("created_at"))) is not None]
        for each in page:
            at, key = moment(each.get("created_at")), text_at(each.get("id"))
            is_late = earliest is None or (at is not None and at >= earliest)
            is_here = text_at(each.get("sender_id")) == us.id if is_private else replies_to(each) == target
            if is_here and is_late and same_words(reply.text, words_of(each)):
                return Receipt(f"{DIRECT}{key}") if is_private else Receipt(key, f"https://x.com/i/status/{key}")
        if earliest is not None and times and min(times) < earliest:
            return None
    return None


def _last_ones(
    door: XDoor, reply: OutgoingReply, us: Us, earliest: datetime | None
) -> Iterator[Sequence[Mapping[str, Any]]]:
    """Give what we posted, or what was said in a conversation, newest first: few at first, since each costs."""
    is_private = reply.visibility is Visibility.PRIVATE
    path = f"{message_path(reply)}/dm_events" if is_private else f"/2/users/{us.id}/tweets"
    values: dict[str, Any] = {**(MESSAGE_FIELDS if is_private else POST_FIELDS), "max_results": _FEW}
    if earliest and not is_private:
        values["start_time"] = stamp(earliest)
    for _ in range(_MOST_PAGES):
        body = door.body_of(door.ask(path, values))
        yield objects_of(body)
        token = text_at(mapping(body.get("meta")).get("next_token"))
        if not token:
            return
        values |= {"max_results": _PAGE, "pagination_token": token}
    raise ChannelError(Problem.NO_ANSWER)


def message_path(reply: OutgoingReply) -> str:
    """Return the conversation that a private answer belongs to, or the one with the author of a public post."""
    conversation = reply.extra.get("dm_conversation_id")
    author = reply.extra.get("author_id")
    if conversation:
        return f"/2/dm_conversations/{quote(conversation, safe='')}"
    if not author:
        raise ChannelError(Problem.TARGET_GONE)
    return f"/2/dm_conversations/with/{quote(author, safe='')}"


def objects_of(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the objects that an answer brings."""
    return [mapping(each) for each in list_at(body.get("data"))]


def stamp(at: datetime) -> str:
    """Return a time as X wants it in a question."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
