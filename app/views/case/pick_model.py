"""The choices of a type-ahead as a list model, and how one of them is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from app.views.support.theme import Theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PickItem:
    """One choice: what it is, a few words beside it, and its own key."""

    id: int
    text: str
    aside: str = ""
    key: str = ""
    below: str = ""


class PickModel(QAbstractListModel):
    """A short list in memory."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[PickItem] = []

    def show(self, items: Sequence[PickItem]) -> None:
        """Show other choices."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def item(self, row: int) -> PickItem | None:
        """Return a choice, None past the end."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many choices there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's value of any kind
        """Return the text, and the sentence that is read aloud."""
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.text, item.aside, item.below, item.key) if part)
        return item if role == Qt.ItemDataRole.UserRole else None


class PickDelegate(QStyledItemDelegate):
    """Draws a choice: its text left, words and key right, a preview below when there is one."""

    def __init__(self, *, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line, or two with a preview."""
        item = index.data(Qt.ItemDataRole.UserRole)
        has_below = isinstance(item, PickItem) and bool(item.below)
        return QSize(100, self._theme.metrics.px(46 if has_below else 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the choice."""
        item = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(item, PickItem):
            return
        theme, metrics = self._theme, self._theme.metrics
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
        inside = rect.adjusted(metrics.step(2), 0, -metrics.step(2), 0)
        first = QRect(inside.x(), inside.y(), inside.width(), metrics.px(28))
        aside = " · ".join(part for part in (item.aside, item.key) if part)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        taken = QFontMetrics(painter.font()).horizontalAdvance(aside) + metrics.step(2) if aside else 0
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(first, right, aside)
        if item.below:
            below = QRect(inside.x(), inside.y() + metrics.px(24), inside.width(), metrics.px(18))
            words = QFontMetrics(painter.font()).elidedText(item.below, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, left, words)
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        room = first.adjusted(0, 0, -taken, 0)
        text = QFontMetrics(painter.font()).elidedText(item.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, left, text)
        painter.restore()
