"""What a Mastodon server tells about posts, turned into what the program knows; its ids get the server's name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.services.channels.base import ChannelError, Figures, OwnPost
from app.services.channels.http import Answer, retry_after
from app.services.channels.mastodon_kind import CHANNEL
from app.services.channels.shapes import (
    dig,
    list_at,
    moment,
    needed_moment,
    needed_text,
    number_at,
    text_at,
)
from app.services.files.html_text import text_of_html

_URL = re.compile(r"https?://\S+")
_REMOTE = re.compile(r"(?<![\w@])@([\w.-]+)@[\w.-]+\w")
_URL_LENGTH = 23
_NEXT = re.compile(r'<([^>]*)>\s*;[^,]*rel="?next"?')
_MAX_ID = re.compile(r"[?&](?:max_id|offset)=([^&>]+)")


def global_id(host: str, status_id: str) -> str:
    """Return a post's id as the program keeps it: ids are the server's own, so its name stands before them."""
    return f"{host}:{status_id}"


def local_id(external_id: str) -> str:
    """Return a post's id as its server knows it."""
    return external_id.rpartition(":")[2]


def handle_of(account: object, host: str) -> str:
    """Return ``name@server`` in lower case, also for people of our own server."""
    acct = needed_text(account, "acct").lower().lstrip("@")
    return acct if "@" in acct else f"{acct}@{host}"


def mention_of(status: object, *, host: str, root: str, is_direct: bool) -> IncomingMention:
    """Read a post. Raises Unfit. ``root`` is the server's id of the post that began the conversation."""
    shown = dig(status, "reblog") if isinstance(dig(status, "reblog"), dict) else status
    author = handle_of(dig(status, "account"), host)
    status_id = needed_text(status, "id")
    parent = text_at(status, "in_reply_to_id")
    visibility = text_at(status, "visibility")
    return IncomingMention(
        channel=CHANNEL,
        text=text_of_html(text_at(shown, "content")),
        title=text_at(shown, "spoiler_text") or None,
        posted_at=needed_moment(status, "created_at"),
        edited_at=moment(dig(shown, "edited_at")),
        external_id=global_id(host, status_id),
        author_key=author,
        author_name=text_at(status, "account", "display_name") or author,
        permalink=text_at(status, "url") or text_at(status, "uri") or None,
        in_reply_to=global_id(host, parent) if parent else None,
        thread_key=f"{global_id(host, root)}:{author}",
        is_private=visibility == "direct",
        is_direct=is_direct,
        language=text_at(shown, "language") or None,
        likes=number_at(shown, "favourites_count"),
        shares=number_at(shown, "reblogs_count"),
        replies=number_at(shown, "replies_count"),
        repost_of=global_id(host, text_at(shown, "id")) if shown is not status else None,
        extra={
            "status_id": status_id,
            "visibility": visibility,
            "account_id": text_at(status, "account", "id"),
            **_links(shown),
        },
    )


def own_post_of(status: object, *, host: str) -> OwnPost:
    """Read a post of our own account. Raises Unfit."""
    parent = text_at(status, "in_reply_to_id")
    return OwnPost(
        external_id=global_id(host, needed_text(status, "id")),
        posted_at=needed_moment(status, "created_at"),
        text=text_of_html(text_at(status, "content")),
        in_reply_to=global_id(host, parent) if parent else None,
        permalink=text_at(status, "url") or None,
        is_private=text_at(status, "visibility") == "direct",
        figures=figures_of(status, host=host),
    )


def figures_of(status: object, *, host: str) -> Figures:
    """Read a post's audience figures; Mastodon tells no reach. Raises Unfit."""
    return Figures(
        global_id(host, needed_text(status, "id")),
        likes=number_at(status, "favourites_count"),
        shares=number_at(status, "reblogs_count"),
        replies=number_at(status, "replies_count"),
    )


def attachments_of(status: object, load: Callable[[str], bytes | None]) -> tuple[IncomingAttachment, ...]:
    """Return the pictures of a post; other media are only named."""
    found = []
    for media in list_at(status, "media_attachments"):
        url = text_at(media, "url")
        name = url.partition("?")[0].rpartition("/")[2] or text_at(media, "id")
        kind = text_at(media, "type")
        content = load(url) if kind == "image" and url else None
        media_type = f"{kind}/{name.rpartition('.')[2].lower()}" if "." in name else "application/octet-stream"
        found.append(IncomingAttachment(name, media_type.replace("/jpg", "/jpeg"), len(content or b""), content))
    return tuple(found)


def _links(status: object) -> dict[str, str]:
    links = [text_at(media, "url") for media in list_at(status, "media_attachments")]
    described = [text for media in list_at(status, "media_attachments") if (text := text_at(media, "description"))]
    found = {"media": "\n".join(link for link in links if link), "media_text": "\n".join(described)}
    return {name: value for name, value in found.items() if value}


def counted_length(text: str) -> int:
    """Return how many characters a server counts: an address is 23, ``@name@server`` is only ``@name``."""
    return len(_REMOTE.sub(r"@\1", _URL.sub("x" * _URL_LENGTH, text)))


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are the same answer: a server turns addresses, names and blanks into links and lines."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(_REMOTE.sub(r"@\1", text).split())


def next_token(answer: Answer) -> str:
    """Return where the ``Link`` header says that older entries are, "" = nowhere."""
    found = _NEXT.search(answer.headers.get("link", ""))
    token = _MAX_ID.search(found[1]) if found else None
    return token[1] if token else ""


def refusal(answer: Answer, *, was_sending: bool = False, now: datetime | None = None) -> ChannelError:
    """Return what a refusal means, from its status and the sentence in its body."""
    said = _said(answer)
    problem, facts = _problem(answer.status, said), {"status": str(answer.status)}
    if problem is None:
        return answer.error(was_sending=was_sending)
    wait = (retry_after(answer.headers) or _until_reset(answer, now)) if problem is Problem.RATE_LIMITED else None
    return ChannelError(problem, retry_after=wait, facts=facts)


def _said(answer: Answer) -> str:
    try:
        body = answer.json()
    except ChannelError:
        return ""
    return f"{text_at(body, 'error')} {text_at(body, 'error_description')}".lower()


def _problem(status: int, said: str) -> Problem | None:
    """Return the problem that the sentence names; None leaves it to the status."""
    if status == 401 and "expired" in said:  # noqa: PLR2004 - HTTP's own number
        return Problem.TOKEN_EXPIRED
    if status == 403 and "scope" not in said:  # noqa: PLR2004 - HTTP's own number
        return Problem.REFUSED
    if status == 422:  # noqa: PLR2004 - HTTP's own number
        is_long = "character" in said or "too long" in said
        return Problem.TEXT_TOO_LONG if is_long else Problem.TEXT_REFUSED
    return Problem.RATE_LIMITED if status == 429 else None  # noqa: PLR2004 - HTTP's own number


def _until_reset(answer: Answer, now: datetime | None) -> timedelta | None:
    reset = moment(answer.headers.get("x-ratelimit-reset"))
    if reset is None or now is None:
        return None
    return min(max(reset - now, timedelta(0)), timedelta(days=1))
