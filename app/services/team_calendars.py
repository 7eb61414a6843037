"""Reads all opening hours at once and says whose count: a channel's, an area's, or else the team's first calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Text, cast, literal, select, union_all

from app.models.domain.business_hours import Span, WeekCalendar, never_ends, never_opens, span
from app.models.domain.sla import SlaTarget as Target
from app.models.schema.channels import Channel
from app.models.schema.people import Area
from app.models.schema.settings import Calendar, CalendarException
from app.services.errors import Invalid, Refused

_CHANNEL, _AREA = "channel", "area"
# Built once: every case screen asks for them, and building costs more than asking. The hours stay text until they are
# known to be others than before: reading them out of their text is most of the work.
_ROWS = (
    select(
        Calendar.id,
        Calendar.name,
        Calendar.zone,
        cast(Calendar.week, Text).label("week"),
        CalendarException.day,
        CalendarException.name.label("day_name"),
        CalendarException.origin,
        cast(CalendarException.intervals, Text).label("intervals"),
    )
    .outerjoin(CalendarException, CalendarException.calendar_id == Calendar.id)
    .order_by(Calendar.id, CalendarException.day)
)
_USERS = union_all(
    select(literal(_CHANNEL).label("kind"), Channel.id, Channel.calendar_id).where(Channel.calendar_id.is_not(None)),
    select(literal(_AREA), Area.id, Area.calendar_id).where(Area.calendar_id.is_not(None)),
)


@dataclass(frozen=True, slots=True)
class DayHours:
    """A date that differs: its spans (none = closed), its name and where it comes from (national, own...)."""

    spans: tuple[Span, ...] = ()
    name: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDraft:
    """Opening hours as an editor holds them before saving: its own dates only, what is inherited comes by itself."""

    zone: str
    week: Mapping[int, Sequence[Span]]
    exceptions: Mapping[date, Sequence[Span]] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class TeamCalendar:
    """A calendar as it counts: ``days`` holds its own dates and those it inherits from the team's first."""

    id: int
    name: str
    zone: str
    week: Mapping[int, tuple[Span, ...]]
    days: Mapping[date, DayHours]

    @cached_property
    def hours(self) -> WeekCalendar:
        """The calendar to count with; it knows years of days once it has been asked."""
        return WeekCalendar(self.zone, self.week, {day: each.spans for day, each in self.days.items()})


@dataclass(frozen=True)
class TeamCalendars:
    """All calendars by id, and which channel and area has one of its own."""

    _own: Mapping[int, TeamCalendar]
    _channels: Mapping[int, int]
    _areas: Mapping[int, int]

    @cached_property
    def by_id(self) -> Mapping[int, TeamCalendar]:
        """Every calendar with what it inherits: a date of the first calendar holds for all that say nothing of it."""
        if not self._own:
            return {}
        first = self._own[min(self._own)]
        return {key: replace(each, days={**first.days, **each.days}) for key, each in sorted(self._own.items())}

    @property
    def first(self) -> TeamCalendar | None:
        """The team's calendar; None = the team has none, and every minute counts."""
        return next(iter(self.by_id.values()), None)

    def of_channel(self, channel_id: int) -> TeamCalendar | None:
        """Return the hours of a channel."""
        return self.by_id.get(self._channels.get(channel_id, 0)) or self.first

    def is_open(self, channel_id: int, at: datetime) -> bool:
        """Tell whether a channel's counter is open at an instant; without a calendar it always is."""
        found = self.of_channel(channel_id)
        return found is None or found.hours.is_open(at)

    def of_area(self, area_id: int) -> TeamCalendar | None:
        """Return the hours of an area."""
        return self.by_id.get(self._areas.get(area_id, 0)) or self.first

    def edited(
        self, drafts: Mapping[int, CalendarDraft | None], channels: Mapping[int, int | None] | None = None
    ) -> TeamCalendars:
        """Return the calendars as they would be: a draft replaces (None: removes) the calendar of its id.

        ``channels`` gives channels another calendar (None: the team's first).
        """
        own = {key: each for key, each in self._own.items() if key not in drafts}
        for key, draft in drafts.items():
            if draft is not None:
                week = {day: tuple(spans) for day, spans in draft.week.items()}
                days = {day: DayHours(tuple(spans)) for day, spans in draft.exceptions.items()}
                own[key] = TeamCalendar(key, draft.name, draft.zone, week, days)
        moved = {**self._channels, **(channels or {})}
        return TeamCalendars(own, {key: chosen for key, chosen in moved.items() if chosen is not None}, self._areas)


class CalendarShelf:
    """Keeps the calendars, which know years of days, while the rows they were made of agree."""

    def __init__(self) -> None:
        self._last: tuple[object, TeamCalendars] | None = None

    def calendars(self, connection: Connection) -> TeamCalendars:
        """Return all calendars in two statements; the same object as long as nobody edits them."""
        rows = connection.execute(_ROWS).all()
        users: list[tuple[Any, ...]] = sorted(tuple(row) for row in connection.execute(_USERS))
        form = ([tuple(row) for row in rows], users)
        known = self._last
        if known is not None and known[0] == form:
            return known[1]
        made = TeamCalendars(
            _made(rows),
            {key: calendar for kind, key, calendar in users if kind == _CHANNEL},
            {key: calendar for kind, key, calendar in users if kind == _AREA},
        )
        self._last = (form, made)
        return made


def check_calendars(calendars: TeamCalendars, targets: Iterable[Target], at: datetime) -> None:
    """Refuse hours under which some clock would never end; editors ask before they save (``edited``).

    Raises:
        Invalid: ``calendar_never_opens`` (name). Refused: ``clock_never_ends`` (name of the calendar, target).
    """
    wanted = [target for target in targets if not target.is_clock_time]
    for calendar in calendars.by_id.values():
        if never_opens(calendar.hours, at):
            raise Invalid("calendar_never_opens", name=calendar.name)
        for target in wanted:
            if never_ends(calendar.hours, at, max(target.first_response, target.resolution, timedelta())):
                raise Refused("clock_never_ends", name=calendar.name, target=target.name)


def _made(rows: Iterable[Any]) -> dict[int, TeamCalendar]:
    own: dict[int, TeamCalendar] = {}
    days: dict[int, dict[date, DayHours]] = {}
    for row in rows:
        dates = days.setdefault(row.id, {})
        if row.id not in own:
            week = {int(day): _spans(pairs) for day, pairs in json.loads(row.week).items()}
            own[row.id] = TeamCalendar(row.id, row.name, row.zone, week, dates)
        if row.day is not None:
            dates[row.day] = DayHours(_spans(json.loads(row.intervals or "[]")), row.day_name, row.origin)
    return own


def _spans(pairs: Iterable[Sequence[str]] | None) -> tuple[Span, ...]:
    return tuple(span(start, end) for start, end in pairs or ())
