from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.models.domain.crisis_room import (
    ClockFigures,
    ClockState,
    RoomDetail,
    RoomFigures,
    RoomLine,
    RoomReport,
    areas_to_tell,
    clock_state,
    drill_clock,
    figures_of,
    level_limits,
)

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MATRIX: dict[str, Any] = {
    "levels": [
        {"level": 1, "identify_minutes": 5, "answer_minutes": 30, "areas": ["quality", "public_relations", 7]},
        {"level": 2, "identify_minutes": "many", "answer_minutes": 120, "areas": "quality"},
        "nonsense",
    ]
}


def m(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (None, None, ClockState.NONE),
        (None, m(1), ClockState.NONE),
        (m(5), m(5), ClockState.IN_TIME),
        (m(5), m(6), ClockState.LATE),
        (m(0), None, ClockState.RUNNING),
        (m(-1), None, ClockState.OVERDUE),
    ],
)
def test_how_a_clock_stands(due: datetime | None, done: datetime | None, state: ClockState) -> None:
    assert clock_state(due, done, NOON) is state


def test_figures_count_clocks() -> None:
    figures = figures_of([*ClockState, ClockState.LATE])
    assert figures == ClockFigures(in_time=1, late=2, running=1, overdue=1)
    assert figures.with_clock == 5


def test_a_drill_is_held_against_the_same_limits() -> None:
    assert drill_clock(m(-10), timedelta(minutes=5), m(-6), NOON) is ClockState.IN_TIME
    assert drill_clock(m(-10), timedelta(minutes=5), None, NOON) is ClockState.OVERDUE
    assert drill_clock(m(-10), None, None, NOON) is ClockState.NONE


@pytest.mark.parametrize(
    ("matrix", "level", "limits"),
    [
        (MATRIX, 1, (timedelta(minutes=5), timedelta(minutes=30))),
        (MATRIX, 2, None),
        (MATRIX, 3, None),
        (None, 1, None),
        ({"levels": 3}, 1, None),
    ],
)
def test_limits_of_a_level(matrix: object, level: int, limits: object) -> None:
    assert level_limits(matrix, level) == limits


@pytest.mark.parametrize(
    ("level", "keys"), [(1, ("public_relations", "quality")), (2, ("public_relations",)), (9, ("public_relations",))]
)
def test_communications_is_told_of_every_crisis(level: int, keys: tuple[str, ...]) -> None:
    assert areas_to_tell(MATRIX, level) == keys


def test_a_report_knows_how_long_it_took() -> None:
    line = RoomLine(1, "Vidro na geleia", 1, False, NOON, "Marta", None, 3, True, 2, 1)  # noqa: FBT003 - a row in its order
    assert line.is_open
    report = RoomReport(RoomDetail(line, 1, RoomFigures(), ()), m(90), ())
    assert report.lasted == timedelta(minutes=90)
