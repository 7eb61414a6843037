"""Which words the mentions hold that begin so: the way around FTS5's prefix search, which reads every posting first."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, text

from app.models.domain.word_forms import beginnings_of, forms_of

SQLITE = "sqlite"
MOST_TERMS = 150
"""A tenth of a millisecond each, to find and to search; what has more is looked for among the newest mentions."""
_LAST_SIGN = "\U0010ffff"
_THERE = text(
    "SELECT word FROM unnest(CAST(:words AS text[])) AS asked(word) WHERE EXISTS"
    " (SELECT 1 FROM mention_search WHERE words @@ CAST(quote_literal(word) AS tsquery) LIMIT 1)"
)
_THERE_LOCALLY = text(
    "SELECT value FROM json_each(:words) AS asked WHERE EXISTS"
    " (SELECT 1 FROM temp.mention_terms WHERE term = asked.value)"
)
_NEXT = text("SELECT term FROM temp.mention_terms WHERE term >= :low AND term < :high LIMIT 1")


def terms_beginning(connection: Connection, beginning: str, most: int) -> tuple[str, ...] | None:
    """Return the indexed words that begin so; None when there are more than ``most``, or on an engine without a list.

    Each word is one seek: reading the list in order would walk through all places of every word.
    """
    if connection.dialect.name != SQLITE or not beginning:
        return None
    found: list[str] = []
    low, high = beginning, beginning + _LAST_SIGN
    while (term := connection.execute(_NEXT, {"low": low, "high": high}).scalar()) is not None:
        if len(found) == most:
            return None
        found.append(str(term))
        low = f"{term}\x01"  # less than any letter or digit that could follow
    return tuple(found)


def known_forms(connection: Connection, word: str) -> tuple[str, ...]:
    """Return the forms of a word that stand in any mention; none where they cannot be listed in a moment."""
    forms, found = frozenset(forms_of(word)), set[str]()
    for begun in beginnings_of(word):
        terms = terms_beginning(connection, begun, MOST_TERMS)
        if terms is None:
            return ()
        found |= forms.intersection(terms)
    return tuple(sorted(found))


def known_words(connection: Connection, words: Iterable[str]) -> set[str]:
    """Return those of some folded words that stand in any mention; one short look into the index for each."""
    asked = sorted(set(words))
    if not asked:
        return set()
    if connection.dialect.name == SQLITE:
        return set(connection.execute(_THERE_LOCALLY, {"words": json.dumps(asked)}).scalars())
    return set(connection.execute(_THERE, {"words": asked}).scalars())
