"""Paints a line of the help's contents: the page's title and, while somebody searches, the words around the find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.views.knowledge.topics import Found
from app.views.support.row_model import ROW_ROLE

if TYPE_CHECKING:
    from app.views.support.row_model import Index
    from app.views.support.theme import Theme

_LINE: Final = 30
_BOTH: Final = 50
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class TopicDelegate(QStyledItemDelegate):
    """Draws one or two lines."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line, or of two where there is an excerpt."""
        row = index.data(ROW_ROLE)
        has_excerpt = isinstance(row, Found) and bool(row.excerpt)
        return QSize(self._theme.metrics.px(100), self._theme.metrics.px(_BOTH if has_excerpt else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Found):
            return
        theme, rect = self._theme, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_current and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.color("focus")) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if is_current else "raised"))
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), theme.metrics.radius, theme.metrics.radius)
        inside = rect.adjusted(theme.metrics.step(2), 0, -theme.metrics.step(2), 0)
        top = QRect(inside.x(), inside.y(), inside.width(), theme.metrics.px(_LINE))
        self._line(painter, top, row.topic.title, role="strong" if is_current else "normal")
        if row.excerpt:
            below = QRect(inside.x(), inside.y() + theme.metrics.px(26), inside.width(), theme.metrics.px(20))
            self._line(painter, below, row.excerpt, role="small")
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, *, role: str) -> None:
        is_small = role == "small"
        painter.setFont(self._theme.font("small" if is_small else "strong" if role == "strong" else "normal"))
        painter.setPen(self._theme.color("muted" if is_small else "accent" if role == "strong" else "text"))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
