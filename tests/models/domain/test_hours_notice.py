"""The public notice of the hours reads as people write it, in three lengths."""

from __future__ import annotations

from datetime import date

import pytest

from app.models.domain.hours_check import DayHours, Minutes, parse_intervals
from app.models.domain.hours_notice import full_notice, hours_notice, public_notice, short_notice, zone_words

_SPLIT = parse_intervals("9h às 12h e 13h às 18h")
_MORNING = parse_intervals("9-12")
_TEAM = {**dict.fromkeys(range(5), _SPLIT), 5: parse_intervals("9-13"), 6: ()}


@pytest.mark.parametrize(
    ("week", "text", "short"),
    [
        ({}, "", ""),
        (
            _TEAM,
            "de segunda a sexta, das 9h às 12h e das 13h às 18h, e sábado, das 9h às 13h",
            "Seg–sex 9h–12h e 13h–18h · sáb 9h–13h",
        ),
        (dict.fromkeys(range(7), ((0, 1440),)), "todos os dias, 24 horas", "Todo dia 24h"),
        (
            {0: ((510, 1065),), 2: ((510, 1065),)},
            "segunda e quarta, das 8h30 às 17h45",
            "Seg e qua 8h30–17h45",
        ),
        ({6: ((60, 780),)}, "domingo, da 1h às 13h", "Dom 1h–13h"),
        ({0: _MORNING, 3: _MORNING, 4: _MORNING}, "segunda, quinta e sexta, das 9h às 12h", "Seg, qui e sex 9h–12h"),
        ({4: ((0, 60), (1200, 1440))}, "sexta, das 0h à 1h e das 20h às 24h", "Sex 0h–1h e 20h–24h"),
    ],
)
def test_notice(week: dict[int, tuple[Minutes, ...]], text: str, short: str) -> None:
    assert hours_notice(week) == text
    assert short_notice(week) == short


def test_the_notice_of_the_first_day_fits_a_profile() -> None:
    text = public_notice(_TEAM, "America/Sao_Paulo")
    assert text == (
        "Atendemos de segunda a sexta, das 9h às 12h e das 13h às 18h, e sábado, das 9h às 13h "
        "(horário de Brasília), exceto feriados."
    )
    assert len(text) <= 150
    assert len(short_notice(_TEAM)) <= 80


def test_the_full_notice_names_the_dates_to_come() -> None:
    days = [
        DayHours(date(2026, 12, 24), "Véspera de Natal", "own", ((540, 780),)),
        DayHours(date(2026, 12, 25), "Natal", "national"),
        DayHours(date(2027, 1, 1), "Confraternização Universal", "national"),
    ]
    assert full_notice(_TEAM, "America/Manaus", days) == (
        "Atendemos de segunda a sexta, das 9h às 12h e das 13h às 18h, e sábado, das 9h às 13h "
        "(horário do Amazonas), exceto feriados. "
        "Não abrimos em 25/12 (Natal) e 1/1 (Confraternização Universal). "
        "Horário especial: 24/12 (Véspera de Natal), das 9h às 13h."
    )
    assert full_notice(_TEAM, "America/Manaus", []).endswith("exceto feriados.")


def test_a_week_never_open_has_no_notice() -> None:
    assert public_notice({}, "America/Sao_Paulo") == full_notice({}, "America/Sao_Paulo", []) == ""


def test_a_zone_abroad_is_named_by_its_city() -> None:
    assert zone_words("America/New_York") == "horário de New York"
