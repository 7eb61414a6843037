"""Which days and which channels the charts speak of, chosen in one line above them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QMenu, QToolButton, QWidget

from app.models.domain.series import ReportFilter
from app.views.reports.report_texts import month_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins
from app.views.support.texts import date_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.filter_choices import Choice
    from app.views.support.theme import Theme

_MONTH, _CUSTOM = "month", "custom"
_LONG_LIST = 2


class FilterBar(QWidget):
    """Chips for the period, the fields of the chosen one, and a menu of channels."""

    changed = Signal(object)
    """Carries a ``ReportFilter``."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._until = date(2000, 1, 31)
        self._month = date(2000, 1, 1)
        self._channels: dict[int, QAction] = {}
        self.period = SegmentedControl(
            theme=theme,
            name=self.tr("Período"),
            segments=[
                Segment("7", self.tr("7 dias")),
                Segment("30", self.tr("30 dias")),
                Segment("90", self.tr("90 dias")),
                Segment(_MONTH, self.tr("Mês")),
                Segment(_CUSTOM, self.tr("Outro período")),
            ],
        )
        self.period.choose("30")
        self._shown = label("", "muted")
        self.since = self._date_edit(self.tr("Do dia"))
        self.until = self._date_edit(self.tr("Até o dia"))
        self.earlier = self._arrow("chevron-left", self.tr("Mês anterior"), -1)
        self.later = self._arrow("chevron-right", self.tr("Mês seguinte"), 1)
        self.channels = QToolButton()
        self.channels.setProperty("kind", "pill")
        self.channels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.channels.setToolTip(self.tr("Canais mostrados"))
        self._menu = QMenu(self)
        self.channels.setMenu(self._menu)
        self._build()
        self.period.chosen.connect(lambda _: self._on_changed())
        self.since.dateChanged.connect(lambda _: self._on_dates_edited())
        self.until.dateChanged.connect(lambda _: self._on_dates_edited())
        self._show_fields()

    def start(self, first: ReportFilter, channels: Sequence[Choice]) -> None:
        """Begin with a period that ends where the data ends, and offer these channels."""
        self._until = first.until
        self._month = first.until.replace(day=1)
        self._set_dates(first)
        self._menu.clear()
        self._channels = {}
        everything = self._menu.addAction(self.tr("Todos os canais"))
        everything.triggered.connect(self.clear_channels)
        self._menu.addSeparator()
        for choice in channels:
            action = QAction(choice.name, self._menu)
            action.setCheckable(True)
            action.toggled.connect(lambda _: self._on_changed())
            self._menu.addAction(action)
            self._channels[choice.id] = action
        self._show_fields()

    def current(self) -> ReportFilter:
        """Return what is chosen."""
        since, until = self._dates()
        return ReportFilter(since, until, tuple(key for key, action in self._channels.items() if action.isChecked()))

    def choose_channels(self, ids: Sequence[int]) -> None:
        """Show just these channels."""
        for key, action in self._channels.items():
            action.blockSignals(True)
            action.setChecked(key in ids)
            action.blockSignals(False)
        self._on_changed()

    def clear_channels(self) -> None:
        """Show all channels."""
        self.choose_channels(())

    def _build(self) -> None:
        fields = QWidget()
        row = QHBoxLayout(fields)
        self._theme.space(row, spacing=1)
        for widget in (self.earlier, self.since, self._shown, self.until, self.later):
            row.addWidget(widget)
        layout = FlowLayout(self, spacing=self._theme.metrics.step(2))
        for each in (self.period, fields, self.channels):
            holder = QWidget()
            holder.setMinimumHeight(self._theme.metrics.control)
            line = QHBoxLayout(holder)
            self._theme.space(line)
            line.addWidget(each)
            layout.addWidget(holder)

    def _date_edit(self, name: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setCalendarPopup(True)
        dress_spins(edit, theme=self._theme)
        edit.setKeyboardTracking(False)
        edit.setAccessibleName(name)
        edit.setToolTip(name)
        return edit

    def _arrow(self, icon: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._on_month_step(step))
        return button

    def _dates(self) -> tuple[date, date]:
        kind = self.period.current
        if kind == _CUSTOM:
            since, until = self.since.date(), self.until.date()
            first, last = sorted(date(each.year(), each.month(), each.day()) for each in (since, until))
            return first, last
        if kind == _MONTH:
            return self._month, (self._month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return self._until - timedelta(days=int(kind) - 1), self._until

    def _set_dates(self, shown: ReportFilter) -> None:
        for edit, day in ((self.since, shown.since), (self.until, shown.until)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _on_month_step(self, step: int) -> None:
        self._month = (self._month + timedelta(days=32 if step > 0 else -1)).replace(day=1)
        self._on_changed()

    def _on_dates_edited(self) -> None:
        if self.period.current == _CUSTOM:
            self._on_changed()

    def _on_changed(self) -> None:
        self._show_fields()
        self.changed.emit(self.current())

    def _show_fields(self) -> None:
        kind = self.period.current
        for widget in (self.since, self.until):
            widget.setVisible(kind == _CUSTOM)
        for arrow in (self.earlier, self.later):
            arrow.setVisible(kind == _MONTH)
        shown = self.current()
        if kind != _CUSTOM:
            self._set_dates(shown)
        text = f"{date_text(shown.since)} – {date_text(shown.until)}"
        if kind == _MONTH:
            text = month_text(self._month)
        self._shown.setText("–" if kind == _CUSTOM else text)
        self._show_channels(shown)

    def _show_channels(self, shown: ReportFilter) -> None:
        names = [self._channels[key].text() for key in shown.channel_ids]
        if not names:
            text = self.tr("todos os canais")
        elif len(names) <= _LONG_LIST:
            text = ", ".join(names)
        else:
            text = self.tr("{n} canais").format(n=len(names))
        self.channels.setText(text)
        self.channels.setAccessibleName(self.tr("Canais mostrados: {names}").format(names=text))
