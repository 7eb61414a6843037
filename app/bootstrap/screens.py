"""Puts the window and its screens together, and connects what one says to what another does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.channel_pages import ChannelPages
from app.bootstrap.crisis_pages import CrisisPages
from app.bootstrap.makers import Makers
from app.bootstrap.navigation import CUSTOMER, HELP, INBOX, INTAKE, REPORTS, settings_items, work_items
from app.bootstrap.planning_pages import PlanningPages
from app.bootstrap.search_pages import SearchPages, Ways
from app.bootstrap.services import Services
from app.bootstrap.settings_search import SettingsSearch
from app.models.domain.case_detail import CaseDetail
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView, SavedView, ViewCount
from app.services.database_location import LocalFile, Location
from app.views.case.window import CaseWindows
from app.views.inbox.navigation import first_view, item_id, sidebar_counts, sidebar_items, target_of
from app.views.inbox.page import InboxPage
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.shell.status_strip import Health
from app.views.support.actions import ActionSpec
from app.views.support.desk import Desk
from app.views.support.error_texts import ERROR_TEXTS
from app.views.support.texts import time_text

if TYPE_CHECKING:
    from app.views.customer.page import CustomerPage
    from app.views.intake.page import IntakePage

_MAIN, _SETTINGS = "main", "settings"


def _tr(text: str) -> str:
    return QCoreApplication.translate("screens", text)


class Screens(QObject):
    """The window and its screens."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        location: Location,
        open_place: Callable[[str, str], object],
        on_place_opened: Callable[[object], object],
    ) -> None:
        super().__init__()
        self._desk, self._services, self._location = desk, services, location
        self._counts: tuple[ViewCount, ...] = ()
        self._saved: tuple[SavedView, ...] = ()
        self._makers = Makers(
            desk=desk,
            services=services,
            location=location,
            open_place=open_place,
            on_place_opened=on_place_opened,
            on_rule=lambda rule, name: self._list(InboxFilter(intake_rule_id=rule), name),
            on_query=self.open_query,
        )
        self.crisis_pages = CrisisPages(
            desk=desk,
            services=services,
            window=lambda: self.window,
            inbox=self._inbox,
            pane=lambda: self._makers.main_pane,
            open_case=self.open_case,
            open_mention=self.open_mention,
            parent=self,
        )
        self.channel_pages = ChannelPages(
            desk=desk, services=services, window=lambda: self.window, open_case=self.open_case, parent=self
        )
        ways = Ways(self.open_case, self.open_mention, self.open_customer, self.open_query)
        self.searches = SearchPages(desk=desk, services=services, window=lambda: self.window, ways=ways, parent=self)
        self.plans = PlanningPages(desk=desk, services=services, window=lambda: self.window, ways=ways, parent=self)
        self.windows = CaseWindows(desk=desk, make_pane=self._makers.case_pane, parent=self)
        self.window = MainWindow(
            theme=desk.theme,
            actions=desk.actions,
            preferences=desk.preferences,
            calls=desk.calls,
            jobs=desk.jobs,
            pages=self._pages(),
        )
        self.searches.start(elsewhere=_SETTINGS)
        self.settings_search = SettingsSearch(
            open_page=self.window.show_page, is_page=lambda page_id: page_id in self.window.stack.ids
        )
        self.crisis = self.crisis_pages.make_alert(
            open_view=lambda: self.window.show_page(INBOX, item_id(InboxView.CRISIS))
        )
        self._connect()
        self.plans.start()

    @property
    def desk(self) -> Desk:
        """What all screens share."""
        return self._desk

    def start(self, *, warning: str) -> None:
        """Show the inbox, then the page of the last time; say what was wrong with the settings, if anything."""
        last = self._desk.preferences.current.last_page
        self.window.set_person(self._desk.actor.name)
        self.show_database_state(is_up=True, since=self._desk.clock.now())
        self._show_navigation()
        self.crisis.refresh()
        self.channel_pages.start()
        self.window.set_sidebar(settings_items(self._makers.settings_pages(sidebar=_SETTINGS)), name=_SETTINGS)
        self._inbox()
        first = item_id(first_view(self._desk.actor))
        self.window.show_page(INBOX, first)
        self._desk.preferences.change(last_page=last or f"{INBOX} {first}")
        self.window.show_last_page()
        # Keys work on the list at once; in the search field they would be text.
        self._inbox().panel.view.setFocus()
        if warning:
            self._desk.say(QCoreApplication.translate("errors", ERROR_TEXTS[warning]))

    def show_database_state(self, *, is_up: bool, since: datetime) -> None:
        """Say in the status line where the data is and whether it answers."""
        place = _tr("Banco neste computador") if isinstance(self._location, LocalFile) else _tr("Banco da equipe")
        if is_up:
            self.window.set_database(Health(_tr("{place} · conectado").format(place=place), "ok"))
        else:
            text = _tr("{place} sem resposta desde {time}. O que você digita fica guardado aqui.")
            self.window.set_database(Health(text.format(place=place, time=time_text(since)), "bad"))

    def reload_all(self) -> None:
        """Load everything shown anew: the feed has lost track."""
        for page in (self.window.page(INBOX), self.window.page(CUSTOMER)):
            if page is not None:
                cast("InboxPage | CustomerPage", page).reload()
        self.crisis.refresh()

    def flush(self) -> None:
        """Keep what is being typed; at the end of the program."""
        self._makers.flush()
        self.windows.flush()
        self.windows.close_all()

    def open_case(self, case_id: int) -> None:
        """Show a case in the inbox page."""
        page = self._inbox()
        self.window.show_page(INBOX)
        page.open_case(case_id)

    def open_customer(self, customer_id: int) -> None:
        """Show a customer."""
        cast("CustomerPage", self.window.show_page(CUSTOMER)).show_customer(customer_id)

    def open_mention(self, mention_id: int) -> None:
        """Show a mention in the inbox page."""
        page = self._inbox()
        self.window.show_page(INBOX)
        page.open_mention(mention_id)

    def open_query(self, query: InboxQuery, title: str) -> None:
        """List what a chart or a search names."""
        page = self._inbox()
        self.window.show_page(INBOX, item_id(query.view))
        page.show_query(query, title)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_case(self) -> None:
        """Ask for a telephone case, give it its protocol and lead to it."""
        dialog = self._makers.phone_dialog(self.window)
        dialog.opened.connect(self._on_phone_case_opened)
        dialog.open()

    def choose_import(self) -> None:
        """Open the import page and ask for a file."""
        cast("IntakePage", self.window.show_page(INTAKE)).choose_file()

    def _inbox(self) -> InboxPage:
        return cast("InboxPage", self.window.page(INBOX) or self.window.show_page(INBOX))

    def _pages(self) -> list[PageSpec]:
        make = self._makers
        return [
            PageSpec(INBOX, _tr("Entrada"), self._make_inbox, icon="inbox", on_item=self._on_inbox_item),
            PageSpec(CUSTOMER, _tr("Clientes"), self._make_customer, icon="users"),
            PageSpec(REPORTS, _tr("Relatórios"), self._make_reports, icon="chart-bar"),
            PageSpec(INTAKE, _tr("Importar"), self._make_intake, icon="file-import"),
            PageSpec(HELP, _tr("Ajuda"), make.help, icon="help"),
            *self.crisis_pages.specs(),
            self.channel_pages.spec(),
            self.searches.spec(),
            *self.plans.specs(),
            *make.settings_pages(sidebar=_SETTINGS),
        ]

    def _show_navigation(self) -> None:
        lines = [SidebarItem(**asdict(each)) for each in sidebar_items(self._counts, self._saved, self._desk.actor)]
        self.window.set_sidebar(
            [*lines, *work_items(self.crisis_pages, self.channel_pages, self.searches, self.plans)],
            name=_MAIN,
        )

    def _make_inbox(self) -> QWidget:
        page = self._makers.inbox()
        page.counts_changed.connect(self._on_counts_changed)
        page.saved_views_changed.connect(self._on_saved_views_changed)
        page.import_requested.connect(self.choose_import)
        page.customer_requested.connect(self.open_customer)
        page.export_requested.connect(self._makers.export_list)
        pane = self._makers.main_pane
        pane.open_case_requested.connect(self.open_case)
        pane.customer_requested.connect(self.open_customer)
        pane.window_requested.connect(self.windows.open)
        return page

    def _make_customer(self) -> QWidget:
        page = self._makers.customer()
        page.open_case_requested.connect(self.open_case)
        page.open_mention_requested.connect(self.open_mention)
        return page

    def _make_reports(self) -> QWidget:
        page = self._makers.reports()
        page.drill_requested.connect(self.open_query)
        page.import_requested.connect(self.choose_import)
        return page

    def _make_intake(self) -> QWidget:
        page = self._makers.intake()
        page.show_run_requested.connect(lambda run, name: self._list(InboxFilter(intake_run_id=run), name))
        return page

    def _connect(self) -> None:
        undo, actions, toasts = self._desk.undo, self._desk.actions, self.window.toasts
        undo.offered.connect(lambda text, way: toasts.show_undo(text, lambda: undo.take_back(way), within=way.within))
        undo.reverted.connect(lambda _: self._desk.say(_tr("Desfeito")))
        undo.emptied.connect(lambda: self._desk.say(_tr("Nada para desfazer")))
        general = _tr("Geral")
        undo_spec = ActionSpec("edit.undo", _tr("Desfazer"), ("Z", "Ctrl+Z"), icon="arrow-back-up", group=general)
        actions.add(undo_spec, self.window, undo.undo)
        new_spec = ActionSpec("case.new", _tr("Novo atendimento por telefone"), ("Ctrl+N",), "phone", group=general)
        actions.add(new_spec, self.window, self.new_case)
        self.window.search_submitted.connect(self._on_search_submitted)
        self.window.page_changed.connect(self._on_page_changed)
        self.window.add_palette_provider(self.searches.box.entries)
        self.window.add_palette_provider(self.settings_search.entries)
        self.windows.open_case_requested.connect(self.open_case)
        self.windows.customer_requested.connect(self.open_customer)

    def _on_page_changed(self, page_id: str) -> None:
        is_setting = self.window.stack.spec(page_id).sidebar == _SETTINGS
        self.window.top_bar.search.edit.setPlaceholderText(
            _tr("Procurar uma configuração…") if is_setting else _tr("Buscar protocolo, cliente, texto…")
        )

    def _on_search_submitted(self, text: str) -> None:
        if not (self.searches.is_elsewhere and self.settings_search.open_best(text)):
            self.searches.box.submit(text)

    def _on_inbox_item(self, page: QWidget, line_id: str) -> None:
        target = target_of(line_id)
        inbox = cast("InboxPage", page)
        if isinstance(target, InboxView):
            inbox.show_view(target)
        elif target is not None:
            inbox.show_saved(target)

    def _on_counts_changed(self, counts: tuple[ViewCount, ...]) -> None:
        self._counts = counts
        crisis = next((each.count.n for each in counts if each.view is InboxView.CRISIS), 0)
        self.window.set_counts(dict(sidebar_counts(counts)), alerts={item_id(InboxView.CRISIS): crisis > 0})
        self.crisis.show(crisis)

    def _on_saved_views_changed(self, saved: tuple[SavedView, ...]) -> None:
        if saved != self._saved:
            self._saved = saved
            self._show_navigation()

    def _list(self, shown: InboxFilter, name: str) -> None:
        self.open_query(InboxQuery(InboxView.ALL_MENTIONS, shown), name)

    def _on_phone_case_opened(self, detail: CaseDetail) -> None:
        dialog = self._makers.protocol_dialog(detail, self.window)
        dialog.open_case_requested.connect(self.open_case)
        dialog.open()
