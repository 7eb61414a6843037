"""Reads crisis rooms: the list, one room with its figures and areas, its mentions by page, and what might join it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from app.models.domain.alert import WHILE
from app.models.domain.crisis import StoredWords
from app.models.domain.crisis_room import (
    ApprovedPosition,
    RoomArea,
    RoomDetail,
    RoomFigures,
    RoomLine,
    RoomMention,
    clock_state,
    figures_of,
)
from app.models.domain.vocabulary import DeliveryState
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER
from app.models.schema.cases import IS_CONFIRMED, Case, CaseAxis, Reply
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis
from app.models.schema.crisis import IS_ROOM_OPEN, Alert, CrisisClock, CrisisRoom, CrisisRoomArea, CrisisRoomMention
from app.models.schema.customers import Handle
from app.models.schema.mentions import IS_IN_CRISIS, Mention
from app.models.schema.people import Area, AreaMember, Person

_TEXT_SHOWN = 400
_LOOKED_AT = 2_000
_SUBJECT = "subject"
_NAMES = select(Person.id, Person.name)


def read_rooms(
    connection: Connection, *, is_open: bool | None = None, before_id: int | None = None, limit: int = 50
) -> tuple[RoomLine, ...]:
    """Return rooms, the newest first; ``is_open`` None = both kinds."""
    statement = _room_lines().limit(limit)
    if is_open is not None:
        statement = statement.where(IS_ROOM_OPEN if is_open else CrisisRoom.closed_at.is_not(None))
    if before_id is not None:
        statement = statement.where(CrisisRoom.id < before_id)
    return tuple(_room_line(row) for row in connection.execute(statement))


def read_room(connection: Connection, room_id: int, *, now: datetime) -> RoomDetail | None:
    """Return a room with its figures and areas, None when it is not there."""
    row = connection.execute(_room_lines().where(CrisisRoom.id == room_id)).one_or_none()
    if row is None:
        return None
    people = [row.position_by_id or 0, row.position_approved_by_id or 0, row.closed_by_id or 0]
    names = {each.id: each.name for each in connection.execute(_NAMES.where(Person.id.in_(people)))}
    return RoomDetail(
        line=_room_line(row),
        version=row.version,
        figures=read_figures(connection, room_id, now=now),
        areas=read_areas(connection, room_id),
        position_text=row.position_text,
        position_by_id=row.position_by_id,
        position_by=names.get(row.position_by_id),
        position_approved_at=row.position_approved_at,
        position_approved_by=names.get(row.position_approved_by_id),
        closing_report=row.closing_report,
        closed_by=names.get(row.closed_by_id),
    )


def read_figures(connection: Connection, room_id: int, *, now: datetime) -> RoomFigures:
    """Count a room's mentions, cases, answers that left, and how the clocks of its mentions stand."""
    clocks = connection.execute(
        select(
            CrisisClock.identify_due_at, CrisisClock.identified_at, CrisisClock.answer_due_at, CrisisClock.answered_at
        )
        .join(CrisisRoomMention, CrisisRoomMention.mention_id == CrisisClock.mention_id)
        .where(CrisisRoomMention.room_id == room_id)
    ).all()
    counted = connection.execute(
        select(func.count().label("mentions"), func.count(func.distinct(Mention.case_id)).label("cases"))
        .select_from(CrisisRoomMention)
        .join(Mention, Mention.id == CrisisRoomMention.mention_id)
        .where(CrisisRoomMention.room_id == room_id)
    ).one()
    sent = select(func.count()).select_from(Reply).where(in_room_case(room_id), Reply.state == DeliveryState.SENT)
    return RoomFigures(
        mentions=counted.mentions,
        cases=counted.cases,
        answers=connection.execute(sent).scalar_one(),
        identify=figures_of(clock_state(row.identify_due_at, row.identified_at, now) for row in clocks),
        answer=figures_of(clock_state(row.answer_due_at, row.answered_at, now) for row in clocks),
    )


def in_room_case(room_id: int) -> ColumnElement[bool]:
    """Return the test that a reply is one on a case of the room."""
    cases = (
        select(Mention.case_id)
        .join(CrisisRoomMention, CrisisRoomMention.mention_id == Mention.id)
        .where(CrisisRoomMention.room_id == room_id, Mention.case_id.is_not(None))
    )
    return Reply.case_id.in_(cases)


def read_areas(connection: Connection, room_id: int) -> tuple[RoomArea, ...]:
    """Return all areas in use (and those told): first those told, in the order of time."""
    told, teller = aliased(CrisisRoomArea), aliased(Person)
    statement = (
        select(Area.id, Area.name, Area.contact, told.told_at, teller.name.label("told_by"), told.confirmed_at)
        .outerjoin(told, and_(told.area_id == Area.id, told.room_id == room_id))
        .outerjoin(teller, teller.id == told.told_by_id)
        .where(or_(Area.is_active, told.told_at.is_not(None)))
        .order_by(Area.position, Area.id)
    )
    rows = connection.execute(statement).all()
    members = read_members(connection, [row.id for row in rows])
    found = [
        RoomArea(
            row.id,
            row.name,
            row.contact,
            tuple(name for _person_id, name in members.get(row.id, ())),
            row.told_at,
            row.told_by,
            row.confirmed_at,
        )
        for row in rows
    ]
    # Stable: areas told at one moment keep the team's order.
    return tuple(sorted(found, key=lambda area: (area.told_at is None, area.told_at or NEVER)))


def read_members(connection: Connection, area_ids: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Return the active members (id, name) of areas, by name."""
    statement = (
        select(AreaMember.area_id, Person.id, Person.name)
        .join(Person, Person.id == AreaMember.person_id)
        .where(AreaMember.area_id.in_(area_ids), Person.is_active)
        .order_by(Person.name)
    )
    found: dict[int, list[tuple[int, str]]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.area_id, []).append((row.id, row.name))
    return found


def read_levels(connection: Connection, room_id: int) -> dict[int, int]:
    """Return how many mentions of a room are at which crisis level."""
    statement = (
        select(Mention.crisis_level, func.count().label("n"))
        .join(CrisisRoomMention, CrisisRoomMention.mention_id == Mention.id)
        .where(CrisisRoomMention.room_id == room_id, Mention.crisis_level.is_not(None))
        .group_by(Mention.crisis_level)
        .order_by(Mention.crisis_level)
    )
    return {row.crisis_level: row.n for row in connection.execute(statement)}


def read_mentions(
    connection: Connection, room_id: int, *, before_id: int | None = None, limit: int = 100
) -> tuple[RoomMention, ...]:
    """Return a room's mentions, the newest first; the page after the one that ended at ``before_id``."""
    statement = (
        _mentions()
        .join(CrisisRoomMention, CrisisRoomMention.mention_id == Mention.id)
        .where(CrisisRoomMention.room_id == room_id)
        .limit(limit)
    )
    if before_id is not None:
        statement = statement.where(Mention.id < before_id)
    return tuple(_mention(row) for row in connection.execute(statement))


def read_similar(connection: Connection, room_id: int, *, since: datetime, limit: int) -> tuple[RoomMention, ...]:
    """Return mentions since then that share a crisis word, or their case's subject, with the room and are not in it."""
    words, subjects = _marks_of(connection, room_id)
    ids: dict[int, None] = {}
    if words:
        newest = (
            select(Mention.id, Mention.crisis_words)
            .where(IS_IN_CRISIS, Mention.posted_at >= since)
            .order_by(Mention.id.desc())
            .limit(_LOOKED_AT)
        )
        ids.update((row.id, None) for row in connection.execute(newest) if words & set(_words(row.crisis_words)))
    if subjects:
        cases = select(CaseAxis.case_id).where(CaseAxis.node_id.in_(subjects))
        same = (
            select(Mention.id)
            .where(Mention.case_id.in_(cases), Mention.posted_at >= since)
            .order_by(Mention.id.desc())
            .limit(_LOOKED_AT)
        )
        ids.update((found, None) for found in connection.execute(same).scalars())
    present = set(
        connection.execute(select(CrisisRoomMention.mention_id).where(CrisisRoomMention.room_id == room_id)).scalars()
    )
    wanted = sorted(ids.keys() - present, reverse=True)[:limit]
    return read_some(connection, wanted)


def read_some(connection: Connection, mention_ids: Sequence[int]) -> tuple[RoomMention, ...]:
    """Return mentions by id, the newest first."""
    return tuple(_mention(row) for row in connection.execute(_mentions().where(Mention.id.in_(mention_ids))))


def first_taken(connection: Connection, room_id: int) -> datetime | None:
    """Return when the first alert of a room was taken on."""
    statement = select(Alert.taken_at).where(Alert.room_id == room_id, Alert.taken_at.is_not(None))
    return connection.execute(statement.order_by(Alert.taken_at).limit(1)).scalar_one_or_none()


def flood_ids(connection: Connection, raised_at: datetime, *, limit: int) -> list[int]:
    """Return the crisis mentions that came within the ten minutes of a shared alert, the newest first."""
    statement = (
        select(Mention.id)
        .where(IS_IN_CRISIS, Mention.captured_at >= raised_at, Mention.captured_at < raised_at + WHILE)
        .order_by(Mention.id.desc())
        .limit(limit)
    )
    return list(connection.execute(statement).scalars())


def position_for_case(connection: Connection, case_id: int) -> ApprovedPosition | None:
    """Return the approved text of the newest open room that the case belongs to; drills answer nobody."""
    approver = aliased(Person)
    statement = (
        select(
            CrisisRoom.id,
            CrisisRoom.name,
            CrisisRoom.position_text,
            approver.name.label("approver"),
            CrisisRoom.position_approved_at,
        )
        .join(CrisisRoomMention, CrisisRoomMention.room_id == CrisisRoom.id)
        .join(Mention, Mention.id == CrisisRoomMention.mention_id)
        .outerjoin(approver, approver.id == CrisisRoom.position_approved_by_id)
        .where(
            Mention.case_id == case_id,
            IS_ROOM_OPEN,
            CrisisRoom.is_drill.is_(False),
            CrisisRoom.position_approved_at.is_not(None),
        )
        .order_by(CrisisRoom.id.desc())
        .limit(1)
    )
    row = connection.execute(statement).one_or_none()
    if row is None:
        return None
    return ApprovedPosition(row.id, row.name, row.position_text or "", row.approver, row.position_approved_at)


def _marks_of(connection: Connection, room_id: int) -> tuple[set[str], list[int]]:
    """Return the crisis words that the room's mentions share, and the subject nodes of its cases."""
    rows = connection.execute(
        select(Mention.crisis_words, Mention.case_id)
        .join(CrisisRoomMention, CrisisRoomMention.mention_id == Mention.id)
        .where(CrisisRoomMention.room_id == room_id)
        .order_by(Mention.id.desc())
        .limit(_LOOKED_AT)
    ).all()
    counted = Counter(word for row in rows for word in _words(row.crisis_words))
    case_ids = sorted({row.case_id for row in rows if row.case_id is not None})[:500]
    subjects = (
        select(CaseAxis.node_id)
        .join(Axis, Axis.id == CaseAxis.axis_id)
        .where(Axis.key == _SUBJECT, CaseAxis.case_id.in_(case_ids), IS_CONFIRMED)
        .distinct()
    )
    return set(dict(counted.most_common(20))), list(connection.execute(subjects).scalars())


def _room_lines() -> Select[Any]:
    opener = aliased(Person)
    in_room, areas = CrisisRoomMention.__table__, CrisisRoomArea.__table__
    mentions = select(func.count()).select_from(in_room).where(in_room.c.room_id == CrisisRoom.id)
    told = select(func.count()).select_from(areas).where(areas.c.room_id == CrisisRoom.id)
    confirmed = told.where(areas.c.confirmed_at.is_not(None))
    return (
        select(
            *CrisisRoom.__table__.c,
            opener.name.label("opened_by"),
            mentions.correlate(CrisisRoom).scalar_subquery().label("mentions"),
            told.correlate(CrisisRoom).scalar_subquery().label("told"),
            confirmed.correlate(CrisisRoom).scalar_subquery().label("confirmed"),
        )
        .outerjoin(opener, opener.id == CrisisRoom.opened_by_id)
        .order_by(CrisisRoom.id.desc())
    )


def _room_line(row: AnyRow) -> RoomLine:
    return RoomLine(
        id=row.id,
        name=row.name,
        level=row.level,
        is_drill=row.is_drill,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        closed_at=row.closed_at,
        mentions=row.mentions,
        has_position=row.position_approved_at is not None,
        areas_told=row.told,
        areas_confirmed=row.confirmed,
    )


def _mentions() -> Select[Any]:
    return (
        select(
            Mention.id,
            Mention.posted_at,
            Channel.name.label("channel"),
            Handle.display_name,
            Mention.title,
            func.substr(Mention.text, 1, _TEXT_SHOWN).label("text"),
            Mention.crisis_level,
            Mention.crisis_words,
            Mention.state,
            Mention.case_id,
            Case.protocol,
            CrisisClock.identify_due_at,
            CrisisClock.identified_at,
            CrisisClock.answer_due_at,
            CrisisClock.answered_at,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .outerjoin(Case, Case.id == Mention.case_id)
        .outerjoin(CrisisClock, CrisisClock.mention_id == Mention.id)
        .order_by(Mention.id.desc())
    )


def _mention(row: AnyRow) -> RoomMention:
    return RoomMention(
        id=row.id,
        posted_at=row.posted_at,
        channel=row.channel,
        author=row.display_name or "",
        text=f"{row.title}\n{row.text}" if row.title else row.text,
        level=row.crisis_level,
        state=row.state,
        case_id=row.case_id,
        protocol=row.protocol,
        identify_due_at=row.identify_due_at,
        identified_at=row.identified_at,
        answer_due_at=row.answer_due_at,
        answered_at=row.answered_at,
        words=tuple(_words(row.crisis_words)),
    )


def _words(stored: str | None) -> Iterable[str]:
    return StoredWords.of(stored).words
