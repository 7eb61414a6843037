"""Read models of the customers' screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.models.domain.inbox import CaseBrief


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One row of the list of customers."""

    id: int
    name: str
    handles: str
    is_vip: bool
    open_cases: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class HandleInfo:
    """A handle of a customer and why it belongs to them."""

    id: int
    channel_key: str
    channel_name: str
    handle_key: str
    display_name: str
    reason: str
    linked_at: datetime
    can_split: bool


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    """Another customer, maybe the same person: ``reasons`` = same_email, same_document, same_phone, same_name_place."""

    customer_id: int
    name: str
    handles: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeInfo:
    """A merge that can be undone."""

    id: int
    absorbed_name: str
    reason: str
    merged_at: datetime


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """A case or a mention of the customer, newest first."""

    kind: str
    id: int
    at: datetime
    channel_key: str
    channel_name: str
    text: str
    case: CaseBrief | None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """Everything the customer's page shows."""

    id: int
    name: str
    email: str | None
    phone: str | None
    document: str | None
    place: str | None
    notes: str | None
    is_vip: bool
    profile_node_id: int | None
    persona_node_id: int | None
    created_at: datetime
    handles: tuple[HandleInfo, ...]
    suggestions: tuple[LinkSuggestion, ...]
    merges: tuple[MergeInfo, ...]
    cases: tuple[CaseBrief, ...]
    trail: tuple[TrailEntry, ...]
    version: int
