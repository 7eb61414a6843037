"""Tables of persons, areas and workstations."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, Folded, UtcDateTime


class Person(Base):
    """A member of the team; ``role`` holds a ``Role`` value."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(Folded, unique=True)
    role: Mapped[str]
    email: Mapped[str | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class Area(Base):
    """An area of the company that answers forwarded cases; ``answer_minutes`` is business time of ``calendar_id``.

    ``calendar_id`` None = the team's first calendar.
    """

    __tablename__ = "area"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    contact: Mapped[str | None]
    answer_minutes: Mapped[int]
    silence_minutes: Mapped[int]
    is_ombudsman: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)
    calendar_id: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)


class AreaMember(Base):
    """Who belongs to an area."""

    __tablename__ = "area_member"

    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    is_representative: Mapped[bool] = mapped_column(default=False)


class Workstation(Base):
    """A computer that has opened this database; ``key`` is what ``Changes.origin`` names."""

    __tablename__ = "workstation"

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
