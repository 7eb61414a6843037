"""Makes each screen with exactly the services it uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.bootstrap.services import Services
from app.bootstrap.settings_makers import SettingsMakers
from app.models.domain.case_detail import CaseDetail
from app.models.domain.inbox import InboxQuery
from app.models.domain.people import Right
from app.services.database_location import Location
from app.views.case.pane import CasePane
from app.views.inbox.page import InboxPage
from app.views.shell.pages import PageSpec
from app.views.support.desk import Desk

if TYPE_CHECKING:
    from app.views.case.phone_dialog import PhoneDialog, ProtocolDialog
    from app.views.customer.page import CustomerPage
    from app.views.intake.page import IntakePage
    from app.views.knowledge.help_page import HelpPage
    from app.views.reports.page import ReportsPage


class Makers:
    """Factories of screens; keeps the panes that hold typed text, so that it can be saved at the end."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        location: Location,
        open_place: Callable[[str, str], object],
        on_place_opened: Callable[[object], object],
        on_rule: Callable[[int, str], object],
        on_query: Callable[[InboxQuery, str], object],
    ) -> None:
        self._desk, self._services = desk, services
        self._settings = SettingsMakers(
            desk=desk,
            services=services,
            location=location,
            open_place=open_place,
            on_place_opened=on_place_opened,
            on_rule=on_rule,
            on_query=on_query,
        )
        self._on_query = on_query
        self._main_pane: CasePane | None = None

    @property
    def main_pane(self) -> CasePane:
        """The case pane inside the inbox page."""
        if self._main_pane is None:
            self._main_pane = self.case_pane()
        return self._main_pane

    def flush(self) -> None:
        """Save what is typed in the inbox page's case."""
        if self._main_pane is not None:
            self._main_pane.flush()

    def case_pane(self) -> CasePane:
        """Return a new case pane."""
        services = self._services
        return CasePane(
            desk=self._desk,
            cases=services.cases,
            replies=services.replies,
            approval=services.approval,
            notes=services.notes,
            forwarding=services.forwarding,
            follow_up=services.follow_up,
            deadlines=services.deadlines,
            sources=services.sources,
            kinds={key: network.kind for key, network in services.channels.networks.items()},
            channel_acts=services.channels.acts,
            classification=services.classification,
            customers=services.customers,
            drafts=services.drafts,
            presence=services.presence,
            templates=services.templates,
            case_merge=services.case_merge,
            people=services.people,
            attachments=services.attachments,
            articles=services.articles,
            spelling=services.spelling,
        )

    def inbox(self) -> InboxPage:
        """Return the inbox page."""
        services = self._services
        return InboxPage(
            desk=self._desk,
            inbox=services.inbox,
            triage=services.triage,
            saved_views=services.saved_views,
            choices=services.filter_choices,
            case_pane=self.main_pane,
            attachments=services.attachments,
            sources=services.sources,
            cases=services.cases,
        )

    def export_list(self, query: InboxQuery, title: str) -> None:
        """Ask for the file to which a list goes whole; who may not export is told who may."""
        from app.views.exports.export_dialog import ExportDialog, choices_of_list  # noqa: PLC0415 - as a page

        if not self._desk.actor.may(Right.EXPORT):
            self._desk.say(QCoreApplication.translate("makers", "Quem exporta dados é a supervisão ou a análise."))
            return
        window = self.main_pane.window()
        exports, choices = self._services.data_exports, choices_of_list(query)
        ExportDialog(desk=self._desk, exports=exports, choices=choices, shown=title, parent=window).open()

    def customer(self) -> CustomerPage:
        """Return the customers' page."""
        from app.views.customer.page import CustomerPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return CustomerPage(
            desk=self._desk,
            customers=services.customers,
            merges=services.customer_merge,
            classification=services.classification,
        )

    def reports(self) -> ReportsPage:
        """Return the reports' page."""
        from app.bootstrap.report_sections import SectionTools, report_sections  # noqa: PLC0415 - as the page
        from app.views.reports.page import ReportsPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        return ReportsPage(
            desk=self._desk,
            charts=services.charts,
            exports=services.exports,
            choices=services.filter_choices,
            layouts=services.board_layouts,
            sections=report_sections(SectionTools(self._desk, services, self._on_query)),
        )

    def intake(self) -> IntakePage:
        """Return the import page."""
        from app.views.intake.page import IntakePage  # noqa: PLC0415 - with the page, not at start

        return IntakePage(desk=self._desk, importing=self._services.imports, runs=self._services.import_runs)

    def help(self) -> HelpPage:
        """Return the help."""
        from app.views.knowledge.help_page import HelpPage  # noqa: PLC0415 - with the page, not at start

        return HelpPage(desk=self._desk)

    def phone_dialog(self, parent: QWidget) -> PhoneDialog:
        """Return the form of a telephone case."""
        from app.views.case.phone_dialog import PhoneDialog  # noqa: PLC0415 - with the page, not at start

        return PhoneDialog(desk=self._desk, cases=self._services.cases, parent=parent)

    def protocol_dialog(self, detail: CaseDetail, parent: QWidget) -> ProtocolDialog:
        """Return the large protocol of a case just opened."""
        from app.views.case.phone_dialog import ProtocolDialog  # noqa: PLC0415 - with the page, not at start

        return ProtocolDialog(desk=self._desk, detail=detail, parent=parent)

    def settings_pages(self, *, sidebar: str) -> list[PageSpec]:
        """Return the pages of the settings, in their order."""
        return self._settings.pages(sidebar=sidebar)
