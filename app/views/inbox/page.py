"""The inbox: the list at the left, what is read at the right, and what each tells the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.domain.inbox import InboxQuery, InboxView, RowKind, SavedView, Sort, ViewCount, sort_of
from app.views.inbox.case_bulk import CaseBulk
from app.views.inbox.file_saving import FileSaving
from app.views.inbox.filter_desk import FilterDesk
from app.views.inbox.halves import InboxHalves
from app.views.inbox.inbox_actions import inbox_actions
from app.views.inbox.list_flow import ListFlow
from app.views.inbox.list_panel import InboxListPanel
from app.views.inbox.live_updates import Badges, LiveUpdates
from app.views.inbox.marks import Marks
from app.views.inbox.navigation import first_sort, first_view, view_name
from app.views.inbox.reading_pane import ReadingPane
from app.views.inbox.triage_acts import TriageActs
from app.views.inbox.triage_keys import TriageKeys
from app.views.support.source_dialog import show_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.attachments import AttachmentService
    from app.services.cases import CaseService
    from app.services.filter_choices import FilterChoices, FilterChoiceService
    from app.services.inbox import InboxService
    from app.services.mention_source import MentionSourceService
    from app.services.saved_views import SavedViewService
    from app.services.triage import TriageService
    from app.views.inbox.marks import RowKey
    from app.views.support.desk import Desk

LAYOUT: Final = "inbox"
_LIST_WIDTH: Final = 390
_SORT: Final = "inbox-sort-"


class InboxPage(QWidget):
    """Wires list, reading pane, triage and live news together; ``case_pane`` is a widget that offers ``CaseHost``."""

    counts_changed = Signal(object)
    """Carries the tuple of ``ViewCount`` for the navigation."""
    saved_views_changed = Signal(object)
    """Carries the tuple of ``SavedView`` for the navigation."""
    import_requested = Signal()
    customer_requested = Signal(object)
    export_requested = Signal(object, str)
    """Carries the ``InboxQuery`` shown and its title."""

    def __init__(
        self,
        *,
        desk: Desk,
        inbox: InboxService,
        triage: TriageService,
        saved_views: SavedViewService,
        choices: FilterChoiceService,
        case_pane: QWidget,
        attachments: AttachmentService,
        sources: MentionSourceService,
        cases: CaseService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._inbox, self._sources = desk, inbox, sources
        self._choices = choices
        self._wanted_saved: int | None = None
        self._is_stale = False
        self._has_query = False
        self._told_saved: tuple[SavedView, ...] = ()
        desk.actions.define(inbox_actions())
        self.marks = Marks(parent=self)
        self.panel = InboxListPanel(desk=desk, inbox=inbox, marks=self.marks)
        self.reading = ReadingPane(desk=desk, inbox=inbox, case_pane=case_pane)
        self.acts = TriageActs(desk=desk, triage=triage, parent=self)
        bulk = None if cases is None else CaseBulk(desk=desk, cases=cases, parent=self)
        self.live = LiveUpdates(desk=desk, parent=self)
        self.badges = Badges(desk=desk, inbox=inbox, saved_views=saved_views, parent=self)
        self.keys = TriageKeys(
            desk=desk,
            inbox=inbox,
            triage=triage,
            acts=self.acts,
            bulk=bulk,
            marks=self.marks,
            panel=self.panel,
            reading=self.reading,
            page=self,
        )
        self.flow = ListFlow(
            desk=desk, inbox=inbox, marks=self.marks, panel=self.panel, reading=self.reading, parent=self
        )
        self.files = FileSaving(desk=desk, attachments=attachments, window=self)
        self._filter_desk = FilterDesk(
            desk=desk, inbox=inbox, saved_views=saved_views, panel=self.panel, badges=self.badges, parent=self
        )
        self._lay_out()
        self._bind()
        self._connect()
        if bulk is not None:
            bulk.done.connect(self.marks.clear)
        self._read_choices()
        self.badges.read()

    # What the application calls

    def show_view(self, view: InboxView) -> None:
        """Show a built-in view."""
        kept = self._desk.preferences.current.layouts.get(f"{_SORT}{view.value}", "")
        sort = Sort(kept) if kept in {each.value for each in Sort} else first_sort(view)
        self.show_query(InboxQuery(view, sort=sort_of(view, sort)), view_name(view))

    def show_saved(self, saved_view_id: int) -> None:
        """Show a saved filter, as soon as it is known."""
        saved = next((each for each in self.badges.saved if each.id == saved_view_id), None)
        if saved is None:
            self._wanted_saved = saved_view_id
            self.badges.read()
        else:
            self.show_query(saved.query, saved.name)

    def show_query(self, query: InboxQuery, title: str) -> None:
        """Show what a query finds under a title; charts and search lead here."""
        self._wanted_saved = None
        self._has_query = True
        self.keys.leave_bar()
        self.panel.show_query(query, title)
        self.reading.show_nothing()
        self._filter_desk.count()

    def open_case(self, case_id: int) -> None:
        """Show a case, wherever the list stands."""
        self.flow.open((RowKind.CASE, case_id))

    def open_mention(self, mention_id: int) -> None:
        """Show a mention, wherever the list stands."""
        self.flow.open((RowKind.MENTION, mention_id))

    def focus_search(self) -> None:
        """Go to the search field of the list."""
        self.panel.focus_search()

    def reload(self) -> None:
        """Read everything again, as after the database was away."""
        self.panel.refresh()
        self.badges.read()
        self._read_choices()

    def next_case(self) -> None:
        """Open the case to work on next; the one shown is passed over."""
        key = self.reading.key
        after = key[1] if key is not None and key[0] is RowKind.CASE else None
        inbox, actor = self._inbox, self._desk.actor
        self._desk.calls.run(self, "next", lambda: inbox.next_case(actor, after), self._on_next_found)

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while other pages were shown."""
        super().showEvent(event)
        if not self._has_query:
            self.show_view(first_view(self._desk.actor))
        elif self._is_stale:
            self._is_stale = False
            self.panel.refresh()
            self._filter_desk.count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the width of the list."""
        super().hideEvent(event)
        self._desk.preferences.keep_layout(LAYOUT, self._splitter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list from a case, when the case itself has no use for the key."""
        pressed = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(event.key())))
        if any(pressed == QKeySequence(key) for key in self._desk.actions.keys("inbox.back")):
            self._back()
        else:
            super().keyPressEvent(event)

    # Inside

    def _lay_out(self) -> None:
        right = QWidget()
        stack = QVBoxLayout(right)
        self._desk.theme.space(stack, spacing=0)
        stack.addWidget(self.keys.choice_bar)
        stack.addWidget(self.keys.finder_bar)
        stack.addWidget(self.reading, 1)
        self._splitter = InboxHalves(theme=self._desk.theme, list_side=self.panel, reading_side=right)
        layout = QHBoxLayout(self)
        self._desk.theme.space(layout, spacing=0)
        layout.addWidget(self._splitter)
        if not self._desk.preferences.restore_layout(LAYOUT, self._splitter):
            width = self._desk.theme.metrics.px(_LIST_WIDTH)
            self._splitter.setSizes([width, width * 2])
        self.setFocusProxy(self.panel)

    def _bind(self) -> None:
        view = self.panel.view
        handlers: dict[str, Callable[[], object]] = {
            "inbox.next": lambda: self.flow.step(1),
            "inbox.previous": lambda: self.flow.step(-1),
            "inbox.mark": view.toggle_mark,
            "inbox.mark_next": lambda: view.step(1, marking=True),
            "inbox.mark_previous": lambda: view.step(-1, marking=True),
            "inbox.next_case": self.next_case,
            "inbox.search": self.focus_search,
            "inbox.filters": self.panel.toggle_filters,
            "inbox.clear_filters": self.panel.clear_filters,
            "inbox.save_filter": self.panel.ask_name,
            "inbox.reload": self.panel.show_news,
            "inbox.export": lambda: self.export_requested.emit(self.panel.query, self.panel.header.title.text()),
        }
        for action_id, handler in handlers.items():
            self._desk.actions.bind(action_id, self, handler)
        # These keys mean something else in a case, so they are the list's own.
        self._desk.actions.bind("inbox.open", view, self.flow.enter, within=True)
        self._desk.actions.bind("inbox.mark_all", self.panel, self.flow.mark_all, within=True)
        for pane in (self.panel, self.reading.preview):
            self._desk.actions.bind("inbox.back", pane, self._back, within=True)

    def _connect(self) -> None:
        panel, acts, host = self.panel, self.acts, self.reading.host
        panel.header.sort_chosen.connect(self._keep_sort)
        panel.import_requested.connect(self.import_requested)
        self.keys.asked_and_left.connect(self.flow.focus_list)
        self.reading.next_requested.connect(self.next_case)
        self.reading.preview.open_case_requested.connect(self.open_case)
        self.reading.preview.save_requested.connect(self.files.ask)
        self.reading.preview.source_requested.connect(
            lambda mention_id: show_source(desk=self._desk, sources=self._sources, mention_id=mention_id, window=self)
        )
        self.live.arrived.connect(self._on_news)
        self.live.choices_changed.connect(self._read_choices)
        self.badges.changed.connect(self._on_badges_read)
        acts.sent.connect(self.flow.let_go)
        acts.failed.connect(panel.refresh)
        acts.case_opened.connect(self.open_case)
        self._desk.undo.reverted.connect(self._on_reverted)
        host.open_case_requested.connect(self.open_case)
        host.customer_requested.connect(self.customer_requested)
        host.closed_case.connect(self.flow.go_on_after)

    def _keep_sort(self, sort: Sort) -> None:
        preferences, name = self._desk.preferences, f"{_SORT}{self.panel.query.view.value}"
        preferences.change(layouts={**preferences.current.layouts, name: sort.value})

    def _back(self) -> None:
        if not self.keys.leave_bar():
            self.flow.back()

    def _read_choices(self) -> None:
        self._desk.calls.run(self, "choices", self._choices.choices, self._on_choices_read)

    def _on_choices_read(self, choices: FilterChoices) -> None:
        self.panel.set_choices(choices)
        self.keys.set_people(choices.people)

    def _on_badges_read(self, counts: tuple[ViewCount, ...], saved: tuple[SavedView, ...]) -> None:
        self.counts_changed.emit(counts)
        if saved != self._told_saved:
            self._told_saved = saved
            self.saved_views_changed.emit(saved)
        if self._wanted_saved is not None and any(each.id == self._wanted_saved for each in saved):
            self.show_saved(self._wanted_saved)
        elif self.isVisible():
            self._filter_desk.count()

    def _on_news(self, keys: frozenset[RowKey], is_many: bool) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self.flow.take_in(keys, is_many=is_many)

    def _on_next_found(self, case_id: int | None) -> None:
        if case_id is None:
            self._desk.say(self.tr("Nenhum caso esperando. Bom trabalho."))
        else:
            self.open_case(case_id)
            self.reading.focus_inside()

    def _on_reverted(self, _done: object) -> None:
        if self.isVisible():
            self.panel.refresh()
        else:
            self._is_stale = True
