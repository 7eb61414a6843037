"""Legal terms as data: profiles of rules with dates of validity, and when a duty that arises today runs out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from app.models.domain.business_hours import WeekCalendar
from app.models.domain.sla import end_of_day, legal_due_on

Json = Any
_MOST_DAYS = 3_650


class DayUnit(StrEnum):
    """How a term counts; an immediate duty is due by the end of the day on which it arises."""

    CALENDAR = "calendar"
    BUSINESS = "business"
    IMMEDIATE = "immediate"


class Arises(StrEnum):
    """What makes a duty arise: the case's registration, its classification, or a person who says so."""

    REGISTRATION = "registration"
    SUBJECT = "subject"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class LegalRule:
    """One term of a norm. ``days_small`` holds for small processing agents where the norm gives them more.

    ``channels`` limits it to cases of those channels (none = all); ``nodes`` are the ``axis/key`` whose choice makes it
    arise. ``is_answer``: an answer to the demand itself, settled when the case is.
    """

    kind: str
    name: str
    norm: str
    unit: DayUnit
    arises: Arises
    days: int = 0
    days_small: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    channels: frozenset[str] = frozenset()
    nodes: frozenset[str] = frozenset()
    is_answer: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether the rule was in force on a local date; both ends are in."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class LegalProfile:
    """A company's legal situation: its own rules and those that hold for everybody."""

    key: str
    name: str
    rules: tuple[LegalRule, ...]


@dataclass(frozen=True, slots=True)
class LegalBook:
    """All profiles, the one that the company has chosen, and whether it is a small processing agent."""

    chosen: str
    profiles: tuple[LegalProfile, ...]
    is_small_agent: bool = False

    @property
    def profile(self) -> LegalProfile:
        """The chosen profile."""
        return next(each for each in self.profiles if each.key == self.chosen)

    def at_opening(self, day: date, channel: str) -> tuple[LegalRule, ...]:
        """Return the rules that a case of that channel, registered on that local date, falls under at once."""
        return self._of(Arises.REGISTRATION, day, channel)

    def of_nodes(self, day: date, channel: str, nodes: Collection[str]) -> tuple[LegalRule, ...]:
        """Return the rules that a classification (``axis/key``, all nodes above included) makes arise on that date."""
        found = self._of(Arises.SUBJECT, day, channel)
        return tuple(rule for rule in found if not rule.nodes.isdisjoint(nodes))

    def by_hand(self, day: date) -> tuple[LegalRule, ...]:
        """Return every rule in force that a person may say has arisen, each kind once."""
        found: dict[str, LegalRule] = {}
        for rule in self.profile.rules:
            if rule.holds_on(day):
                found.setdefault(rule.kind, rule)
        return tuple(found.values())

    @property
    def answer_kinds(self) -> frozenset[str]:
        """The kinds of every profile that the answer to the demand settles."""
        return frozenset(rule.kind for each in self.profiles for rule in each.rules if rule.is_answer)

    @property
    def names(self) -> dict[str, str]:
        """The name of each kind, the chosen profile's before the others'."""
        ordered = (*(each for each in self.profiles if each.key != self.chosen), self.profile)
        return {rule.kind: rule.name for each in ordered for rule in each.rules}

    def days_of(self, rule: LegalRule) -> int:
        """Return the length of a rule's term for this company."""
        return rule.days_small if self.is_small_agent and rule.days_small is not None else rule.days

    def due_at(self, rule: LegalRule, began_at: datetime, zone: str, calendar: WeekCalendar | None) -> datetime:
        """Return the instant (UTC) at which a term that began then runs out: the end of its last local day.

        The day on which it begins does not count. Business days are the calendar's; without one, or with one that
        never opens, calendar days.
        """
        day = began_at.astimezone(ZoneInfo(zone)).date()
        if rule.unit is DayUnit.IMMEDIATE:
            return end_of_day(day, zone)
        days = self.days_of(rule)
        if rule.unit is DayUnit.BUSINESS and calendar is not None:
            try:
                return end_of_day(legal_due_on(day, days, calendar), zone)
            except ValueError:
                return end_of_day(legal_due_on(day, days), zone)
        return end_of_day(legal_due_on(day, days), zone)

    def _of(self, arises: Arises, day: date, channel: str) -> tuple[LegalRule, ...]:
        return tuple(
            rule
            for rule in self.profile.rules
            if rule.arises is arises and rule.holds_on(day) and (not rule.channels or channel in rule.channels)
        )


def read_legal(data: Json) -> LegalBook:
    """Return the book that a JSON setting describes; also the check of an edited one.

    Raises:
        ValueError, KeyError, TypeError: what is wrong with it.
    """
    common = tuple(_rule(each) for each in data.get("common", ()))
    profiles = tuple(
        LegalProfile(str(each["key"]), str(each["name"]), (*(_rule(rule) for rule in each["rules"]), *common))
        for each in data["profiles"]
    )
    keys = [profile.key for profile in profiles]
    if len(set(keys)) != len(keys):
        raise ValueError("profile twice")
    if data["profile"] not in keys:
        raise ValueError("profile unknown")
    return LegalBook(data["profile"], profiles, bool(data.get("is_small_agent", False)))


def _rule(data: Mapping[str, Json]) -> LegalRule:
    rule = LegalRule(
        kind=_word(data["kind"]),
        name=_word(data["name"]),
        norm=_word(data["norm"]),
        unit=DayUnit(data["unit"]),
        arises=Arises(data["from"]),
        days=_days(data.get("days", 0)),
        days_small=None if data.get("days_small") is None else _days(data["days_small"]),
        valid_from=_day(data.get("valid_from")),
        valid_until=_day(data.get("valid_until")),
        channels=frozenset(data.get("channels", ())),
        nodes=frozenset(data.get("nodes", ())),
        is_answer=bool(data.get("is_answer", False)),
    )
    if rule.unit is not DayUnit.IMMEDIATE and rule.days < 1:
        raise ValueError("term without days")
    if rule.arises is Arises.SUBJECT and not rule.nodes:
        raise ValueError("rule of a subject without nodes")
    if rule.valid_from is not None and rule.valid_until is not None and rule.valid_until < rule.valid_from:
        raise ValueError("validity runs backwards")
    return rule


def _word(value: Json) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("empty word")
    return value


def _days(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_DAYS:
        raise ValueError("days")
    return value


def _day(value: Json) -> date | None:
    return None if value is None else date.fromisoformat(value)
