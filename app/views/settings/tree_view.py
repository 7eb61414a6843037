"""The tree as it is seen and handled: colour, name, key and figure on one line, edited and dragged in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.views.settings.tree_model import NODE_ROLE, NodeLine, TreeModel
from app.views.support.chips import chip_size, paint_chip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.views.settings.tree_model import Index
    from app.views.support.theme import Theme

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_OPEN_AT_ONCE: Final = 300


class NodeDelegate(QStyledItemDelegate):
    """Draws one node from its line alone."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; all rows are alike."""
        return QSize(self._theme.metrics.px(120), self._theme.metrics.px(26))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QLineEdit:
        """Give a plain field for the new name."""
        edit = QLineEdit(parent)
        edit.setAccessibleName(self.tr("Novo nome"))
        return edit

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = index.data(NODE_ROLE)
        if not isinstance(line, NodeLine):
            return
        painter.save()
        theme, step = self._theme, self._theme.metrics.step
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("accent_soft" if is_current else "raised"))
        room = option.rect.adjusted(step(1), 0, -step(2), 0)
        room = self._paint_count(painter, room, line.count)
        room = self._paint_color(painter, room, line.node.color)
        self._paint_name(painter, room, line, is_strong=line.is_macro or is_current)
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("focus"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_count(self, painter: QPainter, room: QRect, count: str) -> QRect:
        if not count:
            return room
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(room, _RIGHT, count)
        width = QFontMetrics(painter.font()).horizontalAdvance(count) + self._theme.metrics.step(2)
        return room.adjusted(0, 0, -width, 0)

    def _paint_color(self, painter: QPainter, room: QRect, color: str | None) -> QRect:
        if not color:
            return room
        side = self._theme.metrics.px(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(QRect(room.x(), room.center().y() - side // 2 + 1, side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return room.adjusted(side + self._theme.metrics.step(1.5), 0, 0, 0)

    def _paint_name(self, painter: QPainter, room: QRect, line: NodeLine, *, is_strong: bool) -> None:
        theme, gap = self._theme, self._theme.metrics.step(2)
        painter.setFont(theme.font("strong" if is_strong and line.node.is_offered else "normal"))
        painter.setPen(theme.color("text" if line.node.is_offered else "faint"))
        measure = QFontMetrics(painter.font())
        text = f"{line.node.name} ({line.note})" if line.note else line.node.name
        key = self.tr("tecla {key}").format(key=line.node.shortcut) if line.node.shortcut else ""
        size = chip_size(theme, key) if key else QSize(0, 0)
        shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - (size.width() + gap if key else 0))
        painter.drawText(room, _LEFT, shown)
        x = room.x() + measure.horizontalAdvance(shown) + gap
        if key and x + size.width() <= room.right():
            y = room.y() + (room.height() - size.height()) // 2
            paint_chip(painter, QRect(x, y, size.width(), size.height()), theme, key, "info")


class NodeTree(QTreeView):
    """A tree of nodes that remembers what is open on each axis."""

    chosen = Signal(object)
    """Carries the id of the current node, None for none."""

    def __init__(self, *, theme: Theme, model: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._open: set[int] = set()
        self._known_axes: set[int] = set()
        self._wanted: int | None = None
        self.setAccessibleName(self.tr("Itens do eixo"))
        self.setModel(model)
        self.setItemDelegate(NodeDelegate(theme=theme, parent=self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setMinimumHeight(theme.metrics.px(120))
        self.expanded.connect(lambda index: self._open.add(index.internalId()))
        self.collapsed.connect(lambda index: self._open.discard(index.internalId()))
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def current_id(self) -> int | None:
        """The id of the current node."""
        node = self._model.node_at(self.currentIndex())
        return None if node is None else node.id

    def choose(self, node_id: int | None) -> None:
        """Make a node the current one and bring it into sight; one that is still to come is chosen when it does."""
        index = self._model.index_of(node_id)
        self._wanted = node_id
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def after_show(self, axis_id: int, *, only: frozenset[int] | None) -> None:
        """Open what was open and choose what was chosen, after the model was built anew.

        Under a filter everything is open, and what does not fit itself is not chosen.
        """
        index = self._model.index_of(self._wanted)
        if only is None:
            self._open_again(axis_id)
        else:
            self.expandAll()
            fits = self._wanted in only
            index = index if fits else self._model.index_of(next((each for each in self._model.ids if each in only), 0))
        if not index.isValid():
            index = self._model.index(0, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        if not index.isValid():
            self.chosen.emit(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which node is the current one."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._wanted = current.internalId()
            self.chosen.emit(self._wanted)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the little triangle of a branch, and the ground of the current row under it."""
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, self._theme.color("surface"))
        super().drawBranches(painter, rect, index)

    def _open_again(self, axis_id: int) -> None:
        ids = self._model.ids
        if axis_id not in self._known_axes:
            self._known_axes.add(axis_id)
            if len(ids) <= _OPEN_AT_ONCE:
                self.expandToDepth(0)
                return
        for node_id in self._open & set(ids):
            self.setExpanded(self._model.index_of(node_id), True)

    def _on_about_to_reset(self) -> None:
        if self._wanted is None:
            self._wanted = self.current_id

    def _on_theme_changed(self) -> None:
        self.setIndentation(self._theme.metrics.px(20))
        self.doItemsLayout()
