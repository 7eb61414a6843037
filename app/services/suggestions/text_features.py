"""Turns a case's words into hashed features fast, and each feature back into the word it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from app.models.domain.words import fold

Hashes = npt.NDArray[np.uint32]
MOST_SIGNS: Final = 6_000
"""What lies further back in a text says nothing new of its subject, and may be a megabyte."""
_GRAM: Final = 4
_LEAST_FOR_GRAMS: Final = 4
_LONGEST: Final = 30
_KEPT_WORDS: Final = 300_000
_WORD = re.compile(r"[a-z]+|\d+|[?!]")
_WRITTEN = re.compile(r"[^\W\d_]+")
_PAIR: Final = np.uint32(0x9E3779B1)
BUCKETS: Final = 1 << 18
"""So many features can be told apart: counting them is then one pass, and a table finds each at once."""
_SHIFT: Final = np.uint32(32 - 18)


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a text with the features that it alone gives rise to."""

    word: str
    hashes: Hashes


class TextReader:
    """Splits and hashes texts; remembers the hashes of each word, so that a second sight of it costs nothing."""

    def __init__(self) -> None:
        self._known: dict[str, Hashes] = {}

    def features(self, text: str, marks: Iterable[str] = ()) -> Hashes:
        """Return the sorted, distinct features of a text (< ``BUCKETS``): words, pairs and parts of words, marks."""
        words = _words(text)
        pieces = [self._of_word(word) for word in words]
        if len(pieces) > 1:
            own = np.fromiter((piece[0] for piece in pieces), np.uint32, len(pieces))
            pieces.append(own[:-1] * _PAIR + (own[1:] >> np.uint32(3)))
        pieces += [_hashed([f"@{mark}"]) for mark in marks]
        if not pieces:
            return np.empty(0, np.uint32)
        return np.unique(np.concatenate(pieces) >> _SHIFT)

    def parts(self, text: str) -> list[Part]:
        """Return the distinct words of a text in their order, each with its features."""
        return [Part(word, self._of_word(word) >> _SHIFT) for word in dict.fromkeys(_words(text))]

    @staticmethod
    def as_written(text: str, words: Iterable[str]) -> list[str]:
        """Return folded words as the text writes them, in small letters."""
        written = {fold(word): word.lower() for word in _WRITTEN.findall(text[:MOST_SIGNS])}
        return [written.get(word, word) for word in words]

    def _of_word(self, word: str) -> Hashes:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            known = self._known[word] = _hashed(_pieces(word))
        return known


def _words(text: str) -> list[str]:
    return [("0" if word.isdigit() else word[:_LONGEST]) for word in _WORD.findall(fold(text[:MOST_SIGNS]))]


def _pieces(word: str) -> list[str]:
    if len(word) < _LEAST_FOR_GRAMS:
        return [word]
    framed = f"<{word}>"
    return [word, *(f"~{framed[at : at + _GRAM]}" for at in range(len(framed) - _GRAM + 1))]


def _hashed(names: Sequence[str]) -> Hashes:
    return np.fromiter((crc32(name.encode()) for name in names), np.uint32, len(names))
