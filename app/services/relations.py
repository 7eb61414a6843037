"""Keeps the log of active work with its results, and says which mentions wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from app.models.domain.changes import Topic
from app.models.domain.inbox import Cursor, InboxQuery, Page
from app.models.domain.people import Actor, Right
from app.models.domain.relations import (
    SITUATION_AXIS,
    ActFilter,
    ActText,
    Figures,
    KindTotal,
    Moment,
    MomentQueue,
    PostChoice,
    RelationAct,
    RelationKind,
    figures_from_json,
    figures_to_json,
    moments_query,
    totals,
)
from app.models.domain.zone_days import midnight
from app.models.queries.rows import AnyRow
from app.models.schema.base import EPOCH, MICROSECOND
from app.models.schema.channels import Channel, ChannelAccount, OwnPost
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.models.schema.people import Person
from app.models.schema.planning import RelationAct as ActRow
from app.services.acts import Act, Done, Undo
from app.services.business_zone import business_zone
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.inbox import InboxService
from app.services.rights import require

PAGE = 50
LONGEST_TEXT = 8_000
POSTS = 50
_CLOCKS_APART = timedelta(minutes=5)
_POST_FIGURES = (OwnPost.shares, OwnPost.likes, OwnPost.replies, OwnPost.reach)


class RelationService:
    """Everybody reads the log; who works cases or writes reports writes it."""

    def __init__(self, *, database: Database, inbox: InboxService) -> None:
        self._database, self._inbox = database, inbox

    def page(
        self, actor: Actor, wanted: ActFilter, cursor: Cursor | None = None, limit: int = PAGE
    ) -> Page[RelationAct]:
        """Return acts, the newest first, after the cursor; ``next`` is None at the end."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            statement = _acts().where(*_tests(connection, wanted), *_after(cursor)).limit(limit + 1)
            found = [_act_of(row) for row in connection.execute(statement)]
        shown = found[:limit]
        return Page(tuple(shown), _cursor(shown[-1]) if len(found) > limit else None)

    def whole(self, actor: Actor, wanted: ActFilter) -> tuple[RelationAct, ...]:
        """Return all acts of a filter, the newest first, for a file."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            statement = _acts().where(*_tests(connection, wanted))
            return tuple(_act_of(row) for row in connection.execute(statement))

    def totals(self, actor: Actor, wanted: ActFilter) -> tuple[KindTotal, ...]:
        """Return what the acts of a filter brought, by kind and together."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            statement = (
                select(ActRow.kind, ActRow.figures, *_POST_FIGURES)
                .outerjoin(OwnPost, OwnPost.id == ActRow.own_post_id)
                .where(*_tests(connection, wanted))
            )
            return totals(_counted(connection, statement))

    def queue(self, actor: Actor) -> MomentQueue:
        """Return the mentions that wait: prospects, praise and enthusiasm of the last 30 days, not worked on yet."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            today = self._database.clock.now().astimezone(business_zone(connection)).date()
            nodes = select(Node.key, Node.id).join(Axis, Axis.id == Node.axis_id)
            rows = connection.execute(nodes.where(Axis.key == SITUATION_AXIS, Node.key.in_(list(Moment))))
            by_key: dict[str, int] = {row.key: row.id for row in rows}
        known = {moment: by_key[moment.value] for moment in Moment if moment.value in by_key}
        query = moments_query(known.values(), today)
        parts = ((moment, self._count(actor, moments_query([node], today))) for moment, node in known.items())
        # Without nodes the query would find everything.
        return MomentQueue(query, self._count(actor, query) if known else 0, tuple(parts))

    def posts(self, actor: Actor, channel_id: int, *, kept: int | None = None) -> tuple[PostChoice, ...]:
        """Return our newest public posts on a channel that no act has yet, and first of all the post ``kept``."""
        require(actor, Right.READ)
        is_kept = OwnPost.id == (kept or 0)
        is_free = or_(is_kept, ~select(ActRow.id).where(ActRow.own_post_id == OwnPost.id).exists())
        statement = (
            select(
                OwnPost.id,
                ChannelAccount.channel_id,
                ChannelAccount.name,
                OwnPost.posted_at,
                OwnPost.text,
                *_POST_FIGURES,
            )
            .join(ChannelAccount, ChannelAccount.id == OwnPost.account_id)
            .where(ChannelAccount.channel_id == channel_id, OwnPost.is_private.is_(False), is_free)
            .order_by(is_kept.desc(), OwnPost.posted_at.desc(), OwnPost.id.desc())
            .limit(POSTS)
        )
        with self._database.read() as connection:
            return tuple(PostChoice(*row[:5], Figures(*row[5:])) for row in connection.execute(statement))

    def add(self, actor: Actor, said: ActText) -> Done[RelationAct]:
        """Write an act down; its undo takes it out again.

        Raises:
            Invalid: ``relation.empty``, ``relation.long`` (``longest``), ``relation.future``, ``relation.post_taken``.
        """
        _may_write(actor)

        def work(act: Act) -> RelationAct:
            values = _values(act, said) | {"person_id": actor.person_id, "version": 1}
            act_id: int = act.connection.execute(insert(ActRow).values(values).returning(ActRow.id)).scalar_one()
            return _told(act, act_id, "relation_act_added")

        added, changes = self._database.act(work, actor=actor)
        return Done(added, changes, Undo("relation_added", 1, lambda: self.delete(actor, added)))

    def change(self, actor: Actor, seen: RelationAct, said: ActText) -> Done[RelationAct]:
        """Write an act anew; ``seen`` is how it was shown. The undo brings that back.

        Raises:
            Invalid: as ``add``. Conflict: ``relation.changed`` when somebody changed or deleted it meanwhile.
        """
        _may_write(actor)

        def work(act: Act) -> RelationAct:
            values = _values(act, said, of_act=seen.id) | {"version": seen.version + 1}
            if not act.connection.execute(update(ActRow).where(*_as_seen(seen)).values(values)).rowcount:
                raise Conflict("relation.changed")
            _touch_mention(act, seen.said)
            return _told(act, seen.id, "relation_act_changed")

        changed, changes = self._database.act(work, actor=actor)
        return Done(changed, changes, Undo("relation_changed", 1, lambda: self.change(actor, changed, seen.said)))

    def delete(self, actor: Actor, seen: RelationAct) -> Done[None]:
        """Take an act out of the log; the undo puts it back as it was. Raises Conflict as ``change``."""
        _may_write(actor)

        def work(act: Act) -> None:
            if not act.connection.execute(delete(ActRow).where(*_as_seen(seen))).rowcount:
                raise Conflict("relation.changed")
            act.record(None, "relation_act_deleted", {"act": seen.id, "kind": seen.said.kind.value})
            act.touch(topics=[Topic.PLAN])
            _touch_mention(act, seen.said)

        _nothing, changes = self._database.act(work, actor=actor)
        return Done(None, changes, Undo("relation_deleted", 1, lambda: self._put_back(actor, seen)))

    def _put_back(self, actor: Actor, seen: RelationAct) -> Done[RelationAct]:
        def work(act: Act) -> RelationAct:
            own = {"id": seen.id, "person_id": seen.person_id, "version": seen.version + 1}
            act.connection.execute(insert(ActRow).values(_values(act, seen.said) | own))
            return _told(act, seen.id, "relation_act_added")

        return Done(*self._database.act(work, actor=actor))

    def _count(self, actor: Actor, query: InboxQuery) -> int:
        return self._inbox.count(query, actor, None).n


def _may_write(actor: Actor) -> None:
    require(actor, Right.WORK_CASES if actor.may(Right.WORK_CASES) else Right.WRITE_REPORTS)


def _acts() -> Select[Any]:
    survivor = aliased(Customer)
    customer = func.coalesce(survivor.name, Customer.name, "")
    return (
        select(
            *ActRow.__table__.c,
            func.coalesce(Person.name, "").label("person"),
            func.coalesce(Channel.name, "").label("channel"),
            customer.label("customer"),
            func.coalesce(OwnPost.permalink, "").label("permalink"),
            *_POST_FIGURES,
        )
        .outerjoin(Person, Person.id == ActRow.person_id)
        .outerjoin(Channel, Channel.id == ActRow.channel_id)
        .outerjoin(Customer, Customer.id == ActRow.customer_id)
        .outerjoin(survivor, survivor.id == Customer.merged_into_id)
        .outerjoin(OwnPost, OwnPost.id == ActRow.own_post_id)
        .order_by(ActRow.done_at.desc(), ActRow.id.desc())
    )


def _act_of(row: AnyRow) -> RelationAct:
    typed, seen = figures_from_json(row.figures), Figures(row.shares, row.likes, row.replies, row.reach)
    said = ActText(
        RelationKind(row.kind),
        row.channel_id,
        row.done_at,
        row.text,
        row.result or "",
        typed,
        row.mention_id,
        row.customer_id,
        row.own_post_id,
    )
    return RelationAct(
        row.id,
        said,
        row.person_id,
        row.person,
        row.channel,
        seen.over(typed),
        row.version,
        row.customer,
        row.permalink,
    )


def _counted(connection: Connection, statement: Select[Any]) -> Iterator[tuple[RelationKind, Figures]]:
    for kind, typed, *seen in connection.execute(statement):
        yield RelationKind(kind), Figures(*seen).over(figures_from_json(typed))


def _tests(connection: Connection, wanted: ActFilter) -> list[ColumnElement[bool]]:
    zone = business_zone(connection)
    tests: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        tests.append(ActRow.done_at >= midnight(wanted.since, zone))
    if wanted.until is not None:
        tests.append(ActRow.done_at < midnight(wanted.until + timedelta(days=1), zone))
    if wanted.kind is not None:
        tests.append(ActRow.kind == wanted.kind.value)
    if wanted.person_id is not None:
        tests.append(ActRow.person_id == wanted.person_id)
    return tests


def _after(cursor: Cursor | None) -> list[ColumnElement[bool]]:
    if cursor is None:
        return []
    at = EPOCH + cursor.value * MICROSECOND
    return [ActRow.done_at <= at, or_(ActRow.done_at < at, ActRow.id < cursor.id)]


def _cursor(last: RelationAct) -> Cursor:
    return Cursor((last.said.done_at - EPOCH) // MICROSECOND, last.id)


def _as_seen(seen: RelationAct) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return ActRow.id == seen.id, ActRow.version == seen.version


def _values(act: Act, said: ActText, *, of_act: int = 0) -> dict[str, Any]:
    _check(said, act.at)
    return {
        "kind": said.kind.value,
        "done_at": said.done_at,
        "channel_id": _channel_of_post(act.connection, said, of_act),
        "mention_id": said.mention_id,
        "customer_id": said.customer_id or _customer_of(act.connection, said.mention_id),
        "own_post_id": said.own_post_id,
        "text": said.text.strip(),
        "result": said.result.strip() or None,
        "figures": figures_to_json(said.typed),
    }


def _check(said: ActText, now: datetime) -> None:
    if not said.text.strip():
        raise Invalid("relation.empty")
    if max(len(said.text), len(said.result)) > LONGEST_TEXT:
        raise Invalid("relation.long", longest=LONGEST_TEXT)
    if said.done_at > now + _CLOCKS_APART:
        raise Invalid("relation.future")


def _channel_of_post(connection: Connection, said: ActText, of_act: int) -> int:
    if said.own_post_id is None:
        return said.channel_id
    is_taken = select(ActRow.id).where(ActRow.own_post_id == said.own_post_id, ActRow.id != of_act).exists()
    statement = (
        select(ChannelAccount.channel_id)
        .join(OwnPost, OwnPost.account_id == ChannelAccount.id)
        .where(OwnPost.id == said.own_post_id, ~is_taken)
    )
    channel_id = connection.execute(statement).scalar_one_or_none()
    if channel_id is None:
        raise Invalid("relation.post_taken")
    return channel_id


def _customer_of(connection: Connection, mention_id: int | None) -> int | None:
    if mention_id is None:
        return None
    statement = select(Handle.customer_id).join(Mention, Mention.handle_id == Handle.id)
    return connection.execute(statement.where(Mention.id == mention_id)).scalar_one_or_none()


def _told(act: Act, act_id: int, verb: str) -> RelationAct:
    """Tell history and screens of an act; return it as it stands now."""
    written = _act_of(act.connection.execute(_acts().where(ActRow.id == act_id)).one())
    act.record(None, verb, {"act": act_id, "kind": written.said.kind.value, "channel": written.channel})
    act.touch(topics=[Topic.PLAN])
    _touch_mention(act, written.said)
    return written


def _touch_mention(act: Act, said: ActText) -> None:
    """Let the lists know: a mention that an act is about waits no longer, and without it waits again."""
    if said.mention_id is not None:
        act.touch(mentions=[said.mention_id])
