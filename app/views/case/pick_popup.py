"""Choosing by typing: a small box over the window whose list follows each letter: people, trees, cases, templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from app.models.domain.words import fold
from app.views.case.pick_model import PickDelegate, PickItem, PickModel
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_WIDTH: Final = 360
_HIGHEST: Final = 340
_FRAME: Final = 78
_HINT: Final = 42
_MOST_ROWS: Final = 12
Search = Callable[[str], Sequence[PickItem]]


class PickPopup(QFrame):
    """A field and the choices that fit what was typed; Enter takes the marked one, Esc gives up."""

    picked = Signal(object)
    accepted_empty = Signal()
    """Enter with nothing typed and nothing marked by hand."""
    dismissed = Signal()
    typed = Signal(str)

    def __init__(self, *, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._over = theme, window
        self._search: Search = lambda _: ()
        self._has_moved = False
        self._back: QWidget | None = None
        self._is_enter_pending = False
        self._anchor: QWidget | None = None
        self._is_above = False
        self.setProperty("shell", "popup")
        self._title = label("", "small")
        self.edit = QLineEdit()
        self.edit.textEdited.connect(self._on_edited)
        self.edit.installEventFilter(self)
        self._model = PickModel(parent=self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(PickDelegate(theme=theme, parent=self))
        self.list.setUniformItemSizes(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self._hint = label("", "faint", wrap=True)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(2, 2, 2, 2), spacing=1)
        for widget in (self._title, self.edit, self.list, self._hint):
            layout.addWidget(widget)
        self.hide()

    def open_below(
        self, anchor: QWidget, *, title: str, search: Search, hint: str = "", placeholder: str = "", above: bool = False
    ) -> None:
        """Open at a widget; ``search`` returns the choices for what was typed, without any waiting."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self._search, self._has_moved, self._is_enter_pending = search, False, False
        self._title.setText(title)
        self.edit.setAccessibleName(title)
        self.edit.setPlaceholderText(placeholder)
        self.list.setAccessibleName(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.edit.clear()
        self._anchor, self._is_above = anchor, above
        self.refresh()
        self.show()
        self.raise_()
        self.edit.setFocus()

    def refresh(self) -> None:
        """Ask again for the choices that fit, after more of them have arrived."""
        items = list(self._search(self.edit.text()))
        self._model.show(items)
        if items:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._place()
        if self._is_enter_pending and items:
            self._is_enter_pending = False
            self._enter()

    def close_up(self, *, give_back: bool = True) -> None:
        """Go away; the focus goes back to where it was."""
        back, self._back = self._back, None
        self.hide()
        if give_back and back is not None and back.isVisible():
            back.setFocus()

    def set_hint(self, text: str) -> None:
        """Say something below the list."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def wait_for_choices(self) -> None:
        """Keep an Enter that comes before the choices have."""
        self._is_enter_pending = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and take a choice while the field keeps the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._on_focus_left)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
            Qt.Key(event.key())
        )
        if step is not None:
            rows = self._model.rowCount()
            row = self.list.currentIndex().row() + (step if self._has_moved or self.edit.text() or step > 0 else 0)
            row = max(0, min(rows - 1, row if self._has_moved or self.edit.text() else max(0, step - 1)))
            self.list.setCurrentIndex(self._model.index(row, 0))
            self._has_moved = True
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            self.dismissed.emit()
            return True
        return False

    def _enter(self) -> None:
        if not self.edit.text() and not self._has_moved:
            self.accepted_empty.emit()
        elif self._model.rowCount():
            self._take(self.list.currentIndex().row())
        else:
            self._is_enter_pending = True

    def _take(self, row: int) -> None:
        item = self._model.item(row)
        if item is not None:
            self.picked.emit(item.id)

    def _on_edited(self, text: str) -> None:
        key = fold(text.strip())
        self.refresh()
        shortcut = next((item for item in self._search("") if key and fold(item.key) == key), None)
        if shortcut is not None:
            self.picked.emit(shortcut.id)
        else:
            self.typed.emit(text)

    def _on_focus_left(self) -> None:
        focus = QApplication.focusWidget()
        if self.isVisible() and focus is not None and not self.isAncestorOf(focus):
            self.close_up(give_back=False)
            self.dismissed.emit()

    def _place(self) -> None:
        """Lie at the anchor, as high as the choices ask for, always inside the window."""
        anchor, window, metrics = self._anchor, self._over, self._theme.metrics
        if anchor is None:
            return
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(self._model.rowCount(), _MOST_ROWS)))
        wanted = metrics.px(_FRAME + (_HINT if self._hint.text() else 0)) + max(rows, metrics.px(28))
        width = min(metrics.px(_WIDTH), window.width() - 16)
        height = min(wanted, metrics.px(_HIGHEST), window.height() - 16)
        corner = anchor.mapTo(window, QPoint(0, -height if self._is_above else anchor.height()))
        x = max(8, min(corner.x(), window.width() - width - 8))
        y = max(8, min(corner.y(), window.height() - height - 8))
        self.setGeometry(x, y, width, height)


def filtered(items: Sequence[PickItem]) -> Search:
    """Return a search over a list in memory: every typed word begins a word of the text, accents and case aside."""

    def search(typed: str) -> list[PickItem]:
        words = fold(typed).split()
        return [
            item
            for item in items
            if all(f" {word}" in f" {fold(f'{item.text} {item.aside} {item.below}')}" for word in words)
        ]

    return search
