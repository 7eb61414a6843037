"""How far an answer has come and what keeps it, in an attendant's words, alike in the case and in the outbox."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.channel_health import Problem
from app.models.domain.vocabulary import DeliveryState
from app.services.errors import Refused
from app.views.support.channel_texts import problem_of_code, problem_text
from app.views.support.error_texts_sending import SENDING_TEXTS
from app.views.support.errors import error_text
from app.views.support.network_texts import network_text
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from app.models.domain.network_marks import AccountTrouble


def delivery_text(state: DeliveryState) -> str:
    """Return how far a reply has come."""
    return {
        DeliveryState.PENDING: _tr("na fila de envio"),
        DeliveryState.SENDING: _tr("enviando"),
        DeliveryState.SENT: _tr("enviada"),
        DeliveryState.UNCERTAIN: _tr("sem confirmação do envio"),
        DeliveryState.FAILED: _tr("não foi enviada"),
        DeliveryState.WITHDRAWN: _tr("desfeita"),
        DeliveryState.TO_APPROVE: _tr("aguardando aprovação"),
        DeliveryState.REFUSED: _tr("devolvida"),
    }[state]


def reason_of_code(code: str | None, *, goes_on: bool = True) -> str:
    """Return the sentence of what keeps an answer, whether a network's problem or a rule of ours; "" without one.

    ``goes_on`` False: the program does not try it again by itself.
    """
    if not code:
        return ""
    if code in SENDING_TEXTS:
        return error_text(Refused(code))
    return problem_of_code(code, goes_on=goes_on) or _guard_words().get(
        code, _tr("Não pôde sair. Volte ao texto e confira.")
    )


def waiting_text(
    state: DeliveryState, code: str | None, next_try_at: datetime | None, now: datetime, *, parts_sent: int = 0
) -> str:
    """Return what keeps an answer and what comes next, in a few sentences; "" when all is well."""
    parts = [reason_of_code(code, goes_on=state is DeliveryState.PENDING)]
    if state is DeliveryState.UNCERTAIN and not code:
        parts = [problem_text(Problem.NO_ANSWER)]
    if parts_sent == 1:
        parts.append(_tr("A primeira parte já chegou ao cliente."))
    elif parts_sent > 1:
        parts.append(_tr("As primeiras {n} partes já chegaram ao cliente.").format(n=parts_sent))
    if next_try_at is not None:
        words = {
            DeliveryState.PENDING: _tr("Próxima tentativa: {when}."),
            DeliveryState.UNCERTAIN: _tr("O Balcão confere de novo: {when}."),
        }.get(state, "")
        parts.append(words.format(when=when_text(next_try_at, now)))
    return " ".join(part for part in parts if part)


def trouble_text(trouble: AccountTrouble) -> str:
    """Return why the answers of an account wait, with its name and network."""
    network = network_text(trouble.channel_key)
    if trouble.is_paused:
        text = _tr("A conta {network} “{name}” está pausada: as respostas esperam até alguém continuar em Canais.")
        return text.format(network=network, name=trouble.account_name)
    text = _tr("A conta {network} “{name}” precisa de você: {problem} As respostas esperam.")
    return text.format(network=network, name=trouble.account_name, problem=problem_of_code(trouble.problem))


def _guard_words() -> dict[str, str]:
    return {
        "public_reply_has_personal_data": _tr(
            "A resposta tem dados pessoais e não sai em público. Volte ao texto e tire os dados."
        ),
        "unresolved_variables": _tr("Há campos sem valor no texto. Volte ao texto e preencha."),
        "reply_too_long": _tr("O texto é longo demais para esta rede. Volte ao texto e encurte."),
        "channel_has_no_public": _tr("Este canal não tem resposta pública. Volte ao texto e responda em privado."),
        "channel_has_no_private": _tr("Este canal não tem mensagem privada. Volte ao texto e responda em público."),
        "case_missing": _tr("O atendimento desta resposta não existe mais."),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("delivery_texts", text)
