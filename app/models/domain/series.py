"""Read models of the charts: small series with exact labels, so that a view only draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.models.domain.inbox import InboxFilter
from app.models.domain.vocabulary import Sentiment

_EVERYTHING = InboxFilter()


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Period (local dates, both inclusive) and channels (empty = all) of a chart.

    ``node_ids`` narrow it to classification nodes (with their branches), ``rows`` to anything else that an inbox filter
    can say: what the roll-ups do not know by is counted from the rows, and the chart says so. ``node_id`` shows what
    lies below one node (subjects). ``is_compared`` asks for the period before, equally long, beside it.
    """

    since: date
    until: date
    channel_ids: tuple[int, ...] = ()
    node_ids: tuple[int, ...] = ()
    rows: InboxFilter = _EVERYTHING
    node_id: int | None = None
    is_compared: bool = False
    compare_with: tuple[date, date] | None = None
    """Other days, both inclusive, to stand beside it instead of the period before."""


@dataclass(frozen=True, slots=True)
class HourSeries:
    """Mentions by hour of the day in the business's zone: 24 counts; ``open_hours`` marks hours open on any weekday.

    ``without_time`` counts mentions of the period whose source told only the day: they stand in no hour.
    """

    counts: tuple[int, ...]
    open_hours: tuple[bool, ...]
    total: int
    outside_hours: int
    without_time: int = 0


@dataclass(frozen=True, slots=True)
class WeekHeat:
    """Mentions by weekday (7 rows, Monday first) and hour (24 columns) in the business's zone.

    ``without_time`` as in ``HourSeries``.
    """

    counts: tuple[tuple[int, ...], ...]
    is_open: tuple[tuple[bool, ...], ...]
    total: int
    without_time: int = 0


@dataclass(frozen=True, slots=True)
class SentimentShare:
    """Mentions by sentiment; None = no sentiment yet. ``confirmed`` counts those a person has confirmed."""

    counts: tuple[tuple[Sentiment | None, int], ...]
    confirmed: int
    total: int


@dataclass(frozen=True, slots=True)
class SentimentOverTime:
    """One row a day (or week, or month: ``step``), columns in the order of ``sentiments``."""

    step: str
    starts: tuple[date, ...]
    sentiments: tuple[Sentiment | None, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class DaySeries:
    """Mentions a day: all received, and those that became cases."""

    days: tuple[date, ...]
    received: tuple[int, ...]
    in_case: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures on top of the reports page, with those of the period before for comparison."""

    mentions: int
    mentions_before: int
    in_case: int
    in_case_before: int
    negative_percent: float | None
    negative_percent_before: float | None
    cases_opened: int
    cases_opened_before: int
    cases_closed: int
    cases_closed_before: int
    first_response_median_minutes: float | None
    within_first_response_percent: float | None


@dataclass(frozen=True, slots=True)
class TableData:
    """A chart's table: headers are codes for the view, rows hold text, int, float, date or None."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str | int | float | date | None, ...], ...]
