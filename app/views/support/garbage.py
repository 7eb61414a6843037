"""Python must free screen objects in the UI thread only; left alone, its collector runs in any busy thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


class UiCollector(QObject):
    """Turns the automatic collector off and collects from a timer in the UI thread, by the same thresholds.

    Make one at the start of the program and ``stop`` it at the end. What lives for ever (modules, classes) is
    frozen, so that a full collection stays short.
    """

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect_due)
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer.start()

    def collect_due(self) -> int:
        """Collect the oldest generation that is due; return its number, or -1 when none is."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return generation
        return -1

    def stop(self) -> None:
        """Hand collecting back to Python."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()
