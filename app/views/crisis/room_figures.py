"""The four figures of a crisis room: mentions, both clocks, areas; they wrap to two lines where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.domain.crisis_room import ClockFigures, RoomDetail
from app.views.support.cards import FigureCard
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

_WIDE = 760
_NARROW = 380


class RoomFigures(QWidget):
    """Shows how a room stands; a drill is held against the same limits by its alert and its position."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        names = (self.tr("Menções"), self.tr("Identificar"), self.tr("Responder"), self.tr("Áreas"))
        self.cards = [FigureCard(theme=theme, name=name) for name in names]
        self._grid = QGridLayout(self)
        theme.space(self._grid, spacing=2)
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Allow to be as narrow as two cards."""
        return QSize(self._theme.metrics.px(_NARROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one is too short."""
        super().resizeEvent(event)
        self._arrange()

    def show_detail(self, detail: RoomDetail) -> None:
        """Show the figures of a room."""
        mentions, identify, answer, areas = self.cards
        figures, line = detail.figures, detail.line
        cases = self.tr("1 atendimento") if figures.cases == 1 else self.tr("{n} atendimentos")
        answers = self.tr("1 resposta") if figures.answers == 1 else self.tr("{n} respostas")
        parts = (cases.format(n=number_text(figures.cases)), answers.format(n=number_text(figures.answers)))
        mentions.set_figure(number_text(figures.mentions), ", ".join(parts))
        acts = (self.tr("assumir o alerta"), self.tr("aprovar a posição")) if line.is_drill else ("", "")
        for card, clock, act in ((identify, figures.identify, acts[0]), (answer, figures.answer, acts[1])):
            figure, note, tone = self._clock_texts(clock)
            card.set_figure(figure, ": ".join(part for part in (act, note) if part), tone=tone)
        told, confirmed = number_text(line.areas_told), number_text(line.areas_confirmed)
        waiting = line.areas_told - line.areas_confirmed
        note = self.tr("{n} sem confirmar").format(n=number_text(waiting)) if waiting else self.tr("todas confirmaram")
        areas.set_figure(f"{confirmed}/{told}", note, tone="warn" if waiting else "ok")

    def _clock_texts(self, clock: ClockFigures) -> tuple[str, str, Tone]:
        if not clock.with_clock:
            return "–", self.tr("nenhum prazo correndo"), "neutral"
        figure = f"{number_text(clock.in_time)}/{number_text(clock.with_clock)}"
        if clock.late or clock.overdue:
            return figure, self.tr("{n} fora do prazo").format(n=number_text(clock.late + clock.overdue)), "bad"
        if clock.running:
            return figure, self.tr("{n} correndo").format(n=number_text(clock.running)), "warn"
        return figure, self.tr("no prazo"), "ok"

    def _arrange(self) -> None:
        columns = len(self.cards) if self.width() >= self._theme.metrics.px(_WIDE) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
