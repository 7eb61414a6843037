"""Deadlines: which target holds for a case, when it falls due after all pauses, and the stretches that counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.domain.business_hours import OpenInterval, WeekCalendar

# What outweighs what when several targets hold: a crisis above a VIP, a VIP above a nature, a nature above a channel.
_CRISIS, _VIP, _NATURE, _CHANNEL = 8, 4, 2, 1


@dataclass(frozen=True, slots=True)
class SlaTarget:
    """One row of the team's targets; None in a condition means any. Durations in business or clock time."""

    id: int
    first_response: timedelta
    resolution: timedelta
    is_clock_time: bool = False
    channel_id: int | None = None
    nature_id: int | None = None
    is_vip: bool | None = None
    crisis_level: int | None = None
    warning_percent: int = 80
    position: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class SlaFacts:
    """What targets look at; ``nature_ids`` holds the nature's node and all above it: a branch may be a target."""

    channel_id: int
    nature_ids: frozenset[int] = frozenset()
    is_vip: bool = False
    crisis_level: int | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the clock stands still (waiting for the customer); ``end`` None = until further notice."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a deadline is when it is: the stretches that counted and the pauses between, all aware UTC.

    ``due_at`` is None while the clock stands still before the deadline; then ``counted`` ends at that pause.
    """

    start: datetime
    within: timedelta
    due_at: datetime | None
    counted: tuple[OpenInterval, ...]
    pauses: tuple[Pause, ...]

    @property
    def used(self) -> timedelta:
        """Time that counted up to the deadline or the standing pause."""
        return sum((one.end - one.start for one in self.counted), timedelta())


def best_target(targets: Iterable[SlaTarget], facts: SlaFacts) -> SlaTarget | None:
    """Return the most specific target that holds; among equals the one placed first."""
    holding = [target for target in targets if _holds(target, facts)]
    return min(holding, key=lambda target: (-_weight(target), target.position, target.id), default=None)


def due_at(
    start: datetime, within: timedelta, calendar: WeekCalendar | None, pauses: Sequence[Pause] = ()
) -> datetime | None:
    """Return when a target that started at ``start`` falls due, or None while a pause without end holds it.

    ``calendar`` None counts clock time. A pause after the deadline changes nothing. Raises NeverOpenError.
    """
    left = within
    for begin, end in _running(start, pauses):
        if end is None:
            return _add(begin, left, calendar)
        used = _between(begin, end, calendar)
        if used >= left:
            return _add(begin, left, calendar)
        left -= used
    return None


def warn_at(
    start: datetime,
    within: timedelta,
    percent: int,
    calendar: WeekCalendar | None,
    pauses: Sequence[Pause] = (),
) -> datetime | None:
    """Return when the early warning is due: after ``percent`` of the target; None as in ``due_at``."""
    return due_at(start, within * percent / 100, calendar, pauses)


def elapsed(start: datetime, until: datetime, calendar: WeekCalendar | None, pauses: Sequence[Pause] = ()) -> timedelta:
    """Return the time that has counted from ``start`` to ``until``."""
    return sum((one.end - one.start for one in _counted(start, until, calendar, pauses)), timedelta())


def explain(
    start: datetime, within: timedelta, calendar: WeekCalendar | None, pauses: Sequence[Pause] = ()
) -> Explanation:
    """Return the deadline with each stretch that counted and each pause that moved it."""
    due = due_at(start, within, calendar, pauses)
    merged = _merged(start, pauses)
    until = due if due is not None else merged[-1].start
    moving = tuple(pause for pause in merged if pause.start < until or due is None)
    return Explanation(start, within, due, tuple(_counted(start, until, calendar, pauses)), moving)


def legal_due_on(registered_on: date, days: int, calendar: WeekCalendar | None = None) -> date:
    """Return the last day of a term of N days: the day of registration does not count, the last one does.

    Calendar days without a calendar; with one, its working days. Raises ValueError for a calendar without them.
    """
    if calendar is None:
        return registered_on + timedelta(days=days)
    day, left = registered_on, days
    while left > 0:
        day += timedelta(days=1)
        if calendar.is_working_day(day):
            left -= 1
        elif (day - registered_on).days > _LONGEST_LEGAL_DAYS:
            raise ValueError("calendar without working days")
    return day


_LONGEST_LEGAL_DAYS = 3_660


def end_of_day(day: date, zone: str) -> datetime:
    """Return the instant (UTC) at which a local day is over, which is when a legal term of days runs out."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)


def _holds(target: SlaTarget, facts: SlaFacts) -> bool:
    return (
        target.channel_id in {None, facts.channel_id}
        and (target.nature_id is None or target.nature_id in facts.nature_ids)
        and target.is_vip in {None, facts.is_vip}
        and (target.crisis_level is None or target.crisis_level == facts.crisis_level)
    )


def _weight(target: SlaTarget) -> int:
    asked = (
        (_CRISIS, target.crisis_level),
        (_VIP, target.is_vip),
        (_NATURE, target.nature_id),
        (_CHANNEL, target.channel_id),
    )
    return sum(weight for weight, value in asked if value is not None)


def _add(start: datetime, delta: timedelta, calendar: WeekCalendar | None) -> datetime:
    return start + delta if calendar is None else calendar.add(start, delta)


def _between(start: datetime, end: datetime, calendar: WeekCalendar | None) -> timedelta:
    return end - start if calendar is None else calendar.between(start, end)


def _merged(start: datetime, pauses: Sequence[Pause]) -> list[Pause]:
    """Return the pauses from ``start`` on in order, without overlap; one without end swallows what follows."""
    merged: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: one.start):
        begin, end = max(pause.start, start), pause.end
        if end is not None and end <= begin:
            continue
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and last.end < begin):
            merged.append(Pause(begin, end))
        elif last.end is not None:
            merged[-1] = Pause(last.start, None if end is None else max(last.end, end))
    return merged


def _running(start: datetime, pauses: Sequence[Pause]) -> Iterator[tuple[datetime, datetime | None]]:
    """Yield the stretches in which the clock runs; the last has no end unless a pause has none."""
    begin = start
    for pause in _merged(start, pauses):
        if pause.start > begin:
            yield begin, pause.start
        if pause.end is None:
            return
        begin = pause.end
    yield begin, None


def _counted(
    start: datetime, until: datetime, calendar: WeekCalendar | None, pauses: Sequence[Pause]
) -> Iterator[OpenInterval]:
    for begin, end in _running(start, pauses):
        stop = until if end is None else min(end, until)
        if stop <= begin:
            return
        if calendar is None:
            yield OpenInterval(begin, stop)
        else:
            yield from calendar.intervals(begin, stop)
