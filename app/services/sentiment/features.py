"""Turns a text into what the sentiment model sees: words with their letter groups, pairs, and what the lists say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

from app.models.domain.text_lexicon import Lexicon
from app.models.domain.text_reading import Weighing

BUCKETS: Final = 1 << 16
READ_WORDS: Final = 160
"""Words of a text that the model reads; further back a long complaint only repeats itself."""
_SHORTEST, _LONGEST = 3, 5
_LONGEST_WORD: Final = 30
_LOOK: Final = 600
_PAIR: Final = 40_503
_SHORT, _LONG = 4, 30
_LEAST, _MUCH = 0.8, 3.0
_LAUGH = re.compile(r"k{2,}|(?:ha|he|hua|rs){2,}")
_SHOUT = re.compile(r"[A-ZÁÂÃÉÊÍÓÔÕÚÇ]{4}")
_STRETCH = re.compile(r"([a-zA-Z])\1\1")
_CUES: Final = (
    "problem", "trouble", "story", "demand", "general", "suggest", "ask", "request", "thank", "fan", "inform",
    "passing", "irony", "wh", "harsh",
)  # fmt: skip
FACTS: Final = (
    "praise", "blame", "most_praise", "most_blame", "some_praise", "some_blame", "much_praise", "much_blame", "both",
    "nothing", "balance", "last", "denials", "question", "exclaims", "laughs", "shouts", "stretches", "address",
    "handle", "contrast", "tag", "figures", "short", "long", *_CUES,
)  # fmt: skip


class Seen(NamedTuple):
    """A text as the model sees it: its words, folded, and one number for each of ``FACTS``."""

    words: list[str]
    facts: list[float]


def seen(text: str, weighing: Weighing, lexicon: Lexicon) -> Seen:
    """Return what the model sees of a text that the word lists have weighed."""
    tokens = weighing.tokens[: 2 * READ_WORDS]
    words = [token for token in tokens if len(token) > 1 or token.isalnum() or not token.isascii()][:READ_WORDS]
    cues = weighing.cues
    facts = [*_said(weighing), *_shape(text, tokens, words, lexicon), *(float(cue in cues) for cue in _CUES)]
    return Seen([word[:_LONGEST_WORD] for word in words], facts)


def groups(word: str) -> Iterator[int]:
    """Yield the buckets of a word: itself first, then the letter groups of three to five in it."""
    yield crc32(_octets("w" + word)) % BUCKETS
    marked = f"<{word}>"
    for size in range(_SHORTEST, _LONGEST + 1):
        for place in range(len(marked) - size + 1):
            yield crc32(_octets(marked[place : place + size])) % BUCKETS


def _octets(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")  # half a character from a broken file is a character too


def pairs(first_buckets: Sequence[int]) -> Iterator[int]:
    """Yield the buckets of each two words that follow each other, from the words' own first buckets."""
    for first, second in pairwise(first_buckets):
        yield (first * _PAIR + second) % BUCKETS


def _said(weighing: Weighing) -> list[float]:
    values = [each.value for each in weighing.weighed if each.value]
    praise = sum(value for value in values if value > 0)
    blame = praise - sum(values)
    return [
        min(praise, 6.0) / 3,
        min(blame, 6.0) / 3,
        min(max(values, default=0.0), 3.0) / 2 if praise else 0.0,
        min(-min(values, default=0.0), 3.0) / 2 if blame else 0.0,
        float(praise >= _LEAST),
        float(blame >= _LEAST),
        float(praise >= _MUCH),
        float(blame >= _MUCH),
        float(min(praise, blame) >= _LEAST),
        float(not values),
        (praise - blame) / (praise + blame + 1),
        0.0 if not values else 1.0 if values[-1] > 0 else -1.0,
    ]


def _shape(text: str, tokens: Sequence[str], words: Sequence[str], lexicon: Lexicon) -> list[float]:
    there, text = set(tokens), text[:_LOOK]
    return [
        sum(token in lexicon.negations for token in tokens) / 2,
        float("?" in there),
        min(tokens.count("!"), 3) / 3,
        float(_LAUGH.search(text.lower()) is not None),
        float(_SHOUT.search(text) is not None),
        float(_STRETCH.search(text) is not None),
        float("http" in text),
        float("@" in text),
        float(not lexicon.contrasts.isdisjoint(there)),
        float("#" in there),
        float(any(token.isdigit() for token in there)),
        float(len(words) <= _SHORT),
        float(len(words) >= _LONG),
    ]
