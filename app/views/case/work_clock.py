"""Measures how long a person actively works on a case, so that staffing rests on real times; it knows nothing else."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

IDLE_SECONDS: Final = 60.0
"""After so long without a key or the mouse nobody is working any more."""
_MOST_CASES: Final = 50
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class WorkClock(QObject):
    """Adds up the time between one touch of key or mouse and the next, while the case is shown in the active window.

    Only sums by case are kept, in memory, until its answer is sent: never what was touched or when.
    """

    def __init__(self, *, now: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._window: QWindow | None = None
        self._case_id: int | None = None
        self._last: float | None = None
        self._spent: dict[int, float] = {}

    def start(self, case_id: int) -> None:
        """Count for this case from now on; what was spent on it before stays."""
        self.pause()
        self._case_id = case_id
        self._spent[case_id] = self._spent.pop(case_id, 0.0)
        while len(self._spent) > _MOST_CASES:
            self._spent.pop(next(iter(self._spent)))
        self._last = self._now()

    def pause(self) -> None:
        """Stop counting: the case is no longer shown, or its window not in use."""
        self.touched()
        self._last = None

    def resume(self) -> None:
        """Go on counting for the case that was shown last."""
        if self._case_id is not None:
            self._last = self._now()

    def touched(self) -> None:
        """Count the time since the last touch, as far as somebody can have been at work."""
        if self._last is not None and self._case_id is not None:
            now = self._now()
            self._spent[self._case_id] += min(now - self._last, IDLE_SECONDS)
            self._last = now

    def spent_on(self, case_id: int) -> timedelta:
        """Return the time worked on a case since its last answer."""
        if case_id == self._case_id:
            self.touched()
        return timedelta(seconds=self._spent.get(case_id, 0.0))

    def answered(self, case_id: int) -> None:
        """Begin anew: the time has gone with an answer."""
        if case_id in self._spent:
            self._spent[case_id] = 0.0

    def watch(self, window: QWindow | None) -> None:
        """Listen to this window's keys and mouse; a window hears far fewer events than its widgets together."""
        if window is self._window:
            return
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note touches and whether the window is in use; nothing is held back."""
        kind = event.type()
        if kind in _INPUT:
            self.touched()
        elif kind == QEvent.Type.FocusOut:
            self.pause()
        elif kind == QEvent.Type.FocusIn:
            self.resume()
        return False
