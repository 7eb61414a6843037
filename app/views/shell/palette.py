"""Ctrl+K finds everything by a few letters: what can be done, where to go, and whatever screens add to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.views.support.actions import WORDS_THERE, fuzzy_score
from app.views.support.announce import announce
from app.views.support.icons import paint_icon
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.views.support.actions import ActionRegistry
    from app.views.support.tasks import Calls
    from app.views.support.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line of the palette: what it is called, what kind of thing, its key, what it does, what it says."""

    id: str
    text: str
    run: Callable[[], object]
    hint: str = ""
    key: str = ""
    icon: str = ""
    excerpt: str = ""


class PaletteModel(QAbstractListModel):
    """The lines found, best first."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    @property
    def entries(self) -> list[PaletteEntry]:
        """The lines shown."""
        return list(self._entries)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a line's text, entry or spoken form."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, entry.excerpt, entry.hint, entry.key) if part)
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Draws a line: sign, name, kind, key at the right."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one dense row."""
        return QSize(self._theme.metrics.px(200), self._theme.metrics.row_dense)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        entry = index.data(ENTRY_ROLE)
        metrics = self._theme.metrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(option.rect.adjusted(metrics.step(1), 0, -metrics.step(1), 0), 4, 4)
        inside = option.rect.adjusted(metrics.step(3), 0, -metrics.step(3), 0)
        side = metrics.icon
        place = QRect(inside.x(), inside.y() + (inside.height() - side) // 2, side, side)
        paint_icon(painter, place, entry.icon or "chevron-right", self._theme.color("muted"))
        inside.setLeft(inside.left() + side + metrics.step(2))
        inside.setRight(inside.right() - self._paint_right(painter, inside, entry))
        painter.setFont(self._theme.font())
        taken = self._paint_left(painter, inside, entry.text, "text")
        if entry.excerpt:
            inside.setLeft(inside.left() + taken + metrics.step(3))
            painter.setFont(self._theme.font("small"))
            self._paint_left(painter, inside, entry.excerpt, "muted")
        painter.restore()

    def _paint_left(self, painter: QPainter, inside: QRect, words: str, colour: str) -> int:
        """Draw words at the left, cut to the room there is, and return the room they take."""
        painter.setPen(self._theme.color(colour))
        measure = QFontMetrics(painter.font())
        text = measure.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        return measure.horizontalAdvance(text)

    def _paint_right(self, painter: QPainter, inside: QRect, entry: PaletteEntry) -> int:
        """Draw kind and key at the right and return the room they take."""
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("faint"))
        shown = "   ".join(part for part in (entry.hint, entry.key) if part)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
        return QFontMetrics(painter.font()).horizontalAdvance(shown) + self._theme.metrics.step(3)


class CommandPalette(QFrame):
    """A field and a list over the window; typing finds, arrows move, Enter runs, Esc closes.

    Providers are asked off the UI thread with what was typed; what they find stands below the actions.
    """

    def __init__(self, *, theme: Theme, actions: ActionRegistry, calls: Calls, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("shell", "popup")
        self.setAccessibleName(self.tr("Paleta de comandos"))
        self._theme, self._actions, self._calls, self._window = theme, actions, calls, window
        self._providers: list[Callable[[str], Sequence[PaletteEntry]]] = []
        self._found: dict[int, Sequence[PaletteEntry]] = {}
        self._before: QWidget | None = None
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("O que você quer fazer ou abrir?"))
        self.edit.setAccessibleName(self.tr("O que você quer fazer ou abrir?"))
        self.model = PaletteModel(parent=self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteDelegate(theme=theme, parent=self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Resultados"))
        self._nothing = label(self.tr("Nada encontrado. Tente outra palavra."), "muted")
        self._nothing.hide()
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(2, 2, 2, 2), spacing=2)
        for widget in (self.edit, self._nothing, self.view):
            layout.addWidget(widget)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.installEventFilter(self)
        self.view.clicked.connect(lambda _index: self.run_current())
        window.installEventFilter(self)
        self.hide()

    def add_provider(self, provider: Callable[[str], Sequence[PaletteEntry]]) -> None:
        """Let a screen add lines for what was typed (customers, protocols, views); runs off the UI thread."""
        self._providers.append(provider)

    def open(self) -> None:
        """Show the palette, empty, with what was run last on top."""
        self._before = QApplication.focusWidget()
        self.edit.clear()
        self._found.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus()

    def close_palette(self) -> None:
        """Hide the palette and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def run_current(self) -> None:
        """Close and do what the chosen line says."""
        entry = self.view.currentIndex().data(ENTRY_ROLE)
        self.close_palette()
        if isinstance(entry, PaletteEntry):
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move, run and close by keys; stay in place when the window is resized; close when the focus leaves."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.edit and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self._move(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.run_current()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        count = self.model.rowCount()
        if count:
            place = max(0, min(count - 1, self.view.currentIndex().row() + step))
            self.view.setCurrentIndex(self.model.index(place, 0))
            spoken = self.model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
            announce(self, str(spoken))

    def _on_text_changed(self, text: str) -> None:
        self._found.clear()
        self._fill()
        for place, provider in enumerate(self._providers):
            if text.strip():
                self._ask(place, provider, text.strip())
            else:
                self._calls.cancel(self, f"provider {place}")

    def _ask(self, place: int, provider: Callable[[str], Sequence[PaletteEntry]], text: str) -> None:
        self._calls.run(self, f"provider {place}", lambda: provider(text), lambda found: self._on_found(place, found))

    def _on_found(self, place: int, found: Sequence[PaletteEntry]) -> None:
        before = self.view.currentIndex().row()
        chosen = self.model.entries[before].id if before > 0 else ""  # the first is chosen by nobody
        self._found[place] = found
        self._fill(chosen)

    def _fill(self, chosen: str = "") -> None:
        meant, guessed = self._action_entries(self.edit.text())
        entries = meant + [entry for place in sorted(self._found) for entry in self._found[place]] + guessed
        self.model.set_entries(entries[:SHOWN])
        self._nothing.setVisible(not entries)
        if entries:
            ids = [entry.id for entry in self.model.entries]
            self.view.setCurrentIndex(self.model.index(ids.index(chosen) if chosen in ids else 0, 0))

    def _action_entries(self, text: str) -> tuple[list[PaletteEntry], list[PaletteEntry]]:
        """Return the actions that hold the words, best first, and those that only hold their letters in order."""
        scored = []
        for rank, action_id in enumerate(self._actions.available()):
            spec = self._actions.spec(action_id)
            score = fuzzy_score(text, spec.text) if spec.in_palette else 0
            if score:
                scored.append((-score, rank, action_id))
        ranked = sorted(scored)
        is_bare = not text.strip()
        meant = [self._entry(action_id) for score, _, action_id in ranked if is_bare or -score >= WORDS_THERE]
        return meant, [self._entry(action_id) for score, _, action_id in ranked[len(meant) :]]

    def _entry(self, action_id: str) -> PaletteEntry:
        spec = self._actions.spec(action_id)
        return PaletteEntry(
            id=action_id,
            text=spec.text,
            hint=spec.group,
            key=self._actions.key_text(action_id),
            icon=spec.icon,
            run=lambda: self._actions.trigger(action_id),
        )

    def _place(self) -> None:
        metrics = self._theme.metrics
        width = min(metrics.px(620), self._window.width() - metrics.step(8))
        height = min(metrics.px(420), self._window.height() - metrics.px(120))
        self.setGeometry((self._window.width() - width) // 2, metrics.px(52), width, height)
