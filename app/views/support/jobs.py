"""Long work that a person started (import, export, report) shows its progress and can be cancelled at any time."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.services.cancel import Cancelled, CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")
POLL_MS = 100
_EARLY = 0.5


class JobState(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: units done, units in all (None when unknown), units a second, time left."""

    done: int = 0
    total: int | None = None
    rate: float = 0.0
    eta: timedelta | None = None

    @property
    def share(self) -> float | None:
        """Part done, 0 to 1, or None when the whole is unknown."""
        return min(1.0, self.done / self.total) if self.total else None


class Job(QObject):
    """One long work under way; ends with exactly one of ``finished``, ``failed`` or ``cancelled``."""

    progressed = Signal(object)
    """Carries a ``Progress``, at most ten times a second."""
    finished = Signal(object)
    """Carries the answer."""
    failed = Signal(object)
    """Carries the exception."""
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, *, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.state = JobState.RUNNING
        self.progress = Progress()
        self.token = CancelToken()

    def cancel(self) -> None:
        """Ask the work to stop; it ends with ``cancelled`` as soon as it looks."""
        if self.state is JobState.RUNNING:
            self.state = JobState.CANCELLING
            self.token.cancel()

    @property
    def is_over(self) -> bool:
        """Whether the job has ended in any way."""
        return self.state in {JobState.DONE, JobState.CANCELLED, JobState.FAILED}


class _Run:
    """What worker and UI thread share about one job; plain values, written by the worker, read by a timer."""

    def __init__(self, job: Job, work: Callable[[CancelToken, Callable[[int, int | None], None]], Any]) -> None:
        self.job = job
        self.token = job.token
        self.work: Callable[[CancelToken, Callable[[int, int | None], None]], Any] | None = work
        self.latest: tuple[int, int | None] = (0, None)
        self.shown: tuple[int, int | None] = (0, None)
        self.answer: Any = None
        self.error: Exception | None = None
        self.was_cancelled = False
        self.started = time.monotonic()
        self.thread: threading.Thread | None = None

    def report(self, done: int, total: int | None = None) -> None:
        self.latest = (done, total)


class Jobs(QObject):
    """Starts jobs, each in a thread of its own, and lists those under way for the status strip."""

    changed = Signal()
    """A job began, moved or ended."""
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, *, on_error: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._runs: dict[Job, _Run] = {}
        self._closing = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        *,
        title: str,
        work: Callable[[CancelToken, Callable[[int, int | None], None]], Answer],
        done: Callable[[Answer], None] | None = None,
        failed: Callable[[Exception], bool] | None = None,
    ) -> Job:
        """Run ``work(token, report)`` in a thread; ``report(done, total)`` may be called as often as wished.

        ``failed(error)`` returns True when it has dealt with the error; otherwise it takes the one road.
        """
        job = Job(title=title, parent=self)
        if done is not None:
            job.finished.connect(done)
        job.failed.connect(lambda error: self._on_failed(error, failed))
        run = _Run(job, work)
        self._runs[job] = run
        run.thread = threading.Thread(target=self._work, args=(run,), name="job", daemon=True)
        run.thread.start()
        self._timer.start()
        self.changed.emit()
        return job

    @property
    def active(self) -> list[Job]:
        """Jobs under way, oldest first."""
        return list(self._runs)

    def shutdown(self, *, seconds: float = 10.0) -> bool:
        """Cancel all jobs and wait for their threads; tell whether all ended in time."""
        self._closing.set()
        self._timer.stop()
        for job in self._runs:
            job.cancel()
        deadline = time.monotonic() + seconds
        threads = [run.thread for run in self._runs.values() if run.thread is not None]
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        ended = not any(thread.is_alive() for thread in threads)
        self._runs.clear()
        return ended

    def _work(self, run: _Run) -> None:
        try:
            if run.work is not None:
                run.answer = run.work(run.token, run.report)
        except Cancelled:
            run.was_cancelled = True
        except Exception as error:  # noqa: BLE001 - every error takes the one road, in the UI thread
            run.error = error
        if not self._closing.is_set() and shiboken6.isValid(self):
            self._finished.emit(run)

    def _on_failed(self, error: Exception, failed: Callable[[Exception], bool] | None) -> None:
        if failed is None or not failed(error):
            self._on_error(error)

    @Slot()
    def _on_timeout(self) -> None:
        moved = [run for run in self._runs.values() if self._show(run)]
        if moved:
            self.changed.emit()

    def _show(self, run: _Run) -> bool:
        if run.latest == run.shown:
            return False
        run.shown = run.latest
        done, total = run.latest
        elapsed = time.monotonic() - run.started
        rate = done / elapsed if elapsed > 0 else 0.0
        eta = None
        if total and rate > 0 and elapsed >= _EARLY:
            eta = timedelta(seconds=round(max(0.0, (total - done) / rate)))
        run.job.progress = Progress(done, total, rate, eta)
        run.job.progressed.emit(run.job.progress)
        return True

    @Slot(object)
    def _on_finished(self, run: _Run) -> None:
        self._show(run)
        self._runs.pop(run.job, None)
        job = run.job
        try:
            self._end(job, run)
        finally:
            run.work = run.answer = run.error = None
            job.ended.emit()
            job.deleteLater()
            if not self._runs:
                self._timer.stop()
                self.idle.emit()
            self.changed.emit()

    def _end(self, job: Job, run: _Run) -> None:
        if run.was_cancelled:
            job.state = JobState.CANCELLED
            job.cancelled.emit()
        elif run.error is not None:
            job.state = JobState.FAILED
            job.failed.emit(run.error)
        else:
            job.state = JobState.DONE
            job.finished.emit(run.answer)
