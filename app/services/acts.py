"""One act of a person or of the program: what it writes, and the tail of hot rows written last, counter first."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, Connection, bindparam, insert, update
from sqlalchemy.exc import DBAPIError

from app.models.domain.changes import RANGE_THRESHOLD, Changes, Topic
from app.models.domain.history_chain import chain_hash, digest_of
from app.models.domain.people import Actor
from app.models.schema.base import Base
from app.models.schema.history import ChangeCounter, ChangeLog, History, HistoryBody
from app.models.schema.rollups import StatusCounter

T = TypeVar("T")
_SALT_BYTES = 16
_COUNTER_ID = 1
# Built once: building a statement takes longer than running it, and everybody waits while an act is in its tail.
_TAKE_COUNTER = (
    update(ChangeCounter)
    .where(ChangeCounter.id == _COUNTER_ID)
    .values(
        version=ChangeCounter.version + 1,
        history_seq=ChangeCounter.history_seq + bindparam("entries", type_=BigInteger),
    )
    .returning(ChangeCounter.version, ChangeCounter.history_seq, ChangeCounter.head_hash)
)
_SET_HEAD = update(ChangeCounter).where(ChangeCounter.id == _COUNTER_ID).values(head_hash=bindparam("head"))
_COUNT_AND_LOG = (
    "WITH taken AS (UPDATE change_counter SET version = version + 1 WHERE id = 1 RETURNING version)"
    " INSERT INTO change_log (version, origin, at, body)"
    " SELECT version, %s, %s, CAST(%s AS jsonb) FROM taken RETURNING version"
)
_LOG, _HISTORY, _BODIES = insert(ChangeLog), insert(History), insert(HistoryBody)


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take an act back: its verb and size for the undo bar, and the act that reverts it.

    ``within`` is for how long it can still be taken back, None = as long as the bar stands there, and longer.
    """

    verb: str
    count: int
    revert: Callable[[], Done[Any]]
    within: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a service method returns: its value, what changed, and the way back where there is one."""

    value: T
    changes: Changes
    undo: Undo | None = None


@dataclass(frozen=True, slots=True)
class _HistoryEntry:
    case_id: int | None
    verb: str
    body: str


@dataclass(slots=True)
class Act:
    """Collects, during one transaction, everything that belongs in its tail.

    Services write their own rows through ``connection`` and *tell* the act about history, counts and touched ids;
    ``write_tail`` is called once by ``Database.act`` just before the commit.
    """

    connection: Connection
    actor: Actor
    at: datetime
    origin: str
    _history: list[_HistoryEntry] = field(default_factory=list)
    _tallies: dict[type[Base], Counter[tuple[Any, ...]]] = field(default_factory=dict)
    _mention_ids: set[int] = field(default_factory=set)
    _case_ids: set[int] = field(default_factory=set)
    _customer_ids: set[int] = field(default_factory=set)
    _topics: set[Topic] = field(default_factory=set)

    def record(self, case_id: int | None, verb: str, body: Mapping[str, object]) -> None:
        """Add a history row: who (the actor), when (``at``), what (``verb``), from and to (``body``, JSON values)."""
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
        self._history.append(_HistoryEntry(case_id, verb, text))

    def tally(self, table: type[Base], key: tuple[Any, ...], n: int) -> None:
        """Add ``n`` (may be negative) to a roll-up row; ``key`` in the order of the table's primary key."""
        if n:
            self._tallies.setdefault(table, Counter())[key] += n

    def count_status(self, key: str, n: int) -> None:
        """Add ``n`` to a badge counter."""
        self.tally(StatusCounter, (key,), n)

    def touch(
        self,
        *,
        mentions: Collection[int] = (),
        cases: Collection[int] = (),
        customers: Collection[int] = (),
        topics: Collection[Topic] = (),
    ) -> None:
        """Name what screens have to patch."""
        self._mention_ids.update(mentions)
        self._case_ids.update(cases)
        self._customer_ids.update(customers)
        self._topics.update(topics)

    def write_tail(self, commit: Callable[[], None]) -> Changes:
        """Take the counter (the mutex), write history, log and sorted counts, commit; return the numbered changes.

        Everybody else waits from the counter to the commit. A server is asked once for all of it where no history row
        has to be chained to the head that it gives: then no turn of this process lies in between.
        """
        changes = self._changes()
        if changes.is_empty and not self._history and not self._tallies:
            commit()
            return changes
        if self._history or self.connection.dialect.name != "postgresql":
            version, last_seq, head = self._take_counter()
            with one_round_trip(self.connection):
                if self._history:
                    self._write_history(last_seq - len(self._history), head)
                values = {"version": version, "origin": self.origin, "at": self.at, "body": _log_body(changes)}
                self.connection.execute(_LOG, values)
                self._write_tallies()
                commit()
            return replace(changes, version=version)
        with one_round_trip(self.connection), self._raw_cursor() as numbered:
            numbered.execute(_COUNT_AND_LOG, (self.origin, self.at, json.dumps(_log_body(changes))))
            self._write_tallies()
            commit()
            return replace(changes, version=numbered.fetchone()[0])

    def _raw_cursor(self) -> Any:  # noqa: ANN401 - the driver's; SQLAlchemy reads a result before the server has sent it
        return self.connection.connection.cursor()

    def _changes(self) -> Changes:
        is_range = len(self._mention_ids) > RANGE_THRESHOLD
        return Changes(
            origin=self.origin,
            mention_ids=frozenset() if is_range else frozenset(self._mention_ids),
            mention_range=(min(self._mention_ids), max(self._mention_ids)) if is_range else None,
            case_ids=frozenset(self._case_ids),
            customer_ids=frozenset(self._customer_ids),
            topics=frozenset(self._topics),
        )

    def _take_counter(self) -> tuple[int, int, bytes]:
        row = self.connection.execute(_TAKE_COUNTER, {"entries": len(self._history)}).one()
        return row.version, row.history_seq, bytes(row.head_hash)

    def _write_history(self, seq: int, head: bytes) -> None:
        rows, bodies = [], []
        for entry in self._history:
            seq += 1
            salt = secrets.token_bytes(_SALT_BYTES)
            digest = digest_of(salt, entry.body)
            head = chain_hash(
                head,
                seq=seq,
                case_id=entry.case_id,
                actor_id=self.actor.person_id,
                at=self.at,
                verb=entry.verb,
                digest=digest,
            )
            rows.append(
                {
                    "seq": seq,
                    "case_id": entry.case_id,
                    "actor_id": self.actor.person_id,
                    "at": self.at,
                    "verb": entry.verb,
                    "digest": digest,
                    "hash": head,
                }
            )
            bodies.append({"seq": seq, "salt": salt, "body": entry.body})
        self.connection.execute(_HISTORY, rows)
        self.connection.execute(_BODIES, bodies)
        self.connection.execute(_SET_HEAD, {"head": head})

    def _write_tallies(self) -> None:
        for table in sorted(self._tallies, key=lambda each: each.__tablename__):
            add_counts(self.connection, table, self._tallies[table])


@contextmanager
def one_round_trip(connection: Connection) -> Iterator[None]:
    """Send statements whose results nobody reads to a server all at once; on a file it makes no difference."""
    raw = connection.connection.driver_connection
    if connection.dialect.name != "postgresql" or raw is None:
        yield
        return
    driver_error = connection.dialect.loaded_dbapi.Error
    try:
        with raw.pipeline():
            yield
    except Exception as error:
        # Whoever noticed it: a COMMIT that was on its way has not happened.
        with suppress(driver_error):
            raw.rollback()
        if isinstance(error, driver_error):
            # Results are read when the pipeline ends, where nobody wraps the driver's errors.
            raise DBAPIError.instance(None, None, error, driver_error, dialect=connection.dialect) from error
        raise


def add_counts(connection: Connection, table: type[Base], counts: Mapping[tuple[Any, ...], int]) -> None:
    """Add to the ``n`` of roll-up rows, sorted by key so that two writers never cross (DATA 1)."""
    rows = [(*key, n) for key, n in sorted(counts.items()) if n]
    if rows:
        connection.exec_driver_sql(_adding_statement(table, connection.dialect.name), rows)


@cache
def _adding_statement(table: type[Base], dialect: str) -> str:
    name = table.__tablename__
    names = [f'"{column.name}"' for column in table.__table__.primary_key]
    keys = ", ".join(names)
    places = ", ".join(["%s" if dialect == "postgresql" else "?"] * (len(names) + 1))
    return (
        f'INSERT INTO "{name}" ({keys}, n) VALUES ({places})'  # noqa: S608 - our own table and column names
        f' ON CONFLICT ({keys}) DO UPDATE SET n = "{name}".n + excluded.n'
    )


def _log_body(changes: Changes) -> dict[str, object]:
    body: dict[str, object] = {}
    if changes.mention_ids:
        body["m"] = sorted(changes.mention_ids)
    if changes.mention_range:
        body["r"] = list(changes.mention_range)
    if changes.case_ids:
        body["c"] = sorted(changes.case_ids)
    if changes.customer_ids:
        body["p"] = sorted(changes.customer_ids)
    if changes.topics:
        body["t"] = sorted(changes.topics)
    return body
