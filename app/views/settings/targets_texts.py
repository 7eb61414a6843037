"""Targets in words: durations as people type and read them, conditions, and why one wins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.legal import DayUnit

if TYPE_CHECKING:
    from app.models.domain.legal import LegalRule
    from app.services.targets import TargetBook, TargetForm

_HOUR: Final = 60
_DAY: Final = 1_440
_PART: Final = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*"
    r"(dias?(?:\s+(?:útil|util|úteis|uteis|corridos?))?|d|horas?|hs?|minutos?|min|m"
    r"|(?:working |calendar )?days?|hours?|minutes?)?(?![a-zà-ü])\s*(?:e\s+|and\s+)?"
)


def parse_minutes(text: str, *, is_clock_time: bool, day_minutes: int) -> int | None:
    """Return the minutes of "2 h", "1 dia útil", "1h30", "45 min", also in English; None when it is no duration.

    A day is 24 hours of clock time, or the open minutes of an ordinary day (``day_minutes``) of business time.
    """
    rest, total, last = text.strip().casefold(), 0.0, ""
    if not rest:
        return None
    while rest:
        match = _PART.match(rest)
        if match is None or (match[2] is None and last != "h"):
            return None
        last = _unit(match[2] or "m")
        size = {"d": _DAY if is_clock_time else day_minutes, "h": _HOUR, "m": 1}[last]
        total += float(match[1].replace(",", ".")) * size
        rest = rest[match.end() :]
    return round(total)


def _unit(word: str) -> str:
    """Return d, h or m; "working days" and "calendar days" are days."""
    return "d" if "day" in word else word[0]


def minutes_text(minutes: int, *, is_clock_time: bool, day_minutes: int) -> str:
    """Return a duration as people say it: "30 min", "1 h 30", "1 dia útil", "3 dias"."""
    day = _DAY if is_clock_time else day_minutes
    if minutes >= day and minutes % day == 0:
        count = minutes // day
        if is_clock_time:
            return _tr("1 dia") if count == 1 else _tr("{n} dias").format(n=count)
        return _tr("1 dia útil") if count == 1 else _tr("{n} dias úteis").format(n=count)
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return _tr("{n} min").format(n=rest)
    return _tr("{n} h").format(n=hours) + (f" {rest:02}" if rest else "")


def clock_word(*, is_clock_time: bool) -> str:
    """Return how a target counts."""
    return _tr("tempo corrido") if is_clock_time else _tr("tempo útil")


def conditions_text(form: TargetForm, book: TargetBook) -> str:
    """Return what a target asks: "crise nível 1", "VIP · E-mail", "todos"."""
    parts = []
    if form.crisis_level is not None:
        parts.append(_tr("crise nível {n}").format(n=form.crisis_level))
    if form.is_vip is not None:
        parts.append(_tr("VIP") if form.is_vip else _tr("não VIP"))
    if form.nature_node_id is not None:
        parts.append(
            next((each.path for each in book.natures if each.id == form.nature_node_id), _tr("natureza retirada"))
        )
    if form.channel_id is not None:
        parts.append(book.channels.get(form.channel_id, "?"))
    return " · ".join(parts) or _tr("todos os atendimentos")


def promise_text(form: TargetForm, day_minutes: int) -> str:
    """Return what a target promises: "1ª resposta em 2 h, solução em 5 dias úteis (tempo útil)"."""
    kind = form.is_clock_time
    return _tr("1ª resposta em {first}, solução em {resolution} ({kind})").format(
        first=minutes_text(form.first_response_minutes, is_clock_time=kind, day_minutes=day_minutes),
        resolution=minutes_text(form.resolution_minutes, is_clock_time=kind, day_minutes=day_minutes),
        kind=clock_word(is_clock_time=kind),
    )


def term_text(rule: LegalRule, days: int) -> str:
    """Return the term of a legal rule: "7 dias corridos", "5 dias úteis", "imediato"."""
    if rule.unit is DayUnit.IMMEDIATE:
        return _tr("imediato")
    if rule.unit is DayUnit.BUSINESS:
        return _tr("1 dia útil") if days == 1 else _tr("{n} dias úteis").format(n=days)
    return _tr("1 dia corrido") if days == 1 else _tr("{n} dias corridos").format(n=days)


def unit_names() -> dict[str, str]:
    """Return how terms count, in words."""
    return {
        DayUnit.CALENDAR.value: _tr("dias corridos"),
        DayUnit.BUSINESS.value: _tr("dias úteis"),
        DayUnit.IMMEDIATE.value: _tr("imediato"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("targets_texts", text)
