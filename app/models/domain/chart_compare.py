"""Lays the period before beside a chart: step by step where it runs over time, by name where it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.models.domain.chart import Cell, ChartData, Track

_NOTHING = Cell(None)


def with_before(data: ChartData, earlier: ChartData, *, are_alike: bool = True) -> ChartData:
    """Return a chart with the tracks of the same chart over the period before, as many cells as it has categories.

    Steps of time stand side by side in their order (a longer month before loses its last days), everything else by its
    key. A day is not laid beside a week: where the other period has longer or shorter steps, no steps of it are shown.
    The figures of before are among the facts as ``before_`` and their code, but no total where the two periods are not
    ``are_alike``: a week has fewer of everything than a month.
    """
    known = {track.key: track for track in earlier.tracks}
    before = tuple(_laid(track, known.get(track.key), data, earlier) for track in data.tracks)
    facts = {f"before_{name}": value for name, value in earlier.facts.items()}
    if not are_alike:
        facts.pop("before_total", None)
    return replace(data, before=before, facts={**data.facts, **facts})


def _laid(track: Track, found: Track | None, data: ChartData, earlier: ChartData) -> Track:
    is_over_time = bool(data.categories) and isinstance(data.categories[0].key, date)
    if found is None or (is_over_time and earlier.step != data.step):
        return Track(track.key, (_NOTHING,) * len(data.categories), track.name)
    if is_over_time:
        cells = found.cells[: len(data.categories)]
        return replace(found, cells=cells + (_NOTHING,) * (len(data.categories) - len(cells)))
    place = {category.key: cell for category, cell in zip(earlier.categories, found.cells, strict=True)}
    return replace(found, cells=tuple(place.get(category.key, _NOTHING) for category in data.categories))
