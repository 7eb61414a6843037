"""``python -m tests.budgets [--small] [--mentions N] [--keep FILE] [--no-server]``: measure and print the table."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.demo.load import load_demo
from app.services.opening import open_database
from app.services.sizes import OTHER, bytes_by_table
from tests.budgets.clocks import ADDITIONS, OPEN_CASES, measure_clocks
from tests.budgets.crisis import measure_crisis
from tests.budgets.exporting import measure_exports
from tests.budgets.learning import measure_learning
from tests.budgets.reads import measure_reads, sizes_of
from tests.budgets.server import DISK, measure_server
from tests.budgets.starting import measure_bundle, measure_window, person_of
from tests.budgets.table import Line, show
from tests.budgets.trees import measure_trees
from tests.budgets.writes import measure_writes

SMALL = 20_000
FULL = 7_500_000
_SHORT_USE, _LONG_USE = 3.0, 120.0  # seconds
_FEW_WRITERS, _WRITERS = 3, 20
_FEW_CASES = 2_000
_MENTION_TABLES = frozenset({"mention", "mention_search", "mention_facet"})


def main() -> int:
    """Measure a small year and, unless ``--small``, a large one beside it."""
    parser = argparse.ArgumentParser(prog="tests.budgets", description="Measures through the real services.")
    parser.add_argument("--small", action="store_true", help=f"only {SMALL} mentions")
    parser.add_argument("--mentions", type=int, default=FULL, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the large database here; used when it exists")
    parser.add_argument("--no-server", action="store_true", help="leave PostgreSQL out")
    parser.add_argument("--no-window", action="store_true", help="leave the window out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        use = 0 if options.no_window else _SHORT_USE if options.small else _LONG_USE
        small = _measure(Path(folder) / "small.balcao", SMALL, use=min(use, _SHORT_USE), cases=_FEW_CASES)
        show(f"{SMALL} mentions", small)
        if not options.small:
            path = options.keep or Path(folder) / "large.balcao"
            large = _measure(path, options.mentions, use=use, cases=OPEN_CASES)
            show(f"{options.mentions} mentions", large)
            show("growth", _growth(small, large))
        if not options.no_server:
            show("PostgreSQL, a disk of 3 ms", _server(small=options.small))
    return 0


def _measure(path: Path, count: int, *, use: float, cases: int) -> list[Line]:
    """Return all lines of one database with that many open cases; ``use``: seconds in the window, 0 leaves it out."""
    is_new = not path.exists()
    database = open_database(
        LocalFile(path), clock=SystemClock(), workstation_key="bench", workstation_name="bench", announce=lambda _: None
    )
    lines: list[Line] = []
    try:
        if is_new:
            started = time.perf_counter()
            load_demo(database, count)
            lines.append(Line("demo data made", count / (time.perf_counter() - started), "rows/s"))
        lines += measure_reads(database, path)
        lines += _bytes(database)
        lines += measure_writes(database, rows=8_000, singles=150)
        lines += measure_crisis(database)
        lines += measure_learning(database)
        lines += measure_exports(database, path)
        lines += measure_clocks(database, cases=cases, additions=ADDITIONS)
        person = person_of(database)
    finally:
        database.close()
    if use:
        lines += measure_trees(database)
        lines += measure_window(path, person, seconds=use)
        lines += measure_bundle(path, person)
    return lines


def _bytes(database: Database) -> list[Line]:
    mentions, _cases, _replies = sizes_of(database)
    sizes = dict(bytes_by_table(database))
    if not sizes or not mentions:
        return []
    own = sum(size for name, size in sizes.items() if name in _MENTION_TABLES) / mentions
    whole = sum(sizes.values()) / mentions
    lines = [
        Line("bytes a mention with its indexes and search", own, "bytes", most=600),
        Line("bytes a mention of the whole file", whole, "bytes", most=1_100),
    ]
    largest = [(name, size) for name, size in sizes.items() if name != OTHER][:8]
    return lines + [Line(f"  table {name}", size / mentions, "bytes/m.") for name, size in largest]


def _growth(small: list[Line], large: list[Line]) -> list[Line]:
    """Compare what was computed: the waiting depends on what else the machine does meanwhile."""
    before = {line.name: line.busy for line in small if line.unit == "ms" and line.busy and line.value >= 1}
    return [
        Line(line.name, line.busy / before[line.name], "x", most=2)
        for line in large
        if line.busy is not None and line.name in before
    ]


def _server(*, small: bool) -> list[Line]:
    from tests.postgres import PostgresServer  # noqa: PLC0415 - needs the bundled server

    with PostgresServer.started(in_memory=False, **DISK) as server:
        server.create("bench")
        return measure_server(
            server.location("bench"), writers=_FEW_WRITERS if small else _WRITERS, acts_each=5 if small else 30
        )


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
