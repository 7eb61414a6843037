"""Counted things as rows of bars: the word, a bar for its share, the figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme

Line = tuple[str, int]


class BarRows(QWidget):
    """Shows (word, count) lines; the longest bar is the greatest count. Its texts are its accessible description."""

    def __init__(self, *, theme: Theme, name: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = tuple(lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{word}: {number_text(n)}" for word, n in self._lines))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a line's height for each."""
        return QSize(self._theme.metrics.px(240), self._row() * max(1, len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        """Allow to be narrow."""
        return QSize(self._theme.metrics.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words at the left, bars in the middle, figures at the right."""
        theme, height = self._theme, self._row()
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        word_width = int(self.width() * 0.42)
        figure_width = metrics.horizontalAdvance("000.000")
        most = max((n for _word, n in self._lines), default=1) or 1
        left = word_width + theme.metrics.step(2)
        room = max(1, self.width() - left - figure_width - theme.metrics.step(2))
        for place, (word, n) in enumerate(self._lines):
            top = place * height
            painter.setPen(theme.color("text"))
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, word_width)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(0, top, word_width, height), int(middle | Qt.AlignmentFlag.AlignLeft), shown)
            thick = max(2, height // 3)
            bar = QRect(left, top + (height - thick) // 2, max(2, round(room * n / most)), thick)
            painter.fillRect(bar, theme.color("accent"))
            painter.setPen(theme.color("muted"))
            figure = QRect(self.width() - figure_width, top, figure_width, height)
            painter.drawText(figure, int(middle | Qt.AlignmentFlag.AlignRight), number_text(n))
        painter.end()

    def _row(self) -> int:
        return QFontMetrics(self._theme.font("small")).lineSpacing() + self._theme.metrics.step(1)
