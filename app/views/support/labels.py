"""Texts that fit their place: elided with the whole on hover, and the protocol number large and copied by one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.views.support.icons import paint_icon
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from app.views.support.theme import Theme


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label in a role of the stylesheet: muted small faint strong title page figure group link."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class IconLabel(QWidget):
    """A sign beside a text; it follows palette and size, and says nothing to a screen reader."""

    def __init__(
        self, name: str, *, theme: Theme, color: str = "muted", side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._color, self._side = theme, name, color, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_icon(self, name: str, color: str = "muted") -> None:
        """Show another sign."""
        self._name, self._color = name, color
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the font."""
        side = self._theme.metrics.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign in the palette's colour."""
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self._theme.color(self._color))
        painter.end()


class ElidedLabel(QLabel):
    """A label of one line that ends in "…" when it is too long and then shows the whole on hover."""

    def __init__(self, text: str = "", *, role: str = "", grow: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        across = QSizePolicy.Policy.Expanding if grow else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Allow to shrink to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text on hover when it does not fit."""
        super().resizeEvent(event)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else as_tooltip(self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)
        painter.end()


class ProtocolLabel(QFrame):
    """A protocol number shown large, with its spoken form below, copied by a click or a key."""

    copied = Signal(str)

    def __init__(self, *, theme: Theme, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._text = label("", "figure" if large else "strong")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._spoken = label("", "small", wrap=True)
        self._spoken.hide()
        self._copy = QToolButton()
        self._copy.setIcon(theme.icon("copy"))
        self._copy.setAccessibleName(self.tr("Copiar protocolo"))
        self._copy.setToolTip(self.tr("Copiar protocolo"))
        self._copy.clicked.connect(self.copy)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.metrics.step(1))
        line.addWidget(self._text)
        line.addWidget(self._copy)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._spoken)

    def set_protocol(self, number: str, *, spoken: str = "") -> None:
        """Show a number as it is to be read and copied, and how it is said on the telephone."""
        self._number = number
        self._text.setText(number)
        self._text.setAccessibleName(self.tr("Protocolo {number}").format(number=spoken or number))
        self._spoken.setText(spoken)
        self._spoken.setVisible(bool(spoken))

    @property
    def number(self) -> str:
        """The number shown."""
        return self._number

    def copy(self) -> None:
        """Put the number on the clipboard and say so."""
        if self._number:
            QGuiApplication.clipboard().setText(self._number)
            self.copied.emit(self._number)
