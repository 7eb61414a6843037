"""The six steps of the flow are drawn over every case, so that everyone sees where it stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.theme import Theme


class StepsBar(QWidget):
    """Lines for the steps: done and present ones in the accent, the present one's word bold."""

    def __init__(self, *, theme: Theme, steps: Sequence[str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = tuple(steps) if steps is not None else self.flow_steps()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_current(0)

    def flow_steps(self) -> tuple[str, ...]:
        """Return the names of the six steps from mention to solution."""
        return (
            self.tr("Identificação"),
            self.tr("Histórico"),
            self.tr("Atender"),
            self.tr("Protocolo, 2º nível"),
            self.tr("Acompanhamento"),
            self.tr("Solução"),
        )

    def set_current(self, place: int) -> None:
        """Show step ``place`` (0 for the first) as the present one; one past the last means that all are done."""
        self._current = max(0, min(place, len(self._steps)))
        if self._current < len(self._steps):
            text = self.tr("Etapa {number} de {total}: {step}").format(
                number=self._current + 1, total=len(self._steps), step=self._steps[self._current]
            )
        else:
            text = self.tr("Todas as etapas concluídas")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    @property
    def current(self) -> int:
        """The present step, 0 for the first."""
        return self._current

    def sizeHint(self) -> QSize:
        """Return a line and two lines of words."""
        height = QFontMetrics(self._theme.font("tiny")).lineSpacing()
        return QSize(self._theme.metrics.px(90) * len(self._steps), height * self._lines() + self._theme.metrics.px(9))

    def minimumSizeHint(self) -> QSize:
        """Allow to be narrow."""
        return QSize(self._theme.metrics.px(48) * len(self._steps), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line of words when they fit, else two."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines and words."""
        metrics = self._theme.metrics
        gap, thick = metrics.step(1), metrics.px(3)
        places = self._places(gap)
        painter = QPainter(self)
        for place, word in enumerate(self._steps):
            left = places[place]
            area = QRect(left, 0, places[place + 1] - gap - left, self.height())
            reached = place <= self._current
            painter.fillRect(
                area.x(), 0, area.width(), thick, self._theme.color("accent" if reached else "line_strong")
            )
            painter.setFont(self._font(place))
            painter.setPen(self._theme.color(self._ink(place)))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            room = area.adjusted(0, thick + metrics.px(5), gap, 0)
            # A line breaks between words only: a single word that is too long is cut with a sign, not in silence.
            fits = " " in word or painter.fontMetrics().horizontalAdvance(word) <= room.width()
            shown = word if fits else painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(room, int(flags), shown)
        painter.end()

    def _places(self, gap: int) -> list[int]:
        """Return where each step begins, and the end: each has room for its words, or for the longest of them."""
        bold = self._theme.font("tiny")
        bold.setWeight(bold.Weight.DemiBold)
        words = QFontMetrics(bold)
        whole = self.width() + gap
        needs = [words.horizontalAdvance(step) + gap + 2 for step in self._steps]
        if sum(needs) > whole:
            needs = [max(words.horizontalAdvance(word) for word in step.split()) + gap + 2 for step in self._steps]
        spare = (whole - sum(needs)) / max(1, len(needs))
        if spare < 0:
            needs, spare = [0] * len(needs), whole / max(1, len(needs))
        return [round(sum(needs[:place]) + place * spare) for place in range(len(needs) + 1)]

    def _font(self, place: int) -> QFont:
        font = self._theme.font("tiny")
        if place == self._current:
            font.setWeight(font.Weight.DemiBold)
        return font

    def _ink(self, place: int) -> str:
        if place == self._current:
            return "accent"
        return "muted" if place < self._current else "faint"

    def _lines(self) -> int:
        words, gap = QFontMetrics(self._theme.font("tiny")), self._theme.metrics.step(1)
        rooms = [end - start - gap for start, end in pairwise(self._places(gap))]
        fit = all(words.horizontalAdvance(step) <= room for step, room in zip(self._steps, rooms, strict=True))
        return 1 if fit else 2
