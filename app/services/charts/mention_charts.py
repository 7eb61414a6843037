"""The charts of what was received: how much, at which hours, over which channels and in which mood."""

from __future__ import annotations

from collections.abc import Sequence

from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_drill import Drill
from app.models.domain.chart_numbers import percent
from app.models.domain.report_period import DAY, MONTH, step_for
from app.models.domain.vocabulary import MentionState, Sentiment
from app.models.domain.zone_days import day_of, local_hours, split_hour
from app.models.queries.charts.mentions import MentionCounts, Part
from app.models.queries.charts.names import channel_names
from app.models.queries.charts.opening import OpenHours, open_hours
from app.services.charts.reading import Builder, Facts, Reading
from app.services.charts.steps import steps_for

SENTIMENTS: tuple[Sentiment | None, ...] = (
    Sentiment.POSITIVE,
    Sentiment.NEUTRAL,
    Sentiment.MIXED,
    Sentiment.NEGATIVE,
    None,
)
NO_SENTIMENT = "no_sentiment"
_ALL: Part = {}
_IN_CASE: Part = {"mention_states": (MentionState.IN_CASE,)}
_BY_SENTIMENT: tuple[Part, ...] = tuple({"sentiment": each} for each in SENTIMENTS)
_DAY_HOURS = 24
_WEEK_HOURS = 7 * _DAY_HOURS
_WEEKDAYS, _HOURS = range(7), range(24)


def volume(reading: Reading, key: ChartKey, step: str) -> ChartData:
    """Return mentions a step: all received, and those of them that are in a case."""
    parts = {"received": _ALL, "in_case": _IN_CASE}
    categories, tracks, notes = _over_time(reading, parts, step)
    received, in_case = (_sum(track) for track in tracks)
    return ChartData(
        key,
        Shape.LINES if step == DAY else Shape.COLUMNS,
        Counts.MENTIONS,
        Unit.NUMBER,
        step,
        categories,
        tracks,
        facts={"total": received, "in_case": in_case, **_peak(categories, tracks[0])},
        notes=notes,
    )


def served_whole(reading: Reading) -> ChartData:
    """Return mentions a step by what became of them: the served ones against the whole buzz."""
    parts: dict[str, Part] = {
        each.value: {"mention_states": (each,)}
        for each in (MentionState.IN_CASE, MentionState.TO_TRIAGE, MentionState.MONITORED, MentionState.IGNORED)
    }
    step = step_for(reading.wanted.since, reading.wanted.until)
    categories, tracks, notes = _over_time(reading, parts, step)
    total, served = sum(map(_sum, tracks)), _sum(tracks[0])
    facts: Facts = {"total": total, "served": served, "served_percent": percent(served, total)}
    return ChartData(
        ChartKey.SERVED_WHOLE, Shape.STACK, Counts.MENTIONS, Unit.NUMBER, step, categories, tracks, (), facts, notes
    )


def sentiment_time(reading: Reading) -> ChartData:
    """Return mentions by sentiment a day, a week (from Monday) or a month, by the length of the period."""
    parts = {_code(each): part for each, part in zip(SENTIMENTS, _BY_SENTIMENT, strict=True)}
    step = step_for(reading.wanted.since, reading.wanted.until)
    categories, tracks, notes = _over_time(reading, parts, step)
    facts = _mood_facts([_sum(track) for track in tracks])
    return ChartData(
        ChartKey.SENTIMENT_TIME, Shape.STACK, Counts.MENTIONS, Unit.NUMBER, step, categories, tracks, (), facts, notes
    )


def sentiment_share(reading: Reading) -> ChartData:
    """Return mentions by sentiment, suggested ones included; ``confirmed`` = those a person has confirmed."""
    counts, notes = reading.mentions()
    totals = _totals(counts, _BY_SENTIMENT)
    cells = tuple(Cell(n, counts.drill.mentions(sentiment=each), n) for each, n in zip(SENTIMENTS, totals, strict=True))
    confirmed = counts.confirmed()
    facts = _mood_facts(totals) | {"confirmed": confirmed}
    if confirmed is not None:
        facts["confirmed_percent"] = percent(confirmed, sum(totals[:-1]))
    categories = tuple(Category(_code(each)) for each in SENTIMENTS)
    return ChartData(
        ChartKey.SENTIMENT_SHARE,
        Shape.BARS,
        Counts.MENTIONS,
        Unit.NUMBER,
        "sentiment",
        categories,
        (Track("mentions", cells),),
        facts=facts,
        notes=notes,
    )


def channels(reading: Reading) -> ChartData:
    """Return mentions by channel, the busiest first: all received, and those of them in a case."""
    counts, notes = reading.mentions()
    found = counts.by_channel((_ALL, _IN_CASE))
    names = channel_names(reading.connection)
    ids = sorted((each for each in found if found[each][0]), key=lambda each: (-found[each][0], each))
    if reading.only is not None:
        ids = [each.key for each in reading.only if isinstance(each.key, int)]
    tracks = tuple(
        Track(
            code,
            tuple(
                Cell(n, counts.drill.mentions(**part, channel_ids=(each,)), n)
                for each in ids
                for n in [found.get(each, (0, 0))[place]]
            ),
        )
        for place, (code, part) in enumerate((("received", _ALL), ("in_case", _IN_CASE)))
    )
    total = sum(each[0] for each in found.values())
    facts: Facts = {"total": total, "in_case": sum(each[1] for each in found.values())}
    if ids and total:
        facts |= {"peak": names.get(ids[0], str(ids[0])), "peak_percent": percent(found.get(ids[0], (0,))[0], total)}
    categories = tuple(Category(each, names.get(each, str(each))) for each in ids)
    return ChartData(
        ChartKey.CHANNELS, Shape.BARS, Counts.MENTIONS, Unit.NUMBER, "channel", categories, tracks, (), facts, notes
    )


def hours(reading: Reading, key: ChartKey, shape: Shape) -> ChartData:
    """Return mentions by hour of the day; ``outside`` of them came while the counter was closed."""
    week = _Week(reading)
    counts = [sum(week.cells.get((weekday, hour), 0) for weekday in _WEEKDAYS) for hour in _HOURS]
    cells = tuple(Cell(n, week.drill.mentions(hour=hour), n) for hour, n in enumerate(counts))
    categories = tuple(Category(hour) for hour in _HOURS)
    track = Track("mentions", cells)
    facts = {**week.facts, **_peak(categories, track)}
    marked = tuple(week.opening.ever(hour) for hour in _HOURS)
    return ChartData(
        key, shape, Counts.MENTIONS, Unit.NUMBER, "hour", categories, (track,), (), facts, week.notes, marked
    )


def weekdays(reading: Reading) -> ChartData:
    """Return mentions by weekday, those of unknown hour included; ``per_day`` beside counts them a day."""
    counts, notes = reading.mentions()
    days = counts.by_day((_ALL,))
    totals = [0] * 7
    for number, (n,) in days.items():
        totals[day_of(number).weekday()] += n
    cells = tuple(Cell(n, counts.drill.mentions(weekday=weekday), n) for weekday, n in enumerate(totals))
    categories = tuple(Category(weekday) for weekday in _WEEKDAYS)
    track = Track("mentions", cells)
    opening = open_hours(reading.connection)
    return ChartData(
        ChartKey.WEEKDAYS,
        Shape.COLUMNS,
        Counts.MENTIONS,
        Unit.NUMBER,
        "weekday",
        categories,
        (track,),
        facts={"total": sum(totals), **_peak(categories, track)},
        notes=notes,
        marked=tuple(bool(opening.week[weekday]) for weekday in _WEEKDAYS),
    )


def heat(reading: Reading) -> ChartData:
    """Return mentions by weekday (a track each) and hour."""
    week = _Week(reading)
    tracks = tuple(
        Track(
            weekday,
            tuple(
                Cell(n, week.drill.mentions(hour=hour, weekday=weekday), n)
                for hour in _HOURS
                for n in [week.cells.get((weekday, hour), 0)]
            ),
        )
        for weekday in _WEEKDAYS
    )
    facts = dict(week.facts)
    if week.cells:
        (weekday, hour), n = max(week.cells.items(), key=lambda each: (each[1], each[0]))
        facts |= {"peak_weekday": weekday, "peak": hour, "peak_value": n}
    return ChartData(
        ChartKey.HEAT,
        Shape.HEAT,
        Counts.MENTIONS,
        Unit.NUMBER,
        "hour",
        tuple(Category(hour) for hour in _HOURS),
        tracks,
        facts=facts,
        notes=week.notes,
        marked=tuple(hour in week.opening.week[weekday] for weekday in _WEEKDAYS for hour in _HOURS),
    )


class _Week:
    """Mentions folded into the weekdays and hours of the business, with what fell outside the opening hours."""

    def __init__(self, reading: Reading) -> None:
        counts, self.notes = reading.mentions()
        self.drill: Drill = counts.drill
        self.opening: OpenHours = open_hours(reading.connection)
        rows = counts.by_hour()
        hours = local_hours(reading.viewpoint.zone, [hour for hour, _n in rows])
        # A year has 9,000 hours but 168 places in a week: only days that keep other hours are looked at one by one.
        places: dict[int, int] = {}
        outside = 0
        for local, (_hour, n) in zip(hours, rows, strict=True):
            place = local % _WEEK_HOURS
            places[place] = places.get(place, 0) + n
            if local // _DAY_HOURS in self.opening.dates:
                outside += n * (self._is_closed(local) - self._is_closed_in_a_week(place))
        self.cells: dict[tuple[int, int], int] = {split_hour(place)[1:]: n for place, n in places.items()}
        outside += sum(n for place, n in places.items() if self._is_closed_in_a_week(place))
        total = sum(self.cells.values())
        self.facts: Facts = {
            "total": total,
            "outside": outside,
            "outside_percent": percent(outside, total),
            "without_time": counts.without_time(),
        }

    def _is_closed(self, local: int) -> bool:
        return not self.opening.at(*split_hour(local))

    def _is_closed_in_a_week(self, place: int) -> bool:
        _day, weekday, hour = split_hour(place)
        return hour not in self.opening.week[weekday]


def _over_time(
    reading: Reading, parts: dict[str, Part], step: str
) -> tuple[tuple[Category, ...], tuple[Track, ...], tuple[str, ...]]:
    counts, notes = reading.mentions()
    steps = steps_for(counts.drill, step)
    rows = steps.rows(counts.by_day(tuple(parts.values())), len(parts))
    tracks = tuple(
        steps.count_track(code, row, counts.drill.mentions(**part))
        for row, (code, part) in zip(rows, parts.items(), strict=True)
    )
    return steps.categories, tracks, notes


def _totals(counts: MentionCounts, parts: Sequence[Part]) -> list[int]:
    days = counts.by_day(parts).values()
    return [sum(each[place] for each in days) for place in range(len(parts))]


def _mood_facts(totals: Sequence[int]) -> Facts:
    positive, neutral, mixed, negative, without = totals
    known = positive + neutral + mixed + negative
    return {
        "total": known + without,
        "with_sentiment": known,
        "positive_percent": percent(positive, known),
        "negative_percent": percent(negative, known),
    }


def _peak(categories: Sequence[Category], track: Track) -> Facts:
    best = max(zip(categories, track.cells, strict=True), key=lambda each: each[1].value or 0, default=None)
    if best is None or not best[1].value:
        return {}
    return {"peak": best[0].key, "peak_value": best[1].value}


def _sum(track: Track) -> int:
    return int(sum(cell.value or 0 for cell in track.cells))


def _code(sentiment: Sentiment | None) -> str:
    return NO_SENTIMENT if sentiment is None else sentiment.value


MENTION_CHARTS: dict[ChartKey, Builder] = {
    ChartKey.VOLUME_DAY: lambda reading: volume(reading, ChartKey.VOLUME_DAY, DAY),
    ChartKey.VOLUME_MONTH: lambda reading: volume(reading, ChartKey.VOLUME_MONTH, MONTH),
    ChartKey.SERVED_WHOLE: served_whole,
    ChartKey.HOURS: lambda reading: hours(reading, ChartKey.HOURS, Shape.LINES),
    ChartKey.CLOCK: lambda reading: hours(reading, ChartKey.CLOCK, Shape.CLOCK),
    ChartKey.WEEKDAYS: weekdays,
    ChartKey.HEAT: heat,
    ChartKey.CHANNELS: channels,
    ChartKey.SENTIMENT_SHARE: sentiment_share,
    ChartKey.SENTIMENT_TIME: sentiment_time,
}
