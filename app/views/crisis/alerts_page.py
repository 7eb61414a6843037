"""The alert centre: every alert with its time, level and why, who saw it when, and who looks after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QSplitter, QTimeEdit, QVBoxLayout, QWidget

from app.models.domain.alert import AlertLine
from app.models.domain.changes import Changes, Topic
from app.views.crisis.alert_panel import AlertPanel
from app.views.crisis.face_list import Face, FaceChip, FaceList
from app.views.crisis.texts import alert_title, alert_why, drill_word, seen_text
from app.views.support.actions import ActionSpec
from app.views.support.cards import Card
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins
from app.views.support.texts import short_when_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.acts import Done
    from app.services.alerts import AlertService
    from app.views.support.desk import Desk

_TIME = "HH:mm"
PAGE_ID = "alerts"


class AlertsPage(QWidget):
    """The list at the left, the alert chosen at the right."""

    open_mention_requested = Signal(object)
    open_case_requested = Signal(object)
    open_room_requested = Signal(object)
    new_room_requested = Signal(object)
    """Carries the ``AlertLine`` that a room is to be opened from."""

    def __init__(self, *, desk: Desk, alerts: AlertService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._alerts = desk, alerts
        self._stale = True
        self._wanted = 0
        self.setAccessibleName(self.tr("Alertas"))
        self.list: FaceList[AlertLine] = FaceList(
            desk=desk,
            name=self.tr("Alertas"),
            key=lambda line: line.id,
            face=self._face,
            load=self._load,
            empty=self.tr("Nenhum alerta ainda. Quando houver uma crise, ela aparece aqui e em todas as estações."),
        )
        self.panel = AlertPanel(desk=desk, alerts=alerts)
        self.all_button = QPushButton(self.tr("Marcar todos como vistos"))
        self.quiet = QCheckBox(self.tr("Sem avisos fora de crise das"))
        self.quiet_from, self.quiet_to = QTimeEdit(), QTimeEdit()
        self._build()
        self._connect()
        self._show_quiet()
        self.setFocusProxy(self.list.view)

    def show_alert(self, alert_id: int) -> None:
        """Choose an alert, now or as soon as the list is there."""
        self._wanted = alert_id
        if not self._stale:
            self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the alerts when there may be others."""
        super().showEvent(event)
        if self._stale:
            self._reload()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._desk.theme
        left = Card(
            theme=theme,
            title=self.tr("Alertas"),
            definition=self.tr("Crises avisam todas as estações, mesmo minimizado e fora do horário."),
        )
        left.tools.addWidget(self.all_button)
        left.body.addWidget(self.list, 1)
        left.body.addLayout(self._quiet_line())
        for pane in (left, self.panel):
            pane.setProperty("pane", True)
        split = QSplitter()
        split.setProperty("kind", "gap")
        split.setHandleWidth(theme.metrics.step(3))
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setSizes([theme.metrics.px(560), theme.metrics.px(520)])
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4))
        layout.addWidget(split)

    def _quiet_line(self) -> FlowLayout:
        line = FlowLayout(spacing=self._desk.theme.metrics.step(2))
        for edit, name in (
            (self.quiet_from, self.tr("Silêncio a partir de")),
            (self.quiet_to, self.tr("Silêncio até")),
        ):
            edit.setDisplayFormat(_TIME)
            dress_spins(edit, theme=self._desk.theme)
            edit.setAccessibleName(name)
        for part in (self.quiet, self.quiet_from, label(self.tr("às")), self.quiet_to):
            line.addWidget(part)
        return line

    def _connect(self) -> None:
        self.list.chosen.connect(self.panel.show_line)
        self.list.opened.connect(self._open)
        self.list.loaded.connect(self._choose)
        self.panel.take_button.clicked.connect(self.take)
        self.panel.seen_button.clicked.connect(self.mark_seen)
        self.all_button.clicked.connect(self.mark_all_seen)
        self.panel.look_button.clicked.connect(lambda: self._open(self.list.current))
        self.panel.room_button.clicked.connect(self.open_room)
        self.quiet.toggled.connect(self._keep_quiet)
        for edit in (self.quiet_from, self.quiet_to):
            edit.timeChanged.connect(self._keep_quiet)
        self._desk.changes.changed.connect(self._on_changes)
        group = self.tr("Alertas")
        acts: list[tuple[ActionSpec, Callable[[], object]]] = [
            (ActionSpec("alert.take", self.tr("Assumir o alerta"), ("A",), "user-check", PAGE_ID, group), self.take),
            (
                ActionSpec("alert.seen", self.tr("Marcar alerta como visto"), ("E",), "eye", PAGE_ID, group),
                self.mark_seen,
            ),
            (
                ActionSpec("alert.room", self.tr("Abrir sala do alerta"), ("S",), "urgent", PAGE_ID, group),
                self.open_room,
            ),
        ]
        for spec, act in acts:
            self._desk.actions.add(spec, self, act)

    # --- acts ---------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Take the chosen alert on."""
        line, actor = self.list.current, self._desk.actor
        if line is not None and self.panel.take_button.isEnabled():
            self._act("act", lambda: self._alerts.take(actor, line.id))

    def mark_seen(self) -> None:
        """Say that the chosen alert was seen."""
        line, actor = self.list.current, self._desk.actor
        if line is not None:
            self._act("act", lambda: self._alerts.mark_seen(actor, [line.id]))

    def mark_all_seen(self) -> None:
        """Say that everything was seen."""
        actor = self._desk.actor
        self._act("act", lambda: self._alerts.mark_all_seen(actor))

    def open_room(self) -> None:
        """Go to the room of the chosen alert, or ask for one to be opened from it."""
        line = self.list.current
        if line is None or not self.panel.room_button.isEnabled():
            return
        if line.room_id is not None:
            self.open_room_requested.emit(line.room_id)
        else:
            self.new_room_requested.emit(line)

    def _act(self, slot: str, work: Callable[[], Done[Any]]) -> None:
        self._desk.calls.run(self, slot, work, self._desk.undo.push)

    def _open(self, line: AlertLine | None) -> None:
        if line is None:
            return
        if line.case_id is not None:
            self.open_case_requested.emit(line.case_id)
        elif line.mention_id is not None:
            self.open_mention_requested.emit(line.mention_id)
        elif line.room_id is not None:
            self.open_room_requested.emit(line.room_id)

    # --- showing ------------------------------------------------------------------------------------------------

    def _load(self, last: AlertLine | None) -> tuple[AlertLine, ...]:
        return self._alerts.page(self._desk.actor.person_id, before_id=None if last is None else last.id, limit=60)

    def _reload(self) -> None:
        self._stale = False
        self.list.reload()

    def _choose(self) -> None:
        if self._wanted and self.list.select(self._wanted):
            self._wanted = 0
        self.list.choose_first()
        self.panel.show_line(self.list.current)

    def _face(self, line: AlertLine) -> Face:
        chips = [FaceChip(drill_word(), "warn", "flag")] if line.is_drill else []
        if line.my_seen_at is None:
            chips.append(FaceChip(self.tr("novo"), "bad" if line.is_loud else "info", "bell"))
        if line.taken_by is not None:
            chips.append(FaceChip(line.taken_by, "ok", "user-check"))
        return Face(
            alert_title(line),
            short_when_text(line.raised_at, self._desk.clock.now()),
            "\n".join(part for part in (alert_why(line), seen_text(line)) if part),
            tuple(chips),
            is_strong=line.my_seen_at is None,
        )

    def _show_quiet(self) -> None:
        settings = self._desk.preferences.current
        is_on = bool(settings.quiet_from and settings.quiet_to)
        self.quiet_from.setTime(QTime.fromString(settings.quiet_from or "20:00", _TIME))
        self.quiet_to.setTime(QTime.fromString(settings.quiet_to or "08:00", _TIME))
        self.quiet.setChecked(is_on)
        for edit in (self.quiet_from, self.quiet_to):
            edit.setEnabled(is_on)

    def _keep_quiet(self) -> None:
        is_on = self.quiet.isChecked()
        for edit in (self.quiet_from, self.quiet_to):
            edit.setEnabled(is_on)
        begins, ends = (edit.time().toString(_TIME) if is_on else "" for edit in (self.quiet_from, self.quiet_to))
        self._desk.preferences.change(quiet_from=begins, quiet_to=ends)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.ALERTS in changes.topics:
            self._stale = True
            if self.isVisible():
                self._reload()
