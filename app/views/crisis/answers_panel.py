"""What was answered in a crisis: every reply of ours on the room's cases, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.domain.crisis_room import RoomAnswer, RoomDetail
from app.models.domain.protocol import display
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.views.crisis.face_list import Face, FaceChip, FaceList
from app.views.support.texts import short_when_text

if TYPE_CHECKING:
    from app.services.crisis_rooms import CrisisRoomService
    from app.views.support.desk import Desk

_PAGE = 60


class AnswersPanel(QWidget):
    """Replies, the newest first; Enter opens the case."""

    open_case_requested = Signal(object)

    def __init__(self, *, desk: Desk, rooms: CrisisRoomService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._rooms = desk, rooms
        self._room_id = 0
        self.list: FaceList[RoomAnswer] = FaceList(
            desk=desk,
            name=self.tr("O que foi respondido"),
            key=lambda answer: answer.reply_id,
            face=self._face,
            load=self._load,
            empty=self.tr("Nada foi respondido ainda nos atendimentos desta sala."),
            page=_PAGE,
        )
        layout = QVBoxLayout(self)
        desk.theme.space(layout, spacing=0)
        layout.addWidget(self.list)
        self.list.opened.connect(lambda answer: self.open_case_requested.emit(answer.case_id))

    def show_detail(self, detail: RoomDetail) -> None:
        """Show a room's answers."""
        self._room_id = detail.line.id
        self.list.reload()

    def _load(self, last: RoomAnswer | None) -> tuple[RoomAnswer, ...]:
        return self._rooms.answers(self._room_id, before_id=None if last is None else last.reply_id, limit=_PAGE)

    def _face(self, answer: RoomAnswer) -> Face:
        is_private = answer.visibility is Visibility.PRIVATE
        seen_by = (
            FaceChip(self.tr("privada"), "private", "lock")
            if is_private
            else FaceChip(self.tr("pública"), icon="world")
        )
        head = f"{answer.author or self.tr('Balcão')} · {display(answer.protocol)}"
        when = short_when_text(answer.at, self._desk.clock.now())
        return Face(head, when, answer.text, (self._state_chip(answer.state), seen_by), tooltip=answer.text[:1_500])

    def _state_chip(self, state: DeliveryState) -> FaceChip:
        if state is DeliveryState.SENT:
            return FaceChip(self.tr("enviada"), "ok", "check")
        if state in {DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.TO_APPROVE}:
            return FaceChip(self.tr("esperando"), "warn", "clock")
        if state in {DeliveryState.WITHDRAWN, DeliveryState.REFUSED}:
            return FaceChip(self.tr("não foi"), "neutral", "x")
        return FaceChip(self.tr("verificar envio"), "bad", "alert-circle")
