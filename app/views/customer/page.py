"""The customers' screen: the list left, one customer right; it wires panels to services and to what others change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.models.domain.changes import Topic
from app.models.domain.customer_card import CustomerCard, CustomerRow
from app.views.customer.card_acts import CardActs
from app.views.customer.card_panel import CardPanel
from app.views.customer.customer_actions import customer_actions
from app.views.customer.list_panel import CustomerListPanel
from app.views.support.item_model import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.models.domain.changes import Changes
    from app.models.domain.inbox import Cursor
    from app.services.acts import Done
    from app.services.classification import ClassificationService
    from app.services.customer_merge import CustomerMergeService
    from app.services.customers import CustomerService
    from app.views.support.desk import Desk

_LAYOUT = "customers"
_SLOW_MS = 250


class CustomerPage(QWidget):
    """Finds, shows and edits customers; says which case or mention a person wants to see."""

    open_case_requested = Signal(object)
    """Carries the id; ids of cases and mentions are too large for Qt's own int."""
    open_mention_requested = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        customers: CustomerService,
        merges: CustomerMergeService,
        classification: ClassificationService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._customers = desk, customers
        self._classification = classification
        self._card: CustomerCard | None = None
        self._wanted = 0
        self._seen = 0
        self._is_stale = False
        self._has_trees = False
        self._is_saving = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._acts = CardActs(desk=desk, customers=customers, merges=merges, card=lambda: self._shown, parent=self)
        desk.actions.define(customer_actions())
        self.list = CustomerListPanel(desk=desk)
        self.card = CardPanel(desk=desk, find=self._find)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._bind()
        self._slow.timeout.connect(self._on_slow)
        self._connect()

    # What the application calls

    def show_customer(self, customer_id: int) -> None:
        """Open a customer; a merged one opens the one that stands for it."""
        self._wanted = customer_id
        self.list.show_as_current(customer_id)
        self._slow.start()
        self._desk.calls.run(
            self, "card", partial(self._customers.card, customer_id), self._show, failed=self._on_card_failed
        )

    def reload(self) -> None:
        """Read everything shown anew."""
        self._is_stale = False
        self._load_trees()
        self.list.load(list_of(self._customers, self.list.search.text))
        if self._card is not None:
            self._reload_card()

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """Load at the first sight, and again what changed while the page was hidden."""
        super().showEvent(event)
        if not self._has_trees:
            self.reload()
        elif self._is_stale:
            self._is_stale = False
            self.list.model.refresh()
            self._reload_card()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember how wide the list was."""
        self._desk.preferences.keep_layout(_LAYOUT, self._splitter)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the form by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.card.data.is_editing:
            self.card.data.end_edit()
            return
        super().keyPressEvent(event)

    # Reading

    def _find(self, typed: str) -> Sequence[CustomerRow]:
        return self._customers.page(typed=typed, limit=10).rows

    def _load_trees(self) -> None:
        self._has_trees = True
        self._desk.calls.run(self, "trees", self._classification.trees, self.card.data.set_trees)

    @property
    def _shown(self) -> CustomerCard | None:
        """The customer to act on: none while another one is on its way."""
        return self._card if self._card is not None and self._card.id == self._wanted else None

    def _on_slow(self) -> None:
        if self._shown is None:
            self.card.show_loading()

    def _reload_card(self) -> None:
        if self._card is not None:
            self._desk.calls.run(
                self, "card", partial(self._customers.card, self._card.id), self._show, failed=self._on_card_failed
            )

    def _on_card_failed(self, error: Exception) -> bool:
        self._slow.stop()
        if self._card is None:
            self.card.show_empty()
        else:
            self._show(self._card)
        return False

    def _show(self, card: CustomerCard) -> None:
        self._slow.stop()
        self.card.say("")
        before, self._card = self._card, card
        self._wanted = card.id
        is_same = before is not None and before.id == card.id
        if (
            is_same
            and self.card.data.is_editing
            and not self._is_saving
            and self.card.data.form.version != card.version
        ):
            self.card.data.form.show_conflict(card)
            self.card.say(self.tr("Um colega mudou este cadastro. O que você digitou continua aqui."))
        self.card.show_card(card, may_edit=self._acts.may_edit)
        self.card.trail.read_steps(partial(self._customers.next_steps, card.id), is_other=not is_same)
        if not is_same:
            self.card.merging.hide()
            self.card.show_trail(card, partial(self._customers.trail, card.id))
        elif before is None or before.trail != card.trail:
            self.card.trail.model.refresh()
        self.list.show_as_current(card.id)

    # Acting

    def _on_done(self, done: Done[CustomerCard]) -> None:
        self._seen = max(self._seen, done.changes.version)
        form = self.card.data.form
        if self._is_saving:
            self._is_saving = False
            form.set_busy(False)
            self.card.data.end_edit()
        if self._card is not None and done.value.id == self._card.id:
            self._show(done.value)
        else:
            self._reload_card()
        self._desk.undo.push(done)

    def _on_save(self) -> None:
        form = self.card.data.form
        if not self.card.data.is_editing:
            return
        if not form.is_changed:
            self.card.data.end_edit()
            return
        if self._acts.save(form.customer_id, form.edit, form.version, failed=self._on_save_failed):
            self._is_saving = True
            form.set_busy(True)

    def _on_save_failed(self, error: Exception) -> bool:
        self._is_saving = False
        self.card.data.form.set_busy(False)
        return self.card.data.form.show_error(error)

    # Hearing

    def _on_changed(self, changes: Changes) -> None:
        if Topic.TREE in changes.topics and self._has_trees:
            self._load_trees()
        if not changes.customer_ids:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        self.list.model.refresh()
        own = changes.version <= self._seen or self._acts.is_busy
        if self._card is not None and self._card.id in changes.customer_ids and not own:
            self._reload_card()

    def _on_reverted(self, done: Done[Any]) -> None:
        if self._card is not None and self._card.id in done.changes.customer_ids:
            self._seen = max(self._seen, done.changes.version)
            self._reload_card()

    # Wiring

    def _build(self) -> None:
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.card)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([self._desk.theme.metrics.px(320), self._desk.theme.metrics.px(900)])
        self._desk.preferences.restore_layout(_LAYOUT, self._splitter)
        layout = QHBoxLayout(self)
        self._desk.theme.space(layout, spacing=0)
        layout.addWidget(self._splitter)

    def _bind(self) -> None:
        card = self.card
        handlers: dict[str, Callable[[], object]] = {
            "customer.search": self.list.focus_search,
            "customer.next": lambda: self.list.step(1),
            "customer.previous": lambda: self.list.step(-1),
            "customer.edit": card.data.begin_edit,
            "customer.save": self._on_save,
            "customer.vip": self._acts.toggle_vip,
            "customer.document": card.data.toggle_document,
            "customer.profile": card.data.profile.open,
            "customer.persona": card.data.persona.open,
            "customer.same": lambda: self._first_suggestion(self._acts.unite),
            "customer.other": lambda: self._first_suggestion(self._acts.reject),
            "customer.merge": self._open_merge,
            "customer.reload": self.reload,
        }
        for action_id, handler in handlers.items():
            self._desk.actions.bind(action_id, self, handler)

    def _connect(self) -> None:
        card = self.card
        self._acts.done.connect(self._on_done)
        self._acts.outdated.connect(self._reload_card)
        self.list.moved.connect(self.show_customer)
        self.list.model.loaded.connect(lambda: self.list.show_as_current(self._wanted))
        self.list.searched.connect(lambda typed: self.list.load(list_of(self._customers, typed)))
        card.empty.requested.connect(self.list.focus_search)
        card.vip_button.clicked.connect(self._acts.toggle_vip)
        card.data.form.submitted.connect(self._on_save)
        card.data.classified.connect(self._acts.classify)
        card.handles.split.connect(self._acts.split)
        card.handles.unmerged.connect(self._acts.unmerge)
        card.handles.merge_asked.connect(self._open_merge)
        card.suggestions.same.connect(self._acts.unite)
        card.suggestions.other.connect(self._acts.reject)
        card.suggestions.opened.connect(self.show_customer)
        card.merging.chosen.connect(self._acts.unite)
        card.trail.case_opened.connect(self.open_case_requested)
        card.trail.mention_opened.connect(self.open_mention_requested)
        self._desk.changes.changed.connect(self._on_changed)
        self._desk.undo.reverted.connect(self._on_reverted)

    def _first_suggestion(self, act: Callable[[int], None]) -> None:
        if self.card.suggestions.first_id:
            act(self.card.suggestions.first_id)

    def _open_merge(self) -> None:
        if self._shown is not None and self._acts.may_edit:
            self.card.merging.open_for(self._shown)


def list_of(customers: CustomerService, typed: str) -> Callable[[Cursor | None], Page[CustomerRow]]:
    """Return the function that reads a page of the list, all or what was typed."""

    def fetch(cursor: Cursor | None) -> Page[CustomerRow]:
        page = customers.page(typed=typed, after=cursor)
        return Page(page.rows, page.next)

    return fetch
