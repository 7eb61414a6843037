"""What every chart is built from: one read of the database, the report's filter, the trees, the zone and the hour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from app.models.domain.chart import Category, ChartData
from app.models.domain.chart_drill import Drill, drill_for, plain_drill
from app.models.domain.classification_tree import Trees
from app.models.domain.inbox import RowKind
from app.models.domain.report_period import are_alike, period_before
from app.models.domain.series import ReportFilter
from app.models.queries.charts.mentions import FromRows, MentionCounts, RolledUp
from app.models.queries.charts.rows import RowSource
from app.models.queries.inbox_filters import SilenceLimit, Viewpoint

FROM_ROWS, ALL_CHANNELS, ESTIMATED, IGNORED = "from_rows", "all_channels", "estimated", "filter_ignored"
MOST_SHOWN = 30
"""So many nodes, persons or areas a chart tells apart; the rest stand together as others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One chart's way to its data. ``rest`` may stop a long one. ``only``: the places to show, where they are given."""

    connection: Connection
    wanted: ReportFilter
    trees: Callable[[], Trees]
    viewpoint: Viewpoint
    rest: Callable[[], None]
    silence: Callable[[], tuple[SilenceLimit, ...]]
    only: tuple[Category, ...] | None = None

    @property
    def now(self) -> datetime:
        """The hour at which the chart is read."""
        return self.viewpoint.now

    @property
    def rows(self) -> RowSource:
        """The rows themselves, for filters that no roll-up knows."""
        return RowSource(self.connection, self.viewpoint, self.rest)

    def plain(self) -> tuple[Drill, tuple[str, ...]]:
        """Return what a chart counts that knows period and channels only, and the remark where that is less."""
        drill, is_less = plain_drill(self.wanted)
        return drill, (IGNORED,) if is_less else ()

    def earlier(self, data: ChartData | None = None) -> Reading:
        """Return the way to the period that stands beside, with the very places that the chart itself shows."""
        since, until = self.wanted.compare_with or period_before(self.wanted.since, self.wanted.until)
        only = None if data is None else data.categories
        if data is not None and only and isinstance(only[0].key, date):
            only = tuple(Category(track.key, track.name) for track in data.tracks)
        return replace(self, wanted=replace(self.wanted, since=since, until=until), only=only)

    @property
    def is_beside_alike(self) -> bool:
        """Whether the period that stands beside is as long, so that counts can be compared."""
        other = self.wanted.compare_with
        return other is None or are_alike((self.wanted.since, self.wanted.until), other)

    def mentions(self) -> tuple[MentionCounts, tuple[str, ...]]:
        """Return what counts mentions under the report's filter, and the remarks on it."""
        drill, is_less = drill_for(self.wanted, RowKind.MENTION)
        notes: tuple[str, ...] = (IGNORED,) if is_less else ()
        if drill.is_plain:
            return RolledUp(self.connection, drill, self.viewpoint.zone), notes
        return FromRows(self.rows, drill), (FROM_ROWS, *notes)


Builder = Callable[[Reading], ChartData]
Facts = dict[str, float | int | str | date | None]
