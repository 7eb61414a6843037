"""Keeps the account of what a polled account brought: a run a day and stream, the hours with their cost, the cursor."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.people import PROGRAM
from app.models.schema.channels import AccountCursor, AccountHour
from app.models.schema.intake import IntakeRun

CHANNEL_KIND = "channel"
DONE = "done"
MARK = "@"
"""Parts a stream's name from the day in the key of a cursor kept from the beginning of that day."""
_KEPT_MARKS = 7
_COUNTS = ("calls", "cost", "received", "stored")
_RUN = select(IntakeRun.id).where(IntakeRun.fingerprint == bindparam("mark"))
_CURSOR = select(AccountCursor.cursor, AccountCursor.read_at).where(
    AccountCursor.account_id == bindparam("account"), AccountCursor.stream == bindparam("name")
)


def run_mark(account_id: int, stream: str, day: date) -> bytes:
    """Return the fingerprint under which the run of an account, a stream and a day (UTC) is found."""
    told = json.dumps([CHANNEL_KIND, account_id, stream, day.isoformat()])
    return blake2b(told.encode(), digest_size=16).digest()


def day_run(connection: Connection, account_id: int, stream: str, *, name: str, at: datetime) -> int:
    """Return the run of today (UTC), made at the day's first page."""
    day = at.astimezone(UTC).date()
    mark = run_mark(account_id, stream, day)
    found: int | None = connection.execute(_RUN, {"mark": mark}).scalar()
    if found is not None:
        return found
    values: dict[str, Any] = {
        "source_kind": CHANNEL_KIND,
        "source_name": name,
        "fingerprint": mark,
        "mapping": {"account": account_id, "stream": stream, "day": day.isoformat()},
        "actor_id": PROGRAM.person_id,
        "started_at": at,
        "ended_at": None,
        "status": DONE,
        "next_row": 1,
    }
    zero = dict.fromkeys(("received", "stored", "duplicate", "rejected"), 0)
    return connection.execute(insert(IntakeRun).values(values | zero).returning(IntakeRun.id)).scalar_one()


def count_hour(
    connection: Connection,
    account_id: int,
    at: datetime,
    *,
    calls: int = 0,
    cost: int = 0,
    received: int = 0,
    stored: int = 0,
) -> None:
    """Add to what an account cost and brought in the hour of ``at``."""
    hour = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    counts = {"calls": calls, "cost": cost, "received": received, "stored": stored}
    connection.execute(_counting(connection.dialect.name), {"account_id": account_id, "hour_at": hour, **counts})


def keep_cursor(connection: Connection, account_id: int, stream: str, cursor: str, at: datetime) -> None:
    """Store where a stream is to be read on from; before a day's first time, keep where that day began.

    The kept cursors (``stream@2026-11-21``, the last seven) are what a day is read again from.
    """
    old = connection.execute(_CURSOR, {"account": account_id, "name": stream}).one_or_none()
    today = at.astimezone(UTC).date()
    if old is not None and old.read_at.astimezone(UTC).date() < today:
        _put(connection, account_id, f"{stream}{MARK}{today.isoformat()}", old.cursor, at)
        _trim_marks(connection, account_id, stream)
    _put(connection, account_id, stream, cursor, at)


def cursor_before(connection: Connection, account_id: int, stream: str, day: date) -> str | None:
    """Return a cursor from which everything of a day comes again, None = from the account's first day on."""
    marks = _marks(connection, account_id, stream)
    before = [(at, cursor) for at, cursor in marks if at <= day]
    return before[-1][1] if before else (marks[0][1] if marks else None)


def set_back(connection: Connection, account_id: int, stream: str, day: date, at: datetime) -> None:
    """Let a stream be read again from the beginning of a day."""
    cursor = cursor_before(connection, account_id, stream, day)
    if cursor is None:
        mine = (AccountCursor.account_id == account_id, AccountCursor.stream == stream)
        connection.execute(delete(AccountCursor).where(*mine))
    else:
        _put(connection, account_id, stream, cursor, at)


def read_cursor(connection: Connection, account_id: int, stream: str) -> str | None:
    """Return where a stream is to be read on from."""
    mine = (AccountCursor.account_id == account_id, AccountCursor.stream == stream)
    found: str | None = connection.execute(select(AccountCursor.cursor).where(*mine)).scalar_one_or_none()
    return found


def _marks(connection: Connection, account_id: int, stream: str) -> list[tuple[date, str]]:
    begins = f"{stream}{MARK}"
    rows = connection.execute(
        select(AccountCursor.stream, AccountCursor.cursor).where(
            AccountCursor.account_id == account_id, AccountCursor.stream.startswith(begins, autoescape=True)
        )
    )
    found = []
    for name, cursor in rows:
        try:
            found.append((date.fromisoformat(name.removeprefix(begins)), cursor))
        except ValueError:
            continue  # another stream whose own name goes on behind the mark
    return sorted(found)


def _trim_marks(connection: Connection, account_id: int, stream: str) -> None:
    for day, _cursor in _marks(connection, account_id, stream)[:-_KEPT_MARKS]:
        name = f"{stream}{MARK}{day.isoformat()}"
        connection.execute(
            delete(AccountCursor).where(AccountCursor.account_id == account_id, AccountCursor.stream == name)
        )


def _put(connection: Connection, account_id: int, stream: str, cursor: str, at: datetime) -> None:
    given = {"account_id": account_id, "stream": stream, "cursor": cursor, "read_at": at}
    connection.execute(_putting(connection.dialect.name), given)


# Built once: building a statement takes longer than running it, and a page comes in many batches.
@cache
def _counting(dialect: str) -> Executable:
    adding = (postgresql if dialect == "postgresql" else sqlite).insert(AccountHour)
    columns = AccountHour.__table__.c
    grown = {name: columns[name] + adding.excluded[name] for name in _COUNTS}
    statement: Executable = adding.on_conflict_do_update(index_elements=["account_id", "hour_at"], set_=grown)
    return statement


@cache
def _putting(dialect: str) -> Executable:
    adding = (postgresql if dialect == "postgresql" else sqlite).insert(AccountCursor)
    new = {"cursor": adding.excluded.cursor, "read_at": adding.excluded.read_at}
    statement: Executable = adding.on_conflict_do_update(index_elements=["account_id", "stream"], set_=new)
    return statement
