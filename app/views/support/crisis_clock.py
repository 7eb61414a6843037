"""How the clock of a crisis mention stands, in the same words wherever work on it is done."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.models.domain.crisis_clock import CrisisLimit, RunningClock
from app.views.support.texts import duration_text
from app.views.support.tokens import Tone


def crisis_clock_text(clock: RunningClock, now: datetime) -> tuple[str, Tone]:
    """Return what is to be done by when, and its tone: "identificar em 4 min", "responder: atrasado 2 min"."""
    left = clock.due_at - now
    is_identify = clock.limit is CrisisLimit.IDENTIFY
    if left < timedelta(0):
        text = _tr("identificar: atrasado {span}") if is_identify else _tr("responder: atrasado {span}")
        return text.format(span=duration_text(-left)), "bad"
    text = _tr("identificar em {span}") if is_identify else _tr("responder em {span}")
    return text.format(span=duration_text(left)), "warn" if clock.is_near(now) else "neutral"


def _tr(text: str) -> str:
    return QCoreApplication.translate("crisis_clock", text)
