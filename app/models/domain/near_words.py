"""Words one slip away from a word that nobody wrote: what a person may have meant by a search without results."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

SHORTEST, LONGEST = 4, 24
# Spellings that sound alike in Portuguese, folded; each pair is tried both ways.
_ALIKE = (
    ("ss", "c"),
    ("ss", "s"),
    ("sc", "c"),
    ("s", "z"),
    ("s", "c"),
    ("x", "ch"),
    ("x", "s"),
    ("g", "j"),
    ("qu", "k"),
    ("c", "k"),
    ("n", "m"),
    ("l", "u"),
    ("rr", "r"),
    ("e", "i"),
    ("o", "u"),
    ("sao", "cao"),
)


def near_words(word: str) -> tuple[str, ...]:
    """Return the words one slip away: first those that sound alike, then one letter less, more, other or swapped."""
    if not (SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()):
        return ()
    found = dict.fromkeys((*_sounding_alike(word), *_mistyped(word)))
    found.pop(word, None)
    return tuple(found)


def _sounding_alike(word: str) -> Iterator[str]:
    for one, other in _ALIKE:
        for there, instead in ((one, other), (other, one)):
            place = word.find(there)
            while place >= 0:
                yield word[:place] + instead + word[place + len(there) :]
                place = word.find(there, place + 1)


def _mistyped(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in ascii_lowercase)
