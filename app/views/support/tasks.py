"""Screens read and act off the UI thread: a call is answered in it or, when nobody waits any more, dropped."""

from __future__ import annotations

import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.services.cancel import Cancelled, CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")
_Key = tuple[int, str]


class _Ticket:
    """One call under way. Emptied in the UI thread, so that no widget is ever freed by a worker."""

    __slots__ = ("answer", "done", "error", "failed", "future", "key", "owner", "token", "work")

    def __init__(self, owner: QObject, slot: str, token: CancelToken) -> None:
        self.owner = weakref.ref(owner)
        self.key: _Key = (id(owner), slot)
        self.token = token
        self.work: Callable[[], Any] | None = None
        self.done: Callable[[Any], None] | None = None
        self.failed: Callable[[Exception], bool] | None = None
        self.answer: Any = None
        self.error: Exception | None = None
        self.future: Future[None] | None = None

    def clear(self) -> None:
        self.work = self.done = self.failed = None
        self.answer = self.error = self.future = None


class Calls(QObject):
    """Runs functions of the services in a small pool and hands their answers to the screen that asked.

    A newer call in the same slot of the same owner cancels the older one; an owner that is gone gets nothing.
    """

    idle = Signal()
    """Nothing is under way any more."""
    _finished = Signal(object)

    def __init__(
        self, *, on_error: Callable[[Exception], None], workers: int = 4, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="call")
        self._tickets: dict[_Key, _Ticket] = {}
        self._under_way: set[_Ticket] = set()
        self._closing = threading.Event()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        slot: str,
        work: Callable[[], Answer],
        done: Callable[[Answer], None] | None = None,
        *,
        failed: Callable[[Exception], bool] | None = None,
        token: CancelToken | None = None,
    ) -> CancelToken:
        """Run ``work`` off the UI thread, then ``done(answer)`` in it; return the token that cancels it.

        ``failed(error)`` returns True when it has dealt with the error; otherwise the error takes the one road.
        Give your own ``token`` when ``work`` looks at it. Call from the UI thread only.
        """
        ticket = _Ticket(owner, slot, token or CancelToken())
        ticket.work, ticket.done, ticket.failed = work, done, failed
        self._drop(self._tickets.get(ticket.key))
        if self._closing.is_set():
            ticket.clear()
            return ticket.token
        self._tickets[ticket.key] = ticket
        self._under_way.add(ticket)
        ticket.future = self._pool.submit(self._work, ticket)
        return ticket.token

    def cancel(self, owner: QObject, slot: str) -> None:
        """Forget the call in this slot, if there is one; its answer will not arrive."""
        self._drop(self._tickets.get((id(owner), slot)))

    def busy(self, owner: QObject, slot: str) -> bool:
        """Tell whether an answer is awaited in this slot."""
        ticket = self._tickets.get((id(owner), slot))
        return ticket is not None and ticket.owner() is owner

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way, dropped calls included."""
        return not self._under_way

    def shutdown(self) -> None:
        """Cancel what waits, let what runs end, join the threads; afterwards nothing is delivered."""
        self._closing.set()
        for ticket in list(self._tickets.values()):
            ticket.token.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for ticket in self._under_way:
            ticket.clear()
        self._under_way.clear()
        self._tickets.clear()

    def _drop(self, ticket: _Ticket | None) -> None:
        if ticket is None:
            return
        ticket.token.cancel()
        self._tickets.pop(ticket.key, None)
        if ticket.future is not None and ticket.future.cancel():
            self._under_way.discard(ticket)
            ticket.clear()
            self._say_idle()

    def _work(self, ticket: _Ticket) -> None:
        """Run in a worker: fill the ticket, hold nothing of it afterwards."""
        try:
            if ticket.work is not None and not ticket.token.cancelled:
                ticket.answer = ticket.work()
        except Cancelled:
            ticket.token.cancel()
        except Exception as error:  # noqa: BLE001 - every error takes the one road, in the UI thread
            ticket.error = error
        if not self._closing.is_set() and shiboken6.isValid(self):
            self._finished.emit(ticket)

    @Slot(object)
    def _on_finished(self, ticket: _Ticket) -> None:
        self._under_way.discard(ticket)
        current = self._tickets.get(ticket.key) is ticket
        if current:
            del self._tickets[ticket.key]
        try:
            if current and not ticket.token.cancelled:
                self._deliver(ticket)
        finally:
            ticket.clear()
            self._say_idle()

    def _deliver(self, ticket: _Ticket) -> None:
        owner = ticket.owner()
        if owner is None or not shiboken6.isValid(owner):
            return
        if ticket.error is None:
            if ticket.done is not None:
                ticket.done(ticket.answer)
        elif ticket.failed is None or not ticket.failed(ticket.error):
            self._on_error(ticket.error)

    def _say_idle(self) -> None:
        if not self._under_way:
            self.idle.emit()
