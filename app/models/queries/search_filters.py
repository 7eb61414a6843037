"""Turns what is asked for by name in the text of a filter (``canal:``, ``sentimento:``...) into ids of that filter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute

from app.models.domain.inbox import VIEW_KINDS, InboxFilter, InboxQuery, RowKind
from app.models.domain.search_query import FilterKey, parse
from app.models.domain.search_terms import MOST_FORM_WORDS, without_marked
from app.models.domain.sentiment_words import case_states_named, mention_states_named, sentiment_named
from app.models.domain.vocabulary import CaseState, MentionState, Sentiment
from app.models.domain.words import fold, search_text
from app.models.queries.search import people_named
from app.models.queries.search_vocabulary import MOST_TERMS, SQLITE, known_forms, terms_beginning
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.people import Area, Person

T = TypeVar("T")
_NOTHING = 2**31 - 1  # an id that no row has: a name that fits nothing finds nothing
_AXES = {FilterKey.SUBJECT: "subject", FilterKey.NATURE: "nature"}
_Names = list[str]


def resolved(connection: Connection, query: InboxQuery) -> InboxQuery:
    """Return the query with the named filters of its text as ids; a name that fits nothing finds nothing."""
    query = _with_known_words(connection, query)
    if ":" not in query.filter.text:
        return query
    asked = parse(query.filter.text)
    by_key: dict[tuple[FilterKey, bool], _Names] = defaultdict(list)
    for each in asked.filters:
        is_person = each.key in {FilterKey.AUTHOR, FilterKey.CUSTOMER}
        by_key[each.key, each.excluded].append(fold(each.value) if is_person else each.folded)
    wanted = query.filter
    if asked.since is not None:
        wanted = replace(wanted, since=max(asked.since, wanted.since or asked.since))
    if asked.until is not None:
        wanted = replace(wanted, until=min(asked.until, wanted.until or asked.until))
    for (key, is_excluded), names in by_key.items():
        wanted = _with(connection, wanted, key, names, is_excluded=is_excluded, kinds=VIEW_KINDS[query.view])
    return replace(query, filter=replace(wanted, text=_words_only(wanted.text)))


def _with_known_words(connection: Connection, query: InboxQuery) -> InboxQuery:
    """Put the words that there are in the place of ``begin*`` and ``~form``.

    SQLite reads all postings of a beginning first, and asks every form, also those that nobody wrote, at each step.
    """
    marked = without_marked(query.filter.text)
    if connection.dialect.name != SQLITE or not (marked.beginnings or marked.forms):
        return query
    parts = [marked.rest, *("|".join(each) for each in marked.choices)]
    begun = {each: terms_beginning(connection, each, MOST_TERMS) or () for each in marked.beginnings}
    parts += [_one_of(known) or f"{each}*" for each, known in begun.items()]
    for place, word in enumerate(marked.forms):
        known = known_forms(connection, word) if place < MOST_FORM_WORDS else ()
        parts.append(_one_of(known) or f"~{word}")
    return replace(query, filter=replace(query.filter, text=" ".join(parts).strip()))


def _one_of(words: Sequence[str]) -> str:
    """Return the words as alternatives, of which one alone is written twice."""
    return "|".join((*words, *words[:1]))


def _words_only(text: str) -> str:
    """Return the text without the filters that have become ids."""
    marked = without_marked(text)
    asked = parse(marked.rest)
    if asked.protocol is not None:
        return asked.protocol
    parts = [*asked.words, *marked.as_written]
    parts += [f'"{each}"' for each in asked.phrases]
    parts += [f'-"{each}"' for each in asked.excluded]
    return " ".join(parts) or (asked.protocol_fragment or "")


def _with(
    connection: Connection,
    wanted: InboxFilter,
    key: FilterKey,
    names: _Names,
    *,
    is_excluded: bool,
    kinds: frozenset[RowKind],
) -> InboxFilter:
    if key is FilterKey.SENTIMENT:
        return _with_sentiments(wanted, names, is_excluded=is_excluded)
    if key is FilterKey.CHANNEL:
        ids = _named(connection, Channel, names, Channel.name, Channel.short_name, Channel.key)
        if is_excluded:
            ids = [each for each in connection.execute(select(Channel.id)).scalars() if each not in ids] or [_NOTHING]
        return replace(wanted, channel_ids=_both(wanted.channel_ids, ids))
    if key is FilterKey.STATE:
        return _with_states(wanted, names, kinds, is_excluded=is_excluded)
    if is_excluded:
        return wanted  # the parser has called it a problem: the person is told
    return _with_names(connection, wanted, key, names)


def _with_names(connection: Connection, wanted: InboxFilter, key: FilterKey, names: _Names) -> InboxFilter:
    if key is FilterKey.AREA:
        return replace(wanted, area_ids=_both(wanted.area_ids, _named(connection, Area, names, Area.name, Area.key)))
    if key is FilterKey.OWNER:
        return replace(wanted, owner_ids=_both(wanted.owner_ids, _named(connection, Person, names, Person.name)))
    if key in _AXES:
        return replace(wanted, node_ids=(*wanted.node_ids, *_nodes(connection, _AXES[key], names)))
    if key is FilterKey.LANGUAGE:
        return replace(wanted, languages=_both(wanted.languages, [name.replace(" ", "-") for name in names]))
    if key in {FilterKey.AUTHOR, FilterKey.CUSTOMER}:
        found = [people_named(connection, name, by_handle=key is FilterKey.AUTHOR) for name in names]
        handles = {each for some, _ in found for each in some}
        customers = {each for _, some in found for each in some}
        return replace(
            wanted,
            handle_ids=_both(wanted.handle_ids, sorted(handles) or [_NOTHING]),
            customer_ids=_both(wanted.customer_ids, sorted(customers) or [_NOTHING]),
        )
    return wanted


def _both(chosen: tuple[T, ...], named: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*chosen, *named)))


def _with_sentiments(wanted: InboxFilter, names: _Names, *, is_excluded: bool) -> InboxFilter:
    found = {each for each in map(sentiment_named, names) if each is not None}
    if not found:
        return wanted if is_excluded else replace(wanted, channel_ids=(_NOTHING,))
    if is_excluded:
        rest = tuple(each for each in Sentiment if each not in found)
        return replace(wanted, sentiments=rest, no_sentiment=True)
    return replace(wanted, sentiments=tuple(dict.fromkeys((*wanted.sentiments, *found))))


def _with_states(wanted: InboxFilter, names: _Names, kinds: frozenset[RowKind], *, is_excluded: bool) -> InboxFilter:
    is_mention = RowKind.MENTION in kinds
    if is_mention:
        mentions = {state for name in names for state in mention_states_named(name)}
        if is_excluded:
            mentions = set(MentionState) - mentions
        if mentions:
            return replace(wanted, mention_states=tuple(sorted(mentions)))
    else:
        cases = {state for name in names for state in case_states_named(name)}
        if is_excluded:
            cases = set(CaseState) - cases
        if cases:
            return replace(wanted, case_states=tuple(sorted(cases)))
    return replace(wanted, channel_ids=(_NOTHING,))


def _named(
    connection: Connection, table: type[Channel | Area | Person], names: list[str], *columns: InstrumentedAttribute[Any]
) -> list[int]:
    rows = connection.execute(select(table.id, *columns)).all()
    found = [row[0] for row in rows if any(_begins(text, name) for text in row[1:] for name in names)]
    return found or [_NOTHING]


def _nodes(connection: Connection, axis: str, names: list[str]) -> list[int]:
    rows = connection.execute(
        select(Node.id, Node.folded_name).join(Axis, Axis.id == Node.axis_id).where(Axis.key == axis)
    )
    found = [node for node, folded in rows if any(_begins(folded, name) for name in names)]
    return found or [_NOTHING]


def _begins(text: str, name: str) -> bool:
    return search_text(fold(text)).startswith(name)
