"""Says who has a case open and who types, by the database's own clock, so that a sleeping computer disappears."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.case_detail import Viewer
from app.models.domain.people import Actor
from app.models.schema.cases import Presence
from app.models.schema.people import Person
from app.services.database import Database

LIFETIME = timedelta(seconds=60)


class PresenceService:
    """Heartbeats in quiet transactions; a presence without a beat is over after ``LIFETIME``."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def beat(self, actor: Actor, case_id: int, *, is_typing: bool = False) -> tuple[Viewer, ...]:
        """Say that the person still has the case open; return the colleagues who have it open too."""
        key = self._database.workstation_key

        def once(connection: Connection) -> tuple[Viewer, ...]:
            now = self._now(connection)
            mark_present(connection, case_id, actor.person_id, key, now, is_typing=is_typing)
            connection.execute(delete(Presence).where(Presence.case_id == case_id, Presence.expires_at <= now))
            return _viewers(connection, case_id, actor.person_id, now)

        return self._database.quiet(once)

    def leave(self, actor: Actor, case_id: int) -> None:
        """Say that the person has closed the case."""
        self._database.quiet(
            lambda connection: connection.execute(
                delete(Presence).where(Presence.case_id == case_id, Presence.person_id == actor.person_id)
            )
        )

    def viewers(self, case_id: int, *, but: int = 0) -> tuple[Viewer, ...]:
        """Return who has the case open now, one person (``but``) left out."""
        with self._database.read() as connection:
            return _viewers(connection, case_id, but, self._now(connection))

    def _now(self, connection: Connection) -> datetime:
        return shared_now(self._database, connection)


def mark_present(
    connection: Connection,
    case_id: int,
    person_id: int,
    workstation_key: str,
    now: datetime,
    *,
    is_typing: bool = False,
) -> None:
    """Say inside a transaction that a person has a case open from now on."""
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    values = {"workstation_key": workstation_key, "is_typing": is_typing, "expires_at": now + LIFETIME}
    statement = module.insert(Presence).values(case_id=case_id, person_id=person_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["case_id", "person_id"], set_=values))


def shared_now(database: Database, connection: Connection) -> datetime:
    """Return the time that all workstations of a database agree on."""
    # One file has one computer's clock at a time; a server's clock is the only one that all workstations share.
    if connection.dialect.name == "postgresql":
        now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
        return now
    return database.clock.now()


def _viewers(connection: Connection, case_id: int, but: int, now: datetime) -> tuple[Viewer, ...]:
    rows = connection.execute(
        select(Person.name, Presence.is_typing)
        .join(Person, Person.id == Presence.person_id)
        .where(Presence.case_id == case_id, Presence.person_id != but, Presence.expires_at > now)
        .order_by(Person.name)
    )
    return tuple(Viewer(row.name, row.is_typing) for row in rows)
