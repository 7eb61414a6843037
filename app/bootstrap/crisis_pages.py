"""Makes the pages of crises, leads to them, and brings what is on the screen into a room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject

from app.bootstrap.crisis_alert import CrisisAlert, bells_of
from app.bootstrap.services import Services
from app.models.domain.alert import AlertLine
from app.models.domain.inbox import RowKind
from app.services.crisis_rooms import NewRoom
from app.views.case.pane import CasePane
from app.views.inbox.page import InboxPage
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.support.actions import ActionSpec
from app.views.support.desk import Desk

if TYPE_CHECKING:
    from app.views.crisis.alerts_page import AlertsPage
    from app.views.crisis.page import CrisisPage

CRISIS, ALERTS = "crisis", "alerts"
_DEFAULT_LEVEL = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("crisis_pages", text)


class CrisisPages(QObject):
    """The two pages and the ways to them; ``window`` is asked for late, since the pages are made for it."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        window: Callable[[], MainWindow],
        inbox: Callable[[], InboxPage],
        pane: Callable[[], CasePane],
        open_case: Callable[[int], object],
        open_mention: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._window = desk, services, window
        self._inbox, self._pane = inbox, pane
        self._open_case, self._open_mention = open_case, open_mention
        self._unseen, self._is_crisis = 0, False

    def specs(self) -> list[PageSpec]:
        """Return the pages."""
        return [
            PageSpec(CRISIS, _tr("Sala de crise"), self._make_rooms, icon="urgent"),
            PageSpec(ALERTS, _tr("Alertas"), self._make_alerts, icon="bell"),
        ]

    def items(self, group: str) -> list[SidebarItem]:
        """Return the lines of the navigation with the present count."""
        return [
            SidebarItem(ALERTS, _tr("Alertas"), count=self._unseen or None, group=group, alert=self._is_crisis),
            SidebarItem(CRISIS, _tr("Sala de crise"), group=group),
        ]

    def make_alert(self, *, open_view: Callable[[], object]) -> CrisisAlert:
        """Return what shows and rings alerts on the window, and bind the act that brings things into a room."""
        window = self._window()
        alert = CrisisAlert(
            desk=self._desk,
            alerts=self._services.alerts,
            window=window,
            bells=bells_of(window),
            open_view=open_view,
            open_alert=self.open_alert,
            open_list=self.open_list,
            open_room=self.open_room,
        )
        alert.counted.connect(self.show_count)
        self._bind()
        return alert

    def _bind(self) -> None:
        text = _tr("Levar para uma sala de crise")
        spec = ActionSpec("crisis.bring", text, ("Ctrl+Shift+S",), "urgent", group=_tr("Geral"))
        self._desk.actions.add(spec, self._window(), self.bring)

    def show_count(self, unseen: int, is_crisis: bool) -> None:  # noqa: FBT001 - a signal's values
        """Show how many alerts wait."""
        self._unseen, self._is_crisis = unseen, is_crisis
        self._window().set_counts({ALERTS: unseen or None}, alerts={ALERTS: is_crisis})

    def open_alert(self, line: AlertLine) -> None:
        """Lead to what an alert is about."""
        if line.case_id is not None:
            self._open_case(line.case_id)
        elif line.mention_id is not None:
            self._open_mention(line.mention_id)
        elif line.room_id is not None:
            self.show_room(line.room_id)
        else:
            self.open_list(line.id)

    def open_list(self, alert_id: int = 0) -> None:
        """Show the alert centre, and an alert in it."""
        shown = cast("AlertsPage", self._window().show_page(ALERTS))
        if alert_id:
            shown.show_alert(alert_id)

    def open_room(self, line: AlertLine) -> None:
        """Go to an alert's room, or ask for one that begins with it."""
        if line.room_id is not None:
            self.show_room(line.room_id)
        else:
            self._rooms().begin_from_alert(line)

    def show_room(self, room_id: int) -> None:
        """Show a room."""
        self._rooms().show_room(room_id)

    def bring(self) -> None:
        """Open a room with what is marked, or with the case or mention that is on the screen; or add it to one."""
        new = self._here()
        if new is None:
            self._desk.say(_tr("Escolha antes uma menção ou um atendimento na Entrada."))
        else:
            self._rooms().begin(new)

    def _here(self) -> NewRoom | None:
        inbox, pane = self._inbox(), self._pane()
        marked = inbox.marks.ids(RowKind.MENTION)
        if marked:
            return NewRoom("", _DEFAULT_LEVEL, marked)
        if pane.isVisible() and pane.current_case_id is not None:
            detail = pane.session.detail
            return NewRoom("" if detail is None else detail.title, _DEFAULT_LEVEL, case_id=pane.current_case_id)
        mention = inbox.reading.mention if inbox.isVisible() else None
        if mention is None:
            return None
        words = ", ".join(mention.crisis_words).capitalize()
        return NewRoom(words, mention.crisis_level or _DEFAULT_LEVEL, (mention.id,))

    def _rooms(self) -> CrisisPage:
        return cast("CrisisPage", self._window().show_page(CRISIS))

    def _make_rooms(self) -> CrisisPage:
        from app.views.crisis.page import CrisisPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        made = CrisisPage(
            desk=self._desk, rooms=services.crisis_rooms, work=services.crisis_work, closing=services.crisis_closing
        )
        made.open_case_requested.connect(self._open_case)
        made.open_mention_requested.connect(self._open_mention)
        return made

    def _make_alerts(self) -> AlertsPage:
        from app.views.crisis.alerts_page import AlertsPage  # noqa: PLC0415 - with the page, not at start

        made = AlertsPage(desk=self._desk, alerts=self._services.alerts)
        made.open_case_requested.connect(self._open_case)
        made.open_mention_requested.connect(self._open_mention)
        made.open_room_requested.connect(self.show_room)
        made.new_room_requested.connect(lambda line: self._rooms().begin_from_alert(line))
        return made
