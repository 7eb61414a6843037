"""The profile and persona of a customer are set on the customer's own card, without a case."""

from __future__ import annotations

import pytest

from app.bootstrap.services import build_services
from app.models.domain.people import Actor
from app.models.domain.vocabulary import AxisKey
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from tests.factories import make_customer


def test_profile_and_persona_are_set_and_taken_back(database: Database, actor: Actor) -> None:
    customers = build_services(database).customers
    customer_id = database.quiet(make_customer)
    with database.read() as connection:
        trees = TreeShelf().trees(connection)
    axis = trees.axis_by_key(AxisKey.PERSONA)
    assert axis is not None
    node = trees.tree(axis.id)[0]
    done = customers.classify(actor, customer_id, AxisKey.PERSONA, node.id, expected_version=1)
    assert done.value.persona_node_id == node.id
    assert customer_id in done.changes.customer_ids
    with pytest.raises(Conflict, match="customer_changed"):
        customers.classify(actor, customer_id, AxisKey.PERSONA, None, expected_version=1)
    assert done.undo is not None
    assert done.undo.revert().value.persona_node_id is None


def test_only_nodes_of_the_customers_axes(database: Database, actor: Actor) -> None:
    customers = build_services(database).customers
    customer_id = database.quiet(make_customer)
    with database.read() as connection:
        trees = TreeShelf().trees(connection)
    nature = trees.axis_by_key(AxisKey.NATURE)
    assert nature is not None
    with pytest.raises(Invalid, match="node_unknown"):
        customers.classify(actor, customer_id, AxisKey.PROFILE, trees.tree(nature.id)[0].id, expected_version=1)
    with pytest.raises(Invalid, match="axis_unknown"):
        customers.classify(actor, customer_id, AxisKey.NATURE, None, expected_version=1)
