"""The legal profile is edited as data; a new validity ends the old one on the day before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.models.domain.legal import DayUnit, read_legal
from app.services.errors import Invalid
from app.services.first_day import original_setting
from app.services.legal_rules import (
    COMMON,
    LegalRow,
    Validity,
    profiles_of,
    rows_of,
    with_profile,
    with_small_agent,
    with_validity,
)


@pytest.fixture
def value() -> Any:
    return original_setting("legal")


def row(value: Any, kind: str) -> LegalRow:
    return next(each for each in rows_of(value) if each.rule.kind == kind)


def test_profiles_are_chosen(value: Any) -> None:
    assert {key for key, _name, _text in profiles_of(value)} == {"regulated", "ecommerce", "general"}
    changed = with_profile(value, "regulated")
    assert read_legal(changed).chosen == "regulated"
    assert value["profile"] == "general"
    with pytest.raises(ValueError, match="unknown"):
        with_profile(value, "none")
    answers = [each for each in rows_of(changed) if each.rule.kind == "answer"]
    assert [each.rule.days for each in answers] == [7, 5]


def test_small_agents_have_twice_the_time(value: Any) -> None:
    book = read_legal(with_small_agent(value, on=True))
    assert book.days_of(row(value, "lgpd_statement").rule) == 30


def test_a_new_validity_ends_the_old_one(value: Any) -> None:
    start = date(2027, 1, 1)
    changed = with_validity(value, row(value, "history"), Validity(start, "Decreto novo", DayUnit.BUSINESS, 3))
    newest, older = [each.rule for each in rows_of(changed) if each.rule.kind == "history"]
    assert (newest.valid_from, newest.valid_until, newest.norm) == (start, None, "Decreto novo")
    assert (newest.unit, newest.days) == (DayUnit.BUSINESS, 3)
    assert older.valid_until == date(2026, 12, 31)
    assert rows_of(value) == rows_of(original_setting("legal"))


def test_a_rule_of_everybody_keeps_its_double_term(value: Any) -> None:
    found = row(value, "lgpd_statement")
    assert found.place == COMMON
    changed = with_validity(value, found, Validity(date(2027, 1, 1), "Lei nova", DayUnit.CALENDAR, 10))
    assert row(changed, "lgpd_statement").rule.days_small == 20
    again = row(changed, "lgpd_statement")
    soon = with_validity(changed, again, Validity(date(2028, 1, 1), "Outra", DayUnit.IMMEDIATE, 0))
    assert row(soon, "lgpd_statement").rule.unit is DayUnit.IMMEDIATE


def test_what_cannot_be_is_refused(value: Any) -> None:
    found = row(value, "lgpd_statement")
    early = Validity(date(2020, 9, 18), "Lei", DayUnit.CALENDAR, 10)
    with pytest.raises(Invalid, match="legal_validity_backwards"):
        with_validity(value, found, early)
    with pytest.raises(Invalid, match="legal_norm_missing"):
        with_validity(value, found, Validity(date(2027, 1, 1), "  ", DayUnit.CALENDAR, 10))
    with pytest.raises(Invalid, match="legal_term_missing"):
        with_validity(value, found, Validity(date(2027, 1, 1), "Lei", DayUnit.CALENDAR, 0))
