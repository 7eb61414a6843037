"""A chart on the screen: painted by its painter, read by hovering, by keys and by voice, opened by a click or Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen, QPicture
from PySide6.QtWidgets import QGraphicsItem, QMenu, QToolTip

from app.views.support.announce import announce
from app.views.support.charts.chart_words import category_text, counts_text, spoken
from app.views.support.charts.marks import Painted
from app.views.support.charts.painting import paint_chart
from app.views.support.charts.style import ChartStyle
from app.views.support.charts.walking import next_mark
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QPointF, QRect
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from app.models.domain.chart import Cell, ChartData
    from app.views.support.charts.marks import Mark
    from app.views.support.theme import Theme

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ALSO_LISTS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_MARGIN: Final = 2.0


class _Sheet(pg.GraphicsWidget):
    """What the chart is painted on; kept as a picture until data, size or palette change."""

    def __init__(self, owner: ChartView) -> None:
        super().__init__()
        self._owner = owner
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the chart as large as the view."""
        self._owner.paint_on(painter)


class ChartView(pg.GraphicsView):
    """One chart. Arrows walk from cell to cell and say each; Enter opens what is behind it."""

    drilled = Signal(object, str)
    """Carries the cell's ``InboxQuery`` and how the cell is said."""
    narrowed = Signal(int, str)
    """Carries a node with nodes below it, and its name: show the chart for these."""

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data: ChartData | None = None
        self._painted: Painted | None = None
        self._current = -1
        self._hovered = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = _Sheet(self)
        self.setCentralItem(self._sheet)
        self._dress()
        theme.changed.connect(self._dress)

    def show_data(self, data: ChartData, summary: str = "") -> None:
        """Show a chart; ``summary`` is what it says in one sentence, for those who do not see it."""
        stays = self._data is not None and (self._data.key, self._data.step) == (data.key, data.step)
        self._data = data
        self.setAccessibleDescription(summary)
        self._repaint()
        self._current = min(self._current, len(self.marks) - 1) if stays and self._current >= 0 else -1

    @property
    def data(self) -> ChartData | None:
        """What is shown."""
        return self._data

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What can be reached, in the order in which it was painted."""
        return self._laid_out().marks

    @property
    def left_out(self) -> int:
        """How many categories found no room and stand in the table."""
        return self._laid_out().left_out

    @property
    def current(self) -> int:
        """Number of the mark that the keys are on, -1 for none."""
        return self._current

    def said(self, number: int) -> str:
        """Return how a mark is read."""
        mark = self.marks[number]
        return "" if self._data is None else spoken(self._data, mark.track, mark.place)

    def paint_on(self, painter: QPainter) -> None:
        """Paint the chart as large as the view and remember its marks."""
        if self._data is not None:
            self._painted = paint_chart(painter, self._area(), self._data, ChartStyle.of(self._theme))

    def sizeHint(self) -> QSize:
        """Return a size that lets two rows of charts be seen at once."""
        return QSize(self._theme.metrics.px(320), self._theme.metrics.px(200))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a chart can be read."""
        return QSize(self._theme.metrics.px(180), self._theme.metrics.px(130))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw a line around what is hovered and what the keys are on."""
        marks = self.marks
        for number, color, width in ((self._hovered, "muted", 1), (self._current, "focus", 2)):
            if 0 <= number < len(marks) and (number == self._hovered or self.hasFocus()):
                painter.setPen(QPen(self._theme.color(color), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                path = marks[number].path
                if path is None:
                    painter.drawRect(marks[number].area.adjusted(0.5, 0.5, -0.5, -0.5))
                else:
                    painter.drawPath(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out anew."""
        super().resizeEvent(event)
        self._painted = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from cell to cell, or open the present one."""
        key = Qt.Key(event.key())
        if key in _ENTER and self._current >= 0:
            self._open(self._current, lists=bool(event.modifiers() & _ALSO_LISTS))
        elif not self._walk(key):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave the key to whoever wants it."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell when reached by Tab."""
        super().focusInEvent(event)
        if self._current < 0 and self.marks and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._current = 0
            announce(self, self.said(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the line away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the exact value of what is under the mouse."""
        number = self._at(event.position())
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()
            self._tell(event.globalPosition().toPoint())
        can_open = number >= 0 and (self._cell(number).query is not None or self._node(number) is not None)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus; a click opens when the button is let go."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        number = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._current = number
            self._open(number, lists=bool(event.modifiers() & _ALSO_LISTS))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self._hovered = -1
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a cell."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        number = self._current if is_key else self._at(event.pos().toPointF())
        if number < 0:
            return
        self._current = number
        place = self.marks[number].area.center().toPoint() if is_key else event.pos()
        self.cell_menu(number).popup(self.viewport().mapToGlobal(place))

    def cell_menu(self, number: int) -> QMenu:
        """Return the menu of a cell: its list and, where there are, the nodes below it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        data, cell = self._data, self._cell(number)
        if data is not None and cell.query is not None:
            text = self.tr("Abrir a lista: {rows}").format(rows=counts_text(data.counts, cell.count or 0))
            action = menu.addAction(self._theme.icon("list"), text)
            action.triggered.connect(lambda: self._open(number, lists=True))
        if data is not None and self._node(number) is not None:
            name = category_text(data, self.marks[number].place)
            action = menu.addAction(self._theme.icon("hierarchy"), self.tr("Ver por dentro: {name}").format(name=name))
            action.triggered.connect(lambda: self._open(number, lists=False))
        if menu.isEmpty():
            menu.addAction(self.tr("Não há uma lista por trás deste valor")).setEnabled(False)
        return menu

    def _area(self) -> QRectF:
        size = self.size() if self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.sizeHint()
        return QRectF(0, 0, size.width(), size.height()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _laid_out(self) -> Painted:
        if self._painted is None and self._data is not None:
            picture = QPicture()
            painter = QPainter(picture)
            self.paint_on(painter)
            painter.end()
        return self._painted or Painted()

    def _cell(self, number: int) -> Cell:
        if self._data is None:
            raise LookupError("nothing is shown")
        mark = self.marks[number]
        return self._data.tracks[mark.track].cells[mark.place]

    def _node(self, number: int) -> int | None:
        return None if self._data is None else self._data.categories[self.marks[number].place].drill_node

    def _at(self, position: QPointF) -> int:
        marks = self.marks
        # The last painted lies on top.
        return next((n for n in range(len(marks) - 1, -1, -1) if marks[n].contains(position)), -1)

    def _tell(self, where: QPoint) -> None:
        if self._hovered < 0:
            QToolTip.hideText()
            return
        text = self.said(self._hovered)
        if self._node(self._hovered) is not None:
            text += "\n" + self.tr("Clique: ver por dentro · Ctrl+clique: abrir a lista")
        elif self._cell(self._hovered).query is not None:
            text += "\n" + self.tr("Clique: abrir a lista")
        QToolTip.showText(where, as_tooltip(text), self)

    def _open(self, number: int, *, lists: bool) -> None:
        data, cell, node = self._data, self._cell(number), self._node(number)
        if data is None:
            return
        if node is not None and not lists:
            self.narrowed.emit(node, category_text(data, self.marks[number].place))
        elif cell.query is not None and cell.count != 0:
            self.drilled.emit(cell.query, self.said(number))
        else:
            announce(self, self.tr("Não há uma lista por trás deste valor"))

    def _walk(self, key: Qt.Key) -> bool:
        number = None if self._data is None else next_mark(self._data, self.marks, self._current, key)
        return number is not None and self._go(number)

    def _go(self, number: int) -> bool:
        self._current = number
        self.viewport().update()
        announce(self, self.said(number))
        return True

    def _repaint(self) -> None:
        self._painted = None
        self._hovered = -1
        self._sheet.update()
        self.viewport().update()

    def _dress(self) -> None:
        self.setBackground(self._theme.color("surface"))
        self.updateGeometry()
        self._repaint()
