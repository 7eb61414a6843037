"""Triage changes what it says, counts what others did meanwhile, and one undo puts everything back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest
from sqlalchemy import select

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import MentionState, Sentiment, SentimentSource
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done
from app.services.cancel import CancelToken
from app.services.case_book import CaseBook
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused, Unavailable
from app.services.inbox import InboxService
from app.services.mention_book import MentionBook, Moved
from app.services.recount import recount
from app.services.triage import TriageService
from tests.services.inbox.counter_data import populate


class SpyCases:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def open_from_mentions(self, actor: Actor, mention_ids: Collection[int]) -> Done[Any]:
        self.asked.append(("open", actor, list(mention_ids)))
        raise Invalid("spied")

    def attach_mentions(
        self, actor: Actor, case_id: int, mention_ids: Collection[int], *, expected_version: int
    ) -> Done[Any]:
        self.asked.append(("attach", actor, case_id, list(mention_ids), expected_version))
        raise Invalid("spied")


@pytest.fixture
def cases() -> SpyCases:
    return SpyCases()


@pytest.fixture
def triage(database: Database, cases: SpyCases) -> TriageService:
    book = MentionBook()
    return TriageService(database=database, mentions=book, case_book=CaseBook(mentions=book), cases=cases)


@pytest.fixture
def inbox(database: Database) -> InboxService:
    return InboxService(database=database)


TO_TRIAGE = InboxQuery(InboxView.TO_TRIAGE)


def snapshot(database: Database) -> list[Any]:
    columns = (Mention.id, Mention.state, Mention.state_reason, Mention.case_id, Mention.sentiment)
    with database.read() as connection:
        assert list(recount(connection)) == []
        return list(connection.execute(select(*columns, Mention.sentiment_source).order_by(Mention.id)).all())


def test_ignore_and_undo(database: Database, actor: Actor, triage: TriageService, inbox: InboxService) -> None:
    populate(database, actor, seed=21, mentions=60, cases=4)
    before = snapshot(database)
    rows = inbox.page(TO_TRIAGE, actor, limit=10).rows
    done = triage.ignore(actor, [row.key for row in rows], "spam")
    assert (done.value.changed, done.value.conflicts) == (10, 0)
    assert done.changes.mention_ids == {row.id for row in rows}
    assert inbox.mention(rows[0].id).state_reason == "spam"
    assert inbox.matches(TO_TRIAGE, [row.key for row in rows], actor) == set()
    assert done.undo is not None
    done.undo.revert()
    assert snapshot(database) == before


def test_what_others_treated_is_left_and_counted(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService
) -> None:
    populate(database, actor, seed=22, mentions=60, cases=0)
    ids = [row.id for row in inbox.page(TO_TRIAGE, actor, limit=12).rows]
    triage.monitor(actor, ids[:4])
    done = triage.ignore(actor, [*ids, 77], "repeated")
    assert (done.value.changed, done.value.conflicts) == (8, 5)
    assert inbox.mention(ids[0]).state is MentionState.MONITORED
    again = triage.ignore(actor, ids, "repeated")
    assert (again.value.changed, again.undo) == (0, None)
    seen_there = triage.ignore(actor, ids[:4], "spam", expected=frozenset({MentionState.MONITORED}))
    assert seen_there.value.changed == 4
    assert triage.back_to_triage(actor, ids).value.changed == 12


def test_an_undo_leaves_what_was_treated_since(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService
) -> None:
    populate(database, actor, seed=23, mentions=60, cases=0)
    ids = [row.id for row in inbox.page(TO_TRIAGE, actor, limit=6).rows]
    done = triage.ignore(actor, ids, "spam")
    triage.back_to_triage(actor, ids[:2])
    triage.monitor(actor, ids[:2])
    assert done.undo is not None
    back = done.undo.revert()
    assert (back.value.changed, back.value.conflicts) == (4, 2)
    assert inbox.mention(ids[0]).state is MentionState.MONITORED


def test_all_of_a_filter_in_batches_with_one_undo(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService
) -> None:
    populate(database, actor, seed=24, mentions=2600, cases=0)
    before = snapshot(database)
    everything = InboxQuery(InboxView.TO_TRIAGE, InboxFilter(text="loja or -boleto".replace(" or ", " ")))
    some, ids = inbox.select_all(everything, actor), inbox.select_all(TO_TRIAGE, actor)
    assert 0 < len(some) < len(ids)
    done = triage.monitor(actor, ids, "watch")
    assert done.value.changed == len(ids) > 1_000
    assert done.changes.mention_range == (ids[0], ids[-1])
    assert inbox.count(TO_TRIAGE, actor).n == 0
    assert done.undo is not None
    assert done.undo.count == len(ids)
    assert done.undo.revert().value.changed == len(ids)
    assert snapshot(database) == before


def test_a_cancelled_bulk_keeps_its_undo(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService
) -> None:
    populate(database, actor, seed=25, mentions=700, cases=0)
    token = CancelToken()
    token.cancel()
    done = triage.monitor(actor, inbox.select_all(TO_TRIAGE, actor), cancel=token)
    assert done.value.changed == 200
    assert done.undo is not None
    assert done.undo.revert().value.changed == 200


def test_confirming_a_sentiment_and_undo(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService
) -> None:
    populate(database, actor, seed=26, mentions=60, cases=12)
    before = snapshot(database)
    ids = [row.id for row in inbox.page(InboxQuery(InboxView.ALL_MENTIONS), actor, limit=60).rows]
    done = triage.confirm_sentiment(actor, ids, Sentiment.MIXED)
    assert done.value.changed == 60
    after = snapshot(database)
    assert {(row.sentiment, row.sentiment_source) for row in after} == {(Sentiment.MIXED, SentimentSource.CONFIRMED)}
    mixed = InboxQuery(InboxView.ALL_CASES, InboxFilter(sentiments=(Sentiment.MIXED,)))
    assert inbox.count(mixed, actor).n >= 12
    assert done.undo is not None
    done.undo.revert()
    assert snapshot(database) == before


def test_refusals_reasons_and_delegation(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService, cases: SpyCases
) -> None:
    populate(database, actor, seed=27, mentions=40, cases=2)
    with pytest.raises(Invalid, match="reason_missing"):
        triage.ignore(actor, [1], "  ")
    with pytest.raises(Refused, match="not_allowed"):
        triage.monitor(Actor(9, "Ana", Role.ANALYST), [1])
    assert "spam" in {each.key for each in triage.reasons(MentionState.IGNORED)}
    assert all(each.name for each in triage.reasons(MentionState.MONITORED))
    row = inbox.page(TO_TRIAGE, actor, limit=1).rows[0]
    case = inbox.page(InboxQuery(InboxView.ALL_CASES), actor, limit=1).rows[0]
    with pytest.raises(Invalid, match="spied"):
        triage.open_case(actor, [row.key])
    with pytest.raises(Invalid, match="spied"):
        triage.attach(actor, [row.key], case.id)
    with pytest.raises(Invalid, match="case_missing"):
        triage.attach(actor, [row.key], 5)
    assert cases.asked == [("open", actor, [row.id]), ("attach", actor, case.id, [row.id], 2)]


class Clashing(MentionBook):
    """A colleague is always faster, but for the first batches."""

    def __init__(self, *, good: int, error: Exception) -> None:
        super().__init__()
        self.good, self.error = good, error

    def move(self, act: Act, mention_ids: Collection[int], **values: Any) -> list[Moved]:
        if self.good <= 0:
            raise self.error
        self.good -= 1
        return super().move(act, mention_ids, **values)


@pytest.mark.parametrize("error", [Conflict("mention_changed"), Unavailable("database_unreachable")])
def test_what_was_done_before_a_failure_can_still_be_undone(
    database: Database, actor: Actor, cases: SpyCases, inbox: InboxService, error: Exception
) -> None:
    populate(database, actor, seed=28, mentions=700, cases=2)
    ids = inbox.select_all(TO_TRIAGE, actor)
    assert len(ids) > 200
    book = Clashing(good=1, error=error)
    triage = TriageService(database=database, mentions=book, case_book=CaseBook(mentions=book), cases=cases)
    done = triage.ignore(actor, ids, "spam")
    assert done.value.changed == 200
    assert done.value.conflicts == (len(ids) - 200 if isinstance(error, Conflict) else 0)
    assert done.undo is not None
    done.undo.revert()
    assert inbox.select_all(TO_TRIAGE, actor) == ids
    if isinstance(error, Unavailable):
        with pytest.raises(Unavailable):
            triage.ignore(actor, ids, "spam")


def test_a_cancelled_rest_is_no_conflict(
    database: Database, actor: Actor, triage: TriageService, inbox: InboxService
) -> None:
    populate(database, actor, seed=29, mentions=700, cases=2)
    cancel = CancelToken()
    cancel.cancel()
    done = triage.ignore(actor, inbox.select_all(TO_TRIAGE, actor), "spam", cancel=cancel)
    assert (done.value.changed, done.value.conflicts) == (200, 0)
