"""Reads the names that charts put beside ids: channels, areas, persons."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.models.schema.channels import Channel
from app.models.schema.people import Area, Person


def channel_names(connection: Connection) -> dict[int, str]:
    """Return all channels' names by id, those out of use too."""
    return {row[0]: row[1] for row in connection.execute(select(Channel.id, Channel.name))}


def area_names(connection: Connection) -> dict[int, str]:
    """Return all areas' names by id, those out of use too."""
    return {row[0]: row[1] for row in connection.execute(select(Area.id, Area.name))}


def person_names(connection: Connection) -> dict[int, str]:
    """Return all persons' names by id, those who left too."""
    return {row[0]: row[1] for row in connection.execute(select(Person.id, Person.name))}
