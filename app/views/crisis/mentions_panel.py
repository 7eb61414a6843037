"""The mentions of a crisis with their two clocks; those that look alike are proposed, a case joins by its protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.crisis_room import ClockState, RoomDetail, RoomMention, clock_state
from app.models.domain.people import Right
from app.views.crisis.face_list import Face, FaceChip, FaceList
from app.views.crisis.texts import clock_word, level_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import exact_text, number_text, short_when_text

if TYPE_CHECKING:
    from app.services.crisis_rooms import CrisisRoomService
    from app.views.crisis.room_acts import RoomActs
    from app.views.support.desk import Desk

_HOURS = (6, 24, 72)
_PAGE = 60


class MentionsPanel(QWidget):
    """The room's mentions, or, once asked for, those that look alike and are not in it."""

    open_case_requested = Signal(object)
    open_mention_requested = Signal(object)

    def __init__(self, *, desk: Desk, rooms: CrisisRoomService, acts: RoomActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._rooms, self._acts = desk, rooms, acts
        self._room_id = 0
        self.list: FaceList[RoomMention] = FaceList(
            desk=desk,
            name=self.tr("Menções da sala"),
            key=_key,
            face=self._face,
            load=self._load,
            empty=self.tr("Nenhuma menção nesta sala ainda."),
            page=_PAGE,
        )
        self.similar: FaceList[RoomMention] = FaceList(
            desk=desk,
            name=self.tr("Menções parecidas"),
            key=_key,
            face=self._face,
            load=lambda _last: (),
            empty=self.tr("Nenhuma menção parecida neste período."),
        )
        self.protocol = QLineEdit()
        self.protocol.setPlaceholderText(self.tr("Protocolo de um atendimento"))
        self.protocol.setAccessibleName(self.tr("Juntar atendimento pelo protocolo"))
        self.join_button = QPushButton(self.tr("Juntar atendimento"))
        self.open_button = QPushButton(self.tr("Ver"))
        self.remove_button = QPushButton(self.tr("Tirar da sala"))
        self.hours = QComboBox()
        self.hours.setAccessibleName(self.tr("Período das parecidas"))
        for hours in _HOURS:
            self.hours.addItem(self.tr("últimas {n} horas").format(n=hours), hours)
        self.hours.setCurrentIndex(1)
        self.find_button = QPushButton(self.tr("Procurar parecidas"))
        self.add_button = QPushButton(self.tr("Juntar a escolhida"))
        self.add_all_button = QPushButton(self.tr("Juntar todas"))
        self.back_button = QPushButton(self.tr("Voltar às da sala"))
        self.drill_note = label(
            self.tr("Um exercício não usa menções nem atendimentos de verdade."), "muted", wrap=True
        )
        self._own, self._proposals = QWidget(), QWidget()
        self._build()
        self._connect()

    def show_detail(self, detail: RoomDetail) -> None:
        """Show a room's mentions."""
        is_other, line = detail.line.id != self._room_id, detail.line
        self._room_id = line.id
        may_work = line.is_open and not line.is_drill and self._desk.actor.may(Right.WORK_CASES)
        for part in (self.protocol, self.join_button, self.remove_button, self.hours, self.find_button):
            part.setVisible(may_work)
        self.drill_note.setVisible(line.is_drill)
        if is_other or not may_work:
            self.similar.show_rows(())
            self._show_proposals(False)
        self.list.reload()
        self._show_buttons()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._desk.theme
        tools, layout = FlowLayout(spacing=theme.metrics.step(2)), QVBoxLayout(self)
        below = FlowLayout(spacing=theme.metrics.step(2))
        theme.space(layout, spacing=2)
        self.protocol.setMinimumWidth(theme.metrics.px(200))
        for part in (self.open_button, self.remove_button):
            tools.addWidget(part)
        for field in (self.protocol, self.join_button, self.hours, self.find_button):
            tools.addWidget(field)
        inside = QVBoxLayout(self._proposals)
        theme.space(inside, spacing=2)
        below.addWidget(label(self.tr("Parecidas: mesmas palavras ou mesmo assunto"), "strong"))
        for button in (self.back_button, self.add_button, self.add_all_button):
            below.addWidget(button)
        inside.addLayout(below)
        inside.addWidget(self.similar, 1)
        layout.addWidget(self.drill_note)
        own = QVBoxLayout(self._own)
        theme.space(own, spacing=2)
        own.addLayout(tools)
        own.addWidget(self.list, 1)
        layout.addWidget(self._own, 1)
        layout.addWidget(self._proposals, 1)
        self._proposals.hide()

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _row: self._show_buttons())
        self.similar.chosen.connect(lambda _row: self._show_buttons())
        for rows in (self.list, self.similar):
            rows.opened.connect(self._open)
        self.open_button.clicked.connect(lambda: self._open(self.list.current))
        self.remove_button.clicked.connect(self.remove)
        self.join_button.clicked.connect(self.join)
        self.protocol.returnPressed.connect(self.join)
        self.protocol.textChanged.connect(lambda _text: self._show_buttons())
        self.find_button.clicked.connect(self.look_for_similar)
        self.back_button.clicked.connect(lambda: self._show_proposals(False))
        self.add_button.clicked.connect(self._add_chosen)
        self.add_all_button.clicked.connect(lambda: self._add([row.id for row in self.similar.rows]))

    # --- acts ---------------------------------------------------------------------------------------------------

    def look_for_similar(self) -> None:
        """Look for mentions with the room's words or subject."""
        room_id, hours = self._room_id, int(self.hours.currentData())
        self._desk.calls.run(self, "similar", lambda: self._rooms.similar(room_id, hours=hours), self._on_found)

    def join(self) -> None:
        """Add the case of the protocol typed."""
        typed, room_id, actor = self.protocol.text().strip(), self._room_id, self._desk.actor
        if typed:
            self._acts.run(
                "join", lambda: self._rooms.add_by_protocol(actor, room_id, typed), lambda _: self.protocol.clear()
            )

    def remove(self) -> None:
        """Take the chosen mention out of the room."""
        row, room_id, actor = self.list.current, self._room_id, self._desk.actor
        if row is not None:
            self._acts.run("remove", lambda: self._rooms.remove_mentions(actor, room_id, [row.id]))

    def _add_chosen(self) -> None:
        if self.similar.current is not None:
            self._add([self.similar.current.id])

    def _add(self, ids: list[int]) -> None:
        room_id, actor = self._room_id, self._desk.actor
        if ids:
            self._acts.run(
                "add", lambda: self._rooms.add_mentions(actor, room_id, ids), lambda _: self.look_for_similar()
            )

    def _on_found(self, found: tuple[RoomMention, ...]) -> None:
        self._show_proposals(True)
        self.similar.show_rows(found)
        self.add_all_button.setText(self.tr("Juntar todas ({n})").format(n=number_text(len(found))))
        self._show_buttons()

    def _show_proposals(self, on: bool) -> None:
        self._own.setVisible(not on)
        self._proposals.setVisible(on)

    def _open(self, row: RoomMention | None) -> None:
        if row is None:
            return
        if row.case_id is not None:
            self.open_case_requested.emit(row.case_id)
        else:
            self.open_mention_requested.emit(row.id)

    # --- showing ------------------------------------------------------------------------------------------------

    def _load(self, last: RoomMention | None) -> tuple[RoomMention, ...]:
        return self._rooms.mentions(self._room_id, before_id=None if last is None else last.id, limit=_PAGE)

    def _face(self, row: RoomMention) -> Face:
        now = self._desk.clock.now()
        states = (
            (self.tr("identificar"), clock_state(row.identify_due_at, row.identified_at, now)),
            (self.tr("responder"), clock_state(row.answer_due_at, row.answered_at, now)),
        )
        chips = [FaceChip(level_text(row.level), "bad", "urgent")] if row.level is not None else []
        for name, state in states:
            if state is not ClockState.NONE:
                word, tone = clock_word(state)
                chips.append(FaceChip(f"{name}: {word}", tone, "clock"))
        where = " · ".join(part for part in (row.author, row.channel, row.protocol or "") if part)
        tip = f"{exact_text(row.posted_at)}\n{row.text}"
        return Face(where, short_when_text(row.posted_at, now), row.text, tuple(chips), tooltip=tip)

    def _show_buttons(self) -> None:
        self.open_button.setEnabled(self.list.current is not None)
        self.remove_button.setEnabled(self.list.current is not None)
        self.join_button.setEnabled(bool(self.protocol.text().strip()))
        self.add_button.setEnabled(self.similar.current is not None)
        self.add_all_button.setEnabled(bool(self.similar.rows))


def _key(row: RoomMention) -> int:
    return row.id
