"""Forecast and staffing in the form that all charts have, and as tables; no figure is made here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.forecast import Outlook, Point, TooShort
from app.models.domain.forecast_series import Series
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.series import TableData
from app.models.domain.staffing import HALVES, Slot
from app.services.forecast import VolumeForecast
from app.services.staffing import Staffing

DAY, HOUR, MONTH = "day", "hour", "month"
RECEIVED, FORECAST = "received", "forecast"
_DAYS_SHOWN, _MONTHS_SHOWN = 60, 12
_SMALL = 10
_FORECAST_HEADERS = ("day", "hour", "forecast", "low_80", "high_80", "low_95", "high_95")
_STAFFING_HEADERS = (
    "weekday", "begin", "end", "is_open", "answers_at_once", "answers_deferred", "receptive", "active", "rostered",
    "in_time_percent", "gave_up_percent", "occupancy_percent",
)  # fmt: skip


def outlook_of(found: VolumeForecast, step: str) -> Outlook | TooShort:
    """Return the forecast by ``DAY``, ``HOUR`` or ``MONTH``; nothing received is a history of no days."""
    if found.outlooks is None:
        return TooShort(0)
    return {DAY: found.outlooks.days, HOUR: found.outlooks.hours, MONTH: found.outlooks.months}[step]


def volume_chart(found: VolumeForecast, step: str, day: date | None = None) -> ChartData | None:
    """Return what came and what is to come as lines; by hour of one ``day`` (the first forecast one when None).

    None where nothing can be forecast. The last sixty days stand before the days forecast, a year before the months.
    """
    outlook = outlook_of(found, step)
    if found.series is None or isinstance(outlook, TooShort):
        return None
    if step == HOUR:
        wanted = day or outlook.points[0].start
        points = [point for point in outlook.points if point.start == wanted]
        categories = tuple(Category(point.hour or 0) for point in points)
        return _chart(ChartKey.HOURS, HOUR, categories, (_forecast([], points),))
    past = _past_months(found, found.series) if step == MONTH else _past_days(found, found.series)
    points = list(outlook.points)
    known = [cell for start, cell in past if not points or start < points[0].start]
    categories = tuple(Category(start) for start, _cell in past[: len(known)])
    categories += tuple(Category(point.start) for point in points)
    received = Track(RECEIVED, (*known, *(Cell(None) for _ in points)))
    key = ChartKey.VOLUME_MONTH if step == MONTH else ChartKey.VOLUME_DAY
    return _chart(key, step, categories, (received, _forecast(known, points)))


def with_forecast(data: ChartData, found: VolumeForecast, most: int = 30) -> ChartData:
    """Return a chart of volume by day or month with what is to come after it: at most ``most`` days, or six months.

    The chart is returned as it is where it is no such chart, does not reach the last day that counts, or nothing can be
    forecast. ``found`` is ``ForecastService.forecast`` of the same channels; asked for in the background, since the
    first one of a day takes seconds.
    """
    steps = {ChartKey.VOLUME_DAY: DAY, ChartKey.VOLUME_MONTH: MONTH}
    step = steps.get(data.key)
    if step is None or data.step != step or not data.categories:
        return data
    outlook = outlook_of(found, step)
    end = data.categories[-1].key
    if isinstance(outlook, TooShort) or not isinstance(end, date):
        return data
    points = [point for point in outlook.points if point.start > end][: most if step == DAY else 6]
    if end < (found.last if step == DAY else found.last.replace(day=1)) or not points:
        return data
    gap = tuple(Cell(None) for _ in points)
    tracks = tuple(replace(track, cells=(*track.cells, *gap)) for track in data.tracks)
    before = tuple(replace(track, cells=(*track.cells, *gap)) for track in data.before)
    return replace(
        data,
        shape=Shape.LINES,
        categories=(*data.categories, *(Category(point.start) for point in points)),
        tracks=(*tracks, _forecast([Cell(None)] * len(data.categories), points)),
        before=before,
        facts={**data.facts, "forecast": sum(_rounded(point.value) for point in points)},
    )


def forecast_table(found: VolumeForecast, step: str) -> TableData:
    """Return the whole forecast by day, hour or month as a table, to look at or to take away."""
    outlook = outlook_of(found, step)
    points: Iterable[Point] = () if isinstance(outlook, TooShort) else outlook.points
    place = _FORECAST_HEADERS.index("hour")
    rows = [
        (
            point.start,
            point.hour,
            *(_rounded(n) for n in (point.value, point.low80, point.high80, point.low95, point.high95)),
        )
        for point in points
    ]
    if step == HOUR:
        return TableData(_FORECAST_HEADERS, tuple(rows))
    headers = ("month" if step == MONTH else "day", *_FORECAST_HEADERS[place + 1 :])
    return TableData(headers, tuple((row[0], *row[place + 1 :]) for row in rows))


def staffing_chart(staffing: Staffing) -> ChartData:
    """Return the people rostered as a heat map, weekday by half hour; ``marked`` are the counter's hours."""
    shown = _halves_shown(staffing.plan.slots)
    rows = [staffing.plan.slots[weekday * HALVES : (weekday + 1) * HALVES] for weekday in range(7)]
    tracks = tuple(
        Track(weekday, tuple(Cell(float(row[half].rostered) if row[half].is_open else None) for half in shown))
        for weekday, row in enumerate(rows)
    )
    marked = tuple(row[half].is_open for row in rows for half in shown)
    categories = tuple(Category(half, clock_of(half)) for half in shown)
    made = _chart(ChartKey.HEAT, "half_hour", categories, tracks)
    return replace(made, shape=Shape.HEAT, counts=Counts.PERSONS, marked=marked)


def weekday_chart(staffing: Staffing, weekday: int) -> ChartData:
    """Return one weekday's people as columns: receptive, active, and what shrinkage adds."""
    shown = _halves_shown(staffing.plan.slots)
    slots = [staffing.plan.slots[weekday * HALVES + half] for half in shown]
    tracks = (
        Track("receptive", tuple(Cell(float(slot.receptive)) for slot in slots)),
        Track("active", tuple(Cell(float(slot.active)) for slot in slots)),
        Track("shrinkage", tuple(Cell(float(slot.rostered - slot.receptive - slot.active)) for slot in slots)),
    )
    categories = tuple(Category(half, clock_of(half)) for half in shown)
    made = _chart(ChartKey.HEAT, "half_hour", categories, tracks)
    return replace(made, shape=Shape.STACK, counts=Counts.PERSONS, marked=tuple(slot.is_open for slot in slots))


def staffing_table(staffing: Staffing) -> TableData:
    """Return every half hour of the week with its people and what they meet; percentages 0 to 100."""
    return TableData(
        _STAFFING_HEADERS,
        tuple(
            (
                f"weekday_{slot.weekday}",
                clock_of(slot.half),
                clock_of(slot.half + 1),
                "yes" if slot.is_open else "no",
                round(slot.at_once, 2),
                round(slot.deferred, 2),
                slot.receptive,
                slot.active,
                slot.rostered,
                None if slot.in_time is None else round(100 * slot.in_time, 1),
                round(100 * slot.gave_up, 1),
                round(100 * slot.occupancy, 1),
            )
            for slot in staffing.plan.slots
        ),
    )


def clock_of(half: int) -> str:
    """Return the time at which a half hour of the day begins."""
    return f"{half // 2:02}:{half % 2 * 30:02}"


def _halves_shown(slots: Sequence[Slot]) -> range:
    """Return the half hours from the earliest opening to the latest closing of the week; all when it never opens."""
    open_halves = [slot.half for slot in slots if slot.is_open]
    return range(min(open_halves), max(open_halves) + 1) if open_halves else range(HALVES)


def _chart(key: ChartKey, step: str, categories: tuple[Category, ...], tracks: tuple[Track, ...]) -> ChartData:
    return ChartData(key, Shape.LINES, Counts.MENTIONS, Unit.NUMBER, step, categories, tracks)


def _forecast(known: Sequence[Cell], points: Sequence[Point]) -> Track:
    """Return what is to come as a track."""
    before: list[float | None] = [None] * len(known)
    return Track(
        FORECAST,
        (*(Cell(None) for _ in known), *(Cell(_rounded(point.value)) for point in points)),
        low=(*before, *(_rounded(point.low80) for point in points)),
        high=(*before, *(_rounded(point.high80) for point in points)),
        is_forecast=True,
    )


def _past_days(found: VolumeForecast, series: Series) -> list[tuple[date, Cell]]:
    past = []
    for place in range(max(0, len(series.values) - _DAYS_SHOWN), len(series.values)):
        day = series.first + timedelta(days=place)
        past.append((day, _received(found, day, day, series.values[place])))
    return past


def _past_months(found: VolumeForecast, series: Series) -> list[tuple[date, Cell]]:
    sums: dict[date, float | None] = {}
    for place, value in enumerate(series.values):
        month = (series.first + timedelta(days=place)).replace(day=1)
        sums[month] = (sums.get(month) or 0.0) + (value or 0.0)
    return [
        (month, _received(found, month, _month_end(month), value))
        for month, value in list(sums.items())[-_MONTHS_SHOWN:]
    ]


def _received(found: VolumeForecast, since: date, until: date, value: float | None) -> Cell:
    if value is None:
        return Cell(None)
    rows = InboxFilter(channel_ids=found.channel_ids, since=since, until=min(until, found.last))
    return Cell(value, InboxQuery(InboxView.ALL_MENTIONS, rows), int(value))


def _month_end(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _rounded(value: float) -> float:
    return round(value, 1) if value < _SMALL else float(round(value))
