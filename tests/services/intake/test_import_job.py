from __future__ import annotations

import csv
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from app.models.domain.incoming import Ledger
from app.models.domain.people import PROGRAM, Actor, Role
from app.models.schema.mentions import Mention
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.errors import Invalid, Refused, Unavailable
from app.services.files.mapping import Mapping
from app.services.intake.import_job import ImportJob, ImportProgress, ImportReport, Pace
from app.services.intake.runs import ImportRuns, RunStatus
from app.services.intake.service import IntakeService
from app.services.mention_book import MentionBook
from app.services.opening import open_database
from app.services.recount import recount
from tests.fakes import FakeClock

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
MAPPING = Mapping(
    channel="x", columns={"text": "texto", "posted_at": "data", "external_id": "id", "author_key": "autor"}
)


def job_of(database: Database) -> ImportJob:
    intake = IntakeService(database=database, book=MentionBook(), on_case_mention=lambda *_: None)
    return ImportJob(database=database, intake=intake, runs=ImportRuns(database=database))


@pytest.fixture
def job(database: Database) -> ImportJob:
    return job_of(database)


@pytest.fixture
def runs(database: Database) -> ImportRuns:
    return ImportRuns(database=database)


def write(path: Path, rows: int, *, bad: tuple[int, ...] = ()) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["id", "data", "autor", "texto"])
        for number in range(1, rows + 1):
            at = (START + timedelta(minutes=number)).strftime("%d/%m/%Y %H:%M:%S")
            writer.writerow([number, "31/02/2026" if number in bad else at, f"a{number % 7}", f"=reclamação {number}"])
    return path


def bring(job: ImportJob, path: Path, **options: object) -> ImportReport:
    chosen: dict[str, object] = {"actor": PROGRAM, "cancel": CancelToken(), "pace": Pace.BULK}
    return job.run(path, MAPPING, **(chosen | options))  # type: ignore[arg-type]  # a test's options


def stored(database: Database) -> int:
    with database.read() as connection:
        assert recount(connection) == []
        return connection.execute(select(func.count()).select_from(Mention)).scalar_one()


def test_a_file_comes_in_and_the_ledger_balances(
    job: ImportJob, runs: ImportRuns, database: Database, tmp_path: Path
) -> None:
    told: list[ImportProgress] = []
    report = bring(job, write(tmp_path / "a.csv", 50, bad=(7, 9)), progress=told.append)
    assert report.ledger == Ledger(50, 48, 0, 2)
    assert [each.row for each in report.rejects] == [7, 9]
    assert told[-1].ledger == report.ledger
    assert told[-1].done_bytes == told[-1].total_bytes
    assert stored(database) == 48
    run = runs.recent()[0]
    assert (run.status, run.next_row, run.name) == (RunStatus.DONE, 51, "a.csv")


def test_the_same_file_again_and_the_file_grown(job: ImportJob, database: Database, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 30)
    bring(job, path)
    assert bring(job, path).ledger == Ledger(30, 0, 30, 0)
    assert bring(job, write(path, 31)).ledger == Ledger(31, 1, 30, 0)
    assert stored(database) == 31


def test_a_dry_run_tells_and_stores_nothing(job: ImportJob, database: Database, tmp_path: Path) -> None:
    bring(job, write(tmp_path / "a.csv", 10))
    report = bring(job, write(tmp_path / "b.csv", 12, bad=(11,)), dry_run=True)
    assert report.ledger == Ledger(12, 1, 10, 1)
    assert report.run_id is None
    assert stored(database) == 10


def test_cancel_leaves_a_run_that_goes_on(job: ImportJob, runs: ImportRuns, database: Database, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 1_000)
    cancel = CancelToken()
    first = bring(job, path, cancel=cancel, pace=Pace.SHARED, progress=lambda _: cancel.cancel())
    assert first.was_cancelled
    assert 0 < first.ledger.received < 1_000
    assert runs.recent()[0].status is RunStatus.CANCELLED
    assert stored(database) == first.ledger.stored
    second = bring(job, path)
    assert second.run_id == first.run_id
    assert second.resumed_at == first.ledger.received + 1
    assert second.ledger == Ledger(1_000, 1_000, 0, 0)
    assert stored(database) == 1_000


def test_two_imports_of_one_file_at_once(
    database: Database, open_another: Callable[..., Database], tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", 600)
    reports: list[ImportReport] = []
    threads = [
        threading.Thread(target=lambda each=each: reports.append(bring(job_of(each), path, pace=Pace.SHARED)))
        for each in (database, open_another())
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [report.ledger.received for report in reports] == [600, 600]
    assert sum(report.ledger.stored for report in reports) in {600, 600 * 2 - sum(r.ledger.duplicate for r in reports)}
    assert stored(database) == 600


def test_rejects_become_a_file_that_runs_no_formula(job: ImportJob, runs: ImportRuns, tmp_path: Path) -> None:
    report = bring(job, write(tmp_path / "a.csv", 5, bad=(2,)))
    assert report.run_id is not None
    target = tmp_path / "rejects.csv"
    assert runs.rejects_csv(report.run_id, target, reasons={"bad_date": "data ilegível"}) == 1
    lines = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert lines[1][:2] == ["2", "data ilegível"]
    assert not any(cell.startswith("=") for cell in lines[1])
    with pytest.raises(Unavailable, match="file_unwritable"):
        runs.rejects_csv(report.run_id, tmp_path / "none" / "x.csv")


def test_the_mapping_of_a_kind_of_file_is_remembered(job: ImportJob, runs: ImportRuns, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 3)
    headers = ("id", "data", "autor", "texto")
    assert runs.remembered(headers) is None
    bring(job, path, headers=headers)
    look = job.look(path, cancel=CancelToken())
    assert look is not None
    assert look.mapping == MAPPING


def test_without_the_right_nothing_comes_in(job: ImportJob, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        bring(job, write(tmp_path / "a.csv", 1), actor=Actor(5, "Ana", Role.ANALYST))


def test_a_missing_file_is_named(job: ImportJob, tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="file_missing"):
        bring(job, tmp_path / "none.csv")


def test_a_full_disk_leaves_whole_batches_and_goes_on_later(
    sqlite_location: LocalFile, clock: FakeClock, tmp_path: Path
) -> None:
    database = open_database(
        sqlite_location, clock=clock, workstation_key="w", workstation_name="w", announce=lambda _: None
    )
    path = write(tmp_path / "a.csv", 3_000)
    limit = lambda pages: database.quiet(lambda c: c.execute(text(f"PRAGMA max_page_count={pages}")).fetchall())  # noqa: E731 - used twice below
    used = database.quiet(lambda c: c.execute(text("PRAGMA page_count")).scalar_one())
    limit(used + 150)
    with pytest.raises(Unavailable, match="disk_full"):
        bring(job_of(database), path, pace=Pace.SHARED)
    before = stored(database)
    assert 0 < before < 3_000
    limit(1_000_000)
    report = bring(job_of(database), path)
    assert report.resumed_at == before + 1
    assert report.ledger == Ledger(3_000, 3_000, 0, 0)
    assert stored(database) == 3_000
    database.close()


def _import_until_killed(location: LocalFile, path: Path) -> None:
    database = open_database(
        location, clock=FakeClock(), workstation_key="child", workstation_name="child", announce=lambda _: None
    )
    bring(job_of(database), path, pace=Pace.SHARED)


@pytest.mark.parametrize("pause", [0.0, 0.07, 0.19])
def test_an_import_killed_at_any_moment_goes_on_exactly(
    sqlite_location: LocalFile, clock: FakeClock, tmp_path: Path, pause: float
) -> None:
    path = write(tmp_path / "a.csv", 4_000, bad=(5,))
    child = multiprocessing.get_context("spawn").Process(target=_import_until_killed, args=(sqlite_location, path))
    child.start()
    reader = open_database(
        sqlite_location, clock=clock, workstation_key="r", workstation_name="r", announce=lambda _: None
    )
    _wait_for_rows(reader, child)
    time.sleep(pause)
    if child.pid is not None:
        child.kill()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    before = stored(reader)
    report = bring(job_of(reader), path)
    assert report.resumed_at is not None
    assert before <= report.resumed_at
    assert report.ledger == Ledger(4_000, 3_999, 0, 1)
    assert stored(reader) == 3_999
    reader.close()


def _wait_for_rows(database: Database, child: multiprocessing.process.BaseProcess) -> None:
    for _turn in range(2_000):
        with database.read() as connection:
            if connection.execute(select(Mention.id).limit(1)).first() is not None or not child.is_alive():
                return
        time.sleep(0.01)


def test_what_was_remembered_fits_the_headings_as_this_file_writes_them(
    job: ImportJob, runs: ImportRuns, tmp_path: Path
) -> None:
    headings = ("id", "data", "autor", "texto")
    runs.remember(headings, MAPPING)
    path = write(tmp_path / "a.csv", 2)
    path.write_text(path.read_text("utf-8").replace("id;data;autor;texto", "ID;Data;Autor;TEXTO"), encoding="utf-8")
    found = job.look(path, cancel=CancelToken())
    assert found is not None
    assert found.mapping is not None
    assert found.mapping.columns["text"] == "TEXTO"
    runs.remember(headings, replace(MAPPING, channel="foo"))
    assert runs.remembered(headings) is None
