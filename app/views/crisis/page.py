"""*Sala de crise*: the rooms at the left, the one worked in at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.models.domain.alert import AlertLine
from app.models.domain.changes import Changes, Topic
from app.models.domain.crisis_room import RoomLine
from app.models.domain.people import Right
from app.services.crisis_rooms import NewRoom
from app.services.errors import UserError
from app.views.crisis.face_list import Face, FaceChip, FaceList
from app.views.crisis.open_dialog import OpenRoomDialog
from app.views.crisis.room_panel import RoomPanel
from app.views.crisis.texts import drill_word, level_text
from app.views.support.actions import ActionSpec
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.errors import error_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.texts import number_text, when_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.acts import Done
    from app.services.crisis_closing import CrisisClosing
    from app.services.crisis_rooms import CrisisRoomService
    from app.services.crisis_work import CrisisWork
    from app.views.support.desk import Desk

PAGE_ID = "crisis"
_PAGE = 50
_WORST = 3


class CrisisPage(QWidget):
    """Lists rooms, opens new ones and drills, and shows one."""

    open_case_requested = Signal(object)
    open_mention_requested = Signal(object)

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
        self._stale = True
        self._wanted = 0
        self.dialog: OpenRoomDialog | None = None
        self.setAccessibleName(self.tr("Sala de crise"))
        self.which = SegmentedControl(
            theme=desk.theme,
            segments=[Segment("open", self.tr("Abertas")), Segment("closed", self.tr("Encerradas"))],
            name=self.tr("Salas"),
        )
        self.list: FaceList[RoomLine] = FaceList(
            desk=desk,
            name=self.tr("Salas de crise"),
            key=lambda line: line.id,
            face=self._face,
            load=self._load,
            empty=self.tr("Nenhuma sala aqui."),
            page=_PAGE,
        )
        self.new_button = QPushButton(self.tr("Nova sala"))
        self.new_button.setProperty("kind", "primary")
        self.drill_button = QPushButton(self.tr("Fazer exercício"))
        self.panel = RoomPanel(desk=desk, rooms=rooms, work=work, closing=closing)
        self.empty = EmptyState(theme=desk.theme)
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.setFocusProxy(self.list.view)

    def show_room(self, room_id: int) -> None:
        """Show a room, open or closed."""
        self._wanted = room_id
        self.stack.setCurrentWidget(self.panel)
        self.panel.show_room(room_id)
        if not self._stale:
            self._choose()

    def begin(self, new: NewRoom) -> None:
        """Ask how a room is to be opened with what ``new`` brings; an open room may take it instead."""
        brings = bool(new.mention_ids) or new.case_id is not None or new.alert_id is not None
        if not brings:
            self._ask(new, ())
            return
        self._desk.calls.run(self, "open", lambda: self._rooms.rooms(is_open=True), lambda rooms: self._ask(new, rooms))

    def begin_from_alert(self, alert: AlertLine) -> None:
        """Ask for a room that begins with an alert."""
        words = ", ".join(str(word) for word in alert.facts.get("words", ()))
        self.begin(NewRoom(words[:60].capitalize(), alert.level or _WORST, alert_id=alert.id))

    def begin_drill(self) -> None:
        """Ask for a drill."""
        self.begin(NewRoom("", 1, is_drill=True))

    def showEvent(self, event: QShowEvent) -> None:
        """Read the rooms when there may be others."""
        super().showEvent(event)
        if self._stale:
            self._reload()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, may_work = self._desk.theme, self._desk.actor.may(Right.WORK_CASES)
        left = Card(
            theme=theme,
            title=self.tr("Sala de crise"),
            definition=self.tr("Reúne as menções de uma crise, o que foi feito, a posição e as áreas avisadas."),
        )
        tools = FlowLayout(spacing=theme.metrics.step(2))
        for button in (self.new_button, self.drill_button):
            button.setEnabled(may_work)
            tools.addWidget(button)
        left.body.addLayout(tools)
        left.body.addWidget(self.which)
        left.body.addWidget(self.list, 1)
        self.empty.show_state(EmptyKind.EMPTY, self.tr("Escolha uma sala, ou abra uma nova a partir de um alerta."))
        for part in (self.empty, self.panel):
            self.stack.addWidget(part)
        for pane in (left, self.stack):
            pane.setProperty("pane", True)
        split = QSplitter()
        split.setProperty("kind", "gap")
        split.setHandleWidth(theme.metrics.step(3))
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.stack)
        split.setSizes([theme.metrics.px(340), theme.metrics.px(800)])
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4))
        layout.addWidget(split)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.loaded.connect(self._choose)
        self.which.chosen.connect(lambda _which: self._reload())
        self.new_button.clicked.connect(lambda: self.begin(NewRoom("", 1)))
        self.drill_button.clicked.connect(self.begin_drill)
        self.panel.open_case_requested.connect(self.open_case_requested)
        self.panel.open_mention_requested.connect(self.open_mention_requested)
        self.panel.gone.connect(self._on_gone)
        self._desk.changes.changed.connect(self._on_changes)
        group = self.tr("Sala de crise")
        acts: list[tuple[ActionSpec, Callable[[], object]]] = [
            (ActionSpec("crisis.new", self.tr("Nova sala"), ("N",), "plus", PAGE_ID, group), self.new_button.click),
            (
                ActionSpec("crisis.drill", self.tr("Fazer exercício de crise"), (), "flag", PAGE_ID, group),
                self.drill_button.click,
            ),
        ]
        for spec, act in acts:
            self._desk.actions.add(spec, self, act)

    # --- opening ------------------------------------------------------------------------------------------------

    def _ask(self, new: NewRoom, rooms: tuple[RoomLine, ...]) -> None:
        real = [line for line in rooms if not line.is_drill]
        self.dialog = OpenRoomDialog(theme=self._desk.theme, begin=new, rooms=real, parent=self.window())
        self.dialog.new_asked.connect(self._on_new_asked)
        self.dialog.add_asked.connect(self._on_add_asked)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_new_asked(self, new: NewRoom) -> None:
        actor = self._desk.actor
        self._act(lambda: self._rooms.open(actor, new), lambda done: self._on_written(done, int(done.value)))

    def _on_add_asked(self, room_id: int, new: NewRoom) -> None:
        actor = self._desk.actor
        self._act(lambda: self._rooms.join(actor, room_id, new), lambda done: self._on_written(done, room_id))

    def _act(self, work: Callable[[], Done[Any]], done: Callable[[Done[Any]], None]) -> None:
        self._desk.calls.run(self, "act", work, done, failed=self._on_failed)

    def _on_written(self, done: Done[Any], room_id: int) -> None:
        self._desk.undo.push(done)
        if self.dialog is not None:
            self.dialog.accept()
        self.which.choose("open")
        self._reload()
        self.show_room(room_id)

    def _on_failed(self, error: Exception) -> bool:
        if self.dialog is not None and isinstance(error, UserError):
            self.dialog.set_busy(False)
            self.dialog.show_errors({"": error_text(error)})
            return True
        return False

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # --- showing ------------------------------------------------------------------------------------------------

    def _load(self, last: RoomLine | None) -> tuple[RoomLine, ...]:
        is_open = self.which.current == "open"
        return self._rooms.rooms(is_open=is_open, before_id=None if last is None else last.id, limit=_PAGE)

    def _reload(self) -> None:
        self._stale = False
        self.list.reload()

    def _choose(self) -> None:
        if self._wanted:
            self.list.select(self._wanted)
            self._wanted = 0
        else:
            self.list.choose_first()

    def _on_chosen(self, line: RoomLine | None) -> None:
        if line is not None:
            self.stack.setCurrentWidget(self.panel)
            self.panel.show_room(line.id)

    def _on_gone(self) -> None:
        self.stack.setCurrentWidget(self.empty)
        self._reload()

    def _face(self, line: RoomLine) -> Face:
        confirmed = self.tr("{n} de {all} áreas confirmaram").format(
            n=number_text(line.areas_confirmed), all=number_text(line.areas_told)
        )
        facts = [
            level_text(line.level),
            when_text(line.opened_at, self._desk.clock.now()),
            self.tr("1 menção") if line.mentions == 1 else self.tr("{n} menções").format(n=number_text(line.mentions)),
            self.tr("posição aprovada") if line.has_position else self.tr("sem posição aprovada"),
            confirmed,
        ]
        # The name keeps the whole line, but for the word that marks a drill.
        chips = (FaceChip(drill_word(), "warn", "flag"),) if line.is_drill else ()
        return Face(line.name, "", " · ".join(facts), chips, is_strong=line.is_open)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.CRISIS in changes.topics:
            self._stale = True
            if self.isVisible():
                self._reload()
