"""What a chart shows, told in a sentence or two: for those who listen, for printed reports, for a first look."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

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
from app.views.support.charts.fact_texts import fact_texts
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.chart import ChartData

_PLAIN: Final = frozenset({Shape.BARS, Shape.COLUMNS})
_NO_PEAK: Final = frozenset({ChartKey.LEVELS, ChartKey.SENSITIVITY})


def chart_summary(data: ChartData) -> str:
    """Return what a chart says: how much in all, where most, what is particular, what it was before."""
    if data.is_empty:
        return _untimed(data) or _tr("Nada a mostrar neste período.")
    told = [text for text, value, unit in fact_texts(data.key) for text in _told(data, text, value, unit)]
    parts = [_total(data), _peak(data), *told]
    if data.shape is Shape.BUBBLES:
        parts.append(_largest_bubble(data))
    if not any(parts):
        parts.append(_span(data))
    parts.append(_untimed(data))
    text = " ".join(part for part in parts if part)
    return f"{text.rstrip(';,')}." if text.endswith((";", ",")) else text


def fact(data: ChartData, name: str) -> float | None:
    """Return a figure among the facts of a chart, None where it has none of this name."""
    value = data.facts.get(name)
    return float(value) if isinstance(value, int | float) else None


def _told(data: ChartData, text: str, name: str, unit: Unit | None) -> list[str]:
    """Return a fact in its sentence; a name as it is, a figure in its unit."""
    value = data.facts.get(name)
    if value is None or value == "":
        return []
    if unit is None:
        return [text.format(value=value)]
    number = fact(data, name)
    return [] if number is None else [text.format(value=value_text(unit, number))]


def _total(data: ChartData) -> str:
    total = fact(data, "total")
    if total is None:
        return ""
    text = counts_text(data.counts, total)
    before = fact(data, "before_total")
    if not before:
        return f"{text}."
    change = 100 * (total - before) / before
    sign = "+" if change > 0 else "−" if change < 0 else ""
    moved = _tr("{text} ({sign}{change} % na comparação).")
    return moved.format(text=text, sign=sign, change=number_text(abs(change), 1))


def _peak(data: ChartData) -> str:
    """Say where most lies."""
    peak, weekday = data.facts.get("peak"), data.facts.get("peak_weekday")
    value = fact(data, "peak_value")
    if isinstance(weekday, int) and isinstance(peak, int):
        return _tr("Pico: {where}.").format(where=f"{weekday_names()[weekday]}, {hour_text(peak)}")
    if isinstance(peak, int | date) and value is not None:
        where = key_text(data.step, peak)
        return _tr("Pico: {where}, com {n}.").format(where=where, n=value_text(data.unit, value))
    share = fact(data, "peak_percent")
    if isinstance(peak, str) and share is not None:
        return _tr("Mais: {where}, {share} do total.").format(where=peak, share=value_text(Unit.PERCENT, share))
    if data.key not in _NO_PEAK and data.shape in _PLAIN and len(data.tracks) == 1 < len(data.categories):
        cells = data.tracks[0].cells
        place = max(range(len(cells)), key=lambda each: cells[each].value or 0.0)
        where, n = category_text(data, place), value_text(data.unit, cells[place].value)
        return _tr("Mais: {where}, com {n}.").format(where=where, n=n)
    return ""


def _span(data: ChartData) -> str:
    """Say the lowest and the highest of the first track."""
    cells = data.tracks[0].cells
    known = [place for place, cell in enumerate(cells) if cell.value is not None]
    if not known:
        return ""
    if len(known) == 1:
        return f"{spoken(data, 0, known[0])}."
    highest = max(known, key=lambda place: cells[place].value or 0.0)
    lowest = min(known, key=lambda place: cells[place].value or 0.0)
    name = f"{track_text(data, data.tracks[0])}: " if len(data.tracks) > 1 else ""
    return _tr("{name}de {low} ({where_low}) a {high} ({where_high}).").format(
        name=name,
        low=value_text(data.unit, cells[lowest].value),
        where_low=category_text(data, lowest),
        high=value_text(data.unit, cells[highest].value),
        where_high=category_text(data, highest),
    )


def _largest_bubble(data: ChartData) -> str:
    cells = data.tracks[0].cells
    place = max(range(len(cells)), key=lambda each: cells[each].size or 0.0)
    return _tr("O maior: {what}.").format(what=spoken(data, 0, place))


def _untimed(data: ChartData) -> str:
    untimed = fact(data, "without_time") if data.key not in _WHOLE_DAYS else None
    return _tr("Mais {n} sem hora, só com o dia.").format(n=number_text(untimed)) if untimed else ""


_WHOLE_DAYS: Final = frozenset({ChartKey.WEEKDAYS})


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_summaries", text)
