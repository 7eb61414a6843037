"""What every answer of the Graph API has in common: lists with cursors, times, counts, people, files."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.services.channels.base import ChannelError, OwnPost

_PAGING = frozenset({"after", "until", "since", "offset", "__paging_token"})
_SYMBOLS = {"image": "📷", "video": "🎬", "audio": "🎤"}


class Unreadable(Exception):  # noqa: N818 - an item that cannot be read, caught where the list is read
    """An item has not the shape of the published contract; the argument names the field."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that an item names; ``url`` is where it lies for a while."""

    name: str
    media_type: str
    url: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One item as it stands at the source now; ``root`` is the list in which it was seen.

    ``is_late``: it may turn up long after ``at`` (an old photo in which we are tagged today). ``changed_at`` is when
    its author last edited it, where the network tells.
    """

    id: str
    root: str
    at: datetime | None
    value: IncomingMention | OwnPost | RejectedRow
    files: tuple[NamedFile, ...] = ()
    is_late: bool = False
    changed_at: datetime | None = None

    @property
    def digest(self) -> int:
        """Return a short sum of its text, by which an edit shows."""
        return 0 if isinstance(self.value, RejectedRow) else zlib.crc32(self.value.text.encode("utf-8", "replace"))


def node(value: object) -> Mapping[str, Any]:
    """Return an object. Raises Unreadable."""
    if not isinstance(value, dict):
        raise Unreadable("object")
    return value


def objects(value: object, key: str) -> Sequence[object]:
    """Return the list under ``key`` of an answer. Raises ChannelError ``unreadable`` when it has no such list."""
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, list):
        raise ChannelError(Problem.UNREADABLE)
    return found


def data_of(value: object) -> Sequence[object]:
    """Return the items of a nested list, none where the field is not there."""
    found = value.get("data") if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def after_of(value: object) -> str | None:
    """Return how to ask for the page after this one, as a query without secrets; None at the end."""
    paging = value.get("paging") if isinstance(value, dict) else None
    following = paging.get("next") if isinstance(paging, dict) else None
    if not isinstance(following, str):
        return None
    kept = [(name, text) for name, text in parse_qsl(urlsplit(following).query) if name in _PAGING]
    return urlencode(kept) if kept else None


def when(value: object) -> datetime:
    """Return a time. Raises Unreadable."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError) as error:
        raise Unreadable("time") from error
    if found is None:
        raise Unreadable("time")
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def name_of(item: Mapping[str, Any], key: str = "id") -> str:
    """Return an identifier. Raises Unreadable."""
    found = text_of(item, key)
    if not found:
        raise Unreadable(key)
    return found


def text_of(item: Mapping[str, Any], key: str) -> str:
    """Return a text, "" where it is not there or is none."""
    found = item.get(key)
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return found if isinstance(found, str) else ""


def inside(item: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the object under ``key``, an empty one where it is not there."""
    found = item.get(key)
    return found if isinstance(found, dict) else {}


def date_of(headers: Mapping[str, str]) -> datetime | None:
    """Return the server's own time at an answer, None where it does not tell."""
    try:
        found = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, IndexError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def count_of(item: Mapping[str, Any], *keys: str) -> int | None:
    """Return the number at the end of a way of keys, None where it is not told."""
    found: object = item
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def spoken(text: str, files: Sequence[NamedFile]) -> str:
    """Return what was said; where only files were sent, a sign for each of them."""
    if text.strip() or not files:
        return text
    return " ".join(_SYMBOLS.get(each.media_type.partition("/")[0], "📎") for each in files)


def unreadable(item: object, row: int, detail: str) -> Seen:
    """Return an item that cannot be read; the sum of its JSON lets it be told once only."""
    shape = json.dumps(item, sort_keys=True, default=str).encode("utf-8", "replace")
    reject = RejectedRow(row, RejectReason.BAD_STRUCTURE, detail, "")
    return Seen(f"!{zlib.crc32(shape):08x}", "", None, reject)
