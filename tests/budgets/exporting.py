"""Measures what is taken out: mentions as CSV and as a workbook, and the monthly report on paper."""

from __future__ import annotations

import csv
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.models.domain.people import PROGRAM
from app.models.domain.report_plan import PeriodRule, StandardReport, standard_definition
from app.models.schema.mentions import Mention
from app.services.charts import ChartService
from app.services.clock import SystemClock
from app.services.data_exports import DataChoice, DataExportService, DataKind
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.exports import FileKind, Target
from app.services.inbox import InboxService
from app.services.opening import open_database
from app.services.report_maker import ReportMaker
from tests.budgets.table import Line

_DAYS = 45
"""About a million mentions of the large database."""
_FEW = 20_000
"""A period of fewer mentions than this tells little: a small database is taken out whole."""
_PLAIN_ROWS = 50_000


def measure_exports(database: Database, path: Path) -> list[Line]:
    """Return rows a second of both kinds of file, beside a plain SELECT to CSV, and the seconds of the monthly PDF."""
    inbox = InboxService(database=database)
    exports = DataExportService(database=database, inbox=inbox)
    until = ChartService(database=database).default_period(PROGRAM).until
    choice = DataChoice(DataKind.MENTIONS, since=until - timedelta(days=_DAYS - 1), until=until)
    if (exports.total(PROGRAM, choice) or 0) < _FEW:
        choice = DataChoice(DataKind.MENTIONS)
    with tempfile.TemporaryDirectory() as folder:

        def rates(kind: FileKind) -> tuple[float, float]:
            target = Target(Path(folder) / f"mentions.{kind.value}", kind)
            return _rates(lambda: exports.export(PROGRAM, choice, target, {}))

        def plain() -> float:
            return _rates(lambda: _plain(database, Path(folder) / "plain.csv"))[0]

        # Before and after, the better one: the first to read finds nothing in memory.
        before, (as_csv, busy_csv), after = plain(), rates(FileKind.CSV), plain()
        best = max(before, after)
        as_xlsx, busy_xlsx = rates(FileKind.XLSX)
        return [
            Line("export of mentions as CSV", as_csv, "rows/s", least=40_000, plain=best, busy=busy_csv),
            Line("export of mentions as XLSX", as_xlsx, "rows/s", least=5_000, busy=busy_xlsx),
            Line("monthly report as PDF", _seconds_of_paper(path), "s", most=5),
        ]


def _rates(work: Callable[[], int]) -> tuple[float, float]:
    """Return rows for each second that passed, and for each second that this thread computed."""
    started, computed = time.perf_counter(), time.thread_time()
    n = work()
    return n / (time.perf_counter() - started), n / (time.thread_time() - computed)


def _plain(database: Database, path: Path) -> int:
    statement = select(Mention.__table__).order_by(Mention.id.desc()).limit(_PLAIN_ROWS)
    with database.read() as connection, path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        n = 0
        for row in connection.execute(statement):
            writer.writerow(row)
            n += 1
    return n


def _seconds_of_paper(path: Path) -> float:
    """Make the report in a process of its own: it needs Qt's fonts, and this one has none."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_print, args=(path, there))
    process.start()
    there.close()
    seconds: float = here.recv()
    process.join()
    return seconds


def _print(path: Path, pipe: Any) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFont  # noqa: PLC0415 - only in the child
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only in the child

    from app.views.saved_reports.report_content import letterhead, report_blocks, report_text  # noqa: PLC0415 - only in the child
    from app.views.support.printing import write_pdf  # noqa: PLC0415 - only in the child

    application = QApplication([])
    database = open_database(
        LocalFile(path), clock=SystemClock(), workstation_key="paper", workstation_name="paper", announce=lambda _: None
    )
    maker = ReportMaker(database=database, charts=ChartService(database=database))
    spec = replace(standard_definition(StandardReport.MONTHLY).spec, rule=PeriodRule.MONTH_BEFORE)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        report = maker.make(PROGRAM, spec)
        text = report_text(report, title="Relatório mensal", made="")
        write_pdf(Path(folder) / "r.pdf", QFont(), letterhead(text), report_blocks(report, text), lambda: None)
        pipe.send(time.perf_counter() - started)
    database.close()
    application.quit()
