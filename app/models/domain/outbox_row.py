"""What has not left yet, as the outbox page lists it: answers of people and of the program, over all cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.domain.network_marks import AccountTrouble
from app.models.domain.vocabulary import DeliveryState, Visibility


class OutboxKind(StrEnum):
    """Who wrote what is to leave."""

    REPLY = "reply"
    AUTO_ANSWER = "auto_answer"


class OutboxFilter(StrEnum):
    """What the list shows, what needs a person first."""

    ALL = "all"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    TO_APPROVE = "to_approve"
    QUEUED = "queued"

    @property
    def states(self) -> tuple[DeliveryState, ...]:
        """The states it holds, in the order in which they are listed."""
        return {
            OutboxFilter.ALL: _ORDER,
            OutboxFilter.UNCERTAIN: (DeliveryState.UNCERTAIN,),
            OutboxFilter.FAILED: (DeliveryState.FAILED,),
            OutboxFilter.TO_APPROVE: (DeliveryState.TO_APPROVE,),
            OutboxFilter.QUEUED: (DeliveryState.SENDING, DeliveryState.PENDING),
        }[self]


_ORDER = (
    DeliveryState.UNCERTAIN,
    DeliveryState.FAILED,
    DeliveryState.TO_APPROVE,
    DeliveryState.SENDING,
    DeliveryState.PENDING,
)


@dataclass(frozen=True, slots=True)
class OutboxCursor:
    """Where the next page starts: after this one of its state, the latest to leave first."""

    state: DeliveryState
    not_before: datetime
    kind: OutboxKind
    id: int


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One answer on its way; ``next_try_at`` None = the program does nothing more by itself, or it has not begun.

    ``text`` is its beginning. ``case_id`` None: an automatic answer to somebody without a case.
    """

    kind: OutboxKind
    id: int
    state: DeliveryState
    not_before: datetime
    written_at: datetime
    channel_key: str
    text: str
    visibility: Visibility
    customer: str = ""
    author: str = ""
    case_id: int | None = None
    protocol: str = ""
    error_code: str | None = None
    next_try_at: datetime | None = None
    parts_sent: int = 0
    needs_manual_send: bool = False
    trouble: AccountTrouble | None = None

    @property
    def key(self) -> int:
        """One number for both kinds."""
        return self.id * 2 + (self.kind is OutboxKind.AUTO_ANSWER)

    @property
    def cursor(self) -> OutboxCursor:
        """Where a page that ends with it goes on."""
        return OutboxCursor(self.state, self.not_before, self.kind, self.id)


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """Rows in order; ``next_cursor`` None at the end."""

    rows: tuple[OutboxRow, ...]
    next_cursor: OutboxCursor | None = None
