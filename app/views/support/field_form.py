"""A form that is edited in place: what differs is handed over when a field is left, and what was typed stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme

Field = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox
Choice = tuple[Any, str]
_FEW_LINES = 70


class FieldForm(QWidget):
    """Labels above fields; ``edited`` carries the values that differ from those shown, by name.

    A line or choice is handed over when it is left, changed or Enter is pressed, a text box when it is left or with
    Ctrl+Enter. Nothing is handed over while a form is empty (``clear``) or cannot be edited.
    """

    edited = Signal(dict)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: dict[str, Field] = {}
        self._shown: dict[str, Any] = {}
        self._is_loading = False
        self._may_edit = True
        self._layout = QVBoxLayout(self)
        theme.space(self._layout, margins=(0, 0, 1, 0), spacing=1)

    def add_line(self, name: str, title: str, *, placeholder: str = "") -> QLineEdit:
        """Put a field of one line below the others."""
        edit = QLineEdit()
        edit.setPlaceholderText(placeholder)
        edit.editingFinished.connect(self._hand_over)
        self._add(name, title, edit)
        return edit

    def add_text(self, name: str, title: str, *, placeholder: str = "", stretch: int = 0) -> QPlainTextEdit:
        """Put a text box below the others; without ``stretch`` it holds three lines."""
        edit = QPlainTextEdit()
        edit.setPlaceholderText(placeholder)
        edit.setTabChangesFocus(True)
        edit.installEventFilter(self)
        if not stretch:
            edit.setFixedHeight(self._theme.metrics.px(_FEW_LINES))
        self._add(name, title, edit, stretch=stretch)
        return edit

    def add_choice(self, name: str, title: str, choices: Sequence[Choice] = ()) -> QComboBox:
        """Put a choice of (value, words) below the others."""
        box = QComboBox()
        self._add(name, title, box)
        self.set_choices(name, choices)
        box.activated.connect(lambda _: self._hand_over())
        return box

    def add_check(self, name: str, title: str) -> QCheckBox:
        """Put a box to tick below the others."""
        box = QCheckBox(title)
        box.setAccessibleName(title)
        self._fields[name] = box
        self._layout.addWidget(box)
        box.clicked.connect(lambda _: self._hand_over())
        return box

    def add_widget(self, widget: QWidget, *, stretch: int = 0) -> None:
        """Put something of the page's own below the others."""
        self._layout.addWidget(widget, stretch)

    def add_stretch(self) -> None:
        """Leave the room below the fields empty."""
        self._layout.addStretch(1)

    def set_choices(self, name: str, choices: Sequence[Choice]) -> None:
        """Offer other choices; what is chosen stays when it is still offered."""
        box = self._fields[name]
        if isinstance(box, QComboBox):
            chosen = box.currentData()
            box.clear()
            for value, words in choices:
                box.addItem(words, value)
            self._put(box, chosen)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values; what is being typed in a field that still shows its old value is not thrown away by others."""
        self._is_loading = True
        for name, field in self._fields.items():
            if name not in self._shown or self._value(field) == self._shown[name]:
                self._put(field, values.get(name))
        self._shown = {name: values.get(name) for name in self._fields}
        self._is_loading = False
        self._enable()

    def replace_values(self, values: Mapping[str, Any]) -> None:
        """Show another thing: nothing typed is kept."""
        self._shown = {}
        self.show_values(values)

    def clear(self) -> None:
        """Show nothing."""
        self._is_loading = True
        self._shown = {}
        for field in self._fields.values():
            self._put(field, None)
        self._is_loading = False
        self._enable()

    def set_may_edit(self, may_edit: bool) -> None:
        """Let the fields be edited, or only read."""
        self._may_edit = may_edit
        self._enable()

    @property
    def typed(self) -> dict[str, Any]:
        """What the fields say now."""
        return {name: self._value(field) for name, field in self._fields.items()}

    @property
    def differing(self) -> dict[str, Any]:
        """What differs from the values shown."""
        return {name: value for name, value in self.typed.items() if name in self._shown and value != self._shown[name]}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand a text over when it is left, or with Ctrl+Enter."""
        if event.type() == QEvent.Type.FocusOut:
            self._hand_over()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._hand_over()
                return True
        return super().eventFilter(watched, event)

    def _add(self, name: str, title: str, field: Field, *, stretch: int = 0) -> None:
        head = label(title, "small")
        head.setBuddy(field)
        field.setAccessibleName(title)
        self._fields[name] = field
        self._layout.addWidget(head)
        self._layout.addWidget(field, stretch)

    def _hand_over(self) -> None:
        found = self.differing
        if found and self._may_edit and not self._is_loading:
            self.edited.emit(found)

    def _enable(self) -> None:
        for field in self._fields.values():
            field.setEnabled(bool(self._shown) and self._may_edit)

    @staticmethod
    def _value(field: Field) -> Any:  # noqa: ANN401 - what the field holds
        if isinstance(field, QComboBox):
            return field.currentData()
        if isinstance(field, QCheckBox):
            return field.isChecked()
        text = field.text().strip() if isinstance(field, QLineEdit) else field.toPlainText()
        return text or None

    @staticmethod
    def _put(field: Field, value: Any) -> None:  # noqa: ANN401 - what the field holds
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(0, field.findData(value)))
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, QLineEdit):
            field.setText(value or "")
            if not field.hasFocus():
                field.setCursorPosition(0)  # the beginning of a long text says more than its end
        else:
            field.setPlainText(value or "")
