from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.burst import BurstKind, BurstLimits, HourCount, bursts

LIMITS = BurstLimits()


def weeks(mentions: int, negative: int = 0, n: int = 8) -> list[HourCount]:
    return [HourCount(mentions, negative)] * n


@given(st.integers(0, 5_000), st.floats(0, 1))
def test_constant_traffic_never_alarms(mentions: int, share: float) -> None:
    hour = HourCount(mentions, int(mentions * share))
    assert bursts(hour, [hour] * 8, LIMITS) == ()


@given(st.integers(3, 2_000))
def test_ten_times_the_usual_always_alarms(usual: int) -> None:
    found = bursts(HourCount(usual * 10), weeks(usual), LIMITS)
    assert [each.kind for each in found] == [BurstKind.VOLUME]
    assert found[0].usual == usual
    assert found[0].line <= found[0].came == usual * 10


@given(st.integers(1, 1_000), st.lists(st.integers(0, 1_000), min_size=8, max_size=8))
def test_more_never_silences_an_alarm(extra: int, past: list[int]) -> None:
    history = [HourCount(n) for n in past]
    now = HourCount(500)
    if bursts(now, history, LIMITS):
        assert bursts(HourCount(500 + extra), history, LIMITS)


def test_a_wave_of_negative_ones_alarms_by_its_share() -> None:
    found = bursts(HourCount(40, 30), weeks(40, 8), LIMITS)
    assert [(each.kind, each.usual, each.weeks) for each in found] == [(BurstKind.NEGATIVE, 0.2, 8)]
    assert bursts(HourCount(12, 9), weeks(12, 2), LIMITS) == ()  # fewer than ten are an accident
    assert bursts(HourCount(40, 40), weeks(40, 40), LIMITS) == ()  # always all negative: nothing new


def test_one_wild_week_moves_nothing() -> None:
    past = [*weeks(10, n=7), HourCount(900)]
    assert [each.kind for each in bursts(HourCount(100), past, LIMITS)] == [BurstKind.VOLUME]


def test_with_few_data_or_switched_off_there_is_no_alarm() -> None:
    assert bursts(HourCount(500), [], LIMITS) == ()
    assert bursts(HourCount(500), [*weeks(5, n=3), *weeks(0, n=5)], LIMITS) == ()
    assert bursts(HourCount(500), weeks(5), replace(LIMITS, is_on=False)) == ()
    assert bursts(HourCount(19), weeks(1), LIMITS) == ()


def test_limits_are_read_and_written() -> None:
    assert BurstLimits.from_mapping({}) == LIMITS
    assert BurstLimits.from_mapping(LIMITS.as_mapping() | {"of_a_newer_version": 1}) == LIMITS
    assert BurstLimits.from_mapping({"times": 2}).times == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"is_on": 1},
        {"weeks": "8"},
        {"weeks": True},
        {"weeks": 2.5},
        {"weeks": 0, "least_weeks": 0},
        {"weeks": 27},
        {"least_weeks": 9},
        {"times": 0.5},
        {"share_points": 1.5},
        {"least_mentions": -1},
    ],
)
def test_wrong_limits_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        BurstLimits.from_mapping(wrong)
