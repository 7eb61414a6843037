"""``python -m tests.budgets.killing [--times N]``: kill the reading of an account at random points; tell what was lost.

A child process reads a source through the real supervisor into a real file and is killed with SIGKILL, again and again.
At the end the source is read to its end, and every item must be there, once, as the source last told it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from app.models.domain.incoming import IncomingMention
from app.models.schema.channels import AccountCursor, ChannelAccount
from app.models.schema.channels import OwnPost as OwnPostRow
from app.models.schema.intake import IntakeRun
from app.models.schema.mentions import Mention, MentionVersion
from app.services.channels.base import Account, Fetched, OwnPost, Removal
from app.services.checkup import check_database
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from app.services.proposing import proposed_of
from app.services.sync import SyncSupervisor
from app.services.sync.page_store import Pace
from tests.factories import channel_id
from tests.fakes import FakeChannel, FakeCredentials, fake_kind

ENDLESS = 10**9
_BEGAN = datetime(2026, 1, 5, 12, tzinfo=UTC)
_PAGE = 30
_EDITED, _REMOVED, _OWN = 10, 25, 20
_LONGEST = 0.4
_KEY = "bench"


class Source(FakeChannel):
    """A source of items by number, told in pages; later pages tell of edits and removals of what came before.

    Nothing is told twice but what was edited, so that a lost item stays lost.
    """

    def __init__(self, items: int) -> None:
        super().__init__()
        self._items = items
        self.is_asked, self.is_read = threading.Event(), threading.Event()

    def fetch(self, stream: str, cursor: str | None) -> Fetched:  # noqa: ARG002 - there is one stream
        self.is_asked.set()
        first = int(cursor or 0)
        after = min(first + _PAGE, self._items)
        new, old = range(first, after), range(max(0, first - _PAGE), first)
        if first == after:
            self.is_read.set()
        return Fetched(
            cursor=str(after),
            mentions=(*(_edited(n) for n in old if n % _EDITED == 3), *map(_item, reversed(new))),
            own=tuple(OwnPost(f"p{n}", _at(n), f"Nossa {n}") for n in new if n % _OWN == 0),
            removals=tuple(Removal(f"i{n}") for n in old if n % _REMOVED == 7),
            has_more=first < after,
        )


@dataclass(frozen=True, slots=True)
class Result:
    """The table: how many points were tried, and what was found afterwards."""

    points: int
    items: int
    lost: int
    doubled: int
    wrong: int
    is_sound: bool
    seconds: float

    def text(self) -> str:
        head = f"{'fetch killed at':>16} {'items':>8} {'lost':>6} {'doubled':>8} {'wrong':>6} {'sound':>6} {'s':>6}"
        sound = "yes" if self.is_sound else "NO"
        return (
            f"{head}\n{self.points:>9} points {self.items:>8} {self.lost:>6} {self.doubled:>8} {self.wrong:>6}"
            f" {sound:>6} {self.seconds:>6.0f}\n"
        )


def kill_while_fetching(path: Path, times: int, *, seed: int = 1) -> Result:
    """Read into a fresh file, killed that many times, then to the end; return what was found."""
    began, chance = time.monotonic(), random.Random(seed)  # noqa: S311 - repeatable points, no secret
    opened = _open(path)
    account = _account(opened)
    opened.close()
    proposed_of(_item(0))  # loaded once, for all children
    for _point in range(times):
        _kill_one(path, account, chance.uniform(0, _LONGEST))
    items = _read_to_the_end(path, account)
    return _judge(path, times, items, time.monotonic() - began)


def _kill_one(path: Path, account: Account, seconds: float) -> None:
    context = multiprocessing.get_context("fork" if sys.platform != "win32" else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read_until_killed, args=(path, account, theirs), daemon=True)
    child.start()
    theirs.close()
    ours.recv()
    time.sleep(seconds)
    if child.pid is not None:
        os.kill(child.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    child.join()
    ours.close()


def _read_until_killed(path: Path, account: Account, told: Pipe) -> None:
    source = Source(ENDLESS)
    supervisor = _supervisor(_open(path), account, source)
    supervisor.start()
    source.is_asked.wait()
    told.send("reading")
    threading.Event().wait()


def _read_to_the_end(path: Path, account: Account) -> int:
    database = _open(path)
    with database.read() as connection:
        items = int(connection.execute(select(func.count()).select_from(Mention)).scalar_one()) + 3 * _PAGE
    source = Source(items)
    supervisor = _supervisor(database, account, source)
    supervisor.start()
    if not source.is_read.wait(600):
        raise TimeoutError("the source was not read to its end")
    supervisor.stop()
    database.close()
    return items


def _judge(path: Path, points: int, items: int, seconds: float) -> Result:
    database = _open(path)
    with database.read() as connection:
        rows = connection.execute(
            select(Mention.external_id, Mention.text, Mention.edited_at, Mention.removed_at)
        ).all()
        versions = int(connection.execute(select(func.count()).select_from(MentionVersion)).scalar_one())
        own = list(connection.execute(select(OwnPostRow.external_id)).scalars())
        stored = int(connection.execute(select(func.sum(IntakeRun.stored))).scalar_one())
        cursor = connection.execute(select(AccountCursor.cursor).where(AccountCursor.stream == "mentions")).scalar_one()
    is_sound = check_database(database).is_sound and stored == len(rows) and int(cursor) == items
    database.close()
    found = {row.external_id: row for row in rows}
    wanted = {f"i{n}" for n in range(items)} | {f"p{n}" for n in range(0, items, _OWN)}
    told = [*(row.external_id for row in rows), *own]
    last = items - _PAGE  # what was told in the last page was not told of again
    wrong = sum(_is_wrong(found[f"i{n}"], n) for n in range(min(last, items)) if f"i{n}" in found)
    wrong += abs(versions - sum(row.edited_at is not None for row in rows))
    return Result(points, items, len(wanted - set(told)), len(told) - len(set(told)), wrong, is_sound, seconds)


def _is_wrong(row: Any, number: int) -> bool:
    is_edited, is_removed = number % _EDITED == 3, number % _REMOVED == 7
    text = (_edited if is_edited else _item)(number).text
    return (row.text, row.edited_at is not None, row.removed_at is not None) != (text, is_edited, is_removed)


def _item(number: int) -> IncomingMention:
    return IncomingMention(
        channel="instagram",
        text=f"Recado {number} sobre a entrega {number * 7}",
        posted_at=_at(number),
        external_id=f"i{number}",
        author_key=f"autor{number % 500}",
        likes=number % 90,
    )


def _edited(number: int) -> IncomingMention:
    return IncomingMention(
        channel="instagram",
        text=f"Recado {number}, agora com outras palavras",
        posted_at=_at(number),
        external_id=f"i{number}",
        author_key=f"autor{number % 500}",
        edited_at=_at(number) + timedelta(hours=1),
    )


def _at(number: int) -> datetime:
    return _BEGAN + timedelta(seconds=number)


def _open(path: Path) -> Database:
    return open_database(
        LocalFile(path), clock=SystemClock(), workstation_key=_KEY, workstation_name=_KEY, announce=lambda _: None
    )


def _account(database: Database) -> Account:
    def make(connection: Any) -> int:
        row = {"channel_id": channel_id(connection), "name": "@loja", "is_connected": True}
        return int(connection.execute(insert(ChannelAccount).values(row).returning(ChannelAccount.id)).scalar_one())

    return Account(database.quiet(make), "instagram", "@loja")


def _supervisor(database: Database, account: Account, source: Source) -> SyncSupervisor:
    return SyncSupervisor(
        database=database,
        networks={"instagram": source.network(fake_kind())},
        accounts=lambda: [(account, FakeCredentials(), 1)],
        intake=build_intake(database),
        clock=database.clock,
        pace=Pace(rest=0.002),
        spread=timedelta(0),
        least_wait=timedelta(milliseconds=10),
    )


def _fresh() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "killed.balcao"


def main() -> int:
    """Print the table; 1 when anything was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(prog="tests.budgets.killing", description="Kills the reading of an account.")
    parser.add_argument("--times", type=int, default=500, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for path in _fresh():
        result = kill_while_fetching(path, options.times, seed=options.seed)
        sys.stdout.write(result.text())
    return int(bool(result.lost or result.doubled or result.wrong or not result.is_sound))


if __name__ == "__main__":
    sys.exit(main())
