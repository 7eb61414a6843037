"""The inbox's pages equal what plain Python finds, whatever the view, the filters, the order and the engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, insert

from app.models.domain.inbox import (
    VIEW_SORTS,
    Cursor,
    InboxFilter,
    InboxQuery,
    InboxView,
    RowKind,
    Sort,
)
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import MentionState
from app.models.queries import inbox_keys
from app.models.schema.people import AreaMember
from app.services.database import Database
from app.services.errors import Invalid
from app.services.inbox import InboxService
from app.services.mention_book import MentionBook
from app.services.people import add_person
from app.services.presence import PresenceService
from tests.fakes import FakeClock
from tests.services.inbox.counter_data import by_hand, populate, random_query, read_rows, store_mentions


def walk(inbox: InboxService, query: InboxQuery, actor: Actor, limit: int) -> list[tuple[RowKind, int]]:
    keys: list[tuple[RowKind, int]] = []
    cursor: Cursor | None = None
    for _ in range(200):
        page = inbox.page(query, actor, cursor, limit)
        keys += [row.key for row in page.rows]
        cursor = page.next
        if cursor is None:
            return keys
    raise AssertionError("no end of pages")


@pytest.mark.parametrize(("seed", "few"), [(1, inbox_keys.FEW), (2, 3)])
def test_pages_and_counts_equal_what_python_finds(
    database: Database, actor: Actor, monkeypatch: pytest.MonkeyPatch, seed: int, few: int
) -> None:
    # With "few" at three, the ways for large results are taken on these small ones too.
    monkeypatch.setattr(inbox_keys, "FEW", few)
    world = populate(database, actor, seed=seed)
    inbox = InboxService(database=database)
    chance = random.Random(seed)  # noqa: S311 - the same questions every time
    rows = read_rows(database)
    badges = {each.view: each.count.n for each in inbox.counts(actor)}
    for view in InboxView:
        for sort in VIEW_SORTS[view]:
            bare = InboxQuery(view, sort=sort)
            assert walk(inbox, bare, actor, 17) == by_hand(rows, actor, bare), bare
        every = by_hand(rows, actor, bare)
        assert badges[view] == inbox.count(InboxQuery(view), actor).n == len(every), view
        for _ in range(12):
            query = random_query(chance, world, view)
            wanted = by_hand(rows, actor, query)
            assert walk(inbox, query, actor, chance.choice([3, 17])) == wanted, query
            assert inbox.count(query, actor, None).n == len(wanted), query
            assert inbox.matches(query, every, actor) == set(wanted), query


def test_new_rows_neither_repeat_nor_hide_others(database: Database, actor: Actor) -> None:
    world = populate(database, actor, seed=5, mentions=120, cases=0)
    inbox = InboxService(database=database)
    query = InboxQuery(InboxView.ALL_MENTIONS)
    before = by_hand(read_rows(database), actor, query)
    chance = random.Random(9)  # noqa: S311 - the same rows every time
    book = MentionBook()
    seen: list[tuple[RowKind, int]] = []
    cursor = None
    while True:
        page = inbox.page(query, actor, cursor, 20)
        seen += [row.key for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
        database.act(lambda act: store_mentions(act, book, chance, world, 5), actor=actor)
    assert len(seen) == len(set(seen))
    assert set(before) <= set(seen)


def test_rows_are_complete_and_vanished_ones_left_out(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=3, mentions=60, cases=12)
    inbox = InboxService(database=database)
    keys = by_hand(read_rows(database), actor, InboxQuery(InboxView.ALL_CASES))
    rows = inbox.rows([*keys, (RowKind.CASE, 1), (RowKind.MENTION, 1)], actor)
    assert [row.key for row in rows] == keys
    assert all(row.protocol and row.author and row.channel_short for row in rows)
    mention = inbox.page(InboxQuery(InboxView.TO_TRIAGE), actor, limit=1).rows[0]
    assert mention.is_unread
    assert mention.mention_state is MentionState.TO_TRIAGE
    detail = inbox.mention(mention.id)
    assert (detail.id, detail.author) == (mention.id, mention.author)
    with pytest.raises(Invalid, match=r"mention\.missing"):
        inbox.mention(1)


def test_all_of_a_filter_are_selected(database: Database, actor: Actor) -> None:
    world = populate(database, actor, seed=4, mentions=80, cases=0)
    inbox = InboxService(database=database)
    query = InboxQuery(InboxView.TO_TRIAGE, InboxFilter(channel_ids=(world.channels[0],)), Sort.OLDEST)
    assert [(RowKind.MENTION, each) for each in inbox.select_all(query, actor)] == by_hand(
        read_rows(database), actor, query
    )


def test_the_next_case_is_the_first_due_of_mine_and_nobodys(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=6, mentions=60, cases=40)
    inbox = InboxService(database=database)
    seen: list[int] = []
    case = inbox.next_case(actor)
    while case is not None:
        seen.append(case)
        case = inbox.next_case(actor, after=case)
    rows = inbox.rows([(RowKind.CASE, each) for each in seen], actor)
    assert len(seen) == len(set(seen)) > 3
    order = [(row.crisis_level is None, row.due_at is None, row.due_at or database.clock.now(), row.id) for row in rows]
    assert order == sorted(order)


def test_two_sessions_never_get_the_same_case(
    database: Database, actor: Actor, clock: FakeClock, open_another: Callable[..., Database]
) -> None:
    populate(database, actor, seed=6, mentions=60, cases=90)
    other = database.quiet(lambda c: add_person(c, name="Rui Prado", role=Role.ATTENDANT, at=clock.now()))
    mine, theirs = InboxService(database=database), InboxService(database=open_another())
    first = mine.next_case(actor)
    taken = {first}
    while (found := theirs.next_case(other, after=None)) is not None:
        assert found not in taken
        taken.add(found)
        PresenceService(database=database).beat(actor, found)
        if len(taken) > 5:
            break
    assert len(taken) > 3


def test_sessions_that_ask_at_once_get_different_cases(
    database: Database, actor: Actor, clock: FakeClock, open_another: Callable[..., Database]
) -> None:
    populate(database, actor, seed=6, mentions=60, cases=90)
    names = [f"Pessoa {number}" for number in range(4)]
    at = clock.now()

    def hire(connection: Connection) -> list[Actor]:
        return [add_person(connection, name=name, role=Role.ATTENDANT, at=at) for name in names]

    people = database.quiet(hire)
    desks = [InboxService(database=open_another(name)) for name in names]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda pair: pair[0].next_case(pair[1]), zip(desks, people, strict=True)))
    assert None not in found
    assert len(set(found)) == len(found)


def test_a_specialist_gets_what_waits_for_the_own_areas(database: Database, actor: Actor, clock: FakeClock) -> None:
    world = populate(database, actor, seed=6, mentions=60, cases=90)
    rosa = database.quiet(lambda c: add_person(c, name="Rosa Lima", role=Role.SPECIALIST, at=clock.now()))
    inbox = InboxService(database=database)
    assert inbox.next_case(rosa) is None
    members = [{"area_id": area, "person_id": rosa.person_id} for area in world.areas]
    database.quiet(lambda c: c.execute(insert(AreaMember), members))
    seen: list[tuple[RowKind, int]] = []
    case = inbox.next_case(rosa)
    while case is not None:
        seen.append((RowKind.CASE, case))
        case = inbox.next_case(rosa, after=case)
    awake = [
        row.key
        for row in inbox.page(InboxQuery(InboxView.AREA), rosa).rows
        if row.snoozed_until is None or row.snoozed_until <= clock.now()
    ]
    assert set(seen) == set(awake)
    assert seen


def test_names_in_the_text_become_filters(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=7, mentions=100, cases=0)
    inbox = InboxService(database=database)
    by_text = InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(text="sentimento:negativo loja desde:01/11/2026"))
    found = inbox.page(by_text, actor, limit=200).rows
    assert found
    assert all("loja" in row.text and row.sentiment is not None for row in found)
    nothing = InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(text="canal:inexistente"))
    assert inbox.count(nothing, actor).n == 0
