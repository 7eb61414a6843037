"""Forecast and team: the volume to come with its test, wishes laid over it, and the people that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.forecast import TooShort
from app.models.domain.forecast_whatif import outside
from app.services.cancel import CancelToken
from app.services.errors import Invalid
from app.services.forecast_charts import (
    DAY,
    HOUR,
    MONTH,
    forecast_table,
    outlook_of,
    staffing_chart,
    staffing_table,
    volume_chart,
    weekday_chart,
)
from app.views.forecast.chart_panel import ChartPanel
from app.views.forecast.forecast_texts import (
    basis_text,
    history_text,
    named_parts,
    outside_text,
    plan_text,
    quality_text,
    scores_text,
    short_text,
    weekday_name,
    worded,
)
from app.views.forecast.rules_panel import RulesPanel
from app.views.forecast.wishes_panel import WishesPanel
from app.views.support.empty_state import EmptyKind
from app.views.support.errors import error_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.texts import date_text

if TYPE_CHECKING:
    from app.models.domain.staffing import StaffingRules
    from app.services.acts import Done
    from app.services.exports import ExportService
    from app.services.forecast import ForecastService, VolumeForecast
    from app.services.settings_book import SettingValue
    from app.services.staffing import Staffing, StaffingService, StaffingState
    from app.views.support.desk import Desk

_WEEK = "week"
_PAUSE_MS = 250


@dataclass(frozen=True, slots=True)
class _Answer:
    found: VolumeForecast
    state: StaffingState


class ForecastPage(QWidget):
    """Reads when shown; every wish and rule is tried at once, off the UI thread."""

    drill_requested = Signal(object, str)
    """Carries the ``InboxQuery`` of a day that has been, and its name."""

    def __init__(
        self,
        *,
        desk: Desk,
        forecast: ForecastService,
        staffing: StaffingService,
        exports: ExportService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._forecast, self._staffing = desk, forecast, staffing
        self._plain: VolumeForecast | None = None
        self._found: VolumeForecast | None = None
        self._plan: Staffing | None = None
        self._version = 0
        self.setAccessibleName(self.tr("Previsão e equipe"))
        self.channel = QComboBox()
        self.cautious = QCheckBox(self.tr("Planejar a equipe para uma semana forte"))
        self.volume = ChartPanel(
            desk=desk,
            exports=exports,
            title=self.tr("Volume previsto"),
            definition=self.tr("Menções recebidas e as que devem chegar, com a faixa em que 80 % dos dias caem."),
        )
        self.people = ChartPanel(
            desk=desk,
            exports=exports,
            title=self.tr("Pessoas por meia hora"),
            definition=self.tr("Quantas pessoas escalar em cada meia hora da semana para cumprir o nível de serviço."),
        )
        self.wishes, self.rules = WishesPanel(theme=desk.theme), RulesPanel(desk=desk)
        self.step = SegmentedControl(
            theme=desk.theme,
            segments=[
                Segment(DAY, self.tr("Dia")),
                Segment(HOUR, self.tr("Hora")),
                Segment(MONTH, self.tr("Mês")),
            ],
            name=self.tr("Ver por"),
        )
        self.day = QComboBox()
        self.weekday = QComboBox()
        self._later = QTimer(self)
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew."""
        super().showEvent(event)
        self.load()

    def load(self) -> None:
        """Read the forecast of the channel chosen and the rules."""
        chosen = self.channel.currentData()
        channels = () if chosen is None else (int(chosen),)
        actor, token = self._desk.actor, CancelToken()
        if self._plain is None:
            self.volume.show_nothing(self.tr("Calculando a previsão…"), EmptyKind.LOADING)
            self.people.show_nothing(self.tr("Calculando a equipe…"), EmptyKind.LOADING)
        self._desk.calls.run(
            self,
            "read",
            lambda: _Answer(self._forecast.forecast(actor, channels, token), self._staffing.rules()),
            self._on_read,
            token=token,
        )

    def save_rules(self, rules: StaffingRules) -> None:
        """Keep the rules for the whole team."""
        actor, version = self._desk.actor, self._version
        self._desk.calls.run(
            self, "save", lambda: self._staffing.save(actor, rules, expected_version=version), self._on_saved
        )

    def _build(self) -> None:
        theme = self._desk.theme
        self.channel.addItem(self.tr("Todos os canais"), None)
        self.channel.setAccessibleName(self.tr("Canal"))
        self.day.setAccessibleName(self.tr("Dia previsto"))
        self.weekday.setAccessibleName(self.tr("Dia da semana"))
        self.weekday.addItem(self.tr("Semana inteira"), _WEEK)
        for weekday in range(7):
            self.weekday.addItem(weekday_name(weekday), weekday)
        self.cautious.setToolTip(self.tr("Usa o alto da faixa de 80 % em vez do valor esperado"))
        self.volume.tools.insertWidget(0, self.day)
        self.volume.tools.insertWidget(0, self.step)
        self.people.tools.insertWidget(0, self.weekday)
        self.day.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        theme.space(column, margins=(5, 4, 5, 4), spacing=3)
        head = QHBoxLayout()
        head.addWidget(self.channel)
        head.addWidget(self.cautious)
        head.addStretch(1)
        column.addLayout(head)
        for card in (self.volume, self.wishes, self.people, self.rules):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Previsão e equipe"))
        area.setWidget(content)
        layout = QVBoxLayout(self)
        theme.space(layout)
        layout.addWidget(area)
        self.setFocusProxy(self.channel)

    def _connect(self) -> None:
        self.channel.currentIndexChanged.connect(lambda _place: self.load())
        self.cautious.toggled.connect(lambda _on: self._plan_again())
        self.step.chosen.connect(lambda _step: self._show_volume())
        self.day.currentIndexChanged.connect(lambda _place: self._show_volume())
        self.weekday.currentIndexChanged.connect(lambda _place: self._show_people())
        self.volume.drilled.connect(self.drill_requested)
        self.wishes.changed.connect(lambda _wanted: self._wish())
        self.rules.tried.connect(lambda _rules: self._later.start(_PAUSE_MS))
        self.rules.save_requested.connect(self.save_rules)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._plan_again)
        self._desk.changes.changed.connect(self._on_changes)

    def _on_read(self, answer: _Answer) -> None:
        self._plain = answer.found
        self._version = answer.state.version
        self._offer_channels(answer.found)
        if not self.rules.is_dirty:
            self.rules.show_rules(answer.state.rules)
        self.rules.show_channels(answer.found.channels)
        outlook = outlook_of(answer.found, DAY)
        can_wish = not isinstance(outlook, TooShort)
        self.wishes.setEnabled(can_wish)
        if not isinstance(outlook, TooShort):
            self.wishes.start(outlook.points[0].start, answer.found.channels)
        self._wish()

    def _offer_channels(self, found: VolumeForecast) -> None:
        if self.channel.count() == 1:
            self.channel.blockSignals(True)
            for each in found.channels:
                self.channel.addItem(each.name, each.id)
            self.channel.blockSignals(False)

    def _wish(self) -> None:
        if self._plain is None:
            return
        try:
            self._found = self._forecast.wished(self._plain, self.wishes.wanted)
        except Invalid as error:
            self.wishes.refuse(error_text(error))
            return
        self._offer_days()
        self._show_volume()
        self._plan_again()

    def _offer_days(self) -> None:
        outlook = None if self._found is None else outlook_of(self._found, HOUR)
        points = () if outlook is None or isinstance(outlook, TooShort) else outlook.points
        days = list(dict.fromkeys(point.start for point in points))
        if days != [self.day.itemData(place) for place in range(self.day.count())]:
            self.day.blockSignals(True)
            self.day.clear()
            for day in days:
                said = self.tr("{weekday}, {day}").format(weekday=weekday_name(day.weekday()), day=date_text(day))
                self.day.addItem(said, day)
            self.day.blockSignals(False)

    def _show_volume(self) -> None:
        found, step = self._found, self.step.current
        if found is None:
            return
        outlook, day = outlook_of(found, step), self.day.currentData()
        self.day.setVisible(step == HOUR and self.day.count() > 0)
        data = volume_chart(found, step, day if isinstance(day, date) else None)
        if isinstance(outlook, TooShort) or data is None:
            self.volume.show_nothing(short_text(outlook if isinstance(outlook, TooShort) else TooShort(0)))
            return
        notes = [history_text(found)]
        notes += [
            outside_text(date_text(each.since), date_text(each.until))
            for each in outside(found.wished, outlook.points[0].start, outlook.points[-1].start)
        ]
        self.volume.show_chart(data, quality_text(outlook), " ".join(notes), worded(forecast_table(found, step)))
        self.volume.summary.setToolTip(scores_text(outlook))

    def _plan_again(self) -> None:
        found, rules, actor = self._found, self.rules.rules, self._desk.actor
        is_cautious = self.cautious.isChecked()
        if found is not None:
            self._desk.calls.run(
                self,
                "plan",
                lambda: self._staffing.plan(actor, found, rules, is_cautious=is_cautious),
                self._on_plan,
            )

    def _on_plan(self, plan: Staffing | None) -> None:
        self._plan = plan
        self._show_people()

    def _show_people(self) -> None:
        plan, weekday = self._plan, self.weekday.currentData()
        if plan is None or plan.plan.peak is None:
            said = self.tr("A equipe é calculada a partir da previsão, que ainda não existe.")
            self.people.show_nothing(said if plan is None else plan_text(plan))
            return
        data = staffing_chart(plan) if weekday == _WEEK else named_parts(weekday_chart(plan, int(weekday)))
        self.people.show_chart(data, plan_text(plan), basis_text(plan), worded(staffing_table(plan)))

    def _on_saved(self, done: Done[SettingValue]) -> None:
        self._desk.undo.push(done)
        self._version = done.value.version
        self.rules.show_rules(self.rules.rules)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.SETTINGS in changes.topics and self.isVisible() and not self.rules.is_dirty:
            self.load()
