from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.domain.business_hours import OpenInterval, WeekCalendar, span
from app.models.domain.sla import (
    Pause,
    SlaFacts,
    SlaTarget,
    best_target,
    due_at,
    elapsed,
    end_of_day,
    explain,
    legal_due_on,
    warn_at,
)

H = timedelta(hours=1)
OFFICE = WeekCalendar("Etc/UTC", {day: [span("09:00", "12:00"), span("13:00", "18:00")] for day in range(5)})
ANY = SlaTarget(id=1, first_response=4 * H, resolution=40 * H)
FACTS = SlaFacts(channel_id=7, nature_ids=frozenset({20, 2}), is_vip=True, crisis_level=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


FRIDAY = at("2026-11-20 10:00")


def test_the_most_specific_target_wins() -> None:
    channel = replace(ANY, id=2, channel_id=7)
    branch = replace(ANY, id=3, nature_id=2)
    vip = replace(ANY, id=4, is_vip=True)
    crisis = replace(ANY, id=5, crisis_level=1)
    ladder = [ANY, channel, branch, replace(branch, id=6, channel_id=7), vip, crisis]
    for count in range(1, len(ladder) + 1):
        assert best_target(reversed(ladder[:count]), FACTS) is ladder[count - 1]


def test_targets_that_do_not_hold_are_passed_over() -> None:
    others = [
        replace(ANY, channel_id=8),
        replace(ANY, nature_id=21),
        replace(ANY, is_vip=False),
        replace(ANY, crisis_level=2),
    ]
    assert best_target(others, FACTS) is None


def test_among_equals_the_one_placed_first_wins() -> None:
    later, first = replace(ANY, id=2, position=2), replace(ANY, id=3, position=1)
    assert best_target([later, first], FACTS) is first


@pytest.mark.parametrize(
    ("pauses", "due"),
    [
        ([], "2026-11-20 15:00"),
        ([("2026-11-20 11:00", "2026-11-20 14:00")], "2026-11-20 17:00"),
        ([("2026-11-20 11:00", "2026-11-22 14:00")], "2026-11-23 12:00"),
        ([("2026-11-20 08:00", "2026-11-20 09:00")], "2026-11-20 15:00"),
        ([("2026-11-20 08:00", "2026-11-20 11:00")], "2026-11-20 16:00"),
        ([("2026-11-20 12:00", "2026-11-20 13:00")], "2026-11-20 15:00"),
        ([("2026-11-20 15:00", None)], "2026-11-20 15:00"),
        ([("2026-11-20 14:00", None)], None),
        ([("2026-11-20 10:00", None)], None),
        ([("2026-11-20 16:00", "2026-11-20 17:00")], "2026-11-20 15:00"),
        ([("2026-11-20 11:30", "2026-11-20 13:30"), ("2026-11-20 11:00", "2026-11-20 12:00")], "2026-11-20 16:30"),
        ([("2026-11-20 11:00", "2026-11-20 14:00"), ("2026-11-20 11:30", "2026-11-20 12:00")], "2026-11-20 17:00"),
        ([("2026-11-20 11:00", None), ("2026-11-20 11:30", "2026-11-20 12:00")], None),
        ([("2026-11-20 11:00", "2026-11-20 12:00"), ("2026-11-20 11:30", None)], None),
    ],
)
def test_due_in_four_open_hours(pauses: list[tuple[str, str | None]], due: str | None) -> None:
    given_pauses = [Pause(at(begin), at(end) if end else None) for begin, end in pauses]
    assert due_at(FRIDAY, 4 * H, OFFICE, given_pauses) == (at(due) if due else None)


def test_clock_time_runs_day_and_night() -> None:
    assert due_at(FRIDAY, 30 * H, None) == at("2026-11-21 16:00")
    assert due_at(FRIDAY, 30 * H, None, [Pause(FRIDAY + H, FRIDAY + 3 * H)]) == at("2026-11-21 18:00")


def test_the_warning_comes_before() -> None:
    assert warn_at(FRIDAY, 4 * H, 75, OFFICE) == at("2026-11-20 14:00")
    assert warn_at(FRIDAY, 4 * H, 75, OFFICE, [Pause(FRIDAY)]) is None


def test_an_explanation_lists_what_counted() -> None:
    pause = Pause(at("2026-11-20 11:00"), at("2026-11-20 14:00"))
    late = Pause(at("2026-11-25 11:00"))
    found = explain(FRIDAY, 6 * H, OFFICE, [late, pause])
    assert found.due_at == at("2026-11-23 10:00")
    assert found.counted == (
        OpenInterval(FRIDAY, at("2026-11-20 11:00")),
        OpenInterval(at("2026-11-20 14:00"), at("2026-11-20 18:00")),
        OpenInterval(at("2026-11-23 09:00"), at("2026-11-23 10:00")),
    )
    assert found.pauses == (pause,)
    assert found.used == found.within


def test_an_explanation_of_a_standing_clock_ends_at_its_pause() -> None:
    pause = Pause(at("2026-11-20 11:00"))
    found = explain(FRIDAY, 6 * H, None, [pause])
    assert found.due_at is None
    assert found.counted == (OpenInterval(FRIDAY, pause.start),)
    assert found.pauses == (pause,)
    assert found.used == H


def test_elapsed_leaves_pauses_out() -> None:
    pause = Pause(at("2026-11-20 11:00"), at("2026-11-20 14:00"))
    assert elapsed(FRIDAY, at("2026-11-20 15:00"), OFFICE, [pause]) == 2 * H
    assert elapsed(FRIDAY, at("2026-11-20 10:30"), OFFICE, [pause]) == H / 2
    assert elapsed(FRIDAY, FRIDAY - H, OFFICE) == timedelta()


HOURS = st.integers(min_value=0, max_value=24 * 20)
PAUSES = st.lists(
    st.tuples(HOURS, HOURS).map(lambda two: Pause(FRIDAY + min(two) * H, FRIDAY + max(two) * H)), max_size=6
)


@settings(deadline=None)  # the first question to a calendar writes down its years
@given(st.integers(min_value=1, max_value=80), PAUSES, st.sampled_from([None, OFFICE]))
def test_what_counted_is_the_target_and_lies_outside_every_pause(
    hours: int, pauses: list[Pause], calendar: WeekCalendar | None
) -> None:
    found = explain(FRIDAY, hours * H, calendar, pauses)
    assert found.due_at is not None
    assert found.used == hours * H == elapsed(FRIDAY, found.due_at, calendar, pauses)
    for one in found.counted:
        assert all(
            (pause.end is not None and (one.end <= pause.start or one.start >= pause.end)) or pause.start == pause.end
            for pause in pauses
        )


def test_legal_terms() -> None:
    friday = FRIDAY.date()
    assert legal_due_on(friday, 7) == date(2026, 11, 27)
    assert legal_due_on(friday, 5, OFFICE) == date(2026, 11, 27)
    assert legal_due_on(friday, 0, OFFICE) == friday
    with pytest.raises(ValueError, match="working days"):
        legal_due_on(friday, 1, WeekCalendar("Etc/UTC", {}))
    assert end_of_day(date(2026, 11, 27), "America/Sao_Paulo") == at("2026-11-28 03:00")
