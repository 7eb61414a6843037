"""What if: campaigns, one more channel and growth, typed beside the forecast that they change."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.forecast_whatif import (
    MONTHLY_PERCENT,
    MOST_CAMPAIGNS,
    PERCENT,
    Campaign,
    NewChannel,
    WhatIf,
)
from app.views.support.cards import Card
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins
from app.views.support.texts import date_text, number_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.forecast_whatif import ChannelVolume
    from app.views.support.theme import Theme


class WishesPanel(Card):
    """A card with the wishes; ``changed`` whenever one is added, changed or taken away."""

    changed = Signal(object)
    """Carries the ``WhatIf``."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme=theme,
            title=self.tr("E se…"),
            definition=self.tr("Simule antes de decidir: nada muda nos dados, só na previsão e na equipe desta tela."),
            parent=parent,
        )
        self._theme = theme
        self._campaigns: list[Campaign] = []
        self.since, self.until, self.channel_since = self._date(), self._date(), self._date()
        self.percent = self._percent(PERCENT, 20, self.tr("Efeito da campanha"))
        self.growth = self._percent(MONTHLY_PERCENT, 0, self.tr("Crescimento por mês"))
        self.channel_percent = self._percent((1, PERCENT[1]), 50, self.tr("Volume do novo canal"))
        self.channel = QComboBox()
        self.add = QPushButton(theme.icon("plus"), self.tr("Somar campanha"))
        self.clear_all = QPushButton(self.tr("Limpar simulação"))
        self.problem = label("", "error", wrap=True)
        self.chips = QWidget()
        self._chip_row = FlowLayout(self.chips, spacing=theme.metrics.step(1))
        self._build()

    @property
    def wanted(self) -> WhatIf:
        """The wishes as they stand."""
        like = self.channel.currentData()
        channel = None
        if like is not None:
            channel = NewChannel(int(like), self.channel_percent.value(), _day(self.channel_since))
        return WhatIf(tuple(self._campaigns), channel, self.growth.value())

    def start(self, first: date, channels: Sequence[ChannelVolume]) -> None:
        """Offer the channels, and dates from the first day forecast on; what is typed stays."""
        if self.since.property("first") != first.isoformat():
            self.since.setProperty("first", first.isoformat())
            for field, day in (
                (self.since, first),
                (self.until, first + timedelta(days=6)),
                (self.channel_since, first),
            ):
                field.setDate(QDate(day.year, day.month, day.day))
        ids = [each.id for each in channels if each.received]
        if ids != [self.channel.itemData(place) for place in range(1, self.channel.count())]:
            self.channel.blockSignals(True)
            self.channel.clear()
            self.channel.addItem(self.tr("Nenhum"), None)
            for each in channels:
                if each.received:
                    self.channel.addItem(self.tr("Parecido com {name}").format(name=each.name), each.id)
            self.channel.blockSignals(False)

    def reset(self) -> None:
        """Wish for nothing."""
        self._campaigns.clear()
        self.growth.setValue(0)
        self.channel.setCurrentIndex(0)
        self._show()
        self.changed.emit(self.wanted)

    def add_campaign(self) -> None:
        """Add the campaign that is typed."""
        self.problem.hide()
        self._campaigns.append(Campaign(_day(self.since), _day(self.until), self.percent.value()))
        self._show()
        self.changed.emit(self.wanted)

    def refuse(self, text: str) -> None:
        """Say why the last campaign cannot be; it is taken away again, what was typed stays."""
        if self._campaigns:
            self._campaigns.pop()
        self._show()
        self.problem.setText(text)
        self.problem.show()

    def take_back(self, campaign: Campaign) -> None:
        """Take a campaign away."""
        if campaign in self._campaigns:
            self._campaigns.remove(campaign)
            self._show()
            self.changed.emit(self.wanted)

    def _build(self) -> None:
        rows = QVBoxLayout()
        rows.addLayout(
            self._row(
                self.tr("Campanha de"), self.since, self.tr("a"), self.until, self.percent, self.tr("a mais"), self.add
            )
        )
        rows.addWidget(self.problem)
        rows.addWidget(self.chips)
        rows.addLayout(
            self._row(
                self.tr("Novo canal"),
                self.channel,
                self.tr("com"),
                self.channel_percent,
                self.tr("do volume dele, a partir de"),
                self.channel_since,
            )
        )
        rows.addLayout(self._row(self.tr("Crescimento por mês"), self.growth, self.tr("além da tendência")))
        self.body.addLayout(rows)
        self.tools.addWidget(self.clear_all)
        for field, name in (
            (self.since, self.tr("Início da campanha")),
            (self.until, self.tr("Fim da campanha")),
            (self.channel_since, self.tr("Início do novo canal")),
            (self.channel, self.tr("Canal parecido")),
        ):
            field.setAccessibleName(name)
        spins = (self.since, self.until, self.channel_since, self.percent, self.growth, self.channel_percent)
        dress_spins(*spins, theme=self._theme)
        self.channel.addItem(self.tr("Nenhum"), None)
        self.add.clicked.connect(self.add_campaign)
        self.clear_all.clicked.connect(self.reset)
        for spin in (self.growth, self.channel_percent):
            spin.valueChanged.connect(lambda _value: self.changed.emit(self.wanted))
        self.channel.currentIndexChanged.connect(lambda _place: self.changed.emit(self.wanted))
        self.channel_since.dateChanged.connect(lambda _date: self.changed.emit(self.wanted))
        self.problem.hide()
        for widget in (self.chips, self):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._show()

    def _row(self, *parts: QWidget | str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.metrics.step(2))
        for part in parts:
            row.addWidget(label(part) if isinstance(part, str) else part)
        row.addStretch(1)
        return row

    def _show(self) -> None:
        while self._chip_row.count():
            taken = self._chip_row.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        for each in self._campaigns:
            said = self.tr("{since} a {until}: {percent} %").format(
                since=date_text(each.since), until=date_text(each.until), percent=number_text(each.percent, 1)
            )
            chip = QPushButton(self._theme.icon("x"), said)
            chip.setProperty("kind", "pill")
            chip.setToolTip(self.tr("Tirar esta campanha"))
            chip.clicked.connect(partial(self._on_chip, each))
            self._chip_row.addWidget(chip)
        self.chips.setVisible(bool(self._campaigns))
        self.add.setEnabled(len(self._campaigns) < MOST_CAMPAIGNS)

    def _on_chip(self, campaign: Campaign, _checked: object = None) -> None:
        self.take_back(campaign)

    def _date(self) -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setDisplayFormat("dd/MM/yyyy")
        return field

    def _percent(self, limits: tuple[float, float], value: float, name: str) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setDecimals(1)
        field.setRange(*limits)
        field.setValue(value)
        field.setSuffix(" %")
        field.setAccessibleName(name)
        field.setKeyboardTracking(False)
        return field


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
