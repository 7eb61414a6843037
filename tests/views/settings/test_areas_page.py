"""*Áreas e fluxos* used through the real page: areas, routes and the picture of the flow, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.flow_picture import FlowKey
from app.models.domain.inbox import InboxQuery, InboxView
from app.models.domain.people import Actor, Role
from app.models.domain.routing import Repeat
from app.services.area_book import AreaCard
from app.services.area_section import AreasSection
from app.services.areas import AreaService
from app.services.case_opening import ManualCase
from app.services.flow_counts import FlowCountsService
from app.services.routes import RouteService
from app.services.rule_set import RuleSection, RuleSet, SettingSection
from app.views.settings.areas_page import AreasPage
from app.views.settings.areas_texts import hours_text, minutes_of
from app.views.settings.flow_texts import step_query
from app.views.settings.routes_texts import conditions_text
from app.views.support.desk import Desk
from app.views.support.list_details import ListAndDetails
from tests.fakes import DEFAULT_NOW
from tests.views.inbox.widget_tree import cut, nameless

Settle = Callable[[], None]


@pytest.fixture
def areas(services: Services) -> AreaService:
    return AreaService(database=services.database)


@pytest.fixture
def routes(services: Services) -> RouteService:
    return RouteService(database=services.database, book=services.settings_book, shelf=services.shelf)


def make_page(desk: Desk, services: Services, areas: AreaService, routes: RouteService) -> AreasPage:
    sections: list[RuleSection] = [AreasSection(), SettingSection("routes", {"routes": len})]
    return AreasPage(
        desk=desk,
        areas=areas,
        routes=routes,
        flow=FlowCountsService(database=services.database),
        people=services.people,
        replan=services.replanning,
        rule_set=RuleSet(database=services.database, sections=sections),
    )


@pytest.fixture
def made_page(desk: Desk, services: Services, areas: AreaService, routes: RouteService) -> AreasPage:
    services.people.add("Rosa Lima", Role.SPECIALIST, actor=desk.actor)
    return make_page(desk, services, areas, routes)


@pytest.fixture
def page(made_page: AreasPage, qtbot: QtBot, settle: Settle) -> AreasPage:
    made = made_page
    made.resize(1100, 700)
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def area_of(areas: AreaService, key: str) -> AreaCard:
    return next(each for each in areas.list(include_retired=True) if each.key == key)


def test_an_area_is_edited_in_place_and_taken_back(
    page: AreasPage, areas: AreaService, desk: Desk, settle: Settle
) -> None:
    panel = page.areas
    panel.choose(area_of(areas, "it").id)
    field = next(each for each in panel.form.findChildren(type(panel.new_name)) if each.text() == "8")
    field.setFocus()
    field.setText("1:30")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert area_of(areas, "it").answer_minutes == 90
    desk.undo.undo()
    settle()
    assert area_of(areas, "it").answer_minutes == 480
    field.setText("amanhã")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "1 minuto" in page.frame.message.text()
    assert field.text() == "amanhã", "what was typed stays"
    assert nameless(page) == []
    assert cut(page) == []


def test_a_new_answer_time_moves_what_already_waits_there(  # noqa: PLR0917 - pytest hands values over by name
    page: AreasPage, areas: AreaService, services: Services, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    manual = ManualCase(channel_key="phone", text="O aplicativo fecha", title="App", customer_name="Lia Sá")
    case_id = services.cases.open_manual(desk.actor, manual).value.id
    it = area_of(areas, "it")

    def due() -> datetime:
        forwarding = services.cases.detail(case_id, desk.actor.person_id).forwarding
        assert forwarding is not None
        return forwarding.due_at

    services.forwarding.forward_to_area(desk.actor, case_id, it.id, "Ver erro", expected_version=1)
    settle()
    first = due()
    page.areas.choose(it.id)
    page.areas.form.edited.emit({"contact": "ramal 3"})
    settle()
    assert page.bar.result == ""
    page.areas.form.edited.emit({"answer": "2"})
    qtbot.waitUntil(lambda: page.bar.result == "1 prazo refeito.")
    assert due() < first
    desk.undo.undo()
    qtbot.waitUntil(lambda: due() == first)


def test_people_are_ticked_and_one_speaks_for_the_area(page: AreasPage, areas: AreaService, settle: Settle) -> None:
    panel = page.areas
    panel.choose(area_of(areas, "it").id)
    names = [panel.members.list.item(place).text() for place in range(panel.members.list.count())]
    assert "Rosa Lima" in names
    panel.members.list.setCurrentRow(names.index("Rosa Lima"))
    panel.members.list.setFocus()
    QTest.keyClick(panel.members.list, Qt.Key.Key_Space)
    settle()
    assert [each.name for each in area_of(areas, "it").members] == ["Rosa Lima"]
    panel.members.speaker.setCurrentIndex(1)
    panel.members.speaker.activated.emit(1)
    settle()
    assert area_of(areas, "it").members[0].is_representative


def test_an_area_without_people_that_routes_name_is_told(page: AreasPage, areas: AreaService) -> None:
    page.areas.choose(area_of(areas, "quality").id)
    assert "ninguém faz parte" in page.areas.warning.text()
    page.areas.choose(area_of(areas, "research").id)
    assert not page.areas.warning.text()


def test_areas_come_go_and_change_places(page: AreasPage, areas: AreaService, desk: Desk, settle: Settle) -> None:
    panel = page.areas
    panel.new_name.setText("Logística")
    QTest.keyClick(panel.new_name, Qt.Key.Key_Return)
    settle()
    logistics = area_of(areas, "logistica")
    panel.choose(logistics.id)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    panel.shift(-1)
    settle()
    assert [each.key for each in areas.list()][-1] != "logistica"
    panel.choose(logistics.id)
    panel.last_button.click()
    settle()
    assert area_of(areas, "logistica").is_ombudsman
    panel.retire_button.click()
    settle()
    assert "última instância" in page.frame.message.text()
    desk.undo.undo()
    settle()
    panel.choose(logistics.id)
    panel.retire_button.click()
    settle()
    assert not area_of(areas, "logistica").is_active
    panel.choose(logistics.id)
    assert panel.retire_button.text() == "Trazer de volta"
    panel.retire_button.click()
    settle()
    assert area_of(areas, "logistica").is_active


def test_a_route_is_edited_in_place(page: AreasPage, routes: RouteService, desk: Desk, settle: Settle) -> None:
    page.tabs.setCurrentIndex(1)
    panel = page.routes
    panel.choose("vip")
    form = panel.form
    vip = panel.chosen()
    assert vip is not None
    form.edited.emit(replace(vip, is_automatic=True))
    settle()
    rule = next(each for each in routes.read().routes.rules if each.key == "vip")
    assert rule.is_automatic
    desk.undo.undo()
    settle()
    assert not next(each for each in routes.read().routes.rules if each.key == "vip").is_automatic
    panel.add()
    settle()
    added = routes.read().routes.rules[-1]
    assert not added.is_active
    chosen = panel.chosen()
    assert chosen is not None
    assert chosen.key == added.key
    form.nodes.edited.emit(["subject/app", "nature/complaint"])
    settle()
    assert routes.read().routes.rules[-1].nodes == ("subject/app", "nature/complaint")
    panel.shift(-1)
    settle()
    assert routes.read().routes.rules[-2].key == added.key
    panel.remove()
    settle()
    assert added.key not in {each.key for each in routes.read().routes.rules}
    panel.reach.setText("20000")
    panel.reach.editingFinished.emit()
    settle()
    assert routes.read().routes.critical_reach == 20_000
    panel.restore_button.click()
    page.frame.confirm.findChildren(type(panel.add_button))[0].click()
    settle()
    assert nameless(page) == []


def test_conditions_read_as_words(routes: RouteService) -> None:
    names = {each.key: each.name for each in routes.choices().nodes}
    texts = {rule.key: conditions_text(rule, names) for rule in routes.read().routes.rules}
    assert texts["vip"] == "cliente VIP"
    assert texts["repeat"] == "3 reclamações em 90 dias"
    assert texts["digital"] == "Site ou Aplicativo e Reclamação ou Crítica"
    other = replace(routes.read().routes.rules[0], repeat=Repeat(2, 30, only_complaints=False), channels=("email",))
    assert (
        conditions_text(other, {"email": "E-mail"})
        == "2 atendimentos em 30 dias e crise de nível 1 ou mais grave e E-mail"
    )


def test_the_flow_is_walked_by_keys_and_opens_lists(
    page: AreasPage, services: Services, desk: Desk, settle: Settle
) -> None:
    services.cases.open_manual(desk.actor, ManualCase("phone", "Não chegou", customer_name="Ana Souza"))
    page.tabs.setCurrentIndex(2)
    settle()
    picture = page.flow.picture
    assert picture.buttons[FlowKey.HISTORY].text() == "Histórico\n1 agora"
    asked: list[tuple[InboxQuery, str]] = []
    page.query_requested.connect(lambda query, title: asked.append((query, title)))
    start = picture.buttons[FlowKey.ENTRY_AUTHOR]
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Right)
    assert picture.buttons[FlowKey.IDENTIFICATION].hasFocus()
    QTest.keyClick(picture.buttons[FlowKey.IDENTIFICATION], Qt.Key.Key_Return)
    picture.buttons[FlowKey.AREA].click()
    assert [(query.view, title) for query, title in asked] == [
        (InboxView.TO_TRIAGE, "Identificação"),
        (InboxView.WAITING_AREA, "Área (2º nível)"),
    ]
    page.flow.form.choose("table")
    assert page.flow.table.isVisible()
    assert page.flow.model.rowCount() == len(FlowKey)
    page.flow.table.activated.emit(page.flow.model.index(0, 0))
    assert len(asked) == 3
    assert nameless(page) == []


@pytest.mark.parametrize("key", FlowKey)
def test_each_step_leads_to_a_list_that_can_be_read(key: FlowKey, services: Services, desk: Desk) -> None:
    query = step_query(key, DEFAULT_NOW.date())
    assert services.inbox.page(query, desk.actor).rows == ()


@pytest.mark.parametrize(
    ("typed", "minutes"), [("8", 480), ("1:30", 90), ("1,5", 90), ("0,5 h", 30), ("dois", 0), ("", 0), ("1:x", 0)]
)
def test_hours_as_typed(typed: str, minutes: int) -> None:
    assert minutes_of(typed) == minutes
    if minutes:
        assert minutes_of(hours_text(minutes)) == minutes


def test_without_the_right_the_page_is_read_only(
    desk: Desk, services: Services, areas: AreaService, routes: RouteService, qtbot: QtBot
) -> None:
    reader = replace(desk, actor=Actor(desk.actor.person_id, "Rui Prado", Role.ATTENDANT))
    made = make_page(reader, services, areas, routes)
    qtbot.addWidget(made)
    made.show()
    for control in (made.areas.add_button, made.areas.retire_button, made.routes.add_button, made.routes.reach):
        assert not control.isEnabled()
    assert not made.areas.members.list.isEnabled()


def test_at_twice_the_size_the_details_stand_below_the_list_and_nothing_is_cut_off(
    page: AreasPage, desk: Desk, settle: Settle
) -> None:
    panels = (page.areas, page.routes)
    splits = [panel.findChildren(ListAndDetails)[0] for panel in panels]
    area = page.findChildren(QScrollArea)[0]
    for scale, size, way in ((200, (990, 636), Qt.Orientation.Vertical), (100, (1250, 800), Qt.Orientation.Horizontal)):
        desk.theme.apply(choice="light", scale=scale)
        page.resize(*size)
        for panel, split in zip(panels, splits, strict=True):
            page.tabs.setCurrentWidget(panel)
            settle()
            assert split.orientation() is way
            assert (page.width(), area.horizontalScrollBar().maximum()) == (size[0], 0)
            assert (area.verticalScrollBar().maximum() > 0) is (scale == 200)
