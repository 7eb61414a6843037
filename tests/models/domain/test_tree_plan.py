"""A plan says what rows would do to an axis; applied in any order of rows it is the same plan, and never a ring."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.classification_tree import MOST_LEVELS, AxisInfo, NodeInfo, Trees
from app.models.domain.tree_plan import Problem, StepKind, TreePlan, TreeRow, free_key, is_single_key, plan_tree
from app.models.domain.words import fold

AXIS = AxisInfo(1, "subject", "Assunto", "case", 0, is_active=True, version=1)
GONE = datetime(2026, 10, 3, tzinfo=UTC)


def node(node_id: int, key: str, parent: int | None = None, **more: object) -> NodeInfo:
    blank = NodeInfo(
        id=node_id,
        axis_id=1,
        parent_id=parent,
        merged_into_id=None,
        key=key,
        name=key.title(),
        folded_name=fold(key.title()),
        description=None,
        examples=None,
        color=None,
        shortcut=None,
        position=node_id,
        retired_at=None,
        version=1,
    )
    return replace(blank, **more)  # type: ignore[arg-type]  # columns by name


TREES = Trees(
    (AXIS,),
    {
        each.id: each
        for each in (
            node(1, "care", shortcut="A"),
            node(2, "delay", 1),
            node(3, "late", 1, merged_into_id=2),
            node(4, "below", 3),
            node(5, "product"),
            node(6, "gift", 5, retired_at=GONE, shortcut="G"),
        )
    },
)


def row(number: int, key: str, parent: str | None = None, name: str | None = None, **values: object) -> TreeRow:
    return TreeRow(number, key or f"#{number}", key, key.title() if name is None else name, parent, values)


def plan(*rows: TreeRow, **more: bool) -> TreePlan:
    return plan_tree(TREES, 1, rows, **more)


def kinds(made: TreePlan) -> list[StepKind]:
    return [step.kind for step in made.steps]


def problems(made: TreePlan) -> list[Problem]:
    return [each.problem for each in made.problems]


def test_rows_say_only_what_they_say() -> None:
    made = plan(row(1, "delay"), row(2, "care", color="#112233"))
    assert kinds(made) == [StepKind.SAME, StepKind.CHANGED]
    assert made.steps[1].was == {"color": None}
    assert made.changes == (made.steps[1],)
    assert not made.is_empty
    assert plan(row(1, "delay")).is_empty


def test_what_hangs_on_a_merged_node_stays_where_it_shows() -> None:
    assert kinds(plan(row(1, "below", "late"), row(2, "delay", "care"))) == [StepKind.SAME, StepKind.SAME]
    assert kinds(plan(row(1, "x", "late")))[0] is StepKind.ADDED
    assert plan(row(1, "x", "late")).steps[0].parent == 2


def test_a_name_at_the_same_place_is_the_same_node() -> None:
    made = plan(row(1, "", "", "CARE"), row(2, "", "#1", "Delay"), row(3, "", "#1", "New"), row(4, "", "#3", "Deep"))
    assert [step.node_id for step in made.steps] == [1, 2, None, None]
    assert made.order == {1: (2, "#3"), "#3": ("#4",)}
    swapped = plan(row(1, "care", "", "Product"), row(2, "product", "", "Care"))
    assert [step.node_id for step in swapped.steps] == [1, 5]
    assert problems(swapped) == []


def test_retiring_and_coming_back() -> None:
    made = plan(row(1, "care", is_retired=True), row(2, "gift", is_retired=False))
    assert kinds(made) == [StepKind.RETIRED, StepKind.CHANGED]
    rest = plan(row(1, "care"), retire_missing=True)
    assert [step.key for step in rest.steps if step.kind is StepKind.RETIRED] == ["delay", "below", "product"]
    assert rest.count(StepKind.RETIRED) == 3


def test_adoption_leaves_what_is_there() -> None:
    made = plan(
        row(1, "product", "", "Outro nome"), row(2, "gift", "product"), row(3, "new", "product"), is_adoption=True
    )
    assert kinds(made) == [StepKind.SAME, StepKind.CHANGED, StepKind.ADDED]
    assert made.order == {5: (6, "new")}
    assert kinds(plan(row(1, "delay", "product"), is_adoption=True)) == [StepKind.SAME]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([row(1, "x", name=" ")], [Problem.NO_NAME]),
        ([row(1, "x", name="x" * 200)], [Problem.LONG_NAME]),
        ([row(1, "x"), row(2, "x")], [Problem.DUPLICATE]),
        ([row(1, "x", ""), row(2, "", "", "X")], [Problem.DUPLICATE]),
        ([row(1, "", "", "Product"), row(2, "", "", "product")], [Problem.DUPLICATE, Problem.DUPLICATE]),
        ([row(1, "x", "nowhere")], [Problem.UNKNOWN_PARENT]),
        ([row(1, "x", "y"), row(2, "y", "x")], [Problem.RING, Problem.RING]),
        ([row(1, "care", "delay"), row(2, "delay")], [Problem.RING]),
        ([row(1, "delay", "below")], [Problem.RING]),
        ([row(1, "x", color="red")], [Problem.BAD_COLOR]),
        ([row(1, "x", shortcut="ab")], [Problem.BAD_SHORTCUT]),
        ([row(1, "x", shortcut="a")], [Problem.SHORTCUT_TAKEN]),
        ([row(1, "gift", is_retired=False), row(2, "x", shortcut="G")], [Problem.SHORTCUT_TAKEN]),
        ([row(1, "x", shortcut="G")], []),
        ([row(1, "care", shortcut=None), row(2, "x", shortcut="A")], []),
        ([row(1, "care", "product"), row(2, "product", "", is_retired=True)], []),
    ],
)
def test_rows_that_cannot_be(rows: list[TreeRow], found: list[Problem]) -> None:
    made = plan(*rows)
    assert problems(made) == found
    assert not found or made.order == {}


def test_a_file_orders_what_it_names_and_leaves_the_rest() -> None:
    trees = Trees((AXIS,), {n: node(n, f"k{n}") for n in range(1, 6)})

    def order(*keys: str) -> tuple[int | str, ...]:
        made = plan_tree(trees, 1, [row(number, key, "") for number, key in enumerate(keys, 1)])
        return made.order.get(None, (1, 2, 3, 4, 5))

    assert order("k4", "k2") == (1, 4, 3, 2, 5)
    assert order("k2", "new", "k4") == (1, 2, "new", 3, 4, 5)
    assert order("new", "k3", "other") == (1, 2, "new", 3, "other", 4, 5)
    assert order("new") == (1, 2, 3, 4, 5, "new")
    assert order("k5") == (1, 2, 3, 4, 5)


def test_too_many_levels() -> None:
    rows = [row(n, f"k{n}", f"k{n - 1}" if n else "") for n in range(MOST_LEVELS + 1)]
    assert problems(plan(*rows)) == [Problem.TOO_DEEP]
    chain = [row(n, f"k{n}", f"k{n - 1}" if n else "") for n in range(5_000)]
    assert set(problems(plan(*chain))) == {Problem.TOO_DEEP}
    assert set(problems(plan(*reversed(chain)))) == {Problem.TOO_DEEP}
    whole = [*chain[1:], row(0, "k0", "k4999")]
    assert set(problems(plan(*whole))) == {Problem.RING}


def test_keys_are_made_of_names() -> None:
    assert free_key("Ação imediata!", set()) == "acao_imediata"
    assert free_key("Ação", {"acao", "acao_2"}) == "acao_3"
    assert free_key("???", set()) == "node"
    assert is_single_key("Ç")
    assert not is_single_key("-")
    assert not is_single_key("")


PARENTS = st.sampled_from(["", "care", "delay", "late", "below", "product", "gift", "a", "b", "c", None])
KEYS = ("care", "delay", "below", "product", "gift", "a", "b", "c")


@given(st.lists(st.tuples(st.sampled_from(KEYS), PARENTS), unique_by=lambda each: each[0]), st.randoms())
def test_the_order_of_rows_does_not_matter_and_no_ring_gets_through(
    given_rows: list[tuple[str, str | None]], chance: object
) -> None:
    rows = [row(number, key, parent) for number, (key, parent) in enumerate(given_rows, 1)]
    made = plan(*rows)
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis's own random
    again = plan(*mixed)
    assert bool(made.problems) == bool(again.problems)
    if made.problems:
        return
    assert {(step.key, step.kind) for step in made.steps} == {(step.key, step.kind) for step in again.steps}
    ids = {step.ref: step.node_id or 100 + place for place, step in enumerate(made.steps)}
    nodes = dict(TREES.nodes)
    for step in made.steps:
        above = ids[step.parent] if isinstance(step.parent, str) else step.parent
        if step.node_id is None:
            nodes[ids[step.ref]] = node(ids[step.ref], step.key, above)
        elif step.kind is StepKind.MOVED:
            nodes[step.node_id] = replace(nodes[step.node_id], parent_id=above)
    after = Trees((AXIS,), nodes)
    assert not any(after.is_in_ring(node_id) for node_id in nodes)
    assert len(after.tree(1)) == len(nodes) - 1
