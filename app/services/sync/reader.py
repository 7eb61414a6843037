"""One account read once, from its first stream to its figures: what is asked, stored, counted, and how it does."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from app.models.domain.backoff import next_quota_day, paced, wait_after
from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability, ChannelKind
from app.models.domain.people import PROGRAM
from app.models.queries.account_health import calls_since
from app.services.acts import Act
from app.services.channels.base import Account, Channel, ChannelError, Fetched, Figures, calls_of
from app.services.database import Database
from app.services.intake.account_ledger import count_hour, read_cursor
from app.services.intake.source_state import due_figures, settle_figures, store_figures
from app.services.sync.health import MISSING, HealthBook
from app.services.sync.page_store import PageStore, Remembered, Stopped, is_empty
from app.services.sync.reconciliation import Reconciliation
from app.services.write_gate import Priority

_log = logging.getLogger(__name__)
DAILY_CALLS_OPTION = "daily_calls"
_FIGURES_AT_ONCE = 50
_FIGURE_LOTS = 4
_TOLD_EVERY = timedelta(minutes=1)
_ONE_STREAM = frozenset({Problem.SCOPE_MISSING, Problem.NOT_SUPPORTED, Problem.NOT_FOUND, Problem.TOO_LARGE})
"""Problems of one stream that say nothing of the others."""


class AccountReader:
    """Reads an account; used by the one thread of its loop. ``go_on`` says whether it is still ours to read."""

    def __init__(
        self,
        *,
        account: Account,
        kind: ChannelKind,
        database: Database,
        store: PageStore,
        health: HealthBook,
        go_on: Callable[[], bool],
        chance: Callable[[], float],
    ) -> None:
        self._account = account
        self._kind = kind
        self._database = database
        self._store = store
        self._health = health
        self._go_on = go_on
        self._chance = chance
        self._reconciliation = Reconciliation(database=database, account=account)
        self._remembered: dict[str, Remembered] = {}
        self._cursors: dict[str, str | None] = {}
        self._unwritten: dict[str, str] = {}
        self._resting: dict[str, tuple[datetime, ChannelError]] = {}
        self._failures = 0
        self._brought = False
        self._loose_calls = 0
        self._spent: tuple[datetime, int] | None = None
        self._told_at: datetime | None = None
        self._has_figures = kind.can(Ability.FIGURES)

    @property
    def is_failing(self) -> bool:
        """Tell whether the last round failed, so that its channel is better opened anew."""
        return self._failures > 0

    def round(self, channel: Channel) -> timedelta:
        """Read every stream until nothing is left, then the figures; return how long to wait.

        Raises:
            Stopped: when the account is not ours any more. Unavailable: when the database cannot be reached.
        """
        if self._daily_calls() is not None:
            # Sending spends of the same quota, by whichever workstation.
            self._spent = None
        before = self._calls_today()
        try:
            self._read_streams(channel)
            self._read_figures(channel)
            self._reconcile(channel)
        except ChannelError as error:
            self._loose_calls += 1
            return self.failed(error)
        except _QuotaSpent:
            return self._quota_is_spent()
        self._failures = 0
        self._tell()
        spent, most, now = self._calls_today(), self._daily_calls(), self._database.clock.now()
        left = None if most is None else max(most - spent, 0)
        return paced(self._poll(), calls_left=left, day_left=next_quota_day(now) - now, calls_a_round=spent - before)

    def failed(self, error: ChannelError) -> timedelta:
        """Note a problem; return how long to wait."""
        self._failures += 1
        wait = wait_after(error.problem, self._failures, retry_after=error.retry_after, chance=self._chance())
        self._note(error, self._database.clock.now() + wait)
        return wait

    def broken(self, error: Exception) -> timedelta:
        """Note a bug of an adapter as an answer that cannot be read; the account is tried again."""
        _log.error("reading an account of %s failed: %s", self._account.channel, type(error).__name__)
        return self.failed(ChannelError(Problem.UNREADABLE, facts={"error": type(error).__name__}))

    def _read_streams(self, channel: Channel) -> None:
        """Read one stream after the other; what one stream alone cannot do lets it rest and not the others."""
        now = self._database.clock.now()
        for stream in channel.streams:
            if stream in self._resting and self._resting[stream][0] > now:
                continue
            try:
                self._read_stream(channel, stream)
                self._resting.pop(stream, None)
            except ChannelError as error:
                if error.problem not in _ONE_STREAM or len(channel.streams) == 1:
                    raise
                self._loose_calls += 1
                self._resting[stream] = (now + wait_after(error.problem, 1, retry_after=None, chance=0), error)

    def _read_stream(self, channel: Channel, stream: str) -> None:
        while True:
            self._spend(0)
            cursor = self._cursor(stream)
            page = channel.fetch(stream, cursor)
            self._check()
            self._take(stream, cursor, page)
            # A page that leads nowhere would be asked for again without end.
            if not page.has_more or page.cursor == cursor:
                return

    def _take(self, stream: str, cursor: str | None, page: Fetched) -> None:
        self._spend(page.calls, is_counted=True)
        remembered = self._remembered.setdefault(stream, Remembered())
        unseen = remembered.unseen(page)
        if is_empty(unseen):
            self._loose_calls += page.calls
            if page.cursor != cursor:
                self._unwritten[stream] = page.cursor
        else:
            stored = self._store.store(self._account, self._kind, stream, unseen, go_on=self._go_on)
            self._brought |= stored.brought
            self._unwritten.pop(stream, None)
            remembered.add(unseen)
            self._tell_of_a_long_round()
        self._cursors[stream] = page.cursor

    def _cursor(self, stream: str) -> str | None:
        if stream not in self._cursors:
            with self._database.read() as connection:
                self._cursors[stream] = read_cursor(connection, self._account.id, stream)
        return self._cursors[stream]

    def _read_figures(self, channel: Channel) -> None:
        for _lot in range(_FIGURE_LOTS if self._has_figures else 0):
            now = self._database.clock.now()
            with self._database.read() as connection:
                due = due_figures(connection, self._account.id, now, _FIGURES_AT_ONCE)
            if not due:
                return
            self._spend(0)
            before = calls_of(channel)
            try:
                figures = channel.figures([external_id for _kind, _id, external_id in due])
            except ChannelError as error:
                if error.problem not in _ONE_STREAM:
                    raise
                self._has_figures = False
                return
            self._check()
            told = calls_of(channel)
            calls = 1 if before is None or told is None else told - before
            self._spend(calls, is_counted=True)
            cost = self._kind.cost_per_item * len(figures)
            work = partial(_keep_figures, self._account, figures, due, calls=calls, cost=cost)
            self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)

    def _reconcile(self, channel: Channel) -> None:
        if not self._reconciliation.is_due(self._database.clock.now()):
            return
        try:
            back, calls = self._reconciliation.look(channel)
        except ChannelError as error:
            # Not to be able to count is no reason to say that an account cannot be read.
            _log.info("account %d was not counted: %s", self._account.id, error.problem.value)
            self._reconciliation.put_off()
            return
        self._check()
        self._spend(calls, is_counted=True)
        self._loose_calls += calls
        for stream in back:
            self._cursors.pop(stream, None)
            self._unwritten.pop(stream, None)
            self._remembered.pop(stream, None)
        self._told_at = None

    def _tell_of_a_long_round(self) -> None:
        """Show within a minute that a backlog is coming in."""
        if not self._is_told():
            self._tell()

    def _is_told(self) -> bool:
        now = self._database.clock.now()
        return self._told_at is not None and timedelta(0) <= now - self._told_at < _TOLD_EVERY

    def _tell(self) -> None:
        """Write the health of a round that went through, at most once a minute while nothing is new."""
        if self._is_told() and not self._brought:
            return
        if self._resting:
            retry_at, error = min(self._resting.values(), key=lambda each: each[0])
            self._note(error, retry_at)
        else:
            missing = self._reconciliation.missing
            facts = {MISSING: missing} if missing else {}
            cursors, calls = dict(self._unwritten), self._loose_calls
            self._health.success(self._account, brought=self._brought, calls=calls, cursors=cursors, facts=facts)
            self._unwritten.clear()
            self._written(calls)
        self._told_at = self._database.clock.now()

    def _note(self, error: ChannelError, retry_at: datetime) -> None:
        calls = self._loose_calls
        self._health.failure(
            self._account,
            error.problem,
            retry_at=retry_at,
            brought=self._brought,
            calls=calls,
            facts={key: value for key, value in error.facts.items() if isinstance(value, str)},
        )
        self._written(calls)
        self._told_at = None

    def _written(self, calls: int) -> None:
        self._loose_calls -= calls
        self._brought = False

    def _check(self) -> None:
        if not self._go_on():
            raise Stopped

    def _poll(self) -> timedelta:
        return self._kind.poll

    def _daily_calls(self) -> int | None:
        own = self._account.options.get(DAILY_CALLS_OPTION)
        try:
            return int(own) if own else self._kind.daily_calls
        except (TypeError, ValueError):
            return self._kind.daily_calls

    def _calls_today(self) -> int:
        today = self._database.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        if self._spent is None or self._spent[0] != today:
            with self._database.read() as connection:
                self._spent = (today, calls_since(connection, self._account.id, today) + self._loose_calls)
        return self._spent[1]

    def _spend(self, calls: int, *, is_counted: bool = False) -> None:
        """Count questions of today; before asking (``calls`` 0) raise when the day's quota is spent."""
        spent = self._calls_today() + calls
        if self._spent is not None:
            self._spent = (self._spent[0], spent)
        most = self._daily_calls()
        if not is_counted and most is not None and spent >= most:
            raise _QuotaSpent

    def _quota_is_spent(self) -> timedelta:
        now = self._database.clock.now()
        wait = next_quota_day(now) - now
        self._note(ChannelError(Problem.QUOTA_SPENT), now + wait)
        return wait


def _keep_figures(
    account: Account,
    figures: Sequence[Figures],
    due: Sequence[tuple[int, int, str]],
    act: Act,
    *,
    calls: int,
    cost: int,
) -> None:
    store_figures(act, account.id, account.channel, figures)
    settle_figures(act.connection, due, act.at)
    count_hour(act.connection, account.id, act.at, calls=calls, cost=cost)


class _QuotaSpent(Exception):  # noqa: N818 - a signal inside this module, not an error
    """Our own limit of questions a day is reached."""
