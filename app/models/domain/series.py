"""What a report is asked for, and the table that any of its charts comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.models.domain.inbox import InboxFilter
from app.models.domain.report_period import period_before

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

    @property
    def beside(self) -> tuple[date, date] | None:
        """The days that stand beside it, both inclusive; None = none do."""
        if not self.is_compared:
            return None
        return self.compare_with or period_before(self.since, self.until)


@dataclass(frozen=True, slots=True)
class TableData:
    """A chart's table: headers are codes for the view, rows hold text, int, float, date or None."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str | int | float | date | None, ...], ...]
