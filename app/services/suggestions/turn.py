"""Sees to it that exactly one workstation of a team learns and proposes, and that another takes over from it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.schema.settings import BusinessSetting
from app.services.database import Database
from app.services.presence import shared_now
from app.services.write_gate import Priority

KEY: Final = "suggestions_turn"
LIFETIME: Final = timedelta(minutes=3)
_LOCKED = select(BusinessSetting.value).where(BusinessSetting.key == KEY).with_for_update()


class Turn:
    """The turn of one workstation, by the database's time; a turn is no act."""

    def __init__(self, *, database: Database, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._fresh_until = float("-inf")

    def take(self) -> bool:
        """Take or renew the turn for ``LIFETIME``; tell whether it is ours."""
        if self._monotonic() < self._fresh_until:
            return True
        asked_at = self._monotonic()
        is_ours = self._database.quiet(self._claim, priority=Priority.BACKGROUND)
        # Renewed when a third is gone: what is ours for sure need not be asked for again.
        self._fresh_until = asked_at + LIFETIME.total_seconds() / 3 if is_ours else float("-inf")
        return is_ours

    def give_back(self) -> None:
        """Let another workstation go on at once."""
        self._fresh_until = float("-inf")

        def give(connection: Connection) -> None:
            value = connection.execute(_LOCKED).scalar_one_or_none()
            if isinstance(value, dict) and value.get("by") == self._database.workstation_key:
                connection.execute(delete(BusinessSetting).where(BusinessSetting.key == KEY))

        self._database.quiet(give)

    def _claim(self, connection: Connection) -> bool:
        now, key = shared_now(self._database, connection), self._database.workstation_key
        mine = {"by": key, "until": (now + LIFETIME).astimezone(UTC).isoformat()}
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        adding = module.insert(BusinessSetting).values(key=KEY, value=mine).on_conflict_do_nothing()
        connection.execute(adding)
        held = connection.execute(_LOCKED).scalar_one()
        if held.get("by") != key and datetime.fromisoformat(held["until"]) > now:
            return False
        connection.execute(update(BusinessSetting).where(BusinessSetting.key == KEY).values(value=mine))
        return True
