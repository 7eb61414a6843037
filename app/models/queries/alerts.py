"""Reads alerts: what is news to a person, the whole list by page, and the log of who saw them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.models.domain.alert import (
    LOUD,
    RECENT,
    SINGLE,
    SINGLES_IN_A_WHILE,
    STILL_LOUD,
    AlertKind,
    AlertLine,
    AlertNews,
    AlertViewer,
)
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.crisis import Alert, AlertSeen
from app.models.schema.people import Area, AreaMember, Person, Workstation

_MOST_LEVELS = 10
_LOOKED_AT = 500
"""How many of the newest alerts are looked through for news; the watches raise few a day."""
# Built once: every crisis mention that comes in asks for them, and building costs more than asking.
_newest = (
    select(Alert.raised_at, Alert.key, Alert.level)
    .order_by(Alert.id.desc())
    .limit(SINGLES_IN_A_WHILE * _MOST_LEVELS)
    .subquery()
)
_RECENT = (
    select(_newest.c.level, func.count())
    .where(_newest.c.raised_at > bindparam("since"), _newest.c.key.startswith(bindparam("prefix")))
    .group_by(_newest.c.level)
)
_MEMBERS = (
    select(Area.name.label("area"), Person.id, Person.name)
    .outerjoin(AreaMember, AreaMember.area_id == Area.id)
    .outerjoin(Person, and_(Person.id == AreaMember.person_id, Person.is_active))
    .where(Area.key == bindparam("key"), Area.is_active)
    .order_by(Person.name)
)


def is_raised(connection: Connection, key: str) -> bool:
    """Tell whether an alert of that key was raised before."""
    return connection.execute(select(Alert.id).where(Alert.key == key)).first() is not None


def count_recent_singles(connection: Connection, *, since: datetime, prefix: str = SINGLE) -> dict[int, int]:
    """Return how many single mentions of each level rang since then, from the newest alerts alone."""
    counted = connection.execute(_RECENT, {"since": since, "prefix": prefix})
    return {level: n for level, n in counted if level is not None}


def area_with_members(connection: Connection, key: str) -> tuple[str | None, list[tuple[int, str]]]:
    """Return an active area's name (None = there is none of that key) and its active members by name."""
    rows = connection.execute(_MEMBERS, {"key": key}).all()
    return (rows[0].area if rows else None), [(row.id, row.name) for row in rows if row.id is not None]


def known_ids(connection: Connection, ids: Collection[int]) -> list[int]:
    """Return those of the ids that are alerts."""
    return list(connection.execute(select(Alert.id).where(Alert.id.in_(ids)).order_by(Alert.id)).scalars())


def read_news(connection: Connection, person_id: int, *, now: datetime, limit: int) -> AlertNews:
    """Return what a person has not seen of the last days; a loud one that nobody has taken stays longer."""
    newest = select(Alert.id).order_by(Alert.id.desc()).limit(_LOOKED_AT).scalar_subquery()
    is_waiting = and_(
        Alert.raised_at > now - STILL_LOUD,
        Alert.taken_by_id.is_(None),
        Alert.kind.in_(sorted(kind.value for kind in LOUD)),
    )
    statement = _lines(person_id).where(Alert.id.in_(newest), or_(Alert.raised_at > now - RECENT, is_waiting))
    mine = connection.execute(statement).all()
    unseen = [row for row in mine if row.my_seen_at is None and _is_for(row, person_id)]
    return AlertNews(tuple(_line(row) for row in unseen[:limit]), len(unseen))


def read_page(connection: Connection, person_id: int, *, before_id: int | None, limit: int) -> tuple[AlertLine, ...]:
    """Return alerts, the newest first."""
    statement = _lines(person_id).limit(limit)
    if before_id is not None:
        statement = statement.where(Alert.id < before_id)
    return tuple(_line(row) for row in connection.execute(statement))


def read_line(connection: Connection, person_id: int, alert_id: int) -> AlertLine | None:
    """Return one alert, None when it is not there."""
    row = connection.execute(_lines(person_id).where(Alert.id == alert_id)).one_or_none()
    return None if row is None else _line(row)


def read_viewers(connection: Connection, alert_id: int) -> tuple[AlertViewer, ...]:
    """Return the log of one alert in the order of time."""
    statement = (
        select(Person.name, Workstation.name.label("workstation"), AlertSeen.shown_at, AlertSeen.seen_at)
        .join(Person, Person.id == AlertSeen.person_id)
        .outerjoin(Workstation, Workstation.key == AlertSeen.workstation_key)
        .where(AlertSeen.alert_id == alert_id)
        .order_by(AlertSeen.shown_at, Person.name)
    )
    return tuple(
        AlertViewer(row.name, row.workstation or "", row.shown_at, row.seen_at) for row in connection.execute(statement)
    )


def _lines(person_id: int) -> Select[Any]:
    mine, taker = aliased(AlertSeen), aliased(Person)
    log = AlertSeen.__table__
    shown = select(func.count()).select_from(log).where(log.c.alert_id == Alert.id).correlate(Alert).scalar_subquery()
    seen = (
        select(func.count())
        .select_from(log)
        .where(log.c.alert_id == Alert.id, log.c.seen_at.is_not(None))
        .correlate(Alert)
        .scalar_subquery()
    )
    return (
        select(
            *Alert.__table__.c,
            taker.name.label("taken_by"),
            shown.label("shown_to"),
            seen.label("seen_by"),
            mine.shown_at.label("my_shown_at"),
            mine.seen_at.label("my_seen_at"),
            Case.owner_id,
        )
        .outerjoin(taker, taker.id == Alert.taken_by_id)
        .outerjoin(Case, Case.id == Alert.case_id)
        .outerjoin(mine, and_(mine.alert_id == Alert.id, mine.person_id == person_id))
        .order_by(Alert.id.desc())
    )


def _is_for(row: AnyRow, person_id: int) -> bool:
    people = (row.facts or {}).get("people")
    return not people or person_id in people


def _line(row: AnyRow) -> AlertLine:
    return AlertLine(
        id=row.id,
        kind=AlertKind(row.kind),
        level=row.level,
        raised_at=row.raised_at,
        facts=row.facts or {},
        mention_id=row.mention_id,
        case_id=row.case_id,
        room_id=row.room_id,
        is_drill=row.is_drill,
        taken_by_id=row.taken_by_id,
        taken_by=row.taken_by,
        taken_at=row.taken_at,
        shown_to=row.shown_to,
        seen_by=row.seen_by,
        my_shown_at=row.my_shown_at,
        my_seen_at=row.my_seen_at,
        owner_id=row.owner_id,
    )
