"""Tables of reports: their saved definitions, the analyst's comments, and how each person arranged the boards."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, CompactJson, UtcDateTime


class ReportDefinition(Base):
    """A saved report: ``spec`` = its parts, period rule, channels and comparison, as ``report_plan`` reads it."""

    __tablename__ = "report_definition"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str]
    spec: Mapped[Any] = mapped_column(CompactJson)
    made_by_id: Mapped[int]
    is_shared: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)


class ReportComment(Base):
    """What an analyst wrote beside a chart (``section``, "" = the whole) for one period."""

    __tablename__ = "report_comment"
    __table_args__ = (Index("ix_report_comment_period", "since", "until", "section"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    section: Mapped[str]
    since: Mapped[date]
    until: Mapped[date]
    text: Mapped[str]
    author_id: Mapped[int]
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class BoardLayout(Base):
    """How a person arranged a board of charts: ``layout`` lists the charts in order, with their width and form."""

    __tablename__ = "board_layout"

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    board: Mapped[str] = mapped_column(primary_key=True)
    layout: Mapped[Any] = mapped_column(CompactJson)


class WorkText(Base):
    """Where a text of our own work lies that the search finds: ``kind`` note, solution, reply or article.

    ``source_id`` is the row's id there (the case's for a solution); ``case_id`` None for an article. The words lie in
    ``work_search`` under this id.
    """

    __tablename__ = "work_text"
    __table_args__ = (Index("ix_work_text_source", "kind", "source_id", unique=True),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    kind: Mapped[str]
    source_id: Mapped[int] = mapped_column(BigId)
    case_id: Mapped[int | None] = mapped_column(BigId)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
