"""A table of boxes to tick: rows by columns, by mouse or by arrows and Space, heard as "row, column, ticked"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.views.support.tables import dress_table
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from app.views.support.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Named = tuple[str, str]


class CheckMatrixModel(QAbstractTableModel):
    """Pairs of (row key, column key) that are ticked."""

    toggled = Signal(str, str, bool)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Named, ...] = ()
        self._columns: tuple[Named, ...] = ()
        self._ticked: frozenset[tuple[str, str]] = frozenset()
        self._may_edit = True

    def show_matrix(
        self, rows: Sequence[Named], columns: Sequence[Named], ticked: Collection[tuple[str, str]], *, may_edit: bool
    ) -> None:
        """Show rows and columns of (key, name) and what is ticked."""
        if (tuple(rows), tuple(columns), may_edit) == (self._rows, self._columns, self._may_edit):
            self._ticked = frozenset(ticked)
            if rows and columns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self._rows, self._columns, self._ticked = tuple(rows), tuple(columns), frozenset(ticked)
        self._may_edit = may_edit
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return whether a cell is ticked, and how it is said."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        is_on = (row[0], column[0]) in self._ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[1]}, {column[1]}, {self.tr('sim') if is_on else self.tr('não')}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(f"{row[1]} · {column[1]}")
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Tick or clear a cell; who listens writes it."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self._may_edit:
            return False
        pair = self._rows[index.row()][0], self._columns[index.column()][0]
        is_on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._ticked = self._ticked | {pair} if is_on else self._ticked - {pair}
        self.dataChanged.emit(index, index)
        self.toggled.emit(*pair, is_on)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return the names of rows and columns."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        names = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if not 0 <= section < len(names):
            return None
        name = names[section][1]
        return as_tooltip(name) if role == Qt.ItemDataRole.ToolTipRole else name

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be ticked by those who may."""
        if not index.isValid():
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._may_edit else flags


class CheckMatrix(QTableView):
    """The table with its headings."""

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = CheckMatrixModel(parent=self)
        self.setModel(self.matrix)
        dress_table(self, theme=theme, name=name)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.verticalHeader().show()
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the boxes: long names of rows are cut in the middle and whole in the tooltip."""
        self.verticalHeader().setMaximumWidth(self.width() * 3 // 5)
        super().resizeEvent(event)
