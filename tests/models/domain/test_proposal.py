import itertools
import json
from pathlib import Path

import pytest

from app.models.domain.proposal import NOTHING, SituationReason, proposal
from app.models.domain.vocabulary import Sentiment

AXES = json.loads((Path(__file__).parents[3] / "resources" / "seeds" / "axes.json").read_text(encoding="utf-8"))
KEYS = {axis["key"]: {node["key"] for node in axis["nodes"]} for axis in AXES}
NEGATIVE, POSITIVE, NEUTRAL, MIXED = Sentiment.NEGATIVE, Sentiment.POSITIVE, Sentiment.NEUTRAL, Sentiment.MIXED
CUES = ("problem", "demand", "suggest", "people", "ask", "mark", "request", "thank", "fan", "subject", "story", "short")


@pytest.mark.parametrize(
    ("cues", "sentiment", "nature", "situation"),
    [
        ({"problem", "suggest"}, NEGATIVE, "complaint", "criticism"),
        ({"demand"}, MIXED, "complaint", "criticism"),
        ({"suggest"}, NEGATIVE, "suggestion", "engagement"),
        ({"suggest", "harsh", "subject"}, NEGATIVE, "criticism", "criticism"),
        ({"people", "mark"}, NEGATIVE, "question", "prospect"),
        ({"ask", "mark"}, NEGATIVE, "question", "question"),
        ({"ask", "mark", "harsh", "general"}, NEGATIVE, "criticism", "vent"),
        ({"delicate", "subject"}, NEGATIVE, "criticism", "vent"),
        ({"short"}, NEGATIVE, "criticism", "vent"),
        ({}, NEGATIVE, "criticism", "criticism"),
        ({"thank", "fan"}, POSITIVE, "praise", "praise"),
        ({"fan"}, POSITIVE, "praise", "engagement"),
        ({}, POSITIVE, "praise", "praise"),
        ({"request"}, NEUTRAL, "request", "question"),
        ({"inform", "mark"}, NEUTRAL, "information", "question"),
        ({"mark", "outcry"}, NEUTRAL, "complaint", "criticism"),
        ({"story", "subject"}, NEUTRAL, "complaint", "criticism"),
        ({"story", "subject", "passing"}, NEUTRAL, "citation", None),
        ({}, NEUTRAL, None, None),
    ],
)
def test_the_first_rule_that_fits_decides(
    cues: set[str], sentiment: Sentiment, nature: str | None, situation: str | None
) -> None:
    found = proposal(dict.fromkeys(cues, 1), sentiment)
    assert (found.nature, found.situation) == (nature, situation)


@pytest.mark.parametrize("sentiment", list(Sentiment))
def test_every_proposal_is_a_key_of_the_first_day(sentiment: Sentiment) -> None:
    for size in range(4):
        for cues in itertools.combinations(CUES, size):
            found = proposal(dict.fromkeys(cues, 1), sentiment)
            assert found.nature in KEYS["nature"] | {None}
            assert found.situation in KEYS["situation"] | {None}
            assert (found == NOTHING) == (found.reason is SituationReason.NO_WORDS)
