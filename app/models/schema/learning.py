"""Tables of what the program learns from the team's own classified cases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId, Bytes, CompactJson, UtcDateTime


class LearnedModel(Base):
    """What was learned for one axis: ``quality`` as measured on cases held out, ``payload`` the weights (no pickle).

    ``is_trusted`` False: it did not beat "always the most common" and proposes nothing. ``cursor`` is the history
    sequence up to which classified cases have been learned from.
    """

    __tablename__ = "learned_model"

    axis_key: Mapped[str] = mapped_column(primary_key=True)
    trained_at: Mapped[datetime] = mapped_column(UtcDateTime)
    examples: Mapped[int]
    cursor: Mapped[int] = mapped_column(BigId)
    quality: Mapped[Any] = mapped_column(CompactJson)
    payload: Mapped[bytes] = mapped_column(Bytes)
    is_trusted: Mapped[bool]
    is_wanted: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)


class RisingTheme(Base):
    """A term that mentions of a week use far more than the weeks before: shares per thousand, and its weight."""

    __tablename__ = "rising_theme"

    week: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    term: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]
    share: Mapped[float]
    share_before: Mapped[float]
    weight: Mapped[float]
    sampled: Mapped[int]
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
