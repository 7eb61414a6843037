"""What the invented people say: kinds of talk with their weights, their sentiments, and texts with gaps filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any

from app.models.domain.crisis import CrisisMatrix, crisis_level
from app.models.domain.vocabulary import Sentiment
from app.models.domain.words import search_text

_SENTIMENTS = (Sentiment.POSITIVE, Sentiment.NEUTRAL, Sentiment.MIXED, Sentiment.NEGATIVE)
_GAPS = ("product", "wait", "time")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of talk."""

    nature: str
    situation: str
    sentiments: tuple[int, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, with its folded words and what the crisis matrix makes of it."""

    text: str
    words: str
    kind: Kind
    sentiment: Sentiment
    crisis_level: int | None
    crisis_words: str | None


class Voice:
    """Makes texts; folding and crisis marks are worked out once for each text that can come out."""

    def __init__(self, texts: dict[str, Any], matrix: CrisisMatrix) -> None:
        self._kinds = [
            Kind(each["nature"], each["situation"], tuple(accumulate(each["sentiments"])), tuple(each["texts"]))
            for each in texts["kinds"]
        ]
        self._weights = list(accumulate(each["weight"] for each in texts["kinds"]))
        self._gaps = {name: list(texts[f"{name}s"]) for name in _GAPS}
        self._matrix = matrix
        self._made: dict[tuple[str, ...], tuple[str, str, int | None, str | None]] = {}

    def say(self, random: Random) -> Said:
        """Return something said."""
        kind = random.choices(self._kinds, cum_weights=self._weights)[0]
        key = (kind.texts[int(random.random() * len(kind.texts))], *self._fillings(random))
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(key)
        text, words, level, found = made
        sentiment = random.choices(_SENTIMENTS, cum_weights=kind.sentiments)[0]
        return Said(text, words, kind, sentiment, level, found)

    def _fillings(self, random: Random) -> list[str]:
        return [values[int(random.random() * len(values))] for values in self._gaps.values()]

    def _make(self, key: tuple[str, ...]) -> tuple[str, str, int | None, str | None]:
        template, *fillings = key
        text = template.format(**dict(zip(self._gaps, fillings, strict=True)))
        text = _contracted(text[0].upper() + text[1:])
        hit = crisis_level(text, self._matrix)
        return text, search_text(text), hit.level if hit else None, "; ".join(hit.words) if hit else None


def _contracted(text: str) -> str:
    """Join prepositions and articles as Portuguese does: "de o fogão" is "do fogão"."""
    return re.sub(r"\bem ([oa]s?)\b", r"n\1", re.sub(r"\b([Dd])e ([oa]s?)\b", r"\1\2", text))
