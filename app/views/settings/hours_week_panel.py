"""The week as a picture and, for those who would rather write, as one line of text a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.hours_check import HoursError, intervals_text, parse_intervals
from app.views.settings.hours_texts import WEEK, hours_error_text, weekday_name
from app.views.settings.week_picture import WeekPicture
from app.views.support.announce import announce
from app.views.support.labels import label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.models.domain.hours_check import Minutes
    from app.views.support.theme import Theme


class WeekPanel(QWidget):
    """The picture, and below it seven fields that show and take the same hours."""

    changed = Signal(object)
    """Carries the week: day -> intervals in minutes."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = WeekPicture(theme=theme)
        self.text_button = QPushButton(self.tr("Escrever os horários"))
        self.text_button.setProperty("kind", "link")
        self.text_button.setCheckable(True)
        self.fields = [QLineEdit() for _ in range(WEEK)]
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self._form = QWidget()
        grid = QGridLayout(self._form)
        theme.space(grid, spacing=1.5)
        for day, field in enumerate(self.fields):
            name = weekday_name(day)
            title = label(name, "small")
            title.setBuddy(field)
            field.setAccessibleName(name)
            field.setPlaceholderText(self.tr("fechado"))
            field.setToolTip(self.tr("Por exemplo: 09:00-12:00, 13:00-18:00. Vazio = fechado."))
            field.editingFinished.connect(lambda day=day: self._on_typed(day))
            row, column = day % 4, day // 4 * 2
            grid.addWidget(title, row, column)
            grid.addWidget(field, row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._form.hide()
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1)
        layout.addWidget(self.picture)
        layout.addWidget(self.text_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._form)
        layout.addWidget(self.message)
        self.picture.changed.connect(self._on_drawn)
        self.text_button.toggled.connect(self._form.setVisible)

    def set_week(self, week: Mapping[int, tuple[Minutes, ...]]) -> None:
        """Show a week in both forms."""
        self.picture.set_week(week)
        self._show_texts()
        self._fail("", -1)

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody mark or write."""
        self.picture.is_read_only = read_only
        for field in self.fields:
            field.setReadOnly(read_only)

    def _on_drawn(self, week: dict[int, tuple[Minutes, ...]]) -> None:
        self._show_texts()
        self._fail("", -1)
        self.changed.emit(week)

    def _on_typed(self, day: int) -> None:
        try:
            intervals = parse_intervals(self.fields[day].text(), weekday=day)
        except HoursError as error:
            self._fail(hours_error_text(error), day)
            return
        self._fail("", day)
        week = self.picture.week
        if week[day] != intervals:
            week[day] = intervals
            self.picture.set_week(week)
            self.changed.emit(week)
        self.fields[day].setText(intervals_text(intervals))

    def _show_texts(self) -> None:
        for field, intervals in zip(self.fields, self.picture.week.values(), strict=True):
            if not field.hasFocus() or not field.isModified():
                field.setText(intervals_text(intervals))

    def _fail(self, text: str, day: int) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        for number, field in enumerate(self.fields):
            if number == day or not text:
                set_property(field, "invalid", "true" if text else "false")
        if text:
            announce(self, text, urgent=True)
