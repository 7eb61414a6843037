"""Draws a result: its sign, who and where, the time, and the piece of text with what was searched for marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.models.domain.search_hit import Found
from app.models.domain.search_marks import Snippet
from app.views.search.result_model import LINE_ROLE, Heading, Index, about_text
from app.views.search.search_texts import ICONS, alike_text
from app.views.support.icons import paint_icon
from app.views.support.text_marks import units
from app.views.support.texts import short_when_text

if TYPE_CHECKING:
    from app.services.clock import Clock
    from app.views.support.theme import Theme

_LINES: Final = 2
_ONE_LINE: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class ResultDelegate(QStyledItemDelegate):
    """Draws headings and hits from the line alone."""

    def __init__(self, *, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._clock = theme, clock

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one dense row for a heading, a tall one for a hit."""
        metrics = self._theme.metrics
        is_heading = isinstance(index.data(LINE_ROLE), Heading)
        return QSize(metrics.px(120), metrics.row_dense if is_heading else self._head_height() + self._text_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._paint_heading(painter, option.rect, line)
        elif isinstance(line, Found):
            self._paint_ground(painter, option)
            self._paint_hit(painter, option.rect, line)
        painter.restore()

    def _head_height(self) -> int:
        return QFontMetrics(self._theme.font("small")).height() + self._theme.metrics.step(2)

    def _text_height(self) -> int:
        return QFontMetrics(self._theme.font()).lineSpacing() * _LINES + self._theme.metrics.step(3)

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Heading) -> None:
        font = self._theme.font("small")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        side = self._theme.metrics.step(3)
        painter.drawText(rect.adjusted(side, 0, -side, 0), _ONE_LINE, line.text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._theme, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("accent_soft" if is_current else "raised"))
        if is_current:
            painter.fillRect(QRect(rect.x(), rect.y(), theme.metrics.px(3), rect.height()), theme.color("accent"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))

    def _paint_hit(self, painter: QPainter, rect: QRect, found: Found) -> None:
        theme, metrics = self._theme, self._theme.metrics
        head = QRect(rect.x() + metrics.step(3), rect.y() + metrics.step(1), rect.width() - metrics.step(6), 0)
        head.setHeight(self._head_height())
        side = metrics.icon
        sign = QRect(head.x(), head.y() + (head.height() - side) // 2, side, side)
        paint_icon(painter, sign, ICONS[found.kind], theme.color("muted"))
        inside = head.adjusted(side + metrics.step(2), 0, 0, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("faint"))
        right = " · ".join(part for part in (alike_text(found), self._when(found)) if part)
        painter.drawText(inside, _RIGHT, right)
        font_metrics = QFontMetrics(painter.font())
        room = inside.width() - font_metrics.horizontalAdvance(right) - metrics.step(3)
        painter.setPen(theme.color("muted"))
        shown = font_metrics.elidedText(about_text(found), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, _ONE_LINE, shown)
        place = QRect(inside.x(), head.bottom(), inside.width(), self._text_height())
        self._paint_text(painter, place, found.snippet)

    def _when(self, found: Found) -> str:
        return "" if found.at is None else short_when_text(found.at, self._clock.now())

    def _paint_text(self, painter: QPainter, rect: QRect, snippet: Snippet) -> None:
        painter.setPen(self._theme.color("text"))
        layout = QTextLayout(snippet.text, self._theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(snippet.text, start, end) for start, end in snippet.marks])
        layout.beginLayout()
        top = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        layout.draw(painter, QPointF(rect.x(), rect.y()))

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setBackground(self._theme.color("accent_soft"))
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = units(text[:start]), units(text[start:end]), look
        return made
