"""A calendar as one value, read, compared, checked and written whole: what editor, file and undo have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, delete, insert, select, update

from app.models.domain.hours_check import (
    DayHours,
    HoursError,
    Minutes,
    from_stored,
    never_opens,
    to_stored,
    week_from_stored,
    week_to_stored,
)
from app.models.queries.hours import days_of
from app.models.schema.settings import Calendar, CalendarException
from app.services.acts import Act
from app.services.errors import Conflict, Invalid

ORIGINS = ("national", "state", "movable", "city", "own")
LONGEST_NAME = 120


@dataclass(frozen=True)
class CalendarForm:
    """Opening hours as an editor or a file holds them; ``days`` holds this calendar's own dates."""

    name: str
    zone: str
    week: Mapping[int, tuple[Minutes, ...]]
    days: Mapping[date, DayHours]


def read_form(connection: Connection, calendar_id: int) -> tuple[CalendarForm, int]:
    """Return a calendar and its version. Raises Conflict ``calendar_changed`` when it is gone."""
    row = connection.execute(select(*Calendar.__table__.c).where(Calendar.id == calendar_id)).one_or_none()
    if row is None:
        raise Conflict("calendar_changed")
    days = {each.day: each for each in days_of(connection, calendar_id)}
    return CalendarForm(row.name, row.zone, week_from_stored(row.week), days), row.version


def write_form(act: Act, calendar_id: int, before: CalendarForm, after: CalendarForm) -> None:
    """Write what differs; the version moves on in any case."""
    connection = act.connection
    values = {"name": after.name, "zone": after.zone, "week": week_to_stored(after.week)}
    connection.execute(
        update(Calendar).where(Calendar.id == calendar_id).values(**values, version=Calendar.version + 1)
    )
    gone = [day for day, each in before.days.items() if after.days.get(day) != each]
    fresh = [each for day, each in after.days.items() if before.days.get(day) != each]
    if gone:
        connection.execute(
            delete(CalendarException).where(
                CalendarException.calendar_id == calendar_id, CalendarException.day.in_(gone)
            )
        )
    add_days(connection, calendar_id, fresh)


def add_form(connection: Connection, form: CalendarForm, calendar_id: int | None = None) -> int:
    """Add a calendar (again, with the id it had) and return its id."""
    values: dict[str, Any] = {"name": form.name, "zone": form.zone, "week": week_to_stored(form.week)}
    if calendar_id is not None:
        values["id"] = calendar_id
    made: int = connection.execute(insert(Calendar).values(**values).returning(Calendar.id)).scalar_one()
    add_days(connection, made, form.days.values())
    return made


def remove_form(connection: Connection, calendar_id: int) -> None:
    """Take a calendar and its dates out."""
    connection.execute(delete(CalendarException).where(CalendarException.calendar_id == calendar_id))
    connection.execute(delete(Calendar).where(Calendar.id == calendar_id))


def add_days(connection: Connection, calendar_id: int, days: Iterable[DayHours]) -> None:
    """Add dates that are not there yet."""
    rows = [
        {
            "calendar_id": calendar_id,
            "day": each.day,
            "name": each.name,
            "origin": each.origin,
            "intervals": to_stored(each.intervals),
        }
        for each in days
    ]
    if rows:
        connection.execute(insert(CalendarException), rows)


def check_form(form: CalendarForm) -> None:
    """Refuse what cannot be.

    Raises:
        Invalid: ``calendar_name_missing``, ``zone_unknown`` (zone), ``calendar_never_opens`` (name),
        ``exception_name_missing`` (day).
    """
    if not form.name.strip() or len(form.name) > LONGEST_NAME:
        raise Invalid("calendar_name_missing")
    try:
        ZoneInfo(form.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid("zone_unknown", zone=form.zone) from error
    if never_opens(form.week):
        raise Invalid("calendar_never_opens", name=form.name)
    for each in form.days.values():
        if not each.name.strip() or each.origin not in ORIGINS:
            raise Invalid("exception_name_missing", day=f"{each.day:%d/%m/%Y}")


def form_to_json(form: CalendarForm) -> dict[str, Any]:
    """Return a calendar as a file holds it."""
    return {
        "name": form.name,
        "zone": form.zone,
        "week": week_to_stored(form.week),
        "exceptions": [day_to_json(form.days[day]) for day in sorted(form.days)],
    }


def form_from_json(data: Any) -> CalendarForm:  # noqa: ANN401 - any JSON value
    """Return a calendar from a file. Raises KeyError, TypeError, ValueError, UserError."""
    days = [day_from_json(each) for each in data["exceptions"]]
    form = CalendarForm(
        str(data["name"]), str(data["zone"]), week_from_stored(dict(data["week"])), {each.day: each for each in days}
    )
    check_form(form)
    return form


def day_to_json(each: DayHours) -> dict[str, Any]:
    """Return a date as a file and the record of changes hold it."""
    return {
        "day": each.day.isoformat(),
        "name": each.name,
        "origin": each.origin,
        "intervals": to_stored(each.intervals),
    }


def day_from_json(data: Any) -> DayHours:  # noqa: ANN401 - any JSON value
    """Return a date from its form in a file."""
    return DayHours(
        date.fromisoformat(data["day"]), str(data["name"]), str(data["origin"]), from_stored(data["intervals"])
    )


def difference_of(before: CalendarForm, after: CalendarForm) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what differs, before and after, for the record of changes."""
    old, new = form_to_json(before), form_to_json(after)
    names = [name for name in ("name", "zone", "week") if old[name] != new[name]]
    first, last = {name: old[name] for name in names}, {name: new[name] for name in names}
    if old["exceptions"] != new["exceptions"]:
        first["exceptions"] = [each for each in old["exceptions"] if each not in new["exceptions"]]
        last["exceptions"] = [each for each in new["exceptions"] if each not in old["exceptions"]]
    return first, last


def refused_hours(error: HoursError) -> Invalid:
    """Return the error that a person reads for hours that cannot be, with day and interval."""
    day = "no_weekday" if error.weekday is None else f"weekday_{error.weekday}"
    return Invalid(error.code, day=day, interval=error.interval)
