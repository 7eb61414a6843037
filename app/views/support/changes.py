"""What one act touched must reach every open screen: the bridge from any thread to one signal in the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from app.models.domain.changes import Changes


class ChangeBridge(QObject):
    """Takes ``Changes`` from any thread and emits ``changed`` in the thread it lives in (the UI thread)."""

    changed = Signal(object)
    """Carries one ``Changes``."""
    _arrived = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.changed, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: Changes) -> None:
        """Hand over what was touched; safe from any thread; nothing touched says nothing."""
        if not changes.is_empty:
            self._arrived.emit(changes)
