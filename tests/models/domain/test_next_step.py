from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.next_step import NextStep, NextStepBy, NextStepCode, NextStepFacts, next_step
from app.models.domain.vocabulary import CaseState

S, C, B = CaseState, NextStepCode, NextStepBy
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def h(hours: int) -> datetime:
    return NOON + timedelta(hours=hours)


ANSWERED: dict[str, Any] = {
    "first_response_at": h(-5),
    "last_reply_at": h(-5),
    "last_customer_at": h(-6),
    "resolution_due_at": h(30),
}
READY = {"is_classified": True, "is_protocol_told": True}


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        ({"state": S.VOIDED, "promise_due_at": h(1)}, NextStep(C.NOTHING, B.NOBODY)),
        ({"state": S.MERGED}, NextStep(C.NOTHING, B.NOBODY)),
        ({"state": S.CLOSED}, NextStep(C.NOTHING, B.NOBODY)),
        ({"state": S.CLOSED, "follow_up_at": h(9)}, NextStep(C.FOLLOW_UP, B.OWNER, h(9))),
        ({"state": S.CLOSED, "promise_due_at": h(3)}, NextStep(C.KEEP_PROMISE, B.OWNER, h(3))),
        ({"state": S.CLOSED, "last_customer_at": h(2), "resolved_at": h(1)}, NextStep(C.READ_ANSWER, B.OWNER)),
        ({"state": S.RESOLVED, "last_customer_at": h(0), "resolved_at": h(1)}, NextStep(C.CLOSE, B.OWNER)),
        (
            {"state": S.RESOLVED, "last_customer_at": h(2), "resolved_at": h(1), "last_reply_at": h(3)},
            NextStep(C.CLOSE, B.OWNER),
        ),
        ({"state": S.NEW, "has_owner": False, "first_response_due_at": h(1)}, NextStep(C.TAKE_CASE, B.TEAM, h(1))),
        ({"state": S.NEW, "first_response_due_at": h(1)}, NextStep(C.FIRST_REPLY, B.OWNER, h(1))),
        (
            {"state": S.NEW, "first_response_due_at": h(1), "crisis_due_at": h(0)},
            NextStep(C.ANSWER_CRISIS, B.OWNER, h(0)),
        ),
        ({"state": S.NEW, "silence_due_at": h(0)}, NextStep(C.FIRST_REPLY, B.OWNER)),
        ({"state": S.IN_SERVICE, **ANSWERED}, NextStep(C.CLASSIFY, B.OWNER, h(30))),
        ({"state": S.REOPENED, **ANSWERED, "has_owner": False}, NextStep(C.TAKE_CASE, B.TEAM, h(30))),
        ({"state": S.IN_SERVICE, **ANSWERED, "is_classified": True}, NextStep(C.TELL_PROTOCOL, B.OWNER, h(30))),
        ({"state": S.IN_SERVICE, **ANSWERED, **READY}, NextStep(C.SOLVE, B.OWNER, h(30))),
        ({"state": S.IN_SERVICE, **ANSWERED, **READY, "has_solution": True}, NextStep(C.RESOLVE, B.OWNER, h(30))),
        (
            {"state": S.IN_SERVICE, **ANSWERED, **READY, "last_customer_at": h(-1)},
            NextStep(C.ANSWER_CUSTOMER, B.OWNER, h(30)),
        ),
        (
            {"state": S.IN_SERVICE, **ANSWERED, "promise_due_at": h(3), "legal_due_at": h(20), "silence_due_at": h(4)},
            NextStep(C.KEEP_PROMISE, B.OWNER, h(3)),
        ),
        ({"state": S.IN_SERVICE, **ANSWERED, "legal_due_at": h(20)}, NextStep(C.LEGAL_TERM, B.OWNER, h(20))),
        (
            {"state": S.IN_SERVICE, **ANSWERED, "duty_due_at": h(5), "legal_due_at": h(20)},
            NextStep(C.DUTY, B.OWNER, h(5)),
        ),
        ({"state": S.WAITING_CUSTOMER, **ANSWERED, "duty_due_at": h(5)}, NextStep(C.DUTY, B.OWNER, h(5))),
        ({"state": S.CLOSED, "duty_due_at": h(5), "promise_due_at": h(1)}, NextStep(C.DUTY, B.OWNER, h(5))),
        ({"state": S.IN_SERVICE, **ANSWERED, "follow_up_at": h(2)}, NextStep(C.FOLLOW_UP, B.OWNER, h(2))),
        ({"state": S.WAITING_AREA, "area_due_at": h(8)}, NextStep(C.AREA_ANSWER, B.AREA, h(8))),
        (
            {"state": S.WAITING_AREA, **ANSWERED, "area_due_at": h(8), "silence_due_at": h(4)},
            NextStep(C.KEEP_INFORMED, B.OWNER, h(4)),
        ),
        ({"state": S.WAITING_CUSTOMER, "follow_up_at": h(48)}, NextStep(C.CUSTOMER_ANSWER, B.CUSTOMER, h(48))),
        (
            {"state": S.WAITING_CUSTOMER, **ANSWERED, "silence_due_at": h(4)},
            NextStep(C.CUSTOMER_ANSWER, B.CUSTOMER),
        ),
        ({"state": S.IN_SERVICE, **ANSWERED, "snoozed_until": h(10)}, NextStep(C.SNOOZED, B.OWNER, h(10))),
        (
            {"state": S.IN_SERVICE, **ANSWERED, "snoozed_until": h(10), "promise_due_at": h(9)},
            NextStep(C.KEEP_PROMISE, B.OWNER, h(9)),
        ),
    ],
)
def test_next_step(facts: dict[str, Any], step: NextStep) -> None:
    assert next_step(NextStepFacts(**facts)) == step


TIMES = st.none() | st.integers(min_value=-100, max_value=100).map(h)
FACTS = st.builds(
    NextStepFacts,
    state=st.sampled_from(CaseState),
    first_response_at=TIMES,
    first_response_due_at=TIMES,
    resolution_due_at=TIMES,
    promise_due_at=TIMES,
    crisis_due_at=TIMES,
    legal_due_at=TIMES,
    last_customer_at=TIMES,
    last_reply_at=TIMES,
    snoozed_until=TIMES,
)


@given(FACTS)
def test_every_case_has_a_next_step_and_an_earlier_crisis_is_never_hidden(facts: NextStepFacts) -> None:
    step = next_step(facts)
    assert (step.code is C.NOTHING) == (step.by is B.NOBODY)
    if facts.crisis_due_at is not None and facts.state in {S.NEW, S.IN_SERVICE, S.WAITING_AREA, S.REOPENED}:
        assert step.due_at is not None
        assert step.due_at <= facts.crisis_due_at
