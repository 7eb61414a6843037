"""A row of headline figures that wraps where it is narrow; each opens what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.views.support.cards import FigureCard
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from app.views.support.charts.headline import Headline
    from app.views.support.theme import Theme

_LEAST: Final = 150


class FigureTile(FigureCard):
    """A figure; a click, Return or Space opens the rows behind it, where there are any."""

    opened = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows."""

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=name, parent=parent)
        self._told: Headline | None = None
        self._limits = label("", "faint", wrap=True)
        self._limits.hide()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self._limits)
            layout.addStretch(1)  # a neighbour may be higher

    def show_figure(self, told: Headline) -> None:
        """Show a figure, and be a way to its rows."""
        self._told = told
        self.set_figure(told.figure, told.note, tone=told.tone)
        self._limits.setText(told.limits)
        self._limits.setVisible(bool(told.limits))
        if told.limits:
            self.setAccessibleName(f"{self.accessibleName()}, {told.limits}")
        opens = told.query is not None
        words = self.tr("Abrir a lista na caixa de entrada") if opens else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        if self.property("opens") is not opens:
            self.setProperty("opens", opens)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the rows, unless the pointer has left meanwhile."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the rows as a button would."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._told is not None and self._told.query is not None:
            self.opened.emit(self._told.query, self._told.name)


class FiguresRow(QWidget):
    """As many cards a line as fit: six, three or two."""

    opened = Signal(object, str)
    """Carries an ``InboxQuery`` and what it shows."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[FigureTile] = []
        self._grid = QGridLayout(self)
        theme.space(self._grid, spacing=3)
        self._columns = 0
        theme.changed.connect(self._arrange)

    def show_figures(self, figures: Sequence[Headline]) -> None:
        """Show the figures of a period."""
        while len(self.cards) < len(figures):
            tile = FigureTile(theme=self._theme, name=figures[len(self.cards)].name)
            tile.opened.connect(self.opened)
            self.cards.append(tile)
            self._columns = 0
        for card, each in zip(self.cards, figures, strict=True):
            card.show_figure(each)
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
