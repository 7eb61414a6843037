"""What an alert says and when it may ring: everybody must notice a crisis, and nobody be deafened by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

SINGLES_AT_ONCE = 3
"""Crisis mentions of one batch that get an alert of their own; the others share one."""
SINGLES_IN_A_WHILE = 9
"""Alerts of single mentions of a level and graver ones within ``WHILE``; above it even a small batch is gathered."""
WHILE = timedelta(minutes=10)
RECENT = timedelta(days=3)
"""How long an alert that a person has not seen is still news to them."""
STILL_LOUD = timedelta(days=10)
"""How long that is for a loud one that nobody has taken: a crisis outlasts a long weekend."""
SINGLE = "crisis:"
"""What the key of a mention's own alert begins with."""


class AlertKind(StrEnum):
    """What an alert is about."""

    CRISIS = "crisis"
    BURST = "burst"
    SPREAD = "spread"
    DEADLINE = "deadline"
    HOLIDAY = "holiday"
    DRILL = "drill"
    SILENCE = "silence"
    ACCOUNT = "account"


LOUD = frozenset({AlertKind.CRISIS, AlertKind.BURST, AlertKind.SPREAD, AlertKind.DRILL})
"""Kinds of which Comunicação / RP is told, and which ring in quiet hours too."""


@dataclass(frozen=True, slots=True)
class CrisisAlertFacts:
    """A fresh mention at crisis level, as intake hands it over: the words found and the rule that found them.

    ``rule`` is the rule's name as the matrix has it. Nothing here may name a customer.
    """

    mention_id: int
    level: int
    words: tuple[str, ...]
    rule: str
    channel_key: str
    posted_at: datetime


@dataclass(frozen=True, slots=True)
class NewAlert:
    """An alert to raise; ``key`` names its cause, so that it is raised once however many workstations notice.

    ``facts`` are JSON values that the screen makes its sentence of, without personal data of customers; where they
    hold ``people`` (a list of person ids), it is news to these alone.
    """

    key: str
    kind: AlertKind
    level: int | None = None
    mention_id: int | None = None
    case_id: int | None = None
    room_id: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    is_drill: bool = False


@dataclass(frozen=True, slots=True)
class AlertLine:
    """An alert as one person sees it; ``shown_to`` and ``seen_by`` count persons."""

    id: int
    kind: AlertKind
    level: int | None
    raised_at: datetime
    facts: Mapping[str, Any]
    mention_id: int | None = None
    case_id: int | None = None
    room_id: int | None = None
    is_drill: bool = False
    taken_by_id: int | None = None
    taken_by: str | None = None
    taken_at: datetime | None = None
    shown_to: int = 0
    seen_by: int = 0
    my_shown_at: datetime | None = None
    my_seen_at: datetime | None = None
    owner_id: int | None = None
    """Who owns the case that it is about."""

    @property
    def is_loud(self) -> bool:
        """Tell whether it rings in quiet hours too."""
        return self.kind in LOUD


@dataclass(frozen=True, slots=True)
class AlertViewer:
    """One person's part in an alert's log: on which workstation it was shown, when it was said to be seen."""

    person: str
    workstation: str
    shown_at: datetime
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class AlertNews:
    """What a person has not seen yet: the newest first, and how many there are in all."""

    lines: tuple[AlertLine, ...] = ()
    unseen: int = 0

    @property
    def fresh(self) -> tuple[AlertLine, ...]:
        """Those that have not been on this person's screen yet."""
        return tuple(line for line in self.lines if line.my_shown_at is None)

    @property
    def gravest(self) -> AlertLine | None:
        """The one for the strip: loud ones only, no drill before what is real; lowest level, not taken, newest."""
        loud = [line for line in self.lines if line.is_loud]
        return min(loud, key=_gravity, default=None)


def part_crisis_hits(
    hits: Sequence[CrisisAlertFacts], *, recent: Mapping[int, int]
) -> tuple[tuple[CrisisAlertFacts, ...], tuple[CrisisAlertFacts, ...]]:
    """Return (those that get an alert of their own, those that share one), the gravest and oldest first.

    ``recent`` is how many single alerts of each level were raised within ``WHILE``. Only those at least as grave count
    against a mention: a flood of complaints must not swallow the first danger.
    """
    raised = dict(recent)
    singles: list[CrisisAlertFacts] = []
    shared: list[CrisisAlertFacts] = []
    for hit in sorted(hits, key=lambda hit: (hit.level, hit.posted_at, hit.mention_id)):
        as_grave = sum(n for level, n in raised.items() if level <= hit.level)
        if len(singles) < SINGLES_AT_ONCE and as_grave < SINGLES_IN_A_WHILE:
            raised[hit.level] = raised.get(hit.level, 0) + 1
            singles.append(hit)
        else:
            shared.append(hit)
    return tuple(singles), tuple(shared)


def is_notified(line: AlertLine, person_id: int, *, edits_rules: bool) -> bool:
    """Tell whether the tray tells a person of it: crises all, cases their owner, missing rules who may edit them."""
    if line.is_loud:
        return True
    if line.kind is AlertKind.HOLIDAY:
        return edits_rules
    return line.owner_id in {None, person_id}


def rings_for(line: AlertLine, person_id: int, role: str) -> bool:
    """Tell whether a loud alert also makes its sound for a person: for those its level names, for all when none."""
    rings = line.facts.get("rings")
    if not line.is_loud or not isinstance(rings, Mapping):
        return line.is_loud
    roles, people = rings.get("roles") or (), rings.get("people") or ()
    return not (roles or people) or role in roles or person_id in people


def single_key(mention_id: int) -> str:
    """Return the key of a mention's own alert."""
    return f"{SINGLE}{mention_id}"


def gathered_key(at: datetime) -> str:
    """Return the key of the alert that all further crisis mentions of these ten minutes share."""
    return f"crisis-many:{int(at.timestamp() // WHILE.total_seconds())}"


def gathered_facts(before: Mapping[str, Any], hits: Sequence[CrisisAlertFacts]) -> dict[str, Any]:
    """Return the facts of a shared alert after ``hits`` joined it: how many a level, and words to go by."""
    levels = {str(key): int(n) for key, n in dict(before.get("levels", {})).items()}
    for hit in hits:
        levels[str(hit.level)] = levels.get(str(hit.level), 0) + 1
    words = dict.fromkeys([*before.get("words", ()), *(word for hit in hits for word in hit.words)])
    return {
        **before,
        "count": sum(levels.values()),
        "levels": dict(sorted(levels.items())),
        "words": list(words)[:8],
    }


def is_quiet(now: time, begins: time | None, ends: time | None) -> bool:
    """Tell whether a local time lies in the quiet hours, which may go over midnight; without hours it never is."""
    if begins is None or ends is None or begins == ends:
        return False
    if begins < ends:
        return begins <= now < ends
    return now >= begins or now < ends


def _gravity(line: AlertLine) -> tuple[bool, int, bool, int]:
    return (line.is_drill, line.level if line.level is not None else 9, line.taken_by_id is not None, -line.id)
