"""One look at whether a database is sound: its counts, its history, its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.services.database import Database
from app.services.history import verify
from app.services.recount import Difference, recount

_FILE_CHECKS = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found; ``first_bad_seq`` is the first history row that was tampered with."""

    differences: tuple[Difference, ...]
    history_rows: int
    first_bad_seq: int | None
    file_problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not self.differences and self.first_bad_seq is None and not self.file_problems


def check_database(database: Database, progress: Callable[[int], None] = lambda _: None) -> Checkup:
    """Recount, recompute the history's chain, and let the engine check its own file (minutes for a large one).

    ``progress`` receives the number of mentions counted so far; what it raises ends the check.
    """
    with database.read() as connection:
        differences = tuple(recount(connection, progress))
        problems = tuple(_file_problems(connection))
    chain = verify(database)
    return Checkup(differences, chain.rows, chain.first_bad_seq, problems)


def _file_problems(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in connection.execute(text(_FILE_CHECKS[0])) if row[0] != "ok"]
    return found + [f"foreign key: {row[0]} {row[1]}" for row in connection.execute(text(_FILE_CHECKS[1]))]
