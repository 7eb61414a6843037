"""The one road of errors: what a service raised becomes a sentence that helps; anything else is a bug and says so."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.services.errors import UserError
from app.views.support.error_texts import ERROR_TEXTS, FACT_WORDS, FALLBACK
from app.views.support.redaction import redact
from app.views.support.texts import exact_text, number_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

log = logging.getLogger(__name__)


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is missing must not hide the sentence."""

    def __missing__(self, key: str) -> str:
        return "?"


def error_text(error: UserError) -> str:
    """Return the sentence for an error's code with its facts filled in."""
    source = ERROR_TEXTS.get(error.code, FALLBACK)
    text = QCoreApplication.translate("errors", source)
    facts = {name: _shown(value) for name, value in error.facts.items()}
    return text.format_map(_Facts(facts, code=error.code))


def _shown(value: object) -> str:
    """Return a fact as people read it: lists joined, known keys as words, figures and moments in the language."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(_shown(item) for item in value)
    if isinstance(value, datetime):
        return exact_text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return number_text(value)
    text = str(value)
    return QCoreApplication.translate("errors", FACT_WORDS[text]) if text in FACT_WORDS else text


@dataclass(frozen=True, slots=True)
class BugReport:
    """What is shown and copied when the program itself is at fault; free of personal data."""

    summary: str
    details: str


def bug_report(error: BaseException) -> BugReport:
    """Return a report on an unexpected error with personal data taken out."""
    details = "".join(traceback.format_exception(error))
    return BugReport(summary=redact(f"{type(error).__name__}: {error}")[:300], details=redact(details)[-12_000:])


class ErrorRoad(QObject):
    """Receives every error from any thread and shows it in the UI thread.

    ``show_text`` gets the sentence of a ``UserError`` (a toast, a bar); ``show_bug`` gets anything else.
    While a bug is on the screen further ones are only logged, so that a storm opens one dialog.
    """

    _arrived = Signal(object)

    def __init__(
        self,
        *,
        show_text: Callable[[str, UserError], None],
        show_bug: Callable[[BugReport], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show_text = show_text
        self._show_bug = show_bug
        self._showing = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Hand over an error; safe from any thread."""
        if isinstance(error, UserError):
            log.info("user error %s", error.code)
        else:
            log.error("bug: %s", bug_report(error).details)
        self._arrived.emit(error)

    def _on_arrived(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._show_text(error_text(error), error)
        elif not self._showing:
            self._showing = True
            try:
                self._show_bug(bug_report(error))
            finally:
                self._showing = False


def install_hooks(road: ErrorRoad) -> Callable[[], None]:
    """Send uncaught exceptions of all threads down the road; return the function that puts the old hooks back."""
    old_hook, old_thread_hook = sys.excepthook, threading.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            old_hook(kind, error, trace)
        else:
            road.report(error.with_traceback(trace))

    def thread_hook(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
            road.report(arguments.exc_value)

    def restore() -> None:
        sys.excepthook, threading.excepthook = old_hook, old_thread_hook

    sys.excepthook, threading.excepthook = hook, thread_hook
    return restore
