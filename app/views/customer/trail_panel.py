"""All that a customer said and was answered, on every channel, the newest first, read page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.models.domain import protocol
from app.models.domain.customer_card import TrailEntry
from app.views.customer.customer_texts import state_text
from app.views.customer.row_delegate import paint_ground
from app.views.support.chips import chip_size, paint_chip
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.icons import paint_icon
from app.views.support.item_model import Page, PagedModel
from app.views.support.labels import label
from app.views.support.row_model import ROW_ROLE, Column
from app.views.support.step_texts import step_text
from app.views.support.tables import dress_list
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.models.domain.case_detail import NextStepInfo
    from app.models.domain.changes import Changes
    from app.services.clock import Clock
    from app.views.support.desk import Desk
    from app.views.support.row_model import Index
    from app.views.support.theme import Theme

PAGE: Final = 30
_ROW: Final = 54
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class TrailPanel(QFrame):
    """The list; Enter or a double click opens the case or the mention."""

    case_opened = Signal(object)
    mention_opened = Signal(object)

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, desk.clock
        self._read: Callable[[], Mapping[int, NextStepInfo]] | None = None
        self._steps: Mapping[int, NextStepInfo] = {}
        self._is_stale = False
        self.setProperty("pane", "yes")
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Atendimentos e menções"))
        column: Column[TrailEntry] = Column(
            "entry",
            self.tr("Atendimentos e menções"),
            title_text,
            tooltip=lambda entry: "\n".join(part for part in (self.step_of(entry), entry.text) if part),
            spoken=self._spoken,
        )
        self.model: PagedModel[TrailEntry] = PagedModel(columns=[column], key=entry_key, calls=desk.calls, parent=self)
        self.view = QListView()
        dress_list(self.view, theme=desk.theme, name=self.tr("Atendimentos e menções, do mais novo ao mais antigo"))
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(
            TrailDelegate(theme=desk.theme, clock=desk.clock, step_of=self.step_of, parent=self.view)
        )
        self.view.setModel(self.model)
        self.view.activated.connect(self._on_activated)
        self.empty = EmptyState(theme=desk.theme)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        head = QVBoxLayout()
        desk.theme.space(head, margins=(3, 3, 3, 2), spacing=0)
        head.addWidget(label(self.tr("Atendimentos e menções"), "title"))
        head.addWidget(label(self.tr("Do mais novo ao mais antigo, em todos os canais"), "small", wrap=True))
        layout = QVBoxLayout(self)
        desk.theme.space(layout, margins=(0.25, 0, 0.25, 1), spacing=0)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.model.loading_changed.connect(lambda _loading: self._show_state())
        self.model.modelReset.connect(self._show_state)
        desk.changes.changed.connect(self._on_changed)

    def show_trail(self, first: tuple[TrailEntry, ...], more: Callable[[int | None], tuple[TrailEntry, ...]]) -> None:
        """Show a customer's trail from the page the card brought; ``more(cursor)`` reads on (None: from the top)."""
        pending = [first]

        def fetch(cursor: int | None) -> Page[TrailEntry]:
            entries = pending.pop() if cursor is None and pending else more(cursor)
            # A case and a mention may carry the same number: the last one is asked for again and known by its key.
            return Page(entries, entries[-1].id + 1 if len(entries) >= PAGE else None)

        self.model.load(fetch)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what was worked on unseen."""
        super().showEvent(event)
        self._read_again()

    def read_steps(self, read: Callable[[], Mapping[int, NextStepInfo]], *, is_other: bool = False) -> None:
        """Ask what is due on the open cases, by their ids; again when somebody works on them."""
        self._read = read
        if is_other:
            self._on_steps({})
        self._desk.calls.run(self, "steps", read, self._on_steps)

    def _on_steps(self, steps: Mapping[int, NextStepInfo]) -> None:
        self._steps = steps
        self.model.repaint_column("entry")

    def _on_changed(self, changes: Changes) -> None:
        if not self._steps.keys().isdisjoint(changes.case_ids):
            self._is_stale = True
            if self.isVisible():
                self._read_again()

    def _read_again(self) -> None:
        if self._is_stale and self._read is not None:
            self._is_stale = False
            self.model.refresh()
            self.read_steps(self._read)

    def step_of(self, entry: TrailEntry) -> str:
        """Return what is due on a case of the trail, "" when nothing is known of it."""
        step = None if entry.case is None else self._steps.get(entry.id)
        if step is None:
            return ""
        return self.tr("Próximo passo: {what}").format(what=step_text(step, self._clock.now()))

    def _spoken(self, entry: TrailEntry) -> str:
        parts = [title_text(entry), when_text(entry.at, self._clock.now()), entry.channel_name]
        if entry.case is not None:
            parts += [state_text(entry.case.state)[0], self.step_of(entry)]
        return ", ".join(part for part in parts if part)

    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.view if self.model.rowCount() else self.empty)
        if self.model.is_loading:
            self.empty.show_state(EmptyKind.LOADING)
        else:
            self.empty.show_state(EmptyKind.EMPTY, self.tr("Nenhum atendimento nem menção deste cliente."))

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self.model.row_at(index.row())
        if entry is not None:
            (self.mention_opened if entry.case is None else self.case_opened).emit(entry.id)


class TrailDelegate(QStyledItemDelegate):
    """Draws a case with protocol and state, a mention with its words."""

    def __init__(
        self, *, theme: Theme, clock: Clock, step_of: Callable[[TrailEntry], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._step_of = step_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; all rows are alike."""
        return QSize(self._theme.metrics.px(120), self._theme.metrics.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, TrailEntry):
            return
        painter.save()
        theme, metrics = self._theme, self._theme.metrics
        paint_ground(painter, option, theme)
        inside = option.rect.adjusted(metrics.step(3), metrics.step(2), -metrics.step(3), -metrics.step(2))
        side, half = metrics.px(16), inside.height() // 2
        sign = QRect(inside.x(), inside.y() + (half - side) // 2, side, side)
        paint_icon(painter, sign, "messages" if entry.case else "message", theme.color("muted"))
        left = inside.x() + side + metrics.step(2)
        first = QRect(left, inside.y(), inside.right() + 1 - left, half)
        first.setRight(first.right() - self._paint_state(painter, first, entry))
        self._paint_line(painter, first, title_text(entry), role="strong" if entry.case else "normal")
        self._paint_line(
            painter, QRect(left, inside.y() + half, inside.right() + 1 - left, half), self._below(entry), role="small"
        )
        painter.restore()

    def _below(self, entry: TrailEntry) -> str:
        parts = [self._step_of(entry), when_text(entry.at, self._clock.now()), entry.channel_name]
        if entry.case is not None:
            parts += [entry.case.owner_name or "", " ".join(entry.text.split())]
        return " · ".join(part for part in parts if part)

    def _paint_state(self, painter: QPainter, room: QRect, entry: TrailEntry) -> int:
        if entry.case is None:
            return 0
        word, tone = state_text(entry.case.state)
        size = chip_size(self._theme, word)
        place = QRect(room.right() + 1 - size.width(), room.y(), size.width(), size.height())
        paint_chip(painter, place, self._theme, word, tone)
        return size.width() + self._theme.metrics.step(2)

    def _paint_line(self, painter: QPainter, room: QRect, text: str, *, role: str) -> None:
        theme = self._theme
        is_small = role == "small"
        painter.setFont(theme.font("small" if is_small else "strong" if role == "strong" else "normal"))
        painter.setPen(theme.color("muted" if is_small else "text"))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)


def title_text(entry: TrailEntry) -> str:
    """Return the first line of an entry: a case's protocol, a mention's words in one line."""
    return protocol.display(entry.case.protocol) if entry.case is not None else " ".join(entry.text.split())


def entry_key(entry: TrailEntry) -> int:
    """Return a number that no other entry has, though a case and a mention may share theirs."""
    return entry.id * 2 + (entry.case is not None)
