"""The window's part, in a process of its own: start, key to paint, beat of the user interface, resident memory."""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

if __name__ == "__main__":
    # As the program does when it loads its parts for the window; its own collector takes over.
    gc.disable()
if sys.platform == "linux" and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Options
from app.bootstrap.screens import CUSTOMER, INBOX, REPORTS, Screens
from app.bootstrap.window import Program
from app.models.domain.changes import Changes
from app.models.domain.inbox import InboxQuery, InboxView
from app.services.clock import SystemClock
from app.services.database_location import LocalFile
from app.services.intake import batch_of
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from app.services.settings import SettingsStore
from app.views.inbox.page import InboxPage
from tests.budgets.table import Line, percentile
from tests.budgets.writes import mentions

_PATIENCE = 60.0
_SETTLE = 0.5
_KEYS, _KEY_REST = 200, 0.03
_BEAT_MS = 5
_PACE, _BURST = 100, 10
_ROUND = 4.0
_MEBIBYTE = 1024 * 1024


class _Painted(QObject):
    """Notices that a widget is being painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen = False
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look on."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return super().eventFilter(watched, event)


class WindowBench:
    """Drives the real program on a database; ``began`` is the wall-clock second at which its process was started."""

    def __init__(self, *, app: QApplication, path: Path, profile: Path, began: float, stack: ExitStack) -> None:
        self._app, self._path = app, path
        self._program = Program(app=app, options=Options(database=str(path), profile=profile), stack=stack)
        self._program.start()
        self._until(lambda: self._program.screens is not None, "a window")
        self._screens: Screens = self._present()
        self._page = self._inbox()
        painted = _Painted(self._page.panel.view.viewport())
        self._until(lambda: painted.seen and self._rows() > 0, "a filled inbox")
        self.start_ms = 1000 * (time.time() - began)

    def measure(self, *, seconds: float) -> list[Line]:
        """Return all lines; ``seconds`` of use come before the memory is looked at."""
        return [
            Line("window: start to a filled inbox, from source", self.start_ms, "ms", most=2_500),
            *self._keys(),
            *self._beats(min(seconds, 15.0)),
            *self._memory(seconds),
        ]

    def _keys(self) -> list[Line]:
        self._screens.open_query(InboxQuery(InboxView.ALL_MENTIONS), "")
        self._until(lambda: self._rows() > 1, "all mentions")
        self._spin(_SETTLE)
        view = self._page.panel.view
        view.setFocus()
        painted, taken = _Painted(view.viewport()), []
        for number in range(_KEYS):
            place = view.currentIndex().row()
            timer = QElapsedTimer()
            painted.seen = False
            timer.start()
            QTest.keyClick(view, Qt.Key.Key_Down if number % 2 else Qt.Key.Key_J)
            # News may paint the list before the key has moved it: both must have happened.
            self._until(
                partial(lambda before: painted.seen and view.currentIndex().row() != before, place),
                "the row that a key went to",
            )
            taken.append(timer.nsecsElapsed() / 1e6)
            self._spin(_KEY_REST)
        return [
            Line("window: key to paint over 200 rows, median", percentile(taken, 0.5), "ms"),
            Line("window: key to paint over 200 rows, p95", percentile(taken, 0.95), "ms", most=100),
        ]

    def _beats(self, seconds: float) -> list[Line]:
        quiet = self._gaps(seconds / 3)
        stop, stored = threading.Event(), [0]
        feeder = threading.Thread(target=self._feed, args=(stop, stored))
        feeder.start()
        started = time.perf_counter()
        gaps = self._gaps(seconds)
        rate = stored[0] / (time.perf_counter() - started)
        stop.set()
        feeder.join()
        return [
            Line("window: longest gap between beats, nothing coming in", max(quiet), "ms"),
            Line("window: mentions coming in meanwhile", rate, "rows/s", least=0.8 * _PACE),
            Line("window: gap between beats while they come in, p99", percentile(gaps, 0.99), "ms"),
            Line("window: longest gap while they come in", max(gaps), "ms", most=50),
        ]

    def _gaps(self, seconds: float) -> list[float]:
        beats: list[float] = []
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(_BEAT_MS)
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start()
        self._spin(seconds)
        timer.stop()
        if len(beats) < 2:
            raise RuntimeError("the user interface stood still")
        return [1000 * (later - earlier) for earlier, later in pairwise(beats)]

    def _feed(self, stop: threading.Event, stored: list[int]) -> None:
        # What a channel's loop will do: an intake of its own, told to the window through the same bridge.
        database = open_database(
            LocalFile(self._path),
            clock=SystemClock(),
            workstation_key="bench-feed",
            workstation_name="bench",
            announce=self._announce,
        )
        try:
            intake = build_intake(database)
            until = time.perf_counter()
            while not stop.is_set():
                batch = batch_of(mentions(_BURST, f"live{time.time_ns()}", datetime.now(UTC)))
                stored[0] += intake.receive(batch).ledger.stored
                until += _BURST / _PACE
                stop.wait(max(0.0, until - time.perf_counter()))
        finally:
            database.close()

    def _announce(self, changes: Changes) -> None:
        # Stands in for a loop that bootstrap would wire.
        self._program._bridge.publish(changes)

    def _memory(self, seconds: float) -> list[Line]:
        fresh = resident_bytes() / _MEBIBYTE
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._use()
        return [
            Line("window: resident memory after the inbox", fresh, "MiB", most=300),
            Line(
                f"window: resident memory after {seconds:.0f} s of use", resident_bytes() / _MEBIBYTE, "MiB", most=300
            ),
        ]

    def _use(self) -> None:
        """Go round the program once as a person would: views, rows, a case, customers, charts."""
        part = _ROUND / 8
        for view in (InboxView.TO_TRIAGE, InboxView.MINE, InboxView.ALL_MENTIONS):
            self._screens.open_query(InboxQuery(view), "")
            self._spin(part)
        for _turn in range(20):
            QTest.keyClick(self._page.panel.view, Qt.Key.Key_Down)
            self._spin(part / 20)
        self._page.next_case()
        self._spin(part)
        for page_id in (CUSTOMER, REPORTS, INBOX):
            self._screens.window.show_page(page_id)
            self._spin(part)

    def _present(self) -> Screens:
        if self._program.screens is None:
            raise RuntimeError("no window")
        return self._program.screens

    def _inbox(self) -> InboxPage:
        page = self._screens.window.page(INBOX)
        if not isinstance(page, InboxPage):
            raise TypeError("no inbox page")
        return page

    def _rows(self) -> int:
        return self._page.panel.view.model().rowCount()

    def _until(self, is_so: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + _PATIENCE
        while not is_so():
            self._app.processEvents()
            if time.monotonic() > until:
                raise RuntimeError(f"waited in vain for {what}")

    def _spin(self, seconds: float) -> None:
        # Not QTest.qWait: it keeps the interpreter to itself while it waits, and the feeder would starve.
        loop = QEventLoop()
        QTimer.singleShot(max(1, int(1000 * seconds)), loop.quit)
        loop.exec()


def resident_bytes() -> int:
    """Return the resident memory of this process."""
    if sys.platform == "win32":
        sizes = (ctypes.c_size_t * 10)()
        ctypes.windll.psapi.GetProcessMemoryInfo(
            ctypes.windll.kernel32.GetCurrentProcess(), sizes, ctypes.sizeof(sizes)
        )
        return int(sizes[2])
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("this system tells no resident memory")


def main() -> int:
    """Measure one database and write the lines as JSON, the last thing on standard output."""
    parser = argparse.ArgumentParser(prog="tests.budgets.window")
    parser.add_argument("path", type=Path)
    parser.add_argument("--person", required=True)
    parser.add_argument("--began", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        profile = Path(folder)
        SettingsStore(folder=profile).update(person_name=options.person)
        bench = WindowBench(app=app, path=options.path, profile=profile, began=options.began, stack=stack)
        lines = bench.measure(seconds=options.seconds)
    sys.stdout.write(json.dumps([asdict(line) for line in lines]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
