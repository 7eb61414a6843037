"""Reads the team's opening hours as plain hours of the day, so that charts can lay them over what was received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.models.domain.zone_days import day_number
from app.models.schema.settings import Calendar, CalendarException

Spans = Sequence[tuple[str, str]]
_ALL_DAY = frozenset(range(24))


@dataclass(frozen=True, slots=True)
class OpenHours:
    """Within which hours the counter opens: by weekday (0 = Monday), and by day number where a date differs."""

    week: tuple[frozenset[int], ...]
    dates: dict[int, frozenset[int]]

    def at(self, day: int, weekday: int, hour: int) -> bool:
        """Tell whether the counter opens within that hour of that day."""
        return hour in self.dates.get(day, self.week[weekday])

    def ever(self, hour: int) -> bool:
        """Tell whether it opens within that hour on some weekday."""
        return any(hour in hours for hours in self.week)


def open_hours(connection: Connection) -> OpenHours:
    """Return the hours of the team's calendar; without one every hour counts as open, as in the deadlines."""
    row = connection.execute(select(Calendar.id, Calendar.week).order_by(Calendar.id).limit(1)).one_or_none()
    if row is None:
        return OpenHours((_ALL_DAY,) * 7, {})
    week = {int(day): spans or () for day, spans in row.week.items()}
    dates = connection.execute(
        select(CalendarException.day, CalendarException.intervals).where(CalendarException.calendar_id == row.id)
    )
    return OpenHours(
        tuple(_hours_of(week.get(weekday, ())) for weekday in range(7)),
        {day_number(day): _hours_of(spans or ()) for day, spans in dates},
    )


def _hours_of(spans: Spans) -> frozenset[int]:
    return frozenset(
        hour
        for hour in range(24)
        if any(_minutes(start) < (hour + 1) * 60 and _minutes(end) > hour * 60 for start, end in spans)
    )


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
