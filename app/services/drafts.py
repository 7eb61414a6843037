"""Keeps what a person has typed and not sent, so that a crash, a conflict or an undone send loses no word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.case_detail import DraftText
from app.models.domain.inbox import AttachmentInfo
from app.models.domain.people import Actor
from app.models.domain.vocabulary import DraftKind
from app.models.domain.words import clean_text
from app.models.schema.cases import Draft
from app.models.schema.mentions import AttachmentContent
from app.services.attachments import NewFile, infos_of
from app.services.database import Database


class DraftService:
    """Saves and lists drafts in quiet transactions: a draft is no act."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def save(self, actor: Actor, case_id: int, kind: DraftKind, text: str) -> datetime:
        """Keep a draft (empty text discards it); return when."""
        at = self._database.clock.now()
        self._database.quiet(lambda connection: put_draft(connection, case_id, actor.person_id, kind, text=text, at=at))
        return at

    def discard(self, actor: Actor, case_id: int, kind: DraftKind) -> None:
        """Throw a draft away."""
        self._database.quiet(lambda connection: drop_draft(connection, case_id, actor.person_id, kind))

    def load(self, actor: Actor, case_id: int) -> tuple[DraftText, ...]:
        """Return the person's drafts on a case."""
        statement = select(Draft.kind, Draft.text, Draft.saved_at).where(
            Draft.case_id == case_id, Draft.person_id == actor.person_id
        )
        with self._database.read() as connection:
            return tuple(DraftText(*row) for row in connection.execute(statement.where(Draft.kind != DraftKind.FILES)))

    def keep_files(self, actor: Actor, case_id: int, files: Sequence[NewFile | int]) -> None:
        """Keep exactly these files beside a person's drafts on a case: new ones, and ids of stored ones."""
        at = self._database.clock.now()
        self._database.quiet(lambda connection: put_files(connection, case_id, actor.person_id, files, at=at))

    def files(self, actor: Actor, case_id: int) -> tuple[NewFile | AttachmentInfo, ...]:
        """Return the files beside a person's drafts on a case, in their order, the new ones with their bytes."""
        with self._database.read() as connection:
            entries = _entries(connection, case_id, actor.person_id)
            stored = infos_of(connection, case_id, [each["attachment"] for each in entries if "attachment" in each])
            contents = _contents(connection, _keys(entries))
        found = [
            stored.get(each["attachment"])
            if "attachment" in each
            else _new_file(each, contents.get(bytes.fromhex(each["key"])))
            for each in entries
        ]
        return tuple(each for each in found if each is not None)

    def cases_with_drafts(self, actor: Actor) -> tuple[int, ...]:
        """Return the cases on which the person has left something unsent, the latest first."""
        statement = select(Draft.case_id, Draft.saved_at).where(Draft.person_id == actor.person_id)
        with self._database.read() as connection:
            rows = sorted(connection.execute(statement), key=lambda row: row.saved_at, reverse=True)
        return tuple(dict.fromkeys(row.case_id for row in rows))


def put_draft(
    connection: Connection, case_id: int, person_id: int, kind: DraftKind, *, text: str, at: datetime
) -> None:
    """Write a draft inside a transaction; empty text removes it."""
    tidy = clean_text(text)
    if not tidy.strip():
        drop_draft(connection, case_id, person_id, kind)
        return
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = module.insert(Draft).values(case_id=case_id, person_id=person_id, kind=kind, text=tidy, saved_at=at)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["case_id", "person_id", "kind"], set_={"text": tidy, "saved_at": at}
        )
    )


def put_files(
    connection: Connection, case_id: int, person_id: int, files: Sequence[NewFile | int], *, at: datetime
) -> None:
    """Make these the files beside a person's drafts on a case, inside a transaction; none removes all."""
    stored = _entries(connection, case_id, person_id)
    if not files and not stored:
        return
    before = _keys(stored)
    entries: list[dict[str, Any]] = []
    contents: dict[bytes, bytes] = {}
    for each in files:
        if isinstance(each, int):
            entries.append({"attachment": each})
            continue
        key = _key(case_id, person_id, each.content)
        contents[key] = each.content
        entries.append({"name": clean_text(each.name), "media_type": each.media_type, "key": key.hex()})
    rows = [{"sha256": key, "content": contents[key]} for key in sorted(contents.keys() - before)]
    if rows:
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(module.insert(AttachmentContent).on_conflict_do_nothing(index_elements=["sha256"]), rows)
    gone = before - contents.keys()
    if gone:
        connection.execute(delete(AttachmentContent).where(AttachmentContent.sha256.in_(sorted(gone))))
    put_draft(connection, case_id, person_id, DraftKind.FILES, text=json.dumps(entries) if entries else "", at=at)


def drop_draft(connection: Connection, case_id: int, person_id: int, kind: DraftKind) -> None:
    """Remove a draft inside a transaction."""
    connection.execute(delete(Draft).where(Draft.case_id == case_id, Draft.person_id == person_id, Draft.kind == kind))


def _entries(connection: Connection, case_id: int, person_id: int) -> list[dict[str, Any]]:
    mine = (Draft.case_id == case_id, Draft.person_id == person_id, Draft.kind == DraftKind.FILES)
    stored = connection.execute(select(Draft.text).where(*mine)).scalar_one_or_none()
    return [] if stored is None else list(json.loads(stored))


def _keys(entries: Iterable[dict[str, Any]]) -> set[bytes]:
    return {bytes.fromhex(each["key"]) for each in entries if "key" in each}


def _key(case_id: int, person_id: int, content: bytes) -> bytes:
    """Return where the bytes of a draft's file lie: a place that no reply and no other draft shares.

    So they can be removed with the draft, without a look at who else might have the same file.
    """
    place = sha256(f"draft {case_id} {person_id} ".encode())
    place.update(content)
    return place.digest()


def _contents(connection: Connection, keys: set[bytes]) -> dict[bytes, bytes]:
    statement = select(AttachmentContent.sha256, AttachmentContent.content)
    rows = connection.execute(statement.where(AttachmentContent.sha256.in_(sorted(keys)))) if keys else ()
    return {bytes(row.sha256): bytes(row.content) for row in rows}


def _new_file(entry: dict[str, Any], content: bytes | None) -> NewFile | None:
    return None if content is None else NewFile(entry["name"], entry["media_type"], content)
