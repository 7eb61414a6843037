"""Tells colleagues who has a case open and who types in it, with a beat that stops when nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.services.errors import UserError

if TYPE_CHECKING:
    from app.services.presence import PresenceService
    from app.views.support.desk import Desk

BEAT_MS: Final = 15_000
_TYPING_MS: Final = 6_000


class PresenceBeat(QObject):
    """Beats for the case that is looked at."""

    viewers_changed = Signal(object)

    def __init__(self, *, desk: Desk, presence: PresenceService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._presence = desk, presence
        self._case_id: int | None = None
        self._was_typing = False
        self._typed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self, case_id: int) -> None:
        """Be seen at a case; no longer at the one before."""
        if case_id != self._case_id:
            self.stop()
            self._case_id = case_id
            self._beat()
            self._timer.start()

    def stop(self) -> None:
        """Be seen no longer."""
        case_id, self._case_id = self._case_id, None
        self._timer.stop()
        self._typed.invalidate()
        self._was_typing = False
        if case_id is not None:
            actor = self._desk.actor
            self._desk.calls.run(self, f"leave-{case_id}", lambda: self._presence.leave(actor, case_id))

    def typing(self) -> None:
        """Say that the person writes."""
        self._typed.start()
        if not self._was_typing and self._case_id is not None:
            self._beat()

    def _beat(self) -> None:
        case_id, actor = self._case_id, self._desk.actor
        if case_id is None:
            return
        is_typing = self._typed.isValid() and self._typed.elapsed() < _TYPING_MS
        self._was_typing = is_typing
        self._desk.calls.run(
            self,
            "beat",
            lambda: self._presence.beat(actor, case_id, is_typing=is_typing),
            self.viewers_changed.emit,
            failed=lambda error: isinstance(error, UserError),
        )
