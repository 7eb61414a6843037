"""One window a profile: a second start brings the first window to the front and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


class SingleInstance(QObject):
    """Holds the profile's name on this computer while the program runs."""

    raised = Signal()
    """Somebody started the program again."""

    def __init__(self, *, profile: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(profile.absolute()).encode()).hexdigest()[:16]
        self._name = f"balcao-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def is_first(self) -> bool:
        """Take the name and return True, or tell the running program to come forward and return False."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_WAIT_MS):
            socket.disconnectFromServer()
            return False
        # What a killed program left behind would keep the name taken for ever.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Give the name back."""
        self._server.close()

    def _on_new_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.deleteLater()
            self.raised.emit()
