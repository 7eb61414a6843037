"""The thread of one account: opens its channel, reads, waits, and ends at once even when the network hangs."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from app.services.channels.base import Account, Channel, ChannelError, Credentials, Network
from app.services.clock import Clock
from app.services.errors import UserError
from app.services.sync.page_store import Stopped
from app.services.sync.reader import AccountReader

_log = logging.getLogger(__name__)
_LEAST = timedelta(seconds=1)
_DATABASE_AWAY = timedelta(seconds=15)
MakeReader = Callable[[Callable[[], bool]], AccountReader]
"""Makes the reader of an account; the argument tells it whether it may go on."""


class AccountLoop:
    """``start`` returns at once; ``ask_stop`` too, and ``join`` waits no longer than told.

    ``holds`` tells whether the account's lease is ours. A thread that hangs in its network is left behind: when it
    comes back it finds itself stopped and stores nothing.
    """

    def __init__(
        self,
        *,
        account: Account,
        credentials: Credentials,
        network: Network,
        make_reader: MakeReader,
        holds: Callable[[], bool],
        clock: Clock,
        first_wait: timedelta = timedelta(0),
        least: timedelta = _LEAST,
    ) -> None:
        self._account = account
        self._credentials = credentials
        self._network = network
        self._holds = holds
        self._clock = clock
        self._first_wait = first_wait
        self._least = least
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._is_poked = False
        self._is_stale = False
        self._channel: Channel | None = None
        self._reader = make_reader(self._may_go_on)
        self._thread = threading.Thread(target=self._run, name=f"account-{account.id}", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def poke(self) -> None:
        """Read now instead of waiting on."""
        self._is_poked = True
        self._wake.set()

    def reconnect(self) -> None:
        """Let go of connections that a sleep has cut, and read at once."""
        self._is_stale = True
        self._close_from_outside()
        self.poke()

    def ask_stop(self) -> None:
        """Ask the thread to end; its channel is closed under it, from a thread of its own, since that may hang too."""
        self._stopping.set()
        self._wake.set()
        self._close_from_outside()

    def join(self, seconds: float) -> bool:
        """Wait for the end; tell whether it came."""
        self._thread.join(max(seconds, 0.0))
        return not self._thread.is_alive()

    @property
    def is_alive(self) -> bool:
        """Tell whether the thread runs."""
        return self._thread.is_alive()

    def _may_go_on(self) -> bool:
        return not self._stopping.is_set() and self._holds()

    def _run(self) -> None:
        wait = self._first_wait
        channel: Channel | None = None
        while True:
            self._pause(channel, wait)
            if not self._may_go_on():
                break
            if self._is_stale:
                self._let_go(channel)
                channel, self._is_stale = None, False
            try:
                channel, wait = self._round(channel)
            except Stopped:
                channel = self._channel
                break
            except UserError as problem:
                _log.info("account %d waits for the database: %s", self._account.id, problem.code)
                channel, wait = self._channel, _DATABASE_AWAY
        self._let_go(channel)

    def _round(self, channel: Channel | None) -> tuple[Channel | None, timedelta]:
        """Read once; return the channel to go on with (None when it is better opened anew) and the wait."""
        try:
            if channel is None:
                channel = self._channel = self._network.open(
                    account=self._account, credentials=self._credentials, clock=self._clock
                )
            wait = self._reader.round(channel)
        except (Stopped, UserError):
            raise
        except ChannelError as error:
            # Opening refused; what a round meets is the reader's.
            return None, self._reader.failed(error)
        except Exception as error:
            # An adapter's bug must not end the reading of its account; neither must a channel closed under it.
            if not self._may_go_on():
                raise Stopped from error
            self._let_go(channel)
            if self._is_stale:
                # After a sleep it was we who closed it: no fault of the adapter.
                return None, timedelta(0)
            return None, self._reader.broken(error)
        if not self._reader.is_failing:
            return channel, wait
        self._let_go(channel)
        return None, wait

    def _pause(self, channel: Channel | None, wait: timedelta) -> None:
        """Wait, awake for a poke, the end, and what a channel announces; never less than a moment between rounds."""
        if self._is_poked or wait <= timedelta(0):
            self._is_poked = False
            self._wake.clear()
            self._stopping.wait(0.0)
            return
        least = min(wait, self._least)
        self._stopping.wait(least.total_seconds())
        rest = (wait - least).total_seconds()
        if rest > 0 and not self._stopping.is_set() and not self._is_poked:
            self._wait_for_news(channel, rest)
        self._is_poked = False
        self._wake.clear()
        if self._stopping.is_set():
            self._wake.set()

    def _wait_for_news(self, channel: Channel | None, seconds: float) -> None:
        if channel is None:
            self._wake.wait(seconds)
            return
        until = time.monotonic() + seconds
        try:
            if channel.wait(self._wake, seconds):
                return
        except Exception as error:  # noqa: BLE001 - a connection closed under it speaks in many tongues
            _log.info("waiting on account %d failed: %s", self._account.id, type(error).__name__)
        # One that comes back too early must not make its network be asked without end.
        self._wake.wait(max(0.0, until - time.monotonic()))

    def _let_go(self, channel: Channel | None) -> None:
        self._channel = None
        if channel is not None:
            with suppress(Exception):
                channel.close()

    def _close_from_outside(self) -> None:
        channel = self._channel
        if channel is not None:
            threading.Thread(target=self._close, args=(channel,), name="channel-close", daemon=True).start()

    @staticmethod
    def _close(channel: Channel) -> None:
        with suppress(Exception):
            channel.close()
