"""The one line that says what is due on a case, by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.domain.vocabulary import CaseState


class NextStepCode(StrEnum):
    """What is due; each has one sentence on the screen."""

    NOTHING = "nothing"
    TAKE_CASE = "take_case"
    ANSWER_CRISIS = "answer_crisis"
    FIRST_REPLY = "first_reply"
    ANSWER_CUSTOMER = "answer_customer"
    TELL_PROTOCOL = "tell_protocol"
    CLASSIFY = "classify"
    SOLVE = "solve"
    RESOLVE = "resolve"
    CLOSE = "close"
    READ_ANSWER = "read_answer"
    AREA_ANSWER = "area_answer"
    CUSTOMER_ANSWER = "customer_answer"
    KEEP_PROMISE = "keep_promise"
    KEEP_INFORMED = "keep_informed"
    LEGAL_TERM = "legal_term"
    DUTY = "duty"
    FOLLOW_UP = "follow_up"
    SNOOZED = "snoozed"


class NextStepBy(StrEnum):
    """Whose turn it is; the team's while the case has no owner."""

    OWNER = "owner"
    TEAM = "team"
    AREA = "area"
    CUSTOMER = "customer"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is due, by whom, by when (aware UTC; None = no date)."""

    code: NextStepCode
    by: NextStepBy
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NextStepFacts:
    """What the line looks at; all times aware UTC, None = there is none.

    ``promise_due_at`` is the earliest open promise; ``silence_due_at`` when the customer must have heard of us;
    ``crisis_due_at`` the end of the crisis clock while it is not met; ``duty_due_at`` the earliest open duty that is no
    answer to the demand; ``follow_up_at`` the follow-up date.
    """

    state: CaseState
    has_owner: bool = True
    is_classified: bool = False
    has_solution: bool = False
    is_protocol_told: bool = False
    first_response_at: datetime | None = None
    first_response_due_at: datetime | None = None
    resolution_due_at: datetime | None = None
    legal_due_at: datetime | None = None
    area_due_at: datetime | None = None
    promise_due_at: datetime | None = None
    silence_due_at: datetime | None = None
    crisis_due_at: datetime | None = None
    duty_due_at: datetime | None = None
    last_customer_at: datetime | None = None
    last_reply_at: datetime | None = None
    area_answered_at: datetime | None = None
    resolved_at: datetime | None = None
    snoozed_until: datetime | None = None
    follow_up_at: datetime | None = None


def next_step(facts: NextStepFacts) -> NextStep:
    """Return the next step: what the state asks for, unless a dated duty comes before it."""
    if facts.state in {CaseState.VOIDED, CaseState.MERGED}:
        return NextStep(NextStepCode.NOTHING, NextStepBy.NOBODY)
    if facts.state in {CaseState.RESOLVED, CaseState.CLOSED}:
        return _after_the_answer(facts)
    step = _of_state(facts)
    for duty in _duties(facts):
        if duty.due_at is not None and (step.due_at is None or duty.due_at < step.due_at):
            step = duty
    return step


def _after_the_answer(facts: NextStepFacts) -> NextStep:
    owner = _owner(facts)
    if _is_after(facts.last_customer_at, facts.resolved_at) and _is_after(facts.last_customer_at, facts.last_reply_at):
        return NextStep(NextStepCode.READ_ANSWER, owner)
    if facts.duty_due_at is not None:
        return NextStep(NextStepCode.DUTY, owner, facts.duty_due_at)
    if facts.promise_due_at is not None:
        return NextStep(NextStepCode.KEEP_PROMISE, owner, facts.promise_due_at)
    if facts.state is CaseState.RESOLVED:
        return NextStep(NextStepCode.CLOSE, owner, facts.follow_up_at)
    if facts.follow_up_at is not None:
        return NextStep(NextStepCode.FOLLOW_UP, owner, facts.follow_up_at)
    return NextStep(NextStepCode.NOTHING, NextStepBy.NOBODY)


def _of_state(facts: NextStepFacts) -> NextStep:
    owner = _owner(facts)
    if facts.snoozed_until is not None:
        return NextStep(NextStepCode.SNOOZED, owner, facts.snoozed_until)
    if facts.state is CaseState.WAITING_AREA:
        return NextStep(NextStepCode.AREA_ANSWER, NextStepBy.AREA, facts.area_due_at)
    if facts.state is CaseState.WAITING_CUSTOMER:
        return NextStep(NextStepCode.CUSTOMER_ANSWER, NextStepBy.CUSTOMER, facts.follow_up_at)
    if facts.first_response_at is None:
        code = NextStepCode.FIRST_REPLY if facts.has_owner else NextStepCode.TAKE_CASE
        return NextStep(code, owner, facts.first_response_due_at)
    return NextStep(_work_left(facts), owner, facts.resolution_due_at)


def _work_left(facts: NextStepFacts) -> NextStepCode:
    checks = (
        (NextStepCode.TAKE_CASE, not facts.has_owner),
        (NextStepCode.ANSWER_CUSTOMER, _is_after(facts.last_customer_at, facts.last_reply_at)),
        (NextStepCode.ANSWER_CUSTOMER, _is_after(facts.area_answered_at, facts.last_reply_at)),
        (NextStepCode.CLASSIFY, not facts.is_classified),
        (NextStepCode.TELL_PROTOCOL, not facts.is_protocol_told),
        (NextStepCode.SOLVE, not facts.has_solution),
    )
    return next((code for code, is_due in checks if is_due), NextStepCode.RESOLVE)


def _duties(facts: NextStepFacts) -> Iterator[NextStep]:
    """Yield the dated duties, the weightiest first: of two due at once that one is shown."""
    owner = _owner(facts)
    yield NextStep(NextStepCode.ANSWER_CRISIS, owner, facts.crisis_due_at)
    yield NextStep(NextStepCode.LEGAL_TERM, owner, facts.legal_due_at)
    yield NextStep(NextStepCode.DUTY, owner, facts.duty_due_at)
    yield NextStep(NextStepCode.KEEP_PROMISE, owner, facts.promise_due_at)
    if facts.state is not CaseState.WAITING_CUSTOMER and facts.first_response_at is not None:
        is_answered = _is_after(facts.area_answered_at, facts.last_reply_at)
        code = NextStepCode.ANSWER_CUSTOMER if is_answered else NextStepCode.KEEP_INFORMED
        yield NextStep(code, owner, facts.silence_due_at)
    if facts.state is not CaseState.WAITING_CUSTOMER:
        yield NextStep(NextStepCode.FOLLOW_UP, owner, facts.follow_up_at)


def _owner(facts: NextStepFacts) -> NextStepBy:
    return NextStepBy.OWNER if facts.has_owner else NextStepBy.TEAM


def _is_after(later: datetime | None, earlier: datetime | None) -> bool:
    return later is not None and (earlier is None or later > earlier)
