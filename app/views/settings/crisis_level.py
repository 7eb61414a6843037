"""One level of the crisis matrix as a block: its limits, whom it alerts, who answers for it, its groups of words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.crisis import Group, Level
from app.models.domain.people import Role
from app.models.domain.vocabulary import Sentiment
from app.views.settings.crisis_chips import Flow, Pills, WordChips
from app.views.settings.crisis_group import GroupBox
from app.views.settings.crisis_texts import TONES
from app.views.settings.people_page import role_names
from app.views.support.cards import Card
from app.views.support.chips import Chip
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.services.crisis_matrix import Choices
    from app.views.support.theme import Theme

_MINUTE = timedelta(minutes=1)
_SPIN = 130
_MOST_MINUTES = 60 * 24 * 30


class LevelBlock(Card):
    """Edits one level; ``level()`` gives what the form says."""

    changed = Signal()

    def __init__(
        self, *, theme: Theme, level: Level, people: tuple[int, ...], choices: Choices, may_edit: bool
    ) -> None:
        super().__init__(theme=theme)
        self._theme, self._level, self._may_edit = theme, level, may_edit
        self.setAccessibleName(self.tr("Nível {level}").format(level=level.level))
        self.name = QLineEdit(level.name)
        self.identify = self._minutes(level.identify_within, self.tr("Identificar em"))
        self.answer = self._minutes(level.answer_within, self.tr("Responder em"))
        self.negative = QCheckBox(self.tr("Só em menções negativas"))
        self.negative.setChecked(bool(level.requires_sentiment))
        self.approval = QCheckBox(self.tr("Resposta pública espera aprovação"))
        self.approval.setChecked(level.needs_approval)
        self.roles = Pills(theme=theme, name=self.tr("Perfis avisados"))
        self.people = Pills(theme=theme, name=self.tr("Pessoas avisadas"))
        self.areas = Pills(theme=theme, name=self.tr("Áreas responsáveis"))
        self.exceptions = WordChips(theme=theme, name=self.tr("exceções do nível"))
        self.exceptions.set_words(level.exceptions)
        self.groups: list[GroupBox] = []
        self._groups_box = QVBoxLayout()
        self._groups_box.setSpacing(theme.metrics.step(1))
        self.add_button = QPushButton(self.tr("Novo grupo de palavras"))
        self.add_button.setProperty("kind", "link")
        self.show_choices(choices, people)
        self._build()
        self._connect()

    def level(self) -> Level:
        """Return the level as the form has it."""
        return replace(
            self._level,
            name=" ".join(self.name.text().split()),
            identify_within=self.identify.value() * _MINUTE,
            answer_within=self.answer.value() * _MINUTE,
            groups=tuple(box.group() for box in self.groups),
            exceptions=self.exceptions.words(),
            requires_sentiment=frozenset({Sentiment.NEGATIVE}) if self.negative.isChecked() else frozenset(),
            alert_roles=_in_order(self.roles.ticked(), self._level.alert_roles),
            areas=_in_order(self.areas.ticked(), self._level.areas),
            needs_approval=self.approval.isChecked(),
        )

    def people_ids(self) -> tuple[int, ...]:
        """Return who is alerted by name."""
        return tuple(key for key in self.people.ticked() if isinstance(key, int))

    def show_choices(self, choices: Choices, people: tuple[int, ...]) -> None:
        """Offer the team's people and areas."""
        self.roles.set_choices([(role.value, role_names()[role]) for role in Role], self._level.alert_roles)
        self.people.set_choices(list(choices.people), people)
        self.areas.set_choices(list(choices.areas), self._level.areas)

    def add_group(self) -> GroupBox:
        """Begin a new group, open to be named."""
        box = self._add_box(Group(f"g{uuid4().hex[:8]}", self.tr("Novo grupo"), ()))
        box.open()
        box.name.setFocus()
        box.name.selectAll()
        self.changed.emit()
        return box

    def _build(self) -> None:
        theme = self._theme
        head, limits = QHBoxLayout(), Flow(theme=theme)
        theme.space(head, spacing=2)
        number = self.tr("Nível {level}").format(level=self._level.level)
        head.addWidget(Chip(number, theme=theme, tone=TONES.get(self._level.level, "neutral"), icon="urgent"))
        self.name.setAccessibleName(self.tr("Nome do nível"))
        head.addWidget(self.name, 1)
        for text, field in ((self.tr("Identificar em"), self.identify), (self.tr("Responder em"), self.answer)):
            pair = QWidget()
            line = QHBoxLayout(pair)
            theme.space(line, spacing=2)
            line.addWidget(label(text))
            line.addWidget(field)
            limits.flow.addWidget(pair)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("O som toca para"), self.roles)
        form.addRow(self.tr("e as pessoas"), self.people)
        form.addRow(self.tr("Áreas responsáveis"), self.areas)
        self.body.addLayout(head)
        self.body.addWidget(limits)
        self.body.addWidget(self.negative)
        self.body.addWidget(self.approval)
        self.body.addLayout(form)
        self.body.addWidget(label(self.tr("Grupos de palavras"), "strong"))
        self.body.addLayout(self._groups_box)
        for group in self._level.groups:
            self._add_box(group)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label(self.tr("Exceções do nível"), "small"))
        self.body.addWidget(self.exceptions)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _: self.changed.emit())
        for spin in (self.identify, self.answer):
            spin.valueChanged.connect(lambda _: self.changed.emit())
        for box in (self.negative, self.approval):
            box.toggled.connect(lambda _: self.changed.emit())
        for edited in (self.roles, self.people, self.areas, self.exceptions):
            edited.changed.connect(self.changed)
            edited.set_may_edit(self._may_edit)
        self.add_button.clicked.connect(self.add_group)
        self.name.setReadOnly(not self._may_edit)
        for control in (self.identify, self.answer, self.negative, self.approval, self.add_button):
            control.setEnabled(self._may_edit)

    def _add_box(self, group: Group) -> GroupBox:
        box = GroupBox(theme=self._theme, group=group, may_edit=self._may_edit)
        box.changed.connect(self.changed)
        box.removed.connect(self._on_removed)
        self.groups.append(box)
        self._groups_box.addWidget(box)
        return box

    def _on_removed(self, box: QWidget) -> None:
        if isinstance(box, GroupBox):
            self.groups.remove(box)
            self._groups_box.removeWidget(box)
            box.hide()
            box.deleteLater()
            self.changed.emit()

    def _minutes(self, within: timedelta, name: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(1, _MOST_MINUTES)
        dress_spins(spin, theme=self._theme)
        spin.setSuffix(self.tr(" min"))
        spin.setValue(within // _MINUTE)
        spin.setAccessibleName(name)
        spin.setMaximumWidth(self._theme.metrics.px(_SPIN))
        return spin


def _in_order(ticked: tuple[object, ...], stored: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys ticked in the order in which they are stored, new ones last: looking at a page edits nothing."""
    keys = tuple(map(str, ticked))
    return (*(key for key in stored if key in keys), *(key for key in keys if key not in stored))
