"""Compares, once a day, what a source counts for yesterday with what the ledger knows, and reads again what differs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from app.models.queries.account_health import accounted_for, checked_days
from app.models.schema.channels import SourceCheck
from app.services.channels.base import Account, Channel
from app.services.database import Database
from app.services.intake.account_ledger import run_mark, set_back
from app.services.write_gate import Priority

_DAY = timedelta(days=1)
_LATE, _LATER = timedelta(hours=2), timedelta(hours=1)


class Reconciliation:
    """The comparison of one account, asked by its own loop: a channel is used by one thread.

    A stream whose source has more than the ledger is read again from that day's beginning, once; the row of the day
    then follows the ledger. Fewer at the source is no difference: things are deleted there.
    """

    def __init__(self, *, database: Database, account: Account) -> None:
        self._database = database
        self._account = account
        self._settled: date | None = None
        self._not_before: datetime | None = None
        self._missing: dict[str, int] = {}

    def is_due(self, now: datetime) -> bool:
        """Tell whether yesterday (UTC) was not looked at yet."""
        is_put_off = self._not_before is not None and now < self._not_before
        return self._settled != _yesterday(now) and not is_put_off

    def put_off(self) -> None:
        """Look again in an hour: the source could not count just now."""
        self._not_before = self._database.clock.now() + _LATER

    @property
    def missing(self) -> int:
        """How many items of yesterday the source has and the ledger does not account for."""
        return sum(self._missing.values())

    def look(self, channel: Channel) -> tuple[set[str], int]:
        """Compare yesterday; return the streams that were set back, and how many questions it cost.

        Raises:
            ChannelError: what the channel said. Unavailable: when the database cannot be reached.
        """
        day, back, calls = _yesterday(self._database.clock.now()), set(), 0
        with self._database.read() as connection:
            known = checked_days(connection, self._account.id, day)
        self._missing = {}
        for stream in channel.streams:
            at_source, was = known.get(stream, (None, None))
            if at_source is None:
                at_source, calls = channel.count(stream, day), calls + 1
            if at_source is None:
                continue
            accounted = self._accounted(stream, day)
            is_first = was is None
            if is_first or accounted != was:
                self._write(stream, day, at_source, accounted, reads_again=is_first and accounted < at_source)
            if accounted < at_source:
                self._missing[stream] = at_source - accounted
                if is_first:
                    back.add(stream)
        # What was set back is looked at once more, after it was read.
        self._settled = None if back else day
        return back, calls

    def _accounted(self, stream: str, day: date) -> int:
        marks = [run_mark(self._account.id, stream, each) for each in (day, day + _DAY)]
        with self._database.read() as connection:
            return accounted_for(connection, self._account.id, stream, day, run_marks=marks).total

    def _write(self, stream: str, day: date, at_source: int, accounted: int, *, reads_again: bool) -> None:
        at = self._database.clock.now()

        def work(connection: Connection) -> None:
            module = postgresql if connection.dialect.name == "postgresql" else sqlite
            values = {"at_source": at_source, "accounted": accounted, "checked_at": at}
            key = {"account_id": self._account.id, "stream": stream, "day": day.isoformat()}
            adding = module.insert(SourceCheck).values(**key, **values)
            connection.execute(adding.on_conflict_do_update(index_elements=list(key), set_=values))
            if reads_again:
                set_back(connection, self._account.id, stream, day, at)

        self._database.quiet(work, priority=Priority.BACKGROUND)


def _yesterday(now: datetime) -> date:
    # What is posted at the end of a day may become visible a little later.
    return (now.astimezone(UTC) - _LATE).date() - _DAY
