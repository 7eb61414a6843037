"""Builds every service once, each with just what it uses."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.database import Database
from app.services.people import PeopleService


@dataclass(frozen=True, slots=True)
class Services:
    """All services of one opened database; only the composition root sees this value."""

    people: PeopleService


def build_services(database: Database) -> Services:
    """Wire the services of an opened database."""
    return Services(people=PeopleService(database=database))
