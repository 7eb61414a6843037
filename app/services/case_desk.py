"""Runs one act on one case the same way every time: right, lock, version, rule, write, clock, history, way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.case_flow import Refusal, transition
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import CaseState
from app.models.queries.case_facts import Carried, Suggested, case_nodes
from app.models.queries.rows import AnyRow
from app.models.schema.base import Base
from app.models.schema.rules import Duty
from app.services.acts import Act, Done, Undo
from app.services.breach_book import notice_late_act
from app.services.case_book import CaseBook, write_deadlines
from app.services.case_clock import CaseClock
from app.services.case_reader import CaseReader
from app.services.case_undo import Snapshot, put_back, take
from app.services.crisis_clocks import ClockMove, note_worked, take_back
from app.services.database import Database
from app.services.duty_book import add_duties, duties_of_nodes, reopen_answers, settle_answers
from app.services.errors import Refused
from app.services.rights import require


@dataclass(frozen=True, slots=True)
class Step:
    """What an act writes: columns of the case, the nodes it then carries, facts for the history.

    ``suggested`` names all axes whose node is only proposed then; None: those that were and whose node stays.

    ``put_back`` restores what lies outside the case's own tables; ``recompute`` asks for new deadlines.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, object] = field(default_factory=dict)
    nodes: Mapping[int, int] | None = None
    suggested: Mapping[int, Suggested] | None = None
    recompute: bool = False
    is_voice_new: bool = False
    put_back: Callable[[Act], object] | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    snapshot: Snapshot
    version: int
    first: Callable[[Act], object]
    put_back: Callable[[Act], object] | None
    clocks: Sequence[ClockMove]


Work = Callable[[Act, AnyRow], Step]


class CaseDesk:
    """One act on one case = one transaction; returns the new detail and, where wanted, the undo."""

    def __init__(self, *, database: Database, book: CaseBook, clock: CaseClock, reader: CaseReader) -> None:
        self._database = database
        self._book = book
        self._clock = clock
        self._reader = reader

    def act(
        self,
        actor: Actor,
        case_id: int,
        expected_version: int,
        verb: Verb | None,
        work: Work,
        *,
        name: str | None = None,
        right: Right = Right.WORK_CASES,
        tables: Sequence[type[Base]] = (),
        can_undo: bool = True,
        first: Callable[[Act], object] = lambda _act: None,
    ) -> Done[CaseDetail]:
        """Do ``work`` on a case; ``verb`` None is an act that no state refuses but the final ones.

        ``name`` is the history's verb (the verb's own when None); ``tables`` are those whose rows the undo restores;
        ``first`` locks what every act locks before cases (customers, handles), for the act and for its undo.

        Raises:
            Refused: the state's code, or ``not_allowed``. Conflict: ``case_changed``. Invalid: ``case_missing``.
        """
        require(actor, right)
        label = name or (verb or Verb.NOTE).value

        def once(act: Act) -> _Way:
            first(act)
            row = self._book.lock(act, case_id, expected_version)
            state = state_after(row.state, verb or Verb.NOTE)
            snapshot = take(act, row._asdict(), (*tables, Duty))
            step = work(act, row)
            version = self.write(act, row, {"state": state, **step.values}, step)
            act.record(case_id, label, history_body(row, {"state": state, **step.values}, step.body))
            return _Way(snapshot, version, first, step.put_back, note_worked(act, case_id))

        way, changes = self._database.act(once, actor=actor)
        undo = Undo(label, 1, lambda: self._revert(actor, case_id, label, way)) if can_undo else None
        return Done(self._reader.detail(case_id, actor.person_id), changes, undo)

    def write(self, act: Act, row: AnyRow, values: Mapping[str, Any], step: Step) -> int:
        """Write a locked case with its clock; return the new version. For acts on several cases."""
        # No deadline and no duty follows from what nobody has confirmed.
        said = None if step.nodes is None else Carried(step.nodes, step.suggested or {}).confirmed
        nodes = case_nodes(act.connection, row.id) if said is None else said
        clock = self._clock.move(act, row, values, nodes, recompute=step.recompute)
        written = {**values, **clock}
        self._follow(act, row, row._asdict() | written, said)
        return self._book.write(
            act, row, written, nodes=step.nodes, suggested=step.suggested, is_voice_new=step.is_voice_new
        )

    def _follow(self, act: Act, row: AnyRow, after: Mapping[str, Any], nodes: Mapping[int, int] | None) -> None:
        """Write down what an act means for duties and deadlines: late, settled, open again, arisen by a node."""
        notice_late_act(act, row, after)
        if row.resolved_at is None and after["resolved_at"] is not None:
            settle_answers(act, row.id)
        if row.resolved_at is not None and after["resolved_at"] is None:
            reopen_answers(act, row.id, row.resolved_at)
        if nodes:
            calendar = self._clock.calendar(act.connection)
            found = duties_of_nodes(act.connection, after["channel_id"], nodes.values(), act.at, calendar)
            add_duties(act, row.id, found)

    def _revert(self, actor: Actor, case_id: int, label: str, way: _Way) -> Done[CaseDetail]:
        def once(act: Act) -> None:
            # The same order as in every act: customers, the case, its mentions.
            way.first(act)
            self._book.lock(act, case_id, way.version)
            if way.put_back is not None:
                way.put_back(act)
            put_back(act, self._book, way.snapshot, way.version)
            take_back(act, way.clocks)
            # The act's snapshot holds the deadlines of its time; hours or targets may have changed since.
            row = self._book.lock(act, case_id, None)
            write_deadlines(act, {case_id: self._clock.renewed(act.connection, row, way.snapshot.carried.confirmed)})
            act.record(case_id, "undo", {"of": label})

        _, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(case_id, actor.person_id), changes)


def state_after(state: CaseState, verb: Verb) -> CaseState:
    """Return the state that an act leads to.

    Raises:
        Refused: with the code of ``case_flow``.
    """
    outcome = transition(state, verb)
    if isinstance(outcome, Refusal):
        raise Refused(outcome.code.value, state=state.value)
    return outcome


def history_body(row: AnyRow, values: Mapping[str, Any], facts: Mapping[str, object]) -> dict[str, object]:
    """Return what the history says of an act: changed columns from and to, and the act's own facts."""
    before = row._asdict()
    changed = {name: value for name, value in values.items() if before[name] != value}
    body: dict[str, object] = dict(facts)
    if changed:
        body["from"] = {name: _plain(before[name]) for name in changed}
        body["to"] = {name: _plain(value) for name, value in changed.items()}
    return body


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)
