"""The order in which targets weigh, who wins, and who never can."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.models.domain.sla import SlaFacts, SlaTarget
from app.models.domain.target_order import beaten, by_weight, holding, kind_of

_ABOVE = {11: frozenset({10}), 12: frozenset({10, 11})}


def target(number: int, **conditions: Any) -> SlaTarget:
    return SlaTarget(number, timedelta(hours=1), timedelta(hours=2), **conditions)


def test_the_heaviest_comes_first() -> None:
    everything = target(1)
    channel, nature = target(2, channel_id=5), target(3, nature_id=10)
    vip, crisis = target(4, is_vip=True), target(5, crisis_level=1)
    both = target(6, crisis_level=1, channel_id=5)
    later = target(7, crisis_level=2, position=1)
    found = by_weight([everything, channel, nature, vip, later, crisis, both])
    assert [each.id for each in found] == [6, 5, 7, 4, 3, 2, 1]
    assert kind_of(both) == (True, False, False, True)


def test_who_holds_for_a_case() -> None:
    some = [target(1), target(2, channel_id=5), target(3, nature_id=10), target(4, is_vip=True)]
    facts = SlaFacts(channel_id=5, nature_ids=frozenset({10, 11}))
    assert [each.id for each in holding(some, facts)] == [3, 2, 1]


def test_a_target_twice_never_wins() -> None:
    first, second = target(1, channel_id=5), target(2, channel_id=5, position=1)
    assert beaten([first, second], {}) == {2: first}


def test_a_branch_placed_first_beats_its_twig() -> None:
    branch, twig = target(1, nature_id=10), target(2, nature_id=12, position=1)
    assert beaten([branch, twig], _ABOVE) == {2: branch}
    assert beaten([target(1, nature_id=12), target(2, nature_id=10, position=1)], _ABOVE) == {}


def test_two_together_may_leave_nothing() -> None:
    yes, no, rest = target(1, is_vip=True), target(2, is_vip=False), target(3)
    assert beaten([yes, rest], {}) == {}
    assert beaten([yes, no, rest], {}) == {3: no}


def test_the_heavier_that_asks_more_leaves_room() -> None:
    assert beaten([target(1, crisis_level=1), target(2, channel_id=5), target(3)], {}) == {}
