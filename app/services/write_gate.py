"""Lets one writer of this process through at a time, a person's act before any background batch."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum


class Priority(IntEnum):
    """Who waits for whom."""

    PERSON = 0
    BACKGROUND = 1


class WriteGate:
    """A lock with two classes: while a person waits, no background writer enters."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._is_busy = False
        self._people_waiting = 0

    @contextmanager
    def turn(self, priority: Priority) -> Iterator[None]:
        """Hold the gate; enter when it is free and nobody more urgent waits."""
        self._enter(priority)
        try:
            yield
        finally:
            with self._condition:
                self._is_busy = False
                self._condition.notify_all()

    @property
    def person_waits(self) -> bool:
        """Tell a background batch whether it should end early."""
        return self._people_waiting > 0

    def _enter(self, priority: Priority) -> None:
        with self._condition:
            if priority is Priority.PERSON:
                self._people_waiting += 1
                try:
                    self._condition.wait_for(lambda: not self._is_busy)
                finally:
                    self._people_waiting -= 1
            else:
                self._condition.wait_for(lambda: not self._is_busy and self._people_waiting == 0)
            self._is_busy = True
