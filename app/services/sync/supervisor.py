"""Keeps one reading thread for each account that is ours: added, changed, paused, taken over, asleep and awake."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.domain.changes import Changes, Topic
from app.services.channels.base import Account, Credentials, Network
from app.services.clock import Clock
from app.services.database import Database
from app.services.errors import UserError
from app.services.intake import IntakeService
from app.services.sync.account_loop import AccountLoop
from app.services.sync.health import HealthBook
from app.services.sync.leases import RENEWED, LeaseKeeper
from app.services.sync.page_store import Pace, PageStore
from app.services.sync.reader import AccountReader

_log = logging.getLogger(__name__)
_JOIN_SECONDS = 2.5
_ASLEEP = timedelta(seconds=30)
"""A sleep is assumed from such a jump of the wall clock against the monotonic one on, or such a gap of both."""
_SPREAD = timedelta(seconds=3)
ToPoll = Callable[[], Sequence[tuple[Account, Credentials, int]]]
"""Gives the accounts to read, each with its credentials and its version: another version, another opening."""


@dataclass(frozen=True, slots=True)
class _Running:
    account: Account
    version: int
    loop: AccountLoop


class SyncSupervisor:
    """``start`` returns at once; ``stop`` returns within three seconds, whatever the networks do.

    ``spread`` is the time over which the first questions of all accounts are strewn.
    """

    def __init__(
        self,
        *,
        database: Database,
        networks: Mapping[str, Network],
        accounts: ToPoll,
        intake: IntakeService,
        clock: Clock,
        pace: Pace | None = None,
        beat: timedelta = RENEWED,
        spread: timedelta = _SPREAD,
        least_wait: timedelta = timedelta(seconds=1),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._networks = networks
        self._accounts = accounts
        self._clock = clock
        self._beat = beat
        self._spread = spread
        self._least_wait = least_wait
        self._monotonic = monotonic
        self._leases = LeaseKeeper(database=database, monotonic=monotonic)
        self._store = PageStore(database=database, intake=intake, pace=pace)
        self._health = HealthBook(database=database)
        self._running: dict[int, _Running] = {}
        self._leaving: list[AccountLoop] = []
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._last: tuple[datetime, float] | None = None

    def start(self) -> None:
        """Begin; a database that cannot be written is read for by other workstations."""
        if self._thread is None and not self._database.is_read_only:
            self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End all loops and give the leases back."""
        self._stopping.set()
        self._wake.set()
        until = time.monotonic() + _JOIN_SECONDS
        with self._lock:
            loops = [each.loop for each in self._running.values()] + self._leaving
            self._running.clear()
            self._leaving = []
        for loop in loops:
            loop.ask_stop()
        for loop in loops:
            if not loop.join(until - time.monotonic()):
                _log.info("an account's network hangs; its thread is left behind")
        if self._thread is not None:
            self._thread.join(max(0.0, until - time.monotonic()))
            self._thread = None
        try:
            self._leases.release()
        except UserError as problem:
            _log.info("leases run out by themselves: %s", problem.code)

    def poke(self, account_id: int | None = None) -> None:
        """Read an account (all of them with None) at once, and look whether accounts were added or changed."""
        with self._lock:
            loops = [each.loop for key, each in self._running.items() if account_id in {None, key}]
        for loop in loops:
            loop.poke()
        self._wake.set()

    def look_if(self, changes: Changes) -> None:
        """Look at once after an account was added, changed or paused; bootstrap hands every ``Changes`` here."""
        if Topic.CHANNELS in changes.topics:
            self._wake.set()

    @property
    def reading(self) -> frozenset[int]:
        """The accounts that this workstation reads just now."""
        with self._lock:
            return frozenset(key for key, each in self._running.items() if each.loop.is_alive)

    def tick(self) -> None:
        """Renew the leases once, and start, replace and end loops by what is wanted and what is ours.

        Raises:
            Unavailable: when the database cannot be reached; loops go on while their leases last.
        """
        self._notice_sleep()
        wanted = {
            account.id: (account, credentials, version)
            for account, credentials, version in self._accounts()
            if account.channel in self._networks
        }
        held = self._leases.renew(wanted)
        with self._lock:
            if self._stopping.is_set():
                return
            for key, running in list(self._running.items()):
                if key not in held or not running.loop.is_alive or _differs(running, wanted[key]):
                    running.loop.ask_stop()
                    self._leaving.append(running.loop)
                    del self._running[key]
            self._leaving = [loop for loop in self._leaving if loop.is_alive]
            for key in sorted(held - self._running.keys()):
                self._running[key] = self._started(*wanted[key])

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.tick()
            except UserError as problem:
                _log.info("sync waits for the database: %s", problem.code)
            except Exception as error:  # noqa: BLE001 - one bad account must not end the reading of all others
                _log.error("sync failed: %s", type(error).__name__)
            self._wake.wait(self._beat.total_seconds())
            self._wake.clear()

    def _started(self, account: Account, credentials: Credentials, version: int) -> _Running:
        network = self._networks[account.channel]

        def make_reader(go_on: Callable[[], bool]) -> AccountReader:
            return AccountReader(
                account=account,
                kind=network.kind,
                database=self._database,
                store=self._store,
                health=self._health,
                go_on=go_on,
                chance=random.random,
            )

        loop = AccountLoop(
            account=account,
            credentials=credentials,
            network=network,
            make_reader=make_reader,
            holds=lambda: self._leases.holds(account.id),
            clock=self._clock,
            first_wait=self._spread * random.random(),  # noqa: S311 - spreads questions, no secret
            least=self._least_wait,
        )
        loop.start()
        return _Running(account, version, loop)

    def _notice_sleep(self) -> None:
        now = (self._clock.now(), self._monotonic())
        last, self._last = self._last, now
        if last is None:
            return
        wall, counted = now[0] - last[0], timedelta(seconds=now[1] - last[1])
        if abs(wall - counted) < _ASLEEP and counted < self._beat + _ASLEEP:
            return
        _log.info("the computer has slept or its clock was set; connections are opened anew")
        with self._lock:
            loops = [each.loop for each in self._running.values()]
        for loop in loops:
            loop.reconnect()


def _differs(running: _Running, wanted: tuple[Account, Credentials, int]) -> bool:
    return (running.account, running.version) != (wanted[0], wanted[2])
