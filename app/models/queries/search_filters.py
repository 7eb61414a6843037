"""Turns what is asked for by name in the text of a filter (``canal:``, ``sentimento:``...) into ids of that filter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute

from app.models.domain.inbox import InboxFilter, InboxQuery
from app.models.domain.search_query import Filter, FilterKey, parse
from app.models.domain.sentiment_words import sentiment_named
from app.models.domain.words import fold, search_text
from app.models.queries.search import without_prefixes
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.people import Area, Person

_NOTHING = 2**31 - 1  # an id that no row has: a name that fits nothing finds nothing
_AS_WORDS = (FilterKey.AUTHOR, FilterKey.CUSTOMER, FilterKey.STATE)
_AXES = {FilterKey.SUBJECT: "subject", FilterKey.NATURE: "nature"}


def resolved(connection: Connection, query: InboxQuery) -> InboxQuery:
    """Return the query with the named filters of its text as ids; a name that fits nothing finds nothing.

    Excluded names and the keys ``de:``, ``cliente:`` and ``estado:`` are left to words.
    """
    if ":" not in query.filter.text:
        return query
    asked = parse(query.filter.text)
    by_key: dict[FilterKey, list[Filter]] = defaultdict(list)
    for each in asked.filters:
        if not each.excluded:
            by_key[each.key].append(each)
    wanted = query.filter
    if asked.since is not None:
        wanted = replace(wanted, since=max(asked.since, wanted.since or asked.since))
    if asked.until is not None:
        wanted = replace(wanted, until=min(asked.until, wanted.until or asked.until))
    for key, filters in by_key.items():
        wanted = _with(connection, wanted, key, [each.folded for each in filters])
    return replace(query, filter=replace(wanted, text=_words_only(wanted.text, by_key)))


def _words_only(text: str, by_key: Mapping[FilterKey, list[Filter]]) -> str:
    """Return the text without the filters that have become ids; an author or customer stays as words."""
    rest, prefixes = without_prefixes(text)
    asked = parse(rest)
    if asked.protocol is not None:
        return asked.protocol
    parts = [*asked.words, *(f"{each}*" for each in prefixes), *(f'"{each}"' for each in asked.phrases)]
    parts += [each.folded for key in _AS_WORDS for each in by_key.get(key, ())]
    parts += [f'-"{each}"' for each in asked.excluded]
    return " ".join(parts) or (asked.protocol_fragment or "")


def _with(connection: Connection, wanted: InboxFilter, key: FilterKey, names: list[str]) -> InboxFilter:
    if key is FilterKey.SENTIMENT:
        found = [each for each in map(sentiment_named, names) if each is not None]
        if not found:
            return replace(wanted, channel_ids=(_NOTHING,))
        return replace(wanted, sentiments=tuple(dict.fromkeys((*wanted.sentiments, *found))))
    if key is FilterKey.CHANNEL:
        ids = _named(connection, Channel, names, Channel.name, Channel.short_name, Channel.key)
        return replace(wanted, channel_ids=(*wanted.channel_ids, *ids))
    if key is FilterKey.AREA:
        return replace(wanted, area_ids=(*wanted.area_ids, *_named(connection, Area, names, Area.name, Area.key)))
    if key is FilterKey.OWNER:
        return replace(wanted, owner_ids=(*wanted.owner_ids, *_named(connection, Person, names, Person.name)))
    if key in _AXES:
        return replace(wanted, node_ids=(*wanted.node_ids, *_nodes(connection, _AXES[key], names)))
    return wanted


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
