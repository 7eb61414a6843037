"""A specialist of the second level finds on the case screen what the role may do, and nothing else."""

from __future__ import annotations

import pytest

from app.models.domain.case_detail import CaseDetail
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState
from app.services.case_opening import ManualCase
from app.views.case.case_actions import case_actions, refusal_of
from tests.views.case.conftest import Stage

ROSA = Actor(99, "Rosa Lima", Role.SPECIALIST)
OF_AREA = {"case.note", "case.solution", "case.return_from_area", "case.close"}
READING = {"case.copy_protocol", "case.window", "case.articles"}


@pytest.fixture
def waiting(stage: Stage) -> CaseDetail:
    """Return a case that waits for an area."""
    services, actor = stage.services, stage.desk.actor
    opened = services.cases.open_manual(actor, ManualCase("phone", "Trava ao pagar", customer_name="Bia Luz")).value
    area = services.forwarding.areas()[0]
    return services.forwarding.forward_to_area(
        actor, opened.id, area.id, "Ver por que trava", expected_version=opened.version
    ).value


def offered(detail: CaseDetail, actor: Actor) -> set[str]:
    return {spec.id for spec in case_actions() if not refusal_of(spec.id, detail, actor)}


def test_on_a_case_of_an_area_the_specialist_answers_solves_and_closes(waiting: CaseDetail) -> None:
    found = offered(waiting, ROSA) - READING - {"case.templates"}
    assert waiting.state is CaseState.WAITING_AREA
    assert found == OF_AREA


def test_on_any_other_case_the_specialist_reads_and_notes(waiting: CaseDetail, stage: Stage) -> None:
    services, actor = stage.services, stage.desk.actor
    back = services.forwarding.return_from_area(actor, waiting.id, "Feito.", expected_version=waiting.version).value
    assert offered(back, ROSA) - READING - {"case.templates"} == {"case.note", "case.solution"}
    assert "case.forward" in offered(back, actor)
