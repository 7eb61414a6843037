"""Time goes by while a case is looked at: its next step and deadlines are told anew, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from app.views.case.header import CaseHeader
    from app.views.case.session import CaseSession
    from app.views.case.side_panel import SidePanel
    from app.views.support.desk import Desk

TICK_MS: Final = 20_000


class Ticking(QObject):
    """One timer of a pane."""

    def __init__(
        self, *, desk: Desk, session: CaseSession, header: CaseHeader, side: SidePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._header, self._side = desk, session, header, side
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """Tell the time anew where somebody looks."""
        detail, now = self._session.detail, self._desk.clock.now()
        if detail is not None and self._session.is_visible:
            self._header.refresh_time(detail, now)
            self._side.deadlines.show_case(detail, now)
