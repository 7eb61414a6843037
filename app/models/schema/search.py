"""Search tables, whose form is each engine's own: FTS5 virtual tables on SQLite, tsvector and arrays on PostgreSQL.

They hold only derived data: ``mention_search`` the folded words (title and text), ``mention_facet`` and ``case_facet``
tokens for any combination of filters, ``protocol_search`` the protocol's digits for fragments, ``work_search`` the
words of notes, solutions, answers and articles.
"""

from __future__ import annotations

SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE mention_search USING fts5"
    "(words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    "INSERT INTO mention_search(mention_search, rank) VALUES('secure-delete', 1)",
    "CREATE VIRTUAL TABLE mention_facet USING fts5"
    "(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE case_facet USING fts5"
    "(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE protocol_search USING fts5(protocol, content='', contentless_delete=1, tokenize='trigram')",
    "CREATE VIRTUAL TABLE work_search USING fts5"
    "(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')",
    "INSERT INTO work_search(work_search, rank) VALUES('secure-delete', 1)",
)
SQLITE_SEARCH_TABLES = ("mention_search", "mention_facet", "case_facet", "protocol_search", "work_search")

POSTGRES_SEARCH = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE TABLE mention_search (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX ix_mention_search_words ON mention_search USING gin (words)",
    "CREATE TABLE mention_facet (id bigint PRIMARY KEY, tokens text[] NOT NULL)",
    "CREATE INDEX ix_mention_facet_tokens ON mention_facet USING gin (tokens)",
    "CREATE TABLE case_facet (id bigint PRIMARY KEY, tokens text[] NOT NULL)",
    "CREATE INDEX ix_case_facet_tokens ON case_facet USING gin (tokens)",
    'CREATE INDEX ix_case_protocol_trgm ON "case" USING gin (protocol gin_trgm_ops)',
    "CREATE TABLE work_search (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX ix_work_search_words ON work_search USING gin (words)",
)
POSTGRES_SEARCH_TABLES = ("mention_search", "mention_facet", "case_facet", "work_search")

# What words there are; each connection has its own, since it holds nothing and only looks into the index.
TERMS = "CREATE VIRTUAL TABLE temp.mention_terms USING fts5vocab(main, mention_search, instance)"

_OWN_FORM = (*SQLITE_SEARCH_TABLES, *POSTGRES_SEARCH_TABLES, "ix_case_protocol_trgm")


def is_search_object(name: str) -> bool:
    """Tell whether a table or index is one of these (FTS5 keeps its data in tables of its own beside them)."""
    return name.startswith(_OWN_FORM)
