"""The list zone: header, filters, what is new, what is marked, the rows themselves or why there are none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.inbox import VIEW_KINDS, VIEW_SORTS, Count, InboxFilter, InboxQuery, InboxView, RowKind, Sort
from app.models.domain.people import Right
from app.services.filter_choices import FilterChoices
from app.views.inbox.inbox_actions import CASE_ACTIONS, TRIAGE_ACTIONS
from app.views.inbox.list_header import ListHeader
from app.views.inbox.list_model import InboxModel
from app.views.inbox.list_view import InboxListView
from app.views.inbox.marks import Marks, RowKey
from app.views.inbox.marks_bar import MarksBar
from app.views.inbox.navigation import empty_text
from app.views.inbox.news_pill import NewsPill
from app.views.inbox.save_bar import SaveBar
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.inbox_filter.filter_chips import FilterChips
from app.views.support.inbox_filter.filter_panel import FilterPanel
from app.views.support.inbox_filter.filter_texts import conditions

if TYPE_CHECKING:
    from app.services.inbox import InboxService
    from app.views.support.desk import Desk


class InboxListPanel(QWidget):
    """Shows one query at a time. A person changes its filter and order here; ``query_changed`` tells the page."""

    query_changed = Signal(object)
    """Carries the new ``InboxQuery``, already shown."""
    save_requested = Signal(str, bool)
    import_requested = Signal()

    def __init__(self, *, desk: Desk, inbox: InboxService, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._inbox, self._marks = desk, inbox, marks
        self._choices = FilterChoices()
        self._fresh: set[RowKey] = set()
        self._total: Count | None = None
        self.setProperty("pane", True)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = ListHeader(theme=desk.theme)
        self.save_bar = SaveBar(theme=desk.theme, may_share=desk.actor.may(Right.EDIT_SETTINGS))
        self.chips = FilterChips(theme=desk.theme)
        self.filters = FilterPanel(theme=desk.theme, clock=desk.clock)
        self.marks_bar = MarksBar(theme=desk.theme, actions=desk.actions)
        self.pill = NewsPill()
        self.model = InboxModel(desk=desk, inbox=inbox, marks=marks, parent=self)
        self.view = InboxListView(desk=desk, model=self.model, marks=marks)
        self.empty = EmptyState(theme=desk.theme)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=0)
        for widget in (self.header, self.save_bar, self.chips, self.filters, self.marks_bar, self.pill):
            layout.addWidget(widget)
        layout.setStretchFactor(self.filters, 3)
        layout.addWidget(self._stack, 2)
        self._connect()

    # What the page calls

    @property
    def query(self) -> InboxQuery:
        """What is shown."""
        return self.model.query

    @property
    def total(self) -> Count | None:
        """How much the query finds, None while it is not known."""
        return self._total

    def show_query(self, query: InboxQuery, title: str) -> None:
        """Show another query under a title, from its beginning."""
        self.header.show_title(title)
        self.view.setAccessibleName(title)
        self._marks.clear()
        self._load(query)

    def set_choices(self, choices: FilterChoices) -> None:
        """Offer and name these channels, areas, people and nodes."""
        self._choices = choices
        self.filters.set_choices(choices)
        self._show_conditions()

    def show_total(self, total: Count | None) -> None:
        """Show how much the query finds."""
        self._total = total
        self.header.show_count(total)
        self._show_marks()

    def refresh(self) -> None:
        """Read what is loaded again, where one stands."""
        self._forget_news()
        self.model.refresh()

    def show_news(self) -> None:
        """Show what came in since, from the top."""
        self._load(self.query)
        self._focus_list()

    def add_news(self, keys: set[RowKey], *, uncounted: bool = False) -> None:
        """Say that there is more than is loaded, without moving what is read."""
        self._fresh |= keys
        if not self._fresh and not uncounted:
            return
        if self.model.rowCount() == 0 and not self.model.is_loading:
            self._load(self.query)
            return
        self.pill.tell(self._fresh, uncounted=uncounted)

    def toggle_filters(self) -> None:
        """Open or fold the filters."""
        self._open_filters(is_open=self.filters.isHidden())

    def focus_search(self) -> None:
        """Go to the search field of the list."""
        self.header.focus_search()

    def clear_filters(self) -> None:
        """Show the whole view again."""
        self.header.search.set_text("")
        self._change(InboxFilter())

    def ask_name(self) -> None:
        """Ask under which name the filter is to be kept."""
        self.save_bar.ask(", ".join(self.chips.texts)[:60])

    def fold_back(self) -> bool:
        """Close what is open above the rows, one thing at a time; tell whether there was something."""
        if self.save_bar.isVisible():
            self.save_bar.leave()
        elif self.filters.isVisible():
            self._open_filters(is_open=False)
        elif self.header.search.edit.hasFocus():
            self._focus_list()
        elif len(self._marks):
            self._marks.clear()
        else:
            return False
        return True

    # Inside

    def _connect(self) -> None:
        self.header.sort_chosen.connect(self._on_sort_chosen)
        self.header.filters_toggled.connect(lambda _on: self.toggle_filters())
        self.header.searched.connect(lambda text: self._change(replace(self.query.filter, text=text)))
        self.header.search_left.connect(self._focus_list)
        self.filters.changed.connect(self._change)
        self.filters.left.connect(lambda: self._open_filters(is_open=False))
        self.chips.changed.connect(self._change)
        self.chips.save_requested.connect(self.ask_name)
        self.save_bar.submitted.connect(self.save_requested)
        self.save_bar.left.connect(self._focus_list)
        self.marks_bar.cleared.connect(self._marks.clear)
        self.pill.clicked.connect(self.show_news)
        self.empty.requested.connect(self._on_empty_requested)
        self.model.loading_changed.connect(lambda _on: self._show_state())
        self.model.rowsRemoved.connect(lambda *_: self._show_state())
        self.model.rowsInserted.connect(lambda *_: self._show_state())
        self.model.failed.connect(self._show_state)
        self.model.fresh_found.connect(self.add_news)
        self._marks.changed.connect(self._show_marks)

    def _load(self, query: InboxQuery) -> None:
        self._forget_news()
        self.model.show(query)
        self.header.show_sorts(VIEW_SORTS[query.view], query.sort)
        self.header.show_search(query.filter.text)
        self.filters.show_filter(query.filter)
        self._show_conditions()
        self.show_total(None)
        self._show_state()

    def _change(self, wanted: InboxFilter) -> None:
        if wanted != self.query.filter:
            self._marks.clear()
            self._load(replace(self.query, filter=wanted))
            self.query_changed.emit(self.query)

    def _on_sort_chosen(self, sort: Sort) -> None:
        self._load(replace(self.query, sort=sort))
        self.query_changed.emit(self.query)

    def _open_filters(self, *, is_open: bool) -> None:
        if not is_open:
            self._focus_list()
        self.filters.setVisible(is_open)
        if is_open:
            self.filters.focus_first()
        self._show_conditions()

    def _focus_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_conditions(self) -> None:
        found = conditions(self.query.filter, self._choices)
        self.chips.show_conditions(found)
        self.header.show_filter_count(len(found), is_open=self.filters.isVisible())

    def _offer_acts(self) -> None:
        """Offer what can be done with what is marked."""
        is_back_possible = self.query.view not in {InboxView.TO_TRIAGE, InboxView.CRISIS}
        acts = [each for each in TRIAGE_ACTIONS if is_back_possible or each != "inbox.back_to_triage"]
        on_mentions = acts if self._marks.ids(RowKind.MENTION) else []
        on_cases = CASE_ACTIONS if self._marks.ids(RowKind.CASE) else ()
        self.marks_bar.offer([*on_mentions, *on_cases])

    def _show_marks(self) -> None:
        self._offer_acts()
        can_take_whole = VIEW_KINDS[self.query.view] == frozenset({RowKind.MENTION})
        self.marks_bar.show_marks(
            len(self._marks),
            self._total,
            are_mentions=RowKind.MENTION in VIEW_KINDS[self.query.view],
            is_whole=self._marks.is_whole,
            can_take_whole=can_take_whole,
        )

    def _forget_news(self) -> None:
        self._fresh.clear()
        self.pill.hide()

    def _show_state(self) -> None:
        if self.model.rowCount():
            self._switch(self.view)
            return
        if self.model.is_loading:
            # What was there stays for the few milliseconds of a page: no flicker.
            self.empty.show_state(EmptyKind.LOADING)
        elif self.model.has_failed:
            self.empty.show_state(EmptyKind.UNAVAILABLE, button=self.tr("Tentar de novo"))
        elif not self.query.filter.is_empty:
            self.empty.show_state(EmptyKind.FILTERED, button=self.tr("Limpar filtros"))
        else:
            self._show_empty()
        if not self.model.is_loading:
            self._switch(self.empty)

    def _switch(self, widget: QWidget) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._stack.isAncestorOf(focus)
        self._stack.setCurrentWidget(widget)
        if had_focus:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self) -> None:
        if self.query.view is InboxView.TO_TRIAGE:
            self.empty.show_state(
                EmptyKind.EMPTY, self.tr("Tudo triado. Bom trabalho."), button=self.tr("Importar menções")
            )
        elif self.query.view is InboxView.ALL_MENTIONS:
            self.empty.show_state(EmptyKind.EMPTY, self.tr("Nenhuma menção ainda."), button=self.tr("Importar menções"))
        else:
            self.empty.show_state(EmptyKind.EMPTY, empty_text(self.query.view))

    def _on_empty_requested(self) -> None:
        if self.empty.kind is EmptyKind.FILTERED:
            self.clear_filters()
        elif self.empty.kind is EmptyKind.UNAVAILABLE:
            self._load(self.query)
        else:
            self.import_requested.emit()
