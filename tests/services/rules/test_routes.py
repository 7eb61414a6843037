"""A case that a rule fits is proposed to its area on its screen, or goes there by itself where the team wants that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.models.domain.case_detail import RouteInfo
from app.models.domain.people import Actor, Role
from app.models.domain.routing import RouteRule, Routes
from app.models.domain.vocabulary import CaseState
from app.services.errors import Conflict, Invalid, Refused
from app.services.routes import AutomaticRoutes, RouteService
from app.services.settings_book import SettingsBook
from tests.services.cases.conftest import Desk, colleague, desk, person_of  # noqa: F401 - fixtures


@pytest.fixture
def routes(desk: Desk) -> RouteService:  # noqa: F811 - a fixture
    return RouteService(database=desk.database, book=SettingsBook(database=desk.database), shelf=desk.shelf)


@pytest.fixture
def automatic(desk: Desk) -> AutomaticRoutes:  # noqa: F811 - a fixture
    return AutomaticRoutes(database=desk.database, shelf=desk.shelf, forwarding=desk.forwarding)


def route_of(desk: Desk, case_id: int) -> RouteInfo | None:  # noqa: F811 - a fixture
    return desk.cases.detail(case_id, desk.actor.person_id).route


def make_vip(desk: Desk, case_id: int) -> None:  # noqa: F811 - a fixture
    customer = desk.cases.detail(case_id, desk.actor.person_id).customer
    desk.customers.set_vip(desk.actor, customer.id, expected_version=customer.version, is_vip=True)


def test_a_vips_case_is_proposed_to_quality_until_it_was_there(desk: Desk) -> None:  # noqa: F811 - a fixture
    case_id = desk.open_case()
    assert route_of(desk, case_id) is None
    make_vip(desk, case_id)
    found = route_of(desk, case_id)
    assert found is not None
    assert (found.area_name, found.rule_key, found.causes) == ("Qualidade", "vip", ("vip",))
    desk.forwarding.forward_to_area(
        desk.actor, case_id, found.area_id, found.reason, expected_version=desk.version(case_id)
    )
    assert route_of(desk, case_id) is None


def test_the_third_complaint_is_proposed_at_once(desk: Desk) -> None:  # noqa: F811 - a fixture
    nature = desk.classification.trees().axis_by_key("nature")
    assert nature is not None
    complaint = next(node for node in desk.classification.tree(nature.id) if node.key == "complaint")
    for number in range(3):
        case_id = desk.open_case(f"De novo {number}")
        desk.classification.classify(
            desk.actor, case_id, nature.id, complaint.id, expected_version=desk.version(case_id)
        )
        found = route_of(desk, case_id)
        assert (found.rule_key if found else None) == ("repeat" if number == 2 else None)


def test_a_rule_for_an_area_no_more_in_use_is_passed_over(desk: Desk, routes: RouteService) -> None:  # noqa: F811 - a fixture
    sheet = routes.read()
    gone = RouteRule("mine", "Minha regra", "gone", "Porque sim.", channels=("instagram",))
    here = replace(gone, key="other", area_key="it")
    routes.change(desk.actor, Routes((gone, here)), expected_version=sheet.version)
    found = route_of(desk, desk.open_case())
    assert found is not None
    assert (found.rule_key, found.area_name) == ("other", "TI")


def test_rules_are_changed_with_version_record_and_undo(
    desk: Desk,  # noqa: F811 - a fixture
    routes: RouteService,
    colleague: Actor,  # noqa: F811 - a fixture
) -> None:
    sheet = routes.read()
    off = replace(sheet.routes, rules=tuple(replace(rule, is_active=False) for rule in sheet.routes.rules))
    done = routes.change(desk.actor, off, expected_version=sheet.version)
    case_id = desk.open_case()
    make_vip(desk, case_id)
    assert route_of(desk, case_id) is None
    with pytest.raises(Conflict, match="setting_changed"):
        routes.change(desk.actor, sheet.routes, expected_version=sheet.version)
    with pytest.raises(Refused, match="not_allowed"):
        routes.change(colleague, sheet.routes, expected_version=sheet.version)
    with pytest.raises(Invalid, match="route_without_condition") as caught:
        routes.change(desk.actor, Routes((RouteRule("a", "Tudo", "it", "Porque sim."),)), expected_version=2)
    assert caught.value.facts == {"name": "Tudo"}
    assert done.undo is not None
    done.undo.revert()
    assert routes.read().routes == sheet.routes
    assert route_of(desk, case_id) is not None


def test_conditions_name_nodes_with_their_paths(routes: RouteService) -> None:
    choices = routes.choices()
    names = {each.key: each.name for each in choices.nodes}
    assert names["subject/app"] == "Assunto: Pontos de contato › Aplicativo"
    assert "email" in {each.key for each in choices.channels}


def test_only_automatic_rules_forward_by_themselves(
    desk: Desk,  # noqa: F811 - a fixture
    routes: RouteService,
    automatic: AutomaticRoutes,
) -> None:
    case_id = desk.open_case()
    make_vip(desk, case_id)
    assert automatic.forward(case_id) is None
    sheet = routes.read()
    by_itself = tuple(replace(rule, is_automatic=rule.key == "vip") for rule in sheet.routes.rules)
    routes.change(desk.actor, replace(sheet.routes, rules=by_itself), expected_version=sheet.version)
    assert automatic.forward(case_id) is not None
    detail = desk.cases.detail(case_id, desk.actor.person_id)
    assert detail.state is CaseState.WAITING_AREA
    assert detail.forwarding is not None
    assert detail.forwarding.reason == "Cliente VIP: tratar primeiro."
    assert automatic.forward(case_id) is None
    assert automatic.forward(1) is None


@pytest.fixture
def vip_goes_by_itself(desk: Desk, routes: RouteService) -> None:  # noqa: F811 - a fixture
    sheet = routes.read()
    by_itself = tuple(replace(rule, is_automatic=rule.key == "vip") for rule in sheet.routes.rules)
    routes.change(desk.actor, replace(sheet.routes, rules=by_itself), expected_version=sheet.version)


@pytest.mark.usefixtures("vip_goes_by_itself")
def test_a_handing_over_that_was_taken_back_is_not_done_again(
    desk: Desk,  # noqa: F811 - a fixture
    automatic: AutomaticRoutes,
) -> None:
    case_id = desk.open_case()
    make_vip(desk, case_id)
    found = route_of(desk, case_id)
    assert found is not None
    done = desk.forwarding.forward_to_area(
        desk.actor, case_id, found.area_id, found.reason, expected_version=desk.version(case_id)
    )
    assert done.undo is not None
    done.undo.revert()
    assert automatic.forward_all([case_id]) == 0
    desk.cases.take(desk.actor, case_id, expected_version=desk.version(case_id))
    assert automatic.forward_all([case_id]) == 0, "later acts change nothing of it"
    assert route_of(desk, case_id) is not None, "the proposal stays on its screen"


@pytest.mark.usefixtures("vip_goes_by_itself")
def test_another_act_taken_back_lets_a_case_rest_until_the_next_act(
    desk: Desk,  # noqa: F811 - a fixture
    automatic: AutomaticRoutes,
) -> None:
    case_id = desk.open_case()
    make_vip(desk, case_id)
    taken = desk.cases.take(desk.actor, case_id, expected_version=desk.version(case_id))
    assert taken.undo is not None
    taken.undo.revert()
    assert automatic.forward_all([case_id]) == 0
    desk.cases.take(desk.actor, case_id, expected_version=desk.version(case_id))
    assert automatic.forward_all([case_id]) == 1


def test_a_specialists_answer_becomes_the_solution_and_the_owner_answers(
    desk: Desk,  # noqa: F811 - a fixture
    person_of: object,  # noqa: F811 - a fixture
) -> None:
    specialist = person_of("Rosa Téc", Role.SPECIALIST)  # type: ignore[operator]  # the fixture is a function
    case_id = desk.open_case()
    desk.cases.take(desk.actor, case_id, expected_version=desk.version(case_id))
    area = desk.forwarding.areas()[3]
    desk.forwarding.forward_to_area(desk.actor, case_id, area.id, "Ver erro", expected_version=desk.version(case_id))
    detail = desk.forwarding.return_from_area(
        specialist, case_id, "Versão 2.1 corrige.", expected_version=desk.version(case_id)
    ).value
    assert (detail.solution, detail.state, detail.owner_id) == (
        "Versão 2.1 corrige.",
        CaseState.IN_SERVICE,
        desk.actor.person_id,
    )
    assert (detail.next_step.by, detail.next_step.code) == ("owner", "first_reply")
    assert detail.proposed_message == "tell_solution"
