"""Opens a room, or begins a drill: a name, the level, and what it begins with; or adds that to a room that is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.services.crisis_rooms import NewRoom
from app.views.crisis.texts import drill_word, level_text
from app.views.support.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.models.domain.crisis_room import RoomLine
    from app.views.support.theme import Theme

_LEVELS = (1, 2, 3)


class OpenRoomDialog(FormDialog):
    """Carries the answer by signals; the page runs the act and closes the dialog when it is written."""

    new_asked = Signal(object)
    """Carries a ``NewRoom``."""
    add_asked = Signal(object, object)
    """Carries the id of an open room and the ``NewRoom`` whose mentions, case or alert are to join it."""

    def __init__(
        self, *, theme: Theme, begin: NewRoom, rooms: Sequence[RoomLine] = (), parent: QWidget | None = None
    ) -> None:
        is_drill = begin.is_drill
        title = self.tr("Exercício de crise") if is_drill else self.tr("Sala de crise")
        intro = self.tr(
            "Marcado como {word} em todo lugar. Os alertas tocam como de verdade em todas as estações; "
            "nenhuma menção e nenhum atendimento é usado."
        ).format(word=drill_word())
        verb = self.tr("Começar exercício") if is_drill else self.tr("Abrir sala")
        super().__init__(theme=theme, title=title, verb=verb, intro=intro if is_drill else "", parent=parent)
        self._begin = begin
        self.room = QComboBox()
        self.room.addItem(self.tr("Nova sala"), 0)
        for line in rooms:
            self.room.addItem(line.name, line.id)
        if rooms:
            self.add_field("room", self.tr("Onde juntar"), self.room)
        self.name = QLineEdit(begin.name)
        self.add_field("name", self.tr("Nome"), self.name, hint=self.tr("Do que se trata: “Vidro na geleia”"))
        self.level = QComboBox()
        for level in _LEVELS:
            self.level.addItem(level_text(level), level)
        self.level.setCurrentIndex(max(0, self.level.findData(begin.level)))
        self.add_field("level", self.tr("Nível"), self.level)
        self.scenario = QPlainTextEdit(begin.scenario)
        self.scenario.setTabChangesFocus(True)
        self.scenario.setFixedHeight(theme.metrics.px(96))
        if is_drill:
            self.add_field("scenario", self.tr("Situação"), self.scenario, hint=self.tr("O que aconteceu, inventado"))
        self.room.currentIndexChanged.connect(lambda _place: self._on_room())

    def check(self) -> Mapping[str, str]:
        """A new room needs a name."""
        if not self.room.currentData() and not self.name.text().strip():
            return {"name": self.tr("Dê um nome à sala.")}
        return {}

    def submit(self) -> None:
        """Ask for the act."""
        self.set_busy(True)
        if self.room.currentData():
            self.add_asked.emit(self.room.currentData(), self._begin)
            return
        scenario = self.scenario.toPlainText().strip()
        self.new_asked.emit(
            replace(self._begin, name=self.name.text(), level=int(self.level.currentData()), scenario=scenario)
        )

    def _on_room(self) -> None:
        is_new = not self.room.currentData()
        for field in (self.name, self.level):
            field.setEnabled(is_new)
        self.submit_button.setText(self.tr("Abrir sala") if is_new else self.tr("Juntar à sala"))
