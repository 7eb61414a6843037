"""After an upgrade the window counts the roll-ups by itself, and only then."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.bootstrap.recounting import start_recounting
from app.models.schema.settings import BusinessSetting
from app.services.business_zone import COUNTED_ZONE_SETTING
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.opening import open_database
from app.services.rollup_rebuild import RollupRebuild
from app.views.support.jobs import Job, Jobs
from app.views.support.tasks import Calls
from tests.fakes import FakeClock


def test_a_job_counts_anew_once(sqlite_location: LocalFile, clock: FakeClock, qapp: QApplication, qtbot: QtBot) -> None:
    database = open_database(
        sqlite_location, clock=clock, workstation_key="w", workstation_name="w", announce=lambda _: None
    )
    elsewhere = update(BusinessSetting).where(BusinessSetting.key == COUNTED_ZONE_SETTING).values(value="Asia/Tokyo")
    database.quiet(lambda connection: connection.execute(elsewhere))
    errors: list[Exception] = []
    owner, calls, jobs = QObject(), Calls(on_error=errors.append), Jobs(on_error=errors.append, parent=qapp)
    seen: list[Job] = []
    jobs.changed.connect(lambda: seen.extend(jobs.active))
    try:
        start_recounting(owner, database, calls=calls, jobs=jobs)
        qtbot.waitUntil(lambda: bool(seen) and not jobs.active, timeout=20_000)
        assert not RollupRebuild(database=database).is_wanted()
        assert is_idle(owner, database, calls=calls, jobs=jobs)
    finally:
        calls.shutdown()
        jobs.shutdown()
        database.close()
    assert errors == []


def is_idle(owner: QObject, database: Database, *, calls: Calls, jobs: Jobs) -> bool:
    start_recounting(owner, database, calls=calls, jobs=jobs)
    calls.shutdown()
    QApplication.processEvents()
    return not jobs.active
