"""Writes and removes search words and facet tokens in the form of each engine; screens only ever read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from app.models.domain.words import search_text
from app.services.id_lists import chunks

_ADD_WORDS = {
    "sqlite": "INSERT INTO mention_search(rowid, words) VALUES (?, ?)",
    "postgresql": "INSERT INTO mention_search(id, words) VALUES (%s, to_tsvector('simple', %s))",
}
# FTS5 keeps no text of its own here: taking words out needs the very words that were put in.
_REMOVE_WORDS = {
    "sqlite": "INSERT INTO mention_search(mention_search, rowid, words) VALUES ('delete', ?, ?)",
    "postgresql": "DELETE FROM mention_search WHERE id = %s",
}
_SET_TOKENS = {
    "sqlite": "INSERT OR REPLACE INTO {table}(rowid, tokens) VALUES (?, ?)",
    "postgresql": (
        "INSERT INTO {table}(id, tokens) VALUES (%s, string_to_array(%s, ' '))"
        " ON CONFLICT (id) DO UPDATE SET tokens = excluded.tokens"
    ),
}
_ADD_TOKENS = {
    "sqlite": "INSERT INTO {table}(rowid, tokens) VALUES (?, ?)",
    "postgresql": "INSERT INTO {table}(id, tokens) VALUES (%s, string_to_array(%s, ' '))",
}
_REMOVE_TOKENS = {
    "sqlite": "DELETE FROM {table} WHERE rowid = ?",
    "postgresql": "DELETE FROM {table} WHERE id = %s",
}
MENTION_FACET = "mention_facet"
CASE_FACET = "case_facet"
_STATEMENT_ROWS = 5_000


def mention_words(title: str | None, body: str) -> str:
    """Return the folded words under which a mention is found: its title and its text, the title once when equal."""
    return search_text(f"{title}\n{body}" if title and title != body else body)


def add_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index (id, words) of new mentions, sorted by id: FTS5 takes them a third faster so."""
    _run(connection, _ADD_WORDS, [row for row in sorted(rows) if row[1]])


def remove_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Take (id, words) out of the index; ``words`` must be what ``mention_words`` gave when they were added."""
    found: list[tuple[object, ...]] = [row for row in sorted(rows) if row[1]]
    if connection.dialect.name == "postgresql":
        found = [row[:1] for row in found]
    _run(connection, _REMOVE_WORDS, found)


def add_tokens(connection: Connection, table: str, rows: Iterable[tuple[int, list[str]]]) -> None:
    """Index (id, tokens) of new rows in ``MENTION_FACET`` or ``CASE_FACET``."""
    _run(connection, _ADD_TOKENS, [(key, " ".join(tokens)) for key, tokens in sorted(rows)], table)


def set_tokens(connection: Connection, table: str, rows: Iterable[tuple[int, list[str]]]) -> None:
    """Replace the tokens of rows, whether they had any or not."""
    _run(connection, _SET_TOKENS, [(key, " ".join(tokens)) for key, tokens in sorted(rows)], table)


def remove_tokens(connection: Connection, table: str, ids: Iterable[int]) -> None:
    """Take rows out of a facet table."""
    _run(connection, _REMOVE_TOKENS, [(key,) for key in sorted(ids)], table)


def _run(
    connection: Connection, statements: dict[str, str], rows: Sequence[tuple[object, ...]], table: str = ""
) -> None:
    statement = statements[connection.dialect.name].format(table=table)
    for part in chunks(rows, _STATEMENT_ROWS):
        connection.exec_driver_sql(statement, part)
