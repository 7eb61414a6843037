from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.models.domain.business_hours import WeekCalendar, span
from app.models.domain.legal import Arises, DayUnit, LegalRule, read_legal
from app.services.first_day import original_setting

ZONE = "America/Sao_Paulo"
SATURDAY = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
OFFICE = WeekCalendar(ZONE, {day: [span("09:00", "18:00")] for day in range(5)})
RULE = {"kind": "answer", "name": "Resposta", "norm": "Norma", "unit": "calendar", "days": 5, "from": "registration"}


def book(*rules: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {"profile": "one", "profiles": [{"key": "one", "name": "Um", "rules": list(rules)}], **values}


def test_the_first_days_profiles_can_be_read() -> None:
    seed = read_legal(original_setting("legal"))
    assert {profile.key for profile in seed.profiles} == {"regulated", "ecommerce", "general"}
    assert seed.profile.name == "Geral (CDC + LGPD)"
    assert {"answer", "consumidor_gov", "procon"} == seed.answer_kinds
    assert seed.names["history"] == "Entrega do histórico"


def test_every_norm_of_the_first_day_names_itself_and_its_term() -> None:
    for profile in read_legal(original_setting("legal")).profiles:
        for rule in profile.rules:
            assert rule.norm
            assert rule.unit is DayUnit.IMMEDIATE or rule.days in {5, 7, 10, 15, 20}


@pytest.mark.parametrize(
    ("changes", "began", "due"),
    [
        ({}, SATURDAY, "2026-11-27 03:00"),
        ({"unit": "immediate"}, SATURDAY, "2026-11-22 03:00"),
        ({"unit": "business"}, SATURDAY, "2026-11-28 03:00"),
        ({"days_small": 10}, SATURDAY, "2026-12-02 03:00"),
        # 23:30 in São Paulo is the next day in UTC: the local day counts.
        ({"days": 1}, datetime(2026, 11, 22, 2, 30, tzinfo=UTC), "2026-11-23 03:00"),
        # The end of the day before the clocks went forward in 2018.
        ({"days": 1}, datetime(2018, 11, 2, 12, 0, tzinfo=UTC), "2018-11-04 03:00"),
    ],
)
def test_when_a_term_runs_out(changes: dict[str, Any], began: datetime, due: str) -> None:
    read = read_legal(book(RULE | changes, is_small_agent=True))
    (rule,) = read.by_hand(date(2026, 11, 21))
    assert read.due_at(rule, began, ZONE, OFFICE) == datetime.fromisoformat(due).replace(tzinfo=UTC)


def test_business_days_without_any_are_calendar_days() -> None:
    read = read_legal(book(RULE | {"unit": "business"}))
    (rule,) = read.by_hand(date(2026, 11, 21))
    expected = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)
    assert read.due_at(rule, SATURDAY, ZONE, WeekCalendar(ZONE, {})) == expected
    assert read.due_at(rule, SATURDAY, ZONE, None) == expected


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    rule = LegalRule("a", "A", "N", DayUnit.CALENDAR, Arises.REQUEST, 1, None, date(2022, 10, 3), date(2022, 10, 5))
    assert [rule.holds_on(date(2022, 10, day)) for day in (2, 3, 5, 6)] == [False, True, True, False]


def test_which_rules_a_case_falls_under() -> None:
    read = read_legal(
        book(
            RULE,
            RULE | {"kind": "portal", "channels": ["consumidor_gov"]},
            RULE | {"kind": "task", "from": "subject", "nodes": ["subject/cancellation"], "unit": "immediate"},
            RULE | {"kind": "later", "valid_from": "2030-01-01"},
            common=[RULE | {"kind": "history", "from": "request"}],
        )
    )
    today = date(2026, 11, 21)
    assert [rule.kind for rule in read.at_opening(today, "x")] == ["answer"]
    assert [rule.kind for rule in read.at_opening(today, "consumidor_gov")] == ["answer", "portal"]
    assert [rule.kind for rule in read.of_nodes(today, "x", {"subject/cancellation", "subject/service"})] == ["task"]
    assert read.of_nodes(today, "x", {"subject/service"}) == ()
    assert [rule.kind for rule in read.by_hand(today)] == ["answer", "portal", "task", "history"]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": ""},
        {"norm": 7},
        {"unit": "weeks"},
        {"from": "whim"},
        {"days": 0},
        {"days": True},
        {"days": 99_999},
        {"days_small": -1},
        {"valid_from": "soon"},
        {"from": "subject"},
        {"valid_from": "2026-01-02", "valid_until": "2026-01-01"},
    ],
)
def test_what_is_no_rule_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_legal(book(RULE | changes))


def test_what_is_no_book_is_refused() -> None:
    twice = book(RULE)
    twice["profiles"] = twice["profiles"] * 2
    for wrong in (book(RULE, profile="two"), twice):
        with pytest.raises(ValueError, match="profile"):
            read_legal(wrong)
    for unread in ({}, {"profiles": 5}, {"profile": "one", "profiles": [{}]}):
        with pytest.raises((ValueError, KeyError, TypeError)):
            read_legal(unread)
