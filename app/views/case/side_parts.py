"""The pieces of the right zone look alike: a small heading, lines of name and value, values that can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.views.support.labels import label
from app.views.support.texts import as_tooltip
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.views.support.theme import Theme


_SEPARATOR = " › "


class Section(QWidget):
    """A heading with an optional key, and what stands below it."""

    def __init__(self, *, theme: Theme, title: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(title)
        head = QHBoxLayout()
        theme.space(head, spacing=1)
        self.title = label(title, "group")
        head.addWidget(self.title)
        if key:
            head.addWidget(label(key, "faint"))
        head.addStretch(1)
        self.tools = QHBoxLayout()
        head.addLayout(self.tools)
        self.body = QVBoxLayout()
        theme.space(self.body, spacing=1)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1.5)
        layout.addLayout(head)
        layout.addLayout(self.body)

    def grid(self) -> QGridLayout:
        """Add a table of names and values."""
        made = QGridLayout()
        self.theme.space(made, spacing=1)
        made.setColumnStretch(1, 1)
        made.setColumnMinimumWidth(0, self.theme.metrics.px(78))
        self.body.addLayout(made)
        return made


class ValueButton(QPushButton):
    """A value that opens its editor; long ones wrap by being shown whole in the tooltip."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._whole = self._below = ""
        self.setProperty("kind", "value")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)

    def set_value(self, text: str, *, below: str = "", is_empty: bool = False, tooltip: str = "") -> None:
        """Show a value with what stands in a line below it; an empty one is pale."""
        self._whole, self._below = text, below
        set_property(self, "empty", "true" if is_empty else "false")
        self.setToolTip(as_tooltip(tooltip or text))
        self.setAccessibleName(f"{self._name}: {text} {below}".rstrip())
        self._elide()

    @property
    def value(self) -> str:
        """The whole value."""
        return self._whole

    def resizeEvent(self, event: object) -> None:
        """Show as much as fits: the end of a path says more than its beginning."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands over a resize event
        self._elide()

    def _elide(self) -> None:
        words, room = self.fontMetrics(), max(40, self.width() - 14)
        lines = [self._whole]
        if words.horizontalAdvance(self._whole) > room and _SEPARATOR in self._whole:
            above, last = self._whole.rsplit(_SEPARATOR, 1)
            lines = [words.elidedText(above, Qt.TextElideMode.ElideRight, room - 14) + _SEPARATOR.rstrip(), last]
        lines += [self._below] if self._below else []
        shown = "\n".join(words.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)
        if shown != self.text():
            self.setText(shown.replace("&", "&&"))


def value_label(text: str = "") -> QLabel:
    """Return a value that can be selected and wraps."""
    made = label(text, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
