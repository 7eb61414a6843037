"""Takes trees in and out: files of the off-line SAC, and the ready-made trees to begin with."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.models.domain.classification_tree import FIXED_AXIS, MOST_NODES, Trees
from app.models.domain.people import Actor
from app.models.domain.tree_plan import PlanStep, StepKind, Token, TreePlan, TreeRow, free_key, plan_tree
from app.models.domain.words import fold
from app.services.acts import Done
from app.services.errors import Conflict, Invalid, Refused, Unavailable
from app.services.first_day import SEEDS
from app.services.tree_book import Note, TreeBook, TreeWriter
from app.services.tree_checks import node_values
from app.services.tree_files import MOST_BYTES, nested_rows, read_tree, tree_csv, tree_json


@dataclass(frozen=True, slots=True)
class ReadyTree:
    """A tree to begin with: its rows, parents first."""

    key: str
    name: str
    rows: tuple[TreeRow, ...]


@dataclass(frozen=True, slots=True)
class TreeOrder:
    """What is to be taken into an axis, how, and what it is called in the record."""

    axis_id: int
    rows: tuple[TreeRow, ...]
    about: str
    is_adoption: bool = False
    retire_missing: bool = False

    def plan(self, tree: Trees) -> TreePlan:
        """Return what it would do. Raises Invalid ``axis_unknown``, ``tree_too_large``; Refused ``axis_fixed``."""
        axis = tree.axis(self.axis_id)
        if axis is None:
            raise Invalid("axis_unknown")
        plan = plan_tree(
            tree, self.axis_id, self.rows, is_adoption=self.is_adoption, retire_missing=self.retire_missing
        )
        shaping = {StepKind.ADDED, StepKind.MOVED, StepKind.RETIRED}
        if axis.key == FIXED_AXIS and any(step.kind in shaping for step in plan.steps):
            raise Refused("axis_fixed", name=axis.name)
        if len(tree.nodes_of(self.axis_id)) + plan.count(StepKind.ADDED) > MOST_NODES:
            raise Invalid("tree_too_large", limit=MOST_NODES)
        return plan


class TreeExchange:
    """Plans what a file or a ready-made tree would change, does it in one act with one undo, and writes files."""

    def __init__(self, *, book: TreeBook) -> None:
        self._book = book

    def export_text(self, axis_id: int, *, as_json: bool = False) -> str:
        """Return an axis as CSV or JSON. Raises Invalid ``axis_unknown``."""
        tree = self._book.trees()
        if tree.axis(axis_id) is None:
            raise Invalid("axis_unknown")
        return tree_json(tree, axis_id) if as_json else tree_csv(tree, axis_id)

    def read(self, data: bytes) -> tuple[TreeRow, ...]:
        """Return the rows of a file, as ``tree_files.read_tree``."""
        return read_tree(data)

    def read_file(self, path: Path) -> tuple[TreeRow, ...]:
        """Return the rows of a file. Raises Unavailable ``tree_file_unreadable`` (path), and as ``read``."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise Invalid("tree_too_large", limit=MOST_NODES)
            data = path.read_bytes()
        except OSError as error:
            raise Unavailable("tree_file_unreadable", path=path.name) from error
        return read_tree(data)

    def write_file(self, axis_id: int, path: Path) -> None:
        """Write an axis as CSV or, where the name ends so, JSON; whole or not at all.

        Raises:
            Invalid: ``axis_unknown``. Unavailable: ``export.unwritable`` (path).
        """
        is_json = path.suffix.lower() == ".json"
        text = self.export_text(axis_id, as_json=is_json)
        part = path.with_name(f"{path.name}.part")
        try:
            # Spreadsheets know by the mark that it is UTF-8.
            part.write_text(text, encoding="utf-8" if is_json else "utf-8-sig", newline="\n")
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise Unavailable("export.unwritable", path=path.name) from error

    def ready_made(self) -> tuple[ReadyTree, ...]:
        """Return the ready-made subject trees by name."""
        return ready_trees(SEEDS)

    def order_adoption(self, axis_id: int, tree_key: str, chosen: Collection[str]) -> TreeOrder:
        """Return the order to adopt the chosen nodes (keys) of a ready-made tree, with what is above them."""
        ready = next(each for each in self.ready_made() if each.key == tree_key)
        return TreeOrder(axis_id, with_uppers(ready.rows, chosen), ready.name, is_adoption=True)

    def plan(self, order: TreeOrder) -> TreePlan:
        """Return what an order would change now. Raises as ``TreeOrder.plan``."""
        return order.plan(self._book.trees())

    def take_in(self, actor: Actor, order: TreeOrder, *, expected: TreePlan) -> Done[int]:
        """Do what was previewed as ``expected``, all of it or nothing; return how many nodes changed.

        Raises:
            Invalid: ``tree_rows_wrong`` (row) when the plan has problems, and as ``TreeOrder.plan``.
            Conflict: ``tree_changed`` when the tree is no longer as it was at the preview.
        """

        def work(writer: TreeWriter) -> tuple[int, list[Note]]:
            plan = order.plan(writer.trees)
            if plan.problems:
                raise Invalid("tree_rows_wrong", row=plan.problems[0].number)
            axis = writer.axis(order.axis_id)
            if plan != expected:
                raise Conflict("tree_changed", name=axis.name)
            if plan.is_empty:
                return 0, []
            apply_plan(writer, plan)
            told = {kind.value: plan.count(kind) for kind in StepKind if kind is not StepKind.SAME}
            verb = "tree_adopted" if order.is_adoption else "tree_imported"
            return len(plan.changes), [Note(verb, f"{axis.name} › {order.about}", None, told)]

        verb = "tree_adopted" if order.is_adoption else "tree_imported"
        return self._book.edit(actor, verb, work, count=max(1, len(expected.changes)))


def apply_plan(writer: TreeWriter, plan: TreePlan) -> dict[str, int]:
    """Write a plan without problems; return the ids of all its nodes by ref."""
    ids = {step.ref: step.node_id for step in plan.steps if step.node_id is not None}
    _add(writer, plan, ids)
    changed: dict[int, dict[str, Any]] = {}
    for step in plan.steps:
        values = _columns(writer, step)
        if step.kind is StepKind.MOVED:
            values["parent_id"] = _id_of(step.parent, ids)
        if step.node_id is not None and values:
            changed[step.node_id] = values
    writer.change_nodes(changed)
    for order in plan.order.values():
        writer.place(ids[each] if isinstance(each, str) else each for each in order)
    return ids


def with_uppers(rows: Sequence[TreeRow], chosen: Collection[str]) -> tuple[TreeRow, ...]:
    """Return the chosen rows (by ref) with all above them, in the file's order."""
    by_ref = {row.ref: row for row in rows}
    wanted: set[str] = set()
    for ref in chosen:
        row = by_ref.get(ref)
        while row is not None and row.ref not in wanted:
            wanted.add(row.ref)
            row = by_ref.get(row.parent or "")
    return tuple(row for row in rows if row.ref in wanted)


@cache
def ready_trees(seeds: Path) -> tuple[ReadyTree, ...]:
    """Return the ready-made trees of a folder of seeds, by name."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((seeds / "trees").glob("*.json"))]
    trees = [ReadyTree(tree["key"], tree["name"], tuple(nested_rows(tree["nodes"]))) for tree in found]
    return tuple(sorted(trees, key=lambda tree: fold(tree.name)))


def _add(writer: TreeWriter, plan: TreePlan, ids: dict[str, int]) -> None:
    """Insert the new nodes, one statement a level, for children need their parents' ids."""
    taken = {node.key for node in writer.trees.nodes_of(plan.axis_id)}
    places = {token: place for order in plan.order.values() for place, token in enumerate(order)}
    waiting = [step for step in plan.steps if step.kind is StepKind.ADDED]
    while waiting:
        ready = [step for step in waiting if not isinstance(step.parent, str) or step.parent in ids]
        rows = []
        for step in ready:
            key = step.key if step.key and step.key not in taken else free_key(step.name, taken)
            taken.add(key)
            row = node_values(plan.axis_id, _id_of(step.parent, ids), key, step.name)
            rows.append(row | _columns(writer, step) | {"position": places.get(step.ref, 0)})
        ids.update(zip([step.ref for step in ready], writer.add_nodes(rows), strict=True))
        waiting = [step for step in waiting if step.ref not in ids]


def _id_of(token: Token | None, ids: dict[str, int]) -> int | None:
    return ids[token] if isinstance(token, str) else token


def _columns(writer: TreeWriter, step: PlanStep) -> dict[str, Any]:
    values = dict(step.values)
    if "is_retired" in values:
        values["retired_at"] = writer.act.at if values.pop("is_retired") else None
    if "name" in values:
        values["folded_name"] = fold(values["name"])
    return values
