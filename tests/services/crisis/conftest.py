"""Mentions, cases and rooms that the tests of crises need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import insert, select

from app.models.domain.people import Actor, Role
from app.models.schema.people import Area, AreaMember
from app.services.alerts import AlertService
from app.services.crisis_closing import CrisisClosing
from app.services.crisis_rooms import CrisisRoomService
from app.services.crisis_work import CrisisWork
from app.services.database import Database
from app.services.people import add_person
from tests.factories import make_mention

NewPerson = Callable[..., Actor]
NewMention = Callable[..., int]


@dataclass(frozen=True)
class House:
    """The services of crises on one database."""

    database: Database
    rooms: CrisisRoomService
    work: CrisisWork
    closing: CrisisClosing
    alerts: AlertService


@pytest.fixture
def house(database: Database) -> House:
    return House(
        database,
        CrisisRoomService(database=database),
        CrisisWork(database=database),
        CrisisClosing(database=database),
        AlertService(database=database),
    )


@pytest.fixture
def person(database: Database) -> NewPerson:
    """Add somebody to the team (and to an area)."""

    def add(name: str, role: Role = Role.ATTENDANT, *, area: str = "") -> Actor:
        at = database.clock.now()
        added = database.quiet(lambda connection: add_person(connection, name=name, role=role, at=at))
        if area:
            area_id = select(Area.id).where(Area.key == area).scalar_subquery()
            values = {"area_id": area_id, "person_id": added.person_id}
            database.quiet(lambda connection: connection.execute(insert(AreaMember).values(**values)))
        return added

    return add


@pytest.fixture
def mention(database: Database) -> NewMention:
    """Insert a mention at crisis level."""

    def add(words: str = "vidro", level: int | None = 1, **values: Any) -> int:
        return database.quiet(
            lambda connection: make_mention(
                connection,
                "Achei caco de vidro na geleia",
                **{"posted_at": database.clock.now(), "crisis_level": level, "crisis_words": words, **values},
            )
        )

    return add
