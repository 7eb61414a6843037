"""The record of every file that came in: where it stands, what became of its rows, how its columns were read."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.changes import Topic
from app.models.domain.incoming import Ledger, RejectedRow, RejectReason
from app.models.domain.people import Actor
from app.models.schema.intake import FileMapping, IntakeReject, IntakeRun
from app.models.schema.people import Person
from app.services.acts import Act
from app.services.database import Database
from app.services.errors import Invalid, Unavailable
from app.services.files.mapping import Mapping, from_json, signature, to_json

_FILE = "file"
_CELL_STARTS = ("=", "+", "-", "@", "\t", "\r")
_STREAM_ROWS = 2_000


class RunStatus(StrEnum):
    """Where an import stands; all but ``DONE`` go on where they stopped when the same file comes again."""

    RUNNING = "running"
    CANCELLED = "cancelled"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import of the past or of now. ``next_row`` is the first row (1-based) that is not settled yet.

    ``who`` is the name of the person who started it.
    """

    id: int
    name: str
    status: RunStatus
    started_at: datetime
    ended_at: datetime | None
    ledger: Ledger
    next_row: int
    who: str = ""


class ImportRuns:
    """Reads and writes the record of imports."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def recent(self, limit: int = 50) -> list[ImportRun]:
        """Return the last imports, newest first."""
        statement = _runs().where(IntakeRun.source_kind == _FILE).order_by(IntakeRun.id.desc()).limit(limit)
        with self._database.read() as connection:
            return [_run_of(row) for row in connection.execute(statement).mappings()]

    def get(self, run_id: int) -> ImportRun:
        """Return one import."""
        with self._database.read() as connection:
            return _run_of(connection.execute(_runs().where(IntakeRun.id == run_id)).mappings().one())

    def unfinished(self, fingerprint: bytes, mapping: Mapping | None) -> ImportRun | None:
        """Return the newest import of these very bytes, read in this very way, that did not come to its end."""
        wanted = _stored(mapping)
        statement = (
            _runs()
            .where(IntakeRun.fingerprint == fingerprint, IntakeRun.status != RunStatus.DONE.value)
            .order_by(IntakeRun.id.desc())
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).mappings().all()
        return next((_run_of(row) for row in rows if row["mapping"] == wanted), None)

    def start(self, path: Path, fingerprint: bytes, mapping: Mapping | None, actor: Actor) -> ImportRun:
        """Open the account of a file."""

        def work(act: Act) -> int:
            act.touch(topics=[Topic.INTAKE_RUNS])
            values = {
                "source_kind": _FILE,
                "source_name": path.name,
                "fingerprint": fingerprint,
                "mapping": _stored(mapping),
                "actor_id": actor.person_id,
                "started_at": act.at,
                "status": RunStatus.RUNNING.value,
                "next_row": 1,
                "received": 0,
                "stored": 0,
                "duplicate": 0,
                "rejected": 0,
            }
            return act.connection.execute(insert(IntakeRun).values(values).returning(IntakeRun.id)).scalar_one()

        return self.get(self._database.act(work, actor=actor)[0])

    def set_status(self, run_id: int, status: RunStatus, actor: Actor) -> None:
        """Note that an import goes on, has ended, or was stopped."""

        def work(act: Act) -> None:
            act.touch(topics=[Topic.INTAKE_RUNS])
            values = {"status": status.value, "ended_at": None if status is RunStatus.RUNNING else act.at}
            act.connection.execute(update(IntakeRun).where(IntakeRun.id == run_id).values(values))

        self._database.act(work, actor=actor)

    def rejects(self, run_id: int, limit: int = 100) -> list[RejectedRow]:
        """Return the first rejected rows of an import, in the order of the file."""
        with self._database.read() as connection:
            rows = connection.execute(_rejects(run_id).limit(limit))
            return [RejectedRow(row.row, RejectReason(row.reason), row.detail, row.excerpt) for row in rows]

    def reasons(self, run_id: int) -> tuple[tuple[RejectReason, int], ...]:
        """Return how many rows of an import were rejected for each reason, most frequent first."""
        n = func.count()
        statement = (
            select(IntakeReject.reason, n)
            .where(IntakeReject.run_id == run_id)
            .group_by(IntakeReject.reason)
            .order_by(n.desc(), IntakeReject.reason)
        )
        with self._database.read() as connection:
            return tuple((RejectReason(reason), count) for reason, count in connection.execute(statement))

    def rejects_csv(
        self,
        run_id: int,
        path: Path,
        *,
        headings: tuple[str, str, str, str] = ("row", "reason", "detail", "excerpt"),
        reasons: ReadOnlyMapping[str, str] | None = None,
    ) -> int:
        """Write all rejected rows of an import to a CSV file that Excel opens as text; return how many.

        ``reasons`` gives the words for a reason's code.

        Raises:
            Unavailable: ``file_unwritable`` when the place cannot be written.
        """
        words = reasons or {}
        try:
            with path.open("w", encoding="utf-8-sig", newline="") as stream, self._database.read() as connection:
                writer = csv.writer(stream, delimiter=";")
                writer.writerow(headings)
                result = connection.execution_options(yield_per=_STREAM_ROWS).execute(_rejects(run_id))
                return sum(writer.writerow(_cells(row, words)) > 0 for row in result)
        except OSError as error:
            raise Unavailable("file_unwritable", path=str(path), reason=error.strerror or "") from error

    def remembered(self, headers: tuple[str, ...]) -> Mapping | None:
        """Return how a file with these headings was read the last time, None when nobody can tell any more."""
        statement = select(FileMapping.mapping).where(FileMapping.signature == signature(headers))
        with self._database.read() as connection:
            value = connection.execute(statement).scalar_one_or_none()
        try:
            return None if value is None else from_json(json.dumps(value))
        except Invalid:
            return None

    def remembered_at(self, headers: tuple[str, ...]) -> datetime | None:
        """Return when a file with these headings was last read, None when none was."""
        statement = select(FileMapping.used_at).where(FileMapping.signature == signature(headers))
        with self._database.read() as connection:
            used_at: datetime | None = connection.execute(statement).scalar_one_or_none()
        return used_at

    def remember(self, headers: tuple[str, ...], mapping: Mapping) -> None:
        """Keep how a file with these headings is read."""
        values: dict[str, Any] = {"mapping": _stored(mapping), "used_at": self._database.clock.now()}

        def work(connection: Connection) -> None:
            module = postgresql if connection.dialect.name == "postgresql" else sqlite
            statement = module.insert(FileMapping).values(signature=signature(headers), **values)
            connection.execute(statement.on_conflict_do_update(index_elements=["signature"], set_=values))

        self._database.quiet(work)


def _runs() -> Any:  # noqa: ANN401 - a SELECT
    return select(IntakeRun.__table__, Person.name.label("who")).outerjoin(Person, Person.id == IntakeRun.actor_id)


def _rejects(run_id: int) -> Any:  # noqa: ANN401 - a SELECT
    return (
        select(IntakeReject.row, IntakeReject.reason, IntakeReject.detail, IntakeReject.excerpt)
        .where(IntakeReject.run_id == run_id)
        .order_by(IntakeReject.id)
    )


def _run_of(row: Any) -> ImportRun:  # noqa: ANN401 - a row of IntakeRun
    return ImportRun(
        id=row["id"],
        name=row["source_name"],
        status=RunStatus(row["status"]),
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        ledger=Ledger(row["received"], row["stored"], row["duplicate"], row["rejected"]),
        next_row=row["next_row"],
        who=row["who"] or "",
    )


def _stored(mapping: Mapping | None) -> Any:  # noqa: ANN401 - a JSON value
    return None if mapping is None else json.loads(to_json(mapping))


def _cells(row: Any, words: ReadOnlyMapping[str, str]) -> list[object]:  # noqa: ANN401 - a row of _rejects
    return [row.row, *(_harmless(cell) for cell in (words.get(row.reason, row.reason), row.detail, row.excerpt))]


def _harmless(cell: str) -> str:
    # A spreadsheet runs what begins like a formula.
    return f"'{cell}" if cell.startswith(_CELL_STARTS) else cell
