"""The inbox filters that a person or the team keeps under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from app.models.domain.case_counts import CaseMark
from app.models.domain.changes import Topic
from app.models.domain.inbox import CaseEvent, InboxFilter, InboxQuery, InboxView, SavedView, Sort
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import CaseState, MentionState, PromiseState, Sentiment
from app.models.schema.settings import SavedView as SavedViewRow
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.rights import require

LONGEST_NAME = 80
_LISTS = ("channel_ids", "node_ids", "area_ids", "owner_ids", "ratings", "crisis_levels")
_WORDS: dict[str, type[StrEnum]] = {
    "sentiments": Sentiment,
    "case_states": CaseState,
    "mention_states": MentionState,
    "marks": CaseMark,
    "promise_states": PromiseState,
}
_DATES = ("since", "until")
_PLAIN = ("weekday", "hour", "only_private", "only_vip", "no_sentiment", "intake_rule_id", "intake_run_id", "text")
# What may be no or zero and is set nevertheless.
_MAYBE = (
    "only_private",
    "weekday",
    "hour",
    "in_time",
    "was_reopened",
    "crisis_identified",
    "crisis_answered",
    "is_related",
)


def query_as_json(query: InboxQuery) -> dict[str, Any]:
    """Return a query as JSON values, without what is not set."""
    wanted = asdict(query.filter)
    body: dict[str, Any] = {name: list(wanted[name]) for name in _LISTS if wanted[name]}
    body |= {name: wanted[name].isoformat() for name in _DATES if wanted[name] is not None}
    body |= {name: wanted[name] for name in _PLAIN if wanted[name] not in (None, False, "")}
    body |= {name: wanted[name] for name in _MAYBE if wanted[name] is not None}
    body |= {name: [each.value for each in wanted[name]] for name in _WORDS if wanted[name]}
    if query.filter.event is not CaseEvent.OPENED:
        body["event"] = query.filter.event.value
    return {"view": query.view.value, "sort": query.sort.value, "filter": body}


def query_from_json(value: Any) -> InboxQuery:  # noqa: ANN401 - any JSON value
    """Return the query; what a newer version wrote and this one does not know is left out."""
    body: dict[str, Any] = dict(value.get("filter", {}))
    known: dict[str, Any] = {name: tuple(body[name]) for name in _LISTS if name in body}
    known |= {name: date.fromisoformat(body[name]) for name in _DATES if name in body}
    known |= {name: body[name] for name in (*_PLAIN, *_MAYBE) if name in body}
    for name, words in _WORDS.items():
        if name in body:
            values = {each.value for each in words}
            known[name] = tuple(words(each) for each in body[name] if each in values)
    if body.get("event") in set(CaseEvent):
        known["event"] = CaseEvent(body["event"])
    sort = value.get("sort")
    return InboxQuery(InboxView(value["view"]), InboxFilter(**known), Sort(sort) if sort in set(Sort) else Sort.NEWEST)


def saved_views_of(connection: Connection, actor: Actor) -> tuple[SavedView, ...]:
    """Return the person's own and the team's saved views, in their order."""
    statement = (
        select(SavedViewRow)
        .with_only_columns(
            SavedViewRow.id, SavedViewRow.name, SavedViewRow.person_id, SavedViewRow.filter, SavedViewRow.version
        )
        .where(or_(SavedViewRow.person_id == actor.person_id, SavedViewRow.person_id.is_(None)))
        .order_by(SavedViewRow.position, SavedViewRow.id)
    )
    views = {view.value for view in InboxView}
    return tuple(
        SavedView(row.id, row.name, query_from_json(row.filter), row.person_id is None, row.version)
        for row in connection.execute(statement)
        if row.filter.get("view") in views  # a newer version may know more views
    )


class SavedViewService:
    """Keeps saved views. A shared view belongs to the team: only who may edit settings changes it."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def list(self, actor: Actor) -> tuple[SavedView, ...]:
        """Return the person's own and the team's saved views, in their order."""
        with self._database.read() as connection:
            return saved_views_of(connection, actor)

    def create(self, actor: Actor, name: str, query: InboxQuery, *, is_shared: bool = False) -> Done[SavedView]:
        """Keep a query under a name, at the end of the list.

        Raises:
            Invalid: ``saved_view.name`` when the name is empty, too long or taken.
        """
        _require_right(actor, is_shared=is_shared)
        values = {"person_id": None if is_shared else actor.person_id, "filter": query_as_json(query), "version": 1}

        def work(act: Act) -> SavedView:
            given = _checked_name(act.connection, actor, name, except_id=None)
            top = act.connection.execute(select(func.coalesce(func.max(SavedViewRow.position), -1))).scalar_one()
            row = values | {"name": given, "position": top + 1}
            statement = insert(SavedViewRow).values(row).returning(SavedViewRow.id)
            view_id = act.connection.execute(statement).scalar_one()
            act.touch(topics=[Topic.SAVED_VIEWS])
            return SavedView(view_id, given, query, is_shared, 1)

        view, changes = self._database.act(work, actor=actor)
        return Done(view, changes)

    def rename(self, actor: Actor, view: SavedView, name: str) -> Done[SavedView]:
        """Give a view another name.

        Raises:
            Conflict: ``saved_view.changed`` when somebody changed it meanwhile.
        """
        _require_right(actor, is_shared=view.is_shared)
        return self._change(actor, view, name=name, query=view.query, is_shared=view.is_shared)

    def change_query(self, actor: Actor, view: SavedView, query: InboxQuery) -> Done[SavedView]:
        """Let the name stand for another filter."""
        _require_right(actor, is_shared=view.is_shared)
        return self._change(actor, view, name=view.name, query=query, is_shared=view.is_shared)

    def share(self, actor: Actor, view: SavedView, *, is_shared: bool) -> Done[SavedView]:
        """Show a view to the whole team, or keep it to oneself again."""
        _require_right(actor, is_shared=True)
        return self._change(actor, view, name=view.name, query=view.query, is_shared=is_shared)

    def reorder(self, actor: Actor, view_ids: Sequence[int]) -> Done[None]:
        """Put the views one can see into this order."""

        def work(act: Act) -> None:
            seen = {view.id for view in saved_views_of(act.connection, actor)}
            for position, view_id in enumerate(each for each in view_ids if each in seen):
                act.connection.execute(update(SavedViewRow).where(SavedViewRow.id == view_id).values(position=position))
            act.touch(topics=[Topic.SAVED_VIEWS])

        _none, changes = self._database.act(work, actor=actor)
        return Done(None, changes)

    def delete(self, actor: Actor, view: SavedView) -> Done[None]:
        """Forget a view; the undo brings it back under its id and place."""
        _require_right(actor, is_shared=view.is_shared)

        def work(act: Act) -> dict[str, Any]:
            row = (
                act.connection.execute(select(*SavedViewRow.__table__.columns).where(SavedViewRow.id == view.id))
                .mappings()
                .one_or_none()
            )
            if row is None or row["version"] != view.version:
                raise Conflict("saved_view.changed")
            act.connection.execute(delete(SavedViewRow).where(SavedViewRow.id == view.id))
            act.touch(topics=[Topic.SAVED_VIEWS])
            return dict(row)

        kept, changes = self._database.act(work, actor=actor)
        return Done(None, changes, Undo("saved_view_deleted", 1, lambda: self._bring_back(actor, kept)))

    def _bring_back(self, actor: Actor, kept: dict[str, Any]) -> Done[None]:
        def work(act: Act) -> None:
            act.connection.execute(insert(SavedViewRow).values(kept))
            act.touch(topics=[Topic.SAVED_VIEWS])

        _none, changes = self._database.act(work, actor=actor)
        return Done(None, changes)

    def _change(
        self, actor: Actor, view: SavedView, *, name: str, query: InboxQuery, is_shared: bool
    ) -> Done[SavedView]:
        def work(act: Act) -> SavedView:
            given = _checked_name(act.connection, actor, name, except_id=view.id)
            statement = (
                update(SavedViewRow)
                .where(SavedViewRow.id == view.id, SavedViewRow.version == view.version)
                .values(
                    name=given,
                    filter=query_as_json(query),
                    person_id=None if is_shared else actor.person_id,
                    version=view.version + 1,
                )
            )
            if act.connection.execute(statement).rowcount != 1:
                raise Conflict("saved_view.changed")
            act.touch(topics=[Topic.SAVED_VIEWS])
            return SavedView(view.id, given, query, is_shared, view.version + 1)

        changed, changes = self._database.act(work, actor=actor)
        return Done(changed, changes)


def _require_right(actor: Actor, *, is_shared: bool) -> None:
    require(actor, Right.EDIT_SETTINGS if is_shared else Right.READ)


def _checked_name(connection: Connection, actor: Actor, name: str, *, except_id: int | None) -> str:
    given = " ".join(name.split())
    taken = {view.name.casefold() for view in saved_views_of(connection, actor) if view.id != except_id}
    if not given or len(given) > LONGEST_NAME or given.casefold() in taken:
        raise Invalid("saved_view.name", name=given[:LONGEST_NAME], longest=LONGEST_NAME)
    return given
