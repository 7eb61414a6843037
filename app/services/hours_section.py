"""The opening hours as a part of the rule set: calendars by name, dates by day, channels and areas by key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, update

from app.models.domain.changes import Topic
from app.models.queries.hours import calendars, users_of_hours
from app.models.schema.channels import Channel
from app.models.schema.people import Area
from app.services.acts import Act
from app.services.first_day import SEEDS, original_setting
from app.services.hours_form import (
    CalendarForm,
    add_form,
    form_from_json,
    form_to_json,
    read_form,
    remove_form,
    write_form,
)
from app.services.opening_hours import REPLY_SETTING, SECTION
from app.services.settings_book import read_setting, write_setting

Json = Any


class CalendarSection:
    """Calendars with their dates, who goes by which, and the automatic answer out of hours."""

    @property
    def key(self) -> str:
        """The section's key."""
        return SECTION

    def export(self, connection: Connection) -> Json:
        """Return all calendars, the team's first."""
        rows = calendars(connection)
        names = {row.id: row.name for row in rows}
        channels, areas = users_of_hours(connection)
        return {
            "calendars": [form_to_json(read_form(connection, row.id)[0]) for row in rows],
            "channels": {row.key: names[row.calendar_id] for row in channels if row.calendar_id in names},
            "areas": {row.key: names[row.calendar_id] for row in areas if row.calendar_id in names},
            "reply": read_setting(connection, REPLY_SETTING).value,
        }

    def check(self, data: Json) -> None:
        """Read it all; calendars have names of their own, and who uses one names one that is there."""
        forms = _forms(data)
        names = [form.name for form in forms]
        if not names or len(set(names)) != len(names):
            raise ValueError("calendars")
        for users in (data["channels"], data["areas"]):
            if not set(dict(users).values()) <= set(names):
                raise ValueError("users")
        if not isinstance(data["reply"], str) or not data["reply"].strip():
            raise ValueError("reply")

    def replace(self, act: Act, data: Json) -> None:
        """Make the team's first calendar the file's first, the others by name; who is not named goes by the first."""
        forms = _forms(data)
        ids = _write_calendars(act, forms)
        for table, users in ((Channel, data["channels"]), (Area, data["areas"])):
            act.connection.execute(update(table).values(calendar_id=None))
            for user, name in sorted(users.items()):
                act.connection.execute(update(table).where(table.key == user).values(calendar_id=ids[name]))
        present = read_setting(act.connection, REPLY_SETTING)
        if present.value != data["reply"]:
            write_setting(act, REPLY_SETTING, data["reply"], expected_version=present.version)
        act.touch(topics=[Topic.HOURS])

    def original(self) -> Json:
        """Return the first day's hours."""
        seed = json.loads((SEEDS / "calendar.json").read_text(encoding="utf-8"))
        return {
            "calendars": [form_to_json(form_from_json(seed))],
            "channels": {},
            "areas": {},
            "reply": original_setting(REPLY_SETTING),
        }


def _forms(data: Mapping[str, Json]) -> list[CalendarForm]:
    return [form_from_json(each) for each in data["calendars"]]


def _write_calendars(act: Act, forms: Sequence[CalendarForm]) -> dict[str, int]:
    rows = calendars(act.connection)
    first = rows[0].id if rows else None
    by_name = {row.name: row.id for row in rows if row.id != first}
    ids: dict[str, int] = {}
    for place, form in enumerate(forms):
        known = first if place == 0 else by_name.get(form.name)
        if known is None:
            ids[form.name] = add_form(act.connection, form)
            continue
        before, _version = read_form(act.connection, known)
        if before != form:
            write_form(act, known, before, form)
        ids[form.name] = known
    for row in rows:
        if row.id not in ids.values():
            remove_form(act.connection, row.id)
    return ids
