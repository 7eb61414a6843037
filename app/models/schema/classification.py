"""Tables of the classification: any number of axes, each a tree of nodes, all of it data."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, Folded, UtcDateTime


class Axis(Base):
    """One question of the classification; ``carrier`` is mention, case or customer."""

    __tablename__ = "axis"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    carrier: Mapped[str]
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)


class Node(Base):
    """One answer on an axis. Rename, move, merge, retire change only this row; totals fold through the tree at read."""

    __tablename__ = "node"
    __table_args__ = (UniqueConstraint("axis_id", "key"), Index("ix_node_parent_id", "parent_id"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    axis_id: Mapped[int] = mapped_column(ForeignKey("axis.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
    key: Mapped[str]
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(Folded)
    description: Mapped[str | None]
    examples: Mapped[str | None]
    color: Mapped[str | None]
    shortcut: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
