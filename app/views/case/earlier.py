"""Scrolling up brings what happened before, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.models.domain.case_detail import CaseDetail

if TYPE_CHECKING:
    from app.services.cases import CaseService
    from app.views.case.session import CaseSession
    from app.views.case.timeline import Timeline
    from app.views.support.desk import Desk


class EarlierPages(QObject):
    """Remembers where the timeline begins and asks for the page before."""

    def __init__(
        self, *, desk: Desk, session: CaseSession, timeline: Timeline, cases: CaseService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._timeline, self._cases = desk, session, timeline, cases
        self._cursor: int | None = None
        timeline.earlier_wanted.connect(self.load)

    def begin(self, detail: CaseDetail) -> None:
        """Start from the newest page of a case."""
        self._cursor = detail.earlier_cursor
        self._desk.calls.cancel(self, "earlier")

    def load(self) -> None:
        """Ask for the page before, unless it is on its way or there is none."""
        cursor, case_id = self._cursor, self._session.case_id
        if cursor is None or case_id is None or self._desk.calls.busy(self, "earlier"):
            return
        person = self._desk.actor.person_id

        def arrived(page: Any) -> None:  # noqa: ANN401 - a page of the timeline, whose type belongs to the queries
            if self._session.case_id == case_id:
                self._cursor = page.earlier_cursor
                self._timeline.add_earlier(page.entries)

        self._desk.calls.run(self, "earlier", lambda: self._cases.earlier(case_id, cursor, person), arrived)
