"""``balcao benchmark``: how long the usual operations take on a database that exists, without changing it."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable

from app.cli.opening import opened
from app.services.database import Database
from app.services.intake.runs import ImportRuns
from app.services.sizes import bytes_by_table

_TIMES = 20


def run_benchmark(options: argparse.Namespace) -> int:
    """Print milliseconds (median) of each operation and bytes of each table."""
    with opened(options.database) as database:
        for name, work in _operations(database):
            sys.stdout.write(f"{name}: {_median_ms(work):.1f} ms\n")
        for table, size in bytes_by_table(database):
            sys.stdout.write(f"{table}: {size} bytes\n")
    return 0


def _operations(database: Database) -> list[tuple[str, Callable[[], object]]]:
    runs = ImportRuns(database=database)
    return [("importações recentes", runs.recent), ("transação vazia", lambda: database.quiet(lambda _: None))]


def _median_ms(work: Callable[[], object]) -> float:
    taken = []
    for _turn in range(_TIMES):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return 1000 * statistics.median(taken)
