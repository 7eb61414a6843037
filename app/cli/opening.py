"""Opens the database that a script names, as the program itself."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import Server, parse_location
from app.services.opening import open_database
from app.services.secrets import KeyringSecrets

_KEY = "command-line"


@contextmanager
def opened(address: str) -> Iterator[Database]:
    """Open, hand over, close. The password of a server comes from the address or else from the keyring.

    Raises:
        Unavailable, Refused, Invalid: what is wrong with the place.
    """
    location = parse_location(address)
    if isinstance(location, Server) and location.password is None:
        location = replace(location, password=KeyringSecrets().password(location.host, location.user))
    database = open_database(
        location,
        clock=SystemClock(),
        workstation_key=_KEY,
        workstation_name=platform.node() or _KEY,
        announce=lambda _: None,
    )
    try:
        yield database
    finally:
        database.close()
