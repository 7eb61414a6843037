"""Everything on one customer side by side: who it is, which handles, and all cases and mentions by time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.views.customer.customer_texts import name_text, summary_text
from app.views.customer.data_panel import DataPanel
from app.views.customer.keyed import keep_tip
from app.views.customer.links_panel import HandlesPanel, SuggestionsPanel
from app.views.customer.merge_panel import MergePanel
from app.views.customer.trail_panel import TrailPanel
from app.views.support.chips import Chip
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import ElidedLabel, label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.models.domain.customer_card import CustomerCard, CustomerRow, TrailEntry
    from app.views.support.desk import Desk

_SIDE: Final = 320
_LEAST: Final = 300
_BOTH: Final = 700
"""Narrower than this (at 100 %), the trail goes below the data."""


class CardPanel(QWidget):
    """The card; ``data``, ``handles``, ``suggestions``, ``merging`` and ``trail`` tell what a person does in them."""

    def __init__(
        self, *, desk: Desk, find: Callable[[str], Sequence[CustomerRow]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = desk.theme
        self.data = DataPanel(desk=desk)
        self.handles = HandlesPanel(desk=desk)
        self.suggestions = SuggestionsPanel(desk=desk)
        self.merging = MergePanel(desk=desk, find=find)
        self.trail = TrailPanel(desk=desk)
        self.vip_button = QPushButton()
        self.vip_button.setIcon(desk.theme.icon("star", "warn"))
        tip = self.tr("Clientes VIP têm prazos próprios e aparecem com estrela")
        keep_tip(self.vip_button, desk.actions, "customer.vip", tip)
        self.empty = EmptyState(theme=desk.theme)
        self._name = ElidedLabel(role="page")
        self._vip = Chip(self.tr("VIP"), theme=desk.theme, tone="warn", icon="star")
        self._summary = label("", "small", wrap=True)
        self._notice = label("", "small", wrap=True)
        self._stack = QStackedWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = self._make_side()
        self._build()
        desk.theme.changed.connect(self._arrange)
        self.show_empty()

    def show_empty(self) -> None:
        """Show that no customer was chosen."""
        text = self.tr("Escolha um cliente na lista ou busque pelo nome, CPF, telefone, e-mail ou protocolo.")
        self.empty.show_state(EmptyKind.EMPTY, text, button=self.tr("Buscar cliente"))
        self._stack.setCurrentWidget(self.empty)

    def show_loading(self) -> None:
        """Show that a customer is being read."""
        self.empty.show_state(EmptyKind.LOADING)
        self._stack.setCurrentWidget(self.empty)

    def show_card(self, card: CustomerCard, *, may_edit: bool) -> None:
        """Show a customer, keeping whatever is being typed on the same one."""
        self._name.setText(name_text(card.name))
        self._vip.setVisible(card.is_vip)
        self._summary.setText(summary_text(card))
        self._show_vip_button(is_vip=card.is_vip, may_edit=may_edit)
        self.data.show_card(card, may_edit=may_edit)
        self.handles.show_card(card, may_edit=may_edit)
        self.suggestions.show_card(card, may_edit=may_edit)
        self._stack.setCurrentIndex(0)
        self._arrange()

    def show_trail(self, card: CustomerCard, more: Callable[[int | None], tuple[TrailEntry, ...]]) -> None:
        """Show the trail of a customer that was just opened."""
        self.trail.show_trail(card.trail, more)

    def say(self, text: str) -> None:
        """Show a line under the name; nothing hides it."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    @property
    def notice(self) -> str:
        """The line under the name."""
        return self._notice.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the trail beside the data or, where the pane is narrow, below them."""
        super().resizeEvent(event)
        self._arrange()

    def _show_vip_button(self, *, is_vip: bool, may_edit: bool) -> None:
        self.vip_button.setVisible(may_edit)
        self.vip_button.setText(self.tr("Tirar VIP") if is_vip else self.tr("Marcar VIP"))

    def _arrange(self) -> None:
        self.setMinimumWidth(self._theme.metrics.px(_LEAST))
        wide = self.width() >= self._theme.metrics.px(_BOTH)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        side = self._theme.metrics.px(_SIDE)
        self._side.setMinimumWidth(side if wide else 0)
        self._side.setMaximumWidth(side if wide else 16_777_215)
        self._columns.setStretch(0, 1)
        self._columns.setStretch(1, 0 if wide else 1)

    def _make_side(self) -> QScrollArea:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        self._theme.space(layout, spacing=3)
        for panel in (self.suggestions, self.merging, self.data, self.handles):
            layout.addWidget(panel)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Cadastro, perfis e uniões"))
        area.setWidget(inside)
        return area

    def _build(self) -> None:
        first = QHBoxLayout()
        self._theme.space(first, spacing=2)
        first.addWidget(self._name, 1)
        first.addWidget(self._vip)
        first.addWidget(self.vip_button)
        set_property(self._notice, "tone", "warn")
        self._notice.hide()
        self._theme.space(self._columns, spacing=3)
        self._columns.addWidget(self.trail)
        self._columns.addWidget(self._side)
        page = QWidget()
        layout = QVBoxLayout(page)
        self._theme.space(layout, margins=(4, 3, 4, 3), spacing=2)
        layout.addLayout(first)
        layout.addWidget(self._summary)
        layout.addWidget(self._notice)
        layout.addLayout(self._columns, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        self._theme.space(whole, spacing=0)
        whole.addWidget(self._stack)
