"""Reads the part of mentions that is counted, with the nodes of their cases, locked where it is about to change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Connection, cast, func, select

from app.models.schema.cases import CaseAxis
from app.models.schema.mentions import Mention
from app.services.crisis_marks import CrisisMark
from app.services.id_lists import chunks, one_of
from app.services.mention_keys import MentionFacts

CaseNodes = dict[int | None, Mapping[int, int]]
"""Node id by axis id, by case; without a case nothing."""
AUDIENCE = ("likes", "shares", "replies")
"""What is added up as the engagement of a mention."""
# Together they may be more than the columns' own type holds.
_ENGAGEMENT = sum(
    (cast(func.coalesce(Mention.__table__.c[name], 0), BigInteger) for name in AUDIENCE[1:]),
    cast(func.coalesce(Mention.__table__.c[AUDIENCE[0]], 0), BigInteger),
).label("engagement")
FACT_COLUMNS = (
    Mention.id,
    Mention.channel_id,
    Mention.handle_id,
    Mention.case_id,
    Mention.state,
    Mention.sentiment,
    Mention.sentiment_source,
    Mention.crisis_level,
    Mention.situation_node_id,
    Mention.intake_rule_id,
    Mention.posted_at,
    Mention.is_private,
    Mention.has_time,
    _ENGAGEMENT,
)
_FACT_NAMES = tuple(column.key for column in FACT_COLUMNS)


@dataclass(frozen=True, slots=True)
class Found:
    """A locked mention: what is counted of it, why it has its state, what made it a crisis."""

    facts: MentionFacts
    reason: str | None
    crisis_words: str | None

    @property
    def mark(self) -> CrisisMark:
        """Its crisis level with its words."""
        return CrisisMark(self.facts.crisis_level, self.crisis_words)


def facts_of(values: Mapping[Any, Any]) -> MentionFacts:
    """Return what is counted of a mention, from a row of ``FACT_COLUMNS`` or from the values to insert."""
    given = {name: values[name] for name in _FACT_NAMES if name not in {"has_time", "engagement"}}
    engagement = values.get("engagement")
    if engagement is None:
        engagement = sum(values.get(name) or 0 for name in AUDIENCE)
    return MentionFacts(**given, has_time=values.get("has_time", True), engagement=engagement)


def lock_mentions(connection: Connection, ids: list[int]) -> list[Found]:
    """Return at most ``CHUNK`` mentions in id order, kept from others until the act ends."""
    statement = (
        select(*FACT_COLUMNS, Mention.state_reason, Mention.crisis_words)
        .where(one_of(connection, Mention.id, ids))
        .order_by(Mention.id)
        .with_for_update()
    )
    return [
        Found(facts_of(row), row["state_reason"], row["crisis_words"])
        for row in connection.execute(statement).mappings()
    ]


def nodes_of_cases(connection: Connection, facts: Iterable[MentionFacts]) -> CaseNodes:
    """Return what the cases of mentions carry, confirmed or suggested; asking for any other case gives nothing."""
    nodes: dict[int | None, dict[int, int]] = defaultdict(dict)
    for part in chunks(sorted({each.case_id for each in facts if each.case_id is not None})):
        rows = connection.execute(
            select(CaseAxis.case_id, CaseAxis.axis_id, CaseAxis.node_id).where(
                one_of(connection, CaseAxis.case_id, part)
            )
        )
        for case_id, axis_id, node_id in rows:
            nodes[case_id][axis_id] = node_id
    return defaultdict(dict, nodes)
