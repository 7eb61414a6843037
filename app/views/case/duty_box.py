"""What the law asks for on a case, each with its time and the way to say that it is done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.domain.case_detail import CaseDetail, DutyInfo
from app.views.case.deadline_texts import last_minute
from app.views.case.side_parts import clear_layout
from app.views.support.chips import Chip
from app.views.support.labels import label
from app.views.support.texts import as_tooltip, when_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class DutyBox(QWidget):
    """The duties of a case in a column; built anew only when they change."""

    settle_requested = Signal(object)
    """A ``DutyInfo`` that somebody says is done."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[DutyInfo, ...] = ()
        self._may_settle = True
        self._chips: list[tuple[DutyInfo, Chip]] = []
        self._list = QVBoxLayout(self)
        theme.space(self._list, spacing=1.5)
        self.setAccessibleName(self.tr("Obrigações"))
        self.hide()

    def show_case(self, detail: CaseDetail, now: datetime, *, may_settle: bool) -> None:
        """Show the duties and how their times stand."""
        if (detail.duties, may_settle) != (self._shown, self._may_settle):
            self._shown, self._may_settle = detail.duties, may_settle
            self._rebuild()
        for duty, chip in self._chips:
            _stand(chip, duty, now, self.tr("feito {when}"), self.tr("até {when}"))
        self.setVisible(bool(detail.duties))

    def _rebuild(self) -> None:
        clear_layout(self._list)
        self._chips = []
        for duty in self._shown:
            self._list.addWidget(self._line(duty))

    def _line(self, duty: DutyInfo) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        self._theme.space(layout, spacing=0.5)
        name = label(duty.name, wrap=True)
        name.setToolTip(as_tooltip(duty.norm))
        name.setAccessibleDescription(duty.norm)
        layout.addWidget(name)
        row = QHBoxLayout()
        self._theme.space(row, spacing=1)
        chip = Chip(theme=self._theme)
        self._chips.append((duty, chip))
        row.addWidget(chip)
        row.addStretch(1)
        if duty.done_at is None and self._may_settle:
            row.addWidget(self._link(self.tr("Cumprida"), duty, lambda: self.settle_requested.emit(duty)))
        layout.addLayout(row)
        return made

    @staticmethod
    def _link(text: str, duty: DutyInfo, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{text}: {duty.name}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        return button


def _stand(chip: Chip, duty: DutyInfo, now: datetime, done: str, due: str) -> None:
    if duty.done_at is not None:
        is_late = duty.done_at > duty.due_at
        tone: Tone = "bad" if is_late else "ok"
        chip.set_chip(
            done.format(when=when_text(duty.done_at, now)), tone, icon="check", tooltip=duty.note or duty.norm
        )
        return
    tone = "bad" if duty.due_at < now else "warn"
    # A term ends with its day: 23:59 says which day that is, midnight would name the next.
    chip.set_chip(due.format(when=when_text(last_minute(duty.due_at), now)), tone, icon="calendar", tooltip=duty.norm)
