"""Takes an act on a case back: keeps the rows as they were before it, and puts them back when nobody acted since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from app.models.queries.case_facts import Carried, case_carries
from app.models.schema.base import Base
from app.models.schema.cases import ClockPause, Forwarding
from app.services.acts import Act
from app.services.case_book import CaseBook

_NOT_RESTORED = frozenset({"id", "version", "is_open"})
Rows = dict[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A case before an act: its columns, its nodes, and its rows in the tables that the act writes."""

    case: Mapping[str, Any]
    carried: Carried
    rows: Mapping[type[Base], Rows]
    taken_at: datetime


def take(act: Act, case: Mapping[str, Any], tables: Sequence[type[Base]] = ()) -> Snapshot:
    """Return the case as it is now; pauses are always kept, since many acts stop or start the clock."""
    case_id = case["id"]
    wanted: set[type[Base]] = {ClockPause, *tables}
    return Snapshot(
        case=dict(case),
        carried=case_carries(act.connection, case_id),
        rows={table: _rows(act.connection, table, case_id) for table in wanted},
        taken_at=act.at,
    )


def put_back(act: Act, book: CaseBook, snapshot: Snapshot, expected_version: int) -> None:
    """Make the case and its rows what they were.

    Raises:
        Conflict: ``case_changed`` when somebody acted on the case since.
    """
    case_id = snapshot.case["id"]
    row = book.lock(act, case_id, expected_version)
    for table, before in snapshot.rows.items():
        now = _rows(act.connection, table, case_id)
        _restore_rows(act.connection, table, before, now)
        if table is Forwarding:
            _recount_forwarded(act, book, row.channel_id, before, now)
    values = {name: value for name, value in snapshot.case.items() if name not in _NOT_RESTORED}
    nodes, suggested, taken_at = snapshot.carried.nodes, snapshot.carried.suggested, snapshot.taken_at
    book.write(act, row, values, nodes=nodes, suggested=suggested, is_voice_new=True, counted_at=taken_at)


def _rows(connection: Connection, table: type[Base], case_id: int) -> Rows:
    columns = table.__table__.c
    keys = [column.name for column in table.__table__.primary_key]
    found = connection.execute(select(*columns).where(columns.case_id == case_id)).mappings()
    return {tuple(row[key] for key in keys): dict(row) for row in found}


def _restore_rows(connection: Connection, table: type[Base], before: Rows, now: Rows) -> None:
    for key in now.keys() - before.keys():
        connection.execute(delete(table).where(_is(table, key)))
    for key in sorted(before):
        if key not in now:
            connection.execute(insert(table), [before[key]])
        elif now[key] != before[key]:
            connection.execute(update(table).where(_is(table, key)).values(before[key]))


def _is(table: type[Base], key: tuple[Any, ...]) -> Any:  # noqa: ANN401 - an SQL condition
    return and_(*(column == value for column, value in zip(table.__table__.primary_key, key, strict=True)))


def _recount_forwarded(act: Act, book: CaseBook, channel_id: int, before: Rows, now: Rows) -> None:
    for key in now.keys() - before.keys():
        book.count_forwarded(act, channel_id, now[key]["area_id"], now[key]["forwarded_at"], -1)
    for key in before.keys() - now.keys():
        book.count_forwarded(act, channel_id, before[key]["area_id"], before[key]["forwarded_at"], 1)
