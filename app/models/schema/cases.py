"""Tables of cases and of the work done on them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, false, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.domain.vocabulary import (
    CaseKind,
    CaseState,
    ClosingKind,
    DeliveryState,
    DraftKind,
    PromiseState,
    StartedBy,
    Visibility,
)
from app.models.schema.base import Base, BigId, Code, UtcDateTime


def _where(condition: str) -> dict[str, Any]:
    # SQLite proves a partial index only from the very term that SQLAlchemy renders for a boolean there: "= 1".
    return {"postgresql_where": text(condition), "sqlite_where": text(condition.replace("is_open", "is_open = 1"))}


_OPEN = _where("is_open")


class Case(Base):
    """Work on one matter of one customer. ``id = opened second << 16 | free suffix``; ``protocol`` holds digits only.

    ``due_at`` is the next operational deadline, ``NEVER`` while the clock stands still.
    """

    __tablename__ = "case"
    __table_args__ = (
        Index("ix_case_owner_due", "owner_id", "due_at", "id", **_OPEN),
        Index("ix_case_area_due", "area_id", "due_at", "id", **_OPEN),
        Index("ix_case_due", "due_at", "id", **_OPEN),
        Index("ix_case_open", "id", **_OPEN),
        Index("ix_case_open_state_due", "state", "due_at", "id", **_OPEN),
        Index("ix_case_snoozed", "snoozed_until", "id", **_where("snoozed_until IS NOT NULL")),
        Index("ix_case_crisis", "crisis_level", "id", **_where("is_open AND crisis_level IS NOT NULL")),
        Index("ix_case_customer_id", "customer_id", "id"),
        Index("ix_case_closed", "closed_at", "id", **_where("closed_at IS NOT NULL")),
        Index("ix_case_answered", "first_response_at", "id", **_where("first_response_at IS NOT NULL")),
        Index("ix_case_resolved", "resolved_at", "id", **_where("resolved_at IS NOT NULL")),
        Index("ix_case_uncounted", "id", **_where("state IN (7, 8)")),
        Index("ix_case_follow_up", "follow_up_on", "id", **_where("follow_up_on IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    protocol: Mapped[str] = mapped_column(unique=True)
    state: Mapped[CaseState] = mapped_column(Code(CaseState))
    is_open: Mapped[bool]
    customer_id: Mapped[int] = mapped_column(BigId)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    owner_id: Mapped[int | None]
    area_id: Mapped[int | None]
    title: Mapped[str]
    kind: Mapped[CaseKind | None] = mapped_column(Code(CaseKind))
    started_by: Mapped[StartedBy] = mapped_column(Code(StartedBy))
    crisis_level: Mapped[int | None]
    is_vip: Mapped[bool] = mapped_column(default=False)
    is_severe: Mapped[bool] = mapped_column(default=False)
    is_founded: Mapped[bool | None]
    was_forwarded: Mapped[bool] = mapped_column(default=False)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    first_response_due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    resolution_due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    legal_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    first_response_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    protocol_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_customer_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_reply_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closing_kind: Mapped[ClosingKind | None] = mapped_column(Code(ClosingKind))
    reopened_count: Mapped[int] = mapped_column(default=0)
    solution: Mapped[str | None]
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    follow_up_on: Mapped[date | None]
    satisfaction: Mapped[int | None]
    is_satisfied_resolved: Mapped[bool | None]
    external_system: Mapped[str | None]
    external_number: Mapped[str | None]
    external_status: Mapped[str | None]
    merged_into_id: Mapped[int | None] = mapped_column(BigId)
    preview: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)


# Predicates of the partial indexes, to be used as they stand (see ``schema.mentions``).
IS_OPEN: ColumnElement[bool] = Case.is_open.expression
IS_SNOOZED: ColumnElement[bool] = Case.snoozed_until.is_not(None)
IS_CLOSED: ColumnElement[bool] = Case.closed_at.is_not(None)
HAS_FOLLOW_UP: ColumnElement[bool] = Case.follow_up_on.is_not(None)
HAS_CRISIS_LEVEL: ColumnElement[bool] = Case.crisis_level.is_not(None)


class CaseAxis(Base):
    """The node that a case carries on an axis (nature, subject, front, and the copies of profile and persona).

    ``is_suggested``: proposed with ``confidence`` (0-1) for the words in ``reason``; nobody has confirmed it yet.
    """

    __tablename__ = "case_axis"
    __table_args__ = (Index("ix_case_axis_node_id", "node_id", "case_id"),)

    case_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    axis_id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int]
    is_suggested: Mapped[bool] = mapped_column(default=False, server_default=false())
    confidence: Mapped[float | None]
    reason: Mapped[str | None]


IS_SUGGESTED: ColumnElement[bool] = CaseAxis.is_suggested.expression
IS_CONFIRMED: ColumnElement[bool] = CaseAxis.is_suggested.is_(False)


class Note(Base):
    """An internal note on a case."""

    __tablename__ = "note"
    __table_args__ = (Index("ix_note_case_id", "case_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(BigId)
    author_id: Mapped[int]
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Forwarding(Base):
    """A case handed to an area, with the reason, until the area gives it back with its answer."""

    __tablename__ = "forwarding"
    __table_args__ = (Index("ix_forwarding_case_id", "case_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(BigId)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    reason: Mapped[str]
    actor_id: Mapped[int]
    forwarded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    returned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer: Mapped[str | None]


class Promise(Base):
    """What a customer was promised and by when."""

    __tablename__ = "promise"
    __table_args__ = (
        Index("ix_promise_case_id", "case_id", "id"),
        Index("ix_promise_open", "due_at", **_where("state = 0")),
        Index("ix_promise_due", "due_at", "state", "case_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(BigId)
    text: Mapped[str]
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[PromiseState] = mapped_column(Code(PromiseState))
    made_by_id: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


# The condition of "ix_case_uncounted", told to the engine as it stands there: voided, or merged into another case.
IS_UNCOUNTED: ColumnElement[bool] = Case.state.in_([literal_column("7"), literal_column("8")])
IS_PROMISE_OPEN: ColumnElement[bool] = Promise.state == literal_column("0")


class ClockPause(Base):
    """A stretch in which a case's operational clock stood still; ``ended_at`` None = still standing."""

    __tablename__ = "clock_pause"
    __table_args__ = (Index("ix_clock_pause_case_id", "case_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(BigId)
    reason: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CaseMerge(Base):
    """One merge of two cases, with what moved, so that it can be undone."""

    __tablename__ = "case_merge"
    __table_args__ = (
        Index("ix_case_merge_survivor_id", "survivor_id"),
        Index("ix_case_merge_absorbed_id", "absorbed_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    survivor_id: Mapped[int] = mapped_column(BigId)
    absorbed_id: Mapped[int] = mapped_column(BigId)
    absorbed_state: Mapped[CaseState] = mapped_column(Code(CaseState))
    moved_mention_ids: Mapped[str]
    actor_id: Mapped[int]
    merged_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Reply(Base):
    """An answer of ours. It is also the outbox: ``client_key`` makes sending it twice impossible."""

    __tablename__ = "reply"
    __table_args__ = (
        Index("ix_reply_case_id", "case_id", "id"),
        Index("ix_reply_waiting", "not_before", "id", **_where("state IN (0, 1, 4)")),
        Index("ix_reply_uncertain", "not_before", "id", **_where("state = 3")),
        Index("ix_reply_to_approve", "id", **_where("state = 6")),
        Index("ix_reply_external_id", "external_id", **_where("external_id IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    client_key: Mapped[str] = mapped_column(unique=True)
    case_id: Mapped[int] = mapped_column(BigId)
    conversation_id: Mapped[int | None] = mapped_column(BigId)
    account_id: Mapped[int | None]
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    in_reply_to_id: Mapped[int | None] = mapped_column(BigId)
    visibility: Mapped[Visibility] = mapped_column(Code(Visibility))
    author_id: Mapped[int]
    text: Mapped[str]
    state: Mapped[DeliveryState] = mapped_column(Code(DeliveryState))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    external_id: Mapped[str | None]
    permalink: Mapped[str | None]
    error_code: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    decided_by_id: Mapped[int | None]
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decision_note: Mapped[str | None]


class ReplyPart(Base):
    """One part of a reply that was split for its network and has arrived; what is missing is sent on from there."""

    __tablename__ = "reply_part"
    __table_args__ = (Index("ix_reply_part_external_id", "external_id"),)

    reply_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    external_id: Mapped[str]
    permalink: Mapped[str | None]
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)


# Pending, sending or failed: what the outbox still has to do.
IS_REPLY_WAITING: ColumnElement[bool] = Reply.state.in_([literal_column("0"), literal_column("1"), literal_column("4")])
IS_REPLY_TO_APPROVE: ColumnElement[bool] = Reply.state == literal_column("6")


class Draft(Base):
    """What a person has typed and not sent; no act, no history."""

    __tablename__ = "draft"

    case_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[DraftKind] = mapped_column(Code(DraftKind), primary_key=True)
    text: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Presence(Base):
    """Who has a case open, and whether they type; expires by the database's clock."""

    __tablename__ = "presence"

    case_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(primary_key=True)
    workstation_key: Mapped[str]
    is_typing: Mapped[bool]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
