"""The open cases to which a mention may belong: its author's, and the one that its subject names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain import protocol
from app.models.domain.vocabulary import MentionState
from app.views.inbox.preview_facts import case_line, open_cases_text
from app.views.support.labels import ElidedLabel, label

if TYPE_CHECKING:
    from app.models.domain.inbox import CaseBrief, MentionDetail
    from app.views.support.desk import Desk

FREE: Final = frozenset({MentionState.TO_TRIAGE, MentionState.MONITORED, MentionState.IGNORED})
"""States in which a mention can still go into a case."""


class PreviewCases(QWidget):
    """A box per case with what can be done; hidden without any."""

    join_requested = Signal(object)
    """Carries the id of the case that the mention is to join."""
    open_requested = Signal(object)

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = QVBoxLayout(self)
        desk.theme.space(self._layout, spacing=1)
        self.hide()

    def show_mention(self, mention: MentionDetail) -> None:
        """Show the cases of a mention."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        is_free = mention.state in FREE
        if mention.hinted_case is not None and is_free:
            why = self.tr("O assunto cita este protocolo, mas quem escreveu não é desse atendimento. Confira e decida:")
            self._layout.addWidget(label(why, wrap=True))
            self._add(mention.hinted_case, is_free=is_free)
        if mention.open_cases:
            self._layout.addWidget(label(open_cases_text(len(mention.open_cases)), "strong"))
        for case in mention.open_cases:
            self._add(case, is_free=is_free)
        self.setVisible(self._layout.count() > 0)

    def _add(self, case: CaseBrief, *, is_free: bool) -> None:
        box = QFrame()
        box.setProperty("note", "warn")
        line = QHBoxLayout(box)
        self._desk.theme.space(line, margins=(3, 1, 2, 1), spacing=2)
        line.addWidget(ElidedLabel(case_line(case, self._desk.clock.now())), 1)
        number = protocol.display(case.protocol)
        see = QPushButton(self.tr("Ver"))
        see.setAccessibleName(self.tr("Ver o atendimento {number}").format(number=number))
        see.clicked.connect(partial(self.open_requested.emit, case.id))
        line.addWidget(see)
        if is_free:
            join = QPushButton(self.tr("Juntar"))
            join.setAccessibleName(self.tr("Juntar ao atendimento {number}").format(number=number))
            join.clicked.connect(partial(self.join_requested.emit, case.id))
            line.addWidget(join)
        self._layout.addWidget(box)
