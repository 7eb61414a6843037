"""What a person can do on the page of what has not left yet: one entry each for palette, tooltips and cheat sheet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.outbox_row import OutboxKind, OutboxRow
from app.models.domain.vocabulary import DeliveryState
from app.views.support.actions import ActionSpec

SCOPE: Final = "outbox"
BUTTONS: Final = (
    "outbox.open", "outbox.retry", "outbox.arrived", "outbox.not_arrived", "outbox.mark_sent", "outbox.withdraw",
)  # fmt: skip
"""Ids of the buttons under the list, in order."""


def outbox_actions() -> list[ActionSpec]:
    """Return the actions of the page."""
    group = _tr("Envios")
    return [
        ActionSpec("outbox.open", _tr("Abrir atendimento"), ("O", "Return", "Enter"), "arrow-right", SCOPE, group),
        ActionSpec("outbox.retry", _tr("Tentar de novo"), ("T",), "refresh", SCOPE, group),
        ActionSpec("outbox.arrived", _tr("Chegou ao cliente"), ("C",), "check", SCOPE, group),
        ActionSpec("outbox.not_arrived", _tr("Não chegou: enviar de novo"), ("N",), "send", SCOPE, group),
        ActionSpec("outbox.mark_sent", _tr("Marcar como enviada"), ("M",), "check", SCOPE, group),
        ActionSpec("outbox.withdraw", _tr("Voltar ao texto"), ("V",), "pencil", SCOPE, group),
        ActionSpec("outbox.reload", _tr("Atualizar envios"), ("F5",), "refresh", SCOPE, group),
    ]


def offered(row: OutboxRow | None, *, may_work: bool) -> frozenset[str]:
    """Return the ids of what can be done with a row."""
    if row is None:
        return frozenset()
    found = {"outbox.open"} if row.case_id is not None else set()
    if row.kind is OutboxKind.REPLY and may_work:
        found |= _of_reply(row)
    return frozenset(found)


def _of_reply(row: OutboxRow) -> set[str]:
    back = set() if row.parts_sent else {"outbox.withdraw"}
    if row.needs_manual_send or (row.state is DeliveryState.PENDING and row.trouble is not None):
        # While its account stands still a person may send it by hand.
        return {"outbox.mark_sent"} | back
    return {
        DeliveryState.UNCERTAIN: {"outbox.arrived", "outbox.not_arrived"},
        DeliveryState.FAILED: {"outbox.retry"} | (back or {"outbox.mark_sent"}),
        DeliveryState.TO_APPROVE: back,
        DeliveryState.PENDING: back,
    }.get(row.state, set())


def _tr(text: str) -> str:
    return QCoreApplication.translate("outbox_actions", text)
