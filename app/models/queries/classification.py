"""Reads the classification's axes and nodes whole: they are few, and every screen needs them at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast

from sqlalchemy import Connection, func, or_, select

from app.models.domain.classification_tree import AxisInfo, NodeInfo, Trees
from app.models.domain.vocabulary import AxisKey, Sentiment
from app.models.schema.base import Code
from app.models.schema.cases import IS_CONFIRMED, Case, CaseAxis
from app.models.schema.classification import Axis, Node
from app.models.schema.history import History, HistoryBody
from app.models.schema.rollups import NO_SENTIMENT, AxisMonth, MentionHourSentiment
from app.models.schema.settings import SlaTarget

_CHUNK = 500


def trees(connection: Connection) -> Trees:
    """Return all axes in the team's order and all their nodes."""
    axes = connection.execute(
        select(Axis.id, Axis.key, Axis.name, Axis.carrier, Axis.position, Axis.is_active, Axis.version).order_by(
            Axis.position, Axis.id
        )
    )
    nodes = connection.execute(
        select(
            Node.id,
            Node.axis_id,
            Node.parent_id,
            Node.merged_into_id,
            Node.key,
            Node.name,
            Node.folded_name,
            Node.description,
            Node.examples,
            Node.color,
            Node.shortcut,
            Node.position,
            Node.retired_at,
            Node.version,
        )
    ).all()
    return Trees(
        tuple(AxisInfo(*row) for row in axes),
        {row[0]: NodeInfo(*row) for row in cast("Iterable[tuple[Any, ...]]", nodes)},
    )


def case_counts(connection: Connection) -> dict[int, int]:
    """Return how many cases carry each node as assigned; mentions, where the axis is the sentiment's."""
    cases = select(AxisMonth.node_id, func.sum(AxisMonth.n)).group_by(AxisMonth.node_id)
    found = {row[0]: int(row[1]) for row in connection.execute(cases) if row[1] > 0}
    hours = select(MentionHourSentiment.sentiment, func.sum(MentionHourSentiment.n))
    mentions = {row[0]: int(row[1]) for row in connection.execute(hours.group_by(MentionHourSentiment.sentiment))}
    codes = {sentiment.value: Code(Sentiment).code_of(sentiment) for sentiment in Sentiment}
    nodes = select(Node.id, Node.key).join(Axis, Axis.id == Node.axis_id).where(Axis.key == AxisKey.SENTIMENT.value)
    for row in connection.execute(nodes):
        count = mentions.get(codes.get(row.key, NO_SENTIMENT), 0) if row.key in codes else 0
        if count > 0:
            found[row.id] = count
    return found


def carried_nodes(connection: Connection, customer_id: int) -> dict[int, int]:
    """Return what a customer was last given on the team's own axes that customers carry: node id by axis id.

    Profile and persona stand with the customer; the team's own axes stand on the customer's cases alone.
    """
    with_customer = {AxisKey.PROFILE.value, AxisKey.PERSONA.value}
    wanted = select(Axis.id).where(
        Axis.carrier == "customer", Axis.is_active.is_(True), Axis.key.not_in(sorted(with_customer))
    )
    axes = list(connection.execute(wanted).scalars())
    found: dict[int, int] = {}
    for axis_id in axes:
        newest = connection.execute(
            select(Node.id)
            .select_from(Case)
            .join(CaseAxis, CaseAxis.case_id == Case.id)
            .join(Node, Node.id == CaseAxis.node_id)
            .where(Case.customer_id == customer_id, CaseAxis.axis_id == axis_id, IS_CONFIRMED)
            .where(Node.retired_at.is_(None), Node.merged_into_id.is_(None))
            .order_by(Case.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        if newest is not None:
            found[axis_id] = newest
    return found


def used_nodes(connection: Connection, node_ids: Collection[int]) -> set[int]:
    """Return which of some nodes are carried by a case, named by a target, or have nodes of others hanging on them."""
    found: set[int] = set()
    for part in _parts(sorted(node_ids)):
        hanging = select(Node.id, Node.parent_id, Node.merged_into_id).where(
            or_(Node.parent_id.in_(part), Node.merged_into_id.in_(part))
        )
        for row in connection.execute(hanging):
            if row.id not in node_ids:
                found.update(each for each in (row.parent_id, row.merged_into_id) if each is not None)
        for column in (CaseAxis.node_id, SlaTarget.nature_node_id):
            rows = connection.execute(select(column).where(column.in_(part)).distinct()).scalars()
            found.update(each for each in rows if each is not None)
    return found & set(node_ids)


def recent_nodes(connection: Connection, axis_id: int, person_id: int, *, looked_at: int = 200) -> list[int]:
    """Return the nodes of an axis that a person has given lately, the latest first, from the newest history rows."""
    newest = connection.execute(select(func.max(History.seq))).scalar_one() or 0
    rows = connection.execute(
        select(HistoryBody.body)
        .join(History, History.seq == HistoryBody.seq)
        .where(History.seq > newest - looked_at * 10, History.actor_id == person_id, History.verb == "classify")
        .order_by(History.seq.desc())
        .limit(looked_at)
    ).scalars()
    found: list[int] = []
    for body in rows:
        facts = json.loads(body)
        node_id = facts.get("node")
        if facts.get("axis") == axis_id and isinstance(node_id, int) and node_id not in found:
            found.append(node_id)
    return found


def _parts(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
