from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.domain.staffing import (
    WEEK,
    Demand,
    RulesError,
    StaffingRules,
    checked,
    people_at_work,
    queue_of,
    servers_for,
    week_plan,
)
from app.models.domain.staffing_queue import erlang_b, erlang_c, queue_with_patience, queue_without_patience

CALLS = StaffingRules(
    service_percent=80, within_seconds=20, patience_seconds=0, occupancy_percent=85, shrinkage_percent=30,
    active_percent=0, least=0,
)  # fmt: skip
OFFICE = tuple(place // 48 < 5 and 18 <= place % 48 < 36 for place in range(WEEK))  # 9 to 18 h, Monday to Friday


# Traffic tables (Erlang B at 1 % blocking: offered load for 10, 20, 50, 100 circuits), as any telephone handbook has.
@pytest.mark.parametrize(("circuits", "load"), [(10, 4.46), (20, 12.03), (50, 37.90), (100, 84.06)])
def test_erlang_b_equals_the_traffic_tables(circuits: int, load: float) -> None:
    assert erlang_b(load, circuits) == pytest.approx(0.01, abs=5e-5)


# A. K. Erlang's delay formula, worked examples: 10 Erlangs on 12 agents wait with 0.4494; the documentation of the
# packages ErlangC 0.1.0 (CRAN) and pyworkforce 0.1.0 (PyPI): 100 calls in 30 min of 3 min, 20 s, 14 and 11 agents.
def test_erlang_c_equals_published_values() -> None:
    assert erlang_c(10, 12) == pytest.approx(0.4494, abs=5e-5)
    fourteen = queue_without_patience(100 / 1800, 180, 14, 20)
    assert fourteen.waits == pytest.approx(0.1741319335950498)
    assert fourteen.in_time == pytest.approx(0.8883500191794669)
    assert fourteen.wait == pytest.approx(7.83593701177724)
    assert fourteen.occupancy == pytest.approx(0.7142857142857143)
    eleven = queue_without_patience(100 / 1800, 180, 11, 20)
    assert (eleven.waits, eleven.in_time) == pytest.approx((0.6821182, 0.3896138), abs=5e-8)


def test_people_equal_published_values() -> None:
    # pyworkforce 0.1.0: 14 at work and 20 with 30 % shrinkage; mod_turbotab 0.5.0: 25 in 10 min of 180 s: 11 and 16.
    assert people_at_work(100, 180, CALLS) == 14
    assert math.ceil(14 / 0.7) == 20
    assert people_at_work(25 * 3, 180, CALLS) == 11
    assert math.ceil(11 / 0.7) == 16


# Gans, Koole and Mandelbaum, "Telephone call centers" (2003), and Mandelbaum and Zeltyn, "The Palm/Erlang-A queue":
# 48 calls a minute, 1 min each, 50 agents, mean patience 2 min.
def test_erlang_a_equals_the_published_comparison() -> None:
    waiting = queue_without_patience(48 / 60, 60, 50, 58.1)
    assert waiting.wait == pytest.approx(20.8, abs=0.05)
    assert waiting.in_time == pytest.approx(0.90, abs=0.001)  # the 90th percentile of the wait is 58.1 s
    assert waiting.occupancy == pytest.approx(0.96)
    leaving = queue_with_patience(48 / 60, 60, 50, 12.5, 120)
    assert leaving.gave_up == pytest.approx(0.031, abs=0.0005)
    assert leaving.wait == pytest.approx(3.7, abs=0.05)
    assert leaving.occupancy == pytest.approx(0.93, abs=0.005)
    assert leaving.wait * 48 / 60 == pytest.approx(3, abs=0.05)  # people in the queue


def _by_states(rate: float, handling: float, servers: int, patience: float) -> tuple[float, float]:
    """Return the shares that wait and give up, from the balance of births and deaths."""
    states, weights = 1.0, [1.0]
    for busy in range(1, servers + 2_000):
        leaving = min(busy, servers) / handling + max(busy - servers, 0) / patience
        states *= rate / leaving
        weights.append(states)
    whole = sum(weights)
    queued = sum((n - servers) * weight for n, weight in enumerate(weights) if n > servers)
    return sum(weights[servers:]) / whole, queued / patience / rate / whole


@pytest.mark.parametrize(("rate", "servers", "patience"), [(0.1, 12, 60.0), (0.2, 15, 300.0), (0.05, 9, 1_000.0)])
def test_erlang_a_equals_the_balance_of_its_states(rate: float, servers: int, patience: float) -> None:
    queue = queue_with_patience(rate, 100, servers, 20, patience)
    assert (queue.waits, queue.gave_up) == pytest.approx(_by_states(rate, 100, servers, patience), rel=1e-4)


def test_much_patience_is_erlang_c() -> None:
    endless, patient = queue_without_patience(0.1, 100, 13, 30), queue_with_patience(0.1, 100, 13, 30, 1e8)
    assert (patient.in_time, patient.wait) == pytest.approx((endless.in_time, endless.wait), rel=1e-3)


def test_any_size_stays_a_number() -> None:
    large = queue_with_patience(1_000 / 60, 600, 9_800, 20, 120)
    assert large.gave_up == pytest.approx(0.0209, abs=1e-4)
    far_too_few = queue_with_patience(100, 600, 1_000, 20, 120)
    assert far_too_few.gave_up == pytest.approx(1 - 1 / 60, abs=1e-6)
    assert far_too_few.in_time == pytest.approx(0, abs=1e-9)
    assert queue_with_patience(1e-9, 100, 500, 20, 120).in_time == 1
    assert queue_with_patience(0, 100, 5, 20, 120).in_time == 1
    assert queue_with_patience(1, 100, 0, 20, 120).gave_up == 1
    assert queue_without_patience(0, 100, 5, 20).in_time == 1
    assert queue_without_patience(1, 100, 5, 20).wait == math.inf
    assert (erlang_b(1e-3, 500), erlang_c(0, 1), erlang_c(2, 1)) == (0, 0, 1)
    assert people_at_work(1e7, 600, CALLS) == math.ceil(1e7 / 3 / 0.85)


@settings(max_examples=20, deadline=None)
@given(st.floats(0.1, 500), st.floats(10, 1_200), st.sampled_from([0, 60, 3_600]), st.integers(1, 4))
def test_one_person_fewer_would_not_do(arrivals: float, handling: float, patience: int, at_once: int) -> None:
    rules = replace(CALLS, patience_seconds=patience, concurrency=at_once, occupancy_percent=100)
    people = people_at_work(arrivals, handling, rules)
    load = arrivals * handling / 1_800 / at_once
    assert queue_of(arrivals, people * at_once, handling, rules).in_time >= 0.8
    fewer = queue_of(arrivals, (people - 1) * at_once, handling, rules).in_time if people > 1 else 0.0
    assert fewer < 0.8 or people - 1 < load


def test_fewest_servers_by_halves() -> None:
    for least in (1, 8, 12, 13, 400):
        assert servers_for(9, least.__le__) == least


def _even(at_once: float, deferred: float = 0.0) -> Demand:
    return Demand([at_once] * WEEK, [deferred] * WEEK, OFFICE)


def test_week_is_staffed_while_the_counter_is_open() -> None:
    plan = week_plan(_even(20), 180, replace(CALLS, active_percent=20))
    open_slots = [slot for slot in plan.slots if slot.is_open]
    assert len(open_slots) == 90
    assert not any(slot.rostered for slot in plan.slots if not slot.is_open)
    first = open_slots[30]
    assert first.active == math.ceil(first.receptive / 0.8) - first.receptive
    assert first.rostered == math.ceil(first.receptive / 0.8 / 0.7)
    assert plan.outside == pytest.approx(1 - 90 / 336)
    assert plan.in_time is not None
    assert plan.in_time >= 0.8
    assert plan.peak is not None
    assert plan.people >= plan.peak.rostered
    assert plan.person_hours == sum(slot.rostered for slot in plan.slots) / 2


def test_deferred_work_is_all_done_and_evenly() -> None:
    plan = week_plan(_even(0, 4), 300, CALLS)
    done = [slot.deferred for slot in plan.slots if slot.is_open]
    assert sum(done) == pytest.approx(4 * WEEK)
    assert max(done) < 10 * min(done)
    assert plan.in_time is None
    cap = [slot.occupancy for slot in plan.slots if slot.is_open]
    assert max(cap) <= 0.85 + 1e-9


def test_what_comes_at_night_waits_for_the_morning() -> None:
    night = [0.0] * WEEK
    night[2] = 90.0  # Monday, 1 a. m.
    plan = week_plan(Demand(night, [0.0] * WEEK, OFFICE), 600, replace(CALLS, deferred_hours=2))
    assert [slot.deferred for slot in plan.slots[18:23]] == pytest.approx([22.5] * 4 + [0])
    assert plan.outside == 1


def test_nothing_to_do_or_no_hours() -> None:
    quiet = week_plan(_even(0), 300, replace(CALLS, least=2))
    assert quiet.people == 4
    assert quiet.slots[20].receptive == 2
    never = week_plan(Demand([5.0] * WEEK, [1.0] * WEEK, [False] * WEEK), 300, CALLS)
    assert (never.people, never.peak, never.outside) == (0, None, 1)
    assert week_plan(_even(0), 300, CALLS).slots[20].occupancy == 0


def test_huge_week_is_told_without_a_queue() -> None:
    plan = week_plan(_even(1e6), 600, CALLS)
    assert plan.slots[20].in_time is None
    assert plan.slots[20].occupancy == pytest.approx(0.85, abs=1e-3)


def test_rules_are_stored_and_read() -> None:
    rules = replace(StaffingRules(), deferred=("email",), served_percent=12.5)
    assert StaffingRules.from_mapping(rules.to_mapping()) == rules
    assert StaffingRules.from_mapping({"something": 1}) == StaffingRules()


@pytest.mark.parametrize(
    "wrong",
    [
        {"service_percent": 100},
        {"within_seconds": 0},
        {"shrinkage_percent": 95},
        {"handling_seconds": "5"},
        {"least": True},
        {"concurrency": 1.5},
        {"served_percent": -1},
        {"weekly_hours": float("nan")},
        {"patience_seconds": None},
    ],
)
def test_absurd_rules_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(RulesError) as told:
        StaffingRules.from_mapping(wrong)
    assert told.value.field == next(iter(wrong))
    assert told.value.low < told.value.high


def test_checked_returns_what_is_right() -> None:
    assert checked(CALLS) is CALLS
