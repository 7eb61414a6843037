"""Divides text into what people see as one sign, so that no cut ever falls within an emoji or an accented letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER, _NON_JOINER = "\u200d", "\u200c"
_MARKS = frozenset({"Mn", "Me", "Mc"})
_CONTROLS = frozenset({"Cc", "Zl", "Zp"})
_SKIN_TONES, _TAGS, _FLAGS = range(0x1F3FB, 0x1F400), range(0xE0020, 0xE0080), range(0x1F1E6, 0x1F200)
_PICTURES = (range(0x1F000, 0x20000), range(0x2190, 0x2C00), range(0x3030, 0x303E), range(0x3297, 0x329A))
_LEAD, _VOWEL, _TAIL = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_SYLLABLES, _TAILS = range(0xAC00, 0xD7A4), 28


def graphemes(text: str) -> Iterator[str]:
    """Give the signs of a text as people count them, in order (the rules of UAX #29 but for prepended marks)."""
    start = 0
    for place in range(1, len(text)):
        if not _belongs(text, start, place):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _belongs(text: str, start: int, place: int) -> bool:
    """Tell whether the sign at ``place`` belongs to the cluster that began at ``start``."""
    before, here = text[place - 1], text[place]
    if before == "\r" and here == "\n":
        return True
    if unicodedata.category(before) in _CONTROLS:
        return False
    if _extends(here):
        return True
    if before == _JOINER:
        return _is_picture(text[start]) and _is_picture(here)
    if ord(here) in _FLAGS:
        return all(ord(each) in _FLAGS for each in text[start:place]) and (place - start) % 2 == 1
    return _continues_syllable(ord(before), ord(here))


def _extends(sign: str) -> bool:
    code = ord(sign)
    return (
        sign in {_JOINER, _NON_JOINER} or code in _SKIN_TONES or code in _TAGS or unicodedata.category(sign) in _MARKS
    )


def _is_picture(sign: str) -> bool:
    return any(ord(sign) in each for each in _PICTURES)


def _continues_syllable(before: int, here: int) -> bool:
    is_open = before in _SYLLABLES and (before - _SYLLABLES.start) % _TAILS == 0
    if before in _LEAD:
        return here in _LEAD or here in _VOWEL or here in _SYLLABLES
    if before in _VOWEL or is_open:
        return here in _VOWEL or here in _TAIL
    return (before in _TAIL or before in _SYLLABLES) and here in _TAIL
