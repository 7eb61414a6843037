"""What the filters of lists and charts offer: channels, areas, people and the classification, read whole at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select

from app.models.domain.classification_tree import Trees
from app.models.queries.classification import trees
from app.models.schema.channels import Channel
from app.models.schema.people import Area, Person
from app.services.database import Database


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by."""

    id: int
    name: str


@dataclass(frozen=True)
class FilterChoices:
    """Everything a filter can name, as of one read."""

    channels: tuple[Choice, ...] = ()
    areas: tuple[Choice, ...] = ()
    people: tuple[Choice, ...] = ()
    trees: Trees = field(default_factory=lambda: Trees(()))


class FilterChoiceService:
    """Reads the choices; they are few and change seldom."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def choices(self) -> FilterChoices:
        """Return channels and areas in the team's order, people by name, and the trees."""
        channels = select(Channel.id, Channel.name).where(Channel.is_active).order_by(Channel.position, Channel.id)
        areas = select(Area.id, Area.name).where(Area.is_active).order_by(Area.position, Area.id)
        people = select(Person.id, Person.name).where(Person.is_active).order_by(Person.folded_name)
        with self._database.read() as connection:
            return FilterChoices(
                channels=tuple(Choice(*row) for row in connection.execute(channels)),
                areas=tuple(Choice(*row) for row in connection.execute(areas)),
                people=tuple(Choice(*row) for row in connection.execute(people)),
                trees=trees(connection),
            )
