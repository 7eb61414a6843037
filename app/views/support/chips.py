"""States and deadlines are told by word, sign and colour together, never by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.support.icons import paint_icon
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

DEADLINE_ICONS: Final = {"ok": "clock", "warn": "hourglass", "bad": "clock-exclamation", "neutral": "clock"}
SENTIMENTS: Final[dict[str, tuple[str, Tone]]] = {
    "negative": ("minus", "bad"),
    "neutral": ("circle-dot", "neutral"),
    "mixed": ("adjustments", "info"),
    "positive": ("plus", "ok"),
}
"""Sentiment key -> (icon, tone)."""


def deadline_tone(due_at: datetime | None, now: datetime, *, soon: timedelta) -> Tone:
    """Return the tone of a deadline: bad when past, warn within ``soon``, ok later, neutral without one."""
    if due_at is None:
        return "neutral"
    if due_at < now:
        return "bad"
    return "warn" if due_at - now <= soon else "ok"


def chip_size(theme: Theme, text: str, *, icon: str = "") -> QSize:
    """Return the size that ``paint_chip`` needs."""
    metrics = theme.metrics
    font = theme.font("small")
    font.setWeight(font.Weight.Medium)
    width = QFontMetrics(font).horizontalAdvance(text) + 2 * metrics.step(2)
    if icon:
        width += metrics.px(12) + metrics.step(1)
    return QSize(width, metrics.px(20))


def paint_chip(painter: QPainter, rect: QRect, theme: Theme, text: str, tone: Tone, *, icon: str = "") -> None:
    """Draw a chip into ``rect``; used by delegates and by ``Chip`` alike."""
    foreground, soft = theme.tone(tone)
    edged = tone == "neutral" or theme.tokens.name == "contrast"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line_strong")) if edged else QPen(soft))
    painter.setBrush(soft)
    radius = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    _paint_content(painter, rect, theme, text=text, icon=icon, color=foreground)
    painter.restore()


def _paint_content(painter: QPainter, rect: QRect, theme: Theme, *, text: str, icon: str, color: QColor) -> None:
    metrics = theme.metrics
    inside = rect.adjusted(metrics.step(2), 0, -metrics.step(2), 0)
    if icon:
        side = metrics.px(12)
        place = QRect(inside.x(), rect.y() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, place, icon, color)
        inside.setLeft(inside.left() + side + metrics.step(1))
    font = theme.font("small")
    font.setWeight(font.Weight.Medium)
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width() + 2)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Chip(QWidget):
    """A small rounded word with a sign and a colour."""

    def __init__(
        self, text: str = "", *, theme: Theme, tone: Tone = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.updateGeometry)

    def set_chip(self, text: str, tone: Tone = "neutral", *, icon: str = "", tooltip: str = "") -> None:
        """Show another word, tone and sign; ``tooltip`` tells the exact time or reason."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setAccessibleDescription(tooltip)
        self.setToolTip(as_tooltip(tooltip))
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    @property
    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def sizeHint(self) -> QSize:
        """Return the room that word and sign take."""
        return chip_size(self._theme, self._text, icon=self._icon) + QSize(2, 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._theme, self._text, self._tone, icon=self._icon)
        painter.end()
