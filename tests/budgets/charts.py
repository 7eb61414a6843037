"""Charts over a year: each beside a plain sum over the roll-up it reads, and a whole dashboard."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from sqlalchemy import select

from app.models.domain.chart import ChartKey
from app.models.domain.inbox import InboxFilter
from app.models.domain.people import PROGRAM
from app.models.domain.report_period import month_of
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import Sentiment
from app.models.domain.zone_days import day_number
from app.models.schema.classification import Node
from app.services.charts import ChartService
from app.services.database import Database
from tests.budgets.table import Line, median_ms, timed

_CHART_MS, _DASHBOARD_MS, _FROM_ROWS_MS = 60, 400, 3_000
_DASHBOARD = (
    ChartKey.VOLUME_DAY,
    ChartKey.HEAT,
    ChartKey.SENTIMENT_TIME,
    ChartKey.PERSONA_MATRIX,
    ChartKey.SUBJECTS,
    ChartKey.IN_TIME,
    ChartKey.BACKLOG,
    ChartKey.BY_AREA,
)
_FROM_ROWS = (ChartKey.VOLUME_DAY, ChartKey.HEAT, ChartKey.SENTIMENT_TIME, ChartKey.SUBJECTS, ChartKey.PERSONAS)
_DAYS = {
    "mention_day": (
        ChartKey.VOLUME_DAY,
        ChartKey.VOLUME_MONTH,
        ChartKey.SERVED_WHOLE,
        ChartKey.WEEKDAYS,
        ChartKey.SENTIMENT_SHARE,
        ChartKey.SENTIMENT_TIME,
        ChartKey.CHANNELS,
    ),
    "case_day": (ChartKey.IN_TIME, ChartKey.BACKLOG),
    "case_hist": (ChartKey.FIRST_RESPONSE, ChartKey.RESOLUTION),
    "team_day": (
        ChartKey.REOPENED,
        ChartKey.SATISFACTION,
        ChartKey.LEVELS,
        ChartKey.BY_PERSON,
        ChartKey.BY_AREA,
    ),
    "crisis_day": (ChartKey.CRISIS_LIMITS, ChartKey.CRISIS_VOLUME),
    "reach_day": (ChartKey.OWN_REACH,),
}
_MONTHS = {
    "axis_month": (ChartKey.SUBJECTS, ChartKey.PROFILES, ChartKey.NATURES, ChartKey.FRONTS, ChartKey.PERSONAS),
    "axis_mark_month": (ChartKey.LEVELS_SUBJECT,),
    "voice_month": (
        ChartKey.PERSONA_MATRIX,
        ChartKey.ENGAGEMENT_MATRIX,
        ChartKey.SENTIMENT_SUBJECT,
        ChartKey.SENSITIVITY,
        ChartKey.INDICATORS,
    ),
}


def measure_charts(database: Database, plain: sqlite3.Connection | None) -> Iterator[Line]:
    """Yield a line for every chart over a year, for a dashboard, and for charts that must be counted from the rows."""
    charts = ChartService(database=database)
    until = charts.default_period(PROGRAM).until
    year = ReportFilter(until - timedelta(days=365), until)
    for key in ChartKey:
        base = _plain_ms(plain, key, year)
        yield timed(f"chart over a year: {key.value}", _reading(charts, key, year), most=_CHART_MS, plain=base)
    yield timed("figures over a year, and the year before", lambda: charts.figures(year, PROGRAM), most=_CHART_MS)

    def dashboard() -> None:
        for key in _DASHBOARD:
            charts.chart(key, year, PROGRAM)

    yield timed(f"dashboard of {len(_DASHBOARD)} charts over a year", dashboard, most=_DASHBOARD_MS)
    with database.read() as connection:
        node = connection.execute(select(Node.id).where(Node.key == "complaint")).scalars().first() or 0
    rows = InboxFilter(sentiments=(Sentiment.NEGATIVE,))
    wanted = ReportFilter(year.since, year.until, node_ids=(node,), rows=rows)
    for key in _FROM_ROWS:
        yield timed(f"chart from the rows of a year: {key.value}", _reading(charts, key, wanted), most=_FROM_ROWS_MS)


def _reading(charts: ChartService, key: ChartKey, wanted: ReportFilter) -> Callable[[], object]:
    return partial(charts.chart, key, wanted, PROGRAM)


def _plain_ms(plain: sqlite3.Connection | None, key: ChartKey, year: ReportFilter) -> float | None:
    statement = _statement(key, year.since, year.until)
    if plain is None or statement is None:
        return None
    return median_ms(lambda: plain.execute(statement).fetchall())


def _statement(key: ChartKey, since: date, until: date) -> str | None:
    days = f"day BETWEEN {day_number(since)} AND {day_number(until)}"
    months = f"month BETWEEN {month_of(since)} AND {month_of(until)}"
    if key in {ChartKey.HOURS, ChartKey.CLOCK, ChartKey.HEAT}:
        hours = f"hour BETWEEN {24 * day_number(since)} AND {24 * day_number(until)}"
        return f"SELECT hour, sum(n) FROM mention_hour WHERE {hours} GROUP BY hour"  # noqa: S608 - numbers only
    for table, keys in _DAYS.items():
        if key in keys:
            return f"SELECT day, sum(n) FROM {table} WHERE {days} GROUP BY day"  # noqa: S608 - our own names
    for table, keys in _MONTHS.items():
        if key in keys:
            return f"SELECT node_id, sum(n) FROM {table} WHERE axis_id = 3 AND {months} GROUP BY node_id"  # noqa: S608 - our own names
    if key is ChartKey.PERSONS_MONTH:
        return f"SELECT month, count(*) FROM person_month WHERE {months} GROUP BY month"  # noqa: S608 - numbers only
    return None
