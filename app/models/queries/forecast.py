"""Reads what a forecast and the staffing rest on: volumes by day and hour, what was worked on, how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from app.models.domain.forecast_whatif import ChannelVolume
from app.models.domain.vocabulary import MentionState
from app.models.domain.zone_days import day_number, day_of
from app.models.schema.base import Code
from app.models.schema.channels import Channel
from app.models.schema.rollups import HandlingDay, MentionDay, MentionHour
from app.models.schema.settings import CalendarException

ANSWERS, SECONDS = 0, 1
"""``handling_day.measure``: how many answers, and the seconds of work on them."""
_IN_CASE = Code(MentionState).code_of(MentionState.IN_CASE)


def volume_by_day(connection: Connection, until: date, channel_ids: Sequence[int]) -> dict[date, int]:
    """Return the mentions of each local day that has any, up to ``until`` (inclusive)."""
    statement = select(MentionDay.day, func.sum(MentionDay.n)).where(MentionDay.day <= day_number(until))
    if channel_ids:
        statement = statement.where(MentionDay.channel_id.in_(channel_ids))
    return {day_of(day): int(n) for day, n in connection.execute(statement.group_by(MentionDay.day)) if n > 0}


def volume_by_hour(connection: Connection, first: int, last: int, channel_ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return (hour since 1970 UTC, mentions) for first <= hour < last."""
    statement = select(MentionHour.hour, func.sum(MentionHour.n)).where(
        MentionHour.hour >= first, MentionHour.hour < last
    )
    if channel_ids:
        statement = statement.where(MentionHour.channel_id.in_(channel_ids))
    rows = connection.execute(statement.group_by(MentionHour.hour).order_by(MentionHour.hour))
    return [(hour, int(n)) for hour, n in rows]


def volume_by_channel(connection: Connection, since: date, until: date) -> list[ChannelVolume]:
    """Return every channel with its mentions of the days, both inclusive, in the channels' order."""
    in_case = func.sum(MentionDay.n).filter(MentionDay.state == _IN_CASE)
    counted = (
        select(MentionDay.channel_id, func.sum(MentionDay.n).label("received"), in_case.label("in_case"))
        .where(MentionDay.day.between(day_number(since), day_number(until)))
        .group_by(MentionDay.channel_id)
        .subquery()
    )
    statement = (
        select(Channel.id, Channel.key, Channel.name, counted.c.received, counted.c.in_case)
        .outerjoin(counted, counted.c.channel_id == Channel.id)
        .where(Channel.is_active)
        .order_by(Channel.position, Channel.id)
    )
    rows = connection.execute(statement)
    return [ChannelVolume(row.id, row.key, row.name, int(row.received or 0), int(row.in_case or 0)) for row in rows]


def handling(connection: Connection, since: date, until: date) -> tuple[int, int]:
    """Return how many answers were measured on the days, both inclusive, and the seconds of work on them.

    Of the whole team: what one person took is nobody's to read here.
    """
    statement = (
        select(HandlingDay.measure, func.sum(HandlingDay.n))
        .where(HandlingDay.day.between(day_number(since), day_number(until)))
        .group_by(HandlingDay.measure)
    )
    found = {measure: int(n) for measure, n in connection.execute(statement)}
    return found.get(ANSWERS, 0), found.get(SECONDS, 0)


def days_closed(connection: Connection, calendar_id: int) -> list[date]:
    """Return the dates on which a calendar is closed all day."""
    statement = select(CalendarException.day, CalendarException.intervals).where(
        CalendarException.calendar_id == calendar_id
    )
    return [day for day, intervals in connection.execute(statement) if not intervals]
