"""How many people each half hour of the week takes, so that answers come in time and nobody is worn out."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from app.models.domain.staffing_queue import Queue, queue_with_patience, queue_without_patience

HALF_HOUR = 1800
HALVES = 48
WEEK = 7 * HALVES
MEASURED_FROM = 50
"""From how many measured answers on the measured handling time counts."""
# Above so many Erlangs the cap on occupancy decides alone; the queue's own share is below one per cent.
_LARGE = 2_000.0
_LIMITS: dict[str, tuple[float, float]] = {
    "service_percent": (1, 99.9),
    "within_seconds": (1, 7 * 86_400),
    "patience_seconds": (0, 30 * 86_400),
    "occupancy_percent": (10, 100),
    "shrinkage_percent": (0, 90),
    "handling_seconds": (5, 8 * 3_600),
    "concurrency": (1, 20),
    "deferred_hours": (0.5, 240),
    "active_percent": (0, 90),
    "served_percent": (0, 100),
    "weekly_hours": (1, 60),
    "least": (0, 1_000),
}


class RulesError(ValueError):
    """A rule is no number or outside its limits: ``field`` and the limits it must keep."""

    def __init__(self, field: str, low: float, high: float) -> None:
        super().__init__(field)
        self.field, self.low, self.high = field, low, high


@dataclass(frozen=True, slots=True)
class StaffingRules:
    """What the team has agreed on. Percentages 0 to 100, times in the unit named.

    ``patience_seconds`` 0 = people wait for ever (Erlang C), else their mean patience (Erlang A).
    ``concurrency`` = conversations that one person holds at once. ``deferred`` = keys of the channels whose answers are
    due within ``deferred_hours`` open hours instead of at once. ``active_percent`` = share of the people's time for
    Relacionamento. ``served_percent`` = mentions that need an answer, None = as measured. ``least`` = never fewer
    people than so many while the counter is open.
    """

    service_percent: float = 80
    within_seconds: float = 600
    patience_seconds: float = 3_600
    occupancy_percent: float = 85
    shrinkage_percent: float = 30
    handling_seconds: float = 300
    concurrency: int = 1
    deferred: tuple[str, ...] = ("email", "reclame_aqui", "consumidor_gov", "google_play")
    deferred_hours: float = 8
    active_percent: float = 15
    served_percent: float | None = None
    weekly_hours: float = 36
    least: int = 1

    @classmethod
    def from_mapping(cls, value: Mapping[str, Any]) -> StaffingRules:
        """Read the stored form; what is missing has its default. Raises RulesError."""
        known = {each.name for each in fields(cls)}
        given = {key: each for key, each in value.items() if key in known}
        if "deferred" in given:
            given["deferred"] = tuple(str(key) for key in given["deferred"])
        return checked(replace(cls(), **given))

    def to_mapping(self) -> dict[str, Any]:
        """Return the form to store."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return found | {"deferred": list(self.deferred)}


def checked(rules: StaffingRules) -> StaffingRules:
    """Return the rules when each keeps its limits. Raises RulesError."""
    for name, (low, high) in _LIMITS.items():
        value = getattr(rules, name)
        if value is None and name == "served_percent":
            continue
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or not low <= value <= high or (name in {"concurrency", "least"} and value != int(value)):
            raise RulesError(name, low, high)
    return rules


@dataclass(frozen=True, slots=True)
class Demand:
    """Answers that the half hours of a week ask for, from Monday 0:00 (336 each); ``is_open`` = the counter's hours."""

    at_once: Sequence[float]
    deferred: Sequence[float]
    is_open: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Slot:
    """One half hour: ``receptive`` people at work, ``active`` in Relacionamento, ``rostered`` both with shrinkage.

    ``at_once`` answers asked for now, ``deferred`` answers worked off now; the queue is what people meet.
    """

    weekday: int
    half: int
    is_open: bool
    at_once: float = 0.0
    deferred: float = 0.0
    receptive: int = 0
    active: int = 0
    rostered: int = 0
    in_time: float | None = None
    gave_up: float = 0.0
    occupancy: float = 0.0


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The week's half hours and what they take together.

    ``people`` = contracts needed (hours of the week by weekly hours, and never fewer than the fullest half hour asks),
    ``person_hours`` rostered a week, ``answers`` a week, ``outside`` = share that arrives while the counter is closed,
    ``in_time`` = share of the answers at once that comes in time, weighted. ``peak`` = the fullest half hour.
    """

    slots: tuple[Slot, ...]
    people: int = 0
    person_hours: float = 0.0
    answers: float = 0.0
    outside: float = 0.0
    in_time: float | None = None
    peak: Slot | None = None


def servers_for(load: float, is_enough: Callable[[int], bool], never: int = 0) -> int:
    """Return the fewest servers that are enough; ``is_enough`` holds for all numbers above the first it holds for.

    ``never`` = a number that is surely too few.
    """
    high = max(never + 1, math.ceil(load + math.sqrt(load)))
    step = 1
    while not is_enough(high):
        high += step
        step *= 2
    low = never
    while high - low > 1:
        middle = (low + high) // 2
        if is_enough(middle):
            high = middle
        else:
            low = middle
    return high


def queue_of(arrivals: float, servers: int, handling: float, rules: StaffingRules) -> Queue:
    """Return what people meet when ``arrivals`` come in half an hour and ``servers`` conversations can be held."""
    per_second = arrivals / HALF_HOUR
    if rules.patience_seconds:
        return queue_with_patience(per_second, handling, servers, rules.within_seconds, rules.patience_seconds)
    return queue_without_patience(per_second, handling, servers, rules.within_seconds)


def people_at_work(arrivals: float, handling: float, rules: StaffingRules, *, deferred: float = 0.0) -> int:
    """Return the people that half an hour takes: for the service level, and for all work under the occupancy's cap.

    ``arrivals`` are answered at once, ``deferred`` answers fill the time in between (one at a time).
    """
    at_once = arrivals * handling / HALF_HOUR / rules.concurrency
    cap = rules.occupancy_percent / 100
    enough = math.ceil((at_once + deferred * handling / HALF_HOUR) / cap - 1e-9)
    if arrivals <= 0 or at_once > _LARGE:
        return enough
    target = rules.service_percent / 100

    def is_enough(people: int) -> bool:
        return queue_of(arrivals, people * rules.concurrency, handling, rules).in_time >= target

    # Nobody is in time who is not answered at all.
    return max(enough, servers_for(at_once, is_enough, max(0, math.ceil(target * at_once) - 1)))


def week_plan(demand: Demand, handling: float, rules: StaffingRules) -> WeekPlan:
    """Return the people of each half hour of a week; ``handling`` = seconds of work an answer takes.

    What arrives while the counter is closed is worked off like deferred work from the next opening on. A week without
    opening hours asks for nobody.
    """
    answers = sum(demand.at_once) + sum(demand.deferred)
    closed = sum(n for n, is_open in zip(demand.at_once, demand.is_open, strict=True) if not is_open)
    closed += sum(n for n, is_open in zip(demand.deferred, demand.is_open, strict=True) if not is_open)
    outside = closed / answers if answers else 0.0
    work = _spread(demand, rules)
    known: dict[tuple[float, float], int] = {}
    slots = []
    for place in range(WEEK):
        weekday, half = divmod(place, HALVES)
        if not demand.is_open[place]:
            slots.append(Slot(weekday, half, is_open=False))
            continue
        key = (round(demand.at_once[place], 6), round(work[place], 6))
        if key not in known:
            known[key] = max(people_at_work(key[0], handling, rules, deferred=key[1]), rules.least)
        slots.append(_slot(place, key, known[key], handling, rules))
    return _summed(tuple(slots), answers, outside, rules)


def _spread(demand: Demand, rules: StaffingRules) -> list[float]:
    """Return the deferred answers that each half hour works off: each arrival evenly over the open time it has."""
    work = [0.0] * WEEK
    opens = [place for place in range(WEEK) if demand.is_open[place]]
    if not opens:
        return work
    length = min(len(opens), max(1, round(rules.deferred_hours * 2)))
    first = 0  # the first open half hour at or after the place
    for place in range(WEEK):
        while first < len(opens) and opens[first] < place:
            first += 1
        amount = demand.deferred[place] + (0.0 if demand.is_open[place] else demand.at_once[place])
        if amount > 0:
            for number in range(first, first + length):
                work[opens[number % len(opens)]] += amount / length
    return work


def _slot(place: int, key: tuple[float, float], people: int, handling: float, rules: StaffingRules) -> Slot:
    weekday, half = divmod(place, HALVES)
    at_once, deferred = key
    load = at_once * handling / HALF_HOUR / rules.concurrency + deferred * handling / HALF_HOUR
    queue = None
    if at_once > 0 and load <= _LARGE:
        queue = queue_of(at_once, people * rules.concurrency, handling, rules)
    work = 1 - rules.active_percent / 100
    both = math.ceil(people / work - 1e-9)
    return Slot(
        weekday=weekday,
        half=half,
        is_open=True,
        at_once=at_once,
        deferred=deferred,
        receptive=people,
        active=both - people,
        rostered=math.ceil(people / work / (1 - rules.shrinkage_percent / 100) - 1e-9),
        in_time=None if queue is None else queue.in_time,
        gave_up=0.0 if queue is None else queue.gave_up,
        occupancy=min(1.0, load / people) if people else 0.0,
    )


def _summed(slots: tuple[Slot, ...], answers: float, outside: float, rules: StaffingRules) -> WeekPlan:
    hours = sum(slot.rostered for slot in slots) / 2
    peak = max(slots, key=lambda slot: slot.rostered)
    told = [(slot.at_once, slot.in_time) for slot in slots if slot.in_time is not None]
    weight = sum(n for n, _share in told)
    return WeekPlan(
        slots=slots,
        people=max(peak.rostered, math.ceil(hours / rules.weekly_hours - 1e-9)),
        person_hours=hours,
        answers=answers,
        outside=outside,
        in_time=sum(n * share for n, share in told) / weight if weight else None,
        peak=peak if peak.rostered else None,
    )
