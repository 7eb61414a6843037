"""Paints circles by two values and a size, in four named fields, their names never over one another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from app.views.support.charts.canvas import LEFT, RIGHT
from app.views.support.charts.chart_words import category_text
from app.views.support.charts.quadrants import quadrants_of
from app.views.support.charts.scale import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from app.views.support.charts.canvas import Canvas
    from app.views.support.charts.quadrants import Quadrants

_SMALLEST, _LARGEST = 5.0, 26.0
_MOST_NAMES: Final = 60
_SEE_THROUGH: Final = 0.8
_AWAY: Final = (3.0, 12.0, 24.0, 40.0)
_MARGIN: Final = 0.12


def paint_bubbles(canvas: Canvas) -> None:
    """Paint a bubble a category of the first track, the largest first, so that small ones lie on top."""
    words = quadrants_of(canvas.data.key)
    line = canvas.line()
    plot = canvas.rect.adjusted(canvas.px(2), line + canvas.px(4), -canvas.px(2), -line - canvas.px(4))
    across, up = _scales(canvas, plot)
    taken = _fields(canvas, plot, across, up, words)
    if not canvas.data.tracks:
        return
    cells = canvas.data.tracks[0].cells
    order = [place for place, cell in enumerate(cells) if cell.value is not None and cell.x is not None]
    order.sort(key=lambda place: -(cells[place].size or 0.0))
    most = max((cells[place].size or 0.0 for place in order), default=0.0)
    boxes: dict[int, QRectF] = {}
    for place in order:
        share = math.sqrt((cells[place].size or 0.0) / most) if most else 0.0
        radius = canvas.px(_SMALLEST + (_LARGEST - _SMALLEST) * share)
        middle = QPointF(across.at(cells[place].x or 0.0), up.at(cells[place].value or 0.0))
        middle.setX(min(max(middle.x(), plot.left() + radius), plot.right() - radius))
        middle.setY(min(max(middle.y(), plot.top() + radius), plot.bottom() - radius))
        boxes[place] = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        _before(canvas, across, up, place, middle)
        _circle(canvas, boxes[place], _color(canvas, place))
    for place in sorted(boxes):
        path = QPainterPath()
        path.addEllipse(boxes[place])
        canvas.mark(boxes[place], 0, place, path)
    _names(canvas, plot, boxes, order, taken)


def _scales(canvas: Canvas, plot: QRectF) -> tuple[Scale, Scale]:
    cells = [cell for track in (*canvas.data.tracks, *canvas.data.before) for cell in track.cells]
    across = [cell.x for cell in cells if cell.x is not None and cell.value is not None]
    up = [cell.value for cell in cells if cell.value is not None and cell.x is not None]
    low_x, high_x = _padded(across)
    low_y, high_y = _padded(up)
    reach = max(abs(low_y), abs(high_y))
    low_y, high_y = -reach, reach  # the middle line is the neutral one
    return Scale(low_x, high_x, plot.left(), plot.right()), Scale(low_y, high_y, plot.bottom(), plot.top())


def _padded(values: list[float]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low) * _MARGIN or 1.0
    return low - room, high + room


def _fields(canvas: Canvas, plot: QRectF, across: Scale, up: Scale, words: Quadrants) -> list[QRectF]:
    """Draw the cross, name the fields in their corners and the two directions at its ends."""
    x = _middle_of(canvas, "x_split", across, at_zero=False)
    y = _middle_of(canvas, "y_split", up, at_zero=True)
    canvas.stroke(canvas.style.color("line_strong"))
    canvas.segment(x, plot.top(), x, plot.bottom())
    canvas.segment(plot.left(), y, plot.right(), y)
    line, gap = canvas.line(), canvas.px(4)
    half = plot.width() / 2 - gap
    above, below = plot.top() - line - gap / 2, plot.bottom() + gap / 2
    canvas.text(QRectF(plot.left(), above, half, line), words.top_left, align=LEFT)
    canvas.text(QRectF(plot.right() - half, above, half, line), words.top_right, align=RIGHT)
    canvas.text(QRectF(plot.left(), below, half, line), words.bottom_left, align=LEFT)
    canvas.text(QRectF(plot.right() - half, below, half, line), words.bottom_right, align=RIGHT)
    wide = canvas.width(words.across) + canvas.px(2)
    along = QRectF(plot.right() - wide, y + gap / 2, wide, line)
    upward = QRectF(x + gap, plot.top(), canvas.width(words.up) + canvas.px(2), line)
    canvas.text(along, words.across, color="faint", align=RIGHT)
    canvas.text(upward, words.up, color="faint", align=LEFT)
    return [along, upward]


def _middle_of(canvas: Canvas, name: str, scale: Scale, *, at_zero: bool) -> float:
    known = canvas.data.facts.get(name)
    if isinstance(known, int | float):
        return min(max(scale.at(float(known)), min(scale.start, scale.end)), max(scale.start, scale.end))
    if at_zero and scale.low < 0 < scale.high:
        return scale.at(0.0)
    return (scale.start + scale.end) / 2


def _circle(canvas: Canvas, box: QRectF, color: QColor) -> None:
    soft = canvas.style.pale(color, _SEE_THROUGH)
    soft.setAlphaF(0.86)
    canvas.painter.setPen(QPen(color, canvas.px(1)))
    canvas.painter.setBrush(soft)
    canvas.painter.drawEllipse(box)


def _before(canvas: Canvas, across: Scale, up: Scale, place: int, middle: QPointF) -> None:
    """Draw where it lay in the period before, and the way it went."""
    tracks = canvas.data.before
    cell = tracks[0].cells[place] if tracks and place < len(tracks[0].cells) else None
    if cell is None or cell.value is None or cell.x is None:
        return
    canvas.stroke(canvas.style.pale(_color(canvas, place)), 1.5, Qt.PenStyle.DotLine)
    earlier = QPointF(across.at(cell.x), up.at(cell.value))
    canvas.painter.drawLine(earlier, middle)
    canvas.painter.drawEllipse(earlier, canvas.px(3), canvas.px(3))


def _color(canvas: Canvas, place: int) -> QColor:
    category = canvas.data.categories[place]
    return canvas.style.own(category, canvas.style.of_key(category.key, place))


def _names(canvas: Canvas, plot: QRectF, boxes: dict[int, QRectF], order: list[int], taken: list[QRectF]) -> None:
    """Write each name where it covers no other and no bubble; what finds no such place is told on hovering."""
    line = canvas.line()
    for place in order[:_MOST_NAMES]:
        text = category_text(canvas.data, place)
        wide = min(canvas.width(text) + canvas.px(2), plot.width() / 3)
        own = boxes[place]
        # A little away from the others, so that nobody takes it for theirs.
        apart = canvas.px(4)
        others = [box.adjusted(-apart, -apart, apart, apart) for number, box in boxes.items() if number != place]
        found = next(
            (
                (box, away)
                for away in _AWAY
                for box in _around(own, wide, line, canvas.px(away))
                if plot.contains(box) and not any(box.intersects(each) for each in (*taken, *others))
            ),
            None,
        )
        if found is None:
            continue
        box, away = found
        taken.append(box)
        if away > _AWAY[1]:
            canvas.stroke(canvas.style.color("line_strong"))
            canvas.segment(own.center().x(), own.center().y(), box.center().x(), box.center().y())
            canvas.fill(box, canvas.style.color("surface"))
        canvas.text(box, text, color="text", align=LEFT)


def _around(own: QRectF, wide: float, line: float, away: float) -> list[QRectF]:
    """Return boxes right, left, above and below of a bubble, and at its corners."""
    middle = own.center()
    right, left = own.right() + away, own.left() - away - wide
    above, below = own.top() - away - line, own.bottom() + away
    level, over = middle.y() - line / 2, middle.x() - wide / 2
    places = ((right, level), (left, level), (over, above), (over, below))
    corners = ((right, above), (left, above), (right, below), (left, below))
    return [QRectF(x, y, wide, line) for x, y in (*places, *corners)]
