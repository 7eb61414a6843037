"""The charts of the service itself over time: how fast, how much in time, how many open, how content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from app.models.domain.case_counts import CaseMark, CaseMeasure
from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_drill import Drill
from app.models.domain.chart_numbers import median_minutes, percent
from app.models.domain.inbox import CaseEvent, InboxQuery, InboxView
from app.models.domain.vocabulary import OPEN_STATES
from app.models.queries.charts.cases import (
    Buckets,
    case_events,
    case_totals,
    durations_by_step,
    open_before,
)
from app.services.charts.reading import ALL_CHANNELS, ESTIMATED, Builder, Facts, Reading
from app.services.charts.steps import steps_for

_HALF, _SLOW = 0.5, 0.9
_IN_TIME = (
    CaseMeasure.ANSWERED,
    CaseMeasure.ANSWERED_IN_TIME,
    CaseMeasure.RESOLVED,
    CaseMeasure.RESOLVED_IN_TIME,
)
_CLOSED = (CaseMeasure.CLOSED_FIRST, CaseMeasure.CLOSED_SECOND, CaseMeasure.CLOSED_OMBUDSMAN)
_MARKS = (CaseMark.FIRST_LEVEL, CaseMark.SECOND_LEVEL, CaseMark.OMBUDSMAN)
_RATINGS = (CaseMeasure.RATED, CaseMeasure.SATISFACTION_SUM, CaseMeasure.RATED_RESOLVED)


def duration(reading: Reading, key: ChartKey, measure: CaseMeasure, event: CaseEvent) -> ChartData:
    """Return the median of a duration a step in minutes, and what nine of ten cases stayed below; of all channels."""
    drill, notes = reading.plain()
    of_all = replace(drill, channel_ids=())
    steps = steps_for(of_all)
    found = durations_by_step(reading.connection, drill.since, drill.until, measure, steps.step)
    buckets = [found.get(since, []) for since, _until in steps.spans]
    counts = [_total(each) for each in buckets]
    shares = {"median": _HALF, "nine_tenths": _SLOW}
    medians = {code: [median_minutes(each, share) for each in buckets] for code, share in shares.items()}
    tracks = tuple(
        steps.value_track(code, values, counts, of_all.cases(event=event)) for code, values in medians.items()
    )
    whole = _joined(buckets)
    facts: Facts = {
        "total": _total(whole),
        "median": median_minutes(whole),
        "nine_tenths": median_minutes(whole, _SLOW),
    }
    return ChartData(
        key,
        Shape.LINES,
        Counts.CASES,
        Unit.MINUTES,
        steps.step,
        steps.categories,
        tracks,
        facts=facts,
        notes=(ESTIMATED, *((ALL_CHANNELS,) if drill.channel_ids else ()), *notes),
    )


def in_time(reading: Reading) -> ChartData:
    """Return the share of first answers, and of solutions, that kept their deadline, a step."""
    drill, notes = reading.plain()
    steps = steps_for(drill)
    rows = steps.rows(case_events(reading.connection, drill, _IN_TIME), len(_IN_TIME))
    answered, answered_in_time, resolved, resolved_in_time = rows
    tracks = (
        steps.value_track(
            "first_response",
            list(map(percent, answered_in_time, answered)),
            answered,
            drill.cases(event=CaseEvent.ANSWERED),
        ),
        steps.value_track(
            "resolution",
            list(map(percent, resolved_in_time, resolved)),
            resolved,
            drill.cases(event=CaseEvent.RESOLVED),
        ),
    )
    facts: Facts = {
        "answered": sum(answered),
        "first_response_percent": percent(sum(answered_in_time), sum(answered)),
        "resolved": sum(resolved),
        "resolution_percent": percent(sum(resolved_in_time), sum(resolved)),
    }
    return ChartData(
        ChartKey.IN_TIME,
        Shape.LINES,
        Counts.CASES,
        Unit.PERCENT,
        steps.step,
        steps.categories,
        tracks,
        facts=facts,
        notes=notes,
    )


def backlog(reading: Reading) -> ChartData:
    """Return the cases open at the end of each step: opened to date less closed to date; both stand beside."""
    drill, notes = reading.plain()
    steps = steps_for(drill)
    measures = (CaseMeasure.OPENED, CaseMeasure.CLOSED)
    opened, closed = steps.rows(case_events(reading.connection, drill, measures), 2)
    before = at_hand = open_before(reading.connection, drill)
    standing = []
    for came, went in zip(opened, closed, strict=True):
        at_hand += came - went
        standing.append(at_hand)
    is_today = drill.until >= reading.now.astimezone(reading.viewpoint.zone).date()
    cells = [Cell(n, None, n) for n in standing]
    if is_today:
        cells[-1] = replace(cells[-1], query=_open_now(drill))
    tracks = (
        Track("open", tuple(cells)),
        steps.count_track("opened", opened, drill.cases(event=CaseEvent.OPENED)),
        steps.count_track("closed", closed, drill.cases(event=CaseEvent.CLOSED)),
    )
    facts: Facts = {"open": at_hand, "open_at_start": before, "opened": sum(opened), "closed": sum(closed)}
    return ChartData(
        ChartKey.BACKLOG,
        Shape.LINES,
        Counts.CASES,
        Unit.NUMBER,
        steps.step,
        steps.categories,
        tracks,
        facts=facts,
        notes=notes,
    )


def reopened(reading: Reading) -> ChartData:
    """Return the cases opened a step that were reopened since, each once; ``events`` counts every reopening."""
    drill, notes = reading.plain()
    steps = steps_for(drill)
    measures = (CaseMeasure.OPENED, CaseMeasure.REOPENED_CASES, CaseMeasure.REOPENED)
    opened, again, events = steps.rows(case_events(reading.connection, drill, measures), len(measures))
    track = steps.count_track("reopened", again, drill.cases(event=CaseEvent.OPENED, was_reopened=True))
    facts: Facts = {
        "total": sum(again),
        "opened": sum(opened),
        "percent": percent(sum(again), sum(opened)),
        "events": sum(events),
    }
    return ChartData(
        ChartKey.REOPENED,
        Shape.COLUMNS,
        Counts.CASES,
        Unit.NUMBER,
        steps.step,
        steps.categories,
        (track,),
        facts=facts,
        notes=notes,
    )


def satisfaction(reading: Reading) -> ChartData:
    """Return the average grade a step; ``x`` of a cell = per cent of those who said that it was resolved."""
    drill, notes = reading.plain()
    steps = steps_for(drill)
    rated, points, resolved = steps.rows(case_events(reading.connection, drill, _RATINGS), len(_RATINGS))
    averages = [total / n if n else None for total, n in zip(points, rated, strict=True)]
    track = steps.value_track("average", averages, rated, drill.cases(event=CaseEvent.RATED))
    cells = tuple(replace(cell, x=percent(yes, n)) for cell, yes, n in zip(track.cells, resolved, rated, strict=True))
    facts: Facts = {
        "rated": sum(rated),
        "average": sum(points) / sum(rated) if sum(rated) else None,
        "resolved_percent": percent(sum(resolved), sum(rated)),
    }
    return ChartData(
        ChartKey.SATISFACTION,
        Shape.LINES,
        Counts.CASES,
        Unit.SCORE,
        steps.step,
        steps.categories,
        (replace(track, cells=cells),),
        facts=facts,
        notes=notes,
    )


def levels(reading: Reading) -> ChartData:
    """Return the cases closed in the period by where they came to their end, and those opened in it and forwarded.

    A forwarded case may have been closed at any level, so the four do not add up.
    """
    drill, notes = reading.plain()
    measures = (*_CLOSED, CaseMeasure.FORWARDED_CASES, CaseMeasure.OPENED)
    *closed, forwarded, opened = case_totals(reading.connection, drill, measures)
    queries = [drill.cases(event=CaseEvent.CLOSED, marks=(mark,)) for mark in _MARKS]
    queries.append(drill.cases(event=CaseEvent.OPENED, marks=(CaseMark.FORWARDED,)))
    codes = [mark.value for mark in (*_MARKS, CaseMark.FORWARDED)]
    cells = tuple(Cell(n, query, n) for n, query in zip((*closed, forwarded), queries, strict=True))
    facts: Facts = {
        "closed": sum(closed),
        "first_level_percent": percent(closed[0], sum(closed)),
        "forwarded": forwarded,
        "opened": opened,
        "forwarded_percent": percent(forwarded, opened),
    }
    return ChartData(
        ChartKey.LEVELS,
        Shape.BARS,
        Counts.CASES,
        Unit.NUMBER,
        "level",
        tuple(Category(code) for code in codes),
        (Track("cases", cells),),
        facts=facts,
        notes=notes,
    )


def _open_now(drill: Drill) -> InboxQuery | None:
    found = drill.cases(case_states=tuple(sorted(OPEN_STATES)))
    if found is None:
        return None
    return InboxQuery(InboxView.ALL_CASES, replace(found.filter, since=None, until=None))


def _joined(parts: Iterable[Buckets]) -> Buckets:
    whole: Counter[int] = Counter()
    for buckets in parts:
        for bucket, n in buckets:
            whole[bucket] += n
    return sorted(whole.items())


def _total(buckets: Buckets) -> int:
    return sum(n for _bucket, n in buckets)


CASE_CHARTS: dict[ChartKey, Builder] = {
    ChartKey.FIRST_RESPONSE: lambda reading: duration(
        reading, ChartKey.FIRST_RESPONSE, CaseMeasure.FIRST_RESPONSE, CaseEvent.ANSWERED
    ),
    ChartKey.RESOLUTION: lambda reading: duration(
        reading, ChartKey.RESOLUTION, CaseMeasure.RESOLUTION, CaseEvent.RESOLVED
    ),
    ChartKey.IN_TIME: in_time,
    ChartKey.BACKLOG: backlog,
    ChartKey.REOPENED: reopened,
    ChartKey.SATISFACTION: satisfaction,
    ChartKey.LEVELS: levels,
}
