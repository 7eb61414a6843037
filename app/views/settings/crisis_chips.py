"""Words of the matrix as chips: typed, pasted as a list, taken away by a click or Backspace; and pills to tick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.views.support.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from app.views.support.theme import Theme

_SEPARATORS = re.compile(r"[\n\r\t;,]+")
_FIELD = 200


class Flow(QWidget):
    """A row of widgets that wraps; its height follows its width."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing=theme.metrics.step(1))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def drop(self, widget: QWidget) -> None:
        """Take a widget out and away for good."""
        for place in range(self.flow.count()):
            item = self.flow.itemAt(place)
            if item is not None and item.widget() is widget:
                # By its place: a layout made in Python must not have its items freed from below.
                self.flow.takeAt(place)
                break
        widget.hide()
        widget.deleteLater()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self.flow.heightForWidth(width)


class WordChips(QWidget):
    """Edits a list of words; Enter, comma or a pasted list adds, Backspace in the empty field takes the last away."""

    changed = Signal()

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._flow = Flow(theme=theme)
        self._words: list[str] = []
        self._chips: list[QToolButton] = []
        self._may_edit = True
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("nova palavra, Enter"))
        self.field.setAccessibleName(self.tr("Nova palavra em {name}").format(name=name))
        self.field.setToolTip(self.tr("Enter inclui. Uma lista colada entra inteira. Backspace tira a última."))
        self.field.setFixedWidth(theme.metrics.px(_FIELD))
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self.take)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1)
        layout.addWidget(self._flow)
        layout.addWidget(self.field)
        self._flow.hide()

    def words(self) -> tuple[str, ...]:
        """Return the words in their order."""
        return tuple(self._words)

    def set_words(self, words: Iterable[str]) -> None:
        """Show other words."""
        while self._chips:
            self._drop(len(self._chips) - 1)
        for word in words:
            self._append(word)

    def set_may_edit(self, may_edit: bool) -> None:
        """Let the words be edited, or only read."""
        self._may_edit = may_edit
        self.field.setVisible(may_edit)
        for chip in self._chips:
            chip.setEnabled(may_edit)

    def take(self) -> None:
        """Add what is typed; several words at once when it is a list."""
        self.add(_SEPARATORS.split(self.field.text()))
        self.field.clear()

    def add(self, words: Iterable[str]) -> None:
        """Add words that are not there yet."""
        known = {word.casefold() for word in self._words}
        fresh = [tidy for word in words if (tidy := " ".join(word.split())) and tidy.casefold() not in known]
        for word in dict.fromkeys(fresh):
            self._append(word)
        if fresh:
            self.changed.emit()

    def remove(self, word: str) -> None:
        """Take a word away."""
        if word in self._words:
            self._drop(self._words.index(word))
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a comma, a paste and Backspace in the field; Delete on a chip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._may_edit:
            if watched is self.field:
                return self._field_key(event)
            if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and isinstance(watched, QToolButton):
                self.field.setFocus()
                self.remove(watched.text())
                return True
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and not self.field.text() and self._words:
            self.remove(self._words[-1])
            return True
        if event.text() in {",", ";"}:
            self.take()
            return True
        pasted = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if _SEPARATORS.search(pasted.strip()):
            self.add(_SEPARATORS.split(pasted))
            return True
        return False

    def _append(self, word: str) -> None:
        chip = QToolButton(self._flow)
        chip.setText(word)
        chip.setProperty("kind", "pill")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(self._theme.icon("x"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAccessibleName(self.tr("Tirar {word}").format(word=word))
        chip.setToolTip(self.tr("Clique ou Delete tira a palavra"))
        chip.setEnabled(self._may_edit)
        chip.clicked.connect(lambda: self.remove(chip.text()))
        chip.installEventFilter(self)
        self._words.append(word)
        self._chips.append(chip)
        self._flow.flow.addWidget(chip)
        self._flow.show()
        chip.show()

    def _drop(self, place: int) -> None:
        chip = self._chips.pop(place)
        del self._words[place]
        self._flow.drop(chip)
        self._flow.setVisible(bool(self._chips))


class Pills(Flow):
    """Ticks any number of named things."""

    changed = Signal()

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, parent=parent)
        self.setAccessibleName(name)
        self._name = name
        self._buttons: dict[object, QPushButton] = {}

    def set_choices(self, choices: Sequence[tuple[object, str]], ticked: Collection[object]) -> None:
        """Offer (key, name) with some of them ticked."""
        for button in self._buttons.values():
            self.drop(button)
        self._buttons = {}
        for key, text in choices:
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setProperty("kind", "pill")
            button.setChecked(key in ticked)
            button.setAccessibleName(f"{self._name}: {text}")
            button.toggled.connect(lambda _on: self.changed.emit())
            self.flow.addWidget(button)
            self._buttons[key] = button
            button.show()

    def ticked(self) -> tuple[object, ...]:
        """Return the keys ticked, in their order."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_may_edit(self, may_edit: bool) -> None:
        """Let them be ticked, or only read."""
        for button in self._buttons.values():
            button.setEnabled(may_edit)
