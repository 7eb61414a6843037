"""Writes what the search finds of our own work: notes, solutions and answers that have left; inside the act itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.search_hit import HitKind
from app.models.domain.vocabulary import DeliveryState
from app.models.domain.words import search_text
from app.models.schema.cases import Case, Note, Reply
from app.models.schema.reading import WorkText
from app.services.database import Database
from app.services.write_gate import Priority

_PUT_WORDS = {
    "sqlite": "INSERT OR REPLACE INTO work_search(rowid, words) VALUES (?, ?)",
    "postgresql": (
        "INSERT INTO work_search(id, words) VALUES (%s, to_tsvector('simple', %s))"
        " ON CONFLICT (id) DO UPDATE SET words = excluded.words"
    ),
}
_DROP_WORDS = {
    "sqlite": "DELETE FROM work_search WHERE rowid = ?",
    "postgresql": "DELETE FROM work_search WHERE id = %s",
}
_CHUNK = 1_000
Key = tuple[HitKind, int]


def put_text(connection: Connection, key: Key, case_id: int, text: str, at: datetime) -> None:
    """Make a text findable, or the new wording of one that was; ``key`` = its kind and the id of its row."""
    kind, source_id = key
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = module.insert(WorkText).values(kind=kind.value, source_id=source_id, case_id=case_id, at=at)
    kept = statement.on_conflict_do_update(index_elements=["kind", "source_id"], set_={"case_id": case_id})
    row_id = connection.execute(kept.returning(WorkText.id)).scalar_one()
    connection.exec_driver_sql(_PUT_WORDS[connection.dialect.name], (row_id, search_text(text)))


def drop_text(connection: Connection, kind: HitKind, source_id: int) -> None:
    """Forget a text that is no longer there."""
    where = (WorkText.kind == kind.value, WorkText.source_id == source_id)
    row_id = connection.execute(delete(WorkText).where(*where).returning(WorkText.id)).scalar_one_or_none()
    if row_id is not None:
        connection.exec_driver_sql(_DROP_WORDS[connection.dialect.name], (row_id,))


def put_solution(connection: Connection, case_id: int, text: str | None, at: datetime) -> None:
    """Make a case's solution findable; without one, forget it."""
    if text:
        put_text(connection, (HitKind.SOLUTION, case_id), case_id, text, at)
    else:
        drop_text(connection, HitKind.SOLUTION, case_id)


def put_reply(connection: Connection, reply_id: int, at: datetime) -> None:
    """Make an answer findable that has left."""
    row = connection.execute(select(Reply.case_id, Reply.text).where(Reply.id == reply_id)).one_or_none()
    if row is not None:
        put_text(connection, (HitKind.REPLY, reply_id), row.case_id, row.text, at)


def rebuild_work_texts(
    database: Database,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], object] = lambda _: None,
) -> int:
    """Index what was written before there was this index; return how many texts were added.

    Short transactions of a thousand rows: whoever works meanwhile hardly waits. Broken off, it goes on where it
    stopped, for what is indexed already is left alone.
    """
    done = 0
    for kind, rows in _SOURCES.items():
        after = 0
        while not is_cancelled():

            def once(connection: Connection, rows: Select[Any] = rows, kind: HitKind = kind, after: int = after) -> Any:  # noqa: ANN401 - (last id, how many)
                found = connection.execute(rows, {"after": after}).all()
                return (found[-1].id if found else None), _add(connection, kind, found)

            last, added = database.quiet(once, priority=Priority.BACKGROUND)
            if last is None:
                break
            after, done = last, done + added
            progress(done)
    return done


def _add(connection: Connection, kind: HitKind, rows: Iterable[Any]) -> int:
    by_source = {row.id: row for row in rows}
    known = select(WorkText.source_id).where(WorkText.kind == kind.value, WorkText.source_id.in_(by_source))
    missing = sorted(by_source.keys() - set(connection.execute(known).scalars()))
    if not missing:
        return 0
    values = [
        {"kind": kind.value, "source_id": each, "case_id": by_source[each].case_id, "at": by_source[each].at}
        for each in missing
    ]
    made = connection.execute(insert(WorkText).returning(WorkText.id, WorkText.source_id), values).all()
    words = [(row.id, search_text(by_source[row.source_id].text)) for row in made]
    connection.exec_driver_sql(_PUT_WORDS[connection.dialect.name], sorted(words))
    return len(missing)


def _source(table: Any, text: Any, at: Any, case_id: Any, *tests: Any) -> Select[Any]:  # noqa: ANN401 - mapped attributes
    columns = (table.id, case_id.label("case_id"), text.label("text"), at.label("at"))
    return select(*columns).where(table.id > bindparam("after"), *tests).order_by(table.id).limit(_CHUNK)


_SOURCES: dict[HitKind, Select[Any]] = {
    HitKind.NOTE: _source(Note, Note.text, Note.written_at, Note.case_id),
    HitKind.REPLY: _source(
        Reply,
        Reply.text,
        func.coalesce(Reply.sent_at, Reply.written_at, type_=Reply.written_at.type),
        Reply.case_id,
        Reply.state == DeliveryState.SENT,
    ),
    HitKind.SOLUTION: _source(
        Case,
        Case.solution,
        func.coalesce(Case.resolved_at, Case.opened_at, type_=Case.opened_at.type),
        Case.id,
        Case.solution.is_not(None),
    ),
}
