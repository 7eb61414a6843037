"""Each thing a person does to a tree is one call of the service, one after the other, with its way back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.errors import Conflict, UserError
from app.views.settings.tree_form import NodeEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.classification_tree import AxisInfo, NodeInfo, Trees
    from app.services.acts import Done
    from app.services.tree_editing import TreeEditing
    from app.views.support.desk import Desk


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Done[Any]]
    edit: NodeEdit | None


class TreeActs(QObject):
    """Runs edits in the order in which they were asked for; nothing is lost when they come quickly."""

    done = Signal(object)
    saved = Signal(object)
    """Carries the ``NodeEdit`` that was written."""
    refused = Signal(object)
    """Carries the ``UserError``."""
    edit_refused = Signal(object, object)
    """A ``NodeEdit`` that was not written, and whether a colleague was first."""

    def __init__(self, *, desk: Desk, trees: TreeEditing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._trees = desk, trees
        self._waiting: deque[_Job] = deque()
        self._own: dict[int, int] = {}

    def run(self, work: Callable[[], Done[Any]], edit: NodeEdit | None = None) -> None:
        """Act when those before have been answered."""
        self._waiting.append(_Job(work, edit))
        self._next()

    def take(self, done: Done[Any]) -> None:
        """Offer the way back of an act that a window has run."""
        self._desk.undo.push(done)
        self.done.emit(done)

    def save(self, edit: NodeEdit) -> None:
        """Write what was typed over a node."""
        actor, trees = self._desk.actor, self._trees
        values: dict[str, Any] = dict(edit.values)
        self.run(lambda: trees.change_node(actor, edit.node_id, expected_version=self._version(edit), **values), edit)

    def move(self, node: NodeInfo, parent_id: int | None, before_id: int | None = None) -> None:
        """Hang a node elsewhere."""
        self.run(lambda: self.moved(node, parent_id, before_id))

    def moved(self, node: NodeInfo, parent_id: int | None, before_id: int | None = None) -> Done[None]:
        """Hang a node elsewhere, in the thread of the caller."""
        return self._trees.move_node(
            self._desk.actor, node.id, parent_id, expected_version=node.version, before_id=before_id
        )

    def merged(self, node: NodeInfo, into_id: int) -> Done[None]:
        """Let a node stand for another, in the thread of the caller."""
        return self._trees.merge_node(self._desk.actor, node.id, into_id, expected_version=node.version)

    def part(self, node: NodeInfo) -> None:
        """Part a merged node."""
        actor, trees = self._desk.actor, self._trees
        self.run(lambda: trees.unmerge_node(actor, node.id, expected_version=node.version))

    def retire(self, node: NodeInfo) -> None:
        """Retire a node, or bring it back."""
        actor, trees, retired = self._desk.actor, self._trees, node.retired_at is None
        self.run(lambda: trees.retire_node(actor, node.id, expected_version=node.version, is_retired=retired))

    def retire_axis(self, axis: AxisInfo) -> None:
        """Retire an axis, or bring it back."""
        actor, axes = self._desk.actor, self._trees.axes
        self.run(lambda: axes.retire_axis(actor, axis.id, expected_version=axis.version, is_retired=axis.is_active))

    def step_axis(self, axis: AxisInfo, step: int) -> None:
        """Let an axis change places with its neighbour."""
        actor, axes = self._desk.actor, self._trees.axes
        self.run(lambda: axes.move_axis(actor, axis.id, step))

    def shift(self, tree: Trees, node: NodeInfo, direction: str) -> None:
        """Move a node by one: ``up``, ``down``, ``out`` behind its parent, ``in`` to the sibling above."""
        above = tree.above(node)
        siblings = [each for each in tree.children(node.axis_id, above) if each.is_offered]
        place = next((number for number, each in enumerate(siblings) if each.id == node.id), -1)
        if place < 0:
            return
        if direction == "up" and place > 0:
            self.move(node, above, siblings[place - 1].id)
        elif direction == "down" and place + 1 < len(siblings):
            self.move(node, above, siblings[place + 2].id if place + 2 < len(siblings) else None)
        elif direction == "in" and place > 0:
            self.move(node, siblings[place - 1].id)
        elif direction == "out" and above is not None:
            self._move_out(tree, node, tree.nodes[above])

    def _move_out(self, tree: Trees, node: NodeInfo, parent: NodeInfo) -> None:
        upper = tree.above(parent)
        uncles = [each.id for each in tree.children(node.axis_id, upper)]
        place = uncles.index(parent.id) + 1
        self.move(node, upper, uncles[place] if place < len(uncles) else None)

    def _version(self, edit: NodeEdit) -> int:
        # Two fields left in a row: the second was typed over the version that the first has raised by itself.
        return max(edit.version, self._own.get(edit.node_id, 0))

    def _next(self) -> None:
        if self._waiting and not self._desk.calls.busy(self, "act"):
            job = self._waiting.popleft()
            self._desk.calls.run(
                self,
                "act",
                job.work,
                lambda done: self._on_done(job, done),
                failed=lambda error: self._on_failed(job, error),
            )

    def _on_done(self, job: _Job, done: Done[Any]) -> None:
        if job.edit is not None:
            if done.undo is not None:
                self._own = {job.edit.node_id: self._version(job.edit) + 1}
            self.saved.emit(job.edit)
        self.take(done)
        self._next()

    def _on_failed(self, job: _Job, error: Exception) -> bool:
        if not isinstance(error, UserError):
            self._waiting.clear()
            return False
        self.refused.emit(error)
        if job.edit is not None:
            self.edit_refused.emit(job.edit, isinstance(error, Conflict))
        self._next()
        return True
