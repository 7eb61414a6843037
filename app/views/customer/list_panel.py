"""The customers by name, or those that a few letters find, in a list that never reads a database while it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.customer_card import CustomerRow
from app.views.customer.customer_texts import name_text, row_spoken
from app.views.customer.row_delegate import CustomerDelegate
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.fields import SearchField
from app.views.support.item_model import Page, PagedModel
from app.views.support.labels import label
from app.views.support.row_model import Column
from app.views.support.tables import dress_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.domain.inbox import Cursor
    from app.views.support.desk import Desk

_LEAST: Final = 160


class CustomerListView(QListView):
    """A list whose letters are keys of the page, not a search by first letter."""

    moved = Signal(int)
    """A person went to another customer; carries the id. Rows that come and go do not emit it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_patched = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell who listens when a person went to another row."""
        super().currentChanged(current, previous)
        model = self.model()
        if isinstance(model, PagedModel) and current.isValid() and not self.is_patched:
            self.moved.emit(model.ids[current.row()])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come here without moving: Qt would go to the first row when there is no current one."""
        had_none = not self.currentIndex().isValid()
        before, self.is_patched = self.is_patched, True
        super().focusInEvent(event)
        if had_none:
            self.selectionModel().clear()
        self.is_patched = before

    def keyboardSearch(self, search: str) -> None:
        """Find nothing by first letters."""


class CustomerListPanel(QFrame):
    """Search box, list, and what is shown when there is nothing to list."""

    moved = Signal(int)
    searched = Signal(str)

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, self._actions = desk.theme, desk.actions
        self.setProperty("pane", "yes")
        self.setProperty("ground", "surface")
        self.setAccessibleName(self.tr("Lista de clientes"))
        self.search = SearchField(
            theme=theme,
            placeholder=self.tr("Nome, perfil, e-mail, telefone, CPF ou protocolo"),
            name=self.tr("Buscar cliente"),
            key_hint=desk.actions.key_text("customer.search"),
        )
        self.search.edit.setToolTip(self.tr("Busca por nome, perfil, e-mail, telefone, CPF, CNPJ ou protocolo"))
        column: Column[CustomerRow] = Column("name", self.tr("Cliente"), lambda row: name_text(row.name))
        spoken: Column[CustomerRow] = Column(
            column.id, column.title, column.text, tooltip=row_spoken, spoken=row_spoken
        )
        self.model: PagedModel[CustomerRow] = PagedModel(
            columns=[spoken], key=lambda row: row.id, calls=desk.calls, parent=self
        )
        self.view = CustomerListView()
        dress_list(self.view, theme=theme, name=self.tr("Clientes"))
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(CustomerDelegate(theme=theme, clock=desk.clock, parent=self.view))
        self.view.setModel(self.model)
        self.empty = EmptyState(theme=theme)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        self._build(desk)
        self._connect()
        self.setMinimumWidth(theme.metrics.px(_LEAST))
        theme.changed.connect(lambda: self.setMinimumWidth(theme.metrics.px(_LEAST)))

    @property
    def current_id(self) -> int:
        """Id of the customer the person is at; 0 for none."""
        place = self.view.currentIndex().row()
        return self.model.ids[place] if 0 <= place < len(self.model.ids) else 0

    def load(self, fetch: Callable[[Cursor | None], Page[CustomerRow]]) -> None:
        """Fetch the list anew with ``fetch``."""
        self.empty.show_state(EmptyKind.LOADING)
        self.model.load(fetch)

    def step(self, count: int) -> None:
        """Go ``count`` rows on or back."""
        last = self.model.rowCount() - 1
        place = self.view.currentIndex().row()
        if last >= 0:
            self.view.setCurrentIndex(self.model.index(max(0, min(last, place + count)) if place >= 0 else 0, 0))

    def show_as_current(self, customer_id: int) -> None:
        """Put the cursor on a customer that is shown beside already; nobody is told."""
        self.view.is_patched = True
        index = self.model.index_of(customer_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        self.view.is_patched = False

    def focus_search(self) -> None:
        """Let the person type."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _build(self, desk: Desk) -> None:
        top = QVBoxLayout()
        desk.theme.space(top, margins=(3, 2, 3, 2), spacing=2)
        top.addWidget(label(self.tr("Clientes"), "title"))
        top.addWidget(self.search)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=0)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.submitted.connect(lambda _text: self.view.setFocus(Qt.FocusReason.TabFocusReason))
        self.empty.requested.connect(self.search.clear)
        self._actions.changed.connect(lambda: self.search.set_key_hint(self._actions.key_text("customer.search")))
        self.view.moved.connect(self.moved)
        self.model.loading_changed.connect(lambda _loading: self._show_state())
        self.model.modelReset.connect(self._show_state)
        for started in (self.model.rowsAboutToBeRemoved, self.model.modelAboutToBeReset):
            started.connect(self._on_patch_started)
        for ended in (self.model.rowsRemoved, self.model.modelReset):
            ended.connect(self._on_patch_ended)

    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.view if self.model.rowCount() else self.empty)
        if self.model.rowCount():
            return
        if self.model.is_loading:
            self.empty.show_state(EmptyKind.LOADING)
        elif self.search.text:
            text = self.tr("Ninguém encontrado com “{typed}”. Tente parte do nome, o e-mail ou o CPF inteiro.")
            self.empty.show_state(
                EmptyKind.FILTERED, text.format(typed=self.search.text), button=self.tr("Limpar busca")
            )
        else:
            self.empty.show_state(
                EmptyKind.EMPTY, self.tr("Nenhum cliente ainda. Cada pessoa entra aqui no primeiro atendimento.")
            )

    def _on_patch_started(self) -> None:
        self.view.is_patched = True

    def _on_patch_ended(self) -> None:
        self.view.is_patched = False
