"""A card of a board is taken by its head and put elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.models.domain.chart import ChartKey

if TYPE_CHECKING:
    from app.views.support.charts.card import ChartCard

_KIND = "application/x-balcao-chart"


class CardDrag(QObject):
    """Watches a card for a pull at its head; lives as long as the card."""

    def __init__(self, *, card: ChartCard) -> None:
        super().__init__(card)
        self._card = card
        self._from: QPoint | None = None
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to drag once the mouse has moved far enough with its button down."""
        if isinstance(event, QMouseEvent) and watched is self._card:
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._from = at
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._from = None
            elif event.type() == QEvent.Type.MouseMove and self._is_pulled(at):
                self._from = None
                self._drag()
        return False

    def _is_pulled(self, at: QPoint) -> bool:
        return self._from is not None and (at - self._from).manhattanLength() >= QApplication.startDragDistance()

    def _drag(self) -> None:
        drag = QDrag(self._card)
        drag.setMimeData(chart_mime(self._card.key))
        side = self._card.width() // 2
        drag.setPixmap(self._card.grab().scaledToWidth(side, Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)


def chart_mime(key: ChartKey) -> QMimeData:
    """Return a chart as what is dragged."""
    data = QMimeData()
    data.setData(_KIND, key.value.encode("ascii"))
    return data


def dragged_chart(data: QMimeData) -> ChartKey | None:
    """Return the chart that is dragged, None for anything else."""
    name = bytes(data.data(_KIND).data()).decode("ascii", "ignore")
    return ChartKey(name) if name in set(ChartKey) else None
