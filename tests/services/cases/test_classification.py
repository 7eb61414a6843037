"""The tree is the team's: classified by key, edited by hand, and old cases keep what they were given."""

from __future__ import annotations

import pytest

from app.models.domain.classification_tree import AxisInfo, NodeInfo
from app.models.domain.people import Actor
from app.models.domain.vocabulary import CaseKind, Sentiment, SentimentSource
from app.services.errors import Conflict, Invalid, Refused
from app.services.recount import recount
from tests.services.cases.conftest import Desk


def axis_of(desk: Desk, key: str) -> AxisInfo:
    axis = desk.classification.trees().axis_by_key(key)
    assert axis is not None
    return axis


def node_of(desk: Desk, axis: AxisInfo, key: str) -> NodeInfo:
    return next(node for node in desk.classification.tree(axis.id) if node.key == key)


@pytest.mark.parametrize(
    ("axis_key", "node_key"),
    [
        ("nature", "complaint"),
        ("front", "service"),
        ("sentiment", "negative"),
        ("situation", "vent"),
        ("persona", "complainer"),
        ("profile", "client"),
    ],
)
def test_each_axis_reaches_its_carrier_and_comes_back(desk: Desk, axis_key: str, node_key: str) -> None:
    case_id = desk.open_case()
    axis = axis_of(desk, axis_key)
    node = node_of(desk, axis, node_key)
    before = desk.picture()
    done = desk.classification.classify(desk.actor, case_id, axis.id, node.id, expected_version=1)
    value = next(each for each in done.value.axes if each.axis_key == axis_key)
    assert (value.node_id, value.path) == (node.id, node.name)
    if axis_key == "nature":
        assert done.value.kind is CaseKind.COMPLAINT
    with desk.database.read() as connection:
        assert recount(connection) == []
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before


def test_persona_is_copied_on_the_next_case(desk: Desk) -> None:
    axis = axis_of(desk, "persona")
    node = node_of(desk, axis, "helper")
    desk.classification.classify(desk.actor, desk.open_case(), axis.id, node.id, expected_version=1)
    detail = desk.cases.detail(desk.open_case(), 0)
    assert next(each.node_id for each in detail.axes if each.axis_key == "persona") == node.id


def test_the_teams_own_axis_of_customers_goes_on_to_their_next_case(desk: Desk) -> None:
    axis_id = desk.trees.axes.add_axis(desk.actor, "Loja preferida", "customer").value
    first, second = (desk.trees.add_node(desk.actor, axis_id, name).value for name in ("Centro", "Savassi"))
    case_id = desk.open_case()
    desk.classification.classify(desk.actor, case_id, axis_id, first, expected_version=1)
    following = desk.open_case()
    assert next(each.node_id for each in desk.cases.detail(following, 0).axes if each.axis_id == axis_id) == first
    version = desk.version(following)
    desk.classification.classify(desk.actor, following, axis_id, second, expected_version=version)
    node = desk.classification.trees().nodes[second]
    third = desk.open_case()
    assert next(each.node_id for each in desk.cases.detail(third, 0).axes if each.axis_id == axis_id) == second
    desk.trees.retire_node(desk.actor, second, expected_version=node.version)
    last = desk.cases.detail(desk.open_case(), 0)
    assert next(each.node_id for each in last.axes if each.axis_id == axis_id) == first
    with desk.database.read() as connection:
        assert recount(connection) == []


def test_undo_leaves_what_somebody_said_of_the_customer_since(desk: Desk) -> None:
    axis = axis_of(desk, "persona")
    case_id = desk.open_case()
    customer = desk.cases.detail(case_id, 0).customer.id
    done = desk.classification.classify(
        desk.actor, case_id, axis.id, node_of(desk, axis, "helper").id, expected_version=1
    )
    later = next(node for node in desk.classification.tree(axis.id) if node.key != "helper")
    version = desk.customers.card(customer).version
    desk.customers.classify(desk.actor, customer, "persona", later.id, expected_version=version)
    assert done.undo is not None
    done.undo.revert()
    assert desk.customers.card(customer).persona_node_id == later.id


def test_mentions_are_classified_before_there_is_a_case(desk: Desk) -> None:
    axis = axis_of(desk, "sentiment")
    mention = desk.mention(sentiment=Sentiment.NEUTRAL, sentiment_source=SentimentSource.SUGGESTED)
    before = desk.picture()
    node = node_of(desk, axis, "negative")
    done = desk.classification.classify_mentions(desk.actor, [mention], axis.id, node.id)
    assert done.changes.mention_ids == {mention}
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before
    with pytest.raises(Invalid, match="axis_unknown"):
        desk.classification.classify_mentions(desk.actor, [mention], axis_of(desk, "front").id, None)


def test_typing_finds_nodes_and_recent_ones_come_first(desk: Desk) -> None:
    axis = axis_of(desk, "nature")
    choices = desk.classification.search(axis.id, "reclamacao")
    assert [choice.path for choice in choices] == ["Reclamação"]
    node = node_of(desk, axis, "praise")
    desk.classification.classify(desk.actor, desk.open_case(), axis.id, node.id, expected_version=1)
    first = desk.classification.search(axis.id, "", person_id=desk.actor.person_id)[0]
    assert (first.node_id, first.is_recent) == (node.id, True)


def test_the_tree_is_edited_and_each_edit_can_be_undone(desk: Desk, colleague: Actor) -> None:
    axis = axis_of(desk, "subject")
    before = desk.picture()
    added = desk.trees.add_node(desk.actor, axis.id, "Portabilidade")
    node_id = added.value
    child = desk.trees.add_node(desk.actor, axis.id, "Atraso", parent_id=node_id).value
    with pytest.raises(Refused, match="node_under_itself"):
        desk.trees.move_node(desk.actor, node_id, child, expected_version=1)
    renamed = desk.trees.change_node(desk.actor, node_id, expected_version=1, name="Portar número")
    assert desk.classification.trees().path(child) == "Portar número › Atraso"
    with pytest.raises(Conflict, match="tree_changed"):
        desk.trees.retire_node(desk.actor, node_id, expected_version=1)
    assert renamed.undo is not None
    renamed.undo.revert()
    merged = desk.trees.merge_node(desk.actor, child, node_id, expected_version=1)
    assert desk.classification.trees().resolve(child) == node_id
    assert merged.undo is not None
    merged.undo.revert()
    with pytest.raises(Refused, match="not_allowed"):
        desk.trees.add_node(colleague, axis.id, "x")
    desk.trees.retire_node(desk.actor, child, expected_version=3)
    case_id = desk.open_case()
    with pytest.raises(Invalid, match="node_unknown"):
        desk.classification.classify(desk.actor, case_id, axis.id, child, expected_version=1)
    assert before["axis"] == desk.picture()["axis"]
