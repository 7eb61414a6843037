"""A database opens, is refused with a code, or is brought up to date."""

from __future__ import annotations

from sqlalchemy import func, select

from app.models.domain.people import Actor
from app.models.schema.classification import Axis
from app.services.database import Database


def test_an_opened_database_has_first_day_data(database: Database, actor: Actor) -> None:
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Axis)).scalar_one() == 7
    assert actor.person_id
