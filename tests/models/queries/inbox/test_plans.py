"""On SQLite no statement of the inbox, the search box or the charts may scan a large table."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from app.models.domain.case_counts import CaseMark
from app.models.domain.chart import ChartKey
from app.models.domain.chart_drill import COUNTED_STATES
from app.models.domain.inbox import VIEW_SORTS, CaseEvent, InboxFilter, InboxQuery, InboxView, RowKind
from app.models.domain.people import Actor, Role
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import MentionState, PromiseState, Sentiment
from app.models.queries import inbox_keys
from app.models.queries.next_case import next_case_id
from app.services.charts import ChartService
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.inbox import InboxService
from app.services.opening import open_database
from app.services.people import add_person
from app.services.search import SearchService
from tests.fakes import FakeClock
from tests.services.inbox.counter_data import populate, random_query

LARGE = ("mention", "case", "handle", "customer", "conversation", "case_axis", "reply", "breach")
# A scan of an index that the partial index itself keeps small is meant; so is one of a search table.
_SCAN = re.compile(rf"SCAN (?P<table>{'|'.join(LARGE)})(?:_\d)?\b(?! VIRTUAL)(?P<rest>.*)")
_SMALL_INDEXES = (
    "ix_case_snoozed",
    "ix_case_crisis",
    "ix_case_owner_due",
    "ix_case_due",
    "ix_reply_to_approve",
    "ix_breach_unexplained",
)
_TITLES = re.compile(r'SELECT "case"\.id, "case"\.title \nFROM "case" ORDER BY "case"\.id DESC')


@contextmanager
def plans(database: Database) -> Iterator[list[tuple[str, str]]]:
    """Collect (statement, line of its plan) of everything read."""
    engine = database._engines.reader
    lines: list[tuple[str, str]] = []

    def explain(_connection: Any, cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if not statement.startswith("EXPLAIN"):
            rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            lines.extend((statement, row[3]) for row in rows)

    event.listen(engine, "before_cursor_execute", explain)
    try:
        yield lines
    finally:
        event.remove(engine, "before_cursor_execute", explain)


def scans(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found = []
    for statement, line in lines:
        match = _SCAN.search(line)
        if match and not any(name in line for name in _SMALL_INDEXES) and not _TITLES.match(statement):
            found.append((line, statement))
    return found


def opened(location: LocalFile) -> tuple[Database, Actor]:
    database = open_database(
        location, clock=FakeClock(), workstation_key="plans", workstation_name="plans", announce=lambda _: None
    )
    return database, database.quiet(
        lambda connection: add_person(connection, name="Ana", role=Role.SUPERVISOR, at=database.clock.now())
    )


def test_what_a_bar_opens_comes_by_an_index(sqlite_location: LocalFile) -> None:
    database, actor = opened(sqlite_location)
    populate(database, actor, seed=52, mentions=300, cases=40)
    inbox, since = InboxService(database=database), date(2026, 11, 1)
    parts: list[tuple[InboxView, dict[str, Any]]] = [
        (InboxView.ALL_CASES, {"event": CaseEvent.CLOSED}),
        (InboxView.ALL_CASES, {"event": CaseEvent.PROMISED, "promise_states": (PromiseState.KEPT,)}),
        (InboxView.ALL_CASES, {"marks": (CaseMark.FORWARDED,), "in_time": True}),
        (InboxView.ALL_MENTIONS, {"crisis_levels": (1,), "crisis_answered": 2}),
        (InboxView.ALL_MENTIONS, {"mention_states": (MentionState.IN_CASE,)}),
    ]
    with plans(database) as lines:
        for view, part in parts:
            states = COUNTED_STATES if view is InboxView.ALL_CASES else ()
            wanted = InboxFilter(since=since, until=since, case_states=states, **part)
            inbox.page(InboxQuery(view, wanted), actor)
            inbox.count(InboxQuery(view, wanted), actor, None)
    assert lines
    assert scans(lines) == []
    database.close()


def test_no_query_scans(sqlite_location: LocalFile) -> None:
    database, actor = opened(sqlite_location)
    world = populate(database, actor, seed=51, mentions=1500, cases=40)
    inbox = InboxService(database=database)
    chance = random.Random(51)  # noqa: S311 - the same questions every time
    with plans(database) as lines:
        for view in InboxView:
            queries = [InboxQuery(view, sort=sort) for sort in VIEW_SORTS[view]]
            queries += [random_query(chance, world, view) for _ in range(25)]
            for query in queries:
                page = inbox.page(query, actor, limit=5)
                if page.next is not None:
                    inbox.page(query, actor, page.next, 5)
                inbox.count(query, actor)
                inbox.matches(query, [row.key for row in page.rows], actor)
        inbox.counts(actor)
        with database.read() as connection:
            now = database.clock.now()
            first = next_case_id(connection, person_id=actor.person_id, now=now, after=None)
            next_case_id(connection, person_id=actor.person_id, now=now, after=first)
            next_case_id(connection, person_id=actor.person_id, now=now, after=None, area_ids=(1, 2))
        inbox.mention(inbox.page(InboxQuery(InboxView.ALL_MENTIONS), actor, limit=1).rows[0].id)
    assert len(lines) > 1_000
    assert scans(lines) == []
    database.close()


def test_streams_are_not_sorted(sqlite_location: LocalFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page ordered by time comes from an index in that order; sorting all matches first would cost seconds."""
    monkeypatch.setattr(inbox_keys, "FEW", 3)
    database, actor = opened(sqlite_location)
    world = populate(database, actor, seed=52, mentions=1500, cases=40)
    inbox = InboxService(database=database)
    filters = [
        InboxFilter(),
        InboxFilter(channel_ids=tuple(world.channels[:2]), sentiments=(Sentiment.NEGATIVE,), weekday=2, hour=10),
        InboxFilter(text="loja pedido", since=date(2026, 10, 1)),
        InboxFilter(text="loja", channel_ids=tuple(world.channels), no_sentiment=True, sentiments=tuple(Sentiment)),
    ]
    with plans(database) as lines:
        for view in (InboxView.TO_TRIAGE, InboxView.ALL_MENTIONS, InboxView.MONITORED):
            for wanted in filters:
                for sort in VIEW_SORTS[view]:
                    inbox.page(InboxQuery(view, wanted, sort), actor, limit=5)
        for view in (InboxView.MINE, InboxView.SILENT, InboxView.UNOWNED, InboxView.CLOSED, InboxView.ALL_CASES):
            for sort in VIEW_SORTS[view]:
                inbox.page(InboxQuery(view, sort=sort), actor, limit=5)
    ordered = [each for each in lines if "ORDER BY" in each[1] and not each[0].startswith("SELECT node")]
    assert ordered == []
    assert any(line.startswith("MERGE (INTERSECT)") for _statement, line in lines)
    database.close()


def test_search_and_charts_do_not_scan(sqlite_location: LocalFile) -> None:
    database, actor = opened(sqlite_location)
    populate(database, actor, seed=53, mentions=300, cases=20)
    inbox = InboxService(database=database)
    search, charts = SearchService(database=database, inbox=inbox), ChartService(database=database)
    case = inbox.page(InboxQuery(InboxView.ALL_CASES), actor, limit=1).rows[0]
    assert case.kind is RowKind.CASE
    wanted = ReportFilter(date(2026, 1, 1), date(2026, 11, 21))
    with plans(database) as lines:
        for text in ("loja", "recl*", '"pedido errado" -boleto', "cliente 1", case.protocol or "", "0001", "@cliente2"):
            search.lookup(text, actor)
        for key in ChartKey:
            charts.chart(key, wanted, actor)
        charts.figures(wanted, actor)
        charts.default_period(actor)
    assert scans(lines) == []
    assert not any(re.search(r"\b(SCAN|SEARCH) mention\b", line) for statement, line in lines if "sum(" in statement)
    database.close()
