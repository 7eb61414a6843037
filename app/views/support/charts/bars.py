"""Paints lying bars with their names at the left and their values at the end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF

from app.models.domain.chart import Shape, Unit
from app.views.support.charts.canvas import CENTER
from app.views.support.charts.chart_words import category_text, value_text
from app.views.support.charts.code_words import code_sign
from app.views.support.charts.scale import Scale
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from app.models.domain.chart import Track
    from app.views.support.charts.canvas import Canvas
    from app.views.support.charts.style import TextRole

_ROW: Final = 20
_HIGHEST: Final = 34
_FILLED: Final = 0.68
_CROWDED: Final = 0.86
_THINNER: Final = 0.3
_NAMES: Final = 0.38
_FULL: Final = 100.0


def paint_bars(canvas: Canvas) -> None:
    """Paint a row a category: one bar, parts piled up, or one bar a track below each other."""
    data = canvas.data
    rect = canvas.legend(canvas.rect)
    piled = data.shape is Shape.STACK and len(data.tracks) > 1
    lines = 1 if piled else max(1, len(data.tracks))
    least = max(canvas.line() + canvas.px(4), canvas.px(_ROW), canvas.line() * lines / _CROWDED if lines > 1 else 0)
    count = min(len(data.categories), max(1, math.floor(rect.height() / least)))
    canvas.left_out = len(data.categories) - count
    if canvas.left_out:
        count = max(1, math.floor((rect.height() - canvas.line()) / least))
        canvas.left_out = len(data.categories) - count
        _say_more(canvas, rect)
        rect = rect.adjusted(0, 0, 0, -canvas.line())
    height = min(rect.height() / max(1, count), canvas.px(_HIGHEST) * lines)
    names = [category_text(data, place) for place in range(count)]
    wide = min(rect.width() * _NAMES, max((canvas.width(name, "small") for name in names), default=0) + canvas.px(2))
    scale = _scale(canvas, rect, wide, count, piled=piled)
    for place, name in enumerate(names):
        row = QRectF(rect.left(), rect.top() + place * height, rect.width(), height)
        canvas.text(QRectF(row.left(), row.top(), wide, height), name, role="small", color="text")
        if piled:
            _pile(canvas, scale, row, place)
        else:
            _single(canvas, scale, row, place)


def _scale(canvas: Canvas, rect: QRectF, names: float, count: int, *, piled: bool) -> Scale:
    data = canvas.data
    groups = (data.tracks, data.before)
    if piled:
        tops = [sum(_value(t, place) for t in group) for group in groups for place in range(count)]
    else:
        tops = [_value(track, place) for group in groups for track in group for place in range(count)]
    high = max(tops, default=0.0) or 1.0
    if data.unit is Unit.PERCENT:
        high = max(_FULL, high)
    room = max(canvas.width(value_text(data.unit, top), "small") for top in (*tops, 0.0)) + canvas.px(8)
    start = rect.left() + names + canvas.px(8)
    return Scale(0.0, high, start, max(start + 1, rect.right() - room))


def _value(track: Track, place: int) -> float:
    value = track.cells[place].value if place < len(track.cells) else None
    return max(0.0, value or 0.0)


def _single(canvas: Canvas, scale: Scale, row: QRectF, place: int) -> None:
    data, count = canvas.data, max(1, len(canvas.data.tracks))
    each = row.height() * (_FILLED if count == 1 else _CROWDED) / count
    top = row.center().y() - each * count / 2
    role: TextRole = "small" if count == 1 else "tiny"
    for number, track in enumerate(data.tracks):
        value, color = _value(track, place), _color(canvas, number, place)
        line = QRectF(scale.start, top + number * each, scale.end - scale.start, max(1.0, each - canvas.px(2)))
        box = QRectF(line.left(), line.top(), scale.at(value) - scale.start, line.height())
        if data.unit is Unit.PERCENT:
            canvas.fill(line, canvas.style.color("line"))
        end = line.right() if data.unit is Unit.PERCENT else box.right()
        if number < len(data.before):
            earlier = _value(data.before[number], place)
            thin = QRectF(scale.start, box.bottom() - box.height() * _THINNER, 0, box.height() * _THINNER)
            thin.setRight(scale.at(earlier))
            canvas.fill(thin, canvas.style.pale(color), radius=canvas.px(1))
            box.setHeight(box.height() * (1 - _THINNER) - canvas.px(1))
            end = max(end, thin.right())
        if value:
            canvas.fill(box, color, radius=canvas.px(2))
        words = QRectF(end + canvas.px(5), line.top(), canvas.rect.right() - end - canvas.px(4), each)
        canvas.text(words, value_text(data.unit, track.cells[place].value), role=role)
        canvas.mark(QRectF(row.left(), line.top(), row.width(), each), number, place)


def _pile(canvas: Canvas, scale: Scale, row: QRectF, place: int) -> None:
    data = canvas.data
    high = row.height() * _FILLED
    top, x = row.center().y() - high / 2, scale.start
    if data.before:
        earlier = scale.at(sum(_value(track, place) for track in data.before)) - scale.start
        canvas.fill(
            QRectF(scale.start, top + high * 0.78, earlier, high * 0.22), canvas.style.pale(canvas.style.color("muted"))
        )
        high *= 0.72
    for number, track in enumerate(data.tracks):
        value = _value(track, place)
        wide = scale.at(value) - scale.start
        box = QRectF(x, top, wide, high)
        x += wide
        if value:
            gap = canvas.px(1) if wide > canvas.px(3) else 0.0
            color = _color(canvas, number, place)
            canvas.fill(box.adjusted(0, 0, -gap, 0), color)
            sign = code_sign(str(track.key))
            if sign and wide >= canvas.px(12) and high >= canvas.line():
                canvas.text(box, sign, color=canvas.style.ink_on(color), align=CENTER, role="strong")
        canvas.mark(box if wide >= 1 else QRectF(box.left(), top, 1, high), number, place)
    total = sum(_value(track, place) for track in data.tracks)
    words = QRectF(x + canvas.px(5), top, canvas.rect.right() - x - canvas.px(4), high)
    canvas.text(words, value_text(data.unit, total), role="small")


def _color(canvas: Canvas, number: int, place: int) -> QColor:
    if len(canvas.data.tracks) > 1:
        return canvas.track_color(number)
    category = canvas.data.categories[place]
    if canvas.data.step == "sentiment":
        return canvas.style.of_key(category.key, 0)
    return canvas.style.own(category, canvas.track_color(0))


def _say_more(canvas: Canvas, rect: QRectF) -> None:
    text = QCoreApplication.translate("charts", "mais {n} na tabela").format(n=number_text(canvas.left_out))
    canvas.text(QRectF(rect.left(), rect.bottom() - canvas.line(), rect.width(), canvas.line()), text)
