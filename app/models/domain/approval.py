"""Which public answers need a second person's yes before they leave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.models.domain.vocabulary import Visibility


class ApprovalReason(StrEnum):
    """Why a second person has to agree."""

    CRISIS = "crisis"
    GRAVE = "grave"
    NATURE = "nature"


@dataclass(frozen=True, slots=True)
class ApprovalRule:
    """What the team has set: natures by key, whether grave cases count, and the crisis matrix's own levels."""

    crisis_levels: frozenset[int] = frozenset()
    natures: frozenset[str] = frozenset()
    grave: bool = False

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], crisis_levels: Iterable[int] = ()) -> ApprovalRule:
        """Read the setting ``approval``; the levels come from the matrix. Raises TypeError for another form."""
        natures = data.get("natures", ())
        if isinstance(natures, str) or not all(isinstance(each, str) for each in natures):
            raise TypeError("natures")
        return cls(
            crisis_levels=frozenset(crisis_levels),
            natures=frozenset(natures),
            grave=bool(data.get("grave", False)),
        )

    def to_mapping(self) -> dict[str, Any]:
        """Return the stored form; the levels stay in the matrix."""
        return {"natures": sorted(self.natures), "grave": self.grave}


def approval_reason(
    rule: ApprovalRule,
    visibility: Visibility,
    *,
    crisis_level: int | None,
    is_grave: bool,
    natures: Collection[str],
) -> ApprovalReason | None:
    """Return why an answer needs a second person, None when it may leave at once. Private answers never wait."""
    if visibility is not Visibility.PUBLIC:
        return None
    if crisis_level in rule.crisis_levels:
        return ApprovalReason.CRISIS
    if is_grave and rule.grave:
        return ApprovalReason.GRAVE
    return ApprovalReason.NATURE if rule.natures.intersection(natures) else None
