"""The chosen account: how it does in words, what it costs, what it searches for, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.models.domain.channel_health import Light
from app.models.domain.channel_kind import Ability, ChannelKind
from app.models.domain.people import Right
from app.services.account_forms import terms_of
from app.services.channels.base import Checked, SearchTerms
from app.views.channels.checked_list import CheckedList
from app.views.support.channel_texts import light_text, trouble_text
from app.views.support.chips import Chip
from app.views.support.field_form import FieldForm
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import number_text, time_text, when_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.account_info import AccountCard, ReconciliationLine
    from app.views.support.desk import Desk
    from app.views.support.tokens import Tone

_TONES: dict[Light, Tone] = {
    Light.OK: "ok",
    Light.WAITING: "warn",
    Light.NEEDS_PERSON: "bad",
    Light.SILENT: "warn",
    Light.PAUSED: "neutral",
    Light.NEW: "info",
}
_MICROS = 1_000_000
_SHOWN_DAYS = 7


class AccountPanel(QWidget):
    """Everything about one account; what is asked for goes out as signals, the page acts."""

    edit_requested = Signal()
    check_requested = Signal()
    retire_requested = Signal()
    report_requested = Signal()
    pause_requested = Signal(bool)
    listen_only_requested = Signal(bool)
    terms_edited = Signal(object)
    """Carries ``SearchTerms``."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: AccountCard | None = None
        self._kind: ChannelKind | None = None
        self._may_edit = desk.actor.may(Right.EDIT_SETTINGS)
        self._may_manage = desk.actor.may(Right.MANAGE_INSTALLATION)
        theme = desk.theme
        self.title = ElidedLabel("", role="title")
        self.light = Chip(theme=theme)
        self.mode = Chip(theme=theme)
        self.sentence = label("", wrap=True)
        self.facts = label("", "small", wrap=True)
        self.check_button = QPushButton(self.tr("Testar"))
        self.edit_button = QPushButton(self.tr("Editar"))
        self.pause_button = QPushButton()
        self.listen_button = QPushButton()
        self.report_button = QPushButton(self.tr("O que se ouviu aqui"))
        self.retire_button = QPushButton(self.tr("Aposentar"))
        self.checked = CheckedList(theme=theme)
        self.terms = FieldForm(theme=theme)
        self.days = label("", "small", wrap=True)
        self._build()
        self._connect()
        self.show_account(None, None)

    def show_account(self, card: AccountCard | None, kind: ChannelKind | None) -> None:
        """Show an account of a kind, or nothing."""
        is_other = card is None or self._card is None or card.id != self._card.id
        self._card, self._kind = card, kind
        for widget in (self.sentence, self.facts, self._buttons, self._terms_box, self._days_box):
            widget.setVisible(card is not None)
        self.light.setVisible(card is not None)
        self.mode.setVisible(card is not None)
        if is_other:
            self.checked.clear()
            self.days.setText("")
        if card is None:
            self.title.setText(self.tr("Nenhuma conta escolhida"))
            return
        self._show_card(card)
        self._show_terms(card, kind, is_other=is_other)

    def show_checking(self) -> None:
        """Say that the network is being asked."""
        self.check_button.setEnabled(False)
        self.checked.show_waiting()

    def show_checked(self, account_id: int, checked: Checked) -> None:
        """Show what *testar* found, if that account is still the one shown."""
        self.check_button.setEnabled(True)
        if self._card is not None and self._card.id == account_id:
            self.checked.show_checked(checked)

    def show_reconciliation(self, account_id: int, lines: Sequence[ReconciliationLine]) -> None:
        """Show the last days on which the network's own count was compared with what is stored."""
        if self._card is None or self._card.id != account_id:
            return
        shown = [self._day_text(line) for line in lines[:_SHOWN_DAYS]]
        self.days.setText(
            "\n".join(shown) or self.tr("Nenhum dia conferido ainda. A conferência roda uma vez por dia.")
        )

    def _build(self) -> None:
        theme = self._desk.theme
        chips = QWidget()
        signs = FlowLayout(chips, spacing=theme.metrics.step(2))
        signs.addWidget(self.light)
        signs.addWidget(self.mode)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        for button in (
            self.check_button,
            self.edit_button,
            self.pause_button,
            self.listen_button,
            self.report_button,
            self.retire_button,
        ):
            row.addWidget(button)
        self._terms_box = QWidget()
        terms = QVBoxLayout(self._terms_box)
        theme.space(terms, spacing=1)
        terms.addWidget(label(self.tr("O que buscar além do que chega direto"), "strong", wrap=True))
        terms.addWidget(self.terms)
        hint = self.tr("nomes da marca e dos produtos, também com erros de digitação, separados por vírgula")
        self.terms.add_line("any_of", self.tr("Com qualquer destes termos"), placeholder=hint)
        self.terms.add_line("none_of", self.tr("Sem estes termos"), placeholder=self.tr("o que só tem o mesmo nome"))
        self.terms.add_line("languages", self.tr("Só nestes idiomas"), placeholder=self.tr("pt, es, en"))
        self._days_box = QWidget()
        days = QVBoxLayout(self._days_box)
        theme.space(days, spacing=1)
        days.addWidget(label(self.tr("Conferência com a rede"), "strong", wrap=True))
        days.addWidget(self.days)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 1, 1, 1), spacing=3)
        layout.addWidget(self.title)
        layout.addWidget(chips)
        for widget in (self.sentence, self.facts, self._buttons, self.checked, self._terms_box, self._days_box):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.check_requested)
        self.edit_button.clicked.connect(self.edit_requested)
        self.retire_button.clicked.connect(self.retire_requested)
        self.report_button.clicked.connect(self.report_requested)
        self.pause_button.clicked.connect(self._on_pause_clicked)
        self.listen_button.clicked.connect(self._on_listen_clicked)
        self.terms.edited.connect(self._on_terms_edited)

    def _show_card(self, card: AccountCard) -> None:
        self.title.setText(f"{card.name} · {card.channel_name}")
        self.light.set_chip(light_text(card.health.light), _TONES[card.health.light])
        if card.is_listen_only:
            self.mode.set_chip(self.tr("Só ouve"), "info", icon="eye")
        else:
            self.mode.set_chip(self.tr("Ouve e responde"), "accent", icon="send")
        self.sentence.setText(self._health_text(card))
        self.facts.setText(self._facts_text(card))
        can_answer = self._kind is not None and any(
            self._kind.can(each) for each in (Ability.REPLY_PUBLIC, Ability.REPLY_PRIVATE)
        )
        self.pause_button.setText(self.tr("Continuar") if card.is_paused else self.tr("Pausar"))
        self.listen_button.setText(self.tr("Responder também") if card.is_listen_only else self.tr("Só ouvir"))
        self.listen_button.setVisible(can_answer)
        is_live = not card.is_retired
        self.check_button.setEnabled(is_live)
        for button in (self.pause_button, self.listen_button):
            button.setEnabled(is_live and self._may_edit)
        for button in (self.edit_button, self.retire_button):
            button.setEnabled(is_live and self._may_manage)

    def _show_terms(self, card: AccountCard, kind: ChannelKind | None, *, is_other: bool) -> None:
        self._terms_box.setVisible(kind is not None and kind.has_terms)
        self.terms.set_may_edit(self._may_edit and not card.is_retired)
        terms = terms_of(card.options)
        values = {name: ", ".join(getattr(terms, name)) for name in ("any_of", "none_of", "languages")}
        if is_other:
            self.terms.replace_values(values)
        else:
            self.terms.show_values(values)

    def _health_text(self, card: AccountCard) -> str:
        health = card.health
        if card.is_retired:
            return self.tr("Esta conta foi aposentada. O que ela trouxe continua no Balcão.")
        if health.light is Light.PAUSED:
            return self.tr("Pausada por uma pessoa: nada é lido nem enviado até continuar.")
        if health.problem is not None:
            text = trouble_text(health.problem, health.why)
            if health.retry_at is not None:
                text += " " + self.tr("Próxima tentativa às {time}.").format(time=time_text(health.retry_at))
            return text
        if health.light is Light.SILENT:
            return self.tr(
                "Nada chegou há mais tempo do que o comum para esta hora da semana. Confira na própria rede."
            )
        if health.light is Light.NEW:
            return self.tr("A primeira leitura começa em instantes.")
        return self.tr("Tudo certo.")

    def _facts_text(self, card: AccountCard) -> str:
        now, cost = self._desk.clock.now(), card.cost
        item = card.health.last_item_at
        lines = [
            self.tr("Último item: {when}").format(
                when=self.tr("nenhum ainda") if item is None else when_text(item, now)
            ),
            self.tr(
                "Hoje: itens {items}, consultas {calls} · Em 30 dias: itens {month}, consultas {month_calls}"
            ).format(
                items=number_text(cost.items_today),
                calls=number_text(cost.calls_today),
                month=number_text(cost.items_month),
                month_calls=number_text(cost.calls_month),
            ),
        ]
        if cost.cost_month:
            lines.append(
                self.tr("Custo estimado: US$ {today} hoje · US$ {month} em 30 dias").format(
                    today=number_text(cost.cost_today / _MICROS, 2), month=number_text(cost.cost_month / _MICROS, 2)
                )
            )
        if card.holder:
            lines.append(self.tr("Lida por: {name}").format(name=card.holder))
        return "\n".join(lines)

    def _day_text(self, line: ReconciliationLine) -> str:
        day = "/".join(reversed(line.day.split("-")))
        if line.at_source <= line.accounted:
            return self.tr("{day}: {n} na rede, todos no Balcão").format(day=day, n=number_text(line.at_source))
        return self.tr("{day}: {n} na rede, {mine} no Balcão; o dia está sendo lido de novo").format(
            day=day, n=number_text(line.at_source), mine=number_text(line.accounted)
        )

    def _on_pause_clicked(self) -> None:
        if self._card is not None:
            self.pause_requested.emit(not self._card.is_paused)

    def _on_listen_clicked(self) -> None:
        if self._card is not None:
            self.listen_only_requested.emit(not self._card.is_listen_only)

    def _on_terms_edited(self, _changed: dict[str, Any]) -> None:
        typed = {name: tuple(part.strip() for part in str(text).split(",")) for name, text in self.terms.typed.items()}
        self.terms_edited.emit(SearchTerms(**typed))
