import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.action import ActionReason, ActionTable, AnswerWhere, Recommendation, recommended_action

SEED = json.loads((Path(__file__).parents[3] / "resources" / "seeds" / "situations.json").read_text(encoding="utf-8"))
TABLE = ActionTable.from_mapping(SEED)
R = ActionReason
W = AnswerWhere


@pytest.mark.parametrize(
    ("facts", "action", "where", "reasons"),
    [
        ({"situation": "vent"}, "monitor", W.NONE, (R.SITUATION, R.INDIRECT)),
        ({"situation": "vent", "is_direct": True}, "judge_then_answer", W.PRIVATE, (R.SITUATION, R.DIRECT)),
        ({"situation": "criticism"}, "attend_and_solve", W.PUBLIC_THEN_PRIVATE, (R.SITUATION,)),
        ({"situation": "question"}, "find_and_answer", W.PUBLIC, (R.SITUATION,)),
        ({"situation": "prospect"}, "contact_and_offer_help", W.PUBLIC, (R.SITUATION,)),
        ({"situation": "praise"}, "thank", W.PUBLIC, (R.SITUATION,)),
        ({"situation": "engagement"}, "thank", W.PUBLIC, (R.SITUATION,)),
        ({}, "classify_first", W.NONE, (R.UNCLASSIFIED,)),
        ({"situation": "own", "nature": "own"}, "classify_first", W.NONE, (R.UNCLASSIFIED,)),
        ({"nature": "complaint"}, "attend_and_solve", W.PUBLIC_THEN_PRIVATE, (R.NATURE,)),
        ({"situation": "praise", "nature": "complaint"}, "thank", W.PUBLIC, (R.SITUATION,)),
        ({"situation": "vent", "has_personal_data": True}, "monitor", W.NONE, (R.SITUATION, R.INDIRECT)),
        (
            {"situation": "question", "has_personal_data": True},
            "find_and_answer",
            W.PRIVATE,
            (R.PERSONAL_DATA, R.SITUATION),
        ),
        (
            {"situation": "question", "is_private_channel": True},
            "find_and_answer",
            W.PRIVATE,
            (R.SITUATION, R.PRIVATE_CHANNEL),
        ),
        (
            {"situation": "vent", "crisis_level": 1},
            "alert_and_attend",
            W.PUBLIC_THEN_PRIVATE,
            (R.CRISIS, R.SITUATION, R.INDIRECT),
        ),
        ({"situation": "question", "crisis_level": 3}, "alert_and_attend", W.PUBLIC, (R.CRISIS, R.SITUATION)),
        ({"situation": "vent", "is_off_topic": True}, "one_simple_reply", W.PUBLIC, (R.OFF_TOPIC,)),
    ],
)
def test_table(facts: dict[str, Any], action: str, where: AnswerWhere, reasons: tuple[ActionReason, ...]) -> None:
    assert recommended_action(TABLE, **facts) == Recommendation(action, where, reasons)


def test_a_form_that_is_not_ours_is_refused() -> None:
    with pytest.raises(KeyError):
        ActionTable.from_mapping({})


@given(
    situation=st.sampled_from([None, *(row["key"] for row in SEED["situations"])]),
    nature=st.sampled_from([None, *SEED["natures"]]),
    crisis_level=st.sampled_from([None, 1, 2, 3]),
    flags=st.fixed_dictionaries({"is_direct": st.booleans(), "is_off_topic": st.booleans()}),
)
def test_personal_data_is_never_answered_in_public(
    situation: str | None, nature: str | None, crisis_level: int | None, flags: dict[str, bool]
) -> None:
    found = recommended_action(
        TABLE, situation=situation, nature=nature, crisis_level=crisis_level, has_personal_data=True, **flags
    )
    assert found.visibility in {AnswerWhere.PRIVATE, AnswerWhere.NONE}
    assert found.reasons
