"""Specialists of the second level do what their role may do, on what waits for their own area."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from app.models.domain.case_detail import CaseDetail
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState, ClosingKind
from app.models.schema.cases import Case
from app.models.schema.people import AreaMember
from app.services.errors import Refused
from app.services.people import add_person
from tests.services.cases.conftest import Desk, desk  # noqa: F401 - a fixture


def specialist(desk: Desk, name: str, area_id: int | None) -> Actor:  # noqa: F811 - a fixture
    rosa = desk.database.quiet(lambda c: add_person(c, name=name, role=Role.SPECIALIST, at=desk.clock.now()))
    if area_id is not None:
        member = {"area_id": area_id, "person_id": rosa.person_id}
        desk.database.quiet(lambda c: c.execute(insert(AreaMember).values(member)))
    return rosa


def with_it(desk: Desk) -> tuple[int, int]:  # noqa: F811 - a fixture
    case_id = desk.open_case()
    desk.classify(case_id)
    area = desk.forwarding.areas()[3]
    desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "Ver erro", expected_version=desk.version(case_id))
    return case_id, area.id


def test_only_the_own_area_answers(desk: Desk) -> None:  # noqa: F811 - a fixture
    case_id, area_id = with_it(desk)
    stranger, rosa = specialist(desk, "Ivo Melo", None), specialist(desk, "Rosa Lima", area_id)
    version = desk.version(case_id)
    with pytest.raises(Refused, match="not_your_area"):
        desk.forwarding.return_from_area(stranger, case_id, "Corrigido.", expected_version=version)
    with pytest.raises(Refused, match="not_your_area"):
        desk.cases.write_solution(stranger, case_id, "Corrigido.", expected_version=version)
    done = desk.forwarding.return_from_area(rosa, case_id, "Corrigido.", expected_version=version)
    assert (done.value.solution, done.value.state) == ("Corrigido.", CaseState.IN_SERVICE)


def test_a_specialist_closes_what_the_own_area_has_solved(desk: Desk) -> None:  # noqa: F811 - a fixture
    case_id, area_id = with_it(desk)
    rosa = specialist(desk, "Rosa Lima", area_id)

    def close() -> CaseDetail:
        return desk.cases.close(rosa, case_id, expected_version=desk.version(case_id), told_by_phone=True).value

    with pytest.raises(Refused, match="missing_to_close"):
        close()
    desk.cases.write_solution(rosa, case_id, "Corrigido.", expected_version=desk.version(case_id))
    closed = close()
    assert (closed.state, closed.closing_kind) == (CaseState.CLOSED, ClosingKind.SECOND_LEVEL)
    answers = [entry.text for entry in closed.timeline if entry.kind == "area_answer"]
    assert answers == ["Corrigido."]


def test_after_the_areas_answer_the_customer_is_answered(desk: Desk) -> None:  # noqa: F811 - a fixture
    case_id, area_id = with_it(desk)
    rosa = specialist(desk, "Rosa Lima", area_id)
    at = desk.clock.now()
    told = {"first_response_at": at, "last_reply_at": at}
    desk.database.quiet(lambda c: c.execute(update(Case).where(Case.id == case_id).values(told)))
    desk.clock.advance(timedelta(minutes=5))
    done = desk.forwarding.return_from_area(rosa, case_id, "Corrigido.", expected_version=desk.version(case_id))
    assert (done.value.next_step.code, done.value.next_step.by) == ("answer_customer", "team")


def test_a_specialist_does_not_touch_what_waits_for_nobody(desk: Desk) -> None:  # noqa: F811 - a fixture
    case_id = desk.open_case()
    desk.prepare_to_close(case_id)
    rosa = specialist(desk, "Rosa Lima", None)
    with pytest.raises(Refused, match="not_with_area"):
        desk.cases.close(rosa, case_id, expected_version=desk.version(case_id), told_by_phone=True)
    with pytest.raises(Refused, match="not_with_area"):
        desk.cases.write_solution(rosa, case_id, "Outra.", expected_version=desk.version(case_id))
    with pytest.raises(Refused, match="not_allowed"):
        desk.cases.take(rosa, case_id, expected_version=desk.version(case_id))
