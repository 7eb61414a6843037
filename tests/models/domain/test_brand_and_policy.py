"""The persona and the policy of service are read, kept and refused by their forms."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from app.models.domain.brand import MOST_SAMPLES, MOST_TRAITS, PICTURE_BYTES, Brand, is_picture
from app.models.domain.service_policy import Answerer, ServicePolicy
from app.services.first_day import original_setting

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


def _brand(**values: Any) -> dict[str, Any]:
    return {**original_setting("brand"), **values}


def test_the_first_days_persona_is_sound_and_stays_itself() -> None:
    brand = Brand.from_mapping(original_setting("brand"))
    assert brand.matrix["complaint"] == ("welcoming", "paternal")
    assert {"complaint", "question", "suggestion", "praise", "citation"} <= brand.matrix.keys()
    assert {sample.trait for sample in brand.samples} <= {trait.key for trait in brand.traits}
    assert Brand.from_mapping(brand.to_mapping()) == brand


def test_a_picture_is_kept() -> None:
    sheet = {"name": " Dona  Sol ", "description": "x", "picture": base64.b64encode(PNG).decode()}
    brand = Brand.from_mapping(_brand(sheet=sheet))
    assert (brand.name, brand.picture) == ("Dona Sol", PNG)
    assert is_picture(b"\xff\xd8\xff0")
    assert not is_picture(b"GIF89a")
    assert not is_picture(PNG + b"0" * PICTURE_BYTES)


@pytest.mark.parametrize(
    "values",
    [
        {"traits": [{"key": "a", "name": "A"}, {"key": "a", "name": "B"}]},
        {"traits": [{"key": "a", "name": "A"}, {"key": "b", "name": "a"}]},
        {"traits": [{"key": "", "name": "A"}]},
        {"traits": [{"key": f"k{n}", "name": f"N{n}"} for n in range(MOST_TRAITS + 1)]},
        {"matrix": {"complaint": ["nobody"]}},
        {"samples": [{"nature": "praise", "trait": "x", "text": "y"}] * (MOST_SAMPLES + 1)},
        {"samples": [{"nature": "praise", "trait": "x", "text": "y" * 2_001}]},
        {"samples": [{"nature": "praise", "trait": "x", "text": 7}]},
        {"samples": [{"nature": 7, "trait": "x", "text": "y"}]},
        {"sheet": {"picture": "não é base64"}},
        {"sheet": {"picture": base64.b64encode(b"GIF89a").decode()}},
        {"sheet": {"picture": 7}},
        {"sheet": {"name": "x" * 61}},
    ],
)
def test_another_form_of_persona_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Brand.from_mapping(_brand(**values))


def test_the_policy_is_read_and_kept() -> None:
    first = ServicePolicy.from_mapping(original_setting("policy"))
    assert first.answered
    data = first.to_mapping() | {"mission": " Servir bem. ", "subjects": [{"key": "service", "who": "marketing"}]}
    policy = ServicePolicy.from_mapping(data | {"answered": ["a", " ", "b"]})
    assert (policy.mission, policy.answered, policy.subjects) == (
        "Servir bem.",
        ("a", "b"),
        {"service": Answerer.MARKETING},
    )
    assert ServicePolicy.from_mapping(policy.to_mapping()) == policy


@pytest.mark.parametrize(
    "data",
    [
        {"mission": 7},
        {"mission": "x" * 4_001},
        {"answered": "linha"},
        {"answered": ["x"] * 101},
        {"subjects": [{"key": "a", "who": "nobody"}]},
        {"subjects": [{"who": "service"}]},
    ],
)
def test_another_form_of_policy_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        ServicePolicy.from_mapping(data)
