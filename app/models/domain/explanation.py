"""What a person sees who asks why a deadline is when it is: each day that counted, each pause, each day left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.domain.business_hours import OpenInterval


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A local day with the stretches that counted on it (aware UTC)."""

    on: date
    spans: tuple[OpenInterval, ...]

    @property
    def counted(self) -> timedelta:
        """Time that counted on that day."""
        return sum((each.end - each.start for each in self.spans), timedelta())


@dataclass(frozen=True, slots=True)
class ExplainedPause:
    """A stretch in which the clock stood, with the state that stopped it; ``end`` None = it still stands."""

    start: datetime
    end: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class ExceptionDay:
    """A date between start and deadline whose hours differ from its weekday's."""

    on: date
    name: str
    origin: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """Why a target was chosen: channel, nature, vip or crisis_level, and the value that fitted."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class DeadlineExplanation:
    """All that led to one date. ``clock`` is first_response, resolution, area, promise or a duty's kind.

    ``due_at`` is the date that holds (None while the clock stands); ``counted_due_at`` what today's rules give, which
    differs for a first answer that was given under earlier rules. ``within`` None: a promise or a legal term of days.
    """

    clock: str
    start: datetime
    due_at: datetime | None
    counted_due_at: datetime | None = None
    met_at: datetime | None = None
    within: timedelta | None = None
    is_clock_time: bool = False
    target: str = ""
    conditions: tuple[Condition, ...] = ()
    calendar: str = ""
    zone: str = "Etc/UTC"
    days: tuple[CountedDay, ...] = ()
    pauses: tuple[ExplainedPause, ...] = ()
    exceptions: tuple[ExceptionDay, ...] = ()
    norm: str = ""
    name: str = ""

    @property
    def is_settled_earlier(self) -> bool:
        """Whether the date was settled under rules that have changed since."""
        return self.counted_due_at is not None and self.due_at is not None and self.counted_due_at != self.due_at


def by_day(counted: Iterable[OpenInterval], zone: str) -> tuple[CountedDay, ...]:
    """Return what counted, local day by local day in order; a stretch over midnight is parted there."""
    days: dict[date, list[OpenInterval]] = {}
    for on, part in (each for one in counted for each in _parted(one, ZoneInfo(zone))):
        days.setdefault(on, []).append(part)
    return tuple(CountedDay(on, tuple(spans)) for on, spans in days.items())


def _parted(one: OpenInterval, zone: ZoneInfo) -> Iterator[tuple[date, OpenInterval]]:
    start = one.start
    while start < one.end:
        on = start.astimezone(zone).date()
        midnight = datetime.combine(on + timedelta(days=1), time(), zone).astimezone(UTC)
        end = min(one.end, midnight) if midnight > start else one.end
        yield on, OpenInterval(start, end)
        start = end
