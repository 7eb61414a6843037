import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.domain.business_hours import NeverOpenError, OpenInterval, Span, WeekCalendar, span

ROOT = Path(__file__).parents[3]
REAL_HOURS = Path(os.environ.get("BALCAO_REAL_DATA", ROOT.parent / "shared" / "data")) / "hours"
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
SAO_PAULO = "America/Sao_Paulo"
OFFICE = [span("09:00", "12:00"), span("13:00", "18:00")]
H = timedelta(hours=1)
UNTAGGED = 111


def utc(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def office(zone: str = "Etc/UTC", **changes: Any) -> WeekCalendar:
    return WeekCalendar(zone, dict.fromkeys(range(5), OFFICE), **changes)


def all_day(zone: str) -> WeekCalendar:
    return WeekCalendar(zone, {day: [span("00:00", "24:00")] for day in range(7)})


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-20 10:00", 1, "2026-11-20 11:00"),
        ("2026-11-20 11:30", 1, "2026-11-20 13:30"),
        ("2026-11-20 11:00", 1, "2026-11-20 12:00"),
        ("2026-11-20 12:30", 0, "2026-11-20 13:00"),
        ("2026-11-20 12:30", 5, "2026-11-20 18:00"),
        ("2026-11-20 17:00", 2, "2026-11-23 10:00"),
        ("2026-11-21 03:00", 8, "2026-11-23 18:00"),
        ("2026-11-20 18:00", 0, "2026-11-23 09:00"),
        ("2026-11-23 09:00", -1, "2026-11-20 17:00"),
        ("2026-11-23 09:00", -8, "2026-11-20 09:00"),
        ("2026-11-20 10:00", 146 * 40, "2029-09-07 10:00"),
    ],
)
def test_add(start: str, hours: int, end: str) -> None:
    calendar = office()
    assert calendar.add(utc(start), hours * H) == utc(end)
    assert hours == 0 or calendar.subtract(utc(start), -hours * H) == utc(end)


@pytest.mark.parametrize(
    ("a", "b", "hours"),
    [
        ("2026-11-20 10:00", "2026-11-20 14:00", 3.0),
        ("2026-11-20 17:00", "2026-11-23 10:00", 2.0),
        ("2026-11-21 10:00", "2026-11-22 10:00", 0.0),
        ("2026-11-23 10:00", "2026-11-20 17:00", -2.0),
        ("1985-01-01 00:00", "1985-01-08 00:00", 40.0),
    ],
)
def test_between(a: str, b: str, hours: float) -> None:
    assert office().between(utc(a), utc(b)) == hours * H


def test_open_and_closed() -> None:
    calendar = office(SAO_PAULO)
    assert calendar.is_open(utc("2026-11-20 12:00"))
    assert not calendar.is_open(utc("2026-11-20 11:59:59"))
    assert not calendar.is_open(utc("2026-11-20 21:00"))
    assert calendar.next_open(utc("2026-11-20 21:00")) == utc("2026-11-23 12:00")
    assert calendar.next_open(utc("2026-11-20 12:30")) == utc("2026-11-20 12:30")
    assert calendar.previous_open(utc("2026-11-21 12:00")) == utc("2026-11-20 21:00")
    assert calendar.previous_open(utc("2026-11-20 12:30")) == utc("2026-11-20 12:30")
    assert calendar.is_working_day(date(2026, 11, 20))
    assert not calendar.is_working_day(date(2026, 11, 21))
    assert str(calendar.tzinfo) == SAO_PAULO


def test_holidays_are_closed_and_exceptions_win() -> None:
    holidays = {date(2026, 12, 24), date(2026, 12, 25)}
    half_day = {date(2026, 12, 24): [span("09:00", "12:00")], date(2026, 12, 26): [span("10:00", "11:00")]}
    calendar = office(holidays=holidays, exceptions=half_day)
    assert calendar.add(utc("2026-12-24 11:00"), 2 * H) == utc("2026-12-26 11:00")
    assert calendar.intervals(utc("2026-12-24 00:00"), utc("2026-12-28 10:00")) == (
        OpenInterval(utc("2026-12-24 09:00"), utc("2026-12-24 12:00")),
        OpenInterval(utc("2026-12-26 10:00"), utc("2026-12-26 11:00")),
        OpenInterval(utc("2026-12-28 09:00"), utc("2026-12-28 10:00")),
    )
    assert calendar.intervals(utc("2026-12-28 10:00"), utc("2026-12-24 00:00")) == ()


def test_touching_spans_are_one() -> None:
    calendar = WeekCalendar("Etc/UTC", {0: [(3600, 7200), (0, 3600), (1800, 5000)]})
    assert calendar.spans_on(date(2026, 11, 23)) == ((0, 7200),)


# In Brazil clocks changed at midnight until 2019: 3 November 2018 had 23 hours, 18 February 2018 gained one at 24:00.
def test_the_day_that_lost_an_hour() -> None:
    calendar = all_day(SAO_PAULO)
    assert calendar.between(utc("2018-11-04T03:00"), utc("2018-11-05T02:00")) == 23 * H
    assert calendar.spans_on(date(2018, 11, 4)) == ((0, 86400),)
    early = WeekCalendar(SAO_PAULO, {6: [span("00:30", "02:00")]})
    assert early.intervals(utc("2018-11-04T00:00"), utc("2018-11-05T00:00")) == (
        OpenInterval(utc("2018-11-04T03:00"), utc("2018-11-04T04:00")),
    )


def test_the_day_that_gained_an_hour() -> None:
    calendar = WeekCalendar(SAO_PAULO, {5: [span("22:00", "24:00")]})
    assert calendar.intervals(utc("2018-02-17T12:00"), utc("2018-02-18T12:00")) == (
        OpenInterval(utc("2018-02-18T00:00"), utc("2018-02-18T03:00")),
    )
    half = WeekCalendar(SAO_PAULO, {5: [span("22:00", "23:30")]})
    assert half.intervals(utc("2018-02-17T12:00"), utc("2018-02-18T12:00")) == (
        OpenInterval(utc("2018-02-18T00:00"), utc("2018-02-18T01:30")),
        OpenInterval(utc("2018-02-18T02:00"), utc("2018-02-18T02:30")),
    )
    till_eleven = WeekCalendar(SAO_PAULO, {5: [span("13:00", "23:00")]})
    assert till_eleven.between(utc("2018-02-17T12:00"), utc("2018-02-18T12:00")) == 10 * H


def test_office_hours_follow_the_clock_on_the_wall_across_a_change() -> None:
    calendar = office(SAO_PAULO)
    assert calendar.add(utc("2018-11-02T20:00"), 2 * H) == utc("2018-11-05T12:00")
    assert calendar.add(utc("2018-02-16T19:00"), 2 * H) == utc("2018-02-19T13:00")


def test_a_date_that_a_country_skipped_has_no_time() -> None:
    calendar = all_day("Pacific/Apia")
    assert calendar.between(utc("2011-12-29T10:00"), utc("2011-12-31T10:00")) == 48 * H
    only_skipped = WeekCalendar("Pacific/Apia", {}, exceptions={date(2011, 12, 30): [span("09:00", "17:00")]})
    with pytest.raises(NeverOpenError):
        only_skipped.next_open(utc("2011-12-28T10:00"))


def test_a_calendar_that_never_opens_says_so() -> None:
    never = WeekCalendar("Etc/UTC", {})
    for ask in (never.next_open, never.previous_open):
        with pytest.raises(NeverOpenError):
            ask(utc("2026-11-20 10:00"))
    for delta in (H, -H, timedelta(days=40_000), -timedelta(days=40_000)):
        with pytest.raises(NeverOpenError):
            never.add(utc("2026-11-20 10:00"), delta)
    assert not never.is_open(utc("2026-11-20 10:00"))
    assert never.between(utc("2026-11-20 10:00"), utc("2027-11-20 10:00")) == timedelta()


def test_an_opening_years_away_is_found() -> None:
    rare = WeekCalendar("Etc/UTC", {}, exceptions={date(2040, 5, 1): [span("09:00", "17:00")]})
    assert rare.add(utc("2026-11-20 10:00"), H) == utc("2040-05-01 10:00")
    assert rare.subtract(utc("2050-11-20 10:00"), H) == utc("2040-05-01 16:00")


@pytest.mark.parametrize("year", [1850, 2250])
def test_instants_far_from_any_case_are_refused(year: int) -> None:
    with pytest.raises(ValueError, match="1901 to 2199"):
        office().is_open(datetime(year, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(("start", "end"), [("10:00", "10:00"), ("18:00", "09:00"), ("20:00", "25:00"), ("x:y", "1:0")])
def test_spans_that_are_none_are_refused(start: str, end: str) -> None:
    with pytest.raises(ValueError, match=r"span|invalid"):
        span(start, end)


ZONES = [SAO_PAULO, "America/New_York", "Etc/UTC", "Asia/Kolkata", "America/Santiago", "Australia/Lord_Howe"]
CALENDARS = {zone: office(zone) for zone in ZONES} | {f"{zone} 24h": all_day(zone) for zone in ZONES}
MINUTES = st.integers(min_value=0, max_value=17 * 365 * 24 * 60)
INSTANTS = st.builds(lambda minutes: datetime(2010, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes), MINUTES)
AMOUNTS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=30))


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(st.sampled_from(sorted(CALENDARS)), INSTANTS, AMOUNTS)
def test_what_was_added_lies_between(name: str, start: datetime, amount: timedelta) -> None:
    calendar = CALENDARS[name]
    end = calendar.add(start, amount)
    assert calendar.between(start, end) == amount
    assert sum((i.end - i.start for i in calendar.intervals(start, end)), timedelta()) == amount
    assert calendar.between(calendar.subtract(start, amount), start) == amount


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(st.sampled_from(sorted(CALENDARS)), INSTANTS, INSTANTS, INSTANTS)
def test_open_time_adds_up(name: str, a: datetime, b: datetime, c: datetime) -> None:
    calendar = CALENDARS[name]
    assert calendar.between(a, b) + calendar.between(b, c) == calendar.between(a, c)
    assert abs(calendar.between(a, b)) <= abs(b - a)


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(st.sampled_from(ZONES), INSTANTS)
def test_open_is_what_the_clock_on_the_wall_says(zone: str, at: datetime) -> None:
    calendar = CALENDARS[zone]
    wall = at.astimezone(calendar._zone)
    second = wall.hour * 3600 + wall.minute * 60 + wall.second
    assert calendar.is_open(at) == any(start <= second < end for start, end in calendar.spans_on(wall.date()))


def real_rows() -> Iterator[Any]:
    for path in sorted(REAL_HOURS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row["tags"]:
                yield pytest.param(row, id=row["id"])


def without(spans: list[Span], breaks: list[Span]) -> list[Span]:
    for low, high in breaks:
        pieces = [piece for start, end in spans for piece in ((start, min(end, low)), (max(start, high), end))]
        spans = [(start, end) for start, end in pieces if start < end]
    return spans


def real_calendar(row: dict[str, Any]) -> WeekCalendar:
    def spans(pairs: list[list[str]]) -> list[Span]:
        return [span(*pair) for pair in pairs]

    week = {
        WEEKDAYS[day]: without(spans(pairs), spans(row["breaks"].get(day, []))) for day, pairs in row["week"].items()
    }
    exceptions = {date.fromisoformat(day): spans(pairs) for day, pairs in row["dates"].items()}
    return WeekCalendar(row["zone"], week, exceptions, [date.fromisoformat(day) for day in row["holidays"]])


def real_answer(row: dict[str, Any]) -> Any:
    calendar, op = real_calendar(row), row["op"]
    if op == "days_between":
        first, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        return sum(calendar.is_working_day(first + timedelta(days=n)) for n in range((last - first).days))
    start = datetime.fromisoformat(row["start"])
    if op in {"add", "sub"}:
        delta = timedelta(seconds=row["seconds"])
        return calendar.add(start, delta) if op == "add" else calendar.subtract(start, delta)
    if op == "between":
        return calendar.between(start, datetime.fromisoformat(row["end"])).total_seconds()
    ask: dict[str, Callable[[datetime], Any]] = {
        "is_open": calendar.is_open,
        "next_open": calendar.next_open,
        "prev_open": calendar.previous_open,
        "is_working_day": lambda at: calendar.is_working_day(at.astimezone(calendar._zone).date()),
    }
    return ask[op](start)


@pytest.mark.skipif(not REAL_HOURS.is_dir(), reason="the published cases of other libraries are not on this machine")
def test_every_untagged_published_case_is_compared() -> None:
    """A row with a tag follows a convention of its library alone; all the others are answered below."""
    rows = [json.loads(line) for path in REAL_HOURS.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    untagged = sum(not row["tags"] for row in rows)
    assert untagged == len(list(real_rows())) == UNTAGGED


@pytest.mark.skipif(not REAL_HOURS.is_dir(), reason="the published cases of other libraries are not on this machine")
@pytest.mark.parametrize("row", list(real_rows()))
def test_other_libraries_agree(row: dict[str, Any]) -> None:
    expected = datetime.fromisoformat(row["expect"]) if isinstance(row["expect"], str) else row["expect"]
    assert real_answer(row) == expected
