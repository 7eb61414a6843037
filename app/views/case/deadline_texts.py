"""What deadlines are called, why they were chosen and what stopped them, in an attendant's words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import BreachInfo, CaseDetail
from app.models.domain.explanation import Condition, DeadlineExplanation
from app.views.support.texts import duration_text, when_text


def clock_name(clock: str, name: str = "") -> str:
    """Return what a clock is called; ``name`` is what the team calls a duty."""
    return {
        "first_response": _tr("1ª resposta"),
        "resolution": _tr("Solução"),
        "area": _tr("Resposta da área"),
        "promise": _tr("Promessa"),
        "silence": _tr("Notícias ao cliente"),
    }.get(clock, name or clock)


def clocks_of(detail: CaseDetail) -> list[tuple[str, str]]:
    """Return the clocks of a case that can be explained, as key and name."""
    keys = ["first_response", "resolution"]
    keys += ["area"] if detail.forwarding is not None else []
    keys += ["promise"] if detail.promises else []
    named = [(key, clock_name(key)) for key in keys]
    return named + [(duty.kind, duty.name) for duty in detail.duties]


def clock_of_next_step(detail: CaseDetail) -> str:
    """Return the clock that the next step's date comes from."""
    code = detail.next_step.code
    if code in {"legal_term", "duty"}:
        wanted = [each for each in detail.duties if each.is_answer is (code == "legal_term") and each.done_at is None]
        return wanted[0].kind if wanted else "resolution"
    if code == "keep_promise":
        return "promise"
    if code == "area_answer":
        return "area"
    return "resolution" if detail.deadlines.first_response_at is not None else "first_response"


def last_minute(due_at: datetime) -> datetime:
    """Return the last minute of a term of days, which names the day that people mean."""
    return due_at - timedelta(minutes=1)


def quick_reasons() -> list[tuple[str, str]]:
    """Return the reasons offered for a missed deadline, as key and words."""
    return [
        ("volume", _tr("Volume acima do normal")),
        ("area_late", _tr("A área demorou")),
        ("customer_data", _tr("Faltavam dados do cliente")),
        ("system_down", _tr("Sistema fora do ar")),
        ("mistake", _tr("Falha nossa")),
    ]


def reason_text(reason: str) -> str:
    """Return a reason as people say it: a key's words, or what a person wrote."""
    return dict(quick_reasons()).get(reason, reason)


def breach_text(breach: BreachInfo, now: datetime) -> str:
    """Return the sentence that asks for the reason of a missed deadline."""
    text = _tr("Prazo perdido: {clock} (era até {when}). Diga o motivo.")
    return text.format(clock=clock_name(breach.clock, breach.name), when=when_text(breach.due_at, now))


def pause_text(reason: str) -> str:
    """Return what stopped a clock."""
    return {
        "waiting_customer": _tr("aguardando o cliente"),
        "resolved": _tr("atendimento resolvido"),
        "closed": _tr("atendimento fechado"),
        "voided": _tr("atendimento anulado"),
        "merged": _tr("atendimento unido a outro"),
    }.get(reason, _tr("relógio parado"))


def target_text(found: DeadlineExplanation) -> str:
    """Return which target holds and why, or the norm, as sentences."""
    if found.norm:
        return _tr("{name}. {norm}.").format(name=found.name, norm=found.norm)
    if found.clock == "promise":
        return _tr("Prometido ao cliente: “{promise}”.").format(promise=found.name)
    if found.within is None:
        return ""
    counted = _tr("horas corridas") if found.is_clock_time else _tr("horas de expediente")
    span = _span(found.within)
    if found.clock == "area":
        text = _tr("{area} tem {span} em {counted}.").format(area=found.name, span=span, counted=counted)
    else:
        name = found.target or _tr("padrão do Balcão")
        text = _tr("Meta “{name}”: {span} em {counted}.").format(name=name, span=span, counted=counted)
    parts = [text]
    if found.calendar:
        parts.append(_tr("Horário: {calendar}.").format(calendar=found.calendar))
    if found.conditions:
        words = ", ".join(_condition(each) for each in found.conditions)
        parts.append(_tr("Vale porque: {conditions}.").format(conditions=words))
    if found.is_settled_earlier:
        parts.append(_tr("As regras mudaram depois; vale o prazo de quando a resposta foi dada."))
    return " ".join(parts)


def _condition(one: Condition) -> str:
    return {
        "crisis_level": _tr("crise nível {value}"),
        "vip": _tr("cliente VIP") if one.value == "yes" else _tr("cliente não VIP"),
        "nature": _tr("natureza {value}"),
        "channel": _tr("canal {value}"),
    }[one.kind].format(value=one.value)


def _span(within: timedelta) -> str:
    """Return a target in hours and minutes: days of a target are no days of the calendar."""
    minutes = round(within / timedelta(minutes=1))
    hours, left = divmod(minutes, 60)
    if not hours:
        return duration_text(within)
    return _tr("{hours} h {minutes:02}").format(hours=hours, minutes=left) if left else _tr("{n} h").format(n=hours)


def _tr(text: str) -> str:
    return QCoreApplication.translate("deadline_texts", text)
