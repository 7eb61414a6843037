"""Follows what other workstations did, so that open screens patch themselves within a second or two."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select

from app.models.domain.changes import Changes, Topic
from app.models.schema.history import ChangeCounter, ChangeLog
from app.services.database import Database, translated_errors
from app.services.engines import CommitWatch
from app.services.errors import Unavailable

_log = logging.getLogger(__name__)
_PERIOD = 0.5
_PAGE = 500
_KEPT = timedelta(days=7)
_TRIM_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Reachability:
    """Whether the database answers, and since when (aware UTC)."""

    is_up: bool
    since: datetime


class ChangeFeed:
    """A loop of its own thread; ``start`` returns at once, ``stop`` joins.

    ``announce`` receives the ``Changes`` of other workstations in order, ``tell_state`` every change of reachability,
    ``lost_track`` is called when the log was trimmed past us (asleep for a week): everything shown may be old.
    All three are called in the loop's thread.
    """

    def __init__(
        self,
        *,
        database: Database,
        announce: Callable[[Changes], None],
        tell_state: Callable[[Reachability], None],
        lost_track: Callable[[], None] = lambda: None,
        period_seconds: float = _PERIOD,
    ) -> None:
        self._database = database
        self._announce = announce
        self._tell_state = tell_state
        self._lost_track = lost_track
        self._period = period_seconds
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._version = database.opened_version
        self._is_up = True
        self._trimmed_at: datetime | None = None
        self._watch: CommitWatch | None = None

    def start(self) -> None:
        """Begin to follow from where the log stood when the database was opened."""
        self._thread = threading.Thread(target=self._run, name="change-feed", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End and wait for the end."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def poll(self) -> int:
        """Read once what is new and announce it; return how many acts of others there were.

        Raises:
            Unavailable: when the database cannot be reached.
        """
        announced = 0
        while True:
            rows, newest, is_lost = self._read(self._version)
            self._version = newest
            if is_lost:
                self._lost_track()
            for changes in rows:
                if changes.origin != self._database.workstation_key and not changes.is_empty:
                    self._announce(changes)
                    announced += 1
            if len(rows) < _PAGE:
                return announced

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._step()
            except Unavailable as error:
                if self._is_up:
                    _log.info("database away: %s", error.code)
                self._forget_watch()
                self._set_up(is_up=False)
            self._stopping.wait(self._period)
        self._forget_watch()

    def _forget_watch(self) -> None:
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()

    def _step(self) -> None:
        with translated_errors():
            if self._watch is None:
                self._watch = self._database.open_watch()
            has_moved = self._watch is None or self._watch.has_moved()
        if has_moved or not self._is_up:
            self.poll()
        self._set_up(is_up=True)
        self._trim_sometimes()

    def _read(self, after: int) -> tuple[list[Changes], int, bool]:
        statement = (
            select(ChangeLog.version, ChangeLog.origin, ChangeLog.body)
            .where(ChangeLog.version > after)
            .order_by(ChangeLog.version)
            .limit(_PAGE)
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
            current = after if rows else _current_version(connection)
        if not rows:
            # An act without a row is one whose row was trimmed; a counter behind us is a database put back from a copy.
            return [], current, current != after
        return [_changes_of(row) for row in rows], rows[-1].version, rows[0].version != after + 1

    def _set_up(self, *, is_up: bool) -> None:
        if is_up != self._is_up:
            self._is_up = is_up
            self._tell_state(Reachability(is_up=is_up, since=self._database.clock.now()))

    def _trim_sometimes(self) -> None:
        now = self._database.clock.now()
        if self._database.is_read_only or (self._trimmed_at and now - self._trimmed_at < _TRIM_EVERY):
            return
        self._trimmed_at = now
        trim(self._database, before=now - _KEPT)


def trim(database: Database, *, before: datetime) -> int:
    """Delete log rows older than ``before``, but never the newest row; return how many went."""

    def work(connection: Connection) -> int:
        newest = select(ChangeCounter.version).scalar_subquery()
        return connection.execute(delete(ChangeLog).where(ChangeLog.at < before, ChangeLog.version < newest)).rowcount

    return database.quiet(work)


def _current_version(connection: Connection) -> int:
    return connection.execute(select(ChangeCounter.version)).scalar_one()


def _changes_of(row: Any) -> Changes:  # noqa: ANN401 - a row of the query above
    body: dict[str, Any] = row.body
    span = body.get("r")
    return Changes(
        origin=row.origin,
        version=row.version,
        mention_ids=frozenset(body.get("m", ())),
        mention_range=(span[0], span[1]) if span else None,
        case_ids=frozenset(body.get("c", ())),
        customer_ids=frozenset(body.get("p", ())),
        topics=_known_topics(body.get("t", ())),
    )


def _known_topics(names: Iterable[str]) -> frozenset[Topic]:
    # A newer colleague may speak of what this version does not know.
    known = {topic.value for topic in Topic}
    return frozenset(Topic(name) for name in names if name in known)
