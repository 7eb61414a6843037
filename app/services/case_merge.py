"""Unites two cases on one matter, and parts them again at any later time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import CaseState, MentionState
from app.models.queries.case_facts import open_forwarding
from app.models.queries.rows import AnyRow
from app.models.schema.base import NEVER, Base
from app.models.schema.cases import CaseMerge, Forwarding, Note, Promise, Reply
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.case_book import CaseBook
from app.services.case_clock import STANDING_STATES, next_due
from app.services.case_desk import CaseDesk, Step, state_after
from app.services.case_reader import CaseReader
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.mention_book import MentionBook
from app.services.rights import require

# What was said and done follows the survivor; the absorbed case keeps its protocol, its history and its deadlines.
_FOLLOWING: tuple[type[Base], ...] = (Forwarding, Note, Promise, Reply)
_IN_CASE = frozenset({MentionState.IN_CASE})
# Work that goes on must not vanish into a case that has ended: what the survivor has to be able to take.
_SURVIVES = {CaseState.RESOLVED: Verb.SPLIT, CaseState.CLOSED: Verb.NOTE}
_TIMES = ("last_customer_at", "last_reply_at", "first_response_at", "protocol_told_at")


class CaseMergeService:
    """Merges and parts cases; ``moved_mention_ids`` holds, as JSON, the ids of all rows that moved."""

    def __init__(
        self, *, database: Database, book: CaseBook, mentions: MentionBook, desk: CaseDesk, reader: CaseReader
    ) -> None:
        self._database = database
        self._book = book
        self._mentions = mentions
        self._desk = desk
        self._reader = reader

    def merge(
        self, actor: Actor, survivor_id: int, absorbed_id: int, *, expected_version: int, absorbed_version: int
    ) -> Done[CaseDetail]:
        """Unite ``absorbed_id`` into ``survivor_id``; both belong to one customer. Return the survivor.

        Raises:
            Refused: ``merge_with_itself``, ``customers_differ``, a state's code. Conflict: ``case_changed``.
        """
        require(actor, Right.WORK_CASES)
        if survivor_id == absorbed_id:
            raise Refused("merge_with_itself")

        def once(act: Act) -> int:
            versions = {survivor_id: expected_version, absorbed_id: absorbed_version}
            rows = {case_id: self._book.lock(act, case_id, versions[case_id]) for case_id in sorted(versions)}
            return self._unite(act, rows[survivor_id], rows[absorbed_id])

        merge_id, changes = self._database.act(once, actor=actor)
        return Done(
            self._reader.detail(survivor_id, actor.person_id),
            changes,
            Undo("merge", 1, lambda: self.unmerge(actor, merge_id)),
        )

    def unmerge(self, actor: Actor, merge_id: int) -> Done[CaseDetail]:
        """Part what a merge united, at any time; what came to the survivor since stays there. Return the absorbed case.

        Raises:
            Invalid: ``merge_missing`` when there is none or it is undone already.
            Refused: ``case_merged`` while the survivor itself is united with another: that one is parted first.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> int:
            merge = act.connection.execute(
                select(*CaseMerge.__table__.c)
                .where(CaseMerge.id == merge_id, CaseMerge.undone_at.is_(None))
                .with_for_update()
            ).one_or_none()
            if merge is None:
                raise Invalid("merge_missing")
            rows = {
                case_id: self._book.lock(act, case_id, None)
                for case_id in sorted((merge.survivor_id, merge.absorbed_id))
            }
            # What moved lies with whoever took the survivor in: nothing would come back from here.
            state_after(rows[merge.survivor_id].state, Verb.NOTE)
            self._part(act, merge, rows[merge.survivor_id], rows[merge.absorbed_id])
            return int(merge.absorbed_id)

        absorbed_id, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(absorbed_id, actor.person_id), changes)

    def merges_of(self, case_id: int) -> tuple[int, ...]:
        """Return the merges into a case that can be undone, the latest first."""
        statement = (
            select(CaseMerge.id)
            .where(CaseMerge.survivor_id == case_id, CaseMerge.undone_at.is_(None))
            .order_by(CaseMerge.id.desc())
        )
        with self._database.read() as connection:
            return tuple(connection.execute(statement).scalars())

    def _unite(self, act: Act, survivor: AnyRow, absorbed: AnyRow) -> int:
        state_after(survivor.state, _SURVIVES.get(absorbed.state, Verb.PROMISE))
        state_after(absorbed.state, Verb.MERGE)
        if survivor.customer_id != absorbed.customer_id:
            raise Refused("customers_differ")
        moved = self._move_rows(act, absorbed.id, survivor.id)
        changed = _joined(survivor, absorbed) | _at_area(survivor, absorbed)
        self._desk.write(act, survivor, changed, Step(is_voice_new=True, recompute="crisis_level" in changed))
        values = {"state": CaseState.MERGED, "merged_into_id": survivor.id, "due_at": NEVER}
        self._book.write(act, absorbed, values, is_voice_new=True)
        told = {name: [_text(getattr(survivor, name)), _text(value)] for name, value in changed.items()}
        merge_id = act.connection.execute(
            insert(CaseMerge)
            .values(
                survivor_id=survivor.id,
                absorbed_id=absorbed.id,
                absorbed_state=absorbed.state,
                moved_mention_ids=json.dumps({"moved": moved, "set": told}),
                actor_id=act.actor.person_id,
                merged_at=act.at,
            )
            .returning(CaseMerge.id)
        ).scalar_one()
        act.record(survivor.id, "merge", {"absorbed": absorbed.id, "protocol": absorbed.protocol, "merge": merge_id})
        act.record(absorbed.id, "merged_into", {"survivor": survivor.id, "protocol": survivor.protocol})
        return int(merge_id)

    def _part(self, act: Act, merge: AnyRow, survivor: AnyRow, absorbed: AnyRow) -> None:
        told = json.loads(merge.moved_mention_ids)
        self._move_rows(act, survivor.id, absorbed.id, only=told["moved"])
        back = {
            name: _value(name, before)
            for name, (before, after) in told["set"].items()
            if _text(getattr(survivor, name)) == after
        }
        self._desk.write(act, survivor, back, Step(is_voice_new=True, recompute="crisis_level" in back))
        state = merge.absorbed_state
        if state is CaseState.WAITING_AREA and open_forwarding(act.connection, absorbed.id) is None:
            # The area has answered while the cases were one.
            state = CaseState.IN_SERVICE
        due = NEVER if state in STANDING_STATES else next_due(absorbed._asdict())
        values = {"state": state, "merged_into_id": None, "due_at": due}
        self._book.write(act, absorbed, values, is_voice_new=True)
        act.connection.execute(update(CaseMerge).where(CaseMerge.id == merge.id).values(undone_at=act.at))
        act.record(survivor.id, "unmerge", {"absorbed": absorbed.id, "protocol": absorbed.protocol})
        act.record(absorbed.id, "unmerge", {"survivor": survivor.id, "protocol": survivor.protocol})

    def _move_rows(
        self, act: Act, source: int, target: int, only: Mapping[str, list[int]] | None = None
    ) -> dict[str, list[int]]:
        """Move mentions and what follows them from one case to another; return the ids moved, by table."""
        moved: dict[str, list[int]] = {}
        tables: tuple[type[Base], ...] = (Mention, *_FOLLOWING)
        for table in tables:
            columns = table.__table__.c
            ids = list(
                act.connection.execute(
                    select(columns.id).where(columns.case_id == source).order_by(columns.id)
                ).scalars()
            )
            wanted = ids if only is None else [each for each in ids if each in set(only.get(table.__tablename__, []))]
            moved[table.__tablename__] = wanted
            if not wanted:
                continue
            if table is Mention:
                self._mentions.move(act, wanted, to=MentionState.IN_CASE, expected=_IN_CASE, case_id=target)
                continue
            for start in range(0, len(wanted), 500):
                part = wanted[start : start + 500]
                act.connection.execute(update(table).where(columns.id.in_(part)).values(case_id=target))
        return moved


def _joined(survivor: AnyRow, absorbed: AnyRow) -> dict[str, Any]:
    """Return what the survivor takes over: the latest words, the first answer, the graver level."""
    values: dict[str, Any] = {}
    for name, choose in (
        ("last_customer_at", max),
        ("last_reply_at", max),
        ("first_response_at", min),
        ("protocol_told_at", min),
        ("crisis_level", min),
    ):
        known = [each for each in (getattr(survivor, name), getattr(absorbed, name)) if each is not None]
        if known and choose(known) != getattr(survivor, name):
            values[name] = choose(known)
    if "last_customer_at" in values:
        values["preview"] = absorbed.preview
    for mark in ("is_severe", "was_forwarded"):
        if getattr(absorbed, mark) and not getattr(survivor, mark):
            values[mark] = True
    return values


def _at_area(survivor: AnyRow, absorbed: AnyRow) -> dict[str, Any]:
    """Return what the survivor takes over from a case that waits for an area: the waiting moves with the forwarding."""
    if absorbed.state is not CaseState.WAITING_AREA or survivor.state is CaseState.WAITING_AREA:
        return {}
    return {"state": CaseState.WAITING_AREA, "area_id": absorbed.area_id}


def _text(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _value(name: str, told: Any) -> Any:  # noqa: ANN401 - a column's value as JSON and back
    if name == "state":
        return CaseState(told)
    return datetime.fromisoformat(told) if name in _TIMES and told is not None else told
