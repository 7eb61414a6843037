"""Tells of alerts where the window is not seen: the system's own notifications, where the system has a tray."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from app.views.support.resource import resource_path

_SHOWN_MS = 15_000


class Notifier(Protocol):
    """One way of telling outside the window."""

    def notify(self, title: str, text: str, on_click: Callable[[], object]) -> None:
        """Tell; ``on_click`` leads to what was told."""

    def set_count(self, count: int, text: str) -> None:
        """Say how much waits."""


class Tray(QObject):
    """The icon in the system's tray; without a tray it does nothing, and the window tells by itself."""

    def __init__(self, *, come_forward: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._come_forward = come_forward
        self._on_click: Callable[[], object] = come_forward
        self._icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(QIcon(str(resource_path("balcao.svg"))), self)
            self._icon.activated.connect(lambda _reason: self._come_forward())
            self._icon.messageClicked.connect(self._go)
            self._icon.setToolTip("Balcão")
            self._icon.show()

    @property
    def is_there(self) -> bool:
        """Whether the system has a tray."""
        return self._icon is not None

    def _go(self) -> None:
        self._on_click()

    def notify(self, title: str, text: str, on_click: Callable[[], object]) -> None:
        """Show a notification of the system; a click on it runs ``on_click``."""
        if self._icon is not None and QSystemTrayIcon.supportsMessages():
            self._on_click = on_click
            self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Critical, _SHOWN_MS)

    def set_count(self, count: int, text: str) -> None:
        """Say in the icon's tooltip how much waits; nothing waits with 0."""
        if self._icon is not None:
            self._icon.setToolTip(f"Balcão · {text}" if count else "Balcão")
