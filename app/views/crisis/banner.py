"""A crisis cannot be missed: a strip below the top bar says what it is and who took it, and never takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.models.domain.alert import AlertLine
from app.models.domain.people import Right
from app.views.crisis.texts import alert_title, alert_why, drill_word, list_text, taken_text
from app.views.support.announce import announce
from app.views.support.chips import Chip
from app.views.support.labels import ElidedLabel, IconLabel, label
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.support.desk import Desk

_TICK_MS = 30_000


class AlertBanner(QFrame):
    """Shows the gravest alert that this person has not seen, until it is seen or taken here."""

    take_requested = Signal(object)
    room_requested = Signal(object)
    look_requested = Signal(object)
    seen_requested = Signal(object)
    list_requested = Signal()
    """The first four carry the ``AlertLine`` shown."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line: AlertLine | None = None
        self.setProperty("note", "bad")
        self.drill = Chip(drill_word(), theme=desk.theme, tone="warn", icon="flag")
        self.drill.hide()
        self.text = ElidedLabel("", role="strong")
        self.why = ElidedLabel("", role="small")
        self.taken = label("", "small")
        self.take_button = QPushButton(self.tr("Assumir"))
        self.look_button = QPushButton(self.tr("Ver"))
        self.room_button = QPushButton(self.tr("Abrir sala"))
        self.seen_button = QPushButton(self.tr("Estou ciente"))
        self.more_button = QPushButton()
        self.more_button.setProperty("kind", "link")
        layout = QHBoxLayout(self)
        desk.theme.space(layout, margins=(3, 1, 3, 1), spacing=2)
        layout.addWidget(IconLabel("urgent", theme=desk.theme, color="bad"))
        layout.addWidget(self.drill)
        layout.addWidget(self.text, 3)
        layout.addWidget(self.why, 2)
        layout.addWidget(self.taken)
        for button in (self.more_button, self.take_button, self.look_button, self.room_button, self.seen_button):
            layout.addWidget(button)
        self.take_button.clicked.connect(lambda: self._emit(self.take_requested.emit))
        self.look_button.clicked.connect(lambda: self._emit(self.look_requested.emit))
        self.room_button.clicked.connect(lambda: self._emit(self.room_requested.emit))
        self.seen_button.clicked.connect(lambda: self._emit(self.seen_requested.emit))
        self.more_button.clicked.connect(self.list_requested)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._show_taken)
        self.hide()

    @property
    def line(self) -> AlertLine | None:
        """The alert shown."""
        return self._line

    def show_alert(self, line: AlertLine | None, *, others: int = 0) -> None:
        """Show an alert (None hides the strip) and how many more there are; a new one is said aloud."""
        is_new = line is not None and (self._line is None or self._line.id != line.id)
        self._line = line
        if line is None:
            self._timer.stop()
            self.hide()
            return
        self.text.setText(alert_title(line))
        why = alert_why(line)
        self.why.setText(why)
        self.drill.setVisible(line.is_drill)
        self.more_button.setText(self.tr("mais {n}").format(n=number_text(others)))
        self.more_button.setAccessibleName(self.tr("Ver mais {n} alertas").format(n=number_text(others)))
        self.more_button.setVisible(others > 0)
        may_work = self._desk.actor.may(Right.WORK_CASES)
        self.take_button.setVisible(may_work and line.taken_by_id is None)
        self.look_button.setVisible(line.mention_id is not None or line.case_id is not None)
        self.room_button.setVisible(line.room_id is not None or (may_work and not line.is_drill))
        self.room_button.setText(self.tr("Ir para a sala") if line.room_id is not None else self.tr("Abrir sala"))
        self._show_taken()
        spoken = [drill_word() if line.is_drill else "", alert_title(line), why, self.taken.text()]
        self.setAccessibleName(list_text([part for part in spoken if part]))
        self.setVisible(True)
        self._timer.start()
        if is_new:
            announce(self, self.accessibleName(), urgent=True)

    def _show_taken(self) -> None:
        if self._line is not None:
            self.taken.setText(taken_text(self._line, self._desk.clock.now()))

    def _emit(self, tell: Callable[[AlertLine], object]) -> None:
        if self._line is not None:
            tell(self._line)
