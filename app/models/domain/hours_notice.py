"""Opening hours must be visible to the public: says a week's hours as people write them in a bio or an answer.

The text is Portuguese because it is what the customer reads, whatever language the screen speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from app.models.domain.hours_check import DAY_MINUTES, DayHours, Minutes, Week

_DAYS = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
_SHORT = ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")
_WEEK = 7
_CITIES: Final = {
    "America/Sao_Paulo": "de Brasília",
    "America/Bahia": "de Brasília",
    "America/Fortaleza": "de Brasília",
    "America/Recife": "de Brasília",
    "America/Belem": "de Brasília",
    "America/Maceio": "de Brasília",
    "America/Araguaina": "de Brasília",
    "America/Santarem": "de Brasília",
    "America/Manaus": "do Amazonas",
    "America/Cuiaba": "de Mato Grosso",
    "America/Campo_Grande": "de Mato Grosso do Sul",
    "America/Porto_Velho": "de Rondônia",
    "America/Boa_Vista": "de Roraima",
    "America/Rio_Branco": "do Acre",
    "America/Eirunepe": "do Acre",
    "America/Noronha": "de Fernando de Noronha",
}


def hours_notice(week: Week) -> str:
    """Return "de segunda a sexta, das 9h às 12h e das 13h às 18h, e sábado, das 9h às 13h"; "" for a week never open.

    Days with equal hours are joined. It is what ``{horario}`` stands for in an answer.
    """
    parts = [f"{_days(days)}, {_joined([_span(*each) for each in spans])}" for days, spans in _groups(week)]
    return _joined(parts, ", e ")


def short_notice(week: Week) -> str:
    """Return the hours for a narrow bio: "Seg–sex 9h–12h e 13h–18h · sáb 9h–13h"; "" for a week never open."""
    parts = [f"{_short_days(days)} {_joined([_narrow(*each) for each in spans])}" for days, spans in _groups(week)]
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def public_notice(week: Week, zone: str) -> str:
    """Return the hours as a sentence for a profile: "Atendemos de segunda a sexta, ... (horário de Brasília)..."."""
    said = hours_notice(week)
    return f"Atendemos {said} ({zone_words(zone)}), exceto feriados." if said else ""


def full_notice(week: Week, zone: str, days: Sequence[DayHours]) -> str:
    """Return the sentence with the dates to come that differ, as given: closed ones, then those with other hours."""
    sentence = public_notice(week, zone)
    if not sentence:
        return ""
    closed = [f"{_date(each.day)} ({each.name})" for each in days if not each.intervals]
    others = [
        f"{_date(each.day)} ({each.name}), {_joined([_span(*span) for span in each.intervals])}"
        for each in days
        if each.intervals
    ]
    parts = [sentence]
    if closed:
        parts.append(f"Não abrimos em {_joined(closed)}.")
    if others:
        parts.append(f"Horário especial: {'; '.join(others)}.")
    return " ".join(parts)


def zone_words(zone: str) -> str:
    """Return a zone as customers say it: "horário de Brasília"; one abroad by its city."""
    return f"horário {_CITIES.get(zone) or 'de ' + zone.rsplit('/', 1)[-1].replace('_', ' ')}"


def _groups(week: Week) -> list[tuple[list[int], tuple[Minutes, ...]]]:
    groups: list[tuple[list[int], tuple[Minutes, ...]]] = []
    for day in range(_WEEK):
        spans = tuple(week.get(day, ()))
        if not spans:
            continue
        same = next((group for group in groups if group[1] == spans), None)
        if same is None:
            groups.append(([day], spans))
        else:
            same[0].append(day)
    return groups


def _days(days: list[int]) -> str:
    if len(days) == _WEEK:
        return "todos os dias"
    if _is_range(days):
        return f"de {_DAYS[days[0]]} a {_DAYS[days[-1]]}"
    return _joined([_DAYS[day] for day in days])


def _short_days(days: list[int]) -> str:
    if len(days) == _WEEK:
        return "todo dia"
    if _is_range(days):
        return f"{_SHORT[days[0]]}–{_SHORT[days[-1]]}"
    return _joined([_SHORT[day] for day in days])


def _is_range(days: list[int]) -> bool:
    return len(days) > 2 and days[-1] - days[0] == len(days) - 1  # noqa: PLR2004 - three days in a row make a range


def _span(start: int, end: int) -> str:
    if (start, end) == (0, DAY_MINUTES):
        return "24 horas"
    return f"{'da' if start // 60 == 1 else 'das'} {_hour(start)} {'à' if end // 60 == 1 else 'às'} {_hour(end)}"


def _narrow(start: int, end: int) -> str:
    return "24h" if (start, end) == (0, DAY_MINUTES) else f"{_hour(start)}–{_hour(end)}"


def _hour(minutes: int) -> str:
    return f"{minutes // 60}h{minutes % 60:02d}" if minutes % 60 else f"{minutes // 60}h"


def _date(day: date) -> str:
    return f"{day.day}/{day.month}"


def _joined(parts: Sequence[str], last: str = " e ") -> str:
    return f"{', '.join(parts[:-1])}{last}{parts[-1]}" if len(parts) > 1 else "".join(parts)
