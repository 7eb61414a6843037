"""Finds what is already stored of a batch: duplicates, authors, conversations, messages answered, open cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.words import fold
from app.models.schema.base import Base
from app.models.schema.cases import Case
from app.models.schema.customers import Handle
from app.models.schema.history import Erasure
from app.models.schema.mentions import Conversation, Mention
from app.services.id_lists import chunks, one_of

KeyOnChannel = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Author:
    """An author as a mention names one."""

    channel_id: int
    key: str
    name: str
    reach: int | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation as a mention names one."""

    channel_id: int
    key: str
    account_id: int | None
    handle_id: int | None
    is_private: bool


def stored_keys(connection: Connection, keys: Collection[bytes]) -> dict[bytes, int | None]:
    """Return the conversation of each mention that is stored under one of these dedup keys."""
    found: dict[bytes, int | None] = {}
    for part in chunks(sorted(keys)):
        rows = connection.execute(
            select(Mention.dedup_key, Mention.conversation_id).where(one_of(connection, Mention.dedup_key, part))
        )
        found.update((bytes(key), conversation_id) for key, conversation_id in rows)
    return found


def has_erasures(connection: Connection) -> bool:
    """Tell whether anything was ever erased on request."""
    return connection.execute(select(Erasure.keyed_hash).limit(1)).first() is not None


def erased_hashes(connection: Connection, hashes: Collection[bytes]) -> set[bytes]:
    """Return those of the keyed hashes that stand for something erased on request."""
    found: set[bytes] = set()
    for part in chunks(sorted(hashes)):
        rows = connection.execute(select(Erasure.keyed_hash).where(one_of(connection, Erasure.keyed_hash, part)))
        found.update(bytes(each) for each in rows.scalars())
    return found


def handles_of(connection: Connection, authors: Mapping[KeyOnChannel, Author]) -> dict[KeyOnChannel, int]:
    """Return the handle's id for each author, inserting the new ones in key order."""
    found = _find(connection, Handle, Handle.handle_key, authors)
    missing = sorted(set(authors) - set(found))
    if missing:
        rows = [_handle_row(authors[key]) for key in missing]
        _insert_new(connection, Handle, rows, ["channel_id", "handle_key"])
        found |= _find(connection, Handle, Handle.handle_key, missing)
    return found


def conversations_of(
    connection: Connection, threads: Mapping[KeyOnChannel, Thread]
) -> tuple[dict[KeyOnChannel, int], set[int]]:
    """Return the conversation's id for each thread, inserting the new ones, and the ids that were there before."""
    found = _find(connection, Conversation, Conversation.thread_key, threads)
    old = set(found.values())
    missing = sorted(set(threads) - set(found))
    if missing:
        rows = [_conversation_row(threads[key]) for key in missing]
        _insert_new(connection, Conversation, rows, ["channel_id", "thread_key"])
        found |= _find(connection, Conversation, Conversation.thread_key, missing)
    return found, old


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


def _find(
    connection: Connection,
    table: type[Handle | Conversation],
    column: Any,  # noqa: ANN401 - a mapped column of either table
    keys: Iterable[KeyOnChannel],
) -> dict[KeyOnChannel, int]:
    by_channel: dict[int, list[str]] = defaultdict(list)
    for channel_id, key in sorted(keys):
        by_channel[channel_id].append(key)
    found: dict[KeyOnChannel, int] = {}
    for channel_id, wanted in by_channel.items():
        for part in chunks(wanted):
            rows = connection.execute(
                select(column, table.id).where(table.channel_id == channel_id, one_of(connection, column, part))
            )
            found.update(((channel_id, key), row_id) for key, row_id in rows)
    return found


def _insert_new(connection: Connection, table: type[Base], rows: list[dict[str, Any]], unique: list[str]) -> None:
    # Another writer may insert the same author meanwhile: its row is then the one that counts.
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(module.insert(table).on_conflict_do_nothing(index_elements=unique), rows)


def _handle_row(author: Author) -> dict[str, Any]:
    return {
        "channel_id": author.channel_id,
        "handle_key": author.key,
        "display_name": author.name,
        "folded_name": fold(author.name),
        "customer_id": None,
        "reach": author.reach,
    }


def _conversation_row(thread: Thread) -> dict[str, Any]:
    return {
        "channel_id": thread.channel_id,
        "account_id": thread.account_id,
        "thread_key": thread.key,
        "handle_id": thread.handle_id,
        "is_private": thread.is_private,
    }
