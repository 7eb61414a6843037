"""The head of a case: what it is, its protocol, the six steps and the one thing that comes next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail, Viewer
from app.models.domain.vocabulary import CaseState
from app.views.case.texts import closing_text, state_chip
from app.views.support.chips import Chip
from app.views.support.labels import ElidedLabel, ProtocolLabel, label
from app.views.support.step_texts import step_text
from app.views.support.steps_bar import StepsBar
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.views.support.desk import Desk


_NARROW: Final = 520


class CaseHeader(QFrame):
    """Draws the head; its buttons run the same actions as the keys."""

    explain_requested = Signal()
    survivor_requested = Signal(object)

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._merged_into = 0
        self.setProperty("zone", "head")
        theme = desk.theme
        self.title = ElidedLabel(role="title", grow=False)
        self.state = Chip(theme=theme)
        self._marks = {name: Chip(theme=theme) for name in ("crisis", "severe", "vip")}
        self.protocol = ProtocolLabel(theme=theme)
        self.protocol.copied.connect(lambda _: desk.say(self.tr("Protocolo copiado")))
        self._key = label("P", "key")
        self._facts = label("", "muted", wrap=True)
        self.steps = StepsBar(theme=theme)
        self.next_step = label("", wrap=True)
        self._next_word = label(self.tr("Próximo passo:"), "strong")
        self.explain = QPushButton(self.tr("explicar este prazo"))
        self.explain.setProperty("kind", "link")
        self.explain.clicked.connect(self.explain_requested)
        self._survivor = QPushButton()
        self._survivor.setProperty("kind", "link")
        self._survivor.clicked.connect(lambda: self.survivor_requested.emit(self._merged_into))
        self.viewers = label("", "small", wrap=True)
        self._buttons: dict[str, QPushButton] = {}
        self._icons: dict[QPushButton, QIcon] = {}
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self._buttons_row = QHBoxLayout()
        self._build()

    def _build(self) -> None:
        theme = self._desk.theme
        top = QHBoxLayout()
        theme.space(top, spacing=2)
        top.addWidget(self.title)
        top.addWidget(self.state)
        top.addStretch(1)
        theme.space(self._buttons_row, spacing=2)
        top.addLayout(self._buttons_row)
        second = QHBoxLayout()
        theme.space(second, spacing=1)
        word = label(self.tr("Protocolo"), "muted")
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget in (word, self.protocol, self._key):
            second.addWidget(widget, 0, middle)
        second.addStretch(1)
        for chip in self._marks.values():
            second.addWidget(chip, 0, middle)
            chip.hide()
        due = QHBoxLayout()
        theme.space(due, spacing=1)
        due.addWidget(self._next_word, 0, Qt.AlignmentFlag.AlignTop)
        self.next_step.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        due.addWidget(self.next_step, 1)
        for part in (self.explain, self._survivor):
            due.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(4, 2.5, 4, 2), spacing=1.5)
        layout.addLayout(top)
        layout.addLayout(second)
        layout.addWidget(self._facts)
        layout.addWidget(self.steps)
        layout.addLayout(due)
        layout.addWidget(self.viewers)

    def set_actions(self, buttons: Mapping[str, QAction], primary: str, more: list[QAction | None]) -> None:
        """Show buttons for actions by id, one of them primary, and the rest in the menu; None draws a line there."""
        for action_id, action in buttons.items():
            button = QPushButton(action.text())
            button.setAccessibleName(action.text())
            self._icons[button] = action.icon()
            if action_id == primary:
                button.setProperty("kind", "primary")
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda button=button, action=action: _follow(button, action))
            _follow(button, action)
            self._buttons[action_id] = button
            self._buttons_row.addWidget(button)
        for entry in more:
            if entry is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(entry)
        self.more = QPushButton()
        self.more.setIcon(self._desk.theme.icon("dots"))
        self.more.setAccessibleName(self.tr("Mais ações deste atendimento"))
        self.more.setToolTip(self.tr("Mais ações deste atendimento"))
        self.more.clicked.connect(self._show_menu)
        self._buttons_row.insertWidget(max(0, self._buttons_row.count() - 1), self.more)

    def button(self, action_id: str) -> QPushButton:
        """Return the button of an action."""
        return self._buttons[action_id]

    def show_case(self, detail: CaseDetail, now: datetime) -> None:
        """Draw the head of a case."""
        self.title.setText(detail.title or self.tr("Atendimento sem título"))
        text, tone, icon = state_chip(detail.state)
        if detail.closing_kind is not None and detail.state is CaseState.CLOSED:
            text = closing_text(detail.closing_kind)
        if detail.forwarding is not None:
            text = self.tr("Aguarda {area}").format(area=detail.forwarding.area_name)
        self.state.set_chip(text, tone, icon=icon)
        self._mark("crisis", self._crisis(detail), "bad", "urgent")
        self._mark("severe", self.tr("Grave") if detail.is_severe else "", "bad", "alert-triangle")
        self._mark("vip", self.tr("VIP") if detail.is_vip else "", "accent", "star")
        self.protocol.set_protocol(protocol.display(detail.protocol))
        self._facts.setText(self._fact_line(detail, now))
        self._show_steps(detail)
        self.refresh_time(detail, now)
        self._merged_into = detail.merged_into_id or 0
        self._survivor.setVisible(bool(self._merged_into))
        if detail.merged_into_protocol:
            number = protocol.display(detail.merged_into_protocol)
            self._survivor.setText(self.tr("abrir o protocolo {number}").format(number=number))
        self.show_viewers(detail.viewers)

    def refresh_time(self, detail: CaseDetail, now: datetime) -> None:
        """Draw the next step anew as time goes by."""
        words = step_text(detail.next_step, now)
        self.next_step.setText(words)
        self.next_step.setAccessibleName(self.tr("Próximo passo: {what}").format(what=words))
        self.explain.setVisible(detail.next_step.due_at is not None)

    def show_viewers(self, viewers: tuple[Viewer, ...]) -> None:
        """Say which colleagues have the case open too, and who is typing."""
        typing = [viewer.name for viewer in viewers if viewer.is_typing]
        looking = [viewer.name for viewer in viewers if not viewer.is_typing]
        parts = []
        if typing:
            words = self.tr("{names} está escrevendo…") if len(typing) == 1 else self.tr("{names} estão escrevendo…")
            parts.append(words.format(names=", ".join(typing)))
        if looking:
            one = self.tr("{names} também está neste atendimento")
            many = self.tr("{names} também estão neste atendimento")
            parts.append((one if len(looking) == 1 else many).format(names=", ".join(looking)))
        self.viewers.setText(" · ".join(parts))
        self.viewers.setVisible(bool(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the signs of the lesser buttons where their words have no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._desk.theme.metrics.px(_NARROW)
        for button in self._buttons.values():
            if button.property("kind") != "primary":
                button.setText("" if is_narrow else button.accessibleName())
                button.setIcon(self._icons[button] if is_narrow else QIcon())

    def _crisis(self, detail: CaseDetail) -> str:
        level = detail.crisis_level
        return self.tr("Crise nível {level}").format(level=level) if level is not None else ""

    def _mark(self, name: str, text: str, tone: str, icon: str) -> None:
        chip = self._marks[name]
        chip.setVisible(bool(text))
        if text:
            chip.set_chip(text, "bad" if tone == "bad" else "accent", icon=icon)

    def _fact_line(self, detail: CaseDetail, now: datetime) -> str:
        where = self.tr("comentário público") if detail.is_public_origin else self.tr("mensagem privada")
        owner = self.tr("sem dono")
        if detail.owner_id == self._desk.actor.person_id:
            owner = self.tr("com você")
        elif detail.owner_name:
            owner = self.tr("com {name}").format(name=detail.owner_name)
        parts = [
            self.tr("aberto {when}").format(when=when_text(detail.opened_at, now)),
            f"{detail.channel_name}, {where}",
            owner,
        ]
        if detail.reopened_count:
            parts.append(self.tr("reaberto {count}×").format(count=detail.reopened_count))
        return " · ".join(parts)

    def _show_steps(self, detail: CaseDetail) -> None:
        statuses = [step.status for step in detail.steps]
        current = statuses.index("current") if "current" in statuses else len(statuses)
        self.steps.set_current(current)

    def _show_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _follow(button: QPushButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())
    button.setAccessibleDescription(action.toolTip())
