"""The chosen answer under the list: for whom, the whole of what keeps it, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.outbox_row import OutboxRow
from app.views.outbox.outbox_texts import author_text, channel_text, protocol_text, sentence, state_text, state_tone
from app.views.support.chips import Chip
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import when_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.views.support.desk import Desk


class RowPanel(QFrame):
    """One answer; what can be done with it comes as actions, a button each."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(self.tr("Resposta escolhida"))
        self.state = Chip(theme=desk.theme)
        self.title = ElidedLabel("", role="strong")
        self.facts = label("", "small", wrap=True)
        self.sentence = label("", wrap=True)
        self.text = label("", "muted", wrap=True)
        for shown in (self.sentence, self.text):
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: dict[str, QPushButton] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, spacing=desk.theme.metrics.step(2))
        head = QHBoxLayout()
        desk.theme.space(head, spacing=2)
        head.addWidget(self.state)
        head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        desk.theme.space(layout, margins=(1, 2, 1, 0), spacing=1.5)
        layout.addLayout(head)
        for widget in (self.facts, self.sentence, self.text, self._row):
            layout.addWidget(widget)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Make a button for each action, the first one primary."""
        for place, (name, action) in enumerate(actions.items()):
            button = QPushButton(action.text())
            button.setProperty("kind", "" if place else "primary")
            button.clicked.connect(action.trigger)
            self.buttons[name] = button
            self._flow.addWidget(button)

    def show_row(self, row: OutboxRow | None, offered: frozenset[str]) -> None:
        """Show an answer and the buttons of what can be done with it, or nothing."""
        self.setVisible(row is not None)
        for name, button in self.buttons.items():
            button.setVisible(name in offered)
        if row is None:
            return
        now = self._desk.clock.now()
        tone, icon = state_tone(row)
        self.state.set_chip(state_text(row), tone, icon=icon)
        self.title.setText(row.customer or self.tr("Cliente"))
        facts = (
            self.tr("protocolo {number}").format(number=protocol_text(row)),
            channel_text(row),
            self.tr("por {who}").format(who=author_text(row)),
            when_text(row.written_at, now),
        )
        self.facts.setText(" · ".join(facts if row.case_id is not None else facts[1:]))
        self.sentence.setText(sentence(row, now))
        self.text.setText(f"“{row.text}”")
        self.setAccessibleDescription(f"{state_text(row)}. {self.sentence.text()}")
