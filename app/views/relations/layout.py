"""Where the parts of the relationship page stand: the moments on top, the totals, the log with its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.relations import RelationKind
from app.views.relations.relation_words import Period, kind_hint, kind_text, period_text
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.models.domain.relations import KindTotal, RelationAct
    from app.services.filter_choices import Choice
    from app.views.support.row_model import RowModel
    from app.views.support.theme import Theme

_WIDTHS: Final[dict[str, int]] = {
    "day": 100,
    "kind": 100,
    "channel": 92,
    "person": 110,
    "figure_0": 84,
    "figure_1": 84,
    "figure_2": 78,
    "figure_3": 84,
}
_TEXTS: Final[dict[str, tuple[float, int]]] = {"text": (0.62, 220), "result": (0.38, 150)}
"""What the columns of words get of the rest, and their least width."""
_TOTAL_WIDTHS: Final[dict[str, int]] = {"n": 72, "figure_0": 152, "figure_1": 152, "figure_2": 152, "figure_3": 168}
_TOTAL_ROWS: Final = len(RelationKind) + 1


class RelationsLayout(QObject):
    """Makes and places the parts of ``page``."""

    def __init__(self, *, theme: Theme, log: RowModel[RelationAct], totals: RowModel[KindTotal], page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._places = {column.id: place for place, column in enumerate(log.columns)}
        self.waiting, self.waiting_parts = label("", "title", wrap=True), label("", "muted", wrap=True)
        self.open_queue = QPushButton(self.tr("Abrir a fila"))
        self.new = QPushButton(theme.icon("plus"), self.tr("Registrar ação"))
        self.change = QPushButton(theme.icon("pencil"), self.tr("Mudar"))
        self.remove = QPushButton(theme.icon("trash"), self.tr("Excluir"))
        self.mention = QPushButton(theme.icon("message"), self.tr("Ver a menção"))
        self.export = QToolButton()
        self.period, self.kind, self.person = QComboBox(), QComboBox(), QComboBox()
        self.totals, self.table = QTableView(), QTableView()
        self.empty = EmptyState(theme=theme)
        self._fill()
        self._columns = {
            self.table: [column.id for column in log.columns],
            self.totals: [column.id for column in totals.columns],
        }
        self._dress(log, totals)
        self._place(page)
        self._size()
        theme.changed.connect(self._size)
        self.show_queue(self.tr("Contando os momentos…"), "", has_any=False)
        self.show_log(has_rows=True, is_filtered=False, may_write=False)

    def show_queue(self, text: str, parts: str, *, has_any: bool) -> None:
        """Say how many moments wait and of what they are."""
        self.waiting.setText(text)
        what = self.tr("Perguntas de quem ainda vai comprar, elogios e entusiasmo dos últimos 30 dias.")
        self.waiting_parts.setText(parts or what)
        self.open_queue.setEnabled(has_any)

    def show_people(self, people: Sequence[Choice]) -> None:
        """Offer these people; who is chosen stays chosen."""
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("Todas as pessoas"), None)
        for each in people:
            self.person.addItem(each.name, each.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))

    def show_log(self, *, has_rows: bool, is_filtered: bool, may_write: bool) -> None:
        """Show the log, or say what belongs there."""
        self.table.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        if not has_rows:
            hints = [f"{kind_text(kind)}: {kind_hint(kind)}" for kind in RelationKind]
            first = self.tr("Nenhuma ação nesta escolha.") if is_filtered else self.tr("Nenhuma ação neste período.")
            button = self.tr("Registrar ação") if may_write else ""
            self.empty.show_state(EmptyKind.EMPTY, "\n".join([first, "", *hints]), button=button)

    def _fill(self) -> None:
        for period in Period:
            self.period.addItem(period_text(period), period)
        self.period.setCurrentIndex(list(Period).index(Period.MONTH))
        self.kind.addItem(self.tr("Todos os tipos"), None)
        for kind in RelationKind:
            self.kind.addItem(kind_text(kind), kind)
        self.show_people(())

    def _dress(self, log: RowModel[RelationAct], totals: RowModel[KindTotal]) -> None:
        theme = self._theme
        self.open_queue.setProperty("kind", "primary")
        self.export.setProperty("kind", "button")
        self.export.setText(self.tr("Exportar"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.period.setAccessibleName(self.tr("Período"))
        self.kind.setAccessibleName(self.tr("Tipo de ação"))
        self.person.setAccessibleName(self.tr("Quem fez"))
        for table, model, name in (
            (self.totals, totals, self.tr("O que as ações trouxeram")),
            (self.table, log, self.tr("Registro de ações de relacionamento")),
        ):
            table.setModel(model)
            dress_table(table, theme=theme, name=name)
            table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
            table.horizontalHeader().setStretchLastSection(False)

    def _place(self, page: QWidget) -> None:
        theme = self._theme
        layout = QVBoxLayout(page)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(self._queue_card())
        filters = FlowLayout()
        theme.space(filters, spacing=2)
        for part in (self.period, self.kind, self.person, self.new):
            filters.addWidget(part)
        layout.addLayout(filters)
        brought = Card(
            theme=theme,
            title=self.tr("O que isso trouxe"),
            definition=self.tr("A média conta só as ações cujo número é conhecido."),
        )
        brought.body.addWidget(self.totals)
        layout.addWidget(brought)
        log = Card(theme=theme, title=self.tr("Registro de ações"))
        for tool in (self.mention, self.change, self.remove, self.export):
            log.tools.addWidget(tool)
        log.body.addWidget(self.table, 1)
        log.body.addWidget(self.empty, 1)
        layout.addWidget(log, 1)
        page.setFocusProxy(self.table)
        self.table.viewport().installEventFilter(self)

    def _queue_card(self) -> Card:
        card = Card(theme=self._theme)
        words = QVBoxLayout()
        self._theme.space(words, spacing=1)
        words.addWidget(self.waiting)
        words.addWidget(self.waiting_parts)
        line = QHBoxLayout()
        self._theme.space(line, spacing=3)
        line.addLayout(words, 1)
        line.addWidget(self.open_queue)
        card.body.addLayout(line)
        return card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the words of the log the room that is left."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return super().eventFilter(watched, event)

    def _size(self) -> None:
        metrics = self._theme.metrics
        self._set_widths(self.totals, _TOTAL_WIDTHS)
        self._set_widths(self.table, _WIDTHS)
        self.totals.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head = self.totals.horizontalHeader().sizeHint().height()
        self.totals.setFixedHeight(head + _TOTAL_ROWS * metrics.table_row + metrics.step(1))
        self.table.setMinimumHeight(metrics.table_row * 4)
        self._share()

    def _share(self) -> None:
        metrics = self._theme.metrics
        rest = self.table.viewport().width() - sum(metrics.px(width) for width in _WIDTHS.values())
        for name, (share, least) in _TEXTS.items():
            self.table.setColumnWidth(self._places[name], max(int(rest * share), metrics.px(least)))

    def _set_widths(self, table: QTableView, widths: Mapping[str, int]) -> None:
        for place, column in enumerate(self._columns[table]):
            if column in widths:
                table.setColumnWidth(place, self._theme.metrics.px(widths[column]))
