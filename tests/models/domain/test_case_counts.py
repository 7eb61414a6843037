"""What a case adds to the roll-ups: marks of its nodes, and the figures of its owner and area."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.domain.case_counts import (
    EVERYBODY,
    CaseMark,
    CaseMeasure,
    Counted,
    Grain,
    TeamMeasure,
    bucket_of,
    bucket_start,
    case_counts,
    day_number,
    month_number,
)
from app.models.domain.vocabulary import CaseState, ClosingKind

ZONE = ZoneInfo("America/Sao_Paulo")
OPENED = datetime(2026, 3, 1, 1, 30, tzinfo=UTC)  # the evening of 28 February at home
CASE = Counted(
    state=CaseState.NEW,
    channel_id=3,
    opened_at=OPENED,
    first_response_at=None,
    first_response_due_at=OPENED + timedelta(hours=4),
    resolved_at=None,
    resolution_due_at=OPENED + timedelta(hours=72),
    closed_at=None,
    nodes={1: 10, 2: 20},
)
CLOSED = replace(
    CASE,
    state=CaseState.CLOSED,
    first_response_at=OPENED + timedelta(hours=1),
    resolved_at=OPENED + timedelta(hours=80),
    closed_at=OPENED + timedelta(hours=90),
    owner_id=7,
    area_id=9,
    closing_kind=ClosingKind.OMBUDSMAN,
    was_forwarded=True,
    crisis_level=2,
    reopened_count=2,
    satisfaction=4,
    is_satisfied_resolved=True,
    suggested={2},
)


def team(case: Counted) -> dict[str, tuple[int, int]]:
    counts = case_counts(case, ZONE)
    assert {key[2:] for grain, key in counts if grain is Grain.TEAM_DAY} == {
        (case.channel_id, case.owner_id or 0, case.area_id or 0)
    }
    return {str(key[1]): (int(key[0]), n) for (grain, key), n in counts.items() if grain is Grain.TEAM_DAY}


def test_a_new_case_is_opened_for_nobody_and_marks_nothing() -> None:
    day = day_number(OPENED, ZONE)
    assert team(CASE) == {TeamMeasure.OPENED: (day, 1)}
    counts = case_counts(CASE, ZONE)
    assert counts[Grain.AXIS_DAY, (1, day, 10, 3)] == 1
    assert counts[Grain.AXIS_MONTH, (2, 2026 * 12 + 1, 20, 3)] == 1
    assert month_number(OPENED, ZONE) == 2026 * 12 + 1
    assert not any(grain is Grain.AXIS_MARK_DAY for grain, _key in counts)


def test_a_closed_case_tells_all_of_its_life() -> None:
    opened, answered = day_number(OPENED, ZONE), day_number(OPENED + timedelta(hours=1), ZONE)
    resolved, closed = (day_number(OPENED + timedelta(hours=each), ZONE) for each in (80, 90))
    assert team(CLOSED) == {
        TeamMeasure.OPENED: (opened, 1),
        TeamMeasure.ANSWERED: (answered, 1),
        TeamMeasure.ANSWERED_IN_TIME: (answered, 1),
        TeamMeasure.FIRST_RESPONSE_SECONDS: (answered, 3600),
        TeamMeasure.RESOLVED: (resolved, 1),
        TeamMeasure.RESOLUTION_SECONDS: (resolved, 80 * 3600),
        TeamMeasure.CLOSED: (closed, 1),
        TeamMeasure.CLOSED_OMBUDSMAN: (closed, 1),
        TeamMeasure.FORWARDED: (opened, 1),
        TeamMeasure.REOPENED: (opened, 1),
        TeamMeasure.RATED: (closed, 1),
        TeamMeasure.RATED_RESOLVED: (closed, 1),
        TeamMeasure.SATISFACTION_SUM: (closed, 4),
    }
    counts = case_counts(CLOSED, ZONE)
    for measure, n in ((TeamMeasure.OPENED, 1), (TeamMeasure.SATISFACTION_SUM, 4)):
        month = 2026 * 12 + (1 if measure is TeamMeasure.OPENED else 2)  # opened on the last evening of February
        assert counts[Grain.TEAM_MONTH, (month, measure, 3, 7, EVERYBODY)] == n
        assert counts[Grain.TEAM_MONTH, (month, measure, 3, EVERYBODY, 9)] == n
    whosever = {CaseMeasure.CLOSED_OMBUDSMAN: closed, CaseMeasure.FORWARDED_CASES: opened}
    whosever |= {CaseMeasure.REOPENED_CASES: opened, CaseMeasure.RATED: closed, CaseMeasure.RATED_RESOLVED: closed}
    for each, day in whosever.items():
        assert counts[Grain.CASE_DAY, (day, each, 3, 0)] == 1
    assert counts[Grain.CASE_DAY, (closed, CaseMeasure.SATISFACTION_SUM, 3, 0)] == 4
    marks = {(key[2], key[4]) for grain, key in case_counts(CLOSED, ZONE) if grain is Grain.AXIS_MARK_MONTH}
    all_carry = {CaseMark.OMBUDSMAN, CaseMark.FORWARDED, CaseMark.CRISIS}
    assert marks == {(node, mark) for node in (10, 20) for mark in all_carry} | {(20, CaseMark.SUGGESTED)}


def test_what_is_late_or_displeased_is_not_in_time_nor_resolved() -> None:
    late = replace(CLOSED, first_response_at=OPENED + timedelta(hours=5), is_satisfied_resolved=False)
    late = replace(late, resolved_at=OPENED + timedelta(hours=6), closed_at=None, state=CaseState.RESOLVED)
    told = team(late)
    assert TeamMeasure.ANSWERED_IN_TIME not in told
    assert told[TeamMeasure.RESOLVED_IN_TIME][1] == 1
    assert TeamMeasure.RATED_RESOLVED not in told
    assert told[TeamMeasure.RATED][0] == day_number(OPENED + timedelta(hours=6), ZONE)
    # An answer older than its case, from another that was united with it, took no time.
    assert team(replace(CLOSED, first_response_at=OPENED - timedelta(hours=1)))[TeamMeasure.FIRST_RESPONSE_SECONDS] == (
        day_number(OPENED, ZONE),
        0,
    )


@pytest.mark.parametrize("state", [CaseState.VOIDED, CaseState.MERGED])
def test_what_is_no_case_any_more_counts_nowhere(state: CaseState) -> None:
    assert not case_counts(replace(CLOSED, state=state), ZONE)


def test_a_bucket_begins_where_the_last_one_ended() -> None:
    assert (bucket_of(0.5), bucket_start(0)) == (0, 0.0)
    for seconds in (1.5, 61, 86_400):
        bucket = bucket_of(seconds)
        assert bucket_start(bucket) <= seconds < bucket_start(bucket + 1)
