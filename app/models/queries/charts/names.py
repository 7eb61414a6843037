"""Reads the names that charts put beside ids: channels, areas, persons, accounts."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.models.schema.channels import Channel


def channel_names(connection: Connection) -> dict[int, str]:
    """Return all channels' names by id, those out of use too."""
    return {row[0]: row[1] for row in connection.execute(select(Channel.id, Channel.name))}
