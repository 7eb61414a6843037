"""Writes how an account does: quietly while nothing changes, as an act that screens hear of when its light does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.alert import AlertKind, NewAlert
from app.models.domain.changes import Topic
from app.models.domain.channel_health import Health, Light, Problem
from app.models.domain.health_steps import after_failure, after_success, gone_silent, is_news
from app.models.domain.people import PROGRAM
from app.models.queries.account_health import WorkingAccount, read_health
from app.models.schema.channels import AccountHealth
from app.services.acts import Act
from app.services.alerts import raise_alert
from app.services.channels.base import Account
from app.services.database import Database
from app.services.intake.account_ledger import count_hour, keep_cursor
from app.services.write_gate import Priority

MISSING = "missing"
"""Facts: how many items of ``missing_day`` the source has and the ledger does not account for."""
Extra = Callable[[Connection], object]


class HealthBook:
    """Writes ``account_health``; who reads it asks ``queries.account_health``."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def success(
        self,
        account: Account,
        *,
        brought: bool,
        calls: int = 0,
        cursors: Mapping[str, str] | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> Health:
        """Note a round without a problem, with what it cost and the cursors of pages that brought nothing."""
        at = self._database.clock.now()

        def extra(connection: Connection) -> None:
            if calls:
                count_hour(connection, account.id, at, calls=calls)
            for stream, cursor in sorted((cursors or {}).items()):
                keep_cursor(connection, account.id, stream, cursor, at)

        return self._write(account, lambda before: after_success(before, at, brought=brought), facts, extra)

    def failure(
        self,
        account: Account,
        problem: Problem,
        *,
        retry_at: datetime,
        brought: bool = False,
        calls: int = 0,
        facts: Mapping[str, str] | None = None,
    ) -> Health:
        """Note a round that failed; what needs a person raises an alert, once a day for the same problem."""
        at = self._database.clock.now()

        def extra(connection: Connection) -> None:
            if calls:
                count_hour(connection, account.id, at, calls=calls)

        def step(before: Health | None) -> Health:
            return after_failure(before, problem, at, retry_at=retry_at, brought=brought)

        return self._write(account, step, dict(facts or {}), extra)

    def silence(self, account: WorkingAccount, *, now: datetime, hours: int) -> bool:
        """Note that an account has been silent for too long and raise the alert; False when it no longer is."""

        def work(act: Act) -> bool:
            health, facts = read_health(act.connection, account.id)
            if health is None or (health.light, health.last_item_at) != (Light.OK, account.health.last_item_at):
                return False
            _put(act.connection, account.id, gone_silent(health, now), facts)
            told = {"account": account.name, "channel": account.channel, "hours": hours}
            since = int(health.last_item_at.timestamp()) if health.last_item_at else 0
            raise_alert(act, NewAlert(f"silence:{account.id}:{since}", AlertKind.SILENCE, facts=told))
            act.touch(topics=[Topic.CHANNELS])
            return True

        return self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)[0]

    def _write(
        self, account: Account, step: Callable[[Health | None], Health], facts: Mapping[str, Any] | None, extra: Extra
    ) -> Health:
        with self._database.read() as connection:
            before, kept = read_health(connection, account.id)
        told = dict(kept if facts is None else facts)
        after = step(before)
        if not is_news(before, after) and told == kept:

            def quietly(connection: Connection) -> None:
                extra(connection)
                _put(connection, account.id, after, told)

            self._database.quiet(quietly, priority=Priority.BACKGROUND)
            return after
        work = _NewsWriter(account, after, told, extra, is_new_problem=is_news(before, after))
        self._database.act(work.write, actor=PROGRAM, priority=Priority.BACKGROUND)
        return after


class _NewsWriter:
    """The act that tells everybody of another light, another problem or other facts."""

    def __init__(
        self, account: Account, health: Health, facts: Mapping[str, Any], extra: Extra, *, is_new_problem: bool
    ) -> None:
        self._account = account
        self._health = health
        self._facts = facts
        self._extra = extra
        self._is_new_problem = is_new_problem

    def write(self, act: Act) -> None:
        self._extra(act.connection)
        _put(act.connection, self._account.id, self._health, self._facts)
        problem = self._health.problem
        if self._is_new_problem and self._health.light is Light.NEEDS_PERSON and problem is not None:
            key = f"account:{self._account.id}:{problem.value}:{act.at.date().isoformat()}"
            told = {"account": self._account.name, "channel": self._account.channel, "problem": problem.value}
            raise_alert(act, NewAlert(key, AlertKind.ACCOUNT, facts=told))
        act.touch(topics=[Topic.CHANNELS])


def _put(connection: Connection, account_id: int, health: Health, facts: Mapping[str, Any]) -> None:
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    values = {
        "state": health.light.value,
        "problem": None if health.problem is None else health.problem.value,
        "facts": dict(facts) or None,
        "since": health.since,
        "last_ok_at": health.last_ok_at,
        "last_item_at": health.last_item_at,
        "retry_at": health.retry_at,
        "failures": health.failures,
    }
    adding = module.insert(AccountHealth).values(account_id=account_id, **values)
    connection.execute(adding.on_conflict_do_update(index_elements=["account_id"], set_=values))
