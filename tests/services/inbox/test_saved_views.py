"""Saved views keep every filter, belong to their owner or the team, and come back after a deletion."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection, update

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView, Sort
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import Sentiment
from app.models.schema.settings import SavedView as SavedViewRow
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.inbox import InboxService
from app.services.saved_views import SavedViewService, query_as_json, query_from_json

QUERY = InboxQuery(
    InboxView.ALL_MENTIONS,
    InboxFilter(
        channel_ids=(1, 2),
        sentiments=(Sentiment.NEGATIVE, Sentiment.MIXED),
        node_ids=(3,),
        since=date(2026, 1, 2),
        weekday=0,
        hour=0,
        only_private=False,
        no_sentiment=True,
        text="loja",
    ),
    Sort.OLDEST,
)


@pytest.fixture
def views(database: Database) -> SavedViewService:
    return SavedViewService(database=database)


def colleague(actor: Actor, role: Role = Role.ATTENDANT) -> Actor:
    return Actor(actor.person_id + 500, "Rui", role)


def test_a_query_comes_back_as_it_was() -> None:
    for query in (QUERY, InboxQuery(InboxView.MINE), InboxQuery(InboxView.MINE, InboxFilter(only_vip=True), Sort.DUE)):
        assert query_from_json(query_as_json(query)) == query
    later = {**query_as_json(QUERY), "mood": 1}
    later["filter"] = {**later["filter"], "sentiments": ["negative", "puzzled"], "colour": "red"}
    assert query_from_json(later).filter.sentiments == (Sentiment.NEGATIVE,)


def test_own_and_shared(database: Database, views: SavedViewService, actor: Actor) -> None:
    mine = views.create(actor, "  Negativas   da semana ", QUERY).value
    shared = views.create(actor, "Da equipe", InboxQuery(InboxView.UNOWNED), is_shared=True).value
    assert [view.name for view in views.list(actor)] == ["Negativas da semana", "Da equipe"]
    assert views.list(colleague(actor)) == (shared,)
    views.reorder(actor, [shared.id, mine.id])
    assert [view.id for view in views.list(actor)] == [shared.id, mine.id]
    badges = InboxService(database=database).counts(actor)
    assert {badge.saved_view_id for badge in badges} == {None, mine.id, shared.id}
    unshared = views.share(actor, shared, is_shared=False).value
    assert views.list(colleague(actor)) == ()
    assert (unshared.is_shared, unshared.version) == (False, 2)


def test_names_rights_and_conflicts(views: SavedViewService, actor: Actor) -> None:
    view = views.create(actor, "Um", QUERY).value
    for name in ("", "   ", "x" * 81, "um"):
        with pytest.raises(Invalid, match=r"saved_view\.name"):
            views.create(actor, name, QUERY)
    with pytest.raises(Refused):
        views.create(colleague(actor), "Dois", QUERY, is_shared=True)
    renamed = views.rename(actor, view, "Outro").value
    assert (renamed.name, renamed.version) == ("Outro", 2)
    with pytest.raises(Conflict, match=r"saved_view\.changed"):
        views.rename(actor, view, "Mais um")
    changed = views.change_query(actor, renamed, InboxQuery(InboxView.CLOSED)).value
    assert views.list(actor) == (changed,)


def test_a_deleted_view_comes_back(views: SavedViewService, actor: Actor) -> None:
    view = views.create(actor, "Um", QUERY).value
    done = views.delete(actor, view)
    assert views.list(actor) == ()
    assert done.undo is not None
    done.undo.revert()
    assert views.list(actor) == (view,)
    views.delete(actor, view)
    with pytest.raises(Conflict):
        views.delete(actor, view)


def test_what_a_newer_version_kept_does_not_empty_the_list(
    database: Database, views: SavedViewService, actor: Actor
) -> None:
    view = views.create(actor, "Um", QUERY).value
    newer = views.create(actor, "Dois", InboxQuery(InboxView.MINE)).value
    sorted_otherwise = views.create(actor, "Três", InboxQuery(InboxView.MINE)).value

    def as_newer(connection: Connection) -> None:
        for view_id, value in ((newer.id, {"view": "moon"}), (sorted_otherwise.id, {"view": "mine", "sort": "moon"})):
            connection.execute(update(SavedViewRow).where(SavedViewRow.id == view_id).values(filter=value))

    database.quiet(as_newer)
    assert views.list(actor) == (view, sorted_otherwise)
    assert {badge.saved_view_id for badge in InboxService(database=database).counts(actor)} == {
        None,
        view.id,
        sorted_otherwise.id,
    }
