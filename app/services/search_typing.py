"""What the search box shows while somebody types: keys and values to complete, recent searches, and the first hits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxRow, InboxView, RowKind
from app.models.domain.people import Actor, Right
from app.models.domain.search_completion import SHOWN_KEYS, Typing, key_word, typing_at, written
from app.models.domain.search_hit import Completion, HitKind, SearchHit, TypedAnswer
from app.models.domain.search_query import FilterKey
from app.models.domain.search_terms import SHORTEST_BEGINNING, parsed
from app.models.domain.sentiment_words import CASE_STATE_WORDS, MENTION_STATE_WORDS, SENTIMENT_WORDS
from app.models.domain.words import fold, search_words
from app.models.queries import search
from app.models.queries.inbox import fill_rows
from app.models.queries.search_names import beginning, names_for
from app.models.queries.search_vocabulary import MOST_TERMS, terms_beginning
from app.models.queries.search_work import newest_texts
from app.services.business_zone import business_zone
from app.services.database import Database
from app.services.inbox import InboxService, viewpoint_of
from app.services.rights import require

OFFERED, HITS = 8, 6
LOOKED_AT = 1_000
"""Newest mentions that are looked through for a beginning of too many words."""
_RECENT_DAYS = 60
_LANGUAGES = ("pt", "en", "es")
_FIXED: dict[FilterKey, tuple[str, ...]] = {
    FilterKey.SENTIMENT: tuple(SENTIMENT_WORDS),
    FilterKey.STATE: (*MENTION_STATE_WORDS, *CASE_STATE_WORDS),
    FilterKey.LANGUAGE: _LANGUAGES,
}
_DAYS_BACK = (0, 1, 7, 30)


class TypingService:
    """Answers each letter within a few short reads; never reads a list from end to end."""

    def __init__(self, *, database: Database, inbox: InboxService) -> None:
        self._database = database
        self._inbox = inbox

    def typed(self, text: str, cursor: int, actor: Actor, *, recent: Sequence[str] = ()) -> TypedAnswer:
        """Return what completes the piece at the cursor, and what the text leads to, its last word as a beginning.

        ``recent`` are the person's last searches: those that begin like the text are offered again.
        """
        require(actor, Right.READ)
        typing = typing_at(text, cursor)
        offered = [*_recent(text, recent)]
        with self._database.read() as connection:
            today = self._database.clock.now().astimezone(business_zone(connection)).date()
            if typing is not None:
                offered += _completions(connection, typing, today)
        is_value = typing is not None and typing.key is not None
        hits, is_newest = ((), False) if is_value or not text.strip() else self._hits(text, actor)
        return TypedAnswer(tuple(offered[:OFFERED]), hits, is_newest)

    def _hits(self, text: str, actor: Actor) -> tuple[tuple[SearchHit, ...], bool]:
        query, wanted = parsed(text)
        with self._database.read() as connection:
            viewpoint, warning = viewpoint_of(self._database, connection, actor)
            case_ids = _cases(connection, query.protocol, query.protocol_fragment)
            rows = fill_rows(connection, [(RowKind.CASE, each) for each in case_ids], viewpoint, warning)
            customers = [] if query.filters else search.customers_briefly(connection, " ".join(query.words), HITS)
        hits = [SearchHit(HitKind.CASE, row.id, row.protocol or "", row.author, row) for row in rows]
        hits += [SearchHit(HitKind.CUSTOMER, each, name, handles) for each, name, handles in customers]
        found, is_newest = ((), False) if wanted.is_empty else self._mentions(text, actor)
        hits += [SearchHit(HitKind.MENTION, row.id, row.author, row=row) for row in found]
        return tuple(hits), is_newest

    def _mentions(self, text: str, actor: Actor) -> tuple[Sequence[InboxRow], bool]:
        """Return the newest mentions with the words, the last one as a beginning."""
        head, _blank, last = text.rpartition(" ")
        begun = search_words(last)
        if text.endswith((" ", '"', "*")) or len(begun) != 1 or last.startswith(("-", "~")) or ":" in last:
            return self._newest(text, actor)
        with self._database.read() as connection:
            terms = terms_beginning(connection, begun[0], MOST_TERMS)
            is_listed = connection.dialect.name == search.SQLITE
        if terms is not None:
            return self._newest(f"{head} {'|'.join((*terms, terms[0]))}", actor) if terms else ((), False)
        if is_listed or len(begun[0]) < SHORTEST_BEGINNING:
            return self._looked_through(head, begun[0], actor), True
        return self._newest(f"{head} {begun[0]}*", actor)

    def _newest(self, text: str, actor: Actor) -> tuple[Sequence[InboxRow], bool]:
        # Two common words that seldom meet are looked for through all their places: first in the last weeks.
        since = (self._database.clock.now() - timedelta(days=_RECENT_DAYS)).date()
        for start in (since, None):
            query = InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(text=text, since=start))
            rows = self._inbox.page(query, actor, limit=HITS).rows
            if len(rows) == HITS:
                break
        return rows, False

    def _looked_through(self, head: str, begun: str, actor: Actor) -> Sequence[InboxRow]:
        _query, wanted = parsed(head)
        with self._database.read() as connection:
            texts = newest_texts(connection, LOOKED_AT)
        found: list[int] = []
        for mention_id, words in texts:
            folded = search_words(words)
            if any(word.startswith(begun) for word in folded) and wanted.fits(folded):
                found.append(mention_id)
            if len(found) == HITS:
                break
        return self._inbox.rows([(RowKind.MENTION, each) for each in found], actor)


def _cases(connection: Connection, protocol: str | None, fragment: str | None) -> list[int]:
    if protocol is not None:
        found = search.case_by_protocol(connection, protocol)
        return [] if found is None else [search.survivor_of(connection, found)]
    if fragment is None:
        return []
    ids = search.cases_by_fragment(connection, fragment, HITS)
    return list(dict.fromkeys(search.survivor_of(connection, each) for each in ids))


def _recent(text: str, recent: Iterable[str]) -> Iterable[Completion]:
    begun = fold(text).strip()
    for each in recent:
        if fold(each).startswith(begun) and fold(each) != begun:
            yield Completion(each, 0, len(text), name=each, is_recent=True)


def _completions(connection: Connection, typing: Typing, today: date) -> list[Completion]:
    start, end = typing.start, typing.end
    if typing.key is None:
        if not typing.begun:
            return []
        keys = [word for word in SHOWN_KEYS if fold(word).startswith(typing.begun)]
        return [Completion(f"{word}:", start, end, SHOWN_KEYS[word], word) for word in keys]
    word = key_word(typing.key)
    if typing.key in {FilterKey.SINCE, FilterKey.UNTIL}:
        days = [today - timedelta(days=back) for back in _DAYS_BACK]
        shown = [day.strftime("%d/%m/%Y") for day in days]
        return [
            Completion(f"{word}:{each}", start, end, typing.key, each, str(back))
            for each, back in zip(shown, _DAYS_BACK, strict=True)
            if each.startswith(typing.begun.replace(" ", "/"))
        ]
    if typing.key in _FIXED:
        names = beginning(_FIXED[typing.key], typing.begun)
    else:
        names = names_for(connection, typing.key, typing.begun, OFFERED)
    return [Completion(written(word, name), start, end, typing.key, name) for name in names]
