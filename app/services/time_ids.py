"""Gives ids whose order is time order: ``second << 16 | free suffix`` (DATA 9)."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from app.models.schema.cases import Case
from app.models.schema.mentions import Mention
from app.services.id_lists import chunks, one_of

SUFFIX_BITS = 16
_SUFFIXES = 1 << SUFFIX_BITS
_GAP = 64
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def lowest_id(at: datetime) -> int:
    """Return the smallest id of a second, for periods: from that of the start to below that of the end."""
    return ((at - _EPOCH) // _SECOND) << SUFFIX_BITS


def time_of(time_id: int) -> datetime:
    """Return the second that an id carries."""
    return _EPOCH + timedelta(seconds=time_id >> SUFFIX_BITS)


def next_time_ids(connection: Connection, table: type[Mention] | type[Case], times: Sequence[datetime]) -> list[int]:
    """Return one free id for each time, in the order given.

    Times before 1970 count as 1970. A second that is full (65,536 rows) spills into the next one. Two writers may
    be given the same id on PostgreSQL; the unique key then refuses one, and its act is run again.
    """
    seconds = [max(0, (at - _EPOCH) // _SECOND) for at in times]
    if len(seconds) == 1 and connection.dialect.name == "postgresql":
        return [_apart(connection, table, seconds[0])]
    wanted = Counter(seconds)
    # Most seconds of a batch are free and wanted once: one look at their first ids settles them together.
    single = {second: second << SUFFIX_BITS for second, n in wanted.items() if n == 1}
    taken = _taken(connection, table, list(single.values()))
    free: dict[int, int] = {}
    end = 0
    for second in sorted(wanted):
        start = single.get(second)
        if start is None or start in taken or start < end:
            start = _first_free(connection, table, max(second << SUFFIX_BITS, end), wanted[second])
        free[second] = start
        end = start + wanted[second]
    given: Counter[int] = Counter()
    ids = []
    for second in seconds:
        ids.append(free[second] + given[second])
        given[second] += 1
    return ids


def _apart(connection: Connection, table: type[Mention] | type[Case], second: int) -> int:
    # On a server many write in the same second: were all to take its next id, all but one would have to try again.
    free = _first_free(connection, table, second << SUFFIX_BITS, 1)
    return min(free + secrets.randbelow(_GAP), free | (_SUFFIXES - 1))


def _taken(connection: Connection, table: type[Mention] | type[Case], ids: list[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(sorted(ids)):
        found.update(connection.execute(select(table.id).where(one_of(connection, table.id, part))).scalars())
    return found


def _first_free(connection: Connection, table: type[Mention] | type[Case], start: int, wanted: int) -> int:
    """Return the first of ``wanted`` free ids in a row, from ``start`` on; a full second goes on in the next."""
    while True:
        end = max((start | (_SUFFIXES - 1)) + 1, start + wanted)
        statement = select(func.max(table.id)).where(table.id >= start, table.id < end)
        top: int | None = connection.execute(statement).scalar()
        if top is None:
            return start
        start = top + 1
        if start + wanted <= end:
            return start
