"""A row of headline figures that wraps where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QWidget

from app.views.support.cards import FigureCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.views.support.charts.headline import Headline
    from app.views.support.theme import Theme

_LEAST: Final = 150


class FiguresRow(QWidget):
    """As many cards a line as fit: six, three or two."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[FigureCard] = []
        self._grid = QGridLayout(self)
        theme.space(self._grid, spacing=3)
        self._columns = 0
        theme.changed.connect(self._arrange)

    def show_figures(self, figures: Sequence[Headline]) -> None:
        """Show the figures of a period."""
        while len(self.cards) < len(figures):
            self.cards.append(FigureCard(theme=self._theme, name=figures[len(self.cards)].name))
            self._columns = 0
        for card, each in zip(self.cards, figures, strict=True):
            card.set_figure(each.figure, each.note, tone=each.tone)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.width() // self._theme.metrics.px(_LEAST)
        columns = next((each for each in (6, 3, 2) if each <= fits), 1)
        if columns == self._columns or not self.cards:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
