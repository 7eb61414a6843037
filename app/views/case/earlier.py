"""Scrolling up brings what happened before, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry

if TYPE_CHECKING:
    from app.services.cases import CaseService
    from app.views.case.session import CaseSession
    from app.views.case.timeline import Timeline
    from app.views.support.desk import Desk


_MOST_CASES: Final = 3


def earlier_cases(detail: CaseDetail) -> tuple[TimelineEntry, ...]:
    """Return the customer's last cases before this one as lines for the top of the timeline, oldest first."""
    briefs = [b for b in (*detail.customer.recent, *detail.customer.other_open) if b.opened_at < detail.opened_at]
    newest = sorted(briefs, key=lambda brief: brief.opened_at, reverse=True)[:_MOST_CASES]
    return tuple(
        TimelineEntry(
            kind=EntryKind.EARLIER_CASE,
            id=brief.id,
            at=brief.opened_at,
            who="",
            text=brief.title,
            channel_key=brief.channel_key,
            facts=(("protocol", brief.protocol), ("state", brief.state.value)),
        )
        for brief in reversed(newest)
    )


class EarlierPages(QObject):
    """Remembers where the timeline begins and asks for the page before."""

    def __init__(
        self, *, desk: Desk, session: CaseSession, timeline: Timeline, cases: CaseService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._timeline, self._cases = desk, session, timeline, cases
        self._cursor: int | None = None
        self._detail: CaseDetail | None = None
        timeline.earlier_wanted.connect(self.load)

    def begin(self, detail: CaseDetail) -> None:
        """Start from the newest page of a case."""
        self._cursor, self._detail = detail.earlier_cursor, detail
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
                is_whole = page.earlier_cursor is None
                before = earlier_cases(self._detail) if is_whole and self._detail is not None else ()
                self._timeline.add_earlier((*before, *page.entries))

        self._desk.calls.run(self, "earlier", lambda: self._cases.earlier(case_id, cursor, person), arrived)
