"""The brand as a person: its sheet, its traits, which of them answer which nature, and how that sounds."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.domain.action import Trait

MOST_TRAITS = 20
MOST_SAMPLES = 200
PICTURE_BYTES = 300_000
_LONGEST_NAME, _LONGEST_TEXT = 60, 2_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence as the brand would say it to this nature in this trait."""

    nature: str
    trait: str
    text: str


@dataclass(frozen=True, slots=True)
class Brand:
    """The whole persona; ``picture`` is PNG or JPEG (at most 300,000 bytes), empty for none."""

    name: str
    description: str
    picture: bytes
    traits: tuple[Trait, ...]
    matrix: Mapping[str, tuple[str, ...]]
    samples: tuple[Sample, ...]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Brand:
        """Read the setting ``brand``. Raises KeyError, TypeError or ValueError when the form is not that one."""
        sheet = data["sheet"]
        traits = tuple(
            Trait(_line(row["key"]), _line(row["name"]), _text(row.get("description", ""))) for row in data["traits"]
        )
        keys = [trait.key for trait in traits]
        names = [trait.name.casefold() for trait in traits]
        if len(keys) > MOST_TRAITS or len(set(keys)) != len(keys) or len(set(names)) != len(names):
            raise ValueError("traits")
        samples = tuple(
            Sample(_line(row["nature"]), _line(row["trait"]), _text(row["text"])) for row in data.get("samples", ())
        )
        if len(samples) > MOST_SAMPLES:
            raise ValueError("samples")
        matrix = {_line(nature): tuple(map(_line, row)) for nature, row in data["matrix"].items()}
        if not {key for row in matrix.values() for key in row} <= set(keys):
            raise ValueError("matrix")
        return cls(
            name=_line(sheet.get("name", ""), empty=True),
            description=_text(sheet.get("description", "")),
            picture=_picture(sheet.get("picture", "")),
            traits=traits,
            matrix=matrix,
            samples=samples,
        )

    def to_mapping(self) -> dict[str, Any]:
        """Return the stored form."""
        return {
            "sheet": {
                "name": self.name,
                "description": self.description,
                "picture": base64.b64encode(self.picture).decode("ascii"),
            },
            "traits": [{"key": each.key, "name": each.name, "description": each.description} for each in self.traits],
            "matrix": {nature: list(keys) for nature, keys in self.matrix.items()},
            "samples": [{"nature": each.nature, "trait": each.trait, "text": each.text} for each in self.samples],
        }


def is_picture(content: bytes) -> bool:
    """Tell whether that is a picture that a sheet can hold: PNG or JPEG, small enough."""
    return len(content) <= PICTURE_BYTES and content.startswith(_PICTURES)


def _picture(text: object) -> bytes:
    if not isinstance(text, str):
        raise TypeError("picture")
    content = base64.b64decode(text, validate=True)
    if content and not is_picture(content):
        raise ValueError("picture")
    return content


def _line(value: object, *, empty: bool = False) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    tidy = " ".join(value.split())
    if len(tidy) > _LONGEST_NAME or not (tidy or empty):
        raise ValueError("text")
    return tidy


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    if len(value) > _LONGEST_TEXT:
        raise ValueError("text")
    return value.strip()
