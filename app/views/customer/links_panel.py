"""Which handles are this person, who else might be, and which merges can be taken back: always decided by a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.customer.customer_texts import link_text, links_text, name_text
from app.views.customer.keyed import keep_tip, tip_text
from app.views.support.cards import Card, line
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import exact_text, when_text

if TYPE_CHECKING:
    from app.models.domain.customer_card import CustomerCard, HandleInfo, LinkSuggestion, MergeInfo
    from app.views.support.desk import Desk


class SuggestionsPanel(QFrame):
    """Other customers who may be the same person, each with its reasons and two answers."""

    same = Signal(int)
    other = Signal(int)
    opened = Signal(int)

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[LinkSuggestion, ...] = ()
        self.setProperty("note", "info")
        self.setAccessibleName(self.tr("Pode ser a mesma pessoa"))
        self._layout = QVBoxLayout(self)
        desk.theme.space(self._layout, margins=(3, 2, 3, 2), spacing=2)
        self._layout.addWidget(label(self.tr("Pode ser a mesma pessoa"), "strong"))
        self._rows: list[QWidget] = []
        self.hide()

    def show_card(self, card: CustomerCard, *, may_edit: bool) -> None:
        """Show a customer's suggestions; nothing to suggest hides the panel."""
        self.setVisible(bool(card.suggestions))
        if card.suggestions == self._shown and self._rows:
            return
        self._shown = card.suggestions
        drop(self._rows)
        for suggestion in card.suggestions:
            self._rows.append(self._row(suggestion, may_edit=may_edit))
            self._layout.addWidget(self._rows[-1])

    @property
    def first_id(self) -> int:
        """The customer suggested first; 0 for none."""
        return self._shown[0].customer_id if self._shown else 0

    def _row(self, suggestion: LinkSuggestion, *, may_edit: bool) -> QWidget:
        name = name_text(suggestion.name)
        box = QWidget()
        who = label(name, "strong", wrap=True)
        why = label(" · ".join(part for part in (links_text(suggestion.reasons), suggestion.handles) if part), "small")
        why.setWordWrap(True)
        look = QPushButton(self.tr("Ver"))
        look.setAccessibleName(self.tr("Ver o cadastro de {name}").format(name=name))
        look.clicked.connect(partial(self.opened.emit, suggestion.customer_id))
        other = QPushButton(self.tr("Não é"))
        other.setAccessibleName(self.tr("{name} não é a mesma pessoa").format(name=name))
        other.setToolTip(self._tip(self.tr("Não é a mesma pessoa"), "customer.other", suggestion))
        other.clicked.connect(partial(self.other.emit, suggestion.customer_id))
        same = QPushButton(self.tr("É a mesma pessoa"))
        same.setProperty("kind", "primary")
        same.setAccessibleName(self.tr("{name} é a mesma pessoa").format(name=name))
        same.setToolTip(self._tip(self.tr("Unir os dois cadastros"), "customer.same", suggestion))
        same.clicked.connect(partial(self.same.emit, suggestion.customer_id))
        # They go into two lines where the letters are large.
        buttons = FlowLayout(spacing=self._desk.theme.metrics.step(2))
        for button in (look, other, same):
            buttons.addWidget(button)
            if not may_edit and button is not look:
                button.hide()
        layout = QVBoxLayout(box)
        self._desk.theme.space(layout, spacing=1)
        for widget in (who, why):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        return box

    def _tip(self, text: str, action_id: str, suggestion: LinkSuggestion) -> str:
        return tip_text(self._desk.actions, action_id, text) if suggestion is self._shown[0] else text


class HandlesPanel(Card):
    """The customer's handles, channel by channel, with why each belongs here; and the merges that can be undone."""

    split = Signal(int)
    unmerged = Signal(int)
    merge_asked = Signal()

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme=desk.theme, title="", parent=parent)
        self._desk = desk
        self._shown: object = None
        self._rows: list[QWidget] = []
        self._title.setText(self.tr("Perfis nos canais"))
        self._title.show()
        self.setAccessibleName(self.tr("Perfis nos canais"))
        self.merge_button = QPushButton(self.tr("Unir a outro…"))
        keep_tip(self.merge_button, desk.actions, "customer.merge", self.tr("Unir a outro cadastro"))
        self.merge_button.clicked.connect(self.merge_asked)
        self.tools.addWidget(self.merge_button)

    def show_card(self, card: CustomerCard, *, may_edit: bool) -> None:
        """Show a customer's handles and merges."""
        wanted = (card.id, card.handles, card.merges, may_edit)
        self.merge_button.setVisible(may_edit)
        if wanted == self._shown:
            return
        self._shown = wanted
        drop(self._rows)
        for handle in card.handles:
            self._put(self._handle(handle, may_edit=may_edit))
        if not card.handles:
            self._put(label(self.tr("Nenhum perfil: só o cadastro digitado."), "small", wrap=True))
        if card.merges:
            self._put(line())
            self._put(label(self.tr("Cadastros unidos a este"), "muted"))
        for merge in card.merges:
            self._put(self._merge(merge, may_edit=may_edit))

    def _put(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    def _handle(self, handle: HandleInfo, *, may_edit: bool) -> QWidget:
        name = handle.display_name or handle.handle_key
        now = self._desk.clock.now()
        button = QPushButton(self.tr("Separar"))
        button.setAccessibleName(self.tr("Separar {name}").format(name=f"{handle.channel_name} {name}"))
        button.setToolTip(self.tr("Este perfil é de outra pessoa: passa a ter cadastro próprio"))
        button.clicked.connect(partial(self.split.emit, handle.id))
        if not may_edit or not handle.can_split:
            button.hide()
        why = f"{link_text(handle.reason)} · {when_text(handle.linked_at, now)}"
        return self._row(f"{handle.channel_name} · {name}", why, button, exact_text(handle.linked_at))

    def _merge(self, merge: MergeInfo, *, may_edit: bool) -> QWidget:
        button = QPushButton(self.tr("Desfazer"))
        button.setAccessibleName(self.tr("Desfazer a união com {name}").format(name=name_text(merge.absorbed_name)))
        button.setToolTip(self.tr("Cada perfil e cada atendimento volta para o seu cadastro"))
        button.clicked.connect(partial(self.unmerged.emit, merge.id))
        if not may_edit:
            button.hide()
        why = f"{links_text(tuple(merge.reason.split(',')))} · {when_text(merge.merged_at, self._desk.clock.now())}"
        return self._row(name_text(merge.absorbed_name), why, button, exact_text(merge.merged_at))

    def _row(self, text: str, why: str, button: QPushButton, tip: str) -> QWidget:
        box = QWidget()
        texts = QVBoxLayout()
        self._desk.theme.space(texts, spacing=0)
        texts.addWidget(ElidedLabel(text))
        small = label(why, "small", wrap=True)
        small.setToolTip(tip)
        texts.addWidget(small)
        layout = QHBoxLayout(box)
        self._desk.theme.space(layout, spacing=2)
        layout.addLayout(texts, 1)
        layout.addWidget(button)
        box.setMinimumSize(QSize(0, 0))
        return box


def drop(rows: list[QWidget]) -> None:
    """Take widgets off the screen and let Qt free them."""
    while rows:
        row = rows.pop()
        row.hide()
        row.setParent(None)
        row.deleteLater()
