"""Answers for any chart in the one form that all of them have, with the period before beside it where asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from app.models.domain.chart import ChartData, ChartKey
from app.models.domain.chart_compare import with_before
from app.models.domain.chart_drill import drill_for
from app.models.domain.headline import Figure
from app.models.domain.inbox import RowKind
from app.models.domain.people import Actor, Right
from app.models.domain.report_period import is_possible
from app.models.domain.series import ReportFilter
from app.models.domain.zone_days import day_of
from app.models.queries.charts.mentions import newest_day
from app.services.cancel import CancelToken
from app.services.case_reader import TreeShelf
from app.services.charts.axis_charts import AXIS_CHARTS
from app.services.charts.case_charts import CASE_CHARTS
from app.services.charts.figures import headline
from app.services.charts.mention_charts import MENTION_CHARTS
from app.services.charts.other_charts import OTHER_CHARTS
from app.services.charts.reading import Builder, Reading
from app.services.charts.team_charts import TEAM_CHARTS
from app.services.charts.voice_charts import VOICE_CHARTS
from app.services.database import Database
from app.services.errors import Invalid
from app.services.forecast import ForecastService
from app.services.forecast_charts import with_forecast
from app.services.inbox import viewpoint_of
from app.services.mention_book import business_zone
from app.services.rights import require
from app.services.silence import silence_limits
from app.services.team_calendars import CalendarShelf

_DEFAULT_DAYS = 30
_BUILDERS: dict[ChartKey, Builder] = {
    **MENTION_CHARTS,
    **AXIS_CHARTS,
    **VOICE_CHARTS,
    **CASE_CHARTS,
    **TEAM_CHARTS,
    **OTHER_CHARTS,
}
_OF_NOW = frozenset({ChartKey.SILENCE})
WITH_FORECAST = frozenset({ChartKey.VOLUME_DAY, ChartKey.VOLUME_MONTH})


class ChartService:
    """Reads one chart at a time; each call is a few range reads of roll-ups, unless a filter lies outside them."""

    def __init__(
        self,
        *,
        database: Database,
        shelf: TreeShelf | None = None,
        calendars: CalendarShelf | None = None,
        forecast: ForecastService | None = None,
    ) -> None:
        self._database, self._forecast = database, forecast
        self._calendars = calendars or CalendarShelf()
        self._shelf = shelf or TreeShelf()

    def default_period(self, actor: Actor) -> ReportFilter:
        """Return the thirty days that end with the newest mention, or with today when that is later than a month."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            newest = newest_day(connection)
            today = self._database.clock.now().astimezone(business_zone(connection)).date()
        until = today if newest is None else min(today, day_of(newest))
        return ReportFilter(until - timedelta(days=_DEFAULT_DAYS - 1), until)

    def chart(self, key: ChartKey, wanted: ReportFilter, actor: Actor, token: CancelToken | None = None) -> ChartData:
        """Return a chart of a period; ``token`` may stop one that has to be counted from the rows.

        Raises:
            Invalid: ``report.period`` for a period that is reversed, too long or out of this world.
        """
        build = _BUILDERS[key]
        with self._reading(wanted, actor, token) as reading:
            data = build(reading)
            if wanted.is_compared and key not in _OF_NOW:
                data = with_before(data, build(reading.earlier(data)), are_alike=reading.is_beside_alike)
        return data

    def with_forecast(self, data: ChartData, wanted: ReportFilter, actor: Actor, token: CancelToken) -> ChartData:
        """Return a chart of volume that reaches the present with what is to come after it; others as they are.

        To be asked for after the chart itself is shown: the first forecast of a day takes a second or two.
        """
        drill, _is_less = drill_for(wanted, RowKind.MENTION)
        if self._forecast is None or data.key not in WITH_FORECAST or not drill.is_plain:
            return data
        return with_forecast(data, self._forecast.forecast(actor, wanted.channel_ids, token))

    def figures(self, wanted: ReportFilter, actor: Actor, token: CancelToken | None = None) -> tuple[Figure, ...]:
        """Return the figures above the charts, with those of the period before.

        Raises:
            Invalid: ``report.period`` as for a chart.
        """
        with self._reading(wanted, actor, token) as reading:
            return headline(reading)

    @contextmanager
    def _reading(self, wanted: ReportFilter, actor: Actor, token: CancelToken | None) -> Iterator[Reading]:
        require(actor, Right.READ)
        if not all(is_possible(*each) for each in ((wanted.since, wanted.until), wanted.compare_with) if each):
            raise Invalid("report.period")
        with self._database.read() as connection:
            viewpoint, _warning = viewpoint_of(self._database, connection, actor)
            yield Reading(
                connection=connection,
                wanted=wanted,
                trees=lambda: self._shelf.trees(connection),
                viewpoint=viewpoint,
                rest=(token or CancelToken()).raise_if_cancelled,
                silence=lambda: silence_limits(connection, self._calendars, viewpoint.now),
            )
