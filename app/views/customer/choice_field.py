"""Profile and persona are read as words and changed by typing a few letters, in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.views.customer.keyed import keep_tip
from app.views.support.labels import ElidedLabel
from app.views.support.type_ahead import Option, TypeAhead

if TYPE_CHECKING:
    from app.models.domain.classification_tree import Trees
    from app.views.support.desk import Desk

_NOTHING: Final = 0


class ChoiceField(QWidget):
    """What a customer is on one axis; ``chosen`` carries the node id, 0 to clear."""

    chosen = Signal(int)

    def __init__(self, *, desk: Desk, axis_key: str, name: str, action_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis_key = axis_key
        self._trees: Trees | None = None
        self._node_id: int | None = None
        self._value = ElidedLabel()
        self._change = QToolButton()
        self._change.setIcon(desk.theme.icon("pencil"))
        self._change.setProperty("kind", "small")
        self._change.setAccessibleName(self.tr("Escolher {name}").format(name=name.lower()))
        keep_tip(self._change, desk.actions, action_id, self._change.accessibleName())
        self._change.clicked.connect(self.open)
        self._field = TypeAhead(
            theme=desk.theme, name=name, placeholder=self.tr("Digite parte do nome"), ask=self._on_asked
        )
        self._field.chosen.connect(self._on_chosen)
        self._field.left.connect(self.close_field)
        self._field.hide()
        line = QHBoxLayout()
        desk.theme.space(line, spacing=1)
        line.addWidget(self._value, 1)
        line.addWidget(self._change)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=1)
        layout.addLayout(line)
        layout.addWidget(self._field)

    def set_trees(self, trees: Trees) -> None:
        """Know the answers that can be chosen."""
        self._trees = trees
        self._show()

    def set_node(self, node_id: int | None, *, editable: bool) -> None:
        """Show what is chosen."""
        self._node_id = node_id
        self._change.setVisible(editable)
        self._show()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._value.text()

    def open(self) -> None:
        """Let the person type."""
        if self._trees is None or not self._change.isVisible():
            return
        self._field.reset()
        self._field.show()
        self._field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_asked("")

    def close_field(self) -> None:
        """Leave everything as it was."""
        self._field.hide()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        path = None
        if self._trees is not None and self._node_id is not None:
            path = self._trees.path(self._trees.resolve(self._node_id))
        self._value.setText(path or "–")

    def _on_asked(self, typed: str) -> None:
        axis = None if self._trees is None else self._trees.axis_by_key(self._axis_key)
        if self._trees is None or axis is None:
            return
        options = [Option(found.node_id, found.path) for found in self._trees.search(axis.id, typed)]
        if self._node_id is not None and not typed:
            options.append(Option(_NOTHING, self.tr("Deixar sem escolha")))
        self._field.show_options(options)

    def _on_chosen(self, node_id: int) -> None:
        self.close_field()
        if node_id != (self._node_id or _NOTHING):
            self.chosen.emit(node_id)
