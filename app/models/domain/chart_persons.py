"""A chart by person shows only those persons that are asked for: one's own work, or a colleague's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.models.domain.chart import ChartData, Track

_STEP, _IGNORED = "person", "filter_ignored"


def of_persons(data: ChartData, person_ids: Collection[int]) -> ChartData:
    """Return a chart over persons with these alone; any other chart, or nobody asked for, changes nothing."""
    if data.step != _STEP or not person_ids:
        return data
    places = [place for place, category in enumerate(data.categories) if category.key in person_ids]

    def kept(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
        return tuple(replace(track, cells=tuple(track.cells[place] for place in places)) for track in tracks)

    return replace(
        data,
        categories=tuple(data.categories[place] for place in places),
        tracks=kept(data.tracks),
        before=kept(data.before),
        facts={},
        notes=tuple(note for note in data.notes if note != _IGNORED),
    )
