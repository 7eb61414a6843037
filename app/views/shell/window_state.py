"""The window comes back where it was left, but never on a screen that is no longer there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

from app.views.support.preferences import decode, encode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from app.views.support.preferences import Preferences

STATE_VERSION: Final = 1
FIRST_SIZE: Final = QSize(1440, 900)
_GRIP: Final = 80
"""Pixels of the window that must be on a screen to take hold of it."""


def restore_window(window: QMainWindow, preferences: Preferences) -> bool:
    """Arrange the window as it was left, pulled back onto a screen; tell whether there was something to restore."""
    settings = preferences.current
    restored = bool(settings.window_geometry) and window.restoreGeometry(decode(settings.window_geometry))
    if restored and settings.window_state:
        window.restoreState(decode(settings.window_state), STATE_VERSION)
    if not restored:
        _first_place(window)
    pull_back(window)
    return restored


def keep_window(window: QMainWindow, preferences: Preferences) -> None:
    """Remember how the window stands."""
    preferences.change(
        window_geometry=encode(window.saveGeometry()), window_state=encode(window.saveState(STATE_VERSION))
    )


def pull_back(window: QMainWindow) -> None:
    """Move and shrink the window until it can be seen and taken hold of on some screen."""
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if areas and not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(fitted(window.geometry(), areas))


def fitted(place: QRect, areas: list[QRect]) -> QRect:
    """Return ``place`` if its top edge can be taken hold of on one of ``areas``, else the nearest place that can."""
    bar = QRect(place.x(), place.y(), place.width(), _GRIP)
    for area in areas:
        seen = area.intersected(bar)
        if seen.width() >= _GRIP and seen.height() >= _GRIP // 2:
            return place
    area = areas[0]
    size = QSize(min(place.width(), area.width()), min(place.height(), area.height()))
    x = max(area.left(), min(place.x(), area.right() + 1 - size.width()))
    y = max(area.top(), min(place.y(), area.bottom() + 1 - size.height()))
    return QRect(x, y, size.width(), size.height())


def _first_place(window: QMainWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        area = screen.availableGeometry()
        size = FIRST_SIZE.boundedTo(area.size())
        window.setGeometry(QRect(area.topLeft(), size))
        window.move(area.center() - window.rect().center())
