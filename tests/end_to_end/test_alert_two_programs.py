"""A crisis taken in at one workstation is noticed at the other within five seconds, shown, logged and taken."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.domain.incoming import IncomingMention
from app.models.domain.people import Role
from app.services.clock import SystemClock
from app.services.database_location import Location, parse_location
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from app.services.people import PeopleService, add_person
from tests.end_to_end.conftest import Start
from tests.end_to_end.driver import Driver
from tests.postgres import PostgresServer

ROOT = Path(__file__).parents[2]
TEXT = "Achei caco de vidro na comida de vocês, vou ao Procon"
WITHIN = 5.0


def take_in(address: str, number: int) -> None:
    """Take one mention in, as the channel loop of a workstation does; prints when it was committed."""
    database = open_database(
        parse_location(address),
        clock=SystemClock(),
        workstation_key="channels",
        workstation_name="Canais",
        announce=lambda _: None,
    )
    try:
        now = database.clock.now()
        mention = IncomingMention("instagram", f"{TEXT} ({number})", now, external_id=f"crise-{number}")
        received = build_intake(database).receive(batch_of([mention]))
        print(len(received.mention_ids), flush=True)  # noqa: T201 - the parent reads it
    finally:
        database.close()


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    with PostgresServer.started() as started:
        yield started


def prepare(location: Location) -> None:
    database = open_database(
        location, clock=SystemClock(), workstation_key="x", workstation_name="x", announce=lambda _: None
    )
    try:
        PeopleService(database=database).sign_in("Beatriz Lima")
        at = database.clock.now()
        database.quiet(lambda connection: add_person(connection, name="Paulo Reis", role=Role.ATTENDANT, at=at))
    finally:
        database.close()


def is_shown(driver: Driver) -> bool:
    banner = driver.screens.crisis.banner
    return banner.isVisible() and "Crise nível 1" in banner.text.text()


@pytest.mark.postgres
def test_one_takes_it_in_and_both_are_alerted_within_five_seconds(start: Start, server: PostgresServer) -> None:
    server.create("balcao_de_equipe")
    location = server.location("balcao_de_equipe")
    prepare(location)
    mine = start(profile="um", person="Beatriz Lima", database=location.describe())
    theirs = start(profile="dois", person="Paulo Reis", database=location.describe())
    focus = theirs.focus
    theirs.window.showMinimized()
    command = [sys.executable, "-m", "tests.end_to_end.test_alert_two_programs", location.describe(), "1"]
    environment = {**os.environ, "PGPASSWORD": location.password or ""}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "1\n"
        began = time.monotonic()
        for driver in (mine, theirs):
            left = WITHIN - (time.monotonic() - began)
            driver.until(lambda driver=driver: driver.screens.crisis.news.unseen == 1, "the alert", seconds=left)
        assert time.monotonic() - began <= WITHIN
    theirs.window.showNormal()
    theirs.until(lambda: is_shown(theirs), "the strip")
    assert theirs.app.focusWidget() in {focus, None} or theirs.app.activeWindow() is not theirs.window
    mine.until(lambda: is_shown(mine), "the strip")
    alerts = mine.screens._services.alerts
    (line,) = alerts.page(mine.desk.actor.person_id)
    mine.until(lambda: len(alerts.viewers(line.id)) == 2, "the log of whom it was shown to")
    mine.window.activateWindow()
    mine.click(mine.screens.crisis.banner.take_button)
    assert {viewer.person for viewer in alerts.viewers(line.id) if viewer.seen_at} == {"Beatriz Lima"}
    theirs.until(lambda: "Beatriz Lima" in theirs.screens.crisis.banner.taken.text(), "who took it", seconds=WITHIN)
    theirs.quit()
    mine.quit()


if __name__ == "__main__":
    take_in(sys.argv[1], int(sys.argv[2]))
