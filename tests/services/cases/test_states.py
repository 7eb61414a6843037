"""Every state against every act, through the services: where an act leads, or with which code it is refused."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.case_flow import Refusal, transition
from app.models.domain.vocabulary import CaseState, Visibility
from app.models.schema.base import NEVER
from app.models.schema.cases import Case
from app.models.schema.mentions import Mention
from app.services.acts import Done
from app.services.errors import Conflict, Refused
from app.services.follow_up import NewPromise
from app.services.recount import recount
from tests.services.cases.conftest import Desk

_keys = itertools.count(1)
Doer = Callable[[Desk, int, int], Done[CaseDetail]]


def _reply(visibility: Visibility) -> Doer:
    return lambda desk, case_id, version: desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=version,
        text="Olá, já estamos vendo.",
        visibility=visibility,
        client_key=f"key-{next(_keys)}",
    )


def _classify(desk: Desk, case_id: int, version: int) -> Done[CaseDetail]:
    axis = desk.classification.trees().axis_by_key("front")
    assert axis is not None
    node = desk.classification.tree(axis.id)[0]
    return desk.classification.classify(desk.actor, case_id, axis.id, node.id, expected_version=version)


def _area(desk: Desk) -> int:
    return desk.forwarding.areas()[0].id


def _merge(desk: Desk, case_id: int, version: int) -> Done[CaseDetail]:
    other = desk.open_case("outro assunto")
    return desk.merges.merge(desk.actor, other, case_id, expected_version=1, absorbed_version=version)


def _split(desk: Desk, case_id: int, version: int) -> Done[CaseDetail]:
    with desk.database.read() as connection:
        ids = list(connection.execute(select(Mention.id).where(Mention.case_id == case_id)).scalars())
    return desk.cases.detach(desk.actor, case_id, ids[:1] or [desk.mention()], expected_version=version)


DOERS: dict[Verb, Doer] = {
    Verb.TAKE: lambda d, c, v: d.cases.take(d.actor, c, expected_version=v),
    Verb.ASSIGN: lambda d, c, v: d.cases.assign(d.actor, c, d.actor.person_id, expected_version=v),
    Verb.REPLY_PUBLIC: _reply(Visibility.PUBLIC),
    Verb.REPLY_PRIVATE: _reply(Visibility.PRIVATE),
    Verb.NOTE: lambda d, c, v: d.notes.write_note(d.actor, c, "ver contrato", expected_version=v),
    Verb.CLASSIFY: _classify,
    Verb.FORWARD_TO_AREA: lambda d, c, v: d.forwarding.forward_to_area(
        d.actor, c, _area(d), "conferir", expected_version=v
    ),
    Verb.RETURN_FROM_AREA: lambda d, c, v: d.forwarding.return_from_area(d.actor, c, "feito", expected_version=v),
    Verb.ASK_CUSTOMER: lambda d, c, v: d.cases.ask_customer(d.actor, c, expected_version=v),
    Verb.CUSTOMER_REPLIED: lambda d, c, v: d.cases.resume(d.actor, c, expected_version=v),
    Verb.WRITE_SOLUTION: lambda d, c, v: d.cases.write_solution(d.actor, c, "Refeito.", expected_version=v),
    Verb.RESOLVE: lambda d, c, v: d.cases.resolve(d.actor, c, expected_version=v, told_by_phone=True),
    Verb.CLOSE: lambda d, c, v: d.cases.close(d.actor, c, expected_version=v, told_by_phone=True),
    Verb.REOPEN: lambda d, c, v: d.cases.reopen(d.actor, c, "voltou a acontecer", expected_version=v),
    Verb.DISPUTE_TO_OMBUDSMAN: lambda d, c, v: d.forwarding.dispute_to_ombudsman(
        d.actor, c, "discorda", expected_version=v
    ),
    Verb.SNOOZE: lambda d, c, v: d.cases.snooze(d.actor, c, d.clock.now() + timedelta(days=1), expected_version=v),
    Verb.WAKE: lambda d, c, v: d.cases.unsnooze(d.actor, c, expected_version=v),
    Verb.PROMISE: lambda d, c, v: d.follow_up.make_promise(
        d.actor, c, NewPromise("técnico em 3 horas", d.clock.now() + timedelta(hours=3)), expected_version=v
    ),
    Verb.FOLLOW_UP: lambda d, c, v: d.cases.set_follow_up(
        d.actor, c, (d.clock.now() + timedelta(days=3)).date(), expected_version=v
    ),
    Verb.RECORD_EXTERNAL: lambda d, c, v: d.cases.set_external(
        d.actor, c, expected_version=v, system="CRM", number="88"
    ),
    Verb.RECORD_SATISFACTION: lambda d, c, v: d.cases.record_satisfaction(d.actor, c, 5, expected_version=v),
    Verb.MARK_GRAVE: lambda d, c, v: d.cases.set_severe(d.actor, c, expected_version=v, is_severe=True),
    Verb.MERGE: _merge,
    Verb.SPLIT: _split,
    Verb.VOID: lambda d, c, v: d.cases.void(d.actor, c, expected_version=v),
}
WAYS: dict[CaseState, tuple[Verb, ...]] = {
    CaseState.NEW: (),
    CaseState.IN_SERVICE: (Verb.TAKE,),
    CaseState.WAITING_CUSTOMER: (Verb.TAKE, Verb.ASK_CUSTOMER),
    CaseState.WAITING_AREA: (Verb.TAKE, Verb.FORWARD_TO_AREA),
    CaseState.RESOLVED: (Verb.RESOLVE,),
    CaseState.CLOSED: (Verb.CLOSE,),
    CaseState.REOPENED: (Verb.CLOSE, Verb.REOPEN),
    CaseState.VOIDED: (Verb.VOID,),
    CaseState.MERGED: (Verb.MERGE,),
}
# Both moves of the mention while the rest waits are shown elsewhere: here the case keeps two mentions for SPLIT.
_CREATES = {Verb.SPLIT, Verb.MERGE}


def _case_in(desk: Desk, state: CaseState) -> int:
    ids = [desk.mention("primeira"), desk.mention("segunda")]
    case_id = desk.cases.open_from_mentions(desk.actor, ids).value.id
    desk.prepare_to_close(case_id)
    if state is CaseState.NEW:
        # The solution put it in service; its row says so, and a new case shall be new.
        case_id = desk.cases.open_from_mentions(desk.actor, [desk.mention("a"), desk.mention("b")]).value.id
        desk.classify(case_id)
    for verb in WAYS[state]:
        DOERS[verb](desk, case_id, desk.version(case_id))
    assert _row(desk, case_id).state is state
    return case_id


def _row(desk: Desk, case_id: int) -> Any:
    with desk.database.read() as connection:
        return connection.execute(select(*Case.__table__.c).where(Case.id == case_id)).one()


@pytest.mark.parametrize("state", list(CaseState))
def test_every_act_from_every_state(desk: Desk, state: CaseState) -> None:
    untouched: int | None = None  # what refused the last act or took it back whole: the next one finds the same case
    for verb, do in DOERS.items():
        if state in {CaseState.NEW, CaseState.REOPENED} and verb in {Verb.RESOLVE, Verb.CLOSE}:
            continue  # nothing is solved yet: see test_closing_says_what_is_missing
        case_id, untouched = untouched or _case_in(desk, state), None
        version, expected = desk.version(case_id), transition(state, verb)
        if state is CaseState.WAITING_AREA and verb in {Verb.RESOLVE, Verb.CLOSE}:
            with pytest.raises(Refused, match="still_with_area"):
                do(desk, case_id, version)
            assert desk.version(case_id) == version
            untouched = case_id
            continue
        if isinstance(expected, Refusal):
            with pytest.raises(Refused) as caught:
                do(desk, case_id, version)
            assert caught.value.code == expected.code.value, (state, verb)
            assert desk.version(case_id) == version
            assert _row(desk, case_id).state is state
            untouched = case_id
            continue
        before = (
            desk.picture() if verb not in _CREATES and verb not in {Verb.REPLY_PUBLIC, Verb.REPLY_PRIVATE} else None
        )
        done = do(desk, case_id, version)
        row = _row(desk, case_id)
        assert row.state is expected, (state, verb)
        assert (row.due_at >= NEVER) == (expected not in _RUNNING), (state, verb)
        assert done.undo is not None
        done.undo.revert()
        if before is not None:
            assert desk.picture() == before, (state, verb)
            untouched = case_id


_RUNNING = {CaseState.NEW, CaseState.IN_SERVICE, CaseState.WAITING_AREA, CaseState.REOPENED}


def test_every_act_refuses_a_stale_version(desk: Desk) -> None:
    made: dict[CaseState, int] = {}
    for verb, do in DOERS.items():
        state = CaseState.CLOSED if verb in {Verb.REOPEN, Verb.RECORD_SATISFACTION} else CaseState.IN_SERVICE
        if verb is Verb.RETURN_FROM_AREA:
            state = CaseState.WAITING_AREA
        if state not in made:
            made[state] = _case_in(desk, state)
        case_id = made[state]
        version = desk.version(case_id)
        with pytest.raises(Conflict, match="case_changed"):
            do(desk, case_id, version - 1)
        assert desk.version(case_id) == version


def test_nothing_drifts(desk: Desk) -> None:
    for state in CaseState:
        _case_in(desk, state)
    with desk.database.read() as connection:
        assert recount(connection) == []


def test_waiting_for_the_customer_moves_the_deadlines(desk: Desk) -> None:
    case_id = _case_in(desk, CaseState.IN_SERVICE)
    before = _row(desk, case_id)
    desk.cases.ask_customer(desk.actor, case_id, expected_version=desk.version(case_id))
    assert _row(desk, case_id).due_at == NEVER
    assert desk.cases.detail(case_id, 0).deadlines.is_paused
    desk.clock.advance(timedelta(days=7))
    desk.cases.resume(desk.actor, case_id, expected_version=desk.version(case_id))
    after = _row(desk, case_id)
    assert after.resolution_due_at > before.resolution_due_at + timedelta(days=5)
    assert after.due_at < NEVER


def test_closing_says_what_is_missing(desk: Desk) -> None:
    case_id = desk.open_case()
    with pytest.raises(Refused) as caught:
        desk.cases.close(desk.actor, case_id, expected_version=1)
    assert caught.value.facts["missing"] == ("nature", "subject", "solution", "answer")
