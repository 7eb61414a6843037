"""What a row of the list says: its chip, its marks and the sentence a screen reader speaks, decided in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.models.domain import protocol
from app.models.domain.inbox import InboxRow, RowKind
from app.models.domain.vocabulary import CaseState, MentionState, Visibility
from app.views.support.inbox_filter.state_words import case_state_text, mention_state_text
from app.views.support.texts import day_text, due_text, short_when_text, when_text

if TYPE_CHECKING:
    from app.views.support.tokens import Tone


_HOVER: Final = 400
_HEADING: Final = 120


@dataclass(frozen=True, slots=True)
class RowChip:
    """The word at the right of a row; without a tone it is plain text."""

    text: str
    tone: Tone | None = "neutral"
    icon: str = ""


def row_chip(row: InboxRow, now: datetime) -> RowChip:
    """Return what the right end of the first line says: deadline, what is awaited, state, or when it came."""
    return _case_chip(row, now) if row.kind is RowKind.CASE else _mention_chip(row, now)


def crisis_chip(row: InboxRow) -> RowChip | None:
    """Return the crisis mark, None for a row without crisis."""
    if row.crisis_level is None:
        return None
    return RowChip(_tr("Crise {level}").format(level=row.crisis_level), "bad", "urgent")


def has_deadline(row: InboxRow) -> bool:
    """Tell whether the row's chip changes as time goes by."""
    return row.kind is RowKind.CASE and row.due_at is not None


def author_text(row: InboxRow) -> str:
    """Return who wrote, in the screen's words when nobody is named."""
    return row.author or _tr("Autor não identificado")


def head_text(row: InboxRow) -> str:
    """Return what a row is known by: who wrote, else its own heading, for a list of unnamed rows tells nothing."""
    return row.author or _heading(row) or author_text(row)


def body_text(row: InboxRow) -> str:
    """Return the text as one run of words."""
    return " ".join(row.text.split())


def rest_text(row: InboxRow) -> str:
    """Return the text below ``head_text`` as one run of words."""
    heading = "" if row.author else _heading(row)
    return " ".join(row.text.removeprefix(heading).split()) if heading else body_text(row)


def hover_text(row: InboxRow) -> str:
    """Return the whole text for the tooltip."""
    return row.text[:_HOVER]


def spoken_row(row: InboxRow, now: datetime, *, marked: bool = False) -> str:
    """Return the row as it is read aloud: protocol, customer, deadline, state, then marks and text."""
    crisis = crisis_chip(row)
    parts = [
        _tr("Protocolo {number}").format(number=protocol.display(row.protocol)) if row.protocol else _tr("Menção"),
        author_text(row),
        row_chip(row, now).text,
        _state_words(row),
        crisis.text if crisis else "",
        _tr("VIP") if row.is_vip else "",
        _tr("privada") if row.visibility is Visibility.PRIVATE else _tr("pública"),
        _tr("rascunho") if row.has_draft else "",
        _tr("não lida") if row.is_unread else "",
        _tr("marcada") if marked else "",
        row.channel_short,
        body_text(row),
    ]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def day_words(at: datetime, now: datetime) -> str:
    """Return the day alone, for what came without a time of day: "hoje", "ontem", "12 out"."""
    day, today = at.astimezone().date(), now.astimezone().date()
    names = {0: _tr("hoje"), 1: _tr("ontem")}
    return names.get((today - day).days) or day_text(day, today)


def _heading(row: InboxRow) -> str:
    """Return the first of several lines when it is as short as a heading."""
    first, line_end, rest = row.text.partition("\n")
    return first if line_end and rest.strip() and len(first) <= _HEADING else ""


def _mention_chip(row: InboxRow, now: datetime) -> RowChip:
    if row.mention_state is None or row.mention_state is MentionState.TO_TRIAGE:
        return RowChip(short_when_text(row.at, now) if row.has_time else day_words(row.at, now), None)
    icon = {MentionState.MONITORED: "eye", MentionState.IGNORED: "eye-off"}.get(row.mention_state, "messages")
    return RowChip(mention_state_text(row.mention_state), "neutral", icon)


def _case_chip(row: InboxRow, now: datetime) -> RowChip:
    if row.snoozed_until is not None and row.snoozed_until > now:
        return RowChip(_tr("Adiado até {when}").format(when=when_text(row.snoozed_until, now)), "neutral", "moon")
    if row.case_state is CaseState.WAITING_CUSTOMER:
        return RowChip(_tr("Aguarda cliente"), "neutral", "player-pause")
    is_pressing = row.due_at is not None and (row.due_at < now or (row.warn_at is not None and now >= row.warn_at))
    if row.case_state is CaseState.WAITING_AREA and not is_pressing:
        area = row.area_name or _tr("área")
        return RowChip(_tr("Aguarda {area}").format(area=area), "neutral", "building")
    if row.due_at is not None:
        return _deadline_chip(row.due_at, row.warn_at, now)
    if row.case_state is None:
        return RowChip(short_when_text(row.at, now), None)
    return RowChip(case_state_text(row.case_state), "neutral")


def _deadline_chip(due_at: datetime, warn_at: datetime | None, now: datetime) -> RowChip:
    if due_at < now:
        return RowChip(due_text(due_at, now), "bad", "clock-exclamation")
    if warn_at is not None and now >= warn_at:
        return RowChip(due_text(due_at, now, soon=due_at - warn_at), "warn", "hourglass")
    return RowChip(due_text(due_at, now), "ok", "clock")


def _state_words(row: InboxRow) -> str:
    if row.case_state is not None and row.kind is RowKind.CASE:
        return case_state_text(row.case_state)
    return mention_state_text(row.mention_state) if row.mention_state is not None else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("row_texts", text)
