"""Tables of planning: the twelve steps with their decisions, the SWOT sheets, the log of active relationship work."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, CompactJson, UtcDateTime


class PlanStep(Base):
    """One step of the plan (0 = the objective): what was decided, by whom it is looked after, and whether it is done.

    ``content`` holds the step's own fields where no other table does (goals, checklists, chosen texts).
    """

    __tablename__ = "plan_step"

    step: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int]
    decision: Mapped[str | None]
    responsible_id: Mapped[int | None]
    due_on: Mapped[date | None]
    content: Mapped[Any | None] = mapped_column(CompactJson)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)


class SwotSheet(Base):
    """One saved version of the SWOT sheet of a period; ``entries`` hold quadrant, text, origin and evidence."""

    __tablename__ = "swot_sheet"
    __table_args__ = (Index("ix_swot_sheet_period", "since", "until", "number", unique=True),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    since: Mapped[date]
    until: Mapped[date]
    number: Mapped[int]
    entries: Mapped[Any] = mapped_column(CompactJson)
    note: Mapped[str | None]
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int]


class RelationAct(Base):
    """One act of active work: ``kind`` activation, publication or engagement; what came of it is filled in later.

    ``figures`` = shares, favourites, comments, reached; ``own_post_id`` where the post was seen at the network.
    """

    __tablename__ = "relation_act"
    __table_args__ = (Index("ix_relation_act_done_at", "done_at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    kind: Mapped[str]
    done_at: Mapped[datetime] = mapped_column(UtcDateTime)
    person_id: Mapped[int]
    channel_id: Mapped[int]
    mention_id: Mapped[int | None] = mapped_column(BigId)
    customer_id: Mapped[int | None] = mapped_column(BigId)
    own_post_id: Mapped[int | None] = mapped_column(BigId)
    text: Mapped[str]
    result: Mapped[str | None]
    figures: Mapped[Any | None] = mapped_column(CompactJson)
    version: Mapped[int] = mapped_column(default=1)
