import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.case_flow import (
    FINAL_STATES,
    WORKING_STATES,
    Act,
    CaseState,
    CloseFacts,
    ClosingKind,
    Refusal,
    RefusalCode,
    Step,
    StepFacts,
    StepState,
    allowed_acts,
    missing_to_close,
    proposed_closing_kind,
    step_of,
    transition,
)

ALL_PAIRS = [(state, act) for state in CaseState for act in Act]


@pytest.mark.parametrize(("state", "act"), ALL_PAIRS)
def test_every_act_in_every_state_is_a_transition_or_a_coded_refusal(state: CaseState, act: Act) -> None:
    outcome = transition(state, act)
    assert isinstance(outcome, CaseState | Refusal)
    if isinstance(outcome, Refusal):
        assert outcome.code in RefusalCode


@pytest.mark.parametrize("act", list(Act))
def test_voided_and_merged_are_final(act: Act) -> None:
    assert transition(CaseState.VOIDED, act) == Refusal(RefusalCode.CASE_VOIDED)
    assert transition(CaseState.MERGED, act) == Refusal(RefusalCode.CASE_MERGED)


S = CaseState


@pytest.mark.parametrize(
    ("state", "act", "outcome"),
    [
        (S.NEW, Act.TAKE, S.IN_SERVICE),
        (S.NEW, Act.ASSIGN, S.NEW),
        (S.NEW, Act.REPLY_PUBLIC, S.IN_SERVICE),
        (S.NEW, Act.NOTE, S.NEW),
        (S.NEW, Act.FORWARD_TO_AREA, S.WAITING_AREA),
        (S.NEW, Act.CUSTOMER_REPLIED, S.NEW),
        (S.NEW, Act.CLOSE, S.CLOSED),
        (S.NEW, Act.VOID, S.VOIDED),
        (S.NEW, Act.MERGE, S.MERGED),
        (S.NEW, Act.REOPEN, RefusalCode.CASE_OPEN),
        (S.NEW, Act.DISPUTE_TO_OMBUDSMAN, RefusalCode.NOT_ATTENDED),
        (S.NEW, Act.RECORD_SATISFACTION, RefusalCode.NOT_RESOLVED),
        (S.IN_SERVICE, Act.REPLY_PRIVATE, S.IN_SERVICE),
        (S.IN_SERVICE, Act.ASK_CUSTOMER, S.WAITING_CUSTOMER),
        (S.IN_SERVICE, Act.RETURN_FROM_AREA, RefusalCode.NOT_WITH_AREA),
        (S.IN_SERVICE, Act.RESOLVE, S.RESOLVED),
        (S.IN_SERVICE, Act.DISPUTE_TO_OMBUDSMAN, S.WAITING_AREA),
        (S.IN_SERVICE, Act.SNOOZE, S.IN_SERVICE),
        (S.WAITING_CUSTOMER, Act.CUSTOMER_REPLIED, S.IN_SERVICE),
        (S.WAITING_CUSTOMER, Act.REPLY_PUBLIC, S.WAITING_CUSTOMER),
        (S.WAITING_AREA, Act.RETURN_FROM_AREA, S.IN_SERVICE),
        (S.WAITING_AREA, Act.CUSTOMER_REPLIED, S.WAITING_AREA),
        (S.WAITING_AREA, Act.WRITE_SOLUTION, S.WAITING_AREA),
        (S.WAITING_AREA, Act.CLOSE, S.CLOSED),
        (S.REOPENED, Act.TAKE, S.IN_SERVICE),
        (S.REOPENED, Act.FORWARD_TO_AREA, S.WAITING_AREA),
        (S.RESOLVED, Act.CLOSE, S.CLOSED),
        (S.RESOLVED, Act.REOPEN, S.REOPENED),
        (S.RESOLVED, Act.RESOLVE, RefusalCode.CASE_RESOLVED),
        (S.RESOLVED, Act.REPLY_PRIVATE, S.RESOLVED),
        (S.RESOLVED, Act.CUSTOMER_REPLIED, S.RESOLVED),
        (S.RESOLVED, Act.FORWARD_TO_AREA, RefusalCode.CASE_RESOLVED),
        (S.RESOLVED, Act.DISPUTE_TO_OMBUDSMAN, S.WAITING_AREA),
        (S.CLOSED, Act.CLOSE, RefusalCode.CASE_CLOSED),
        (S.CLOSED, Act.REOPEN, S.REOPENED),
        (S.CLOSED, Act.REPLY_PUBLIC, RefusalCode.CASE_CLOSED),
        (S.CLOSED, Act.NOTE, S.CLOSED),
        (S.CLOSED, Act.CLASSIFY, S.CLOSED),
        (S.CLOSED, Act.RECORD_SATISFACTION, S.CLOSED),
        (S.CLOSED, Act.MERGE, S.MERGED),
        (S.CLOSED, Act.VOID, RefusalCode.CASE_CLOSED),
        (S.CLOSED, Act.SPLIT, RefusalCode.CASE_CLOSED),
        (S.CLOSED, Act.DISPUTE_TO_OMBUDSMAN, S.WAITING_AREA),
    ],
)
def test_the_flow(state: CaseState, act: Act, outcome: CaseState | RefusalCode) -> None:
    expected = Refusal(outcome) if isinstance(outcome, RefusalCode) else outcome
    assert transition(state, act) == expected


@given(st.lists(st.sampled_from(list(Act)), max_size=30))
def test_a_case_never_gets_stuck_unless_voided_or_merged(acts: list[Act]) -> None:
    state = CaseState.NEW
    for act in acts:
        outcome = transition(state, act)
        state = state if isinstance(outcome, Refusal) else outcome
    offers = allowed_acts(state)
    assert (state in FINAL_STATES) == all(offer.refusal is not None for offer in offers)
    if state in WORKING_STATES:
        assert transition(state, Act.CLOSE) is CaseState.CLOSED
    elif state not in FINAL_STATES:
        assert transition(state, Act.REOPEN) is CaseState.REOPENED


def test_offers_hold_every_act_once_with_its_reason() -> None:
    offers = allowed_acts(CaseState.CLOSED)
    assert [offer.act for offer in offers] == list(Act)
    refused = {offer.act: offer.refusal for offer in offers}
    assert refused[Act.REOPEN] is None
    assert refused[Act.TAKE] == Refusal(RefusalCode.CASE_CLOSED)


def test_closing_waits_for_what_is_missing() -> None:
    offers = {offer.act: offer.refusal for offer in allowed_acts(CaseState.IN_SERVICE, missing=("nature",))}
    assert offers[Act.CLOSE] == offers[Act.RESOLVE] == Refusal(RefusalCode.MISSING_TO_CLOSE, ("nature",))
    assert offers[Act.NOTE] is None


def test_an_off_topic_case_gets_one_reply_only() -> None:
    offers = {o.act: o.refusal for o in allowed_acts(CaseState.IN_SERVICE, is_second_reply_stopped=True)}
    assert offers[Act.REPLY_PUBLIC] == offers[Act.REPLY_PRIVATE] == Refusal(RefusalCode.SECOND_REPLY_STOPPED)
    assert offers[Act.CLOSE] is None


def test_missing_to_close() -> None:
    assert missing_to_close(CloseFacts(has_nature=True, has_subject=True, has_solution=True)) == ()
    assert missing_to_close(
        CloseFacts(has_nature=False, has_subject=False, has_solution=False, was_answered=False)
    ) == ("nature", "subject", "solution", "answer")


def test_closing_kind_follows_the_way_of_the_case() -> None:
    assert proposed_closing_kind(was_forwarded=False, went_to_ombudsman=False) is ClosingKind.FIRST_LEVEL
    assert proposed_closing_kind(was_forwarded=True, went_to_ombudsman=False) is ClosingKind.SECOND_LEVEL
    assert proposed_closing_kind(was_forwarded=True, went_to_ombudsman=True) is ClosingKind.OMBUDSMAN


@pytest.mark.parametrize(
    ("facts", "current", "drawn"),
    [
        (StepFacts(S.NEW), Step.HISTORY, "D*...."),
        (StepFacts(S.NEW, is_history_seen=True), Step.SERVICE, "DD*..."),
        (StepFacts(S.IN_SERVICE, is_history_seen=True, has_first_reply=True), Step.SERVICE, "DD*..."),
        (StepFacts(S.WAITING_AREA, is_history_seen=True, was_forwarded=True), Step.SERVICE, "DD*D.."),
        (
            StepFacts(S.IN_SERVICE, is_history_seen=True, has_first_reply=True, is_classified=True),
            Step.PROTOCOL,
            "DDD*..",
        ),
        (
            StepFacts(
                S.WAITING_AREA, is_history_seen=True, has_first_reply=True, is_classified=True, is_protocol_told=True
            ),
            Step.FOLLOW_UP,
            "DDDD*.",
        ),
        (
            StepFacts(
                S.IN_SERVICE,
                is_history_seen=True,
                has_first_reply=True,
                is_classified=True,
                was_forwarded=True,
                has_solution=True,
            ),
            Step.SOLUTION,
            "DDDDD*",
        ),
        (StepFacts(S.RESOLVED), Step.SOLUTION, "DDDDD*"),
        (StepFacts(S.CLOSED), None, "DDDDDD"),
        (StepFacts(S.VOIDED), None, "D....."),
        (StepFacts(S.MERGED, is_history_seen=True), None, "DD...."),
    ],
)
def test_steps(facts: StepFacts, current: Step | None, drawn: str) -> None:
    view = step_of(facts)
    signs = {StepState.DONE: "D", StepState.CURRENT: "*", StepState.TO_COME: "."}
    assert view.current is current
    assert "".join(signs[state] for _step, state in view.states) == drawn
    assert [step for step, _state in view.states] == list(Step)
