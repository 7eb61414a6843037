"""A whole axis as a model, built in one go from the trees in memory, so that 5,000 nodes open at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.models.domain.classification_tree import FIXED_AXIS
from app.views.settings.tree_texts import count_text_of, note_text
from app.views.support.texts import as_tooltip, number_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.models.domain.classification_tree import AxisInfo, NodeInfo
    from app.services.tree_editing import TreePicture

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""A ``NodeLine`` for the delegate."""
MIME: Final = "application/x-balcao-node"
_TOP: Final = 0
# Made once: a view asks for them at every row, and joining flags takes longer than reading a node.
_PLAIN: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITABLE: Final = _PLAIN | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled


@dataclass(frozen=True, slots=True)
class NodeLine:
    """One row as it is drawn: ``count`` empty where nothing is counted, ``note`` beside a retired or merged name."""

    node: NodeInfo
    count: str
    note: str
    is_macro: bool


class TreeModel(QAbstractItemModel):
    """The nodes of one axis, all of them or those that fit a filter with what is above them."""

    rename_wanted = Signal(int, str)
    move_wanted = Signal(int, object, object)
    """Node, new parent (None: top), sibling before which it goes (None: last)."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: TreePicture | None = None
        self._axis: AxisInfo | None = None
        self._today: date | None = None
        self._may_edit = False
        self._children: dict[int, list[int]] = {_TOP: []}
        self._places: dict[int, tuple[int, int]] = {}

    def show(
        self, picture: TreePicture, axis: AxisInfo, *, today: date, may_edit: bool, only: frozenset[int] | None = None
    ) -> None:
        """Show an axis; ``only`` = nodes that fit a filter. Rows that stay where they are keep view and selection."""
        children, places = _shape(picture, axis.id, only)
        before = self._picture
        is_same = children == self._children and self._axis is not None and axis.id == self._axis.id
        if not is_same:
            self.beginResetModel()
        self._picture, self._axis, self._today, self._may_edit = picture, axis, today, may_edit
        self._children, self._places = children, places
        if not is_same:
            self.endResetModel()
        elif before is not None:
            self._tell_changed(before, picture)

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._picture, self._axis = None, None
        self._children, self._places = {_TOP: []}, {}
        self.endResetModel()

    @property
    def ids(self) -> list[int]:
        """Ids of all nodes shown."""
        return list(self._places)

    def index_of(self, node_id: int | None) -> QModelIndex:
        """Return the index of a node, invalid when it is not shown."""
        place = self._places.get(node_id or _TOP)
        return QModelIndex() if place is None else self.createIndex(place[1], 0, node_id)

    def node_at(self, index: Index) -> NodeInfo | None:
        """Return the node of an index."""
        if not index.isValid() or self._picture is None:
            return None
        return self._picture.trees.nodes.get(index.internalId())

    # What Qt asks

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a child."""
        siblings = self._children.get(_id_of(parent), ())
        return self.createIndex(row, 0, siblings[row]) if column == 0 and 0 <= row < len(siblings) else QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]  # Qt has two functions of this name
        """Return the index above."""
        if index is None or not index.isValid():
            return QModelIndex()
        place = self._places.get(index.internalId())
        return QModelIndex() if place is None else self.index_of(place[0])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many children there are."""
        return len(self._children.get(_id_of(parent), ()))

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a row: what stands for itself can be renamed and dragged, and holds others."""
        node = self.node_at(index)
        if node is None:
            return Qt.ItemFlag.ItemIsDropEnabled if self._may_edit else Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self._may_edit and node.is_offered else _PLAIN

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a row shows, from memory."""
        node = self.node_at(index)
        if node is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return node.name
        if role == NODE_ROLE:
            return self._line(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(node.description or node.name)
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Ask for a new name; the service writes it and the row follows."""
        node = self.node_at(index)
        if node is not None and isinstance(value, str) and value.strip() != node.name:
            self.rename_wanted.emit(node.id, value)
        return False

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the form in which a row is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged node's id."""
        data = QMimeData()
        data.setData(MIME, str(indexes[0].internalId()).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell whether a node can be dropped there: never into itself."""
        dragged, above = _dragged(data), self.node_at(parent)
        if dragged is None or self._picture is None or dragged not in self._places:
            return False
        return above is None or (above.is_offered and above.id not in self._picture.trees.branch(dragged))

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; the service writes it and the tree follows."""
        dragged, above = _dragged(data), self.node_at(parent)
        if dragged is not None and self.canDropMimeData(data, action, row, column, parent):
            siblings = self._children.get(_id_of(parent), [])
            before = siblings[row] if 0 <= row < len(siblings) else None
            self.move_wanted.emit(dragged, above.id if above is not None else None, before)
        return False

    def _line(self, node: NodeInfo) -> NodeLine:
        note = "" if self._picture is None or self._today is None else note_text(self._picture.trees, node, self._today)
        is_macro = node.parent_id is None and bool(self._children.get(node.id))
        return NodeLine(node, self._count(node, is_long=is_macro), note, is_macro)

    def _count(self, node: NodeInfo, *, is_long: bool) -> str:
        count = 0 if self._picture is None else self._picture.usage.get(node.id, 0)
        is_counted = self._axis is not None and (self._axis.carrier != "mention" or self._axis.key == FIXED_AXIS)
        if not is_counted or (not count and not is_long):
            return ""
        return count_text_of(count, self._axis) if is_long else number_text(count)

    def _spoken(self, node: NodeInfo) -> str:
        line = self._line(node)
        count = self._count(node, is_long=True)
        key = self.tr("tecla {key}").format(key=node.shortcut) if node.shortcut else ""
        return ", ".join(part for part in (node.name, line.note, count, key) if part)

    def _tell_changed(self, before: TreePicture, after: TreePicture) -> None:
        for node_id in self._places:
            is_same = before.trees.nodes.get(node_id) == after.trees.nodes[node_id]
            if not is_same or before.usage.get(node_id) != after.usage.get(node_id):
                index = self.index_of(node_id)
                self.dataChanged.emit(index, index)


def _shape(
    picture: TreePicture, axis_id: int, only: frozenset[int] | None
) -> tuple[dict[int, list[int]], dict[int, tuple[int, int]]]:
    """Return children by parent (0 = top) and, by node, (parent, row)."""
    trees = picture.trees
    shown = None if only is None else {each.id for node_id in only for each in trees.line(node_id)}
    children: dict[int, list[int]] = {_TOP: []}
    places: dict[int, tuple[int, int]] = {}
    waiting = [_TOP]
    while waiting:
        above = waiting.pop()
        ids = [node.id for node in trees.all_children(axis_id, above or None) if shown is None or node.id in shown]
        if ids:
            children[above] = ids
            for row, node_id in enumerate(ids):
                places[node_id] = (above, row)
            waiting += ids
    return children, places


def _id_of(index: Index | None) -> int:
    return index.internalId() if index is not None and index.isValid() else _TOP


def _dragged(data: QMimeData) -> int | None:
    text = bytes(data.data(MIME).data()).decode()
    return int(text) if text.isdigit() else None
