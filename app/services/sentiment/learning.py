"""Learns the numbers of the sentiment model from labelled texts, from nothing or from what is known already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from app.services.sentiment.features import BUCKETS, FACTS, Seen, groups, pairs
from app.services.sentiment.weights import PAIR_SHARE

Floats = npt.NDArray[np.float64]
_RATE, _MOMENTUM, _MEMORY, _TINY = 0.05, 0.9, 0.99, 1e-8
_SMOOTHING: Final = 0.01


@dataclass(frozen=True, slots=True)
class Numbers:
    """Weights of the buckets (a row of 3 each), of the facts (FACTS x 3) and for all texts (3), as floats."""

    buckets: Floats
    facts: Floats
    always: Floats


@dataclass(frozen=True, slots=True)
class Table:
    """Texts as the learner takes them: the bucket, the share and the row of every occurrence, and the facts by row."""

    places: npt.NDArray[np.int64]
    parts: Floats
    rows: npt.NDArray[np.int64]
    facts: Floats

    @classmethod
    def of(cls, texts: Sequence[Seen]) -> Table:
        """Return the table of some texts."""
        known: dict[str, npt.NDArray[np.int64]] = {}
        places: list[npt.NDArray[np.int64]] = []
        parts: list[Floats] = []
        lengths: list[int] = []
        for text in texts:
            share, length = 1 / np.sqrt(len(text.words) + 1), 0
            for word in text.words:
                if word not in known:
                    known[word] = np.fromiter(groups(word), np.int64)
                own = known[word]
                places.append(own)
                parts.append(np.full(len(own), share / np.sqrt(len(own))))
                length += len(own)
            two = np.fromiter(pairs([int(known[word][0]) for word in text.words]), np.int64)
            places.append(two)
            parts.append(np.full(len(two), PAIR_SHARE * share))
            lengths.append(length + len(two))
        return cls(
            np.concatenate(places),
            np.concatenate(parts),
            np.repeat(np.arange(len(texts)), lengths),
            np.array([text.facts for text in texts]),
        )

    def log_odds(self, numbers: Numbers) -> Floats:
        """Return what the numbers say of each text, one row of three for each."""
        held = [
            np.bincount(self.rows, numbers.buckets[self.places, choice] * self.parts, len(self.facts))
            for choice in range(3)
        ]
        return np.stack(held, 1) + self.facts @ numbers.facts + numbers.always


@dataclass(frozen=True, slots=True)
class Caution:
    """How strongly each kind of number is held back to what it starts from."""

    buckets: float
    facts: float
    always: float = 0.0
    rounds: int = 150


class _Steps:
    """Moves one kind of number downhill (Adam): by how steep it has been of late, over how rough."""

    def __init__(self, numbers: Floats, held: float) -> None:
        self._numbers, self._held = numbers, held
        self._mean, self._square = np.zeros_like(numbers), np.zeros_like(numbers)

    def take(self, slope: Floats, turn: int) -> None:
        """Take one step; ``turn`` counts from 1."""
        full = slope + self._held * self._numbers
        self._mean += (1 - _MOMENTUM) * (full - self._mean)
        self._square += (1 - _MEMORY) * (full * full - self._square)
        rough = np.sqrt(self._square / (1 - _MEMORY**turn)) + _TINY
        self._numbers -= _RATE * self._mean / (1 - _MOMENTUM**turn) / rough


def learn(table: Table, wanted: Floats, caution: Caution, start: Floats | None = None) -> Numbers:
    """Return the numbers that bring ``start`` (log-odds known before, zeros when None) to the ``wanted`` shares.

    ``wanted`` has a row of three shares for each text. The same input gives the same numbers.
    """
    base = np.zeros_like(wanted) if start is None else start
    smooth = wanted * (1 - 3 * _SMOOTHING) + _SMOOTHING
    used, places = np.unique(table.places, return_inverse=True)  # most buckets are empty: the steps leave them out
    few = Table(places, table.parts, table.rows, table.facts)
    numbers = Numbers(np.zeros((len(used), 3)), np.zeros((len(FACTS), 3)), np.zeros(3))
    steps = (
        _Steps(numbers.buckets, caution.buckets),
        _Steps(numbers.facts, caution.facts),
        _Steps(numbers.always, caution.always),
    )
    for turn in range(1, caution.rounds + 1):
        missed = probabilities(base + few.log_odds(numbers)) - smooth
        slopes = (_gathered(few, missed, len(used)), few.facts.T @ missed, missed.sum(0))
        for each, slope in zip(steps, slopes, strict=True):
            each.take(slope, turn)
    buckets = np.zeros((BUCKETS, 3))
    buckets[used] = numbers.buckets
    return Numbers(buckets, numbers.facts, numbers.always)


def probabilities(log_odds: Floats) -> Floats:
    """Return the shares that rows of log-odds stand for."""
    raised = np.exp(log_odds - log_odds.max(axis=1, keepdims=True))
    total: Floats = raised / raised.sum(axis=1, keepdims=True)
    return total


def _gathered(table: Table, missed: Floats, buckets: int) -> Floats:
    held = [np.bincount(table.places, missed[table.rows, choice] * table.parts, buckets) for choice in range(3)]
    return np.stack(held, 1)
