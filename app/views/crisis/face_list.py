"""One look for alerts, rooms, mentions and record: a head with chips, what it says below, pages as one scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.views.support.chips import chip_size, paint_chip
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.row_model import ROW_ROLE, Column, RowModel
from app.views.support.tables import dress_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.views.support.desk import Desk
    from app.views.support.row_model import Index
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

Row = TypeVar("Row")
PAGE = 60
_TEXT_LINES = 4
_LEAST = 40
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class FaceChip:
    """A word with its tone and sign."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """How a row looks: the head, the time at its right, chips between them, and what it says below."""

    head: str
    time: str = ""
    text: str = ""
    chips: tuple[FaceChip, ...] = ()
    is_strong: bool = False
    tooltip: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        return ". ".join(
            part for part in (self.head, *(chip.text for chip in self.chips), self.time, self.text) if part
        )


class FaceDelegate(QStyledItemDelegate):
    """Draws rows from their face alone; a row is as tall as its text needs, up to four lines."""

    def __init__(self, *, theme: Theme, face: Callable[[Any], Face], view: QListView) -> None:
        super().__init__(view)
        self._theme, self._face, self._view = theme, face, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's height for the width that the list has now."""
        metrics, width = self._theme.metrics, self._view.viewport().width()
        text = self._face(index.data(ROW_ROLE)).text
        return QSize(metrics.px(120), metrics.px(36) + self._text_height(text, width - 2 * metrics.step(3)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        face, metrics = self._face(index.data(ROW_ROLE)), self._theme.metrics
        painter.save()
        self._paint_ground(painter, option)
        room = option.rect.adjusted(metrics.step(3), metrics.px(8), -metrics.step(3), -metrics.px(8))
        self._paint_head(painter, QRect(room.x(), room.y(), room.width(), metrics.px(20)), face)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(room.adjusted(0, metrics.px(21), 0, metrics.px(4)), _WRAPPED, face.text)
        painter.restore()

    def _text_height(self, text: str, width: int) -> int:
        if not text:
            return 0
        measure = QFontMetrics(self._theme.font("small"))
        needed = measure.boundingRect(QRect(0, 0, max(40, width), 10_000), _WRAPPED, text).height()
        return min(needed, measure.lineSpacing() * _TEXT_LINES) + self._theme.metrics.px(2)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._theme, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("accent_soft" if is_current else "raised"))
        if is_current:
            painter.fillRect(QRect(rect.x(), rect.y(), theme.metrics.px(3), rect.height()), theme.color("accent"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _paint_head(self, painter: QPainter, line: QRect, face: Face) -> None:
        theme, gap = self._theme, self._theme.metrics.step(1)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        painter.drawText(line, _RIGHT, face.time)
        right = line.right() + 1 - (QFontMetrics(painter.font()).horizontalAdvance(face.time) + gap * 2)
        for chip in reversed(face.chips):
            size = chip_size(theme, chip.text, icon=chip.icon)
            width = min(size.width(), max(0, right - line.x()) * 2 // 3)
            place = QRect(right - width, line.y() + (line.height() - size.height()) // 2, width, size.height())
            paint_chip(painter, place, theme, chip.text, chip.tone, icon=chip.icon)
            right -= width + gap
        painter.setFont(theme.font("strong" if face.is_strong else "normal"))
        painter.setPen(theme.color("text"))
        room = QRect(line.x(), line.y(), max(0, right - gap - line.x()), line.height())
        shown = QFontMetrics(painter.font()).elidedText(face.head, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)


class FaceList(QWidget, Generic[Row]):
    """A list that loads page after page: ``load(last row or None)`` returns the next rows, off the UI thread."""

    chosen = Signal(object)
    """Another row has the selection (None = none)."""
    opened = Signal(object)
    """Enter, O or a double click on a row."""
    loaded = Signal()

    def __init__(
        self,
        *,
        desk: Desk,
        name: str,
        key: Callable[[Row], int],
        face: Callable[[Row], Face],
        load: Callable[[Row | None], Sequence[Row]],
        empty: str,
        page: int = PAGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._load, self._page = desk, load, page
        self._rows: list[Row] = []
        self._has_more = True
        self._empty_text = empty
        column: Column[Row] = Column(
            "face",
            name,
            lambda row: face(row).head,
            tooltip=lambda row: _tip(face(row)),
            spoken=lambda row: face(row).spoken,
        )
        self.model: RowModel[Row] = RowModel(columns=[column], key=key, parent=self)
        self.view = QListView()
        dress_list(self.view, theme=desk.theme, name=name)
        self.view.setUniformItemSizes(False)
        self.view.setMinimumHeight(desk.theme.metrics.px(_LEAST))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setModel(self.model)
        self.view.setItemDelegate(FaceDelegate(theme=desk.theme, face=face, view=self.view))
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.view.installEventFilter(self)
        self.empty = EmptyState(theme=desk.theme)
        self.empty.setMinimumHeight(desk.theme.metrics.px(_LEAST))
        self.empty.hide()
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.verticalScrollBar().valueChanged.connect(lambda _value: self._more_if_near())

    @property
    def current(self) -> Row | None:
        """The row that has the selection."""
        return self.model.row_at(self.view.currentIndex().row())

    @property
    def rows(self) -> list[Row]:
        """The rows loaded so far."""
        return list(self._rows)

    def reload(self) -> None:
        """Load anew as much as is shown, keeping the selection."""
        self._ask(None, max(self._page, len(self._rows)))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows, which no page follows."""
        self._take(None, list(rows), len(rows) + 1)

    def select(self, row_id: int) -> bool:
        """Choose a loaded row; tell whether it is there."""
        index = self.model.index_of(row_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        return index.isValid()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open a row by Enter."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
            return True
        return False

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _more_if_near(self) -> None:
        bar = self.view.verticalScrollBar()
        near = bar.value() >= bar.maximum() - self.view.viewport().height()
        if near and self._has_more and self._rows and not self._desk.calls.busy(self, "rows"):
            self._ask(self._rows[-1], self._page)

    def _ask(self, after: Row | None, wanted: int) -> None:
        self._desk.calls.run(
            self, "rows", lambda: self._read(after, wanted), lambda got: self._take(after, got, wanted)
        )

    def _read(self, after: Row | None, wanted: int) -> list[Row]:
        rows: list[Row] = []
        while len(rows) < wanted:
            part = self._load(after)
            rows += part
            if len(part) < self._page:
                break
            after = part[-1]
        return rows

    def _take(self, after: Row | None, rows: list[Row], wanted: int) -> None:
        self._has_more = len(rows) >= wanted
        self._rows = rows if after is None else [*self._rows, *rows]
        before = self.current
        self.model.set_rows(self._rows)
        self.view.setVisible(bool(self._rows))
        # Tab would stay where it is before a thing whose focus goes to what is hidden.
        self.setFocusProxy(self.view if self._rows else None)  # type: ignore[arg-type]  # Qt takes None, its stub not
        self.empty.setVisible(not self._rows)
        self.empty.show_state(EmptyKind.EMPTY, self._empty_text)
        self.view.doItemsLayout()
        if before is not None and self.current != before:
            self.chosen.emit(self.current)
        self.loaded.emit()

    def choose_first(self) -> None:
        """Choose the first row where none is chosen."""
        if self.current is None and self._rows:
            self.view.setCurrentIndex(self.model.index(0, 0, QModelIndex()))


def _tip(face: Face) -> str:
    return face.tooltip or face.text
