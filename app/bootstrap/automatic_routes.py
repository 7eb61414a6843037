"""A route rule that the team made automatic forwards a case right after it changed here, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.models.domain.changes import Changes
from app.services.routes import AutomaticRoutes
from app.views.support.changes import ChangeBridge
from app.views.support.tasks import Calls

_MOST_AT_ONCE = 200


class RouteRunner(QObject):
    """Listens to this workstation's own acts; the others see to theirs, so no case is forwarded twice."""

    def __init__(
        self, *, routes: AutomaticRoutes, workstation_key: str, calls: Calls, changes: ChangeBridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._routes, self._key, self._calls = routes, workstation_key, calls
        self._waiting: set[int] = set()
        changes.changed.connect(self._on_changes)

    def _on_changes(self, changes: Changes) -> None:
        if changes.origin != self._key or not changes.case_ids:
            return
        self._waiting.update(sorted(changes.case_ids)[:_MOST_AT_ONCE])
        if not self._calls.busy(self, "routes"):
            self._begin()

    def _begin(self) -> None:
        wanted, self._waiting = sorted(self._waiting), set()
        self._calls.run(self, "routes", lambda: self._routes.forward_all(wanted), self._on_done)

    def _on_done(self, _count: int) -> None:
        if self._waiting:
            self._begin()
