"""Charts of every shape as services hand them over, small enough to be counted by eye."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.inbox import InboxQuery, InboxView

QUERY = InboxQuery(InboxView.ALL_MENTIONS)
FIRST = date(2026, 11, 1)
SENTIMENTS = ("positive", "neutral", "mixed", "negative", "no_sentiment")
OPEN = tuple(9 <= hour < 18 for hour in range(24))
SUBJECTS = ("Atendimento", "Produto", "Taxas e tarifas de manutenção de conta corrente")


def cells(values: Sequence[float | None]) -> tuple[Cell, ...]:
    return tuple(Cell(each, QUERY, None if each is None else int(each)) for each in values)


def chart(key: ChartKey, shape: Shape, step: str, places: Sequence[Category], *tracks: Track, **more: Any) -> ChartData:
    more = {"counts": Counts.MENTIONS, "unit": Unit.NUMBER} | more
    return ChartData(key, shape, step=step, categories=tuple(places), tracks=tracks, **more)


def hours(shape: Shape = Shape.LINES, *, compared: bool = False) -> ChartData:
    values = [hour * 3 for hour in range(24)]
    before = (Track("mentions", cells([each // 2 for each in values])),) if compared else ()
    key = ChartKey.CLOCK if shape is Shape.CLOCK else ChartKey.HOURS
    places = [Category(hour) for hour in range(24)]
    facts = {"total": sum(values), "peak": 23, "peak_value": 69, "outside_percent": 60.0, "without_time": 4}
    return chart(key, shape, "hour", places, Track("mentions", cells(values)), marked=OPEN, before=before, facts=facts)


def heat() -> ChartData:
    tracks = [Track(day, cells([day * 24 + hour for hour in range(24)])) for day in range(7)]
    places = [Category(hour) for hour in range(24)]
    return chart(ChartKey.HEAT, Shape.HEAT, "hour", places, *tracks, marked=OPEN * 7)


def stack(*, compared: bool = False) -> ChartData:
    places = [Category(FIRST + timedelta(days=7 * week)) for week in range(4)]
    tracks = tuple(Track(key, cells([(n + 1) * 30] * 4)) for n, key in enumerate(SENTIMENTS))
    before = tuple(Track(key, cells([(n + 1) * 12] * 4)) for n, key in enumerate(SENTIMENTS)) if compared else ()
    return chart(ChartKey.SENTIMENT_TIME, Shape.STACK, "week", places, *tracks, before=before)


def lying_stack() -> ChartData:
    places = [Category(n, name) for n, name in enumerate(SUBJECTS)]
    tracks = tuple(Track(key, cells([(n + 1) * 30] * 3)) for n, key in enumerate(SENTIMENTS))
    return chart(ChartKey.SENTIMENT_SUBJECT, Shape.STACK, "node", places, *tracks)


def bars(count: int = 3, *, compared: bool = False) -> ChartData:
    places = [
        Category(n, SUBJECTS[n % 3] if count <= 3 else f"Assunto de nome bem comprido {n}", drill_node=n + 1)
        for n in range(count)
    ]
    values = [count - n for n in range(count)]
    before = (Track("cases", cells(values[::-1])),) if compared else ()
    track = Track("cases", cells(values))
    return chart(ChartKey.SUBJECTS, Shape.BARS, "node", places, track, counts=Counts.CASES, before=before)


def columns() -> ChartData:
    places = [Category(day) for day in range(7)]
    return chart(ChartKey.WEEKDAYS, Shape.COLUMNS, "weekday", places, Track("mentions", cells([9, 8, 7, 6, 5, 4, 0])))


def forecast() -> ChartData:
    places = [Category(FIRST + timedelta(days=day)) for day in range(10)]
    known = Track("received", cells([50.0 + day if day < 6 else None for day in range(10)]))
    low = tuple(None if day < 6 else 40.0 for day in range(10))
    high = tuple(None if day < 6 else 80.0 for day in range(10))
    ahead = Track("forecast", cells([None if day < 6 else 60.0 for day in range(10)]), "", low, high, is_forecast=True)
    return chart(ChartKey.VOLUME_DAY, Shape.LINES, "day", places, known, ahead)


def minutes() -> ChartData:
    places = [Category(FIRST + timedelta(days=day)) for day in range(3)]
    track = Track("median", cells([65, None, 20]))
    more = {"unit": Unit.MINUTES, "counts": Counts.CASES, "notes": ("estimated", "from_rows")}
    return chart(ChartKey.FIRST_RESPONSE, Shape.LINES, "day", places, track, facts={"median": 30.0}, **more)


def percent() -> ChartData:
    places = [Category(1, "SAC"), Category("none")]
    more = {"unit": Unit.PERCENT, "counts": Counts.CASES}
    return chart(ChartKey.BY_AREA, Shape.BARS, "area", places, Track("in_time", cells([96.0, 81.5])), **more)


def bubbles(*, compared: bool = False) -> ChartData:
    names = ("Reclamão", "Tira-dúvidas", "Colaborador", "Agitador", "Decepcionado", "Amante da marca", "Pidão")
    spots = ((357, -80), (182, -5), (121, 10), (116, -60), (109, -70), (69, 80), (40, -10))
    placed = tuple(Cell(y, QUERY, x, x=x, size=x) for x, y in spots)
    before = (Track("mood", tuple(Cell(y, None, x, x=x * 0.7, size=x) for x, y in spots)),) if compared else ()
    places = [Category(n, name, "#7a1fa2") for n, name in enumerate(names)]
    more = {"unit": Unit.SCORE, "before": before, "facts": {"total": 994, "worst": "Reclamão"}}
    return chart(ChartKey.PERSONA_MATRIX, Shape.BUBBLES, "node", places, Track("mood", placed), **more)


def one() -> ChartData:
    return chart(ChartKey.VOLUME_DAY, Shape.LINES, "day", [Category(FIRST)], Track("received", cells([1])))


def nothing(shape: Shape) -> ChartData:
    return chart(ChartKey.VOLUME_DAY, shape, "day", [Category(FIRST)], Track("received", cells([0])))


EVERY = {
    "hours": hours(),
    "hours compared": hours(compared=True),
    "clock": hours(Shape.CLOCK, compared=True),
    "heat": heat(),
    "stack": stack(),
    "stack compared": stack(compared=True),
    "lying stack": lying_stack(),
    "bars": bars(),
    "bars compared": bars(compared=True),
    "columns": columns(),
    "forecast": forecast(),
    "minutes": minutes(),
    "percent": percent(),
    "bubbles": bubbles(compared=True),
    "one value": one(),
}
