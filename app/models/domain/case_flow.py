"""The life of a case: which act leads from which state to which, what is refused and why, and the six steps drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.models.domain.vocabulary import CaseState, ClosingKind, MentionState

__all__ = [
    "FINAL_STATES",
    "WORKING_STATES",
    "Act",
    "ActOffer",
    "CaseState",
    "CloseFacts",
    "ClosingKind",
    "MentionState",
    "Refusal",
    "RefusalCode",
    "Step",
    "StepFacts",
    "StepState",
    "StepView",
    "allowed_acts",
    "missing_to_close",
    "proposed_closing_kind",
    "step_of",
    "transition",
]


class Act(StrEnum):
    """What can be done with a case. Undo is no act: it puts back the state recorded before the act."""

    TAKE = "take"
    ASSIGN = "assign"
    REPLY_PUBLIC = "reply_public"
    REPLY_PRIVATE = "reply_private"
    NOTE = "note"
    CLASSIFY = "classify"
    FORWARD_TO_AREA = "forward_to_area"
    RETURN_FROM_AREA = "return_from_area"
    ASK_CUSTOMER = "ask_customer"
    CUSTOMER_REPLIED = "customer_replied"
    WRITE_SOLUTION = "write_solution"
    RESOLVE = "resolve"
    CLOSE = "close"
    REOPEN = "reopen"
    DISPUTE_TO_OMBUDSMAN = "dispute_to_ombudsman"
    SNOOZE = "snooze"
    WAKE = "wake"
    PROMISE = "promise"
    SETTLE_PROMISE = "settle_promise"
    FOLLOW_UP = "follow_up"
    RECORD_EXTERNAL = "record_external"
    RECORD_SATISFACTION = "record_satisfaction"
    MARK_GRAVE = "mark_grave"
    MERGE = "merge"
    SPLIT = "split"
    VOID = "void"


class RefusalCode(StrEnum):
    """Why an act is refused; each has one sentence on the screen."""

    CASE_VOIDED = "case_voided"
    CASE_MERGED = "case_merged"
    CASE_CLOSED = "case_closed"
    CASE_RESOLVED = "case_resolved"
    CASE_OPEN = "case_open"
    NOT_WITH_AREA = "not_with_area"
    NOT_RESOLVED = "not_resolved"
    NOT_ATTENDED = "not_attended"
    MISSING_TO_CLOSE = "missing_to_close"
    SECOND_REPLY_STOPPED = "second_reply_stopped"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that is not possible now, and why. ``missing`` names the fields when that is the reason."""

    code: RefusalCode
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActOffer:
    """An act as the screen shows it: possible, or greyed with its reason."""

    act: Act
    refusal: Refusal | None = None


FINAL_STATES = frozenset({CaseState.VOIDED, CaseState.MERGED})
WORKING_STATES = frozenset(
    {
        CaseState.NEW,
        CaseState.IN_SERVICE,
        CaseState.WAITING_CUSTOMER,
        CaseState.WAITING_AREA,
        CaseState.REOPENED,
    }
)
_ANSWERED_STATES = frozenset({CaseState.RESOLVED, CaseState.CLOSED})
_REPLIES = frozenset({Act.REPLY_PUBLIC, Act.REPLY_PRIVATE})

_FINAL_REFUSAL = {CaseState.VOIDED: RefusalCode.CASE_VOIDED, CaseState.MERGED: RefusalCode.CASE_MERGED}
_ANSWERED_REFUSAL = {CaseState.RESOLVED: RefusalCode.CASE_RESOLVED, CaseState.CLOSED: RefusalCode.CASE_CLOSED}

# The first work on a new or reopened case puts it in service; the rest of the states stay as they are.
_STARTS_SERVICE = frozenset({Act.TAKE, Act.REPLY_PUBLIC, Act.REPLY_PRIVATE, Act.WRITE_SOLUTION})
_KEEPS_ANY_STATE = frozenset(
    {Act.NOTE, Act.CLASSIFY, Act.FOLLOW_UP, Act.RECORD_EXTERNAL, Act.SETTLE_PROMISE, Act.MARK_GRAVE}
)
_ALSO_ON_RESOLVED = frozenset(
    {Act.TAKE, Act.ASSIGN, Act.REPLY_PUBLIC, Act.REPLY_PRIVATE, Act.WRITE_SOLUTION, Act.SPLIT, Act.WAKE}
)
_MOVES: Mapping[Act, CaseState] = MappingProxyType(
    {
        Act.FORWARD_TO_AREA: CaseState.WAITING_AREA,
        Act.ASK_CUSTOMER: CaseState.WAITING_CUSTOMER,
        Act.RESOLVE: CaseState.RESOLVED,
        Act.CLOSE: CaseState.CLOSED,
        Act.VOID: CaseState.VOIDED,
        Act.MERGE: CaseState.MERGED,
    }
)


def _working_target(state: CaseState, act: Act) -> CaseState | RefusalCode:
    if act in _MOVES:
        return _MOVES[act]
    if act in _STARTS_SERVICE and state in {CaseState.NEW, CaseState.REOPENED}:
        return CaseState.IN_SERVICE
    special: dict[Act, CaseState | RefusalCode] = {
        Act.REOPEN: RefusalCode.CASE_OPEN,
        Act.RECORD_SATISFACTION: RefusalCode.NOT_RESOLVED,
        Act.RETURN_FROM_AREA: CaseState.IN_SERVICE if state is CaseState.WAITING_AREA else RefusalCode.NOT_WITH_AREA,
        Act.CUSTOMER_REPLIED: CaseState.IN_SERVICE if state is CaseState.WAITING_CUSTOMER else state,
        Act.DISPUTE_TO_OMBUDSMAN: RefusalCode.NOT_ATTENDED if state is CaseState.NEW else CaseState.WAITING_AREA,
    }
    return special.get(act, state)


def _answered_target(state: CaseState, act: Act) -> CaseState | RefusalCode:
    if act in _KEEPS_ANY_STATE or act in {Act.CUSTOMER_REPLIED, Act.RECORD_SATISFACTION}:
        return state
    if state is CaseState.RESOLVED and act in _ALSO_ON_RESOLVED:
        return state
    special: dict[Act, CaseState | RefusalCode] = {
        Act.REOPEN: CaseState.REOPENED,
        Act.DISPUTE_TO_OMBUDSMAN: CaseState.WAITING_AREA,
        Act.MERGE: CaseState.MERGED,
        Act.CLOSE: CaseState.CLOSED if state is CaseState.RESOLVED else RefusalCode.CASE_CLOSED,
    }
    return special.get(act, _ANSWERED_REFUSAL[state])


def _target(state: CaseState, act: Act) -> CaseState | RefusalCode:
    if state in FINAL_STATES:
        return _FINAL_REFUSAL[state]
    if state in _ANSWERED_STATES:
        return _answered_target(state, act)
    return _working_target(state, act)


_TABLE: Mapping[tuple[CaseState, Act], CaseState | RefusalCode] = MappingProxyType(
    {(state, act): _target(state, act) for state in CaseState for act in Act}
)


def transition(state: CaseState, act: Act) -> CaseState | Refusal:
    """Return the state the act leads to (often the same one), or the coded refusal. The protocol never changes.

    A customer's answer to a resolved or closed case keeps its state: a person judges whether to reopen.
    """
    target = _TABLE[state, act]
    return Refusal(target) if isinstance(target, RefusalCode) else target


def allowed_acts(
    state: CaseState, *, missing: tuple[str, ...] = (), is_second_reply_stopped: bool = False
) -> tuple[ActOffer, ...]:
    """Return every act with its refusal, if any, in the order of ``Act``.

    ``missing`` is what ``missing_to_close`` said; ``is_second_reply_stopped`` is set on an off-topic case that has had
    its one reply.
    """
    return tuple(
        ActOffer(act, _refusal(state, act, missing, is_second_reply_stopped=is_second_reply_stopped)) for act in Act
    )


def _refusal(state: CaseState, act: Act, missing: tuple[str, ...], *, is_second_reply_stopped: bool) -> Refusal | None:
    outcome = transition(state, act)
    if isinstance(outcome, Refusal):
        return outcome
    if act in {Act.RESOLVE, Act.CLOSE} and missing:
        return Refusal(RefusalCode.MISSING_TO_CLOSE, missing)
    if act in _REPLIES and is_second_reply_stopped:
        return Refusal(RefusalCode.SECOND_REPLY_STOPPED)
    return None


@dataclass(frozen=True, slots=True)
class CloseFacts:
    """What closing looks at. ``was_answered`` holds too where the customer was told by telephone."""

    has_nature: bool
    has_subject: bool
    has_solution: bool
    was_answered: bool = True


def missing_to_close(facts: CloseFacts) -> tuple[str, ...]:
    """Return what has to be filled in before resolving or closing: of "nature", "subject", "solution", "answer"."""
    present = {
        "nature": facts.has_nature,
        "subject": facts.has_subject,
        "solution": facts.has_solution,
        "answer": facts.was_answered,
    }
    return tuple(name for name, is_there in present.items() if not is_there)


def proposed_closing_kind(*, was_forwarded: bool, went_to_ombudsman: bool) -> ClosingKind:
    """Return the closing kind that the way of the case suggests."""
    if went_to_ombudsman:
        return ClosingKind.OMBUDSMAN
    return ClosingKind.SECOND_LEVEL if was_forwarded else ClosingKind.FIRST_LEVEL


class Step(StrEnum):
    """The six steps of the flow, in order."""

    IDENTIFICATION = "identification"
    HISTORY = "history"
    SERVICE = "service"
    PROTOCOL = "protocol"
    FOLLOW_UP = "follow_up"
    SOLUTION = "solution"


class StepState(StrEnum):
    """How a step is drawn."""

    DONE = "done"
    CURRENT = "current"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What the drawing of the steps looks at; ``has_solution`` speaks of the present round of a reopened case."""

    state: CaseState
    is_history_seen: bool = False
    has_first_reply: bool = False
    is_classified: bool = False
    is_protocol_told: bool = False
    was_forwarded: bool = False
    has_solution: bool = False


@dataclass(frozen=True, slots=True)
class StepView:
    """The six steps with their states; ``current`` is None once the case is closed, voided or merged."""

    states: tuple[tuple[Step, StepState], ...]
    current: Step | None


def step_of(facts: StepFacts) -> StepView:
    """Return how the six steps of the case are drawn; steps may be done out of order (a VIP is forwarded at once)."""
    done = _done_steps(facts)
    open_steps = [step for step in Step if step not in done]
    current = open_steps[0] if open_steps and facts.state not in FINAL_STATES else None
    return StepView(tuple((step, _step_state(step, done, current)) for step in Step), current)


def _done_steps(facts: StepFacts) -> Collection[Step]:
    if facts.state is CaseState.CLOSED:
        return frozenset(Step)
    if facts.state is CaseState.RESOLVED:
        return frozenset(Step) - {Step.SOLUTION}
    is_back = facts.has_solution and facts.state not in {CaseState.WAITING_AREA, CaseState.REOPENED}
    reached = {
        Step.IDENTIFICATION: True,
        Step.HISTORY: facts.is_history_seen,
        Step.SERVICE: facts.has_first_reply and facts.is_classified,
        Step.PROTOCOL: facts.is_protocol_told or facts.was_forwarded,
        Step.FOLLOW_UP: is_back,
    }
    return frozenset(step for step, is_done in reached.items() if is_done)


def _step_state(step: Step, done: Collection[Step], current: Step | None) -> StepState:
    if step in done:
        return StepState.DONE
    return StepState.CURRENT if step is current else StepState.TO_COME
