"""Internal notes on a case, in which colleagues are called by @name."""

from __future__ import annotations

import re

from sqlalchemy import Connection, insert, select

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor, Right
from app.models.domain.search_hit import HitKind
from app.models.domain.vocabulary import DraftKind
from app.models.domain.words import clean_text, fold
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Note
from app.models.schema.people import Person
from app.services.acts import Act, Done
from app.services.case_desk import CaseDesk, Step
from app.services.drafts import drop_draft
from app.services.errors import Invalid
from app.services.work_texts import drop_text, put_text

_CALL = re.compile(r"@(\w+(?: \w+){0,3})")


class NoteService:
    """Writes notes; they never leave the house."""

    def __init__(self, *, desk: CaseDesk) -> None:
        self._desk = desk

    def write_note(self, actor: Actor, case_id: int, text: str, *, expected_version: int) -> Done[CaseDetail]:
        """Add a note; the history names the colleagues called in it. Specialists may write notes too.

        Raises:
            Invalid: ``empty_text``. Conflict: ``case_changed``. Refused: the state's code.
        """
        tidy = clean_text(text).strip()
        if not tidy:
            raise Invalid("empty_text")

        def work(act: Act, _row: AnyRow) -> Step:
            called = called_people(act.connection, tidy)
            note_id = act.connection.execute(
                insert(Note)
                .values(case_id=case_id, author_id=actor.person_id, text=tidy, written_at=act.at)
                .returning(Note.id)
            ).scalar_one()
            put_text(act.connection, (HitKind.NOTE, note_id), case_id, tidy, act.at)
            drop_draft(act.connection, case_id, actor.person_id, DraftKind.NOTE)
            return Step(
                body={"note": note_id, "called": called},
                put_back=lambda undo: drop_text(undo.connection, HitKind.NOTE, note_id),
            )

        return self._desk.act(
            actor, case_id, expected_version, Verb.NOTE, work, right=Right.ANSWER_AREA, tables=(Note,)
        )


def called_people(connection: Connection, text: str) -> list[int]:
    """Return the ids of the persons called by @name (or by a first name that only one has), accents and case aside."""
    typed = [fold(match) for match in _CALL.findall(text)]
    if not typed:
        return []
    people = connection.execute(select(Person.id, Person.folded_name).where(Person.is_active).order_by(Person.id)).all()
    found: dict[int, None] = {}
    for words in typed:
        whole = [row.id for row in people if f"{words} ".startswith(f"{row.folded_name} ")]
        first = [row.id for row in people if row.folded_name.split()[:1] == words.split()[:1]]
        for person_id in whole or (first if len(first) == 1 else []):
            found.setdefault(person_id, None)
    return list(found)
