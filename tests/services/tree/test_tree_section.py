"""All axes go into the file of the rules and come back, on the same database or at another company."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from app.services.acts import Done
from app.services.errors import Invalid, Refused
from app.services.rule_set import RuleSet
from app.services.tree_section import TreeSection
from tests.services.tree.conftest import Garden

TakeBack = Callable[[Done[Any]], None]


@pytest.fixture
def rules(garden: Garden) -> RuleSet:
    return RuleSet(database=garden.database, sections=[TreeSection()])


def form(rules: RuleSet) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(rules.export())["sections"]["tree"]
    return data


def file_of(tree: object) -> str:
    return json.dumps({"format": "balcao.rules", "version": 1, "sections": {"tree": tree}})


def test_the_first_day_is_the_original(rules: RuleSet) -> None:
    assert form(rules) == TreeSection().original()


def test_restoring_retires_what_is_used_and_undo_brings_all_back(
    garden: Garden, rules: RuleSet, take_back: TakeBack
) -> None:
    first = form(rules)
    axis = garden.axis()
    used = garden.trees.add_node(garden.actor, axis.id, "Nosso").value
    garden.use("nosso", 3)
    garden.trees.add_node(garden.actor, axis.id, "Sem uso", parent_id=used)
    garden.trees.add_node(garden.actor, axis.id, "Solto")
    own = garden.trees.axes.add_axis(garden.actor, "Loja", "case").value
    garden.trees.add_node(garden.actor, own, "Savassi")
    refund, missing = garden.node("refund"), garden.node("order_missing")
    garden.trees.merge_node(garden.actor, refund.id, missing.id, expected_version=1)
    garden.trees.retire_node(garden.actor, garden.node("product").id, expected_version=1)
    garden.trees.change_node(garden.actor, garden.node("courier").id, expected_version=1, name="Moto", shortcut="M")
    edited = form(rules)
    done = rules.restore(garden.actor, "tree")
    assert garden.node("nosso").retired_at is not None
    assert {"solto", "sem_uso"}.isdisjoint(node.key for node in garden.now().nodes.values())
    assert not garden.axis("loja").is_active
    assert garden.node("refund").merged_into_id is None
    assert garden.names()[:4] == ["Atendimento", "Produto", "Pontos de contato", "Imagem da marca"]
    assert garden.node("courier").shortcut is None
    take_back(done)
    assert form(rules) == edited
    assert first != edited


def test_another_company_takes_the_practice_in(garden: Garden, rules: RuleSet) -> None:
    data = form(rules)
    data["axes"] = [axis for axis in data["axes"] if axis["key"] != "front"]
    data["axes"].append(
        {
            "key": "store",
            "name": "Loja",
            "carrier": "mention",
            "is_active": True,
            "nodes": [
                {"key": "a", "name": "A", "parent": "", "shortcut": "1"},
                {"key": "b", "name": "B", "parent": "a", "examples": ["Um", "Dois"], "retired": True},
                {"key": "c", "name": "C", "parent": "", "merged_into": "a"},
            ],
        }
    )
    rules.take_in(garden.actor, file_of(data))
    assert not garden.axis("front").is_active
    assert garden.axis("store").carrier == "case"
    assert garden.node("b", "store").examples == "Um\nDois"
    assert garden.node("b", "store").retired_at is not None
    assert {node.key for node in garden.now().nodes_of(garden.axis("store").id)} == {"a", "b"}


def wrong(data: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    made = copy.deepcopy(data)
    change(made)
    return made


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("axes"),
        lambda data: data["axes"].append(data["axes"][0]),
        lambda data: data["axes"][0].update(carrier="nobody"),
        lambda data: data["axes"][0].update(name=""),
        lambda data: data["axes"][0]["nodes"].append({"key": "x", "name": "X", "parent": "nada"}),
        lambda data: data["axes"][0]["nodes"].append({"key": "", "name": "X", "parent": ""}),
        lambda data: data["axes"][0]["nodes"][0].update(merged_into="nada"),
        lambda data: data["axes"][0]["nodes"][0].update(retired="ontem"),
        lambda data: data["axes"][4]["nodes"].append({"key": "ironic", "name": "Irônico", "parent": ""}),
    ],
)
def test_forms_that_make_no_sense_are_refused(
    garden: Garden, rules: RuleSet, change: Callable[[dict[str, Any]], object]
) -> None:
    before = garden.picture()
    with pytest.raises(Invalid):
        rules.take_in(garden.actor, file_of(wrong(form(rules), change)))
    assert garden.picture() == before


def test_merges_that_run_in_a_ring_are_refused(garden: Garden, rules: RuleSet) -> None:
    data = form(rules)
    nodes = {node["key"]: node for node in data["axes"][2]["nodes"]}
    nodes["refund"]["merged_into"], nodes["courier"]["merged_into"] = "courier", "refund"
    before = garden.picture()
    with pytest.raises(Refused, match="node_under_itself"):
        rules.take_in(garden.actor, file_of(data))
    assert garden.picture() == before
