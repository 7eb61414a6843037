"""Finds which rows a page of the inbox holds, each kind of query by the one index that can stream it (decision 050)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    ScalarResult,
    Select,
    and_,
    exists,
    func,
    intersect,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.expression import CompoundSelect

from app.models.domain.inbox import Cursor, InboxView, RowKind, Sort
from app.models.queries.inbox_conditions import (
    FACETS,
    SQLITE,
    Test,
    as_columns,
    asks_rows,
    carries,
    facet_test,
    id_column,
    moment_tests,
    view_columns,
)
from app.models.queries.inbox_filters import Scope, Viewpoint
from app.models.queries.search import SEARCH, case_candidates, words_test
from app.models.schema.base import EPOCH, MICROSECOND
from app.models.schema.cases import Case
from app.models.schema.mentions import Mention

# Below this many hits a list of ids is tested row by row; above it the indexes are merged as streams.
FEW = 1_000
_CHUNK = 500
_SMALL_VIEWS = frozenset({InboxView.SNOOZED, InboxView.APPROVAL, InboxView.BREACHED})
_TABLES: dict[RowKind, Any] = {RowKind.MENTION: Mention, RowKind.CASE: Case}
# Where both kinds share an id, the mention comes first from the newest.
_RANKS = {RowKind.MENTION: 1, RowKind.CASE: 0}

Statement = Select[int] | CompoundSelect[int]
RowId = ColumnElement[int] | InstrumentedAttribute[int]


@dataclass(frozen=True, slots=True)
class Key:
    """A row of a page before it is filled; ``value`` is what its cursor carries."""

    kind: RowKind
    id: int
    value: int


def page_keys(
    connection: Connection,
    scopes: Sequence[Scope],
    viewpoint: Viewpoint,
    *,
    sort: Sort,
    cursor: Cursor | None,
    limit: int,
) -> list[Key]:
    """Return at most ``limit`` keys after the cursor, in the order of ``sort``."""
    if sort is Sort.DUE:
        return [key for scope in scopes for key in _by_due(connection, scope, viewpoint, cursor, limit)][:limit]
    newest = sort is Sort.NEWEST
    keys = []
    for scope in scopes:
        part = _after(scope, cursor, newest=newest)
        ids = ids_of(connection, part, viewpoint, newest=newest, limit=limit)
        keys += [Key(scope.kind, each, _RANKS[scope.kind]) for each in ids]
    if len(scopes) > 1:
        keys.sort(key=lambda key: (key.id, key.value), reverse=newest)
    return keys[:limit]


def ids_of(connection: Connection, scope: Scope, viewpoint: Viewpoint, *, newest: bool, limit: int) -> list[int]:
    """Return at most ``limit`` ids of a scope, newest or oldest first."""
    if scope.low >= scope.high:
        return []
    few = _few_of_authors(connection, scope, viewpoint) if scope.author_ids else None
    if few is not None:
        return sorted(few, reverse=newest)[:limit]
    if scope.words and scope.kind is RowKind.CASE:
        found = case_candidates(connection, scope.words)
        ids = among(connection, replace(scope, words=""), viewpoint, found)
        return sorted(ids, reverse=newest)[:limit]
    if scope.words and scope.all_groups and connection.dialect.name == SQLITE:
        few = _few_ids(connection, scope, viewpoint, newest=newest)
        if few is not None:
            return few[:limit]
    statement, row_id = stream(connection.dialect.name, scope, viewpoint)
    order = row_id.desc() if newest else row_id.asc()
    streamed: ScalarResult[int] = connection.execute(statement.order_by(order).limit(limit)).scalars()
    return list(streamed.all())


def _few_of_authors(connection: Connection, scope: Scope, viewpoint: Viewpoint) -> list[int] | None:
    """Return all ids of the scope when its authors have few rows, which their own index gives; else None."""
    mapped = _TABLES[scope.kind]
    author = mapped.handle_id if scope.kind is RowKind.MENTION else mapped.customer_id
    of_authors = select(mapped.id).where(author.in_(scope.author_ids), *_between(mapped.id, scope)).limit(FEW + 1)
    ids = set(connection.execute(of_authors).scalars())
    if len(ids) > FEW:
        return None
    if scope.words and scope.kind is RowKind.CASE:
        ids &= case_candidates(connection, scope.words)
        scope = replace(scope, words="")
    return among(connection, scope, viewpoint, ids)


def among(connection: Connection, scope: Scope, viewpoint: Viewpoint, ids: Iterable[int]) -> list[int]:
    """Return those of some ids that belong to the scope, in no order."""
    mapped = _TABLES[scope.kind]
    dialect = connection.dialect.name
    wanted = sorted(each for each in set(ids) if scope.low <= each < scope.high)
    tests, left = as_columns(scope.kind, scope.all_groups)
    tests += moment_tests(scope, viewpoint)
    if left:
        tests.append(carries(dialect, scope.kind, mapped.id, left))
    if scope.words:
        tests.append(_has_words(dialect, scope, mapped.id))
    found: list[int] = []
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        found += connection.execute(select(mapped.id).where(mapped.id.in_(part), *tests)).scalars()
    return found


def count_ids(connection: Connection, scope: Scope, viewpoint: Viewpoint, cap: int | None) -> int:
    """Return how many rows a scope has, counting no further than ``cap`` + 1."""
    if scope.low >= scope.high:
        return 0
    if scope.author_ids or (scope.words and scope.kind is RowKind.CASE):
        return len(ids_of(connection, scope, viewpoint, newest=True, limit=cap + 1 if cap is not None else 1 << 31))
    statement, _row_id = stream(connection.dialect.name, scope, viewpoint)
    if cap is not None:
        statement = statement.limit(cap + 1)
    return connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one()


def stream(dialect: str, scope: Scope, viewpoint: Viewpoint) -> tuple[Statement, RowId]:
    """Return the statement that yields a scope's ids from one index (or two merged), and the column to order by."""
    if scope.words:
        return _words_stream(dialect, scope, viewpoint)
    if scope.view in _SMALL_VIEWS or (scope.view is InboxView.SILENT and not scope.groups):
        return _by_row(dialect, scope, viewpoint)
    if scope.kind is RowKind.CASE and asks_rows(scope, viewpoint) and not as_columns(scope.kind, scope.groups)[1]:
        return _by_row(dialect, scope, viewpoint)
    if scope.groups or not _has_own_index(scope.view):
        return _facet_stream(dialect, scope, viewpoint)
    mapped = _TABLES[scope.kind]
    tests = moment_tests(scope, viewpoint)
    if scope.view is InboxView.TO_TRIAGE:
        tests.append(text("mention.state = 0"))  # type: ignore[arg-type] # a bound value would hide the partial index
    statement = select(mapped.id).where(*tests, *_between(mapped.id, scope))
    return statement, mapped.id


def _has_own_index(view: InboxView) -> bool:
    return view in {InboxView.TO_TRIAGE, InboxView.ALL_MENTIONS, InboxView.ALL_CASES}


def _facet_stream(dialect: str, scope: Scope, viewpoint: Viewpoint) -> tuple[Statement, RowId]:
    index = FACETS[scope.kind]
    row_id = id_column(dialect, index)
    groups = scope.all_groups
    if dialect != SQLITE and scope.months:
        groups = (*groups, scope.months)
    tests = [facet_test(dialect, index, groups), *_between(row_id, scope)]
    tests += _on_row(scope, viewpoint, row_id)
    return select(row_id).where(*tests), row_id


def _by_row(dialect: str, scope: Scope, viewpoint: Viewpoint) -> tuple[Statement, RowId]:
    # Few cases are put aside, wait for approval or for the reason of a delay at a time: their own small index is the
    # way in, whatever else is filtered; of the silent ones the open cases' index is.
    tests, left = as_columns(scope.kind, scope.groups)
    tests += [*moment_tests(scope, viewpoint), *view_columns(scope.view, viewpoint), *_between(Case.id, scope)]
    if left:
        tests.append(carries(dialect, scope.kind, Case.id, left))
    return select(Case.id).where(*tests), Case.id


def _words_stream(dialect: str, scope: Scope, viewpoint: Viewpoint) -> tuple[Statement, RowId]:
    row_id = id_column(dialect, SEARCH)
    tests = [words_test(dialect, scope.words), *_between(row_id, scope), *_on_row(scope, viewpoint, row_id)]
    words = select(row_id).where(*tests)
    if not scope.all_groups:
        return words, row_id
    index = FACETS[scope.kind]
    facet_id = id_column(dialect, index)
    facets = facet_test(dialect, index, scope.all_groups)
    if dialect == SQLITE:
        # Both streams come in id order, so SQLite merges them without holding either.
        merged = intersect(words, select(facet_id).where(facets, *_between(facet_id, scope)))
        return merged, literal_column("1", BigInteger)
    return words.join_from(SEARCH, index, facet_id == row_id).where(facets), row_id


def _few_ids(connection: Connection, scope: Scope, viewpoint: Viewpoint, *, newest: bool) -> list[int] | None:
    """Return all ids of the scope when its words or its facets alone leave few rows to test; else None."""
    dialect = connection.dialect.name
    row_id = id_column(dialect, SEARCH)
    words = select(row_id).where(words_test(dialect, scope.words), *_between(row_id, scope)).limit(FEW + 1)
    ids = list(connection.execute(words).scalars())
    if len(ids) <= FEW:
        return sorted(among(connection, replace(scope, words=""), viewpoint, ids), reverse=newest)
    index = FACETS[scope.kind]
    facet_id = id_column(dialect, index)
    facets = facet_test(dialect, index, scope.all_groups)
    ids = list(connection.execute(select(facet_id).where(facets, *_between(facet_id, scope)).limit(FEW + 1)).scalars())
    if len(ids) > FEW:
        return None
    return sorted(among(connection, replace(scope, view_groups=(), groups=()), viewpoint, ids), reverse=newest)


def _on_row(scope: Scope, viewpoint: Viewpoint, row_id: RowId) -> list[Test]:
    tests = moment_tests(scope, viewpoint)
    mapped = _TABLES[scope.kind]
    return [exists(select(1).select_from(mapped).where(mapped.id == row_id, *tests))] if tests else []


def _has_words(dialect: str, scope: Scope, row_id: RowId) -> Test:
    found = select(1).select_from(SEARCH).where(id_column(dialect, SEARCH) == row_id, words_test(dialect, scope.words))
    return exists(found)


def _between(row_id: RowId, scope: Scope) -> list[Test]:
    return [row_id >= scope.low, row_id < scope.high]


def _after(scope: Scope, cursor: Cursor | None, *, newest: bool) -> Scope:
    if cursor is None:
        return scope
    rank = _RANKS[scope.kind]
    if newest:
        return replace(scope, high=min(scope.high, cursor.id + 1 if rank < cursor.value else cursor.id))
    return replace(scope, low=max(scope.low, cursor.id if rank > cursor.value else cursor.id + 1))


def _by_due(connection: Connection, scope: Scope, viewpoint: Viewpoint, cursor: Cursor | None, limit: int) -> list[Key]:
    if scope.low >= scope.high:
        return []
    tests, left = as_columns(scope.kind, scope.groups)
    tests += [*view_columns(scope.view, viewpoint), *moment_tests(scope, viewpoint), *_between(Case.id, scope)]
    if left:
        tests.append(carries(connection.dialect.name, scope.kind, Case.id, left))
    few = _few_cases(connection, scope)
    if few is not None:
        rows = _due_of(connection, few, tests)
        return [Key(RowKind.CASE, row_id, value) for value, row_id in rows if _is_after(value, row_id, cursor)][:limit]
    if cursor is not None:
        at = EPOCH + cursor.value * MICROSECOND
        tests += [Case.due_at >= at, or_(Case.due_at > at, and_(Case.due_at == at, Case.id > cursor.id))]
    statement = select(Case.due_at, Case.id).where(*tests).order_by(Case.due_at, Case.id).limit(limit)
    return [Key(RowKind.CASE, row_id, _micros(due)) for due, row_id in connection.execute(statement)]


def _few_cases(connection: Connection, scope: Scope) -> list[int] | None:
    """Return the ids that the filters leave when they are few enough to be sorted; else None."""
    if scope.words:
        return sorted(case_candidates(connection, scope.words))
    if not scope.groups:
        return None
    index = FACETS[RowKind.CASE]
    dialect = connection.dialect.name
    test = facet_test(dialect, index, scope.all_groups)
    ids = list(connection.execute(select(id_column(dialect, index)).where(test).limit(FEW + 1)).scalars())
    return ids if len(ids) <= FEW else None


def _due_of(connection: Connection, ids: Sequence[int], tests: Sequence[Test]) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for start in range(0, len(ids), _CHUNK):
        statement = select(Case.due_at, Case.id).where(Case.id.in_(ids[start : start + _CHUNK]), *tests)
        rows += [(_micros(due), row_id) for due, row_id in connection.execute(statement)]
    return sorted(rows)


def _is_after(value: int, row_id: int, cursor: Cursor | None) -> bool:
    return cursor is None or (value, row_id) > (cursor.value, cursor.id)


def _micros(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
