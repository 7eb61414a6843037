"""Looks every two seconds for what is due and lets each account send its own, one after the other, all in parallel."""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.domain.vocabulary import DeliveryState
from app.services.channels.base import Account, Channel, ChannelError, Credentials, Network, calls_of
from app.services.database import Database
from app.services.errors import UserError
from app.services.intake.account_ledger import count_hour
from app.services.outbox.act_post import ActPost
from app.services.outbox.auto_post import AutoPost
from app.services.outbox.delivery import Delivery, OpenChannel
from app.services.outbox.letters import able_accounts
from app.services.outbox.posts import Due, Outcome, Post
from app.services.outbox.reply_post import ReplyPost

_LOG = logging.getLogger(__name__)
_PAUSE_SECONDS = 2.0
_DOUBTFUL_SECONDS = 20.0
_IDLE_SECONDS = 60.0
_LIFE_SECONDS = 600.0
"""An account may be edited while its channel is open: it is opened anew now and then."""
_STOP_SECONDS = 3.0
_MOST_WORKERS = 4
_KEEPS_CHANNEL = frozenset({DeliveryState.SENT})


@dataclass(slots=True)
class _Opened:
    channel: Channel
    opened_at: float
    used_at: float
    counted: int = 0


@dataclass(frozen=True, slots=True)
class _Errand:
    """Something due, and what does it when it is handed a way to the account's channel."""

    due: Due
    run: Callable[[Due, OpenChannel], Outcome | None]


class OutboxLoop:
    """A background loop with start and stop; ``run_once`` does one round and is all that tests need.

    ``open_account`` gives an account and its credentials as its adapter needs them; an account's channel stays open
    while it has work and is closed a minute after. ``may_open``: what it refuses is left to other workstations.
    """

    def __init__(
        self,
        *,
        database: Database,
        networks: Mapping[str, Network],
        open_account: Callable[[int], tuple[Account, Credentials]],
        may_open: Callable[[int], bool] = lambda _account_id: True,
    ) -> None:
        kinds = {key: network.kind for key, network in networks.items()}
        self._database = database
        self._networks = networks
        self._open_account = open_account
        self._may_open = may_open
        self._delivery = Delivery(clock=database.clock, kinds=kinds)
        self._posts: tuple[Post, ...] = (
            ReplyPost(database=database, kinds=kinds),
            AutoPost(database=database, kinds=kinds),
        )
        self._acts = ActPost(database=database)
        self._opened: dict[int, _Opened] = {}
        self._rests: dict[int, datetime] = {}
        self._workers: dict[int, threading.Thread] = {}
        self._lock = threading.Lock()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._looked_at = float("-inf")

    def start(self) -> None:
        """Begin; without networks there is nothing to do, and where nothing can be written others send."""
        if self._networks and self._thread is None and not self._database.is_read_only:
            self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
            self._thread.start()

    def poke(self) -> None:
        """Look at once instead of within two seconds."""
        self._wake.set()

    def stop(self) -> None:
        """End within three seconds; what is still on its way then goes on by itself, and is looked up if it dies."""
        self._stop.set()
        self._wake.set()
        until = time.monotonic() + _STOP_SECONDS
        with self._lock:
            threads = [*self._workers.values()] + ([self._thread] if self._thread else [])
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        self._thread = None
        with self._lock:
            busy = set(self._workers)
        for account_id in set(self._opened) - busy:
            self._close(account_id)

    def run_once(self) -> int:
        """Do one round here and now, one account after the other; return how many answers and acts were sent."""
        return sum(self._work(account_id, errands) for account_id, errands in self._due(with_doubtful=True).items())

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(_PAUSE_SECONDS)
            self._wake.clear()
            if self._stop.is_set():
                return
            try:
                self._round()
            except UserError as problem:
                _LOG.warning("outbox waits: %s", problem.code)
            except Exception as error:  # noqa: BLE001 - answers must go on leaving after a bug in one round
                _LOG.error("the outbox failed in a round: %s", type(error).__name__)

    def _round(self) -> None:
        now = time.monotonic()
        is_time = now - self._looked_at >= _DOUBTFUL_SECONDS
        if is_time:
            self._looked_at = now
        for account_id, errands in self._due(with_doubtful=is_time).items():
            with self._lock:
                if account_id in self._workers or len(self._workers) >= _MOST_WORKERS or self._stop.is_set():
                    continue
                name = f"outbox-{account_id}"
                worker = threading.Thread(target=self._run_worker, args=(account_id, errands), name=name, daemon=True)
                self._workers[account_id] = worker
            worker.start()
        self._close_idle(now)

    def _run_worker(self, account_id: int, errands: list[_Errand]) -> None:
        done = 0
        try:
            done = self._work(account_id, errands)
        finally:
            with self._lock:
                self._workers.pop(account_id, None)
            if done:
                # What stood behind it may leave now, or what waited for a free worker.
                self._wake.set()

    def _due(self, *, with_doubtful: bool) -> dict[int, list[_Errand]]:
        """Return what is due by account, of those that may send here and now."""
        self._delivery.write_late()
        now = self._database.clock.now()
        ready = self._ready(now)
        found: defaultdict[int, list[_Errand]] = defaultdict(list)
        for post in self._posts:
            post.give_up_lost(now)
            run = self._letter_runner(post)
            for due in post.due(now, ready, with_doubtful=with_doubtful):
                found[due.account_id].append(_Errand(due, run))
        self._acts.give_up_lost(now)
        for due in self._acts.due(now, ready):
            found[due.account_id].append(_Errand(due, self._acts.run))
        return dict(found)

    def _ready(self, now: datetime) -> list[int]:
        """Return the accounts that may send and are neither busy nor asked by their network to be left alone."""
        with self._database.read() as connection:
            able = able_accounts(connection, self._networks)
        with self._lock:
            busy = set(self._workers)
        free = (key for key in able if key not in busy and self._rests.get(key, now) <= now)
        return [key for key in free if self._may_open(key)]

    def _letter_runner(self, post: Post) -> Callable[[Due, OpenChannel], Outcome | None]:
        def run(due: Due, channel_of: OpenChannel) -> Outcome | None:
            taken = post.take(due)
            return None if taken is None else self._delivery.carry(post, taken, channel_of)

        return run

    def _work(self, account_id: int, errands: list[_Errand]) -> int:
        """Do an account's errands one after the other; return how many were done."""
        done = 0
        for errand in errands:
            if self._stop.is_set():
                break
            try:
                outcome = errand.run(errand.due, lambda: self._channel(account_id))
                self._count(account_id)
            except UserError as problem:
                _LOG.warning("outbox waits: %s", problem.code)
                break
            except Exception as error:  # noqa: BLE001 - a bug with one answer must not stop those behind it
                _LOG.error("the outbox failed with one answer: %s", type(error).__name__)
                continue
            if outcome is None:
                continue
            done += outcome.state is DeliveryState.SENT
            if outcome.state not in _KEEPS_CHANNEL:
                # The next try begins with fresh credentials and a fresh connection.
                self._close(account_id)
            rest = self._delivery.rest_after(outcome)
            if rest is not None:
                self._rest(account_id, rest)
                break
        return done

    def _channel(self, account_id: int) -> Channel:
        """Return the account's opened channel. Raises what opening raises."""
        now, opened = time.monotonic(), self._opened.get(account_id)
        if opened is not None and now - opened.opened_at > _LIFE_SECONDS:
            self._close(account_id)
            opened = None
        if opened is None:
            account, credentials = self._open_account(account_id)
            network = self._networks[account.channel]
            channel = network.open(account=account, credentials=credentials, clock=self._database.clock)
            opened = self._opened[account_id] = _Opened(channel, now, now)
        opened.used_at = now
        return opened.channel

    def _count(self, account_id: int) -> None:
        """Keep what sending has cost where the network has a quota a day, so that reading leaves it the rest."""
        opened = self._opened.get(account_id)
        told = None if opened is None else calls_of(opened.channel)
        if opened is None or told is None or told <= opened.counted:
            return
        at, calls, opened.counted = self._database.clock.now(), told - opened.counted, told
        self._database.quiet(lambda connection: count_hour(connection, account_id, at, calls=calls))

    def _rest(self, account_id: int, wait: timedelta) -> None:
        self._rests[account_id] = self._database.clock.now() + wait

    def _close_idle(self, now: float) -> None:
        with self._lock:
            busy = set(self._workers)
        for account_id, opened in list(self._opened.items()):
            if account_id not in busy and now - opened.used_at > _IDLE_SECONDS:
                self._close(account_id)

    def _close(self, account_id: int) -> None:
        opened = self._opened.pop(account_id, None)
        if opened is not None:
            with suppress(ChannelError, OSError):
                opened.channel.close()
