"""What a reader hands over: one numbered outcome per row, and batches of them for the import job."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from app.models.domain.incoming import IncomingMention, Proposed, RejectedRow, RejectReason
from app.services.files.limits import MAX_EXCERPT_CHARS, MAX_KEY_CHARS, MAX_NAME_CHARS


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a file.

    ``row`` counts the rows of data from 1 (heading and blank lines are not counted) and is the same on every
    reading of the same file with the same mapping, so an import resumes at it. ``position`` is how far the reader
    had come when the row was complete, in the unit of ``Source.total_bytes``.
    """

    row: int
    position: int
    outcome: IncomingMention | RejectedRow


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """An item with the folded search words of its title and text already made ("" for a rejected row).

    ``proposed`` is what its text was read for; None for a rejected row.
    """

    item: Item
    words: str
    proposed: Proposed | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Some items in file order; ``position`` of ``total_bytes`` is how far the file is read."""

    items: tuple[ParsedItem, ...]
    position: int
    total_bytes: int

    @property
    def last_row(self) -> int:
        """Number of the last row in the batch; resume with ``start_at=last_row``. 0 when empty."""
        return self.items[-1].item.row if self.items else 0


def rejected(row: int, reason: RejectReason, code: str, *, value: str = "", excerpt: str = "") -> RejectedRow:
    """Build the row of the reject list; ``code`` is one of ``limits.DETAIL_CODES``, ``value`` what it stumbled on."""
    detail = f"{code}: {value[:MAX_EXCERPT_CHARS]}" if value else code
    return RejectedRow(row=row, reason=reason, detail=detail, excerpt=excerpt[:MAX_EXCERPT_CHARS])


def fitting_key(key: str) -> str:
    """Return a handle or a thread's id as it is; an endless one as its start and digest, the same every time."""
    if len(key) <= MAX_KEY_CHARS:
        return key
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"{key[: MAX_KEY_CHARS - len(digest) - 1]}~{digest}"


def fitting_name(name: str) -> str:
    """Return the start of an author's name, short enough for every list and index."""
    return name if len(name) <= MAX_NAME_CHARS else f"{name[: MAX_NAME_CHARS - 1]}…"
