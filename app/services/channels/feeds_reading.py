"""What stands in an RSS or Atom document, whoever wrote it and however badly, turned into what the program knows."""

from __future__ import annotations

import calendar
import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingMention
from app.models.domain.words import clean_text
from app.services.channels.base import ChannelError
from app.services.channels.http import Answer
from app.services.channels.shapes import Unfit
from app.services.files.html_text import text_of_html

_MOST_TEXT = 100_000
_NESTED_ENTITY = re.compile(rb"<!ENTITY[^>]*[&%]", re.IGNORECASE)
_GLOBAL = ("http://", "https://", "tag:", "urn:")


@dataclass(frozen=True, slots=True)
class Document:
    """A feed as it was read: the address that gave it, its title, its language, its entries."""

    address: str
    title: str
    language: str
    entries: tuple[Mapping[str, Any], ...]


def document_of(answer: Answer) -> Document:
    """Read a feed. Raises ChannelError ``unreadable`` for what is none, and for one broken beyond its entries."""
    if _NESTED_ENTITY.search(answer.content):
        raise ChannelError(Problem.UNREADABLE, facts={"why": "entities"})
    # Without the document's own address, which would make an entry's bare number look like an address.
    headers = {"content-type": answer.headers.get("content-type", "")}
    try:
        found = feedparser.parse(io.BytesIO(answer.content), response_headers=headers)
    except (ValueError, LookupError, RecursionError, OverflowError, AttributeError, TypeError) as error:
        raise ChannelError(Problem.UNREADABLE, facts={"why": "feed"}) from error
    # Plain dictionaries: the library's own answer for "updated" what stands in "published".
    entries = tuple(dict(each.items()) for each in found.get("entries", ()))
    if not entries and (found.get("bozo") or not found.get("version")):
        raise ChannelError(Problem.UNREADABLE, facts={"why": "feed"})
    about = found.get("feed", {})
    return Document(answer.url, _plain(about.get("title")), str(about.get("language") or "").lower()[:5], entries)


def identity_of(entry: Mapping[str, Any], address: str) -> str:
    """Return the entry's lasting id: its own where that is unlike any other's, else with its feed, link or hash."""
    own, link = _clean(entry.get("id")), _clean(entry.get("link"))
    if own.startswith(_GLOBAL):
        return own[:500]
    if own:
        return f"{_shown(address)}#{own}"[:500]
    if link:
        return link[:500]
    words = "\n".join(_clean(entry.get(name)) for name in ("title", "summary", "published"))
    if not words.strip():
        raise Unfit("entry")
    return "hash:" + hashlib.sha256(words.encode()).hexdigest()[:32]


def version_of(entry: Mapping[str, Any]) -> str:
    """Return what changes when the text of an entry changes."""
    words = "\n".join([_clean(entry.get("title")), _html_of(entry)])
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def mention_of(
    entry: Mapping[str, Any], *, channel: str, address: str, document: Document, now: datetime, was_known: bool
) -> IncomingMention:
    """Read an entry. Raises Unfit. An entry without a readable date is of now, and a date to come too."""
    identity, title = identity_of(entry, address), _plain(entry.get("title"))
    text = text_of_html(_html_of(entry))[:_MOST_TEXT]
    host = (urlsplit(address).hostname or "").lower()
    author = _plain(entry.get("author")) or document.title or host
    link = _joined(document.address, _clean(entry.get("link")))
    written, changed = _time(entry, "published"), _time(entry, "updated")
    at = min(written or changed or now, now)
    return IncomingMention(
        channel=channel,
        text=text or title,
        title=title or None,
        posted_at=at,
        edited_at=min(changed or now, now) if was_known else None,
        external_id=identity,
        author_key=f"{author.lower()}@{host}",
        author_name=author,
        permalink=link or None,
        thread_key=identity,
        language=_language(entry) or document.language or None,
        extra=_extra(entry, address, document, is_dated=written is not None or changed is not None),
    )


def is_older_than(entry: Mapping[str, Any], first: datetime) -> bool:
    """Tell whether an entry says that it is older than ``first``; one without a date is not."""
    at = _time(entry, "updated") or _time(entry, "published")
    return at is not None and at < first


def _html_of(entry: Mapping[str, Any]) -> str:
    contents = [str(each.get("value") or "") for each in entry.get("content") or () if isinstance(each, Mapping)]
    return clean_text(max([*contents, _clean(entry.get("summary"))], key=len))


def _time(entry: Mapping[str, Any], name: str) -> datetime | None:
    parsed = entry.get(f"{name}_parsed")
    try:
        return None if parsed is None else datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _extra(entry: Mapping[str, Any], address: str, document: Document, *, is_dated: bool) -> dict[str, str]:
    links = [each for each in entry.get("links") or () if isinstance(each, Mapping)]
    media = [_clean(each.get("href")) for each in links if each.get("rel") == "enclosure"]
    subjects = [_plain(each.get("term")) for each in entry.get("tags") or () if isinstance(each, Mapping)]
    found = {
        "feed": document.title,
        "feed_address": _shown(address),
        "media": "\n".join(each for each in media if each),
        "subjects": ", ".join(each for each in subjects if each),
        "date_as_written": "" if is_dated else _clean(entry.get("published") or entry.get("updated")),
    }
    return {name: value[:2_000] for name, value in found.items() if value}


def _language(entry: Mapping[str, Any]) -> str:
    detail = entry.get("title_detail")
    return str(detail.get("language") or "").lower()[:5] if isinstance(detail, Mapping) else ""


def _joined(address: str, link: str) -> str:
    """Return where a link leads, "" for one that leads to no page."""
    try:
        found = urljoin(address, link) if link else ""
    except ValueError:
        return ""
    return found if found.startswith(("http://", "https://")) else ""


def _shown(address: str) -> str:
    """Return an address without what may be a key: who signs in, and everything asked for."""
    split = urlsplit(address)
    return f"{split.hostname or ''}{split.path}"


def _plain(value: object) -> str:
    return " ".join(text_of_html(_clean(value)).split())[:500]


def _clean(value: object) -> str:
    return clean_text(value).strip() if isinstance(value, str) else ""
