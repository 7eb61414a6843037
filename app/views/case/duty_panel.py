"""The strip that writes down that a duty has arisen: which one, since when, and what the customer asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit

from app.views.case.act_panel import ActPanel
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.services.legal_duties import DutyKind
    from app.views.support.theme import Theme

HISTORY = "history"


class DutyPanel(ActPanel):
    """A kind, a day, and for the history the words of the request."""

    def __init__(self, *, theme: Theme, kinds: Sequence[DutyKind], now: datetime) -> None:
        super().__init__(theme=theme, title=self.tr("Registrar obrigação legal"), verb=self.tr("Registrar"))
        self._kinds = list(kinds)
        self._now = now
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Obrigação"))
        for kind in self._kinds:
            self.choice.addItem(kind.name, kind.kind)
        self.norm = label("", "small", wrap=True)
        self.day = QDateEdit()
        dress_spins(self.day, theme=theme)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setAccessibleName(self.tr("Dia do pedido ou da notificação"))
        today = now.astimezone().date()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.setMaximumDate(self.day.date())
        self.day_name = label(self.tr("Dia do pedido ou da notificação"), "small")
        for widget in (self.choice, self.norm, self.day_name, self.day):
            self.body.addWidget(widget)
        self.words = self.add_text(self.tr("O que o cliente pediu"))
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()
        self.submit_button.setEnabled(bool(self._kinds))

    @property
    def kind(self) -> str:
        """The kind chosen."""
        return str(self.choice.currentData())

    @property
    def text(self) -> str:
        """The words of the request."""
        return self.words.toPlainText().strip()

    @property
    def began_at(self) -> datetime | None:
        """When it arose: None = now, else the start of an earlier local day."""
        shown = self.day.date()
        day = date(shown.year(), shown.month(), shown.day())
        if day >= self._now.astimezone().date():
            return None
        return datetime.combine(day, time(12)).astimezone().astimezone(UTC)

    def begin(self) -> None:
        """The kind comes first."""
        self.choice.setFocus()

    def _on_chosen(self) -> None:
        place = self.choice.currentIndex()
        if not 0 <= place < len(self._kinds):
            self.norm.setText(self.tr("O perfil legal da empresa não tem obrigações. Veja Configurações, Prazos."))
            return
        kind = self._kinds[place]
        is_history = kind.kind == HISTORY
        note = self.tr("Abre um atendimento próprio, ligado a este.") if is_history else ""
        self.norm.setText(f"{kind.norm}. {note}".strip())
        self.words.setVisible(is_history)
        for widget in (self.day, self.day_name):
            widget.setVisible(not is_history)
