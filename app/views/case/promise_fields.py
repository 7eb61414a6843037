"""A promise travels with the answer that makes it: what, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QLineEdit, QWidget

from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins

if TYPE_CHECKING:
    from app.services.clock import Clock
    from app.views.support.theme import Theme


class PromiseFields(QWidget):
    """What is promised and the moment by which it is done."""

    def __init__(self, *, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.what = QLineEdit()
        self.what.setPlaceholderText(self.tr("O que você promete? Ex.: reenvio do kit"))
        self.what.setAccessibleName(self.tr("O que você promete"))
        self.until = moment_field(self.tr("Até quando"))
        dress_spins(self.until, theme=theme)
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=2)
        layout.addWidget(label(self.tr("Promessa"), "small"))
        layout.addWidget(self.what, 1)
        layout.addWidget(label(self.tr("até"), "small"))
        layout.addWidget(self.until)

    def begin(self) -> None:
        """Propose the next day at this hour and let the person write."""
        set_moment(self.until, self._clock.now() + timedelta(days=1))
        self.what.setFocus()

    @property
    def due_at(self) -> datetime:
        """By when (aware UTC)."""
        return moment_of(self.until)

    @property
    def text(self) -> str:
        """What is promised, nothing when the field is empty."""
        return self.what.text().strip()

    def clear(self) -> None:
        """Forget what was written."""
        self.what.clear()


def moment_field(name: str) -> QDateTimeEdit:
    """Return a field for a local date and time."""
    made = QDateTimeEdit()
    made.setDisplayFormat("dd/MM/yyyy HH:mm")
    made.setCalendarPopup(True)
    made.setAccessibleName(name)
    return made


def set_moment(field: QDateTimeEdit, at: datetime) -> None:
    """Show a moment in local time, to the minute."""
    field.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp()) // 60 * 60))


def moment_of(field: QDateTimeEdit) -> datetime:
    """Return the moment shown (aware UTC)."""
    return datetime.fromtimestamp(field.dateTime().toSecsSinceEpoch(), tz=UTC)
