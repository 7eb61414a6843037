"""Tables of channels (kinds of place), the company's accounts on them, and where polling stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.domain.vocabulary import DeliveryState
from app.models.schema.base import Base, BigId, Bytes, Code, CompactJson, UtcDateTime

_WAITING = text("state IN (0, 1, 4)")
_UNCERTAIN = text("state = 3")


class Channel(Base):
    """A kind of place where people speak; ``reply_limit`` in characters, None = unlimited.

    ``calendar_id`` None = the team's first calendar.
    """

    __tablename__ = "channel"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    has_public: Mapped[bool]
    has_private: Mapped[bool]
    reply_limit: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    is_active: Mapped[bool] = mapped_column(default=True)
    calendar_id: Mapped[int | None]


class ChannelAccount(Base):
    """One account of the company on a channel.

    ``is_connected``: it has credentials that worked, so that it is polled and replies can really be sent;
    ``is_listen_only`` reads and never sends; ``is_paused`` was stopped by a person; ``retired_at`` for good.
    """

    __tablename__ = "channel_account"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    name: Mapped[str]
    is_connected: Mapped[bool] = mapped_column(default=False)
    is_listen_only: Mapped[bool] = mapped_column(default=False)
    options: Mapped[Any | None] = mapped_column(CompactJson)
    version: Mapped[int] = mapped_column(default=1)
    is_paused: Mapped[bool] = mapped_column(default=False, server_default=false())
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AccountCursor(Base):
    """How far an account has been read; written in the transaction that stores what was read."""

    __tablename__ = "account_cursor"

    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"), primary_key=True)
    stream: Mapped[str] = mapped_column(primary_key=True)
    cursor: Mapped[str]
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AccountLease(Base):
    """Which workstation polls an account, until when (database time)."""

    __tablename__ = "account_lease"

    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"), primary_key=True)
    workstation_key: Mapped[str]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AccountSecret(Base):
    """An account's credentials, sealed under the key that ``key_name`` names in the keyring.

    ``refreshing_until`` is the claim of the workstation that is renewing a token just now (database time).
    """

    __tablename__ = "account_secret"

    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(Bytes)
    key_name: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    refreshing_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class AccountHealth(Base):
    """How an account does: its state and problem (codes), since when, and when it last brought something."""

    __tablename__ = "account_health"

    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"), primary_key=True)
    state: Mapped[str]
    problem: Mapped[str | None]
    facts: Mapped[Any | None] = mapped_column(CompactJson)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    last_ok_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_item_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    retry_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failures: Mapped[int] = mapped_column(default=0)


class AccountHour(Base):
    """What an account cost and brought in one hour (UTC): calls, millionths of a dollar, items."""

    __tablename__ = "account_hour"

    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"), primary_key=True)
    hour_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    calls: Mapped[int] = mapped_column(BigId, default=0)
    cost: Mapped[int] = mapped_column(BigId, default=0)
    received: Mapped[int] = mapped_column(BigId, default=0)
    stored: Mapped[int] = mapped_column(BigId, default=0)


class SourceCheck(Base):
    """One day's reconciliation of a stream: how many the source counts, how many the ledger accounts for."""

    __tablename__ = "source_check"

    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"), primary_key=True)
    stream: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    at_source: Mapped[int] = mapped_column(BigId)
    accounted: Mapped[int] = mapped_column(BigId)
    checked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class OwnPost(Base):
    """Something that our account published outside the outbox, or an answer of ours seen again at the source."""

    __tablename__ = "own_post"
    __table_args__ = (
        UniqueConstraint("account_id", "external_id"),
        Index("ix_own_post_reply_id", "reply_id"),
        Index("ix_own_post_in_reply_to", "account_id", "in_reply_to"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"))
    external_id: Mapped[str]
    reply_id: Mapped[int | None] = mapped_column(BigId)
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    text: Mapped[str]
    in_reply_to: Mapped[str | None]
    permalink: Mapped[str | None]
    is_private: Mapped[bool]
    likes: Mapped[int | None]
    shares: Mapped[int | None]
    replies: Mapped[int | None]
    reach: Mapped[int | None]
    figures_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class FigureWatch(Base):
    """What is still looked at again for its audience figures: a mention (``kind`` 0) or a post of ours (1)."""

    __tablename__ = "figure_watch"
    __table_args__ = (Index("ix_figure_watch_next", "account_id", "next_at"),)

    kind: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    item_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    account_id: Mapped[int]
    external_id: Mapped[str]
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime)


class ChannelAct(Base):
    """Something other than an answer that is to be done at the source: hide, show, like, unlike a mention."""

    __tablename__ = "channel_act"
    __table_args__ = (
        Index("ix_channel_act_waiting", "not_before", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_channel_act_mention_id", "mention_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"))
    mention_id: Mapped[int] = mapped_column(BigId)
    kind: Mapped[str]
    state: Mapped[DeliveryState] = mapped_column(Code(DeliveryState))
    actor_id: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_code: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)


class AutoAnswer(Base):
    """An automatic answer out of hours to one direct message; ``client_key`` makes sending it twice impossible."""

    __tablename__ = "auto_answer"
    __table_args__ = (
        Index("ix_auto_answer_conversation_id", "conversation_id", "id"),
        Index("ix_auto_answer_waiting", "not_before", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_auto_answer_uncertain", "not_before", "id", sqlite_where=_UNCERTAIN, postgresql_where=_UNCERTAIN),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    client_key: Mapped[str] = mapped_column(unique=True)
    mention_id: Mapped[int] = mapped_column(BigId, unique=True)
    conversation_id: Mapped[int] = mapped_column(BigId)
    account_id: Mapped[int] = mapped_column(ForeignKey("channel_account.id"))
    text: Mapped[str]
    state: Mapped[DeliveryState] = mapped_column(Code(DeliveryState))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    external_id: Mapped[str | None]
    error_code: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
