"""The form of one intake rule: what a mention must be like to go to *Monitorar* by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from app.models.domain.intake_rule import IntakeRule
from app.views.intake.intake_texts import channel_names
from app.views.support.flow_layout import FlowLayout
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_MOST_REACH = 100_000_000
_EITHER, _YES, _NO = "either", "yes", "no"


class RuleForm(QWidget):
    """Fields of a rule; what has no field here (authors, languages) is kept as it was."""

    changed = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = IntakeRule(0, "")
        self.name = QLineEdit()
        self.enabled = QCheckBox(self.tr("Regra ligada"))
        self.any_words, self.all_words, self.no_words = QLineEdit(), QLineEdit(), QLineEdit()
        for edit in (self.any_words, self.all_words, self.no_words):
            edit.setPlaceholderText(self.tr("palavras ou frases, separadas por vírgula"))
        self.private = self._choice(self.tr("tanto faz"), self.tr("só privadas"), self.tr("só públicas"))
        self.direct = self._choice(
            self.tr("tanto faz"), self.tr("só as dirigidas à empresa"), self.tr("só as não dirigidas à empresa")
        )
        self.min_reach = QSpinBox()
        self.min_reach.setRange(0, _MOST_REACH)
        self.min_reach.setGroupSeparatorShown(True)
        self.min_reach.setSpecialValueText(self.tr("qualquer"))
        self.max_reach = QSpinBox()
        self.max_reach.setRange(-1, _MOST_REACH)
        self.max_reach.setGroupSeparatorShown(True)
        self.max_reach.setSpecialValueText(self.tr("qualquer"))
        self._channels: dict[str, QPushButton] = {}
        self.channels = QWidget()
        flow = FlowLayout(self.channels, spacing=theme.metrics.step(1))
        for key, text in channel_names().items():
            pill = QPushButton(text)
            pill.setCheckable(True)
            pill.setProperty("kind", "pill")
            pill.toggled.connect(lambda _: self.changed.emit())
            self._channels[key] = pill
            flow.addWidget(pill)
        self._build(theme)
        self.show_rule(self._rule)

    def show_rule(self, rule: IntakeRule) -> None:
        """Show a rule to edit."""
        self._rule = rule
        self.blockSignals(True)
        self.name.setText(rule.name)
        self.enabled.setChecked(rule.enabled)
        for edit, words in (
            (self.any_words, rule.any_words),
            (self.all_words, rule.all_words),
            (self.no_words, rule.no_words),
        ):
            edit.setText(", ".join(words))
            edit.setCursorPosition(0)
        for key, pill in self._channels.items():
            pill.setChecked(key in rule.channels)
        _choose(self.private, rule.is_private)
        _choose(self.direct, rule.is_direct)
        self.min_reach.setValue(rule.min_reach or 0)
        self.max_reach.setValue(-1 if rule.max_reach is None else rule.max_reach)
        self.blockSignals(False)

    def rule(self) -> IntakeRule:
        """Return the rule as it stands in the form."""
        return replace(
            self._rule,
            name=self.name.text().strip(),
            enabled=self.enabled.isChecked(),
            channels=frozenset(key for key, pill in self._channels.items() if pill.isChecked()),
            any_words=_words(self.any_words),
            all_words=_words(self.all_words),
            no_words=_words(self.no_words),
            is_private=_chosen(self.private),
            is_direct=_chosen(self.direct),
            min_reach=self.min_reach.value() or None,
            max_reach=None if self.max_reach.value() < 0 else self.max_reach.value(),
        )

    @property
    def is_edited(self) -> bool:
        """Whether the form differs from the rule it was given."""
        return self.rule() != self._rule

    def _choice(self, *texts: str) -> QComboBox:
        combo = QComboBox()
        for key, text in zip((_EITHER, _YES, _NO), texts, strict=True):
            combo.addItem(text, key)
        combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        return combo

    def _build(self, theme: Theme) -> None:
        dress_spins(self.min_reach, self.max_reach, theme=theme)
        form = QFormLayout(self)
        theme.space(form, spacing=2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Nome"), self.name),
            (self.tr("Canais"), self.channels),
            (self.tr("Tem qualquer uma"), self.any_words),
            (self.tr("Tem todas"), self.all_words),
            (self.tr("Não tem nenhuma"), self.no_words),
            (self.tr("Menções"), self.private),
            (self.tr("Dirigidas"), self.direct),
            (self.tr("Alcance mínimo"), self.min_reach),
            (self.tr("Alcance máximo"), self.max_reach),
        )
        for name, widget in rows:
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        form.addRow("", self.enabled)
        for edit in (self.name, self.any_words, self.all_words, self.no_words):
            edit.textEdited.connect(lambda _: self.changed.emit())
        for spin in (self.min_reach, self.max_reach):
            spin.valueChanged.connect(lambda _: self.changed.emit())
        self.enabled.toggled.connect(lambda _: self.changed.emit())


def _words(edit: QLineEdit) -> tuple[str, ...]:
    return tuple(word for part in edit.text().split(",") if (word := part.strip()))


def _choose(combo: QComboBox, value: bool | None) -> None:
    combo.setCurrentIndex(combo.findData(_EITHER if value is None else _YES if value else _NO))


def _chosen(combo: QComboBox) -> bool | None:
    return {_EITHER: None, _YES: True, _NO: False}[str(combo.currentData())]
