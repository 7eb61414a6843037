"""Notices what nobody does: deadlines that pass while a case lies open, silence, promises that are almost due."""

from __future__ import annotations

import logging
import threading
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
from app.services.errors import UserError
from app.services.follow_up import silences
from app.services.write_gate import Priority

_LOG = logging.getLogger(__name__)
_PAUSE_SECONDS = 30.0
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
    """A loop of its own; any number of workstations may run it, each missed deadline is written down once."""

    def __init__(self, *, database: Database, clock: CaseClock) -> None:
        self._database = database
        self._clock = clock
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._warned: set[tuple[int, datetime]] = set()

    def start(self) -> None:
        """Begin; a database that cannot be written is watched by others."""
        if self._thread is None and not self._database.is_read_only:
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="deadline-watch", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End after the batch that is being written."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

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

    def _run(self) -> None:
        while not self._stop.wait(_PAUSE_SECONDS):
            try:
                self.run_once()
            except UserError as problem:
                _LOG.warning("deadline watch waits: %s", problem.code)

    def _note(self, late: Sequence[LateCase]) -> int:
        def work(act: Act) -> int:
            return sum(notice(act, each.case_id, [each.missed]) for each in late)

        found, _changes = self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)
        self._stop.wait(_BREATH_SECONDS)
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
    return NewAlert(f"promise:{row.id}", AlertKind.DEADLINE, case_id=row.case_id, facts=facts)
