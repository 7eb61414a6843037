"""What the team answers and what not, who answers which subject, and the reasons behind it: mission, vision, values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_LONGEST = 4_000
_MOST_LINES = 100


class Answerer(StrEnum):
    """Who answers a subject."""

    SERVICE = "service"
    MARKETING = "marketing"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ServicePolicy:
    """The policy; ``subjects`` maps keys of the subject tree's nodes to who answers them."""

    mission: str
    vision: str
    values: str
    answered: tuple[str, ...]
    not_answered: tuple[str, ...]
    subjects: Mapping[str, Answerer]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> ServicePolicy:
        """Read the setting ``policy``. Raises KeyError, TypeError or ValueError when the form is not that one."""
        subjects = {str(row["key"]): Answerer(row["who"]) for row in data.get("subjects", ())}
        return cls(
            mission=_text(data.get("mission", "")),
            vision=_text(data.get("vision", "")),
            values=_text(data.get("values", "")),
            answered=_lines(data.get("answered", ())),
            not_answered=_lines(data.get("not_answered", ())),
            subjects=subjects,
        )

    def to_mapping(self) -> dict[str, Any]:
        """Return the stored form."""
        return {
            "mission": self.mission,
            "vision": self.vision,
            "values": self.values,
            "answered": list(self.answered),
            "not_answered": list(self.not_answered),
            "subjects": [{"key": key, "who": who.value} for key, who in self.subjects.items()],
        }


def _lines(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or len(value) > _MOST_LINES:
        raise TypeError("lines")
    return tuple(line for line in map(_text, value) if line)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    if len(value) > _LONGEST:
        raise ValueError("text")
    return value.strip()
