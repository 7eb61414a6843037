"""What every test of a screen needs: an application without a display, the theme, tasks and settings in tmp_path."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.settings import SettingsStore
from app.views.support.actions import ActionRegistry
from app.views.support.i18n import install_language
from app.views.support.jobs import Jobs
from app.views.support.preferences import Preferences
from app.views.support.tasks import Calls
from app.views.support.theme import Theme


@pytest.fixture(autouse=True)
def portuguese(qapp: QApplication) -> Iterator[None]:
    """Screens speak Portuguese in every test."""
    before = QLocale()
    translators = install_language(qapp, "pt_BR")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(app=qapp, choice="light")
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def errors() -> list[Exception]:
    """Errors that took the one road."""
    return []


@pytest.fixture
def calls(qapp: QApplication, errors: list[Exception]) -> Iterator[Calls]:
    made = Calls(on_error=errors.append, parent=qapp)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def jobs(qapp: QApplication, errors: list[Exception]) -> Iterator[Jobs]:
    made = Jobs(on_error=errors.append, parent=qapp)
    yield made
    assert made.shutdown(seconds=5)


@pytest.fixture
def preferences(tmp_path: Path, calls: Calls) -> Preferences:
    return Preferences(store=SettingsStore(folder=tmp_path / "profile"), calls=calls)


@pytest.fixture
def actions(theme: Theme) -> ActionRegistry:
    return ActionRegistry(theme=theme)


@pytest.fixture
def settle(qtbot: QtBot, calls: Calls) -> Callable[[], None]:
    """Wait until every call under way has been answered."""
    return lambda: qtbot.waitUntil(lambda: calls.is_idle, timeout=5_000)
