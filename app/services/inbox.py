"""What the inbox shows: pages, rows to patch, badges, the preview, and the next case to work on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from app.models.domain.inbox import (
    Count,
    Cursor,
    InboxQuery,
    InboxRow,
    InboxView,
    MentionDetail,
    Page,
    RowKind,
    SavedView,
    ViewCount,
    sort_of,
)
from app.models.domain.people import Actor, Right
from app.models.queries import next_case
from app.models.queries.counts import CAP, capped, view_counts
from app.models.queries.inbox import fill_rows
from app.models.queries.inbox_filters import Scope, SilenceLimit, Viewpoint, scopes_of
from app.models.queries.inbox_keys import Key, among, count_ids, ids_of, page_keys
from app.models.queries.mention_detail import mention_detail
from app.models.queries.search_filters import resolved
from app.models.schema.cases import Case
from app.models.schema.people import AreaMember
from app.models.schema.settings import BusinessSetting
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.mention_book import business_zone
from app.services.presence import mark_present, shared_now
from app.services.rights import require
from app.services.saved_views import saved_views_of
from app.services.silence import silence_limits
from app.services.team_calendars import CalendarShelf

PAGE = 50
DUE_SOON_SETTING = "due_soon_minutes"
_DUE_SOON_MINUTES = 240
MOST_SELECTED = 100_000
_LIMITS_KEPT = timedelta(seconds=20)
RowKey = tuple[RowKind, int]


class InboxService:
    """Reads the inbox. Each method is one short read; none of them ever scans a table (decision 050)."""

    def __init__(self, *, database: Database, calendars: CalendarShelf | None = None) -> None:
        self._database = database
        self._calendars = calendars or CalendarShelf()
        self._silence: tuple[datetime, tuple[SilenceLimit, ...]] | None = None

    def page(self, query: InboxQuery, actor: Actor, cursor: Cursor | None = None, limit: int = PAGE) -> Page[InboxRow]:
        """Return one page after the cursor; ``next`` is None at the end.

        A text filter on cases looks through the newest 5,000 mentions with these words, 200 names, 2,000 titles.
        """
        require(actor, Right.READ)
        with self._database.read() as connection:
            viewpoint, warning = self._viewpoint(connection, actor, {query.view})
            query = resolved(connection, query)
            keys = page_keys(
                connection,
                scopes_of(connection, query, viewpoint),
                viewpoint,
                sort=sort_of(query.view, query.sort),
                cursor=cursor,
                limit=limit + 1,
            )
            shown = keys[:limit]
            rows = fill_rows(connection, [(key.kind, key.id) for key in shown], viewpoint, warning)
        return Page(rows, _cursor(shown[-1]) if len(keys) > limit else None)

    def page_ids(
        self, query: InboxQuery, kind: RowKind, actor: Actor, cursor: Cursor | None, limit: int
    ) -> tuple[list[int], Cursor | None]:
        """Return the ids alone of one page of a view's mentions or cases, and the next cursor (None at the end)."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            viewpoint, _warning = self._viewpoint(connection, actor, {query.view})
            found = scopes_of(connection, resolved(connection, query), viewpoint)
            scopes = [scope for scope in found if scope.kind is kind]
            sort = sort_of(query.view, query.sort)
            keys = page_keys(connection, scopes, viewpoint, sort=sort, cursor=cursor, limit=limit + 1)
        shown = keys[:limit]
        return [key.id for key in shown], _cursor(shown[-1]) if len(keys) > limit else None

    def rows(self, keys: Sequence[RowKey], actor: Actor) -> tuple[InboxRow, ...]:
        """Return these rows as they are now, in the order asked; a vanished one is left out."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            viewpoint, warning = viewpoint_of(self._database, connection, actor)
            return fill_rows(connection, keys, viewpoint, warning)

    def matches(self, query: InboxQuery, keys: Iterable[RowKey], actor: Actor) -> set[RowKey]:
        """Return those of some changed rows that belong to the query now."""
        require(actor, Right.READ)
        wanted = set(keys)
        found: set[RowKey] = set()
        with self._database.read() as connection:
            viewpoint, _warning = self._viewpoint(connection, actor, {query.view})
            for scope in scopes_of(connection, resolved(connection, query), viewpoint):
                ids = [row_id for kind, row_id in wanted if kind is scope.kind]
                found.update((scope.kind, each) for each in _among(connection, scope, viewpoint, ids))
        return found

    def counts(self, actor: Actor, *, with_saved: bool = True) -> tuple[ViewCount, ...]:
        """Return the badges: built-in views from counters and small indexes, saved ones counted to 1,000."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            viewpoint, _warning = self._viewpoint(connection, actor, set(InboxView))
            built_in = view_counts(connection, viewpoint)
            badges = [ViewCount(view, None, count) for view, count in built_in.items()]
            saved: tuple[SavedView, ...] = saved_views_of(connection, actor) if with_saved else ()
            badges += [
                ViewCount(None, view.id, _count(connection, resolved(connection, view.query), viewpoint, CAP))
                for view in saved
            ]
        return tuple(badges)

    def count(self, query: InboxQuery, actor: Actor, cap: int | None = CAP) -> Count:
        """Return how many rows a query has, no further than ``cap``; None counts them all.

        An unfiltered built-in view answers from its badge, exactly.
        """
        require(actor, Right.READ)
        with self._database.read() as connection:
            viewpoint, _warning = self._viewpoint(connection, actor, {query.view})
            if query.filter.is_empty:
                badge = view_counts(connection, viewpoint)[query.view]
                if not badge.is_capped or cap is not None:
                    return badge
            return _count(connection, resolved(connection, query), viewpoint, cap)

    def mention(self, mention_id: int) -> MentionDetail:
        """Return all of a mention for the preview.

        Raises:
            Invalid: ``mention.missing``.
        """
        with self._database.read() as connection:
            detail = mention_detail(connection, mention_id)
        if detail is None:
            raise Invalid("mention.missing")
        return detail

    def select_all(self, query: InboxQuery, actor: Actor) -> tuple[int, ...]:
        """Return the ids of all mentions of a query, oldest first: "todos os N do filtro".

        Raises:
            Refused: ``inbox.too_many`` above 100,000 (``limit``).
        """
        require(actor, Right.READ)
        with self._database.read() as connection:
            viewpoint, _warning = viewpoint_of(self._database, connection, actor)
            ids: list[int] = []
            for scope in scopes_of(connection, resolved(connection, query), viewpoint):
                if scope.kind is RowKind.MENTION:
                    ids += ids_of(connection, scope, viewpoint, newest=False, limit=MOST_SELECTED + 1)
        if len(ids) > MOST_SELECTED:
            raise Refused("inbox.too_many", limit=MOST_SELECTED)
        return tuple(ids)

    def _viewpoint(self, connection: Connection, actor: Actor, views: Set[InboxView]) -> tuple[Viewpoint, timedelta]:
        """Return from where the actor looks, with what these views ask for besides."""
        viewpoint, warning = viewpoint_of(self._database, connection, actor)
        if InboxView.AREA in views:
            viewpoint = replace(viewpoint, area_ids=_areas_of(connection, actor.person_id))
        if InboxView.SILENT in views:
            viewpoint = replace(viewpoint, silence=self._silence_at(connection, viewpoint.now))
        return viewpoint, warning

    def _silence_at(self, connection: Connection, now: datetime) -> tuple[SilenceLimit, ...]:
        # Reading years of opening hours takes longer than the list; silence is counted in hours.
        known = self._silence
        if known is None or not timedelta(0) <= now - known[0] < _LIMITS_KEPT:
            known = self._silence = (now, silence_limits(connection, self._calendars, now))
        return known[1]

    def next_case(self, actor: Actor, after: int | None = None) -> int | None:
        """Return the case to work on next and keep it for the actor; ``after`` goes on behind that one.

        One's own or nobody's, unseen by others: crises first, then what is due first. A specialist gets what waits for
        the areas of theirs. Two persons who ask at once never get the same.
        """
        require(actor, Right.WORK_CASES if actor.may(Right.WORK_CASES) else Right.ANSWER_AREA)

        def keep(connection: Connection) -> int | None:
            person_id, now = actor.person_id, shared_now(self._database, connection)
            areas = None if actor.may(Right.WORK_CASES) else _areas_of(connection, person_id)
            passed: set[int] = set()
            while True:
                found = next_case.next_case_id(
                    connection, person_id=person_id, now=now, after=after, area_ids=areas, passed=passed
                )
                if found is None or _is_kept(connection, found, person_id, now):
                    break
                passed.add(found)
            if found is not None:
                mark_present(connection, found, person_id, self._database.workstation_key, now)
            return found

        return self._database.quiet(keep)


def _is_kept(connection: Connection, case_id: int, person_id: int, now: datetime) -> bool:
    """Lock a case while it is handed out; tell whether nobody was faster."""
    wanted = select(Case.id).where(Case.id == case_id).with_for_update(skip_locked=True)
    is_locked = connection.execute(wanted).first() is not None
    return is_locked and not next_case.is_watched(connection, case_id, person_id, now)


def viewpoint_of(database: Database, connection: Connection, actor: Actor) -> tuple[Viewpoint, timedelta]:
    """Return from where the actor looks, and how long before a deadline a case counts as "vencendo"."""
    now = database.clock.now()
    minutes = connection.execute(
        select(BusinessSetting.value).where(BusinessSetting.key == DUE_SOON_SETTING)
    ).scalar_one_or_none()
    warning = timedelta(minutes=minutes if isinstance(minutes, int) else _DUE_SOON_MINUTES)
    return Viewpoint(actor.person_id, now, business_zone(connection), now + warning), warning


def _areas_of(connection: Connection, person_id: int) -> tuple[int, ...]:
    statement = select(AreaMember.area_id).where(AreaMember.person_id == person_id).order_by(AreaMember.area_id)
    return tuple(connection.execute(statement).scalars())


def _cursor(key: Key) -> Cursor:
    return Cursor(key.value, key.id)


def _among(connection: Connection, scope: Scope, viewpoint: Viewpoint, ids: list[int]) -> list[int]:
    if scope.words and scope.kind is RowKind.CASE:
        known = set(ids_of(connection, scope, viewpoint, newest=True, limit=MOST_SELECTED))
        return [each for each in ids if each in known]
    return among(connection, scope, viewpoint, ids)


def _count(connection: Connection, query: InboxQuery, viewpoint: Viewpoint, cap: int | None) -> Count:
    n = sum(count_ids(connection, scope, viewpoint, cap) for scope in scopes_of(connection, query, viewpoint))
    return capped(n, cap)
