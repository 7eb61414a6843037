"""Tables of the record: the change counter, the change log that other workstations follow, the chained history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, Bytes, CompactJson, UtcDateTime


class ChangeCounter(Base):
    """One row: the number of the last act, of the last history row, and the head of the history's chain.

    Its row lock is the mutex of the transaction's tail: it is always the first hot row to be taken.
    """

    __tablename__ = "change_counter"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(BigId)
    history_seq: Mapped[int] = mapped_column(BigId)
    head_hash: Mapped[bytes] = mapped_column(Bytes)


class ChangeLog(Base):
    """One row an act: what it touched, for the other workstations; trimmed after some days."""

    __tablename__ = "change_log"

    version: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    origin: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    body: Mapped[Any] = mapped_column(CompactJson)


class History(Base):
    """Append-only: ``digest = HMAC(salt, body)``, ``hash = H(previous hash, row)``; erasure takes only the body row."""

    __tablename__ = "history"
    __table_args__ = (
        Index(
            "ix_history_case_id",
            "case_id",
            "seq",
            postgresql_where=text("case_id IS NOT NULL"),
            sqlite_where=text("case_id IS NOT NULL"),
        ),
    )

    seq: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    case_id: Mapped[int | None] = mapped_column(BigId)
    actor_id: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    verb: Mapped[str]
    digest: Mapped[bytes] = mapped_column(Bytes)
    hash: Mapped[bytes] = mapped_column(Bytes)


class HistoryBody(Base):
    """What the history row says (from, to, texts); all that an erasure may remove."""

    __tablename__ = "history_body"

    seq: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    salt: Mapped[bytes] = mapped_column(Bytes)
    body: Mapped[str]


class Erasure(Base):
    """Keyed hash of what was erased on request, so that the next fetch does not bring it back."""

    __tablename__ = "erasure"

    keyed_hash: Mapped[bytes] = mapped_column(Bytes, primary_key=True)
    erased_at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[int]
