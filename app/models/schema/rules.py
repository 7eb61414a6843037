"""Tables of the record of rule changes, and of what the deadlines and duties of cases have become."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, CompactJson, UtcDateTime

_OPEN_DUTY = text("done_at IS NULL")
_UNEXPLAINED = text("reason IS NULL")


class RuleChange(Base):
    """One edit of a rule: who, when, in which section, what, from and to (JSON values that can be put back)."""

    __tablename__ = "rule_change"
    __table_args__ = (Index("ix_rule_change_section", "section", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    section: Mapped[str]
    what: Mapped[str]
    actor_id: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    before: Mapped[Any | None] = mapped_column(CompactJson)
    after: Mapped[Any | None] = mapped_column(CompactJson)


class Duty(Base):
    """What the law or the team's practice asks for on a case: an answer, the history, an immediate task...

    ``kind`` is a key of the legal profile's rules; ``norm`` names the norm as it stood when the duty arose.
    """

    __tablename__ = "duty"
    __table_args__ = (
        UniqueConstraint("case_id", "kind"),
        Index("ix_duty_open", "due_at", "id", postgresql_where=_OPEN_DUTY, sqlite_where=_OPEN_DUTY),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(BigId)
    kind: Mapped[str]
    norm: Mapped[str]
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[int | None]
    note: Mapped[str | None]


class Breach(Base):
    """A deadline that passed: ``clock`` is first_response, resolution, area, promise, silence or a duty's kind."""

    __tablename__ = "breach"
    __table_args__ = (
        UniqueConstraint("case_id", "clock", "due_at"),
        Index("ix_breach_unexplained", "id", postgresql_where=_UNEXPLAINED, sqlite_where=_UNEXPLAINED),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(BigId)
    clock: Mapped[str]
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    noticed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str | None]
    reason_by_id: Mapped[int | None]
    reason_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


IS_DUTY_OPEN: ColumnElement[bool] = Duty.done_at.is_(None)
IS_UNEXPLAINED: ColumnElement[bool] = Breach.reason.is_(None)
