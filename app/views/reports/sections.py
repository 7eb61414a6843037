"""The sections of the reports: which charts stand together under which name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.models.domain.board_layout import Board, Placed
from app.models.domain.chart import ChartKey

OVERVIEW = "overview"
_THIRD, _HALF, _MORE, _WHOLE = 2, 3, 4, 6


@dataclass(frozen=True, slots=True)
class BoardSection:
    """A section of our own charts; the overview has none of its own, for each person arranges it."""

    key: str
    title: str
    icon: str
    group: str
    board: Board = ()


def board_sections() -> list[BoardSection]:
    """Return the sections in the order of the navigation, in the two families of the planning document."""
    first, metrics, business = "", _tr("Métricas"), _tr("Indicadores de negócio")
    key = ChartKey
    return [
        BoardSection(OVERVIEW, _tr("Visão geral"), "home", first),
        BoardSection(
            "volume",
            _tr("Volume e canais"),
            "chart-line",
            metrics,
            (
                Placed(key.VOLUME_DAY, _MORE),
                Placed(key.CHANNELS, _THIRD),
                Placed(key.SERVED_WHOLE, _MORE),
                Placed(key.PERSONS_MONTH, _THIRD),
                Placed(key.VOLUME_MONTH, _HALF),
                Placed(key.OWN_REACH, _HALF),
            ),
        ),
        BoardSection(
            "hours",
            _tr("Horário nobre"),
            "clock",
            metrics,
            (
                Placed(key.HOURS, _MORE),
                Placed(key.CLOCK, _THIRD),
                Placed(key.HEAT, _MORE),
                Placed(key.WEEKDAYS, _THIRD),
            ),
        ),
        BoardSection(
            "sentiment",
            _tr("Sentimento"),
            "mood-happy",
            metrics,
            (
                Placed(key.SENTIMENT_SHARE, _THIRD),
                Placed(key.SENTIMENT_TIME, _MORE),
                Placed(key.SENTIMENT_SUBJECT, _WHOLE),
            ),
        ),
        BoardSection(
            "subjects",
            _tr("Assuntos"),
            "tag",
            metrics,
            (
                Placed(key.SUBJECTS, _HALF),
                Placed(key.NATURES, _HALF),
                Placed(key.FRONTS, _HALF),
                Placed(key.LEVELS_SUBJECT, _HALF),
            ),
        ),
        BoardSection(
            "public",
            _tr("Público e personas"),
            "users",
            metrics,
            (
                Placed(key.PERSONA_MATRIX, _MORE),
                Placed(key.PERSONAS, _THIRD),
                Placed(key.PROFILES, _HALF),
                Placed(key.PERSONS_MONTH, _HALF),
            ),
        ),
        BoardSection(
            "service",
            _tr("Atendimento e prazos"),
            "user-check",
            metrics,
            (
                Placed(key.FIRST_RESPONSE, _THIRD),
                Placed(key.RESOLUTION, _THIRD),
                Placed(key.IN_TIME, _THIRD),
                Placed(key.BACKLOG, _HALF),
                Placed(key.LEVELS, _HALF),
                Placed(key.BY_PERSON, _HALF),
                Placed(key.BY_AREA, _HALF),
                Placed(key.SATISFACTION, _THIRD),
                Placed(key.REOPENED, _THIRD),
                Placed(key.PROMISES, _THIRD),
                Placed(key.SILENCE, _WHOLE),
            ),
        ),
        BoardSection(
            "crises",
            _tr("Crises"),
            "urgent",
            metrics,
            (Placed(key.CRISIS_LIMITS, _HALF), Placed(key.CRISIS_VOLUME, _HALF)),
        ),
        BoardSection(
            "effort",
            _tr("Engajamento × sentimento"),
            "hierarchy",
            business,
            (Placed(key.ENGAGEMENT_MATRIX, _WHOLE),),
        ),
        BoardSection(
            "indicators",
            _tr("Indicadores do negócio"),
            "building-store",
            business,
            (Placed(key.INDICATORS, _WHOLE),),
        ),
        BoardSection(
            "sensitivity",
            _tr("Sensibilidade crítica"),
            "alert-triangle",
            business,
            (Placed(key.SENSITIVITY, _WHOLE),),
        ),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_sections_of_charts", text)
