"""Targets overlap on purpose: in which order they weigh, which one wins a case and why, and which can never win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.models.domain.sla import SlaFacts, SlaTarget, best_target

ANY_CHANNEL = -1
"""A channel that no target names."""


def kind_of(target: SlaTarget) -> tuple[bool, bool, bool, bool]:
    """Return which conditions a target asks: crisis level, VIP, nature, channel; the first outweighs all after it."""
    asked = (target.crisis_level, target.is_vip, target.nature_id, target.channel_id)
    level, vip, nature, channel = (value is not None for value in asked)
    return level, vip, nature, channel


def by_weight(targets: Iterable[SlaTarget]) -> tuple[SlaTarget, ...]:
    """Return the targets as they weigh, the heaviest first; among equals in their place."""
    return tuple(sorted(targets, key=lambda each: ([not asked for asked in kind_of(each)], each.position, each.id)))


def holding(targets: Iterable[SlaTarget], facts: SlaFacts) -> tuple[SlaTarget, ...]:
    """Return the targets that hold for a case, the winner first."""
    return tuple(each for each in by_weight(targets) if best_target([each], facts) is not None)


def beaten(targets: Sequence[SlaTarget], above: Mapping[int, frozenset[int]]) -> dict[int, SlaTarget]:
    """Return the targets that can never win: id -> one that wins whenever it holds.

    ``above`` gives a nature's node all nodes above it.
    """
    found: dict[int, SlaTarget] = {}
    for target in targets:
        winners = [best_target(targets, facts) for facts in _least(target, above)]
        others = [winner for winner in winners if winner is not None and winner.id != target.id]
        if len(others) == len(winners):
            found[target.id] = others[0]
    return found


def _least(target: SlaTarget, above: Mapping[int, frozenset[int]]) -> list[SlaFacts]:
    """Return the cases for which a target holds and nothing else is true: who wins these wins wherever it holds."""
    nature = target.nature_id
    natures = frozenset[int]() if nature is None else above.get(nature, frozenset()) | {nature}
    return [
        SlaFacts(
            channel_id=ANY_CHANNEL if target.channel_id is None else target.channel_id,
            nature_ids=natures,
            is_vip=is_vip,
            crisis_level=target.crisis_level,
        )
        for is_vip in ((False, True) if target.is_vip is None else (target.is_vip,))
    ]
