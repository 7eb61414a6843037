"""Makes each screen with exactly the services it uses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.bootstrap.services import Services
from app.models.domain.case_detail import CaseDetail
from app.services.database_location import Location
from app.views.case.pane import CasePane
from app.views.case.phone_dialog import PhoneDialog, ProtocolDialog
from app.views.customer.page import CustomerPage
from app.views.inbox.page import InboxPage
from app.views.intake.page import IntakePage
from app.views.intake.rules_page import RulesPage
from app.views.knowledge.help_page import HelpPage
from app.views.reports.page import ReportsPage
from app.views.settings.appearance_page import AppearancePage
from app.views.settings.database_page import DatabasePage, Place
from app.views.settings.keys_page import KeysPage
from app.views.settings.people_page import PeoplePage
from app.views.shell.pages import PageSpec
from app.views.support.desk import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("makers", text)


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
    ) -> None:
        self._desk, self._services, self._location = desk, services, location
        self._open_place, self._on_place_opened, self._on_rule = open_place, on_place_opened, on_rule
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
            classification=services.classification,
            customers=services.customers,
            drafts=services.drafts,
            presence=services.presence,
            templates=services.templates,
            case_merge=services.case_merge,
            people=services.people,
            attachments=services.attachments,
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
            cases=services.cases,
        )

    def customer(self) -> CustomerPage:
        """Return the customers' page."""
        services = self._services
        return CustomerPage(
            desk=self._desk,
            customers=services.customers,
            merges=services.customer_merge,
            classification=services.classification,
        )

    def reports(self) -> ReportsPage:
        """Return the reports' page."""
        services = self._services
        return ReportsPage(
            desk=self._desk, reports=services.reports, exports=services.exports, choices=services.filter_choices
        )

    def intake(self) -> IntakePage:
        """Return the import page."""
        return IntakePage(desk=self._desk, importing=self._services.imports, runs=self._services.import_runs)

    def help(self) -> HelpPage:
        """Return the help."""
        return HelpPage(desk=self._desk)

    def phone_dialog(self, parent: QWidget) -> PhoneDialog:
        """Return the form of a telephone case."""
        return PhoneDialog(desk=self._desk, cases=self._services.cases, parent=parent)

    def protocol_dialog(self, detail: CaseDetail, parent: QWidget) -> ProtocolDialog:
        """Return the large protocol of a case just opened."""
        return ProtocolDialog(desk=self._desk, detail=detail, parent=parent)

    def settings_pages(self, *, sidebar: str) -> list[PageSpec]:
        """Return the pages of the settings, in their order."""
        return [
            PageSpec("look", _tr("Aparência"), self._look, icon="sun", sidebar=sidebar),
            PageSpec("keys", _tr("Teclas"), self._keys, icon="keyboard", sidebar=sidebar),
            PageSpec("rules", _tr("Regras de entrada"), self._rules, icon="filter", sidebar=sidebar),
            PageSpec("people", _tr("Equipe"), self._people, icon="users-group", sidebar=sidebar),
            PageSpec("database", _tr("Banco de dados"), self._database, icon="database", sidebar=sidebar),
        ]

    def _rules(self) -> RulesPage:
        page = RulesPage(desk=self._desk, rules=self._services.rules)
        page.show_rule_requested.connect(self._on_rule)
        return page

    def _people(self) -> PeoplePage:
        return PeoplePage(desk=self._desk, people=self._services.people)

    def _database(self) -> DatabasePage:
        database = self._services.database
        page = DatabasePage(
            desk=self._desk,
            database=database,
            place=Place(self._location.describe(), is_read_only=database.is_read_only),
            open_place=self._open_place,
        )
        page.place_opened.connect(self._on_place_opened)
        return page

    def _look(self) -> AppearancePage:
        return AppearancePage(theme=self._desk.theme, preferences=self._desk.preferences)

    def _keys(self) -> KeysPage:
        return KeysPage(theme=self._desk.theme, actions=self._desk.actions, preferences=self._desk.preferences)
