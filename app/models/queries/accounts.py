"""SELECTs of the company's accounts: cards with health and cost, and days of reconciliation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, case, exists, func, select

from app.models.domain.account_info import AccountCard, CostToday, ReconciliationLine
from app.models.domain.channel_health import Health, Light, Problem
from app.models.queries.rows import AnyRow
from app.models.schema.channels import (
    AccountHealth,
    AccountHour,
    AccountLease,
    AccountSecret,
    Channel,
    ChannelAccount,
    SourceCheck,
)
from app.models.schema.people import Workstation

_MONTH = timedelta(days=30)
_KNOWN = {each.value for each in Problem}


def account_rows() -> Select[Any]:
    """Return the statement of accounts with their channel, in the order of the channels."""
    return (
        select(*ChannelAccount.__table__.c, Channel.key.label("channel_key"), Channel.name.label("channel_name"))
        .join(Channel, Channel.id == ChannelAccount.channel_id)
        .order_by(Channel.position, ChannelAccount.name, ChannelAccount.id)
    )


def account_cards(
    connection: Connection, now: datetime, *, account_id: int | None = None, include_retired: bool = False
) -> tuple[AccountCard, ...]:
    """Return the accounts as cards; ``now`` is aware UTC."""
    health = AccountHealth.__table__.c
    statement = (
        account_rows()
        .add_columns(
            *(column.label(f"health_{column.name}") for column in health if column.name != "account_id"),
            exists().where(AccountSecret.account_id == ChannelAccount.id).label("has_secret"),
            Workstation.name.label("holder"),
        )
        .outerjoin(AccountHealth, AccountHealth.account_id == ChannelAccount.id)
        .outerjoin(
            AccountLease,
            (AccountLease.account_id == ChannelAccount.id) & (AccountLease.expires_at > now),
        )
        .outerjoin(Workstation, Workstation.key == AccountLease.workstation_key)
    )
    if account_id is not None:
        statement = statement.where(ChannelAccount.id == account_id)
    if not include_retired:
        statement = statement.where(ChannelAccount.retired_at.is_(None))
    costs = _costs(connection, now)
    return tuple(_card(row, costs.get(row.id, CostToday())) for row in connection.execute(statement))


def reconciliation(connection: Connection, account_id: int, *, limit: int = 60) -> tuple[ReconciliationLine, ...]:
    """Return the last days of reconciliation of an account, newest first."""
    rows = connection.execute(
        select(SourceCheck)
        .where(SourceCheck.account_id == account_id)
        .with_only_columns(*SourceCheck.__table__.c)
        .order_by(SourceCheck.day.desc(), SourceCheck.stream)
        .limit(limit)
    )
    return tuple(ReconciliationLine(row.stream, row.day, row.at_source, row.accounted, row.checked_at) for row in rows)


def _costs(connection: Connection, now: datetime) -> Mapping[int, CostToday]:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    hour = AccountHour

    def today_of(column: Any) -> Any:  # noqa: ANN401 - SQL expressions
        return func.coalesce(func.sum(case((hour.hour_at >= today, column), else_=0)), 0)

    rows = connection.execute(
        select(
            hour.account_id,
            today_of(hour.calls),
            today_of(hour.received),
            today_of(hour.cost),
            func.sum(hour.calls),
            func.sum(hour.received),
            func.sum(hour.cost),
        )
        .where(hour.hour_at >= today - _MONTH)
        .group_by(hour.account_id)
    )
    return {row[0]: CostToday(*(int(each) for each in row[1:])) for row in rows}


def _card(row: AnyRow, cost: CostToday) -> AccountCard:
    return AccountCard(
        id=row.id,
        channel_key=row.channel_key,
        channel_name=row.channel_name,
        name=row.name,
        is_connected=row.is_connected,
        is_listen_only=row.is_listen_only,
        is_paused=row.is_paused,
        is_retired=row.retired_at is not None,
        has_secret=bool(row.has_secret),
        version=row.version,
        health=_health(row),
        options=dict(row.options or {}),
        cost=cost,
        holder=row.holder or "",
    )


def _health(row: AnyRow) -> Health:
    if row.is_paused:
        return Health(Light.PAUSED, last_ok_at=row.health_last_ok_at, last_item_at=row.health_last_item_at)
    if row.health_state is None:
        return Health(Light.NEW)
    return Health(
        light=Light(row.health_state),
        problem=Problem(row.health_problem) if row.health_problem in _KNOWN else None,
        since=row.health_since,
        last_ok_at=row.health_last_ok_at,
        last_item_at=row.health_last_item_at,
        retry_at=row.health_retry_at,
        failures=row.health_failures,
        why=str((row.health_facts or {}).get("why", "")),
    )
