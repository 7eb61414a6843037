"""The crisis chip, sound and flash follow the number that waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.crisis_alert import CrisisAlert
from app.services.settings import SettingsStore
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.support.actions import ActionRegistry
from app.views.support.jobs import Jobs
from app.views.support.preferences import Preferences
from app.views.support.tasks import Calls
from app.views.support.theme import Theme


class Heard:
    def __init__(self) -> None:
        self.rings, self.flashes, self.openings = 0, 0, 0

    def ring(self) -> None:
        self.rings += 1

    def flash(self) -> None:
        self.flashes += 1

    def open_view(self) -> None:
        self.openings += 1


@pytest.fixture
def window_and_preferences(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[tuple[MainWindow, Preferences]]:
    calls, jobs = Calls(on_error=_raise), Jobs(on_error=_raise)
    theme = Theme(app=qapp, choice="light")
    preferences = Preferences(store=SettingsStore(folder=tmp_path), calls=calls)
    window = MainWindow(
        theme=theme,
        actions=ActionRegistry(theme=theme),
        preferences=preferences,
        calls=calls,
        jobs=jobs,
        pages=[PageSpec("one", "Um", QWidget)],
    )
    qtbot.addWidget(window)
    yield window, preferences
    calls.shutdown()
    jobs.shutdown()


def _raise(error: Exception) -> None:
    raise error


def test_rings_only_for_news(window_and_preferences: tuple[MainWindow, Preferences]) -> None:
    window, preferences = window_and_preferences
    heard = Heard()
    alert = CrisisAlert(
        window=window, preferences=preferences, ring=heard.ring, flash=heard.flash, open_view=heard.open_view
    )
    alert.show(3)
    assert (heard.rings, heard.flashes) == (0, 0)
    alert.show(5)
    assert (heard.rings, heard.flashes) == (1, 1)
    assert [toast.accessibleName() for toast in window.toasts.toasts] == ["Chegaram 2 menções em nível de crise"]
    alert.show(4)
    assert (heard.rings, heard.flashes) == (1, 1)
    preferences.change(sound=False)
    alert.show(6)
    assert (heard.rings, heard.flashes) == (1, 2)
