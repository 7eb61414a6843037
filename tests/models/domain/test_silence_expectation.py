"""When an account that answers is called silent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.models.domain.silence_expectation import chance_of_silence, is_silent

NOW = datetime(2026, 11, 18, 15, 30, tzinfo=UTC)  # a Wednesday
HOUR = timedelta(hours=1)


def history(last: datetime, *, weeks: int, by_hour: dict[int, int]) -> dict[datetime, int]:
    end = last.replace(minute=0, second=0, microsecond=0)
    hours = [end - HOUR * n for n in range(1, 24 * 7 * weeks + 1)]
    return {hour: by_hour.get(hour.hour, 0) for hour in hours}


def asked(since: datetime, until: datetime) -> dict[datetime, int]:
    """The hours since, in all of which the account was asked and brought nothing."""
    first = since.replace(minute=0, second=0, microsecond=0)
    return {first + HOUR * n: 0 for n in range((until - first) // HOUR + 1)}


def test_a_busy_hour_without_anything_is_a_silence() -> None:
    last = NOW - timedelta(hours=4)
    busy = history(last, weeks=4, by_hour=dict.fromkeys(range(9, 20), 5)) | asked(last, NOW)
    assert is_silent(busy, last, NOW)
    assert chance_of_silence(busy, last, NOW) < 1e-8


def test_a_night_is_none() -> None:
    last = datetime(2026, 11, 17, 22, tzinfo=UTC)
    busy = history(last, weeks=4, by_hour=dict.fromkeys(range(9, 20), 5)) | asked(last, NOW)
    assert not is_silent(busy, last, datetime(2026, 11, 18, 9, tzinfo=UTC))
    assert chance_of_silence(busy, last, datetime(2026, 11, 18, 9, tzinfo=UTC)) == 1


def test_few_hours_few_weeks_and_few_items_tell_nothing() -> None:
    last = NOW - timedelta(hours=2, minutes=59)
    busy = dict.fromkeys(range(24), 50)
    assert not is_silent(history(last, weeks=4, by_hour=busy) | asked(last, NOW), last, NOW)
    last = NOW - timedelta(hours=6)
    assert not is_silent(history(last, weeks=1, by_hour=busy) | asked(last, NOW), last, NOW)
    assert not is_silent({}, last, NOW)
    once = dict.fromkeys(range(24), 1)
    assert not is_silent(history(last, weeks=4, by_hour=once) | asked(last, NOW), last, NOW)


def test_hours_that_are_not_full_count_in_part() -> None:
    last = NOW - timedelta(minutes=30)
    one = history(last, weeks=3, by_hour=dict.fromkeys(range(24), 2)) | asked(last, NOW)
    assert abs(chance_of_silence(one, last, NOW) - 2.718281828**-1) < 1e-6
    since = {NOW - timedelta(minutes=10): 0}
    assert chance_of_silence(one | since, last, NOW) == chance_of_silence(one, last, NOW)


def test_the_backlog_of_the_first_day_is_left_out() -> None:
    last = NOW - timedelta(hours=8)
    quiet = history(last, weeks=3, by_hour={})
    backlog = quiet | {NOW.replace(minute=0) - timedelta(weeks=3) - HOUR * n: 900 for n in range(8)}
    assert chance_of_silence(backlog | asked(last, NOW), last, NOW) == 1


def test_a_single_week_counts_as_it_is_and_long_silences_have_an_end() -> None:
    last = NOW - timedelta(days=60)
    one_day = {last - HOUR * n: 1 for n in range(1, 25)}
    assert chance_of_silence(one_day | asked(last, NOW), last, NOW) < 1e-10


def test_hours_in_which_nobody_asked_are_no_silence() -> None:
    """A shop whose computers are on from Monday to Friday, 11 to 21 h UTC, closes on Thursday and Friday."""
    last = datetime(2026, 11, 18, 20, 55, tzinfo=UTC)
    hours = history(last + HOUR, weeks=8, by_hour=dict.fromkeys(range(24), 4))
    office = {hour: n for hour, n in hours.items() if hour.weekday() < 5 and 11 <= hour.hour < 21}
    monday = datetime(2026, 11, 23, 11, 0, 2, tzinfo=UTC)
    assert not is_silent(office, last, monday)
    assert not is_silent(office | asked(monday, monday), last, monday)
    later = monday + timedelta(hours=3)
    assert is_silent(office | asked(monday, later), last, later)
