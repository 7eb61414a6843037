"""The team: who may sign in at a workstation, and in which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right, Role
from app.models.domain.words import clean_text, fold
from app.models.schema.people import Person
from app.services.acts import Act, Done
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person of the team."""

    person_id: int
    name: str
    role: Role
    email: str | None
    is_active: bool
    version: int


class PeopleService:
    """Lists and edits the team, and signs persons in."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def list(self, *, include_inactive: bool = False) -> tuple[TeamMember, ...]:
        """Return the team by name."""
        statement = select(Person.__table__).order_by(Person.folded_name)
        if not include_inactive:
            statement = statement.where(Person.is_active)
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        return tuple(
            TeamMember(
                person_id=row.id,
                name=row.name,
                role=Role(row.role),
                email=row.email,
                is_active=row.is_active,
                version=row.version,
            )
            for row in rows
        )

    def sign_in(self, name: str) -> Actor:
        """Return the person of that name, accents and case aside; the very first one becomes the administrator.

        Raises:
            Invalid: ``person_name_empty``, ``person_name_long`` or ``person_unknown``.
        """
        tidy = tidy_name(name)
        found = self._find(tidy)
        if found is not None:
            return found
        return self._database.quiet(lambda connection: self._first_person(connection, tidy))

    def actor_for(self, person_id: int) -> Actor:
        """Return who acts under that id.

        Raises:
            Invalid: ``person_unknown`` when the id is not there or no longer active.
        """
        statement = select(Person.id, Person.name, Person.role).where(Person.id == person_id, Person.is_active)
        with self._database.read() as connection:
            row = connection.execute(statement).one_or_none()
        if row is None:
            raise Invalid("person_unknown")
        return Actor(person_id=row.id, name=row.name, role=Role(row.role))

    def add(self, name: str, role: Role, *, actor: Actor, email: str | None = None) -> Done[Actor]:
        """Add a person to the team.

        Raises:
            Invalid: a name that cannot be used. Conflict: ``person_exists``. Refused: ``not_allowed``.
        """
        tidy = tidy_name(name)
        _require_for_role(actor, role)

        def work(act: Act) -> Actor:
            _refuse_taken(act.connection, tidy)
            added = add_person(act.connection, name=tidy, role=role, at=act.at, email=email)
            act.record(None, "person_added", {"person": added.person_id, "name": tidy, "role": role.value})
            act.touch(topics=[Topic.PEOPLE])
            return added

        value, changes = self._database.act(work, actor=actor)
        return Done(value, changes)

    def rename(self, person_id: int, name: str, *, version: int, actor: Actor) -> Done[None]:
        """Give a person another name.

        Raises:
            Conflict: ``person_changed`` when somebody edited the person meanwhile, ``person_exists``.
        """
        tidy = tidy_name(name)
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> None:
            _protect_administrator(act, person_id)
            _refuse_taken(act.connection, tidy, but=person_id)
            values = {"name": tidy, "folded_name": fold(tidy)}
            _update(act, (person_id, version), values, "person_renamed", tidy)

        _, changes = self._database.act(work, actor=actor)
        return Done(None, changes)

    def set_role(self, person_id: int, role: Role, *, version: int, actor: Actor) -> Done[None]:
        """Give a person another role; the last administrator stays one.

        Raises:
            Refused: ``not_allowed`` or ``last_administrator``. Conflict: ``person_changed``.
        """
        _require_for_role(actor, role)

        def work(act: Act) -> None:
            _protect_administrator(act, person_id)
            if role is not Role.ADMINISTRATOR:
                _keep_an_administrator(act.connection, person_id)
            _update(act, (person_id, version), {"role": role.value}, "person_role_set", role.value)

        _, changes = self._database.act(work, actor=actor)
        return Done(None, changes)

    def set_active(self, person_id: int, *, is_active: bool, version: int, actor: Actor) -> Done[None]:
        """Let a person sign in, or no more; nobody is ever deleted, since the history names them.

        Raises:
            Refused: ``not_allowed`` or ``last_administrator``. Conflict: ``person_changed``.
        """
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> None:
            _protect_administrator(act, person_id)
            if not is_active:
                _keep_an_administrator(act.connection, person_id)
            _update(act, (person_id, version), {"is_active": is_active}, "person_active_set", is_active)

        _, changes = self._database.act(work, actor=actor)
        return Done(None, changes)

    def _find(self, name: str) -> Actor | None:
        statement = select(Person.id, Person.name, Person.role).where(
            Person.folded_name == fold(name), Person.is_active
        )
        with self._database.read() as connection:
            row = connection.execute(statement).one_or_none()
        return Actor(person_id=row.id, name=row.name, role=Role(row.role)) if row else None

    def _first_person(self, connection: Connection, name: str) -> Actor:
        if connection.execute(select(func.count()).select_from(Person)).scalar_one():
            raise Invalid("person_unknown", name=name)
        return add_person(connection, name=name, role=Role.ADMINISTRATOR, at=self._database.clock.now())


def tidy_name(name: str) -> str:
    """Return a name fit to store.

    Raises:
        Invalid: ``person_name_empty`` or ``person_name_long``.
    """
    tidy = " ".join(clean_text(name).split())
    if not tidy:
        raise Invalid("person_name_empty")
    if len(tidy) > _LONGEST_NAME:
        raise Invalid("person_name_long", limit=_LONGEST_NAME)
    return tidy


def add_person(connection: Connection, *, name: str, role: Role, at: datetime, email: str | None = None) -> Actor:
    """Insert the row of a person and return who acts under it."""
    statement = (
        insert(Person)
        .values(name=name, folded_name=fold(name), role=role.value, email=email, is_active=True, created_at=at)
        .returning(Person.id)
    )
    return Actor(person_id=connection.execute(statement).scalar_one(), name=name, role=role)


def _require_for_role(actor: Actor, role: Role) -> None:
    # Who may only edit settings must not make administrators.
    require(actor, Right.MANAGE_INSTALLATION if role is Role.ADMINISTRATOR else Right.EDIT_SETTINGS)


def _protect_administrator(act: Act, person_id: int) -> None:
    # Nor unmake them, nor take their name: who signs in under it is the administrator.
    role = act.connection.execute(select(Person.role).where(Person.id == person_id)).scalar_one_or_none()
    if role == Role.ADMINISTRATOR.value:
        require(act.actor, Right.MANAGE_INSTALLATION)


def _refuse_taken(connection: Connection, name: str, but: int | None = None) -> None:
    taken = connection.execute(select(Person.id).where(Person.folded_name == fold(name))).scalar_one_or_none()
    if taken is not None and taken != but:
        raise Conflict("person_exists", name=name)


def _keep_an_administrator(connection: Connection, person_id: int) -> None:
    statement = (
        select(Person.id)
        .where(Person.role == Role.ADMINISTRATOR.value, Person.is_active)
        .order_by(Person.id)
        .with_for_update()
    )
    if connection.execute(statement).scalars().all() == [person_id]:
        raise Refused("last_administrator")


def _update(act: Act, member: tuple[int, int], values: Mapping[str, object], verb: str, to: object) -> None:
    person_id, version = member
    statement = (
        update(Person)
        .where(Person.id == person_id, Person.version == version)
        .values(**values, version=Person.version + 1)
    )
    if act.connection.execute(statement).rowcount != 1:
        raise Conflict("person_changed", person=person_id)
    act.record(None, verb, {"person": person_id, "to": to})
    act.touch(topics=[Topic.PEOPLE])
