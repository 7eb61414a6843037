"""What is due on a case, as one sentence: on the case itself and wherever else a person meets it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import NextStepInfo
from app.views.support.texts import when_text


def step_text(step: NextStepInfo, now: datetime) -> str:
    """Return what is due as a sentence with its time, without a final stop."""
    facts = dict(step.facts)
    text = _step_words(step.code).format(
        area=facts.get("area", _tr("a área")),
        promise=facts.get("promise", ""),
        owner=facts.get("owner", ""),
        duty=facts.get("duty", _tr("a obrigação legal")),
    )
    if step.due_at is None:
        return text
    if step.due_at < now:
        return _tr("{what} (era até {when})").format(what=text, when=when_text(step.due_at, now))
    return _tr("{what} até {when}").format(what=text, when=when_text(step.due_at, now))


def _step_words(code: str) -> str:
    return {
        "nothing": _tr("nada a fazer"),
        "take_case": _tr("alguém assumir o atendimento e responder"),
        "answer_crisis": _tr("responder a crise"),
        "first_reply": _tr("dar a primeira resposta"),
        "answer_customer": _tr("responder o cliente"),
        "tell_protocol": _tr("informar o protocolo ao cliente"),
        "classify": _tr("classificar natureza e assunto"),
        "solve": _tr("escrever a solução"),
        "resolve": _tr("encerrar: já tem solução e resposta"),
        "close": _tr("fechar o atendimento"),
        "read_answer": _tr("ler o que o cliente respondeu e ver se reabre"),
        "area_answer": _tr("resposta de {area}"),
        "customer_answer": _tr("o cliente responder"),
        "keep_promise": _tr("cumprir a promessa “{promise}”"),
        "keep_informed": _tr("dar notícias ao cliente"),
        "legal_term": _tr("cumprir o prazo da lei"),
        "duty": _tr("cumprir a obrigação: {duty}"),
        "follow_up": _tr("fazer o pós-atendimento"),
        "snoozed": _tr("adiado, volta para a fila"),
    }.get(code, _tr("ver o atendimento"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("step_texts", text)
