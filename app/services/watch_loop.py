"""Lets the watches look once a minute, each in a thread of its own: one that fails or hangs hinders no other."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.services.errors import UserError

_log = logging.getLogger(__name__)
_FIRST = timedelta(seconds=20)
_PERIOD = timedelta(minutes=1)
_SLOW = timedelta(seconds=10)
_JOIN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Watch:
    """One watch: its name in the log, what it does in one look, and how long it waits in between.

    Several workstations look at the same time; what a watch raises or writes carries a key that makes it once.
    """

    name: str
    look: Callable[[], object]
    period: timedelta = _PERIOD


class WatchLoop:
    """Starts the watches and stops them; ``first`` is how long all wait for the window to be there."""

    def __init__(self, *, watches: Sequence[Watch], first: timedelta = _FIRST) -> None:
        self._watches = tuple(watches)
        self._first = first.total_seconds()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin; returns at once."""
        for watch in self._watches:
            thread = threading.Thread(target=self._run, args=(watch,), name=f"watch-{watch.name}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """End and wait for the looks under way, but not for ever."""
        self._stopping.set()
        until = time.monotonic() + _JOIN_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
            if thread.is_alive():
                _log.warning("%s did not end in time", thread.name)
        self._threads.clear()

    def run_once(self) -> None:
        """Let every watch look once, one after the other, as guarded as in the loop."""
        for watch in self._watches:
            look(watch)

    def _run(self, watch: Watch) -> None:
        wait = self._first
        while not self._stopping.wait(wait):
            look(watch)
            wait = watch.period.total_seconds()


def look(watch: Watch) -> None:
    """Let a watch look; whatever goes wrong is logged and tried again at the next look."""
    began = time.monotonic()
    try:
        watch.look()
    except UserError as problem:
        _log.info("watch %s waits: %s", watch.name, problem.code)
    except Exception as error:  # noqa: BLE001 - a bug in one watch must not end the watching
        _log.error("watch %s failed: %s", watch.name, type(error).__name__)
    took = time.monotonic() - began
    if took > _SLOW.total_seconds():
        _log.warning("watch %s took %.0f s", watch.name, took)
