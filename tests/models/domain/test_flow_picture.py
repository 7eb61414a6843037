"""The drawn flow: every step has its place, every arrow its way, every arrow key its neighbour."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.models.domain.flow_picture import (
    COLUMNS,
    FLOW_STEPS,
    FLOW_WAYS,
    ROWS,
    FlowCounts,
    FlowKey,
    FlowWay,
    neighbour,
    way_points,
)

PLACES = {step.key: (step.column, step.row) for step in FLOW_STEPS}


def test_each_step_has_one_place_on_the_grid() -> None:
    assert set(PLACES) == set(FlowKey)
    assert len(set(PLACES.values())) == len(FLOW_STEPS)
    assert all(0 <= column < COLUMNS and 0 <= row < ROWS for column, row in PLACES.values())


@pytest.mark.parametrize("way", FLOW_WAYS)
def test_arrows_run_from_step_to_step_along_the_grid(way: FlowWay) -> None:
    points = way_points(way)
    assert points[0] == PLACES[way.source]
    column, row = PLACES[way.target]
    assert points[-1] == (column - 0.25 * way.is_direct, row)
    for (x, y), (to_x, to_y) in pairwise(points):
        assert x == to_x or y == to_y
    inner = set(points[1:-1])
    assert inner.isdisjoint(set(PLACES.values()))


@pytest.mark.parametrize("way", FLOW_WAYS)
def test_no_arrow_runs_through_another_step(way: FlowWay) -> None:
    others = {place for key, place in PLACES.items() if key not in {way.source, way.target}}
    for (x, y), (to_x, to_y) in pairwise(way_points(way)):
        for place_x, place_y in others:
            is_on = min(x, to_x) <= place_x <= max(x, to_x) and min(y, to_y) <= place_y <= max(y, to_y)
            assert not is_on, (way, place_x, place_y)


def test_every_step_is_reached_by_the_arrow_keys() -> None:
    seen = {FlowKey.ENTRY_POST}
    waiting = [FlowKey.ENTRY_POST]
    while waiting:
        key = waiting.pop()
        for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            found = neighbour(key, right=right, down=down)
            if found is not None and found not in seen:
                seen.add(found)
                waiting.append(found)
    assert seen == set(FlowKey)
    assert neighbour(FlowKey.ENTRY_POST, right=-1) is None
    assert neighbour(FlowKey.IDENTIFICATION, right=1) is FlowKey.HISTORY


def test_a_step_without_a_figure_has_none() -> None:
    assert FlowCounts({FlowKey.AREA: 3}).of(FlowKey.AREA) == 3
    assert FlowCounts().of(FlowKey.AREA) == 0
