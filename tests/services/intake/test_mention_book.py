from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select, text, update

from app.models.domain.people import Actor
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.cases import CaseAxis
from app.models.schema.channels import Channel, ChannelAccount
from app.models.schema.mentions import Mention
from app.models.schema.rollups import ReachDay, StatusCounter, VoiceMonth
from app.services.acts import Act
from app.services.channels.base import Figures, OwnPost
from app.services.database import Database
from app.services.errors import Conflict
from app.services.facet_index import MENTION_FACET, mention_words, remove_tokens, remove_words
from app.services.intake.own_posts import store_own
from app.services.mention_book import MentionBook, Moved, NewMention
from app.services.mention_facts import lock_mentions
from app.services.recount import recount
from app.services.time_ids import next_time_ids

BASE = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
BOOK = MentionBook()


def new(mention_id: int, posted_at: datetime, channel_id: int = 1, **values: Any) -> NewMention:
    body = values.get("text", "Reclamação: o produto não chegou")
    columns: dict[str, Any] = {column.key: None for column in Mention.__table__.columns} | {"is_automatic": False}
    columns |= {
        "id": mention_id,
        "dedup_key": mention_id.to_bytes(16, "big"),
        "channel_id": channel_id,
        "state": MentionState.TO_TRIAGE,
        "sentiment_source": SentimentSource.NONE,
        "posted_at": posted_at,
        "captured_at": posted_at,
        "is_private": False,
        "is_direct": False,
        "has_time": True,
        "text": body,
    }
    return NewMention(columns | values, mention_words(None, body))


def store(database: Database, actor: Actor, count: int, **values: Any) -> list[int]:
    def work(act: Act) -> list[int]:
        times = [BASE + timedelta(minutes=97 * number) for number in range(count)]
        ids = next_time_ids(act.connection, Mention, times)
        BOOK.insert(act, [new(key, at, **values) for key, at in zip(ids, times, strict=True)])
        return ids

    return database.act(work, actor=actor)[0]


def differences(database: Database) -> list[Any]:
    with database.read() as connection:
        return list(recount(connection))


def badge(database: Database, key: str) -> int:
    with database.read() as connection:
        return connection.execute(select(StatusCounter.n).where(StatusCounter.key == key)).scalar_one_or_none() or 0


def test_insert_counts_everything(database: Database, actor: Actor) -> None:
    store(database, actor, 30, handle_id=7, crisis_level=1)
    assert differences(database) == []
    assert badge(database, "mention:to_triage") == 30
    assert badge(database, "mention:crisis_to_triage") == 30


def test_move_and_restore_bring_every_count_back(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 20, crisis_level=2)
    moved, changes = database.act(
        lambda act: BOOK.move(act, ids[:12], to=MentionState.IGNORED, reason="spam"), actor=actor
    )
    assert [each.id for each in moved] == ids[:12]
    assert changes.mention_ids == frozenset(ids[:12])
    assert differences(database) == []
    assert badge(database, "mention:ignored") == 12
    restored, _ = database.act(lambda act: BOOK.restore(act, moved), actor=actor)
    assert restored == ids[:12]
    assert differences(database) == []
    assert badge(database, "mention:crisis_to_triage") == 20


def test_a_mention_that_changed_meanwhile_is_a_conflict(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 3)
    database.act(lambda act: BOOK.move(act, ids[:1], to=MentionState.MONITORED), actor=actor)
    with pytest.raises(Conflict, match="mention_changed"):
        database.act(
            lambda act: BOOK.move(
                act, ids, to=MentionState.IGNORED, expected=frozenset({MentionState.TO_TRIAGE}), reason="x"
            ),
            actor=actor,
        )
    with pytest.raises(Conflict, match="mention_changed"):
        database.act(lambda act: BOOK.move(act, [*ids, 5], to=MentionState.IGNORED), actor=actor)
    assert differences(database) == []
    assert badge(database, "mention:to_triage") == 2


def test_restore_leaves_what_changed_since(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 3)
    moved, _ = database.act(lambda act: BOOK.move(act, ids, to=MentionState.IGNORED), actor=actor)
    database.act(lambda act: BOOK.move(act, ids[:1], to=MentionState.MONITORED), actor=actor)
    restored, _ = database.act(lambda act: BOOK.restore(act, moved), actor=actor)
    assert restored == ids[1:]
    with pytest.raises(Conflict, match="mention_changed"):
        database.act(lambda act: BOOK.restore(act, moved), actor=actor)
    assert differences(database) == []


def test_a_suggestion_does_not_replace_what_a_person_confirmed(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 4)
    database.act(
        lambda act: BOOK.set_sentiment(act, ids[:1], Sentiment.NEGATIVE, SentimentSource.CONFIRMED), actor=actor
    )
    before, _ = database.act(
        lambda act: BOOK.set_sentiment(act, ids, Sentiment.POSITIVE, SentimentSource.SUGGESTED), actor=actor
    )
    assert [each.id for each in before] == ids[1:]
    assert differences(database) == []


def test_situation_and_nodes_of_the_case_become_facets(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 3)

    def work(act: Act) -> None:
        BOOK.set_situation(act, ids[:1], 11)
        BOOK.move(act, ids[:2], to=MentionState.IN_CASE, case_id=99)
        act.connection.execute(insert(CaseAxis), [{"case_id": 99, "axis_id": 1, "node_id": 12}])
        BOOK.set_case_nodes(act, 99, {}, {1: 12})

    database.act(work, actor=actor)
    assert [found(database, token) for token in ("n11", "n12", "tincase", "ttotriage")] == [1, 2, 2, 1]


def found(database: Database, token: str) -> int:
    statement = {
        "sqlite": "SELECT count(*) FROM mention_facet WHERE mention_facet MATCH :token",
        "postgresql": "SELECT count(*) FROM mention_facet WHERE tokens @> ARRAY[:token]",
    }[database.dialect]
    with database.read() as connection:
        return int(connection.execute(text(statement), {"token": token}).scalar_one())


def test_words_and_tokens_can_be_taken_out(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 2)

    def work(act: Act) -> None:
        remove_words(act.connection, [(ids[0], mention_words(None, "Reclamação: o produto não chegou"))])
        remove_tokens(act.connection, MENTION_FACET, ids[:1])

    database.act(work, actor=actor)
    assert found(database, "ttotriage") == 1
    assert [each.table for each in differences(database) if each.table == "mention_search"] == ["mention_search"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["move", "restore", "sentiment", "situation"]),
        st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True),
        st.sampled_from(MentionState),
        st.sampled_from([None, *Sentiment]),
        st.sampled_from(SentimentSource),
        st.sampled_from([None, 4]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.sampled_from([None, 1, 3]), st.sampled_from([1, 2]))
def test_counts_never_drift_under_random_acts(
    database: Database, actor: Actor, steps: list[Any], crisis_level: int | None, channel_id: int
) -> None:
    ids = store(database, actor, 6, handle_id=3, crisis_level=crisis_level, channel_id=channel_id)
    undo: list[Moved] = []

    def step(act: Act, kind: str, some: list[int], values: Any) -> None:
        state, sentiment, source, rule_id = values
        if kind == "move":
            undo[:] = BOOK.move(act, some, to=state, rule_id=rule_id)
        elif kind == "restore":
            BOOK.restore(act, undo)
        elif kind == "sentiment":
            BOOK.set_sentiment(act, some, sentiment, source)
        else:
            BOOK.set_situation(act, some, rule_id)

    for kind, places, *values in steps:
        with suppress(Conflict):
            database.act(
                lambda act, kind=kind, places=places, values=values: step(
                    act, kind, [ids[place] for place in places], values
                ),
                actor=actor,
            )
    assert differences(database) == []


def test_the_voice_of_a_subject_follows_its_mentions(database: Database, actor: Actor) -> None:
    ids = store(database, actor, 3, account_id=None, likes=4, replies=1, external_id="post")

    def into_case(act: Act) -> None:
        act.connection.execute(insert(CaseAxis), [{"case_id": 99, "axis_id": 1, "node_id": 12}])
        BOOK.move(act, ids[:2], to=MentionState.IN_CASE, case_id=99)

    def reclassify(act: Act) -> None:
        act.connection.execute(update(CaseAxis).where(CaseAxis.case_id == 99).values(node_id=13))
        BOOK.set_case_nodes(act, 99, {1: 12}, {1: 13})

    def louder(act: Act) -> None:
        facts = [each.facts for each in lock_mentions(act.connection, ids)]
        act.connection.execute(update(Mention).where(Mention.id.in_(ids)).values(shares=5))
        BOOK.count_engagement(act, [(each, each.engagement + 5) for each in facts])

    steps: list[tuple[Any, dict[tuple[int, int], int]]] = [
        (into_case, {(12, 0): 2, (12, 1): 10}),
        (
            lambda act: BOOK.set_sentiment(act, ids, Sentiment.NEGATIVE, SentimentSource.CONFIRMED),
            {(12, 0): 2, (12, 1): 10},
        ),
        (reclassify, {(13, 0): 2, (13, 1): 10}),
        (louder, {(13, 0): 2, (13, 1): 20}),
        (lambda act: BOOK.move(act, ids[:1], to=MentionState.IGNORED, reason="spam"), {(13, 0): 1, (13, 1): 10}),
    ]
    for step, wanted in steps:
        database.act(step, actor=actor)
        assert differences(database) == []
        with database.read() as connection:
            rows = connection.execute(
                select(VoiceMonth.node_id, VoiceMonth.measure, func.sum(VoiceMonth.n))
                .where(VoiceMonth.n != 0)
                .group_by(VoiceMonth.node_id, VoiceMonth.measure)
            )
            assert {(node, measure): int(n) for node, measure, n in rows} == wanted


def test_what_our_posts_reached_is_counted_once(database: Database, actor: Actor) -> None:
    seen = OwnPost("t-1", BASE, "Novidade!", figures=Figures("t-1", likes=3, reach=70))

    def account(connection: Any) -> int:
        channel = connection.execute(select(Channel.id).where(Channel.key == "x")).scalar_one()
        adding = insert(ChannelAccount).values(channel_id=channel, name="x").returning(ChannelAccount.id)
        return int(connection.execute(adding).scalar_one())

    account_id = database.quiet(account)
    for likes, reach in ((3, 70), (3, 70), (8, None)):
        again = replace(seen, figures=Figures("t-1", likes=likes, reach=reach))
        database.act(lambda act, again=again: store_own(act, account_id, "x", [again], figures_for=None), actor=actor)
        assert differences(database) == []
    with database.read() as connection:
        rows = connection.execute(select(ReachDay.kind, ReachDay.measure, ReachDay.n).where(ReachDay.n != 0))
        assert {tuple(row) for row in rows} == {(1, 0, 1), (1, 1, 8), (1, 4, 70)}
