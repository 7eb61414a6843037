"""Which deadlines of a case have passed, so that each is written down once and asked for its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

FIRST_RESPONSE, RESOLUTION, AREA, PROMISE, SILENCE = "first_response", "resolution", "area", "promise", "silence"
CLOCKS = (FIRST_RESPONSE, RESOLUTION, AREA, PROMISE, SILENCE)
"""Clocks of a case; a duty's clock is its kind."""

# Keys of the reasons offered; the screen has their words, and a person may write another.
QUICK_REASONS = ("volume", "area_late", "customer_data", "system_down", "mistake")


@dataclass(frozen=True, slots=True)
class Lateness:
    """A deadline that was missed; ``clock`` as in ``CLOCKS``, or a duty's kind."""

    clock: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Watched:
    """A clock of a case: due then, met then (None = not yet)."""

    clock: str
    due_at: datetime
    met_at: datetime | None = None


def missed(clocks: Iterable[Watched], now: datetime) -> tuple[Lateness, ...]:
    """Return the clocks that were met after their time, or whose time is over and that nobody has met.

    The last instant still is in time.
    """
    return tuple(
        Lateness(each.clock, each.due_at)
        for each in clocks
        if (each.met_at if each.met_at is not None else now) > each.due_at
    )
