"""One node's name, meaning, examples, colour and key, edited in place and saved as soon as a field is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.classification_tree import LONGEST_NAME
from app.views.settings.tree_texts import color_names, field_names
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.models.domain.classification_tree import NodeInfo
    from app.views.support.theme import Theme

_SAVING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class NodeEdit:
    """What was typed over a node as it was at ``version``."""

    node_id: int
    version: int
    values: dict[str, str] = field(default_factory=dict)


class TextField(QPlainTextEdit):
    """A box of some lines that says when it is left; Ctrl+Enter saves, Tab goes on."""

    left = Signal()

    def __init__(self, *, theme: Theme, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, lines
        self.setTabChangesFocus(True)
        theme.changed.connect(self._resize)
        self._resize()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+Enter."""
        if event.key() in _SAVING and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _resize(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + self._theme.metrics.px(20))


class NodeForm(QFrame):
    """The fields of the current node; ``edited`` carries a ``NodeEdit`` of what differs."""

    edited = Signal(object)
    undo_wanted = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._node: NodeInfo | None = None
        self._version = 0
        self._may_edit = False
        self.name, self.shortcut = QLineEdit(), QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.shortcut.setMaxLength(1)
        self.shortcut.setToolTip(self.tr("Uma letra ou um número que escolhe este item ao classificar"))
        self.description = TextField(theme=theme, lines=3)
        self.description.setPlaceholderText(self.tr("Em que caso este item serve, e qual usar quando não serve"))
        self.examples = TextField(theme=theme, lines=2)
        self.examples.setPlaceholderText(self.tr("Uma frase de cliente por linha"))
        self.color = QComboBox()
        self.where = label("", "small", wrap=True)
        self.saved = label("", "small")
        self.undo_button = QPushButton(self.tr("desfazer"))
        self.undo_button.setProperty("kind", "link")
        self.undo_button.clicked.connect(self.undo_wanted)
        self.conflict = _ConflictNote(theme=theme)
        self._foot = QWidget()
        self.buttons = FlowLayout(self._foot, spacing=theme.metrics.step(2))
        self._fields: dict[str, QWidget] = {
            "name": self.name,
            "description": self.description,
            "examples": self.examples,
            "color": self.color,
            "shortcut": self.shortcut,
        }
        self._build()
        self._connect()
        self.show_node(None, may_edit=False)

    @property
    def node_id(self) -> int | None:
        """The node shown."""
        return None if self._node is None else self._node.id

    def show_node(self, node: NodeInfo | None, *, may_edit: bool, where: str = "") -> None:
        """Show a node; what is being typed on the same node stays."""
        is_same = node is not None and self._node is not None and node.id == self._node.id
        typed = self._typed() if is_same else {}
        if not is_same:
            self.flush()
            self.saved.clear()
            self.undo_button.hide()
            self.conflict.hide()
        self._node, self._may_edit = node, may_edit and node is not None and node.is_offered
        if not (is_same and typed):
            self._version = 0 if node is None else node.version
        for name in self._fields:
            if name not in typed:
                self._put(name, "" if node is None else getattr(node, name) or "")
        self.where.setText(where)
        for widget in self._fields.values():
            widget.setEnabled(node is not None)
        for edit in (self.name, self.shortcut, self.description, self.examples):
            edit.setReadOnly(not self._may_edit)
        self.color.setEnabled(self._may_edit)

    def flush(self) -> None:
        """Save what differs."""
        if self._node is None or not self._may_edit or self.conflict.isVisible():
            return
        values = self._typed()
        if values:
            self.edited.emit(NodeEdit(self._node.id, self._version, values))

    def take_saved(self, edit: NodeEdit, text: str) -> None:
        """Know that an edit was written."""
        if self._node is not None and edit.node_id == self._node.id:
            self._version = edit.version + 1
            self.say(text)
            for widget in self._fields.values():
                set_property(widget, "invalid", "false")

    def say(self, text: str) -> None:
        """Show what was done, with its way back."""
        self.saved.setText(text)
        self.undo_button.setVisible(bool(text))

    def show_wrong(self, edit: NodeEdit) -> None:
        """Keep what was typed and mark its fields."""
        if self.node_id == edit.node_id:
            for name, value in edit.values.items():
                self._put(name, value)
                set_property(self._fields[name], "invalid", "true")

    def show_conflict(self, edit: NodeEdit, theirs: NodeInfo) -> None:
        """Show what was typed and what a colleague has written, and ask which one stays."""
        for name, value in edit.values.items():
            self._put(name, value)
        differing = {name: getattr(theirs, name) or "" for name in edit.values}
        self._node, self._version = theirs, theirs.version
        self.conflict.ask(differing, edit.values)

    def _typed(self) -> dict[str, str]:
        if self._node is None:
            return {}
        shown = {name: self._value(name) for name in self._fields}
        return {name: value for name, value in shown.items() if value != (getattr(self._node, name) or "")}

    def _value(self, name: str) -> str:
        widget = self._fields[name]
        if isinstance(widget, QComboBox):
            return str(widget.currentData() or "")
        text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else self._line_text(name)
        return text.strip()

    def _line_text(self, name: str) -> str:
        return self.shortcut.text().upper() if name == "shortcut" else self.name.text()

    def _put(self, name: str, value: str) -> None:
        widget = self._fields[name]
        set_property(widget, "invalid", "false")
        if isinstance(widget, QComboBox):
            self._put_color(value)
        elif isinstance(widget, QPlainTextEdit):
            if widget.toPlainText() != value:
                widget.setPlainText(value)
        elif isinstance(widget, QLineEdit) and widget.text() != value:
            widget.setText(value)

    def _put_color(self, value: str) -> None:
        with QSignalBlocker(self.color):
            self.color.clear()
            self.color.addItem(self.tr("Sem cor"), "")
            names = color_names()
            if value and value not in names:
                names[value] = value
            for color, name in names.items():
                self.color.addItem(self._swatch(color), name, color)
            self.color.setCurrentIndex(max(0, self.color.findData(value)))

    def _swatch(self, color: str) -> QIcon:
        side = self._theme.metrics.icon
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(2, 2, side - 4, side - 4)
        painter.end()
        return QIcon(pixmap)

    def _build(self) -> None:
        theme, names = self._theme, field_names()
        column = QVBoxLayout(self)
        theme.space(column, spacing=2)
        form = QFormLayout()
        theme.space(form, spacing=2)
        head = QHBoxLayout()
        theme.space(head, spacing=1)
        head.addWidget(self.where, 1)
        head.addWidget(self.saved)
        head.addWidget(self.undo_button)
        column.addLayout(head)
        column.addWidget(self.conflict)
        column.addLayout(form)
        column.addWidget(self._foot)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, widget in self._fields.items():
            widget.setAccessibleName(names[name])
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self.color, 2)
        line.addWidget(label(names["shortcut"], "muted"))
        line.addWidget(self.shortcut, 1)
        for name in ("name", "description", "examples"):
            form.addRow(label(names[name], "muted"), self._fields[name])
        form.addRow(label(names["color"], "muted"), line)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self.flush)
        self.shortcut.editingFinished.connect(self.flush)
        self.description.left.connect(self.flush)
        self.examples.left.connect(self.flush)
        self.color.activated.connect(lambda _place: self.flush())
        self.conflict.mine_chosen.connect(self._on_mine)
        self.conflict.theirs_chosen.connect(self._on_theirs)
        for edit in (self.name, self.shortcut, self.description, self.examples):
            edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back to what is saved by Esc."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._typed():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._on_theirs()
                return True
        return False

    def _on_mine(self) -> None:
        self.conflict.hide()
        self.flush()

    def _on_theirs(self) -> None:
        self.conflict.hide()
        for name in self._fields:
            self._put(name, getattr(self._node, name) or "")


class _ConflictNote(QFrame):
    """Says what a colleague has written beside what was typed."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", "warn")
        self.text = label("", wrap=True)
        self.mine = QPushButton(self.tr("Salvar o meu"))
        self.theirs = QPushButton(self.tr("Ficar com o da equipe"))
        self.mine.clicked.connect(self.mine_chosen)
        self.theirs.clicked.connect(self.theirs_chosen)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addStretch(1)
        line.addWidget(self.theirs)
        line.addWidget(self.mine)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=2)
        layout.addWidget(self.text)
        layout.addLayout(line)
        self.hide()

    def ask(self, theirs: Mapping[str, str], mine: Mapping[str, str]) -> None:
        """Show both."""
        names = field_names()
        parts = [
            self.tr("{field}: a equipe gravou “{theirs}”; você escreveu “{mine}”.").format(
                field=names[name], theirs=theirs[name], mine=mine[name]
            )
            for name in mine
        ]
        self.text.setText(" ".join([self.tr("Um colega mudou este item enquanto você editava."), *parts]))
        self.setAccessibleName(self.text.text())
        self.show()
        self.mine.setFocus(Qt.FocusReason.OtherFocusReason)
