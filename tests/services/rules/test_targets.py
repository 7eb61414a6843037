"""Targets are added, changed, placed and taken out with version, record and undo; which can never win is told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.models.domain.people import Actor, Role
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rule_set import RuleSet
from app.services.targets import TargetForm, TargetInfo, TargetService
from app.services.targets_section import TargetsSection

_NEW = TargetForm("E-mail", 480, 2400)


@pytest.fixture
def service(database: Database) -> TargetService:
    return TargetService(database=database)


@pytest.fixture
def rules(database: Database) -> RuleSet:
    return RuleSet(database=database, sections=[TargetsSection()])


def named(service: TargetService, name: str) -> TargetInfo:
    return next(each for each in service.book().targets if each.form.name == name)


def names(service: TargetService) -> list[str]:
    return [each.form.name for each in service.book().targets]


_FIRST = ["Crise nível 1", "Crise nível 2", "Crise nível 3", "Cliente VIP", "Reclamação", "Padrão"]


def test_the_first_day(service: TargetService) -> None:
    book = service.book()
    assert names(service) == _FIRST
    assert all(not each.beaten_by for each in book.targets)
    assert (book.levels, book.day_minutes) == ((1, 2, 3), 480)
    assert {"Reclamação", "Dúvida"} <= {each.path for each in book.natures}
    assert "E-mail" in book.channels.values()


def test_a_target_is_added_and_taken_back(service: TargetService, rules: RuleSet, actor: Actor) -> None:
    email = next(number for number, name in service.book().channels.items() if name == "E-mail")
    done = service.add(actor, replace(_NEW, channel_id=email))
    assert names(service) == [*_FIRST[:5], "E-mail", "Padrão"]
    note = rules.last_change("targets")
    assert note is not None
    assert note.after["first_response_minutes"] == 480
    assert done.undo is not None
    done.undo.revert()
    assert names(service) == _FIRST


def test_a_copy_can_never_win_and_says_why(service: TargetService, actor: Actor) -> None:
    service.add(actor, TargetForm("Padrão 2", 60, 120))
    assert named(service, "Padrão 2").beaten_by == "Padrão"
    done = service.move(actor, named(service, "Padrão 2").id, -1)
    assert named(service, "Padrão").beaten_by == "Padrão 2"
    assert done.undo is not None
    done.undo.revert()
    assert named(service, "Padrão 2").beaten_by == "Padrão"
    assert service.move(actor, named(service, "Padrão").id, -1).undo is None
    with pytest.raises(Conflict, match="target_changed"):
        service.move(actor, 999, 1)


def test_two_supervisors_do_not_overwrite_each_other(service: TargetService, actor: Actor) -> None:
    info = named(service, "Cliente VIP")
    form = replace(info.form, first_response_minutes=30)
    done = service.change(actor, info.id, form, expected_version=info.version)
    with pytest.raises(Conflict, match="target_changed"):
        service.change(actor, info.id, info.form, expected_version=info.version)
    with pytest.raises(Conflict, match="target_changed"):
        service.remove(actor, info.id, expected_version=info.version)
    removed = service.remove(actor, info.id, expected_version=info.version + 1)
    assert done.undo is not None
    with pytest.raises(Conflict, match="target_changed"):
        done.undo.revert()
    assert removed.undo is not None
    removed.undo.revert()
    assert named(service, "Cliente VIP").form == form


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "  "}, "target_name_missing"),
        ({"first_response_minutes": 0}, "target_time_missing"),
        ({"resolution_minutes": 10_000_000}, "target_time_missing"),
        ({"resolution_minutes": 100}, "target_backwards"),
        ({"warning_percent": 100}, "target_warning"),
    ],
)
def test_slips_are_refused(service: TargetService, actor: Actor, changed: dict[str, Any], code: str) -> None:
    form = replace(_NEW, **changed)
    info = named(service, "Padrão")
    with pytest.raises(Invalid, match=code):
        service.add(actor, form)
    with pytest.raises(Invalid, match=code):
        service.change(actor, info.id, form, expected_version=info.version)
    assert names(service) == _FIRST


def test_only_who_may_edits(service: TargetService) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        service.add(Actor(person_id=2, name="Rui", role=Role.ATTENDANT), _NEW)


def test_targets_go_to_another_company_and_back(service: TargetService, rules: RuleSet, actor: Actor) -> None:
    assert json.loads(rules.export())["sections"]["targets"] == TargetsSection().original()
    service.add(actor, replace(_NEW, nature_node_id=service.book().natures[0].id))
    text = rules.export()
    done = rules.restore(actor, "targets")
    assert names(service) == _FIRST
    assert done.undo is not None
    done.undo.revert()
    assert rules.export() == text


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ({"channel": "orkut"}, "channel_unknown"),
        ({"nature": "gossip"}, "target_nature_unknown"),
        ({"first_response_minutes": "2 h"}, "rule_set_unreadable"),
        ({"is_vip": "yes"}, "rule_set_unreadable"),
        ({"crisis_level": "high"}, "rule_set_unreadable"),
        ({"warning_percent": 0}, "target_warning"),
    ],
)
def test_a_file_that_cannot_be_is_refused(
    service: TargetService, rules: RuleSet, actor: Actor, spoil: dict[str, object], code: str
) -> None:
    file = json.loads(rules.export())
    file["sections"]["targets"][0] |= spoil
    with pytest.raises(Invalid, match=code):
        rules.take_in(actor, json.dumps(file))
    file["sections"]["targets"] = {}
    with pytest.raises(Invalid, match="rule_set_unreadable"):
        rules.take_in(actor, json.dumps(file))
    assert names(service) == _FIRST


def test_one_edit_after_the_other_is_taken_back(service: TargetService, actor: Actor) -> None:
    info = named(service, "Cliente VIP")
    one = service.change(actor, info.id, replace(info.form, warning_percent=10), expected_version=info.version)
    two = service.change(actor, info.id, replace(info.form, warning_percent=20), expected_version=info.version + 1)
    three = service.add(actor, _NEW)
    for done in (three, two, one):
        assert done.undo is not None
        done.undo.revert()
    assert named(service, "Cliente VIP").form == info.form
    with pytest.raises(Conflict, match="target_changed"):
        service.change(actor, info.id, info.form, expected_version=info.version + 1)
