"""Notices what nobody does: deadlines that pass while a case lies open, silence, promises that are almost due."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.domain.alert import AlertKind, NewAlert
from app.models.domain.breach import PROMISE, SILENCE, Lateness
from app.models.domain.people import PROGRAM
from app.models.queries.lateness import LateCase, late_clocks, promises_between
from app.models.queries.rows import AnyRow
from app.services.acts import Act
from app.services.alerts import raise_alert
from app.services.breach_book import notice
from app.services.case_clock import CaseClock
from app.services.database import Database
from app.services.follow_up import silences
from app.services.write_gate import Priority

_MOST_AT_ONCE = 200
_BATCH = 50
_BREATH_SECONDS = 0.02
PROMISE_WARNING = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Noticed:
    """What one round has found: deadlines missed that were not known, promises warned of."""

    breaches: int = 0
    warnings: int = 0


class DeadlineWatch:
    """One round looks once; any number of workstations may run it, each missed deadline is written down once."""

    def __init__(self, *, database: Database, clock: CaseClock) -> None:
        self._database = database
        self._clock = clock
        self._warned: set[tuple[int, datetime]] = set()

    def run_once(self, now: datetime | None = None) -> Noticed:
        """Write down what is late by ``now`` (the database's time when None) and warn of promises almost due."""
        at = now or self._database.clock.now()
        with self._database.read() as connection:
            late = late_clocks(connection, at, limit=_MOST_AT_ONCE)
            silent = silences(connection, self._clock, at, only_new=True)
            late += [LateCase(each.case_id, Lateness(SILENCE, each.due_at)) for each in silent]
            promises = promises_between(connection, at, at + PROMISE_WARNING, limit=_MOST_AT_ONCE)
        breaches = sum(self._note(late[start : start + _BATCH]) for start in range(0, len(late), _BATCH))
        return Noticed(breaches, self._warn(promises))

    def _note(self, late: Sequence[LateCase]) -> int:
        def work(act: Act) -> int:
            return sum(notice(act, each.case_id, [each.missed]) for each in late)

        found, _changes = self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)
        time.sleep(_BREATH_SECONDS)  # whoever waits to write comes first
        return found

    def _warn(self, promises: Sequence[AnyRow]) -> int:
        fresh = [row for row in promises if (row.id, row.due_at) not in self._warned]
        if not fresh:
            return 0

        def work(act: Act) -> int:
            return sum(raise_alert(act, _warning(row)) is not None for row in fresh)

        raised, _changes = self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)
        self._warned.update((row.id, row.due_at) for row in fresh)
        return raised


def _warning(row: AnyRow) -> NewAlert:
    facts = {"clock": PROMISE, "due_at": row.due_at.isoformat(), "protocol": row.protocol}
    # With its time: on SQLite the id of a promise that was taken back may be given again.
    key = f"promise:{row.id}:{int(row.due_at.timestamp())}"
    return NewAlert(key, AlertKind.DEADLINE, case_id=row.case_id, facts=facts)
