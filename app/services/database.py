"""The database as services see it: read, act, or write quietly; retries, durability and errors in one place."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.models.domain.changes import Changes
from app.models.domain.people import Actor
from app.services.acts import Act
from app.services.clock import Clock
from app.services.database_errors import translate
from app.services.engines import CommitWatch, Engines
from app.services.errors import Unavailable
from app.services.write_gate import Priority, WriteGate

T = TypeVar("T")
_ATTEMPTS = 8
_RETRY_STATES = frozenset({"40001", "40P01"})
_RACED_KEYS = frozenset(
    {
        "pk_mention",
        "pk_case",
        "uq_mention_dedup_key",
        "uq_handle_channel_id_handle_key",
        "uq_conversation_channel_id_thread_key",
    }
)


class RetryAct(Exception):  # noqa: N818 - a signal between a service and the database, not an error
    """Raised inside an act that met a race (a free id was taken meanwhile); the whole act is run again."""


class Database:
    """Opened engines, the write gate, and the way every transaction is made.

    ``opened_version`` is the number of the last act at opening: what came later has to be told to the screens.
    ``announce`` receives the ``Changes`` of each committed act of this process, in the thread that acted.
    """

    def __init__(
        self,
        *,
        engines: Engines,
        clock: Clock,
        workstation_key: str,
        announce: Callable[[Changes], None],
        gate: WriteGate | None = None,
        is_read_only: bool = False,
        opened_version: int = 0,
    ) -> None:
        self._engines = engines
        self._clock = clock
        self._announce = announce
        self._gate = gate or WriteGate()
        self.workstation_key = workstation_key
        self.is_read_only = is_read_only
        self.opened_version = opened_version

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engines.writer.dialect.name

    @property
    def clock(self) -> Clock:
        """The clock that stamps acts."""
        return self._clock

    @property
    def person_waits(self) -> bool:
        """Tell a background batch that a person's act is waiting."""
        return self._gate.person_waits

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state and cannot write.

        Raises:
            Unavailable: when the database cannot be reached or read.
        """
        with translated_errors(), self._engines.reader.connect() as connection, connection.begin():
            yield connection

    def act(
        self,
        work: Callable[[Act], T],
        *,
        actor: Actor,
        priority: Priority = Priority.PERSON,
        durable: bool = True,
    ) -> tuple[T, Changes]:
        """Run ``work`` in one write transaction with its tail, commit, announce; return its value and the changes.

        ``work`` may run more than once (deadlock, race), so it must not touch anything but its ``Act``.
        ``durable=False`` lets SQLite delay the fsync (bulk import that can be repeated).

        Raises:
            UserError: what ``work`` raised, or Unavailable when the database cannot be written.
        """
        value, changes = self._with_retries(lambda: self._act_once(work, actor, priority, durable=durable))
        if not changes.is_empty:
            self._announce(changes)
        return value, changes

    def quiet(self, work: Callable[[Connection], T], *, priority: Priority = Priority.PERSON) -> T:
        """Run ``work`` in one write transaction without a tail: drafts, presence and leases are no acts."""

        def once() -> T:
            with self._turn(priority), self._engines.writer.connect() as connection:
                _set_synchronous(self._engines.writer, connection, durable=True)
                with connection.begin():
                    return work(connection)

        return self._with_retries(once)

    def open_watch(self) -> CommitWatch | None:
        """Return a cheap sign of foreign commits for one thread, None where the engine has none; close it yourself."""
        return self._engines.open_watch()

    def close(self) -> None:
        """Close every connection."""
        self._engines.dispose()

    def _act_once(
        self, work: Callable[[Act], T], actor: Actor, priority: Priority, *, durable: bool
    ) -> tuple[T, Changes]:
        with self._turn(priority), self._engines.writer.connect() as connection:
            _set_synchronous(self._engines.writer, connection, durable=durable)
            with connection.begin() as transaction:
                if not durable and connection.dialect.name == "postgresql":
                    connection.execute(text("SET LOCAL synchronous_commit = off"))
                act = Act(connection=connection, actor=actor, at=self._clock.now(), origin=self.workstation_key)
                value = work(act)
                changes = act.write_tail(transaction.commit)
        return value, changes

    @contextmanager
    def _turn(self, priority: Priority) -> Iterator[None]:
        # PostgreSQL arranges its writers itself; SQLite has one, and the gate decides who is next.
        if self._engines.is_local:
            with self._gate.turn(priority):
                yield
        else:
            yield

    def _with_retries(self, once: Callable[[], T]) -> T:
        if self.is_read_only:
            raise Unavailable("database_read_only")
        with translated_errors():
            for attempt in range(_ATTEMPTS):
                try:
                    return once()
                except (RetryAct, DBAPIError) as error:
                    if attempt + 1 == _ATTEMPTS or not _may_retry(error):
                        raise
                    time.sleep(random.uniform(0.002, 0.02) * (attempt + 1))  # noqa: S311 - spreads writers, no secret
            raise AssertionError("unreachable")


def _may_retry(error: Exception) -> bool:
    if isinstance(error, RetryAct):
        return True
    if isinstance(error, IntegrityError):
        # Two writers found the same thing missing and both made it; run again, the loser finds it made.
        diagnosis = getattr(error.orig, "diag", None)
        return getattr(diagnosis, "constraint_name", None) in _RACED_KEYS
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _RETRY_STATES


def _set_synchronous(engine: Engine, connection: Connection, *, durable: bool) -> None:
    # SQLite takes this between transactions only.
    if engine.dialect.name == "sqlite":
        raw = connection.connection.dbapi_connection
        if raw is None:
            raise RuntimeError("no connection")
        raw.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn what the drivers say into ``Unavailable`` with a code; what is a bug of ours passes as it is."""
    try:
        yield
    except (OperationalError, DBAPIError, PoolTimeoutError) as error:
        problem = translate(error)
        if problem is None:
            raise
        raise problem from error
