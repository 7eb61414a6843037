"""Which clock of a crisis mention runs, and when its limit is near."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.models.domain.crisis_clock import CrisisLimit, RunningClock, gathered_limit_key, limit_key, running_clock

T = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
M = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("identify_due", "identified", "answer_due", "answered", "expected"),
    [
        (None, None, None, None, None),
        (T + 5 * M, None, None, None, RunningClock(CrisisLimit.IDENTIFY, T, T + 5 * M)),
        (T + 5 * M, T + M, None, None, None),
        (T + 5 * M, T + M, T + 31 * M, None, RunningClock(CrisisLimit.ANSWER, T + M, T + 31 * M)),
        (T + 5 * M, T + M, T + 31 * M, T + 9 * M, None),
    ],
)
def test_the_clock_that_runs(
    identify_due: datetime | None,
    identified: datetime | None,
    answer_due: datetime | None,
    answered: datetime | None,
    expected: RunningClock | None,
) -> None:
    found = running_clock(
        T, identify_due_at=identify_due, identified_at=identified, answer_due_at=answer_due, answered_at=answered
    )
    assert found == expected


def test_a_limit_is_near_after_four_fifths() -> None:
    clock = RunningClock(CrisisLimit.IDENTIFY, T, T + 10 * M)
    assert [clock.is_near(T + minutes * M) for minutes in (0, 7, 8, 11)] == [False, False, True, True]


def test_keys_name_the_limit() -> None:
    assert limit_key(CrisisLimit.ANSWER, 7) == "limit:answer:7"
    assert limit_key(CrisisLimit.ANSWER, 7).startswith(limit_key(CrisisLimit.ANSWER, None))
    assert gathered_limit_key(CrisisLimit.IDENTIFY, T) == gathered_limit_key(CrisisLimit.IDENTIFY, T + 9 * M)
    assert gathered_limit_key(CrisisLimit.IDENTIFY, T) != gathered_limit_key(CrisisLimit.IDENTIFY, T + 10 * M)
