"""Trees fold renamed, moved, merged and retired nodes at read; nothing in them can send a walk round for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.models.domain.classification_tree import AxisInfo, NodeChoice, NodeInfo, Trees
from app.models.domain.words import fold

SUBJECT = AxisInfo(1, "subject", "Assunto", "case", 0, is_active=True, version=1)
NATURE = AxisInfo(2, "nature", "Natureza", "case", 1, is_active=True, version=1)


def node(node_id: int, name: str, parent: int | None = None, axis: int = 1, position: int = 0) -> NodeInfo:
    return NodeInfo(
        id=node_id,
        axis_id=axis,
        parent_id=parent,
        merged_into_id=None,
        key=fold(name).replace(" ", "_"),
        name=name,
        folded_name=fold(name),
        description=None,
        examples=None,
        color=None,
        shortcut=None,
        position=position,
        retired_at=None,
        version=1,
    )


NODES = (
    node(1, "Atendimento"),
    node(2, "Demora na entrega", 1),
    node(3, "Produto", position=1),
    node(4, "Qualidade", 3),
    replace(node(5, "Demora", 1), merged_into_id=2),
    replace(node(6, "Brindes", 3), retired_at=datetime(2026, 10, 3, tzinfo=UTC)),
    node(7, "Reclamação", axis=2),
)
TREES = Trees((SUBJECT, NATURE), {each.id: each for each in NODES})


def test_axes_by_id_and_key() -> None:
    assert TREES.axis(2) is NATURE
    assert TREES.axis(9) is None
    assert TREES.axis_by_key("subject") is SUBJECT
    assert TREES.axis_by_key("none") is None


def test_what_stands_above_some_nodes_and_what_they_were_merged_into() -> None:
    assert TREES.above_all([5, 4, 99]) == {5, 1, 2, 4, 3, 99}
    ring = Trees((SUBJECT,), {1: node(1, "Um", 2), 2: node(2, "Dois", 1)})
    assert ring.above_all([1]) == {1, 2}


def test_children_and_tree_leave_merged_nodes_out() -> None:
    assert [each.id for each in TREES.children(1)] == [1, 3]
    assert [each.id for each in TREES.children(1, 1)] == [2]
    assert TREES.children(1, 2) == ()
    assert [each.id for each in TREES.tree(1)] == [1, 2, 3, 4, 6]
    assert [each.id for each in TREES.all_children(1, 1)] == [2, 5]
    assert [each.id for each in TREES.all_children(1, 3)] == [4, 6]
    assert {each.id for each in TREES.nodes_of(1)} == {1, 2, 3, 4, 5, 6}
    assert [each.id for each in TREES.merged_into(2)] == [5]


def test_what_hung_on_a_merged_node_hangs_on_the_one_that_stands_for_it() -> None:
    trees = Trees((SUBJECT,), {**TREES.nodes, 8: node(8, "Moto", 5)})
    assert [each.id for each in trees.children(1, 2)] == [8]
    assert trees.children(1, 5) == ()
    assert trees.path(8) == "Atendimento › Demora na entrega › Moto"
    assert trees.branch(2) == {2, 5, 8}
    assert trees.above(trees.nodes[1]) is None


def test_usage_is_folded_through_the_tree() -> None:
    assert TREES.usage({1: 1, 2: 10, 5: 100, 6: 1_000, 99: 7}) == {1: 111, 2: 110, 5: 100, 3: 1_000, 6: 1_000}


def test_matching_finds_retired_and_merged_ones_too() -> None:
    assert TREES.matching(1, "demora") == {2, 5}
    assert TREES.matching(1, "brin") == {6}
    assert TREES.matching(1, "") == {1, 2, 3, 4, 5, 6}


def test_paths_branches_and_merges() -> None:
    assert TREES.resolve(5) == 2
    assert TREES.resolve(99) == 99
    assert TREES.path(2) == "Atendimento › Demora na entrega"
    assert TREES.path(None) is None
    assert TREES.path(99) is None
    assert TREES.branch(1) == {1, 2, 5}
    assert TREES.branch(2) == {2, 5}
    assert TREES.keys_of([5, 7, 99]) == {
        "subject": ("atendimento", "demora_na_entrega"),
        "nature": ("reclamacao",),
    }


def test_rings_end() -> None:
    ring = {
        1: replace(node(1, "Um", 2), merged_into_id=2),
        2: replace(node(2, "Dois", 1), merged_into_id=1),
    }
    trees = Trees((), ring)
    assert trees.resolve(1) == 2
    assert [each.id for each in trees.line(1)] == [1]
    assert trees.is_in_ring(1)
    assert not TREES.is_in_ring(5)
    assert not TREES.is_in_ring(99)
    long = Trees((), {1: node(1, "Um", 2), 2: node(2, "Dois", 3), 3: node(3, "Três", 2)})
    assert not long.is_in_ring(1)
    assert trees.branch(1) == {1, 2}
    assert trees.keys_of([1]) == {}


def test_search_knows_no_accents_and_puts_recent_first() -> None:
    assert [each.node_id for each in TREES.search(1, "")] == [1, 3, 2, 4]
    assert TREES.search(1, "ENTREGA") == [NodeChoice(2, "Atendimento › Demora na entrega", None)]
    assert [each.node_id for each in TREES.search(1, "aten")] == [1, 2]
    assert [(each.node_id, each.is_recent) for each in TREES.search(1, "", recent=[4], limit=2)] == [
        (4, True),
        (1, False),
    ]
    assert TREES.search(1, "brindes") == []
    assert NODES[0].is_offered
    assert not NODES[4].is_offered
    assert not NODES[5].is_offered
