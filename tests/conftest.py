"""Fixtures that every test may ask for: a clock, an opened database on each engine, a person, what was announced."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest
from sqlalchemy import Connection, Engine, event

from app.models.domain.changes import Changes
from app.models.domain.people import Actor, Role
from app.services.database import Database
from app.services.database_location import LocalFile, Location, Server
from app.services.opening import open_database
from app.services.people import add_person
from tests.fakes import FakeClock, FakeSecrets
from tests.postgres import PostgresServer

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
ENGINES = [SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgres)]
WORKSTATION = "this-workstation"
_CHILDREN_COUNT = "COVERAGE_PROCESS_CONFIG"
_TEMPLATE = "balcao_template"
_WHOLE = frozenset({"end_to_end", "bad_days", "build", "round_trip", "help_pictures"})
"""Folders of tests that drive the whole program, or none of it."""
_FULL_COLLECTION = 100
_numbers = itertools.count(1)
_ended = itertools.count(1)


class SharedStatements(dict[tuple[Any, ...], Any]):
    """What SQLAlchemy has made of a statement, for all databases of one kind.

    An engine keeps that for itself, and each test opens engines of its own: half of their time went into making the
    same SQL again.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        dialect, *rest = key
        return super().get((dialect.name, *rest), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        dialect, *rest = key
        super().__setitem__((dialect.name, *rest), compiled)


_statements = SharedStatements()


@event.listens_for(Engine, "engine_connect")
def share_statements(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_statements)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "postgres: needs the bundled PostgreSQL server (deselect with -m 'not postgres')"
    )


def pytest_collection_finish() -> None:
    """Let collections pass over what stays for all tests: modules, classes, the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Collect garbage between tests only, here: a thread that a test starts must not destroy a widget of an older one.

    The program does the same (``app/views/support/garbage.py``); a worker of pytest died of it now and then.
    """
    gc.disable()
    result = yield
    gc.collect(2 if next(_ended) % _FULL_COLLECTION == 0 else 0)
    return result


@pytest.fixture(autouse=True)
def untraced_twin(request: pytest.FixtureRequest) -> Iterator[None]:
    """Count no lines in what runs on PostgreSQL: its twin on SQLite has counted them, and counting costs a third.

    Neither in what drives the whole program (its parts have tests of their own), nor in the processes that these start,
    which would read the settings of the counting from the environment.
    """
    is_whole = _WHOLE.intersection(request.path.relative_to(request.config.rootpath).parts)
    is_uncounted = bool(is_whole) or request.node.get_closest_marker("postgres") is not None
    tracing = coverage.Coverage.current() if is_uncounted else None
    if tracing is None:
        yield
        return
    tracing.stop()
    settings = os.environ.pop(_CHILDREN_COUNT, None)
    yield
    if settings is not None:
        os.environ[_CHILDREN_COUNT] = settings
    tracing.start()


@pytest.fixture
def clock() -> FakeClock:
    """2026-11-21 14:00 UTC, a Saturday, 11:00 in São Paulo."""
    return FakeClock()


@pytest.fixture
def secrets_store() -> FakeSecrets:
    return FakeSecrets()


@pytest.fixture(params=ENGINES)
def engine_kind(request: pytest.FixtureRequest) -> str:
    """Run the test on both engines; ask for ``sqlite_location`` or ``postgres_location`` to stay on one."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A real server of this test session, started at the first use."""
    with PostgresServer.started() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> str:
    """Name of a migrated and seeded database that tests copy."""
    postgres_server.create(_TEMPLATE)
    _prepare(postgres_server.location(_TEMPLATE))
    return _TEMPLATE


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and seeded file that tests copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.balcao"
    _prepare(LocalFile(path))
    return path


@pytest.fixture
def postgres_location(postgres_server: PostgresServer, postgres_template: str) -> Iterator[Server]:
    """A fresh PostgreSQL database with first-day data."""
    name = f"balcao_{next(_numbers)}"
    postgres_server.create(name, template=postgres_template)
    yield postgres_server.location(name)
    postgres_server.drop(name)


@pytest.fixture
def empty_postgres_location(postgres_server: PostgresServer) -> Iterator[Server]:
    """A PostgreSQL database without any table."""
    name = f"empty_{next(_numbers)}"
    postgres_server.create(name)
    yield postgres_server.location(name)
    postgres_server.drop(name)


@pytest.fixture
def sqlite_location(sqlite_template: Path, tmp_path: Path) -> LocalFile:
    """A fresh file with first-day data."""
    path = tmp_path / "balcao.balcao"
    shutil.copyfile(sqlite_template, path)
    return LocalFile(path)


@pytest.fixture
def location(engine_kind: str, request: pytest.FixtureRequest) -> Location:
    """A fresh database with first-day data on the engine of this run, not opened yet."""
    found: Location = request.getfixturevalue(f"{'sqlite' if engine_kind == SQLITE else 'postgres'}_location")
    return found


@pytest.fixture
def changes() -> list[Changes]:
    """What ``database`` has announced so far."""
    return []


@pytest.fixture
def open_another(location: Location, clock: FakeClock) -> Iterator[Callable[..., Database]]:
    """Open the same database once more, as another workstation would; closed at the end of the test."""
    opened: list[Database] = []

    def open_it(key: str = "another-workstation", announce: Callable[[Changes], None] = lambda _: None) -> Database:
        opened.append(
            open_database(location, clock=clock, workstation_key=key, workstation_name=key, announce=announce)
        )
        return opened[-1]

    yield open_it
    for database in opened:
        database.close()


@pytest.fixture
def database(location: Location, clock: FakeClock, changes: list[Changes]) -> Iterator[Database]:
    """An opened database with first-day data, on SQLite and on PostgreSQL."""
    opened = open_database(
        location, clock=clock, workstation_key=WORKSTATION, workstation_name="Balcão 1", announce=changes.append
    )
    yield opened
    opened.close()


@pytest.fixture
def actor(database: Database) -> Actor:
    """A supervisor who is a row in ``person``."""
    return database.quiet(
        lambda connection: add_person(connection, name="Marta Sá", role=Role.SUPERVISOR, at=database.clock.now())
    )


def _prepare(location: Location) -> None:
    open_database(
        location, clock=FakeClock(), workstation_key="template", workstation_name="template", announce=lambda _: None
    ).close()
