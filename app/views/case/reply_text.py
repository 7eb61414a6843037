"""The box in which answers are typed: Ctrl+Enter sends, # opens the templates, files and pictures are passed on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.views.support.text_marks import MarkKind, set_marks, units

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class ReplyText(QPlainTextEdit):
    """Plain text only, whatever is pasted."""

    send_requested = Signal()
    templates_requested = Signal()
    left = Signal()
    files_given = Signal(object)
    """Files were dropped or pasted: their paths."""
    picture_given = Signal(object)
    """A picture was pasted: a ``QImage``."""

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

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, files and pictures."""
        return bool(local_files(source)) or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Type text; pass files and pictures on. What is both, as cells of a table are, is text."""
        if not self.pass_on(source):
            super().insertFromMimeData(source)

    def pass_on(self, source: QMimeData) -> bool:
        """Pass on files or a picture; tell whether there were any."""
        paths = local_files(source)
        if paths:
            self.files_given.emit(paths)
            return True
        picture = source.imageData() if source.hasImage() and not source.hasText() else None
        if isinstance(picture, QImage) and not picture.isNull():
            self.picture_given.emit(picture)
            return True
        return False

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


def local_files(source: QMimeData) -> list[Path]:
    """Return the files that are dragged or copied; folders and addresses of the web are none."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()] if source.hasUrls() else []
    return [path for path in paths if path.is_file()]
