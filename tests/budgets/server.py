"""Twenty programs that write to one PostgreSQL at once, each a process of its own as at twenty counters."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import Server, parse_location
from app.services.intake import batch_of
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from tests.budgets.table import Line, percentile
from tests.budgets.writes import mentions

_ROOT = Path(__file__).parents[2]
_WARMING = 8  # statements are compiled once in the life of a process, and prepared on the server after some turns
DISK = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "autovacuum": "on",
    "commit_delay": "3000",
    "commit_siblings": "0",
}
"""Settings of a server whose disk takes at least 3 ms to write through."""


def measure_server(location: Server, *, writers: int, acts_each: int) -> list[Line]:
    """Let some processes store mentions one by one, and return how long their acts took.

    Raises:
        RuntimeError: when one of them failed.
    """
    _open(location.describe(), "first").close()
    words = [sys.executable, "-m", "tests.budgets.server", location.describe()]
    running = [
        subprocess.Popen(
            [*words, str(number), str(acts_each)],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(writers)
    ]
    try:
        for writer in running:
            _line(writer)
        started = time.perf_counter()
        for writer in running:
            _tell(writer)
        waits = [each for writer in running for each in json.loads(_line(writer))]
        rate = writers * acts_each / (time.perf_counter() - started)
    finally:
        for writer in running:
            writer.kill()
            writer.communicate()
    return [
        Line(f"{writers} writers on one PostgreSQL, median of an act", percentile(waits, 0.5), "ms"),
        Line(f"{writers} writers on one PostgreSQL, p99 of an act", percentile(waits, 0.99), "ms", most=400),
        Line(f"{writers} writers on one PostgreSQL, together", rate, "acts/s"),
    ]


def _line(writer: subprocess.Popen[str]) -> str:
    line = writer.stdout.readline() if writer.stdout is not None else ""
    if not line:
        raise RuntimeError(f"a writer ended with {writer.wait()}")
    return line


def _tell(writer: subprocess.Popen[str]) -> None:
    if writer.stdin is not None:
        writer.stdin.write("go\n")
        writer.stdin.flush()


def _open(address: str, key: str) -> Database:
    return open_database(
        parse_location(address), clock=SystemClock(), workstation_key=key, workstation_name=key, announce=lambda _: None
    )


def main(address: str, number: str, acts: int) -> None:
    """Be one of the writers: warm up, wait for the word, act, tell the waits in milliseconds."""
    database = _open(address, f"writer-{number}")
    try:
        intake = build_intake(database)
        made = list(mentions(_WARMING + acts, f"w{number}", datetime.now(UTC)))
        for mention in made[:_WARMING]:
            intake.receive(batch_of([mention]))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        waits = []
        for mention in made[_WARMING:]:
            started = time.perf_counter()
            intake.receive(batch_of([mention]))
            waits.append(1000 * (time.perf_counter() - started))
        sys.stdout.write(json.dumps(waits) + "\n")
        sys.stdout.flush()
    finally:
        database.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
