"""Reads what the editor of targets chooses from: channels, natures with all above them, levels of crisis."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.models.domain.vocabulary import AxisKey
from app.models.queries.rows import AnyRow
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.settings import SlaTarget


@dataclass(frozen=True, slots=True)
class NatureChoice:
    """A node of the nature's tree: its path from the top and the nodes above it."""

    id: int
    key: str
    path: str
    above: frozenset[int]


def target_rows(connection: Connection) -> list[AnyRow]:
    """Return the rows of the targets in their place."""
    return list(connection.execute(select(*SlaTarget.__table__.c).order_by(SlaTarget.position, SlaTarget.id)))


def channel_choices(connection: Connection) -> list[AnyRow]:
    """Return id, key and name of the channels, in their order."""
    return list(
        connection.execute(select(Channel.id, Channel.key, Channel.name).order_by(Channel.position, Channel.id))
    )


def nature_choices(connection: Connection) -> tuple[NatureChoice, ...]:
    """Return the natures in use in the order of their tree."""
    statement = (
        select(Node.id, Node.parent_id, Node.key, Node.name)
        .join(Axis, Axis.id == Node.axis_id)
        .where(Axis.key == AxisKey.NATURE.value, Node.retired_at.is_(None), Node.merged_into_id.is_(None))
        .order_by(Node.position, Node.id)
    )
    below: dict[int | None, list[AnyRow]] = {}
    rows = connection.execute(statement).all()
    ids = {row.id for row in rows}
    for row in rows:
        below.setdefault(row.parent_id if row.parent_id in ids else None, []).append(row)
    found: list[NatureChoice] = []
    pending: list[tuple[AnyRow, str, frozenset[int]]] = [
        (row, "", frozenset()) for row in reversed(below.get(None, []))
    ]
    while pending:
        row, path, above = pending.pop()
        path = f"{path} › {row.name}" if path else row.name
        found.append(NatureChoice(row.id, row.key, path, above))
        pending += [(child, path, above | {row.id}) for child in reversed(below.get(row.id, []))]
    return tuple(found)
