"""Tells since when a customer must have heard nothing for a case to count as silent: each area has its own hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from app.models.domain.business_hours import NeverOpenError
from app.models.queries.inbox_filters import SilenceLimit
from app.models.schema.channels import Channel
from app.models.schema.people import Area
from app.services.case_clock import DEFAULT_SILENCE_MINUTES
from app.services.team_calendars import CalendarShelf, TeamCalendar


def silence_limits(connection: Connection, shelf: CalendarShelf, now: datetime) -> tuple[SilenceLimit, ...]:
    """Return the limits by area, and by channel for cases at no area, as the clock of the case screen counts them."""
    calendars = shelf.calendars(connection)
    areas = connection.execute(select(Area.id, Area.silence_minutes).order_by(Area.id))
    channels = connection.execute(select(Channel.id).order_by(Channel.id)).scalars()
    return (
        *(SilenceLimit(_back(calendars.of_area(row.id), now, row.silence_minutes), area_id=row.id) for row in areas),
        *(
            SilenceLimit(_back(calendars.of_channel(each), now, DEFAULT_SILENCE_MINUTES), channel_id=each)
            for each in channels
        ),
    )


def _back(calendar: TeamCalendar | None, now: datetime, minutes: int) -> datetime:
    span = timedelta(minutes=minutes)
    if calendar is None:
        return now - span
    try:
        return calendar.hours.subtract(now, span)
    except NeverOpenError:
        return now - span
