"""Short news at the bottom of the window: at most two, waiting while the mouse is on them, with one thing to do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.views.support.announce import announce
from app.views.support.labels import IconLabel, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.support.theme import Theme
    from app.views.support.tokens import Tone

TOAST_MS: Final = 6_000
ERROR_MS: Final = 15_000
UNDO_MS: Final = 10_000
LIMIT: Final = 2
ICONS: Final[dict[str, str]] = {
    "ok": "circle-check",
    "info": "info-circle",
    "warn": "alert-triangle",
    "bad": "alert-circle",
    "neutral": "info-circle",
    "accent": "info-circle",
    "private": "lock",
}


class Toast(QFrame):
    """One piece of news that leaves by itself, later while the mouse or the focus is on it."""

    gone = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        text: str,
        tone: Tone = "neutral",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        milliseconds: int = TOAST_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("shell", "toast")
        self.setAccessibleName(text)
        metrics = theme.metrics
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.leave)
        sign = IconLabel(ICONS[tone], theme=theme, color="muted" if tone == "neutral" else tone)
        self.message = label(text, wrap=True)
        self.message.setMinimumWidth(min(metrics.px(320), self.message.fontMetrics().horizontalAdvance(text) + 2))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(2), metrics.step(2))
        layout.setSpacing(metrics.step(2))
        layout.addWidget(sign)
        layout.addWidget(self.message, 1)
        self.action = QPushButton(action)
        self.action.setProperty("kind", "link")
        if not action:  # shown without a parent it would flash as a window of its own
            self.action.hide()
        self.action.clicked.connect(lambda: self._on_action_clicked(on_action))
        layout.addWidget(self.action)
        close = QToolButton()
        close.setIcon(theme.icon("x"))
        close.setAccessibleName(self.tr("Fechar aviso"))
        close.setToolTip(self.tr("Fechar aviso"))
        close.clicked.connect(self.leave)
        layout.addWidget(close)
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether the time to leave stands still."""
        return not self._timer.isActive()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the mouse is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on when the mouse has left."""
        if not self.isHidden():
            self._timer.start()
        super().leaveEvent(event)

    def _on_action_clicked(self, handler: Callable[[], object] | None) -> None:
        self.leave()
        if handler is not None:
            handler()


class ToastHost(QWidget):
    """Holds the toasts at the bottom of ``window``; a third one pushes the oldest out."""

    def __init__(self, *, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._toasts: list[Toast] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.metrics.step(2))
        self._bottom = theme.metrics.step(10)
        window.installEventFilter(self)
        self.hide()

    def show_text(
        self,
        text: str,
        *,
        tone: Tone = "neutral",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        milliseconds: int | None = None,
    ) -> Toast:
        """Show a toast and have it said aloud; bad news stays longer."""
        if tone in {"bad", "warn"}:  # said again, news is not more news; of two acts each keeps its own way back
            for same in [each for each in self._toasts if each.message.text() == text]:
                same.leave()
        while len(self._toasts) >= LIMIT:
            self._toasts[0].leave()
        toast = Toast(
            theme=self._theme,
            text=text,
            tone=tone,
            action=action,
            on_action=on_action,
            milliseconds=milliseconds or (ERROR_MS if tone in {"bad", "warn"} else TOAST_MS),
            parent=self,
        )
        toast.gone.connect(lambda: self._on_gone(toast))
        self._toasts.append(toast)
        self._layout.addWidget(toast)
        self.show()
        toast.show()
        self._layout.activate()
        self._place()
        announce(self._window, text, urgent=tone == "bad")
        return toast

    def show_undo(self, text: str, undo: Callable[[], object], *, within: timedelta | None = None) -> Toast:
        """Say what was done and offer to take it back, for as long as that can be done: ten seconds when None."""
        milliseconds = UNDO_MS if within is None else max(1, within // timedelta(milliseconds=1))
        return self.show_text(text, tone="ok", action=self.tr("Desfazer"), on_action=undo, milliseconds=milliseconds)

    @property
    def toasts(self) -> list[Toast]:
        """Those on the screen, oldest first."""
        return list(self._toasts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom as the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _on_gone(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self._layout.removeWidget(toast)
        self.setVisible(bool(self._toasts))
        self._place()

    def _place(self) -> None:
        width = min(self._window.width() - 2 * self._theme.metrics.step(4), self._theme.metrics.px(520))
        hint = self._layout.sizeHint()
        width = min(width, max(hint.width(), self._theme.metrics.px(280)))
        height = self._layout.heightForWidth(width) if self._layout.hasHeightForWidth() else hint.height()
        # At the left, over the end of lists: in the middle it would lie on the buttons and on what is being typed.
        left = self._theme.metrics.step(3)
        self.setGeometry(left, self._window.height() - height - self._bottom, width, height)
        self.raise_()
