"""Finds what is already stored of a batch: duplicates, authors, conversations, messages answered, open cases."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, func, select, text
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.words import fold
from app.models.schema.cases import Case
from app.models.schema.customers import Handle
from app.models.schema.history import Erasure
from app.models.schema.mentions import Conversation, Mention
from app.services.id_lists import chunks, one_of
from app.services.time_ids import HIGHEST

KeyOnChannel = tuple[int, str]
# One sign may fold to eighteen, and an index holds 2,700 bytes.
_MOST_FOLDED = 400
# One question for a whole batch: a list joined to an index is answered faster than the same list inside an IN, and a
# mention that comes alone costs one round trip instead of four.
_LOOK_UP = {
    "sqlite": text(
        " UNION ALL ".join(
            (
                "SELECT 0 AS kind, w.key AS place, m.id AS row_id, m.conversation_id"
                " FROM json_each(:keys) w CROSS JOIN mention m ON m.dedup_key = unhex(w.value)",
                "SELECT 1, w.key, h.id, NULL FROM json_each(:authors) w"
                " CROSS JOIN handle h ON h.channel_id = w.value ->> 0 AND h.handle_key = w.value ->> 1",
                "SELECT 2, w.key, c.id, NULL FROM json_each(:threads) w"
                " CROSS JOIN conversation c ON c.channel_id = w.value ->> 0 AND c.thread_key = w.value ->> 1",
                HIGHEST["sqlite"].format(table="mention"),
            )
        )
    ),
    "postgresql": text(
        " UNION ALL ".join(
            (
                "SELECT 0 AS kind, w.place - 1 AS place, m.id AS row_id, m.conversation_id"
                " FROM unnest(CAST(:keys AS bytea[])) WITH ORDINALITY AS w(key, place)"
                " JOIN mention m ON m.dedup_key = w.key",
                "SELECT 1, w.place - 1, h.id, NULL"
                " FROM unnest(CAST(:author_channels AS int[]), CAST(:author_keys AS text[]))"
                " WITH ORDINALITY AS w(channel_id, key, place)"
                " JOIN handle h ON h.channel_id = w.channel_id AND h.handle_key = w.key",
                "SELECT 2, w.place - 1, c.id, NULL"
                " FROM unnest(CAST(:thread_channels AS int[]), CAST(:thread_keys AS text[]))"
                " WITH ORDINALITY AS w(channel_id, key, place)"
                " JOIN conversation c ON c.channel_id = w.channel_id AND c.thread_key = w.key",
                HIGHEST["postgresql"].format(table="mention"),
            )
        )
    ),
}


@dataclass(frozen=True, slots=True)
class Author:
    """An author as a mention names one."""

    channel_id: int
    key: str
    name: str
    reach: int | None

    def row(self) -> dict[str, Any]:
        """Return the values of a new handle."""
        return {
            "channel_id": self.channel_id,
            "handle_key": self.key,
            "display_name": self.name,
            "folded_name": fold(self.name)[:_MOST_FOLDED],
            "customer_id": None,
            "reach": self.reach,
        }


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation as a mention names one."""

    channel_id: int
    key: str
    account_id: int | None
    handle_id: int | None
    is_private: bool

    def row(self) -> dict[str, Any]:
        """Return the values of a new conversation."""
        return {
            "channel_id": self.channel_id,
            "account_id": self.account_id,
            "thread_key": self.key,
            "handle_id": self.handle_id,
            "is_private": self.is_private,
        }


@dataclass(frozen=True, slots=True)
class Known:
    """What was found of a batch; ``stored`` gives the conversation of each mention stored under a dedup key.

    ``ids`` gives those mentions' ids.
    """

    stored: dict[bytes, int | None]
    handles: dict[KeyOnChannel, int]
    conversations: dict[KeyOnChannel, int]
    highest: dict[int, int]
    ids: dict[bytes, int]


def look_up(
    connection: Connection,
    keys: Iterable[bytes] = (),
    *,
    authors: Iterable[KeyOnChannel] = (),
    threads: Iterable[KeyOnChannel] = (),
    seconds: Iterable[int] = (),
) -> Known:
    """Ask once for everything: which dedup keys, authors and threads are there, and each second's highest id."""
    asked = sorted(set(keys)), sorted(set(authors)), sorted(set(threads)), sorted(set(seconds))
    dialect = connection.dialect.name
    given = _as_json(*asked) if dialect == "sqlite" else _as_arrays(*asked)
    found: list[list[tuple[int, int, int | None]]] = [[] for _list in asked]
    for kind, place, row_id, conversation_id in connection.execute(_LOOK_UP[dialect], given):
        if row_id is not None:
            found[kind].append((place, row_id, conversation_id))
    return Known(
        stored={asked[0][place]: conversation_id for place, _id, conversation_id in found[0]},
        handles={asked[1][place]: row_id for place, row_id, _none in found[1]},
        conversations={asked[2][place]: row_id for place, row_id, _none in found[2]},
        highest={asked[3][place]: row_id for place, row_id, _none in found[3]},
        ids={asked[0][place]: row_id for place, row_id, _conversation in found[0]},
    )


def _as_json(
    keys: list[bytes], authors: list[KeyOnChannel], threads: list[KeyOnChannel], seconds: list[int]
) -> dict[str, object]:
    lists = {"keys": [key.hex() for key in keys], "authors": authors, "threads": threads, "seconds": seconds}
    return {name: json.dumps(values, ensure_ascii=False) for name, values in lists.items()}


def _as_arrays(
    keys: list[bytes], authors: list[KeyOnChannel], threads: list[KeyOnChannel], seconds: list[int]
) -> dict[str, object]:
    return {
        "keys": keys,
        "author_channels": [channel_id for channel_id, _key in authors],
        "author_keys": [key for _channel_id, key in authors],
        "thread_channels": [channel_id for channel_id, _key in threads],
        "thread_keys": [key for _channel_id, key in threads],
        "seconds": seconds,
    }


def erased_hashes(connection: Connection, hashes: Collection[bytes]) -> set[bytes]:
    """Return those of the keyed hashes that stand for something erased on request."""
    found: set[bytes] = set()
    for part in chunks(sorted(hashes)):
        rows = connection.execute(select(Erasure.keyed_hash).where(one_of(connection, Erasure.keyed_hash, part)))
        found.update(bytes(each) for each in rows.scalars())
    return found


def add_handles(connection: Connection, found: Known, authors: Mapping[KeyOnChannel, Author]) -> None:
    """Insert the authors that are missing from ``found.handles``, in key order, and add their ids to it."""
    missing = sorted(authors.keys() - found.handles.keys())
    if not missing:
        return
    found.handles.update(_insert_new(connection, _adding(Handle, connection.dialect.name), authors, missing))
    raced = authors.keys() - found.handles.keys()
    if raced:
        found.handles.update(look_up(connection, authors=raced).handles)


def add_conversations(connection: Connection, found: Known, threads: Mapping[KeyOnChannel, Thread]) -> None:
    """Insert the threads that are missing from ``found.conversations``, in key order, and add their ids to it."""
    missing = sorted(threads.keys() - found.conversations.keys())
    if not missing:
        return
    adding = _adding(Conversation, connection.dialect.name)
    found.conversations.update(_insert_new(connection, adding, threads, missing))
    raced = threads.keys() - found.conversations.keys()
    if raced:
        found.conversations.update(look_up(connection, threads=raced).conversations)


def open_cases_of(connection: Connection, conversation_ids: Collection[int]) -> dict[int, tuple[int, datetime]]:
    """Return, per conversation, the open case its mentions belong to (the newest of several) and when it opened."""
    found: dict[int, tuple[int, datetime]] = {}
    for part in chunks(sorted(conversation_ids)):
        rows = connection.execute(
            select(Mention.conversation_id, func.max(Case.id))
            .join(Case, Case.id == Mention.case_id)
            .where(one_of(connection, Mention.conversation_id, part), Case.is_open)
            .group_by(Mention.conversation_id)
        ).all()
        opened = _opened_at(connection, [case_id for _conversation, case_id in rows])
        found.update((row[0], (row[1], opened[row[1]])) for row in rows if row[0] is not None)
    return found


def _opened_at(connection: Connection, case_ids: Iterable[int]) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    for part in chunks(sorted(set(case_ids))):
        rows = connection.execute(select(Case.id, Case.opened_at).where(one_of(connection, Case.id, part)))
        found.update((case_id, opened_at) for case_id, opened_at in rows)
    return found


@cache
def _adding(table: type[Handle | Conversation], dialect: str) -> Executable:
    # Another writer may insert the same author meanwhile: its row is then the one that counts.
    statement = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    key = Handle.handle_key if table is Handle else Conversation.thread_key
    adding: Executable = statement.on_conflict_do_nothing(index_elements=["channel_id", key.key]).returning(
        table.channel_id, key, table.id
    )
    return adding


def _insert_new(
    connection: Connection,
    statement: Executable,
    values: Mapping[KeyOnChannel, Author] | Mapping[KeyOnChannel, Thread],
    missing: list[KeyOnChannel],
) -> dict[KeyOnChannel, int]:
    rows = [values[key].row() for key in missing]
    made = connection.execute(statement, rows if len(rows) > 1 else rows[0])
    return {(channel_id, key): row_id for channel_id, key, row_id in made}
