"""One crisis room: what it is, how both clocks stand, and the work in it side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.crisis_room import RoomDetail
from app.services.errors import UserError
from app.views.crisis.answers_panel import AnswersPanel
from app.views.crisis.areas_panel import AreasPanel
from app.views.crisis.mentions_panel import MentionsPanel
from app.views.crisis.position_panel import PositionPanel
from app.views.crisis.record_panel import RecordPanel
from app.views.crisis.report_panel import ReportPanel
from app.views.crisis.room_acts import RoomActs
from app.views.crisis.room_figures import RoomFigures
from app.views.crisis.texts import drill_word, level_text
from app.views.support.bars import ConfirmBar
from app.views.support.chips import Chip
from app.views.support.errors import error_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import duration_text, when_text

if TYPE_CHECKING:
    from app.services.crisis_closing import CrisisClosing
    from app.services.crisis_rooms import CrisisRoomService
    from app.services.crisis_work import CrisisWork
    from app.views.support.desk import Desk


_Part = RecordPanel | MentionsPanel | PositionPanel | AreasPanel | AnswersPanel | ReportPanel


class RoomPanel(QFrame):
    """Reads the room's detail and hands it to its panels; only the panel that is seen reads its own rows."""

    open_case_requested = Signal(object)
    open_mention_requested = Signal(object)
    gone = Signal()
    """The room is no more."""

    def __init__(
        self,
        *,
        desk: Desk,
        rooms: CrisisRoomService,
        work: CrisisWork,
        closing: CrisisClosing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._rooms = desk, rooms
        self._room_id = 0
        self._detail: RoomDetail | None = None
        self.setProperty("kind", "card")
        theme = desk.theme
        self.acts = RoomActs(desk=desk, parent=self)
        self.confirm = ConfirmBar(theme=theme)
        self.drill_strip = label("", "strong", wrap=True)
        self._drill = QFrame()
        self._drill.setProperty("note", "warn")
        self.title = ElidedLabel("", role="page")
        self.level, self.state = Chip(theme=theme), Chip(theme=theme)
        self.since = label("", "small")
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self.figures = RoomFigures(theme=theme)
        self.record = RecordPanel(desk=desk, rooms=rooms, work=work, acts=self.acts)
        self.mentions = MentionsPanel(desk=desk, rooms=rooms, acts=self.acts)
        self.position = PositionPanel(desk=desk, closing=closing, acts=self.acts)
        self.areas = AreasPanel(desk=desk, work=work, acts=self.acts)
        self.answers = AnswersPanel(desk=desk, rooms=rooms)
        self.report = ReportPanel(desk=desk, closing=closing, acts=self.acts, confirm=self.confirm)
        self._panels: dict[str, _Part] = {
            "record": self.record,
            "mentions": self.mentions,
            "position": self.position,
            "areas": self.areas,
            "answers": self.answers,
            "report": self.report,
        }
        self.tabs = SegmentedControl(theme=theme, segments=self._segments(), name=self.tr("Parte da sala"))
        self.stack = QStackedWidget()
        self._build()
        self._connect()

    @property
    def detail(self) -> RoomDetail | None:
        """The room shown."""
        return self._detail

    def show_room(self, room_id: int) -> None:
        """Show a room; another one begins with its timeline."""
        if room_id != self._room_id:
            self.tabs.choose("record")
            self.message.hide()
        self._room_id = room_id
        self.reload()

    def show_part(self, part: str) -> None:
        """Show one of the parts: record, mentions, position, areas, answers, report."""
        self.tabs.choose(part)

    def reload(self) -> None:
        """Read the room anew."""
        room_id = self._room_id
        if room_id:
            self._desk.calls.run(self, "room", lambda: self._rooms.room(room_id), self._on_read, failed=self._on_failed)

    # --- building -----------------------------------------------------------------------------------------------

    def _segments(self) -> list[Segment]:
        return [
            Segment("record", self.tr("Linha do tempo")),
            Segment("mentions", self.tr("Menções")),
            Segment("position", self.tr("Posição")),
            Segment("areas", self.tr("Áreas")),
            Segment("answers", self.tr("Respostas")),
            Segment("report", self.tr("Relatório")),
        ]

    def _build(self) -> None:
        theme = self._desk.theme
        head, strip, layout = QHBoxLayout(), QVBoxLayout(self._drill), QVBoxLayout(self)
        theme.space(head, spacing=2)
        theme.space(layout, margins=(3, 3, 3, 3), spacing=2)
        theme.space(strip, margins=(2, 1, 2, 1))
        strip.addWidget(self.drill_strip)
        for part in (self.title, self.level, self.state, self.since):
            head.addWidget(part, 1 if part is self.title else 0)
        for panel in self._panels.values():
            self.stack.addWidget(panel)
        layout.addWidget(self._drill)
        layout.addLayout(head)
        layout.addWidget(self.figures)
        layout.addWidget(self.tabs)
        layout.addWidget(self.message)
        layout.addWidget(self.confirm)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_part)
        self.acts.failed.connect(self._show_error)
        self.acts.done.connect(self.reload)
        for panel in (self.record, self.mentions, self.answers):
            panel.open_case_requested.connect(self.open_case_requested)
        for source in (self.record, self.mentions):
            source.open_mention_requested.connect(self.open_mention_requested)
        self._desk.changes.changed.connect(self._on_changes)

    # --- showing ------------------------------------------------------------------------------------------------

    def _on_read(self, detail: RoomDetail) -> None:
        self._detail = detail
        line, now = detail.line, self._desk.clock.now()
        self._drill.setVisible(line.is_drill)
        self.drill_strip.setText(self.tr("{word}: nada aqui é de verdade.").format(word=drill_word()))
        name = f"{drill_word()} · {line.name}" if line.is_drill else line.name
        self.title.setText(name)
        self.setAccessibleName(self.tr("Sala de crise: {name}").format(name=name))
        self.level.set_chip(level_text(line.level), "bad", icon="urgent")
        is_open = line.closed_at is None
        self.state.set_chip(
            self.tr("aberta") if is_open else self.tr("encerrada"),
            "warn" if is_open else "neutral",
            icon="player-play" if is_open else "check",
        )
        lasted = duration_text((line.closed_at or now) - line.opened_at)
        text = self.tr("desde {when}, {span}") if is_open else self.tr("{when}, durou {span}")
        self.since.setText(text.format(when=when_text(line.opened_at, now), span=lasted))
        self.figures.show_detail(detail)
        self._on_part(self.tabs.current)

    def _on_part(self, part: str) -> None:
        panel = self._panels[part]
        self.stack.setCurrentWidget(panel)
        if self._detail is not None and self._detail.line.id == self._room_id:
            panel.show_detail(self._detail)

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError) and error.code == "room_unknown":
            self._room_id = 0
            self.gone.emit()
            return True
        if isinstance(error, UserError):
            self._show_error(error_text(error))
            return True
        return False

    def _show_error(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _on_changes(self, changes: Changes) -> None:
        touched = changes.topics & {Topic.CRISIS, Topic.ALERTS, Topic.OUTBOX} or changes.mention_ids or changes.case_ids
        if touched and self.isVisible():
            self.reload()
