"""What the charts stand beside: the period before, the same days of the year before, a month, or any other days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from app.models.domain.report_period import period_before
from app.models.domain.report_plan import Against, ReportSpec, Span, against_of
from app.views.reports.day_fields import DayFields
from app.views.reports.period_menu import months_before
from app.views.support.charts.chart_words import period_text

if TYPE_CHECKING:
    from datetime import date

    from app.views.reports.period_menu import Period
    from app.views.support.theme import Theme


class CompareChoice(QWidget):
    """A pill that turns the comparison on, a menu of what with, and two days where these are chosen by hand."""

    changed = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period: Period | None = None
        self._spec = ReportSpec((), against=Against.BEFORE)
        self.toggle = QPushButton()
        self.toggle.setProperty("kind", "pill")
        self.toggle.setCheckable(True)
        self.toggle.setToolTip(self.tr("Desenhar também o outro período, mais claro"))
        self.other = QToolButton()
        self.other.setProperty("kind", "pill")
        self.other.setIcon(theme.icon("chevron-down"))
        self.other.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.other.setToolTip(self.tr("Comparar com outro período"))
        self.other.setAccessibleName(self.other.toolTip())
        self.days = DayFields(
            theme=theme, since=self.tr("Comparar: do dia"), until=self.tr("Comparar: até o dia"), parent=self
        )
        self.days.hide()
        row = QHBoxLayout(self)
        theme.space(row, spacing=1)
        for part in (self.toggle, self.other, self.days):
            row.addWidget(part)
        self.toggle.toggled.connect(lambda _on: self._on_toggled())
        self.days.edited.connect(lambda days: self.compare_with(Against.FIXED, days))

    @property
    def is_on(self) -> bool:
        """Whether another period is to stand beside."""
        return self.toggle.isChecked()

    @property
    def other_days(self) -> Period | None:
        """The days that stand beside; None = none, or those just before, whatever the period."""
        if self._period is None or not self.is_on:
            return None
        span = against_of(self._spec, Span(*self._period))
        return None if span is None else (span.since, span.until)

    def start(self, last: date) -> None:
        """Offer what ends at or before the last day with data."""
        menu = QMenu(self)
        before = menu.addAction(self.tr("Período anterior"))
        before.triggered.connect(lambda _checked=False: self.compare_with(Against.BEFORE))
        year = menu.addAction(self.tr("Mesmos dias do ano anterior"))
        year.triggered.connect(lambda _checked=False: self.compare_with(Against.YEAR_BEFORE))
        months = menu.addMenu(self.tr("Um mês"))
        for name, days in months_before(last):
            month = months.addAction(name)
            month.triggered.connect(lambda _checked=False, days=days: self._on_month(days))
        menu.addSeparator()
        menu.addAction(self.tr("Outros dias…")).triggered.connect(lambda _checked=False: self._on_other_days())
        self.other.setMenu(menu)

    def show_period(self, period: Period) -> None:
        """Follow the period that is shown."""
        self._period = period
        beside = self._beside(period)
        self.toggle.setText(self.tr("comparar: {days}").format(days=period_text(*beside)))
        self.days.show_days(beside)
        self.updateGeometry()

    def compare_with(self, against: Against, days: Period | None = None) -> None:
        """Let these stand beside, and turn the comparison on. ``days`` of ``FIXED`` alone."""
        self._spec = ReportSpec((), against=against, fixed_against=None if days is None else Span(*days))
        if against is not Against.FIXED:
            self.days.hide()
        if self.is_on:
            self._on_toggled()
        else:
            self.toggle.setChecked(True)

    def _beside(self, period: Period) -> Period:
        span = against_of(self._spec, Span(*period))
        return period_before(*period) if span is None else (span.since, span.until)

    def _on_month(self, days: Period) -> None:
        self.days.hide()
        self.compare_with(Against.FIXED, days)

    def _on_other_days(self) -> None:
        self.days.show()
        if self._period is not None:
            self.compare_with(Against.FIXED, self._beside(self._period))
        self.days.setFocus()

    def _on_toggled(self) -> None:
        if not self.is_on:
            self.days.hide()
        if self._period is not None:
            self.show_period(self._period)
        self.changed.emit()
