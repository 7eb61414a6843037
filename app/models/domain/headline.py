"""The figures that stand above the charts: one number each, with that of the period before and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.models.domain.chart import Unit
from app.models.domain.inbox import InboxQuery


class FigureKey(StrEnum):
    """Which figures there are, in their order; the screen has words for them."""

    MENTIONS = "mentions"
    SERVED = "served"
    FIRST_RESPONSE = "first_response"
    IN_TIME = "in_time"
    SATISFACTION = "satisfaction"
    CRISES = "crises"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; None = nothing to tell. ``base`` = what it is a part of, or how many rows it rests on.

    Served: mentions in a case, of all. First response: the median in minutes, of the first answers. In time: per cent
    of the first answers. Satisfaction: the average grade, of so many. Crises: those with both limits met, of all that
    have met both or missed one. ``query`` opens the rows of a count,
    or those that another figure rests on. ``notes`` say which filters the figure does not follow, as those of a chart:
    ``all_channels``, ``filter_ignored``.
    """

    key: FigureKey
    value: float | None
    before: float | None
    unit: Unit
    base: int | None = None
    query: InboxQuery | None = None
    is_alike: bool = True
    notes: tuple[str, ...] = ()
