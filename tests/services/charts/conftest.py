"""A small year of the demonstration, made once an engine: charts only read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.charts import ChartService
from app.services.database import Database
from app.services.database_location import LocalFile, Location
from app.services.demo.load import load_demo
from app.services.inbox import InboxService
from app.services.opening import open_database
from tests.conftest import ENGINES, SQLITE
from tests.fakes import FakeClock

MENTIONS = 600


@pytest.fixture(scope="session", params=ENGINES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with a year of mentions and cases; tests that change it use ``database``."""
    location: Location
    if request.param == SQLITE:
        path: Path = tmp_path_factory.mktemp("year") / "year.balcao"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        location = LocalFile(path)
    else:
        server = request.getfixturevalue("postgres_server")
        server.create("charts_year", template=request.getfixturevalue("postgres_template"))
        location = server.location("charts_year")
    opened = open_database(
        location, clock=FakeClock(), workstation_key="charts", workstation_name="charts", announce=lambda _: None
    )
    load_demo(opened, MENTIONS, seed=5)
    yield opened
    opened.close()
    if request.param != SQLITE:
        server.drop("charts_year")


@pytest.fixture(scope="session")
def charts(year: Database) -> ChartService:
    return ChartService(database=year)


@pytest.fixture(scope="session")
def inbox(year: Database) -> InboxService:
    return InboxService(database=year)
