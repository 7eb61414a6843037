"""Brings a database to the form that this version of the program knows, on either engine.

Alembic is imported only when there is something to do: opening a current database must stay quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision, oldest first; a test compares them with the files in ``versions``."""
HEAD = REVISIONS[-1]
BASE = "base"


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Run the missing steps inside the connection's transaction, which the caller commits."""
    from alembic import command  # noqa: PLC0415 - only when there is something to do

    command.upgrade(_config(connection), to)


def downgrade(connection: Connection, to: str = BASE) -> None:
    """Take steps back inside the connection's transaction; ``base`` leaves an empty database."""
    from alembic import command  # noqa: PLC0415 - only when there is something to do

    command.downgrade(_config(connection), to)


def _config(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - only when there is something to do

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
