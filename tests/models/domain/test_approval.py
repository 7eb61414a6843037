"""A second person's yes is asked for where the team has said so, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from app.models.domain.approval import ApprovalReason, ApprovalRule, approval_reason
from app.models.domain.vocabulary import Visibility

RULE = ApprovalRule(frozenset({1, 2}), frozenset({"complaint"}), grave=True)


def _case(level: int | None = None, *natures: str, grave: bool = False) -> dict[str, object]:
    return {"crisis_level": level, "is_grave": grave, "natures": natures}


@pytest.mark.parametrize(
    ("visibility", "case", "expected"),
    [
        (Visibility.PUBLIC, _case(1), ApprovalReason.CRISIS),
        (Visibility.PUBLIC, _case(2, "complaint", grave=True), ApprovalReason.CRISIS),
        (Visibility.PUBLIC, _case(3), None),
        (Visibility.PUBLIC, _case(grave=True), ApprovalReason.GRAVE),
        (Visibility.PUBLIC, _case(None, "complaint", "x"), ApprovalReason.NATURE),
        (Visibility.PUBLIC, _case(None, "praise"), None),
        (Visibility.PRIVATE, _case(1, "complaint", grave=True), None),
    ],
)
def test_who_waits(visibility: Visibility, case: dict[str, Any], expected: ApprovalReason | None) -> None:
    assert approval_reason(RULE, visibility, **case) is expected


def test_nobody_waits_on_the_first_day() -> None:
    rule = ApprovalRule.from_mapping({})
    assert rule == ApprovalRule()
    assert approval_reason(rule, Visibility.PUBLIC, crisis_level=1, is_grave=True, natures=["complaint"]) is None


def test_the_rule_is_stored_and_read() -> None:
    assert ApprovalRule.from_mapping(RULE.to_mapping(), [2, 1]) == RULE


@pytest.mark.parametrize("data", [{"natures": "complaint"}, {"natures": [1]}, {"natures": 7}])
def test_another_form_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        ApprovalRule.from_mapping(data)
