"""Which words the mentions hold that begin so: the way around FTS5's prefix search, which reads every posting first."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

SQLITE = "sqlite"
MOST_TERMS = 150
"""A tenth of a millisecond each, to find and to search; what has more is looked for among the newest mentions."""
_LAST_SIGN = "\U0010ffff"
_THERE = text(
    "SELECT word FROM unnest(CAST(:words AS text[])) AS asked(word) WHERE EXISTS"
    " (SELECT 1 FROM mention_search WHERE words @@ CAST(quote_literal(word) AS tsquery) LIMIT 1)"
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


def known_words(connection: Connection, words: Iterable[str]) -> set[str]:
    """Return those of some folded words that stand in any mention; one short look into the index for each."""
    asked = sorted(set(words))
    if connection.dialect.name == SQLITE:
        pairs = ({"low": word, "high": f"{word}\x01"} for word in asked)
        return {pair["low"] for pair in pairs if connection.execute(_NEXT, pair).first() is not None}
    return set(connection.execute(_THERE, {"words": asked}).scalars()) if asked else set()
