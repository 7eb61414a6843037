"""Writes and removes search words and facet tokens in the form of each engine; screens only ever read them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from app.models.domain.words import search_text
from app.services.id_lists import chunks

_ADD_WORDS = {
    "sqlite": "INSERT INTO mention_search(rowid, words) VALUES (:id, :words)",
    "postgresql": "INSERT INTO mention_search(id, words) VALUES (:id, to_tsvector('simple', :words))",
}
# FTS5 keeps no text of its own here: taking words out needs the very words that were put in.
_REMOVE_WORDS = {
    "sqlite": "INSERT INTO mention_search(mention_search, rowid, words) VALUES ('delete', :id, :words)",
    "postgresql": "DELETE FROM mention_search WHERE id = :id",
}
_SET_TOKENS = {
    "sqlite": "INSERT OR REPLACE INTO {table}(rowid, tokens) VALUES (:id, :tokens)",
    "postgresql": (
        "INSERT INTO {table}(id, tokens) VALUES (:id, string_to_array(:tokens, ' '))"
        " ON CONFLICT (id) DO UPDATE SET tokens = excluded.tokens"
    ),
}
_ADD_TOKENS = {
    "sqlite": "INSERT INTO {table}(rowid, tokens) VALUES (:id, :tokens)",
    "postgresql": "INSERT INTO {table}(id, tokens) VALUES (:id, string_to_array(:tokens, ' '))",
}
_REMOVE_TOKENS = {
    "sqlite": "DELETE FROM {table} WHERE rowid = :id",
    "postgresql": "DELETE FROM {table} WHERE id = :id",
}
MENTION_FACET = "mention_facet"
CASE_FACET = "case_facet"
_STATEMENT_ROWS = 5_000


def mention_words(title: str | None, body: str) -> str:
    """Return the folded words under which a mention is found: its title and its text, the title once when equal."""
    return search_text(f"{title}\n{body}" if title and title != body else body)


def add_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index (id, words) of new mentions, sorted by id: FTS5 takes them a third faster so."""
    _run(connection, _ADD_WORDS, [{"id": key, "words": words} for key, words in sorted(rows) if words])


def remove_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Take (id, words) out of the index; ``words`` must be what ``mention_words`` gave when they were added."""
    _run(connection, _REMOVE_WORDS, [{"id": key, "words": words} for key, words in sorted(rows) if words])


def add_tokens(connection: Connection, table: str, rows: Iterable[tuple[int, list[str]]]) -> None:
    """Index (id, tokens) of new rows in ``MENTION_FACET`` or ``CASE_FACET``."""
    _run(
        connection, _for(_ADD_TOKENS, table), [{"id": key, "tokens": " ".join(tokens)} for key, tokens in sorted(rows)]
    )


def set_tokens(connection: Connection, table: str, rows: Iterable[tuple[int, list[str]]]) -> None:
    """Replace the tokens of rows, whether they had any or not."""
    _run(
        connection, _for(_SET_TOKENS, table), [{"id": key, "tokens": " ".join(tokens)} for key, tokens in sorted(rows)]
    )


def remove_tokens(connection: Connection, table: str, ids: Iterable[int]) -> None:
    """Take rows out of a facet table."""
    _run(connection, _for(_REMOVE_TOKENS, table), [{"id": key} for key in sorted(ids)])


def _for(statements: dict[str, str], table: str) -> dict[str, str]:
    return {dialect: statement.format(table=table) for dialect, statement in statements.items()}


def _run(connection: Connection, statements: dict[str, str], rows: list[dict[str, object]]) -> None:
    statement = text(statements[connection.dialect.name])
    for part in chunks(rows, _STATEMENT_ROWS):
        connection.execute(statement, part)
