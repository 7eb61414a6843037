"""Nodes are edited one act at a time; each act is recorded, refused with a reason, and taken back whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.models.domain.classification_tree import MOST_LEVELS
from app.models.domain.people import Role
from app.services.acts import Done
from app.services.errors import Conflict, Invalid, Refused
from tests.fakes import FakeClock
from tests.services.tree.conftest import Garden

TakeBack = Callable[[Done[Any]], None]


def add(garden: Garden, name: str, parent: str | None = None, **more: Any) -> int:
    above = None if parent is None else garden.node(parent).id
    return garden.trees.add_node(garden.actor, garden.axis().id, name, parent_id=above, **more).value


def test_a_node_is_added_where_it_is_wanted(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    first = garden.node("service")
    done = garden.trees.add_node(garden.actor, garden.axis().id, "  Novo   assunto ", after_id=first.id)
    assert garden.names()[:2] == ["Atendimento", "Novo assunto"]
    assert garden.records()[-1] == ("node_added:Assunto › Novo assunto", None, None)
    assert {topic.value for topic in done.changes.topics} == {"settings", "tree"}
    take_back(done)
    assert garden.picture() == before
    assert garden.records()[-1][0] == "undo:Assunto › Novo assunto"


def test_undo_of_adding_keeps_what_is_used_by_now(garden: Garden, take_back: TakeBack) -> None:
    done = garden.trees.add_node(garden.actor, garden.axis().id, "Pix")
    garden.use("pix")
    take_back(done)
    assert garden.node("pix").retired_at is not None


def test_names_keys_and_places_are_checked(garden: Garden) -> None:
    axis = garden.axis().id
    for name, code in (("  ", "tree_name_empty"), ("x" * 121, "tree_name_long")):
        with pytest.raises(Invalid, match=code):
            garden.trees.add_node(garden.actor, axis, name)
    with pytest.raises(Refused, match="node_exists"):
        garden.trees.add_node(garden.actor, axis, "atendimento")
    with pytest.raises(Invalid, match="node_unknown"):
        garden.trees.add_node(garden.actor, axis, "x", parent_id=99_999)
    with pytest.raises(Invalid, match="axis_unknown"):
        garden.trees.add_node(garden.actor, 99, "x")
    attendant = replace(garden.actor, role=Role.ATTENDANT)
    with pytest.raises(Refused, match="not_allowed"):
        garden.trees.add_node(attendant, axis, "x")
    ids = [add(garden, "Nível 1")]
    for level in range(2, MOST_LEVELS + 1):
        ids.append(garden.trees.add_node(garden.actor, axis, f"Nível {level}", parent_id=ids[-1]).value)
    with pytest.raises(Refused, match="tree_too_deep"):
        garden.trees.add_node(garden.actor, axis, "mais um", parent_id=ids[-1])
    with pytest.raises(Refused, match="tree_too_deep"):
        garden.trees.move_node(garden.actor, garden.node("service").id, ids[-2], expected_version=1)


def test_a_node_is_described_coloured_and_given_a_key(garden: Garden, take_back: TakeBack) -> None:
    node = garden.node("courier")
    before = garden.picture()
    change = garden.trees.change_node
    done = change(
        garden.actor,
        node.id,
        expected_version=1,
        name="Motoboy",
        description=" Quem entrega. ",
        color="#2F6FDB",
        shortcut="m",
    )
    now = garden.node("courier")
    assert (now.name, now.folded_name, now.description, now.color, now.shortcut) == (
        "Motoboy",
        "motoboy",
        "Quem entrega.",
        "#2f6fdb",
        "M",
    )
    what, was, then = garden.records()[-1]
    assert what == "node_changed:Assunto › Atendimento › Entregador"
    assert (was["name"], then["name"]) == ("Entregador", "Motoboy")
    other = garden.node("refund")
    with pytest.raises(Refused, match="shortcut_taken"):
        change(garden.actor, other.id, expected_version=1, shortcut="M")
    for values, code in (
        ({"shortcut": "ab"}, "shortcut_invalid"),
        ({"color": "azul"}, "color_invalid"),
        ({"description": "x" * 5_000}, "tree_text_long"),
    ):
        with pytest.raises(Invalid, match=code):
            change(garden.actor, other.id, expected_version=1, **values)
    with pytest.raises(Refused, match="node_exists"):
        change(garden.actor, other.id, expected_version=1, name="Motoboy")
    with pytest.raises(ValueError, match="editable"):
        change(garden.actor, other.id, expected_version=1, key="x")
    take_back(done)
    assert garden.picture() == before


def test_nothing_changed_is_no_act(garden: Garden) -> None:
    node = garden.node("courier")
    done = garden.trees.change_node(garden.actor, node.id, expected_version=1, name="Entregador", color="")
    assert done.undo is None
    assert done.changes.is_empty
    assert garden.records() == []


def test_two_editors_meet(garden: Garden) -> None:
    node = garden.node("courier")
    garden.trees.change_node(garden.actor, node.id, expected_version=1, name="Motoboy")
    with pytest.raises(Conflict) as met:
        garden.trees.change_node(garden.actor, node.id, expected_version=1, name="Moto")
    assert met.value.facts == {"name": "Motoboy"}
    garden.trees.retire_node(garden.actor, garden.node("refund").id, expected_version=1)


def test_a_node_moves_among_siblings_and_elsewhere(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    node, product = garden.node("touchpoints"), garden.node("product")
    first = garden.trees.move_node(garden.actor, node.id, None, expected_version=1, before_id=product.id)
    assert garden.names() == ["Atendimento", "Pontos de contato", "Produto", "Imagem da marca"]
    assert garden.node("touchpoints").version == 1
    second = garden.trees.move_node(garden.actor, node.id, product.id, expected_version=1)
    assert garden.names("product")[-1] == "Pontos de contato"
    assert garden.records()[-1][1:] == ({"parent": "", "place": 2}, {"parent": "Produto", "place": 9})
    with pytest.raises(Refused, match="node_under_itself"):
        garden.trees.move_node(garden.actor, product.id, node.id, expected_version=1)
    same = garden.trees.move_node(garden.actor, node.id, product.id, expected_version=2)
    assert same.undo is None
    take_back(second)
    take_back(first)
    assert garden.picture() == before


def test_undo_of_a_move_makes_no_ring(garden: Garden, take_back: TakeBack) -> None:
    outer, inner = garden.node("service"), garden.node("courier")
    out = garden.trees.move_node(garden.actor, inner.id, None, expected_version=1)
    garden.trees.move_node(garden.actor, outer.id, inner.id, expected_version=1)
    before = garden.picture()
    with pytest.raises(Conflict, match="tree_changed"):
        take_back(out)
    assert garden.picture() == before


def test_merged_nodes_count_together_and_part_at_any_time(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    garden.use("order_missing", 3)
    garden.use("delivery_delay", 2)
    garden.use("refund", 1)
    missing, delay, refund = (garden.node(key) for key in ("order_missing", "delivery_delay", "refund"))
    garden.trees.move_node(garden.actor, refund.id, missing.id, expected_version=1)
    done = garden.trees.merge_node(garden.actor, missing.id, delay.id, expected_version=1)
    picture = garden.trees.picture()
    assert picture.usage[delay.id] == 6
    assert picture.usage[missing.id] == 3
    assert picture.usage[garden.node("service").id] == 6
    assert picture.trees.path(refund.id) == "Atendimento › Demora na entrega › Troca, devolução ou reembolso"
    for wrong in (missing.id, delay.id):
        with pytest.raises(Invalid, match="node_unknown"):
            garden.trees.merge_node(garden.actor, missing.id, wrong, expected_version=2)
    with pytest.raises(Refused, match="node_under_itself"):
        garden.trees.merge_node(garden.actor, delay.id, refund.id, expected_version=1)
    with pytest.raises(Invalid, match="node_unknown"):
        garden.trees.add_node(garden.actor, garden.axis().id, "x", parent_id=missing.id)
    parted = garden.trees.unmerge_node(garden.actor, missing.id, expected_version=2)
    assert garden.trees.picture().usage[delay.id] == 2
    with pytest.raises(Invalid, match="node_unknown"):
        garden.trees.unmerge_node(garden.actor, missing.id, expected_version=3)
    with pytest.raises(Conflict, match="tree_changed"):
        take_back(done)
    take_back(parted)
    assert garden.node("order_missing").merged_into_id == delay.id
    take_back(done)
    garden.trees.move_node(
        garden.actor, refund.id, garden.node("service").id, expected_version=2, before_id=garden.node("cancellation").id
    )
    assert garden.picture() == before


def test_a_branch_is_retired_and_comes_back(garden: Garden, clock: FakeClock, take_back: TakeBack) -> None:
    before = garden.picture()
    garden.trees.retire_node(garden.actor, garden.node("product_gifts").id, expected_version=1)
    earlier = garden.picture()
    clock.advance(timedelta(hours=1))
    done = garden.trees.retire_node(garden.actor, garden.node("product").id, expected_version=1)
    assert done.value == 8
    with pytest.raises(Refused, match="parent_retired"):
        garden.trees.add_node(garden.actor, garden.axis().id, "x", parent_id=garden.node("product").id)
    node = garden.node("product_price")
    back = garden.trees.retire_node(garden.actor, node.id, expected_version=node.version, is_retired=False)
    assert back.value == 2
    assert garden.node("product").retired_at is None
    with pytest.raises(Conflict, match="tree_changed"):
        take_back(done)
    take_back(back)
    product = garden.node("product")
    garden.trees.retire_node(garden.actor, product.id, expected_version=product.version, is_retired=False)
    assert garden.picture() == earlier
    gifts = garden.node("product_gifts")
    garden.trees.retire_node(garden.actor, gifts.id, expected_version=2, is_retired=False)
    assert garden.picture() == before


def test_the_answers_of_sentiment_are_fixed(garden: Garden) -> None:
    axis, node = garden.axis("sentiment"), garden.node("neutral", "sentiment")
    other = garden.node("mixed", "sentiment")
    edits: list[Callable[[], object]] = [
        lambda: garden.trees.add_node(garden.actor, axis.id, "Irônico"),
        lambda: garden.trees.move_node(garden.actor, node.id, other.id, expected_version=1),
        lambda: garden.trees.merge_node(garden.actor, node.id, other.id, expected_version=1),
        lambda: garden.trees.retire_node(garden.actor, node.id, expected_version=1),
    ]
    for edit in edits:
        with pytest.raises(Refused, match="axis_fixed"):
            edit()
    garden.trees.change_node(garden.actor, node.id, expected_version=1, name="Neutra")
    garden.trees.move_node(garden.actor, other.id, None, expected_version=1, before_id=node.id)


def test_axes_are_added_renamed_moved_and_retired(garden: Garden, take_back: TakeBack) -> None:
    before = garden.picture()
    axes = garden.trees.axes
    added = axes.add_axis(garden.actor, "Loja", "case")
    changed = axes.change_axis(garden.actor, added.value, expected_version=1, name="Unidade", carrier="customer")
    assert garden.axis("loja").carrier == "customer"
    moved = axes.move_axis(garden.actor, added.value, -1)
    assert [axis.key for axis in garden.now().axes][-2:] == ["loja", "front"]
    assert axes.move_axis(garden.actor, garden.axis("front").id, 1).undo is None
    retired = axes.retire_axis(garden.actor, added.value, expected_version=3)
    assert not garden.axis("loja").is_active
    with pytest.raises(Refused, match="axis_exists"):
        axes.add_axis(garden.actor, "unidade", "case")
    with pytest.raises(Invalid, match="carrier_unknown"):
        axes.add_axis(garden.actor, "Outro", "mention")
    with pytest.raises(Refused, match="axis_needed"):
        axes.retire_axis(garden.actor, garden.axis().id, expected_version=1)
    with pytest.raises(Refused, match="carrier_fixed"):
        axes.change_axis(garden.actor, garden.axis("nature").id, expected_version=1, carrier="customer")
    with pytest.raises(Conflict, match="tree_changed"):
        axes.change_axis(garden.actor, added.value, expected_version=1, name="x")
    with pytest.raises(Invalid, match="axis_unknown"):
        axes.retire_axis(garden.actor, 99, expected_version=1)
    assert axes.retire_axis(garden.actor, added.value, expected_version=4).undo is None
    assert axes.change_axis(garden.actor, added.value, expected_version=4, name="Unidade").undo is None
    for done in (retired, moved, changed, added):
        take_back(done)
    assert garden.picture() == before


def test_undo_of_an_axis_keeps_what_has_answers_by_now(garden: Garden, take_back: TakeBack) -> None:
    added = garden.trees.axes.add_axis(garden.actor, "Loja", "case")
    garden.trees.add_node(garden.actor, added.value, "Savassi")
    take_back(added)
    assert not garden.axis("loja").is_active


def test_there_is_an_end_to_axes(garden: Garden) -> None:
    for number in range(len(garden.now().axes), 30):
        garden.trees.axes.add_axis(garden.actor, f"Eixo {number}", "case")
    with pytest.raises(Refused, match="axes_too_many"):
        garden.trees.axes.add_axis(garden.actor, "Mais um", "case")
