"""Starts the window program: settings, theme, database, services, loops, screens; stops them in reverse order."""

from __future__ import annotations

import logging
import sys
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.bootstrap.automatic_routes import RouteRunner
from app.bootstrap.logs import start_log, stop_log
from app.bootstrap.opening import Opened, Opener, first_choice
from app.bootstrap.recounting import start_recounting
from app.bootstrap.screens import Screens
from app.bootstrap.services import build_services
from app.bootstrap.single import SingleInstance
from app.bootstrap.watches import build_watches
from app.services.change_feed import ChangeFeed, Reachability
from app.services.clock import Clock, SystemClock
from app.services.errors import UserError
from app.services.secrets import KeyringSecrets
from app.services.settings import SettingsStore, config_folder
from app.views.support.actions import ActionRegistry
from app.views.support.bug_dialog import BugDialog
from app.views.support.changes import ChangeBridge
from app.views.support.desk import Desk
from app.views.support.errors import BugReport, ErrorRoad, install_hooks
from app.views.support.garbage import UiCollector
from app.views.support.i18n import install_language
from app.views.support.jobs import Jobs
from app.views.support.preferences import Preferences
from app.views.support.tasks import Calls
from app.views.support.theme import Theme, ThemeChoice
from app.views.support.undoing import UndoStack
from app.views.welcome.choice import StartChoice
from app.views.welcome.start_dialog import StartDialog

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked of the window program."""

    database: str | None = None
    profile: Path | None = None


def run_window(options: Options) -> int:
    """Run the window until it is closed; return the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    app.setApplicationName("balcao")
    app.setApplicationDisplayName("Balcão")
    app.setDesktopFileName("balcao")
    folder = config_folder(options.profile)
    single = SingleInstance(profile=folder)
    if not single.is_first():
        return 0
    with ExitStack() as outer:
        outer.callback(single.release)
        handler = start_log(folder)
        if handler is not None:
            outer.callback(stop_log, handler)
        while True:
            with ExitStack() as stack:
                program = Program(app=app, options=options, stack=stack)
                single.raised.connect(program.come_forward)
                program.start()
                code = app.exec()
                single.raised.disconnect(program.come_forward)
            if not program.wants_other_place:
                return code
            # The other database was opened, signed in to and remembered: begin anew with it.
            program.discard()
            options = replace(options, database=None)


class Program(QObject):
    """One running window program; what it starts is put on ``stack`` and stopped in reverse order."""

    _state_changed = Signal(object)
    _track_lost = Signal()

    def __init__(self, *, app: QApplication, options: Options, stack: ExitStack, clock: Clock | None = None) -> None:
        super().__init__()
        self._app, self._options, self._stack = app, options, stack
        self._store = SettingsStore(folder=config_folder(options.profile))
        self._loaded = self._store.load()
        settings = self._store.current
        self._translators = install_language(app, settings.language)
        self._theme = Theme(
            app=app,
            choice=cast("ThemeChoice", settings.theme),
            scale=settings.font_scale,
            compact=settings.density == "compact",
        )
        self._road = ErrorRoad(show_text=self._show_error, show_bug=self._show_bug)
        stack.callback(install_hooks(self._road))
        self._calls = Calls(on_error=self._road.report)
        stack.callback(self._calls.shutdown)
        self._jobs = Jobs(on_error=self._road.report)
        stack.callback(self._jobs.shutdown)
        collector = UiCollector(parent=self)
        stack.callback(collector.stop)
        self._bridge = ChangeBridge(parent=self)
        self._clock = clock or SystemClock()
        self._secrets = KeyringSecrets()
        self._opener = Opener(
            store=self._store, secrets_store=self._secrets, clock=self._clock, announce=self._bridge.publish
        )
        self.wants_other_place = False
        self._screens: Screens | None = None
        self._dialog: StartDialog | None = None

    def start(self) -> None:
        """Open what was open last, or ask."""
        choice = first_choice(self._store, self._options.database)
        if choice.person_name:
            self._calls.run(
                self, "open", partial(self._opener.open, choice), self._on_opened, failed=partial(self._ask, choice)
            )
        else:
            self._ask(choice, None)

    @property
    def screens(self) -> Screens | None:
        """The window and its screens; None until a database is open."""
        return self._screens

    @property
    def dialog(self) -> StartDialog | None:
        """The start form, if it was needed."""
        return self._dialog

    @property
    def calls(self) -> Calls:
        """What is asked of the database off the UI thread."""
        return self._calls

    def come_forward(self) -> None:
        """Bring the window (or the start form) to the front."""
        widget = self._screens.window if self._screens is not None else self._dialog
        if widget is not None:
            widget.showNormal() if widget.isMinimized() else widget.show()
            widget.raise_()
            widget.activateWindow()

    def _ask(self, choice: StartChoice, error: Exception | None) -> bool:
        dialog = StartDialog(
            theme=self._theme, calls=self._calls, open_database=self._opener.open, choice=choice, parent=None
        )
        if error is not None and not dialog.show_error(error):
            return False
        dialog.opened.connect(self._on_opened)
        dialog.rejected.connect(self._app.quit)
        dialog.show()
        self._dialog = dialog
        return True

    def _on_opened(self, answer: object) -> None:
        if not isinstance(answer, Opened):
            raise TypeError("not an opened database")
        database = answer.database
        self._stack.callback(database.close)
        # What is under way must end before its database goes; both may be shut down twice.
        self._stack.callback(self._calls.shutdown)
        self._stack.callback(self._jobs.shutdown)
        feed = ChangeFeed(
            database=database,
            announce=self._bridge.publish,
            tell_state=self._state_changed.emit,
            lost_track=self._track_lost.emit,
        )
        services = build_services(database, secrets_store=self._secrets)
        self._stack.callback(services.spelling.stop)
        self._bridge.changed.connect(services.shelf.forget_if)
        RouteRunner(
            routes=services.automatic_routes,
            workstation_key=database.workstation_key,
            calls=self._calls,
            changes=self._bridge,
            parent=self,
        )
        self._screens = Screens(
            desk=self._make_desk(answer),
            services=services,
            location=answer.location,
            open_place=self._open_place,
            on_place_opened=self._on_place_opened,
        )
        self._stack.callback(self._screens.flush)
        window = self._screens.window
        self._state_changed.connect(self._on_state_changed)
        self._track_lost.connect(self._screens.reload_all)
        window.closed.connect(self._app.quit)
        self._stack.callback(feed.stop)
        feed.start()
        watches = build_watches(
            database=database,
            alerts=services.alerts,
            deadlines=services.deadline_watch,
            hours=services.hours,
            channels=services.channels,
            suggestions=services.suggestions,
        )
        self._stack.callback(watches.stop)
        self._stack.callback(services.suggestions.stop)
        watches.start()
        self._stack.callback(services.channels.outbox.stop)
        services.channels.outbox.start()
        self._stack.callback(services.channels.sync.stop)
        services.channels.sync.start()
        self._bridge.changed.connect(services.channels.sync.look_if)
        window.show()
        self._screens.start(warning=self._loaded.warning)
        start_recounting(self, database, calls=self._calls, jobs=self._jobs)

    def discard(self) -> None:
        """Let the window go for good; another program value takes its place."""
        if self._screens is not None:
            self._screens.window.deleteLater()
            self._screens = None

    def _open_place(self, address: str, password: str) -> object:
        """Try another database: it is opened, signed in to, remembered, and closed again. Off the UI thread."""
        choice = StartChoice(self._store.current.person_name, address, password)
        self._opener.open(choice).database.close()
        return choice

    def _on_place_opened(self, _choice: object) -> None:
        if self._screens is not None:
            self.wants_other_place = True
            if not self._screens.window.close():
                self.wants_other_place = False

    def _make_desk(self, opened: Opened) -> Desk:
        settings = self._store.current
        preferences = Preferences(store=self._store, calls=self._calls, parent=self)
        self._stack.callback(preferences.flush)
        return Desk(
            theme=self._theme,
            actions=ActionRegistry(
                theme=self._theme,
                single_keys=settings.single_keys,
                remaps=settings.key_remaps,
                recent=settings.recent_actions,
                parent=self,
            ),
            preferences=preferences,
            calls=self._calls,
            jobs=self._jobs,
            changes=self._bridge,
            undo=UndoStack(calls=self._calls, parent=self),
            clock=self._clock,
            actor=opened.actor,
            say=self._show_text,
        )

    def _on_state_changed(self, state: Reachability) -> None:
        if self._screens is not None:
            self._screens.show_database_state(is_up=state.is_up, since=state.since)

    def _show_text(self, text: str) -> None:
        if self._screens is not None:
            self._screens.window.toasts.show_text(text)
        else:
            log.warning("said before the window was there")

    def _show_error(self, text: str, error: UserError) -> None:
        log.info("told: %s", error.code)
        self._show_text(text)

    def _show_bug(self, report: BugReport) -> None:
        parent = self._screens.window if self._screens is not None else None
        BugDialog(theme=self._theme, report=report, parent=parent).exec()
