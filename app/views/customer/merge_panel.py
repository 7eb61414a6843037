"""A person who knows that two customers are one finds the other by a few letters; nothing is united by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.customer.customer_texts import name_text
from app.views.support.labels import label
from app.views.support.type_ahead import Option, TypeAhead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.models.domain.customer_card import CustomerCard, CustomerRow
    from app.views.support.desk import Desk


class MergePanel(QFrame):
    """A field that finds the other customer; ``chosen`` carries its id."""

    chosen = Signal(int)

    def __init__(
        self, *, desk: Desk, find: Callable[[str], Sequence[CustomerRow]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._find = find
        self._customer_id = 0
        self.setProperty("note", "accent")
        self._title = label("", "strong", wrap=True)
        self.field = TypeAhead(
            theme=desk.theme,
            name=self.tr("O outro cadastro"),
            placeholder=self.tr("Nome, perfil, e-mail, telefone, CPF ou protocolo"),
            ask=self._on_asked,
        )
        self.field.options.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.field.chosen.connect(self._on_chosen)
        self.field.left.connect(self.hide)
        cancel = QPushButton(self.tr("Cancelar"))
        cancel.clicked.connect(self.hide)
        self.field.edit.setMinimumWidth(0)
        foot = QHBoxLayout()
        desk.theme.space(foot, spacing=2)
        foot.addStretch(1)
        foot.addWidget(cancel)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, margins=(3, 2, 3, 2), spacing=2)
        layout.addWidget(self._title)
        layout.addWidget(self.field)
        layout.addWidget(
            label(self.tr("Perfis e atendimentos do outro passam para este. Dá para desfazer."), "small", wrap=True)
        )
        layout.addLayout(foot)
        self.hide()

    def open_for(self, card: CustomerCard) -> None:
        """Ask who else is this customer."""
        self._customer_id = card.id
        self._title.setText(self.tr("Quem mais é {name}?").format(name=name_text(card.name)))
        self.field.reset()
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_asked(self, typed: str) -> None:
        if not typed.strip():
            self.field.show_options([])
            return
        find = self._find
        self._desk.calls.run(self, "find", lambda: find(typed), self._on_found)

    def _on_found(self, rows: Sequence[CustomerRow]) -> None:
        self.field.show_options(
            [
                Option(row.id, " · ".join(part for part in (name_text(row.name), row.handles) if part))
                for row in rows
                if row.id != self._customer_id
            ]
        )

    def _on_chosen(self, customer_id: int) -> None:
        self.hide()
        self.chosen.emit(customer_id)
