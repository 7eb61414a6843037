import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.action import (
    ActionReason,
    ActionTable,
    AnswerWhere,
    BrandVoice,
    Guidance,
    GuidanceReason,
    Trait,
    recommended_action,
    tone_for,
)

SEED = json.loads((Path(__file__).parents[3] / "resources" / "seeds" / "situations.json").read_text(encoding="utf-8"))
TABLE = ActionTable.from_mapping(SEED)
R = ActionReason
W = AnswerWhere
G = Guidance
Y = GuidanceReason
VOICE = BrandVoice.from_mapping(
    {
        "traits": [
            {"key": "welcoming", "name": "Acolhedor", "description": "Ouve antes de explicar."},
            {"key": "learned", "name": "Didático"},
            {"key": "cheerful", "name": "Bem-humorado"},
        ],
        "matrix": {
            "complaint": ["welcoming"],
            "criticism": ["welcoming", "learned"],
            "question": ["learned"],
            "praise": ["cheerful", "retired_trait"],
        },
    }
)


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
            {"situation": "question", "is_off_topic": True, "has_reply": True},
            "no_rejoinder",
            W.NONE,
            (R.REPLY_GIVEN, R.OFF_TOPIC),
        ),
        ({"situation": "question", "has_reply": True}, "find_and_answer", W.PUBLIC, (R.SITUATION,)),
        ({"situation": "praise", "is_do_not_answer": True}, "do_not_answer", W.NONE, (R.DO_NOT_ANSWER,)),
        (
            {"is_do_not_answer": True, "crisis_level": 1},
            "alert_and_attend",
            W.PUBLIC_THEN_PRIVATE,
            (R.CRISIS, R.DO_NOT_ANSWER),
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
    found = recommended_action(TABLE, **facts)
    assert (found.action, found.visibility, found.reasons) == (action, where, reasons)


@pytest.mark.parametrize(
    ("facts", "guidance", "reason", "tone"),
    [
        ({"situation": "vent"}, G.NO_ANSWER, Y.NO_PROBLEM_TO_SOLVE, ()),
        (
            {"situation": "vent", "is_direct": True},
            G.PRIVATE_IF_AT_ALL,
            Y.NO_PROBLEM_TO_SOLVE,
            ("welcoming", "learned"),
        ),
        ({"situation": "criticism"}, G.ACKNOWLEDGE_THEN_PRIVATE, Y.PROBLEM_IN_PRIVATE, ("welcoming",)),
        (
            {"situation": "criticism", "is_private_channel": True},
            G.ANSWER_IN_PRIVATE,
            Y.PRIVATE_CHANNEL,
            ("welcoming",),
        ),
        ({"situation": "question"}, G.ANSWER_IN_PUBLIC, Y.HELPS_OTHERS, ("learned",)),
        ({"situation": "prospect"}, G.ANSWER_IN_PUBLIC, Y.HELPS_OTHERS, ("learned",)),
        ({"situation": "praise"}, G.ANSWER_IN_PUBLIC, Y.THANKS_ARE_SEEN, ("cheerful",)),
        ({"situation": "engagement", "nature": "own"}, G.ANSWER_IN_PUBLIC, Y.THANKS_ARE_SEEN, ()),
        ({"nature": "criticism"}, G.ACKNOWLEDGE_THEN_PRIVATE, Y.PROBLEM_IN_PRIVATE, ("welcoming", "learned")),
        ({"situation": "praise", "is_off_topic": True}, G.ONE_PUBLIC_REPLY, Y.OFF_TOPIC, ("cheerful",)),
        ({"is_off_topic": True, "has_reply": True}, G.NO_ANSWER, Y.REPLY_GIVEN, ()),
        ({"situation": "praise", "is_do_not_answer": True}, G.NO_ANSWER, Y.DO_NOT_ANSWER, ()),
        ({"situation": "praise", "crisis_level": 2}, G.ANSWER_IN_PUBLIC, Y.CRISIS, ("welcoming",)),
        ({"situation": "question", "has_personal_data": True}, G.ANSWER_IN_PRIVATE, Y.PERSONAL_DATA, ("learned",)),
        ({}, G.NO_ANSWER, Y.UNCLASSIFIED, ()),
    ],
)
def test_guidance_and_tone(
    facts: dict[str, Any], guidance: Guidance, reason: GuidanceReason, tone: tuple[str, ...]
) -> None:
    found = recommended_action(TABLE, voice=VOICE, **facts)
    assert (found.guidance, found.guidance_reason) == (guidance, reason)
    assert tuple(trait.key for trait in found.tone) == tone


def test_without_the_persona_there_is_no_tone_but_its_row_is_known() -> None:
    found = recommended_action(TABLE, situation="praise")
    assert (found.tone, found.tone_nature) == ((), "praise")
    assert recommended_action(TABLE, situation="praise", crisis_level=1).tone_nature == "complaint"


def test_a_table_without_tones_takes_that_of_the_nature() -> None:
    bare = ActionTable(TABLE.advice, TABLE.situation_of_nature)
    assert recommended_action(bare, situation="praise", crisis_level=1).tone_nature is None
    assert recommended_action(bare, nature="praise", crisis_level=1).tone_nature == "praise"


def test_a_row_of_the_matrix_gives_its_traits() -> None:
    assert tone_for("question", VOICE) == (Trait("learned", "Didático"),)
    assert tone_for(None, VOICE) == ()


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
