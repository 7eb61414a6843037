"""Two workstations write the same thing in the same moment: one is first, the other is told, and nothing is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text, update

from app.models.domain.people import Actor, Role
from app.models.domain.report_plan import Span
from app.models.domain.series import ReportFilter
from app.models.domain.swot import Quadrant, SwotEntry
from app.models.schema.history import ChangeCounter
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.database_location import Server
from app.services.errors import Conflict
from app.services.opening import open_database
from app.services.people import add_person
from app.services.planning import PlanningService
from app.services.report_book import ReportBook
from app.services.swot import SwotService
from tests.fakes import FakeClock

DAYS = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def stations(postgres_location: Server, clock: FakeClock) -> Iterator[list[Database]]:
    opened = [
        open_database(
            postgres_location, clock=clock, workstation_key=key, workstation_name=key, announce=lambda _: None
        )
        for key in ("one", "two", "watching")
    ]
    yield opened
    for each in opened:
        each.close()


def step(database: Database, actor: Actor, words: str, seen: Any) -> Callable[[], Any]:
    plan = PlanningService(database=database)
    seen = plan.steps(actor)[0] if seen is None else seen
    return lambda: plan.write(actor, seen, decision=words, responsible_id=None, due_on=None, content={}).value


def sheet(database: Database, actor: Actor, words: str, seen: Any) -> Callable[[], Any]:
    service = SwotService(database=database, charts=ChartService(database=database))
    entries = [SwotEntry(Quadrant.THREAT, words)]
    return lambda: service.save(actor, ReportFilter(*DAYS), entries, seen).value


def comment(database: Database, actor: Actor, words: str, seen: Any) -> Callable[[], Any]:
    return lambda: ReportBook(database=database).comment(actor, "heat", Span(*DAYS), words, seen).value


@pytest.mark.postgres
@pytest.mark.parametrize("prepared", [step, sheet, comment])
def test_of_two_in_the_same_moment_one_is_first_and_one_is_told(
    prepared: Callable[..., Callable[[], Any]], stations: list[Database], clock: FakeClock
) -> None:
    actor = stations[0].quiet(partial(add_person, name="Marta Sá", role=Role.SUPERVISOR, at=clock.now()))
    seen = None
    # Who writes what stands there already changes nothing, and the other would rightly pass: each has words of its own.
    for words in (("um", "dois"), ("três", "quatro")):
        acts = [prepared(each, actor, name, seen) for each, name in zip(stations, words, strict=False)]
        written, told = at_once(acts, stations[2])
        assert len(written) == 1
        assert [type(each) for each in told] == [Conflict]
        seen = written[0]
    # And nothing stands in the way of going on from there.
    assert prepared(stations[1], actor, "e agora", seen)()


def at_once(acts: list[Callable[[], Any]], watching: Database) -> tuple[list[Any], list[Exception]]:
    """Run acts so that none has committed before all have written or wait for another; return results and errors."""
    written: list[Any] = []
    told: list[Exception] = []

    def run(act: Callable[[], Any]) -> None:
        try:
            written.append(act())
        except Exception as error:  # noqa: BLE001 - the test says which are right
            told.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]

    def hold(connection: Any) -> None:
        # Every act takes the counter last: who has it keeps them all from their commit.
        connection.execute(update(ChangeCounter).values(head_hash=ChangeCounter.head_hash))
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 10
        waiting = text("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
        while connection.execute(waiting).scalar_one() < len(acts):
            assert time.monotonic() < deadline
            time.sleep(0.005)

    watching.quiet(hold)
    for thread in threads:
        thread.join()
    return written, told
