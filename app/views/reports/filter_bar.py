"""Which days, which channels and what else the charts speak of, as chips in one line above them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from app.models.domain.inbox import InboxFilter
from app.models.domain.series import ReportFilter
from app.views.reports.compare_choice import CompareChoice
from app.views.reports.day_fields import DayFields
from app.views.reports.period_menu import months_before, ready_periods, stepped
from app.views.support.charts.chart_words import period_text
from app.views.support.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from app.services.filter_choices import Choice
    from app.views.reports.period_menu import Period
    from app.views.support.theme import Theme

_LONG_LIST = 2


class FilterBar(QWidget):
    """Chips for the period, the comparison, the channels and everything else."""

    changed = Signal(object)
    """Carries a ``ReportFilter``."""
    more_requested = Signal(bool)
    """The further filters are to be shown, or hidden."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._period: Period = (date(2000, 1, 1), date(2000, 1, 31))
        self._rows = InboxFilter()
        self._names: dict[int, str] = {}
        self._actions: dict[int, QAction] = {}
        self._channel_ids: tuple[int, ...] = ()
        self.period = self._pill(self.tr("Período"))
        self.channels = self._pill(self.tr("Canais mostrados"))
        self._channel_menu = QMenu(self)
        self.channels.setMenu(self._channel_menu)
        self.earlier = self._arrow("chevron-left", self.tr("Período anterior"), -1)
        self.later = self._arrow("chevron-right", self.tr("Período seguinte"), 1)
        self.days = DayFields(theme=theme, since=self.tr("Do dia"), until=self.tr("Até o dia"))
        self.compare = CompareChoice(theme=theme)
        self.more = self._check(self.tr("Assunto, natureza, sentimento, área, pessoa e outros"))
        self.more.setText(self.tr("Mais filtros"))
        self.more.setIcon(theme.icon("filter"))
        self._build()
        self.compare.changed.connect(self._on_changed)
        self.more.toggled.connect(self.more_requested)
        self.days.edited.connect(lambda days: self.choose_period(*days))

    def start(self, first: ReportFilter, channels: Sequence[Choice]) -> None:
        """Begin with a period that ends where the data ends, and offer these channels."""
        self._period = (first.since, first.until)
        self._fill_periods(first.until)
        self.compare.start(first.until)
        self._names = {choice.id: choice.name for choice in channels}
        self._channel_menu.clear()
        self._channel_menu.addAction(self.tr("Todos os canais")).triggered.connect(self.clear_channels)
        self._channel_menu.addSeparator()
        self._actions = {}
        for choice in channels:
            action = self._channel_menu.addAction(choice.name)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False: self.choose_channels(self._checked()))
            self._actions[choice.id] = action
        self._show()

    def current(self) -> ReportFilter:
        """Return what is chosen."""
        since, until = self._period
        rows = replace(self._rows, node_ids=())
        return ReportFilter(
            since,
            until,
            self._channel_ids,
            self._rows.node_ids,
            rows,
            is_compared=self.compare.is_on,
            compare_with=self.compare.other_days,
        )

    def choose_period(self, since: date, until: date) -> None:
        """Show these days, both inclusive."""
        self._period = (min(since, until), max(since, until))
        self._on_changed()

    def choose_channels(self, ids: Sequence[int]) -> None:
        """Show just these channels; none = all."""
        self._channel_ids = tuple(ids)
        self._on_changed()

    def choose_rows(self, rows: InboxFilter) -> None:
        """Narrow everything to what this filter finds; its days and channels become those of the bar."""
        if rows.since is not None and rows.until is not None:
            self._period = (rows.since, rows.until)
        self._channel_ids = rows.channel_ids
        self._rows = replace(rows, since=None, until=None, channel_ids=())
        self._on_changed()

    @property
    def rows(self) -> InboxFilter:
        """What is filtered besides days and channels."""
        return self._rows

    @property
    def whole(self) -> InboxFilter:
        """Everything that is filtered, days and channels too, as the inbox says it."""
        since, until = self._period
        return replace(self._rows, since=since, until=until, channel_ids=self._channel_ids)

    def clear(self) -> None:
        """Show all channels and everything in them."""
        self._channel_ids, self._rows = (), InboxFilter()
        self._on_changed()

    def clear_channels(self) -> None:
        """Show all channels."""
        self.choose_channels(())

    def _build(self) -> None:
        self.days.hide()
        moves = QWidget()
        line = QHBoxLayout(moves)
        self._theme.space(line)
        for part in (self.earlier, self.period, self.later):
            line.addWidget(part)
        layout = FlowLayout(self, spacing=self._theme.metrics.step(2))
        for each in (moves, self.days, self.compare, self.channels, self.more):
            layout.addWidget(each)

    def _pill(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "pill")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(name)
        return button

    def _check(self, hint: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "pill")
        button.setCheckable(True)
        button.setToolTip(hint)
        return button

    def _arrow(self, icon: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.choose_period(*stepped(self._period, step)))
        return button

    def _fill_periods(self, last: date) -> None:
        menu = QMenu(self)
        for name, days in ready_periods(last):
            menu.addAction(name).triggered.connect(lambda _checked=False, days=days: self._on_ready(days))
        months = menu.addMenu(self.tr("Um mês"))
        for name, days in months_before(last):
            months.addAction(name).triggered.connect(lambda _checked=False, days=days: self._on_ready(days))
        menu.addSeparator()
        menu.addAction(self.tr("Outros dias…")).triggered.connect(self._on_other_days)
        self.period.setMenu(menu)

    def _on_ready(self, days: Period) -> None:
        self.days.hide()
        self.choose_period(*days)

    def _on_other_days(self) -> None:
        self.days.show()
        self.updateGeometry()
        self.days.setFocus()

    def _checked(self) -> list[int]:
        return [key for key, action in self._actions.items() if action.isChecked()]

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit(self.current())

    def _show(self) -> None:
        since, until = self._period
        self.days.show_days(self._period)
        text = period_text(since, until)
        self.period.setText(text)
        self.period.setAccessibleName(self.tr("Período: {days}").format(days=text))
        self.compare.show_period(self._period)
        for key, action in self._actions.items():
            action.setChecked(key in self._channel_ids)
        self._show_channels()
        self.updateGeometry()

    def _show_channels(self) -> None:
        names = [self._names.get(key, "…") for key in self._channel_ids]
        if not names:
            text = self.tr("todos os canais")
        elif len(names) <= _LONG_LIST:
            text = ", ".join(names)
        else:
            text = self.tr("{n} canais").format(n=len(names))
        self.channels.setText(text)
        self.channels.setAccessibleName(self.tr("Canais mostrados: {names}").format(names=text))
