"""Charts, settings and figures sit in cards of one look: a title, one sentence that defines it, the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone


class Card(QFrame):
    """A titled box; put content into ``body`` and small controls into ``tools``, right of the title."""

    def __init__(self, *, theme: Theme, title: str = "", definition: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        metrics = theme.metrics
        layout = QVBoxLayout(self)
        layout.setContentsMargins(metrics.step(3), metrics.step(3), metrics.step(3), metrics.step(3))
        layout.setSpacing(metrics.step(1))
        self._title = label(title, "title")
        self._definition = label(definition, "small", wrap=True)
        for part in (self._title, self._definition):
            if not part.text():  # shown without a parent it would flash as a window of its own
                part.hide()
        self.tools = QHBoxLayout()
        self.tools.setSpacing(metrics.step(2))
        head = QHBoxLayout()
        head.setSpacing(metrics.step(2))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addLayout(self.tools)
        self.body = QVBoxLayout()
        self.body.setSpacing(metrics.step(2))
        self.body.setContentsMargins(0, metrics.step(1) if title or definition else 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._definition)
        layout.addLayout(self.body, 1)

    def set_definition(self, text: str) -> None:
        """Say what is shown in one sentence."""
        self._definition.setText(text)
        self._definition.setVisible(bool(text))


class FigureCard(QFrame):
    """One figure with its name and how it moved."""

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._name = name
        metrics = theme.metrics
        self._figure = label("–", "figure")
        self._note = label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(3), metrics.step(2))
        layout.setSpacing(0)
        layout.addWidget(label(name, "small"))
        layout.addWidget(self._figure)
        layout.addWidget(self._note)

    def set_figure(self, figure: str, note: str = "", *, tone: Tone = "neutral") -> None:
        """Show a figure, already formatted, and a note below in a tone."""
        self._figure.setText(figure)
        self._note.setText(note)
        self._note.setProperty("tone", tone)
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self.setAccessibleName(f"{self._name}: {figure} {note}".strip())


def line(*, upright: bool = False) -> QFrame:
    """Return a line of one pixel between two things."""
    made = QFrame()
    made.setProperty("kind", "edge" if upright else "line")
    return made
