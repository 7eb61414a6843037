"""One alert in full: what, why, who was told, who looks after it, and the log of who saw it when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from app.models.domain.alert import AlertLine, AlertViewer
from app.models.domain.people import Right
from app.views.crisis.texts import alert_why, marked_title, seen_text, taken_text, told_text
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import exact_text, time_text

if TYPE_CHECKING:
    from app.services.alerts import AlertService
    from app.views.support.desk import Desk


class AlertPanel(Card):
    """Shows a line and asks for its log; the page says what the buttons do."""

    def __init__(self, *, desk: Desk, alerts: AlertService, parent: QWidget | None = None) -> None:
        super().__init__(theme=desk.theme, parent=parent)
        self._desk, self._alerts = desk, alerts
        self.setAccessibleName(self.tr("Alerta escolhido"))
        self.title = label("", "title", wrap=True)
        self.when = label("", "small")
        self.why = label("", wrap=True)
        self.told = label("", wrap=True)
        self.taken = label("", "strong", wrap=True)
        self.seen = label("", "muted", wrap=True)
        self.viewers = label("", "small", wrap=True)
        self._texts = (self.title, self.when, self.why, self.told, self.taken, self.seen, self.viewers)
        self.take_button = QPushButton(self.tr("Assumir"))
        self.take_button.setProperty("kind", "primary")
        self.look_button = QPushButton(self.tr("Ver a menção"))
        self.room_button = QPushButton(self.tr("Abrir sala de crise"))
        self.seen_button = QPushButton(self.tr("Marcar como visto"))
        self._buttons = (self.take_button, self.look_button, self.room_button, self.seen_button)
        line = FlowLayout(spacing=desk.theme.metrics.step(2))
        for button in self._buttons:
            line.addWidget(button)
        for part in self._texts[:5]:
            self.body.addWidget(part)
        self.body.addLayout(line)
        for part in self._texts[5:]:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.empty = EmptyState(theme=desk.theme)
        self.empty.show_state(
            EmptyKind.EMPTY, self.tr("O alerta escolhido aparece aqui: o porquê, quem assumiu e quem já viu.")
        )
        self.body.insertWidget(0, self.empty, 100)
        for button in self._buttons:
            button.hide()

    def show_line(self, line: AlertLine | None) -> None:
        """Show an alert, or nothing."""
        for button in self._buttons:
            button.setVisible(line is not None)
        for text in self._texts:
            text.setText("")
        self.empty.setVisible(line is None)
        if line is None:
            self._desk.calls.cancel(self, "viewers")
            return
        self.title.setText(marked_title(line))
        self.when.setText(exact_text(line.raised_at))
        self.why.setText(alert_why(line))
        self.told.setText(told_text(line.facts))
        self.taken.setText(taken_text(line, self._desk.clock.now()))
        self.seen.setText(seen_text(line))
        self._show_buttons(line)
        self._desk.calls.run(self, "viewers", lambda: self._alerts.viewers(line.id), self._show_viewers)

    def _show_buttons(self, line: AlertLine) -> None:
        may_work, has_room = self._desk.actor.may(Right.WORK_CASES), line.room_id is not None
        self.take_button.setEnabled(may_work and line.taken_by_id is None)
        self.seen_button.setEnabled(line.my_seen_at is None)
        self.look_button.setEnabled(line.mention_id is not None or line.case_id is not None)
        self.look_button.setText(self.tr("Ver o atendimento") if line.case_id is not None else self.tr("Ver a menção"))
        self.room_button.setEnabled(has_room or (may_work and not line.is_drill))
        self.room_button.setText(self.tr("Ir para a sala") if has_room else self.tr("Abrir sala de crise"))

    def _show_viewers(self, viewers: tuple[AlertViewer, ...]) -> None:
        self.viewers.setText("\n".join(self._viewer_text(viewer) for viewer in viewers))

    def _viewer_text(self, viewer: AlertViewer) -> str:
        place = f" ({viewer.workstation})" if viewer.workstation else ""
        shown = self.tr("apareceu às {time}").format(time=time_text(viewer.shown_at))
        if viewer.seen_at is None:
            return f"{viewer.person}{place}: {shown}"
        return f"{viewer.person}{place}: {shown}, " + self.tr("visto às {time}").format(time=time_text(viewer.seen_at))
