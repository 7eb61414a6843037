"""A board of charts: each read by its own call, laid in rows that fit the window, arranged by key and by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.domain.board_layout import moved, place_of, resized, rows_of, without_chart
from app.models.domain.chart_persons import of_persons
from app.services.cancel import CancelToken
from app.services.charts.service import WITH_FORECAST
from app.services.errors import UserError
from app.views.reports.card_drag import CardDrag, dragged_chart
from app.views.support.charts.card import ChartCard
from app.views.support.errors import error_text

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent

    from app.models.domain.board_layout import Board
    from app.models.domain.chart import ChartData, ChartKey
    from app.models.domain.series import ReportFilter
    from app.services.charts import ChartService
    from app.views.support.desk import Desk

_COLUMNS: Final = 6
_HALF: Final = 3
_WIDE, _NARROW = 900, 600
_CARD, _TALLEST = 330, 760


class ChartBoard(QWidget):
    """Cards in rows; ``can_arrange`` lets the person order, widen and take away what is shown."""

    drill_requested = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows."""
    save_requested = Signal(object, str)
    """Carries a ``ChartCard`` and the kind of file."""
    arranged = Signal(object)
    """Carries the new ``Board``."""

    def __init__(
        self,
        *,
        desk: Desk,
        charts: ChartService,
        board: Board,
        can_arrange: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._charts = desk, charts
        self._board: Board = ()
        self._wanted: ReportFilter | None = None
        self._can_arrange = can_arrange
        self._columns = 0
        self.cards: dict[ChartKey, ChartCard] = {}
        self.setAcceptDrops(can_arrange)
        self._grid = QGridLayout(self)
        desk.theme.space(self._grid, spacing=3)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.set_board(board)
        desk.theme.changed.connect(self._arrange)

    @property
    def board(self) -> Board:
        """What stands on it."""
        return self._board

    def set_board(self, board: Board) -> None:
        """Show these charts; those that stay keep what they show."""
        for key in [each for each in self.cards if place_of(board, each) < 0]:
            card = self.cards.pop(key)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._board = board
        for each in board:
            if each.chart not in self.cards:
                self.cards[each.chart] = self._card(each.chart)
                if self._wanted is not None:
                    self._read(self.cards[each.chart])
        self._arrange()

    def load(self, wanted: ReportFilter) -> None:
        """Read every chart anew, each with one call."""
        self._wanted = wanted
        for card in self.cards.values():
            self._read(card)

    def show_as_tables(self, *, as_tables: bool) -> None:
        """Show all charts as tables, or as charts again."""
        for card in self.cards.values():
            card.show_as_table(as_table=as_tables)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay fewer cards side by side where it is narrow."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of this board."""
        if dragged_chart(event.mimeData()) in self.cards:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take cards of this board anywhere on it."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the card where it was let go."""
        chart = dragged_chart(event.mimeData())
        place = self._place_at(event.position().toPoint().x(), event.position().toPoint().y())
        if chart is not None and place >= 0:
            self._change(moved(self._board, chart, place))
            event.acceptProposedAction()

    def _card(self, key: ChartKey) -> ChartCard:
        card = ChartCard(theme=self._desk.theme, key=key)
        card.drilled.connect(self.drill_requested)
        card.copied.connect(self._desk.say)
        card.save_requested.connect(lambda form: self.save_requested.emit(card, form))
        card.node_wanted.connect(lambda _node: self._read(card))
        if self._can_arrange:
            self._let_arrange(card)
        return card

    def _let_arrange(self, card: ChartCard) -> None:
        key = card.key
        CardDrag(card=card)
        card.menu.addSeparator()
        moves = (
            ("arrow-up", self.tr("Mover para antes"), lambda: self._step(key, -1)),
            ("arrow-down", self.tr("Mover para depois"), lambda: self._step(key, 1)),
            ("plus", self.tr("Mais largo"), lambda: self._change(resized(self._board, key, 1))),
            ("minus", self.tr("Mais estreito"), lambda: self._change(resized(self._board, key, -1))),
            ("x", self.tr("Tirar da visão geral"), lambda: self._change(without_chart(self._board, key))),
        )
        for icon, text, handler in moves:
            card.add_action(icon, text, handler)

    def _step(self, key: ChartKey, step: int) -> None:
        self._change(moved(self._board, key, place_of(self._board, key) + step))
        if key in self.cards:
            self.cards[key].menu_button.setFocus()

    def _change(self, board: Board) -> None:
        if board != self._board:
            self.set_board(board)
            self.arranged.emit(board)

    def _read(self, card: ChartCard) -> None:
        if self._wanted is None:
            return
        wanted, token = replace(self._wanted, node_id=card.node_id), CancelToken()
        card.show_reading()
        self._desk.calls.cancel(card, "forecast")
        self._desk.calls.run(
            card,
            "chart",
            partial(self._charts.chart, card.key, wanted, self._desk.actor, token),
            partial(self._show, card, wanted),
            failed=partial(self._fail, card),
            token=token,
        )

    def _show(self, card: ChartCard, wanted: ReportFilter, data: ChartData) -> None:
        card.show_data(of_persons(data, wanted.rows.owner_ids), wanted.since, wanted.until, wanted.beside)
        if data.key in WITH_FORECAST and not data.is_empty:
            token = CancelToken()
            self._desk.calls.run(
                card,
                "forecast",
                partial(self._charts.with_forecast, data, wanted, self._desk.actor, token),
                lambda ahead: (
                    None if ahead is data else card.show_data(ahead, wanted.since, wanted.until, wanted.beside)
                ),
                failed=lambda error: isinstance(error, UserError),  # the chart is there without its forecast
                token=token,
            )

    def _fail(self, card: ChartCard, error: Exception) -> bool:
        """Say on the card what is wrong, once for each, instead of a notice for every chart."""
        if isinstance(error, UserError):
            card.show_error(error_text(error))
            return True
        card.show_error(self.tr("Não foi possível ler este gráfico."))
        return False

    def _fitting(self) -> int:
        """Return how many sixths a third takes at this width: 2 wide, 3 in between, 6 narrow."""
        metrics = self._desk.theme.metrics
        if self.width() >= metrics.px(_WIDE):
            return 2
        return _HALF if self.width() >= metrics.px(_NARROW) else _COLUMNS

    def _arrange(self) -> None:
        least = self._columns = self._fitting()
        widths = [
            each.width if least < _HALF else _HALF if each.width <= _HALF and least == _HALF else _COLUMNS
            for each in self._board
        ]
        high = self._desk.theme.metrics.px(_CARD)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        rows = rows_of(widths)
        self.setMaximumHeight(max(1, len(rows)) * self._desk.theme.metrics.px(_TALLEST))
        for row, cells in enumerate(rows):
            column = 0
            for number, width in cells:
                card = self.cards[self._board[number].chart]
                self._grid.addWidget(card, row, column, 1, width)
                card.show()
                column += width
            self._grid.setRowMinimumHeight(row, high)
        self._order_tabs()

    def _order_tabs(self) -> None:
        cards = [self.cards[each.chart] for each in self._board]
        for before, after in pairwise(cards):
            QWidget.setTabOrder(before.menu_button, before.chart)
            QWidget.setTabOrder(before.chart, after.menu_button)

    def _place_at(self, x: int, y: int) -> int:
        for place, each in enumerate(self._board):
            if self.cards[each.chart].geometry().contains(x, y):
                return place
        return len(self._board) - 1
