"""A chart shows the tree of today: what was renamed, moved, merged or retired is counted where it stands now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.models.domain.chart import Category
from app.models.domain.chart_nodes import DIRECT, OTHERS, Branches, folded, meet, node_category, node_key, ranked
from app.models.domain.classification_tree import AxisInfo, NodeInfo, Trees
from app.models.domain.words import fold

SUBJECT = AxisInfo(1, "subject", "Assunto", "case", 0, is_active=True, version=1)
NATURE = AxisInfo(2, "nature", "Natureza", "case", 1, is_active=True, version=1)


def node(node_id: int, name: str, parent: int | None = None, *, axis: int = 1, color: str | None = None) -> NodeInfo:
    return NodeInfo(node_id, axis, parent, None, fold(name), name, fold(name), None, None, color, None, 0, None, 1)


NODES = (
    node(1, "Atendimento", color="#aa0000"),
    node(2, "Demora", 1),
    node(3, "Produto"),
    node(4, "Qualidade", 3),
    replace(node(5, "Espera", 3), merged_into_id=2),
    replace(node(6, "Brindes", 3), retired_at=datetime(2026, 10, 3, tzinfo=UTC)),
    node(7, "Reclamação", axis=2),
    node(8, "No balcão", 2),
    replace(node(9, "Mercadoria"), merged_into_id=3),
    node(10, "Anel", 11),
    node(11, "Argola", 10),
)
TREES = Trees((SUBJECT, NATURE), {each.id: each for each in NODES})


def test_every_node_counts_under_what_stands_for_it_today() -> None:
    top = node_key(Branches(TREES, 1))
    assert [top(each) for each in range(1, 10)] == [1, 1, 3, 3, 1, 3, None, 1, 3]
    assert top(99) is None
    assert top(10) is None
    below = node_key(Branches(TREES, 1, 1))
    assert [below(each) for each in (1, 2, 5, 8, 3, 4)] == [DIRECT, 2, 2, 2, None, None]
    assert node_key(Branches(TREES, 1, 9))(4) == 4
    lines = Branches(TREES, 1, levels=2)
    assert [lines.place(each) for each in (1, 2, 8)] == [(1,), (1, 2), (1, 2)]


def test_counts_add_up_and_the_most_come_first() -> None:
    counts = folded({1: (1, 0), 2: (2, 1), 4: (7, 0), 5: (1, 1), 7: (50, 0)}, node_key(Branches(TREES, 1)))
    places = ranked(TREES, counts, width=2, most=5)
    assert [(place.key, place.counts, place.node_ids) for place in places] == [(3, (7, 0), (3,)), (1, (4, 2), (1,))]
    assert places[1].category == Category(1, "Atendimento", "#aa0000", 1)
    assert ranked(TREES, {}, width=1, most=5) == []


def test_others_and_direct_stand_last() -> None:
    counts = folded({1: (1,), 2: (2,), 3: (3,), 4: (4,)}, lambda each: DIRECT if each == 1 else each)
    first, rest, direct = ranked(TREES, counts, width=1, most=1)
    assert (first.key, rest.key, direct.key) == (4, OTHERS, DIRECT)
    assert (rest.counts, rest.node_ids) == ((5,), (3, 2))
    assert direct.node_ids is None
    again = ranked(TREES, {}, width=1, most=1, only=[place.category for place in (first, rest, direct)])
    assert [(place.key, place.counts) for place in again] == [(4, (0.0,)), (OTHERS, (0.0,)), (DIRECT, (0.0,))]
    assert again[1].node_ids is None


def test_too_many_others_have_no_query() -> None:
    many = {each: node(each, f"Assunto {each}") for each in range(100, 400)}
    trees = Trees((SUBJECT,), many)
    places = ranked(trees, dict.fromkeys(many, (1.0,)), width=1, most=30)
    assert len(places) == 31
    assert places[-1].counts == (270.0,)
    assert places[-1].node_ids is None


def test_a_path_names_what_lies_above() -> None:
    assert node_category(TREES, 8, is_path=True).name == "Atendimento › Demora › No balcão"
    assert node_category(TREES, 8).color == "#aa0000"
    assert node_category(TREES, 8).drill_node is None


def test_a_filter_on_the_same_axis_narrows_the_node() -> None:
    assert meet(TREES, (1,), (2,)) == (2,)
    assert meet(TREES, (2,), (1,)) == (2,)
    assert meet(TREES, (3,), (1,)) == ()
    assert meet(TREES, (1, 3), (8, 9)) == (8, 3)
