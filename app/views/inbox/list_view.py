"""The list itself: moved by keys without ever reading a database, marked by key or mouse, repainted as time goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QWidget

from app.models.domain.inbox import InboxRow
from app.views.inbox.row_delegate import RowDelegate

if TYPE_CHECKING:
    from app.views.inbox.list_model import InboxModel
    from app.views.inbox.marks import Marks, RowKey
    from app.views.support.desk import Desk

TICK_MS: Final = 20_000
AHEAD: Final = 25


class InboxListView(QListView):
    """One row is current (read beside the list), any number are marked (for one act together)."""

    moved = Signal(object)
    """A person went to another row; carries the ``InboxRow``. Rows that come and go do not emit it."""
    opened = Signal(object)
    """A person double-clicked a row."""

    def __init__(self, *, desk: Desk, model: InboxModel, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._rows = model
        self._marks = marks
        self._anchor: RowKey | None = None
        self._painter = RowDelegate(theme=desk.theme, clock=desk.clock, marks=marks, parent=self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Lista da entrada"))
        # Letters are keys of the page here, not a search by first letter.
        self.setTabKeyNavigation(False)
        self._is_patched = False
        for started in (model.rowsAboutToBeRemoved, model.rowsAboutToBeInserted, model.modelAboutToBeReset):
            started.connect(self._on_patch_started)
        for ended in (model.rowsRemoved, model.rowsInserted, model.modelReset):
            ended.connect(self._on_patch_ended)
        marks.changed.connect(self.viewport().update)
        desk.theme.changed.connect(self.doItemsLayout)
        self.doubleClicked.connect(self._open)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.repaint_deadlines)
        self._timer.start()

    # What the page calls

    @property
    def current_row(self) -> InboxRow | None:
        """The row the person is at."""
        return self._rows.row_at(self.currentIndex().row())

    def step(self, count: int, *, marking: bool = False) -> None:
        """Go ``count`` rows on (or back); with ``marking`` mark the row left and the one reached."""
        last = self._rows.rowCount() - 1
        place = self.currentIndex().row()
        wanted = max(0, min(last, place + count)) if place >= 0 else 0
        if last < 0:
            return
        if marking:
            self._marks.add(self._rows.keys_between(max(0, place), wanted))
        self.go_to_place(wanted)

    def go_to_place(self, place: int) -> bool:
        """Go to a row by its place; tell whether there is one."""
        index = self._rows.index(place, 0)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def go_to(self, key: RowKey) -> bool:
        """Go to a loaded row; tell whether it is loaded."""
        return self.go_to_place(self._rows.place_of(key))

    def show_as_current(self, key: RowKey) -> bool:
        """Put the cursor on a row that is shown beside already; nobody is told."""
        place = self._rows.place_of(key)
        if place < 0:
            return False
        self._is_patched = True
        self.setCurrentIndex(self._rows.index(place, 0))
        self._is_patched = False
        return True

    def toggle_mark(self) -> None:
        """Mark the current row or take its mark away."""
        row = self.current_row
        if row is not None:
            self._anchor = row.key
            self._marks.toggle(row.key)

    def repaint_deadlines(self) -> None:
        """Have the deadlines of the rows in sight painted anew."""
        region = QRegion()
        for place in self._places_in_sight():
            row = self._rows.row_at(place)
            if row is not None:
                region += self._painter.chip_rect(self.visualRect(self._rows.index(place, 0)), row)
        if not region.isEmpty():
            self.viewport().update(region)

    # What Qt calls

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell who listens when a person went to another row."""
        super().currentChanged(current, previous)
        # The next page is asked for before a held key has reached the end of this one.
        near_end = current.isValid() and current.row() > self._rows.rowCount() - AHEAD
        if near_end and not self._is_patched and self._rows.canFetchMore(QModelIndex()):
            self._rows.fetchMore(QModelIndex())
        if current.isValid() and not self.selectionModel().isSelected(current):
            # Qt makes the first row current when the list gets the focus, but does not select it.
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = self._rows.row_at(current.row()) if current.isValid() else None
        if row is not None and not self._is_patched:
            self.moved.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without going to a row: the view's own way would open the first one unasked."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Find nothing by first letters: letters are keys."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark with Ctrl, mark a stretch with Shift, else go to the row."""
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row_at(index.row()) if index.isValid() else None
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        modifiers = event.modifiers()
        on_badge = event.position().x() <= self._theme.metrics.px(38)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            start = self._rows.place_of(self._anchor) if self._anchor is not None else self.currentIndex().row()
            self._marks.add(self._rows.keys_between(max(0, start), index.row()))
        elif modifiers & Qt.KeyboardModifier.ControlModifier or on_badge:
            self._anchor = row.key
            self._marks.toggle(row.key)
        else:
            self._anchor = row.key
            super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay rows out again when their height changes with the style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keep one row selected: Ctrl with the arrows must not leave the list without one."""
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    def _places_in_sight(self) -> range:
        top = self.indexAt(self.viewport().rect().topLeft())
        bottom = self.indexAt(self.viewport().rect().bottomLeft())
        if not top.isValid():
            return range(0)
        return range(top.row(), (bottom.row() if bottom.isValid() else self._rows.rowCount() - 1) + 1)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    def _on_patch_started(self) -> None:
        self._is_patched = True

    def _on_patch_ended(self) -> None:
        self._is_patched = False
