"""The words of a stacked chart, each beside its colour, above the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.theme import Theme


class Legend(QWidget):
    """A line of squares and words."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[tuple[str, QColor]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[tuple[str, QColor]]) -> None:
        """Show other words and colours."""
        self._items = list(items)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        return QSize(self._theme.metrics.px(200), self._theme.metrics.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw squares and words from the left."""
        metrics, font = self._theme.metrics, self._theme.font("tiny")
        words = QFontMetrics(font)
        side, left = metrics.px(10), metrics.step(1)
        painter = QPainter(self)
        painter.setFont(font)
        for text, color in self._items:
            painter.fillRect(QRect(left, (self.height() - side) // 2, side, side), color)
            left += side + metrics.step(1)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(left, (self.height() + words.ascent() - words.descent()) // 2, text)
            left += words.horizontalAdvance(text) + metrics.step(4)
        painter.end()
