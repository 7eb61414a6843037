"""To which area a case goes at once: the team's route rules in their order, the first that fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

MOST_RULES = 200
MOST_DAYS = 3_650
MOST_COUNT = 100
LONGEST_TEXT = 300


class RouteCause(StrEnum):
    """What of a case made a rule fit; each has one phrase on the screen."""

    VIP = "vip"
    CRITICAL = "critical"
    REPEAT = "repeat"
    CRISIS = "crisis"
    CLASSIFIED = "classified"
    CHANNEL = "channel"


class RouteProblem(StrEnum):
    """What is wrong with a rule; each has one sentence on the screen."""

    NO_CONDITION = "route_without_condition"
    NO_AREA = "route_without_area"
    NO_REASON = "route_without_reason"
    NO_NAME = "route_without_name"
    BAD_NUMBER = "route_number_invalid"
    SAME_KEY = "route_key_twice"
    TOO_MANY = "route_too_many"


class RouteProblemError(ValueError):
    """A rule that cannot be used; ``name`` is the rule's."""

    def __init__(self, problem: RouteProblem, name: str = "") -> None:
        super().__init__(problem.value, name)
        self.problem, self.name = problem, name


@dataclass(frozen=True, slots=True)
class Repeat:
    """A customer who comes again and again: at least ``count`` cases in ``days`` days, the present one among them."""

    count: int
    days: int
    only_complaints: bool = True


@dataclass(frozen=True, slots=True)
class RouteRule:
    """One rule. All conditions that are set must hold; of several nodes of one axis (or channels) any one does.

    ``nodes`` are "axis key/node key" and stand for their whole branch; ``crisis_level`` fits it and graver ones.
    """

    key: str
    name: str
    area_key: str
    reason: str
    is_vip: bool = False
    is_critical: bool = False
    repeat: Repeat | None = None
    crisis_level: int | None = None
    nodes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    is_automatic: bool = False
    is_active: bool = True

    @property
    def has_condition(self) -> bool:
        """Tell whether the rule asks for anything at all."""
        return bool(
            self.is_vip
            or self.is_critical
            or self.repeat
            or self.crisis_level is not None
            or self.nodes
            or self.channels
        )


@dataclass(frozen=True, slots=True)
class Routes:
    """The team's rules in order, and who counts as a critical author: nodes of persona or profile, or a reach."""

    rules: tuple[RouteRule, ...] = ()
    critical_nodes: tuple[str, ...] = ()
    critical_reach: int | None = None

    @property
    def longest_repeat(self) -> timedelta:
        """Return how far back the rules look for earlier cases; zero when none does."""
        days = [rule.repeat.days for rule in self.rules if rule.is_active and rule.repeat is not None]
        return timedelta(days=max(days, default=0))


@dataclass(frozen=True, slots=True)
class PastCase:
    """An earlier case of the customer, ``age`` before now."""

    age: timedelta
    is_complaint: bool


@dataclass(frozen=True, slots=True)
class RouteFacts:
    """What the rules look at. ``nodes`` = "axis key/node key" of all nodes carried and of all that stand above them.

    ``past`` holds the customer's cases, the present one too; ``reach`` is the author's audience, None = unknown.
    """

    is_vip: bool = False
    crisis_level: int | None = None
    channel_key: str = ""
    nodes: frozenset[str] = frozenset()
    reach: int | None = None
    past: tuple[PastCase, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteProposal:
    """The area that a rule names, and why; ``causes`` say what of the case made it fit."""

    rule_key: str
    rule_name: str
    area_key: str
    reason: str
    is_automatic: bool
    causes: tuple[RouteCause, ...]


def route_for(facts: RouteFacts, routes: Routes, *, areas: Iterable[str] | None = None) -> RouteProposal | None:
    """Return what the first rule that fits proposes, None when none does.

    ``areas`` are the keys of areas in use: a rule for any other is passed over (None = all are in use).
    """
    known = None if areas is None else frozenset(areas)
    for rule in routes.rules:
        if not rule.is_active or not rule.has_condition:
            continue
        if known is not None and rule.area_key not in known:
            continue
        causes = _causes(rule, facts, routes)
        if causes is not None:
            return RouteProposal(rule.key, rule.name, rule.area_key, rule.reason, rule.is_automatic, causes)
    return None


def is_critical(facts: RouteFacts, routes: Routes) -> bool:
    """Tell whether the author counts as critical."""
    is_heard = routes.critical_reach is not None and facts.reach is not None and facts.reach >= routes.critical_reach
    return is_heard or not facts.nodes.isdisjoint(routes.critical_nodes)


def _causes(rule: RouteRule, facts: RouteFacts, routes: Routes) -> tuple[RouteCause, ...] | None:
    """Return which conditions of the rule hold, None when one does not."""
    asked = (
        (RouteCause.VIP, rule.is_vip, facts.is_vip),
        (RouteCause.CRITICAL, rule.is_critical, is_critical(facts, routes)),
        (RouteCause.REPEAT, rule.repeat is not None, _repeats(rule.repeat, facts.past)),
        (RouteCause.CRISIS, rule.crisis_level is not None, _is_grave(rule.crisis_level, facts.crisis_level)),
        (RouteCause.CLASSIFIED, bool(rule.nodes), _is_on(rule.nodes, facts.nodes)),
        (RouteCause.CHANNEL, bool(rule.channels), facts.channel_key in rule.channels),
    )
    if any(is_asked and not holds for _cause, is_asked, holds in asked):
        return None
    return tuple(cause for cause, is_asked, _holds in asked if is_asked)


def _repeats(repeat: Repeat | None, past: Sequence[PastCase]) -> bool:
    if repeat is None:
        return False
    limit = timedelta(days=repeat.days)
    counted = (each for each in past if each.age <= limit and (each.is_complaint or not repeat.only_complaints))
    return sum(1 for _ in counted) >= repeat.count


def _is_grave(wanted: int | None, level: int | None) -> bool:
    return wanted is not None and level is not None and level <= wanted


def _is_on(wanted: Sequence[str], carried: frozenset[str]) -> bool:
    by_axis: dict[str, set[str]] = {}
    for node in wanted:
        by_axis.setdefault(node.partition("/")[0], set()).add(node)
    return all(not carried.isdisjoint(nodes) for nodes in by_axis.values())


def routes_from(data: Any) -> Routes:  # noqa: ANN401 - any JSON value
    """Read the rules from their JSON form and check them.

    Raises:
        RouteProblemError: a rule that cannot be used. KeyError, TypeError, ValueError: no such form at all.
    """
    if not isinstance(data, Mapping) or not isinstance(data["rules"], list):
        raise TypeError("routes")
    critical = data.get("critical") or {}
    routes = Routes(
        rules=tuple(_rule_from(each) for each in data["rules"]),
        critical_nodes=tuple(str(node) for node in critical.get("nodes", ())),
        critical_reach=None if critical.get("reach") is None else int(critical["reach"]),
    )
    check_routes(routes)
    return routes


def routes_data(routes: Routes) -> dict[str, Any]:
    """Return the JSON form."""
    return {
        "critical": {"nodes": list(routes.critical_nodes), "reach": routes.critical_reach},
        "rules": [_rule_data(rule) for rule in routes.rules],
    }


def check_routes(routes: Routes) -> None:
    """Raise RouteProblemError for the first rule that cannot be used."""
    if len(routes.rules) > MOST_RULES:
        raise RouteProblemError(RouteProblem.TOO_MANY)
    if routes.critical_reach is not None and routes.critical_reach < 1:
        raise RouteProblemError(RouteProblem.BAD_NUMBER)
    seen: set[str] = set()
    for rule in routes.rules:
        for problem, is_wrong in _problems(rule, seen):
            if is_wrong:
                raise RouteProblemError(problem, rule.name)
        seen.add(rule.key)


def _problems(rule: RouteRule, seen: set[str]) -> Iterable[tuple[RouteProblem, bool]]:
    repeat = rule.repeat
    is_repeat_wrong = repeat is not None and not (1 <= repeat.count <= MOST_COUNT and 1 <= repeat.days <= MOST_DAYS)
    is_level_wrong = rule.crisis_level is not None and rule.crisis_level < 1
    is_text_long = max(len(rule.name), len(rule.reason)) > LONGEST_TEXT
    return (
        (RouteProblem.SAME_KEY, not rule.key or rule.key in seen),
        (RouteProblem.NO_NAME, not rule.name.strip() or is_text_long),
        (RouteProblem.NO_AREA, not rule.area_key),
        (RouteProblem.NO_REASON, not rule.reason.strip()),
        (RouteProblem.BAD_NUMBER, is_repeat_wrong or is_level_wrong),
        (RouteProblem.NO_CONDITION, not rule.has_condition),
    )


def _rule_from(data: Mapping[str, Any]) -> RouteRule:
    repeat = data.get("repeat")
    level = data.get("crisis_level")
    return RouteRule(
        key=str(data["key"]),
        name=str(data["name"]),
        area_key=str(data["area"]),
        reason=str(data["reason"]),
        is_vip=bool(data.get("vip", False)),
        is_critical=bool(data.get("critical", False)),
        repeat=None
        if repeat is None
        else Repeat(int(repeat["count"]), int(repeat["days"]), bool(repeat.get("only_complaints", True))),
        crisis_level=None if level is None else int(level),
        nodes=tuple(str(node) for node in data.get("nodes", ())),
        channels=tuple(str(channel) for channel in data.get("channels", ())),
        is_automatic=bool(data.get("automatic", False)),
        is_active=bool(data.get("active", True)),
    )


def _rule_data(rule: RouteRule) -> dict[str, Any]:
    repeat = rule.repeat
    return {
        "key": rule.key,
        "name": rule.name,
        "area": rule.area_key,
        "reason": rule.reason,
        "vip": rule.is_vip,
        "critical": rule.is_critical,
        "repeat": None
        if repeat is None
        else {"count": repeat.count, "days": repeat.days, "only_complaints": repeat.only_complaints},
        "crisis_level": rule.crisis_level,
        "nodes": list(rule.nodes),
        "channels": list(rule.channels),
        "automatic": rule.is_automatic,
        "active": rule.is_active,
    }
