"""Why a text is at a crisis level or not: every trigger in it and what became of each, for whoever edits the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.models.domain.crisis import READ_CHARACTERS, CrisisHit, CrisisMatrix, Level, gravest, mark_of, weighed
from app.models.domain.crisis_doubt import Doubt
from app.models.domain.crisis_words import Found, Tokens
from app.models.domain.vocabulary import Sentiment


class Outcome(StrEnum):
    """What became of a trigger that stands in a text."""

    FIRED = "fired"
    NEGATED = "negated"
    QUOTED = "quoted"
    EXCEPTED = "excepted"
    OTHER_SENTIMENT = "other_sentiment"
    OUTRANKED = "outranked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One trigger found: its rule, its place in the text (characters), its outcome.

    ``because`` is the exception as the matrix writes it, or the number of the graver level that won.
    """

    level: int
    level_name: str
    group: str
    trigger: str
    start: int
    end: int
    text: str
    outcome: Outcome
    because: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A text read against the matrix: the hit that counts and all findings in the order of the text."""

    hit: CrisisHit | None
    findings: tuple[Finding, ...]


def explain(text: str, matrix: CrisisMatrix, sentiment: Sentiment | None = None) -> Explained:
    """Return the level of a text and every rule that fired, was excepted, is in doubt, or lost to a graver one."""
    tokens = Tokens(text, READ_CHARACTERS)
    begun = matrix.index.find(tokens.words)
    hit = gravest(tokens, begun, matrix, sentiment)
    findings = [
        finding
        for place, found in tokens.phrases(begun).items()
        for finding in _of_level(tokens, found, matrix, matrix.levels[place], sentiment, hit)
    ]
    return Explained(hit, tuple(sorted(findings, key=lambda each: (each.start, each.level, each.trigger))))


def _of_level(  # noqa: PLR0917 - called in one place
    tokens: Tokens,
    found: list[Found],
    matrix: CrisisMatrix,
    level: Level,
    sentiment: Sentiment | None,
    hit: CrisisHit | None,
) -> Iterator[Finding]:
    spans = tokens.spans(max(each.end for each in found))
    for each, exception in weighed(found):
        mark = mark_of(tokens, spans, each, level, matrix.doubts)
        outcome, because = _outcome(level, sentiment, hit, exception, mark.doubt)
        group = level.groups[each.trigger.group or 0]
        yield Finding(
            level=level.level,
            level_name=level.name,
            group=group.name,
            trigger=mark.trigger,
            start=mark.start,
            end=mark.end,
            text=mark.text,
            outcome=outcome,
            because=because,
        )


def _outcome(
    level: Level, sentiment: Sentiment | None, hit: CrisisHit | None, exception: Found | None, doubt: Doubt | None
) -> tuple[Outcome, str]:
    if exception is not None:
        return Outcome.EXCEPTED, exception.trigger.written
    if level.requires_sentiment and sentiment not in level.requires_sentiment:
        return Outcome.OTHER_SENTIMENT, ""
    if doubt is not None:
        return Outcome(doubt.value), ""
    winner = None if hit is None else hit.sure or hit
    if winner is not None and winner.level < level.level:
        return Outcome.OUTRANKED, str(winner.level)
    return Outcome.FIRED, ""
