"""Brings a whole file in: parsed in a child process, stored batch by batch, stopped and resumed without a loss."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from app.models.domain.incoming import Ledger, RejectedRow, RejectReason
from app.models.domain.people import Actor, Right
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.errors import Invalid, UserError
from app.services.files.items import Batch, ParsedItem
from app.services.files.mapping import DEFAULT_ZONE, Mapping, fold_header
from app.services.intake.batch import IntakeBatch, IntakeItem, RunTaken
from app.services.intake.runs import ImportRun, ImportRuns, RunStatus
from app.services.intake.service import IntakeService
from app.services.rights import require

if TYPE_CHECKING:
    from app.services.files.stream import Look

_SHOWN_REJECTS = 20


class Pace(Enum):
    """How an import shares the database with the people at the counter."""

    SHARED = (200, 0.05, 0.02)
    """At most 200 rows and about 50 ms a batch, then a rest of 20 ms: a person's act waits 80 ms at most."""
    BULK = (4_000, 2.0, 0.0)
    """Nobody is waiting: a script, or a first import."""

    def __init__(self, rows: int, seconds: float, rest: float) -> None:
        self.rows = rows
        self.seconds = seconds
        self.rest = rest


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: bytes read of all, rows settled so far, rows a second, time left (None = unknown)."""

    done_bytes: int
    total_bytes: int
    ledger: Ledger
    rate: float
    left: timedelta | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; ``ledger`` speaks of the whole file. ``run_id`` is None after a dry run.

    ``rejects`` holds the first of them, ``reasons`` counts them all; ``resumed_at`` is the row where an earlier,
    unfinished import had stopped.
    """

    run_id: int | None
    ledger: Ledger
    rejects: tuple[RejectedRow, ...]
    seconds: float
    was_cancelled: bool = False
    resumed_at: int | None = None
    reasons: tuple[tuple[RejectReason, int], ...] = ()


class ImportJob:
    """Imports files; one object serves any number of them, also at the same time."""

    def __init__(self, *, database: Database, intake: IntakeService, runs: ImportRuns) -> None:
        self._database = database
        self._intake = intake
        self._runs = runs

    def look(self, path: Path, mapping: Mapping | None = None, *, cancel: CancelToken) -> Look | None:
        """Return the head of a file with the mapping remembered for its headings, or the guessed one; None = cancelled.

        Raises:
            Invalid, Unavailable: what is wrong with the file.
        """
        now = self._database.clock.now()
        from app.services.files.worker import look_in_child  # noqa: PLC0415 - the readers of files, not at start

        found = look_in_child(path, mapping, now=now, is_cancelled=lambda: cancel.cancelled)
        if found is None or mapping is not None or found.mapping is None:
            return found
        remembered = self._runs.remembered(found.headers)
        fitting = None if remembered is None else _fitting(remembered, found.headers)
        return found if fitting is None else replace(found, mapping=fitting)

    def run(
        self,
        path: Path,
        mapping: Mapping | None = None,
        *,
        actor: Actor,
        cancel: CancelToken,
        progress: Callable[[ImportProgress], None] = lambda _: None,
        dry_run: bool = False,
        pace: Pace = Pace.SHARED,
        zone: str = DEFAULT_ZONE,
        headers: tuple[str, ...] = (),
    ) -> ImportReport:
        """Import a file and return the account; ``headers`` make the mapping remembered for files of that kind.

        A run of the same bytes and mapping that did not end goes on where it stopped. A cancelled import ends within a
        second, consistent, and can go on later.

        Raises:
            Refused: ``not_allowed`` without the right to import.
            Invalid, Unavailable: what is wrong with the file or the database; every stored batch stays, whole.
        """
        require(actor, Right.IMPORT)
        started = time.monotonic()
        if mapping is not None and headers:
            # Before anything is stored: a slip must not be remembered for every file of this kind.
            mapping.check(headers)
        if dry_run:
            return self._dry_run(_Reading(path, mapping, zone, cancel, progress, pace), started)
        from app.services.files.stream import fingerprint  # noqa: PLC0415 - the readers of files, not at start

        mark = bytes.fromhex(fingerprint(path))
        run = self._runs.unfinished(mark, mapping) or self._runs.start(path, mark, mapping, actor)
        resumed_at = run.next_row if run.next_row > 1 else None
        if mapping is not None and headers:
            self._runs.remember(headers, mapping)
        reading = _Reading(path, mapping, zone, cancel, progress, pace)
        try:
            self._carry_on(run, reading, actor)
        except RunTaken:
            # Somebody else imports the same file just now and carries that run on: this one keeps its own account.
            run, resumed_at = self._runs.start(path, mark, mapping, actor), None
            self._carry_on(run, reading, actor)
        return ImportReport(
            run_id=run.id,
            ledger=self._runs.get(run.id).ledger,
            rejects=tuple(self._runs.rejects(run.id, _SHOWN_REJECTS)),
            seconds=time.monotonic() - started,
            was_cancelled=cancel.cancelled,
            resumed_at=resumed_at,
            reasons=self._runs.reasons(run.id),
        )

    def _carry_on(self, run: ImportRun, reading: _Reading, actor: Actor) -> None:
        self._runs.set_status(run.id, RunStatus.RUNNING, actor)
        try:
            for piece in self._pieces(run, reading):
                received = self._intake.receive(piece.batch, actor=actor, durable=reading.pace is Pace.SHARED)
                piece.account(received.ledger)
                reading.cancel.wait(reading.pace.rest)
        except UserError:
            with contextlib.suppress(UserError):
                self._runs.set_status(run.id, RunStatus.FAILED, actor)
            raise
        self._runs.set_status(run.id, RunStatus.CANCELLED if reading.cancel.cancelled else RunStatus.DONE, actor)

    def _pieces(self, run: ImportRun, reading: _Reading) -> Iterator[_Piece]:
        row = run.next_row
        with contextlib.closing(reading.batches(self._database, row - 1)) as batches:
            for batch in batches:
                for items in reading.cut(batch):
                    if reading.cancel.cancelled:
                        return
                    rows = tuple(_item(parsed) for parsed in items)
                    after = items[-1].item.row + 1
                    entering = IntakeBatch(rows, run_id=run.id, first_row=row, next_row=after)
                    yield _Piece(entering, reading, items[-1].item.position, batch.total_bytes)
                    row = after

    def _dry_run(self, reading: _Reading, started: float) -> ImportReport:
        seen: set[bytes] = set()
        rejects: list[RejectedRow] = []
        reasons: Counter[RejectReason] = Counter()
        with contextlib.closing(reading.batches(self._database, 0)) as batches:
            for batch in batches:
                received = self._intake.look(IntakeBatch(tuple(_item(parsed) for parsed in batch.items)), seen)
                rejects += received.rejects[: _SHOWN_REJECTS - len(rejects)]
                reasons.update(each.reason for each in received.rejects)
                reading.account(received.ledger, batch.position, batch.total_bytes)
        return ImportReport(
            run_id=None,
            ledger=reading.ledger,
            rejects=tuple(rejects),
            seconds=time.monotonic() - started,
            was_cancelled=reading.cancel.cancelled,
            reasons=tuple(reasons.most_common()),
        )


def _fitting(remembered: Mapping, headers: tuple[str, ...]) -> Mapping | None:
    """Return a remembered mapping under the headings as this file writes them, None when it cannot read the file."""
    written = {fold_header(name): name for name in headers}
    columns = {field: written.get(fold_header(name), name) for field, name in remembered.columns.items()}
    mapping = replace(remembered, columns=columns)
    try:
        mapping.check(headers)
    except Invalid:
        return None
    return mapping


class _Reading:
    """One pass over a file: its batches, cut to the pace, and how far it is."""

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        path: Path,
        mapping: Mapping | None,
        zone: str,
        cancel: CancelToken,
        progress: Callable[[ImportProgress], None],
        pace: Pace,
    ) -> None:
        self._path = path
        self._mapping = mapping
        self._zone = zone
        self.cancel = cancel
        self._progress = progress
        self.pace = pace
        self.ledger = Ledger()
        self._started = time.monotonic()
        self._size = pace.rows
        self._first_position: int | None = None
        self._last = self._started

    def batches(self, database: Database, start_at: int) -> Generator[Batch, None, None]:
        """Read the file in a child process from the row after ``start_at``."""
        from app.services.files.worker import ReadRequest, read_in_child  # noqa: PLC0415 - as above

        request = ReadRequest(
            path=self._path,
            now=database.clock.now(),
            mapping=self._mapping,
            zone=self._zone,
            start_at=start_at,
            batch_rows=max(1_000, self.pace.rows),
        )
        yield from read_in_child(request, is_cancelled=lambda: self.cancel.cancelled)

    def cut(self, batch: Batch) -> Iterator[tuple[ParsedItem, ...]]:
        """Cut a batch into pieces that each take about the pace's time, as the last one did."""
        place = 0
        while place < len(batch.items):
            size = max(1, min(self._size, self.pace.rows))
            self._last = time.monotonic()
            yield batch.items[place : place + size]
            place += size

    def account(self, ledger: Ledger, position: int, total: int) -> None:
        """Add what became of a piece, learn its speed, and tell how far the import is."""
        now = time.monotonic()
        if now - self._last > self.pace.seconds:
            self._size = max(20, self._size // 2)
        elif ledger.received >= self._size:
            self._size = min(self.pace.rows, self._size * 2)
        self.ledger += ledger
        if self._first_position is None:
            self._first_position = position
        elapsed = max(now - self._started, 1e-6)
        read = position - self._first_position
        left = timedelta(seconds=elapsed * (total - position) / read) if read > 0 else None
        self._progress(ImportProgress(position, total, self.ledger, self.ledger.received / elapsed, left))


@dataclass(frozen=True, slots=True)
class _Piece:
    batch: IntakeBatch
    reading: _Reading
    position: int
    total: int

    def account(self, ledger: Ledger) -> None:
        """Tell how far the import is once the piece is stored."""
        self.reading.account(ledger, self.position, self.total)


def _item(parsed: ParsedItem) -> IntakeItem:
    return IntakeItem(parsed.item.row, parsed.item.outcome, parsed.words, parsed.proposed)
