"""``python -m tests.budgets.polling``: what 50 quiet accounts cost, and how fluid a burst of 10,000 leaves a window.

The accounts are read by the real supervisor into a real file; the networks are in memory. The window is a thread that
wants to run every five milliseconds: how late it is, is its heartbeat. Another process that does nothing else beats
beside it: what that one is late by, the machine owes to somebody else.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from app.models.domain.incoming import IncomingMention
from app.models.domain.people import Actor, Role
from app.models.schema.channels import ChannelAccount
from app.models.schema.mentions import Mention
from app.services.channels.base import Account, Fetched
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from app.services.proposing import proposed_of
from app.services.sync import SyncSupervisor
from app.services.write_gate import Priority
from tests.budgets.table import Line, percentile, show
from tests.factories import channel_id
from tests.fakes import FakeChannel, FakeCredentials, fake_kind

ACCOUNTS, POLL = 50, timedelta(minutes=1)
BURST, PAGE = 10_000, 500
_BEAT, _COLLECTED = 0.005, 0.5
_ACTOR = Actor(1, "Marta Sá", Role.SUPERVISOR)
_TEXTS = (
    "Cadê o meu pedido? Já faz duas semanas que comprei e ninguém me responde.",
    "Adorei o atendimento da loja, parabéns para a equipe toda!",
    "Vocês abrem no domingo? Queria trocar um presente que ganhei.",
    "Péssimo: o produto chegou quebrado e o site não deixa devolver.",
)


class Quiet(FakeChannel):
    """A network on which nothing happens; waiting costs what a plain wait costs."""

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        stop.wait(seconds)
        return False


def measure_idle(folder: Path, *, seconds: float) -> list[Line]:
    """Return what 50 accounts without anything new cost of a core, after their first round."""
    database = _open(folder / "idle.balcao")
    accounts = [_account(database, f"@conta{number}") for number in range(ACCOUNTS)]
    channel = Quiet()
    supervisor = _supervisor(database, channel, accounts)
    supervisor.start()
    _wait_until(lambda: len(channel.fetches) >= ACCOUNTS)
    time.sleep(2)
    asked, cpu, began = len(channel.fetches), time.process_time(), time.monotonic()
    time.sleep(seconds)
    took, spent = time.monotonic() - began, time.process_time() - cpu
    rounds = (len(channel.fetches) - asked) / took
    began = time.monotonic()
    supervisor.stop()
    stop_ms = 1_000 * (time.monotonic() - began)
    database.close()
    return [
        Line(f"{ACCOUNTS} idle accounts, share of a core", 100 * spent / took, "%", most=2),
        Line("rounds of all accounts", rounds, "per s"),
        Line("stop", stop_ms, "ms", most=3_000),
    ]


def measure_burst(folder: Path, items: int = BURST) -> list[Line]:
    """Return how late a window's thread is while one account brings many items, and how fast they come in."""
    database = _open(folder / "burst.balcao")
    account = _account(database, "@loja")
    channel = Quiet()
    channel.give(*(_page(first) for first in range(0, items, PAGE)))
    supervisor = _supervisor(database, channel, [account])
    proposed_of(_item(0))  # the word lists are loaded when a program starts
    acts: list[float] = []
    with heartbeat() as late, beside() as others, _acting(database, acts):
        began, cpu = time.monotonic(), time.process_time()
        supervisor.start()
        _wait_until(lambda: not channel.steps["mentions"] and _stored(database) == items, 180)
        took, spent = time.monotonic() - began, time.process_time() - cpu
    supervisor.stop()
    database.close()
    beats = [1_000 * each for each in late]
    acted, elsewhere = [1_000 * each for each in acts], [1_000 * each for each in others]
    return [
        Line(f"burst of {items} items", items / took, "items/s"),
        Line("  processor time an item", 1_000 * spent / items, "ms"),
        Line("  heartbeat, p99", percentile(beats, 0.99), "ms"),
        Line("  heartbeat, worst", max(beats), "ms", most=50, plain=max(elsewhere)),
        Line(
            "  beats later than 50 ms, a thousand", 1_000 * _share_late(beats), "", plain=1_000 * _share_late(elsewhere)
        ),
        Line("  a person's act meanwhile, p95", percentile(acted, 0.95), "ms", most=100),
    ]


@contextmanager
def heartbeat() -> Iterator[list[float]]:
    """Gather how many seconds late a thread is that wants to run every few milliseconds.

    As the window's thread does, it alone collects garbage, and that counts against it.
    """
    late: list[float] = []
    ends = threading.Event()

    def beat() -> None:
        collected = began = time.perf_counter()
        while not ends.is_set():
            if began - collected > _COLLECTED:
                collected = began
                _collect_due()
            time.sleep(_BEAT)
            late.append(max(0.0, time.perf_counter() - began - _BEAT))
            began = time.perf_counter()

    thread = threading.Thread(target=beat, name="heartbeat")
    gc.disable()
    thread.start()
    try:
        yield late
    finally:
        ends.set()
        thread.join()
        gc.enable()


def _collect_due() -> None:
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]]
    if due:
        gc.collect(due[0])


@contextmanager
def beside() -> Iterator[list[float]]:
    """Gather the same in a process of its own."""
    late: list[float] = []
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_beat_beside, args=(theirs,), daemon=True)
    child.start()
    ours.recv()
    try:
        yield late
    finally:
        ours.send("end")
        late += ours.recv()
        child.join()


def _beat_beside(told: Any) -> None:
    told.send("ready")
    with heartbeat() as late:
        told.recv()
    told.send(late)


def _share_late(beats: list[float]) -> float:
    return sum(each > 50 for each in beats) / max(len(beats), 1)


@contextmanager
def _acting(database: Database, took: list[float]) -> Iterator[None]:
    ends = threading.Event()

    def act() -> None:
        while not ends.wait(0.2):
            began = time.perf_counter()
            database.act(lambda act: act.record(None, "bench", {}), actor=_ACTOR, priority=Priority.PERSON)
            took.append(time.perf_counter() - began)

    thread = threading.Thread(target=act, name="person")
    thread.start()
    try:
        yield
    finally:
        ends.set()
        thread.join()


def _page(first: int) -> Fetched:
    last = min(first + PAGE, BURST)
    mentions = tuple(_item(number) for number in range(first, last))
    return Fetched(cursor=str(last), mentions=mentions, has_more=last < BURST)


def _item(number: int) -> IncomingMention:
    return IncomingMention(
        channel="instagram",
        text=f"{_TEXTS[number % len(_TEXTS)]} Pedido {number}",
        posted_at=datetime(2026, 1, 5, 12, tzinfo=UTC) + timedelta(seconds=number),
        external_id=str(number),
        author_key=f"autor{number % 3_000}",
        thread_key=f"post{number % 40}:autor{number % 3_000}",
        likes=number % 50,
        language="pt",
    )


def _supervisor(database: Database, channel: FakeChannel, accounts: list[Account]) -> SyncSupervisor:
    return SyncSupervisor(
        database=database,
        networks={"instagram": channel.network(fake_kind(poll=POLL))},
        accounts=lambda: [(account, FakeCredentials(), 1) for account in accounts],
        intake=build_intake(database),
        clock=database.clock,
    )


def _open(path: Path) -> Database:
    return open_database(
        LocalFile(path), clock=SystemClock(), workstation_key="bench", workstation_name="bench", announce=lambda _: None
    )


def _account(database: Database, name: str) -> Account:
    def make(connection: Any) -> int:
        row = {"channel_id": channel_id(connection), "name": name, "is_connected": True}
        return int(connection.execute(insert(ChannelAccount).values(row).returning(ChannelAccount.id)).scalar_one())

    return Account(database.quiet(make), "instagram", name)


def _stored(database: Database) -> int:
    with database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(Mention)).scalar_one())


def _wait_until(condition: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("did not come")
        time.sleep(0.1)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.budgets.polling", description="What reading accounts costs.")
    parser.add_argument("--seconds", type=float, default=120, help="how long idle accounts are watched")
    parser.add_argument("--items", type=int, default=BURST, help="how many items the burst brings")
    options = parser.parse_args()
    gc.collect()
    gc.freeze()  # as the window does when it starts
    with tempfile.TemporaryDirectory() as folder:
        lines = [*measure_burst(Path(folder), options.items), *measure_idle(Path(folder), seconds=options.seconds)]
    show("reading accounts", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
