"""Tables of channels (kinds of place), the company's accounts on them, and where polling stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, CompactJson, UtcDateTime


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
    """One account of the company on a channel; ``is_connected`` means that replies can really be sent."""

    __tablename__ = "channel_account"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    name: Mapped[str]
    is_connected: Mapped[bool] = mapped_column(default=False)
    is_listen_only: Mapped[bool] = mapped_column(default=False)
    options: Mapped[Any | None] = mapped_column(CompactJson)
    version: Mapped[int] = mapped_column(default=1)


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
