"""What an edit of a tree may not do, said with the code that explains it, and the values that it writes."""

from __future__ import annotations

import re
from typing import Any

from app.models.domain.classification_tree import LONGEST_NAME, MOST_LEVELS, NodeInfo, Trees
from app.models.domain.tree_plan import is_single_key
from app.models.domain.words import clean_text, fold
from app.services.errors import Invalid, Refused
from app.services.tree_book import TreeWriter, path_of

LONGEST_TEXT = 4_000
_COLOR = re.compile(r"#[0-9a-f]{6}")


def tidy_name(text: str | None) -> str:
    """Return a name on one line. Raises Invalid ``tree_name_empty``, ``tree_name_long`` (limit)."""
    tidy = " ".join(clean_text(text or "").split())
    if not tidy:
        raise Invalid("tree_name_empty")
    if len(tidy) > LONGEST_NAME:
        raise Invalid("tree_name_long", limit=LONGEST_NAME)
    return tidy


def tidy_value(column: str, value: str | None) -> str | None:
    """Return a column's value as it is stored; an empty one is None.

    Raises:
        Invalid: as ``tidy_name``, ``tree_text_long`` (limit), ``color_invalid``, ``shortcut_invalid``.
    """
    if column == "name":
        return tidy_name(value)
    tidy = clean_text(value or "").strip()
    if len(tidy) > LONGEST_TEXT:
        raise Invalid("tree_text_long", limit=LONGEST_TEXT)
    if tidy and column == "color":
        tidy = tidy.lower()
        if not _COLOR.fullmatch(tidy):
            raise Invalid("color_invalid", color=tidy)
    if tidy and column == "shortcut":
        tidy = tidy.upper()
        if not is_single_key(tidy):
            raise Invalid("shortcut_invalid", key=tidy)
    return tidy or None


def check_parent(tree: Trees, axis_id: int, parent_id: int | None, *, levels: int) -> None:
    """Make sure that ``levels`` levels of nodes can hang there.

    Raises:
        Invalid: ``node_unknown``. Refused: ``parent_retired`` (name), ``tree_too_deep`` (limit).
    """
    if parent_id is None:
        return
    parent = tree.nodes.get(parent_id)
    if parent is None or parent.axis_id != axis_id or parent.merged_into_id is not None:
        raise Invalid("node_unknown")
    if parent.retired_at is not None:
        raise Refused("parent_retired", name=parent.name)
    if len(tree.line(parent_id)) + levels > MOST_LEVELS:
        raise Refused("tree_too_deep", limit=MOST_LEVELS)


def check_sibling(tree: Trees, axis_id: int, parent_id: int | None, name: str, *, own_id: int | None = None) -> None:
    """Make sure that no other node at that place has the name. Raises Refused ``node_exists`` (name)."""
    folded = fold(name)
    for node in tree.children(axis_id, parent_id):
        if node.folded_name == folded and node.id != own_id:
            raise Refused("node_exists", name=node.name)


def check_shortcut(tree: Trees, node: NodeInfo, shortcut: str) -> None:
    """Make sure that no other node of the axis has the key. Raises Refused ``shortcut_taken`` (key, name)."""
    for other in tree.nodes_of(node.axis_id):
        if other.id != node.id and other.is_offered and fold(other.shortcut or "") == fold(shortcut):
            raise Refused("shortcut_taken", key=shortcut, name=other.name)


def check_move(writer: TreeWriter, node: NodeInfo, parent_id: int | None) -> None:
    """Make sure that a node can hang there with all below it.

    Raises:
        Invalid: ``node_unknown``. Refused: ``node_under_itself``, ``axis_fixed``, and as ``check_parent``.
    """
    tree = writer.trees
    writer.changeable_axis(node.axis_id)
    branch = tree.branch(node.id)
    if parent_id in branch:
        raise Refused("node_under_itself")
    own = len(tree.line(node.id))
    levels = 1 + max(len(tree.line(each)) - own for each in branch if tree.nodes[each].merged_into_id is None)
    check_parent(tree, node.axis_id, parent_id, levels=levels)
    check_sibling(tree, node.axis_id, parent_id, node.name, own_id=node.id)


def to_retire(tree: Trees, node: NodeInfo) -> list[int]:
    """Return the nodes that go when a node is retired: itself and what is offered below it."""
    return [each for each in sorted(tree.branch(node.id)) if tree.nodes[each].is_offered]


def to_bring_back(tree: Trees, node: NodeInfo) -> list[int]:
    """Return the nodes that come back with a retired one: what went in the same act below it, and all above it."""
    if node.retired_at is None:
        return []
    below = {each for each in tree.branch(node.id) if tree.nodes[each].retired_at == node.retired_at}
    above = {each.id for each in tree.line(node.id) if each.retired_at is not None}
    return sorted(below | above)


def new_path(tree: Trees, axis_id: int, parent_id: int | None, name: str) -> str:
    """Return axis and path of a node that is to come."""
    return f"{path_of(tree, axis_id, parent_id)} › {name}"


def node_values(axis_id: int, parent_id: int | None, key: str, name: str) -> dict[str, Any]:
    """Return the columns of a new node, all of them, so that many can be inserted at once."""
    return {
        "axis_id": axis_id,
        "parent_id": parent_id,
        "key": key,
        "name": name,
        "folded_name": fold(name),
        "description": None,
        "examples": None,
        "color": None,
        "shortcut": None,
        "retired_at": None,
        "position": 0,
    }
