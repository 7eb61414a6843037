"""A person may take back what was started: the token that carries this wish into long work."""

from __future__ import annotations

import threading


class Cancelled(Exception):  # noqa: N818 - a wish fulfilled, not an error
    """Raised inside work that was asked to stop; never shown to a person."""


class CancelToken:
    """A flag that any thread may raise and that work looks at between steps."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; asking twice is harmless."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise ``Cancelled`` when somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Sleep up to ``seconds``, waking at once when asked to stop; tell whether it was asked."""
        return self._event.wait(seconds)
