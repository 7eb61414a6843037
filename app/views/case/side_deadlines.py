"""The clocks of a case as chips: first answer, solution, law."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.models.domain.case_detail import CaseDetail
from app.views.case.side_parts import Section
from app.views.support.chips import DEADLINE_ICONS, Chip
from app.views.support.labels import label
from app.views.support.texts import DAY, due_text, duration_text, exact_text, when_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

_FAR = timedelta(days=3650)


class DeadlinesSection(Section):
    """Three chips and the way to their explanation."""

    explain_requested = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("PRAZOS"), parent=parent)
        grid = self.grid()
        self._names = [label(name, "small") for name in (self.tr("1ª resposta"), self.tr("Solução"), self.tr("Lei"))]
        self.chips = [Chip(theme=theme) for _ in self._names]
        for row, (name, chip) in enumerate(zip(self._names, self.chips, strict=True)):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(chip, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.explain = QPushButton(self.tr("explicar os prazos"))
        self.explain.setProperty("kind", "link")
        self.explain.clicked.connect(self.explain_requested)
        self.body.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, detail: CaseDetail, now: datetime) -> None:
        """Show how the clocks stand."""
        clocks = detail.deadlines
        self._show_clock(0, clocks.first_response_due_at, clocks.first_response_at, detail, now)
        self._show_clock(1, clocks.resolution_due_at, clocks.resolved_at, detail, now)
        legal = clocks.legal_due_at
        self._names[2].setVisible(legal is not None)
        self.chips[2].setVisible(legal is not None)
        if legal is not None:
            days = round((legal - detail.opened_at) / DAY)
            self._names[2].setText(self.tr("Lei ({days} dias)").format(days=days))
            tone: Tone = "bad" if legal < now and clocks.resolved_at is None else "neutral"
            self.chips[2].set_chip(when_text(legal, now), tone, icon="calendar", tooltip=exact_text(legal))

    def _show_clock(
        self, place: int, due: datetime, met_at: datetime | None, detail: CaseDetail, now: datetime
    ) -> None:
        chip = self.chips[place]
        if met_at is not None:
            span = duration_text(met_at - detail.opened_at)
            is_late = met_at > due
            text = self.tr("em {span}, com atraso") if is_late else self.tr("em {span}")
            chip.set_chip(text.format(span=span), "bad" if is_late else "ok", icon="check", tooltip=exact_text(met_at))
        elif due - now > _FAR or detail.deadlines.is_paused:
            chip.set_chip(self.tr("parado"), "neutral", icon="player-pause", tooltip=self.tr("Aguardando o cliente"))
        else:
            tone = self._tone(due, detail, now)
            chip.set_chip(due_text(due, now), tone, icon=DEADLINE_ICONS[tone], tooltip=exact_text(due))

    def _tone(self, due: datetime, detail: CaseDetail, now: datetime) -> Tone:
        if due < now:
            return "bad"
        return "warn" if now >= min(detail.deadlines.warn_at, due - timedelta(minutes=30)) else "ok"
