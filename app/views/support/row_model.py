"""Rows of values become a list or table whose rows are replaced, moved and taken out without losing the selection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole row value, for delegates."""
ID_ROLE = ROW_ROLE + 1
"""The row's id."""


@dataclass(frozen=True)  # slots break Generic on 3.11
class Column(Generic[Row]):
    """One column as data: what it is called and how a row reads in it."""

    id: str
    title: str
    text: Callable[[Row], str]
    numeric: bool = False
    tooltip: Callable[[Row], str] | None = None
    spoken: Callable[[Row], str] | None = None
    """What a screen reader says; the text when absent."""


class RowModel(QAbstractTableModel, Generic[Row]):
    """A flat model for QTableView or QListView (column 0) over frozen row values; ``key`` gives a row's id.

    ``data()`` reads memory only.
    """

    def __init__(
        self, *, columns: Sequence[Column[Row]], key: Callable[[Row], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._ids: list[int] = []
        self._rows: dict[int, Row] = {}
        self._places: dict[int, int] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows; what stays keeps its selection."""
        self._become(list({self._key(row): row for row in rows}.items()))

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._ids, self._rows, self._places = [], {}, {}
        self.endResetModel()

    def patch(self, rows: Mapping[int, Row | None]) -> None:
        """Replace loaded rows by id, or take them out where the value is None; ids not loaded are ignored."""
        gone = sorted((self._places[i] for i, row in rows.items() if row is None and i in self._places), reverse=True)
        places = []
        for row_id, row in rows.items():
            if row is not None and row_id in self._places:
                self._rows[row_id] = row
                places.append(self._places[row_id])
        for first, last in _runs(sorted(places)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
        for last, first in _runs_down(gone):
            self._remove(first, last)

    def insert_top(self, row: Row) -> None:
        """Show a new row first, as when a case was just opened here; a known id is only patched."""
        row_id = self._key(row)
        if row_id in self._places:
            self.patch({row_id: row})
        else:
            self._insert(0, [row])

    def repaint_column(self, column_id: str, first: int = 0, last: int = -1) -> None:
        """Have one column painted anew between two rows (deadlines as time goes by)."""
        place = next((n for n, column in enumerate(self._columns) if column.id == column_id), -1)
        last = len(self._ids) - 1 if last < 0 else min(last, len(self._ids) - 1)
        if place >= 0 and 0 <= first <= last:
            self.dataChanged.emit(self.index(first, place), self.index(last, place))

    @property
    def ids(self) -> list[int]:
        """Ids of the loaded rows in order."""
        return list(self._ids)

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns in their first order."""
        return self._columns

    def row_at(self, place: int) -> Row | None:
        """Return the row at a place, or None outside the list."""
        return self._rows[self._ids[place]] if 0 <= place < len(self._ids) else None

    def row_by_id(self, row_id: int) -> Row | None:
        """Return a loaded row by its id."""
        return self._rows.get(row_id)

    def index_of(self, row_id: int) -> QModelIndex:
        """Return the index of an id, invalid when it is not loaded."""
        place = self._places.get(row_id)
        return QModelIndex() if place is None else self.index(place, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are loaded."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a cell shows, from memory."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        row = self._rows[self._ids[index.row()]]
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == ID_ROLE:
            return self._ids[index.row()]
        return _extra(column, row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None

    def _become(self, wanted: list[tuple[int, Row]]) -> None:
        """Change into ``wanted`` by removing, moving and inserting, so that selections stay on their rows."""
        rows = dict(wanted)
        self.patch({row_id: rows.get(row_id) for row_id in self._ids})
        order = [row_id for row_id, _ in wanted if row_id in self._places]
        if order != self._ids:
            self._reorder(order)
        place = 0
        fresh: list[Row] = []
        for row_id, row in wanted:
            if row_id not in self._places:
                fresh.append(row)
                continue
            if fresh:
                self._insert(place, fresh)
                place += len(fresh)
                fresh = []
            place += 1
        self._insert(place, fresh)

    def _insert(self, place: int, rows: Sequence[Row]) -> None:
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        ids = [self._key(row) for row in rows]
        self._ids[place:place] = ids
        self._rows.update(zip(ids, rows, strict=True))
        self._renumber(place)
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        for row_id in self._ids[first : last + 1]:
            del self._rows[row_id]
            del self._places[row_id]
        del self._ids[first : last + 1]
        self._renumber(first)
        self.endRemoveRows()

    def _reorder(self, order: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index, self._ids[index.row()]) for index in before]
        self._ids = order
        self._renumber(0)
        after = [self.index(self._places[row_id], index.column()) for index, row_id in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _renumber(self, start: int) -> None:
        for place in range(start, len(self._ids)):
            self._places[self._ids[place]] = place


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return rising places as (first, last) runs."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _runs_down(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return falling places as (last, first) runs."""
    return [(last, first) for first, last in reversed(_runs(sorted(places)))]


def _alignment(column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _extra(column: Column[Row], row: Row, role: int) -> object:
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _alignment(column)
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tooltip((column.tooltip or column.text)(row))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return (column.spoken or column.text)(row)
    return None
