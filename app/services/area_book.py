"""The rows of areas and of their members: read as cards, locked, written, and kept for an undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.people import Area, AreaMember, Person
from app.services.acts import Act
from app.services.errors import Conflict

AREA_COLUMNS = tuple(Area.__table__.c)
_EDITED = tuple(column.name for column in AREA_COLUMNS if column.name not in {"id", "key", "version"})


@dataclass(frozen=True, slots=True)
class AreaPerson:
    """A member of an area; the representative speaks for it in the committee."""

    person_id: int
    name: str
    is_representative: bool


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area as its editor shows it; minutes are business time of ``calendar_id`` (None = the team's first)."""

    id: int
    key: str
    name: str
    contact: str | None
    answer_minutes: int
    silence_minutes: int
    is_ombudsman: bool
    is_active: bool
    calendar_id: int | None
    version: int
    members: tuple[AreaPerson, ...]
    open_cases: int

    @property
    def is_unattended(self) -> bool:
        """Tell whether cases wait here that nobody of the area sees."""
        return self.open_cases > 0 and not self.members


@dataclass(frozen=True, slots=True)
class KeptAreas:
    """Areas with their members before an act, and the versions that the act left."""

    rows: Mapping[int, Mapping[str, Any]]
    members: Mapping[int, tuple[tuple[int, bool], ...]]


def area_cards(connection: Connection, *, include_retired: bool = False) -> tuple[AreaCard, ...]:
    """Return the areas with their members and open cases, retired ones last."""
    statement = select(*AREA_COLUMNS).order_by(Area.is_active.desc(), Area.position, Area.id)
    rows = connection.execute(statement if include_retired else statement.where(Area.is_active)).all()
    ids = [row.id for row in rows]
    people: dict[int, list[AreaPerson]] = defaultdict(list)
    for member in connection.execute(
        select(AreaMember.area_id, Person.id, Person.name, AreaMember.is_representative)
        .join(Person, Person.id == AreaMember.person_id)
        .where(AreaMember.area_id.in_(ids), Person.is_active)
        .order_by(AreaMember.is_representative.desc(), Person.folded_name)
    ):
        people[member.area_id].append(AreaPerson(member.id, member.name, member.is_representative))
    n = open_cases_of(connection, ids)
    return tuple(
        AreaCard(
            id=row.id,
            key=row.key,
            name=row.name,
            contact=row.contact,
            answer_minutes=row.answer_minutes,
            silence_minutes=row.silence_minutes,
            is_ombudsman=row.is_ombudsman,
            is_active=row.is_active,
            calendar_id=row.calendar_id,
            version=row.version,
            members=tuple(people[row.id]),
            open_cases=n.get(row.id, 0),
        )
        for row in rows
    )


def open_cases_of(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """Return how many open cases each area has; those without any are left out."""
    statement = select(Case.area_id, func.count()).where(Case.is_open, Case.area_id.in_(ids)).group_by(Case.area_id)
    return {area_id: n for area_id, n in connection.execute(statement) if area_id is not None}


def locked_area(act: Act, area_id: int, expected_version: int | None) -> AnyRow:
    """Return an area kept from others until the act ends. Raises Conflict ``area_changed``."""
    row = act.connection.execute(select(*AREA_COLUMNS).where(Area.id == area_id).with_for_update()).one_or_none()
    if row is None:
        raise Conflict("area_changed")
    if expected_version is not None:
        check_version(row, expected_version)
    return row


def check_version(row: AnyRow, expected_version: int) -> None:
    """Raise Conflict ``area_changed`` when somebody edited the area meanwhile."""
    if row.version != expected_version:
        raise Conflict("area_changed", name=row.name)


def write_area(act: Act, row: AnyRow, values: Mapping[str, Any]) -> None:
    """Write columns of a locked area; its version goes up by one."""
    act.connection.execute(update(Area).where(Area.id == row.id).values(**values, version=row.version + 1))


def members_of(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[tuple[int, bool], ...]]:
    """Return (person, speaks for the area) by area."""
    found: dict[int, list[tuple[int, bool]]] = {area_id: [] for area_id in ids}
    for row in connection.execute(
        select(AreaMember.area_id, AreaMember.person_id, AreaMember.is_representative)
        .where(AreaMember.area_id.in_(ids))
        .order_by(AreaMember.person_id)
    ):
        found[row.area_id].append((row.person_id, row.is_representative))
    return {area_id: tuple(members) for area_id, members in found.items()}


def put_members(connection: Connection, area_id: int, members: Iterable[tuple[int, bool]]) -> None:
    """Make these the members of an area."""
    connection.execute(delete(AreaMember).where(AreaMember.area_id == area_id))
    rows = [{"area_id": area_id, "person_id": person, "is_representative": speaks} for person, speaks in members]
    if rows:
        connection.execute(insert(AreaMember), rows)


def keep_areas(connection: Connection, ids: Sequence[int]) -> KeptAreas:
    """Return areas as they are now, for the undo of what follows."""
    rows = connection.execute(select(*AREA_COLUMNS).where(Area.id.in_(ids)))
    return KeptAreas({row.id: row._asdict() for row in rows}, members_of(connection, ids))


def area_versions(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """Return the versions of areas."""
    return {row.id: row.version for row in connection.execute(select(Area.id, Area.version).where(Area.id.in_(ids)))}


def restore(act: Act, kept: KeptAreas, versions: Mapping[int, int]) -> None:
    """Make areas what they were. Raises Conflict ``area_changed`` when one was edited since."""
    for area_id in sorted(kept.rows):
        row = locked_area(act, area_id, versions[area_id])
        write_area(act, row, {name: kept.rows[area_id][name] for name in _EDITED})
        put_members(act.connection, area_id, kept.members[area_id])
