from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.business_hours import OpenInterval
from app.models.domain.explanation import DeadlineExplanation, by_day

ZONE = "America/Sao_Paulo"
H = timedelta(hours=1)
START = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


def test_a_stretch_over_midnight_is_parted_there() -> None:
    days = by_day([OpenInterval(START, START + 30 * H)], ZONE)
    assert [(day.on, day.counted / H) for day in days] == [(date(2026, 11, 21), 13.0), (date(2026, 11, 22), 17.0)]


def test_stretches_of_one_day_are_together() -> None:
    morning, afternoon = OpenInterval(START, START + H), OpenInterval(START + 2 * H, START + 4 * H)
    assert [(day.on, day.spans) for day in by_day([morning, afternoon], ZONE)] == [
        (date(2026, 11, 21), (morning, afternoon))
    ]
    assert by_day([], ZONE) == ()


def test_a_date_settled_under_earlier_rules_says_so() -> None:
    assert DeadlineExplanation("resolution", START, START + H, START + 2 * H).is_settled_earlier
    assert not DeadlineExplanation("resolution", START, START + H, START + H).is_settled_earlier
    assert not DeadlineExplanation("promise", START, START + H).is_settled_earlier
    assert not DeadlineExplanation("resolution", START, None, None).is_settled_earlier


# The years hold São Paulo's changes of clocks at midnight: a day may begin twice, or at one.
@given(st.integers(0, 24 * 365 * 12), st.integers(1, 200))
def test_nothing_is_lost_by_parting(start: int, hours: int) -> None:
    begin = datetime(2008, 1, 1, tzinfo=UTC) + start * H
    days = by_day([OpenInterval(begin, begin + hours * H)], ZONE)
    assert sum((day.counted for day in days), timedelta()) == hours * H
    assert [day.on for day in days] == sorted(day.on for day in days)
