"""Tokens by which any combination of filters is answered from one index, the same on both engines (DATA 11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.models.domain.vocabulary import CaseState, MentionState, Sentiment


def mention_tokens(
    *,
    channel_id: int,
    state: MentionState,
    sentiment: Sentiment | None,
    is_private: bool,
    local_day: date,
    weekday: int,
    hour: int | None,
    node_ids: Iterable[int] = (),
    crisis_level: int | None = None,
    intake_rule_id: int | None = None,
) -> list[str]:
    """Return the tokens of a mention: c=channel t=state s=sentiment p=private y=month w=weekday h=hour n=node k=crisis.

    ``weekday`` 0 = Monday and ``hour`` (None = only the day is known) are in the business's zone, as is ``local_day``.
    Only letters and digits, so that no tokenizer splits them. A run is found by its id range and has no token.
    """
    tokens = [
        f"c{channel_id}",
        f"t{state.value.replace('_', '')}",
        f"s{sentiment.value if sentiment else 'none'}",
        "p1" if is_private else "p0",
        f"y{local_day.year}{local_day.month:02d}",
        f"w{weekday}",
    ]
    if hour is not None:
        tokens.append(f"h{hour}")
    tokens += [f"n{node}" for node in sorted(set(node_ids))]
    if crisis_level is not None:
        tokens.append(f"k{crisis_level}")
    if intake_rule_id is not None:
        tokens.append(f"r{intake_rule_id}")
    return tokens


def case_tokens(
    *,
    channel_id: int,
    state: CaseState,
    owner_id: int | None,
    area_id: int | None,
    sentiment: Sentiment | None,
    is_vip: bool,
    is_private: bool,
    local_day: date,
    node_ids: Iterable[int] = (),
    crisis_level: int | None = None,
) -> list[str]:
    """Return the tokens of a case: as a mention's, and o=owner a=area v=VIP; ``local_day`` is the day of opening."""
    tokens = [
        f"c{channel_id}",
        f"t{state.value.replace('_', '')}",
        f"o{owner_id or 0}",
        f"a{area_id or 0}",
        f"s{sentiment.value if sentiment else 'none'}",
        "p1" if is_private else "p0",
        f"y{local_day.year}{local_day.month:02d}",
    ]
    tokens += [f"n{node}" for node in sorted(set(node_ids))]
    if is_vip:
        tokens.append("v1")
    if crisis_level is not None:
        tokens.append(f"k{crisis_level}")
    return tokens
