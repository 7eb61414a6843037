"""The watches of a window: each looks, what they find is raised once, a read-only database is left to others."""

from __future__ import annotations

import threading
from pathlib import Path

from app.bootstrap.services import build_services
from app.bootstrap.watches import build_watches
from app.models.domain.alert import AlertKind
from app.models.domain.people import Actor
from app.services.alerts import AlertService
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.opening import open_database
from app.services.opening_hours import OpeningHoursService
from app.services.settings_book import SettingsBook
from app.services.watch_loop import WatchLoop
from tests.fakes import FakeClock


def watches_of(database: Database) -> WatchLoop:
    services = build_services(database)
    return build_watches(
        database=database,
        alerts=AlertService(database=database),
        deadlines=services.deadline_watch,
        hours=OpeningHoursService(database=database, settings_book=SettingsBook(database=database)),
        channels=services.channels,
        suggestions=services.suggestions,
    )


def test_missing_holidays_are_warned_of_once(database: Database, actor: Actor) -> None:
    for _ in range(2):
        watches_of(database).run_once()
    lines = AlertService(database=database).page(actor.person_id)
    years = [line.facts["year"] for line in lines if line.kind is AlertKind.HOLIDAY]
    assert years == sorted(set(years))
    assert all(not line.is_loud for line in lines)


def test_they_start_and_end_with_the_window(database: Database) -> None:
    loop = watches_of(database)
    before = set(threading.enumerate())
    loop.start()
    started = set(threading.enumerate()) - before
    wanted = {"watch-silence", "watch-auto_answers", "watch-suggestions", "watch-learning"}
    assert {each.name for each in started} >= wanted
    loop.stop()
    assert not any(each.is_alive() for each in started)


def test_a_database_that_cannot_be_written_is_watched_by_others(sqlite_location: LocalFile, clock: FakeClock) -> None:
    database = open_database(
        LocalFile(Path(sqlite_location.path)),
        clock=clock,
        workstation_key="x",
        workstation_name="x",
        announce=lambda _: None,
        read_only=True,
    )
    try:
        loop = watches_of(database)
        loop.start()
        loop.run_once()
        loop.stop()
    finally:
        database.close()
