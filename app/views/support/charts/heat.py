"""Paints rows of warmer and cooler cells: weekday by hour, group by topic."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF

from app.models.domain.chart import Unit
from app.views.support.charts.canvas import CENTER, LEFT
from app.views.support.charts.chart_words import category_text, track_text, value_text
from app.views.support.charts.frame import thinned

if TYPE_CHECKING:
    from app.views.support.charts.canvas import Canvas

_FAINTEST: Final = 0.07
_NAMES: Final = 0.3
_HIGHEST: Final = 44
_FULL: Final = 100.0
_LEAST: Final = 3.0


def paint_heat(canvas: Canvas) -> None:
    """Paint a cell a category in a row a track; figures inside where they fit, open hours underlined."""
    data, rect, line = canvas.data, canvas.rect, canvas.line()
    names = [track_text(data, track) for track in data.tracks]
    if all(str(track.key).isdigit() for track in data.tracks):
        names = [name[:3] for name in names]
    wide = min(rect.width() * _NAMES, max((canvas.width(name) for name in names), default=0.0) + canvas.px(8))
    grid = QRectF(rect.left() + wide, rect.top(), rect.width() - wide, rect.height() - line - canvas.px(4))
    shown = min(len(data.categories), max(1, math.floor(grid.width() / canvas.px(_LEAST))))
    canvas.left_out = len(data.categories) - shown
    if not shown or not data.tracks:
        return
    cell_wide = grid.width() / shown
    cell_high = min(grid.height() / len(data.tracks), canvas.px(_HIGHEST))
    most = _most(canvas)
    figures = _have_room(canvas, cell_wide, cell_high)
    for number, name in enumerate(names):
        top = grid.top() + number * cell_high
        canvas.text(QRectF(rect.left(), top, wide - canvas.px(4), cell_high), name, align=LEFT)
        for place in range(shown):
            box = QRectF(grid.left() + place * cell_wide, top, cell_wide, cell_high)
            _cell(canvas, box, number, place, most=most, figures=figures)
    bottom = grid.top() + cell_high * len(data.tracks)
    _below(canvas, QRectF(grid.left(), bottom + canvas.px(2), grid.width(), line), shown)


def _most(canvas: Canvas) -> float:
    values = [cell.value or 0.0 for track in canvas.data.tracks for cell in track.cells]
    most = max(values, default=0.0)
    return _FULL if canvas.data.unit is Unit.PERCENT and most <= _FULL else most


def _have_room(canvas: Canvas, wide: float, high: float) -> bool:
    """Tell whether every cell can hold its figure: figures in some of them only would mislead."""
    data = canvas.data
    texts = {value_text(data.unit, cell.value) for track in data.tracks for cell in track.cells}
    widest = max((canvas.width(text) for text in texts), default=0.0)
    return widest + canvas.px(5) <= wide and canvas.line() <= high


def _cell(canvas: Canvas, box: QRectF, number: int, place: int, *, most: float, figures: bool) -> None:
    data = canvas.data
    value = data.tracks[number].cells[place].value
    share = max(0.0, value or 0.0) / most if most else 0.0
    gap = canvas.px(0.75)
    inside = box.adjusted(gap, gap, -gap, -gap)
    color = canvas.style.pale(canvas.style.series(1), _FAINTEST + (1 - _FAINTEST) * share)
    canvas.fill(inside, color, radius=canvas.px(2))
    flat = number * len(data.categories) + place
    if len(data.marked) == len(data.categories) * len(data.tracks) and data.marked[flat] and not all(data.marked):
        under = QRectF(inside.left(), inside.bottom() - canvas.px(2), inside.width(), canvas.px(2))
        canvas.fill(under, canvas.style.series(2))
    if figures and value is not None:
        canvas.text(inside, value_text(data.unit, value), color=canvas.style.ink_on(color), align=CENTER)
    canvas.mark(box, number, place)


def _below(canvas: Canvas, row: QRectF, shown: int) -> None:
    data = canvas.data
    names = [category_text(data, place, short=True) for place in range(shown)]
    slot = row.width() / shown
    is_named = any(each.name for each in data.categories)
    every = 1 if is_named else thinned([canvas.width(name) for name in names], slot, gap=canvas.px(4))
    last = row.right()
    if data.marked and any(data.marked) and not all(data.marked):
        words = QCoreApplication.translate("charts", "sublinhado: balcão aberto")
        below = QRectF(row.left(), row.bottom() + canvas.px(1), row.width(), row.height())
        if below.bottom() <= canvas.rect.bottom() + 1:
            canvas.text(below, words, color="muted", align=LEFT)
    for place in range(0, shown, every):
        wide = slot if is_named else max(slot * every, canvas.width(names[place]))
        left = row.left() + place * slot
        box = QRectF(left, row.top(), min(wide, last - left), row.height())
        canvas.text(box, names[place], align=CENTER if wide <= slot + 1 else LEFT)
