"""The box in which answers are typed: Ctrl+Enter sends, # opens the templates, and stretches can be marked as wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.views.support.text_marks import MarkKind, set_marks, units

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class ReplyText(QPlainTextEdit):
    """Plain text only, whatever is pasted."""

    send_requested = Signal()
    templates_requested = Signal()
    left = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter; open the templates with # at the start of a word or Ctrl+;."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.send_requested.emit()
        elif (control and event.key() == Qt.Key.Key_Semicolon) or (event.text() == "#" and self._starts_word()):
            self.templates_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person went elsewhere: what is typed is saved."""
        super().focusOutEvent(event)
        self.left.emit()

    def mark(self, places: Iterable[tuple[int, int]]) -> None:
        """Mark stretches (positions in the text, in characters) as what keeps it from being sent."""
        text, marks = self.toPlainText(), []
        look = QTextCharFormat()
        look.setBackground(self._theme.color("bad_soft"))
        look.setForeground(self._theme.color("bad"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.color("bad"))
        for start, end in places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            marks.append(cursor)
        set_marks(self, MarkKind.STOPPED, marks, look)

    def _starts_word(self) -> bool:
        place = self.textCursor().position()
        return place == 0 or self.document().characterAt(place - 1).isspace() or self._is_line_start()

    def _is_line_start(self) -> bool:
        return self.textCursor().positionInBlock() == 0
