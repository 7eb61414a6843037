"""What every act in a crisis room does the same way: lock the room, look at its version, write its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.changes import Topic
from app.models.domain.crisis_room import LONGEST_TEXT, EntryKind, RoomDetail, drill_clock, figures_of, level_limits
from app.models.domain.words import clean_text
from app.models.queries import crisis_rooms
from app.models.queries.rows import AnyRow
from app.models.schema.crisis import CrisisEntry, CrisisRoom, CrisisRoomArea
from app.services.acts import Act
from app.services.errors import Conflict, Invalid, Refused
from app.services.setting_keys import CRISIS_SETTING
from app.services.settings_book import read_setting


def room_detail(connection: Connection, room_id: int, *, now: datetime) -> RoomDetail:
    """Return a room with its figures and areas; a drill's clocks are the alert's and the position's.

    Raises:
        Invalid: ``room_unknown``.
    """
    found = crisis_rooms.read_room(connection, room_id, now=now)
    if found is None:
        raise Invalid("room_unknown")
    if not found.line.is_drill:
        return found
    limits = level_limits(read_setting(connection, CRISIS_SETTING).value, found.line.level)
    identify, answer = limits or (None, None)
    taken, began = crisis_rooms.first_taken(connection, room_id), found.line.opened_at
    figures = replace(
        found.figures,
        identify=figures_of([drill_clock(began, identify, taken, now)]),
        answer=figures_of([drill_clock(began, answer, found.position_approved_at, now)]),
    )
    return replace(found, figures=figures)


def lock_room(act: Act, room_id: int, *, version: int | None = None, is_open: bool | None = True) -> AnyRow:
    """Return a room's row, locked for this act; ``is_open`` None = open or closed.

    Raises:
        Invalid: ``room_unknown``. Conflict: ``room_changed`` when ``version`` is stale.
        Refused: ``room_closed`` or ``room_open``.
    """
    row = act.connection.execute(
        select(*CrisisRoom.__table__.c).where(CrisisRoom.id == room_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise Invalid("room_unknown")
    if version is not None and row.version != version:
        raise Conflict("room_changed")
    if is_open is not None and (row.closed_at is None) is not is_open:
        raise Refused("room_closed" if is_open else "room_open")
    return row


def write_room(act: Act, row: AnyRow, values: Mapping[str, Any]) -> int:
    """Write columns of a locked room and return its new version."""
    version: int = row.version + 1
    act.connection.execute(update(CrisisRoom).where(CrisisRoom.id == row.id).values(**values, version=version))
    return version


def add_entry(
    act: Act, room_id: int, kind: EntryKind, text: str | None = None, facts: Mapping[str, Any] | None = None
) -> int:
    """Write a line of the room's record and of the history; return the line's id."""
    entry_id: int = act.connection.execute(
        insert(CrisisEntry)
        .values(
            room_id=room_id,
            at=act.at,
            actor_id=act.actor.person_id,
            kind=kind.value,
            text=text,
            facts=dict(facts or {}),
        )
        .returning(CrisisEntry.id)
    ).scalar_one()
    act.record(None, f"crisis_{kind.value}", {"room": room_id, **(facts or {})})
    act.touch(topics=[Topic.CRISIS])
    return entry_id


def drop_entry(act: Act, room_id: int, entry_id: int) -> None:
    """Take a line out of the record again; the history keeps that it was there."""
    act.connection.execute(delete(CrisisEntry).where(CrisisEntry.id == entry_id, CrisisEntry.room_id == room_id))
    act.record(None, "undo", {"room": room_id, "entry": entry_id})
    act.touch(topics=[Topic.CRISIS])


def tidy_text(text: str) -> str:
    """Return a text fit to store. Raises Invalid ``empty_text`` or ``crisis_text_long``."""
    tidy = clean_text(text).strip()
    if not tidy:
        raise Invalid("empty_text")
    if len(tidy) > LONGEST_TEXT:
        raise Invalid("crisis_text_long", limit=LONGEST_TEXT)
    return tidy


def note_area_told(act: Act, room_id: int, area: AnyRow) -> int | None:
    """Record that an area (id, name) was told; return the line's id, None when it was told before."""
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    adding = (
        module.insert(CrisisRoomArea)
        .values(room_id=room_id, area_id=area.id, told_at=act.at, told_by_id=act.actor.person_id)
        .on_conflict_do_nothing()
        .returning(CrisisRoomArea.area_id)
    )
    if act.connection.execute(adding).first() is None:
        return None
    members = [name for _person_id, name in crisis_rooms.read_members(act.connection, [area.id]).get(area.id, [])]
    return add_entry(act, room_id, EntryKind.AREA_TOLD, None, {"area": area.name, "told": members})
