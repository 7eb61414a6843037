"""A case is proposed to the area of the first rule that fits it, and to none where none does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.routing import (
    MOST_RULES,
    PastCase,
    Repeat,
    RouteCause,
    RouteFacts,
    RouteProblem,
    RouteProblemError,
    RouteRule,
    Routes,
    check_routes,
    is_critical,
    route_for,
    routes_data,
    routes_from,
)

SEED = Path(__file__).resolve().parents[3] / "resources" / "seeds" / "routes.json"
NODES = ("nature/complaint", "nature/praise", "subject/product", "subject/app", "persona/agitator")
CHANNELS = ("email", "instagram")

rules = st.builds(
    RouteRule,
    key=st.text("abc", min_size=1, max_size=6),
    name=st.just("Regra"),
    area_key=st.sampled_from(["quality", "it", "gone"]),
    reason=st.just("Porque sim."),
    is_vip=st.booleans(),
    is_critical=st.booleans(),
    repeat=st.none() | st.builds(Repeat, st.integers(1, 4), st.integers(1, 100), st.booleans()),
    crisis_level=st.none() | st.integers(1, 3),
    nodes=st.lists(st.sampled_from(NODES), unique=True, max_size=3).map(tuple),
    channels=st.lists(st.sampled_from(CHANNELS), unique=True, max_size=2).map(tuple),
    is_automatic=st.booleans(),
    is_active=st.booleans(),
)
all_routes = st.builds(
    Routes,
    rules=st.lists(rules.filter(lambda rule: rule.has_condition), max_size=6, unique_by=lambda rule: rule.key).map(
        tuple
    ),
    critical_nodes=st.just(("persona/agitator",)),
    critical_reach=st.none() | st.integers(1, 1000),
)
past = st.builds(PastCase, st.timedeltas(timedelta(0), timedelta(days=200)), st.booleans())
some_facts = st.builds(
    RouteFacts,
    is_vip=st.booleans(),
    crisis_level=st.none() | st.integers(1, 5),
    channel_key=st.sampled_from(CHANNELS),
    nodes=st.frozensets(st.sampled_from(NODES)),
    reach=st.none() | st.integers(0, 2000),
    past=st.lists(past, max_size=6).map(tuple),
)


def holds(rule: RouteRule, facts: RouteFacts, routes: Routes) -> bool:
    """Say in other words what a rule asks for."""
    if rule.is_vip and not facts.is_vip:
        return False
    if rule.is_critical and not is_critical(facts, routes):
        return False
    if rule.crisis_level is not None and (facts.crisis_level or 99) > rule.crisis_level:
        return False
    if rule.channels and facts.channel_key not in rule.channels:
        return False
    for axis in {node.split("/")[0] for node in rule.nodes}:
        if not any(node in facts.nodes for node in rule.nodes if node.startswith(f"{axis}/")):
            return False
    if rule.repeat is None:
        return True
    counted = [
        each
        for each in facts.past
        if each.age <= timedelta(days=rule.repeat.days) and (each.is_complaint or not rule.repeat.only_complaints)
    ]
    return len(counted) >= rule.repeat.count


@given(some_facts, all_routes)
def test_the_first_active_rule_that_fits_is_proposed(facts: RouteFacts, routes: Routes) -> None:
    fitting = [rule for rule in routes.rules if rule.is_active and holds(rule, facts, routes)]
    found = route_for(facts, routes)
    assert (found.rule_key if found else None) == (fitting[0].key if fitting else None)
    if found is not None:
        assert found.causes
        assert (found.area_key, found.is_automatic) == (fitting[0].area_key, fitting[0].is_automatic)


@given(some_facts, all_routes)
def test_only_areas_in_use_are_proposed(facts: RouteFacts, routes: Routes) -> None:
    found = route_for(facts, routes, areas=["quality", "it"])
    assert found is None or found.area_key != "gone"
    assert route_for(facts, routes, areas=[]) is None


@given(all_routes)
def test_the_file_form_brings_everything_back(routes: Routes) -> None:
    assert routes_from(json.loads(json.dumps(routes_data(routes)))) == routes


@given(some_facts, all_routes)
def test_a_rule_with_one_more_condition_fits_no_more_often(facts: RouteFacts, routes: Routes) -> None:
    stricter = replace(routes, rules=tuple(replace(rule, is_vip=True) for rule in routes.rules))
    if route_for(facts, stricter) is not None:
        assert route_for(facts, routes) is not None


def test_the_first_days_rules_send_vips_repeaters_and_critical_authors_at_once() -> None:
    routes = routes_from(json.loads(SEED.read_text(encoding="utf-8")))
    vip = route_for(RouteFacts(is_vip=True), routes)
    assert vip is not None
    assert (vip.area_key, vip.is_automatic, vip.causes) == ("quality", False, (RouteCause.VIP,))
    loud = route_for(RouteFacts(reach=80_000), routes)
    assert loud is not None
    assert loud.causes == (RouteCause.CRITICAL,)
    again = tuple(PastCase(timedelta(days=each), is_complaint=True) for each in (0, 20, 60))
    repeated = route_for(RouteFacts(past=again), routes)
    assert repeated is not None
    assert repeated.causes == (RouteCause.REPEAT,)
    app = route_for(RouteFacts(nodes=frozenset({"subject/touchpoints", "subject/app", "nature/complaint"})), routes)
    assert app is not None
    assert (app.area_key, app.rule_name) == ("it", "Site ou aplicativo com problema")
    assert route_for(RouteFacts(nodes=frozenset({"subject/app", "nature/question"})), routes) is None
    assert routes.longest_repeat == timedelta(days=90)
    assert Routes().longest_repeat == timedelta(0)


RULE = RouteRule("a", "Regra", "it", "Porque sim.", is_vip=True)


@pytest.mark.parametrize(
    ("routes", "problem"),
    [
        (Routes((RULE, RULE)), RouteProblem.SAME_KEY),
        (Routes((replace(RULE, key=""),)), RouteProblem.SAME_KEY),
        (Routes((replace(RULE, name=" "),)), RouteProblem.NO_NAME),
        (Routes((replace(RULE, name="x" * 301),)), RouteProblem.NO_NAME),
        (Routes((replace(RULE, area_key=""),)), RouteProblem.NO_AREA),
        (Routes((replace(RULE, reason=""),)), RouteProblem.NO_REASON),
        (Routes((replace(RULE, is_vip=False),)), RouteProblem.NO_CONDITION),
        (Routes((replace(RULE, repeat=Repeat(0, 30)),)), RouteProblem.BAD_NUMBER),
        (Routes((replace(RULE, repeat=Repeat(2, 0)),)), RouteProblem.BAD_NUMBER),
        (Routes((replace(RULE, crisis_level=0),)), RouteProblem.BAD_NUMBER),
        (Routes((), critical_reach=0), RouteProblem.BAD_NUMBER),
        (Routes(tuple(replace(RULE, key=str(n)) for n in range(MOST_RULES + 1))), RouteProblem.TOO_MANY),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused(routes: Routes, problem: RouteProblem) -> None:
    with pytest.raises(RouteProblemError) as caught:
        check_routes(routes)
    assert caught.value.problem is problem


@pytest.mark.parametrize("data", [None, [], {"rules": None}, {"rules": [{"key": "a"}]}, {}])
def test_other_forms_are_refused(data: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        routes_from(data)
