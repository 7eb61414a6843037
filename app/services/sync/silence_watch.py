"""Watches for accounts that answer and bring nothing, beyond what their hour of the week lets expect."""

from __future__ import annotations

from datetime import timedelta

from app.models.domain.silence_expectation import LEAST_SILENCE, WEEKS, is_silent
from app.models.queries.account_health import brought_by_hour, working_accounts
from app.services.database import Database
from app.services.sync.health import HealthBook

_HOUR = timedelta(hours=1)


class SilenceWatch:
    """``run_once`` looks at the accounts whose light is OK; for the loop of watches, seldom is often enough."""

    def __init__(self, *, database: Database) -> None:
        self._database = database
        self._health = HealthBook(database=database)

    def run_once(self) -> int:
        """Look once; return how many accounts fell silent."""
        now = self._database.clock.now()
        found = []
        with self._database.read() as connection:
            for account in working_accounts(connection):
                last = account.health.last_item_at
                if last is None or now - last < LEAST_SILENCE:
                    continue
                brought = brought_by_hour(connection, account.id, since=now - timedelta(weeks=WEEKS))
                if is_silent(brought, last, now):
                    found.append((account, (now - last) // _HOUR))
        return sum(self._health.silence(account, now=now, hours=hours) for account, hours in found)
