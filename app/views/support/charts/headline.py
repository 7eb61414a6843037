"""The headline figures above the charts in words, each against the period before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import Unit
from app.models.domain.headline import Figure, FigureKey
from app.views.support.charts.chart_words import value_text
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.inbox import InboxQuery
    from app.views.support.tokens import Tone

_BETTER = {FigureKey.FIRST_RESPONSE: -1, FigureKey.IN_TIME: 1, FigureKey.SATISFACTION: 1}
"""In which direction a figure that tells how well we work gets better."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure: its name, itself in words, how it moved or what it rests on."""

    name: str
    figure: str
    note: str = ""
    tone: Tone = "neutral"
    limits: str = ""
    """Which of the report's filters the figure does not follow."""
    query: InboxQuery | None = None
    """The rows that it counts or rests on."""


def headline_of(figure: Figure) -> Headline:
    """Return a figure in words."""
    words = {"all_channels": _tr("de todos os canais"), "filter_ignored": _tr("sem os outros filtros")}
    limits = ", ".join(words[note] for note in figure.notes if note in words)
    return replace(_said(figure), limits=limits, query=figure.query)


def _said(figure: Figure) -> Headline:
    name = _names()[figure.key]
    if figure.key is FigureKey.CRISES:
        return _crises(name, figure)
    if figure.key is FigureKey.SERVED and figure.base:
        share = number_text(100 * (figure.value or 0.0) / figure.base, 1)
        return Headline(name, value_text(figure.unit, figure.value), _tr("{share} % do total").format(share=share))
    note, tone = _moved(figure)
    return Headline(name, value_text(figure.unit, figure.value), note, tone)


def _names() -> dict[FigureKey, str]:
    return {
        FigureKey.MENTIONS: _tr("Menções"),
        FigureKey.SERVED: _tr("Atendíveis"),
        FigureKey.FIRST_RESPONSE: _tr("1ª resposta (mediana)"),
        FigureKey.IN_TIME: _tr("1ª resposta no prazo"),
        FigureKey.SATISFACTION: _tr("Satisfação"),
        FigureKey.CRISES: _tr("Crises no limite"),
    }


def _crises(name: str, figure: Figure) -> Headline:
    total, met = figure.base or 0, figure.value or 0
    if not total:
        return Headline(name, "–", _tr("nenhuma no período"))
    told = _tr("{met} de {total}").format(met=number_text(met), total=number_text(total))
    if met >= total:
        return Headline(name, told, _tr("todas no limite"), "ok")
    return Headline(name, told, _tr("{n} fora do limite").format(n=number_text(total - met)), "bad")


def _moved(figure: Figure) -> tuple[str, Tone]:
    """Say how a figure moved: as a share for counts, in its own unit else."""
    now, before = figure.value, figure.before
    if now is None:
        return _tr("ainda sem dados"), "neutral"
    if not figure.is_alike and figure.unit is Unit.NUMBER:
        return _tr("o outro período tem outra duração"), "neutral"
    if before is None or (figure.unit is Unit.NUMBER and not before):
        return _tr("sem comparação"), "neutral"
    change = now - before
    sign = "+" if change > 0 else "−"
    size = _size(figure.unit, abs(change), before)
    if not any(letter in "123456789" for letter in size):
        return _tr("igual na comparação"), "neutral"
    better = _BETTER.get(figure.key, 0)
    tone: Tone = "neutral" if not better else "ok" if change * better > 0 else "warn"
    return _tr("{change} na comparação").format(change=sign + size), tone


def _size(unit: Unit, change: float, before: float) -> str:
    if unit is Unit.NUMBER:
        return f"{number_text(100 * change / before, 1)} %"
    if unit is Unit.PERCENT:
        return _tr("{n} p.p.").format(n=number_text(change, 1))
    return value_text(unit, change)


def _tr(text: str) -> str:
    return QCoreApplication.translate("headline", text)
