"""Who the customer is, and what else they have with us: on the same screen, before the first answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail, CustomerSummary
from app.models.domain.inbox import CaseBrief
from app.models.domain.vocabulary import OPEN_STATES
from app.views.case.side_parts import Section, clear_layout, value_label
from app.views.case.texts import state_chip
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import as_tooltip, day_text, number_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_MOST_SHOWN = 6


class CustomerSection(Section):
    """Name, handles, since when, satisfaction, contact, and the other cases."""

    customer_requested = Signal(object)
    case_requested = Signal(object)
    vip_requested = Signal(bool)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("CLIENTE"), parent=parent)
        self._customer_id = 0
        self.vip = QToolButton()
        self.vip.setCheckable(True)
        self.vip.setProperty("kind", "small")
        self.vip.clicked.connect(self.vip_requested)
        self.tools.addWidget(self.vip)
        self._grid = self.grid()
        self.open_button = QPushButton(self.tr("Abrir cliente"))
        self.open_button.setProperty("kind", "link")
        self.open_button.setIcon(theme.icon("user", "accent"))
        self.open_button.clicked.connect(lambda: self.customer_requested.emit(self._customer_id))
        self._link_hint = label(self.tr("Parece ter outro cadastro: veja no cliente."), "small", wrap=True)
        self._cases = QFrame()
        self._cases.setProperty("kind", "box")
        self._cases_layout = QVBoxLayout(self._cases)
        theme.space(self._cases_layout, margins=(1, 1, 1, 1), spacing=0)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._link_hint)
        self.body.addWidget(self._cases)
        self.case_buttons: dict[int, QPushButton] = {}

    def show_case(self, detail: CaseDetail, now: datetime) -> None:
        """Show the customer of a case."""
        customer = detail.customer
        self._customer_id = customer.id
        clear_layout(self._grid)
        for row, (name, value) in enumerate(self._lines(customer, now)):
            self._grid.addWidget(label(name, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            # Words wrap; an e-mail is one long word, cut with a sign.
            self._grid.addWidget(ElidedLabel(value) if "@" in value else value_label(value), row, 1)
        self._show_vip(is_vip=customer.is_vip)
        self._link_hint.setVisible(customer.has_link_suggestions)
        self._show_cases(customer, now)

    def _lines(self, customer: CustomerSummary, now: datetime) -> list[tuple[str, str]]:
        today = now.astimezone().date()
        since = customer.since.astimezone().date()
        one, many = self.tr("{count} atendimento"), self.tr("{count} atendimentos")
        count = (one if customer.case_count == 1 else many).format(count=number_text(customer.case_count))
        contact = " · ".join(part for part in (customer.phone, customer.email) if part)
        lines = [
            (self.tr("Nome"), customer.name or self.tr("Não identificado")),
            (self.tr("Perfis"), " · ".join(customer.handles)),
            (self.tr("Desde"), f"{day_text(since, today)} · {count}"),
            (self.tr("Contato"), contact),
            (self.tr("Documento"), customer.document or ""),
            (self.tr("Local"), customer.place or ""),
            (self.tr("Satisfação"), self._satisfaction(customer)),
            (self.tr("Anotações"), customer.notes or ""),
        ]
        return [(name, value) for name, value in lines if value]

    def _satisfaction(self, customer: CustomerSummary) -> str:
        score = customer.last_satisfaction
        return "" if score is None else self.tr("{score} de 5").format(score=score)

    def _show_vip(self, *, is_vip: bool) -> None:
        self.vip.setChecked(is_vip)
        self.vip.setIcon(self.theme.icon("star", "accent" if is_vip else "muted"))
        text = self.tr("Tirar a marca VIP") if is_vip else self.tr("Marcar como VIP")
        self.vip.setToolTip(text)
        self.vip.setAccessibleName(text)

    def _show_cases(self, customer: CustomerSummary, now: datetime) -> None:
        clear_layout(self._cases_layout)
        self.case_buttons = {}
        if customer.other_open:
            self._cases_layout.addWidget(self._heading(self.tr("Também em aberto"), tone="warn"))
        for brief in customer.other_open[:_MOST_SHOWN]:
            self._cases_layout.addWidget(self._brief(brief, now))
        if customer.recent and customer.other_open:
            self._cases_layout.addWidget(self._heading(self.tr("Anteriores")))
        for brief in customer.recent[:_MOST_SHOWN]:
            self._cases_layout.addWidget(self._brief(brief, now))
        self._cases.setVisible(bool(customer.other_open or customer.recent))

    def _heading(self, text: str, *, tone: str = "") -> QWidget:
        made = label(text, "small")
        made.setContentsMargins(self.theme.metrics.step(1), 0, 0, 0)
        if tone:
            made.setProperty("tone", tone)
        return made

    def _brief(self, brief: CaseBrief, now: datetime) -> QPushButton:
        today = now.astimezone().date()
        number = protocol.display(brief.protocol)
        state = state_chip(brief.state)[0]
        at = brief.opened_at if brief.state in OPEN_STATES else brief.closed_at or brief.opened_at
        below = f"{number} · {day_text(at.astimezone().date(), today)}"
        room = self.theme.metrics.px(140)
        title = self.fontMetrics().elidedText(brief.title, Qt.TextElideMode.ElideRight, room)
        made = QPushButton(f"{title} · {state}\n{below}".replace("&", "&&"))
        made.setProperty("kind", "brief")
        made.setAccessibleName(self.tr("Protocolo {number}").format(number=f"{brief.title}, {state}, {below}"))
        made.setToolTip(as_tooltip(f"{brief.title}\n{state}\n{below}"))
        made.clicked.connect(lambda: self.case_requested.emit(brief.id))
        self.case_buttons[brief.id] = made
        return made
