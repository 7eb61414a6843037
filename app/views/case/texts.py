"""What codes of a case say on the screen: states, next steps, advice, refusals and delivery, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import CaseDetail, RecommendationInfo
from app.models.domain.case_flow import RefusalCode
from app.models.domain.vocabulary import CaseState, ClosingKind, Visibility
from app.views.support.advice_texts import action_names, theme_action_names

if TYPE_CHECKING:
    from app.views.support.tokens import Tone


def state_chip(state: CaseState) -> tuple[str, Tone, str]:
    """Return word, tone and sign of a state."""
    found: dict[CaseState, tuple[str, Tone, str]] = {
        CaseState.NEW: (_tr("Novo"), "accent", "inbox"),
        CaseState.IN_SERVICE: (_tr("Em atendimento"), "info", "message-circle"),
        CaseState.WAITING_CUSTOMER: (_tr("Aguardando cliente"), "neutral", "hourglass"),
        CaseState.WAITING_AREA: (_tr("Aguardando área"), "neutral", "hourglass"),
        CaseState.RESOLVED: (_tr("Resolvido"), "ok", "circle-check"),
        CaseState.CLOSED: (_tr("Fechado"), "neutral", "archive"),
        CaseState.REOPENED: (_tr("Reaberto"), "warn", "refresh"),
        CaseState.VOIDED: (_tr("Anulado"), "neutral", "circle-x"),
        CaseState.MERGED: (_tr("Unido"), "neutral", "git-merge"),
    }
    return found[state]


def closing_text(kind: ClosingKind) -> str:
    """Return what a closing kind is called."""
    return {
        ClosingKind.FIRST_LEVEL: _tr("Fechado 1º nível"),
        ClosingKind.SECOND_LEVEL: _tr("Fechado 2º nível"),
        ClosingKind.OMBUDSMAN: _tr("Fechado Ouvidoria"),
    }[kind]


def visibility_text(visibility: Visibility) -> str:
    """Return the word for who can read a message."""
    return _tr("privado") if visibility is Visibility.PRIVATE else _tr("público")


def advice_text(advice: RecommendationInfo) -> str:
    """Return the recommended action with the place to answer."""
    names = {**action_names(), **theme_action_names()}
    action = names.get(advice.action, _tr("Ler e decidir"))
    place = {
        "public": _tr(", em público"),
        "private": _tr(", em privado"),
        "public_then_private": _tr(", uma palavra em público e o resto em privado"),
    }.get(advice.visibility, "")
    return f"{action}{place}"


def advice_reasons(detail: CaseDetail) -> list[str]:
    """Return why this is recommended, the strongest reason first, in sentences."""
    nature = next((axis.path for axis in detail.axes if axis.axis_key == "nature" and axis.path), None)
    level = detail.crisis_level
    words = {
        "situation": _tr("Situação: {situation}.").format(situation=detail.recommendation.situation or "–"),
        "nature": _tr("Natureza: {nature}.").format(nature=nature or "–"),
        "unclassified": _tr("Ainda sem classificação: tecle C."),
        "direct": _tr("A pessoa falou direto com a marca."),
        "indirect": _tr("A pessoa não falou direto com a marca."),
        "crisis": _tr("Crise nível {level}: palavra de perigo na mensagem.").format(level=level),
        "personal_data": _tr("Há dados pessoais na conversa."),
        "off_topic": _tr("Tema fora do assunto da empresa."),
        "reply_given": _tr("Este tema já recebeu a sua resposta."),
        "do_not_answer": _tr("Tema que a equipe não responde."),
        "private_channel": _tr("Este canal é privado."),
    }
    return [words[reason] for reason in detail.recommendation.reasons if reason in words]


def guidance_text(advice: RecommendationInfo) -> str:
    """Return how to go about public and private, and why, in one sentence."""
    ways = {
        "answer_in_public": _tr("Responda em público"),
        "answer_in_private": _tr("Responda em privado"),
        "acknowledge_then_private": _tr("Reconheça em público e siga em privado"),
        "private_if_at_all": _tr("Se for responder, só em privado"),
        "one_public_reply": _tr("Uma resposta pública e simples, sem tréplica"),
        "no_answer": _tr("Não é preciso responder"),
    }
    reasons = {
        "personal_data": _tr("há dados pessoais"),
        "private_channel": _tr("o canal é privado"),
        "do_not_answer": _tr("o tema não se responde"),
        "reply_given": _tr("já houve uma resposta"),
        "off_topic": _tr("o tema foge do assunto"),
        "crisis": _tr("é crise"),
        "unclassified": _tr("falta classificar"),
        "no_problem_to_solve": _tr("não há problema a resolver"),
        "problem_in_private": _tr("o problema se resolve melhor a sós"),
        "helps_others": _tr("a resposta ajuda outras pessoas"),
        "thanks_are_seen": _tr("o agradecimento é visto por todos"),
    }
    way, reason = ways.get(advice.guidance, ""), reasons.get(advice.guidance_reason, "")
    return f"{way}: {reason}." if way and reason else ""


def tone_text(advice: RecommendationInfo) -> str:
    """Return the traits to answer with."""
    return _tr("Tom: {traits}").format(traits=", ".join(advice.tone)) if advice.tone else ""


def answerer_text(advice: RecommendationInfo) -> str:
    """Return who answers the subject by the policy, where it is not the service team alone."""
    return {
        "marketing": _tr("Pela política, quem responde este assunto é o Marketing."),
        "both": _tr("Pela política, SAC e Marketing respondem este assunto."),
    }.get(advice.answerer, "")


def proposal_text(code: str) -> str:
    """Return the hint that a message is due at this step."""
    return {
        "tell_forwarded": _tr("Conte ao cliente que a área já está com o caso."),
        "tell_protocol": _tr("O cliente ainda não sabe o protocolo."),
        "tell_solution": _tr("A solução está escrita: conte ao cliente."),
    }.get(code, "")


def refusal_text(code: str) -> str:
    """Return why an act is not possible now."""
    return {
        RefusalCode.CASE_VOIDED.value: _tr("O atendimento foi anulado."),
        RefusalCode.CASE_MERGED.value: _tr("O atendimento foi unido a outro."),
        RefusalCode.CASE_CLOSED.value: _tr("O atendimento está fechado. Reabra para continuar."),
        RefusalCode.CASE_RESOLVED.value: _tr("O atendimento já está resolvido. Reabra para continuar."),
        RefusalCode.CASE_OPEN.value: _tr("O atendimento já está aberto."),
        RefusalCode.NOT_WITH_AREA.value: _tr("O atendimento não está com nenhuma área."),
        RefusalCode.NOT_RESOLVED.value: _tr("Só depois de resolvido."),
        RefusalCode.NOT_ATTENDED.value: _tr("Ainda não houve atendimento para contestar."),
        RefusalCode.MISSING_TO_CLOSE.value: _tr("Ainda falta preencher alguma coisa."),
        RefusalCode.SECOND_REPLY_STOPPED.value: _tr("Este tema recebe só uma resposta."),
        "not_allowed": _tr("Seu perfil não permite isso."),
    }.get(code, _tr("Não é possível agora."))


def missing_text(name: str) -> str:
    """Return the word for what is missing to close."""
    return {
        "nature": _tr("Natureza"),
        "subject": _tr("Assunto"),
        "solution": _tr("Solução"),
        "answer": _tr("Resposta ao cliente"),
    }.get(name, name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("texts", text)
