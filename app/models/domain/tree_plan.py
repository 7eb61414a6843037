"""Works out what a file or a ready-made tree would do to an axis, before anything is written and all or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.models.domain.classification_tree import LONGEST_NAME, MOST_LEVELS, NodeInfo, Trees
from app.models.domain.words import fold

TEXT_FIELDS = ("name", "description", "examples", "color", "shortcut")
_COLOR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
Token = int | str
"""A node that is there (its id) or one that is to come (its row's ``ref``)."""


class StepKind(StrEnum):
    """What becomes of one row."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    RETIRED = "retired"
    SAME = "same"


class Problem(StrEnum):
    """Why a row stops the whole plan."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    DUPLICATE = "duplicate"
    UNKNOWN_PARENT = "unknown_parent"
    RING = "ring"
    TOO_DEEP = "too_deep"
    BAD_COLOR = "bad_color"
    BAD_SHORTCUT = "bad_shortcut"
    SHORTCUT_TAKEN = "shortcut_taken"


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row as read. ``ref`` names it inside the file: its key, or ``#number`` where it has none.

    ``parent`` is the ref or the key of the row above, "" the top, None not said. ``values`` holds only what the file
    says: description, examples, color, shortcut (None clears), ``is_retired``.
    """

    number: int
    ref: str
    key: str
    name: str
    parent: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What a row does: ``node_id`` None = a new node; ``values`` what is written, ``was`` what stood there."""

    number: int
    kind: StepKind
    ref: str
    key: str
    name: str
    node_id: int | None
    parent: Token | None
    values: Mapping[str, Any]
    was: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """A row that cannot be taken in, and what it says."""

    number: int
    problem: Problem
    text: str


@dataclass(frozen=True, slots=True)
class TreePlan:
    """All steps, parents first; ``order`` holds the new order under each node whose children change places."""

    axis_id: int
    steps: tuple[PlanStep, ...]
    problems: tuple[PlanProblem, ...]
    order: Mapping[Token | None, tuple[Token, ...]]

    @property
    def changes(self) -> tuple[PlanStep, ...]:
        """The steps that do something."""
        return tuple(step for step in self.steps if step.kind is not StepKind.SAME)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not self.order and not self.changes

    def count(self, kind: StepKind) -> int:
        """Return how many rows do that."""
        return sum(step.kind is kind for step in self.steps)


def plan_tree(
    trees: Trees, axis_id: int, rows: Sequence[TreeRow], *, is_adoption: bool = False, retire_missing: bool = False
) -> TreePlan:
    """Return what rows would do to an axis.

    A row is the node with its key or, failing that, the one of the same name at the same place. An adoption adds what
    is missing and offers again what was retired, and leaves everything else as the team has made it.
    ``retire_missing`` retires what the rows do not name.
    """
    planner = _Planner(trees, axis_id, rows, is_adoption=is_adoption)
    planner.match_all()
    steps = [step for row in planner.sorted_rows() if (step := planner.step(row)) is not None]
    planner.check_finally(steps)
    if retire_missing:
        named = {step.node_id for step in steps}
        steps += [_retiring(node) for node in trees.tree(axis_id) if node.id not in named and node.retired_at is None]
    problems = tuple(sorted(planner.problems, key=lambda each: each.number))
    return TreePlan(axis_id, tuple(steps), problems, {} if problems else planner.order(steps))


def _retiring(node: NodeInfo) -> PlanStep:
    gone, was = {"is_retired": True}, {"is_retired": False}
    return PlanStep(0, StepKind.RETIRED, node.key, node.key, node.name, node.id, node.parent_id, gone, was)


class _Planner:
    def __init__(self, trees: Trees, axis_id: int, rows: Sequence[TreeRow], *, is_adoption: bool) -> None:
        self._trees, self._axis_id, self._is_adoption = trees, axis_id, is_adoption
        self._rows: dict[str, TreeRow] = {}
        self.problems: list[PlanProblem] = []
        self._by_key = {node.key: node for node in trees.nodes_of(axis_id)}
        self._by_place = {
            (trees.above(node), node.folded_name): node
            for node in trees.nodes_of(axis_id)
            if node.merged_into_id is None
        }
        self._node_of: dict[str, NodeInfo | None] = {}
        self._parent_of: dict[str, Token | None] = {}
        self._sorted: list[TreeRow] = []
        self._ringed: set[str] = set()
        self._keys = {row.key for row in rows if row.key}
        for row in rows:
            if row.ref in self._rows:
                self._object(row, Problem.DUPLICATE, row.key)
            else:
                self._rows[row.ref] = row

    def match_all(self) -> None:
        """Find each row's node and parent, parents before children."""
        for row in self._rows.values():
            for each in self._upwards(row):
                self._match(each)
        taken = Counter(node.id for node in self._node_of.values() if node is not None)
        seen: set[tuple[Token | None, str]] = set()
        for row in self._sorted:
            node, place = self._node_of[row.ref], (self._parent_of[row.ref], fold(row.name))
            is_twice = taken[node.id] > 1 if node is not None else place in seen
            if node is None:
                seen.add(place)
            if is_twice:
                self._object(row, Problem.DUPLICATE, row.name)

    def sorted_rows(self) -> list[TreeRow]:
        """Return the rows that could be matched, parents first."""
        return self._sorted

    def step(self, row: TreeRow) -> PlanStep | None:
        """Return what a row does; None when it has no usable name."""
        name = " ".join(row.name.split())
        if not name or len(name) > LONGEST_NAME:
            self._object(row, Problem.LONG_NAME if name else Problem.NO_NAME, name[:LONGEST_NAME] or row.key)
            return None
        node, parent = self._node_of[row.ref], self._parent_of[row.ref]
        given = dict(row.values) | {"name": name}
        self._check_values(row, given)
        if node is None:
            return PlanStep(row.number, StepKind.ADDED, row.ref, row.key, name, None, parent, given, {})
        if self._is_adoption:
            given = {"is_retired": False}
        was = {key: _now(node, key) for key in given}
        values = {key: value for key, value in given.items() if was[key] != value}
        kind = StepKind.CHANGED if values else StepKind.SAME
        if parent != self._trees.above(node):
            kind = StepKind.MOVED
        elif values.get("is_retired"):
            kind = StepKind.RETIRED
        return PlanStep(
            row.number, kind, row.ref, node.key, name, node.id, parent, values, {key: was[key] for key in values}
        )

    def check_finally(self, steps: list[PlanStep]) -> None:
        """Look at the tree as it would be: rings, depth and keys given twice."""
        uppers: dict[Token, tuple[Token | None, ...]] = {
            node.id: (node.parent_id, node.merged_into_id) for node in self._trees.nodes_of(self._axis_id)
        }
        for step in steps:
            if step.node_id is None:
                uppers[step.ref] = (step.parent,)
            elif step.kind is StepKind.MOVED:
                uppers[step.node_id] = (step.parent, *uppers[step.node_id][1:])
        for step in steps:
            if step.kind in {StepKind.MOVED, StepKind.ADDED}:
                self._check_place(step, uppers)
        self._check_shortcuts(steps)

    def order(self, steps: Iterable[PlanStep]) -> dict[Token | None, tuple[Token, ...]]:
        """Return the new order of children wherever it differs from the present one."""
        wanted: dict[Token | None, list[Token]] = {}
        for step in sorted(steps, key=lambda each: each.number):
            if step.number and not (self._is_adoption and step.node_id is not None):
                wanted.setdefault(step.parent, []).append(step.ref if step.node_id is None else step.node_id)
        found: dict[Token | None, tuple[Token, ...]] = {}
        gone = {step.node_id for step in steps if step.kind is StepKind.MOVED}
        for parent, named in wanted.items():
            present = self._present(parent)
            new = _merged([each for each in present if each not in gone or each in named], named)
            if new != present:
                found[parent] = new
        return found

    def _present(self, parent: Token | None) -> tuple[Token, ...]:
        if isinstance(parent, str):
            return ()
        return tuple(node.id for node in self._trees.children(self._axis_id, parent))

    def _upwards(self, row: TreeRow) -> list[TreeRow]:
        """Return the unmatched rows above a row and itself, the topmost first; a ring stops here."""
        line, seen = [row], {row.ref}
        while (above := self._rows.get(line[-1].parent or "")) is not None and above.ref not in self._node_of:
            if above.ref in seen or above.ref in self._ringed:
                self._break(line)
                return []
            seen.add(above.ref)
            line.append(above)
        return [each for each in reversed(line) if each.ref not in self._node_of]

    def _break(self, line: list[TreeRow]) -> None:
        """Say of rows that run in a ring, or hang on one, that they cannot be placed; once each."""
        for each in line:
            if each.ref not in self._ringed:
                self._ringed.add(each.ref)
                self._object(each, Problem.RING, each.name)

    def _match(self, row: TreeRow) -> None:
        node = self._by_key.get(row.key) if row.key else None
        parent: Token | None = None
        if row.parent in self._node_of:
            above = self._node_of[row.parent or ""]
            parent = (row.parent or "") if above is None else self._trees.resolve(above.id)
        elif row.parent in self._by_key:
            parent = self._trees.resolve(self._by_key[row.parent or ""].id)
        elif row.parent:
            self._object(row, Problem.UNKNOWN_PARENT, row.parent)
        elif row.parent is None and node is not None:
            parent = self._trees.above(node)
        if node is None and not isinstance(parent, str):
            here = self._by_place.get((parent, fold(" ".join(row.name.split()))))
            node = None if here is not None and here.key in self._keys else here
        if self._is_adoption and node is not None:
            parent = self._trees.above(node)
        self._node_of[row.ref], self._parent_of[row.ref] = node, parent
        self._sorted.append(row)

    def _check_values(self, row: TreeRow, given: dict[str, Any]) -> None:
        color, shortcut = given.get("color"), given.get("shortcut")
        if color is not None and not _COLOR.fullmatch(color):
            self._object(row, Problem.BAD_COLOR, color)
        if shortcut is not None and not is_single_key(shortcut):
            self._object(row, Problem.BAD_SHORTCUT, shortcut)

    def _check_place(self, step: PlanStep, uppers: Mapping[Token, tuple[Token | None, ...]]) -> None:
        own: Token = step.ref if step.node_id is None else step.node_id
        levels, current = 1, step.parent
        while current is not None and current != own and levels <= MOST_LEVELS:
            levels += 1
            current = uppers[current][0]
        # What lies deeper than allowed is not followed to its end: a file may be one long chain.
        if levels > MOST_LEVELS:
            self._object_at(step, Problem.TOO_DEEP)
        elif own in _reached(step.parent, uppers):
            self._object_at(step, Problem.RING)

    def _check_shortcuts(self, steps: list[PlanStep]) -> None:
        held = {node.id: node.shortcut for node in self._trees.nodes_of(self._axis_id) if node.is_offered}
        owners: dict[str, Token] = {}
        for step in steps:
            held.pop(step.node_id or 0, None)
        for node_id, shortcut in held.items():
            if shortcut:
                owners[fold(shortcut)] = node_id
        for step in steps:
            node = None if step.node_id is None else self._trees.nodes[step.node_id]
            shortcut = step.values.get("shortcut", None if node is None else node.shortcut)
            is_retired = step.values.get("is_retired", node is not None and not node.is_offered)
            if not shortcut or is_retired:
                continue
            if fold(shortcut) in owners:
                self.problems.append(PlanProblem(step.number, Problem.SHORTCUT_TAKEN, shortcut))
            owners.setdefault(fold(shortcut), step.ref)

    def _object(self, row: TreeRow, problem: Problem, text: str) -> None:
        self.problems.append(PlanProblem(row.number, problem, text))

    def _object_at(self, step: PlanStep, problem: Problem) -> None:
        self.problems.append(PlanProblem(step.number, problem, step.name))


def _reached(start: Token | None, uppers: Mapping[Token, tuple[Token | None, ...]]) -> set[Token]:
    """Return everything above a node, over parents and merges alike, itself included."""
    found: set[Token] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if each is not None and each not in found:
            found.add(each)
            waiting += uppers.get(each, ())
    return found


def _merged(present: Sequence[Token], named: Sequence[Token]) -> tuple[Token, ...]:
    """Return siblings in the order of a file: those it names change places among themselves, others stay.

    What comes new stands behind the row before it.
    """
    there = set(present)
    heads: list[Token] = []
    behind: dict[Token, list[Token]] = {}
    last = heads
    for each in named:
        if each in there:
            last = behind[each] = []
        else:
            last.append(each)
    refilled = iter(behind)
    order: list[Token] = []
    for each in present:
        if each not in behind:
            order.append(each)
            continue
        next_one = next(refilled)
        order += [*heads, next_one, *behind[next_one]]
        heads = []
    return (*order, *heads)


def is_single_key(text: str) -> bool:
    """Tell whether a text is one letter or digit, as a key of the keyboard writes it."""
    return len(text) == 1 and fold(text).isalnum()


def free_key(name: str, taken: set[str]) -> str:
    """Return a stable key made of a name, unlike any that is taken."""
    base = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:60] or "node"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def _now(node: NodeInfo, key: str) -> Any:  # noqa: ANN401 - a column's value
    return node.retired_at is not None if key == "is_retired" else getattr(node, key)
