"""Opens the chosen database, signs the person in, and remembers both; runs off the UI thread."""

from __future__ import annotations

import logging
import platform
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

from app.models.domain.changes import Changes
from app.models.domain.people import Actor
from app.services.clock import Clock
from app.services.database import Database
from app.services.database_location import LocalFile, Location, Server, parse_location
from app.services.errors import Unavailable
from app.services.opening import open_database
from app.services.people import PeopleService
from app.services.secrets import Secrets
from app.services.settings import SettingsStore
from app.views.welcome.choice import StartChoice

log = logging.getLogger(__name__)

_FILE = "atendimentos.balcao"
_KEY_BYTES = 8


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened database and the person who works on it."""

    database: Database
    actor: Actor
    location: Location
    choice: StartChoice


def first_choice(store: SettingsStore, wanted: str | None) -> StartChoice:
    """Return what the start form begins with: what was asked for, else the last time's, else a file of one's own."""
    settings = store.current
    own = Path(platformdirs.user_data_dir("balcao", appauthor=False)) / _FILE
    return StartChoice(person_name=settings.person_name, database=wanted or settings.last_database or str(own))


def workstation_key(store: SettingsStore) -> str:
    """Return this workstation's key, making it at the first start."""
    if not store.current.workstation_key:
        store.update(workstation_key=secrets.token_hex(_KEY_BYTES))
    return store.current.workstation_key


class Opener:
    """Opens what a ``StartChoice`` names."""

    def __init__(
        self, *, store: SettingsStore, secrets_store: Secrets, clock: Clock, announce: Callable[[Changes], None]
    ) -> None:
        self._store = store
        self._secrets = secrets_store
        self._clock = clock
        self._announce = announce

    def open(self, choice: StartChoice) -> Opened:
        """Open and sign in.

        Raises:
            UserError: what the person has to change; nothing stays open.
        """
        location = self._location(choice)
        database = open_database(
            location,
            clock=self._clock,
            workstation_key=workstation_key(self._store),
            workstation_name=platform.node() or "estação",
            announce=self._announce,
            read_only=choice.is_read_only,
        )
        try:
            actor = PeopleService(database=database).sign_in(choice.person_name)
            self._remember(choice, location)
        except BaseException:
            database.close()
            raise
        return Opened(database=database, actor=actor, location=location, choice=choice)

    def _location(self, choice: StartChoice) -> Location:
        location = parse_location(choice.database)
        if isinstance(location, LocalFile):
            return LocalFile(location.path.absolute())
        password = choice.password or location.password or self._remembered_password(location)
        return replace(location, password=password)

    def _remembered_password(self, location: Server) -> str | None:
        try:
            return self._secrets.password(_machine(location), location.user)
        except Unavailable as error:
            # Without a keyring the server may still ask for nothing; if it does, it says so.
            log.info("password not read: %s", error.code)
            return None

    def _remember(self, choice: StartChoice, location: Location) -> None:
        if isinstance(location, Server) and choice.password:
            try:
                self._secrets.set_password(_machine(location), location.user, choice.password)
            except Unavailable as error:
                # The work goes on; the password is asked for again at the next start.
                log.info("password not kept: %s", error.code)
        self._store.update(person_name=choice.person_name, last_database=location.describe())


def _machine(location: Server) -> str:
    # Two servers may run on one machine, each with its own password.
    return f"{location.host}:{location.port}"
