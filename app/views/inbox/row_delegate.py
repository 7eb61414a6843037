"""Paints a row of the list from the row value alone: who, chips, two lines of text, or one line when dense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.models.domain.inbox import InboxRow
from app.models.domain.vocabulary import Visibility
from app.views.inbox.row_texts import RowChip, crisis_chip, has_deadline, head_text, rest_text, row_chip
from app.views.support.chips import chip_size, paint_chip
from app.views.support.icons import paint_icon
from app.views.support.item_model import ROW_ROLE

if TYPE_CHECKING:
    from app.services.clock import Clock
    from app.views.inbox.marks import Marks
    from app.views.support.row_model import Index
    from app.views.support.theme import Theme

_BADGE: Final = 24
_SIGN: Final = 14
_LINES: Final = 2
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class RowDelegate(QStyledItemDelegate):
    """Draws rows; reads nothing but the row, the marks and the clock."""

    def __init__(self, *, theme: Theme, clock: Clock, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._marks = marks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; all rows are alike."""
        return QSize(self._theme.metrics.px(120), self._theme.metrics.row)

    def chip_rect(self, rect: QRect, row: InboxRow) -> QRect:
        """Return where the deadline of a row stands, empty when it has none; all else there stays as it is."""
        if not has_deadline(row):
            return QRect()
        height = rect.height() if self._theme.metrics.compact else self._theme.metrics.px(32)
        return QRect(rect.x() + rect.width() // 3, rect.y(), rect.width() - rect.width() // 3, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, InboxRow):
            return
        painter.save()
        self._paint_ground(painter, option, marked=row.key in self._marks)
        if self._theme.metrics.compact:
            self._paint_dense(painter, option.rect, row)
        else:
            self._paint_tall(painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, marked: bool) -> None:
        theme, rect = self._theme, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or marked or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("accent_soft" if is_current or marked else "raised"))
        if is_current:
            painter.fillRect(QRect(rect.x(), rect.y(), theme.metrics.px(3), rect.height()), theme.color("accent"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _paint_tall(self, painter: QPainter, rect: QRect, row: InboxRow) -> None:
        metrics = self._theme.metrics
        top = rect.y() + metrics.px(9)
        badge = QRect(rect.x() + metrics.step(3), top, metrics.px(_BADGE), metrics.px(_BADGE))
        self._paint_badge(painter, badge, row)
        left, right = badge.right() + metrics.px(11), rect.right() - metrics.step(3)
        line = QRect(left, top - metrics.px(1), right - left, metrics.px(20))
        self._paint_author(painter, line.adjusted(0, 0, -self._paint_chips(painter, line, row), 0), row)
        text = QRect(left, line.bottom() + metrics.px(1), right - left, rect.bottom() - line.bottom() - metrics.px(4))
        self._paint_text(painter, text, row, lines=_LINES)

    def _paint_dense(self, painter: QPainter, rect: QRect, row: InboxRow) -> None:
        metrics = self._theme.metrics
        side = metrics.px(20)
        middle = rect.y() + (rect.height() - side) // 2
        badge = QRect(rect.x() + metrics.step(2), middle, metrics.px(_BADGE), side)
        self._paint_badge(painter, badge, row)
        left, right = badge.right() + metrics.step(2), rect.right() - metrics.step(2)
        line = QRect(left, middle, right - left, side)
        line.setRight(line.right() - self._paint_chips(painter, line, row))
        used = self._paint_author(painter, QRect(line.x(), line.y(), line.width() // 2, side), row)
        self._paint_text(painter, line.adjusted(used + metrics.step(2), 0, 0, 0), row, lines=1)

    def _paint_badge(self, painter: QPainter, rect: QRect, row: InboxRow) -> None:
        theme = self._theme
        is_marked = row.key in self._marks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if is_marked else "line_strong"), 1))
        painter.setBrush(theme.color("accent" if is_marked else "background"))
        painter.drawRoundedRect(rect, theme.metrics.px(5), theme.metrics.px(5))
        if is_marked:
            inset = max(1, (min(rect.width(), rect.height()) - theme.metrics.px(16)) // 2)
            side = min(rect.width(), rect.height()) - 2 * inset
            place = QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side)
            paint_icon(painter, place, "check", theme.color("on_accent"))
            return
        font = theme.font("tiny")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), row.channel_short)

    def _paint_chips(self, painter: QPainter, line: QRect, row: InboxRow) -> int:
        """Draw the chips from the right edge and return the room they take."""
        right = line.right() + 1
        crisis = crisis_chip(row)
        for chip in [row_chip(row, self._clock.now()), *([crisis] if crisis else [])]:
            right -= self._paint_chip(painter, QRect(line.x(), line.y(), right - line.x(), line.height()), chip)
            right -= self._theme.metrics.step(1)
        return line.right() + 1 - right

    def _paint_chip(self, painter: QPainter, room: QRect, chip: RowChip) -> int:
        theme = self._theme
        if chip.tone is None:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("muted"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), chip.text)
            return QFontMetrics(painter.font()).horizontalAdvance(chip.text)
        size = chip_size(theme, chip.text, icon=chip.icon)
        # The author keeps a third of the line, however long the name of an area is.
        width = min(size.width(), room.width() * 2 // 3)
        place = QRect(room.right() + 1 - width, room.y() + (room.height() - size.height()) // 2, width, size.height())
        paint_chip(painter, place, theme, chip.text, chip.tone, icon=chip.icon)
        return width

    def _paint_author(self, painter: QPainter, room: QRect, row: InboxRow) -> int:
        """Draw who wrote with the signs for VIP and private; return the room taken."""
        theme = self._theme
        signs = [("star", "warn")] if row.is_vip else []
        signs += [("lock", "private")] if row.visibility is Visibility.PRIVATE else []
        side, gap = theme.metrics.px(_SIGN), theme.metrics.step(1)
        painter.setFont(theme.font("strong" if row.is_unread else "normal"))
        painter.setPen(theme.color("text"))
        measure = QFontMetrics(painter.font())
        width = max(0, room.width() - len(signs) * (side + gap))
        name = measure.elidedText(head_text(row), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(room.x(), room.y(), width, room.height()), _LEFT, name)
        x = room.x() + min(width, measure.horizontalAdvance(name)) + gap
        for icon, color in signs:
            place = QRect(x, room.y() + (room.height() - side) // 2, side, side)
            paint_icon(painter, place, icon, theme.color(color))
            x += side + gap
        return x - room.x()

    def _paint_text(self, painter: QPainter, room: QRect, row: InboxRow, *, lines: int) -> None:
        theme = self._theme
        indent = 0
        painter.setFont(theme.font("small"))
        if row.has_draft:
            word = self.tr("Rascunho")
            painter.setPen(theme.color("warn"))
            painter.drawText(QRect(room.x(), room.y(), room.width(), theme.metrics.px(18)), _LEFT, word)
            indent = QFontMetrics(painter.font()).horizontalAdvance(word) + theme.metrics.step(2)
        painter.setPen(theme.color("muted"))
        height = theme.metrics.px(16) if lines > 1 else room.height()
        font = painter.font()
        for number, text in enumerate(_wrapped(rest_text(row), font, room.width(), lines, indent)):
            start = indent if number == 0 else 0
            place = QRect(room.x() + start, room.y() + number * height, room.width() - start, height)
            painter.drawText(place, _LEFT, text)


def _wrapped(text: str, font: QFont, width: int, lines: int, indent: int) -> list[str]:
    """Return the text in at most ``lines`` lines, the last one ending in "…" where more follows."""
    measure = QFontMetrics(font)
    if lines == 1 or measure.horizontalAdvance(text) <= width - indent:
        return [measure.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width - indent))]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(1, width - indent))
    first.setPosition(QPointF(0, 0))
    end = first.textStart() + first.textLength()
    layout.endLayout()
    # Qt counts in UTF-16: an emoji is two.
    raw = text.encode("utf-16-le")
    head, rest = raw[: end * 2].decode("utf-16-le", "ignore"), raw[end * 2 :].decode("utf-16-le", "ignore")
    return [head.rstrip(), measure.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width)]
