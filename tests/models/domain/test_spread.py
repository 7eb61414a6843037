from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.spread import WINDOW, SpreadCount, SpreadGrowth, SpreadRule, is_mark_old, spread_alarm

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
counts = st.builds(SpreadCount, *[st.integers(0, 100_000)] * 3)


@pytest.mark.parametrize(
    ("before", "now", "alarm"),
    [
        (SpreadCount(), SpreadCount(), None),
        (SpreadCount(), SpreadCount(10, 9, 2), None),
        (SpreadCount(), SpreadCount(10, 10), SpreadGrowth(10, 10, 0)),
        (SpreadCount(), SpreadCount(others=3), SpreadGrowth(0, 0, 3)),
        (SpreadCount(1_000, 0, 0), SpreadCount(1_400, 0, 0), None),
        (SpreadCount(1_000, 0, 0), SpreadCount(1_500, 0, 0), SpreadGrowth(500, 0, 0)),
        (SpreadCount(0, 0, 10), SpreadCount(0, 0, 14), None),
        (SpreadCount(0, 0, 10), SpreadCount(0, 0, 15), SpreadGrowth(0, 0, 5)),
        (SpreadCount(50, 0, 3), SpreadCount(10, 90, 0), SpreadGrowth(0, 90, 0)),
    ],
)
def test_growth_alarms_by_number_and_by_share(
    before: SpreadCount, now: SpreadCount, alarm: SpreadGrowth | None
) -> None:
    assert spread_alarm(before, now) == alarm


def test_a_team_may_be_more_careful() -> None:
    rule = SpreadRule(least_reactions=1, least_others=1, share=0)
    assert spread_alarm(SpreadCount(100), SpreadCount(101), rule) == SpreadGrowth(1, 0, 0)


@given(counts, counts)
def test_what_does_not_grow_is_silent(before: SpreadCount, now: SpreadCount) -> None:
    assert spread_alarm(before, before) is None
    found = spread_alarm(before, now)
    if found is not None:
        assert min(found.shares, found.replies, found.others) >= 0
        assert found.shares + found.replies >= 20 or found.others >= 3


def test_marks_age() -> None:
    assert not is_mark_old(NOON, NOON)
    assert not is_mark_old(NOON, NOON + WINDOW - timedelta(seconds=1))
    assert is_mark_old(NOON, NOON + WINDOW)
    assert is_mark_old(NOON, NOON - timedelta(minutes=1))
