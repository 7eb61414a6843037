"""Makes the page of the plan, and leads from each of its steps to where its data is edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from app.bootstrap.services import Services
from app.models.domain.inbox import InboxQuery
from app.models.domain.people import Role
from app.views.planning.page import PAGE_ID, PlanningPage
from app.views.reports.page import ReportsPage
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.support.desk import Desk

REPORTS = "reports"
_WITHOUT_PLAN = frozenset({Role.ATTENDANT, Role.SPECIALIST})
"""Who answers customers has a screen without the rest."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("planning_pages", text)


class PlanningPages(QObject):
    """The page and the ways from it; ``window`` is asked for late, since the page is made for it."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        window: Callable[[], MainWindow],
        open_query: Callable[[InboxQuery, str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._window, self._open_query = desk, services, window, open_query

    def specs(self) -> list[PageSpec]:
        """Return the pages."""
        return [PageSpec(PAGE_ID, _tr("Planejamento"), self._make_plan, icon="flag")]

    def items(self, group: str) -> list[SidebarItem]:
        """Return the lines of the navigation for who plans."""
        if self._desk.actor.role in _WITHOUT_PLAN:
            return []
        return [SidebarItem(PAGE_ID, _tr("Planejamento"), group=group)]

    def open_page(self, name: str) -> None:
        """Open the page that a step names; "reports:" and a section for one of the reports."""
        page, _colon, section = name.partition(":")
        shown = self._window().show_page(page)
        if page == REPORTS and section:
            cast("ReportsPage", shown).open_section(section)

    def _make_plan(self) -> PlanningPage:
        services = self._services
        page = PlanningPage(
            desk=self._desk,
            planning=services.planning,
            facts=services.plan_facts,
            charts=services.charts,
            people=services.people,
        )
        page.page_requested.connect(self.open_page)
        page.drill_requested.connect(self._open_query)
        return page
