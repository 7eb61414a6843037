"""The charts beside mentions and cases: promises, silence, crisis limits, our own reach, persons who spoke."""

from __future__ import annotations

from dataclasses import replace

from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_numbers import percent
from app.models.domain.inbox import CaseEvent, InboxFilter, InboxQuery, InboxView
from app.models.domain.report_period import MONTH, first_of_month, month_of, spans_of
from app.models.domain.vocabulary import PromiseState
from app.models.queries.charts import others
from app.models.queries.charts.names import area_names
from app.services.charts.reading import Builder, Facts, Reading
from app.services.charts.steps import steps_for

WHOLE_MONTHS = "whole_months"
_PROMISES = (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN)
_NOT_YET, _MET, _LATE = 0, 1, 2
_ENDS = ((_MET, "in_time"), (_LATE, "late"), (_NOT_YET, "not_yet"))
_LEVELS = range(1, 6)
_ANSWER, _POST = 0, 1
_HOW_MANY, _LIKES, _SHARES, _REPLIES, _REACH = range(5)


def promises(reading: Reading) -> ChartData:
    """Return cases with a promise due in each step, by what became of it; one with two of them stands in both."""
    drill, notes = reading.plain()
    steps = steps_for(drill)
    found = others.promises(reading.connection, steps.spans, drill, reading.viewpoint.zone)
    tracks = tuple(
        steps.count_track(
            state.value,
            [each.get(state, 0) for each in found],
            drill.cases(event=CaseEvent.PROMISED, promise_states=(state,)),
        )
        for state in _PROMISES
    )
    kept, broken, still_open = (sum(each.get(state, 0) for each in found) for state in _PROMISES)
    facts: Facts = {
        "kept": kept,
        "broken": broken,
        "open": still_open,
        "kept_percent": percent(kept, kept + broken),
    }
    return ChartData(
        ChartKey.PROMISES,
        Shape.STACK,
        Counts.CASES,
        Unit.NUMBER,
        steps.step,
        steps.categories,
        tracks,
        facts=facts,
        notes=notes,
    )


def silence(reading: Reading) -> ChartData:
    """Return by area the open cases whose customer has heard nothing for too long: as of now, whatever the period."""
    drill, notes = reading.plain()
    viewpoint = replace(reading.viewpoint, silence=reading.silence())
    found = others.silent_cases(reading.connection, viewpoint, drill)
    names = area_names(reading.connection)
    areas = sorted(found, key=lambda each: (-found[each], each))
    cells = tuple(
        Cell(
            found[each],
            InboxQuery(InboxView.SILENT, InboxFilter(area_ids=(each,), channel_ids=drill.channel_ids)),
            found[each],
        )
        for each in areas
    )
    categories = tuple(Category(each, names.get(each, str(each))) if each else Category("none") for each in areas)
    return ChartData(
        ChartKey.SILENCE,
        Shape.BARS,
        Counts.CASES,
        Unit.NUMBER,
        "area",
        categories,
        (Track("silent", cells),),
        facts={"total": sum(found.values()), "now": True},
        notes=notes,
    )


def crisis_limits(reading: Reading) -> ChartData:
    """Return crisis mentions by level and by how their two clocks ended: identified, and answered."""
    drill, notes = reading.plain()
    ends = others.crisis_ends(reading.connection, drill)
    levels = sorted({level for level, _identified, _answered in ends})
    tracks = []
    for place, clock in ((1, "identified"), (2, "answered")):
        for end, code in _ENDS:
            counts = [sum(n for key, n in ends.items() if key[0] == level and key[place] == end) for level in levels]
            cells = tuple(
                Cell(n, drill.mentions(crisis_levels=(level,), **{f"crisis_{clock}": end}), n)
                for n, level in zip(counts, levels, strict=True)
            )
            tracks.append(Track(f"{clock}_{code}", cells))
    met, late = crisis_met(ends)
    total = sum(ends.values())
    facts: Facts = {"total": total, "met": met, "late": late, "met_percent": percent(met, met + late)}
    return ChartData(
        ChartKey.CRISIS_LIMITS,
        Shape.BARS,
        Counts.MENTIONS,
        Unit.NUMBER,
        "crisis_level",
        tuple(Category(level) for level in levels),
        tuple(tracks),
        facts=facts,
        notes=notes,
    )


def crisis_met(ends: others.CrisisEnds) -> tuple[int, int]:
    """Return how many crisis mentions met both limits, and how many missed one; the rest are not at their end."""
    met = sum(n for (_level, *clocks), n in ends.items() if clocks == [_MET, _MET])
    return met, sum(n for (_level, *clocks), n in ends.items() if _LATE in clocks)


def crisis_volume(reading: Reading) -> ChartData:
    """Return crisis mentions a step, a track each level."""
    drill, notes = reading.plain()
    steps = steps_for(drill)
    days: dict[int, list[int]] = {}
    for (day, level), n in others.crisis_by_day(reading.connection, drill).items():
        days.setdefault(day, [0] * len(_LEVELS))[_LEVELS.index(level)] += n
    rows = steps.rows(days, len(_LEVELS))
    tracks = tuple(
        steps.count_track(level, row, drill.mentions(crisis_levels=(level,)))
        for level, row in zip(_LEVELS, rows, strict=True)
    )
    facts: Facts = {"total": sum(map(sum, rows))}
    facts |= {f"level_{level}": sum(row) for level, row in zip(_LEVELS, rows, strict=True)}
    return ChartData(
        ChartKey.CRISIS_VOLUME,
        Shape.STACK,
        Counts.MENTIONS,
        Unit.NUMBER,
        steps.step,
        steps.categories,
        tracks,
        facts=facts,
        notes=notes,
    )


def own_reach(reading: Reading) -> ChartData:
    """Return what came back on our own answers and posts a step, by the day these were published.

    ``reached`` adds up how many saw each, so it counts no persons. Nothing of it stands in the inbox.
    """
    drill, notes = reading.plain()
    steps = steps_for(drill)
    measures = (_LIKES, _SHARES, _REPLIES, _REACH)
    codes = ("likes", "shares", "replies", "reached")
    days: dict[int, list[int]] = {}
    done = {_ANSWER: 0, _POST: 0}
    for (day, kind, measure), n in others.reach_by_day(reading.connection, drill).items():
        if measure == _HOW_MANY:
            done[kind] += n
        else:
            days.setdefault(day, [0] * len(measures))[measures.index(measure)] += n
    rows = steps.rows(days, len(measures))
    tracks = tuple(steps.count_track(code, row) for code, row in zip(codes, rows, strict=True))
    facts: Facts = {"answers": done[_ANSWER], "posts": done[_POST]}
    facts |= {code: sum(row) for code, row in zip(codes, rows, strict=True)}
    return ChartData(
        ChartKey.OWN_REACH,
        Shape.LINES,
        Counts.POSTS,
        Unit.NUMBER,
        steps.step,
        steps.categories,
        tracks,
        facts=facts,
        notes=notes,
    )


def persons_month(reading: Reading) -> ChartData:
    """Return how many authors spoke in each calendar month that the period touches, the whole month each time.

    Persons do not add up: who spoke in two months is one person. The inbox has no list of them.
    """
    drill, notes = reading.plain()
    spans = spans_of(drill.since, drill.until, MONTH)
    first, last = month_of(drill.since), month_of(drill.until)
    found = others.persons_by_month(reading.connection, first, last, drill)
    months = range(first, last + 1)
    persons = Track("persons", tuple(_plain(found.get(month, (0, 0))[0]) for month in months))
    spoken = sum(found.get(month, (0, 0))[1] for month in months)
    total = sum(found.get(month, (0, 0))[0] for month in months)
    best = max(found, key=lambda month: found[month][0], default=None)
    facts: Facts = {"mentions": spoken, "mentions_per_person": spoken / total if total else None}
    if best is not None:
        facts |= {"peak": first_of_month(best), "peak_value": found[best][0]}
    return ChartData(
        ChartKey.PERSONS_MONTH,
        Shape.COLUMNS,
        Counts.PERSONS,
        Unit.NUMBER,
        MONTH,
        tuple(Category(since) for since, _until in spans),
        (persons,),
        facts=facts,
        notes=(WHOLE_MONTHS, *notes),
    )


def _plain(n: int) -> Cell:
    return Cell(n, None, n)


OTHER_CHARTS: dict[ChartKey, Builder] = {
    ChartKey.PROMISES: promises,
    ChartKey.SILENCE: silence,
    ChartKey.CRISIS_LIMITS: crisis_limits,
    ChartKey.CRISIS_VOLUME: crisis_volume,
    ChartKey.OWN_REACH: own_reach,
    ChartKey.PERSONS_MONTH: persons_month,
}
