"""What every test of a screen needs: an application without a display, the theme, tasks and settings in tmp_path."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services, build_services
from app.models.domain.people import Actor, Role
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.opening import open_database
from app.services.people import add_person
from app.services.settings import SettingsStore
from app.views.support.actions import ActionRegistry
from app.views.support.changes import ChangeBridge
from app.views.support.desk import Desk
from app.views.support.i18n import install_language
from app.views.support.jobs import Jobs
from app.views.support.preferences import Preferences
from app.views.support.tasks import Calls
from app.views.support.theme import Theme
from app.views.support.undoing import UndoStack
from tests.fakes import FakeClock


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
    free_windows(qapp)
    made = Theme(app=qapp, choice="light")
    yield made
    made.deleteLater()
    free_windows(qapp)
    qapp.setStyleSheet("")


def free_windows(qapp: QApplication) -> None:
    """Free the windows of the test that ended: a style sheet is laid on every widget that is still there."""
    for window in qapp.topLevelWidgets():
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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


@pytest.fixture
def bridge(qapp: QApplication) -> Iterator[ChangeBridge]:
    """Tells screens of what was committed, as in the program."""
    made = ChangeBridge(parent=qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def screen_database(sqlite_location: LocalFile, clock: FakeClock, bridge: ChangeBridge) -> Iterator[Database]:
    """A real file with first-day data; its acts reach ``bridge``."""
    opened = open_database(
        sqlite_location, clock=clock, workstation_key="this", workstation_name="Balcão 1", announce=bridge.publish
    )
    yield opened
    opened.close()


@pytest.fixture
def screen_actor(screen_database: Database) -> Actor:
    """A supervisor who is a row in ``person``."""
    at = screen_database.clock.now()
    return screen_database.quiet(
        lambda connection: add_person(connection, name="Marta Sá", role=Role.SUPERVISOR, at=at)
    )


@pytest.fixture
def services(screen_database: Database) -> Services:
    """All services on ``screen_database``, wired as in the program."""
    return build_services(screen_database)


@pytest.fixture
def said() -> list[str]:
    """Short notices that screens showed."""
    return []


@pytest.fixture
def desk(  # noqa: PLR0917 - pytest hands fixtures over by name
    screen_actor: Actor,
    clock: FakeClock,
    bridge: ChangeBridge,
    theme: Theme,
    actions: ActionRegistry,
    preferences: Preferences,
    calls: Calls,
    jobs: Jobs,
    said: list[str],
) -> Desk:
    """The desk that screens are built on, with real parts on a real file."""
    undo = UndoStack(calls=calls, parent=calls)
    return Desk(
        theme=theme,
        actions=actions,
        preferences=preferences,
        calls=calls,
        jobs=jobs,
        changes=bridge,
        undo=undo,
        clock=clock,
        actor=screen_actor,
        say=said.append,
    )
