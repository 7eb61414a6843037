"""Reads how accounts do and what they brought, for the loops and watches that judge it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.models.domain.channel_health import Health, Light, Problem
from app.models.schema.channels import AccountHealth, AccountHour, Channel, ChannelAccount, OwnPost, SourceCheck
from app.models.schema.intake import IntakeRun
from app.models.schema.mentions import Mention

_DAY = timedelta(days=1)
_SUFFIX_BITS = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PROBLEMS = frozenset(each.value for each in Problem)


@dataclass(frozen=True, slots=True)
class WorkingAccount:
    """An account that is read without problems: its name, channel and health."""

    id: int
    name: str
    channel: str
    health: Health


@dataclass(slots=True)
class Accounted:
    """What the ledger knows of one day of one stream of an account.

    ``stored`` came through the stream, ``elsewhere`` through another one of the account, ``duplicate`` and
    ``rejected`` are what the stream's runs of that day and the next counted, ``own`` our own posts.
    """

    stored: int = 0
    elsewhere: int = 0
    duplicate: int = 0
    rejected: int = 0
    own: int = 0

    @property
    def total(self) -> int:
        """How many items of the day are accounted for; what came first through another stream is a duplicate here."""
        return self.stored + min(self.elsewhere, self.duplicate) + self.rejected + self.own


def read_health(connection: Connection, account_id: int) -> tuple[Health | None, dict[str, Any]]:
    """Return an account's health with its facts; None when nothing was told of it yet."""
    row = (
        connection.execute(select(*AccountHealth.__table__.c).where(AccountHealth.account_id == account_id))
        .mappings()
        .one_or_none()
    )
    return (None, {}) if row is None else (_health(row), dict(row["facts"] or {}))


def working_accounts(connection: Connection) -> list[WorkingAccount]:
    """Return the accounts in use whose light is OK and that have brought something before."""
    health = AccountHealth.__table__
    statement = (
        select(*health.c, ChannelAccount.name.label("account_name"), Channel.key.label("channel_key"))
        .join(ChannelAccount, ChannelAccount.id == health.c.account_id)
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .where(
            health.c.state == Light.OK.value,
            health.c.last_item_at.is_not(None),
            ChannelAccount.is_paused.is_(False),
            ChannelAccount.retired_at.is_(None),
        )
        .order_by(health.c.account_id)
    )
    rows = connection.execute(statement).mappings()
    return [WorkingAccount(row["account_id"], row["account_name"], row["channel_key"], _health(row)) for row in rows]


def brought_by_hour(connection: Connection, account_id: int, *, since: datetime) -> dict[datetime, int]:
    """Return what an account brought that was new in each hour (UTC) in which it was asked."""
    statement = select(AccountHour.hour_at, AccountHour.stored).where(
        AccountHour.account_id == account_id, AccountHour.hour_at >= since
    )
    return {hour: int(n) for hour, n in connection.execute(statement)}


def calls_since(connection: Connection, account_id: int, since: datetime) -> int:
    """Return how many questions an account has asked since an hour (UTC)."""
    statement = select(func.coalesce(func.sum(AccountHour.calls), 0)).where(
        AccountHour.account_id == account_id, AccountHour.hour_at >= since
    )
    return int(connection.execute(statement).scalar_one())


def checked_days(connection: Connection, account_id: int, day: date) -> dict[str, tuple[int, int]]:
    """Return (at the source, accounted for) of each stream that was compared for a day."""
    statement = select(SourceCheck.stream, SourceCheck.at_source, SourceCheck.accounted).where(
        SourceCheck.account_id == account_id, SourceCheck.day == day.isoformat()
    )
    return {stream: (at_source, accounted) for stream, at_source, accounted in connection.execute(statement)}


def accounted_for(
    connection: Connection, account_id: int, stream: str, day: date, *, run_marks: Sequence[bytes]
) -> Accounted:
    """Count what the ledger knows of the items of a stream that were posted on a day (UTC).

    ``run_marks`` are the fingerprints of the stream's runs of that day and the next.
    """
    starts = datetime(day.year, day.month, day.day, tzinfo=UTC)
    low, high = (_first_id(each) for each in (starts, starts + _DAY))
    counted = select(func.sum(IntakeRun.duplicate), func.sum(IntakeRun.rejected)).where(
        IntakeRun.fingerprint.in_(run_marks)
    )
    duplicate, rejected = connection.execute(counted).one()
    own = select(func.count()).where(
        OwnPost.account_id == account_id, OwnPost.posted_at >= starts, OwnPost.posted_at < starts + _DAY
    )
    found = Accounted(
        duplicate=int(duplicate or 0), rejected=int(rejected or 0), own=connection.execute(own).scalar_one()
    )
    by_run = (
        select(Mention.intake_run_id, func.count())
        .where(Mention.id >= low, Mention.id < high, Mention.account_id == account_id)
        .group_by(Mention.intake_run_id)
    )
    brought: dict[int | None, int] = {run_id: int(n) for run_id, n in connection.execute(by_run)}
    streams = _streams(connection, [run_id for run_id in brought if run_id is not None])
    found.stored = sum(n for run_id, n in brought.items() if streams.get(run_id or 0) == stream)
    found.elsewhere = sum(brought.values()) - found.stored
    return found


def _streams(connection: Connection, run_ids: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(select(IntakeRun.id, IntakeRun.mapping).where(IntakeRun.id.in_(run_ids)))
    return {run_id: str(mapping.get("stream")) for run_id, mapping in rows if isinstance(mapping, dict)}


def _first_id(at: datetime) -> int:
    return int((at - _EPOCH) // timedelta(seconds=1)) << _SUFFIX_BITS


def _health(row: Mapping[Any, Any]) -> Health:
    return Health(
        light=Light(row["state"]),
        problem=Problem(row["problem"]) if row["problem"] in _PROBLEMS else None,
        since=row["since"],
        last_ok_at=row["last_ok_at"],
        last_item_at=row["last_item_at"],
        retry_at=row["retry_at"],
        failures=row["failures"],
    )
