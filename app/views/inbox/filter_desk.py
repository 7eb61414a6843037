"""How much the list's filter finds, and keeping it under a name: both asked of the services off the UI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.models.domain.inbox import SavedView
    from app.services.acts import Done
    from app.services.inbox import InboxService
    from app.services.saved_views import SavedViewService
    from app.views.inbox.list_panel import InboxListPanel
    from app.views.inbox.live_updates import Badges
    from app.views.support.desk import Desk


class FilterDesk(QObject):
    """Counts and keeps what the list shows."""

    def __init__(
        self,
        *,
        desk: Desk,
        inbox: InboxService,
        saved_views: SavedViewService,
        panel: InboxListPanel,
        badges: Badges,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._inbox, self._saved_views = desk, inbox, saved_views
        self._panel, self._badges = panel, badges
        panel.query_changed.connect(lambda _query: self.count())
        panel.save_requested.connect(self._save)

    def count(self) -> None:
        """Show how much the query finds; a whole view has its count among the badges."""
        query, inbox, actor = self._panel.query, self._inbox, self._desk.actor
        if query.filter.is_empty:
            self._desk.calls.cancel(self, "total")
            self._panel.show_total(next((each.count for each in self._badges.counts if each.view is query.view), None))
        else:
            self._desk.calls.run(self, "total", lambda: inbox.count(query, actor), self._panel.show_total)

    def _save(self, name: str, is_shared: bool) -> None:
        query, saved_views, actor = self._panel.query, self._saved_views, self._desk.actor
        self._desk.calls.run(
            self, "save", lambda: saved_views.create(actor, name, query, is_shared=is_shared), self._on_saved
        )

    def _on_saved(self, done: Done[SavedView]) -> None:
        self._panel.save_bar.leave()
        self._panel.header.show_title(done.value.name)
        self._desk.say(self.tr("Filtro “{name}” salvo na navegação").format(name=done.value.name))
        self._badges.read()
