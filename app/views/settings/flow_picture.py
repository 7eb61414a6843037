"""The service flow as a picture: each step a button with its figure, arrows between them; the keys walk along it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.models.domain.flow_picture import (
    COLUMNS,
    FLOW_STEPS,
    FLOW_WAYS,
    ROWS,
    FlowCounts,
    FlowKey,
    FlowStep,
    FlowWay,
    neighbour,
    way_points,
)
from app.views.settings.flow_texts import moment_text, step_hint, step_name
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_ARROW: Final = 6
_STEPS: Final = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class FlowPicture(QWidget):
    """Draws the flow; ``step_chosen`` carries the ``FlowKey`` of a step that was clicked or entered."""

    step_chosen = Signal(object)
    step_reached = Signal(object)
    """The widget of the step that the keys have come to, to be scrolled into view."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Fluxo de atendimento"))
        self.buttons = {step.key: self._button(step) for step in FLOW_STEPS}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_counts(FlowCounts())
        theme.changed.connect(self._on_theme_changed)

    def show_counts(self, counts: FlowCounts) -> None:
        """Show the figures."""
        for step in FLOW_STEPS:
            name, moment = step_name(step.key), moment_text(step.moment)
            figure = number_text(counts.of(step.key))
            button = self.buttons[step.key]
            button.setText(f"{name}\n{figure} {moment}")
            button.setAccessibleName(self.tr("{name}: {n} {moment}").format(name=name, n=figure, moment=moment))
        self.setMinimumSize(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        """Leave room for the longest step and for the arrows between steps."""
        hints = [button.sizeHint() for button in self.buttons.values()]
        wide, gap = max(hint.width() for hint in hints), self._theme.metrics.px(28)
        return QSize(COLUMNS * (wide + gap), ROWS * (self._height() + gap))

    def sizeHint(self) -> QSize:
        """Return the smallest good size."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each step at its place."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk along the flow with the arrow keys; Enter opens a step as a click does."""
        if event.type() == QEvent.Type.FocusIn:
            self.step_reached.emit(watched)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = next((each for each, button in self.buttons.items() if button is watched), None)
        if key is None:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step_chosen.emit(key)
            return True
        way = _STEPS.get(Qt.Key(event.key()))
        found = neighbour(key, right=way[0], down=way[1]) if way is not None else None
        if found is not None:
            self.buttons[found].setFocus(Qt.FocusReason.OtherFocusReason)
        return way is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrows below the steps."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for way in FLOW_WAYS:
            self._draw(painter, way)
        painter.end()

    def _button(self, step: FlowStep) -> QPushButton:
        button = QPushButton(self)
        button.setToolTip(step_hint(step.key))
        button.setAccessibleDescription(step_hint(step.key))
        button.setProperty("kind", "step")
        button.installEventFilter(self)
        button.clicked.connect(lambda _checked=False, key=step.key: self.step_chosen.emit(key))
        return button

    def _cell(self, x: float, y: float) -> QPointF:
        return QPointF((x + 0.5) * self.width() / COLUMNS, (y + 0.5) * self.height() / ROWS)

    def _height(self) -> int:
        return max(each.sizeHint().height() for each in self.buttons.values()) + self._theme.metrics.px(14)

    def _place(self) -> None:
        gap = self._theme.metrics.px(28)
        size = QSize(self.width() // COLUMNS - gap, self._height())
        for step in FLOW_STEPS:
            rect = QRect(0, 0, size.width(), size.height())
            rect.moveCenter(self._cell(step.column, step.row).toPoint())
            self.buttons[step.key].setGeometry(rect)

    def _draw(self, painter: QPainter, way: FlowWay) -> None:
        theme = self._theme
        points = [self._cell(x, y) for x, y in way_points(way)]
        color = theme.color("accent" if way.is_direct else "faint")
        pen = QPen(color, theme.metrics.px(2) if way.is_direct else 1.5)
        if way.is_direct:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        end = self._edge(points[-2], way.target)
        painter.drawPolyline(QPolygonF([*points[:-1], end]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(self._head(points[-2], end))

    def _edge(self, coming: QPointF, target: FlowKey) -> QPointF:
        """Return where an arrow meets the border of its target."""
        rect = self.buttons[target].geometry()
        centre = QPointF(rect.center())
        if not rect.left() < coming.x() < rect.right():
            return QPointF(rect.left() if coming.x() < centre.x() else rect.right(), coming.y())
        return QPointF(coming.x(), rect.top() if coming.y() < centre.y() else rect.bottom())

    def _head(self, coming: QPointF, end: QPointF) -> QPolygonF:
        size = self._theme.metrics.px(_ARROW)
        if abs(coming.x() - end.x()) > abs(coming.y() - end.y()):
            back = -size if coming.x() < end.x() else size
            return QPolygonF([end, QPointF(end.x() + back, end.y() - size), QPointF(end.x() + back, end.y() + size)])
        back = -size if coming.y() < end.y() else size
        return QPolygonF([end, QPointF(end.x() - size, end.y() + back), QPointF(end.x() + size, end.y() + back)])

    def _on_theme_changed(self) -> None:
        self.setMinimumSize(self.minimumSizeHint())
        self._place()
        self.update()
