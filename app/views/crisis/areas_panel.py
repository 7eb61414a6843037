"""The areas of a crisis: who was told when, who confirmed, and whom to call where nobody has the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.crisis_room import RoomArea, RoomDetail
from app.models.domain.people import Right
from app.views.crisis.face_list import Face, FaceChip, FaceList
from app.views.crisis.texts import list_text
from app.views.support.labels import label
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from app.services.crisis_work import CrisisWork
    from app.views.crisis.room_acts import RoomActs
    from app.views.support.desk import Desk


class AreasPanel(QWidget):
    """All areas, those told first."""

    def __init__(self, *, desk: Desk, work: CrisisWork, acts: RoomActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._work, self._acts = desk, work, acts
        self._detail: RoomDetail | None = None
        self.list: FaceList[RoomArea] = FaceList(
            desk=desk,
            name=self.tr("Áreas"),
            key=lambda area: area.area_id,
            face=self._face,
            load=lambda _last: (),
            empty=self.tr("Nenhuma área cadastrada."),
        )
        self.tell_button = QPushButton(self.tr("Avisar a área"))
        self.tell_button.setProperty("kind", "primary")
        self.confirm_button = QPushButton(self.tr("Registrar confirmação"))
        definition = self.tr("As áreas da matriz são avisadas ao abrir a sala; Comunicação / RP, em toda crise.")
        tools, layout = QHBoxLayout(), QVBoxLayout(self)
        desk.theme.space(tools, spacing=2)
        desk.theme.space(layout, spacing=2)
        tools.addWidget(label(definition, "small", wrap=True), 1)
        tools.addWidget(self.confirm_button)
        tools.addWidget(self.tell_button)
        layout.addLayout(tools)
        layout.addWidget(self.list, 1)
        self.tell_button.clicked.connect(self.tell)
        self.confirm_button.clicked.connect(self.confirm)
        self.list.chosen.connect(lambda _area: self._show_buttons())

    def show_detail(self, detail: RoomDetail) -> None:
        """Show the areas of a room."""
        self._detail = detail
        self.list.show_rows(detail.areas)
        self._show_buttons()

    def tell(self) -> None:
        """Record that the chosen area was told."""
        area, actor = self.list.current, self._desk.actor
        if area is not None and self._detail is not None:
            room_id = self._detail.line.id
            self._acts.run("area", lambda: self._work.tell_area(actor, room_id, area.area_id))

    def confirm(self) -> None:
        """Record that the chosen area knows."""
        area, actor = self.list.current, self._desk.actor
        if area is not None and self._detail is not None:
            room_id = self._detail.line.id
            self._acts.run("area", lambda: self._work.confirm_area(actor, room_id, area.area_id))

    def _face(self, area: RoomArea) -> Face:
        now = self._desk.clock.now()
        if area.confirmed_at is not None:
            chip = FaceChip(self.tr("confirmou"), "ok", "check")
            when = when_text(area.confirmed_at, now)
        elif area.told_at is not None:
            chip = FaceChip(self.tr("avisada"), "warn", "bell")
            when = when_text(area.told_at, now)
        else:
            chip, when = FaceChip(self.tr("não avisada")), ""
        people = list_text(list(area.members)) or self.tr("ninguém cadastrado no Balcão")
        contact = area.contact or self.tr("sem contato cadastrado")
        return Face(area.name, when, f"{people} · {contact}", (chip,), is_strong=area.told_at is not None)

    def _show_buttons(self) -> None:
        area, detail, actor = self.list.current, self._detail, self._desk.actor
        is_open = detail is not None and detail.line.is_open
        told = area is not None and area.told_at is not None
        confirmed = area is not None and area.confirmed_at is not None
        self.tell_button.setEnabled(is_open and area is not None and not told and actor.may(Right.WORK_CASES))
        self.confirm_button.setEnabled(is_open and told and not confirmed and actor.may(Right.ANSWER_AREA))
