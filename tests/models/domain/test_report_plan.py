"""A report's days follow from its rule, and what is stored comes back, also from another version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.domain.chart import ChartKey
from app.models.domain.report_plan import (
    STANDARD,
    Against,
    PeriodRule,
    ReportSpec,
    Span,
    StandardReport,
    against_of,
    from_json,
    period_of,
    problem_of,
    standard_definition,
    to_json,
)

TODAY = date(2026, 11, 22)  # a Sunday
SPEC = ReportSpec((ChartKey.HEAT, ChartKey.VOLUME_DAY))
DAYS = Span(date(2026, 2, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("rule", "since", "until"),
    [
        (PeriodRule.MONTH_BEFORE, date(2026, 10, 1), date(2026, 10, 31)),
        (PeriodRule.THIS_MONTH, date(2026, 11, 1), TODAY),
        (PeriodRule.WEEK_BEFORE, date(2026, 11, 9), date(2026, 11, 15)),
        (PeriodRule.LAST_30_DAYS, date(2026, 10, 24), TODAY),
        (PeriodRule.QUARTER_BEFORE, date(2026, 7, 1), date(2026, 9, 30)),
        (PeriodRule.THIS_YEAR, date(2026, 1, 1), TODAY),
        (PeriodRule.FIXED, DAYS.since, DAYS.until),
    ],
)
def test_days_of_each_rule(rule: PeriodRule, since: date, until: date) -> None:
    assert period_of(replace(SPEC, rule=rule, fixed=DAYS), TODAY) == Span(since, until)


def test_days_at_the_turn_of_the_year_and_of_a_rule_without_dates() -> None:
    january = date(2026, 1, 5)
    assert period_of(SPEC, january) == Span(date(2025, 12, 1), date(2025, 12, 31))
    quarter = replace(SPEC, rule=PeriodRule.QUARTER_BEFORE)
    assert period_of(quarter, january) == Span(date(2025, 10, 1), date(2025, 12, 31))
    assert period_of(replace(SPEC, rule=PeriodRule.FIXED), TODAY).until == date(2026, 10, 31)


def test_what_a_period_stands_beside() -> None:
    assert against_of(SPEC, DAYS) is None
    year = replace(SPEC, against=Against.YEAR_BEFORE)
    assert against_of(year, Span(date(2028, 2, 1), date(2028, 2, 29))) == Span(date(2027, 2, 1), date(2027, 2, 28))
    assert against_of(year, Span(date(2026, 3, 4), date(2026, 3, 9))) == Span(date(2025, 3, 4), date(2025, 3, 9))
    assert against_of(replace(SPEC, against=Against.FIXED, fixed_against=DAYS), DAYS) == DAYS


def test_what_is_stored_comes_back() -> None:
    whole = ReportSpec(
        (ChartKey.SUBJECTS,),
        PeriodRule.FIXED,
        Against.FIXED,
        (3, 1),
        DAYS,
        Span(date(2025, 2, 1), date(2025, 2, 28)),
        with_tables=False,
        with_comments=False,
    )
    for spec in (SPEC, whole):
        assert from_json(to_json(spec)) == spec


@pytest.mark.parametrize("fixed", [None, "x", ["2026-01-01"], ["2026-01-01", "never"]])
def test_what_another_version_stored_is_read_as_far_as_it_is_known(fixed: object) -> None:
    read = from_json(
        {"parts": ["heat", "hologram"], "rule": "next_life", "against": 7, "channels": None, "fixed": fixed}
    )
    assert read == ReportSpec((ChartKey.HEAT,))
    assert from_json({}).parts == ()


def test_what_keeps_a_report_from_being_made() -> None:
    assert problem_of(SPEC) == ""
    assert problem_of(ReportSpec(())) == "no_parts"
    fixed = replace(SPEC, rule=PeriodRule.FIXED)
    assert problem_of(fixed) == "period"
    assert problem_of(replace(fixed, fixed=Span(DAYS.until, DAYS.since))) == "period"
    assert problem_of(replace(fixed, fixed=DAYS, against=Against.FIXED)) == "against"
    assert problem_of(replace(fixed, fixed=DAYS, against=Against.FIXED, fixed_against=DAYS)) == ""


def test_the_reports_of_the_program() -> None:
    assert set(STANDARD) == set(StandardReport)
    for which in StandardReport:
        definition = standard_definition(which)
        assert definition.standard is which
        assert problem_of(definition.spec) == ""
        assert len(set(definition.spec.parts)) == len(definition.spec.parts)
