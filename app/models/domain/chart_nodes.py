"""Folds counts by node as assigned into the nodes a chart shows: renamed, moved, merged and retired ones follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.models.domain.chart import Category
from app.models.domain.classification_tree import PATH_SEPARATOR, Trees

DIRECT, OTHERS = "direct", "others"
"""What lies on the node itself whose children are shown; what is too little to be told apart."""
_MOST_IN_QUERY = 100
"""So many nodes one inbox query may name."""

Key = int | str
Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One node of a chart with what was counted there; ``node_ids`` None = no inbox query says just this."""

    key: Key
    category: Category
    counts: Vector
    node_ids: tuple[int, ...] | None


class Branches:
    """Knows under which child of one node (or of the axis itself) every node counts today."""

    def __init__(self, trees: Trees, axis_id: int, parent_id: int | None = None, *, levels: int = 1) -> None:
        self._trees = trees
        self._axis_id = axis_id
        self.parent_id = None if parent_id is None else trees.resolve(parent_id)
        self._levels = levels
        self._known: dict[int, tuple[int, ...] | None] = {}

    def place(self, node_id: int) -> tuple[int, ...] | None:
        """Return the nodes from below the parent down to this one, at most ``levels``; empty for the parent itself.

        None = it lies elsewhere.
        """
        if node_id not in self._known:
            self._known[node_id] = None  # a ring ends here
            self._known[node_id] = self._find(node_id)
        return self._known[node_id]

    def _find(self, node_id: int) -> tuple[int, ...] | None:
        standing = self._trees.resolve(node_id)
        if standing == self.parent_id:
            return ()
        if standing != node_id:
            return self.place(standing)
        node = self._trees.nodes.get(node_id)
        if node is None or node.axis_id != self._axis_id:
            return None
        above = self._trees.above(node)
        line = () if above is None and self.parent_id is None else None if above is None else self.place(above)
        if line is None:
            return None
        return line if len(line) == self._levels else (*line, node_id)


def folded(counts: Mapping[int, Sequence[float]], key_of: Callable[[int], Key | None]) -> dict[Key, Vector]:
    """Return the sums of counts by node under the keys that their nodes have; None leaves one out."""
    found: dict[Key, Vector] = {}
    for node_id, vector in counts.items():
        key = key_of(node_id)
        if key is not None:
            known = found.get(key)
            found[key] = tuple(vector) if known is None else tuple(map(sum, zip(known, vector, strict=True)))
    return found


def node_key(branches: Branches) -> Callable[[int], Key | None]:
    """Return what says under which child a node counts, ``DIRECT`` for the parent itself."""

    def key_of(node_id: int) -> Key | None:
        line = branches.place(node_id)
        if line is None:
            return None
        return line[0] if line else DIRECT

    return key_of


def node_category(trees: Trees, node_id: int, *, is_path: bool = False) -> Category:
    """Return how a node stands in a chart; one with nodes below it can be opened."""
    node = trees.nodes[node_id]
    line = trees.line(node_id)
    color = next((each.color for each in reversed(line) if each.color), None)
    name = PATH_SEPARATOR.join(each.name for each in line) if is_path else node.name
    return Category(node_id, name, color, node_id if trees.children(node.axis_id, node_id) else None)


def ranked(
    trees: Trees, counts: Mapping[Key, Vector], *, width: int, most: int, only: Sequence[Category] | None = None
) -> list[Place]:
    """Return the nodes with the most first, then the rest as others, then what lies on the parent itself.

    ``width`` = how many counts each of them has. ``only`` gives the very places to show, as the chart beside has them.
    """
    nodes = [key for key, vector in counts.items() if isinstance(key, int) and any(vector)]
    if only is None:
        nodes.sort(key=lambda key: (-counts[key][0], trees.nodes[key].folded_name, key))
        shown = nodes[:most]
    else:
        shown = [each.key for each in only if isinstance(each.key, int) and each.key in trees.nodes]
    rest = [key for key in nodes if key not in set(shown)]
    nothing = (0.0,) * width
    places = [Place(key, node_category(trees, key), counts.get(key, nothing), (key,)) for key in shown]
    if rest or _has(only, OTHERS):
        total = tuple(map(sum, zip(nothing, *(counts[key] for key in rest), strict=True)))
        places.append(Place(OTHERS, Category(OTHERS), total, _told(rest)))
    if any(counts.get(DIRECT, nothing)) or _has(only, DIRECT):
        places.append(Place(DIRECT, Category(DIRECT), counts.get(DIRECT, nothing), None))
    return places


def meet(trees: Trees, node_ids: Iterable[int], chosen: Iterable[int]) -> tuple[int, ...]:
    """Return the nodes whose branches lie both under ``node_ids`` and under ``chosen`` of the same axis."""
    found: dict[int, None] = {}
    wide = {each: trees.branch(trees.resolve(each)) for each in chosen}
    for node_id in node_ids:
        branch = trees.branch(node_id)
        for each, other in wide.items():
            standing = trees.resolve(each)
            if node_id in other:
                found[node_id] = None
            elif standing in branch:
                found[standing] = None
    return tuple(found)


def _told(rest: Sequence[int]) -> tuple[int, ...] | None:
    return tuple(rest) if 0 < len(rest) <= _MOST_IN_QUERY else None


def _has(only: Sequence[Category] | None, key: str) -> bool:
    return only is not None and any(each.key == key for each in only)
