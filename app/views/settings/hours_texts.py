"""Days, zones, origins and hours as the editor of the opening hours says them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.models.domain.hours_check import DAY_MINUTES, HoursError, clock_text
from app.services.hours_form import refused_hours
from app.views.support.errors import error_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.hours_check import DayHours, Minutes
    from app.views.support.tokens import Tone

WEEK: Final = 7
FIRST_ZONES: Final = (
    "America/Sao_Paulo",
    "America/Manaus",
    "America/Cuiaba",
    "America/Campo_Grande",
    "America/Porto_Velho",
    "America/Boa_Vista",
    "America/Rio_Branco",
    "America/Noronha",
    "America/Bahia",
    "America/Fortaleza",
    "America/Recife",
    "America/Maceio",
    "America/Belem",
    "America/Santarem",
    "America/Araguaina",
    "America/Eirunepe",
)


def weekday_name(day: int, *, short: bool = False) -> str:
    """Return the name of a weekday (0 = Monday): "segunda-feira", or "seg"."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(day + 1, form).rstrip(".")


def intervals_words(intervals: Sequence[Minutes]) -> str:
    """Return hours as they are read: "09:00–12:00, 13:00–18:00", "fechado", "24 horas"."""
    if not intervals:
        return _tr("fechado")
    if tuple(intervals) == ((0, DAY_MINUTES),):
        return _tr("24 horas")
    return ", ".join(f"{clock_text(start)}–{clock_text(end)}" for start, end in intervals)


def full_date(day: date) -> str:
    """Return a date with its year: "24 dez 2026"."""
    month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat).rstrip(".")
    return f"{day.day} {month} {day.year}"


def spoken_date(day: date) -> str:
    """Return a date as it is said: "quinta-feira, 24 de dezembro de 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def month_name(day: date) -> str:
    """Return the month of a date: "dezembro 2026"."""
    return f"{QLocale().standaloneMonthName(day.month)} {day.year}"


def origin_names() -> dict[str, str]:
    """Return where a date comes from, in words."""
    return {
        "national": _tr("nacional"),
        "state": _tr("estadual"),
        "city": _tr("municipal"),
        "movable": _tr("facultativo"),
        "own": _tr("próprio"),
    }


def kind_text(day: DayHours, usual: Sequence[Minutes]) -> str:
    """Return what a date is beside the usual day: closed, half a day, an extra shift, other hours."""
    if not day.intervals:
        return _tr("fechado")
    own, ordinary = _total(day.intervals), _total(usual)
    if own < ordinary:
        return _tr("meio dia")
    return _tr("plantão") if own > ordinary else _tr("outro horário")


def kind_tone(day: DayHours, usual: Sequence[Minutes]) -> tuple[Tone, str]:
    """Return tone and sign of a date: closed, shorter, longer."""
    if not day.intervals:
        return "bad", "×"
    return ("warn", "½") if _total(day.intervals) < _total(usual) else ("ok", "+")


def missing_years_text(years: Sequence[int]) -> str:
    """Return the warning that the holidays of coming years are not there, for the page and for an alert."""
    text = _tr("Faltam os feriados de {years}. Sem eles, os prazos contam esses dias como dias de trabalho.")
    return text.format(years=", ".join(str(year) for year in years))


def problem_text(problem: str, detail: str) -> str:
    """Return why a line of a pasted table cannot be taken in."""
    texts = {
        "row_too_short": _tr("faltam colunas: data; nome; horário"),
        "date_unreadable": _tr("não é uma data: “{detail}”"),
        "name_missing": _tr("falta o nome"),
        "day_twice": _tr("{detail} já apareceu antes"),
        "hours_unreadable": _tr("não entendi o horário “{detail}”"),
        "hours_backwards": _tr("{detail} termina antes de começar"),
        "hours_overlap": _tr("{detail} começa antes de o anterior terminar"),
    }
    return texts[problem].format(detail=detail)


def hours_error_text(error: HoursError) -> str:
    """Return what is wrong with hours that were typed, with day and interval."""
    return error_text(refused_hours(error))


def zone_name(zone: str) -> str:
    """Return a zone in Portuguese for Brazil's own, else its city and key."""
    names = {
        "America/Sao_Paulo": _tr("Brasília (São Paulo, Rio, Sul e Sudeste)"),
        "America/Manaus": _tr("Amazonas (Manaus)"),
        "America/Cuiaba": _tr("Mato Grosso (Cuiabá)"),
        "America/Campo_Grande": _tr("Mato Grosso do Sul (Campo Grande)"),
        "America/Porto_Velho": _tr("Rondônia (Porto Velho)"),
        "America/Boa_Vista": _tr("Roraima (Boa Vista)"),
        "America/Rio_Branco": _tr("Acre (Rio Branco)"),
        "America/Noronha": _tr("Fernando de Noronha"),
        "America/Bahia": _tr("Bahia (Salvador)"),
        "America/Fortaleza": _tr("Ceará, Maranhão, Piauí, Rio Grande do Norte e Paraíba (Fortaleza)"),
        "America/Recife": _tr("Pernambuco (Recife)"),
        "America/Maceio": _tr("Alagoas e Sergipe (Maceió)"),
        "America/Belem": _tr("Amapá e leste do Pará (Belém)"),
        "America/Santarem": _tr("Oeste do Pará (Santarém)"),
        "America/Araguaina": _tr("Tocantins (Araguaína)"),
        "America/Eirunepe": _tr("Oeste do Amazonas (Eirunepé)"),
    }
    return names.get(zone) or zone.replace("_", " ")


def months_from(day: date, count: int) -> list[date]:
    """Return the first days of months, beginning with the month of ``day``."""
    first = day.year * 12 + day.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(first, first + count)]


def days_in_month(first: date) -> int:
    """Return how many days a month has."""
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return (after - first) // timedelta(days=1)


def _total(intervals: Sequence[Minutes]) -> int:
    return sum(end - start for start, end in intervals)


def _tr(text: str) -> str:
    return QCoreApplication.translate("hours_texts", text)
