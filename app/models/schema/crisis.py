"""Tables of crises: the rooms that group them, their record, the two clocks, and the alerts with who saw them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, CompactJson, UtcDateTime

_OPEN_ROOM = text("closed_at IS NULL")
_RUNNING = text("answered_at IS NULL")


class CrisisRoom(Base):
    """One crisis (or drill) worked on together, until it is closed with a report."""

    __tablename__ = "crisis_room"
    __table_args__ = (Index("ix_crisis_room_open", "id", postgresql_where=_OPEN_ROOM, sqlite_where=_OPEN_ROOM),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    name: Mapped[str]
    level: Mapped[int]
    is_drill: Mapped[bool] = mapped_column(default=False)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_by_id: Mapped[int]
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_id: Mapped[int | None]
    position_text: Mapped[str | None]
    position_by_id: Mapped[int | None]
    position_approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    position_approved_by_id: Mapped[int | None]
    closing_report: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)


class CrisisRoomMention(Base):
    """A mention that belongs to a crisis."""

    __tablename__ = "crisis_room_mention"
    __table_args__ = (Index("ix_crisis_room_mention_mention_id", "mention_id"),)

    room_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    mention_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    added_by_id: Mapped[int]


class CrisisRoomArea(Base):
    """An area that was told of a crisis, and when it said that it knows."""

    __tablename__ = "crisis_room_area"

    room_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    area_id: Mapped[int] = mapped_column(primary_key=True)
    told_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_by_id: Mapped[int]
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CrisisEntry(Base):
    """One line of a crisis's record: what was decided, done or noted."""

    __tablename__ = "crisis_entry"
    __table_args__ = (Index("ix_crisis_entry_room_id", "room_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    room_id: Mapped[int] = mapped_column(BigId)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str | None]
    facts: Mapped[Any | None] = mapped_column(CompactJson)


class CrisisClock(Base):
    """The two clocks of a fresh mention at crisis level: identify from posting, answer from identification."""

    __tablename__ = "crisis_clock"
    __table_args__ = (Index("ix_crisis_clock_running", "mention_id", postgresql_where=_RUNNING, sqlite_where=_RUNNING),)

    mention_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    level: Mapped[int]
    rule: Mapped[str]
    identify_due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    identified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    identified_by_id: Mapped[int | None]
    answer_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Alert(Base):
    """Something everybody must notice: ``kind`` is crisis, burst, spread, deadline, holiday or drill.

    ``key`` makes raising it twice impossible, also from two workstations at once.
    """

    __tablename__ = "alert"
    __table_args__ = (UniqueConstraint("key"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    key: Mapped[str]
    kind: Mapped[str]
    level: Mapped[int | None]
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    mention_id: Mapped[int | None] = mapped_column(BigId)
    case_id: Mapped[int | None] = mapped_column(BigId)
    room_id: Mapped[int | None] = mapped_column(BigId)
    facts: Mapped[Any | None] = mapped_column(CompactJson)
    is_drill: Mapped[bool] = mapped_column(default=False)
    taken_by_id: Mapped[int | None]
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AlertSeen(Base):
    """Who had an alert on the screen (``shown_at``) and who said "I saw it" (``seen_at``)."""

    __tablename__ = "alert_seen"

    alert_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(primary_key=True)
    workstation_key: Mapped[str]
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SpreadMark(Base):
    """How far a grave case had spread when it was last looked at."""

    __tablename__ = "spread_mark"

    case_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    looked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    shares: Mapped[int]
    replies: Mapped[int]
    others: Mapped[int]


IS_ROOM_OPEN: ColumnElement[bool] = CrisisRoom.closed_at.is_(None)
IS_CLOCK_RUNNING: ColumnElement[bool] = CrisisClock.answered_at.is_(None)
