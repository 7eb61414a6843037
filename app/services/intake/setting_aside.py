"""Puts in *Monitorar* what a channel brought and no person needs: reposts, repeats, other terms, machines' answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain
from typing import Any

from sqlalchemy import Connection, select, text

from app.models.domain.folding import (
    MANY_AUTHORS_WITHIN,
    SAME_AUTHOR_WITHIN,
    AsideReason,
    Said,
    is_outside_terms,
    is_repeat,
    said,
)
from app.models.domain.vocabulary import MentionState
from app.models.schema.mentions import Mention
from app.services.channels.base import SearchTerms
from app.services.id_lists import chunks, one_of
from app.services.intake.rows import Prepared, said_by
from app.services.mention_book import NewMention
from app.services.time_ids import lowest_id

_MOST_EARLIER = 1_000
_MOST_LOOKUPS = 16
"""Linked texts of one batch that are looked for among other authors: each costs a question of its own."""
_MOST_FOUND = 20
_SEARCHED_WORDS = 4
_LINKED = "linked"
_FIND = {
    "sqlite": text(
        "SELECT rowid FROM mention_search WHERE mention_search MATCH :words AND rowid >= :low ORDER BY rowid DESC"
        " LIMIT :most"
    ),
    "postgresql": text(
        "SELECT id FROM mention_search WHERE words @@ to_tsquery('simple', :words) AND id >= :low ORDER BY id DESC"
        " LIMIT :most"
    ),
}
_JOIN = {"sqlite": " AND ", "postgresql": " & "}


def set_aside(
    connection: Connection,
    terms: SearchTerms,
    prepared: Sequence[Prepared],
    rows: Sequence[NewMention],
    *,
    spoke_before: Set[int],
) -> None:
    """Change the rows (not inserted yet) of mentions that wait for triage and need no person.

    What is at crisis level stays for a person, whatever it repeats. ``spoke_before`` are the handles that were known
    before this batch: nobody else can have said anything earlier.
    """
    open_pairs = [
        (each, row)
        for each, row in zip(prepared, rows, strict=True)
        if row.values["state"] is MentionState.TO_TRIAGE and row.values["crisis_level"] is None
    ]
    repeats = _repeats(connection, open_pairs, spoke_before)
    for each, row in open_pairs:
        reason = _reason(each, terms) or (AsideReason.REPEAT if row.values["id"] in repeats else None)
        if reason is not None:
            row.values.update(state=MentionState.MONITORED, state_reason=reason.value)


def _reason(each: Prepared, terms: SearchTerms) -> AsideReason | None:
    mention = each.mention
    if mention.is_automatic:
        return AsideReason.AUTOMATIC
    is_ours = mention.is_direct or mention.is_private
    if not is_ours and is_outside_terms(
        each.item.words, mention.language, none_of=terms.none_of, languages=terms.languages
    ):
        return AsideReason.TERMS
    return AsideReason.REPOST if mention.repost_of else None


def _repeats(connection: Connection, pairs: Sequence[tuple[Prepared, NewMention]], spoke_before: Set[int]) -> set[int]:
    new = {
        row.values["id"]: said(
            said_by(each.mention),
            row.values["handle_id"],
            row.values["posted_at"],
            is_private=each.mention.is_private,
        )
        for each, row in sorted(pairs, key=lambda pair: int(pair[1].values["id"]))
    }
    new = {mention_id: each for mention_id, each in new.items() if each.is_foldable}
    if not new:
        return set()
    earlier: dict[tuple[object, str], list[Said]] = defaultdict(list)
    for each in _stored_before(connection, list(new.values()), spoke_before):
        _remember(earlier, each)
    found = set()
    for mention_id, each in new.items():
        if is_repeat(each, chain(earlier[each.author, each.opening], earlier[_LINKED, each.opening])):
            found.add(mention_id)
        _remember(earlier, each)
    return found


def _remember(earlier: dict[tuple[object, str], list[Said]], each: Said) -> None:
    """Keep a text where those of its author, and those with links, are looked for."""
    if each.author is not None:
        earlier[each.author, each.opening].append(each)
    if each.has_link:
        earlier[_LINKED, each.opening].append(each)


def _stored_before(connection: Connection, new: Sequence[Said], spoke_before: Set[int]) -> Iterator[Said]:
    """Yield what is stored already and may be the same: of the same authors, and of anybody with the same words."""
    since = lowest_id(min(each.at for each in new) - SAME_AUTHOR_WITHIN)
    authors = sorted({each.author for each in new if isinstance(each.author, int)} & spoke_before)
    for part in chunks(authors):
        mine = one_of(connection, Mention.handle_id, part)
        yield from _said_in(connection, mine, Mention.id >= since)
    linked = {each.words: each for each in new if each.has_link}
    ids: set[int] = set()
    for each in list(linked.values())[:_MOST_LOOKUPS]:
        ids |= _same_words(connection, each)
    for some in chunks(sorted(ids)):
        yield from _said_in(connection, one_of(connection, Mention.id, some))


def _same_words(connection: Connection, each: Said) -> set[int]:
    longest = sorted(set(each.words.split()), key=lambda word: (-len(word), word))[:_SEARCHED_WORDS]
    dialect = connection.dialect.name
    quote = '"' if dialect == "sqlite" else "'"
    words = _JOIN[dialect].join(f"{quote}{word}{quote}" for word in longest)
    low = lowest_id(each.at - MANY_AUTHORS_WITHIN)
    return set(connection.execute(_FIND[dialect], {"words": words, "low": low, "most": _MOST_FOUND}).scalars())


def _said_in(connection: Connection, *conditions: Any) -> Iterable[Said]:  # noqa: ANN401 - SQL conditions
    statement = (
        select(Mention.handle_id, Mention.title, Mention.text, Mention.posted_at)
        .where(*conditions)
        .order_by(Mention.id.desc())
        .limit(_MOST_EARLIER)
    )
    for row in connection.execute(statement):
        whole = f"{row.title}\n{row.text}" if row.title and row.title != row.text else row.text
        yield said(whole, row.handle_id, row.posted_at)
