"""Tables of customers and of the handles under which they speak."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, Bytes, Folded, UtcDateTime


class Customer(Base):
    """A person or company we serve; ``merged_into_id`` leads to the survivor of a merge."""

    __tablename__ = "customer"
    __table_args__ = (
        Index("ix_customer_folded_name", "folded_name", "id"),
        Index(
            "ix_customer_document_hash",
            "document_hash",
            postgresql_where=text("document_hash IS NOT NULL"),
            sqlite_where=text("document_hash IS NOT NULL"),
        ),
        Index(
            "ix_customer_email",
            "email",
            postgresql_where=text("email IS NOT NULL"),
            sqlite_where=text("email IS NOT NULL"),
        ),
        Index(
            "ix_customer_phone",
            "phone",
            postgresql_where=text("phone IS NOT NULL"),
            sqlite_where=text("phone IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(Folded)
    email: Mapped[str | None]
    phone: Mapped[str | None]
    document: Mapped[str | None]
    document_hash: Mapped[bytes | None] = mapped_column(Bytes)
    place: Mapped[str | None]
    notes: Mapped[str | None]
    is_vip: Mapped[bool] = mapped_column(default=False)
    profile_node_id: Mapped[int | None]
    persona_node_id: Mapped[int | None]
    merged_into_id: Mapped[int | None] = mapped_column(BigId)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class Handle(Base):
    """One author on one channel. ``customer_id`` is None until somebody (or a case) makes a customer of it."""

    __tablename__ = "handle"
    __table_args__ = (
        UniqueConstraint("channel_id", "handle_key"),
        Index(
            "ix_handle_customer_id",
            "customer_id",
            postgresql_where=text("customer_id IS NOT NULL"),
            sqlite_where=text("customer_id IS NOT NULL"),
        ),
        Index("ix_handle_folded_name", "folded_name", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    handle_key: Mapped[str]
    display_name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(Folded)
    customer_id: Mapped[int | None] = mapped_column(BigId)
    reach: Mapped[int | None]


class HandleLink(Base):
    """Why a handle belongs to a customer; merge and split add rows and close old ones, so both can be undone."""

    __tablename__ = "handle_link"
    __table_args__ = (
        Index("ix_handle_link_handle_id", "handle_id", "id"),
        Index("ix_handle_link_customer_id", "customer_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    handle_id: Mapped[int] = mapped_column(BigId)
    customer_id: Mapped[int] = mapped_column(BigId)
    reason: Mapped[str]
    actor_id: Mapped[int]
    linked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merge_id: Mapped[int | None] = mapped_column(BigId)


class CustomerMerge(Base):
    """One merge of two customers, so that it can be undone; ``undone_at`` closes it."""

    __tablename__ = "customer_merge"

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    survivor_id: Mapped[int] = mapped_column(BigId)
    absorbed_id: Mapped[int] = mapped_column(BigId)
    reason: Mapped[str]
    actor_id: Mapped[int]
    merged_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class LinkRejection(Base):
    """A suggested link that a person has said is wrong, so that it is not suggested again."""

    __tablename__ = "link_rejection"

    customer_a_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    customer_b_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    actor_id: Mapped[int]
    rejected_at: Mapped[datetime] = mapped_column(UtcDateTime)
