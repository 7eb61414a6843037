"""Every table has the same rows, headings and manners, at every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView

if TYPE_CHECKING:
    from app.views.support.theme import Theme


def dress_table(view: QTableView, *, theme: Theme, name: str) -> None:
    """Give a table whole-row selection, no grid, left headings, row height of the theme, and its spoken name."""
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)

    _RowSize(theme=theme, view=view).follow()


def dress_list(view: QListView, *, theme: Theme, name: str) -> None:
    """Give a list of tall rows whole-row selection, smooth scrolling, and its spoken name."""
    view.setAccessibleName(name)
    view.setUniformItemSizes(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    theme.changed.connect(view.doItemsLayout)


class _RowSize(QObject):
    """Keeps a table's rows at the theme's height for as long as the table lives."""

    def __init__(self, *, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        theme.changed.connect(self.follow)

    def follow(self) -> None:
        """Take the height now in force."""
        header = self._view.verticalHeader()
        header.setMinimumSectionSize(self._theme.metrics.px(20))
        header.setDefaultSectionSize(self._theme.metrics.table_row)
