"""Makes the lines of the results: the piece of each text that was hit, nearly equal texts folded, the best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.models.domain import protocol
from app.models.domain.folding import said
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxRow, InboxView, RowKind
from app.models.domain.near_words import near_words
from app.models.domain.search_hit import WORK_KINDS, Found, FoundGroup, HitKind, SearchOptions
from app.models.domain.search_marks import READ, snippet
from app.models.domain.search_query import KEY_WORDS, SearchQuery, parse
from app.models.domain.search_terms import Wanted
from app.models.domain.words import search_text, search_words
from app.models.domain.zone_days import midnight
from app.models.queries import search
from app.models.queries.counts import CAP, capped
from app.models.queries.inbox_filters import Viewpoint, scopes_of
from app.models.queries.inbox_keys import among
from app.models.queries.search_filters import resolved
from app.models.queries.search_vocabulary import known_words
from app.models.queries.search_work import ArticleHit, WorkHit, article_hits, texts_of, work_hits

SHOWN = 50
NEWEST_READ = 100
"""Rows read of each list: what is nearly equal among them is folded, and the first 50 are shown."""
AMONG_NEWEST = 300
_ALIKE_WORDS, _LEAST_ALIKE = 12, 5
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_MOST_UNKNOWN = 3


def found_rows(
    connection: Connection, rows: Sequence[InboxRow], wanted: Wanted, options: SearchOptions
) -> tuple[Found, ...]:
    """Return the lines for rows of the inbox: folded, marked, in the wanted order, at most 50."""
    texts = texts_of(connection, [row.id for row in rows if row.kind is RowKind.MENTION])
    lines: dict[tuple[str, ...], list[tuple[InboxRow, str]]] = {}
    for row in rows:
        text = texts.get(row.id, ("", None))[0] if row.kind is RowKind.MENTION else row.text
        key = alike_key(text) if row.kind is RowKind.MENTION else ()
        lines.setdefault(key or (str(row.key),), []).append((row, text))
    groups = list(lines.values())
    if options.by_relevance:
        groups.sort(key=lambda group: -wanted.weight(search_words(group[0][1][:READ])))
    return tuple(_found(group, wanted, texts) for group in groups[:SHOWN])


def alike_key(text: str) -> tuple[str, ...]:
    """Return the first words of a text, by which nearly equal ones are told; nothing for one too short to be sure."""
    bare = _LINK.split(text, maxsplit=1)[0]
    if not said(bare, None, _SOME_TIME).is_foldable:
        return ()
    words = tuple(search_words(bare)[:_ALIKE_WORDS])
    return words if len(words) >= _LEAST_ALIKE else ()


def _found(group: list[tuple[InboxRow, str]], wanted: Wanted, texts: dict[int, tuple[str, str | None]]) -> Found:
    row, text = group[0]
    is_mention = row.kind is RowKind.MENTION
    return Found(
        kind=HitKind.MENTION if is_mention else HitKind.CASE,
        id=row.id,
        snippet=snippet(text, wanted.marks),
        who=row.author,
        place=row.channel_short if is_mention else (protocol.display(row.protocol) if row.protocol else ""),
        at=row.at,
        language=(texts.get(row.id, ("", None))[1] or "") if is_mention else "",
        alike=len(group) - 1,
        alike_text=f'"{" ".join(alike_key(text))}"' if len(group) > 1 else "",
    )


def written_groups(
    connection: Connection, asked: str, wanted: Wanted, viewpoint: Viewpoint, options: SearchOptions
) -> list[FoundGroup]:
    """Return the groups of customers, of our own work on cases that the filters let through, and of articles."""
    query = parse(asked)
    groups = [] if query.filters or query.since or query.until else [_customers(connection, asked)]
    if wanted.is_empty:
        return groups
    hits = _allowed(connection, _work(connection, query, wanted, viewpoint), asked, viewpoint)
    if options.by_relevance:
        hits.sort(key=lambda hit: -wanted.weight(search_words(hit.text[:READ])))
    for kind in WORK_KINDS:
        own = [hit for hit in hits if hit.kind is kind]
        lines = tuple(_of_work(hit, wanted) for hit in own[:SHOWN])
        groups.append(FoundGroup(kind, lines, capped(len(own), CAP)))
    if not query.filters:
        groups.append(_articles(article_hits(connection, wanted), wanted, options))
    return groups


def _customers(connection: Connection, asked: str) -> FoundGroup:
    name = search_text(asked.replace("~", " ").removeprefix("@").replace('"', " "))
    found = search.customers_briefly(connection, name, SHOWN + 1)
    words = set(name.split())
    lines = tuple(
        Found(HitKind.CUSTOMER, each, snippet(full, lambda word: any(map(word.startswith, words))), place=handles)
        for each, full, handles in found[:SHOWN]
    )
    return FoundGroup(HitKind.CUSTOMER, lines, capped(len(found), SHOWN))


def _work(connection: Connection, query: SearchQuery, wanted: Wanted, viewpoint: Viewpoint) -> list[WorkHit]:
    since = None if query.since is None else midnight(query.since, viewpoint.zone)
    until = None if query.until is None else midnight(query.until + timedelta(days=1), viewpoint.zone)
    return work_hits(connection, wanted, since, until)


def _allowed(connection: Connection, hits: list[WorkHit], asked: str, viewpoint: Viewpoint) -> list[WorkHit]:
    """Return the hits whose cases the named filters of the text let through."""
    named = InboxQuery(InboxView.ALL_CASES, InboxFilter(text=_filters_only(asked)))
    if not named.filter.text or not hits:
        return hits
    found = resolved(connection, named)
    kept: set[int] = set()
    for scope in scopes_of(connection, found, viewpoint):
        kept.update(among(connection, replace(scope, words=""), viewpoint, {hit.case_id for hit in hits}))
    return [hit for hit in hits if hit.case_id in kept]


def _filters_only(asked: str) -> str:
    query = parse(asked)
    marks = {True: "-", False: ""}
    words = {key: word for word, key in KEY_WORDS.items()}
    return " ".join(f'{marks[each.excluded]}{words[each.key]}:"{each.value}"' for each in query.filters)


def _of_work(hit: WorkHit, wanted: Wanted) -> Found:
    number = protocol.display(hit.protocol)
    return Found(hit.kind, hit.case_id, snippet(hit.text, wanted.marks), hit.author, number, hit.at)


def _articles(hits: list[ArticleHit], wanted: Wanted, options: SearchOptions) -> FoundGroup:
    if options.by_relevance:
        hits = sorted(hits, key=lambda hit: -wanted.weight(search_words(f"{hit.title} {hit.text}")))
    lines = tuple(
        Found(HitKind.ARTICLE, hit.id, snippet(f"{hit.title}: {hit.text}", wanted.marks), at=hit.updated_at)
        for hit in hits[:SHOWN]
    )
    return FoundGroup(HitKind.ARTICLE, lines, capped(len(hits), CAP))


def instead_of(connection: Connection, text: str, wanted: Wanted) -> str:
    """Return the text with words that nobody wrote put right, "" when there is nothing sure to propose."""
    words = dict.fromkeys((*wanted.words, *(group[0] for group in wanted.forms)))
    known = known_words(connection, words)
    unknown = [word for word in words if word not in known]
    if not 0 < len(unknown) <= _MOST_UNKNOWN:
        return ""
    better: dict[str, str] = {}
    for word in unknown:
        there = known_words(connection, near_words(word))
        nearest = next((near for near in near_words(word) if near in there), None)
        if nearest is None:
            return ""
        better[word] = nearest
    return re.sub(r"\w+", lambda match: better.get(search_text(match[0]), match[0]), text)


_SOME_TIME = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
