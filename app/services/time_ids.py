"""Gives ids whose order is time order: ``second << 16 | free suffix`` (DATA 9)."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select, text

from app.models.schema.cases import Case
from app.models.schema.mentions import Mention

SUFFIX_BITS = 16
_SUFFIXES = 1 << SUFFIX_BITS
_GAP = 64
HIGHEST = {
    "sqlite": (
        'SELECT 3, w.key, (SELECT max(id) FROM "{table}" WHERE id >= w.value << 16 AND id < (w.value + 1) << 16), NULL'
        " FROM json_each(:seconds) w"
    ),
    "postgresql": (
        'SELECT 3, w.place - 1, (SELECT max(id) FROM "{table}" WHERE id >= w.second << 16'
        " AND id < (w.second + 1) << 16), NULL"
        " FROM unnest(CAST(:seconds AS bigint[])) WITH ORDINALITY AS w(second, place)"
    ),
}
"""Asks for the highest id of each of ``:seconds``: (3, place in the list, id or NULL, NULL)."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def lowest_id(at: datetime) -> int:
    """Return the smallest id of a second, for periods: from that of the start to below that of the end."""
    return ((at - _EPOCH) // _SECOND) << SUFFIX_BITS


def time_of(time_id: int) -> datetime:
    """Return the second that an id carries."""
    return _EPOCH + timedelta(seconds=time_id >> SUFFIX_BITS)


def next_time_ids(
    connection: Connection,
    table: type[Mention] | type[Case],
    times: Sequence[datetime],
    highest: Mapping[int, int] | None = None,
) -> list[int]:
    """Return one free id for each time, in the order given.

    Times before 1970 count as 1970. A second that is full (65,536 rows) spills into the next one. Two writers may
    be given the same id on PostgreSQL; the unique key then refuses one, and its act is run again.
    ``highest`` is what ``highest_ids`` gives for these times, where the caller has asked already.
    """
    seconds = [second_of(at) for at in times]
    wanted = Counter(seconds)
    if highest is None:
        highest = highest_ids(connection, table, wanted)
    free: dict[int, int] = {}
    end = 0
    for second in sorted(wanted):
        first = second << SUFFIX_BITS
        start = max(highest.get(second, first - 1) + 1, end)
        if start + wanted[second] > first + _SUFFIXES:
            start = _first_free(connection, table, start, wanted[second])
        free[second] = start
        end = start + wanted[second]
    if len(seconds) == 1 and connection.dialect.name == "postgresql":
        return [_apart(start)]
    given: Counter[int] = Counter()
    ids = []
    for second in seconds:
        ids.append(free[second] + given[second])
        given[second] += 1
    return ids


def second_of(at: datetime) -> int:
    """Return the seconds since 1970 that an id of this time carries."""
    return max(0, (at - _EPOCH) // _SECOND)


def highest_ids(connection: Connection, table: type[Mention] | type[Case], seconds: Iterable[int]) -> dict[int, int]:
    """Return the highest id in use of each second that has one."""
    listed = sorted(seconds)
    dialect = connection.dialect.name
    statement = text(HIGHEST[dialect].format(table=table.__tablename__))
    given = json.dumps(listed) if dialect == "sqlite" else listed
    rows = connection.execute(statement, {"seconds": given})
    return {listed[place]: top for _kind, place, top, _rest in rows if top is not None}


def _apart(free: int) -> int:
    # On a server many write in the same second: were all to take its next id, all but one would have to try again.
    return min(free + secrets.randbelow(_GAP), free | (_SUFFIXES - 1))


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
