"""Tables of the intake ledger: every fetch or file, what became of each row, and the rules that sort mentions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, Bytes, CompactJson, UtcDateTime


class IntakeRun(Base):
    """One fetch or file. ``received = stored + duplicate + rejected``; ``next_row`` is where a killed one goes on."""

    __tablename__ = "intake_run"
    __table_args__ = (Index("ix_intake_run_fingerprint", "fingerprint"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    source_kind: Mapped[str]
    source_name: Mapped[str]
    fingerprint: Mapped[bytes | None] = mapped_column(Bytes)
    mapping: Mapped[Any | None] = mapped_column(CompactJson)
    actor_id: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    status: Mapped[str]
    next_row: Mapped[int] = mapped_column(BigId)
    received: Mapped[int] = mapped_column(BigId, default=0)
    stored: Mapped[int] = mapped_column(BigId, default=0)
    duplicate: Mapped[int] = mapped_column(BigId, default=0)
    rejected: Mapped[int] = mapped_column(BigId, default=0)


class IntakeReject(Base):
    """One row that was not stored, and why."""

    __tablename__ = "intake_reject"
    __table_args__ = (Index("ix_intake_reject_run_id", "run_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    run_id: Mapped[int] = mapped_column(BigId)
    row: Mapped[int] = mapped_column(BigId)
    reason: Mapped[str]
    detail: Mapped[str]
    excerpt: Mapped[str]


class FileMapping(Base):
    """How the columns of a kind of file were read the last time, found again by the signature of its headers."""

    __tablename__ = "file_mapping"

    signature: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[Any] = mapped_column(CompactJson)
    used_at: Mapped[datetime] = mapped_column(UtcDateTime)


class IntakeRule(Base):
    """A rule that puts a mention in *Monitorar* by itself; ``hits`` counts, every hit is named on the mention."""

    __tablename__ = "intake_rule"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    is_enabled: Mapped[bool] = mapped_column(default=True)
    conditions: Mapped[Any] = mapped_column(CompactJson)
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
