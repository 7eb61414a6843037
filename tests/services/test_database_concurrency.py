"""Several processes and threads act at once: nothing is lost, nothing is counted twice, the chain holds."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from app.models.schema.cases import Note
from app.models.schema.history import ChangeCounter, ChangeLog, History
from app.models.schema.rollups import CaseDay, MentionHour, StatusCounter
from app.services.database import Database
from app.services.database_location import LocalFile, Location
from app.services.history import verify
from tests.services.acting import HOURS, act_once

_ROOT = Path(__file__).resolve().parents[2]


def _address(location: Location) -> str:
    return str(location.path) if isinstance(location, LocalFile) else location.describe()


def _start(location: Location, key: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.services.acting", _address(location), key, str(count)]
    child = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def _assert_all_counted(database: Database, acts: int) -> None:
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Note)).scalar_one() == acts
        assert connection.execute(select(func.count()).select_from(History)).scalar_one() == acts
        assert connection.execute(select(func.count()).select_from(ChangeLog)).scalar_one() == acts
        assert connection.execute(select(ChangeCounter.version)).scalar_one() == acts
        hours = connection.execute(select(MentionHour.hour, MentionHour.n).order_by(MentionHour.hour)).all()
        assert [tuple(row) for row in hours] == [(hour, acts) for hour in HOURS]
        assert connection.execute(select(CaseDay.n)).scalar_one() == acts
        assert connection.execute(select(StatusCounter.n)).scalar_one() == acts
    assert verify(database).is_intact


def test_four_processes_lose_no_update(location: Location, open_another: Callable[..., Database]) -> None:
    children = [_start(location, f"process-{number}", 15) for number in range(4)]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    for child in children:
        assert child.communicate(timeout=90)[0].splitlines()[-1].startswith("done")
        assert child.returncode == 0
    _assert_all_counted(open_another(), 60)


def test_threads_of_several_workstations_lose_no_update(open_another: Callable[..., Database]) -> None:
    databases = [open_another(f"station-{number}") for number in range(4)]
    failures: list[Exception] = []

    def run(database: Database, start: int) -> None:
        # Each writer names the hot rows in another order; the tail sorts them.
        hours = HOURS[start % 3 :] + HOURS[: start % 3]
        try:
            for number in range(10):
                act_once(database, number, hours)
        except Exception as error:  # noqa: BLE001 - whatever surfaces fails the test
            failures.append(error)

    threads = [threading.Thread(target=run, args=(databases[number % 4], number)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    _assert_all_counted(databases[0], 80)


def test_a_killed_process_leaves_whole_acts(location: Location, open_another: Callable[..., Database]) -> None:
    child = _start(location, "killed", 10_000)
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("\n")
    child.stdin.flush()
    told = [child.stdout.readline() for _ in range(12)]
    child.kill()
    told += child.communicate(timeout=30)[0].splitlines()
    committed = len([line for line in told if line.strip()])
    database = open_another()
    with database.read() as connection:
        acts = connection.execute(select(func.count()).select_from(Note)).scalar_one()
    # The last act may be committed and not told, never told and not committed.
    assert acts in {committed, committed + 1}
    _assert_all_counted(database, acts)
