"""Holidays of country, state and capital by rule; a town's own by pasted table, each line with its reason."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from app.models.domain.hours_check import DayHours, Minutes, parse_intervals
from app.services.errors import Invalid
from app.services.holiday_table import CAPITAL, holidays_of, read_bytes, read_table

_WEEK: dict[int, tuple[Minutes, ...]] = dict.fromkeys(range(5), parse_intervals("9-12, 13-18"))
_REAL = Path(os.environ.get("BALCAO_REAL_DATA", Path(__file__).parents[4] / "shared" / "data")) / "holidays_br.jsonl"


def test_country_state_and_movable_days() -> None:
    found = {each.hours.day: each for each in holidays_of("BA", [2027], _WEEK, known=[date(2027, 12, 25)])}
    assert found[date(2027, 12, 25)].is_known
    assert found[date(2027, 12, 25)].hours == DayHours(date(2027, 12, 25), "Natal", "national")
    assert found[date(2027, 7, 2)].hours.origin == "state"
    carnival = found[date(2027, 2, 9)]
    assert (carnival.hours.name, carnival.hours.origin, carnival.is_optional) == ("Carnaval", "movable", True)
    assert found[date(2027, 2, 10)].hours.intervals == parse_intervals("14-18")
    assert found[date(2027, 5, 27)].hours.name == "Corpus Christi"
    assert not found[date(2027, 3, 26)].is_optional


def test_without_a_state_only_the_country() -> None:
    origins = {each.hours.origin for each in holidays_of(None, [2027, 2028], _WEEK)}
    assert origins == {"national", "movable"}


def test_the_capital_has_its_own() -> None:
    found = {each.hours.day: each.hours.origin for each in holidays_of(CAPITAL, [2027], _WEEK)}
    assert found[date(2027, 1, 25)] == "city"
    assert found[date(2027, 7, 9)] == "state"


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(Invalid, match="state_unknown"):
        holidays_of("XX", [2027], _WEEK)
    with pytest.raises(Invalid, match="holiday_year_unknown"):
        holidays_of("SP", [1500], _WEEK)


def test_national_days_agree_with_a_table_that_nobody_here_made() -> None:
    if not _REAL.exists():
        pytest.skip("the real material is not on this machine")
    there: dict[int, set[date]] = defaultdict(set)
    for line in _REAL.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["scope"] == "nacional" and int(row["date"][:4]) >= 2024:
            there[int(row["date"][:4])].add(date.fromisoformat(row["date"]))
    assert there
    for year, wanted in there.items():
        ours = {each.hours.day for each in holidays_of(None, [year], _WEEK)}
        missing = wanted - ours
        # Easter Sunday and the day of the dead's eve are in some tables; no counter closes for a Sunday twice.
        assert {day for day in missing if day.weekday() < 5} == set(), year


def test_a_table_is_read_line_by_line_with_reasons() -> None:
    text = "data;nome;horário\n08/12/2026;Imaculada Conceição;\n2026-12-24;Véspera;09:00-13:00\n"
    text += "31/02/2027;Nada;\n15/08/2027;;\n16/08/2027\n17/08/2027;Festa;18:00-9:00\n08/12/2026;De novo;\n\n"
    lines = read_table(text, known=[date(2026, 12, 24)])
    assert [(each.number, each.problem, each.detail) for each in lines] == [
        (2, "", ""),
        (3, "", ""),
        (4, "date_unreadable", "31/02/2027"),
        (5, "name_missing", ""),
        (6, "row_too_short", ""),
        (7, "hours_backwards", "18:00-9:00"),
        (8, "day_twice", "08/12/2026"),
    ]
    assert lines[0].day == DayHours(date(2026, 12, 8), "Imaculada Conceição", "city")
    assert (lines[1].is_known, lines[0].is_known) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "01.02.2027;Padroeiro;9-12 e 13-18",
        "01/02/2027\tPadroeiro\t9-12, 13-18",
        '01/02/2027,Padroeiro,"9-12, 13-18"',
        "\ufeff01-02-2027;Padroeiro;9h às 12h;13h às 18h",
    ],
)
def test_every_way_of_parting_columns(text: str) -> None:
    (line,) = read_table(text)
    assert line.day == DayHours(date(2027, 2, 1), "Padroeiro", "city", parse_intervals("9-12, 13-18"))


def test_a_table_beyond_all_measure() -> None:
    with pytest.raises(Invalid, match="table_too_long"):
        read_table("01/01/2027;x\n" * 5_001)
    assert read_table("") == ()


def test_bytes_of_brazilian_programs() -> None:
    assert read_bytes("\ufeffação".encode()) == "ação"
    assert read_bytes("ação".encode("cp1252")) == "ação"
