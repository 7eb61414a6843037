"""Counts everything again from the rows and says where a roll-up, a badge or an index disagrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, select, text

from app.models.domain.case_counts import CaseMeasure, Counted, case_counts
from app.models.domain.counters import case_counter
from app.models.schema.base import Base
from app.models.schema.cases import Case, CaseAxis
from app.models.schema.channels import OwnPost
from app.models.schema.crisis import CrisisClock
from app.models.schema.intake import IntakeRun
from app.models.schema.mentions import Mention
from app.models.schema.rollups import (
    AxisDay,
    AxisMarkDay,
    AxisMarkMonth,
    AxisMonth,
    CaseDay,
    CaseHist,
    CrisisDay,
    MentionDay,
    MentionHour,
    MentionHourSentiment,
    PersonMonth,
    ReachDay,
    StatusCounter,
    TeamDay,
    TeamMonth,
    VoiceDay,
    VoiceMonth,
)
from app.services.business_zone import business_zone
from app.services.facet_index import MENTION_FACET, mention_words
from app.services.mention_facts import FACT_COLUMNS
from app.services.mention_keys import LocalTimes, MentionFacts, all_keys, tokens_of, voice_keys
from app.services.reading_keys import crisis_key, reach_keys

_STREAM_ROWS = 5_000
_MOST_SHOWN = 1_000
_SAMPLED = 500
_MENTION_TABLES: tuple[type[Base], ...] = (
    MentionHour,
    MentionHourSentiment,
    MentionDay,
    PersonMonth,
    VoiceDay,
    VoiceMonth,
)
_CASE_TABLES: tuple[type[Base], ...] = (
    AxisDay,
    AxisMonth,
    AxisMarkDay,
    AxisMarkMonth,
    CaseDay,
    CaseHist,
    TeamDay,
    TeamMonth,
)
_COUNTED = (
    Case.state,
    Case.channel_id,
    Case.opened_at,
    Case.first_response_at,
    Case.first_response_due_at,
    Case.resolved_at,
    Case.resolution_due_at,
    Case.closed_at,
    Case.owner_id,
    Case.area_id,
    Case.closing_kind,
    Case.was_forwarded,
    Case.crisis_level,
    Case.reopened_count,
    Case.satisfaction,
    Case.is_satisfied_resolved,
)
_COUNTED_NAMES = tuple(column.key for column in _COUNTED)
# Events that a case may have many of: the rows of a case alone do not tell how often.
_EVENTS = frozenset({CaseMeasure.FORWARDED.value, CaseMeasure.REOPENED.value})
ROLLUPS: tuple[type[Base], ...] = (*_MENTION_TABLES, *_CASE_TABLES, CrisisDay, ReachDay, StatusCounter)
_PROBE_WORDS = 6

Tallies = dict[str, Counter[tuple[Any, ...]]]
CaseNodes = dict[int | None, dict[int, int]]
"""Node by axis, by case."""
Suggested = Mapping[int, frozenset[int]]
"""By case the axes whose node is only proposed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that does not agree: ``stored`` in the table, ``counted`` from the rows."""

    table: str
    key: tuple[Any, ...]
    stored: int
    counted: int


def recount(connection: Connection, progress: Callable[[int], None] = lambda _: None) -> list[Difference]:
    """Return every difference (at most 1,000) between the rows and what is counted of them.

    ``progress`` receives the number of mentions and cases read so far; what it raises ends the work. Takes about a
    minute for five million mentions.
    """
    tokens: Counter[str] = Counter()
    found = list(rollup_differences(connection, progress, tokens=tokens))
    found += _compare_tokens(connection, tokens)
    found += _missing_words(connection)
    found += _unbalanced_runs(connection)
    return found[:_MOST_SHOWN]


def rollup_differences(
    connection: Connection, progress: Callable[[int], None] = lambda _: None, *, tokens: Counter[str] | None = None
) -> Iterator[Difference]:
    """Yield every difference of the roll-ups and badges alone, from the one state that the connection sees.

    ``tokens``, where given, is filled with the facets that mentions should carry.
    """
    tallies: Tallies = {table.__tablename__: Counter() for table in ROLLUPS}
    times = LocalTimes(business_zone(connection))
    nodes, suggested = _nodes_by_case(connection, progress)
    _count_mentions(connection, times, tallies, tokens=tokens, nodes=nodes, progress=progress)
    _count_cases(connection, times, tallies, nodes=nodes, suggested=suggested, progress=progress)
    _count_clocks(connection, times, tallies)
    _count_own_posts(connection, times, tallies)
    for table in ROLLUPS:
        yield from _compare(connection, table, tallies)


def _nodes_by_case(connection: Connection, progress: Callable[[int], None]) -> tuple[CaseNodes, Suggested]:
    """Return what each case carries; the cases that carry the same share it, since there may be millions."""
    nodes: CaseNodes = {}
    suggested: dict[int, frozenset[int]] = {}
    same_nodes: dict[tuple[tuple[int, int], ...], dict[int, int]] = {}
    same_axes: dict[frozenset[int], frozenset[int]] = {}
    columns = (CaseAxis.case_id, CaseAxis.axis_id, CaseAxis.node_id, CaseAxis.is_suggested)
    with _stream(connection, select(*columns).order_by(CaseAxis.case_id, CaseAxis.axis_id)) as rows:
        for number, (case_id, own) in enumerate(groupby(rows, key=itemgetter(0))):
            carried = [(axis_id, node_id, is_suggested) for _case_id, axis_id, node_id, is_suggested in own]
            key = tuple((axis_id, node_id) for axis_id, node_id, _is_suggested in carried)
            nodes[case_id] = same_nodes.setdefault(key, dict(key))
            proposed = frozenset(axis_id for axis_id, _node_id, is_suggested in carried if is_suggested)
            if proposed:
                suggested[case_id] = same_axes.setdefault(proposed, proposed)
            if number % _STREAM_ROWS == 0:
                progress(0)
    return nodes, suggested


def _count_mentions(
    connection: Connection,
    times: LocalTimes,
    tallies: Tallies,
    *,
    tokens: Counter[str] | None,
    nodes: CaseNodes,
    progress: Callable[[int], None],
) -> None:
    with _stream(connection, select(*FACT_COLUMNS)) as rows:
        for number, row in enumerate(rows, start=1):
            facts = MentionFacts(*row)
            for table, key in all_keys(facts, times):
                tallies[table.__tablename__][key] += 1
            carried = nodes.get(facts.case_id, {})
            for table, key, n in voice_keys(facts, times, carried):
                tallies[table.__tablename__][key] += n
            if tokens is not None:
                tokens.update(tokens_of(facts, times, carried.values()))
            if number % _STREAM_ROWS == 0:
                progress(number)


def _count_cases(
    connection: Connection,
    times: LocalTimes,
    tallies: Tallies,
    *,
    nodes: CaseNodes,
    suggested: Suggested,
    progress: Callable[[int], None],
) -> None:
    total = connection.execute(select(func.count()).select_from(Mention)).scalar_one()
    with _stream(connection, select(Case.id, *_COUNTED)) as rows:
        for number, row in enumerate(rows, start=1):
            if number % _STREAM_ROWS == 0:
                progress(total + number)
            values: dict[str, Any] = dict(zip(_COUNTED_NAMES, row[1:], strict=True))
            case = Counted(**values, nodes=nodes.get(row[0], {}), suggested=suggested.get(row[0], ()))
            tallies[StatusCounter.__tablename__][case_counter(case.state),] += 1
            for (grain, key), n in case_counts(case, times.zone).items():
                tallies[grain.value][key] += n


def _count_clocks(connection: Connection, times: LocalTimes, tallies: Tallies) -> None:
    statement = select(*CrisisClock.__table__.c, Mention.channel_id, Mention.posted_at).join(
        Mention, Mention.id == CrisisClock.mention_id
    )
    with _stream(connection, statement) as rows:
        for clock in rows.mappings():
            key = crisis_key(clock, clock["channel_id"], clock["posted_at"], times.zone)
            tallies[CrisisDay.__tablename__][key] += 1


def _count_own_posts(connection: Connection, times: LocalTimes, tallies: Tallies) -> None:
    with _stream(connection, select(*OwnPost.__table__.c)) as rows:
        for post in rows.mappings():
            for key, n in reach_keys(post, times.zone):
                tallies[ReachDay.__tablename__][key] += n


def _compare(connection: Connection, table: type[Base], tallies: Tallies) -> Iterator[Difference]:
    counted = tallies[table.__tablename__]
    columns = [*table.__table__.primary_key, table.__table__.c.n]
    with _stream(connection, select(*columns)) as rows:
        for row in rows:
            key, stored = tuple(row[:-1]), row[-1]
            if table is CaseDay and key[1] in _EVENTS:
                continue
            real = counted.pop(key, 0)
            if real != stored:
                yield Difference(table.__tablename__, key, stored, real)
    for key, real in counted.items():
        if real:
            yield Difference(table.__tablename__, key, 0, real)


def _compare_tokens(connection: Connection, counted: Counter[str]) -> Iterator[Difference]:
    for token, real in sorted(counted.items()):
        stored = _rows_with(connection, token)
        if stored != real:
            yield Difference(MENTION_FACET, (token,), stored, real)


def _rows_with(connection: Connection, token: str) -> int:
    statement = {
        "sqlite": "SELECT count(*) FROM mention_facet WHERE mention_facet MATCH :token",
        "postgresql": "SELECT count(*) FROM mention_facet WHERE tokens @> ARRAY[:token]",
    }[connection.dialect.name]
    return int(connection.execute(text(statement), {"token": token}).scalar_one())


def _missing_words(connection: Connection) -> Iterator[Difference]:
    """Look a spread sample of mentions up by their own words: the index keeps no text to compare with."""
    total = connection.execute(select(func.count()).select_from(Mention)).scalar_one()
    step = max(1, total // _SAMPLED)
    ids = connection.execute(select(Mention.id).order_by(Mention.id)).scalars()
    wanted = [key for number, key in enumerate(ids) if number % step == 0]
    for key in wanted:
        title, body = connection.execute(select(Mention.title, Mention.text).where(Mention.id == key)).one()
        words = mention_words(title, body).split()[:_PROBE_WORDS]
        if words and not _finds(connection, key, words):
            yield Difference("mention_search", (key,), 0, 1)


def _finds(connection: Connection, key: int, words: list[str]) -> bool:
    statement, query = {
        "sqlite": (
            "SELECT 1 FROM mention_search WHERE mention_search MATCH :query AND rowid = :key",
            '"' + " ".join(words) + '"',
        ),
        "postgresql": (
            "SELECT 1 FROM mention_search WHERE words @@ to_tsquery('simple', :query) AND id = :key",
            " <-> ".join(words),
        ),
    }[connection.dialect.name]
    return connection.execute(text(statement), {"query": query, "key": key}).first() is not None


def _unbalanced_runs(connection: Connection) -> Iterator[Difference]:
    rows = connection.execute(
        select(IntakeRun.id, IntakeRun.received, IntakeRun.stored + IntakeRun.duplicate + IntakeRun.rejected).where(
            IntakeRun.received != IntakeRun.stored + IntakeRun.duplicate + IntakeRun.rejected
        )
    )
    for run_id, received, settled in rows:
        yield Difference("intake_run", (run_id,), received, settled)


@contextmanager
def _stream(connection: Connection, statement: Any) -> Iterator[Any]:  # noqa: ANN401 - any SELECT and its rows
    """Give rows as they are wanted, and close them also when the work is broken off."""
    with connection.execution_options(yield_per=_STREAM_ROWS).execute(statement) as rows:
        yield rows
