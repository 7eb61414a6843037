"""Reads the classification's axes and nodes whole: they are few, and every screen needs them at once."""

from __future__ import annotations

import json

from sqlalchemy import Connection, func, select

from app.models.domain.classification_tree import AxisInfo, NodeInfo, Trees
from app.models.schema.cases import CaseAxis
from app.models.schema.classification import Axis, Node
from app.models.schema.history import History, HistoryBody


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
    )
    return Trees(tuple(AxisInfo(*row) for row in axes), {row.id: NodeInfo(**row._asdict()) for row in nodes})


def is_node_used(connection: Connection, node_id: int) -> bool:
    """Tell whether a case carries the node or another node hangs on it."""
    carriers = (
        select(CaseAxis.case_id).where(CaseAxis.node_id == node_id).limit(1),
        select(Node.id).where((Node.parent_id == node_id) | (Node.merged_into_id == node_id)).limit(1),
    )
    return any(connection.execute(statement).first() is not None for statement in carriers)


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
