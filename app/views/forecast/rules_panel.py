"""The rules of staffing in plain words: tried at once on the plan beside them, kept when saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QMenu, QPushButton, QToolButton, QWidget

from app.models.domain.people import Right
from app.models.domain.staffing import StaffingRules
from app.views.support.cards import Card
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.domain.forecast_whatif import ChannelVolume
    from app.views.support.desk import Desk

_AS_MEASURED = -1.0
_WHOLE = frozenset({"concurrency", "least"})
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    title: str
    hint: str
    low: float
    high: float
    suffix: str
    scale: float = 1.0
    decimals: int = 0


class RulesPanel(Card):
    """A card of fields; ``tried`` on every change, ``save_requested`` when they shall hold for the team."""

    tried = Signal(object)
    """Carries the ``StaffingRules`` as typed."""
    save_requested = Signal(object)
    """Carries the ``StaffingRules`` to keep."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            theme=desk.theme,
            title=self.tr("Regras da equipe"),
            definition=self.tr("Mude um valor e veja na hora quantas pessoas são necessárias. Salvar vale para todos."),
            parent=parent,
        )
        self._desk = desk
        self._stored = StaffingRules()
        self._deferred: frozenset[str] = frozenset(self._stored.deferred)
        self._channels: tuple[ChannelVolume, ...] = ()
        self._is_loading = False
        self.fields: dict[str, QDoubleSpinBox] = {}
        self.deferred = QToolButton()
        self.save = QPushButton(self.tr("Salvar regras"))
        self.revert = QPushButton(self.tr("Voltar ao salvo"))
        self._build()

    @property
    def rules(self) -> StaffingRules:
        """The rules as typed."""
        values: dict[str, float | int | None] = {}
        for each in self._fields():
            value = self.fields[each.name].value() * each.scale
            values[each.name] = int(value) if each.name in _WHOLE else value
        if self.fields["served_percent"].value() == _AS_MEASURED:
            values["served_percent"] = None
        kept = [key for key in self._stored.deferred if key in self._deferred]
        more = sorted(self._deferred - set(kept))
        return replace(self._stored, deferred=(*kept, *more), **values)  # type: ignore[arg-type]  # values by name

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.rules != self._stored

    def show_rules(self, rules: StaffingRules) -> None:
        """Show the rules as stored."""
        self._stored, self._deferred = rules, frozenset(rules.deferred)
        self._is_loading = True
        for each in self._fields():
            value = getattr(rules, each.name)
            self.fields[each.name].setValue(_AS_MEASURED if value is None else value / each.scale)
        self._is_loading = False
        self._show()

    def show_channels(self, channels: Sequence[ChannelVolume]) -> None:
        """Offer the channels whose answers may take hours."""
        self._channels = tuple(channels)
        menu = QMenu(self)
        for each in channels:
            action = menu.addAction(each.name)
            action.setCheckable(True)
            action.setChecked(each.key in self._deferred)
            action.toggled.connect(lambda on, key=each.key: self._on_deferred(key, on=on))
        self.deferred.setMenu(menu)
        self._show()

    def _fields(self) -> tuple[_Field, ...]:
        seconds, minutes, percent = 60.0, self.tr(" min"), " %"
        return (
            _Field(
                "service_percent",
                self.tr("Nível de serviço"),
                self.tr("Quantas respostas, de cada cem, devem sair dentro do tempo aceito."),
                1, 99.9, percent, decimals=1,
            ),
            _Field(
                "within_seconds",
                self.tr("Tempo aceito"),
                self.tr("Quanto o cliente pode esperar até alguém começar a responder."),
                0.1, 10_080, minutes, seconds, 1,
            ),
            _Field(
                "patience_seconds",
                self.tr("Paciência"),
                self.tr("Quanto o cliente espera, em média, antes de desistir. Zero: ele espera até ser atendido."),
                0, 43_200, minutes, seconds, 1,
            ),
            _Field(
                "handling_seconds",
                self.tr("Tempo por resposta"),
                self.tr("Trabalho em cada resposta. Vale até haver 50 respostas medidas; depois vale o medido."),
                0.1, 480, minutes, seconds, 1,
            ),
            _Field(
                "concurrency",
                self.tr("Conversas ao mesmo tempo"),
                self.tr("Quantas conversas uma pessoa leva juntas. O tempo medido já conta isso."),
                1, 20, "",
            ),
            _Field(
                "occupancy_percent",
                self.tr("Ocupação máxima"),
                self.tr("Quanto do tempo alguém pode passar respondendo sem se esgotar."),
                10, 100, percent,
            ),
            _Field(
                "shrinkage_percent",
                self.tr("Pausas e ausências"),
                self.tr("Parte das horas pagas em pausas, reuniões, férias e faltas."),
                0, 90, percent,
            ),
            _Field(
                "deferred_hours",
                self.tr("Prazo dos canais sem pressa"),
                self.tr("Horas de balcão aberto para responder e-mail, Reclame Aqui e parecidos."),
                0.5, 240, self.tr(" h"), decimals=1,
            ),
            _Field(
                "active_percent",
                self.tr("Relacionamento ativo"),
                self.tr("Parte do tempo para puxar conversa, publicar e engajar, fora as respostas."),
                0, 90, percent,
            ),
            _Field(
                "served_percent",
                self.tr("Menções que pedem resposta"),
                self.tr("Como medido: a parte que virou atendimento nas últimas oito semanas."),
                _AS_MEASURED, 100, percent, decimals=1,
            ),
            _Field(
                "weekly_hours",
                self.tr("Horas por semana"),
                self.tr("Jornada de cada pessoa contratada."),
                1, 60, self.tr(" h"),
            ),
            _Field(
                "least",
                self.tr("Mínimo de pessoas"),
                self.tr("Nunca menos que isto enquanto o balcão está aberto."),
                0, 1_000, "",
            ),
        )  # fmt: skip

    def _build(self) -> None:
        theme = self._desk.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.metrics.step(3))
        grid.setVerticalSpacing(theme.metrics.step(1))
        for place, each in enumerate(self._fields()):
            row, column = divmod(place, _COLUMNS)
            field = QDoubleSpinBox()
            field.setDecimals(each.decimals)
            field.setRange(each.low, each.high)
            field.setSuffix(each.suffix)
            field.setKeyboardTracking(False)
            field.setAccessibleName(each.title)
            field.setAccessibleDescription(each.hint)
            field.setToolTip(each.hint)
            field.valueChanged.connect(lambda _value: self._on_changed())
            self.fields[each.name] = field
            name = label(each.title)
            name.setBuddy(field)
            grid.addWidget(name, 2 * row, 2 * column)
            grid.addWidget(field, 2 * row, 2 * column + 1)
            grid.addWidget(label(each.hint, "small", wrap=True), 2 * row + 1, 2 * column, 1, 2)
        self.fields["served_percent"].setSpecialValueText(self.tr("como medido"))
        for column in range(2 * _COLUMNS):
            grid.setColumnStretch(column, 1)
        dress_spins(*self.fields.values(), theme=theme)
        self.deferred.setProperty("kind", "button")
        self.deferred.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.deferred.setToolTip(self.tr("Canais que podem ser respondidos em horas, não na hora"))
        self.body.addLayout(grid)
        self.body.addWidget(self.deferred)
        for button in (self.revert, self.save):
            self.tools.addWidget(button)
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(lambda: self.save_requested.emit(self.rules))
        self.revert.clicked.connect(self._on_revert)
        self.show_rules(self._stored)

    def _on_deferred(self, key: str, *, on: bool) -> None:
        self._deferred = self._deferred | {key} if on else self._deferred - {key}
        self._on_changed()

    def _on_changed(self) -> None:
        if not self._is_loading:
            self._show()
            self.tried.emit(self.rules)

    def _on_revert(self) -> None:
        self.show_rules(self._stored)
        self.show_channels(self._channels)
        self.tried.emit(self.rules)

    def _show(self) -> None:
        may = self._desk.actor.may(Right.EDIT_SETTINGS)
        self.save.setEnabled(may and self.is_dirty)
        self.save.setToolTip("" if may else self.tr("Só a supervisão muda as regras da equipe"))
        self.revert.setEnabled(self.is_dirty)
        self.deferred.setText(self.tr("Canais sem pressa: {n}").format(n=len(self._deferred)))
