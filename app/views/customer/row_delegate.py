"""Paints a customer's row from the row value alone: name, VIP star, handles, open cases and the last case's day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.models.domain.customer_card import CustomerRow
from app.views.customer.customer_texts import name_text, open_cases_text
from app.views.support.chips import chip_size, paint_chip
from app.views.support.icons import paint_icon
from app.views.support.row_model import ROW_ROLE
from app.views.support.texts import short_when_text

if TYPE_CHECKING:
    from app.services.clock import Clock
    from app.views.support.row_model import Index
    from app.views.support.theme import Theme

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_ROW: Final = 54


class CustomerDelegate(QStyledItemDelegate):
    """Draws rows of two lines; reads nothing but the row and the clock."""

    def __init__(self, *, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; all rows are alike."""
        return QSize(self._theme.metrics.px(120), self._theme.metrics.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, CustomerRow):
            return
        painter.save()
        paint_ground(painter, option, self._theme)
        metrics = self._theme.metrics
        inside = option.rect.adjusted(metrics.step(3), metrics.step(2), -metrics.step(3), -metrics.step(2))
        half = inside.height() // 2
        first = QRect(inside.x(), inside.y(), inside.width(), half)
        self._paint_name(painter, first, row)
        self._paint_handles(painter, QRect(inside.x(), inside.y() + half, inside.width(), half), row)
        painter.restore()

    def _paint_name(self, painter: QPainter, room: QRect, row: CustomerRow) -> None:
        theme = self._theme
        width = room.width()
        chip = open_cases_text(row.open_cases)
        if chip:
            size = chip_size(theme, chip)
            place = QRect(room.right() + 1 - size.width(), room.y(), size.width(), size.height())
            paint_chip(painter, place, theme, chip, "info")
            width -= size.width() + theme.metrics.step(2)
        side, gap = theme.metrics.px(14), theme.metrics.step(1)
        width -= side + gap if row.is_vip else 0
        painter.setFont(theme.font("strong" if row.open_cases else "normal"))
        painter.setPen(theme.color("text" if row.name else "muted"))
        measure = QFontMetrics(painter.font())
        name = measure.elidedText(name_text(row.name), Qt.TextElideMode.ElideRight, max(0, width))
        painter.drawText(QRect(room.x(), room.y(), max(0, width), room.height()), _LEFT, name)
        if row.is_vip:
            x = room.x() + measure.horizontalAdvance(name) + gap
            star = QRect(x, room.y() + (room.height() - side) // 2, side, side)
            paint_icon(painter, star, "star", theme.color("warn"))

    def _paint_handles(self, painter: QPainter, room: QRect, row: CustomerRow) -> None:
        theme = self._theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        measure = QFontMetrics(painter.font())
        when = short_when_text(row.last_at, self._clock.now()) if row.last_at is not None else ""
        width = room.width() - (measure.horizontalAdvance(when) + theme.metrics.step(2) if when else 0)
        painter.drawText(room, _RIGHT, when)
        handles = measure.elidedText(row.handles, Qt.TextElideMode.ElideRight, max(0, width))
        painter.drawText(QRect(room.x(), room.y(), max(0, width), room.height()), _LEFT, handles)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw what lies under a row: its ground, the bar of the current one, the line below, the focus frame."""
    rect = option.rect
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_current or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("accent_soft" if is_current else "raised"))
    if is_current:
        painter.fillRect(QRect(rect.x(), rect.y(), theme.metrics.px(3), rect.height()), theme.color("accent"))
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
    if is_current and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.color("focus"), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -2))
