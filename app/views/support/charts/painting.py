"""Paints any chart with any painter, on the screen as on paper; no widget is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from app.models.domain.chart import ChartData, Shape
from app.views.support.charts.bars import paint_bars
from app.views.support.charts.bubbles import paint_bubbles
from app.views.support.charts.canvas import CENTER, Canvas
from app.views.support.charts.clock import paint_clock
from app.views.support.charts.columns import paint_columns
from app.views.support.charts.heat import paint_heat
from app.views.support.charts.lines import paint_lines
from app.views.support.charts.marks import Painted

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.support.charts.style import ChartStyle

_PAINTERS: Final[dict[Shape, Callable[[Canvas], None]]] = {
    Shape.COLUMNS: paint_columns,
    Shape.STACK: paint_columns,
    Shape.BARS: paint_bars,
    Shape.LINES: paint_lines,
    Shape.CLOCK: paint_clock,
    Shape.HEAT: paint_heat,
    Shape.BUBBLES: paint_bubbles,
}


def paint_chart(painter: QPainter, rect: QRectF, data: ChartData, style: ChartStyle) -> Painted:
    """Paint a chart into a box (pixels of the device); return what can be reached in it.

    The ground is left as it is. An empty chart says so.
    """
    canvas = Canvas(painter, QRectF(rect), data, style)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if data.is_empty or not data.categories:
        words = QCoreApplication.translate("charts", "Nada a mostrar neste período")
        canvas.text(rect, words, align=CENTER, role="small")
    else:
        _PAINTERS[data.shape](canvas)
    painter.restore()
    return Painted(tuple(canvas.marks), canvas.left_out)
