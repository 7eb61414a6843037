"""Joins mentions to cases, splits them off, and annuls cases opened by mistake."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.people import Actor, Right
from app.models.domain.satisfaction import read_satisfaction
from app.models.domain.vocabulary import CaseState, DeliveryState, MentionState
from app.models.domain.words import clean_text
from app.models.queries.case_facts import open_forwarding
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Forwarding, Reply
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.case_book import CaseBook, touch_outbox
from app.services.case_desk import CaseDesk, Step, state_after
from app.services.case_ending import settle_forwarding
from app.services.case_opening import (
    FREE_STATES,
    IN_CASE,
    PREVIEW_LENGTH,
    CaseOpening,
    Opened,
    mention_rows,
    ownerless_handles,
)
from app.services.case_reader import CaseReader
from app.services.customer_book import link_handle, unlink_handle
from app.services.database import Database
from app.services.errors import Invalid, Refused
from app.services.mention_book import MentionBook
from app.services.rights import require

_ANSWERED = frozenset({CaseState.RESOLVED, CaseState.CLOSED})
_STILL_HERE = (DeliveryState.PENDING, DeliveryState.FAILED, DeliveryState.TO_APPROVE)


class CaseJoining:
    """The acts that change which mentions belong to which case."""

    def __init__(
        self,
        *,
        database: Database,
        book: CaseBook,
        mentions: MentionBook,
        opening: CaseOpening,
        desk: CaseDesk,
        reader: CaseReader,
    ) -> None:
        self._database = database
        self._book = book
        self._mentions = mentions
        self._opening = opening
        self._desk = desk
        self._reader = reader

    def attach(
        self, actor: Actor, case_id: int, mention_ids: Collection[int], *, expected_version: int
    ) -> Done[CaseDetail]:
        """Join mentions to a case; a case that waited for its customer goes on."""

        def work(act: Act, row: AnyRow) -> Step:
            rows = mention_rows(act.connection, mention_ids)
            linked = [each for each in ownerless_handles(act.connection, rows) if row.customer_id]
            for handle_id in linked:
                link_handle(act, handle_id, row.customer_id, "joined_case")
            moved = self._mentions.move(
                act, mention_ids, to=MentionState.IN_CASE, expected=FREE_STATES, case_id=case_id
            )

            def back(undoing: Act) -> None:
                self._mentions.restore(undoing, moved)
                for handle_id in linked:
                    unlink_handle(undoing, handle_id)

            values = {"state": heard_state(act.connection, row), **joined_values(row._asdict(), rows)}
            facts = {"mentions": sorted(mention_ids)}
            is_target_new = values.get("crisis_level", row.crisis_level) != row.crisis_level
            return Step(values, facts, recompute=is_target_new, is_voice_new=True, put_back=back)

        return self._desk.act(actor, case_id, expected_version, Verb.CUSTOMER_REPLIED, work, name="attach_mentions")

    def detach(
        self,
        actor: Actor,
        case_id: int,
        mention_ids: Collection[int],
        *,
        expected_version: int,
        title: str | None = None,
    ) -> Done[CaseDetail]:
        """Split mentions off into a new case of the same customer; return the new case.

        Raises:
            Invalid: ``mention_missing`` when one is not of this case.
            Refused: ``split_needs_rest`` when none would stay.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> tuple[Opened, int]:
            row = self._book.lock(act, case_id, expected_version)
            state_after(row.state, Verb.SPLIT)
            rows = mention_rows(act.connection, mention_ids)
            _check_split(act.connection, case_id, rows)
            new_id = self._opening.insert_case(act, row.customer_id, rows, title)
            moved = self._mentions.move(act, mention_ids, to=MentionState.IN_CASE, expected=IN_CASE, case_id=new_id)
            version = self._book.write(act, row, {}, is_voice_new=True)
            act.record(case_id, "split", {"mentions": sorted(mention_ids), "new_case": new_id})
            act.record(new_id, "open_case", {"split_from": case_id, "mentions": sorted(mention_ids)})
            return Opened(new_id, moved), version

        (opened, version), changes = self._database.act(once, actor=actor)

        def revert() -> Done[CaseDetail]:
            def undo(act: Act) -> None:
                row = self._book.lock(act, case_id, version)
                self._opening.void_new(act, opened, "undo")
                self._book.write(act, row, {}, is_voice_new=True)
                act.record(case_id, "undo", {"of": "split"})

            _, undone = self._database.act(undo, actor=actor)
            return Done(self._reader.detail(case_id, actor.person_id), undone)

        return Done(self._reader.detail(opened.case_id, actor.person_id), changes, Undo("split", 1, revert))

    def void(self, actor: Actor, case_id: int, *, expected_version: int, reason: str = "") -> Done[CaseDetail]:
        """Annul a case opened by mistake: its protocol stays spent, its mentions go back to triage.

        Replies that have not left yet are withdrawn: nobody may be answered in a case that never was.
        """

        def work(act: Act, row: AnyRow) -> Step:
            ids = list(act.connection.execute(select(Mention.id).where(Mention.case_id == case_id)).scalars())
            moved = self._mentions.move(act, ids, to=MentionState.TO_TRIAGE, expected=IN_CASE) if ids else []
            settle_forwarding(act, case_id, None)
            withdrawn = act.connection.execute(
                update(Reply)
                .where(Reply.case_id == case_id, Reply.state.in_(_STILL_HERE))
                .values(state=DeliveryState.WITHDRAWN)
            ).rowcount
            if withdrawn:
                touch_outbox(act)
            return Step(
                {"owner_id": row.owner_id},
                {"reason": clean_text(reason)},
                is_voice_new=True,
                put_back=(lambda undoing: self._mentions.restore(undoing, moved)) if moved else None,
            )

        return self._desk.act(actor, case_id, expected_version, Verb.VOID, work, tables=(Forwarding, Reply))


def heard_state(connection: Connection, row: AnyRow) -> CaseState:
    """Return the state of a case whose customer has spoken; one that an area still works on is the area's again.

    Raises:
        Refused: as ``state_after``.
    """
    state = state_after(row.state, Verb.CUSTOMER_REPLIED)
    if row.state is CaseState.WAITING_CUSTOMER and open_forwarding(connection, row.id) is not None:
        return CaseState.WAITING_AREA
    return state


def joined_values(case: Mapping[str, Any], rows: Sequence[AnyRow]) -> dict[str, Any]:
    """Return what a case takes over from mentions that join it: the customer's last word, the gravest crisis level.

    A new word wakes a case that was put aside; after the solution it may be the answer to how the service was.
    """
    newest = rows[-1]
    values: dict[str, Any] = {}
    last: datetime | None = case["last_customer_at"]
    if last is None or newest.posted_at > last:
        values = {"last_customer_at": newest.posted_at, "preview": newest.text[:PREVIEW_LENGTH], "snoozed_until": None}
    levels = [row.crisis_level for row in rows if row.crisis_level is not None]
    if levels and (case["crisis_level"] is None or min(levels) < case["crisis_level"]):
        values["crisis_level"] = min(levels)
    return values | _satisfaction(case, newest)


def _satisfaction(case: Mapping[str, Any], newest: AnyRow) -> dict[str, Any]:
    """Return a satisfaction answer read from the customer's words; what a person has typed in stays."""
    typed = case["satisfaction"] is not None or case["is_satisfied_resolved"] is not None
    if typed or case["state"] not in _ANSWERED or newest.posted_at < (case["resolved_at"] or newest.posted_at):
        return {}
    answer = read_satisfaction(newest.text)
    said = {"satisfaction": answer.score, "is_satisfied_resolved": answer.resolved}
    return {name: value for name, value in said.items() if value is not None}


def _check_split(connection: Connection, case_id: int, rows: Sequence[AnyRow]) -> None:
    if any(row.case_id != case_id for row in rows):
        raise Invalid("mention_missing")
    statement = select(Mention.id).where(Mention.case_id == case_id).limit(len(rows) + 1)
    if len(connection.execute(statement).all()) == len(rows):
        raise Refused("split_needs_rest")
