"""A new crisis must be noticed at once: in the top bar, by a sound, and in the task bar when the window is away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.views.shell.main_window import MainWindow
from app.views.support.preferences import Preferences
from app.views.support.texts import number_text


class CrisisAlert(QObject):
    """Shows how much of the crisis view waits, and rings when it has grown; the focus stays where it is.

    ``ring`` makes the sound, ``flash`` asks for attention in the task bar, ``open_view`` leads to the crisis view.
    """

    def __init__(
        self,
        *,
        window: MainWindow,
        preferences: Preferences,
        ring: Callable[[], object],
        flash: Callable[[], object],
        open_view: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._ring, self._flash, self._open_view = ring, flash, open_view
        self._known: int | None = None

    def show(self, waiting: int) -> None:
        """Take the number that waits now; the first one of a sitting is no news."""
        news = 0 if self._known is None else waiting - self._known
        self._known = waiting
        text = self.tr("Crise: {n} para ver").format(n=number_text(waiting)) if waiting else ""
        self._window.set_crisis(text, self._open_view)
        if news > 0:
            self._flash()
            if self._preferences.current.sound:
                self._ring()
            self._window.toasts.show_text(
                self.tr("Chegou uma menção em nível de crise")
                if news == 1
                else self.tr("Chegaram {n} menções em nível de crise").format(n=number_text(news)),
                tone="bad",
                action=self.tr("Ver"),
                on_action=self._open_view,
            )
