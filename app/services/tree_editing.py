"""Edits the classification's trees: what was assigned stays as assigned, only the tree above it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.models.domain.classification_tree import MOST_NODES, Trees
from app.models.domain.people import Actor
from app.models.domain.tree_plan import free_key
from app.models.domain.words import fold
from app.models.queries.classification import case_counts, trees
from app.services.acts import Done
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.tree_axes import AxisEditing
from app.services.tree_book import Note, TreeBook, TreeWriter, path_of
from app.services.tree_checks import (
    check_move,
    check_parent,
    check_shortcut,
    check_sibling,
    new_path,
    node_values,
    tidy_name,
    tidy_value,
    to_bring_back,
    to_retire,
)
from app.services.tree_exchange import TreeExchange

EDITABLE = frozenset({"name", "description", "examples", "color", "shortcut"})


@dataclass(frozen=True)
class TreePicture:
    """All trees with what carries each node: ``counts`` as assigned; cases, or mentions on the sentiment's axis."""

    trees: Trees
    counts: Mapping[int, int]

    @cached_property
    def usage(self) -> dict[int, int]:
        """Counts folded through the tree as it is today."""
        return self.trees.usage(self.counts)


class TreeEditing:
    """Adds, changes, moves, merges and retires nodes; ``axes`` and ``exchange`` do the same for whole axes."""

    def __init__(self, *, database: Database, shelf: TreeShelf) -> None:
        self._database = database
        self._book = TreeBook(database=database, shelf=shelf)
        self.axes = AxisEditing(book=self._book)
        self.exchange = TreeExchange(book=self._book)

    def picture(self) -> TreePicture:
        """Return all trees with their usage, read from the roll-ups."""
        with self._database.read() as connection:
            # Not from the shelf: an editor that reads because of a change must not see what was before it.
            found = TreePicture(trees(connection), case_counts(connection))
        # Folded here, off the screen's thread: with 5,000 nodes it takes longer than a frame.
        found.trees.all_children(0)
        found.usage.get(0)
        return found

    def add_node(
        self, actor: Actor, axis_id: int, name: str, *, parent_id: int | None = None, after_id: int | None = None
    ) -> Done[int]:
        """Add a node after a sibling (None: last); return its id.

        Raises:
            Invalid: ``tree_name_empty``, ``tree_name_long``, ``axis_unknown``, ``node_unknown``.
            Refused: ``axis_fixed``, ``node_exists``, ``parent_retired``, ``tree_too_deep``, ``tree_too_large``.
        """
        tidy = tidy_name(name)

        def work(writer: TreeWriter) -> tuple[int, list[Note]]:
            tree = writer.trees
            writer.changeable_axis(axis_id)
            check_parent(tree, axis_id, parent_id, levels=1)
            check_sibling(tree, axis_id, parent_id, tidy)
            taken = {node.key for node in tree.nodes_of(axis_id)}
            if len(taken) >= MOST_NODES:
                raise Refused("tree_too_large", limit=MOST_NODES)
            siblings = [node.id for node in tree.children(axis_id, parent_id)]
            place = siblings.index(after_id) + 1 if after_id in siblings else len(siblings)
            values = node_values(axis_id, parent_id, free_key(tidy, taken), tidy)
            node_id = writer.add_nodes([values | {"position": place}])[0]
            siblings.insert(place, node_id)
            writer.place(siblings)
            return node_id, [Note("node_added", new_path(tree, axis_id, parent_id, tidy))]

        return self._book.edit(actor, "node_added", work)

    def change_node(
        self,
        actor: Actor,
        node_id: int,
        *,
        expected_version: int,
        **values: str | None,
    ) -> Done[None]:
        """Rename a node or change its description, examples, colour (``#rrggbb``) or shortcut (one letter or digit).

        Raises:
            Invalid: ``node_unknown``, ``tree_name_empty``, ``tree_name_long``, ``tree_text_long``, ``color_invalid``,
                ``shortcut_invalid``. Refused: ``node_exists``, ``shortcut_taken``. Conflict: ``tree_changed``.
        """
        if not values.keys() <= EDITABLE:
            raise ValueError("not an editable column")
        new = {name: tidy_value(name, value) for name, value in values.items()}

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            tree, node = writer.trees, writer.node(node_id, expected_version)
            changed: dict[str, Any] = {name: value for name, value in new.items() if getattr(node, name) != value}
            if not changed:
                return None, []
            if "name" in changed:
                check_sibling(tree, node.axis_id, tree.above(node), changed["name"], own_id=node_id)
            if changed.get("shortcut"):
                check_shortcut(tree, node, changed["shortcut"])
            before = {name: getattr(node, name) for name in changed}
            more = {"folded_name": fold(changed["name"])} if "name" in changed else {}
            writer.change_nodes({node_id: changed | more})
            return None, [Note("node_changed", path_of(tree, node.axis_id, node_id), before, changed)]

        return self._book.edit(actor, "node_changed", work)

    def move_node(
        self,
        actor: Actor,
        node_id: int,
        parent_id: int | None,
        *,
        expected_version: int,
        before_id: int | None = None,
    ) -> Done[None]:
        """Hang a node (with all below it) elsewhere on its axis, before a sibling there (None: last).

        Raises:
            Invalid: ``node_unknown``. Conflict: ``tree_changed``.
            Refused: ``node_under_itself``, ``axis_fixed``, ``node_exists``, ``parent_retired``, ``tree_too_deep``.
        """

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            tree, node = writer.trees, writer.node(node_id, expected_version)
            present = tree.above(node)
            if parent_id != present:
                check_move(writer, node, parent_id)
            siblings = [each.id for each in tree.children(node.axis_id, parent_id) if each.id != node_id]
            place = siblings.index(before_id) if before_id in siblings else len(siblings)
            siblings.insert(place, node_id)
            if parent_id == present and siblings == [each.id for each in tree.children(node.axis_id, parent_id)]:
                return None, []
            writer.place(siblings)
            if parent_id != present:
                writer.change_nodes({node_id: {"parent_id": parent_id}})
            before, after = (tree.path(each) or "" for each in (present, parent_id))
            was = {"parent": before, "place": tree.children(node.axis_id, present).index(node) + 1}
            now = {"parent": after, "place": place + 1}
            return None, [Note("node_moved", path_of(tree, node.axis_id, node_id), was, now)]

        return self._book.edit(actor, "node_moved", work)

    def merge_node(self, actor: Actor, node_id: int, into_id: int, *, expected_version: int) -> Done[None]:
        """Let a node stand for another from now on; old cases keep it, what hangs below it comes along.

        Raises:
            Invalid: ``node_unknown``. Refused: ``node_under_itself``, ``axis_fixed``. Conflict: ``tree_changed``.
        """

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            tree, node = writer.trees, writer.node(node_id, expected_version)
            writer.changeable_axis(node.axis_id)
            target = tree.nodes.get(into_id)
            if (
                target is None
                or target.axis_id != node.axis_id
                or not target.is_offered
                or node.merged_into_id is not None
            ):
                raise Invalid("node_unknown")
            if into_id in tree.branch(node_id):
                raise Refused("node_under_itself")
            writer.change_nodes({node_id: {"merged_into_id": into_id}})
            into = {"merged_into": tree.path(into_id)}
            return None, [Note("node_merged", path_of(tree, node.axis_id, node_id), None, into)]

        return self._book.edit(actor, "node_merged", work)

    def unmerge_node(self, actor: Actor, node_id: int, *, expected_version: int) -> Done[None]:
        """Part a merged node from the one it stood for, at any time; its own cases and what hung on it come along.

        Raises:
            Invalid: ``node_unknown`` (also when it is not merged). Conflict: ``tree_changed``.
        """

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            tree, node = writer.trees, writer.node(node_id, expected_version)
            if node.merged_into_id is None:
                raise Invalid("node_unknown")
            writer.change_nodes({node_id: {"merged_into_id": None}})
            before = {"merged_into": tree.path(node.merged_into_id)}
            return None, [Note("node_parted", path_of(tree, node.axis_id, node_id), before, None)]

        return self._book.edit(actor, "node_parted", work)

    def retire_node(self, actor: Actor, node_id: int, *, expected_version: int, is_retired: bool = True) -> Done[int]:
        """Offer a node with all below it no more, or again (with what was retired with it, and what is above it).

        Old cases keep it. Return how many nodes that were.

        Raises:
            Invalid: ``node_unknown``. Refused: ``axis_fixed``. Conflict: ``tree_changed``.
        """

        def work(writer: TreeWriter) -> tuple[int, list[Note]]:
            tree, node = writer.trees, writer.node(node_id, expected_version)
            writer.changeable_axis(node.axis_id)
            wanted = to_retire(tree, node) if is_retired else to_bring_back(tree, node)
            at = writer.act.at if is_retired else None
            writer.change_nodes({each: {"retired_at": at} for each in wanted})
            verb = "node_retired" if is_retired else "node_back"
            notes = [Note(verb, path_of(tree, node.axis_id, node_id), None, {"nodes": len(wanted)})]
            return len(wanted), notes if wanted else []

        return self._book.edit(actor, "node_retired" if is_retired else "node_back", work)
