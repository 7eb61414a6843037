"""The numbers of the sentiment model as a small file, and what they say of one text, in plain Python for speed."""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from math import exp, sqrt
from typing import Final, NamedTuple

from app.models.domain.vocabulary import Sentiment
from app.services.sentiment.features import BUCKETS, FACTS, Seen, groups, pairs

CLASSES: Final = (Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE)
"""The order of every triple of numbers here. Mixed is not learned: it is what the word lists find in both."""
PAIR_SHARE: Final = 0.7
Triple = tuple[float, float, float]
_Word = tuple[float, float, float, int]

_MAGIC: Final = b"BSM1"
_HEAD: Final = struct.Struct("<4s32sf")
_KEPT_WORDS: Final = 60_000
_LEAST_FACTS: Final = struct.calcsize(f"<{3 * len(FACTS) + 3}f")


class Weights(NamedTuple):
    """What was learned: a triple for each bucket (in 1/``steps``), for each fact, and for all texts.

    ``made_of`` is the SHA-256 of what it was learned from.
    """

    made_of: bytes
    steps: float
    buckets: array[int]
    facts: tuple[Triple, ...]
    always: Triple


class BrokenModelError(ValueError):
    """The file is not a sentiment model of this version."""


def to_bytes(weights: Weights) -> bytes:
    """Return the weights as a file: a header, then the numbers little-endian and compressed."""
    table = array("h", weights.buckets)
    if sys.byteorder == "big":
        table.byteswap()
    numbers = [number for triple in (*weights.facts, weights.always) for number in triple]
    body = struct.pack(f"<{len(numbers)}f", *numbers) + table.tobytes()
    return _HEAD.pack(_MAGIC, weights.made_of, weights.steps) + zlib.compress(body, 9)


def from_bytes(data: bytes) -> Weights:
    """Return the weights of a file. Raises BrokenModelError when it is not one."""
    try:
        magic, made_of, steps = _HEAD.unpack_from(data)
        body = zlib.decompress(data[_HEAD.size :])
        numbers = struct.unpack_from(f"<{3 * len(FACTS) + 3}f", body)
    except (struct.error, zlib.error) as problem:
        raise BrokenModelError from problem
    if magic != _MAGIC or len(body) != _LEAST_FACTS + 2 * 3 * BUCKETS:
        raise BrokenModelError
    table = array("h")
    table.frombytes(body[_LEAST_FACTS:])
    if sys.byteorder == "big":
        table.byteswap()
    triples = [(numbers[at], numbers[at + 1], numbers[at + 2]) for at in range(0, len(numbers), 3)]
    return Weights(made_of, steps, table, tuple(triples[:-1]), triples[-1])


class Scorer:
    """Says how much a text speaks for each class; it remembers each word, so that a second sight costs a look-up."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known: dict[str, _Word] = {}

    def log_odds(self, text: Seen) -> Triple:
        """Return a number for each of ``CLASSES``; only their differences mean something."""
        known, of_word, buckets = self._known, self._of_word, self._weights.buckets
        said = [known.get(word) or of_word(word) for word in text.words]
        places = [3 * place for place in pairs([word[3] for word in said])]
        share = 1 / sqrt(len(said) + 1)
        paired = PAIR_SHARE * share / self._weights.steps
        negative, neutral, positive = self._weights.always
        for fact, triple in zip(text.facts, self._weights.facts, strict=True):
            if fact:
                negative += fact * triple[0]
                neutral += fact * triple[1]
                positive += fact * triple[2]
        return (
            negative + share * sum([word[0] for word in said]) + paired * sum([buckets[place] for place in places]),
            neutral + share * sum([word[1] for word in said]) + paired * sum([buckets[place + 1] for place in places]),
            positive + share * sum([word[2] for word in said]) + paired * sum([buckets[place + 2] for place in places]),
        )

    def spoken_for(self, words: Sequence[str], choice: int) -> dict[str, float]:
        """Return for each distinct word how much it speaks for a class above the mean of the others."""
        told = {}
        for word in dict.fromkeys(words):
            said = self._known.get(word) or self._of_word(word)
            told[word] = 1.5 * said[choice] - 0.5 * (said[0] + said[1] + said[2])
        return told

    def _of_word(self, word: str) -> _Word:
        if len(self._known) >= _KEPT_WORDS:
            self._known.clear()
        places = [3 * place for place in groups(word)]
        buckets, share = self._weights.buckets, 1 / (sqrt(len(places)) * self._weights.steps)
        said = (
            share * sum(buckets[place] for place in places),
            share * sum(buckets[place + 1] for place in places),
            share * sum(buckets[place + 2] for place in places),
            places[0] // 3,
        )
        self._known[word] = said
        return said


def shares(log_odds: Triple, heat: float) -> Triple:
    """Return the probabilities that log-odds stand for; ``heat`` above 1 makes them less sure."""
    top = max(log_odds)
    raised = [exp((each - top) / heat) for each in log_odds]
    total = sum(raised)
    return raised[0] / total, raised[1] / total, raised[2] / total
