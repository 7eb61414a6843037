"""Edits the legal profile as data: the chosen one, small agent or not, a new validity that ends the old one."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.models.domain.legal import DayUnit, LegalRule, read_legal
from app.services.errors import Invalid

Json = Any
SECTION = "legal"
COMMON = "common"
LONGEST_TERM = 3_650
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LegalRow:
    """One dated rule of the chosen profile and where it stands: ``place`` (a profile's key or common) and number."""

    place: str
    number: int
    rule: LegalRule
    note: str


@dataclass(frozen=True, slots=True)
class Validity:
    """A rule as it holds from a day on."""

    start: date
    norm: str
    unit: DayUnit
    days: int


def profiles_of(value: Json) -> tuple[tuple[str, str, str], ...]:
    """Return key, name and description of each profile."""
    return tuple((each["key"], each["name"], each.get("description", "")) for each in value["profiles"])


def rows_of(value: Json) -> tuple[LegalRow, ...]:
    """Return the rules of the chosen profile, its own first, each kind by date, the newest first."""
    book = read_legal(value)
    chosen = next(each for each in value["profiles"] if each["key"] == book.chosen)
    own = len(chosen["rules"])
    raw = [*chosen["rules"], *value.get(COMMON, ())]
    rows = [
        LegalRow(
            book.chosen if number < own else COMMON,
            number if number < own else number - own,
            rule,
            str(raw[number].get("note", "")),
        )
        for number, rule in enumerate(book.profile.rules)
    ]
    order = {row.rule.kind: place for place, row in reversed(list(enumerate(rows)))}
    return tuple(sorted(rows, key=lambda row: (order[row.rule.kind], -_ordinal(row.rule.valid_from))))


def with_profile(value: Json, key: str) -> Json:
    """Return the setting with another profile chosen. Raises ValueError for an unknown one."""
    return _checked({**value, "profile": key})


def with_small_agent(value: Json, *, on: bool) -> Json:
    """Return the setting for a small processing agent, or not."""
    return _checked({**value, "is_small_agent": on})


def with_validity(value: Json, row: LegalRow, validity: Validity) -> Json:
    """Return the setting with a rule that holds from a day on; the one before ends on the day before.

    Raises:
        Invalid: ``legal_validity_backwards`` (name) when it would begin before the rule that it follows,
        ``legal_norm_missing``, ``legal_term_missing``.
    """
    if not validity.norm.strip():
        raise Invalid("legal_norm_missing")
    if validity.unit is not DayUnit.IMMEDIATE and not 1 <= validity.days <= LONGEST_TERM:
        raise Invalid("legal_term_missing")
    changed = copy.deepcopy(value)
    rules = _rules_at(changed, row.place)
    before = rules[row.number]
    begun = before.get("valid_from")
    ended = before.get("valid_until")
    if (begun is not None and validity.start <= date.fromisoformat(begun)) or (
        ended is not None and validity.start <= date.fromisoformat(ended)
    ):
        raise Invalid("legal_validity_backwards", name=row.rule.name)
    after = {**before, "norm": validity.norm.strip(), "unit": validity.unit.value}
    after |= {"valid_from": validity.start.isoformat(), "valid_until": None}
    for name in ("days", "days_small", "note"):
        after.pop(name, None)
    if validity.unit is not DayUnit.IMMEDIATE:
        after["days"] = validity.days
        if row.rule.days_small is not None:
            after["days_small"] = 2 * validity.days
    if ended is None:
        before["valid_until"] = (validity.start - _DAY).isoformat()
    rules.insert(row.number, after)
    return _checked(changed)


def _rules_at(value: Json, place: str) -> list[Json]:
    if place == COMMON:
        found: list[Json] = value[COMMON]
        return found
    profile: Mapping[str, Json] = next(each for each in value["profiles"] if each["key"] == place)
    rules: list[Json] = profile["rules"]
    return rules


def _checked(value: Json) -> Json:
    read_legal(value)
    return value


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()
