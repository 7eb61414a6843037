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
from tests.budgets.reads import measure_reads, sizes_of
from tests.budgets.table import Line, show
from tests.budgets.writes import measure_server, measure_writes

SMALL = 20_000
FULL = 7_500_000
_MENTION_TABLES = frozenset({"mention", "mention_search", "mention_facet"})


def main() -> int:
    """Measure a small year and, unless ``--small``, a large one beside it."""
    parser = argparse.ArgumentParser(prog="tests.budgets", description="Measures through the real services.")
    parser.add_argument("--small", action="store_true", help=f"only {SMALL} mentions")
    parser.add_argument("--mentions", type=int, default=FULL, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the large database here; used when it exists")
    parser.add_argument("--no-server", action="store_true", help="leave PostgreSQL out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = _measure(Path(folder) / "small.balcao", SMALL)
        show(f"{SMALL} mentions", small)
        if not options.small:
            large = _measure(options.keep or Path(folder) / "large.balcao", options.mentions)
            show(f"{options.mentions} mentions", large)
            show("growth", _growth(small, large))
        if not options.no_server:
            show("PostgreSQL", _server())
    return 0


def _measure(path: Path, count: int) -> list[Line]:
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
    finally:
        database.close()
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
    before = {line.name: line.value for line in small if line.unit == "ms" and line.value >= 1}
    return [
        Line(line.name, line.value / before[line.name], "x", most=2)
        for line in large
        if line.name in before and line.unit == "ms" and not line.name.startswith("fsync")
    ]


def _server() -> list[Line]:
    from tests.postgres import PostgresServer  # noqa: PLC0415 - needs the bundled server

    with PostgresServer.started() as server:
        server.create("bench")
        return measure_server(server.location("bench"))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
