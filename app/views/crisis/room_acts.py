"""Every act in a room runs the same way: off the UI thread, with its undo offered and its error shown in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.errors import UserError
from app.views.support.errors import error_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.acts import Done
    from app.views.support.desk import Desk


class RoomActs(QObject):
    """Runs the acts of one room panel."""

    failed = Signal(str)
    """A sentence that says what was wrong; empty when an act begins."""
    done = Signal()
    """An act was written."""

    def __init__(self, *, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def run(self, slot: str, work: Callable[[], Done[Any]], after: Callable[[Done[Any]], object] | None = None) -> None:
        """Run an act; ``after`` gets what it returned."""
        self.failed.emit("")

        def on_done(result: Done[Any]) -> None:
            self._desk.undo.push(result)
            if after is not None:
                after(result)
            self.done.emit()

        self._desk.calls.run(self, slot, work, on_done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.failed.emit(error_text(error))
            return True
        return False
