"""The charts of what cases are about and whose they are: subjects, natures, profiles, personas, fronts, levels."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.domain.case_counts import CaseMark
from app.models.domain.chart import ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_nodes import Place
from app.models.domain.chart_numbers import percent
from app.models.domain.vocabulary import AxisKey
from app.services.charts.nodes import AxisReading
from app.services.charts.reading import Builder, Facts, Reading

_LEVELS = (CaseMark.FIRST_LEVEL, CaseMark.SECOND_LEVEL, CaseMark.OMBUDSMAN, CaseMark.FORWARDED)


def by_node(reading: Reading, key: ChartKey, axis_key: AxisKey) -> ChartData:
    """Return cases opened by the nodes of an axis, or by what lies below one; suggested ones count too.

    ``unclassified`` cases carry no node there; ``confirmed_percent`` of the rest were given theirs by a person.
    """
    axis = AxisReading(reading, axis_key)
    found = {node: (n,) for (node,), n in axis.counts.cases(axis.axis_id).items()}
    places = axis.places(found)
    total = int(sum(place.counts[0] for place in places))
    suggested = axis.fold(_numbers(axis.counts.marks(axis.axis_id, (CaseMark.SUGGESTED,))))
    facts: Facts = {"total": total, **_first(places, total)}
    n = sum(int(each[0]) for each in suggested.values())
    facts |= {"suggested": n, "confirmed_percent": percent(total - n, total)}
    if axis.parent is None and not reading.wanted.node_ids:
        facts["unclassified"] = axis.counts.opened() - total
    if axis.path is not None:
        facts["parent"] = axis.path
    cells = tuple(axis.case_cell(place) for place in places)
    return ChartData(
        key,
        Shape.BARS,
        Counts.CASES,
        Unit.NUMBER,
        "node",
        tuple(place.category for place in places),
        (Track("cases", cells),),
        facts=facts,
        notes=axis.notes,
    )


def levels_subject(reading: Reading) -> ChartData:
    """Return cases opened by subject and where they were closed; those handed to an area stand beside.

    A case that was forwarded may have been closed at any level, so the four do not add up.
    """
    axis = AxisReading(reading, AxisKey.SUBJECT)
    marked = axis.counts.marks(axis.axis_id, _LEVELS)
    vectors: dict[int, list[int]] = {}
    for (node, mark), n in marked.items():
        vectors.setdefault(node, [0] * (len(_LEVELS) + 1))[_LEVELS.index(mark) + 1] += n
    for (node,), n in axis.counts.cases(axis.axis_id).items():
        vectors.setdefault(node, [0] * (len(_LEVELS) + 1))[0] += n
    places = axis.places(vectors, len(_LEVELS) + 1)
    tracks = tuple(
        Track(mark.value, tuple(axis.case_cell(place, number, marks=(mark,)) for place in places))
        for number, mark in enumerate(_LEVELS, start=1)
    )
    sums = [int(sum(place.counts[number] for place in places)) for number in range(len(_LEVELS) + 1)]
    closed = sum(sums[1:4])
    facts: Facts = {
        "total": sums[0],
        "closed": closed,
        "first_level_percent": percent(sums[1], closed),
        "forwarded": sums[4],
        "forwarded_percent": percent(sums[4], sums[0]),
    }
    if axis.path is not None:
        facts["parent"] = axis.path
    return ChartData(
        ChartKey.LEVELS_SUBJECT,
        Shape.BARS,
        Counts.CASES,
        Unit.NUMBER,
        "node",
        tuple(place.category for place in places),
        tracks,
        facts=facts,
        notes=axis.notes,
    )


def _numbers(marked: Mapping[tuple[object, ...], int]) -> dict[int, tuple[int]]:
    return {node: (n,) for (node, _mark), n in marked.items() if isinstance(node, int)}


def _first(places: list[Place], total: int) -> Facts:
    if not places or not places[0].counts[0]:
        return {}
    return {"peak": places[0].category.name, "peak_percent": percent(places[0].counts[0], total)}


AXIS_CHARTS: dict[ChartKey, Builder] = {
    ChartKey.SUBJECTS: lambda reading: by_node(reading, ChartKey.SUBJECTS, AxisKey.SUBJECT),
    ChartKey.PROFILES: lambda reading: by_node(reading, ChartKey.PROFILES, AxisKey.PROFILE),
    ChartKey.NATURES: lambda reading: by_node(reading, ChartKey.NATURES, AxisKey.NATURE),
    ChartKey.FRONTS: lambda reading: by_node(reading, ChartKey.FRONTS, AxisKey.FRONT),
    ChartKey.PERSONAS: lambda reading: by_node(reading, ChartKey.PERSONAS, AxisKey.PERSONA),
    ChartKey.LEVELS_SUBJECT: levels_subject,
}
