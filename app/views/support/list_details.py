"""A list and the details of what is chosen stand side by side, and one below the other where that is too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QSplitter, QWidget

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_LIST: Final = 330
"""Least width of the list beside its details (px at 100 %)."""
_ROWS: Final = 5
"""Rows of a list that are seen at least when the details stand below it."""


class ListAndDetails(QSplitter):
    """Put it into what scrolls: below each other both take the height that they need.

    ``shares`` part the width, ``items`` is the list itself, somewhere in ``first``.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        first: QWidget,
        details: QWidget,
        items: QAbstractItemView,
        shares: tuple[int, int] = (3, 2),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._items, self._shares = theme, items, shares
        self._first, self._details = first, details
        self.addWidget(first)
        self.addWidget(details)
        self.setChildrenCollapsible(False)
        for place, share in enumerate(shares):
            self.setStretchFactor(place, share)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider part alone: there is the other way to stand."""
        width = max(part.minimumSizeHint().width() for part in (self._first, self._details))
        return QSize(width, self._asked(super().minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        """Ask for no height in a tab that is not seen: the tabs beside it would get the same."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), self._asked(wanted.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how to stand."""
        super().resizeEvent(event)
        self._stand()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for height again."""
        super().showEvent(event)
        self._stand()
        self.updateGeometry()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for none any more."""
        super().hideEvent(event)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Follow what the parts ask for."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return done

    def _asked(self, height: int) -> int:
        return height if self.isVisible() else 0

    def _stand(self) -> None:
        width, list_least = self.width(), self._theme.metrics.px(_LIST)
        details = max(self._details.minimumSizeHint().width(), self._details.minimumWidth())
        is_below = width < list_least + details + self.handleWidth()
        wanted = Qt.Orientation.Vertical if is_below else Qt.Orientation.Horizontal
        # The names of the columns are a row too.
        self._items.setMinimumHeight((_ROWS + 1) * self._theme.metrics.table_row if is_below else 0)
        self._first.setMinimumHeight(_height(self._first, width, is_least=True) if is_below else 0)
        self._details.setMinimumHeight(_height(self._details, width) if is_below else 0)
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            if not is_below:
                self.setSizes([width * share // sum(self._shares) for share in self._shares])
            self.updateGeometry()


def _height(widget: QWidget, width: int, *, is_least: bool = False) -> int:
    """Return how high a part wants to be at a width, with all lines of what wraps."""
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = inside.layout() if inside is not None else None
    if layout is None:
        return widget.sizeHint().height()
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width) if is_least else layout.totalHeightForWidth(width)
    return layout.totalMinimumSize().height() if is_least else layout.totalSizeHint().height()
