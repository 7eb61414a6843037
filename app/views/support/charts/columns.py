"""Paints columns, side by side or piled up, the period before paler beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from app.models.domain.chart import Shape
from app.views.support.charts.bars import paint_bars
from app.views.support.charts.canvas import CENTER
from app.views.support.charts.chart_words import value_text
from app.views.support.charts.code_words import code_sign
from app.views.support.charts.frame import is_lying, upright_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from app.models.domain.chart import Track
    from app.views.support.charts.canvas import Canvas
    from app.views.support.charts.frame import Frame

_FILLED: Final = 0.74
_WIDEST: Final = 46
_LABELLED: Final = 14
"""More columns than this carry no figures of their own: they would be a second chart of letters."""


def paint_columns(canvas: Canvas) -> None:
    """Paint columns; where the categories are names, as lying bars."""
    data = canvas.data
    if is_lying(data):
        paint_bars(canvas)
        return
    rect = canvas.legend(canvas.rect)
    piled = data.shape is Shape.STACK and len(data.tracks) > 1
    frame = upright_frame(canvas, rect, _heights(canvas, piled=piled))
    for place in frame.places:
        now, before = _spans(canvas, frame, place)
        if before is not None and piled and canvas.is_flickering(canvas.rect.width()):
            now = (before[0], now[0] + now[1] - before[0])
            _column(canvas, frame, data.tracks, place, now, piled=piled, pale=False)
            _level(canvas, frame, place, now)
            continue
        if before is not None:
            _column(canvas, frame, data.before, place, before, piled=piled, pale=True)
        _column(canvas, frame, data.tracks, place, now, piled=piled, pale=False)


def _heights(canvas: Canvas, *, piled: bool) -> list[float]:
    tracks = (*canvas.data.tracks, *canvas.data.before)
    if not piled:
        return [cell.value for track in tracks for cell in track.cells if cell.value is not None]
    groups = (canvas.data.tracks, canvas.data.before)
    return [sum(_value(t, place) for t in group) for group in groups for place in range(len(canvas.data.categories))]


def _value(track: Track, place: int) -> float:
    value = track.cells[place].value if place < len(track.cells) else None
    return value or 0.0


def _spans(canvas: Canvas, frame: Frame, place: int) -> tuple[tuple[float, float], tuple[float, float] | None]:
    """Return (left, width) of the columns now and before."""
    wide = min(frame.slot * _FILLED, canvas.px(_WIDEST) * (2 if canvas.data.before else 1))
    left = frame.middle(place) - wide / 2
    if not canvas.data.before:
        return (left, wide), None
    part = wide * 0.38
    return (left + part, wide - part), (left, part)


def _level(canvas: Canvas, frame: Frame, place: int, span: tuple[float, float]) -> None:
    """Draw how high the pile was before as a line: a second pile beside each would be a flicker of stripes."""
    y = frame.scale.at(sum(_value(track, place) for track in canvas.data.before))
    canvas.stroke(canvas.style.color("text"), 1.5)
    canvas.segment(span[0], y, span[0] + span[1], y)


def _column(
    canvas: Canvas,
    frame: Frame,
    tracks: tuple[Track, ...],
    place: int,
    span: tuple[float, float],
    *,
    piled: bool,
    pale: bool,
) -> None:
    left, wide = span
    floor = frame.scale.at(0.0)
    each = wide if piled else wide / max(1, len(tracks))
    base = 0.0
    for number, track in enumerate(tracks):
        value = _value(track, place)
        low = frame.scale.at(base) if piled else floor
        high = frame.scale.at(base + value) if piled else frame.scale.at(value)
        x = left if piled else left + number * each
        box = QRectF(x, min(low, high), each, abs(low - high))
        base += value
        color = canvas.track_color(number)
        if len(tracks) == 1:
            color = canvas.style.own(canvas.data.categories[place], _by_category(canvas, place, color))
        if value:
            canvas.fill(_parted(canvas, box, piled=piled), canvas.style.pale(color) if pale else color, radius=0.0)
        if pale:
            continue
        if piled:
            _sign(canvas, box, number)
        elif frame.count * len(tracks) <= _LABELLED and value:
            above = QRectF(x - each, box.top() - canvas.line(), each * 3, canvas.line())
            canvas.text(above, value_text(canvas.data.unit, value), color="text", align=CENTER)
        canvas.mark(_reach(frame, box, piled=piled), number, place)


def _by_category(canvas: Canvas, place: int, otherwise: QColor) -> QColor:
    return canvas.style.of_key(canvas.data.categories[place].key, 0) if canvas.data.step == "sentiment" else otherwise


def _parted(canvas: Canvas, box: QRectF, *, piled: bool) -> QRectF:
    """Leave a thin line of ground between what is piled up, so that parts are told apart without colour."""
    gap = canvas.px(1)
    return box.adjusted(0, gap, 0, 0) if piled and box.height() > 3 * gap else box


def _sign(canvas: Canvas, box: QRectF, number: int) -> None:
    sign = code_sign(str(canvas.data.tracks[number].key))
    if sign and box.height() >= canvas.line() and box.width() >= canvas.px(12):
        canvas.text(box, sign, color=canvas.style.ink_on(canvas.track_color(number)), align=CENTER, role="strong")


def _reach(frame: Frame, box: QRectF, *, piled: bool) -> QRectF:
    """Return what the mouse may hit: the part itself where parts are piled, else the column's whole height."""
    if piled:
        return box if box.height() >= 1 else QRectF(box.left(), box.top() - 1, box.width(), 1)
    return QRectF(box.left(), frame.plot.top(), box.width(), frame.plot.height())
