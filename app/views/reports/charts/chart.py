"""What all charts share: a quiet plot in the palette's colours whose marks are reached by mouse, keys and voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QToolTip, QVBoxLayout, QWidget

from app.views.support.announce import announce
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.theme import Theme

pg.setConfigOptions(antialias=True)
Series = TypeVar("Series")
_STEPS = (1, 2, 5)
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, point or cell: where it is in the plot's own units, how it is said, and what it stands for."""

    area: QRectF
    spoken: str
    key: object


class Chart(QWidget, Generic[Series]):
    """A plot without zoom or menu. Arrow keys move from mark to mark and say each; Enter or a click drills."""

    drilled = Signal(object, str)
    """Carries the key of a mark and how it is said."""

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._series: Series | None = None
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._outline = QGraphicsRectItem()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot = pg.PlotWidget()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.plot.viewport().installEventFilter(self)
        self.plot.viewport().setMouseTracking(True)
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(enableMenu=False)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.plot, 1)
        theme.changed.connect(self._on_theme_changed)

    def show_series(self, series: Series) -> None:
        """Show another series."""
        self._series = series
        self.redraw()

    def draw(self) -> None:
        """Draw the series again in the present palette; charts put their items here with ``put``."""

    def columns(self) -> int:
        """How many marks lie side by side before the next row begins; the arrow keys Up and Down use it."""
        return max(1, len(self._marks))

    def redraw(self) -> None:
        """Clear the plot, draw it, and keep the mark that was current."""
        self.plot.clear()
        self._dress()
        self._outline = QGraphicsRectItem()
        self._outline.setZValue(10)
        self.draw()
        self.plot.addItem(self._outline)
        self._show_outline()

    def put(self, item: QGraphicsItem) -> None:
        """Add something to the plot."""
        self.plot.addItem(item)

    def set_marks(self, marks: Sequence[Mark], summary: str) -> None:
        """Say what can be reached, in reading order, and what the chart shows in one sentence."""
        self._marks = tuple(marks)
        self._current = min(self._current, len(self._marks) - 1)
        self.setAccessibleDescription(summary)

    def set_ticks(self, axis: str, ticks: Sequence[tuple[float, str]]) -> None:
        """Name places on an axis: "left" or "bottom"."""
        self.plot.getPlotItem().getAxis(axis).setTicks([list(ticks)])

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show just this part."""
        self.plot.getPlotItem().getViewBox().setRange(xRange=x, yRange=y, padding=0.0)

    def text(self, text: str, x: float, y: float, *, color: str = "muted", anchor: tuple[float, float]) -> None:
        """Write a word at a place in the plot; ``anchor`` is the part of the word that lies there."""
        item = pg.TextItem(text, color=self.theme.color(color), anchor=anchor)
        item.setFont(self.theme.font("tiny"))
        item.setPos(QPointF(x, y))
        self.put(item)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What can be reached, in reading order."""
        return self._marks

    @property
    def current(self) -> int:
        """Place of the mark that has the outline, -1 for none."""
        return self._current

    def sizeHint(self) -> QSize:
        """Return a size that lets two rows of charts be seen at once."""
        return QSize(self.theme.metrics.px(320), self.theme.metrics.px(215))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between marks, or drill into the present one."""
        last = len(self._marks) - 1
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self.columns(),
            Qt.Key.Key_Up: -self.columns(),
            Qt.Key.Key_Home: -last - 1,
            Qt.Key.Key_End: last + 1,
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current >= 0:
            self._drill(self._current)
        elif key in steps and last >= 0:
            self._move(steps[key], last)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first mark when reached by Tab."""
        super().focusInEvent(event)
        if self._current < 0 and self._marks and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._current = 0
        self._show_outline()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the outline away."""
        super().focusOutEvent(event)
        self._show_outline()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what is under the mouse, and drill on a click."""
        if isinstance(event, QHelpEvent):
            place = self._mark_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self._marks[place].spoken if place >= 0 else "", self)
            return True
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        place = self._mark_at(event.position())
        if event.type() == QEvent.Type.MouseMove:
            hand = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            self.plot.viewport().setCursor(hand)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        elif _is_click(event) and place >= 0:
            self._current = place
            self._show_outline()
            self._drill(place)
        return True

    def _mark_at(self, position: QPointF) -> int:
        scene = self.plot.mapToScene(position.toPoint())
        box = self.plot.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(scene):
            return -1
        point = box.mapSceneToView(scene)
        return next((n for n, mark in enumerate(self._marks) if mark.area.contains(point)), -1)

    def _move(self, step: int, last: int) -> None:
        self._current = max(0, min(last, self._current + step))
        self._show_outline()
        announce(self, self._marks[self._current].spoken)

    def _drill(self, place: int) -> None:
        mark = self._marks[place]
        self.drilled.emit(mark.key, mark.spoken)

    def _show_outline(self) -> None:
        shown = 0 <= self._current < len(self._marks) and self.hasFocus()
        self._outline.setVisible(shown)
        if shown:
            self._outline.setRect(self._marks[self._current].area)
            pen = QPen(self.theme.color("text"), 2)
            pen.setCosmetic(True)
            self._outline.setPen(pen)

    def _dress(self) -> None:
        self.plot.setBackground(self.theme.color("surface"))
        for side in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(side)
            axis.setPen(QColor(0, 0, 0, 0))
            axis.setTextPen(self.theme.color("muted"))
            axis.setTickFont(self.theme.font("tiny"))
            axis.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=False)

    def _on_theme_changed(self) -> None:
        self.redraw()


def _is_click(event: QMouseEvent) -> bool:
    return event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton


def count_ticks(highest: int) -> list[tuple[float, str]]:
    """Return about four round ticks from 0 to at least ``highest``."""
    if highest <= 0:
        return [(0.0, "0")]
    rough = max(1.0, highest / _TICKS)
    power = 1
    while power * 10 <= rough:
        power *= 10
    step = next((s * power for s in _STEPS if s * power >= rough), 10 * power)
    return [(float(value), number_text(value)) for value in range(0, highest + step, step)]


def blend(low: QColor, high: QColor, share: float) -> QColor:
    """Return a colour between two, 0 = low, 1 = high."""
    parts = (
        round(a + (b - a) * share)
        for a, b in zip((low.red(), low.green(), low.blue()), (high.red(), high.green(), high.blue()), strict=True)
    )
    return QColor(*parts)
