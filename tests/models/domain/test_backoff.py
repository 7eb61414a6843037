"""The wait after a failure, and the pace that a day's quota lasts for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.backoff import FIRST, LONGEST, MOST_ASKED, next_quota_day, paced, wait_after
from app.models.domain.channel_health import NEEDS_PERSON, Problem

TRANSIENT = sorted(set(Problem) - NEEDS_PERSON - {Problem.QUOTA_SPENT})


@given(st.sampled_from(TRANSIENT), st.integers(-5, 10_000), st.floats(0, 1))
def test_a_wait_grows_and_stays_within_its_bounds(problem: Problem, failures: int, chance: float) -> None:
    wait = wait_after(problem, failures, retry_after=None, chance=chance)
    assert FIRST / 2 <= wait <= LONGEST
    assert wait <= wait_after(problem, failures + 1, retry_after=None, chance=chance)


def test_accounts_that_failed_together_do_not_come_back_together() -> None:
    waits = {wait_after(Problem.SERVER_ERROR, 5, retry_after=None, chance=n / 10) for n in range(10)}
    assert len(waits) == 10


@pytest.mark.parametrize("problem", [Problem.RATE_LIMITED, Problem.TOKEN_EXPIRED, Problem.QUOTA_SPENT])
def test_what_the_network_asks_for_is_never_cut(problem: Problem) -> None:
    for chance in (0.0, 1.0):
        assert wait_after(problem, 1, retry_after=timedelta(minutes=20), chance=chance) >= timedelta(minutes=20)
    assert wait_after(problem, 1, retry_after=timedelta(seconds=-3), chance=0) == timedelta(seconds=1)
    assert wait_after(problem, 1, retry_after=timedelta(days=400), chance=0) == MOST_ASKED


def test_a_person_and_a_quota_have_waits_of_their_own() -> None:
    assert wait_after(Problem.TOKEN_REVOKED, 1, retry_after=None, chance=1) == timedelta(minutes=15)
    assert wait_after(Problem.QUOTA_SPENT, 1, retry_after=None, chance=1) == timedelta(hours=1)


MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def test_a_quota_lasts_for_the_day() -> None:
    assert paced(MINUTE, calls_left=None, day_left=DAY, calls_a_round=3) == MINUTE
    assert paced(MINUTE, calls_left=10_000, day_left=DAY, calls_a_round=3) == MINUTE
    assert paced(MINUTE, calls_left=96, day_left=DAY, calls_a_round=2) == timedelta(minutes=30)
    assert paced(MINUTE, calls_left=96, day_left=DAY, calls_a_round=0) == timedelta(minutes=15)
    assert paced(MINUTE, calls_left=96, day_left=timedelta(hours=2), calls_a_round=4) == timedelta(minutes=5)
    assert next_quota_day(datetime(2026, 11, 30, 23, 59, tzinfo=UTC)) == datetime(2026, 12, 1, tzinfo=UTC)


def test_a_first_backlog_is_no_reason_to_stay_away_for_hours() -> None:
    assert paced(MINUTE, calls_left=8_000, day_left=DAY, calls_a_round=2_000) == timedelta(minutes=30)
    assert paced(MINUTE, calls_left=0, day_left=DAY, calls_a_round=2_000) == timedelta(minutes=30)
    assert paced(timedelta(hours=1), calls_left=10, day_left=DAY, calls_a_round=2_000) == timedelta(hours=1)
