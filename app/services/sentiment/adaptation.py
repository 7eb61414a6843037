"""A team's own sense of sentiment: what its confirmed sentiments change in the shipped model, never the model itself.

For the learner in the child process: ``Adaptation.fit(texts, labels, base)``, then ``to_bytes`` for ``learned_model``
(axis key ``sentiment``); for the readers: ``Adaptation.from_bytes(data)`` and ``read_many(texts, base)``.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Sequence
from typing import Final

import numpy as np

from app.models.domain.vocabulary import Sentiment
from app.services.sentiment.features import BUCKETS, FACTS
from app.services.sentiment.learning import Caution, Floats, Numbers, Table, learn
from app.services.sentiment.reader import Reading, SentimentReader
from app.services.sentiment.weights import BrokenModelError, Scorer, Triple, Weights

_SHARES: Final = {
    Sentiment.NEGATIVE: (1.0, 0.0, 0.0),
    Sentiment.NEUTRAL: (0.0, 1.0, 0.0),
    Sentiment.POSITIVE: (0.0, 0.0, 1.0),
    Sentiment.MIXED: (0.25, 0.5, 0.25),
}
_CAUTION: Final = Caution(buckets=0.3, facts=50.0, always=50.0, rounds=40)
"""Words are learned readily; how the lists' verdict counts, and which class is the commonest, only from many labels."""
_HEAD: Final = struct.Struct("<4sfI")
_MAGIC: Final = b"BSA1"
_STEPS: Final = 4000.0


class Adaptation:
    """What a team's confirmed sentiments add to the shipped weights. Values are not changed after they are made."""

    def __init__(self, changes: Weights) -> None:
        self._changes = changes
        self._scorer = Scorer(changes)

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[Sentiment], base: SentimentReader) -> Adaptation:
        """Learn from texts with the sentiment that a person confirmed; about two seconds for a thousand.

        The same texts in the same order give the same adaptation. Raises ValueError when there are none.
        """
        if not texts:
            raise ValueError("no texts to learn from")
        views = [base.seen(text) for text in texts]
        start: Floats = np.array([base.log_odds(view) for view in views])
        wanted: Floats = np.array([_SHARES[label] for label in labels])
        return cls(_as_changes(learn(Table.of(views), wanted, _CAUTION, start)))

    def read_many(self, texts: Sequence[str], base: SentimentReader) -> list[Reading]:
        """Return a reading for each text, in order, as the base gives them."""
        return [self.read(text, base) for text in texts]

    def read(self, text: str, base: SentimentReader) -> Reading:
        """Return the reading of one text by the shipped model and the team's changes together."""
        view, listed = base.seen_and_listed(text)
        said, own = base.log_odds(view), self._scorer.log_odds(view)
        both = tuple(ours + theirs for ours, theirs in zip(said, own, strict=True))
        return base.explained(view, listed, _triple(both), self._scorer)

    def to_bytes(self) -> bytes:
        """Return the adaptation for keeping; some tens of kilobytes, no pickle."""
        changes = self._changes
        used = [at for at in range(0, 3 * BUCKETS, 3) if any(changes.buckets[at : at + 3])]
        numbers = [number for triple in (*changes.facts, changes.always) for number in triple]
        places = np.array([at // 3 for at in used], dtype="<u4")
        values = np.array([changes.buckets[at : at + 3] for at in used], dtype="<i2")
        body = struct.pack(f"<{len(numbers)}f", *numbers) + places.tobytes() + values.tobytes()
        return _HEAD.pack(_MAGIC, changes.steps, len(used)) + zlib.compress(body, 6)

    @classmethod
    def from_bytes(cls, data: bytes) -> Adaptation:
        """Return a kept adaptation. Raises BrokenModelError when it is not one of this version."""
        count = 3 * len(FACTS) + 3
        try:
            magic, steps, used = _HEAD.unpack_from(data)
            body = zlib.decompress(data[_HEAD.size :])
            numbers = struct.unpack_from(f"<{count}f", body)
        except (struct.error, zlib.error) as problem:
            raise BrokenModelError from problem
        if magic != _MAGIC or len(body) != 4 * count + 10 * used:
            raise BrokenModelError
        places = np.frombuffer(body, "<u4", used, 4 * count)
        if used and int(places.max()) >= BUCKETS:
            raise BrokenModelError
        table = np.zeros((BUCKETS, 3), np.int16)
        table[places] = np.frombuffer(body, "<i2", 3 * used, 4 * (count + used)).reshape(used, 3)
        triples = [_triple(numbers[at : at + 3]) for at in range(0, count, 3)]
        return cls(Weights(b"", steps, _array(table), tuple(triples[:-1]), triples[-1]))


def _as_changes(learned: Numbers) -> Weights:
    whole = np.clip(np.rint(learned.buckets * _STEPS), -32_000, 32_000).astype(np.int16)
    return Weights(b"", _STEPS, _array(whole), tuple(map(_triple, learned.facts.tolist())), _triple(learned.always))


def _array(table: np.ndarray[tuple[int, ...], np.dtype[np.int16]]) -> array[int]:
    flat = array("h")
    flat.frombytes(table.tobytes())
    return flat


def _triple(numbers: Sequence[float] | Floats) -> Triple:
    return float(numbers[0]), float(numbers[1]), float(numbers[2])
