"""Keeps what a person has typed and not sent, so that a crash, a conflict or an undone send loses no word."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.case_detail import DraftText
from app.models.domain.people import Actor
from app.models.domain.vocabulary import DraftKind
from app.models.domain.words import clean_text
from app.models.schema.cases import Draft
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
            return tuple(DraftText(*row) for row in connection.execute(statement))

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


def drop_draft(connection: Connection, case_id: int, person_id: int, kind: DraftKind) -> None:
    """Remove a draft inside a transaction."""
    connection.execute(delete(Draft).where(Draft.case_id == case_id, Draft.person_id == person_id, Draft.kind == kind))
