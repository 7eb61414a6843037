"""All that can be done on a case, with its keys, and why some of it cannot be done now."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import CaseDetail, TimelineEntry
from app.models.domain.case_flow import Act, RefusalCode
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import CaseState, DeliveryState
from app.views.support.actions import ActionSpec

SCOPE: Final = "case"

BUTTONS: Final = ("case.forward", "case.snooze", "case.close")
MENU: Final = (
    "case.take", "case.assign", "case.release", "", "case.reply", "case.reply_public", "case.note", "case.attach",
    "case.classify", "case.accept", "case.solution", "", "case.ask_customer", "case.resume", "case.route",
    "case.return_from_area", "case.dispute", "case.wake", "case.resolve", "case.reopen", "", "case.severe",
    "case.founded", "case.unfounded", "case.tell_protocol", "case.copy_protocol", "case.articles", "", "case.approve",
    "case.refuse", "", "case.merge", "case.unmerge", "case.split", "case.void", "case.window",
)  # fmt: skip
"""Action ids of the menu in its order; an empty one draws a line."""

_ACTS: Final = MappingProxyType(
    {
        "case.take": Act.TAKE,
        "case.assign": Act.ASSIGN,
        "case.release": Act.ASSIGN,
        "case.note": Act.NOTE,
        "case.classify": Act.CLASSIFY,
        "case.accept": Act.CLASSIFY,
        "case.solution": Act.WRITE_SOLUTION,
        "case.forward": Act.FORWARD_TO_AREA,
        "case.route": Act.FORWARD_TO_AREA,
        "case.return_from_area": Act.RETURN_FROM_AREA,
        "case.dispute": Act.DISPUTE_TO_OMBUDSMAN,
        "case.snooze": Act.SNOOZE,
        "case.wake": Act.WAKE,
        "case.close": Act.CLOSE,
        "case.resolve": Act.RESOLVE,
        "case.reopen": Act.REOPEN,
        "case.severe": Act.MARK_GRAVE,
        "case.founded": Act.CLASSIFY,
        "case.unfounded": Act.CLASSIFY,
        "case.tell_protocol": Act.NOTE,
        "case.ask_customer": Act.ASK_CUSTOMER,
        "case.resume": Act.CUSTOMER_REPLIED,
        "case.merge": Act.MERGE,
        "case.split": Act.SPLIT,
        "case.void": Act.VOID,
        "case.reply": Act.REPLY_PRIVATE,
        "case.reply_public": Act.REPLY_PUBLIC,
    }
)
_OF_AREA: Final = frozenset({Act.NOTE, Act.WRITE_SOLUTION, Act.RETURN_FROM_AREA, Act.CLOSE})
_ALWAYS: Final = frozenset({"case.articles", "case.copy_protocol", "case.window"})


def case_actions() -> list[ActionSpec]:
    """Return the actions of the case screen."""
    return [*_answering(), *_moving(), *_marking()]


def _answering() -> list[ActionSpec]:
    group = _tr("Atendimento")
    return [
        ActionSpec("case.reply", _tr("Responder em privado"), ("R",), "lock", SCOPE, group),
        ActionSpec("case.reply_public", _tr("Responder em público"), ("Shift+R",), "world", SCOPE, group),
        ActionSpec("case.note", _tr("Escrever nota interna"), ("N",), "note", SCOPE, group),
        ActionSpec("case.templates", _tr("Escolher modelo de resposta"), ("Ctrl+;",), "file", SCOPE, group),
        ActionSpec("case.attach", _tr("Anexar arquivos à resposta"), ("Ctrl+Shift+A",), "paperclip", SCOPE, group),
        ActionSpec("case.articles", _tr("Procurar nos materiais de apoio"), ("Ctrl+M",), "bulb", SCOPE, group),
        ActionSpec("case.classify", _tr("Classificar"), ("C",), "tag", SCOPE, group),
        ActionSpec("case.accept", _tr("Confirmar as sugestões"), ("Shift+C",), "check", SCOPE, group),
        ActionSpec("case.solution", _tr("Escrever a solução"), ("L",), "bulb", SCOPE, group),
        ActionSpec("case.copy_protocol", _tr("Copiar protocolo"), ("P",), "copy", SCOPE, group),
        ActionSpec("case.tell_protocol", _tr("Protocolo informado ao cliente"), (), "check", SCOPE, group),
        ActionSpec("case.approve", _tr("Aprovar a resposta que espera"), ("Shift+A",), "check", SCOPE, group),
        ActionSpec("case.refuse", _tr("Devolver a resposta com motivo"), (), "arrow-back-up", SCOPE, group),
        ActionSpec("case.window", _tr("Abrir em outra janela"), ("Ctrl+Shift+Return",), "external-link", SCOPE, group),
    ]


def _moving() -> list[ActionSpec]:
    group = _tr("Atendimento")
    return [
        ActionSpec("case.take", _tr("Assumir"), ("Shift+T",), "user-check", SCOPE, group),
        ActionSpec("case.assign", _tr("Atribuir a…"), ("A",), "user", SCOPE, group),
        ActionSpec("case.release", _tr("Deixar sem dono"), (), "user-off", SCOPE, group),
        ActionSpec("case.forward", _tr("Encaminhar"), ("F",), "arrow-forward-up", SCOPE, group),
        ActionSpec("case.route", _tr("Encaminhar pela regra"), ("Shift+V",), "arrow-forward-up", SCOPE, group),
        ActionSpec("case.return_from_area", _tr("Registrar resposta da área"), ("Shift+F",), "building", SCOPE, group),
        ActionSpec("case.dispute", _tr("Levar à Ouvidoria"), ("Shift+O",), "speakerphone", SCOPE, group),
        ActionSpec("case.snooze", _tr("Adiar"), ("S",), "zzz", SCOPE, group),
        ActionSpec("case.wake", _tr("Trazer de volta à fila"), (), "bell", SCOPE, group),
        ActionSpec("case.ask_customer", _tr("Aguardar o cliente"), ("W",), "hourglass", SCOPE, group),
        ActionSpec("case.resume", _tr("Retomar o atendimento"), ("Shift+W",), "player-play", SCOPE, group),
        ActionSpec("case.resolve", _tr("Marcar como resolvido"), (), "circle-check", SCOPE, group),
        ActionSpec("case.close", _tr("Encerrar"), ("E",), "archive", SCOPE, group),
        ActionSpec("case.reopen", _tr("Reabrir"), ("Shift+E",), "refresh", SCOPE, group),
    ]


def _marking() -> list[ActionSpec]:
    group = _tr("Atendimento")
    return [
        ActionSpec("case.severe", _tr("Situação grave"), ("Shift+G",), "alert-triangle", SCOPE, group),
        ActionSpec("case.founded", _tr("Crítica fundamentada"), (), "check", SCOPE, group),
        ActionSpec("case.unfounded", _tr("Crítica não fundamentada"), (), "x", SCOPE, group),
        ActionSpec("case.merge", _tr("Unir a outro atendimento"), ("Shift+M",), "git-merge", SCOPE, group),
        ActionSpec("case.unmerge", _tr("Desfazer a última união"), (), "arrows-split", SCOPE, group),
        ActionSpec("case.split", _tr("Separar mensagens"), ("Shift+X",), "arrows-split", SCOPE, group),
        ActionSpec("case.void", _tr("Anular (aberto por engano)"), (), "circle-x", SCOPE, group),
    ]


def refusal_of(action_id: str, detail: CaseDetail, actor: Actor) -> str:
    """Return the code of why an action is not possible now, nothing when it is.

    What only lacks fields is possible: its strip asks for them.
    """
    act = _ACTS.get(action_id)
    if action_id not in _ALWAYS and not _may(action_id, act, actor):
        return "not_allowed"
    if act is Act.CLOSE and not actor.may(Right.WORK_CASES) and detail.state is not CaseState.WAITING_AREA:
        return RefusalCode.NOT_WITH_AREA.value
    special = _special(action_id, detail)
    if special or act is None:
        return special
    offered = {offer.act: offer.refusal for offer in detail.offers}
    code = offered.get(act.value)
    asked_for = {RefusalCode.MISSING_TO_CLOSE.value, RefusalCode.SECOND_REPLY_STOPPED.value}
    return "" if code is None or code in asked_for else code


def _may(action_id: str, act: Act | None, actor: Actor) -> bool:
    special = {"case.reopen": Right.REOPEN, "case.approve": Right.APPROVE, "case.refuse": Right.APPROVE}
    if action_id in special:
        return actor.may(special[action_id])
    is_of_area = act in _OF_AREA and action_id != "case.tell_protocol"
    return actor.may(Right.ANSWER_AREA if is_of_area else Right.WORK_CASES)


def _special(action_id: str, detail: CaseDetail) -> str:
    """Return the refusal of actions that depend on more than the state."""
    refused = {
        "case.reply": not detail.can_reply_private,
        "case.reply_public": not detail.can_reply_public,
        "case.accept": not any(axis.suggested_path for axis in detail.axes),
        "case.attach": not (detail.can_reply_private or detail.can_reply_public),
        "case.release": detail.owner_id is None,
        "case.wake": detail.snoozed_until is None,
        "case.route": detail.route is None,
        "case.resume": detail.state is not CaseState.WAITING_CUSTOMER,
        "case.approve": waiting_reply(detail) is None,
        "case.refuse": waiting_reply(detail) is None,
        "case.unmerge": not any(entry.verb == "merge" for entry in detail.timeline),
    }
    return "not_now" if refused.get(action_id, False) else ""


def waiting_reply(detail: CaseDetail) -> TimelineEntry | None:
    """Return the oldest answer of a colleague that waits for a second person's yes."""
    waits = (each for each in detail.timeline if each.delivery is DeliveryState.TO_APPROVE and not each.is_mine)
    return next(waits, None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("case_actions", text)
