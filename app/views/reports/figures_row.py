"""The headline figures above the charts, each with how it moved against the period before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.views.support.cards import FigureCard
from app.views.support.texts import duration_text, number_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.models.domain.series import Figures
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class FiguresRow(QWidget):
    """Six cards that wrap to two lines of three where it is narrow."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        names = (
            self.tr("Menções"),
            self.tr("Em atendimento"),
            self.tr("Negativas"),
            self.tr("Atendimentos abertos"),
            self.tr("1ª resposta (mediana)"),
            self.tr("1ª resposta no prazo"),
        )
        self.cards = [FigureCard(theme=theme, name=name) for name in names]
        self._grid = QGridLayout(self)
        theme.space(self._grid, spacing=3)
        self._columns = 0
        self._arrange()
        theme.changed.connect(self._arrange)

    def show_figures(self, now: Figures) -> None:
        """Show the figures of a period."""
        mentions, in_case, negative, opened, response, within = self.cards
        mentions.set_figure(number_text(now.mentions), self._moved(now.mentions, now.mentions_before))
        share = 100 * now.in_case / now.mentions if now.mentions else None
        in_case.set_figure(number_text(now.in_case), self._part(share))
        tone: Tone = "neutral"
        note = ""
        if now.negative_percent is not None and now.negative_percent_before is not None:
            points = now.negative_percent - now.negative_percent_before
            note = self.tr("{points} p.p.").format(points=_signed(points, 1))
            tone = "warn" if points > 0 else "ok"
        negative.set_figure(_percent(now.negative_percent), note, tone=tone)
        closed = self.tr("{n} encerrados").format(n=number_text(now.cases_closed))
        opened.set_figure(number_text(now.cases_opened), closed)
        minutes = now.first_response_median_minutes
        response.set_figure("–" if minutes is None else duration_text(timedelta(minutes=minutes)))
        within.set_figure(_percent(now.within_first_response_percent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = len(self.cards) if self.width() >= self._theme.metrics.px(900) else len(self.cards) // 2
        if columns != self._columns:
            self._columns = columns
            for place, card in enumerate(self.cards):
                self._grid.addWidget(card, place // columns, place % columns)
            for column in range(len(self.cards)):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _moved(self, now: int, before: int) -> str:
        if not before:
            return self.tr("sem período anterior")
        return self.tr("{change} % sobre o período anterior").format(change=_signed(100 * (now - before) / before, 1))

    def _part(self, share: float | None) -> str:
        return "" if share is None else self.tr("{share} % do total").format(share=number_text(share, 1))


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{number_text(value, 1)} %"


def _signed(value: float, decimals: int) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number_text(abs(value), decimals)}"
