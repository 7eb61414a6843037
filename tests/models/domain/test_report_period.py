"""A period is cut into the steps, months and days that charts and roll-ups know, and never loses or doubles a day."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.report_period import (
    are_alike,
    cut,
    first_of_month,
    is_possible,
    is_whole_months,
    month_of,
    period_before,
    spans_of,
    start_of,
    step_for,
    steps_of,
)
from app.models.domain.series import ReportFilter

DAYS = st.dates(date(1970, 1, 2), date(2100, 1, 1))
LENGTHS = st.integers(0, 800)


@given(DAYS, LENGTHS, st.sampled_from(["day", "week", "month"]))
def test_steps_cover_every_day_once(since: date, length: int, step: str) -> None:
    until = since + timedelta(days=length)
    spans = spans_of(since, until, step)
    assert spans[0][0] == since
    assert spans[-1][1] == until
    assert all(later[0] - earlier[1] == timedelta(days=1) for earlier, later in itertools.pairwise(spans))
    assert all(start_of(first, step) == start_of(last, step) for first, last in spans)
    assert steps_of(since, until, step) == tuple(first for first, _last in spans)


@given(DAYS, LENGTHS)
def test_months_and_edges_cover_every_day_once(since: date, length: int) -> None:
    until = since + timedelta(days=length)
    parts = cut(since, until)
    spans = list(parts.days)
    if parts.months is not None:
        first, last = parts.months
        spans.append((first_of_month(first), first_of_month(last + 1) - timedelta(days=1)))
    assert sum((last - first).days + 1 for first, last in spans) == length + 1
    assert min(first for first, _last in spans) == since
    assert max(last for _first, last in spans) == until


@given(DAYS, LENGTHS)
def test_the_period_before_ends_where_this_begins(since: date, length: int) -> None:
    until = since + timedelta(days=length)
    begins, ends = period_before(since, until)
    assert ends + timedelta(days=1) == since
    if is_whole_months(since, until):
        assert is_whole_months(begins, ends)
        assert month_of(ends) - month_of(begins) == month_of(until) - month_of(since)
    else:
        assert ends - begins == until - since


@pytest.mark.parametrize(("days", "step"), [(1, "day"), (92, "day"), (93, "week"), (400, "week"), (401, "month")])
def test_the_step_goes_by_the_length(days: int, step: str) -> None:
    assert step_for(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=days - 1)) == step


def test_what_cannot_be_reported() -> None:
    assert is_possible(date(2026, 1, 1), date(2026, 1, 1))
    assert not is_possible(date(2026, 1, 2), date(2026, 1, 1))
    assert not is_possible(date(1899, 1, 1), date(1899, 2, 1))
    assert not is_possible(date(9999, 1, 1), date(9999, 2, 1))
    assert not is_possible(date(1950, 1, 1), date(2026, 1, 1))
    assert period_before(date(2026, 11, 1), date(2026, 11, 30)) == (date(2026, 10, 1), date(2026, 10, 31))


def test_periods_whose_counts_can_be_compared() -> None:
    november, october = (date(2026, 11, 1), date(2026, 11, 30)), (date(2026, 10, 1), date(2026, 10, 31))
    assert are_alike(november, october)
    assert not are_alike(november, (date(2026, 8, 1), date(2026, 10, 31)))
    assert not are_alike(november, (date(2026, 10, 1), date(2026, 10, 7)))
    assert are_alike((date(2024, 2, 1), date(2024, 3, 10)), (date(2023, 2, 1), date(2023, 3, 10)))


def test_what_stands_beside_a_report() -> None:
    wanted = ReportFilter(date(2026, 11, 1), date(2026, 11, 30))
    year_before = (date(2025, 11, 1), date(2025, 11, 30))
    assert replace(wanted, compare_with=year_before).beside is None
    assert replace(wanted, is_compared=True).beside == (date(2026, 10, 1), date(2026, 10, 31))
    assert replace(wanted, is_compared=True, compare_with=year_before).beside == year_before
