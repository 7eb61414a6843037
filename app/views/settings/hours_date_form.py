"""The form of one date with hours of its own: when, what, which hours, where it comes from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton

from app.models.domain.hours_check import DayHours, HoursError, intervals_text, parse_intervals
from app.views.settings.hours_texts import hours_error_text, origin_names
from app.views.support.announce import announce
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.views.support.theme import Theme


class DateForm(QFrame):
    """Fields of one date; Enter saves, Esc closes."""

    saved = Signal(object, object)
    """Carries the ``DayHours`` and the date that it was before, None for a new one."""
    closed = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "box")
        self._before: date | None = None
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Aniversário da cidade"))
        self.hours = QLineEdit()
        self.hours.setPlaceholderText(self.tr("vazio = fechado; ou 09:00-13:00"))
        self.origin = QComboBox()
        for key, text in origin_names().items():
            self.origin.addItem(text, key)
        self.save_button = QPushButton(self.tr("Salvar data"))
        self.save_button.setProperty("kind", "primary")
        self.close_button = QPushButton(self.tr("Fechar"))
        self.message = label("", "error", wrap=True)
        self.message.hide()
        grid = QGridLayout(self)
        theme.space(grid, margins=(3, 2, 3, 2), spacing=2)
        titles = (self.tr("Data"), self.tr("O quê"), self.tr("Vale (horário)"), self.tr("Origem"))
        for column, (title, field) in enumerate(
            zip(titles, (self.date, self.name, self.hours, self.origin), strict=True)
        ):
            heading = label(title, "small")
            heading.setBuddy(field)
            field.setAccessibleName(title)
            grid.addWidget(heading, 0, column)
            grid.addWidget(field, 1, column)
        grid.addLayout(self._foot(theme), 2, 0, 1, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        dress_spins(self.date, theme=theme)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.closed)
        for edit in (self.name, self.hours):
            edit.returnPressed.connect(self.save)

    def _foot(self, theme: Theme) -> QHBoxLayout:
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self.message, 1)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        return foot

    def start(self, day: date, known: DayHours | None) -> None:
        """Show a date to edit, or an empty form for a new one."""
        self._before = known.day if known is not None else None
        shown = known or DayHours(day, "", "own")
        self.date.setDate(QDate(shown.day.year, shown.day.month, shown.day.day))
        self.name.setText(shown.name)
        self.hours.setText(intervals_text(shown.intervals))
        self.origin.setCurrentIndex(self.origin.findData(shown.origin))
        self._fail("")
        self.show()
        self.name.setFocus()

    def save(self) -> None:
        """Hand the date over, or say what is wrong."""
        name = " ".join(self.name.text().split())
        if not name:
            self._fail(self.tr("Escreva o que é este dia."))
            self.name.setFocus()
            return
        try:
            intervals = parse_intervals(self.hours.text())
        except HoursError as error:
            self._fail(hours_error_text(error))
            self.hours.setFocus()
            return
        self._fail("")
        shown = self.date.date()
        chosen = date(shown.year(), shown.month(), shown.day())
        self.saved.emit(DayHours(chosen, name, self.origin.currentData(), intervals), self._before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fail(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)
