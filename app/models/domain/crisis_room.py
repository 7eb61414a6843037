"""What a crisis room shows and reports: its people's record, the two clocks of its mentions, and who was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from app.models.domain.vocabulary import DeliveryState, MentionState, Visibility

COMMUNICATIONS = "public_relations"
"""Key of the area that is told of every crisis."""
LONGEST_NAME = 120
LONGEST_TEXT = 20_000
MOST_MENTIONS = 2_000
"""How many mentions join a room in one act."""


class EntryKind(StrEnum):
    """What a line of the record says; those from ``ALERT`` on are put together from elsewhere when it is read."""

    OPENED = "opened"
    NOTE = "note"
    DECISION = "decision"
    MENTIONS_ADDED = "mentions_added"
    MENTIONS_REMOVED = "mentions_removed"
    AREA_TOLD = "area_told"
    AREA_CONFIRMED = "area_confirmed"
    POSITION_DRAFTED = "position_drafted"
    POSITION_APPROVED = "position_approved"
    POSITION_WITHDRAWN = "position_withdrawn"
    CLOSED = "closed"
    REOPENED = "reopened"
    UNDONE = "undone"
    ALERT = "alert"
    ALERT_TAKEN = "alert_taken"
    REPLY_SENT = "reply_sent"


WRITTEN_BY_HAND = frozenset({EntryKind.NOTE, EntryKind.DECISION})


class ClockState(StrEnum):
    """How one of the two clocks stands."""

    NONE = "none"
    RUNNING = "running"
    OVERDUE = "overdue"
    IN_TIME = "in_time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A room in the list."""

    id: int
    name: str
    level: int
    is_drill: bool
    opened_at: datetime
    opened_by: str | None
    closed_at: datetime | None
    mentions: int
    has_position: bool
    areas_told: int
    areas_confirmed: int

    @property
    def is_open(self) -> bool:
        """Tell whether it is still worked on."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class RoomArea:
    """An area in a room; ``told_at`` None = may be told. Without members only the contact helps."""

    area_id: int
    name: str
    contact: str | None
    members: tuple[str, ...]
    told_at: datetime | None = None
    told_by: str | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """One line of the record, newest first; ``facts`` are JSON values that the screen makes its sentence of."""

    at: datetime
    kind: EntryKind
    who: str | None
    text: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    case_id: int | None = None
    mention_id: int | None = None


@dataclass(frozen=True, slots=True)
class RoomMention:
    """A mention of a room, with its two clocks."""

    id: int
    posted_at: datetime
    channel: str
    author: str
    text: str
    level: int | None
    state: MentionState
    case_id: int | None
    protocol: str | None
    identify_due_at: datetime | None = None
    identified_at: datetime | None = None
    answer_due_at: datetime | None = None
    answered_at: datetime | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """One of our replies on a case of the room."""

    reply_id: int
    case_id: int
    protocol: str
    at: datetime
    author: str | None
    visibility: Visibility
    state: DeliveryState
    text: str


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """How many mentions stand how against one of the clocks."""

    in_time: int = 0
    late: int = 0
    running: int = 0
    overdue: int = 0

    @property
    def with_clock(self) -> int:
        """How many have this clock at all."""
        return self.in_time + self.late + self.running + self.overdue


@dataclass(frozen=True, slots=True)
class RoomFigures:
    """The figures of a room: mentions, cases, answers that left, and both clocks."""

    mentions: int = 0
    cases: int = 0
    answers: int = 0
    identify: ClockFigures = ClockFigures()
    answer: ClockFigures = ClockFigures()


@dataclass(frozen=True, slots=True)
class RoomDetail:
    """Everything that the head and the sides of an open room show."""

    line: RoomLine
    version: int
    figures: RoomFigures
    areas: tuple[RoomArea, ...]
    position_text: str | None = None
    position_by_id: int | None = None
    position_by: str | None = None
    position_approved_at: datetime | None = None
    position_approved_by: str | None = None
    closing_report: str | None = None
    closed_by: str | None = None


@dataclass(frozen=True, slots=True)
class RoomReport:
    """What a closing report is written from."""

    detail: RoomDetail
    ends_at: datetime
    entries: tuple[RoomEntry, ...]
    levels: Mapping[int, int] = field(default_factory=dict)

    @property
    def lasted(self) -> timedelta:
        """How long the room was (or has been) open."""
        return self.ends_at - self.detail.line.opened_at


@dataclass(frozen=True, slots=True)
class ApprovedPosition:
    """The position text that answers in a crisis go by."""

    room_id: int
    room: str
    text: str
    approved_by: str | None
    approved_at: datetime


def clock_state(due_at: datetime | None, done_at: datetime | None, now: datetime) -> ClockState:
    """Tell how a clock stands; one without a due time has not begun."""
    if due_at is None:
        return ClockState.NONE
    if done_at is not None:
        return ClockState.IN_TIME if done_at <= due_at else ClockState.LATE
    return ClockState.RUNNING if now <= due_at else ClockState.OVERDUE


def figures_of(states: Iterable[ClockState]) -> ClockFigures:
    """Count clocks by how they stand."""
    counts = dict.fromkeys(ClockState, 0)
    for state in states:
        counts[state] += 1
    return ClockFigures(
        in_time=counts[ClockState.IN_TIME],
        late=counts[ClockState.LATE],
        running=counts[ClockState.RUNNING],
        overdue=counts[ClockState.OVERDUE],
    )


def drill_clock(began_at: datetime, within: timedelta | None, done_at: datetime | None, now: datetime) -> ClockState:
    """Tell how a drill fared against a limit of the matrix; None = the matrix has no such level."""
    return ClockState.NONE if within is None else clock_state(began_at + within, done_at, now)


def level_limits(matrix: object, level: int) -> tuple[timedelta, timedelta] | None:
    """Return (identify within, answer within) of a level of the matrix as it is stored, None without that level."""
    row = _level(matrix, level)
    try:
        return timedelta(minutes=float(row["identify_minutes"])), timedelta(minutes=float(row["answer_minutes"]))
    except (KeyError, TypeError, ValueError):
        return None


def areas_to_tell(matrix: object, level: int) -> tuple[str, ...]:
    """Return the keys of the areas that the matrix names for a level, Comunicação / RP first in every crisis."""
    named = _level(matrix, level).get("areas", ())
    keys = [each for each in named if isinstance(each, str)] if isinstance(named, list | tuple) else []
    return tuple(dict.fromkeys([COMMUNICATIONS, *keys]))


def _level(matrix: object, level: int) -> Mapping[str, Any]:
    rows = matrix.get("levels", ()) if isinstance(matrix, Mapping) else ()
    for row in rows if isinstance(rows, list | tuple) else ():
        if isinstance(row, Mapping) and row.get("level") == level:
            return row
    return {}
