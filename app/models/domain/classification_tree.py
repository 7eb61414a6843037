"""Read models of the classification: axes with their trees, found by typing, folded where nodes were merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from app.models.domain.words import fold

PATH_SEPARATOR = " › "
MOST_NODES = 20_000
"""An axis with more answers than this helps nobody to choose, and is refused."""
MOST_LEVELS = 12
LONGEST_NAME = 120
FIXED_AXIS = "sentiment"
"""The axis whose answers the program itself counts by: they can be renamed and explained, not added to or moved."""
NEEDED_AXES = frozenset({"nature", "situation", "subject", "sentiment"})
"""Axes that closing a case and the advice rely on: never retired."""
OWN_CARRIERS = ("case", "customer")
"""Who may carry an axis that the team makes: mentions have room for the two that came with the program."""


@dataclass(frozen=True, slots=True)
class NodeInfo:
    """One answer on an axis; ``merged_into_id`` and ``retired_at`` keep old cases readable."""

    id: int
    axis_id: int
    parent_id: int | None
    merged_into_id: int | None
    key: str
    name: str
    folded_name: str
    description: str | None
    examples: str | None
    color: str | None
    shortcut: str | None
    position: int
    retired_at: datetime | None
    version: int

    @property
    def is_offered(self) -> bool:
        """Tell whether new cases may get it."""
        return self.retired_at is None and self.merged_into_id is None


@dataclass(frozen=True, slots=True)
class AxisInfo:
    """One question of the classification; ``carrier`` is mention, case or customer."""

    id: int
    key: str
    name: str
    carrier: str
    position: int
    is_active: bool
    version: int


@dataclass(frozen=True, slots=True)
class NodeChoice:
    """A node as the type-ahead shows it; ``is_recent`` = this person used it lately."""

    node_id: int
    path: str
    shortcut: str | None
    is_recent: bool = False


@dataclass(frozen=True)
class Trees:
    """All axes and nodes of a team, as of one read."""

    axes: tuple[AxisInfo, ...]
    nodes: Mapping[int, NodeInfo] = field(default_factory=dict)

    def axis(self, axis_id: int) -> AxisInfo | None:
        """Return an axis by id."""
        return next((axis for axis in self.axes if axis.id == axis_id), None)

    def axis_by_key(self, key: str) -> AxisInfo | None:
        """Return an axis by key."""
        return next((axis for axis in self.axes if axis.key == key), None)

    def children(self, axis_id: int, parent_id: int | None = None) -> tuple[NodeInfo, ...]:
        """Return the nodes directly under a node (or the axis itself) in the team's order, merged ones left out.

        What hung on a node that was merged hangs on the node that stands for it today.
        """
        return tuple(node for node in self.all_children(axis_id, parent_id) if node.merged_into_id is None)

    def all_children(self, axis_id: int, parent_id: int | None = None) -> tuple[NodeInfo, ...]:
        """Return the nodes directly under a node as an editor shows them: offered ones, retired, merged ones last."""
        return self._children.get((axis_id, parent_id), ())

    def tree(self, axis_id: int) -> tuple[NodeInfo, ...]:
        """Return all nodes of an axis in the order in which a tree shows them, parents first, merged ones left out."""
        found: list[NodeInfo] = []
        waiting = list(reversed(self.children(axis_id)))
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting += reversed(self.children(axis_id, node.id))
        return tuple(found)

    def nodes_of(self, axis_id: int) -> tuple[NodeInfo, ...]:
        """Return all nodes of an axis, merged ones too, in no order."""
        return tuple(node for node in self.nodes.values() if node.axis_id == axis_id)

    def resolve(self, node_id: int) -> int:
        """Follow merges to the node that stands for this one today."""
        seen = {node_id}
        while (node := self.nodes.get(node_id)) is not None and node.merged_into_id is not None:
            if node.merged_into_id in seen:
                break
            node_id = node.merged_into_id
            seen.add(node_id)
        return node_id

    def above(self, node: NodeInfo) -> int | None:
        """Return the node under which this one hangs today, None at the top."""
        return None if node.parent_id is None else self.resolve(node.parent_id)

    def line(self, node_id: int) -> tuple[NodeInfo, ...]:
        """Return a node with all above it, the topmost first."""
        line: dict[int, NodeInfo] = {}
        current: int | None = node_id
        while current is not None and current not in line and (node := self.nodes.get(current)) is not None:
            line[current] = node
            current = self.above(node)
        return tuple(reversed(line.values()))

    def above_all(self, node_ids: Iterable[int]) -> frozenset[int]:
        """Return nodes with all that stand above them, and what merged ones were merged into."""
        found: set[int] = set()
        waiting = list(node_ids)
        while waiting:
            node_id = waiting.pop()
            if node_id not in found:
                found.add(node_id)
                node = self.nodes.get(node_id)
                above = () if node is None else (node.parent_id, node.merged_into_id)
                waiting += [each for each in above if each is not None]
        return frozenset(found)

    def path(self, node_id: int | None) -> str | None:
        """Return the names from the top down, as the screen shows them; None for no node or an unknown one."""
        if node_id is None or node_id not in self.nodes:
            return None
        return PATH_SEPARATOR.join(node.name for node in self.line(node_id))

    def branch(self, node_id: int) -> frozenset[int]:
        """Return a node with all below it and all that was merged into any of them."""
        found: set[int] = set()
        pending = [node_id]
        while pending:
            current = pending.pop()
            if current not in found:
                found.add(current)
                pending += self._below.get(current, ())
        return frozenset(found)

    def merged_into(self, node_id: int) -> tuple[NodeInfo, ...]:
        """Return the nodes that were merged into this one, directly."""
        below = (self.nodes[each] for each in self._below.get(node_id, ()))
        return tuple(node for node in below if node.merged_into_id == node_id)

    def is_in_ring(self, node_id: int) -> bool:
        """Tell whether a node would stand above itself, over parents and merges."""
        found: set[int] = set()
        waiting: list[int] = [node_id]
        while waiting:
            node = self.nodes.get(waiting.pop())
            for above in () if node is None else (node.parent_id, node.merged_into_id):
                if above == node_id:
                    return True
                if above is not None and above not in found:
                    found.add(above)
                    waiting.append(above)
        return False

    def usage(self, counts: Mapping[int, int]) -> dict[int, int]:
        """Fold counts by node as assigned: each node gets its own, those merged into it and those of all below it.

        A merged node keeps its own figure beside.
        """
        totals: dict[int, int] = {}
        for node_id, count in counts.items():
            standing = self.resolve(node_id)
            if standing != node_id:
                totals[node_id] = totals.get(node_id, 0) + count
            for node in self.line(standing):
                totals[node.id] = totals.get(node.id, 0) + count
        return totals

    def keys_of(self, node_ids: Iterable[int]) -> dict[str, tuple[str, ...]]:
        """Return, by axis key, the keys of nodes and of all above them, the topmost first."""
        keys: dict[str, tuple[str, ...]] = {}
        for node_id in node_ids:
            line = self.line(self.resolve(node_id))
            axis = self.axis(line[0].axis_id) if line else None
            if axis is not None:
                keys[axis.key] = tuple(node.key for node in line)
        return keys

    def search(self, axis_id: int, typed: str, *, recent: Iterable[int] = (), limit: int = 20) -> list[NodeChoice]:
        """Return the nodes that can be chosen whose path holds every typed word, recent and shortest first.

        Case and accents do not matter; a word may stand anywhere at the start of a word of the path.
        """
        words = fold(typed).split()
        recents = {node_id: place for place, node_id in enumerate(recent)}
        paths = self._folded_paths
        found = [node for node in self.tree(axis_id) if node.is_offered and _matches(paths[node.id], words)]
        found.sort(key=lambda node: self._rank(node, words, recents))
        return [
            NodeChoice(node.id, self.path(node.id) or node.name, node.shortcut, node.id in recents)
            for node in found[:limit]
        ]

    def _rank(self, node: NodeInfo, words: list[str], recents: Mapping[int, int]) -> tuple[int, int, int]:
        is_own_name = bool(words) and node.folded_name.startswith(words[0])
        return (recents.get(node.id, len(recents)), 0 if is_own_name else 1, len(self.line(node.id)))

    def matching(self, axis_id: int, typed: str) -> frozenset[int]:
        """Return the nodes of an axis, retired and merged ones too, whose path holds every typed word."""
        words, paths = fold(typed).split(), self._folded_paths
        return frozenset(node.id for node in self.nodes_of(axis_id) if _matches(paths[node.id], words))

    @cached_property
    def _folded_paths(self) -> dict[int, str]:
        return {each: " ".join(node.folded_name for node in self.line(each)) for each in self.nodes}

    @cached_property
    def _children(self) -> dict[tuple[int, int | None], tuple[NodeInfo, ...]]:
        found: dict[tuple[int, int | None], list[NodeInfo]] = {}
        for node in sorted(self.nodes.values(), key=_place):
            found.setdefault((node.axis_id, self.above(node)), []).append(node)
        return {key: tuple(nodes) for key, nodes in found.items()}

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for node in self.nodes.values():
            for above in (node.parent_id, node.merged_into_id):
                if above is not None:
                    found.setdefault(above, []).append(node.id)
        return found


def _place(node: NodeInfo) -> tuple[bool, bool, int, str, int]:
    return (
        node.merged_into_id is not None,
        node.retired_at is not None,
        node.position,
        node.folded_name,
        node.id,
    )


def _matches(folded_path: str, words: list[str]) -> bool:
    padded = f" {folded_path}"
    return all(f" {word}" in padded for word in words)
