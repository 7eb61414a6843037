"""The editor of the classification: axes as pills, the tree with its figures, the current node's form below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.views.settings.section_frame import SectionFrame
from app.views.settings.tree_actions import tree_actions
from app.views.settings.tree_acts import TreeActs
from app.views.settings.tree_file_flow import TreeFileFlow
from app.views.settings.tree_form import NodeEdit
from app.views.settings.tree_panes import TreePanes
from app.views.settings.tree_questions import TreeQuestions
from app.views.settings.tree_texts import carrier_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.models.domain.classification_tree import AxisInfo, NodeInfo
    from app.services.acts import Done
    from app.services.errors import UserError
    from app.services.rule_set import RuleSet
    from app.services.tree_editing import TreeEditing, TreePicture
    from app.views.support.desk import Desk


class TreePage(QWidget):
    """Shows one axis at a time and wires what a person does to the service."""

    def __init__(self, *, desk: Desk, trees: TreeEditing, rule_set: RuleSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._trees = desk, trees
        self._picture: TreePicture | None = None
        self._axis_id = -1
        self._stale = True
        self._wanted: int | None = None  # to be chosen as soon as it is read
        self._lost: NodeEdit | None = None
        desk.actions.define(tree_actions())
        self.frame = SectionFrame(
            desk=desk,
            rule_set=rule_set,
            section="tree",
            title=self.tr("Árvore de classificação"),
            definition=self.tr("O que perguntamos de cada atendimento e com quais respostas. Nada em uso se apaga."),
        )
        self._may = self.frame.may_edit
        self.acts = TreeActs(desk=desk, trees=trees, parent=self)
        self.questions = TreeQuestions(desk=desk, trees=trees, acts=self.acts, owner=self)
        self.files = TreeFileFlow(desk=desk, trees=trees, questions=self.questions, told=self.frame.fail, owner=self)
        self.panes = TreePanes(theme=desk.theme, may_edit=self._may)
        self.axes, self.search, self.model = self.panes.axes, self.panes.search, self.panes.model
        self.view, self.form = self.panes.view, self.panes.form
        for button in self.panes.tools:
            self.frame.tools.addWidget(button)
        self.frame.body.addWidget(self.panes, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.setFocusProxy(self.view)
        self._connect()
        self._bind()

    # What the application calls

    @property
    def axis(self) -> AxisInfo | None:
        """The axis shown."""
        return None if self._picture is None else self._picture.trees.axis(self._axis_id)

    @property
    def node(self) -> NodeInfo | None:
        """The current node."""
        node_id = self.view.current_id
        return None if self._picture is None or node_id is None else self._picture.trees.nodes.get(node_id)

    def show_axis(self, axis_id: int) -> None:
        """Show another axis."""
        self.form.flush()
        self._axis_id = axis_id
        self.search.edit.clear()
        self._show()

    def choose(self, node_id: int) -> None:
        """Make a node the current one, also one that is just being made."""
        self._wanted = node_id
        self.view.choose(node_id)

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """Read the trees when they may have changed."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def mark_stale(self) -> None:
        """Read anew when the page is seen again, or at once when it is seen now."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read the trees anew."""
        self._stale = False
        self._desk.calls.run(self, "read", self._trees.picture, self._on_picture)

    # Reading

    def _on_picture(self, picture: TreePicture) -> None:
        self._picture = picture
        if picture.trees.axis(self._axis_id) is None:
            subject = picture.trees.axis_by_key("subject") or next(iter(picture.trees.axes), None)
            self._axis_id = subject.id if subject is not None else -1
        self._show()
        lost, self._lost = self._lost, None
        if lost is not None and lost.node_id in picture.trees.nodes:
            self.view.choose(lost.node_id)
            self.form.show_conflict(lost, picture.trees.nodes[lost.node_id])

    def _show(self) -> None:
        picture, axis = self._picture, self.axis
        if picture is None or axis is None:
            return
        typed = self.search.text
        only = picture.trees.matching(axis.id, typed) if typed else None
        self.axes.show_axes(picture.trees.axes, axis.id)
        self.panes.carrier.setText(self.tr("Quem carrega a resposta: {who}").format(who=carrier_text(axis.carrier)))
        today = self._desk.clock.now().astimezone().date()
        self.model.show(picture, axis, today=today, may_edit=self._may and axis.is_active, only=only)
        self.panes.show_empty(is_filtered=only is not None)
        self.view.after_show(axis.id, only=only)
        if self._wanted is not None and self.model.index_of(self._wanted).isValid():
            self.view.choose(self._wanted)
            self._wanted = None
        self._show_node()

    def _show_node(self) -> None:
        node, picture = self.node, self._picture
        where = "" if node is None or picture is None else self.questions.where_text(picture, node)
        self.form.show_node(node, may_edit=self._may, where=where)
        self.panes.show_node(node)

    # Acting

    def shift(self, direction: str) -> None:
        """Move the current node by one step: up, down, out or in."""
        node, picture = self.node, self._picture
        if self._may and node is not None and picture is not None:
            self.acts.shift(picture.trees, node, direction)

    def retire(self) -> None:
        """Retire the current node, bring it back, or part it from the one it was merged into."""
        node = self.node
        if self._may and node is not None:
            if node.merged_into_id is not None:
                self.acts.part(node)
            else:
                self.acts.retire(node)

    def move_to(self) -> None:
        """Ask where the current node goes."""
        if self._may and self._picture is not None and self.node is not None and self.node.is_offered:
            self.questions.move(self._picture, self.node)

    def merge(self) -> None:
        """Ask which node stands for the current one from now on."""
        if self._may and self._picture is not None and self.node is not None and self.node.is_offered:
            self.questions.merge(self._picture, self.node)

    def rename(self) -> None:
        """Edit the current node's name in its row."""
        index = self.view.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.view.edit(index)

    def add(self, *, is_inner: bool) -> None:
        """Ask for a new node beside the current one or inside it."""
        if self._may and self._picture is not None and self.axis is not None:
            self.questions.add(self._picture, self.axis, self.node, is_inner=is_inner)

    def _on_done(self, done: Done[Any]) -> None:
        self.frame.fail(None)
        verb = done.undo.verb if done.undo is not None else ""
        self._wanted = done.value if verb == "node_added" else self._wanted
        self._axis_id = done.value if verb == "axis_added" else self._axis_id
        # The trees are read when the change is told; that may have been before this.
        self._show()

    def _on_saved(self, edit: NodeEdit) -> None:
        self.form.take_saved(edit, self.tr("Salvo"))

    def _on_edit_refused(self, edit: NodeEdit, is_conflict: bool) -> None:
        if is_conflict:
            self._lost = edit
        else:
            self.form.show_wrong(edit)

    def _on_refused(self, error: UserError) -> None:
        self.frame.fail(error)
        self.reload()

    def _on_undone(self) -> None:
        self.form.say("")
        self._desk.undo.undo()

    def _on_changes(self, changes: Changes) -> None:
        if Topic.TREE in changes.topics:
            self.mark_stale()

    def _on_rename_wanted(self, node_id: int, name: str) -> None:
        node = None if self._picture is None else self._picture.trees.nodes.get(node_id)
        if node is not None:
            self.acts.save(NodeEdit(node_id, node.version, {"name": name}))

    def _on_move_wanted(self, node_id: int, parent_id: int | None, before_id: int | None) -> None:
        node = None if self._picture is None else self._picture.trees.nodes.get(node_id)
        if node is not None:
            self.acts.move(node, parent_id, before_id)

    def _on_empty_requested(self) -> None:
        if self.search.text:
            self.search.clear()
        else:
            self.add(is_inner=False)

    def _with_axis(self, act: Callable[[AxisInfo], object]) -> None:
        if self.axis is not None:
            act(self.axis)

    def _connect(self) -> None:
        panes, questions = self.panes, self.questions
        self.axes.chosen.connect(self.show_axis)
        self.axes.add_wanted.connect(lambda: questions.axis(None))
        self.axes.edit_wanted.connect(lambda: questions.axis(self.axis))
        self.axes.retire_wanted.connect(lambda: self._with_axis(self.acts.retire_axis))
        self.axes.step_wanted.connect(lambda step: self._with_axis(lambda axis: self.acts.step_axis(axis, step)))
        self.search.searched.connect(lambda _text: self._show())
        self.search.submitted.connect(lambda _text: self.view.setFocus())
        self.view.chosen.connect(lambda _node_id: self._show_node())
        self.model.rename_wanted.connect(self._on_rename_wanted)
        self.model.move_wanted.connect(self._on_move_wanted)
        self.form.edited.connect(self.acts.save)
        self.form.undo_wanted.connect(self._on_undone)
        self.acts.done.connect(self._on_done)
        self.acts.saved.connect(self._on_saved)
        self.acts.refused.connect(self._on_refused)
        self.acts.edit_refused.connect(self._on_edit_refused)
        panes.new_button.clicked.connect(lambda: self.add(is_inner=False))
        panes.ready_button.clicked.connect(lambda: self._with_axis(self.files.adopt))
        panes.import_button.clicked.connect(lambda: self._with_axis(self.files.choose_file))
        panes.export_wanted.connect(lambda ending: self._with_axis(lambda axis: self.files.choose_target(axis, ending)))
        panes.empty.requested.connect(self._on_empty_requested)
        panes.move_button.clicked.connect(self.move_to)
        panes.merge_button.clicked.connect(self.merge)
        panes.retire_button.clicked.connect(self.retire)
        self._desk.changes.changed.connect(self._on_changes)

    def _bind(self) -> None:
        handlers: dict[str, Callable[[], object]] = {
            "tree.new": lambda: self.add(is_inner=False),
            "tree.inner": lambda: self.add(is_inner=True),
            "tree.rename": self.rename,
            "tree.up": lambda: self.shift("up"),
            "tree.down": lambda: self.shift("down"),
            "tree.out": lambda: self.shift("out"),
            "tree.in": lambda: self.shift("in"),
            "tree.move": self.move_to,
            "tree.merge": self.merge,
            "tree.retire": self.retire,
        }
        for action_id, handler in handlers.items():
            self._desk.actions.bind(action_id, self.view, handler, within=True)
        self._desk.actions.bind("tree.filter", self, self.search.edit.setFocus)
