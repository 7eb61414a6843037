"""Trees on a real database, with a few cases that carry nodes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from app.models.domain.classification_tree import AxisInfo, NodeInfo, Trees
from app.models.domain.people import Actor
from app.models.queries.classification import trees
from app.models.schema.cases import CaseAxis
from app.models.schema.classification import Axis, Node
from app.models.schema.rollups import AxisMonth
from app.models.schema.rules import RuleChange
from app.services.acts import Done
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.tree_editing import TreeEditing

MONTH = 2026 * 12 + 10


@dataclass(frozen=True)
class Garden:
    """The editing service with the short ways that tests take."""

    database: Database
    actor: Actor
    trees: TreeEditing

    def now(self) -> Trees:
        with self.database.read() as connection:
            return trees(connection)

    def axis(self, key: str = "subject") -> AxisInfo:
        found = self.now().axis_by_key(key)
        assert found is not None
        return found

    def node(self, key: str, axis: str = "subject") -> NodeInfo:
        return next(node for node in self.now().nodes_of(self.axis(axis).id) if node.key == key)

    def names(self, parent: str | None = None, axis: str = "subject") -> list[str]:
        above = None if parent is None else self.node(parent, axis).id
        return [node.name for node in self.now().children(self.axis(axis).id, above)]

    def use(self, key: str, cases: int = 1, axis: str = "subject") -> None:
        """Let cases carry a node, as the book of cases would write it."""
        node = self.node(key, axis)

        def work(connection: Connection) -> None:
            rows = [
                {"case_id": 10_000 * node.id + n, "axis_id": node.axis_id, "node_id": node.id} for n in range(cases)
            ]
            connection.execute(insert(CaseAxis), rows)
            month = {"axis_id": node.axis_id, "month": MONTH, "node_id": node.id, "channel_id": 1, "n": cases}
            connection.execute(insert(AxisMonth), [month])

        self.database.quiet(work)

    def picture(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return axes and nodes without versions."""
        found: dict[str, list[tuple[Any, ...]]] = {}
        with self.database.read() as connection:
            for table in (Axis.__table__, Node.__table__):
                columns = [column for column in table.c if column.name != "version"]
                found[table.name] = sorted((tuple(row) for row in connection.execute(select(*columns))), key=repr)
        return found

    def records(self) -> list[tuple[str, Any, Any]]:
        statement = select(RuleChange.what, RuleChange.before, RuleChange.after).order_by(RuleChange.id)
        with self.database.read() as connection:
            return [tuple(row) for row in connection.execute(statement)]


@pytest.fixture
def garden(database: Database, actor: Actor) -> Garden:
    return Garden(database, actor, TreeEditing(database=database, shelf=TreeShelf()))


@pytest.fixture
def take_back() -> Callable[[Done[Any]], None]:
    def revert(done: Done[Any]) -> None:
        assert done.undo is not None
        done.undo.revert()

    return revert
