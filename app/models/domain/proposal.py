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
    needs: frozenset[str]
    lacks: frozenset[str]


def _rule(result: Proposal, needs: str = "", lacks: str = "") -> _Rule:
    return _Rule(result, frozenset(needs.split()), frozenset(lacks.split()))


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
# "delicate" an off-topic theme, "outcry" several question marks in a row, "they" what others did (prometeram). The last
# row of each table fits everything.
_BLAME = (
    _rule(_INFORMATION, "inform", "mine demand harsh"),
    _rule(_COMPLAINT, "problem"),
    _rule(_COMPLAINT, "demand"),
    _rule(_SUGGESTION, "suggest", "harsh"),
    _rule(_PROSPECT, "people mark"),
    _rule(_QUESTION, "ask mark", "harsh"),
    _rule(_QUESTION, "wh mark", "harsh"),
    _rule(_VENT, "delicate"),
    _rule(_COMPLAINT, "trouble", "general"),
    _rule(_CRITICISM, "subject"),
    _rule(_VENT, "general"),
    _rule(_VENT, "short"),
    _rule(_CRITICISM),
)
_PRAISE = (
    _rule(_SUGGESTION, "suggest"),
    _rule(_PROSPECT, "people mark"),
    _rule(_QUESTION, "ask mark"),
    _rule(_QUESTION, "wh mark"),
    _rule(_THANKS, "thank"),
    _rule(_FAN, "fan"),
    _rule(_THANKS),
)
_PLAIN = (
    _rule(_SUGGESTION, "suggest"),
    _rule(_PROSPECT, "people"),
    _rule(_QUESTION, "ask"),
    _rule(_REQUEST, "request"),
    _rule(_INFORMATION, "inform"),
    _rule(_COMPLAINT, "outcry", "delicate"),
    _rule(_QUESTION, "mark"),
    _rule(_VENT, "delicate"),
    _rule(_CITATION, "passing"),
    _rule(_STORY, "story subject"),
    _rule(_STORY, "they"),
    _rule(_CRITICISM, "service"),
    _rule(_CITATION, "short"),
    _rule(NOTHING),
)
_RULES = {
    Sentiment.NEGATIVE: _BLAME,
    Sentiment.MIXED: _BLAME,
    Sentiment.POSITIVE: _PRAISE,
    Sentiment.NEUTRAL: _PLAIN,
}


def proposal(cues: Mapping[str, int], sentiment: Sentiment) -> Proposal:
    """Return what the cues (name and how often) and the sentiment stand for."""
    found = cues.keys()
    return next(rule.proposal for rule in _RULES[sentiment] if rule.needs <= found and rule.lacks.isdisjoint(found))
