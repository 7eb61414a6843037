"""Finds in an attendant's text the words a dictionary can judge, and passes over what only looks like one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

LONGEST: Final = 50
"""A longer run of letters is no word."""

_LETTER: Final = r"[^\W\d_][\u0300-\u036f]*"
# Repetitions that can fail late are bounded: a text of one long run would else be read again from each of its letters.
_PARTS: Final = re.compile(
    r"""
      (?P<skip>
          (?:https?://|www\.)\S+                                            # an address
        | [\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*                                  # an e-mail
        | [@\#][\w.-]+                                                      # a handle, a tag
        | [\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:com|br|net|org|gov|edu|io|app|me|tv|info|ly)\b(?:/\S*)?
        | \{[^{}\n]{0,80}\}                                                 # a template's variable
        | (?:\w+-)*\w*[\d_]\w*(?:[-./:]\w+)*                                # numbers, protocols, file names
      )
    | (?P<word>LETTER(?:LETTER)*(?:['’\-\u2011](?:LETTER)+)*)
    """.replace("LETTER", _LETTER),
    re.VERBOSE | re.IGNORECASE,
)
_ACRONYM: Final = re.compile(r"[^\W\d_]{2,}s?")
_LAST_LATIN: Final = "\u024f"
_ONE_FORM: Final = str.maketrans({"’": "'", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word to judge: from ``start`` up to ``end`` in the text, and as a dictionary writes it."""

    start: int
    end: int
    text: str


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text in their order; positions count characters.

    Left out are addresses, e-mails, handles, tags, numbers and protocols, variables in braces, acronyms, names
    written like WhatsApp, single letters and other alphabets.
    """
    found = []
    for match in _PARTS.finditer(text):
        if match.lastgroup == "word":
            word = unicodedata.normalize("NFC", match[0]).translate(_ONE_FORM)
            if _is_judged(word):
                found.append(Word(match.start(), match.end(), word))
    return tuple(found)


def _is_judged(word: str) -> bool:
    if not 1 < len(word) <= LONGEST or max(word) > _LAST_LATIN:
        return False
    return not _is_acronym(word) and not any(a.islower() and b.isupper() for a, b in pairwise(word))


def _is_acronym(word: str) -> bool:
    """Tell SAC, CPFs or SAC-SP from words; what is shouted is left alone too."""
    return all(_ACRONYM.fullmatch(part) and part.rstrip("s").isupper() for part in re.split(r"[-']", word))
