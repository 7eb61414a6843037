"""Opens a database: checks the place, says what is wrong, brings it up to date, gives it its first day's data."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import Connection, Engine, func, inspect, select, text
from sqlalchemy.dialects import postgresql, sqlite

from app.models import migrations
from app.models.domain.changes import Changes
from app.models.schema.history import ChangeCounter
from app.models.schema.people import Workstation
from app.services.clock import Clock
from app.services.database import Database, translated_errors
from app.services.database_location import LocalFile, Location
from app.services.engines import Engines, open_engines, wrapped_driver_errors
from app.services.errors import Unavailable
from app.services.first_day import complete_settings, has_first_day_data, put_first_day_data
from app.services.storage_check import check_storage

APPLICATION_ID = 0x42414C43  # "BALC" in the file's header: this file is ours
_SQLITE_HEADER = b"SQLite format 3\x00"
_UPGRADE_LOCK = 4_774_451_407_313_060_418  # one upgrade at a time on a server; the number is ours and means nothing
_EXPECTED_SYNCHRONOUS_FULL = 2


def open_database(
    location: Location,
    *,
    clock: Clock,
    workstation_key: str,
    workstation_name: str,
    announce: Callable[[Changes], None],
    read_only: bool = False,
    zone: str | None = None,
) -> Database:
    """Open a database, creating and upgrading it as needed; ``zone`` (IANA) is the business's in a new one.

    Raises:
        Refused: ``storage_network``, ``storage_cloud`` for a place that would destroy a file.
        Unavailable: ``database_not_found``, ``database_not_ours``, ``database_damaged``, ``database_newer`` (found),
            ``database_older`` (read-only cannot upgrade), ``database_busy``, ``database_read_only``, ``disk_full``,
            ``database_unreachable``, ``database_sign_in``.
    """
    if isinstance(location, LocalFile):
        _check_file(location, read_only=read_only)
    engines = open_engines(location, read_only=read_only)
    try:
        with translated_errors():
            _bring_up_to_date(engines, location, clock, read_only=read_only, zone=zone)
            if not read_only:
                _sign_workstation(engines.writer, workstation_key, workstation_name, clock)
            with engines.reader.connect() as connection:
                opened_version = connection.execute(select(ChangeCounter.version)).scalar_one()
    except BaseException:
        engines.dispose()
        raise
    return Database(
        engines=engines,
        clock=clock,
        workstation_key=workstation_key,
        announce=announce,
        is_read_only=read_only,
        opened_version=opened_version,
    )


def _check_file(location: LocalFile, *, read_only: bool) -> None:
    path = location.path.absolute()
    check_storage(path)
    if path.resolve() != path:
        # A link on this disk may lead to a share or into a cloud's folder.
        check_storage(path.resolve())
    if not path.exists():
        if read_only:
            raise Unavailable("database_not_found", path=str(path))
        _make_folder(path.parent)
        return
    if path.is_dir():
        raise Unavailable("database_not_ours", path=str(path))
    try:
        with path.open("rb") as stream:
            header = stream.read(len(_SQLITE_HEADER))
    except PermissionError as error:
        raise Unavailable("database_no_permission", path=str(path)) from error
    if header and location.key is None and header != _SQLITE_HEADER:
        raise Unavailable("database_not_ours", path=str(path))
    if not read_only and not os.access(path, os.W_OK):
        raise Unavailable("database_read_only", path=str(path))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("database_no_permission", path=str(folder)) from error


def _bring_up_to_date(engines: Engines, location: Location, clock: Clock, *, read_only: bool, zone: str | None) -> None:
    # Through the reader first: a writer would already change what may be another program's file.
    with engines.reader.connect() as connection:
        version = _version_of(connection, location)
        if not engines.is_local:
            clock.align(connection.execute(select(func.clock_timestamp())).scalar_one())
    if version in {None, migrations.HEAD} and engines.is_local and not read_only:
        with engines.writer.connect() as connection:
            _check_writer(connection)
    if version == migrations.HEAD:
        return
    if version is not None and version not in migrations.REVISIONS:
        raise Unavailable("database_newer", found=version, known=migrations.HEAD)
    if read_only:
        raise Unavailable("database_older", found=version, known=migrations.HEAD)
    if version is not None and isinstance(location, LocalFile):
        copy_file(location, location.path.with_name(f"{location.path.name}.before-{migrations.HEAD}"))
    with _upgrade_alone(engines.writer) as connection:
        # Another workstation may have done it while we waited for the lock.
        if _version_of(connection, location) != migrations.HEAD:
            migrations.upgrade(connection)
        if not has_first_day_data(connection):
            put_first_day_data(connection, at=clock.now(), zone=zone)
        complete_settings(connection)


def _version_of(connection: Connection, location: Location) -> str | None:
    """Return the revision the database stands at, None when it is empty."""
    if isinstance(location, LocalFile):
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if not tables:
            return None
        if owner != APPLICATION_ID:
            raise Unavailable("database_not_ours", path=str(location.path))
    elif not inspect(connection).has_table("alembic_version"):
        if inspect(connection).has_table("mention"):
            raise Unavailable("database_not_ours", path=location.describe())
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return version


@contextmanager
def _upgrade_alone(writer: Engine) -> Iterator[Connection]:
    # SQLite: the writer's BEGIN IMMEDIATE is the lock, also among processes.
    with writer.begin() as connection:
        if writer.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        else:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        yield connection


def _check_writer(connection: Connection) -> None:
    # A pragma that does not take says nothing; without these two a power cut loses answers that were shown as saved.
    mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    level = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    if mode != "wal" or level != _EXPECTED_SYNCHRONOUS_FULL:
        raise Unavailable("database_not_durable", mode=mode, synchronous=level)


def _sign_workstation(writer: Engine, key: str, name: str, clock: Clock) -> None:
    module = postgresql if writer.dialect.name == "postgresql" else sqlite
    now = clock.now()
    statement = module.insert(Workstation).values(key=key, name=name, last_seen_at=now)
    with writer.begin() as connection:
        connection.execute(
            statement.on_conflict_do_update(index_elements=["key"], set_={"name": name, "last_seen_at": now})
        )


def copy_file(source: LocalFile, target: Path) -> None:
    """Copy a database file, also one in use, through the engine's backup interface; ``target`` is replaced whole.

    Raises:
        Unavailable: ``disk_full`` and its like.
    """
    unfinished = target.with_name(f"{target.name}.part")
    with translated_errors(), wrapped_driver_errors():
        unfinished.unlink(missing_ok=True)
        with (
            closing(_raw_connection(source.path, source.key)) as reading,
            closing(_raw_connection(unfinished, source.key)) as writing,
        ):
            reading.backup(writing)
    unfinished.replace(target)


def _raw_connection(path: Path, key: bytes | None) -> sqlite_driver.Connection:
    connection = sqlite_driver.connect(str(path), timeout=15, isolation_level=None)
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection
