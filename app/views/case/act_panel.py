"""Acts that need a word or a choice ask for it in a strip inside the case, never in a window that stops the work."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.services.errors import UserError
from app.views.support.announce import announce
from app.views.support.errors import error_text
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme


_OWN_KEYS: Final = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
    | {Qt.Key(number) for number in range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)}
)

_FEWEST_LINES: Final = 6
"""Lines of text that a panel keeps however low the pane is."""


class ActPanel(QFrame):
    """A title, fields, one button that does it and one that does not; Esc leaves, Ctrl+Enter does it."""

    submitted = Signal()
    left = Signal()

    def __init__(self, *, theme: Theme, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("zone", "act")
        self.setAccessibleName(title)
        self.title = label(title, "strong", wrap=True)
        self.body = QVBoxLayout()
        theme.space(self.body, spacing=2)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.submit_button = QPushButton(verb)
        self.submit_button.setProperty("kind", "primary")
        self.submit_button.clicked.connect(self.submitted)
        self.cancel_button = QPushButton(self.tr("Cancelar"))
        self.cancel_button.setToolTip(self.tr("Cancelar (Esc)"))
        self.cancel_button.clicked.connect(self.left)
        self.buttons = QHBoxLayout()
        theme.space(self.buttons, spacing=2)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.submit_button)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(4, 2, 4, 3), spacing=2)
        layout.addWidget(self.title)
        layout.addLayout(self.body)
        layout.addWidget(self.error)
        layout.addLayout(self.buttons)

    def add_text(self, name: str, placeholder: str = "", *, lines: int = 2) -> QPlainTextEdit:
        """Put a text field below the others."""
        edit = QPlainTextEdit()
        edit.setAccessibleName(name)
        edit.setPlaceholderText(placeholder or name)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self.theme.metrics.px(18 * lines + 16))
        self.body.addWidget(edit)
        return edit

    def show_error(self, error: UserError) -> None:
        """Say what is wrong; everything typed stays."""
        self.say(error_text(error))

    def say(self, text: str) -> None:
        """Say something about what is asked."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)

    def event(self, event: QEvent) -> bool:
        """Claim Esc, Enter and the numbers while something here has the focus, before a page's own keys see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if plain and event.key() in _OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; do it with Ctrl+Enter, or with Enter from a field of one line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Give the first field the focus; panels with another wish override."""
        for edit in self.findChildren(QPlainTextEdit):
            edit.setFocus()
            return
        self.submit_button.setFocus()


class PanelHost(QScrollArea):
    """Holds at most one panel, which scrolls where the pane is too low for it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: ActPanel | None = None
        self._give_back: Callable[[], object] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def panel(self) -> ActPanel | None:
        """The panel that is open."""
        return self._panel

    def sizeHint(self) -> QSize:
        """Ask for what the panel needs at this width."""
        panel = self._panel
        if panel is None:
            return QSize()
        needed = panel.heightForWidth(self.width()) if panel.hasHeightForWidth() else panel.sizeHint().height()
        return QSize(panel.sizeHint().width(), needed)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the conversation and the answer."""
        return QSize(0, min(self.sizeHint().height(), self.fontMetrics().lineSpacing() * _FEWEST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the panel when it grows or shrinks."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def open(self, panel: ActPanel, *, give_back: Callable[[], object]) -> None:
        """Show a panel in place of the one before; ``give_back`` takes the focus when it goes."""
        self.close_panel(focus=False)
        self._panel, self._give_back = panel, give_back
        panel.left.connect(self.close_panel)
        self.setWidget(panel)
        _order_tabs(panel)
        self.show()
        panel.show()
        panel.begin()

    def close_panel(self, *, focus: bool = True) -> None:
        """Take the panel away."""
        panel, self._panel = self._panel, None
        give_back, self._give_back = self._give_back, None
        if panel is None:
            return
        self.hide()
        self.takeWidget()
        panel.hide()
        panel.deleteLater()
        if focus and give_back is not None:
            give_back()


def _order_tabs(panel: ActPanel) -> None:
    """Let Tab go through the fields and then to the buttons, which are made before the fields."""
    last = (panel.cancel_button, panel.submit_button)
    fields = [
        each
        for each in panel.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.window() is panel.window()  # not the list that a choice drops down
        and each not in last
        and not each.objectName().startswith("qt_")
    ]
    for before, after in pairwise([*fields, *last]):
        QWidget.setTabOrder(before, after)
