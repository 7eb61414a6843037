"""What a chart shows, told in one sentence: for those who listen, for printed reports, for a first look."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import ChartKey, Shape, Unit
from app.views.support.charts.chart_words import (
    category_text,
    counts_text,
    hour_text,
    key_text,
    spoken,
    track_text,
    value_text,
    weekday_names,
)
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.chart import ChartData

_OVER_TIME = frozenset({"day", "week", "month"})


def chart_summary(data: ChartData) -> str:
    """Return the sentence of a chart: how much in all, where most, what it was before."""
    if data.is_empty:
        return _untimed(data) or _tr("Nada a mostrar neste período.")
    if data.shape is Shape.BUBBLES:
        parts = [_largest_bubble(data)]
    elif data.unit is Unit.NUMBER:
        parts = [_total(data), _peak(data), _particular(data)]
    else:
        parts = [_span(data), _particular(data)]
    parts.append(_untimed(data))
    return " ".join(part for part in parts if part)


def _number(data: ChartData, name: str) -> float | None:
    value = data.facts.get(name)
    return float(value) if isinstance(value, int | float) else None


def _total(data: ChartData) -> str:
    total = _number(data, "total")
    if total is None:
        return ""
    text = counts_text(data.counts, total)
    before = _number(data, "before_total")
    if before:
        change = 100 * (total - before) / before
        sign = "+" if change > 0 else "−" if change < 0 else ""
        moved = _tr("{text} ({sign}{change} % sobre o período anterior).")
        return moved.format(text=text, sign=sign, change=number_text(abs(change), 1))
    return f"{text}."


def _peak(data: ChartData) -> str:
    """Say where most lies: from the facts, or from the first track."""
    hour, weekday = data.facts.get("peak"), data.facts.get("peak_weekday")
    value = _number(data, "peak_value")
    if isinstance(weekday, int) and isinstance(hour, int):
        return _tr("Pico: {where}.").format(where=f"{weekday_names()[weekday]}, {hour_text(hour)}")
    if isinstance(hour, int | date) and value is not None:
        where = key_text(data.step, hour)
        return _tr("Pico: {where}, com {n}.").format(where=where, n=value_text(data.unit, value))
    if data.shape not in {Shape.BARS, Shape.COLUMNS} or len(data.categories) < 2:  # noqa: PLR2004 - nothing to compare
        return ""
    cells = data.tracks[0].cells
    place = max(range(len(cells)), key=lambda each: cells[each].value or 0.0)
    total = sum(cell.value or 0.0 for cell in cells)
    share = 100 * (cells[place].value or 0.0) / total if total else 0.0
    where = category_text(data, place)
    return _tr("Mais: {where}, {share} % do total.").format(where=where, share=number_text(share, 1))


def _particular(data: ChartData) -> str:
    """Say what is worth knowing of this chart alone."""
    facts: dict[ChartKey, list[tuple[str, str]]] = {
        ChartKey.HOURS: [("outside_percent", _tr("{n} % chegam com o balcão fechado."))],
        ChartKey.CLOCK: [("outside_percent", _tr("{n} % chegam com o balcão fechado."))],
        ChartKey.HEAT: [("outside_percent", _tr("{n} % chegam com o balcão fechado."))],
        ChartKey.SENTIMENT_SHARE: [
            ("negative_percent", _tr("{n} % negativas.")),
            ("confirmed_percent", _tr("{n} % confirmadas por uma pessoa.")),
        ],
        ChartKey.SENTIMENT_TIME: [("negative_percent", _tr("{n} % negativas."))],
        ChartKey.SERVED_WHOLE: [("served_percent", _tr("{n} % viraram atendimento."))],
    }
    found = [(text, _number(data, name)) for name, text in facts.get(data.key, [])]
    return " ".join(text.format(n=number_text(value, 1)) for text, value in found if value is not None)


def _span(data: ChartData) -> str:
    """Say the present value over time, else the best and the last."""
    cells = data.tracks[0].cells
    known = [place for place, cell in enumerate(cells) if cell.value is not None]
    if not known:
        return ""
    if len(known) == 1:
        return f"{spoken(data, 0, known[0])}."
    highest = max(known, key=lambda place: cells[place].value or 0.0)
    lowest = min(known, key=lambda place: cells[place].value or 0.0)
    name = f"{track_text(data, data.tracks[0])}: " if len(data.tracks) > 1 else ""
    whole = _number(data, "total") if data.step in _OVER_TIME else None
    middle = _number(data, "median") if whole is None else whole
    text = _tr("{name}de {low} ({where_low}) a {high} ({where_high}).").format(
        name=name,
        low=value_text(data.unit, cells[lowest].value),
        where_low=category_text(data, lowest),
        high=value_text(data.unit, cells[highest].value),
        where_high=category_text(data, highest),
    )
    if middle is not None:
        text = _tr("No período: {value}.").format(value=value_text(data.unit, middle)) + " " + text
    return text


def _largest_bubble(data: ChartData) -> str:
    cells = data.tracks[0].cells
    place = max(range(len(cells)), key=lambda each: cells[each].size or 0.0)
    return _tr("O maior: {what}.").format(what=spoken(data, 0, place))


def _untimed(data: ChartData) -> str:
    untimed = _number(data, "without_time")
    return _tr("Mais {n} sem hora, só com o dia.").format(n=number_text(untimed)) if untimed else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_summaries", text)
