"""The legal side, each rule by its name: terms from the profile of the day, duties, and what comes too late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from app.models.domain.case_detail import CaseDetail, DutyInfo
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState
from app.models.schema.history import History
from app.models.schema.people import AreaMember
from app.models.schema.rules import Breach
from app.models.schema.settings import BusinessSetting
from app.services.case_clock import CaseClock
from app.services.deadline_watch import DeadlineWatch
from app.services.errors import Conflict, Invalid, Refused
from app.services.first_day import original_setting
from app.services.legal_duties import LegalDutyService
from tests.services.cases.conftest import Desk

DAY = timedelta(days=1)


@pytest.fixture
def duties(desk: Desk) -> LegalDutyService:
    opening = desk.cases._opening
    return LegalDutyService(database=desk.database, desk=desk.cases._desk, clock=CaseClock(), opening=opening)


@pytest.fixture
def profile(desk: Desk) -> Callable[..., None]:
    """Choose a legal profile."""

    def choose(key: str, **values: Any) -> None:
        value = original_setting("legal") | {"profile": key} | values
        desk.database.quiet(
            lambda c: c.execute(update(BusinessSetting).where(BusinessSetting.key == "legal").values(value=value))
        )

    return choose


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def shown(desk: Desk, case_id: int) -> CaseDetail:
    return desk.cases.detail(case_id, desk.actor.person_id)


def duty(detail: CaseDetail, kind: str) -> DutyInfo:
    return next(each for each in detail.duties if each.kind == kind)


def classify_as(desk: Desk, case_id: int, key: str) -> CaseDetail:
    trees = desk.classification.trees()
    node = next(node for node in trees.nodes.values() if node.key == key)
    return desk.classification.classify(
        desk.actor, case_id, node.axis_id, node.id, expected_version=desk.version(case_id)
    ).value


# 2026-11-21 11:00 in São Paulo, a Saturday; a local day ends at 03:00 UTC.
@pytest.mark.parametrize(
    ("key", "channel", "kind", "due"),
    [
        ("regulated", "instagram", "answer", "2026-11-29 03:00"),
        ("ecommerce", "instagram", "answer", "2026-11-27 03:00"),
        ("regulated", "consumidor_gov", "consumidor_gov", "2026-12-02 03:00"),
        ("general", "consumidor_gov", "consumidor_gov", "2026-12-02 03:00"),
    ],
)
def test_the_term_of_a_profile_runs_from_registration(  # noqa: PLR0917 - pytest hands values over by name
    desk: Desk, profile: Callable[..., None], key: str, channel: str, kind: str, due: str
) -> None:
    profile(key)
    detail = shown(desk, desk.open_case(channel=channel))
    assert duty(detail, kind).due_at == at(due)
    assert detail.deadlines.legal_due_at == min(each.due_at for each in detail.duties)
    assert duty(detail, kind).norm


def test_the_general_profile_sets_no_term_for_the_answer(desk: Desk) -> None:
    detail = shown(desk, desk.open_case())
    assert detail.deadlines.legal_due_at is None
    assert detail.duties == ()


def test_a_case_of_earlier_falls_under_the_norm_of_its_day(desk: Desk, profile: Callable[..., None]) -> None:
    profile("regulated")
    desk.clock.set(at("2022-09-30 15:00"))
    detail = shown(desk, desk.open_case())
    assert "6.523" in duty(detail, "answer").norm
    # Five working days of a counter that opens on Saturdays: 1, 3, 4, 5, 6 October.
    assert detail.deadlines.legal_due_at == at("2022-10-07 03:00")


def test_a_request_for_the_history_is_its_own_case_with_five_calendar_days(
    desk: Desk, duties: LegalDutyService, profile: Callable[..., None]
) -> None:
    profile("regulated")
    case_id = desk.open_case()
    done = duties.request_history(
        desk.actor, case_id, expected_version=1, channel_key="phone", text="Quero o histórico do meu atendimento."
    )
    new = done.value
    assert new.id != case_id
    assert new.customer.id == shown(desk, case_id).customer.id
    assert duty(new, "history").due_at == at("2026-11-27 03:00")
    assert shown(desk, case_id).version == 1
    with desk.database.read() as connection:
        told = connection.execute(select(History.case_id, History.verb).where(History.case_id.in_([new.id, case_id])))
        assert {(new.id, "history_of"), (case_id, "request_history")} <= {tuple(row) for row in told}
    assert done.undo is not None
    assert done.undo.revert().value.state is CaseState.VOIDED
    with pytest.raises(Conflict, match="case_changed"):
        duties.request_history(desk.actor, case_id, expected_version=9, channel_key="phone", text="De novo")
    with pytest.raises(Invalid, match="case_missing"):
        duties.request_history(desk.actor, 5, expected_version=1, channel_key="phone", text="Qual?")


def test_a_profile_without_the_history_says_so(
    desk: Desk, duties: LegalDutyService, profile: Callable[..., None]
) -> None:
    profile("empty", profiles=[{"key": "empty", "name": "Vazio", "rules": []}], common=[])
    case_id = desk.open_case()
    with pytest.raises(Invalid, match="duty_unknown"):
        duties.request_history(desk.actor, case_id, expected_version=1, channel_key="phone", text="Quero")
    assert duties.kinds() == ()


@pytest.mark.parametrize(("key", "kind"), [("billing_error", "undue_charge"), ("cancellation", "cancellation")])
@pytest.mark.parametrize("profile_key", ["regulated", "ecommerce", "general"])
def test_undue_charge_and_cancellation_open_an_immediate_task(
    desk: Desk, profile: Callable[..., None], profile_key: str, key: str, kind: str
) -> None:
    profile(profile_key)
    case_id = desk.open_case()
    detail = classify_as(desk, case_id, key)
    assert duty(detail, kind).due_at == at("2026-11-22 03:00")
    assert detail.next_step.code == "duty"
    assert dict(detail.next_step.facts)["duty"] == duty(detail, kind).name


def test_an_undone_classification_takes_its_task_along(desk: Desk) -> None:
    case_id = desk.open_case()
    trees = desk.classification.trees()
    node = next(node for node in trees.nodes.values() if node.key == "cancellation")
    before = desk.picture()
    done = desk.classification.classify(desk.actor, case_id, node.axis_id, node.id, expected_version=1)
    assert done.value.duties
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before


@pytest.mark.parametrize(
    ("kind", "small", "due"),
    [
        ("lgpd_access", False, "2026-11-22 03:00"),
        ("lgpd_statement", False, "2026-12-07 03:00"),
        ("lgpd_statement", True, "2026-12-22 03:00"),
        ("procon", False, "2026-12-12 03:00"),
    ],
)
def test_a_duty_that_a_person_says_has_arisen(
    desk: Desk, duties: LegalDutyService, profile: Callable[..., None], kind: str, due: str, *, small: bool
) -> None:
    profile("general", is_small_agent=small)
    case_id = desk.open_case()
    detail = duties.add(desk.actor, case_id, kind, expected_version=1).value
    assert duty(detail, kind).due_at == at(due)
    assert (detail.deadlines.legal_due_at is not None) is (kind == "procon")


def test_a_procon_notice_counts_from_the_day_it_came(desk: Desk, duties: LegalDutyService) -> None:
    case_id = desk.open_case()
    came = desk.clock.now() - 3 * DAY
    detail = duties.add(desk.actor, case_id, "procon", expected_version=1, began_at=came).value
    assert duty(detail, "procon").due_at == at("2026-12-09 03:00")
    with pytest.raises(Invalid, match="duty_known"):
        duties.add(desk.actor, case_id, "procon", expected_version=2)
    with pytest.raises(Invalid, match="duty_future"):
        duties.add(desk.actor, case_id, "lgpd_access", expected_version=2, began_at=desk.clock.now() + DAY)
    with pytest.raises(Invalid, match="duty_unknown"):
        duties.add(desk.actor, case_id, "unheard_of", expected_version=2)


def test_settling_a_duty_says_who_when_and_how_and_can_be_undone(desk: Desk, duties: LegalDutyService) -> None:
    case_id = desk.open_case()
    open_duty = duty(duties.add(desk.actor, case_id, "lgpd_access", expected_version=1).value, "lgpd_access")
    done = duties.settle(desk.actor, case_id, open_duty.id, "enviado por e-mail", expected_version=2)
    settled = duty(done.value, "lgpd_access")
    assert (settled.done_at, settled.note) == (desk.clock.now(), "enviado por e-mail")
    assert done.value.breaches == ()
    with pytest.raises(Invalid, match="duty_missing"):
        duties.settle(desk.actor, case_id, open_duty.id, expected_version=3)
    assert done.undo is not None
    assert duty(done.undo.revert().value, "lgpd_access").done_at is None


def test_a_duty_done_late_is_a_breach_that_asks_for_its_reason(desk: Desk, duties: LegalDutyService) -> None:
    case_id = desk.open_case()
    open_duty = duty(duties.add(desk.actor, case_id, "lgpd_access", expected_version=1).value, "lgpd_access")
    desk.clock.advance(2 * DAY)
    detail = duties.settle(desk.actor, case_id, open_duty.id, expected_version=2).value
    assert [(each.clock, each.reason, each.name) for each in detail.breaches] == [("lgpd_access", None, open_duty.name)]


def test_resolving_in_time_settles_the_answer(desk: Desk, profile: Callable[..., None]) -> None:
    profile("regulated")
    case_id = desk.open_case()
    desk.prepare_to_close(case_id)
    done = desk.cases.resolve(desk.actor, case_id, expected_version=desk.version(case_id), told_by_phone=True)
    assert duty(done.value, "answer").done_at == desk.clock.now()
    assert done.undo is not None
    assert duty(done.undo.revert().value, "answer").done_at is None


@pytest.mark.parametrize("way", ["reopen", "dispute"])
@pytest.mark.parametrize("is_closed", [False, True])
def test_reopening_gives_the_legal_term_of_the_answer_back(
    desk: Desk, profile: Callable[..., None], way: str, *, is_closed: bool
) -> None:
    profile("regulated")
    case_id = desk.open_case()
    due = duty(shown(desk, case_id), "answer").due_at
    desk.prepare_to_close(case_id)
    desk.cases.resolve(desk.actor, case_id, expected_version=desk.version(case_id), told_by_phone=True)
    if is_closed:
        desk.clock.advance(DAY)
        desk.cases.close(desk.actor, case_id, expected_version=desk.version(case_id))
    before = desk.picture()
    version = desk.version(case_id)
    if way == "reopen":
        done = desk.cases.reopen(desk.actor, case_id, "Voltou", expected_version=version)
    else:
        done = desk.forwarding.dispute_to_ombudsman(desk.actor, case_id, "Não resolveu", expected_version=version)
    again = duty(done.value, "answer")
    assert (again.done_at, again.due_at) == (None, due)
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before
    desk.cases.reopen(desk.actor, case_id, "Voltou", expected_version=desk.version(case_id))
    desk.clock.advance(11 * DAY)
    assert DeadlineWatch(database=desk.database, clock=CaseClock()).run_once().breaches
    assert "answer" in {each.clock for each in shown(desk, case_id).breaches}


def test_what_a_person_settled_stays_settled_when_the_case_is_reopened(
    desk: Desk, duties: LegalDutyService, profile: Callable[..., None]
) -> None:
    profile("regulated")
    case_id = desk.open_case()
    answer = duty(shown(desk, case_id), "answer")
    duties.settle(desk.actor, case_id, answer.id, "por carta", expected_version=desk.version(case_id))
    desk.clock.advance(DAY)
    desk.prepare_to_close(case_id)
    desk.cases.resolve(desk.actor, case_id, expected_version=desk.version(case_id), told_by_phone=True)
    detail = desk.cases.reopen(desk.actor, case_id, "Voltou", expected_version=desk.version(case_id)).value
    assert duty(detail, "answer").note == "por carta"
    assert duty(detail, "answer").done_at is not None


def test_the_duties_of_a_united_case_are_settled_on_the_survivor(
    desk: Desk, duties: LegalDutyService, profile: Callable[..., None]
) -> None:
    profile("regulated")
    survivor, absorbed = desk.open_case("um"), desk.open_case("dois")
    duties.add(desk.actor, absorbed, "lgpd_access", expected_version=1)
    merged = desk.merges.merge(desk.actor, survivor, absorbed, expected_version=1, absorbed_version=2).value
    found = duty(merged, "lgpd_access")
    after = duties.settle(desk.actor, survivor, found.id, expected_version=merged.version).value
    assert duty(after, "lgpd_access").done_at is not None


def test_a_specialist_settles_duties_of_what_waits_for_the_own_area_and_opens_none(
    desk: Desk, duties: LegalDutyService, person_of: Callable[[str, Role], Actor]
) -> None:
    specialist = person_of("Ivo Reis", Role.SPECIALIST)
    case_id = desk.open_case()
    with pytest.raises(Refused, match="not_allowed"):
        duties.add(specialist, case_id, "lgpd_access", expected_version=1)
    open_duty = duty(duties.add(desk.actor, case_id, "lgpd_access", expected_version=1).value, "lgpd_access")
    with pytest.raises(Refused, match="not_with_area"):
        duties.settle(specialist, case_id, open_duty.id, expected_version=2)
    area, other = desk.forwarding.areas()[3:5]
    join = insert(AreaMember).values(area_id=area.id, person_id=specialist.person_id)
    desk.database.quiet(lambda connection: connection.execute(join))
    neighbour = person_of("Cléo Dias", Role.SPECIALIST)
    join_other = insert(AreaMember).values(area_id=other.id, person_id=neighbour.person_id)
    desk.database.quiet(lambda connection: connection.execute(join_other))
    desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "Enviar os dados", expected_version=2)
    with pytest.raises(Refused, match="not_your_area"):
        duties.settle(neighbour, case_id, open_duty.id, expected_version=3)
    assert duties.settle(specialist, case_id, open_duty.id, expected_version=3).value.duties[0].done_at is not None


def test_a_setting_that_cannot_be_read_is_the_first_days(desk: Desk, duties: LegalDutyService) -> None:
    desk.database.quiet(
        lambda c: c.execute(
            update(BusinessSetting).where(BusinessSetting.key == "legal").values(value={"profile": "none"})
        )
    )
    assert "history" in {each.kind for each in duties.kinds()}
    with desk.database.read() as connection:
        assert connection.execute(select(Breach.id)).first() is None
