"""What a row of the outbox says: how far it came, what keeps it, when the program tries again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.outbox_row import OutboxFilter, OutboxKind, OutboxRow
from app.models.domain.protocol import display
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.views.support.delivery_texts import reason_of_code, trouble_text, waiting_text
from app.views.support.network_texts import network_text
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from app.views.support.tokens import Tone


def filter_text(shown: OutboxFilter) -> str:
    """Return the name of a filter."""
    return {
        OutboxFilter.ALL: _tr("Tudo"),
        OutboxFilter.UNCERTAIN: _tr("Sem confirmação"),
        OutboxFilter.FAILED: _tr("Não enviadas"),
        OutboxFilter.TO_APPROVE: _tr("A aprovar"),
        OutboxFilter.QUEUED: _tr("Na fila"),
    }[shown]


def empty_text(shown: OutboxFilter) -> str:
    """Return what is said when a filter holds nothing."""
    return {
        OutboxFilter.ALL: _tr("Tudo o que a equipe escreveu já saiu."),
        OutboxFilter.UNCERTAIN: _tr("Nenhuma resposta em dúvida."),
        OutboxFilter.FAILED: _tr("Nenhuma resposta deixou de sair."),
        OutboxFilter.TO_APPROVE: _tr("Nenhuma resposta espera aprovação."),
        OutboxFilter.QUEUED: _tr("Nada na fila de envio."),
    }[shown]


def state_text(row: OutboxRow) -> str:
    """Return how far a row has come, in one or two words."""
    if row.needs_manual_send:
        return _tr("Para enviar à mão")
    if row.state is DeliveryState.PENDING and row.trouble is not None:
        return _tr("Conta parada")
    if row.state is DeliveryState.PENDING and row.next_try_at is not None:
        return _tr("Vai tentar de novo")
    return {
        DeliveryState.UNCERTAIN: _tr("Sem confirmação"),
        DeliveryState.FAILED: _tr("Não enviada"),
        DeliveryState.TO_APPROVE: _tr("A aprovar"),
        DeliveryState.SENDING: _tr("Enviando"),
    }.get(row.state, _tr("Na fila"))


def state_tone(row: OutboxRow) -> tuple[Tone, str]:
    """Return tone and sign of a row's state."""
    if row.state is DeliveryState.FAILED:
        return "bad", "circle-x"
    if row.state is DeliveryState.UNCERTAIN:
        return "warn", "help"
    if row.needs_manual_send or row.trouble is not None or row.next_try_at is not None:
        return "warn", "hourglass"
    return ("info", "user-check") if row.state is DeliveryState.TO_APPROVE else ("neutral", "send")


def sentence(row: OutboxRow, now: datetime) -> str:
    """Return what keeps a row and what to do, in full."""
    parts = []
    if row.needs_manual_send:
        parts.append(_tr("Esta conta não envia sozinha: envie pelo canal e marque como enviada."))
    if row.trouble is not None:
        parts.append(trouble_text(row.trouble))
    parts.append(waiting_text(row.state, row.error_code, row.next_try_at, now, parts_sent=row.parts_sent))
    if row.state is DeliveryState.TO_APPROVE:
        parts.append(_tr("Espera o sim de uma segunda pessoa, no atendimento."))
    elif row.state is DeliveryState.SENDING:
        parts.append(_tr("Está saindo agora."))
    if row.kind is OutboxKind.AUTO_ANSWER and row.state in {DeliveryState.FAILED, DeliveryState.UNCERTAIN}:
        parts.append(_tr("Responda você mesmo à mensagem."))
    return " ".join(part for part in parts if part) or _tr("Sai em instantes.")


def reason_text(row: OutboxRow) -> str:
    """Return what keeps a row, for a column."""
    if row.trouble is not None:
        return trouble_text(row.trouble)
    return reason_of_code(row.error_code, goes_on=row.state is DeliveryState.PENDING)


def next_text(row: OutboxRow, now: datetime) -> str:
    """Return when the program takes a row up again."""
    return "–" if row.next_try_at is None else when_text(row.next_try_at, now)


def channel_text(row: OutboxRow) -> str:
    """Return where a row goes and who will read it."""
    where = _tr("privado") if row.visibility is Visibility.PRIVATE else _tr("público")
    return f"{network_text(row.channel_key)}, {where}"


def author_text(row: OutboxRow) -> str:
    """Return who wrote a row."""
    return _tr("Resposta automática") if row.kind is OutboxKind.AUTO_ANSWER else row.author or _tr("Balcão")


def protocol_text(row: OutboxRow) -> str:
    """Return the protocol of a row's case as it is read."""
    return display(row.protocol) if row.protocol else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("outbox_texts", text)
