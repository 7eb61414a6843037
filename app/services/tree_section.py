"""All axes with their trees as one part of the rules' file, to hand to another company or to put back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.models.domain.changes import Topic
from app.models.domain.classification_tree import FIXED_AXIS, MOST_NODES, NEEDED_AXES, OWN_CARRIERS, Trees
from app.models.domain.tree_plan import Problem, TreePlan, TreeRow, plan_tree
from app.models.domain.vocabulary import AxisKey, Sentiment
from app.models.queries.classification import trees
from app.services.acts import Act
from app.services.errors import Invalid, Refused
from app.services.first_day import SEEDS, tree_nodes
from app.services.tree_book import SECTION, TreeWriter, locked_writer, remove_nodes
from app.services.tree_checks import tidy_name
from app.services.tree_exchange import apply_plan
from app.services.tree_files import nested_rows, node_form

_FIRST_TREE = "general"
_CARRIERS = frozenset({"mention", *OWN_CARRIERS})
Json = Any


class TreeSection:
    """The section ``tree`` of the rule set."""

    @property
    def key(self) -> str:
        """The section's key."""
        return SECTION

    def export(self, connection: Connection) -> Json:
        """Return all axes, each with its nodes, parents first, merged ones last."""
        tree = trees(connection)
        return {
            "axes": [
                {
                    "key": axis.key,
                    "name": axis.name,
                    "carrier": axis.carrier,
                    "is_active": axis.is_active,
                    "nodes": _forms(tree, axis.id),
                }
                for axis in tree.axes
            ]
        }

    def check(self, data: Json) -> None:
        """Read the whole form. Raises KeyError, TypeError, ValueError or UserError."""
        keys = [axis["key"] for axis in data["axes"]]
        if len(set(keys)) != len(keys) or not all(isinstance(key, str) and key for key in keys):
            raise ValueError("axes")
        for axis in data["axes"]:
            _check_axis(axis)

    def replace(self, act: Act, data: Json) -> None:
        """Make the trees say ``data``; what it does not name goes, or is retired where something uses it."""
        for position, form in enumerate(data["axes"]):
            axis_id = _put_axis(locked_writer(act), form, position)
            _put_nodes(act, axis_id, form["nodes"])
        named = {form["key"] for form in data["axes"]}
        writer = locked_writer(act)
        for axis in writer.trees.axes:
            if axis.key not in named and axis.key not in NEEDED_AXES and axis.is_active:
                writer.change_axis(axis.id, {"is_active": False})
        act.touch(topics=[Topic.TREE])

    def original(self) -> Json:
        """Return the axes and trees of the first day."""
        axes = json.loads((SEEDS / "axes.json").read_text(encoding="utf-8"))
        for axis in axes:
            nodes = tree_nodes(_FIRST_TREE) if axis["key"] == AxisKey.SUBJECT else axis["nodes"]
            axis["nodes"] = [_form_of(row) for row in nested_rows(nodes)]
            axis["is_active"] = True
        return {"axes": axes}


def _forms(tree: Trees, axis_id: int) -> list[dict[str, Any]]:
    merged = sorted((node for node in tree.nodes_of(axis_id) if node.merged_into_id is not None), key=lambda n: n.key)
    forms = []
    for node in (*tree.tree(axis_id), *merged):
        above = tree.above(node)
        form = node_form(node)
        form["parent"] = "" if above is None else tree.nodes[above].key
        if node.retired_at is not None:
            form["retired"] = node.retired_at.isoformat()
        if node.merged_into_id is not None:
            form["merged_into"] = tree.nodes[node.merged_into_id].key
        forms.append(form)
    return forms


def _form_of(row: TreeRow) -> dict[str, Any]:
    form: dict[str, Any] = {"key": row.key, "name": row.name, "parent": row.parent or ""}
    form |= {field: value for field, value in row.values.items() if value and field != "examples"}
    if row.values.get("examples"):
        form["examples"] = str(row.values["examples"]).split("\n")
    return form


def _rows(nodes: Sequence[Mapping[str, Any]]) -> list[TreeRow]:
    """Return a section's nodes as rows that say everything, so that what was cleared is cleared."""
    blank = dict.fromkeys(("description", "examples", "color", "shortcut"))
    full = [blank | {"retired": bool(node.get("retired"))} | dict(node) for node in nodes]
    for form in full:
        form["retired"] = "1" if form["retired"] else ""
    return nested_rows(full)


def _check_axis(form: Json) -> None:
    if form["carrier"] not in _CARRIERS or not isinstance(form.get("is_active", True), bool):
        raise ValueError("carrier")
    tidy_name(form["name"])
    nodes = form["nodes"]
    keys = {node["key"] for node in nodes}
    if len(nodes) > MOST_NODES or not all(isinstance(key, str) and key for key in keys):
        raise ValueError("nodes")
    if form["key"] == FIXED_AXIS and {key for key in keys if key in set(Sentiment)} != keys:
        raise ValueError("sentiment")
    for node in nodes:
        if node.get("merged_into") is not None and node["merged_into"] not in keys - {node["key"]}:
            raise ValueError("merged_into")
        if isinstance(node.get("retired"), str):
            datetime.fromisoformat(node["retired"])
    if _plan(Trees(()), 0, nodes).problems:
        raise ValueError("nodes")


def _plan(tree: Trees, axis_id: int, nodes: Sequence[Mapping[str, Any]]) -> TreePlan:
    return plan_tree(tree, axis_id, _rows(nodes))


def _put_axis(writer: TreeWriter, form: Mapping[str, Any], position: int) -> int:
    values = {"name": form["name"], "position": position, "is_active": form.get("is_active", True)}
    axis = writer.trees.axis_by_key(form["key"])
    if axis is None:
        carrier = form["carrier"] if form["carrier"] in OWN_CARRIERS else OWN_CARRIERS[0]
        return writer.add_axis(values | {"key": form["key"], "carrier": carrier})
    if axis.key in NEEDED_AXES:
        values["is_active"] = True
    changed = {name: value for name, value in values.items() if getattr(axis, name) != value}
    if changed:
        writer.change_axis(axis.id, changed)
    return axis.id


def _put_nodes(act: Act, axis_id: int, nodes: Sequence[Mapping[str, Any]]) -> None:
    writer = locked_writer(act)
    by_key = {node.key: node.id for node in writer.trees.nodes_of(axis_id)}
    known = [node for node in nodes if node.get("merged_into") is None or node["key"] in by_key]
    _part(act, axis_id, known)
    writer = locked_writer(act)
    plan = _plan(writer.trees, axis_id, known)
    wrong = [each for each in plan.problems if each.problem is not Problem.SHORTCUT_TAKEN]
    if wrong:
        raise Invalid("tree_rows_wrong", row=wrong[0].number)
    ids = apply_plan(writer, plan)
    _finish(act, ids, known)
    writer = locked_writer(act)
    named = set(ids.values())
    if any(writer.trees.is_in_ring(node_id) for node_id in named):
        raise Refused("node_under_itself")
    axis = writer.axis(axis_id)
    if axis.key != FIXED_AXIS:
        remove_nodes(writer, {node.id for node in writer.trees.nodes_of(axis_id)} - named)


def _part(act: Act, axis_id: int, nodes: Sequence[Mapping[str, Any]]) -> None:
    """Undo the merges on an axis that the form does not know, before anything is moved."""
    writer = locked_writer(act)
    into = {node["key"]: node.get("merged_into") for node in nodes}
    wrong: dict[int, dict[str, Any]] = {}
    for node in writer.trees.nodes_of(axis_id):
        if node.merged_into_id is None or node.key not in into:
            continue
        if writer.trees.nodes[node.merged_into_id].key != into[node.key]:
            wrong[node.id] = {"merged_into_id": None}
    writer.change_nodes(wrong)


def _finish(act: Act, ids: Mapping[str, int], nodes: Sequence[Mapping[str, Any]]) -> None:
    """Merge what the form says is merged, and give retired nodes the day on which they were."""
    writer = locked_writer(act)
    changed: dict[int, dict[str, Any]] = {}
    for form in nodes:
        node = writer.trees.nodes[ids[form["key"]]]
        values: dict[str, Any] = {}
        into = None if form.get("merged_into") is None else ids[form["merged_into"]]
        if into != node.merged_into_id:
            values["merged_into_id"] = into
        if isinstance(form.get("retired"), str) and datetime.fromisoformat(form["retired"]) != node.retired_at:
            values["retired_at"] = datetime.fromisoformat(form["retired"])
        if values:
            changed[node.id] = values
    writer.change_nodes(changed)
