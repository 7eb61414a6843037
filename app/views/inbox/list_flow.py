"""How list and reading pane go together: what is read when one moves, what comes next when a row has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from app.models.domain.inbox import InboxRow, InboxView, RowKind
from app.views.inbox.triage_acts import SEEN_STATES, Target

if TYPE_CHECKING:
    from app.services.inbox import InboxService
    from app.views.inbox.list_panel import InboxListPanel
    from app.views.inbox.marks import Marks, RowKey
    from app.views.inbox.reading_pane import ReadingPane
    from app.views.support.desk import Desk


class ListFlow(QObject):
    """Moves through the list and keeps the reading pane with it; news never move what is being read."""

    def __init__(
        self,
        *,
        desk: Desk,
        inbox: InboxService,
        marks: Marks,
        panel: InboxListPanel,
        reading: ReadingPane,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._inbox, self._marks, self._panel, self._reading = desk, inbox, marks, panel, reading
        panel.view.moved.connect(lambda row: reading.show_key(row.key))
        panel.view.opened.connect(self.open_row)
        panel.marks_bar.whole_requested.connect(self.mark_whole)

    def open(self, key: RowKey) -> None:
        """Read a mention or a case, wherever the list stands."""
        self._panel.view.show_as_current(key)
        self._reading.show_key(key, at_once=True)

    def step(self, count: int) -> None:
        """Go on or back in the list; from a case opened aside, first come back to where the list stands."""
        row = self._panel.view.current_row
        if row is not None and self._reading.key is not None and row.key != self._reading.key and count > 0:
            self._reading.show_key(row.key)
        else:
            self._panel.view.step(count)

    def enter(self) -> None:
        """Go into what is read: the current row, or the case opened aside."""
        row = self._panel.view.current_row
        if row is not None and self._reading.key is None:
            self._reading.show_key(row.key, at_once=True)
        elif self._reading.key is not None:
            self._reading.show_key(self._reading.key, at_once=True)
        self._reading.focus_inside()

    def open_row(self, row: InboxRow) -> None:
        """Go into a row that was double-clicked."""
        self._reading.show_key(row.key, at_once=True)
        self._reading.focus_inside()

    def back(self) -> None:
        """Go from what is read to the list, and there close what is open."""
        focus = QApplication.focusWidget()
        if focus is not None and self._reading.isAncestorOf(focus):
            self.focus_list()
        else:
            self._panel.fold_back()

    def focus_list(self) -> None:
        """Go to the list."""
        self._panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_all(self) -> None:
        """Mark what is loaded; asked again, everything that the filter finds."""
        model = self._panel.model
        loaded = model.keys_between(0, model.rowCount() - 1)
        if self._marks.is_whole:
            return
        if loaded and all(key in self._marks for key in loaded):
            self.mark_whole()
        else:
            self._marks.add(loaded)

    def mark_whole(self) -> None:
        """Mark all mentions of the filter, loaded or not."""
        query, inbox, actor = self._panel.query, self._inbox, self._desk.actor

        def read(ids: tuple[int, ...]) -> None:
            if query == self._panel.query and ids:
                self._marks.add([(RowKind.MENTION, row_id) for row_id in ids], whole=True)

        self._desk.calls.run(self, "whole", lambda: inbox.select_all(query, actor), read)

    def take_in(self, keys: frozenset[RowKey], *, is_many: bool) -> None:
        """Bring news of changed rows into list and reading pane."""
        self._panel.model.follow(keys, held=self._reading.key)
        self._reading.refresh_if(keys)
        if is_many:
            self._panel.add_news(set(), uncounted=True)

    def let_go(self, target: Target) -> None:
        """Take mentions out of the list as soon as they were decided on, and go on to the next one."""
        keys = [(RowKind.MENTION, row_id) for row_id in target.ids]
        if target.view in SEEN_STATES:
            self._leave_rows(keys)
        self._marks.clear()

    def go_on_after(self, case_id: int) -> None:
        """Go on to the next case after one was closed."""
        stays = self._panel.query.view in {InboxView.CLOSED, InboxView.ALL_CASES}
        if not stays and self._panel.model.place_of((RowKind.CASE, case_id)) >= 0:
            self._leave_rows([(RowKind.CASE, case_id)])

    def _leave_rows(self, keys: list[tuple[RowKind, int]]) -> None:
        gone = set(keys)
        was_reading = self._reading.key in gone
        following = self._following(gone)
        self._panel.model.drop(keys)
        if not was_reading:
            return
        if following is None:
            self._reading.show_nothing()
        else:
            self._panel.view.show_as_current(following.key)
            self._reading.show_key(following.key, at_once=True)

    def _following(self, gone: set[tuple[RowKind, int]]) -> InboxRow | None:
        """Return the first row below that stays, else the last one above."""
        model = self._panel.model
        start = max(0, self._panel.view.currentIndex().row())
        places = [*range(start, model.rowCount()), *range(start - 1, -1, -1)]
        rows = (model.row_at(place) for place in places)
        return next((row for row in rows if row is not None and row.key not in gone), None)
