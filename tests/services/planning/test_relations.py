"""The log of active work: read by pages, written by who may, its figures those of the post, every act undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from app.models.domain.inbox import InboxQuery, InboxView
from app.models.domain.people import Actor, Role
from app.models.domain.relations import ActFilter, ActText, Figures, Moment, RelationKind
from app.models.schema.channels import Channel, ChannelAccount, OwnPost
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Handle
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.inbox import InboxService
from app.services.mention_book import MentionBook
from app.services.relations import LONGEST_TEXT, RelationService
from tests.fakes import FakeClock
from tests.services.inbox.counter_data import populate


def a_post(database: Database, clock: FakeClock) -> tuple[int, int]:
    """Return a channel and one of our posts on it."""

    def work(connection: Connection) -> tuple[int, int]:
        channel_id: int = connection.execute(select(Channel.id).order_by(Channel.id).limit(1)).scalar_one()
        account = insert(ChannelAccount).values(channel_id=channel_id, name="@padaria", version=1)
        account_id = connection.execute(account.returning(ChannelAccount.id)).scalar_one()
        post = {"account_id": account_id, "external_id": "p1", "posted_at": clock.now(), "text": "Pão quente às 6h"}
        known = {"is_private": False, "likes": 12, "shares": 3}
        post_id = connection.execute(insert(OwnPost).values(post | known).returning(OwnPost.id)).scalar_one()
        return channel_id, post_id

    return database.quiet(work)


def service_of(database: Database) -> RelationService:
    return RelationService(database=database, inbox=InboxService(database=database))


def test_an_act_follows_its_post_and_every_act_can_be_taken_back(
    database: Database, actor: Actor, clock: FakeClock
) -> None:
    service, (channel_id, post_id) = service_of(database), a_post(database, clock)
    assert [post.figures.favourites for post in service.posts(actor, channel_id)] == [12]
    said = ActText(RelationKind.PUBLICATION, 0, clock.now(), " Pão quente ", typed=Figures(comments=7, shares=99))
    done = service.add(actor, replace(said, own_post_id=post_id))
    act = done.value
    assert (act.said.channel_id, act.said.text, act.person) == (channel_id, "Pão quente", actor.name)
    assert act.figures == Figures(3, 12, 7, None)
    database.quiet(lambda connection: connection.execute(update(OwnPost).values(likes=20, reach=900)))
    assert service.page(actor, ActFilter()).rows[0].figures == Figures(3, 20, 7, 900)
    assert service.totals(actor, ActFilter())[-1].sums == Figures(3, 20, 7, 900)
    assert service.posts(actor, channel_id) == ()
    assert len(service.posts(actor, channel_id, kept=post_id)) == 1
    with pytest.raises(Invalid, match=r"relation\.post_taken"):
        service.add(actor, replace(said, own_post_id=post_id))

    changed = service.change(actor, act, replace(act.said, result="Três perguntas", own_post_id=None))
    assert changed.value.figures == Figures(99, None, 7, None)
    with pytest.raises(Conflict, match=r"relation\.changed"):
        service.delete(actor, act)
    assert changed.undo is not None
    again = changed.undo.revert().value
    assert again.said == act.said
    deleted = service.delete(actor, again)
    with pytest.raises(Conflict):
        service.change(actor, again, said)
    assert deleted.undo is not None
    deleted.undo.revert()
    (back,) = service.whole(actor, ActFilter())
    assert (back.id, back.said, back.person) == (act.id, act.said, act.person)


def test_the_log_comes_in_pages_by_kind_person_and_day(database: Database, actor: Actor, clock: FakeClock) -> None:
    service, now = service_of(database), clock.now()
    kinds = [RelationKind.ACTIVATION, RelationKind.ENGAGEMENT]
    for place in range(5):
        at = now - timedelta(days=place // 2)
        service.add(actor, ActText(kinds[place % 2], 1, at, f"{place}"))
    first = service.page(actor, ActFilter(), limit=2)
    second = service.page(actor, ActFilter(), first.next, limit=2)
    last = service.page(actor, ActFilter(), second.next, limit=2)
    assert [act.said.text for page in (first, second, last) for act in page.rows] == ["1", "0", "3", "2", "4"]
    assert last.next is None
    today = date(2026, 11, 21)
    wanted = ActFilter(since=today - timedelta(days=1), until=today - timedelta(days=1), person_id=actor.person_id)
    assert [act.said.text for act in service.whole(actor, wanted)] == ["3", "2"]
    assert [act.said.text for act in service.whole(actor, replace(wanted, kind=kinds[0]))] == ["2"]
    assert [total.n for total in service.totals(actor, wanted)] == [1, 0, 1, 2]


def test_what_cannot_stand_is_refused(database: Database, actor: Actor, clock: FakeClock) -> None:
    service = service_of(database)
    said = ActText(RelationKind.ACTIVATION, 1, clock.now(), "Dica do dia")
    for wrong, code in (
        (replace(said, text="  "), "empty"),
        (replace(said, result="x" * (LONGEST_TEXT + 1)), "long"),
        (replace(said, done_at=clock.now() + timedelta(hours=1)), "future"),
    ):
        with pytest.raises(Invalid, match=rf"relation\.{code}"):
            service.add(actor, wrong)
    with pytest.raises(Refused):
        service.add(Actor(9, "Ivo", Role.SPECIALIST), said)
    assert service.add(Actor(8, "Ana", Role.ANALYST), said).value.person == ""


def test_the_queue_is_what_its_query_finds(database: Database, actor: Actor, clock: FakeClock) -> None:
    service, inbox = service_of(database), InboxService(database=database)
    populate(database, actor, seed=5, mentions=150, cases=5)
    nodes = (
        select(Node.id).join(Axis, Axis.id == Node.axis_id).where(Axis.key == "situation", Node.key.in_(list(Moment)))
    )

    def find_moments(act: Act) -> None:
        ids = list(act.connection.execute(select(Mention.id).order_by(Mention.id.desc())).scalars())
        for place, node_id in enumerate(act.connection.execute(nodes).scalars().all()):
            MentionBook().set_situation(act, ids[place * 20 : place * 20 + 20], node_id)

    database.act(find_moments, actor=actor)
    queue = service.queue(actor)
    assert {moment for moment, _n in queue.parts} == set(Moment)
    assert queue.count == sum(n for _moment, n in queue.parts) > 0
    rows = inbox.page(queue.query, actor, limit=200).rows
    assert len(rows) == queue.count
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)

    def with_customer(connection: Connection) -> tuple[int, int]:
        statement = select(Mention.id, Handle.customer_id).join(Handle, Handle.id == Mention.handle_id)
        found = connection.execute(statement.where(Handle.customer_id.is_not(None)).limit(1)).one()
        return found[0], found[1]

    mention_id, customer_id = database.quiet(with_customer)
    said = ActText(RelationKind.ENGAGEMENT, 1, clock.now(), "Que bom!", mention_id=mention_id)
    act = service.add(actor, said).value
    assert act.said.customer_id == customer_id
    assert act.customer.startswith("Cliente")


def test_a_mention_that_was_worked_on_waits_no_longer_and_an_undo_lets_it_wait_again(
    database: Database, actor: Actor, clock: FakeClock
) -> None:
    service, inbox = service_of(database), InboxService(database=database)
    populate(database, actor, seed=5, mentions=40, cases=2)
    database.act(wait_for_praise, actor=actor)

    def waiting() -> set[int]:
        return {row.id for row in inbox.page(service.queue(actor).query, actor, limit=200).rows}

    before = waiting()
    mention_id, other_id, *_rest = sorted(before)
    said = ActText(RelationKind.ENGAGEMENT, 1, clock.now(), "Que bom!", mention_id=mention_id)
    done = service.add(actor, said)
    assert done.changes.mention_ids == {mention_id}
    assert waiting() == before - {mention_id}
    assert service.queue(actor).count == len(before) - 1
    done_with = replace(service.queue(actor).query.filter, is_related=True)
    assert [row.id for row in inbox.page(InboxQuery(InboxView.ALL_MENTIONS, done_with), actor).rows] == [mention_id]
    changed = service.change(actor, done.value, replace(said, mention_id=other_id))
    assert changed.changes.mention_ids == {mention_id, other_id}
    assert waiting() == before - {other_id}
    assert changed.undo is not None
    again = changed.undo.revert()
    assert again.value.said.mention_id == mention_id
    service.delete(actor, again.value)
    assert waiting() == before


def wait_for_praise(act: Act) -> None:
    """Let twenty mentions praise us."""
    node = select(Node.id).join(Axis, Axis.id == Node.axis_id)
    praise = act.connection.execute(node.where(Axis.key == "situation", Node.key == Moment.PRAISE.value)).scalar_one()
    ids = act.connection.execute(select(Mention.id).order_by(Mention.id.desc()).limit(20)).scalars()
    MentionBook().set_situation(act, list(ids), praise)
