"""The period before stands beside a chart cell by cell, and its figures beside the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.domain.chart import Category, Cell, ChartData, ChartKey, Counts, Shape, Track, Unit
from app.models.domain.chart_compare import with_before
from app.models.domain.chart_numbers import median_minutes, middle, mood, percent


def chart(keys: list[int | date], values: list[float], track: str = "cases") -> ChartData:
    return ChartData(
        ChartKey.SUBJECTS,
        Shape.BARS,
        Counts.CASES,
        Unit.NUMBER,
        "node",
        tuple(Category(key) for key in keys),
        (Track(track, tuple(Cell(value) for value in values)),),
        facts={"total": sum(values)},
    )


def test_by_name_where_it_does_not_run_over_time() -> None:
    found = with_before(chart([3, 1, 2], [5, 4, 3]), chart([1, 3], [9, 8]))
    assert [cell.value for cell in found.before[0].cells] == [8, 9, None]
    assert found.facts == {"total": 12, "before_total": 17}


def test_step_by_step_over_time() -> None:
    days: list[int | date] = [date(2026, 11, day) for day in (1, 2, 3)]
    earlier: list[int | date] = [date(2026, 10, day) for day in (1, 2, 3, 4)]
    longer = with_before(chart(days, [1, 2, 3]), chart(earlier, [4, 5, 6, 7]))
    assert [cell.value for cell in longer.before[0].cells] == [4, 5, 6]
    shorter = with_before(chart(days, [1, 2, 3]), chart(earlier[:2], [4, 5]))
    assert [cell.value for cell in shorter.before[0].cells] == [4, 5, None]


def test_a_day_is_not_laid_beside_a_week() -> None:
    days: list[int | date] = [date(2026, 11, day) for day in (1, 2)]
    weeks = replace(chart([date(2026, 1, 1), date(2026, 1, 5)], [40, 70]), step="week")
    found = with_before(chart(days, [1, 2]), weeks)
    assert [cell.value for cell in found.before[0].cells] == [None, None]
    assert found.facts["before_total"] == 110


def test_a_week_has_no_total_to_set_a_month_against() -> None:
    found = with_before(chart([1], [30]), chart([1], [7]), are_alike=False)
    assert found.facts == {"total": 30}
    assert [cell.value for cell in found.before[0].cells] == [7]


def test_a_track_that_was_not_there_is_empty() -> None:
    found = with_before(chart([1], [2], "new"), chart([1], [2]))
    assert [cell.value for cell in found.before[0].cells] == [None]


def test_small_sums() -> None:
    assert percent(1, 4) == 25
    assert percent(1, 0) is None
    assert mood(1, 3, 8) == -25
    assert mood(0, 0, 0) is None
    assert middle([3, 1, 2]) == 2
    assert middle([4, 1, 2, 3]) == pytest.approx(2.5)
    assert middle([]) is None
    assert median_minutes([]) is None
    assert median_minutes([(0, 0)]) is None
    assert median_minutes([(60, 10)]) == pytest.approx(5.0, rel=0.06)
    assert median_minutes([(60, 1), (84, 9)], 0.9) == pytest.approx(51, rel=0.06)
