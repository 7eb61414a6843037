"""Sees to it that exactly one workstation reads an account, and that another takes over when that one sleeps."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete
from sqlalchemy.dialects import postgresql, sqlite

from app.models.schema.channels import AccountLease
from app.services.database import Database
from app.services.id_lists import one_of
from app.services.presence import shared_now
from app.services.write_gate import Priority

RENEWED = timedelta(seconds=15)
LIFETIME = timedelta(seconds=45)


class LeaseKeeper:
    """Leases of one workstation, by the database's time; leases are no acts.

    ``holds`` may be asked by any thread. It trusts a lease only for as long as it lasts without renewal, by the clock
    that nobody can set and by the one that goes on while a computer sleeps: who slept has lost what it had.
    """

    def __init__(self, *, database: Database, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._held: frozenset[int] = frozenset()
        self._until = float("-inf")
        self._until_wall = datetime.min.replace(tzinfo=UTC)

    def renew(self, account_ids: Iterable[int]) -> frozenset[int]:
        """Renew what is ours and take what nobody holds, all in one statement; return what is ours now.

        Raises:
            Unavailable: when the database cannot be reached; what is held is held until it runs out.
        """
        wanted = sorted(set(account_ids))
        asked_at, wall = self._monotonic(), self._database.clock.now()
        held = self._database.quiet(lambda connection: self._claim(connection, wanted), priority=Priority.BACKGROUND)
        self._until, self._until_wall = asked_at + LIFETIME.total_seconds(), wall + LIFETIME
        self._held = frozenset(held)
        return self._held

    def holds(self, account_id: int) -> bool:
        """Tell whether this workstation may read an account just now."""
        is_running = self._monotonic() < self._until and self._database.clock.now() < self._until_wall
        return account_id in self._held and is_running

    def release(self) -> None:
        """Give everything back, so that another workstation need not wait."""
        held, self._held = sorted(self._held), frozenset()

        def give(connection: Connection) -> None:
            mine = AccountLease.workstation_key == self._database.workstation_key
            connection.execute(delete(AccountLease).where(mine, one_of(connection, AccountLease.account_id, held)))

        if held:
            self._database.quiet(give)

    def _claim(self, connection: Connection, wanted: list[int]) -> list[int]:
        if not wanted:
            return []
        now, key = shared_now(self._database, connection), self._database.workstation_key
        values = {"workstation_key": key, "expires_at": now + LIFETIME}
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        adding = module.insert(AccountLease).values([{"account_id": each, **values} for each in wanted])
        is_free = (AccountLease.workstation_key == key) | (AccountLease.expires_at <= now)
        claiming = adding.on_conflict_do_update(index_elements=["account_id"], set_=values, where=is_free)
        return list(connection.execute(claiming.returning(AccountLease.account_id)).scalars())
