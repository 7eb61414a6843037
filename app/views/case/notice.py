"""What keeps an answer from going out is said inside the pane, beside the text, with the way on as buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.views.support.announce import announce
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

Way = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """A sentence, perhaps a quoted text, and buttons."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._quote = label("", "muted", wrap=True)
        self._quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, spacing=theme.metrics.step(2))
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=1)
        for widget in (self._text, self._quote, self._ways):
            layout.addWidget(widget)
        self.hide()

    def say(self, text: str, *, tone: Tone = "warn", quote: str = "", ways: Sequence[Way] = ()) -> None:
        """Show a sentence, with what a colleague wrote when that matters, and the ways on."""
        set_property(self, "note", tone)
        self._text.setText(text)
        self._quote.setText(quote)
        self._quote.setVisible(bool(quote))
        self.setAccessibleName(f"{text} {quote}".strip())
        self._clear_ways()
        for words, handler in ways:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, handler=handler: handler())
            self._flow.addWidget(button)
        self._ways.setVisible(bool(ways))
        self.show()
        announce(self, text, urgent=tone == "bad")

    def dismiss(self) -> None:
        """Go away."""
        self._clear_ways()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The ways on."""
        return [b for b in self._ways.findChildren(QPushButton) if not b.isHidden()]

    def _clear_ways(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
