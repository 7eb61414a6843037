"""Counts the roll-ups anew in the background where an upgrade or a new time zone asks for it; the strip shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.rollup_rebuild import Rebuilt, RollupRebuild
from app.views.support.jobs import Jobs
from app.views.support.tasks import Calls


def start_recounting(owner: QObject, database: Database, *, calls: Calls, jobs: Jobs) -> None:
    """Ask off the UI thread whether there is something to count anew, and if so begin a job."""
    rebuild = RollupRebuild(database=database)

    def begin(is_wanted: object) -> None:
        if is_wanted:
            title = QCoreApplication.translate("recounting", "Refazendo as contas dos gráficos")
            jobs.start(title=title, work=partial(_count, rebuild))

    calls.run(owner, "recount", rebuild.is_wanted, begin)


def _count(rebuild: RollupRebuild, token: CancelToken, report: Callable[[int, int | None], None]) -> Rebuilt:
    def progress(done: int) -> None:
        token.raise_if_cancelled()
        report(done, None)

    return rebuild.run(progress)
