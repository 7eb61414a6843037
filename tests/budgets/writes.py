"""Writing: bulk import, one durable mention, a person's act while an import runs."""

from __future__ import annotations

import csv
import os
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from app.models.domain.incoming import IncomingMention
from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import MentionState
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.files.mapping import Mapping
from app.services.intake import batch_of
from app.services.intake.import_job import ImportJob
from app.services.intake.runs import ImportRuns
from app.services.intake.wiring import build_intake
from app.services.mention_book import MentionBook
from tests.budgets.table import Line, percentile

_WORDS = tuple(
    "comprei produto loja atendimento demora entrega pedido prazo ninguém resolve celular boleto cartão defeito troca "  # noqa: SIM905 - easier to read so
    "garantia reembolso site aplicativo senha conta fatura cobrança indevida ligação telefone gerente desconto".split()
)
_MAPPING = Mapping(
    channel="x", columns={"text": "texto", "posted_at": "data", "external_id": "id", "author_key": "autor"}
)


def mentions(count: int, mark: str, until: datetime) -> Iterator[IncomingMention]:
    """Yield invented mentions of the last hours before ``until``, in order of time."""
    random = Random(mark)  # noqa: S311 - invented data
    for number in range(count):
        yield IncomingMention(
            channel=random.choice(("x", "facebook", "instagram")),
            text=" ".join(random.choices(_WORDS, k=random.randint(10, 30))),
            posted_at=until - timedelta(seconds=2 * (count - number)),
            external_id=f"{mark}-{number}",
            author_key=f"{mark}{random.randrange(max(1, count // 3))}",
        )


def measure_writes(database: Database, *, rows: int, singles: int) -> list[Line]:
    """Return the lines of all writes on one database."""
    return [
        *_bulk(database, rows),
        *_single(database, singles),
        *_person_beside_intake(database),
    ]


def _bulk(database: Database, rows: int) -> Iterator[Line]:
    intake = build_intake(database)
    now = datetime.now(UTC)
    made = list(mentions(rows, f"bulk{time.time_ns()}", now))
    batches = [batch_of(made[place : place + 4_000]) for place in range(0, rows, 4_000)]
    started, computed = time.perf_counter(), time.thread_time()
    for batch in batches:
        intake.receive(batch, durable=False)
    busy = rows / (time.thread_time() - computed)
    rate = rows / (time.perf_counter() - started)
    yield Line("bulk intake into this database", rate, "rows/s", least=2_500, plain=_plain_rate(made), busy=busy)


def _plain_rate(made: list[IncomingMention]) -> float:
    """Insert the same texts with plain sqlite3, one index and a full-text table, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        plain = sqlite3.connect(Path(folder) / "plain.db")
        plain.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "CREATE TABLE m (id INTEGER PRIMARY KEY, key TEXT UNIQUE, author TEXT, at INTEGER, text TEXT);"
            "CREATE INDEX ix ON m(author, id); CREATE VIRTUAL TABLE f USING fts5(text, content='');"
        )
        started = time.perf_counter()
        for place in range(0, len(made), 4_000):
            part = list(enumerate(made[place : place + 4_000], start=place))
            with plain:
                plain.executemany(
                    "INSERT INTO m VALUES (?, ?, ?, ?, ?)",
                    [(n, m.external_id, m.author_key, int(m.posted_at.timestamp()), m.text) for n, m in part],
                )
                plain.executemany("INSERT INTO f(rowid, text) VALUES (?, ?)", [(n, m.text) for n, m in part])
        rate = len(made) / (time.perf_counter() - started)
        plain.close()
    return rate


def _single(database: Database, count: int) -> Iterator[Line]:
    intake = build_intake(database)
    batches = [batch_of([each]) for each in mentions(count, f"one{time.time_ns()}", datetime.now(UTC))]
    intake.receive(batches[0])
    started, computed = time.perf_counter(), time.thread_time()
    for batch in batches[1:]:
        intake.receive(batch)
    busy = (count - 1) / (time.thread_time() - computed)
    rate = (count - 1) / (time.perf_counter() - started)
    flush = fsync_seconds()
    goal = min(200.0, 0.5 / flush)
    yield Line("one mention at a time, durable", rate, "acts/s", least=goal, busy=busy)
    yield Line("fsync of this disk", 1000 * flush, "ms")


def fsync_seconds() -> float:
    """Return the median time of an fsync in the folder of temporary files."""
    with tempfile.NamedTemporaryFile() as file:
        taken = []
        for _turn in range(50):
            file.write(b"x" * 4096)
            file.flush()
            started = time.perf_counter()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - started)
    return max(statistics.median(taken), 1e-6)


def _person_beside_intake(database: Database) -> Iterator[Line]:
    """Let a person act every 50 ms while an import enters at the pace of an open window."""
    book, cancel = MentionBook(), CancelToken()
    intake = build_intake(database)
    seed = list(mentions(50, f"person{time.time_ns()}", datetime.now(UTC)))
    ids = intake.receive(batch_of(seed)).mention_ids
    job = ImportJob(database=database, intake=intake, runs=ImportRuns(database=database))
    waits: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder) / "m.csv", 20_000)
        thread = threading.Thread(target=lambda: job.run(path, _MAPPING, actor=PROGRAM, cancel=cancel))
        thread.start()
        _wait_for_import(database)
        _act_beside(database, book, ids[0], waits)
        cancel.cancel()
        thread.join()
    yield Line("a person's act while intake runs, p95", percentile(waits, 0.95), "ms", most=80)


def _wait_for_import(database: Database) -> None:
    runs, until = ImportRuns(database=database), time.monotonic() + 60
    while not (recent := runs.recent(1)) or not recent[0].ledger.stored:
        if time.monotonic() > until:
            raise RuntimeError("the import did not begin")
        time.sleep(0.02)


def _act_beside(database: Database, book: MentionBook, mention_id: int, waits: list[float]) -> None:
    for number in range(40):
        started = time.perf_counter()
        to = MentionState.MONITORED if number % 2 else MentionState.IGNORED
        database.act(partial(book.move, mention_ids=[mention_id], to=to), actor=PROGRAM)
        waits.append(1000 * (time.perf_counter() - started))
        time.sleep(0.03)


def _file(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "data", "autor", "texto"])
        for each in mentions(rows, f"file{time.time_ns()}", datetime.now(UTC)):
            writer.writerow([each.external_id, each.posted_at.isoformat(), each.author_key, each.text])
    return path
