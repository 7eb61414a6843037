"""The sheet that all painters draw on: words that fit, fills, legends, grids, and the marks that were drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.models.domain.chart import Shape
from app.views.support.charts.chart_words import BEFORE, axis_text, track_text
from app.views.support.charts.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainterPath

    from app.models.domain.chart import ChartData, Track
    from app.views.support.charts.scale import Scale
    from app.views.support.charts.style import ChartStyle, TextRole

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
DOTTED = 62
_CLOSE = 28
"""Lines of more places have no points."""


@dataclass
class Canvas:
    """A painter, the free part of its sheet, the chart and the style; ``marks`` grows while it is painted."""

    painter: QPainter
    rect: QRectF
    data: ChartData
    style: ChartStyle
    marks: list[Mark] = field(default_factory=list)
    left_out: int = 0

    def px(self, at_100: float) -> float:
        """Return a length."""
        return self.style.px(at_100)

    def width(self, text: str, role: TextRole = "tiny") -> float:
        """Return how wide a word is."""
        return self.style.metrics(role).horizontalAdvance(text)

    def line(self, role: TextRole = "tiny") -> float:
        """Return how high a line of text is."""
        return self.style.metrics(role).height()

    def text(
        self,
        rect: QRectF,
        text: str,
        *,
        color: str | QColor = "muted",
        align: Qt.AlignmentFlag = LEFT,
        role: TextRole = "tiny",
    ) -> None:
        """Write a word into a box, with "…" where it is too long."""
        self.painter.setFont(self.style.font(role))
        self.painter.setPen(color if isinstance(color, QColor) else self.style.color(color))
        shown = self.style.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        self.painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)

    def fill(self, rect: QRectF, color: QColor, *, radius: float = 0.0) -> None:
        """Fill a box."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        if radius and min(rect.width(), rect.height()) > radius:
            self.painter.drawRoundedRect(rect, radius, radius)
        else:
            self.painter.drawRect(rect)

    def stroke(self, color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """Take a pen, no brush."""
        pen = QPen(color, self.px(width), style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def segment(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a straight line with the pen taken."""
        self.painter.drawLine(QLineF(QPointF(x0, y0), QPointF(x1, y1)))

    def mark(self, area: QRectF, track: int, place: int, path: QPainterPath | None = None) -> None:
        """Remember what was drawn where."""
        self.marks.append(Mark(area, track, place, path))

    def track_color(self, number: int) -> QColor:
        """Return the colour of a track; a forecast has the second colour."""
        track = self.data.tracks[number]
        if track.is_forecast:
            return self.style.series(2)
        # The second colour is the forecast's where there is one.
        later = number > 0 and any(each.is_forecast for each in self.data.tracks)
        return self.style.of_key(track.key, number + 1 if later else number)

    def legend(self, rect: QRectF, *, lines: bool = False) -> QRectF:
        """Write the tracks' words beside their colours on top; return what is left of the box."""
        items = self._legend_items()
        if not items:
            return rect
        row = self.line() + self.px(4)
        swatch, gap = self.px(18 if lines else 10), self.px(5)
        x, y = rect.left(), rect.top()
        for number, (text, color, style) in enumerate(items):
            wide = min(rect.width(), swatch + gap + self.width(text) + self.px(1))
            if x > rect.left() and x + wide > rect.right():
                x, y = rect.left(), y + row
            middle = y + row / 2
            if text == BEFORE() and self.is_flickering(rect.width()):
                self.stroke(self.style.color("text"), 1.5)
                self.segment(x, middle, x + swatch, middle)
            elif lines:
                self.stroke(color, 2, style)
                self.segment(x, middle, x + swatch, middle)
                if style == Qt.PenStyle.SolidLine:
                    self.painter.setPen(Qt.PenStyle.NoPen)
                    self.painter.setBrush(color)
                    draw_point(self.painter, QPointF(x + swatch / 2, middle), self.px(3), number)
            else:
                self.fill(QRectF(x, middle - self.px(5), swatch, self.px(10)), color, radius=self.px(2))
            self.text(QRectF(x + swatch + gap, y, wide - swatch - gap, row), text)
            x += wide + self.px(14)
        return rect.adjusted(0, y + row + self.px(4) - rect.top(), 0, 0)

    def is_flickering(self, width: float) -> bool:
        """Tell whether piles stand so close that the period before is a line over each instead of a second pile."""
        piled = self.data.shape is Shape.STACK and len(self.data.tracks) > 1
        return piled and width / max(1, len(self.data.categories)) < self.px(_CLOSE)

    def _legend_items(self) -> list[tuple[str, QColor, Qt.PenStyle]]:
        tracks: Sequence[Track] = self.data.tracks
        few = len(self.data.categories) <= DOTTED
        items = []
        if len(tracks) > 1:
            items = [
                (track_text(self.data, track), self.track_color(number), line_style(number, track, few=few))
                for number, track in enumerate(tracks)
            ]
        if self.data.before and tracks:
            pale = self.style.pale(self.track_color(0) if len(tracks) == 1 else self.style.color("muted"))
            items.append((BEFORE(), pale, Qt.PenStyle.DashLine))
        return items

    def value_grid(self, plot: QRectF, scale: Scale) -> None:
        """Draw thin lines at the round values and write them left of the plot."""
        height = self.line()
        for tick in scale.ticks:
            y = scale.at(tick)
            self.stroke(self.style.color("line"))
            self.segment(plot.left(), y, plot.right(), y)
            box = QRectF(self.rect.left(), y - height / 2, plot.left() - self.rect.left() - self.px(6), height)
            self.text(box, axis_text(self.data.unit, tick), align=RIGHT)


def line_style(number: int, track: Track, *, few: bool) -> Qt.PenStyle:
    """Return how a track's line is drawn, so that lines are told apart without colour.

    Where there are few points they tell them apart, and dashes would be noise.
    """
    if track.is_forecast:
        return Qt.PenStyle.DashLine
    if few:
        return Qt.PenStyle.SolidLine
    styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
    return styles[number % len(styles)]


def draw_point(painter: QPainter, middle: QPointF, side: float, number: int) -> None:
    """Draw a track's point with the painter's brush: round, square, pointed up, on its tip, by turns."""
    x, y = middle.x(), middle.y()
    shape = number % 4
    if shape == 0:
        painter.drawEllipse(middle, side, side)
    elif shape == 1:
        painter.drawRect(QRectF(x - side, y - side, 2 * side, 2 * side))
    else:
        tips = [(0, -1.3), (1.2, 0.9), (-1.2, 0.9)] if shape == 2 else [(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)]  # noqa: PLR2004 - the third shape
        painter.drawPolygon(QPolygonF([QPointF(x + side * across, y + side * down) for across, down in tips]))
