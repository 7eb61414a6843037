"""What a Discourse forum tells about its posts, turned into what the program knows; its ids get the forum's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.services.channels.base import ChannelError, Figures, OwnPost
from app.services.channels.discourse_kind import CHANNEL
from app.services.channels.http import Answer, retry_after
from app.services.channels.shapes import (
    dig,
    flag_at,
    list_at,
    needed_moment,
    needed_text,
    number_at,
    text_at,
)
from app.services.channels.walking import Listed
from app.services.files.html_text import text_of_html

LIKE = 2
_SMALL_ACTION = 3
_GONE = "gone"
_MOST_PICTURES = 4
_LONGEST = timedelta(days=1)


def listed_post(post: object) -> Listed[Any]:
    """Read a post as an entry of a list; its version counts its edits, or says that it is gone. Raises Unfit."""
    is_gone = bool(dig(post, "deleted_at")) or flag_at(post, "user_deleted")
    version = _GONE if is_gone else text_at(post, "version") or "1"
    return Listed(needed_text(post, "id"), needed_moment(post, "created_at"), post, version)


def is_gone(entry: Listed[Any]) -> bool:
    """Tell whether a post was deleted."""
    return entry.version == _GONE


def is_speech(post: object) -> bool:
    """Tell whether a post says something: "moved this topic" does not."""
    return number_at(post, "post_type") != _SMALL_ACTION


def global_id(host: str, post_id: str) -> str:
    """Return a post's id as the program keeps it: ids are the forum's own, so its name stands before them."""
    return f"{host}:{post_id}"


def local_id(external_id: str) -> str:
    """Return a post's id as its forum knows it."""
    return external_id.rpartition(":")[2]


def mention_of(post: object, *, base: str, host: str, parent: str, is_private: bool, own_name: str) -> IncomingMention:
    """Read a post; ``parent`` is the forum's id of the post it answers, "" for none. Raises Unfit."""
    author, topic = needed_text(post, "username").lower(), needed_text(post, "topic_id")
    number = number_at(post, "post_number") or 1
    text = text_of(post)
    is_edited = (number_at(post, "version") or 1) > 1
    names_us = f"@{own_name}" in text.lower() if own_name else False
    answers_us = bool(own_name) and text_at(post, "reply_to_user", "username").lower() == own_name
    figures = figures_of(post, host=host)
    return IncomingMention(
        channel=CHANNEL,
        text=text,
        title=text_at(post, "topic_title") or None,
        posted_at=needed_moment(post, "created_at"),
        edited_at=needed_moment(post, "updated_at") if is_edited else None,
        external_id=figures.external_id,
        author_key=author,
        author_name=text_at(post, "name") or text_at(post, "display_username") or text_at(post, "username"),
        permalink=permalink(post, base),
        in_reply_to=global_id(host, parent) if parent else None,
        thread_key=f"{host}:t{topic}" if is_private else f"{host}:t{topic}:{author}",
        is_private=is_private,
        is_direct=is_private or names_us or answers_us,
        likes=figures.likes,
        replies=figures.replies,
        reach=figures.reach,
        extra=_extra(post, base, topic, number) | ({"is_private": "1"} if is_private else {}),
    )


def own_post_of(post: object, *, base: str, host: str, parent: str, is_private: bool) -> OwnPost:
    """Read a post of our own account. Raises Unfit."""
    figures = figures_of(post, host=host)
    return OwnPost(
        external_id=figures.external_id,
        posted_at=needed_moment(post, "created_at"),
        text=raw_of(post) or text_of(post),
        in_reply_to=global_id(host, parent) if parent else None,
        thread_key=f"{host}:t{text_at(post, 'topic_id')}" if is_private else None,
        permalink=permalink(post, base),
        is_private=is_private,
        figures=figures,
    )


def figures_of(post: object, *, host: str) -> Figures:
    """Read a post's figures: likes, answers, and how many people read it. Raises Unfit."""
    likes = [
        number_at(each, "count") or 0 for each in list_at(post, "actions_summary") if number_at(each, "id") == LIKE
    ]
    told = number_at(post, "like_count")
    return Figures(
        global_id(host, needed_text(post, "id")),
        likes=sum(likes) if told is None else told,
        replies=number_at(post, "reply_count"),
        reach=number_at(post, "readers_count") or number_at(post, "reads"),
    )


def has_our_like(post: object) -> bool:
    """Tell whether we like a post already."""
    return any(flag_at(each, "acted") for each in list_at(post, "actions_summary") if number_at(each, "id") == LIKE)


def text_of(post: object) -> str:
    """Return what a post says without what it quotes; a post that only quotes says its quote."""
    cooked = text_at(post, "cooked")
    tree = LexborHTMLParser(cooked)
    for quote in tree.css("aside.quote, img.emoji"):
        quote.replace_with(quote.attributes.get("alt") or "")
    return text_of_html(tree.html or "") or text_of_html(cooked) or raw_of(post)


def raw_of(post: object) -> str:
    """Return the text as its author typed it, "" where the forum does not tell."""
    return text_at(post, "raw")


def permalink(post: object, base: str) -> str:
    """Return the address of a post for people."""
    slug = text_at(post, "topic_slug") or "-"
    return f"{base}/t/{slug}/{text_at(post, 'topic_id')}/{number_at(post, 'post_number') or 1}"


def with_pictures(mention: IncomingMention, load: Callable[[str], bytes | None]) -> IncomingMention:
    """Return the mention with the first pictures of its text."""
    found = []
    for url in mention.extra.get("media", "").splitlines()[:_MOST_PICTURES]:
        content = load(url)
        name = url.partition("?")[0].rpartition("/")[2] or "imagem"
        kind = name.rpartition(".")[2].lower().replace("jpg", "jpeg") if "." in name else "jpeg"
        found.append(IncomingAttachment(name, f"image/{kind}", len(content or b""), content))
    return replace(mention, attachments=tuple(found))


def _extra(post: object, base: str, topic: str, number: int) -> dict[str, str]:
    images = LexborHTMLParser(text_at(post, "cooked")).css("img:not(.emoji):not(.avatar)")
    links = [urljoin(f"{base}/", image.attributes.get("src") or "") for image in images]
    found = {
        "post_id": text_at(post, "id"),
        "topic_id": topic,
        "post_number": str(number),
        "user_id": text_at(post, "user_id"),
        "category": text_at(post, "category_id"),
        "media": "\n".join(each for each in links if each.startswith(("http://", "https://"))),
    }
    return {name: value for name, value in found.items() if value}


def refusal(answer: Answer, *, was_sending: bool = False) -> ChannelError:
    """Return what a refusal means, from its status, the kind of error and the sentences in its body."""
    kind, said = _told(answer)
    wait = retry_after(answer.headers)
    if kind == "rate_limit" or answer.status == 429:  # noqa: PLR2004 - HTTP's own number
        asked = number_at(_body(answer), "extras", "wait_seconds")
        wait = wait if asked is None else min(timedelta(seconds=max(asked, 0)), _LONGEST)
        return ChannelError(Problem.RATE_LIMITED, retry_after=wait, facts={"status": str(answer.status)})
    problem = _problem(answer.status, said, was_sending=was_sending)
    if problem is None:
        return answer.error(was_sending=was_sending)
    return ChannelError(problem, facts={"status": str(answer.status)})


def _problem(status: int, said: str, *, was_sending: bool) -> Problem | None:
    """Return the problem that status and sentence name (in English or Portuguese); None leaves it to the status."""
    if status == 403 and (("api" in said and "key" in said) or "chave" in said):  # noqa: PLR2004 - HTTP's own number
        return Problem.TOKEN_REVOKED
    if status == 403 and was_sending:  # noqa: PLR2004 - HTTP's own number
        return Problem.REFUSED
    if status == 404 and was_sending:  # noqa: PLR2004 - HTTP's own number
        return Problem.TARGET_GONE
    if status != 422:  # noqa: PLR2004 - HTTP's own number
        return None
    names = {
        Problem.DUPLICATE_REFUSED: ("similar", "semelhante"),
        Problem.TEXT_TOO_LONG: ("limited to", "too long", "maximum", "limitado a", "muito longo", "máximo"),
        Problem.RECIPIENT_REFUSED: ("recipient", "that user", "destinat"),
    }
    return next((each for each, words in names.items() if any(word in said for word in words)), Problem.TEXT_REFUSED)


def _told(answer: Answer) -> tuple[str, str]:
    body = _body(answer)
    errors = [each for each in list_at(body, "errors") if isinstance(each, str)]
    return text_at(body, "error_type"), " ".join([*errors, text_at(body, "error")]).lower()


def _body(answer: Answer) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return answer.json()
    except ChannelError:
        return None
