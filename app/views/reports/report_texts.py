"""Codes in charts and their tables become words here, for the screen, for files and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.models.domain.vocabulary import Sentiment
from app.services.report_tables import NO_SENTIMENT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_texts", text)


def sentiment_text(sentiment: Sentiment | None) -> str:
    """Return a sentiment's name with its sign, so that it is not told by colour alone."""
    return {
        Sentiment.NEGATIVE: _tr("− Negativo"),
        Sentiment.NEUTRAL: _tr("• Neutro"),
        Sentiment.MIXED: _tr("± Misto"),
        Sentiment.POSITIVE: _tr("+ Positivo"),
        None: _tr("? Sem sentimento"),
    }[sentiment]


def weekday_names(*, short: bool = False) -> list[str]:
    """Return the days' names, Monday first."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return [QLocale().standaloneDayName(day + 1, form).rstrip(".") for day in range(7)]


def hour_text(hour: int) -> str:
    """Return an hour of the day: "20 h"."""
    return _tr("{hour} h").format(hour=hour)


def weekday_hour_text(weekday: int, hour: int) -> str:
    """Return a cell of the heat map: "terça-feira, 20 h"."""
    return f"{weekday_names()[weekday]}, {hour_text(hour)}"


def step_text(step: str, start: date) -> str:
    """Return where a day, week or month begins, for an axis: "12/10", "out 26"."""
    if step == "month":
        month = QLocale().standaloneMonthName(start.month, QLocale.FormatType.ShortFormat).rstrip(".")
        return f"{month} {start.year % 100:02}"
    return f"{start.day}/{start.month:02}"


def month_text(day: date) -> str:
    """Return a month: "novembro de 2026"."""
    name = QLocale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
    return _tr("{month} de {year}").format(month=name, year=day.year)


def labels() -> Mapping[str, str]:
    """Return the words of all codes in the charts' tables."""
    words = {
        "hour": _tr("Hora"),
        "mentions": _tr("Menções"),
        "open": _tr("Balcão aberto"),
        "weekday": _tr("Dia da semana"),
        "sentiment": _tr("Sentimento"),
        "percent": "%",
        "day": _tr("Dia"),
        "week": _tr("Semana de"),
        "month": _tr("Mês de"),
        "received": _tr("Recebidas"),
        "in_case": _tr("Em atendimento"),
        NO_SENTIMENT: _tr("Sem sentimento"),
        Sentiment.NEGATIVE.value: _tr("Negativo"),
        Sentiment.NEUTRAL.value: _tr("Neutro"),
        Sentiment.MIXED.value: _tr("Misto"),
        Sentiment.POSITIVE.value: _tr("Positivo"),
    }
    words |= {f"hour_{hour}": hour_text(hour) for hour in range(24)}
    return words | {str(place): name for place, name in enumerate(weekday_names())}
