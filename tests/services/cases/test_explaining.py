"""Every date of a case can be explained: what counted, what stopped it, which days were left out, by which norm."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, update

from app.models.domain.explanation import Condition, DeadlineExplanation
from app.models.domain.vocabulary import Visibility
from app.models.schema.settings import Calendar, CalendarException, SlaTarget
from app.services.case_clock import CaseClock
from app.services.case_explain import CaseExplainService
from app.services.errors import Invalid
from app.services.follow_up import NewPromise
from app.services.legal_duties import LegalDutyService
from tests.services.cases.conftest import Desk

H = timedelta(hours=1)
THURSDAY = datetime(2026, 11, 19, 19, 0, tzinfo=UTC)  # 16:00 in São Paulo, the day before a holiday


@pytest.fixture
def explaining(desk: Desk) -> CaseExplainService:
    return CaseExplainService(database=desk.database, clock=CaseClock())


@pytest.fixture
def case_id(desk: Desk) -> int:
    desk.clock.set(THURSDAY)
    return desk.open_case()


def hours(found: DeadlineExplanation) -> dict[date, float]:
    return {day.on: day.counted / H for day in found.days}


def test_the_first_answer_with_its_target_its_days_and_the_holiday_left_out(
    desk: Desk, explaining: CaseExplainService, case_id: int
) -> None:
    found = explaining.explain(case_id, "first_response")
    assert found.due_at == desk.cases.detail(case_id, 0).deadlines.first_response_due_at
    assert not found.is_settled_earlier
    assert (found.target, found.within, found.conditions) == ("Padrão", 4 * H, ())
    assert hours(found) == {date(2026, 11, 19): 2.0, date(2026, 11, 21): 2.0}
    assert [(day.on, day.is_closed) for day in found.exceptions] == [(date(2026, 11, 20), True)]
    assert found.exceptions[0].name == "Dia Nacional de Zumbi e da Consciência Negra"
    assert (found.calendar, found.zone) == ("Horário comercial", "America/Sao_Paulo")


def test_a_target_says_why_it_was_chosen(desk: Desk, explaining: CaseExplainService, case_id: int) -> None:
    trees = desk.classification.trees()
    node = next(node for node in trees.nodes.values() if node.key == "complaint")
    desk.classification.classify(desk.actor, case_id, node.axis_id, node.id, expected_version=1)
    found = explaining.explain(case_id, "first_response")
    assert (found.target, found.conditions) == ("Reclamação", (Condition("nature", "Reclamação"),))
    crisis = desk.mention("Achei veneno na comida", author="outra.pessoa", crisis_level=1)
    grave = desk.cases.open_from_mentions(desk.actor, [crisis]).value.id
    found = explaining.explain(grave, "resolution")
    assert (found.conditions, found.is_clock_time) == ((Condition("crisis_level", "1"),), True)
    assert hours(found) == {date(2026, 11, 19): 8.0, date(2026, 11, 20): 16.0}
    detail = desk.cases.detail(case_id, 0)
    desk.customers.set_vip(desk.actor, detail.customer.id, expected_version=detail.customer.version, is_vip=True)
    assert Condition("vip", "yes") in explaining.explain(case_id, "resolution").conditions
    desk.database.quiet(
        lambda c: c.execute(
            update(SlaTarget).where(SlaTarget.is_vip.is_(True)).values(channel_id=1, is_clock_time=False)
        )
    )
    assert explaining.explain(case_id, "resolution").conditions[-1].kind == "channel"


def test_a_pause_is_told_with_its_reason(desk: Desk, explaining: CaseExplainService, case_id: int) -> None:
    desk.clock.advance(H)
    desk.cases.ask_customer(desk.actor, case_id, expected_version=1)
    standing = explaining.explain(case_id, "first_response")
    assert standing.due_at is None
    assert [(pause.reason, pause.end) for pause in standing.pauses] == [("waiting_customer", None)]
    assert hours(standing) == {date(2026, 11, 19): 1.0}
    desk.clock.set(datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    desk.cases.resume(desk.actor, case_id, expected_version=2)
    found = explaining.explain(case_id, "first_response")
    assert hours(found) == {date(2026, 11, 19): 1.0, date(2026, 11, 23): 3.0}
    assert found.pauses[0].end == desk.clock.now()


def test_what_was_answered_under_earlier_rules_says_so(
    desk: Desk, explaining: CaseExplainService, case_id: int
) -> None:
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=1,
        text="Já vemos.",
        visibility=Visibility.PRIVATE,
        client_key="k",
    )
    before = explaining.explain(case_id, "first_response").due_at
    desk.database.quiet(lambda c: c.execute(update(SlaTarget).values(first_response_minutes=30)))
    found = explaining.explain(case_id, "first_response")
    assert found.is_settled_earlier
    assert (found.due_at, found.met_at) == (before, THURSDAY)


def test_an_area_is_explained_by_its_own_time(desk: Desk, explaining: CaseExplainService, case_id: int) -> None:
    with pytest.raises(Invalid, match="clock_missing"):
        explaining.explain(case_id, "area")
    area = next(each for each in desk.forwarding.areas() if each.key == "sac")
    detail = desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "ver", expected_version=1).value
    found = explaining.explain(case_id, "area")
    assert detail.forwarding is not None
    assert (found.due_at, found.name) == (detail.forwarding.due_at, "SAC")
    assert hours(found) == {date(2026, 11, 19): 2.0, date(2026, 11, 21): 2.0}


def test_a_promise_and_a_duty_are_explained(desk: Desk, explaining: CaseExplainService, case_id: int) -> None:
    for clock in ("promise", "lgpd_access"):
        with pytest.raises(Invalid, match="clock_missing"):
            explaining.explain(case_id, clock)
    promise = NewPromise("técnico em 3 horas", THURSDAY + 3 * H)
    desk.follow_up.make_promise(desk.actor, case_id, promise, expected_version=1)
    found = explaining.explain(case_id, "promise")
    assert (found.due_at, found.name, found.within) == (THURSDAY + 3 * H, "técnico em 3 horas", None)
    duties = LegalDutyService(
        database=desk.database, desk=desk.cases._desk, clock=CaseClock(), opening=desk.cases._opening
    )
    duties.add(desk.actor, case_id, "lgpd_access", expected_version=2)
    told = explaining.explain(case_id, "lgpd_access")
    assert "LGPD" in told.norm
    assert told.due_at == datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def test_a_calendar_that_never_opens_is_explained_as_clock_time(
    desk: Desk, explaining: CaseExplainService, case_id: int
) -> None:
    desk.database.quiet(lambda c: c.execute(update(Calendar).values(week={})))
    desk.database.quiet(lambda c: c.execute(delete(CalendarException)))
    assert explaining.explain(case_id, "resolution").counted_due_at == THURSDAY + 40 * H
    with pytest.raises(Invalid, match="case_missing"):
        explaining.explain(7, "resolution")
