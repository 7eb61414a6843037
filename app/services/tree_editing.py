"""Edits the classification's trees: what was assigned stays as assigned, only the tree above it changes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.models.domain.changes import Topic
from app.models.domain.classification_tree import NodeInfo, Trees
from app.models.domain.people import Actor, Right
from app.models.domain.words import clean_text, fold
from app.models.queries.classification import is_node_used, trees
from app.models.queries.rows import AnyRow
from app.models.schema.classification import Axis, Node
from app.services.acts import Act, Done, Undo
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require

_EDITABLE = frozenset({"name", "description", "examples", "color", "shortcut", "position"})
_CSV_FIELDS = ("key", "parent_key", "name", "description", "color", "shortcut", "retired")


class TreeEditing:
    """Adds, changes, moves, merges and retires nodes; takes a whole axis in and out as CSV or JSON."""

    def __init__(self, *, database: Database, shelf: TreeShelf) -> None:
        self._database = database
        self._shelf = shelf

    def add_node(self, actor: Actor, axis_id: int, name: str, *, parent_id: int | None = None) -> Done[int]:
        """Add a node; return its id. Raises Invalid ``empty_text``, ``axis_unknown``, ``node_unknown``."""

        def work(act: Act, tree: Trees) -> int:
            _check_parent(tree, axis_id, parent_id)
            tidy = _name(name)
            key = _free_key(tree, axis_id, tidy)
            values = {"position": len(tree.children(axis_id, parent_id)), "key": key}
            return _insert(act, axis_id, parent_id, tidy, values)

        done = self._edit(actor, "node_added", work)
        node_id = done.value
        return Done(node_id, done.changes, Undo("node_added", 1, lambda: self._edit(actor, "undo", _remover(node_id))))

    def change_node(self, actor: Actor, node_id: int, *, expected_version: int, **values: Any) -> Done[None]:  # noqa: ANN401 - columns by name
        """Rename a node or change its description, examples, colour, shortcut or position.

        Raises:
            Invalid: ``node_unknown``, ``empty_text``. Conflict: ``tree_changed``.
        """
        if not values.keys() <= _EDITABLE:
            raise ValueError("not an editable column")
        if "name" in values:
            values["name"] = _name(values["name"])
            values["folded_name"] = fold(values["name"])
        return self._change(actor, node_id, expected_version, "node_changed", lambda _tree, _node: values)

    def move_node(self, actor: Actor, node_id: int, parent_id: int | None, *, expected_version: int) -> Done[None]:
        """Hang a node (with all below it) elsewhere on its axis. Raises Refused ``node_under_itself``."""

        def values(tree: Trees, node: NodeInfo) -> Mapping[str, Any]:
            _check_parent(tree, node.axis_id, parent_id)
            if parent_id is not None and parent_id in tree.branch(node_id):
                raise Refused("node_under_itself")
            return {"parent_id": parent_id, "position": len(tree.children(node.axis_id, parent_id))}

        return self._change(actor, node_id, expected_version, "node_moved", values)

    def merge_node(self, actor: Actor, node_id: int, into_id: int, *, expected_version: int) -> Done[None]:
        """Let a node stand for another from now on; old cases keep it. Raises Refused ``node_under_itself``."""

        def values(tree: Trees, node: NodeInfo) -> Mapping[str, Any]:
            target = tree.nodes.get(into_id)
            if target is None or target.axis_id != node.axis_id or not target.is_offered:
                raise Invalid("node_unknown")
            if into_id in tree.branch(node_id):
                raise Refused("node_under_itself")
            return {"merged_into_id": into_id}

        return self._change(actor, node_id, expected_version, "node_merged", values)

    def retire_node(self, actor: Actor, node_id: int, *, expected_version: int, is_retired: bool = True) -> Done[None]:
        """Offer a node no more (or again); old cases keep it."""
        at = self._database.clock.now() if is_retired else None
        return self._change(actor, node_id, expected_version, "node_retired", lambda _tree, _node: {"retired_at": at})

    def export_axis(self, axis_id: int, *, as_json: bool = False) -> str:
        """Return an axis as CSV (semicolons) or JSON, parents first. Raises Invalid ``axis_unknown``."""
        with self._database.read() as connection:
            tree = trees(connection)
        if tree.axis(axis_id) is None:
            raise Invalid("axis_unknown")
        rows = [_exported(tree, node) for node in tree.tree(axis_id)]
        if as_json:
            return json.dumps(rows, ensure_ascii=False, indent=2)
        stream = io.StringIO()
        writer = csv.DictWriter(stream, _CSV_FIELDS, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return stream.getvalue()

    def import_axis(self, actor: Actor, axis_id: int, text: str) -> Done[int]:
        """Take an axis from CSV or JSON: known keys are changed, new ones added, others left; return how many rows.

        Raises:
            Invalid: ``tree_unreadable`` (row), ``axis_unknown``. Refused: ``node_under_itself``.
        """
        rows = _read_rows(text)

        def work(act: Act, tree: Trees) -> int:
            if tree.axis(axis_id) is None:
                raise Invalid("axis_unknown")
            _take_in(act, tree, axis_id, rows)
            return len(rows)

        return self._edit(actor, "tree_imported", work)

    def _change(
        self,
        actor: Actor,
        node_id: int,
        expected_version: int,
        verb: str,
        values_of: Callable[[Trees, NodeInfo], Mapping[str, Any]],
    ) -> Done[None]:
        def work(act: Act, tree: Trees) -> dict[str, Any]:
            node = tree.nodes.get(node_id)
            if node is None:
                raise Invalid("node_unknown")
            values = values_of(tree, node)
            _write(act, node_id, expected_version, values)
            return {name: getattr(node, name) for name in values}

        done = self._edit(actor, verb, work)

        def revert() -> Done[None]:
            back = self._edit(actor, "undo", lambda act, _tree: _write(act, node_id, expected_version + 1, done.value))
            return Done(None, back.changes)

        return Done(None, done.changes, Undo(verb, 1, revert))

    def _edit(self, actor: Actor, verb: str, work: Callable[[Act, Trees], Any]) -> Done[Any]:
        require(actor, Right.EDIT_SETTINGS)

        def once(act: Act) -> Any:  # noqa: ANN401 - what the edit returns
            # One editor at a time on PostgreSQL: a tree must not become a ring between two of them.
            act.connection.execute(select(Axis.id).order_by(Axis.id).with_for_update())
            value = work(act, trees(act.connection))
            act.record(None, verb, {"value": value if isinstance(value, int) else None})
            act.touch(topics=[Topic.TREE])
            return value

        value, changes = self._database.act(once, actor=actor)
        self._shelf.forget()
        return Done(value, changes)


def _write(act: Act, node_id: int, expected_version: int, values: Mapping[str, Any]) -> None:
    changed = act.connection.execute(
        update(Node)
        .where(Node.id == node_id, Node.version == expected_version)
        .values(**values, version=Node.version + 1)
    )
    if changed.rowcount != 1:
        raise Conflict("tree_changed")


def _insert(act: Act, axis_id: int, parent_id: int | None, name: str, values: Mapping[str, Any]) -> int:
    row = {"axis_id": axis_id, "parent_id": parent_id, "name": name, "folded_name": fold(name), **values}
    return int(act.connection.execute(insert(Node).values(row).returning(Node.id)).scalar_one())


def _remover(node_id: int) -> Callable[[Act, Trees], None]:
    def remove(act: Act, tree: Trees) -> None:
        axis = tree.axis(tree.nodes[node_id].axis_id) if node_id in tree.nodes else None
        if axis is None or axis.carrier != "case" or is_node_used(act.connection, node_id):
            act.connection.execute(update(Node).where(Node.id == node_id).values(retired_at=act.at))
            return
        act.connection.execute(delete(Node).where(Node.id == node_id))

    return remove


def _name(text: str) -> str:
    tidy = " ".join(clean_text(text).split())
    if not tidy:
        raise Invalid("empty_text")
    return tidy


def _check_parent(tree: Trees, axis_id: int, parent_id: int | None) -> None:
    if tree.axis(axis_id) is None:
        raise Invalid("axis_unknown")
    if parent_id is not None and (parent_id not in tree.nodes or tree.nodes[parent_id].axis_id != axis_id):
        raise Invalid("node_unknown")


def _free_key(tree: Trees, axis_id: int, name: str) -> str:
    taken = {node.key for node in tree.nodes.values() if node.axis_id == axis_id}
    base = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_") or "node"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def _exported(tree: Trees, node: NodeInfo) -> dict[str, str]:
    parent = tree.nodes.get(node.parent_id) if node.parent_id is not None else None
    return {
        "key": node.key,
        "parent_key": parent.key if parent else "",
        "name": node.name,
        "description": node.description or "",
        "color": node.color or "",
        "shortcut": node.shortcut or "",
        "retired": "1" if node.retired_at else "",
    }


def _read_rows(text: str) -> list[dict[str, str]]:
    tidy = clean_text(text.lstrip("\ufeff")).strip()
    try:
        if tidy.startswith("["):
            rows = [{str(name): str(value or "") for name, value in row.items()} for row in json.loads(tidy)]
        else:
            delimiter = ";" if ";" in tidy.partition("\n")[0] else ","
            rows = [
                {name: value or "" for name, value in row.items() if name}
                for row in csv.DictReader(io.StringIO(tidy), delimiter=delimiter)
            ]
    except (ValueError, AttributeError, csv.Error) as error:
        raise Invalid("tree_unreadable", row=0) from error
    for number, row in enumerate(rows, start=1):
        if not row.get("key", "").strip() or not row.get("name", "").strip():
            raise Invalid("tree_unreadable", row=number)
    return rows


def _take_in(act: Act, tree: Trees, axis_id: int, rows: list[dict[str, str]]) -> None:
    ids = {node.key: node.id for node in tree.nodes.values() if node.axis_id == axis_id}
    for position, row in enumerate(rows):
        name = _name(row["name"])
        values = {
            "description": row.get("description") or None,
            "color": row.get("color") or None,
            "shortcut": row.get("shortcut") or None,
            "retired_at": act.at if row.get("retired") in {"1", "true", "True", "sim"} else None,
            "position": position,
        }
        key = row["key"].strip()
        if key in ids:
            full = values | {"name": name, "folded_name": fold(name), "version": Node.version + 1}
            act.connection.execute(update(Node).where(Node.id == ids[key]).values(full))
        else:
            ids[key] = _insert(act, axis_id, None, name, values | {"key": key})
    for number, row in enumerate(rows, start=1):
        parent_key = row.get("parent_key", "").strip()
        if parent_key and parent_key not in ids:
            raise Invalid("tree_unreadable", row=number)
        parent_id = ids[parent_key] if parent_key else None
        act.connection.execute(update(Node).where(Node.id == ids[row["key"].strip()]).values(parent_id=parent_id))
    _refuse_rings(act, axis_id)


def _refuse_rings(act: Act, axis_id: int) -> None:
    parents = {row.id: row.parent_id for row in _parents(act, axis_id)}
    for start in parents:
        seen, current = set[int](), start
        while (above := parents.get(current)) is not None:
            if current in seen:
                raise Refused("node_under_itself")
            seen.add(current)
            current = above


def _parents(act: Act, axis_id: int) -> list[AnyRow]:
    return list(act.connection.execute(select(Node.id, Node.parent_id).where(Node.axis_id == axis_id)))
