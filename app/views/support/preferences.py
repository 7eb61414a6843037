"""Screens change this workstation's settings at once; the file is written a moment later, off the UI thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal

from app.services.errors import Unavailable

if TYPE_CHECKING:
    from app.services.settings import SettingsStore, WorkstationSettings
    from app.views.support.tasks import Calls

SAVE_MS = 400


class HasState(Protocol):
    """A splitter, header or window whose arrangement can be kept."""

    def saveState(self) -> QByteArray:
        """Return the arrangement."""
        ...

    def restoreState(self, state: QByteArray, /) -> bool:
        """Take an arrangement; tell whether it fitted."""
        ...


class Preferences(QObject):
    """The settings of this workstation in memory; ``change`` them here and everyone hears of it."""

    changed = Signal(object)
    """Carries the new ``WorkstationSettings``."""

    def __init__(self, *, store: SettingsStore, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._calls = calls
        self._current = store.current
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def current(self) -> WorkstationSettings:
        """The settings now in force."""
        return self._current

    def change(self, **fields: object) -> None:
        """Change some fields, tell everyone and write the file soon."""
        changed = replace(self._current, **cast("dict[str, Any]", fields))
        if changed != self._current:
            self._current = changed
            self._timer.start()
            self.changed.emit(changed)

    def keep_layout(self, name: str, widget: HasState) -> None:
        """Remember the arrangement of a splitter or header under a stable name."""
        self.change(layouts={**self._current.layouts, name: encode(widget.saveState())})

    def restore_layout(self, name: str, widget: HasState) -> bool:
        """Arrange a splitter or header as it was left; tell whether there was something to restore."""
        kept = self._current.layouts.get(name, "")
        return bool(kept) and widget.restoreState(decode(kept))

    def flush(self) -> None:
        """Write what has not been written yet; at the end of the program. A file that cannot be written is left."""
        if self._timer.isActive():
            self._timer.stop()
            try:
                self._store.save(self._current)
            except OSError:
                return

    def _on_timeout(self) -> None:
        settings = self._current
        self._calls.run(self, "save", lambda: self._save(settings))

    def _save(self, settings: WorkstationSettings) -> None:
        try:
            self._store.save(settings)
        except OSError as error:
            raise Unavailable("settings.unwritable", folder=str(self._store.path.parent)) from error


def encode(state: QByteArray) -> str:
    """Return Qt's bytes as text for the settings file."""
    return bytes(state.toBase64().data()).decode("ascii")


def decode(text: str) -> QByteArray:
    """Return the bytes of a text made by ``encode``; nonsense gives no bytes."""
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
