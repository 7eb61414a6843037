"""What became of a message at its network, in small lines under its head: edited, deleted, hidden, liked."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import TimelineEntry
from app.models.domain.network_marks import SourceMark
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState
from app.views.support.delivery_texts import reason_of_code
from app.views.support.texts import when_text

Mark = tuple[str, str, str]
"""Icon, colour and words."""


def mark_lines(entry: TimelineEntry, now: datetime) -> list[Mark]:
    """Return the lines of an entry; none where nothing became of it."""
    marks = entry.network
    if marks is None:
        return []
    lines: list[Mark] = []
    if marks.removed_at is not None:
        words = _tr("apagada na rede · {when}").format(when=when_text(marks.removed_at, now))
        lines.append(("trash", "bad", words))
    if marks.edited_at is not None:
        words = _tr("editada pelo autor · {when}").format(when=when_text(marks.edited_at, now))
        lines.append(("pencil", "warn", words))
    return lines + [line for mark in marks.acts if (line := _act_line(mark, now)) is not None]


def _act_line(mark: SourceMark, now: datetime) -> Mark | None:
    icon = "eye-off" if mark.kind in {SourceAct.HIDE, SourceAct.UNHIDE} else "thumb-up"
    if mark.state is DeliveryState.FAILED:
        words = {
            SourceAct.HIDE: _tr("Não foi possível ocultar na rede."),
            SourceAct.UNHIDE: _tr("Não foi possível mostrar de novo na rede."),
            SourceAct.LIKE: _tr("Não foi possível curtir na rede."),
            SourceAct.UNLIKE: _tr("Não foi possível descurtir na rede."),
        }[mark.kind]
        return icon, "bad", f"{words} {reason_of_code(mark.error_code, goes_on=False)}".strip()
    if mark.state is DeliveryState.SENT:
        words = {
            SourceAct.HIDE: _tr("ocultada na rede por {who} · {when}"),
            SourceAct.LIKE: _tr("curtida por {who} · {when}"),
        }.get(mark.kind, "")
        if not words:
            return None  # shown again, no longer liked: as it came
        return icon, "info", words.format(who=mark.by or _tr("Balcão"), when=when_text(mark.at, now))
    words = {
        SourceAct.HIDE: _tr("ocultando na rede…"),
        SourceAct.UNHIDE: _tr("mostrando de novo na rede…"),
        SourceAct.LIKE: _tr("curtindo na rede…"),
        SourceAct.UNLIKE: _tr("descurtindo na rede…"),
    }[mark.kind]
    return icon, "muted", words


def _tr(text: str) -> str:
    return QCoreApplication.translate("card_marks", text)
