"""The long work of an import as a job: what it needs, how far it is, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.cancel import CancelToken
from app.services.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.models.domain.people import Actor
    from app.services.files.mapping import Mapping
    from app.services.intake.import_job import ImportJob, ImportProgress, ImportReport
    from app.views.support.jobs import Job, Jobs


@dataclass(frozen=True, slots=True)
class Running:
    """One pass over a file, with or without storing; ``rows`` is how many it has, 0 when unknown."""

    importing: ImportJob
    path: Path
    mapping: Mapping | None
    zone: str
    headers: tuple[str, ...]
    actor: Actor
    dry_run: bool
    rows: int

    @staticmethod
    def new_token() -> CancelToken:
        """Return a flag with which a look at a file is stopped."""
        return CancelToken()

    def run(
        self,
        token: CancelToken,
        report: Callable[[int, int | None], None],
        tell: Callable[[ImportProgress], None],
    ) -> ImportReport:
        """Do the work in the thread it is called in; progress is told in rows when their number is known."""

        def progress(now: ImportProgress) -> None:
            tell(now)
            share = now.done_bytes / now.total_bytes if now.total_bytes else 0.0
            report(round(self.rows * share) if self.rows else now.ledger.received, self.rows or None)

        return self.importing.run(
            self.path,
            self.mapping,
            actor=self.actor,
            cancel=token,
            progress=progress,
            dry_run=self.dry_run,
            zone=self.zone,
            headers=self.headers,
        )


class RunWatch(QObject):
    """Starts one ``Running`` at a time and tells how it fares; ``finished`` carries the report or the error."""

    progressed = Signal()
    finished = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self.dry_run = False
        self.progress: ImportProgress | None = None

    def start(self, running: Running, *, jobs: Jobs, title: str) -> None:
        """Start the work; call only when none is under way."""
        self.dry_run, self.progress = running.dry_run, None
        box: list[ImportProgress] = []

        def tell(now: ImportProgress) -> None:
            box[:] = [now]

        def show() -> None:
            if box:
                self.progress = box[0]
                self.progressed.emit()

        self.job = jobs.start(
            title=title,
            work=lambda token, report: running.run(token, report, tell),
            done=self._on_done,
            failed=self._on_failed,
        )
        self.job.progressed.connect(show)

    def cancel(self) -> None:
        """Stop the work, if there is some."""
        if self.job is not None:
            self.job.cancel()

    def _on_done(self, report: ImportReport) -> None:
        self.job = None
        self.finished.emit(report)

    def _on_failed(self, error: Exception) -> bool:
        self.job = None
        self.finished.emit(error)
        return isinstance(error, UserError)
