"""``balcao import``: brings a file in and ends with the ledger."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, replace

from app.cli.error_texts import REASONS, REJECT_HEADINGS
from app.cli.opening import opened
from app.models.domain.people import PROGRAM
from app.services.cancel import CancelToken
from app.services.files.mapping import DEFAULT_ZONE, Mapping
from app.services.files.stream import Look, chat_mapping
from app.services.intake.import_job import ImportJob, ImportProgress, ImportReport, Pace
from app.services.intake.runs import ImportRuns
from app.services.intake.wiring import build_intake

_TELL_EVERY = 1.0


def run_import(options: argparse.Namespace) -> int:
    """Import the file; the last line is the ledger."""
    with opened(options.database) as database:
        runs = ImportRuns(database=database)
        job = ImportJob(database=database, intake=build_intake(database), runs=runs)
        cancel = CancelToken()
        look = job.look(options.file, cancel=cancel)
        mapping = _mapping(look, options)
        told = _Told(quiet=options.json)
        report = job.run(
            options.file,
            mapping,
            actor=PROGRAM,
            cancel=cancel,
            progress=told.tell,
            dry_run=options.dry_run,
            pace=Pace.BULK,
            zone=options.zone or DEFAULT_ZONE,
            headers=look.headers if look is not None and mapping is not None else (),
        )
        if options.rejects is not None and report.run_id is not None:
            runs.rejects_csv(report.run_id, options.rejects, headings=REJECT_HEADINGS, reasons=REASONS)
    sys.stdout.write(_line(report, as_json=options.json) + "\n")
    return 0


def _mapping(look: Look | None, options: argparse.Namespace) -> Mapping | None:
    mapping = look.mapping if look is not None else None
    if look is not None and look.authors and options.own_name is not None:
        return chat_mapping(options.zone or DEFAULT_ZONE, options.own_name)
    if mapping is None:
        return None
    if options.channel:
        mapping = replace(mapping, channel=options.channel)
    return replace(mapping, zone=options.zone) if options.zone else mapping


def _line(report: ImportReport, *, as_json: bool) -> str:
    ledger = asdict(report.ledger)
    if not as_json:
        return " ".join(f"{name}={n}" for name, n in ledger.items())
    rejects = [{"row": e.row, "reason": e.reason.value, "detail": e.detail} for e in report.rejects]
    values = ledger | {"run": report.run_id, "seconds": round(report.seconds, 3), "rejects": rejects}
    return json.dumps(values)


class _Told:
    """Tells how far an import is, once a second, on the error stream."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._last = time.monotonic()

    def tell(self, progress: ImportProgress) -> None:
        """Write a line when it is time."""
        now = time.monotonic()
        if self._quiet or now - self._last < _TELL_EVERY or not progress.total_bytes:
            return
        self._last = now
        share = 100 * progress.done_bytes // progress.total_bytes
        left = "" if progress.left is None else f", faltam {round(progress.left.total_seconds())} s"
        sys.stderr.write(f"{share} %: {progress.ledger.received} linhas, {round(progress.rate)} por segundo{left}\n")
