"""The page of what has not left yet: every answer that waits, is in doubt or failed, over all cases, live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.outbox_row import OutboxCursor, OutboxFilter, OutboxRow
from app.models.domain.people import Right
from app.services.errors import UserError
from app.views.outbox.outbox_actions import BUTTONS, offered, outbox_actions
from app.views.outbox.outbox_texts import (
    channel_text,
    empty_text,
    filter_text,
    next_text,
    protocol_text,
    reason_text,
    state_text,
)
from app.views.outbox.row_panel import RowPanel
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.errors import error_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.item_model import Page, PagedModel
from app.views.support.labels import label
from app.views.support.row_model import Column
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from app.services.acts import Done
    from app.services.outbox_list import OutboxListService
    from app.services.replies import ReplyService
    from app.views.support.desk import Desk

_WIDTHS: Final = (132, 140, 148, 150, 0, 110)
_PROTOCOL: Final = 2
_NARROW: Final = 900
"""Below this width of the page the protocol stands under the list alone, to leave room for the answer's text."""


class OutboxPage(QWidget):
    """Filters, the list, the chosen answer below; opening a case is left to the window."""

    open_case_requested = Signal(object)

    def __init__(
        self, *, desk: Desk, outbox: OutboxListService, replies: ReplyService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._outbox, self._replies = desk, outbox, replies
        self._may_work = desk.actor.may(Right.WORK_CASES)
        self._is_loaded = False
        theme = desk.theme
        self.setAccessibleName(self.tr("Envios"))
        segments = [Segment(each.value, filter_text(each)) for each in OutboxFilter]
        self.filter = SegmentedControl(theme=theme, segments=segments, name=self.tr("O que mostrar"))
        self.model: PagedModel[OutboxRow] = PagedModel(
            columns=self._columns(), key=lambda row: row.key, calls=desk.calls, parent=self
        )
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Respostas que ainda não saíram"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.empty = EmptyState(theme=theme)
        self.panel = RowPanel(desk=desk)
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self._build()
        desk.actions.define(outbox_actions())
        self._actions = {name: desk.actions.bind(name, self, run) for name, run in self._handlers().items()}
        self.panel.set_actions({name: self._actions[name] for name in BUTTONS})
        self._connect()
        self._show_chosen()

    def chosen(self) -> OutboxRow | None:
        """Return the answer chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def show_filter(self, shown: OutboxFilter) -> None:
        """Show only what is in these states."""
        self.filter.choose(shown.value)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed unseen."""
        super().showEvent(event)
        if self._is_loaded:
            self.model.refresh_if_stale()
        else:
            self._load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the text where the page is narrow."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_PROTOCOL, self.width() < self._desk.theme.metrics.px(_NARROW))

    def _build(self) -> None:
        theme = self._desk.theme
        card = Card(
            theme=theme,
            title=self.tr("Envios"),
            definition=self.tr("O que a equipe escreveu e ainda não saiu: o que precisa de você vem primeiro."),
        )
        card.body.addWidget(self.filter)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        card.body.addWidget(self.message)
        card.body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=2)
        layout.addWidget(card, 1)
        self.setFocusProxy(self.table)
        self.empty.show_state(EmptyKind.LOADING)
        theme.changed.connect(self._size_columns)
        self._size_columns()
        self._show_state()

    def _size_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        for place, width in enumerate(_WIDTHS):
            if width:
                self.table.setColumnWidth(place, self._desk.theme.metrics.px(width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda _: self._load())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.doubleClicked.connect(lambda _: self._open())
        self.model.dataChanged.connect(lambda *_: self._show_chosen())
        self.model.loading_changed.connect(lambda _: self._show_state())
        self.model.loaded.connect(self._on_loaded)
        self._desk.changes.changed.connect(self._on_changes)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        actor, replies = self._desk.actor, self._replies
        return {
            "outbox.open": self._open,
            "outbox.retry": lambda: self._act(lambda row: replies.retry(actor, row.id)),
            "outbox.arrived": lambda: self._act(lambda row: replies.settle_uncertain(actor, row.id, was_sent=True)),
            "outbox.not_arrived": lambda: self._act(
                lambda row: replies.settle_uncertain(actor, row.id, was_sent=False)
            ),
            "outbox.mark_sent": lambda: self._act(lambda row: replies.mark_sent(actor, row.id)),
            "outbox.withdraw": lambda: self._act(lambda row: replies.withdraw(actor, row.id)),
            "outbox.reload": self.model.refresh,
        }

    def _load(self) -> None:
        self._is_loaded = True
        shown, outbox = OutboxFilter(self.filter.current), self._outbox

        def fetch(cursor: OutboxCursor | None) -> Page[OutboxRow]:
            page = outbox.page(shown, cursor)
            return Page(page.rows, page.next_cursor)

        self._say("")
        self.model.load(fetch)

    def _on_loaded(self) -> None:
        self._show_state()
        if self.chosen() is None and self.model.rowCount():
            self.table.selectRow(0)
        self._show_chosen()

    def _show_state(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        if has_rows:
            return
        if self.model.is_loading:
            self.empty.show_state(EmptyKind.LOADING)
        else:
            self.empty.show_state(EmptyKind.EMPTY, empty_text(OutboxFilter(self.filter.current)))

    def _show_chosen(self) -> None:
        row = self.chosen()
        possible = offered(row, may_work=self._may_work)
        for name in BUTTONS:
            self._actions[name].setEnabled(name in possible)
        self.panel.show_row(row, possible)

    def _open(self) -> None:
        row = self.chosen()
        if row is not None and row.case_id is not None:
            self.open_case_requested.emit(row.case_id)

    def _act(self, work: Callable[[OutboxRow], Done[Any]]) -> None:
        row = self.chosen()
        if row is not None:
            self._say("")
            self._desk.calls.run(self, "act", lambda: work(row), self._on_done, failed=self._on_failed)

    def _on_done(self, done: Done[Any]) -> None:
        self._desk.undo.push(done)
        self.model.refresh()

    def _on_failed(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        self._say(error_text(error))
        self.model.refresh()
        return True

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _on_changes(self, changes: Changes) -> None:
        if not {Topic.OUTBOX, Topic.CHANNELS} & changes.topics or not self._is_loaded:
            return
        if self.isVisible():
            self.model.refresh()
        else:
            self.model.mark_stale()

    def _columns(self) -> list[Column[OutboxRow]]:
        now = self._desk.clock.now
        return [
            Column("state", self.tr("Situação"), state_text, tooltip=reason_text),
            Column("customer", self.tr("Cliente"), lambda row: row.customer or "–"),
            Column("protocol", self.tr("Protocolo"), protocol_text),
            Column("channel", self.tr("Canal"), channel_text),
            Column("text", self.tr("Resposta"), lambda row: " ".join(row.text.split())),
            Column("next", self.tr("Próxima vez"), lambda row: next_text(row, now())),
        ]
