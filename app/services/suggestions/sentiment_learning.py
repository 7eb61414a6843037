"""Learns a team's own sense of sentiment and measures it on texts held out, beside the shipped model; child process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from app.models.domain.suggestion import AxisQuality, Measured, Verdict, fitness, judge
from app.models.domain.vocabulary import Sentiment
from app.services.sentiment.adaptation import Adaptation
from app.services.sentiment.reader import Reading, sentiment_reader
from app.services.suggestions.training import NO_CLASS

_HELD_OUT: Final = 0.3


def learn_sentiment(
    newest_first: Sequence[str], names: Sequence[str], nodes: Mapping[str, int]
) -> tuple[bytes, AxisQuality]:
    """Return the adaptation's bytes and its quality; trusted only where it also beats the shipped model alone."""
    labels = [Sentiment(name) for name in names]
    sizes = Counter(labels)
    verdict = fitness(len(labels), list(sizes.values()))
    if verdict is not Verdict.TRUSTED:
        return b"", AxisQuality(verdict, examples=len(labels), classes=len(sizes))
    base, tested = sentiment_reader(), int(len(labels) * _HELD_OUT)
    held_out, real = newest_first[:tested], labels[:tested]
    learned = Adaptation.fit(newest_first[tested:], labels[tested:], base)
    team, shipped = learned.read_many(held_out, base), base.read_many(held_out)
    measured = Measured(
        [nodes[each] for each in real],
        [NO_CLASS if each.sentiment is None else nodes[each.sentiment] for each in team],
        [each.confidence for each in team],
        nodes[sizes.most_common(1)[0][0]],
    )
    quality = judge(measured, examples=len(labels), classes=len(sizes), contradictory=0.0, is_time_split=True)
    if quality.verdict is Verdict.TRUSTED and _right(team, real) <= _right(shipped, real):
        quality = AxisQuality.from_mapping({**quality.to_mapping(), "verdict": Verdict.NOT_BETTER.value})
    return Adaptation.fit(newest_first, labels, base).to_bytes(), quality


def _right(readings: Sequence[Reading], real: Sequence[Sentiment]) -> int:
    return sum(each.sentiment is label for each, label in zip(readings, real, strict=True))
