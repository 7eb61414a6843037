"""What a word underlined in red may have been meant to be, to choose with mouse or keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.views.support.announce import announce

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class SpellMenu(QMenu):
    """Suggestions for one word, which may come later than the menu, and what else can be done with it."""

    chosen = Signal(str)
    add_requested = Signal()
    ignore_requested = Signal()

    def __init__(self, *, theme: Theme, word: str, may_add: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.word = word
        self._over = QRect()
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._open)
        self.setAccessibleName(self.tr("Sugestões para {word}").format(word=word))
        self._waiting = self.addAction(self.tr("Procurando sugestões…"))
        self._waiting.setEnabled(False)
        self._line = self.addSeparator()
        self._entry(self.tr("Adicionar ao dicionário da equipe"), self.add_requested.emit, theme, "plus").setEnabled(
            may_add
        )
        self._entry(self.tr("Ignorar nesta resposta"), self.ignore_requested.emit, theme, "x")
        self.aboutToHide.connect(self.deleteLater)

    def open_soon(self, word: QRect, wait_ms: int) -> None:
        """Open at a word (a rectangle on the screen) when the suggestions are there, at the latest after a while."""
        self._over = word
        self._opening.start(wait_ms)

    def show_suggestions(self, found: Sequence[str]) -> None:
        """Put the suggestions first, the best of them marked, and say how many there are."""
        self._waiting.setVisible(False)
        for each in found:
            action = QAction(each, self)
            action.triggered.connect(lambda _=False, text=each: self.chosen.emit(text))
            self.insertAction(self._line, action)
        if not found:
            self._waiting.setText(self.tr("Nenhuma sugestão"))
            self._waiting.setVisible(True)
        announce(self.parent() or self, self._sentence(len(found)))
        if self.isVisible():
            self.adjustSize()
            self.move(self._place())
        elif self._opening.isActive():
            self._open()
        if found and self.activeAction() is None:
            self.setActiveAction(self.actions()[1])

    def show_nothing(self) -> bool:
        """Say that there is no suggestion; True, for whoever asked has nothing else to do."""
        self.show_suggestions(())
        return True

    def _open(self) -> None:
        self._opening.stop()
        self.popup(self._place())

    def _sentence(self, count: int) -> str:
        if not count:
            return self.tr("Nenhuma sugestão para {word}").format(word=self.word)
        if count == 1:
            return self.tr("1 sugestão para {word}").format(word=self.word)
        return self.tr("{count} sugestões para {word}").format(count=count, word=self.word)

    def _entry(self, text: str, handler: Callable[[], object], theme: Theme, icon: str) -> QAction:
        action = QAction(theme.icon(icon), text, self)
        action.triggered.connect(lambda _=False: handler())
        self.addAction(action)
        return action

    def _place(self) -> QPoint:
        size, word = self.sizeHint(), self._over
        screen = QGuiApplication.screenAt(word.center()) or self.screen()
        room = screen.availableGeometry()
        below = word.bottomLeft()
        if below.y() + size.height() > room.bottom():
            below.setY(max(room.top(), word.top() - size.height()))
        below.setX(max(room.left(), min(below.x(), room.right() - size.width())))
        return below
