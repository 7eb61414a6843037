"""Proposes nature and situation from what a text was found to say: an ordered table of rules, the first that fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.models.domain.vocabulary import Sentiment


class SituationReason(StrEnum):
    """Why a situation is proposed; each has one sentence on the screen."""

    PROBLEM = "problem"
    STORY = "story"
    SUBJECT = "subject"
    GENERAL = "general"
    ASKS_PEOPLE = "asks_people"
    ASKS_BRAND = "asks_brand"
    ASKS_FOR = "asks_for"
    SUGGESTS = "suggests"
    THANKS = "thanks"
    ENTHUSIASM = "enthusiasm"
    TELLS = "tells"
    PASSING = "passing"
    NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Keys of ``axes.json`` with the reason; None is "cannot say"."""

    nature: str | None
    situation: str | None
    reason: SituationReason


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the table: every cue of ``needs`` was found and none of ``lacks``."""

    proposal: Proposal
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


_COMPLAINT = Proposal("complaint", "criticism", SituationReason.PROBLEM)
_STORY = Proposal("complaint", "criticism", SituationReason.STORY)  # a long tale
_CRITICISM = Proposal("criticism", "criticism", SituationReason.SUBJECT)
_VENT = Proposal("criticism", "vent", SituationReason.GENERAL)
_PROSPECT = Proposal("question", "prospect", SituationReason.ASKS_PEOPLE)
_QUESTION = Proposal("question", "question", SituationReason.ASKS_BRAND)
_REQUEST = Proposal("request", "question", SituationReason.ASKS_FOR)
_SUGGESTION = Proposal("suggestion", "engagement", SituationReason.SUGGESTS)
_THANKS = Proposal("praise", "praise", SituationReason.THANKS)
_FAN = Proposal("praise", "engagement", SituationReason.ENTHUSIASM)
_INFORMATION = Proposal("information", "question", SituationReason.TELLS)
_CITATION = Proposal("citation", None, SituationReason.PASSING)
NOTHING = Proposal(None, None, SituationReason.NO_WORDS)

# Besides the lexicon's cues: "mark" is a question mark, "harsh" clear blame, "short" a text of few words,
# "delicate" an off-topic theme, "outcry" several question marks in a row, "they"
# what others did (prometeram, trocaram).
_BLAME = (
    _Rule(_INFORMATION, ("inform",), ("mine", "demand", "harsh")),
    _Rule(_COMPLAINT, ("problem",)),
    _Rule(_COMPLAINT, ("demand",)),
    _Rule(_SUGGESTION, ("suggest",), ("harsh",)),
    _Rule(_PROSPECT, ("people", "mark")),
    _Rule(_QUESTION, ("ask", "mark"), ("harsh",)),
    _Rule(_QUESTION, ("wh", "mark"), ("harsh",)),
    _Rule(_VENT, ("delicate",)),
    _Rule(_COMPLAINT, ("trouble",), ("general",)),
    _Rule(_CRITICISM, ("subject",)),
    _Rule(_VENT, ("general",)),
    _Rule(_VENT, ("short",)),
    _Rule(_CRITICISM),
)
_PRAISE = (
    _Rule(_SUGGESTION, ("suggest",)),
    _Rule(_PROSPECT, ("people", "mark")),
    _Rule(_QUESTION, ("ask", "mark")),
    _Rule(_QUESTION, ("wh", "mark")),
    _Rule(_THANKS, ("thank",)),
    _Rule(_FAN, ("fan",)),
    _Rule(_THANKS),
)
_PLAIN = (
    _Rule(_SUGGESTION, ("suggest",)),
    _Rule(_PROSPECT, ("people",)),
    _Rule(_QUESTION, ("ask",)),
    _Rule(_REQUEST, ("request",)),
    _Rule(_INFORMATION, ("inform",)),
    _Rule(_COMPLAINT, ("outcry",), ("delicate",)),
    _Rule(_QUESTION, ("mark",)),
    _Rule(_VENT, ("delicate",)),
    _Rule(_CITATION, ("passing",)),
    _Rule(_STORY, ("story", "subject")),
    _Rule(_STORY, ("they",)),
    _Rule(_CRITICISM, ("service",)),
    _Rule(_CITATION, ("short",)),
    _Rule(NOTHING),
)
_RULES = {
    Sentiment.NEGATIVE: _BLAME,
    Sentiment.MIXED: _BLAME,
    Sentiment.POSITIVE: _PRAISE,
    Sentiment.NEUTRAL: _PLAIN,
}


def proposal(cues: Mapping[str, int], sentiment: Sentiment) -> Proposal:
    """Return what the cues (name and how often) and the sentiment stand for."""
    return next(
        rule.proposal
        for rule in _RULES[sentiment]
        if all(cue in cues for cue in rule.needs) and not any(cue in cues for cue in rule.lacks)
    )
