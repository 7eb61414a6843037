"""Hours as typed and drawn: read, checked with day and interval named, joined and cut."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.business_hours import WeekCalendar
from app.models.domain.hours_check import (
    DAY_MINUTES,
    HoursError,
    Minutes,
    checked,
    from_stored,
    intervals_text,
    is_open_at,
    missing_years,
    never_opens,
    ordinary_day,
    parse_intervals,
    to_stored,
    week_from_stored,
    week_to_stored,
    with_span,
    without_span,
)

_SPLIT = ((540, 720), (780, 1080))
_STARTS = st.integers(0, 47).flatmap(lambda a: st.integers(a + 1, 48).map(lambda b: (a * 30, b * 30)))


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("", ()),
        ("  ", ()),
        ("fechado", ()),
        ("Fechado", ()),
        ("09:00-12:00, 13:00-18:00", _SPLIT),
        ("13:00–18:00; 9–12", _SPLIT),
        ("9h às 12h e 13h às 18h", _SPLIT),
        ("das 9h às 12h e das 13h até 18h", _SPLIT),
        ("9:00-12:00, 12:00-13:00", ((540, 780),)),
        ("8h30 - 17h45", ((510, 1065),)),
        ("20:00-24:00", ((1200, 1440),)),
        ("20:00-00:00", ((1200, 1440),)),
        ("0h-24h", ((0, 1440),)),
    ],
)
def test_what_people_type(text: str, intervals: tuple[Minutes, ...]) -> None:
    assert parse_intervals(text) == intervals


@pytest.mark.parametrize(
    ("text", "code", "interval"),
    [
        ("manhã", "hours_unreadable", "manhã"),
        ("09:00-12:60", "hours_unreadable", "09:00-12:60"),
        ("09:00-25:00", "hours_unreadable", "09:00-25:00"),
        ("09:00-", "hours_unreadable", "09:00-"),
        ("12:00-09:00", "hours_backwards", "12:00-09:00"),
        ("09:00-09:00", "hours_backwards", "09:00-09:00"),
        ("0h-0h", "hours_backwards", "0h-0h"),
        ("09:00-12:00, 11:00-18:00", "hours_overlap", "11:00-18:00"),
    ],
)
def test_hours_that_cannot_be_are_named(text: str, code: str, interval: str) -> None:
    with pytest.raises(HoursError) as error:
        parse_intervals(text, weekday=1)
    assert (error.value.code, error.value.interval, error.value.weekday) == (code, interval, 1)


def test_what_is_stored_is_checked_too() -> None:
    assert from_stored([["20:00", "00:00"], ["09:00", "12:00"]]) == ((540, 720), (1200, 1440))
    with pytest.raises(HoursError) as error:
        week_from_stored({"3": [["09:00", "08:00"]]})
    assert (error.value.code, error.value.weekday) == ("hours_backwards", 3)
    with pytest.raises(ValueError, match="nine"):
        from_stored([["nine", "10:00"]])
    with pytest.raises(HoursError):
        checked([(0, DAY_MINUTES + 1)])


def test_a_week_goes_to_the_table_and_back() -> None:
    week = {**dict.fromkeys(range(7), ()), 0: _SPLIT}
    stored = week_to_stored(week)
    assert stored["0"] == [["09:00", "12:00"], ["13:00", "18:00"]]
    assert week_from_stored(stored) == week
    assert week_to_stored({}) == {str(day): [] for day in range(7)}


def test_a_week_without_an_open_minute() -> None:
    assert never_opens({})
    assert never_opens({0: ()})
    assert not never_opens({6: _SPLIT})


def test_text_of_intervals() -> None:
    assert intervals_text(_SPLIT) == "09:00-12:00, 13:00-18:00"
    assert intervals_text((), dash="–") == ""


@given(st.lists(_STARTS, max_size=5), _STARTS)
def test_marking_and_clearing_are_what_they_say(spans: list[Minutes], stretch: Minutes) -> None:
    intervals: tuple[Minutes, ...] = ()
    for each in spans:
        intervals = with_span(intervals, each)
    opened, closed = with_span(intervals, stretch), without_span(intervals, stretch)

    def minutes(some: tuple[Minutes, ...]) -> set[int]:
        return {slot for start, end in some for slot in range(start, end, 30)}

    wanted = minutes((stretch,))
    assert minutes(opened) == minutes(intervals) | wanted
    assert minutes(closed) == minutes(intervals) - wanted
    for some in (opened, closed):
        assert checked(some) == some
    assert parse_intervals(intervals_text(opened)) == opened
    assert from_stored(to_stored(closed)) == closed


@pytest.mark.parametrize("zone", ["America/Sao_Paulo", "America/Manaus", "Europe/Lisbon"])
def test_open_at_agrees_with_business_time(zone: str) -> None:
    week = {**dict.fromkeys(range(5), _SPLIT), 5: ((540, 780),)}
    special = {date(2018, 11, 5): (), date(2018, 11, 4): ((0, 120), (1200, 1440))}

    def seconds(spans: tuple[Minutes, ...]) -> list[Minutes]:
        return [(start * 60, end * 60) for start, end in spans]

    calendar = WeekCalendar(
        zone, {day: seconds(spans) for day, spans in week.items()}, {d: seconds(s) for d, s in special.items()}
    )
    start = datetime(2018, 11, 1, tzinfo=UTC)
    for step in range(24 * 4 * 7):
        at = start + timedelta(minutes=15 * step)
        assert is_open_at(week, special, zone, at) == calendar.is_open(at)


def test_years_without_holidays_are_told_a_quarter_ahead() -> None:
    days = [(date(2026, 12, 25), "national"), (date(2027, 1, 25), "city")]
    assert missing_years(days, date(2026, 9, 1)) == ()
    assert missing_years(days, date(2026, 10, 5)) == (2027,)
    assert missing_years([], date(2026, 12, 1)) == (2026, 2027)
    assert missing_years([(date(2027, 2, 9), "movable"), *days], date(2026, 12, 1)) == ()


@pytest.mark.parametrize(
    ("week", "minutes"),
    [
        ({**dict.fromkeys(range(5), _SPLIT), 5: ((540, 780),)}, 480),
        ({0: ((0, 60),), 1: ((0, 120),)}, 120),
        ({}, 1440),
    ],
)
def test_an_ordinary_day(week: dict[int, tuple[Minutes, ...]], minutes: int) -> None:
    assert ordinary_day(week) == minutes
