"""Makes the pages of the plan and of active work, and leads from them to where their data lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject

from app.bootstrap.search_pages import Ways
from app.bootstrap.services import Services
from app.models.domain.people import Role
from app.views.inbox.page import InboxPage
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.support.actions import ActionSpec
from app.views.support.desk import Desk

if TYPE_CHECKING:
    from app.views.planning.page import PlanningPage
    from app.views.relations.page import RelationsPage
    from app.views.reports.page import ReportsPage

PLANNING, RELATIONS = "planning", "relations"
REPORTS = "reports"
_INBOX = "inbox"
_WITHOUT_PLAN = frozenset({Role.ATTENDANT, Role.SPECIALIST})
"""Who answers customers has a screen without the rest."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("planning_pages", text)


class PlanningPages(QObject):
    """The pages and the ways from them; ``window`` is asked for late, since the pages are made for it."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        window: Callable[[], MainWindow],
        ways: Ways,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._window = desk, services, window
        self._open_query, self._open_mention = ways.query, ways.mention

    def specs(self) -> list[PageSpec]:
        """Return the pages."""
        return [
            PageSpec(PLANNING, _tr("Planejamento"), self._make_plan, icon="flag"),
            PageSpec(RELATIONS, _tr("Relacionamento"), self._make_relations, icon="heart"),
        ]

    def items(self, group: str) -> list[SidebarItem]:
        """Return the lines of the navigation: the plan for who plans, active work for everybody."""
        active = SidebarItem(RELATIONS, _tr("Relacionamento"), group=group)
        if self._desk.actor.role in _WITHOUT_PLAN:
            return [active]
        return [SidebarItem(PLANNING, _tr("Planejamento"), group=group), active]

    def open_page(self, name: str) -> None:
        """Open the page that a step names; "reports:" and a section for one of the reports."""
        page, _colon, section = name.partition(":")
        shown = self._window().show_page(page)
        if page == REPORTS and section:
            cast("ReportsPage", shown).open_section(section)

    def start(self) -> None:
        """Bind the act that answers the mention on the screen."""
        text = _tr("Registrar ação de relacionamento")
        spec = ActionSpec("relations.answer", text, ("Ctrl+Shift+R",), "heart", group=_tr("Geral"))
        self._desk.actions.add(spec, self._window(), self.answer)

    def answer(self) -> None:
        """Open the form of active work, for the mention that is read in the inbox when there is one."""
        from app.views.relations.act_dialog import Occasion  # noqa: PLC0415 - with the page, not at start

        inbox = self._window().page(_INBOX)
        mention = inbox.reading.mention if isinstance(inbox, InboxPage) and inbox.isVisible() else None
        occasion = None
        if mention is not None:
            occasion = Occasion(
                mention.id, mention.channel_name, mention.author, mention.text, customer_id=mention.customer_id
            )
        cast("RelationsPage", self._window().show_page(RELATIONS)).write_new(occasion)

    def _make_relations(self) -> RelationsPage:
        from app.views.relations.page import RelationsPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        page = RelationsPage(
            desk=self._desk,
            relations=services.relations,
            choices=services.filter_choices,
            exports=services.exports,
        )
        page.queue_requested.connect(self._open_query)
        page.mention_requested.connect(self._open_mention)
        return page

    def _make_plan(self) -> PlanningPage:
        from app.views.planning.page import PlanningPage  # noqa: PLC0415 - loads the charts' library, not at start

        services = self._services
        page = PlanningPage(
            desk=self._desk,
            planning=services.planning,
            facts=services.plan_facts,
            charts=services.charts,
            people=services.people,
            company=services.report_maker.company,
        )
        page.page_requested.connect(self.open_page)
        page.drill_requested.connect(self._open_query)
        return page
