"""Drives the real program in this process with mouse and keyboard, waiting for what it shows and never for time."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPlainTextEdit, QWidget

from app.bootstrap.screens import Screens
from app.bootstrap.window import Options, Program
from app.services.clock import Clock
from app.views.case.pane import CasePane
from app.views.inbox.page import InboxPage
from app.views.shell.main_window import MainWindow
from app.views.support.bug_dialog import BugDialog
from app.views.support.desk import Desk

Found = TypeVar("Found", bound=QWidget)
_TURN_MS = 5
_BUG_MS = 20
_SHORT_MS = 300
"""Screens wait this long at most before they ask for what a person stopped at."""


class NothingCameError(AssertionError):
    """What was waited for did not come."""


class Flashes(QObject):
    """Notes parts of a page that are shown before they are put into it, and so flash as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_part = type(watched).__module__.startswith("PySide6")
            if is_part and watched.windowType() is Qt.WindowType.Window:
                self.seen.append("".join(traceback.format_stack(limit=5)[:-1]))
        return False


class Driver:
    """One running program: keys go to what has the focus, as from a person's hands."""

    def __init__(
        self, app: QApplication, *, profile: Path, database: str | None = None, clock: Clock | None = None
    ) -> None:
        self.app = app
        self.bugs: list[str] = []
        self._has_quit = False
        self._stack = ExitStack()
        self.flashes = Flashes()
        app.installEventFilter(self.flashes)
        self.program = Program(
            app=app, options=Options(database=database, profile=profile), stack=self._stack, clock=clock
        )
        self._watch = QTimer()
        self._watch.timeout.connect(self._take_bugs)
        self._watch.start(_BUG_MS)
        self.program.start()

    def wait_for_window(self) -> None:
        """Wait until the window is there, active and filled."""
        self.until(lambda: self.program.screens, "the window")
        self.window.activateWindow()
        self.until(lambda: self.app.activeWindow() is self.window, "the window's focus")
        self.settle()

    # --- what is there ------------------------------------------------------------------------------------------

    @property
    def screens(self) -> Screens:
        """The window and its screens, once a database is open."""
        screens = self.program.screens
        assert screens is not None, "no database is open"
        return screens

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.screens.window

    @property
    def desk(self) -> Desk:
        """What the screens share."""
        return self.screens.desk

    @property
    def inbox(self) -> InboxPage:
        """The inbox page."""
        page = self.window.page("inbox")
        assert isinstance(page, InboxPage)
        return page

    @property
    def pane(self) -> CasePane:
        """The case inside the inbox page."""
        pane = self.window.findChild(CasePane)
        assert isinstance(pane, CasePane)
        return pane

    @property
    def focus(self) -> QWidget:
        """What gets the keys."""
        dialog = self.app.activeModalWidget() or self.app.activePopupWidget()
        if dialog is None and self.app.activeWindow() is None and self.program.screens is not None:
            self.window.activateWindow()  # where there is no window manager nobody else does it
            self.app.processEvents()
        focused = self.app.focusWidget()
        if dialog is not None and (focused is None or focused.window() is not dialog):
            return dialog.focusWidget() or dialog
        return focused or self.window

    def dialog(self, kind: type[Found]) -> Found:
        """Wait for a dialog of a kind and return it."""
        shown = self.app.topLevelWidgets
        found = self.until(
            lambda: next((each for each in shown() if isinstance(each, kind) and each.isVisible()), None),
            f"a {kind.__name__}",
        )
        found.activateWindow()
        self.until(lambda: self.app.activeWindow() is found, "its focus")
        return found

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        """Return the visible button with this text or spoken name."""
        for button in (inside or self.window).findChildren(QAbstractButton):
            if button.isVisible() and text in {button.text().replace("&", ""), button.accessibleName()}:
                return button
        raise AssertionError(f"no button {text!r} to be seen")

    def texts(self, inside: QWidget | None = None) -> str:
        """Return all the labels to be seen, joined."""
        labels = (inside or self.window).findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible() and each.text())

    # --- what a person does -------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys such as ``j``, ``Ctrl+K``, ``Return``; each is answered before the next."""
        for key in keys:
            QTest.keySequence(self.focus, QKeySequence(key))
            self.settle()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        for letter in text:  # what has the focus may go with any letter
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:  # QTest aborts on these
                none = Qt.KeyboardModifier.NoModifier
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    self.app.sendEvent(self.focus, QKeyEvent(kind, 0, none, letter))
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click with the left button, in the middle or at a point."""
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, at or widget.rect().center())
        self.settle()

    def click_text(self, text: str, inside: QWidget | None = None) -> None:
        """Click the button with this text."""
        self.click(self.button(text, inside))

    def go(self, item_id: str) -> None:
        """Click a line of the navigation."""
        view = self.window.sidebar.view
        index = self.window.sidebar.model.index_of(item_id)
        assert index.isValid(), f"no line {item_id} in the navigation"
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    # --- waiting ------------------------------------------------------------------------------------------------

    def until(self, condition: Callable[[], Found | bool | None], what: str = "", seconds: float = 30.0) -> Found:
        """Let the program go on until the condition holds, and return what it gave."""
        loop, clock, ask = QEventLoop(), QTimer(), QTimer()
        clock.setSingleShot(True)
        clock.timeout.connect(loop.quit)
        ask.timeout.connect(loop.quit)
        clock.start(int(seconds * 1000))
        ask.start(_TURN_MS)
        got = condition()
        while not got and not self.bugs and clock.isActive():
            loop.exec()
            got = condition()
        if self.flashes.seen:
            raise AssertionError(f"a part flashed as a window:\n{self.flashes.seen[0]}")
        if self.bugs:
            raise AssertionError(f"the program reported a bug:\n{self.bugs[0]}")
        if not got:
            raise NothingCameError(f"waited {seconds} s for {what or 'a condition'}\n{self.texts_anywhere()}")
        return got  # type: ignore[return-value]  # a condition that gives no widget is not looked at

    def settle(self) -> None:
        """Wait until every question under way has been answered and drawn."""
        for _ in range(2):
            self.app.processEvents()
            self.until(self._is_quiet, "answers")
        self.app.processEvents()

    def _is_quiet(self) -> bool:
        if not self.program.calls.is_idle or self.program.screens is None:
            return self.program.calls.is_idle
        timers = (*self.window.findChildren(QTimer), *self.screens.findChildren(QTimer))
        return not any(each.isActive() and each.isSingleShot() and each.interval() <= _SHORT_MS for each in timers)

    def texts_anywhere(self) -> str:
        """Return what is to be read on every window, for the message of a failure."""
        return "\n".join(self.texts(each) for each in self.app.topLevelWidgets() if each.isVisible())[:2000]

    def see(self, text: str, seconds: float = 30.0) -> None:
        """Wait until a text is to be read somewhere."""
        self.until(lambda: text in self.texts_anywhere(), f"the text {text!r}", seconds)

    # --- the end ------------------------------------------------------------------------------------------------

    def quit(self) -> None:
        """Close the window and stop everything, as when a person leaves; once is enough."""
        if self._has_quit:
            return
        self._has_quit = True
        screens = self.program.screens
        if screens is not None:
            screens.window.close()
        dialog = self.program.dialog
        if dialog is not None:
            dialog.close()
        self._stop()

    def _stop(self) -> None:
        self._watch.stop()
        self.app.removeEventFilter(self.flashes)
        self._stack.close()
        screens = self.program.screens
        for widget in (screens.window if screens is not None else None, self.program.dialog):
            if widget is not None:
                widget.deleteLater()
        self.program.deleteLater()
        self.app.processEvents()
        self.app.sendPostedEvents(None, 52)  # deferred deletes

    def _take_bugs(self) -> None:
        dialog = self.app.activeModalWidget()
        if isinstance(dialog, BugDialog):
            self.bugs.append(next(iter(dialog.findChildren(QPlainTextEdit))).toPlainText())
            dialog.done(QDialog.DialogCode.Accepted)
