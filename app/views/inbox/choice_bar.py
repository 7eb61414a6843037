"""A reason or a moment is chosen by one more key, in a bar inside the page, never in a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import as_tooltip
from app.views.support.type_ahead import Option, TypeAhead

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_DIGITS: Final = range(int(Qt.Key.Key_1), int(Qt.Key.Key_9) + 1)
Answer = Callable[[str], object]


class ChoiceBar(QFrame):
    """Up to nine choices under the keys 1 to 9, and the person's own words where these are wanted."""

    left = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: Answer | None = None
        self._buttons: list[QPushButton] = []
        self.setProperty("note", "accent")
        self._title = label("", "strong", wrap=True)
        cancel = QPushButton(self.tr("Cancelar"))
        cancel.setProperty("kind", "quiet")
        cancel.setToolTip(self.tr("Cancelar (Esc)"))
        cancel.clicked.connect(self.leave)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self._title, 1)
        line.addWidget(cancel)
        self._flow = FlowLayout()
        theme.space(self._flow, spacing=1.5)
        self._own = QLineEdit()
        self._own.returnPressed.connect(self._on_own_words)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=2)
        layout.addLayout(line)
        layout.addLayout(self._flow)
        layout.addWidget(self._own)
        self.hide()

    def ask(self, title: str, choices: Sequence[tuple[str, str]], answer: Answer, *, own_words: str = "") -> None:
        """Ask for one of (key, name); ``answer`` gets the key, or the text typed when ``own_words`` invites to it."""
        self._answer = answer
        self._title.setText(title)
        self.setAccessibleName(title)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(number, key, name) for number, (key, name) in enumerate(choices[:9], start=1)]
        self._own.clear()
        self._own.setVisible(bool(own_words))
        self._own.setPlaceholderText(own_words)
        self._own.setAccessibleName(own_words)
        self.show()
        (self._buttons[0] if self._buttons else self._own).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Choose nothing."""
        self._answer = None
        self.hide()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Take the digits before the page's own keys do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _DIGITS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number."""
        place = event.key() - _DIGITS.start
        if event.key() in _DIGITS and place < len(self._buttons):
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _button(self, number: int, key: str, name: str) -> QPushButton:
        button = QPushButton(f"{number}  {name}")
        button.setAccessibleName(self.tr("{name}, tecla {number}").format(name=name, number=number))
        button.setToolTip(as_tooltip(f"{name} ({number})"))
        button.clicked.connect(lambda: self._give(key))
        self._flow.addWidget(button)
        return button

    def _on_own_words(self) -> None:
        words = self._own.text().strip()
        if words:
            self._give(words)

    def _give(self, answer: str) -> None:
        give, self._answer = self._answer, None
        self.hide()
        self.left.emit()
        if give is not None:
            give(answer)


class FinderBar(QFrame):
    """Asks for one of many by typing: a case to join to, a colleague to give to."""

    left = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Callable[[int], object] | None = None
        self._search: Callable[[str], object] | None = None
        self.setProperty("note", "accent")
        self._title = label("", "strong", wrap=True)
        cancel = QPushButton(self.tr("Cancelar"))
        cancel.setProperty("kind", "quiet")
        cancel.setToolTip(self.tr("Cancelar (Esc)"))
        cancel.clicked.connect(self.leave)
        self.finder = TypeAhead(theme=theme, name=self.tr("Procurar"), placeholder="", ask=self._ask_search)
        self.finder.chosen.connect(self._give)
        self.finder.left.connect(self.leave)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self._title, 1)
        line.addWidget(cancel)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=2)
        layout.addLayout(line)
        layout.addWidget(self.finder)
        self.hide()

    def ask(
        self, title: str, placeholder: str, search: Callable[[str], object], answer: Callable[[int], object]
    ) -> None:
        """Ask; ``search(text)`` is to call ``show_options`` with what fits, ``answer`` gets the id chosen."""
        self._answer, self._search = answer, search
        self._title.setText(title)
        self.setAccessibleName(title)
        self.finder.reset()
        self.finder.edit.setPlaceholderText(placeholder)
        self.finder.edit.setAccessibleName(title)
        self.show()
        self.finder.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_options(self, options: Sequence[Option], *, is_all: bool = True) -> None:
        """Show what fits; an answer that comes after the bar was left is nothing. ``is_all``: no more will come."""
        if self.isVisible():
            typed = is_all and self.finder.edit.text().strip()
            self.finder.show_options(options, nothing=self.tr("Nada encontrado") if typed else "")

    def leave(self) -> None:
        """Choose nothing."""
        self._answer = self._search = None
        self.hide()
        self.left.emit()

    def _ask_search(self, text: str) -> None:
        if self._search is not None:
            self._search(text)

    def _give(self, chosen: int) -> None:
        give = self._answer
        self.leave()
        if give is not None:
            give(chosen)
