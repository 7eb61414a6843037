"""What the history of a case says in the timeline: "Beatriz encaminhou para Qualidade"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.models.domain import protocol
from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.vocabulary import CaseState, ClosingKind
from app.views.case.deadline_texts import clock_name, reason_text
from app.views.case.texts import closing_text, state_chip
from app.views.support.texts import when_text


def event_text(entry: TimelineEntry, names: Mapping[int, str], now: datetime) -> str:
    """Return one line for an event, a forwarding or an earlier case; ``names`` are the team's by person id."""
    facts = dict(entry.facts)
    who = _tr("Você") if entry.is_mine else entry.who or _tr("Balcão")
    words = {
        "who": who,
        "owner": _name(facts.get("to.owner_id", ""), names),
        "area": facts.get("area", "") or facts.get("to.area", ""),
        "path": facts.get("path", ""),
        "reason": reason_text(facts.get("reason", "")),
        "norm": facts.get("norm", ""),
        "clock": clock_name(facts.get("clock", ""), _tr("obrigação legal")),
        "protocol": _protocol(facts.get("protocol", "")),
        "when": _moment(facts.get("to.snoozed_until", "") or facts.get("promise_due_at", ""), now),
        "promise": facts.get("promise", ""),
        "score": facts.get("to.satisfaction", ""),
        "closing": _closing(facts.get("to.closing_kind", "")),
    }
    if entry.kind is EntryKind.FORWARDING:
        return _tr("{who} encaminhou para {area}").format(**words)
    if entry.kind is EntryKind.EARLIER_CASE:
        text = _tr("Atendimento anterior: {title} · {state} · protocolo {protocol}")
        return text.format(title=entry.text, state=state_chip(CaseState(facts["state"]))[0], **words)
    return _template(entry.verb or "", facts).format(**words)


def _template(verb: str, facts: Mapping[str, str]) -> str:
    if verb == "customer_replied" and facts.get("to.satisfaction"):
        return _tr("O cliente avaliou o atendimento: {score}")
    special = _special(verb, facts) or _at_source(verb, facts.get("kind", ""))
    return special or _plain_words().get(verb, _tr("{who} mudou o atendimento"))


def _special(verb: str, facts: Mapping[str, str]) -> str:
    """Return the words of verbs that say different things by their facts."""
    if verb == "open_case":
        return _opened(facts)
    if verb == "classify":
        return _classified(facts)
    if verb == "settle_promise":
        is_kept = facts.get("outcome") == "kept"
        return _tr("{who} cumpriu a promessa") if is_kept else _tr("{who} marcou a promessa como não cumprida")
    if verb == "write_solution":
        return _tr("{who} escreveu a solução") if facts.get("to.solution") else _tr("{who} apagou a solução")
    if verb == "set_severe":
        is_on = facts.get("to.is_severe") == "True"
        return _tr("{who} marcou situação grave") if is_on else _tr("{who} tirou a marca de situação grave")
    if verb == "set_founded":
        return _founded(facts.get("to.is_founded", ""))
    if verb == "assign" and not facts.get("to.owner_id"):
        return _tr("{who} atribuiu o atendimento")
    return ""


def _classified(facts: Mapping[str, str]) -> str:
    if not facts.get("path"):
        return _tr("{who} tirou uma classificação")
    is_confirmed = facts.get("suggested") == "True"
    return _tr("{who} confirmou a sugestão: {path}") if is_confirmed else _tr("{who} classificou: {path}")


def _opened(facts: Mapping[str, str]) -> str:
    if "split_from" in facts:
        return _tr("{who} abriu o atendimento a partir de outro")
    return _tr("{who} registrou o atendimento") if "manual" in facts else _tr("{who} abriu o atendimento")


def _at_source(verb: str, kind: str) -> str:
    asked = {
        "hide": _tr("{who} pediu para ocultar uma mensagem na rede"),
        "unhide": _tr("{who} pediu para mostrar de novo uma mensagem na rede"),
        "like": _tr("{who} curtiu uma mensagem na rede"),
        "unlike": _tr("{who} descurtiu uma mensagem na rede"),
    }
    if verb == "channel_act_failed":
        return _tr("A rede não fez o que foi pedido com uma mensagem")
    return asked.get(kind, "") if verb == "channel_act" else ""


def _founded(value: str) -> str:
    return {
        "True": _tr("{who} considerou a crítica fundamentada"),
        "False": _tr("{who} considerou a crítica não fundamentada"),
    }.get(value, _tr("{who} deixou em aberto se a crítica é fundamentada"))


def _plain_words() -> Mapping[str, str]:
    return {
        "take": _tr("{who} assumiu o atendimento"),
        "assign": _tr("{who} atribuiu a {owner}"),
        "release": _tr("{who} deixou o atendimento sem dono"),
        "ask_customer": _tr("{who} passou a aguardar o cliente"),
        "customer_replied": _tr("{who} retomou o atendimento"),
        "snooze": _tr("{who} adiou para {when}"),
        "wake": _tr("{who} trouxe de volta à fila"),
        "follow_up": _tr("{who} mudou a data do pós-atendimento"),
        "record_satisfaction": _tr("{who} anotou a satisfação: {score}"),
        "record_external": _tr("{who} anotou o número do sistema externo"),
        "set_title": _tr("{who} mudou o título"),
        "resolve": _tr("{who} resolveu o atendimento"),
        "close": _tr("{who} encerrou · {closing}"),
        "reopen": _tr("{who} reabriu: {reason}"),
        "tell_protocol": _tr("{who} informou o protocolo ao cliente"),
        "dispute_to_ombudsman": _tr("{who} levou à Ouvidoria"),
        "promise": _tr("{who} prometeu “{promise}” até {when}"),
        "attach_mentions": _tr("{who} juntou mensagens a este atendimento"),
        "split": _tr("{who} separou mensagens em outro atendimento"),
        "void": _tr("{who} anulou o atendimento"),
        "undo": _tr("{who} desfez o último passo"),
        "merge": _tr("{who} uniu o protocolo {protocol} a este"),
        "merged_into": _tr("{who} uniu este atendimento ao protocolo {protocol}"),
        "unmerge": _tr("{who} desfez a união com o protocolo {protocol}"),
        "reply_approved": _tr("{who} aprovou a resposta"),
        "reply_retried": _tr("{who} pôs a resposta na fila de novo"),
        "reply_failed": _tr("O envio da resposta falhou"),
        "reply_uncertain": _tr("Não se sabe se a resposta chegou"),
        "reply_bounced": _tr("A resposta voltou: o endereço não a recebeu"),
        "reply_delayed": _tr("A entrega da resposta está atrasada"),
        "mention_edited": _tr("O cliente mudou o texto de uma mensagem"),
        "source_hide": _tr("{who} pediu à rede para ocultar uma mensagem"),
        "source_unhide": _tr("{who} pediu à rede para mostrar de novo uma mensagem"),
        "source_like": _tr("{who} curtiu uma mensagem na rede"),
        "source_unlike": _tr("{who} tirou a curtida de uma mensagem na rede"),
        "source_act_failed": _tr("A rede não ocultou, mostrou ou curtiu o que foi pedido"),
        "customer_vip": _tr("{who} mudou a marca VIP"),
        "duty": _tr("Obrigação registrada: {norm}"),
        "duty_added": _tr("{who} registrou a obrigação: {norm}"),
        "duty_done": _tr("{who} cumpriu a obrigação: {norm}"),
        "request_history": _tr("{who} abriu um atendimento para o pedido do histórico"),
        "history_of": _tr("{who} registrou o pedido do histórico do protocolo {protocol}"),
        "breach": _tr("Prazo perdido: {clock}"),
        "breach_explained": _tr("{who} disse por que o prazo foi perdido: {reason}"),
        "replanned": _tr("{who} mudou horários ou metas: os prazos foram refeitos"),
    }


def _name(person: str, names: Mapping[int, str]) -> str:
    return names.get(int(person), _tr("um colega")) if person.isdigit() else _tr("um colega")


def _protocol(stored: str) -> str:
    return protocol.display(stored) if protocol.is_valid(stored) else stored


def _moment(text: str, now: datetime) -> str:
    try:
        return when_text(datetime.fromisoformat(text), now)
    except ValueError:
        return text


def _closing(kind: str) -> str:
    try:
        return closing_text(ClosingKind(kind))
    except ValueError:
        return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("event_texts", text)
