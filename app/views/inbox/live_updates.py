"""News arrive up to hundreds a second; the list hears of them at most twice a second, the badges once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.domain.changes import Changes, Topic
from app.models.domain.inbox import RowKind

if TYPE_CHECKING:
    from app.models.domain.inbox import SavedView, ViewCount
    from app.services.inbox import InboxService
    from app.services.saved_views import SavedViewService
    from app.views.inbox.marks import RowKey
    from app.views.support.desk import Desk

FOLLOW_MS: Final = 500
COUNT_MS: Final = 1_000
MINUTE_MS: Final = 60_000
MOST_FOLLOWED: Final = 2_000


class LiveUpdates(QObject):
    """Gathers ``Changes`` and hands over the touched rows together."""

    arrived = Signal(object, bool)
    """Carries a frozenset of row keys, and whether there was more than can be named row by row."""
    choices_changed = Signal()
    """Channels, areas, people or the tree were edited."""

    def __init__(self, *, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: set[RowKey] = set()
        self._is_many = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self._on_timeout)
        desk.changes.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        self._keys.update((RowKind.MENTION, row_id) for row_id in changes.mention_ids)
        self._keys.update((RowKind.CASE, row_id) for row_id in changes.case_ids)
        self._is_many = self._is_many or changes.mention_range is not None
        if len(self._keys) > MOST_FOLLOWED:
            self._is_many = True
        if {Topic.TREE, Topic.AREAS, Topic.PEOPLE, Topic.SETTINGS} & changes.topics:
            self.choices_changed.emit()
        if (self._keys or self._is_many) and not self._timer.isActive():
            self._timer.start()

    def _on_timeout(self) -> None:
        keys, is_many = frozenset(self._keys), self._is_many
        self._keys.clear()
        self._is_many = False
        self.arrived.emit(keys, is_many)


class Badges(QObject):
    """Reads the counts of all views and the saved filters, in one call at most once a second."""

    changed = Signal(object, object)
    """Carries the tuple of ``ViewCount`` and the tuple of ``SavedView``."""

    def __init__(
        self, *, desk: Desk, inbox: InboxService, saved_views: SavedViewService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._inbox, self._saved_views = desk, inbox, saved_views
        self.counts: tuple[ViewCount, ...] = ()
        self.saved: tuple[SavedView, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COUNT_MS)
        self._timer.timeout.connect(self.read)
        # Deadlines come near and snoozes end without anybody's act.
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.read)
        self._minute.start()
        desk.changes.changed.connect(self._on_changed)

    def read(self) -> None:
        """Read now."""
        inbox, saved_views, actor = self._inbox, self._saved_views, self._desk.actor
        self._desk.calls.run(self, "counts", lambda: (inbox.counts(actor), saved_views.list(actor)), self._on_read)

    def _on_changed(self, _changes: Changes) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_read(self, answer: tuple[tuple[ViewCount, ...], tuple[SavedView, ...]]) -> None:
        self.counts, self.saved = answer
        self.changed.emit(self.counts, self.saved)
