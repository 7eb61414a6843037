"""The search: a protocol, a piece of one, a customer, or words in mentions, cases and all that the team has written."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from app.models.domain.inbox import Count, InboxQuery, InboxRow, InboxView, RowKind, Sort
from app.models.domain.inbox import InboxFilter as Filter
from app.models.domain.people import Actor, Right
from app.models.domain.search_hit import FoundGroup, HitKind, SearchAnswer, SearchHit, SearchOptions, SearchResults
from app.models.domain.search_marks import snippet
from app.models.domain.search_query import LONGEST_QUERY, SearchQuery
from app.models.domain.search_terms import Wanted, parsed, with_forms
from app.models.domain.words import search_text
from app.models.queries import search
from app.models.queries.counts import CAP, capped
from app.models.queries.inbox import fill_rows
from app.models.queries.inbox_filters import scopes_of
from app.models.queries.inbox_keys import page_keys
from app.models.queries.search_filters import resolved
from app.services.database import Database
from app.services.inbox import InboxService, viewpoint_of
from app.services.rights import require
from app.services.search_found import AMONG_NEWEST, NEWEST_READ, found_rows, instead_of, written_groups

NEWEST = 25
_FEW = 8
_LINE, _LEAD = 56, 12
_LONGEST_TEXT = LONGEST_QUERY
_NEWEST_FIRST = SearchOptions()


class SearchService:
    """Answers the search box with at most a few short range reads."""

    def __init__(self, *, database: Database, inbox: InboxService) -> None:
        self._database = database
        self._inbox = inbox

    def lookup(self, text: str, actor: Actor) -> SearchAnswer:
        """Return cases by protocol, then customers by name or handle, then the newest 25 mentions with the words.

        A merged case's protocol leads to the case that it lives on in. Words also take phrases in quotes, ``-word``,
        ``begin*`` and named filters such as ``canal:``.
        """
        require(actor, Right.READ)
        text = text[:_LONGEST_TEXT].strip()
        query, wanted = parsed(text)
        with self._database.read() as connection:
            if query.protocol is not None:
                return self._by_protocol(connection, query.protocol, actor)
            case_ids = _cases(connection, query.protocol_fragment)
            customers = search.customers_briefly(connection, _name(text), _FEW) if not query.filters else []
            rows = self._rows(connection, [(RowKind.CASE, each) for each in case_ids], actor)
        hits = [_case_hit(row) for row in rows]
        hits += [SearchHit(HitKind.CUSTOMER, each, name, handles) for each, name, handles in customers]
        found, count = self._mentions(text, actor) if not wanted.is_empty or query.filters else ((), Count(0))
        hits += [
            SearchHit(
                HitKind.MENTION, row.id, row.author, row=row, excerpt=snippet(row.text, wanted.marks, _LINE, _LEAD).text
            )
            for row in found
        ]
        return SearchAnswer(tuple(hits), count, problem="protocol" if query.problems else "")

    def find(self, text: str, actor: Actor, options: SearchOptions = _NEWEST_FIRST) -> SearchResults:
        """Return what a text leads to, a group for each kind: the newest (or the best of the newest) and how many.

        A query that asks for nothing that can be found (only words to leave out, only signs) has no groups; what
        could not be read stands in ``problems``. Texts beyond 1,000 signs or 60 words are cut and say so.
        """
        require(actor, Right.READ)
        shown = text.strip()
        asked = with_forms(shown[:_LONGEST_TEXT]) if options.with_forms else shown
        query, wanted = parsed(asked)
        is_cut = query.is_cut or len(shown) > _LONGEST_TEXT
        nothing = SearchResults(shown, problems=query.problems, is_cut=is_cut)
        if query.protocol is not None:
            exact = self.lookup(query.protocol, actor).exact_case_id
            if exact is not None:
                groups = self._groups(query.protocol, wanted, actor, options)
                return replace(nothing, groups=groups, exact_case_id=exact)
        if wanted.is_empty and not _asks_otherwise(query):
            return replace(nothing, has_words_only_to_leave_out=bool(query.excluded))
        found = replace(nothing, groups=self._groups(asked, wanted, actor, options))
        return replace(found, instead=self._instead(shown, wanted)) if found.is_empty else found

    def _groups(self, asked: str, wanted: Wanted, actor: Actor, options: SearchOptions) -> tuple[FoundGroup, ...]:
        cases = self._list(HitKind.CASE, InboxView.ALL_CASES, asked, actor, options)
        mentions = self._list(HitKind.MENTION, InboxView.ALL_MENTIONS, asked, actor, options)
        with self._database.read() as connection:
            viewpoint, _warning = viewpoint_of(self._database, connection, actor)
            own = written_groups(connection, asked, wanted, viewpoint, options)
        by_kind = {group.kind: group for group in (cases, mentions, *own)}
        return tuple(by_kind[kind] for kind in HitKind if kind in by_kind and by_kind[kind].hits)

    def _list(self, kind: HitKind, view: InboxView, asked: str, actor: Actor, options: SearchOptions) -> FoundGroup:
        query, most = InboxQuery(view, Filter(text=asked)), AMONG_NEWEST if options.by_relevance else NEWEST_READ
        _query, wanted = parsed(asked)
        with self._database.read() as connection:
            viewpoint, warning = viewpoint_of(self._database, connection, actor)
            scopes = scopes_of(connection, resolved(connection, query), viewpoint)
            keys = page_keys(connection, scopes, viewpoint, sort=Sort.NEWEST, cursor=None, limit=CAP + 1)
            rows = fill_rows(connection, [(key.kind, key.id) for key in keys[:most]], viewpoint, warning)
            hits = found_rows(connection, rows, wanted, options)
        is_among_newest = options.by_relevance and len(keys) > most
        return FoundGroup(kind, hits, capped(len(keys), CAP), query, is_among_newest=is_among_newest)

    def _instead(self, text: str, wanted: Wanted) -> str:
        with self._database.read() as connection:
            return instead_of(connection, text, wanted)

    def _by_protocol(self, connection: Connection, protocol: str, actor: Actor) -> SearchAnswer:
        case_id = search.case_by_protocol(connection, protocol)
        if case_id is None:
            return SearchAnswer((), Count(0))
        survivor = search.survivor_of(connection, case_id)
        rows = self._rows(connection, [(RowKind.CASE, survivor)], actor)
        return SearchAnswer(tuple(_case_hit(row) for row in rows), Count(0), exact_case_id=survivor)

    def _mentions(self, text: str, actor: Actor) -> tuple[tuple[InboxRow, ...], Count]:
        query = InboxQuery(InboxView.ALL_MENTIONS, Filter(text=text))
        page = self._inbox.page(query, actor, limit=NEWEST)
        if page.next is None:
            return page.rows, capped(len(page.rows), CAP)
        return page.rows, self._inbox.count(query, actor, CAP)

    def _rows(self, connection: Connection, keys: list[tuple[RowKind, int]], actor: Actor) -> tuple[InboxRow, ...]:
        viewpoint, warning = viewpoint_of(self._database, connection, actor)
        return fill_rows(connection, keys, viewpoint, warning)


def _asks_otherwise(query: SearchQuery) -> bool:
    """Tell whether something is asked for by other means than words."""
    days = query.since is not None or query.until is not None
    return bool(query.filters) or days or query.protocol_fragment is not None


def _cases(connection: Connection, fragment: str | None) -> list[int]:
    if fragment is None:
        return []
    found = search.cases_by_fragment(connection, fragment, _FEW)
    return list(dict.fromkeys(search.survivor_of(connection, each) for each in found))


def _name(text: str) -> str:
    return search_text(text.removeprefix("@").replace('"', " "))


def _case_hit(row: InboxRow) -> SearchHit:
    return SearchHit(HitKind.CASE, row.id, row.protocol or "", row.author, row, " ".join(row.text.split())[:_LINE])
