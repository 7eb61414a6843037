"""Paints the 24 hours as a dial, midnight on top, the open hours as a ring around it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from app.views.support.charts.canvas import CENTER, LEFT
from app.views.support.charts.chart_words import category_text

if TYPE_CHECKING:
    from app.models.domain.chart import Track
    from app.views.support.charts.canvas import Canvas

_INNER: Final = 0.34
_TOP: Final = 90.0
_FULL: Final = 360.0
_GAP: Final = 1.2
_NARROW: Final = 0.6


def paint_clock(canvas: Canvas) -> None:
    """Paint a sector an hour, as long as it is busy."""
    data = canvas.data
    rect = canvas.legend(canvas.rect)
    line = canvas.line()
    radius = min(rect.width() / 2 - canvas.width("00h") - canvas.px(6), rect.height() / 2 - line - canvas.px(8))
    if radius <= canvas.px(12) or not data.tracks:
        return
    middle = rect.center()
    most = max((cell.value or 0.0 for track in (*data.tracks[:1], *data.before[:1]) for cell in track.cells), default=0)
    _rings(canvas, middle, radius)
    _open_ring(canvas, middle, radius + canvas.px(4))
    for track in data.before[:1]:
        _sectors(canvas, middle, radius, track, most, pale=True)
    _sectors(canvas, middle, radius, data.tracks[0], most, pale=False)
    _hours(canvas, middle, radius)
    _busiest(canvas, middle, data.tracks[0])


def _angles(canvas: Canvas, place: int) -> tuple[float, float]:
    """Return start and length of a sector in Qt's degrees (counter-clockwise from the right)."""
    each = _FULL / max(1, len(canvas.data.categories))
    return _TOP - place * each - _GAP / 2, -(each - _GAP)


def _sector(
    canvas: Canvas, middle: QPointF, radius: float, place: int, share: float, *, narrow: float = 1.0
) -> QPainterPath:
    inner = radius * _INNER
    outer = inner + (radius - inner) * max(0.0, share)
    start, length = _angles(canvas, place)
    start, length = start + length * (1 - narrow) / 2, length * narrow
    path = QPainterPath()
    outside, inside = _square(middle, outer), _square(middle, inner)
    path.arcMoveTo(outside, start)
    path.arcTo(outside, start, length)
    path.arcTo(inside, start + length, -length)
    path.closeSubpath()
    return path


def _square(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def _rings(canvas: Canvas, middle: QPointF, radius: float) -> None:
    canvas.stroke(canvas.style.color("line"))
    for share in (_INNER, (1 + _INNER) / 2, 1.0):
        canvas.painter.drawEllipse(middle, radius * share, radius * share)


def _open_ring(canvas: Canvas, middle: QPointF, radius: float) -> None:
    marked = canvas.data.marked
    if len(marked) != len(canvas.data.categories) or all(marked):
        return
    pen = QPen(canvas.style.color("accent"), canvas.px(3))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    for place, opened in enumerate(marked):
        if opened:
            start, length = _angles(canvas, place)
            canvas.painter.drawArc(_square(middle, radius), round((start + _GAP / 2) * 16), round((length - _GAP) * 16))
    words = QCoreApplication.translate("charts", "anel: balcão aberto")
    box = QRectF(canvas.rect.left(), canvas.rect.bottom() - canvas.line(), canvas.rect.width() / 2, canvas.line())
    canvas.text(box, words, color="accent", align=LEFT)


def _sectors(canvas: Canvas, middle: QPointF, radius: float, track: Track, most: float, *, pale: bool) -> None:
    """Paint a sector an hour; where the period before lies behind, the present ones are narrower."""
    color = canvas.track_color(0)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.style.pale(color) if pale else color)
    narrow = _NARROW if canvas.data.before and not pale else 1.0
    for place, cell in enumerate(track.cells[: len(canvas.data.categories)]):
        path = _sector(canvas, middle, radius, place, (cell.value or 0.0) / most if most else 0.0, narrow=narrow)
        canvas.painter.drawPath(path)
        if not pale:
            reach = _sector(canvas, middle, radius, place, 1.0)
            canvas.mark(reach.boundingRect(), 0, place, reach)


def _hours(canvas: Canvas, middle: QPointF, radius: float) -> None:
    line, count = canvas.line(), len(canvas.data.categories)
    away = radius + canvas.px(8) + line / 2
    every = max(1, count // 8)
    for place in range(0, count, every):
        turn = math.radians(_TOP - place * _FULL / count)
        text = category_text(canvas.data, place, short=True)
        wide = canvas.width(text) + canvas.px(4)
        x, y = middle.x() + math.cos(turn) * (away + wide / 4), middle.y() - math.sin(turn) * away
        canvas.text(QRectF(x - wide / 2, y - line / 2, wide, line), text, align=CENTER)


def _busiest(canvas: Canvas, middle: QPointF, track: Track) -> None:
    values = [cell.value or 0.0 for cell in track.cells]
    if not any(values):
        return
    peak = category_text(canvas.data, max(range(len(values)), key=values.__getitem__))
    line = canvas.line("strong")
    box = QRectF(middle.x() - canvas.px(40), middle.y() - line, canvas.px(80), line)
    canvas.text(box, peak, color="text", align=CENTER, role="strong")
    canvas.text(box.translated(0, line), QCoreApplication.translate("charts", "pico"), align=CENTER)
