"""Says views and filters as column tests and as facet tests, the two forms between which a statement may choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Text, and_, bindparam, column, exists, false, func, or_, select, table
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.expression import TableClause

from app.models.domain.inbox import InboxView, RowKind
from app.models.domain.vocabulary import CaseState, MentionState, Sentiment
from app.models.queries.inbox_drill import drill_tests
from app.models.queries.inbox_filters import Group, Scope, Viewpoint, lowest_id, state_token
from app.models.schema.cases import IS_REPLY_TO_APPROVE, Case, Reply
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.models.schema.rules import IS_UNEXPLAINED, Breach

Test = ColumnElement[bool] | InstrumentedAttribute[bool]
SQLITE = "sqlite"


def _index_table(name: str, *content: str) -> TableClause:
    return table(name, column("rowid", BigInteger), column("id", BigInteger), column(name, Text), *map(column, content))


FACETS = {
    RowKind.MENTION: _index_table("mention_facet", "tokens"),
    RowKind.CASE: _index_table("case_facet", "tokens"),
}
_MENTION_STATES = {state_token(state): state for state in MentionState}
_CASE_STATES = {state_token(state): state for state in CaseState}


def id_column(dialect: str, index: TableClause) -> ColumnElement[int]:
    """Return the id column of a search table: FTS5 calls it rowid."""
    found: ColumnElement[int] = index.c.rowid if dialect == SQLITE else index.c.id
    return found


def facet_test(dialect: str, index: TableClause, groups: Iterable[Group]) -> Test:
    """Return the test that a row carries a token of every group."""
    if dialect == SQLITE:
        expression = " AND ".join(group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in groups)
        return index.c[index.name].op("MATCH", is_comparison=True)(expression)
    singles = [group[0] for group in groups if len(group) == 1]
    tests = [_tokens(index, "&&", list(group)) for group in groups if len(group) > 1]
    if singles:
        tests.append(_tokens(index, "@>", singles))
    return and_(*tests)


def _tokens(index: TableClause, operator: str, tokens: list[str]) -> Test:
    value = bindparam(None, tokens, type_=ARRAY(Text), unique=True)
    return index.c.tokens.op(operator, is_comparison=True)(value)


def carries(dialect: str, kind: RowKind, row_id: ColumnElement[int] | Any, groups: Iterable[Group]) -> Test:  # noqa: ANN401 - a mapped attribute or a column
    """Return the test, for one row at a time, that it carries a token of every group."""
    index = FACETS[kind]
    return exists(
        select(1).select_from(index).where(id_column(dialect, index) == row_id, facet_test(dialect, index, groups))
    )


def _sentiments(values: Iterable[str]) -> Test:
    names = [value for value in values if value != "none"]
    tests: list[Test] = [Mention.sentiment.in_([Sentiment(name) for name in names])] if names else []
    if "none" in values:
        tests.append(Mention.sentiment.is_(None))
    return or_(*tests)


def _ids(mapped: Any) -> Callable[[list[str]], Test]:  # noqa: ANN401 - a mapped attribute
    def test(values: list[str]) -> Test:
        numbers = [int(value) for value in values]
        some: Test = mapped.in_([number for number in numbers if number])
        return or_(some, mapped.is_(None)) if 0 in numbers else some

    return test


_COLUMNS: dict[RowKind, dict[str, Callable[[list[str]], Test]]] = {
    RowKind.MENTION: {
        "c": _ids(Mention.channel_id),
        "t": lambda values: Mention.state.in_([_MENTION_STATES[f"t{value}"] for value in values]),
        "s": _sentiments,
        "p": lambda values: Mention.is_private.in_([value == "1" for value in values]),
        "k": _ids(Mention.crisis_level),
        "r": _ids(Mention.intake_rule_id),
    },
    RowKind.CASE: {
        "c": _ids(Case.channel_id),
        "t": lambda values: Case.state.in_([_CASE_STATES[f"t{value}"] for value in values]),
        "o": _ids(Case.owner_id),
        "a": _ids(Case.area_id),
        "k": _ids(Case.crisis_level),
        "v": lambda _values: Case.is_vip,
    },
}


def as_columns(kind: RowKind, groups: Iterable[Group]) -> tuple[list[Test], tuple[Group, ...]]:
    """Return the groups that columns can test, as tests, and the groups that only the facets know."""
    tests, left = [], []
    for group in groups:
        make = _COLUMNS[kind].get(group[0][0])
        if make is None:
            left.append(group)
        else:
            tests.append(make([token[1:] for token in group]))
    return tests, tuple(left)


# From the few replies that wait, not from the many cases.
TO_APPROVE: Test = Case.id.in_(select(Reply.case_id).where(IS_REPLY_TO_APPROVE))
# Likewise from the missed deadlines that still want a reason; the order makes their small index the way in.
BREACHED: tuple[Test, ...] = (
    Case.id.in_(select(Breach.case_id).where(IS_UNEXPLAINED).order_by(Breach.id)),
    Case.state.not_in((CaseState.VOIDED, CaseState.MERGED)),
)
_OWED_NOTHING = (CaseState.WAITING_CUSTOMER, CaseState.RESOLVED)


def silence_tests(viewpoint: Viewpoint) -> list[Test]:
    """Return the tests that the last word to the customer lies too far back; none is silent without a limit."""
    if not viewpoint.silence:
        return [false()]
    last_word = func.coalesce(Case.last_reply_at, Case.opened_at, type_=Case.opened_at.type)
    areas: dict[datetime, list[int]] = {}
    channels: dict[datetime, list[int]] = {}
    for limit in viewpoint.silence:
        if limit.area_id is not None:
            areas.setdefault(limit.before, []).append(limit.area_id)
        elif limit.channel_id is not None:
            channels.setdefault(limit.before, []).append(limit.channel_id)
    # Not the bare column: its index would lead to many rows in another order than that of the list.
    area = func.coalesce(Case.area_id, 0)
    tests = [and_(area.in_(ids), last_word < before) for before, ids in areas.items()]
    tests += [and_(area == 0, Case.channel_id.in_(ids), last_word < before) for before, ids in channels.items()]
    # Whoever was opened later than that cannot be silent yet: the id tells, before the row is read.
    latest = max(limit.before for limit in viewpoint.silence)
    return [Case.id < lowest_id(latest + timedelta(seconds=1)), last_word < latest, or_(*tests)]


def view_columns(view: InboxView, viewpoint: Viewpoint) -> list[Test]:
    """Return a case view in the very terms of its partial index."""
    views: dict[InboxView, list[Test]] = {
        InboxView.MINE: [Case.is_open, Case.owner_id == viewpoint.person_id],
        InboxView.AREA: [Case.is_open, Case.state == CaseState.WAITING_AREA, Case.area_id.in_(viewpoint.area_ids)],
        InboxView.UNOWNED: [Case.is_open, Case.owner_id.is_(None)],
        InboxView.DUE_SOON: [Case.is_open],
        InboxView.CRISIS: [Case.is_open, Case.crisis_level.is_not(None)],
        InboxView.WAITING_CUSTOMER: [Case.is_open, Case.state == CaseState.WAITING_CUSTOMER],
        InboxView.WAITING_AREA: [Case.is_open, Case.state == CaseState.WAITING_AREA],
        InboxView.SILENT: [Case.is_open, Case.state.not_in(_OWED_NOTHING)],
        InboxView.BREACHED: [],
        InboxView.SNOOZED: [],
        InboxView.APPROVAL: [],
        InboxView.CLOSED: [Case.state == CaseState.CLOSED],
        InboxView.ALL_CASES: [],
    }
    return views[view]


def _asked_by_name(scope: Scope) -> Iterator[Test]:
    """Yield what the text of a search asks for by name and no facet knows: the author, the language."""
    if scope.author_ids:
        column = Mention.handle_id if scope.kind is RowKind.MENTION else Case.customer_id
        yield column.in_(scope.author_ids)
    if scope.languages:
        yield or_(*(Mention.language.istartswith(each, autoescape=True) for each in scope.languages))


def moment_tests(scope: Scope, viewpoint: Viewpoint) -> list[Test]:
    """Return what depends on the time of asking (snoozed, falling due) or lies outside row and facets."""
    tests: list[Test] = []
    if scope.view in {InboxView.MINE, InboxView.UNOWNED}:
        tests.append(or_(Case.snoozed_until.is_(None), Case.snoozed_until <= viewpoint.now))
    if scope.view is InboxView.SNOOZED:
        tests.append(Case.snoozed_until > viewpoint.now)
    if scope.view is InboxView.DUE_SOON:
        tests.append(Case.due_at <= viewpoint.due_limit)
    if scope.view is InboxView.APPROVAL:
        tests.append(TO_APPROVE)
    if scope.view is InboxView.BREACHED:
        tests += BREACHED
    if scope.view is InboxView.SILENT:
        tests += silence_tests(viewpoint)
    tests += _row_tests(scope, viewpoint)
    if scope.run_id is not None:
        tests.append(Mention.intake_run_id == scope.run_id)
    tests += _asked_by_name(scope)
    if scope.only_vip_authors:
        author = select(1).where(Handle.id == Mention.handle_id, Customer.id == Handle.customer_id, Customer.is_vip)
        tests.append(exists(author))
    return tests


def asks_rows(scope: Scope, viewpoint: Viewpoint) -> bool:
    """Tell whether a scope has to read its rows anyway for what only their columns say, whatever the time."""
    return bool(_row_tests(scope, viewpoint))


def _row_tests(scope: Scope, viewpoint: Viewpoint) -> list[Test]:
    tests: list[Test] = [Case.state.in_(scope.states)] if scope.states else []
    return [*tests, *drill_tests(scope.kind, scope.wanted, viewpoint.zone, scope.nodes)]
