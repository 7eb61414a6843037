"""Shows, off-line, whether the append-only history was changed, thinned out, reordered or cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.history_chain import GENESIS, chain_hash, digest_of
from app.models.schema.history import ChangeCounter, History, HistoryBody
from app.services.database import Database

_PAGE = 2_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the chain stood: kept in backups and workstation files, for a chain alone cannot show a cut tail."""

    seq: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Verification:
    """What ``verify`` found. ``first_bad_seq`` None = intact; ``erased_bodies`` were erased on request, lawfully."""

    rows: int
    first_bad_seq: int | None
    erased_bodies: int

    @property
    def is_intact(self) -> bool:
        """Tell whether nothing was altered."""
        return self.first_bad_seq is None


def current_mark(database: Database) -> Mark:
    """Return where the chain stands now, to be kept outside the database."""
    with database.read() as connection:
        return _mark(connection)


def verify(database: Database, remembered: Mark | None = None) -> Verification:
    """Recompute the whole chain, a page at a time; ``remembered`` also finds a cut tail and a full recomputation."""
    previous, rows, erased, seq = GENESIS, 0, 0, 0
    with database.read() as connection:
        mark = _mark(connection)
        for row in _rows(connection):
            seq += 1
            if row.seq != seq or not _is_sound(previous, row):
                return Verification(rows, seq, erased)
            previous = bytes(row.hash)
            if remembered and seq == remembered.seq and previous != remembered.head:
                return Verification(rows, seq, erased)
            rows += 1
            erased += row.body is None
    expected = max(mark.seq, remembered.seq if remembered else 0)
    if rows != expected or previous != mark.head:
        return Verification(rows, rows + 1, erased)
    return Verification(rows, None, erased)


def _mark(connection: Connection) -> Mark:
    row = connection.execute(select(ChangeCounter.history_seq, ChangeCounter.head_hash)).one()
    return Mark(row.history_seq, bytes(row.head_hash))


def _rows(connection: Connection) -> Iterator[Any]:
    last = 0
    statement = (
        select(History.__table__, HistoryBody.salt, HistoryBody.body)
        .outerjoin(HistoryBody, HistoryBody.seq == History.seq)
        .order_by(History.seq)
        .limit(_PAGE)
    )
    while True:
        page = connection.execute(statement.where(History.seq > last)).all()
        yield from page
        if len(page) < _PAGE:
            return
        last = page[-1].seq


def _is_sound(previous: bytes, row: Any) -> bool:  # noqa: ANN401 - a row of the query above
    digest = bytes(row.digest)
    if row.body is not None and digest_of(bytes(row.salt), row.body) != digest:
        return False
    found = chain_hash(
        previous, seq=row.seq, case_id=row.case_id, actor_id=row.actor_id, at=row.at, verb=row.verb, digest=digest
    )
    return found == bytes(row.hash)
