"""Named cases of the operational clock: what happens to a case, told in local time, and when its deadline is then.

A story is a list of events in the order in which they happen. The convention (decision 052): the deadline counts from
opening, through all pauses, by the target and the calendar that hold at the end of the story.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.domain.business_hours import Span, WeekCalendar, never_ends, never_opens, span
from app.models.domain.sla import Pause, due_at, elapsed, explain, warn_at

ZONE = "America/Sao_Paulo"
H = timedelta(hours=1)


def spans(text: str) -> list[Span]:
    return [span(*one.split("-")) for one in text.split()] if text else []


def week(workdays: str, saturday: str = "", sunday: str = "") -> dict[int, list[Span]]:
    return {**dict.fromkeys(range(5), spans(workdays)), 5: spans(saturday), 6: spans(sunday)}


def dates(**changes: str) -> dict[date, list[Span]]:
    return {date.fromisoformat(day[1:].replace("_", "-")): spans(text) for day, text in changes.items()}


LUNCH = "09:00-12:00 13:00-18:00"
CALENDARS: dict[str, WeekCalendar | None] = {
    "clock": None,
    "office": WeekCalendar(ZONE, week(LUNCH)),
    "saturdays": WeekCalendar(ZONE, week(LUNCH, "09:00-13:00")),
    "straight": WeekCalendar(ZONE, week("09:00-18:00")),
    "always": WeekCalendar(ZONE, week("00:00-24:00", "00:00-24:00", "00:00-24:00")),
    "night": WeekCalendar(ZONE, week("00:00-06:00 22:00-24:00", "00:00-06:00")),
    "evening": WeekCalendar(ZONE, week("14:00-22:00", "14:00-22:00")),
    "carnival": WeekCalendar(ZONE, week(LUNCH), dates(_2026_02_16="", _2026_02_17="", _2026_02_18="13:00-18:00")),
    "city": WeekCalendar(ZONE, week(LUNCH), dates(_2027_01_25="")),
    "half": WeekCalendar(
        ZONE, week(LUNCH), dates(_2026_12_24="09:00-12:00", _2026_12_25="", _2026_12_31="09:00-12:00")
    ),
    "extra": WeekCalendar(ZONE, week(LUNCH), dates(_2026_11_28="08:00-12:00", _2026_11_29="08:00-10:00")),
    "holidays": WeekCalendar(ZONE, week(LUNCH), dates(_2026_11_20="", _2026_12_25="", _2027_01_01="")),
    "manaus": WeekCalendar("America/Manaus", week("09:00-18:00")),
    "sunday_only": WeekCalendar(ZONE, week("", "", "10:00-12:00")),
}


@dataclass(frozen=True)
class Story:
    """What happened, and the deadline in local time (None = the clock stands before it)."""

    name: str
    calendar: str
    hours: float
    events: str
    due: str | None


STORIES = [
    # Plain counting.
    Story("within one morning", "office", 2, "open 2026-11-23 09:30", "2026-11-23 11:30"),
    Story("over lunch", "office", 2, "open 2026-11-23 11:00", "2026-11-23 14:00"),
    Story("ends exactly at lunch", "office", 3, "open 2026-11-23 09:00", "2026-11-23 12:00"),
    Story("ends exactly at closing", "office", 8, "open 2026-11-23 09:00", "2026-11-23 18:00"),
    Story("opened in the lunch break", "office", 1, "open 2026-11-23 12:30", "2026-11-23 14:00"),
    Story("opened before opening time", "office", 1, "open 2026-11-23 06:00", "2026-11-23 10:00"),
    Story("opened at closing time", "office", 1, "open 2026-11-23 18:00", "2026-11-24 10:00"),
    Story("opened at midnight", "office", 4, "open 2026-11-24 00:00", "2026-11-24 14:00"),
    Story("opened a minute before midnight", "office", 4, "open 2026-11-23 23:59", "2026-11-24 14:00"),
    Story("over a night", "office", 3, "open 2026-11-23 17:00", "2026-11-24 11:00"),
    Story("over a weekend", "office", 4, "open 2026-11-27 17:00", "2026-11-30 12:00"),
    Story("a week of work", "office", 40, "open 2026-11-23 09:00", "2026-11-27 18:00"),
    Story("opened on a Saturday that is open", "saturdays", 5, "open 2026-11-28 11:00", "2026-11-30 12:00"),
    Story("opened on a Sunday", "saturdays", 1, "open 2026-11-29 15:00", "2026-11-30 10:00"),
    Story("half an hour is exact", "office", 0.5, "open 2026-11-23 11:45", "2026-11-23 13:15"),
    Story("clock time runs through the night", "clock", 30, "open 2026-11-23 10:00", "2026-11-24 16:00"),
    Story("clock time runs through the weekend", "clock", 72, "open 2026-11-27 17:00", "2026-11-30 17:00"),
    # Holidays, half days, extra shifts.
    Story("over Carnival to Ash Wednesday's half day", "carnival", 3, "open 2026-02-13 17:00", "2026-02-18 15:00"),
    Story("opened on Carnival Tuesday", "carnival", 1, "open 2026-02-17 10:00", "2026-02-18 14:00"),
    Story("a municipal holiday on a Monday", "city", 4, "open 2027-01-22 16:00", "2027-01-26 11:00"),
    Story("without the municipal holiday", "office", 4, "open 2027-01-22 16:00", "2027-01-25 11:00"),
    Story("over Christmas with a half day before", "half", 6, "open 2026-12-23 17:00", "2026-12-28 11:00"),
    Story("opened after a half day has ended", "half", 1, "open 2026-12-24 12:30", "2026-12-28 10:00"),
    Story("ends with the half day", "half", 3, "open 2026-12-31 08:00", "2026-12-31 12:00"),
    Story("an extra shift on a Saturday", "extra", 4, "open 2026-11-27 17:00", "2026-11-28 11:00"),
    Story("extra shifts on both days of a weekend", "extra", 6, "open 2026-11-27 17:00", "2026-11-29 09:00"),
    Story("a holiday on a Friday", "holidays", 3, "open 2026-11-19 16:00", "2026-11-23 10:00"),
    Story(
        "two weekends with holidays around the new year", "holidays", 10, "open 2026-12-31 16:00", "2027-01-04 18:00"
    ),
    # Pauses.
    Story(
        "a pause moves the deadline by the open time in it",
        "office",
        4,
        "open 2026-11-23 09:00; wait 10:00; go 11:00",
        "2026-11-23 15:00",
    ),
    Story(
        "a pause over lunch costs no lunch",
        "office",
        4,
        "open 2026-11-23 09:00; wait 11:00; go 14:00",
        "2026-11-23 16:00",
    ),
    Story(
        "a pause over a night",
        "office",
        4,
        "open 2026-11-23 16:00; wait 17:00; go 2026-11-24 10:00",
        "2026-11-24 14:00",
    ),
    Story(
        "a pause over a weekend",
        "office",
        4,
        "open 2026-11-27 16:00; wait 17:00; go 2026-11-30 11:00",
        "2026-11-30 15:00",
    ),
    Story(
        "a pause over a weekend that ends before opening",
        "office",
        4,
        "open 2026-11-27 16:00; wait 17:00; go 2026-11-30 07:00",
        "2026-11-30 12:00",
    ),
    Story(
        "a pause within a night counts nothing",
        "office",
        4,
        "open 2026-11-23 16:00; wait 20:00; go 23:00",
        "2026-11-24 11:00",
    ),
    Story(
        "a pause that begins before opening time",
        "office",
        2,
        "open 2026-11-23 07:00; wait 08:00; go 10:00",
        "2026-11-23 12:00",
    ),
    Story("a pause at once", "office", 2, "open 2026-11-23 10:00; wait 10:00; go 11:00", "2026-11-23 14:00"),
    Story("a pause that still stands", "office", 4, "open 2026-11-23 09:00; wait 10:00", None),
    Story("a standing pause after the deadline", "office", 1, "open 2026-11-23 09:00; wait 11:00", "2026-11-23 10:00"),
    Story(
        "a pause after the deadline changes nothing",
        "office",
        1,
        "open 2026-11-23 09:00; wait 11:00; go 12:00",
        "2026-11-23 10:00",
    ),
    Story(
        "a pause that begins with the deadline",
        "office",
        1,
        "open 2026-11-23 09:00; wait 10:00; go 12:00",
        "2026-11-23 10:00",
    ),
    Story(
        "two pauses on one day",
        "office",
        4,
        "open 2026-11-23 09:00; wait 10:00; go 11:00; wait 14:00; go 15:00",
        "2026-11-23 16:00",
    ),
    Story(
        "two overlapping pauses count once",
        "office",
        4,
        "open 2026-11-23 09:00; pause 10:00-14:00; pause 11:00-15:00",
        "2026-11-23 18:00",
    ),
    Story(
        "a pause inside a pause",
        "office",
        4,
        "open 2026-11-23 09:00; pause 10:00-15:00; pause 11:00-12:00",
        "2026-11-23 18:00",
    ),
    Story(
        "two pauses that touch",
        "office",
        4,
        "open 2026-11-23 09:00; pause 10:00-11:00; pause 11:00-12:00",
        "2026-11-23 16:00",
    ),
    Story(
        "a pause from before the opening", "office", 2, "open 2026-11-23 09:00; pause 08:00-10:00", "2026-11-23 12:00"
    ),
    Story("a pause without length", "office", 2, "open 2026-11-23 09:00; pause 10:00-10:00", "2026-11-23 11:00"),
    Story(
        "a pause over Carnival",
        "carnival",
        4,
        "open 2026-02-13 16:00; wait 17:00; go 2026-02-18 14:00",
        "2026-02-18 17:00",
    ),
    Story("a pause of clock time", "clock", 10, "open 2026-11-23 09:00; wait 10:00; go 20:00", "2026-11-24 05:00"),
    Story(
        "a pause of weeks", "office", 8, "open 2026-11-23 09:00; wait 17:00; go 2026-12-21 09:00", "2026-12-21 10:00"
    ),
    # Changes of target, calendar, area and state.
    Story("a shorter target", "office", 8, "open 2026-11-23 09:00; target 2", "2026-11-23 11:00"),
    Story("a longer target", "office", 2, "open 2026-11-23 09:00; target 8", "2026-11-23 18:00"),
    Story(
        "a target changed while paused",
        "office",
        8,
        "open 2026-11-23 09:00; wait 10:00; target 4; go 14:00",
        "2026-11-23 17:00",
    ),
    Story(
        "a target changed back loses nothing",
        "office",
        4,
        "open 2026-11-23 09:00; target 1; target 4",
        "2026-11-23 14:00",
    ),
    Story("business time becomes clock time", "office", 6, "open 2026-11-27 17:00; calendar clock", "2026-11-27 23:00"),
    Story("clock time becomes business time", "clock", 6, "open 2026-11-27 17:00; calendar office", "2026-11-30 15:00"),
    Story(
        "the calendar changes while paused",
        "office",
        4,
        "open 2026-11-23 09:00; wait 10:00; calendar straight; go 12:00",
        "2026-11-23 15:00",
    ),
    Story(
        "a Saturday is opened meanwhile", "office", 4, "open 2026-11-27 17:00; calendar saturdays", "2026-11-28 12:00"
    ),
    Story(
        "a transfer to an area with an evening clock",
        "office",
        4,
        "open 2026-11-23 17:00; calendar evening",
        "2026-11-23 21:00",
    ),
    Story(
        "a transfer to an area and back",
        "office",
        4,
        "open 2026-11-23 17:00; calendar evening; calendar office",
        "2026-11-24 12:00",
    ),
    Story(
        "a transfer to an area in another zone",
        "straight",
        2,
        "open 2026-11-23 17:30; calendar manaus",
        "2026-11-24 10:30",
    ),
    Story(
        "reopened: the time at rest is a pause",
        "office",
        8,
        "open 2026-11-23 09:00; wait 11:00; go 2026-11-26 09:00",
        "2026-11-26 16:00",
    ),
    Story(
        "reopened twice",
        "office",
        8,
        "open 2026-11-23 09:00; wait 10:00; go 2026-11-24 09:00; wait 10:00; go 2026-11-25 09:00",
        "2026-11-25 16:00",
    ),
    Story(
        "resolved past its deadline and reopened: late is late",
        "office",
        2,
        "open 2026-11-23 09:00; wait 16:00; go 2026-11-24 09:00",
        "2026-11-23 11:00",
    ),
    # Changes of clocks, midnight, odd calendars.
    Story("the 23-hour day of November 2018", "always", 24, "open 2018-11-03 12:00", "2018-11-04 13:00"),
    Story("the 25-hour day of February 2018", "always", 24, "open 2018-02-17 12:00", "2018-02-18 11:00"),
    Story("office hours over the change of November 2018", "office", 2, "open 2018-11-02 17:00", "2018-11-05 10:00"),
    Story("office hours over the change of February 2018", "office", 2, "open 2018-02-16 17:00", "2018-02-19 10:00"),
    Story("clock time over the change of November 2018", "clock", 24, "open 2018-11-03 12:00", "2018-11-04 13:00"),
    Story(
        "a pause over the change of clocks",
        "always",
        10,
        "open 2018-11-03 20:00; wait 22:00; go 2018-11-04 02:00",
        "2018-11-04 10:00",
    ),
    Story("a night shift over midnight", "night", 4, "open 2026-11-23 22:00", "2026-11-24 02:00"),
    Story(
        "a pause over midnight in a night shift",
        "night",
        4,
        "open 2026-11-23 22:00; wait 23:00; go 2026-11-24 01:00",
        "2026-11-24 04:00",
    ),
    Story("a night shift into the weekend", "night", 6, "open 2026-11-27 23:00", "2026-11-28 05:00"),
    Story("a counter open two hours a week", "sunday_only", 3, "open 2026-11-23 09:00", "2026-12-06 11:00"),
    Story("no change of clocks since 2019", "always", 24, "open 2026-11-07 12:00", "2026-11-08 12:00"),
]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


@dataclass
class Told:
    """A story as it stands after its last event."""

    start: datetime
    within: timedelta
    calendar: WeekCalendar | None
    pauses: list[Pause]


def tell(story: Story) -> Told:
    told = Told(at("2000-01-01 00:00"), story.hours * H, CALENDARS[story.calendar], [])
    day, waiting = "", None
    for event in story.events.split("; "):
        verb, _, rest = event.partition(" ")
        if verb == "target":
            told.within = float(rest) * H
        elif verb == "calendar":
            told.calendar = CALENDARS[rest]
        elif verb == "pause":
            begin, end = rest.split("-")
            told.pauses.append(Pause(at(f"{day} {begin}"), at(f"{day} {end}")))
        else:
            day, moment = rest.split(" ") if " " in rest else (day, rest)
            when = at(f"{day} {moment}")
            if verb == "open":
                told.start = when
            elif verb == "wait":
                waiting = when
            else:
                assert waiting is not None
                told.pauses.append(Pause(waiting, when))
                waiting = None
    if waiting is not None:
        told.pauses.append(Pause(waiting))
    return told


def test_there_are_at_least_sixty_stories_with_names_of_their_own() -> None:
    assert len({story.name for story in STORIES}) == len(STORIES) >= 60


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_deadline_of_a_story(story: Story) -> None:
    told = tell(story)
    due = due_at(told.start, told.within, told.calendar, told.pauses)
    assert due == (at(story.due) if story.due else None), due and due.astimezone(ZoneInfo(ZONE))
    found = explain(told.start, told.within, told.calendar, told.pauses)
    assert found.due_at == due
    if due is not None:
        assert found.used == told.within
        assert elapsed(told.start, due, told.calendar, told.pauses) == told.within


def test_a_calendar_that_never_opens_is_known() -> None:
    now = at("2026-11-23 09:00")
    assert never_opens(WeekCalendar(ZONE, {}), now)
    assert never_opens(WeekCalendar(ZONE, {}, {date(2026, 11, 1): spans("09:00-18:00")}), now)
    once = WeekCalendar(ZONE, {}, {date(2027, 11, 1): spans("09:00-10:00")})
    assert not never_opens(once, now)
    assert never_ends(once, now, 2 * H)
    assert not never_ends(once, now, H)
    assert not never_ends(None, now, 2 * H)


# Property tests: what holds of every story, whatever happens in it.
BASE = at("2026-11-02 00:00")
QUARTERS = st.integers(min_value=0, max_value=4 * 24 * 30)
PAUSES = st.lists(
    st.tuples(QUARTERS, QUARTERS).map(lambda two: Pause(BASE + min(two) * H / 4, BASE + max(two) * H / 4)), max_size=5
)
HOURS = st.sampled_from([None, *(each for name, each in CALENDARS.items() if name not in {"clock", "sunday_only"})])
WITHIN = st.integers(min_value=1, max_value=4 * 60).map(lambda quarters: quarters * H / 4)


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(QUARTERS, WITHIN, HOURS, PAUSES)
def test_no_pause_makes_a_deadline_earlier(
    start: int, within: timedelta, calendar: WeekCalendar | None, pauses: list[Pause]
) -> None:
    begin = BASE + start * H / 4
    plain, paused = due_at(begin, within, calendar), due_at(begin, within, calendar, pauses)
    assert plain is not None
    assert paused is not None
    assert paused >= plain


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(QUARTERS, WITHIN, WITHIN, HOURS, PAUSES)
def test_a_longer_target_is_never_due_earlier(
    start: int, one: timedelta, two: timedelta, calendar: WeekCalendar | None, pauses: list[Pause]
) -> None:
    begin = BASE + start * H / 4
    short, long = (due_at(begin, each, calendar, pauses) for each in sorted((one, two)))
    assert short is not None
    assert long is not None
    assert short <= long


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(QUARTERS, WITHIN, HOURS, PAUSES)
def test_the_order_and_the_overlaps_of_pauses_do_not_matter(
    start: int, within: timedelta, calendar: WeekCalendar | None, pauses: list[Pause]
) -> None:
    begin = BASE + start * H / 4
    expected = due_at(begin, within, calendar, pauses)
    assert due_at(begin, within, calendar, [*reversed(pauses), *pauses]) == expected


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(QUARTERS, WITHIN, HOURS, PAUSES, st.integers(min_value=1, max_value=100))
def test_the_warning_never_comes_after_the_deadline(
    start: int, within: timedelta, calendar: WeekCalendar | None, pauses: list[Pause], percent: int
) -> None:
    begin = BASE + start * H / 4
    warned, due = warn_at(begin, within, percent, calendar, pauses), due_at(begin, within, calendar, pauses)
    assert warned is not None
    assert due is not None
    assert warned <= due
