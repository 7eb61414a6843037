"""Edits the rules by which cases go to an area at once, and carries out those that the team made automatic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from app.models.domain.changes import Topic
from app.models.domain.people import PROGRAM, Actor
from app.models.domain.routing import RouteProblemError, Routes, check_routes, routes_data
from app.models.queries.case_facts import case_nodes, case_row
from app.models.queries.routing import ROUTES_SETTING, case_route, is_left_to_people, stored_routes
from app.models.schema.channels import Channel
from app.services.acts import Done
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.forwarding import ForwardingService
from app.services.settings_book import SettingsBook, SettingValue

SECTION = "routes"
_AXES = ("subject", "nature", "persona", "profile")


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """The rules with the version that an edit has to name."""

    routes: Routes
    version: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a condition can name: its key and what it is called."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class RouteChoices:
    """What conditions can name: nodes as "axis key/node key" with their path, and channels."""

    nodes: tuple[Choice, ...]
    channels: tuple[Choice, ...]


class RouteService:
    """Reads and writes the route rules."""

    def __init__(self, *, database: Database, book: SettingsBook, shelf: TreeShelf) -> None:
        self._database = database
        self._book = book
        self._shelf = shelf

    def read(self) -> RouteSheet:
        """Return the rules as they stand."""
        with self._database.read() as connection:
            routes = stored_routes(connection)
        return RouteSheet(routes, self._book.read(ROUTES_SETTING).version)

    def change(self, actor: Actor, routes: Routes, *, expected_version: int) -> Done[SettingValue]:
        """Replace the rules.

        Raises:
            Invalid: a code of ``RouteProblem`` with the rule's ``name``. Refused: ``not_allowed``.
            Conflict: ``setting_changed``.
        """
        try:
            check_routes(routes)
        except RouteProblemError as error:
            raise Invalid(error.problem.value, name=error.name) from error
        return self._book.change(
            actor,
            ROUTES_SETTING,
            routes_data(routes),
            expected_version=expected_version,
            section=SECTION,
            topics=[Topic.AREAS],
        )

    def choices(self) -> RouteChoices:
        """Return what conditions can name."""
        with self._database.read() as connection:
            trees = self._shelf.trees(connection)
            channels = connection.execute(select(Channel.key, Channel.name).order_by(Channel.position, Channel.id))
            named = tuple(Choice(row.key, row.name) for row in channels)
        nodes = [
            Choice(f"{axis.key}/{node.key}", f"{axis.name}: {trees.path(node.id)}")
            for key in _AXES
            if (axis := trees.axis_by_key(key)) is not None
            for node in trees.tree(axis.id)
            if node.is_offered
        ]
        return RouteChoices(tuple(nodes), named)


class AutomaticRoutes:
    """Forwards cases by the rules that the team made automatic, in the program's name, right after they changed."""

    def __init__(self, *, database: Database, shelf: TreeShelf, forwarding: ForwardingService) -> None:
        self._database = database
        self._shelf = shelf
        self._forwarding = forwarding

    def forward_all(self, case_ids: Iterable[int]) -> int:
        """Forward each case that an automatic rule fits; return how many went."""
        with self._database.read() as connection:
            if not any(rule.is_automatic for rule in stored_routes(connection).rules):
                return 0
        return sum(self.forward(case_id) is not None for case_id in case_ids)

    def forward(self, case_id: int) -> Done[object] | None:
        """Forward a case when an automatic rule fits it; None when none does or somebody acted on it meanwhile.

        A case whose last act was taken back, or that was once taken back from an area, is left to people.
        """
        with self._database.read() as connection:
            routes = stored_routes(connection)
            row = case_row(connection, case_id) if any(rule.is_automatic for rule in routes.rules) else None
            if row is None:
                return None
            keys = self._shelf.trees(connection).keys_of(case_nodes(connection, case_id).values())
            found = case_route(connection, row, keys, self._database.clock.now(), routes)
            if found is None or not found.is_automatic or is_left_to_people(connection, case_id):
                return None
        try:
            done = self._forwarding.forward_to_area(
                PROGRAM, case_id, found.area_id, found.reason, expected_version=row.version
            )
        except (Conflict, Refused, Invalid):
            # Whoever was faster knows the case better; the proposal stays on its screen.
            return None
        return Done(done.value, done.changes)
