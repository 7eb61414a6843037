"""A rule file that names what is not there, or one thing twice, changes nothing; what was exported is accepted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.bootstrap.services import Services, build_services
from app.models.domain.action import ADVICE_ACTIONS
from app.models.domain.people import Actor
from app.services.database import Database
from app.services.errors import Invalid
from app.views.support.advice_texts import action_names

Sections = dict[str, Any]


@pytest.fixture
def services(database: Database) -> Services:
    return build_services(database)


def _route_to_nowhere(sections: Sections) -> None:
    sections["routes"]["routes"]["rules"][0]["area"] = "nowhere"


def _route_to_a_list(sections: Sections) -> None:
    sections["routes"]["routes"]["rules"][0]["area"] = ["quality"]


def _level_of_no_area(sections: Sections) -> None:
    sections["crisis"]["crisis"]["levels"][0]["areas"].append("nowhere")


def _unknown_role(sections: Sections) -> None:
    sections["crisis"]["crisis"]["levels"][0]["alert_roles"] = ["wizard"]


def _same_shortcut(sections: Sections) -> None:
    sections["templates"][0]["shortcut"], sections["templates"][1]["shortcut"] = "saudação", " SAUDAÇÃO "


def _same_template(sections: Sections) -> None:
    sections["templates"][1]["name"] = f" {sections['templates'][0]['name'].upper()} "


def _same_target(sections: Sections) -> None:
    sections["targets"] += [sections["targets"][0], sections["targets"][0]]


def _unknown_action(sections: Sections) -> None:
    sections["situations"]["situations"]["situations"][0]["direct"]["action"] = "send_flowers"


def _unknown_trait(sections: Sections) -> None:
    sections["persona"]["brand"]["samples"][0]["trait"] = "grumpy"


@pytest.mark.parametrize(
    ("spoil", "section"),
    [
        (_route_to_nowhere, "routes"),
        (_route_to_a_list, "routes"),
        (_level_of_no_area, "crisis"),
        (_unknown_role, "crisis"),
        (_same_shortcut, "templates"),
        (_same_template, "templates"),
        (_same_target, "targets"),
        (_unknown_action, "situations"),
        (_unknown_trait, "persona"),
    ],
)
def test_a_spoilt_section_keeps_the_whole_file_out(
    services: Services, actor: Actor, spoil: Callable[[Sections], None], section: str
) -> None:
    rules = services.rule_set
    before = rules.export()
    file = json.loads(before)
    # A change that could be taken in stands before it and must not come through alone.
    file["sections"]["areas"][0]["name"] = "Outro nome"
    spoil(file["sections"])
    for act in (rules.preview, lambda text: rules.take_in(actor, text)):
        with pytest.raises(Invalid, match="rule_set_unreadable") as refused:
            act(json.dumps(file))
        assert refused.value.facts == {"section": section}
    assert rules.export() == before
    assert rules.changes() == ()


def test_a_shortcut_beyond_measure_is_refused(services: Services) -> None:
    file = json.loads(services.rule_set.export(["templates"]))
    file["sections"]["templates"][0]["shortcut"] = "x" * 21
    with pytest.raises(Invalid, match="template_too_long"):
        services.rule_set.preview(json.dumps(file))


def test_a_route_may_go_to_an_area_that_the_file_brings(services: Services, actor: Actor) -> None:
    file = json.loads(services.rule_set.export())
    sections = file["sections"]
    sections["areas"].append({**sections["areas"][0], "key": "store", "name": "Loja", "is_ombudsman": False})
    sections["routes"]["routes"]["rules"][0]["area"] = "store"
    text = json.dumps(file)
    assert [each.section for each in services.rule_set.preview(text) if not each.is_same] == ["areas", "routes"]
    with pytest.raises(Invalid, match="rule_set_unreadable"):
        services.rule_set.take_in(actor, text, ["routes"])
    assert services.rule_set.take_in(actor, text).value == ("areas", "routes")


def test_what_is_exported_is_accepted_and_the_same(services: Services, actor: Actor) -> None:
    rules = services.rule_set
    assert all(each.is_same for each in rules.preview(rules.export()))
    form = services.targets.book().targets[0].form
    for minutes in (40, 50):
        services.targets.add(actor, replace(form, first_response_minutes=minutes))
    file = json.loads(rules.export())
    used = file["sections"]["routes"]["routes"]["rules"][0]["area"]
    file["sections"]["areas"] = [row for row in file["sections"]["areas"] if row["key"] != used]
    file["sections"]["templates"][0] |= {
        "shortcut": " saudação ",
        "name": f" {file['sections']['templates'][0]['name']} ",
    }
    rules.take_in(actor, json.dumps(file))
    text = rules.export()
    assert used not in {row["key"] for row in json.loads(text)["sections"]["areas"]}
    assert [row["name"] for row in json.loads(text)["sections"]["targets"] if row["name"].startswith(form.name)] == [
        form.name,
        f"{form.name} (2)",
        f"{form.name} (3)",
    ]
    assert all(each.is_same for each in rules.preview(text))
    assert rules.take_in(actor, text).value == ()


def test_every_action_of_the_table_has_its_words() -> None:
    assert set(action_names()) == ADVICE_ACTIONS
