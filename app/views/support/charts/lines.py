"""Paints values over time as lines, a forecast apart with the band it is expected to stay in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from app.views.support.charts.canvas import DOTTED, LEFT, draw_point, line_style
from app.views.support.charts.frame import upright_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.chart import Track
    from app.views.support.charts.canvas import Canvas
    from app.views.support.charts.frame import Frame

_BAND: Final = 0.3
_WIDTH: Final = 2.0


def paint_lines(canvas: Canvas) -> None:
    """Paint a line a track."""
    data = canvas.data
    rect = canvas.legend(canvas.rect, lines=True)
    frame = upright_frame(canvas, rect, _values(canvas))
    for number, track in enumerate(data.tracks):
        _band(canvas, frame, number, track)
    _forecast_edge(canvas, frame)
    for number, track in enumerate(data.before):
        color = canvas.style.pale(canvas.track_color(number))
        _line(canvas, frame, track, QPen(color, canvas.px(1.5), Qt.PenStyle.DashLine))
    for number, track in enumerate(data.tracks):
        style = line_style(number, track, few=frame.count <= DOTTED)
        pen = QPen(canvas.track_color(number), canvas.px(_WIDTH), style)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        _line(canvas, frame, track, pen)
        _dots(canvas, frame, number, track)
    for place in frame.places:
        for number, track in enumerate(data.tracks):
            if track.cells[place].value is not None:
                canvas.mark(_reach(canvas, frame, number, place), number, place)


def _values(canvas: Canvas) -> list[float]:
    data = canvas.data
    found = [cell.value for track in (*data.tracks, *data.before) for cell in track.cells]
    found += [value for track in data.tracks for value in track.high]
    return [value for value in found if value is not None]


def _places(frame: Frame, track: Track) -> range:
    return range(frame.first, min(frame.first + frame.count, len(track.cells)))


def _line(canvas: Canvas, frame: Frame, track: Track, pen: QPen) -> None:
    places = _places(frame, track)
    values = [track.cells[place].value for place in places]
    x = np.array([frame.middle(place) for place in places], dtype=float)
    y = np.array([math.nan if value is None else frame.scale.at(value) for value in values], dtype=float)
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(x) > 1:
        canvas.painter.drawPath(pg.arrayToQPath(x, y, connect="finite"))


def _dots(canvas: Canvas, frame: Frame, number: int, track: Track) -> None:
    """Draw the points where they stand apart, else only those without a neighbour to be joined to."""
    values = [cell.value for cell in track.cells]
    few = frame.count <= DOTTED and not track.is_forecast
    side = canvas.px(2.6)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.track_color(number))
    for place in _places(frame, track):
        value = values[place]
        if value is None or not (few or _stands_alone(values, place)):
            continue
        middle = QPointF(frame.middle(place), frame.scale.at(value))
        draw_point(canvas.painter, middle, side, number)


def _stands_alone(values: Sequence[float | None], place: int) -> bool:
    before = values[place - 1] if place else None
    after = values[place + 1] if place + 1 < len(values) else None
    return before is None and after is None


def _band(canvas: Canvas, frame: Frame, number: int, track: Track) -> None:
    upper, lower = [], []
    for place in _places(frame, track):
        low = track.low[place] if place < len(track.low) else None
        high = track.high[place] if place < len(track.high) else None
        if low is not None and high is not None:
            x = frame.middle(place)
            upper.append(QPointF(x, frame.scale.at(high)))
            lower.append(QPointF(x, frame.scale.at(max(frame.scale.low, low))))
    if upper:
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(canvas.style.pale(canvas.track_color(number), _BAND))
        canvas.painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))


def _forecast_edge(canvas: Canvas, frame: Frame) -> None:
    """Draw where the known ends, and say so."""
    firsts = [
        next((place for place in _places(frame, track) if track.cells[place].value is not None), None)
        for track in canvas.data.tracks
        if track.is_forecast
    ]
    known = [place for place in firsts if place is not None]
    if not known:
        return
    x = frame.left(min(known))
    canvas.stroke(canvas.style.color("muted"), 1, Qt.PenStyle.DotLine)
    canvas.segment(x, frame.plot.top(), x, frame.plot.bottom())
    words = QCoreApplication.translate("charts", "previsão")
    wide = canvas.width(words) + canvas.px(2)
    left = x + canvas.px(4) if x + wide + canvas.px(6) <= frame.plot.right() else x - wide - canvas.px(4)
    box = QRectF(left, frame.plot.top(), wide, canvas.line())
    canvas.fill(box.adjusted(-canvas.px(2), 0, canvas.px(2), 0), canvas.style.color("surface"))
    canvas.text(box, words, align=LEFT)


def _reach(canvas: Canvas, frame: Frame, number: int, place: int) -> QRectF:
    """Return what the mouse may hit: the slot's whole height for one line, else the point's surroundings."""
    if len(canvas.data.tracks) == 1:
        return QRectF(frame.left(place), frame.plot.top(), frame.slot, frame.plot.height())
    value = canvas.data.tracks[number].cells[place].value or 0.0
    side = max(frame.slot, canvas.px(10))
    return QRectF(frame.middle(place) - side / 2, frame.scale.at(value) - canvas.px(6), side, canvas.px(12))
