"""The engines: one writer and few readers, set so that no write is lost and no reader blocks (DATA: transactions)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from app.models.schema.search import TERMS
from app.services.database_location import LocalFile, Location, Server

_BUSY_SECONDS = 15
# A reader waits for nobody in WAL mode; if it must, another program holds the whole file, and that is soon said.
_READER_BUSY_SECONDS = 2
_READERS = 4
_WRITER_CACHE_KIB = 32 * 1024
_READER_CACHE_KIB = 8 * 1024


@contextmanager
def wrapped_driver_errors() -> Iterator[None]:
    """Raise what SQLite's driver says, where it is used without SQLAlchemy, in SQLAlchemy's form."""
    try:
        yield
    except sqlite_driver.Error as error:
        raise DBAPIError.instance(None, None, error, sqlite_driver.Error) from error


class CommitWatch:
    """A connection of its own that tells cheaply whether anybody else has committed; for one thread."""

    def __init__(self, reader: Engine) -> None:
        self._connection = reader.raw_connection()
        self._connection.detach()
        self._seen: int | None = None

    def has_moved(self) -> bool:
        """Tell whether somebody has committed since the last call."""
        with wrapped_driver_errors():
            cursor = self._connection.cursor()
            cursor.execute("PRAGMA data_version")
            row = cursor.fetchone()
            cursor.close()
        found: int | None = row[0] if row else None
        moved = found != self._seen
        self._seen = found
        return moved

    def close(self) -> None:
        """Close it."""
        self._connection.close()


@dataclass(frozen=True, slots=True)
class Engines:
    """A writer that takes its lock at BEGIN, and readers that cannot write."""

    writer: Engine
    reader: Engine

    def open_watch(self) -> CommitWatch | None:
        """Return a connection that notices commits, None where the engine has no such sign."""
        return CommitWatch(self.reader) if self.is_local else None

    @property
    def is_local(self) -> bool:
        """Tell whether this is one SQLite file."""
        return self.writer.dialect.name == "sqlite"

    def dispose(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()


def open_engines(location: Location, *, read_only: bool = False) -> Engines:
    """Make both engines; nothing is connected yet. With ``read_only`` the writer cannot write either."""
    make = _sqlite if isinstance(location, LocalFile) else _postgres
    reader = make(location, is_writer=False, read_only=read_only)  # type: ignore[arg-type] # chosen by the same type
    writer = make(location, is_writer=not read_only, read_only=read_only)  # type: ignore[arg-type] # as above
    return Engines(writer=writer, reader=reader)


def _sqlite(location: LocalFile, *, is_writer: bool, read_only: bool) -> Engine:
    address = _sqlite_address(location, read_only=read_only)

    def connect() -> Any:  # noqa: ANN401 - the pool takes any driver's connection
        connection = sqlite_driver.connect(
            address,
            timeout=_BUSY_SECONDS if is_writer else _READER_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            uri=True,
        )
        if location.key is not None:
            connection.execute(f"PRAGMA key = \"x'{location.key.hex()}'\"")
        for pragma in _pragmas(is_writer=is_writer):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute(TERMS)
        if not is_writer:
            connection.execute("PRAGMA query_only=ON").fetchall()
        return connection

    engine = create_engine(
        "sqlite://",
        hide_parameters=True,  # a row in an error message would carry a customer's words
        module=sqlite_driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1 if is_writer else _READERS,
        max_overflow=0,
        pool_timeout=_BUSY_SECONDS,
    )
    statement = "BEGIN IMMEDIATE" if is_writer else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(statement))
    return engine


def _sqlite_address(location: LocalFile, *, read_only: bool) -> str:
    path = location.path.absolute()
    address = path.as_uri()
    if not read_only:
        return address
    log = path.with_name(f"{path.name}-wal")
    # In a folder that cannot be written SQLite cannot make its shared-memory file; nobody else can write there either.
    if not os.access(path.parent, os.W_OK) and not log.exists():
        return f"{address}?immutable=1"
    return f"{address}?mode=ro"


def _pragmas(*, is_writer: bool) -> tuple[str, ...]:
    if not is_writer:
        return (f"cache_size=-{_READER_CACHE_KIB}", "temp_store=MEMORY", "mmap_size=0")
    return (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"cache_size=-{_WRITER_CACHE_KIB}",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "wal_autocheckpoint=2000",
        "journal_size_limit=67108864",
    )


def _postgres(location: Server, *, is_writer: bool, read_only: bool) -> Engine:
    url = URL.create(
        "postgresql+psycopg",
        username=location.user,
        password=location.password,
        host=location.host,
        port=location.port,
        database=location.name,
    )
    options = "-c timezone=UTC -c statement_timeout=0 -c lock_timeout=15000"
    if read_only or not is_writer:
        # Two statements of one reading must see the same state, as they do on SQLite.
        options += " -c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read"
    return create_engine(
        url,
        hide_parameters=True,
        connect_args={
            "sslmode": location.ssl_mode,
            "connect_timeout": 5,
            "options": options,
            "application_name": "Balcao",
            # A cable that is pulled says nothing: without these a statement waits for a quarter of an hour.
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 25_000,
        },
        pool_size=2 if is_writer else _READERS,
        max_overflow=0,
        pool_pre_ping=True,
        pool_timeout=_BUSY_SECONDS,
    )
