"""The limits from which an hour counts as a burst, each said as a sentence with a number in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QPushButton, QSpinBox

from app.models.domain.burst import BurstLimits
from app.views.support.cards import Card
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class BurstForm(Card):
    """Edits the limits; ``saved`` carries them when the button is pressed."""

    saved = Signal(object)

    def __init__(self, *, theme: Theme, may_edit: bool) -> None:
        super().__init__(theme=theme)
        self._may_edit = may_edit
        self._shown: BurstLimits | None = None
        self.setAccessibleName(self.tr("Pico fora do comum"))
        self.is_on = QCheckBox(self.tr("Avisar quando uma hora sai do comum"))
        self.weeks = _whole(1, 26, self.tr("semanas comparadas"))
        self.least_weeks = _whole(1, 26, self.tr("semanas com movimento, no mínimo"))
        self.least_mentions = _whole(1, 1_000_000, self.tr("menções na hora, no mínimo"))
        self.times = _decimal(1.0, 100.0, self.tr("vezes o comum"))
        self.spreads = _decimal(0.0, 50.0, self.tr("desvios acima do comum"))
        self.least_negative = _whole(1, 1_000_000, self.tr("negativas na hora, no mínimo"))
        self.share_points = _whole(1, 100, self.tr("pontos a mais de negativas"))
        self.save_button = QPushButton(self.tr("Salvar o pico"))
        fields = (
            (self.tr("Comparar com a mesma hora de"), self.weeks, self.tr(" semanas")),
            (self.tr("Com movimento em pelo menos"), self.least_weeks, self.tr(" delas")),
            (self.tr("Volume: pelo menos"), self.least_mentions, self.tr(" menções")),
            (self.tr("e"), self.times, self.tr(" vezes o comum")),
            (self.tr("e acima do comum por"), self.spreads, self.tr(" desvios")),
            (self.tr("Negativas: pelo menos"), self.least_negative, self.tr(" menções")),
            (self.tr("e acima do comum por"), self.share_points, self.tr(" pontos")),
        )
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field, suffix in fields:
            field.setSuffix(suffix)
            dress_spins(field, theme=theme)
            form.addRow(text, field)
        self.body.addWidget(label(self.tr("Pico fora do comum"), "strong"))
        self.body.addWidget(self.is_on)
        self.body.addLayout(form)
        self.body.addWidget(self.save_button)
        self.save_button.clicked.connect(lambda: self.saved.emit(self.limits()))
        for _text, field, _suffix in fields:
            field.setEnabled(may_edit)
            field.valueChanged.connect(lambda _: self._show_button())
        self.is_on.setEnabled(may_edit)
        self.is_on.toggled.connect(lambda _: self._show_button())
        self._show_button()

    def show_limits(self, limits: BurstLimits) -> None:
        """Show what is stored."""
        self._shown = limits
        self.is_on.setChecked(limits.is_on)
        self.weeks.setValue(limits.weeks)
        self.least_weeks.setValue(limits.least_weeks)
        self.least_mentions.setValue(limits.least_mentions)
        self.times.setValue(limits.times)
        self.spreads.setValue(limits.spreads)
        self.least_negative.setValue(limits.least_negative)
        self.share_points.setValue(round(limits.share_points * 100))
        self._show_button()

    def limits(self) -> BurstLimits:
        """Return what the form says."""
        return BurstLimits(
            is_on=self.is_on.isChecked(),
            weeks=self.weeks.value(),
            least_weeks=min(self.least_weeks.value(), self.weeks.value()),
            least_mentions=self.least_mentions.value(),
            times=round(self.times.value(), 1),
            spreads=round(self.spreads.value(), 1),
            least_negative=self.least_negative.value(),
            share_points=self.share_points.value() / 100,
        )

    def _show_button(self) -> None:
        self.save_button.setEnabled(self._may_edit and self._shown is not None and self.limits() != self._shown)


def _whole(least: int, most: int, name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setAccessibleName(name)
    return field


def _decimal(least: float, most: float, name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(least, most)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setAccessibleName(name)
    return field
