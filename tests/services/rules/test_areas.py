"""Areas are edited in place, each edit with its record, its version and its way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import CaseState
from app.models.schema.people import Area
from app.services.area_book import AreaCard
from app.services.area_section import AreasSection
from app.services.areas import AreaService, AreaSheet
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.people import add_person
from app.services.rule_set import RuleSet
from tests.factories import make_case, make_customer


@pytest.fixture
def areas(database: Database) -> AreaService:
    return AreaService(database=database)


@pytest.fixture
def rules(database: Database) -> RuleSet:
    return RuleSet(database=database, sections=[AreasSection()])


def by_key(areas: AreaService, key: str) -> AreaCard:
    return next(each for each in areas.list(include_retired=True) if each.key == key)


def sheet_of(area: AreaCard) -> AreaSheet:
    return AreaSheet(area.name, area.contact, area.answer_minutes, area.silence_minutes, area.calendar_id)


def person(database: Database, name: str, role: Role = Role.SPECIALIST) -> Actor:
    return database.quiet(lambda c: add_person(c, name=name, role=role, at=database.clock.now()))


def test_an_area_is_added_changed_and_taken_back(areas: AreaService, actor: Actor, rules: RuleSet) -> None:
    done = areas.add(actor, "  Logística ")
    added = next(each for each in areas.list() if each.id == done.value)
    assert (added.name, added.key, added.is_active) == ("Logística", "logistica", True)
    assert areas.list()[-1].id == added.id
    sheet = AreaSheet("Logística e frota", "ramal 12", 120, 90, areas.calendars()[0].id)
    change = areas.change(actor, added.id, sheet, expected_version=added.version)
    changed = by_key(areas, "logistica")
    assert sheet_of(changed) == sheet
    note = rules.last_change("areas")
    assert note is not None
    assert (note.who, note.after["answer_minutes"]) == (actor.name, 120)
    assert change.undo is not None
    change.undo.revert()
    assert sheet_of(by_key(areas, "logistica")) == sheet_of(added)
    with pytest.raises(Conflict, match="area_changed"):
        areas.change(actor, added.id, sheet, expected_version=added.version)
    second = areas.add(actor, "Fábrica")
    assert second.undo is not None
    second.undo.revert()
    assert "Fábrica" not in {each.name for each in areas.list()}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": " "}, "area_name_missing"),
        ({"name": "x" * 61}, "area_name_long"),
        ({"name": "juridico"}, "area_name_taken"),
        ({"contact": "x" * 201}, "area_contact_long"),
        ({"answer_minutes": 0}, "area_minutes_invalid"),
        ({"silence_minutes": 10**7}, "area_minutes_invalid"),
        ({"calendar_id": 99}, "area_calendar_unknown"),
    ],
)
def test_what_cannot_be_is_refused(areas: AreaService, actor: Actor, wrong: dict[str, object], code: str) -> None:
    area = by_key(areas, "it")
    with pytest.raises((Invalid, Conflict), match=code):
        areas.change(actor, area.id, replace(sheet_of(area), **wrong), expected_version=area.version)  # type: ignore[arg-type]  # one wrong field at a time
    assert by_key(areas, "it") == area


def test_there_is_exactly_one_last_instance(areas: AreaService, actor: Actor) -> None:
    it = by_key(areas, "it")
    done = areas.set_ombudsman(actor, it.id, expected_version=it.version)
    assert [each.key for each in areas.list() if each.is_ombudsman] == ["it"]
    with pytest.raises(Refused, match="area_is_ombudsman"):
        areas.retire(actor, it.id, expected_version=it.version + 1)
    assert done.undo is not None
    done.undo.revert()
    assert [each.key for each in areas.list() if each.is_ombudsman] == ["ombudsman"]
    crm = by_key(areas, "crm")
    areas.retire(actor, crm.id, expected_version=crm.version)
    with pytest.raises(Refused, match="area_retired"):
        areas.set_ombudsman(actor, crm.id, expected_version=crm.version + 1)


def test_an_area_with_open_cases_is_not_retired(areas: AreaService, actor: Actor, database: Database) -> None:
    crm = by_key(areas, "crm")
    database.quiet(lambda c: make_case(c, make_customer(c), area_id=crm.id))
    assert by_key(areas, "crm").is_unattended
    with pytest.raises(Refused, match="area_has_cases") as caught:
        areas.retire(actor, crm.id, expected_version=crm.version)
    assert caught.value.facts == {"name": "CRM", "n": 1}


def test_a_retired_area_comes_back(areas: AreaService, actor: Actor) -> None:
    crm = by_key(areas, "crm")
    done = areas.retire(actor, crm.id, expected_version=crm.version)
    assert not by_key(areas, "crm").is_active
    assert "crm" not in {each.key for each in areas.list()}
    areas.revive(actor, crm.id, expected_version=crm.version + 1)
    assert by_key(areas, "crm").is_active
    assert done.undo is not None
    with pytest.raises(Conflict, match="area_changed"):
        done.undo.revert()


def test_members_and_their_representative(areas: AreaService, actor: Actor, database: Database) -> None:
    ana, rui = person(database, "Ana Lima"), person(database, "Rui Prado")
    it = by_key(areas, "it")
    both = [rui.person_id, ana.person_id]
    done = areas.set_members(actor, it.id, both, rui.person_id, expected_version=it.version)
    found = by_key(areas, "it")
    assert [(each.name, each.is_representative) for each in found.members] == [("Rui Prado", True), ("Ana Lima", False)]
    with pytest.raises(Invalid, match="representative_not_member"):
        areas.set_members(actor, it.id, [ana.person_id], rui.person_id, expected_version=found.version)
    with pytest.raises(Invalid, match="person_unknown"):
        areas.set_members(actor, it.id, [999], None, expected_version=found.version)
    assert done.undo is not None
    done.undo.revert()
    assert by_key(areas, "it").members == ()


def test_the_order_is_the_teams(areas: AreaService, actor: Actor) -> None:
    before = [each.id for each in areas.list()]
    done = areas.reorder(actor, [before[-1], before[0]])
    assert [each.id for each in areas.list()] == [before[-1], before[0], *before[1:-1]]
    assert done.undo is not None
    done.undo.revert()
    assert [each.id for each in areas.list()] == before
    with pytest.raises(Conflict, match="area_changed"):
        areas.reorder(actor, [before[0], before[0]])
    with pytest.raises(Conflict, match="area_changed"):
        areas.retire(actor, 999, expected_version=1)


def test_only_who_edits_settings_edits_areas(areas: AreaService, database: Database) -> None:
    rui = person(database, "Rui Prado", Role.ATTENDANT)
    with pytest.raises(Refused, match="not_allowed"):
        areas.add(rui, "Logística")
    with pytest.raises(Refused, match="not_allowed"):
        areas.reorder(rui, [])


def test_areas_go_out_come_in_and_go_back_to_the_original(
    areas: AreaService, actor: Actor, rules: RuleSet, database: Database
) -> None:
    text = rules.export()
    assert "ramal" not in text
    it = by_key(areas, "it")
    areas.change(actor, it.id, replace(sheet_of(it), name="Tecnologia", contact="ramal 7"), expected_version=1)
    areas.add(actor, "Logística")
    assert [each.added for each in rules.preview(text)] == [0]
    done = rules.take_in(actor, text)
    assert by_key(areas, "it").name == "TI"
    assert by_key(areas, "it").contact == "ramal 7"
    assert not by_key(areas, "logistica").is_active
    assert done.undo is not None
    done.undo.revert()
    assert by_key(areas, "it").name == "Tecnologia"
    assert by_key(areas, "logistica").is_active
    rules.restore(actor, "areas")
    with database.read() as connection:
        active = connection.execute(select(Area.key).where(Area.is_active).order_by(Area.position)).scalars()
        assert list(active) == [row["key"] for row in AreasSection().original()]
    assert rules.restore(actor, "areas").undo is None


@pytest.mark.parametrize("way", ["restore", "take_in"])
def test_an_area_with_open_cases_or_the_last_instance_stays_when_a_file_does_not_name_it(
    areas: AreaService, actor: Actor, rules: RuleSet, database: Database, way: str
) -> None:
    original = rules.export()
    for name in ("Logística", "Recurso", "Vazia"):
        areas.add(actor, name)
    busy, last, empty = (by_key(areas, key) for key in ("logistica", "recurso", "vazia"))
    areas.set_ombudsman(actor, last.id, expected_version=last.version)
    areas.reorder(actor, [busy.id, last.id, empty.id])
    database.quiet(
        lambda c: make_case(
            c,
            make_customer(c, "Ana Lima"),
            opened_at=database.clock.now(),
            area_id=busy.id,
            state=CaseState.WAITING_AREA,
        )
    )
    before = rules.export()
    done = rules.restore(actor, "areas") if way == "restore" else rules.take_in(actor, original)
    keys = [row["key"] for row in AreasSection().original()]
    assert [each.key for each in areas.list()] == [*keys, "logistica", "recurso"]
    assert [each.key for each in areas.list() if each.is_ombudsman] == ["ombudsman"]
    assert by_key(areas, "logistica").open_cases == 1
    assert not by_key(areas, "vazia").is_active
    assert done.undo is not None
    done.undo.revert()
    assert rules.export() == before


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        [{"key": "a"}],
        [{"key": "a", "name": "A", "answer_minutes": 1, "silence_minutes": 1, "is_ombudsman": False}],
        [{"key": "", "name": "A", "answer_minutes": 1, "silence_minutes": 1, "is_ombudsman": True}],
        [{"key": "a", "name": " ", "answer_minutes": 1, "silence_minutes": 1, "is_ombudsman": True}],
        [{"key": "a", "name": "A", "answer_minutes": 0, "silence_minutes": 1, "is_ombudsman": True}],
    ],
)
def test_a_file_without_one_last_instance_is_refused(data: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        AreasSection().check(data)
