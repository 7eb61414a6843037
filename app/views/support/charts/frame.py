"""The frame of charts that stand on an axis: values at the left, places below, opening hours shaded behind."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from app.models.domain.chart import Shape
from app.views.support.charts.canvas import CENTER, LEFT, RIGHT
from app.views.support.charts.chart_words import axis_text, category_text
from app.views.support.charts.scale import value_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.models.domain.chart import ChartData
    from app.views.support.charts.canvas import Canvas
    from app.views.support.charts.scale import Scale

_LEAST_SLOT = 3.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot lies, how values are laid in it, and which categories (first, number) have a slot of it."""

    plot: QRectF
    scale: Scale
    first: int
    count: int

    @property
    def slot(self) -> float:
        """Width of one category."""
        return self.plot.width() / max(1, self.count)

    def left(self, place: int) -> float:
        """Return where the slot of a category begins."""
        return self.plot.left() + (place - self.first) * self.slot

    def middle(self, place: int) -> float:
        """Return the middle of a category's slot."""
        return self.left(place) + self.slot / 2

    @property
    def places(self) -> range:
        """The categories that are shown."""
        return range(self.first, self.first + self.count)


def upright_frame(canvas: Canvas, rect: QRectF, values: Iterable[float]) -> Frame:
    """Draw the value axis, the shade and the words below; return where the rest is drawn."""
    line = canvas.line()
    scale = value_scale(canvas.data, values, start=rect.bottom() - line - canvas.px(5), end=rect.top() + line / 2)
    widest = max(canvas.width(axis_text(canvas.data.unit, tick)) for tick in scale.ticks)
    plot = QRectF(rect)
    plot.setLeft(rect.left() + widest + canvas.px(8))
    plot.setRight(rect.right() - canvas.px(2))
    plot.setTop(scale.end)
    plot.setBottom(scale.start)
    wanted = len(canvas.data.categories)
    count = min(wanted, max(1, math.floor(plot.width() / canvas.px(_LEAST_SLOT))))
    canvas.left_out = wanted - count
    # Over time the latest steps are kept; elsewhere the first ones, which are the greatest.
    first = wanted - count if _is_time(canvas.data) else 0
    frame = Frame(plot, scale, first, count)
    _shade_open(canvas, frame)
    canvas.value_grid(plot, scale)
    _names_below(canvas, frame, QRectF(plot.left(), plot.bottom() + canvas.px(4), plot.width(), line))
    return frame


def is_lying(data: ChartData) -> bool:
    """Tell whether columns are painted as lying bars: names stand better below each other."""
    if data.shape not in {Shape.COLUMNS, Shape.STACK} or _is_time(data) or data.step in {"hour", "weekday"}:
        return False
    return not all(isinstance(each.key, int) and not each.name for each in data.categories)


def _is_time(data: ChartData) -> bool:
    return data.step in {"day", "week", "month", "half_hour"}


def _shade_open(canvas: Canvas, frame: Frame) -> None:
    """Shade the runs of open hours; nothing where all are open."""
    marked = canvas.data.marked
    if len(marked) != len(canvas.data.categories) or all(marked):
        return
    is_named = False
    for opened, run in groupby(frame.places, key=lambda place: marked[place]):
        places = list(run)
        if not opened:
            continue
        left, width = frame.left(places[0]), frame.slot * len(places)
        box = QRectF(left, frame.plot.top(), width, frame.plot.height())
        canvas.fill(box, canvas.style.color("accent_soft"))
        words = QCoreApplication.translate("charts", "balcão aberto")
        if not is_named and canvas.width(words) + canvas.px(8) <= width:
            top = QRectF(left + canvas.px(4), frame.plot.top(), width - canvas.px(8), canvas.line())
            canvas.text(top, words, color="accent")
            is_named = True


def _names_below(canvas: Canvas, frame: Frame, row: QRectF) -> None:
    """Write as many of the categories' names as stand side by side without touching."""
    names = [category_text(canvas.data, place, short=True) for place in frame.places]
    every = thinned([canvas.width(name) for name in names], frame.slot, gap=canvas.px(8))
    for number in range(0, len(names), every):
        middle, wide = frame.middle(frame.first + number), max(frame.slot * every, canvas.width(names[number]) + 2)
        box = QRectF(middle - wide / 2, row.top(), wide, row.height())
        if box.left() < canvas.rect.left():
            box.moveLeft(canvas.rect.left())
            canvas.text(box, names[number], align=LEFT)
        elif box.right() > canvas.rect.right():
            box.moveRight(canvas.rect.right())
            canvas.text(box, names[number], align=RIGHT if wide > frame.slot else CENTER)
        else:
            canvas.text(box, names[number], align=CENTER)


def thinned(widths: Sequence[float], slot: float, *, gap: float) -> int:
    """Return each how-manieth name is written so that none touches the next: 1, 2, 3, 5, 6, 10, 12 ..."""
    widest = max(widths, default=0.0) + gap
    least = math.ceil(widest / slot) if slot > 0 else 1
    known = next((each for each in (1, 2, 3, 4, 6, 7, 12, 14, 28, 30) if each >= least), least)
    return max(1, known)
