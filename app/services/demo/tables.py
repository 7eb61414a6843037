"""The columns in which the generator makes its rows, by table, and how a raw row is inserted on each engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from app.models.schema.base import EPOCH, Base, UtcDateTime
from app.models.schema.cases import Case, CaseAxis, Forwarding, Note, Promise, Reply
from app.models.schema.channels import OwnPost
from app.models.schema.crisis import CrisisClock
from app.models.schema.customers import Customer, Handle, HandleLink
from app.models.schema.history import History, HistoryBody
from app.models.schema.mentions import Conversation, Mention
from app.models.schema.rollups import (
    AxisDay,
    AxisMarkDay,
    AxisMarkMonth,
    AxisMonth,
    CaseDay,
    CaseHist,
    CrisisDay,
    MentionDay,
    MentionHour,
    MentionHourSentiment,
    PersonMonth,
    ReachDay,
    StatusCounter,
    TeamDay,
    TeamMonth,
    VoiceDay,
    VoiceMonth,
)

TABLES: tuple[type[Base], ...] = (
    Customer,
    Handle,
    HandleLink,
    Conversation,
    Mention,
    Case,
    CaseAxis,
    Reply,
    Note,
    Forwarding,
    Promise,
    CrisisClock,
    OwnPost,
    History,
    HistoryBody,
    MentionHour,
    MentionHourSentiment,
    MentionDay,
    PersonMonth,
    AxisDay,
    AxisMonth,
    AxisMarkDay,
    AxisMarkMonth,
    CaseDay,
    CaseHist,
    TeamDay,
    TeamMonth,
    VoiceDay,
    VoiceMonth,
    CrisisDay,
    ReachDay,
    StatusCounter,
)
COLUMNS: dict[str, tuple[str, ...]] = {
    table.__tablename__: tuple(column.name for column in table.__table__.columns) for table in TABLES
}
SEARCH: dict[str, dict[str, str]] = {
    "mention_search": {
        "sqlite": "INSERT INTO mention_search(rowid, words) VALUES (?, ?)",
        "postgresql": "INSERT INTO mention_search(id, words) VALUES (%s, to_tsvector('simple', %s))",
    },
    "mention_facet": {
        "sqlite": "INSERT INTO mention_facet(rowid, tokens) VALUES (?, ?)",
        "postgresql": "INSERT INTO mention_facet(id, tokens) VALUES (%s, string_to_array(%s, ' '))",
    },
    "case_facet": {
        "sqlite": "INSERT INTO case_facet(rowid, tokens) VALUES (?, ?)",
        "postgresql": "INSERT INTO case_facet(id, tokens) VALUES (%s, string_to_array(%s, ' '))",
    },
    "protocol_search": {"sqlite": "INSERT INTO protocol_search(rowid, protocol) VALUES (?, ?)", "postgresql": ""},
}
_BY_NAME = {table.__tablename__: table for table in TABLES}


def row_of(table: str, values: dict[str, Any]) -> tuple[Any, ...]:
    """Return values in the order of the table's columns; a column not named is NULL."""
    return tuple(map(values.get, COLUMNS[table]))


def insert_statement(table: str, dialect: str) -> str:
    """Return the raw INSERT of a table; empty where the engine keeps no such table."""
    if table in SEARCH:
        return SEARCH[table][dialect]
    columns = COLUMNS[table]
    places = ", ".join(["?" if dialect == "sqlite" else "%s"] * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608 - our own table and column names


def converter(table: str, dialect: str) -> Callable[[tuple[Any, ...]], tuple[Any, ...]] | None:
    """Return what turns microseconds into the engine's time, None where rows go in as they are."""
    if dialect == "sqlite" or table in SEARCH:
        return None
    places = [n for n, column in enumerate(_BY_NAME[table].__table__.columns) if isinstance(column.type, UtcDateTime)]

    def convert(row: tuple[Any, ...]) -> tuple[Any, ...]:
        changed = list(row)
        for place in places:
            if changed[place] is not None:
                changed[place] = EPOCH + timedelta(microseconds=changed[place])
        return tuple(changed)

    return convert if places else None
