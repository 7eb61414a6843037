"""Every network, field, choice and reason that an adapter names has words on the screen."""

from __future__ import annotations

import pytest

from app.bootstrap.networks import NETWORKS
from app.models.domain.channel_kind import Ability, Grade
from app.services.channels.base import Network
from app.services.first_day import SEEDS
from app.views.support.network_texts import (
    choice_text,
    field_hint,
    field_text,
    known_choices,
    known_fields,
    known_networks,
    known_reasons,
    network_hint,
    network_icon,
    network_text,
    network_topic,
    reason_text,
)
from app.views.support.resource import resource_path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(params=sorted(NETWORKS), name="network")
def _network(request: pytest.FixtureRequest) -> Network:
    return NETWORKS[request.param]


def test_a_network_has_a_name_a_sign_and_a_hint(network: Network) -> None:
    key = network.kind.key
    assert key in known_networks()
    assert network_text(key)
    assert network_hint(key).endswith(".")
    assert resource_path("icons", f"{network_icon(key)}.svg").exists()


def test_every_field_and_choice_has_words(network: Network) -> None:
    fields = network.kind.fields
    assert [each.key for each in fields if each.key not in known_fields()] == []
    assert [c for each in fields for c in each.choices if c not in known_choices()] == []
    assert all(field_text(each.key) and field_hint(each.key) is not None for each in fields)
    assert all(choice_text(c) for each in fields for c in each.choices)


def test_every_ability_is_told_and_what_is_missing_says_why(network: Network) -> None:
    notes = network.kind.abilities
    assert {each.ability for each in notes} == set(Ability)
    silent = [each.ability.value for each in notes if each.grade is not Grade.YES and not reason_text(each.reason)]
    assert silent == []
    assert all(each.reason in known_reasons() for each in notes if each.reason)


def test_the_keys_are_channels_of_the_first_day() -> None:
    text = (SEEDS / "channels.json").read_text(encoding="utf-8")
    assert all(f'"key": "{key}"' in text for key in NETWORKS)


def test_a_network_leads_to_its_page_of_the_help(network: Network) -> None:
    pages = {path.stem.partition("_")[2] for path in resource_path("help").glob("*.md")}
    assert network_topic(network.kind.key) in pages
