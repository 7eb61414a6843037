"""What a click on a chart opens is exactly what plain Python finds, whatever part of the filter says it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from app.models.domain.case_counts import CaseMark
from app.models.domain.inbox import CaseEvent, InboxFilter, InboxQuery, InboxView
from app.models.domain.people import Actor
from app.models.domain.vocabulary import CaseState, ClosingKind, MentionState, PromiseState
from app.models.schema.cases import Case, CaseAxis, Promise
from app.models.schema.crisis import CrisisClock
from app.models.schema.mentions import Mention
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.saved_views import query_as_json, query_from_json
from tests.services.inbox.counter_data import ZONE, populate
from tests.services.inbox.test_inbox import walk

SINCE, UNTIL = date(2026, 10, 10), date(2026, 11, 5)
COUNTED = tuple(state for state in CaseState if state not in {CaseState.VOIDED, CaseState.MERGED})
Fits = Callable[[Any], bool]


def live(connection: Connection) -> None:
    """Give every case a life that charts tell of; nothing of it is in a facet but state, owner, area and level."""
    chance = random.Random(5)  # noqa: S311 - the same lives every time
    for row in connection.execute(select(Case.id, Case.opened_at, Case.state).order_by(Case.id)).all():

        def later(opened_at: datetime = row.opened_at) -> datetime | None:
            return opened_at + timedelta(hours=chance.randrange(0, 400)) if chance.random() < 0.7 else None

        values = {
            "first_response_at": later(),
            "resolved_at": later(),
            "closed_at": later() if row.state is CaseState.CLOSED else None,
            "closing_kind": chance.choice([ClosingKind.SECOND_LEVEL, *ClosingKind]),
            "was_forwarded": chance.random() < 0.7,
            "reopened_count": chance.choice([0, 0, 2]),
            "satisfaction": chance.choice([None, 1, 4, 5]),
        }
        connection.execute(update(Case).where(Case.id == row.id).values(**values))
        for _ in range(chance.choice([0, 0, 1, 2])):
            at = row.opened_at + timedelta(days=chance.randrange(9))
            promise = {"text": "Ligar", "due_at": at, "state": chance.choice(list(PromiseState))}
            connection.execute(insert(Promise).values(case_id=row.id, made_by_id=1, made_at=row.opened_at, **promise))
    axes = connection.execute(select(CaseAxis.case_id, CaseAxis.node_id).order_by(CaseAxis.case_id)).all()
    for row in axes[::2]:
        mine = (CaseAxis.case_id == row.case_id, CaseAxis.node_id == row.node_id)
        connection.execute(update(CaseAxis).where(*mine).values(is_suggested=True))
    for row in connection.execute(select(Mention.id, Mention.posted_at).where(Mention.crisis_level.is_not(None))).all():
        hour = timedelta(hours=1)
        seen, answered = chance.choice([None, 0.5, 3]), chance.choice([None, 2, 9])
        clock: dict[str, Any] = {"level": chance.choice([1, 2]), "rule": "x", "identify_due_at": row.posted_at + hour}
        clock["identified_at"] = None if seen is None else row.posted_at + seen * hour
        clock["answer_due_at"] = row.posted_at + 5 * hour
        clock["answered_at"] = None if answered is None else row.posted_at + answered * hour
        connection.execute(insert(CrisisClock).values(mention_id=row.id, **clock))


def within(at: datetime | None) -> bool:
    return at is not None and SINCE <= at.astimezone(ZONE).date() <= UNTIL


def outcome(done_at: datetime | None, due_at: datetime) -> int:
    return 0 if done_at is None else 1 if done_at <= due_at else 2


def cases_of(node: int, suggested: set[int], promises: dict[int, list[Any]]) -> list[tuple[dict[str, Any], Fits]]:
    """Pair parts of a filter with what Python makes of a case's row."""
    days = {"since": SINCE, "until": UNTIL}
    return [
        ({**days, "event": CaseEvent.ANSWERED}, lambda row: within(row.first_response_at)),
        (
            {**days, "event": CaseEvent.ANSWERED, "in_time": True},
            lambda row: within(row.first_response_at) and row.first_response_at <= row.first_response_due_at,
        ),
        (
            {**days, "event": CaseEvent.RESOLVED, "in_time": False},
            lambda row: within(row.resolved_at) and row.resolved_at > row.resolution_due_at,
        ),
        ({**days, "event": CaseEvent.CLOSED}, lambda row: within(row.closed_at)),
        (
            {**days, "event": CaseEvent.RATED, "ratings": (4, 5)},
            lambda row: row.satisfaction in {4, 5} and within(row.closed_at or row.resolved_at or row.opened_at),
        ),
        (
            {**days, "event": CaseEvent.PROMISED, "promise_states": (PromiseState.BROKEN,)},
            lambda row: any(
                each.state is PromiseState.BROKEN and within(each.due_at) for each in promises.get(row.id, ())
            ),
        ),
        (
            {"promise_states": (PromiseState.KEPT, PromiseState.OPEN)},
            lambda row: any(each.state is not PromiseState.BROKEN for each in promises.get(row.id, ())),
        ),
        (
            {**days, "marks": (CaseMark.SECOND_LEVEL, CaseMark.FORWARDED)},
            lambda row: (
                within(row.opened_at)
                and row.state is CaseState.CLOSED
                and row.closing_kind is ClosingKind.SECOND_LEVEL
                and row.was_forwarded
            ),
        ),
        ({"marks": (CaseMark.SUGGESTED,), "node_ids": (node,)}, lambda row: row.id in suggested),
        ({"marks": (CaseMark.CRISIS,), "was_reopened": True}, lambda row: row.crisis_level and row.reopened_count),
        ({"was_reopened": False, "crisis_levels": (2,)}, lambda row: row.crisis_level == 2 and not row.reopened_count),
        (
            {"owner_ids": (0,), "area_ids": (0,), "event": CaseEvent.RESOLVED},
            lambda row: row.owner_id is None and row.area_id is None and row.resolved_at is not None,
        ),
    ]


@pytest.mark.parametrize("states", [(), COUNTED])
def test_cases_behind_a_bar(database: Database, actor: Actor, states: tuple[CaseState, ...]) -> None:
    world = populate(database, actor, seed=11, mentions=130, cases=60)
    database.quiet(live)
    with database.read() as connection:
        rows = connection.execute(select(*Case.__table__.c).order_by(Case.id)).all()
        promises: dict[int, list[Any]] = {}
        for each in connection.execute(select(*Promise.__table__.c)):
            promises.setdefault(each.case_id, []).append(each)
        mine = select(CaseAxis.case_id).where(CaseAxis.node_id == world.nodes[0], CaseAxis.is_suggested)
        suggested = set(connection.execute(mine).scalars())
    inbox = InboxService(database=database)
    for part, fits in cases_of(world.nodes[0], suggested, promises):
        for channels in ((), tuple(world.channels[:2])):
            wanted = [row.id for row in rows if fits(row) and (not channels or row.channel_id in channels)]
            query = InboxQuery(InboxView.ALL_CASES, InboxFilter(channel_ids=channels, case_states=states, **part))
            assert wanted or channels, part
            assert inbox.count(query, actor, None).n == len(wanted), part
            assert [key[1] for key in walk(inbox, query, actor, 7)] == wanted[::-1], part
            assert query_from_json(query_as_json(query)) == query
            assert inbox.count(InboxQuery(InboxView.ALL_MENTIONS, query.filter), actor, None).n == 0, part


def test_mentions_behind_a_bar(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=12, mentions=200, cases=10)
    database.quiet(live)
    with database.read() as connection:
        rows = connection.execute(select(*Mention.__table__.c).order_by(Mention.id)).all()
        clocks = {row.mention_id: row for row in connection.execute(select(*CrisisClock.__table__.c))}
    inbox = InboxService(database=database)
    parts: list[tuple[dict[str, Any], Fits]] = [
        (
            {"mention_states": (MentionState.IN_CASE, MentionState.MONITORED), "since": SINCE, "until": UNTIL},
            lambda row: row.state in {MentionState.IN_CASE, MentionState.MONITORED} and within(row.posted_at),
        ),
        ({"crisis_levels": (1,)}, lambda row: row.id in clocks and clocks[row.id].level == 1),
    ]
    for number in range(3):
        parts += [
            (
                {"crisis_identified": number, "crisis_levels": (1, 2)},
                lambda row, n=number: (
                    row.id in clocks and outcome(clocks[row.id].identified_at, clocks[row.id].identify_due_at) == n
                ),
            ),
            (
                {"crisis_answered": number, "since": SINCE},
                lambda row, n=number: (
                    row.id in clocks
                    and outcome(clocks[row.id].answered_at, clocks[row.id].answer_due_at) == n
                    and row.posted_at.astimezone(ZONE).date() >= SINCE
                ),
            ),
        ]
    for part, fits in parts:
        wanted = [row.id for row in rows if fits(row)]
        query = InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(**part))
        assert wanted, part
        assert inbox.count(query, actor, None).n == len(wanted), part
        assert [key[1] for key in walk(inbox, query, actor, 40)] == wanted[::-1], part
        if "mention_states" in part or "crisis_identified" in part:
            assert inbox.count(InboxQuery(InboxView.ALL_CASES, query.filter), actor, None).n == 0
