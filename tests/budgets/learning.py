"""Learning beside a beating heart: ``python -m tests.budgets.learning [--cases N] [--keep FILE]``."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path

from app.services.cancel import CancelToken
from app.services.case_book import CaseBook
from app.services.case_reader import TreeShelf
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.demo.load import load_demo
from app.services.mention_book import MentionBook
from app.services.opening import open_database
from app.services.suggestions.proposer import SuggestionProposer
from app.services.suggestions.trainer import MOST_CASES, SuggestionTrainer
from app.services.suggestions.turn import Turn
from tests.budgets.polling import beside, heartbeat
from tests.budgets.table import Line, percentile, show

_MENTIONS_A_CASE = 4.5
_LOOKED_AT = 200


def measure_learning(database: Database, *, cases: int = MOST_CASES) -> list[Line]:
    """Return the lines of learning from nothing, of going on, and of looking for what to propose."""
    shelf, turn = TreeShelf(), Turn(database=database)
    trainer = SuggestionTrainer(database=database, shelf=shelf, turn=turn)
    book = CaseBook(mentions=MentionBook())
    proposer = SuggestionProposer(database=database, book=book, shelf=shelf, turn=turn)
    lines: list[Line] = []
    for name, from_nothing in ((f"learning six axes from at most {cases} cases", True), ("going on from there", False)):
        with heartbeat() as late, beside() as others:
            began, computed = time.perf_counter(), _computed()
            trainer.train(CancelToken(), from_nothing=from_nothing, most=cases)
            took, busy = time.perf_counter() - began, _computed() - computed
        lines += [Line(name, took, "s", most=60, busy=busy), *_beat_lines(late, others)]
    with heartbeat() as late, beside() as others:
        began, computed = time.perf_counter(), time.thread_time()
        proposer.run_once()
        took, busy = time.perf_counter() - began, time.thread_time() - computed
    each = 1000 / _LOOKED_AT
    looked = Line("an open case looked at for proposals", took * each, "ms", busy=busy * each)
    return [*lines, looked, *_beat_lines(late, others)]


def main() -> int:
    """Make demonstration data with that many cases, unless the file is there, and measure."""
    parser = argparse.ArgumentParser(prog="tests.budgets.learning", description=__doc__)
    parser.add_argument("--cases", type=int, default=MOST_CASES, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the database here; used when it exists")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "learning.balcao"
        is_new = not path.exists()
        database = open_database(
            LocalFile(path),
            clock=SystemClock(),
            workstation_key="bench",
            workstation_name="bench",
            announce=lambda _: None,
        )
        try:
            if is_new:
                load_demo(database, int(options.cases * _MENTIONS_A_CASE))
            show(f"learning from {options.cases} cases", measure_learning(database, cases=options.cases))
        finally:
            database.close()
    return 0


def _computed() -> float:
    """Return the seconds that this process and those that it has seen end have computed."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _beat_lines(ours: list[float], others: list[float]) -> list[Line]:
    """Return how late a thread of this process woke, beside one of a process that has nothing to do with it."""
    late, elsewhere = [1000 * each for each in ours], [1000 * each for each in others]
    return [
        Line("  heartbeat meanwhile, p99", percentile(late, 0.99), "ms", plain=percentile(elsewhere, 0.99)),
        Line("  heartbeat meanwhile, worst", max(late), "ms", most=50, plain=max(elsewhere)),
    ]


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
