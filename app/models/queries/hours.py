"""Reads opening hours: all calendars for their editor, and whether what came in found the counter closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from app.models.domain.hours_check import DayHours, Minutes, from_stored, is_open_at, week_from_stored
from app.models.queries.rows import AnyRow
from app.models.schema.channels import Channel
from app.models.schema.people import Area
from app.models.schema.settings import Calendar, CalendarException

_DAY = timedelta(days=1)
# Built once: every case and every preview asks.
_ALL = select(*Calendar.__table__.c).order_by(Calendar.id)


def calendars(connection: Connection) -> list[AnyRow]:
    """Return the rows of all calendars; the first is the team's own."""
    return list(connection.execute(_ALL))


def calendar_of_channel(connection: Connection, channel_id: int) -> AnyRow | None:
    """Return the row of the calendar that a channel goes by, None when there is no calendar at all."""
    chosen = connection.execute(select(Channel.calendar_id).where(Channel.id == channel_id)).scalar()
    rows = calendars(connection)
    return next((row for row in rows if row.id == chosen), rows[0] if rows else None)


def days_of(
    connection: Connection, calendar_id: int, *, since: date | None = None, until: date | None = None
) -> tuple[DayHours, ...]:
    """Return the dates of a calendar with hours of their own, in order, both ends inclusive."""
    statement = (
        select(CalendarException.day, CalendarException.name, CalendarException.origin, CalendarException.intervals)
        .where(CalendarException.calendar_id == calendar_id)
        .order_by(CalendarException.day)
    )
    if since is not None:
        statement = statement.where(CalendarException.day >= since)
    if until is not None:
        statement = statement.where(CalendarException.day <= until)
    rows = connection.execute(statement)
    return tuple(DayHours(row.day, row.name, row.origin, from_stored(row.intervals or ())) for row in rows)


def out_of_hours(connection: Connection, moments: Mapping[int, tuple[str, datetime]]) -> frozenset[int]:
    """Return the ids of what came in while its channel's counter was closed: id -> (channel key, instant).

    A few questions, however many moments; without a calendar nothing is out of hours.
    """
    if not moments:
        return frozenset()
    rows = calendars(connection)
    if not rows:
        return frozenset()
    known = {row.id: row for row in rows}
    chosen = {row.key: row.calendar_id for row in connection.execute(select(Channel.key, Channel.calendar_id))}
    by_calendar: dict[int, list[tuple[int, datetime]]] = {}
    for number, (key, at) in moments.items():
        row = known.get(chosen.get(key) or 0, rows[0])
        by_calendar.setdefault(row.id, []).append((number, at))
    closed: set[int] = set()
    for calendar_id, found in by_calendar.items():
        row = known[calendar_id]
        week = week_from_stored(row.week)
        days: dict[date, tuple[Minutes, ...]] = {}
        # A date of the team's first calendar holds for all that say nothing of it.
        for one in dict.fromkeys((rows[0].id, calendar_id)):
            days |= _exceptions(connection, one, [at for _, at in found])
        closed |= {number for number, at in found if not is_open_at(week, days, row.zone, at)}
    return frozenset(closed)


def users_of_hours(connection: Connection) -> tuple[list[AnyRow], list[AnyRow]]:
    """Return channels and areas in use, each with key, name, calendar_id, in their order."""
    channels = select(Channel.id, Channel.key, Channel.name, Channel.reply_limit, Channel.calendar_id)
    areas = select(Area.id, Area.key, Area.name, Area.calendar_id)
    return (
        list(connection.execute(channels.where(Channel.is_active).order_by(Channel.position, Channel.id))),
        list(connection.execute(areas.where(Area.is_active).order_by(Area.position, Area.id))),
    )


def _exceptions(
    connection: Connection, calendar_id: int, moments: Collection[datetime]
) -> dict[date, tuple[Minutes, ...]]:
    # A local date is at most a day away from the date in UTC.
    first, last = min(moments).date() - _DAY, max(moments).date() + _DAY
    return {each.day: each.intervals for each in days_of(connection, calendar_id, since=first, until=last)}
