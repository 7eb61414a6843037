"""How an account reads in the table of channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from app.models.domain.account_info import AccountCard
from app.views.support.channel_texts import light_text
from app.views.support.row_model import Column
from app.views.support.texts import ago_text, number_text

if TYPE_CHECKING:
    from app.services.clock import Clock
    from app.views.support.theme import Theme

_ROOMY, _STEP_BACK = 480, (1, 4)
_WIDTHS = (124, 152, 92, 70)
"""Of the columns after the name, at letters of usual size."""


class ColumnFit(QObject):
    """Gives the columns their widths; where the table is narrow, network and today's count step back for the name."""

    def __init__(self, *, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        table.viewport().installEventFilter(self)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        for place, width in enumerate(_WIDTHS, start=1):
            self._table.setColumnWidth(place, self._theme.metrics.px(width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whenever the table's width changes."""
        if event.type() == QEvent.Type.Resize:
            is_narrow = self._table.viewport().width() < self._theme.metrics.px(_ROOMY)
            for place in _STEP_BACK:
                self._table.setColumnHidden(place, is_narrow)
        return False


def account_columns(clock: Clock) -> list[Column[AccountCard]]:
    """Return the columns: name, network, state, when it last brought something, how much today."""

    def last(card: AccountCard) -> str:
        at = card.health.last_item_at
        return "–" if at is None else ago_text(at, clock.now())

    return [
        Column("name", _tr("Conta"), lambda card: card.name),
        Column("channel", _tr("Rede"), lambda card: card.channel_name),
        Column("light", _tr("Situação"), _state),
        Column("last", _tr("Último item"), last),
        Column("today", _tr("Hoje"), lambda card: number_text(card.cost.items_today), numeric=True),
    ]


def _state(card: AccountCard) -> str:
    return _tr("Aposentada") if card.is_retired else light_text(card.health.light)


def _tr(text: str) -> str:
    return QCoreApplication.translate("account_columns", text)
