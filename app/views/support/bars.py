"""Undo and yes-or-no are asked in a bar inside the pane, never in a window that stops the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.views.support.announce import announce
from app.views.support.labels import label
from app.views.support.theme import set_property
from app.views.support.toasts import UNDO_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class UndoBar(QFrame):
    """Says what was just done and offers for ten seconds to take it back; a newer act replaces it."""

    undone = Signal()
    expired = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", "accent")
        self._undo: Callable[[], object] | None = None
        self._text = label("", wrap=True)
        self._button = QPushButton(self.tr("Desfazer"))
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            theme.metrics.step(3), theme.metrics.step(1), theme.metrics.step(3), theme.metrics.step(1)
        )
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self.hide()

    def offer(self, text: str, undo: Callable[[], object], *, milliseconds: int = UNDO_MS) -> None:
        """Show what was done; ``undo`` runs when the person takes it back in time."""
        self._undo = undo
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._timer.start(milliseconds)
        announce(self, text)

    def undo(self) -> None:
        """Take the act back, if it is still offered."""
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()
            self.undone.emit()

    @property
    def is_offering(self) -> bool:
        """Whether there is something to take back."""
        return self._undo is not None

    def _on_timeout(self) -> None:
        self._undo = None
        self.hide()
        self.expired.emit()


class ConfirmBar(QFrame):
    """Asks before the few acts that cannot be undone; Esc says no and the safe button has the focus."""

    answered = Signal(bool)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handler: Callable[[], object] | None = None
        self._text = label("", wrap=True)
        self._yes = QPushButton()
        self._no = QPushButton(self.tr("Cancelar"))
        self._yes.clicked.connect(lambda: self._answer(True))
        self._no.clicked.connect(lambda: self._answer(False))
        QShortcut(QKeySequence("Esc"), self, lambda: self._answer(False)).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            theme.metrics.step(3), theme.metrics.step(2), theme.metrics.step(3), theme.metrics.step(2)
        )
        layout.setSpacing(theme.metrics.step(2))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._no)
        layout.addWidget(self._yes)
        self.hide()

    def ask(self, text: str, verb: str, handler: Callable[[], object], *, tone: Tone = "warn") -> None:
        """Ask ``text``; the button named ``verb`` runs ``handler``."""
        self._handler = handler
        self._text.setText(text)
        self._yes.setText(verb)
        set_property(self._yes, "kind", "danger" if tone == "bad" else "primary")
        set_property(self, "note", tone)
        self.setAccessibleName(text)
        self.show()
        self._no.setFocus()
        announce(self, text, urgent=True)

    def _answer(self, yes: bool) -> None:
        handler, self._handler = self._handler, None
        self.hide()
        if yes and handler is not None:
            handler()
        self.answered.emit(yes)
