"""List and reading side by side: in a small window the list gives way, so that a case's buttons can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_LEAST_LIST: Final = 300
_READING: Final = 770


class InboxHalves(QSplitter):
    """Two halves whose border a person may move."""

    def __init__(
        self, *, theme: Theme, list_side: QWidget, reading_side: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._reading = theme, reading_side
        self.setChildrenCollapsible(False)
        self.addWidget(list_side)
        self.addWidget(reading_side)
        self.setStretchFactor(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room that a case needs, as far as the list keeps its own."""
        px = self._theme.metrics.px
        self._reading.setMinimumWidth(max(0, min(px(_READING), self.width() - px(_LEAST_LIST))))
        super().resizeEvent(event)
