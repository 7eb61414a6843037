"""The timeline of a crisis: what the team did and decided, what the program alerted, what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.crisis_room import EntryKind, RoomDetail, RoomEntry
from app.models.domain.people import Right
from app.views.crisis.face_list import PAGE, Face, FaceChip, FaceList
from app.views.crisis.texts import entry_head, entry_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.texts import exact_text, short_when_text

if TYPE_CHECKING:
    from app.services.crisis_rooms import CrisisRoomService
    from app.services.crisis_work import CrisisWork
    from app.views.crisis.room_acts import RoomActs
    from app.views.support.desk import Desk


class RecordPanel(QWidget):
    """The record, newest first, and a box to write into it."""

    open_case_requested = Signal(object)
    open_mention_requested = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        rooms: CrisisRoomService,
        work: CrisisWork,
        acts: RoomActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._rooms, self._work, self._acts = desk, rooms, work, acts
        self._room_id = 0
        self.list: FaceList[RoomEntry] = FaceList(
            desk=desk,
            name=self.tr("Linha do tempo"),
            key=_key,
            face=self._face,
            load=self._load,
            empty=self.tr("Nada registrado ainda."),
        )
        self.kind = SegmentedControl(
            theme=desk.theme,
            segments=[
                Segment(EntryKind.NOTE.value, self.tr("Anotação"), "note"),
                Segment(EntryKind.DECISION.value, self.tr("Decisão"), "flag"),
            ],
            name=self.tr("Tipo de registro"),
        )
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Escrever na linha do tempo"))
        self.text.setPlaceholderText(self.tr("O que aconteceu, o que foi decidido e por quem"))
        self.text.setTabChangesFocus(True)
        self.button = QPushButton(self.tr("Registrar"))
        self.button.setProperty("kind", "primary")
        tools = QHBoxLayout()
        desk.theme.space(tools, spacing=2)
        tools.addWidget(self.kind)
        tools.addStretch(1)
        tools.addWidget(self.button)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=2)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.text)
        layout.addLayout(tools)
        self._size()
        desk.theme.changed.connect(self._size)
        self.button.clicked.connect(self.write)
        self.text.textChanged.connect(self._show_buttons)
        self.list.opened.connect(self._on_opened)

    def show_detail(self, detail: RoomDetail) -> None:
        """Show a room's record; what is being typed stays while the room is the same."""
        if detail.line.id != self._room_id:
            self.text.clear()
        self._room_id = detail.line.id
        may_write = detail.line.is_open and self._desk.actor.may(Right.ANSWER_AREA)
        for part in (self.text, self.kind, self.button):
            part.setVisible(may_write)
        self._show_buttons()
        self.list.reload()

    def write(self) -> None:
        """Write what was typed into the record."""
        text, kind, room_id = self.text.toPlainText(), EntryKind(self.kind.current), self._room_id
        actor = self._desk.actor
        if text.strip():
            self._acts.run("note", lambda: self._work.write(actor, room_id, text, kind), lambda _: self.text.clear())

    def _load(self, last: RoomEntry | None) -> tuple[RoomEntry, ...]:
        return self._rooms.record(self._room_id, before=None if last is None else last.at, limit=PAGE)

    def _face(self, entry: RoomEntry) -> Face:
        chips = {
            EntryKind.DECISION: FaceChip(self.tr("decisão"), "info", "flag"),
            EntryKind.POSITION_APPROVED: FaceChip(self.tr("aprovada"), "ok", "check"),
            EntryKind.ALERT: FaceChip(self.tr("alerta"), "bad", "bell"),
        }
        chip = chips.get(entry.kind)
        when = short_when_text(entry.at, self._desk.clock.now())
        tip = "\n".join(part for part in (exact_text(entry.at), entry_text(entry)[:1_500]) if part)
        return Face(entry_head(entry), when, entry_text(entry), (chip,) if chip else (), tooltip=tip)

    def _on_opened(self, entry: RoomEntry) -> None:
        if entry.case_id is not None:
            self.open_case_requested.emit(entry.case_id)
        elif entry.mention_id is not None:
            self.open_mention_requested.emit(entry.mention_id)

    def _show_buttons(self) -> None:
        self.button.setEnabled(bool(self.text.toPlainText().strip()))

    def _size(self) -> None:
        self.text.setFixedHeight(self._desk.theme.metrics.px(64))


def _key(entry: RoomEntry) -> int:
    return hash((entry.at, entry.kind, entry.who, entry.text, entry.case_id, entry.mention_id, str(entry.facts)))
