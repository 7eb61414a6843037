"""How an account reads in the table of channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.account_info import AccountCard
from app.views.support.channel_texts import light_text
from app.views.support.row_model import Column
from app.views.support.texts import ago_text, number_text

if TYPE_CHECKING:
    from app.services.clock import Clock


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
