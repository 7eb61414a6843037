"""What a channel or a file hands over, before anything is stored: the one form that intake accepts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.models.domain.vocabulary import Sentiment


class RejectReason(StrEnum):
    """Why a row was not stored; the ledger counts and lists every one."""

    EMPTY_TEXT = "empty_text"
    BAD_DATE = "bad_date"
    FUTURE_DATE = "future_date"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    BAD_STRUCTURE = "bad_structure"
    ERASED_ON_REQUEST = "erased_on_request"
    OWN_MESSAGE = "own_message"


@dataclass(frozen=True, slots=True)
class IncomingAttachment:
    """A file that came with a mention; ``content`` is None when it was over the size limit and only named."""

    name: str
    media_type: str
    size: int
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class IncomingMention:
    """One thing received. Times are aware UTC; texts are already free of NUL and lone surrogates.

    ``external_id`` is the source's own identifier; without it, identity is a hash of the content.
    ``has_time`` is False when the source told only the day: ``posted_at`` is then the start of that local day.
    ``author_key`` is the stable handle on its channel (lower case for networks, address for e-mail).
    ``is_automatic``: an out-of-office note or another machine's answer, never answered by a machine of ours.
    ``repost_of`` is the external id of what it only passes on; ``edited_at`` when its author last changed it.
    ``case_protocol`` is a protocol that its subject names, which joins its case only when the sender fits.
    ``extra`` keeps columns of a file that have no field here (place, category, status at the source...).
    """

    channel: str
    text: str
    posted_at: datetime
    external_id: str | None = None
    title: str | None = None
    author_key: str | None = None
    author_name: str | None = None
    permalink: str | None = None
    in_reply_to: str | None = None
    thread_key: str | None = None
    is_private: bool = False
    is_direct: bool = False
    has_time: bool = True
    language: str | None = None
    likes: int | None = None
    shares: int | None = None
    replies: int | None = None
    reach: int | None = None
    place: str | None = None
    email: str | None = None
    phone: str | None = None
    document: str | None = None
    source_rating: int | None = None
    extra: dict[str, str] = field(default_factory=dict)
    attachments: tuple[IncomingAttachment, ...] = ()
    raw: bytes | None = None
    is_automatic: bool = False
    repost_of: str | None = None
    edited_at: datetime | None = None
    case_protocol: str | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was read from a mention's text, a proposal until a person confirms it; ``situation`` is a node's key."""

    sentiment: Sentiment | None = None
    situation: str | None = None


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row that was not stored: where it stood (1-based), why, and the start of what it said."""

    row: int
    reason: RejectReason
    detail: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of one intake: ``received == stored + duplicate + rejected`` always holds."""

    received: int = 0
    stored: int = 0
    duplicate: int = 0
    rejected: int = 0

    def __post_init__(self) -> None:
        if self.received != self.stored + self.duplicate + self.rejected:
            raise ValueError("ledger does not balance")

    def __add__(self, other: Ledger) -> Ledger:
        return Ledger(
            self.received + other.received,
            self.stored + other.stored,
            self.duplicate + other.duplicate,
            self.rejected + other.rejected,
        )
