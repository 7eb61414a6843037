"""Tables of what all workstations must agree on: business settings, calendar, targets, templates, saved views."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import true
from sqlalchemy.orm import Mapped, mapped_column

from app.models.domain.vocabulary import Visibility
from app.models.schema.base import Base, BigId, Code, CompactJson, UtcDateTime


class BusinessSetting(Base):
    """One setting of the business (zone, company name, crisis matrix, situations...), a JSON value by key."""

    __tablename__ = "business_setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(CompactJson)
    version: Mapped[int] = mapped_column(default=1)


class Calendar(Base):
    """Opening hours: ``week`` = {"0".."6" (Monday first): [["09:00", "18:00"], ...]} in ``zone``."""

    __tablename__ = "calendar"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    zone: Mapped[str]
    week: Mapped[Any] = mapped_column(CompactJson)
    version: Mapped[int] = mapped_column(default=1)


class CalendarException(Base):
    """A date with hours of its own (empty = closed)."""

    __tablename__ = "calendar_exception"

    calendar_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]
    origin: Mapped[str]
    intervals: Mapped[Any] = mapped_column(CompactJson)


class SlaTarget(Base):
    """A target; None in a condition means any. Minutes, business or clock time."""

    __tablename__ = "sla_target"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    channel_id: Mapped[int | None]
    nature_node_id: Mapped[int | None]
    is_vip: Mapped[bool | None]
    crisis_level: Mapped[int | None]
    first_response_minutes: Mapped[int]
    resolution_minutes: Mapped[int]
    is_clock_time: Mapped[bool]
    warning_percent: Mapped[int]
    position: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)


class Template(Base):
    """A reply template with variables such as ``{cliente}``; ``channel_id`` None = for every channel."""

    __tablename__ = "template"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    shortcut: Mapped[str | None]
    visibility: Mapped[Visibility | None] = mapped_column(Code(Visibility))
    nature_key: Mapped[str | None]
    trait: Mapped[str | None]
    channel_id: Mapped[int | None]
    text: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)
    used_count: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)


class Article(Base):
    """A piece of support material; ``words`` are folded for the search, ``source_reply_id`` is where it came from."""

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    title: Mapped[str]
    text: Mapped[str]
    words: Mapped[str]
    nature_key: Mapped[str | None]
    source_reply_id: Mapped[int | None] = mapped_column(BigId)
    is_active: Mapped[bool] = mapped_column(default=True, server_default=true())
    used_count: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class SavedView(Base):
    """A saved inbox filter; ``person_id`` None = shared with the team."""

    __tablename__ = "saved_view"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    person_id: Mapped[int | None]
    filter: Mapped[Any] = mapped_column(CompactJson)
    position: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)


class ProtocolCounter(Base):
    """One row: the last protocol given (day and number); locked in the transaction that opens a case."""

    __tablename__ = "protocol_counter"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date | None]
    number: Mapped[int] = mapped_column(BigId)
