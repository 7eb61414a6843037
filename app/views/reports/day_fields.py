"""Two days to choose by hand, both inclusive: of what is shown, and of what stands beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.views.reports.period_menu import Period
    from app.views.support.theme import Theme


class DayFields(QWidget):
    """The first and the last day."""

    edited = Signal(object)
    """Carries the two days in their order."""

    def __init__(self, *, theme: Theme, since: str, until: str, parent: QWidget | None = None) -> None:
        """``since`` and ``until`` name the fields."""
        super().__init__(parent)
        self._theme = theme
        self.since, self.until = QDateEdit(), QDateEdit()
        row = QHBoxLayout(self)
        theme.space(row, spacing=1)
        for edit, name in ((self.since, since), (self.until, until)):
            edit.setCalendarPopup(True)
            dress_spins(edit, theme=theme)
            edit.setKeyboardTracking(False)
            edit.setAccessibleName(name)
            edit.setToolTip(name)
            edit.dateChanged.connect(lambda _day: self.edited.emit(self.days))
            row.addWidget(edit)
        self.setFocusProxy(self.since)
        theme.changed.connect(self._widen)
        self._widen()

    @property
    def days(self) -> Period:
        """What is chosen, the earlier day first."""
        since, until = (date(*each.date().getDate()) for each in (self.since, self.until))
        return min(since, until), max(since, until)

    def _widen(self) -> None:
        # A field's own idea of its width forgets the air before its text, and the year would be cut.
        for edit in (self.since, self.until):
            edit.ensurePolished()
            edit.setMinimumWidth(edit.sizeHint().width() + self._theme.metrics.step(3))

    def show_days(self, days: Period) -> None:
        """Show other days; a field that is being written in keeps its own."""
        for edit, day in zip((self.since, self.until), days, strict=True):
            if not edit.hasFocus():
                edit.blockSignals(True)
                edit.setDate(QDate(day.year, day.month, day.day))
                edit.blockSignals(False)
