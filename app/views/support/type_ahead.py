"""Choosing one of many by typing a few letters, without mouse and without a window that covers the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from app.views.support.theme import Theme

SHOWN: Final = 6
_ID: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose and how it reads."""

    id: int
    text: str


class TypeAhead(QWidget):
    """A field with what fits below it; arrows move, Enter chooses, Esc leaves.

    ``ask(text)`` is called at every letter; it answers by ``show_options``, at once or later.
    """

    chosen = Signal(object)
    left = Signal()
    """Esc was pressed."""

    def __init__(
        self, *, theme: Theme, name: str, placeholder: str, ask: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ask = ask
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setClearButtonEnabled(True)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(ask)
        self.options = QListWidget()
        self.options.setAccessibleName(self.tr("Sugestões de {name}").format(name=name))
        self.options.setProperty("kind", "box")
        self.options.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.options.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.options.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.options.itemClicked.connect(self._choose)
        self.options.hide()
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1)
        layout.addWidget(self.edit)
        layout.addWidget(self.options)

    def show_options(self, options: Sequence[Option], *, nothing: str = "") -> None:
        """Show what fits; the first one is what Enter takes. ``nothing`` says that nothing was found."""
        self.options.clear()
        line = self._theme.metrics.px(26)
        for option in options:
            item = QListWidgetItem(option.text)
            item.setData(_ID, option.id)
            item.setToolTip(as_tooltip(option.text))
            item.setSizeHint(QSize(0, line))
            self.options.addItem(item)
        if not options and nothing:
            item = QListWidgetItem(nothing)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(0, line))
            self.options.addItem(item)
        self.options.setCurrentRow(0)
        self.options.setFixedHeight(line * min(SHOWN, max(1, len(options))) + 2)
        self.options.setVisible(self.options.count() > 0)

    def reset(self) -> None:
        """Empty the field and what it found."""
        self.edit.clear()
        self.options.clear()
        self.options.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and choose from it while the focus stays in the field."""
        if event.type() == QEvent.Type.FocusIn and not self.edit.text():
            self._ask("")
        if isinstance(event, QKeyEvent) and event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return self._take(event)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key not in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            place = self.options.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.options.setCurrentRow(max(0, min(self.options.count() - 1, place)))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self._choose(self.options.currentItem())
        return True

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID) is not None:
            chosen = int(item.data(_ID))
            self.options.hide()
            self.chosen.emit(chosen)
