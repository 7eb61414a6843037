"""Below the search box, while somebody types: keys and values to take by Tab, recent searches, the first hits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.models.domain.search_completion import completed
from app.models.domain.search_hit import Completion, HitKind, SearchHit, TypedAnswer
from app.views.search.search_texts import ICONS, completion_hint, kind_text
from app.views.support.announce import announce

if TYPE_CHECKING:
    from app.views.support.desk import Desk

Ask = Callable[[str, int], TypedAnswer]
_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_SHOWN: Final = 10
_MOVES: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TypingPopup(QFrame):
    """Watches a line edit; arrows choose, Tab takes the first completion, Enter what is chosen, Esc closes.

    ``ask(text, cursor)`` runs off the UI thread. Without a choice Enter searches, as ever.
    """

    hit_chosen = Signal(object)
    """Carries the ``SearchHit``."""

    def __init__(
        self, *, desk: Desk, edit: QLineEdit, ask: Ask, is_wanted: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self.setProperty("shell", "popup")
        self.setAccessibleName(self.tr("Sugestões da busca"))
        self._desk, self._edit, self._ask, self._is_wanted, self._window = desk, edit, ask, is_wanted, window
        self.list = QListWidget()
        self.list.setProperty("kind", "box")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(self.tr("Sugestões da busca"))
        layout = QVBoxLayout(self)
        desk.theme.space(layout, margins=(1, 1, 1, 1))
        layout.addWidget(self.list)
        edit.installEventFilter(self)
        window.installEventFilter(self)
        edit.textEdited.connect(lambda _text: self._look_up())
        edit.textChanged.connect(lambda text: None if text else self.hide())
        self.list.itemClicked.connect(self._take)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer at the first look; move, take and close by keys while the focus stays in the box."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self.hide()
            return False
        if event.type() == QEvent.Type.FocusIn and not self._edit.text():
            self._look_up()
        elif event.type() == QEvent.Type.FocusOut:
            self._close()
        elif isinstance(event, QKeyEvent) and event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if not self.isVisible() or not self._is_ours(key):
            if key in _TAKES:
                self._close()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            self._take(self._chosen())
        return True

    def _is_ours(self, key: Qt.Key) -> bool:
        if key in _MOVES or key == Qt.Key.Key_Escape:
            return True
        if key == Qt.Key.Key_Tab:
            item = self._chosen()
            return item is not None and isinstance(item.data(_ROLE), Completion)
        return key in _TAKES and self.list.currentRow() >= 0

    def _chosen(self) -> QListWidgetItem | None:
        """Return the chosen line, else the first one."""
        return self.list.item(max(0, self.list.currentRow()))

    def _move(self, step: int) -> None:
        place = max(-1, min(self.list.count() - 1, self.list.currentRow() + step))
        self.list.setCurrentRow(place)
        item = self.list.item(place)
        if item is not None:
            announce(self, item.text())

    def _look_up(self) -> None:
        if not self._is_wanted():
            self._close()
            return
        text, cursor, ask = self._edit.text(), self._edit.cursorPosition(), self._ask
        # What cannot be looked up now is simply not offered: the person is typing, and Enter says what is wrong.
        self._desk.calls.run(self, "typed", lambda: ask(text, cursor), self._show, failed=lambda _error: True)

    def _close(self) -> None:
        self._desk.calls.cancel(self, "typed")
        self.hide()

    def _show(self, answer: TypedAnswer) -> None:
        self.list.clear()
        for completion in answer.completions:
            hint = completion_hint(completion)
            shown = completion.name or completion.text
            shown = completion.text if completion.text.endswith(":") else shown
            self._add(
                f"{shown}   {hint}" if hint else shown, "history" if completion.is_recent else "filter", completion
            )
        for hit in answer.hits:
            self._add(_hit_text(hit), ICONS[hit.kind], hit)
        self.list.setCurrentRow(-1)
        if not self.list.count() or not self._edit.hasFocus():
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()

    def _add(self, text: str, icon: str, value: Completion | SearchHit) -> None:
        item = QListWidgetItem(self._desk.theme.icon(icon), " ".join(text.split("\n")))
        item.setData(_ROLE, value)
        item.setSizeHint(QSize(0, self._desk.theme.metrics.px(28)))
        self.list.addItem(item)

    def _place(self) -> None:
        field = self._edit.parentWidget() or self._edit
        corner = field.mapTo(self._window, QPoint(0, field.height()))
        line = self._desk.theme.metrics.px(28)
        height = line * min(_SHOWN, self.list.count()) + self._desk.theme.metrics.step(4)
        self.setGeometry(corner.x(), corner.y(), field.width(), height)

    def _take(self, item: QListWidgetItem | None) -> None:
        value = item.data(_ROLE) if item is not None else None
        if isinstance(value, SearchHit):
            self._close()
            self.hit_chosen.emit(value)
        elif isinstance(value, Completion):
            text, cursor = completed(self._edit.text(), value.start, value.end, value.text)
            self._edit.setText(text)
            self._edit.setCursorPosition(cursor)
            if value.is_recent:
                self._close()
                self._edit.returnPressed.emit()
            else:
                self._look_up()


def _hit_text(hit: SearchHit) -> str:
    if hit.kind is HitKind.MENTION and hit.row is not None:
        return f"{hit.row.author}: {hit.row.text[:160]}" if hit.row.author else hit.row.text[:160]
    return f"{hit.title} · {hit.detail}" if hit.detail else f"{hit.title} · {kind_text(hit.kind)}"
