"""The search box on top of every page: a protocol, a piece of one, a customer, or words in any mention of any year."""

from __future__ import annotations

from sqlalchemy import Connection

from app.models.domain.inbox import Count, InboxQuery, InboxRow, InboxView, RowKind
from app.models.domain.inbox import InboxFilter as Filter
from app.models.domain.people import Actor, Right
from app.models.domain.search_hit import HitKind, SearchAnswer, SearchHit
from app.models.domain.search_terms import parsed
from app.models.domain.words import search_text
from app.models.queries import search
from app.models.queries.counts import CAP, capped
from app.models.queries.inbox import fill_rows
from app.services.database import Database
from app.services.inbox import InboxService, viewpoint_of
from app.services.rights import require

NEWEST = 25
_FEW = 8
_LONGEST_TEXT = 1_000


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
        hits += [SearchHit(HitKind.MENTION, row.id, row.author, row=row) for row in found]
        return SearchAnswer(tuple(hits), count, problem="protocol" if query.problems else "")

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


def _cases(connection: Connection, fragment: str | None) -> list[int]:
    if fragment is None:
        return []
    found = search.cases_by_fragment(connection, fragment, _FEW)
    return list(dict.fromkeys(search.survivor_of(connection, each) for each in found))


def _name(text: str) -> str:
    return search_text(text.removeprefix("@").replace('"', " "))


def _case_hit(row: InboxRow) -> SearchHit:
    return SearchHit(HitKind.CASE, row.id, row.protocol or "", row.author, row)
