"""A linear model of one axis as plain bytes: versioned, checked, without any code in it."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from app.services.suggestions.text_features import Hashes, TextReader

Floats = npt.NDArray[np.float32]
_MAGIC: Final = b"BLM1"
_HEAD: Final = struct.Struct("<4sII")
_REASONS: Final = 3
_LEAST_SIGNS: Final = 3


class ModelDamaged(Exception):  # noqa: N818 - no error for people: the axis is learned anew
    """These bytes are not a model of this version."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest class with its calibrated confidence (0-1), and the words that spoke for it, strongest first."""

    node_id: int
    confidence: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of features by class; ``classes`` are node ids, ``temperature`` makes confidences honest."""

    classes: tuple[int, ...]
    keys: Hashes
    weights: Floats
    bias: Floats
    temperature: float = 1.0
    facts: Mapping[str, Any] = field(default_factory=dict)

    def with_temperature(self, temperature: float) -> LinearModel:
        """Return the same model with other confidences."""
        return replace(self, temperature=temperature)

    def known(self, features: Hashes) -> npt.NDArray[np.intp]:
        """Return the rows of those features that the model knows."""
        if not len(self.keys):
            return np.empty(0, np.intp)
        places = np.minimum(np.searchsorted(self.keys, features), len(self.keys) - 1)
        found: npt.NDArray[np.intp] = places[self.keys[places] == features]
        return found

    def scores(self, features: Hashes) -> Floats:
        """Return a text's score by class, before the temperature."""
        rows = self.known(features)
        if not len(rows):
            return self.bias
        summed: Floats = self.weights[rows].sum(axis=0, dtype=np.float32) / np.sqrt(np.float32(len(rows))) + self.bias
        return summed

    def guess(self, reader: TextReader, text: str, marks: Sequence[str] = ()) -> Guess:
        """Return what a text most likely is, and the words that counted."""
        chances = softmax(self.scores(reader.features(text, marks))[None, :] / np.float32(self.temperature))[0]
        best = int(chances.argmax())
        return Guess(self.classes[best], float(chances[best]), self._reasons(reader, text, best))

    def _reasons(self, reader: TextReader, text: str, best: int) -> tuple[str, ...]:
        counted = []
        for part in reader.parts(text):
            if len(part.word) < _LEAST_SIGNS or not part.word.isalpha():
                continue
            rows = self.known(part.hashes)
            if not len(rows) or self.keys[rows[0]] != part.hashes[0]:
                continue  # a word that examples never held gives no reason, be its parts known or not
            weights = self.weights[rows].astype(np.float32)
            counted.append((float((weights[:, best] - weights.mean(axis=1)).sum()), part.word))
        counted.sort(key=lambda each: -each[0])
        return tuple(reader.as_written(text, (word for weight, word in counted[:_REASONS] if weight > 0)))

    def to_bytes(self) -> bytes:
        """Return the model as bytes: head, JSON facts, keys (uint32), weights (float16), bias (float32), all LE."""
        facts = {**self.facts, "classes": list(self.classes), "keys": len(self.keys), "temperature": self.temperature}
        head = json.dumps(facts, separators=(",", ":")).encode()
        body = b"".join(
            (
                struct.pack("<I", len(head)),
                head,
                self.keys.astype("<u4").tobytes(),
                np.clip(self.weights, -60_000, 60_000).astype("<f2").tobytes(),
                self.bias.astype("<f4").tobytes(),
            )
        )
        return _HEAD.pack(_MAGIC, len(body), crc32(body)) + body

    @classmethod
    def from_bytes(cls, stored: bytes) -> LinearModel:
        """Read a model.

        Raises:
            ModelDamaged: for anything else than what ``to_bytes`` wrote.
        """
        try:
            magic, length, check = _HEAD.unpack_from(stored)
            body = memoryview(stored)[_HEAD.size :]
            if magic != _MAGIC or length != len(body) or check != crc32(body):
                raise ModelDamaged
            return cls._from_body(body)
        except (struct.error, ValueError, KeyError, TypeError) as error:
            raise ModelDamaged from error

    @classmethod
    def _from_body(cls, body: memoryview) -> LinearModel:
        (size,) = struct.unpack_from("<I", body)
        facts = json.loads(bytes(body[4 : 4 + size]))
        classes, count = tuple(int(each) for each in facts.pop("classes")), int(facts.pop("keys"))
        temperature = float(facts.pop("temperature"))
        at = 4 + size
        keys = np.frombuffer(body, "<u4", count, at).astype(np.uint32)
        at += 4 * count
        weights = np.frombuffer(body, "<f2", count * len(classes), at).astype(np.float32)
        at += 2 * count * len(classes)
        bias = np.frombuffer(body, "<f4", len(classes), at).astype(np.float32)
        return cls(classes, keys, weights.reshape(count, len(classes)), bias, temperature, facts)


def softmax(scores: Floats) -> Floats:
    """Return the chances of each row's classes."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances
