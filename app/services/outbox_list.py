"""Lists what has not left yet over all cases, so that nothing waits unseen."""

from __future__ import annotations

from app.models.domain.outbox_row import OutboxCursor, OutboxFilter, OutboxPage
from app.models.queries.outbox_list import outbox_rows
from app.services.database import Database

_PAGE = 60


class OutboxListService:
    """Reads the outbox by pages; acts on it are those of ``ReplyService``."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def page(self, shown: OutboxFilter, after: OutboxCursor | None = None, *, limit: int = _PAGE) -> OutboxPage:
        """Return the next ``limit`` rows after a cursor, what needs a person first."""
        now = self._database.clock.now()
        with self._database.read() as connection:
            rows = outbox_rows(connection, shown.states, now=now, after=after, limit=limit + 1)
        if len(rows) <= limit:
            return OutboxPage(tuple(rows))
        return OutboxPage(tuple(rows[:limit]), rows[limit - 1].cursor)
