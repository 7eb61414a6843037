"""The four fields of the charts with bubbles have names that say what to do there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import ChartKey


@dataclass(frozen=True, slots=True)
class Quadrants:
    """The names of the fields and of the two directions."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    across: str
    up: str


def quadrants_of(key: ChartKey) -> Quadrants:
    """Return the names of a chart's fields."""
    up = _tr("sentimento ↑")
    if key is ChartKey.PERSONA_MATRIX:
        return Quadrants(
            _tr("poucos e satisfeitos"),
            _tr("muitos e satisfeitos"),
            _tr("poucos e insatisfeitos"),
            _tr("muitos e insatisfeitos"),
            _tr("volume →"),
            up,
        )
    if key is ChartKey.ENGAGEMENT_MATRIX:
        return Quadrants(
            _tr("aproximar: gostam e falam pouco"),
            _tr("cultivar: gostam e espalham"),
            _tr("acompanhar: reclamam sem eco"),
            _tr("esforço aqui: reclamam e espalham"),
            _tr("engajamento →"),
            up,
        )
    if key is ChartKey.SENSITIVITY:
        return Quadrants(
            _tr("poucas e boas"),
            _tr("muitas e boas"),
            _tr("poucas e negativas"),
            _tr("críticas: muitas e negativas"),
            _tr("volume →"),
            up,
        )
    return Quadrants("", "", "", "", "", "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_quadrants", text)
