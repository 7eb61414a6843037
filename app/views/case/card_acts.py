"""What can be done with one entry of the timeline: on its way out, at its network, or to know more of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.network_marks import SourceMark
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState, Visibility

CardAct = tuple[str, str, str]
"""Id, words and icon."""
_OPENABLE = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class CardContext:
    """What a card needs besides its entry: the customer's name, the moment, and a line for events.

    ``abilities`` are those of the entry's network.
    """

    customer: str
    now: datetime
    line: str = ""
    is_choosing: bool = False
    is_chosen: bool = False
    can_act: bool = True
    can_approve: bool = False
    abilities: frozenset[Ability] = frozenset()


def card_acts(entry: TimelineEntry, context: CardContext) -> list[CardAct]:
    """Return the acts that an entry offers, in order."""
    acts: list[CardAct] = []
    if context.can_act:
        acts += _sending(entry, context)
        acts += _at_source(entry, context)
        if entry.kind is EntryKind.REPLY and _is_said_in_public(entry):
            acts.append(("to_article", _tr("Guardar como material"), "bulb"))
    if entry.network is not None and entry.network.has_source:
        acts.append(("source", _tr("Ver original"), "file"))
    if entry.permalink and entry.permalink.startswith(_OPENABLE):
        acts.append(("open_link", _tr("Abrir no canal"), "external-link"))
    return acts


def is_bounced(entry: TimelineEntry) -> bool:
    """Tell whether an e-mail of ours came back."""
    return entry.delivery is DeliveryState.FAILED and entry.error_code == Problem.BOUNCED.value


def _sending(entry: TimelineEntry, context: CardContext) -> list[CardAct]:
    if entry.kind is not EntryKind.REPLY:
        return []
    undo = ("withdraw", _tr("Desfazer envio"), "arrow-back-up")
    back = ("withdraw", _tr("Voltar ao texto"), "pencil")
    retry = ("retry", _tr("Tentar de novo"), "refresh")
    if entry.needs_manual_send:
        return [("copy", _tr("Copiar o texto"), "copy"), ("mark_sent", _tr("Marcar como enviada"), "check"), undo]
    if is_bounced(entry):
        return [("customer", _tr("Corrigir o endereço no cadastro"), "user"), retry, back]
    has_left_in_part = entry.sending is not None and entry.sending.parts_sent > 0
    if entry.delivery is DeliveryState.PENDING:
        return [] if has_left_in_part else [undo]
    if entry.delivery is DeliveryState.TO_APPROVE:
        return _approval(entry, context, back)
    if entry.delivery is DeliveryState.FAILED:
        mark = ("mark_sent", _tr("Marcar como enviada"), "check")
        return [retry, mark] if has_left_in_part else [retry, back]
    if entry.delivery is DeliveryState.UNCERTAIN:
        return [
            ("was_sent", _tr("Chegou ao cliente"), "check"),
            ("was_not_sent", _tr("Não chegou: enviar de novo"), "refresh"),
        ]
    return []


def _approval(entry: TimelineEntry, context: CardContext, back: CardAct) -> list[CardAct]:
    if entry.is_mine:
        return [back]
    if not context.can_approve:
        return []
    return [
        ("approve", _tr("Aprovar e enviar"), "check"),
        ("refuse", _tr("Devolver com motivo…"), "arrow-back-up"),
    ]


def _at_source(entry: TimelineEntry, context: CardContext) -> list[CardAct]:
    """Return what may be asked of the network: hiding, liking, or what takes back the one that stands."""
    marks = entry.network
    if marks is None or not marks.can_reach:
        return []
    last = {mark.kind.ability: mark for mark in marks.acts}
    acts = []
    for ability, first in ((Ability.HIDE, SourceAct.HIDE), (Ability.LIKE, SourceAct.LIKE)):
        # A private message is seen by nobody else: there is nothing to hide.
        if ability in context.abilities and not (ability is Ability.HIDE and entry.visibility is Visibility.PRIVATE):
            acts.append(_source_act(last.get(ability), first))
    return acts


def _source_act(last: SourceMark | None, first: SourceAct) -> CardAct:
    wanted = first if last is None else last.wanted_next
    words, icon = {
        SourceAct.HIDE: (_tr("Ocultar na rede"), "eye-off"),
        SourceAct.UNHIDE: (_tr("Mostrar de novo"), "eye"),
        SourceAct.LIKE: (_tr("Curtir"), "thumb-up"),
        SourceAct.UNLIKE: (_tr("Descurtir"), "thumb-up"),
    }[wanted]
    return wanted.value, words, icon


def _is_said_in_public(entry: TimelineEntry) -> bool:
    return entry.visibility is Visibility.PUBLIC and entry.delivery is DeliveryState.SENT


def _tr(text: str) -> str:
    return QCoreApplication.translate("card_acts", text)
