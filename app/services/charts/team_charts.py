"""The charts of who did what: cases by the person who owns them now, and by the area they lie with now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.models.domain.case_counts import CaseMark, TeamMeasure
from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_nodes import OTHERS
from app.models.domain.chart_numbers import percent
from app.models.domain.inbox import CaseEvent
from app.models.queries.charts.cases import team_by_area, team_by_owner
from app.models.queries.charts.names import area_names, person_names
from app.services.charts.reading import MOST_SHOWN, Builder, Facts, Reading

_NONE = "none"
Narrow = dict[str, Any]


def by_person(reading: Reading) -> ChartData:
    """Return by owner of today: first answers in time and late, and cases closed."""
    drill, notes = reading.plain()
    measures = (TeamMeasure.ANSWERED, TeamMeasure.ANSWERED_IN_TIME, TeamMeasure.CLOSED)
    found = {
        owner: (in_time, answered - in_time, closed)
        for owner, (answered, in_time, closed) in team_by_owner(reading.connection, drill, measures).items()
    }
    narrows: tuple[tuple[str, Narrow], ...] = (
        ("answered_in_time", {"event": CaseEvent.ANSWERED, "in_time": True}),
        ("answered_late", {"event": CaseEvent.ANSWERED, "in_time": False}),
        ("closed", {"event": CaseEvent.CLOSED}),
    )
    categories, tracks = _bars(reading, found, narrows, field="owner_ids", names=person_names(reading.connection))
    in_time, late, closed = _sums(found)
    facts: Facts = {
        "answered": in_time + late,
        "in_time_percent": percent(in_time, in_time + late),
        "closed": closed,
    }
    return ChartData(
        ChartKey.BY_PERSON, Shape.BARS, Counts.CASES, Unit.NUMBER, "person", categories, tracks, (), facts, notes
    )


def by_area(reading: Reading) -> ChartData:
    """Return by area of today: cases resolved in time and late, and those opened in the period and forwarded."""
    drill, notes = reading.plain()
    measures = (TeamMeasure.RESOLVED, TeamMeasure.RESOLVED_IN_TIME, TeamMeasure.FORWARDED)
    names = area_names(reading.connection)
    found = {
        area: (in_time, resolved - in_time, forwarded)
        for area, (resolved, in_time, forwarded) in team_by_area(reading.connection, drill, measures).items()
    }
    narrows: tuple[tuple[str, Narrow], ...] = (
        ("resolved_in_time", {"event": CaseEvent.RESOLVED, "in_time": True}),
        ("resolved_late", {"event": CaseEvent.RESOLVED, "in_time": False}),
        ("forwarded", {"event": CaseEvent.OPENED, "marks": (CaseMark.FORWARDED,)}),
    )
    categories, tracks = _bars(reading, found, narrows, field="area_ids", names=names)
    in_time, late, forwarded = _sums(found)
    facts: Facts = {
        "resolved": in_time + late,
        "in_time_percent": percent(in_time, in_time + late),
        "forwarded": forwarded,
    }
    return ChartData(
        ChartKey.BY_AREA, Shape.BARS, Counts.CASES, Unit.NUMBER, "area", categories, tracks, (), facts, notes
    )


def _bars(
    reading: Reading,
    found: Mapping[int, tuple[int, ...]],
    narrows: tuple[tuple[str, Narrow], ...],
    *,
    field: str,
    names: Mapping[int, str],
) -> tuple[tuple[Category, ...], tuple[Track, ...]]:
    """Return those with the most first, the rest as others; 0 stands for nobody, or no area."""
    drill, _notes = reading.plain()
    ids = sorted((each for each, counts in found.items() if any(counts)), key=lambda each: (-sum(found[each]), each))
    shown, rest = ids[:MOST_SHOWN], ids[MOST_SHOWN:]
    if reading.only is not None:
        shown = [_id_of(each) for each in reading.only if each.key != OTHERS]
        rest = [each for each in ids if each not in set(shown)]
    nothing = (0,) * len(narrows)
    groups: list[tuple[Category, tuple[int, ...]]] = [(_category(each, names), (each,)) for each in shown]
    if rest:
        groups.append((Category(OTHERS), tuple(rest)))
    tracks = tuple(
        Track(
            code,
            tuple(
                Cell(n, drill.cases(**narrow, **{field: members}), n)
                for _category_, members in groups
                for n in [sum(found.get(each, nothing)[number] for each in members)]
            ),
        )
        for number, (code, narrow) in enumerate(narrows)
    )
    return tuple(category for category, _members in groups), tracks


def _category(each: int, names: Mapping[int, str]) -> Category:
    return Category(each, names.get(each, str(each))) if each else Category(_NONE)


def _id_of(category: Category) -> int:
    return category.key if isinstance(category.key, int) else 0


def _sums(found: Mapping[int, tuple[int, ...]]) -> list[int]:
    return [sum(column) for column in zip(*found.values(), strict=True)] or [0, 0, 0]


TEAM_CHARTS: dict[ChartKey, Builder] = {ChartKey.BY_PERSON: by_person, ChartKey.BY_AREA: by_area}
