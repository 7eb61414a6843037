"""Navigation stands left on every screen: what there is to do, how much of it, one click or key away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.views.support.texts import as_tooltip, count_text, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.views.support.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class SidebarItem:
    """One line of the navigation: opens ``page`` (its own id when empty) and shows a count, red with ``alert``."""

    id: str
    text: str
    count: int | None = None
    group: str = ""
    icon: str = ""
    alert: bool = False
    page: str = ""

    @property
    def page_id(self) -> str:
        """The page that the line opens."""
        return self.page or self.id


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str


class SidebarModel(QAbstractListModel):
    """Lines and group headings in the order of the items."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SidebarItem | _Heading] = []

    def set_items(self, items: Sequence[SidebarItem]) -> None:
        """Show these items; a heading goes before the first of each group."""
        lines: list[SidebarItem | _Heading] = []
        group = ""
        for item in items:
            if item.group != group:
                group = item.group
                if group:
                    lines.append(_Heading(group))
            lines.append(item)
        if [_shape(line) for line in lines] == [_shape(line) for line in self._lines]:
            self._lines = lines
            self._repaint()
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def set_counts(self, counts: Mapping[str, int | None], alerts: Mapping[str, bool]) -> None:
        """Change counts by item id with one repaint; items not named keep theirs."""
        self._lines = [
            replace(line, count=counts.get(line.id, line.count), alert=alerts.get(line.id, line.alert))
            if isinstance(line, SidebarItem)
            else line
            for line in self._lines
        ]
        self._repaint()

    def item_at(self, index: Index) -> SidebarItem | None:
        """Return the item of a line, or None for a heading."""
        line = self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None
        return line if isinstance(line, SidebarItem) else None

    def index_of(self, item_id: str) -> QModelIndex:
        """Return where an item is."""
        for place, line in enumerate(self._lines):
            if isinstance(line, SidebarItem) and line.id == item_id:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a line's text, item, tooltip or spoken form."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ITEM_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if isinstance(line, SidebarItem) and line.count is not None:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.text}, {number_text(line.count)}"
            if role == Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(f"{line.text}: {number_text(line.count)}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only items be chosen."""
        if self.item_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _repaint(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))


class SidebarDelegate(QStyledItemDelegate):
    """Draws headings small, the chosen line in the accent, counts at the right edge."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return 29 px for a line and somewhat more for a heading, at 100 %."""
        metrics = self._theme.metrics
        if isinstance(index.data(ITEM_ROLE), _Heading):
            return QSize(metrics.px(60), metrics.px(30 if index.row() else 26))
        return QSize(metrics.px(60), metrics.px(29))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(ITEM_ROLE)
        painter.save()
        if isinstance(line, _Heading):
            self._paint_heading(painter, option.rect, line.text)
        elif isinstance(line, SidebarItem):
            self._paint_item(painter, option, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        metrics = self._theme.metrics
        font = self._theme.font("tiny")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("faint"))
        inside = rect.adjusted(metrics.step(4), 0, -metrics.step(4), -metrics.step(1))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text.upper())

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, item: SidebarItem) -> None:
        metrics = self._theme.metrics
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(metrics.step(2), 0, -metrics.step(2), -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if chosen else "raised"))
            painter.drawRoundedRect(box, metrics.radius, metrics.radius)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), metrics.radius, metrics.radius)
        inside = box.adjusted(metrics.step(2), 0, -metrics.step(2), 0)
        count = "" if item.count is None else count_text(item.count)
        room = self._paint_count(painter, inside, count, alert=item.alert and bool(item.count))
        painter.setFont(self._theme.font("strong" if chosen else "normal"))
        painter.setPen(self._theme.color("accent" if chosen else "text"))
        inside.setRight(inside.right() - room)
        text = QFontMetrics(painter.font()).elidedText(item.text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_count(self, painter: QPainter, inside: QRect, count: str, *, alert: bool) -> int:
        """Draw the count and return the room it takes."""
        if not count:
            return 0
        painter.setFont(self._theme.font("small_strong" if alert else "small"))
        painter.setPen(self._theme.color("bad" if alert else "muted"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        return QFontMetrics(painter.font()).horizontalAdvance(count) + self._theme.metrics.step(2)


class Sidebar(QFrame):
    """The navigation: choose by mouse, arrows or letters; counts change without moving anything."""

    chosen = Signal(object)
    """Carries the ``SidebarItem`` that a person chose."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shell", "side")
        self._theme = theme
        self.model = SidebarModel(parent=self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(SidebarDelegate(theme=theme, parent=self.view))
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Navegação"))
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 2, 0, 2), spacing=0)
        layout.addWidget(self.view)
        self._silent = False
        self._bind()
        self.model.modelReset.connect(self._bind)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_items(self, items: Sequence[SidebarItem]) -> None:
        """Show these items; the chosen one stays chosen when it is still there."""
        current = self.current
        self._silent = True
        self.model.set_items(items)
        self._silent = False
        if current:
            self.set_current(current)

    def set_counts(self, counts: Mapping[str, int | None], *, alerts: Mapping[str, bool] | None = None) -> None:
        """Change counts (and red ones) by item id."""
        self.model.set_counts(counts, alerts or {})

    @property
    def current(self) -> str:
        """Id of the chosen item, or nothing."""
        item = self.model.item_at(self.view.currentIndex())
        return item.id if item else ""

    def set_current(self, item_id: str) -> None:
        """Show an item as chosen without telling anyone; an unknown id takes the mark away."""
        self._silent = True
        index = self.model.index_of(item_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.clearSelection()
            self.view.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
        self._silent = False

    def _bind(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_current_changed, Qt.ConnectionType.UniqueConnection)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        item = self.model.item_at(current)
        if item is not None and not self._silent:
            self.chosen.emit(item)

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.metrics.sidebar)
        self.view.doItemsLayout()


def _shape(line: SidebarItem | _Heading) -> tuple[str, str]:
    return (line.id, line.group) if isinstance(line, SidebarItem) else ("", line.text)
