"""Reads what happened in a crisis room in one line of time: its people's entries, its alerts, the answers that left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from app.models.domain.crisis_room import EntryKind, RoomAnswer, RoomEntry
from app.models.domain.vocabulary import DeliveryState
from app.models.queries.crisis_rooms import in_room_case
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case, Reply
from app.models.schema.crisis import Alert, CrisisEntry, CrisisRoomMention
from app.models.schema.people import Person

_EXCERPT = 300
_ONE_MOMENT = 50


def read_record(
    connection: Connection, room_id: int, *, before: datetime | None = None, limit: int = 200
) -> tuple[RoomEntry, ...]:
    """Return the newest lines before a moment, the newest first.

    What happened in one moment (one act writes several lines) is never parted: a page may be longer by that.
    """
    reach = limit + _ONE_MOMENT
    found = [
        *_taken(connection, room_id, before, reach),
        *_replies(connection, room_id, before, reach),
        *_alerts(connection, room_id, before, reach),
        *_entries(connection, room_id, before, reach),
    ]
    # Sorting backwards leaves equals as they came, the newest first.
    ordered = sorted(found, key=lambda entry: entry.at, reverse=True)
    end = limit
    while 0 < end < len(ordered) and ordered[end].at == ordered[end - 1].at:
        end += 1
    return tuple(ordered[:end])


def read_answers(
    connection: Connection, room_id: int, *, before_id: int | None = None, limit: int = 100
) -> tuple[RoomAnswer, ...]:
    """Return our replies on the room's cases, the newest first."""
    statement = (
        select(
            Reply.id,
            Reply.case_id,
            Case.protocol,
            Reply.written_at,
            Reply.sent_at,
            Person.name,
            Reply.visibility,
            Reply.state,
            Reply.text,
        )
        .join(Case, Case.id == Reply.case_id)
        .outerjoin(Person, Person.id == Reply.author_id)
        .where(in_room_case(room_id))
        .order_by(Reply.id.desc())
        .limit(limit)
    )
    if before_id is not None:
        statement = statement.where(Reply.id < before_id)
    return tuple(
        RoomAnswer(
            row.id,
            row.case_id,
            row.protocol,
            row.sent_at or row.written_at,
            row.name,
            row.visibility,
            row.state,
            row.text,
        )
        for row in connection.execute(statement)
    )


def _entries(connection: Connection, room_id: int, before: datetime | None, limit: int) -> Iterator[RoomEntry]:
    statement = (
        select(CrisisEntry.at, CrisisEntry.kind, CrisisEntry.text, CrisisEntry.facts, Person.name)
        .outerjoin(Person, Person.id == CrisisEntry.actor_id)
        .where(CrisisEntry.room_id == room_id)
        .order_by(CrisisEntry.id.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(CrisisEntry.at < before)
    for row in connection.execute(statement):
        yield RoomEntry(row.at, EntryKind(row.kind), row.name, row.text, row.facts or {})


def _alerts_of(room_id: int) -> Select[Any]:
    mentions = select(CrisisRoomMention.mention_id).where(CrisisRoomMention.room_id == room_id)
    return (
        select(*Alert.__table__.c, Person.name)
        .outerjoin(Person, Person.id == Alert.taken_by_id)
        .where(or_(Alert.room_id == room_id, Alert.mention_id.in_(mentions)))
    )


def _alerts(connection: Connection, room_id: int, before: datetime | None, limit: int) -> Iterator[RoomEntry]:
    statement = _alerts_of(room_id).order_by(Alert.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(Alert.raised_at < before)
    for row in connection.execute(statement):
        yield RoomEntry(row.raised_at, EntryKind.ALERT, None, None, _facts(row), row.case_id, row.mention_id)


def _taken(connection: Connection, room_id: int, before: datetime | None, limit: int) -> Iterator[RoomEntry]:
    statement = _alerts_of(room_id).where(Alert.taken_at.is_not(None)).order_by(Alert.taken_at.desc()).limit(limit)
    if before is not None:
        statement = statement.where(Alert.taken_at < before)
    for row in connection.execute(statement):
        yield RoomEntry(row.taken_at, EntryKind.ALERT_TAKEN, row.name, None, _facts(row), row.case_id, row.mention_id)


def _replies(connection: Connection, room_id: int, before: datetime | None, limit: int) -> Iterator[RoomEntry]:
    statement = (
        select(Reply.sent_at, Reply.case_id, Reply.text, Reply.visibility, Case.protocol, Person.name)
        .join(Case, Case.id == Reply.case_id)
        .outerjoin(Person, Person.id == Reply.author_id)
        .where(in_room_case(room_id), Reply.state == DeliveryState.SENT, Reply.sent_at.is_not(None))
        .order_by(Reply.sent_at.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(Reply.sent_at < before)
    for row in connection.execute(statement):
        facts = {"protocol": row.protocol, "visibility": row.visibility.value}
        yield RoomEntry(row.sent_at, EntryKind.REPLY_SENT, row.name, row.text[:_EXCERPT], facts, row.case_id)


def _facts(row: AnyRow) -> dict[str, Any]:
    return {**(row.facts or {}), "kind": row.kind, "level": row.level}
