"""Choosing one of a few and searching look and behave the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.views.support.labels import IconLabel, label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.views.support.theme import Theme

SEARCH_MS = 200


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its id, word, icon and, when it stands for something, its tone (private, warn)."""

    id: str
    text: str
    icon: str = ""
    tone: str = ""


class SegmentedControl(QWidget):
    """One of a few, as pills in a row; arrows move, Space chooses, a screen reader hears a group of choices."""

    chosen = Signal(str)

    def __init__(self, *, theme: Theme, segments: Sequence[Segment], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._ids = [segment.id for segment in segments]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.metrics.step(2))
        for place, segment in enumerate(segments):
            button = QPushButton(segment.text)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setProperty("tone", segment.tone)
            button.setAccessibleName(f"{name}: {segment.text}")
            if segment.icon:
                button.setIcon(theme.icon(segment.icon))
            button.installEventFilter(self)
            self._group.addButton(button, place)
            layout.addWidget(button)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if self._ids:
            self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def current(self) -> str:
        """The id of the choice."""
        place = self._group.checkedId()
        return self._ids[place] if place >= 0 else ""

    def choose(self, segment_id: str) -> None:
        """Choose by id; an unknown id changes nothing."""
        if segment_id in self._ids:
            self._group.button(self._ids.index(segment_id)).setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
                Qt.Key(event.key()), 0
            )
            if step and isinstance(watched, QAbstractButton):
                place = (self._group.id(watched) + step) % len(self._ids)
                self._group.button(place).setChecked(True)
                self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _on_toggled(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._ids[place])


class SearchField(QFrame):
    """A search box with its sign, a hint of its key at the right and a button that empties it.

    ``searched`` comes a moment after typing stops, or at once with Enter; Esc empties the field.
    """

    searched = Signal(str)
    submitted = Signal(str)
    """Enter was pressed."""

    def __init__(
        self, *, theme: Theme, placeholder: str, name: str, key_hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        metrics = theme.metrics
        self.setProperty("kind", "search")
        sign = IconLabel("search", theme=theme, color="faint")
        self.edit = QLineEdit()
        self.edit.setProperty("kind", "bare")
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name)
        self.edit.installEventFilter(self)
        self._hint = label(key_hint, "key")
        if not key_hint:  # shown without a parent it would flash as a window of its own
            self._hint.hide()
        self._clear = QToolButton()
        self._clear.setIcon(theme.icon("x"))
        self._clear.setProperty("kind", "small")
        self._clear.setAccessibleName(self.tr("Limpar busca"))
        self._clear.setToolTip(self.tr("Limpar busca"))
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text))
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self._on_return_pressed)
        self.setFocusProxy(self.edit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.step(2), 0, metrics.step(2), 0)
        layout.setSpacing(metrics.step(1))
        for widget in (sign, self.edit, self._clear, self._hint):
            layout.addWidget(widget, 1 if widget is self.edit else 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._has_hint = bool(key_hint)

    @property
    def text(self) -> str:
        """What is searched for, without outer spaces."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Show a text without searching."""
        self.edit.setText(text)

    def set_key_hint(self, text: str) -> None:
        """Show another key at the right."""
        self._has_hint = bool(text)
        self._hint.setText(text)
        self._hint.setVisible(self._has_hint and not self.edit.text())

    def clear(self) -> None:
        """Empty the field and search for everything."""
        self.edit.clear()
        self._timer.stop()
        self.searched.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus ring around the whole field and let Esc empty it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            set_property(self, "active", "true" if event.type() == QEvent.Type.FocusIn else "false")
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and self.edit.text():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.clear()
                return True
        return False

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._hint.setVisible(self._has_hint and not text)

    def _on_return_pressed(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text)
        self.submitted.emit(self.text)
