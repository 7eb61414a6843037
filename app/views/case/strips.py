"""Opens the strip of an act and runs what it asks for: it stays with its words until the act is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.models.domain.case_detail import CaseDetail
from app.services.errors import UserError
from app.views.case.act_panel import ActPanel, PanelHost
from app.views.support.errors import error_text

if TYPE_CHECKING:
    from app.services.acts import Done
    from app.views.case.session import CaseSession
    from app.views.case.timeline import Timeline

Work = Callable[[CaseDetail], "Done[Any]"]


class Strips(QObject):
    """The place for strips on one pane."""

    def __init__(self, *, session: CaseSession, host: PanelHost, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._host, self._timeline = session, host, timeline

    @property
    def panel(self) -> ActPanel | None:
        """The strip that is open."""
        return self._host.panel

    def open(self, panel: ActPanel) -> None:
        """Show a strip; when it goes the conversation has the focus, so that keys work again."""
        self._host.open(panel, give_back=self._timeline.setFocus)

    def submit(self, panel: ActPanel, work: Work, done: Callable[[Done[Any]], None] | None = None) -> None:
        """Do the act; the strip goes when it is done, or says what is wrong and keeps what was typed."""
        panel.submit_button.setEnabled(False)

        def finished(result: Done[Any]) -> None:
            if self._host.panel is panel:
                self._host.close_panel()
            if done is not None:
                done(result)

        self._session.act(work, finished, failed=lambda error: self.show(panel, error))

    def show(self, panel: ActPanel, error: Exception) -> bool:
        """Say in the strip what went wrong; tell whether that was possible."""
        if self._host.panel is not panel or not isinstance(error, UserError):
            return False
        panel.submit_button.setEnabled(True)
        panel.say(error_text(error))
        return True
