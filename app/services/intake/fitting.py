"""Makes what a channel or a file hands over fit the tables, or refuses that row alone: one never costs a batch."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import Any

from app.models.domain.incoming import IncomingAttachment, IncomingMention, RejectedRow, RejectReason
from app.models.domain.words import clean_text
from app.services.files.items import fitting_key, fitting_name, rejected
from app.services.files.limits import (
    MAX_ATTACHMENT_BYTES,
    MAX_EXCERPT_CHARS,
    MAX_FIELD_CHARS,
    MAX_KEY_CHARS,
    MAX_NAME_CHARS,
    MAX_RAW_BYTES,
)

_TEXTS = (
    "external_id", "author_key", "author_name", "permalink", "in_reply_to", "thread_key", "language", "place", "email",
    "phone", "document",
)  # fmt: skip
_COUNTS = ("likes", "shares", "replies", "reach", "source_rating")
_texts_of, _counts_of = attrgetter(*_TEXTS), attrgetter(*_COUNTS)
_MOST_COUNTED = 2**31 - 1
_MOST_BYTES = 2**63 - 1


def fitted(row: int, mention: IncomingMention) -> IncomingMention | RejectedRow:
    """Return the mention as the tables of both engines hold it, the same object where nothing has to change.

    NUL, lone surrogates and controls go; an endless key or name is shortened; a count that is none goes into
    ``extra``; what is too large or has no real date is rejected. Title and text are cleaned where the row is made.
    """
    if mention.posted_at.tzinfo is None or mention.posted_at.year <= 1:
        return _refused(row, mention, RejectReason.BAD_DATE, "date", mention.posted_at.isoformat())
    plain = "\n".join(filter(None, _texts_of(mention)))
    if mention.extra:
        plain += "\n".join(map(str, chain("", *mention.extra.items())))
    if max(len(mention.text) + len(mention.title or ""), len(plain)) > MAX_FIELD_CHARS:
        return _refused(row, mention, RejectReason.TOO_LARGE, "field_too_large")
    changed = {} if clean_text(plain) is plain else _cleaned(mention)
    if len(plain) > MAX_NAME_CHARS:
        changed |= _shortened(mention, changed)
    changed |= _counted(mention, changed)
    if mention.attachments or mention.raw is not None:
        changed |= _with_small_files(mention)
    return replace(mention, **changed) if changed else mention


def _refused(row: int, mention: IncomingMention, reason: RejectReason, code: str, value: str = "") -> RejectedRow:
    return rejected(row, reason, code, value=value, excerpt=clean_text(mention.text[:MAX_EXCERPT_CHARS]))


def _cleaned(mention: IncomingMention) -> dict[str, Any]:
    told = {name: value for name in _TEXTS if (value := getattr(mention, name)) is not None}
    changed: dict[str, Any] = {name: clean_text(value).strip() or None for name, value in told.items()}
    changed["extra"] = {clean_text(name): clean_text(str(value)) for name, value in mention.extra.items()}
    return changed


def _shortened(mention: IncomingMention, changed: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, most, fit in (
        ("author_key", MAX_KEY_CHARS, fitting_key),
        ("thread_key", MAX_KEY_CHARS, fitting_key),
        ("author_name", MAX_NAME_CHARS, fitting_name),
    ):
        value = changed.get(name, getattr(mention, name))
        if value is not None and len(value) > most:
            found[name] = fit(value)
    return found


def _counted(mention: IncomingMention, changed: dict[str, Any]) -> dict[str, Any]:
    counts = zip(_COUNTS, _counts_of(mention), strict=True)
    wrong = {name: n for name, n in counts if n is not None and abs(n) > _MOST_COUNTED}
    if not wrong:
        return {}
    extra = changed.get("extra", mention.extra) | {name: str(n) for name, n in wrong.items()}
    return {**dict.fromkeys(wrong), "extra": extra}


def _with_small_files(mention: IncomingMention) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    files = tuple(_fitted_file(each) for each in mention.attachments)
    if files != mention.attachments:
        changed["attachments"] = files
    if mention.raw is not None and len(mention.raw) > MAX_RAW_BYTES:
        changed["raw"] = None
    return changed


def _fitted_file(file: IncomingAttachment) -> IncomingAttachment:
    is_kept = file.content is not None and len(file.content) <= MAX_ATTACHMENT_BYTES
    return IncomingAttachment(
        name=clean_text(file.name),
        media_type=clean_text(file.media_type),
        size=min(file.size, _MOST_BYTES),
        content=file.content if is_kept else None,
    )
