"""X counts signs in its own way (a link 23, an emoji or an ideograph 2); drafts and answers are measured as it does."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

LINK_WEIGHT: Final = 23
_LIGHT: Final = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_GENERIC_ENDS: Final = (
    "com|net|org|info|biz|edu|gov|mil|int|app|dev|blog|shop|store|online|site|website|tech|digital|email|live|news|link"
)
_LABEL: Final = r"[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f-]*[a-z0-9\u00c0-\u024f])?"
_TAIL: Final = r"(?::\d{1,5})?(?:[/?#](?:[^\s<>\"'()]*[^\s<>\"'().,;:!?])?)?"
# Without http:// a name with a country's end is a link only when it has three parts or a path: "fim.Eu" is none.
_LINK: Final = (
    rf"https?://(?:{_LABEL}\.)+[a-z]{{2,}}{_TAIL}"
    rf"|(?<![\w@#$./-])(?:{_LABEL}\.){{2,}}[a-z]{{2}}(?![\w@-]){_TAIL}"
    rf"|(?<![\w@#$./-])(?:{_LABEL}\.)+(?:{_GENERIC_ENDS})(?![\w@-]){_TAIL}"
    rf"|(?<![\w@#$./-])(?:{_LABEL}\.)+[a-z]{{2}}(?=/){_TAIL}"
)
_ONE_EMOJI: Final = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    r"\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    r"[\ufe0f\u20e3]*[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
)
_EMOJI: Final = (
    r"[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    r"|[0-9#*]\ufe0f?\u20e3"  # a key
    rf"|{_ONE_EMOJI}(?:\u200d{_ONE_EMOJI})*"  # also a family, joined
)
_WORD: Final = r"[^\W_]+(?:[’'-][^\W_]+)*"
_UNITS: Final = re.compile(
    rf"(?P<link>{_LINK})|(?P<emoji>{_EMOJI})|(?P<word>{_WORD})|(?P<sign>.)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a text that is better not cut, and what it weighs; ``is_whole`` pieces (links, emoji) must not be."""

    text: str
    weight: int
    is_whole: bool = False


def units(text: str) -> tuple[Unit, ...]:
    """Return the pieces of a text in order: links, emoji, words and single signs; joined they are the NFC text."""
    return tuple(_unit(found) for found in _UNITS.finditer(unicodedata.normalize("NFC", text)))


def weighted_length(text: str) -> int:
    """Return how long X takes a text to be; 280 is the most of a usual account."""
    return sum(each.weight for each in units(text))


def split_weighted(text: str, limit: int, most_parts: int) -> tuple[str, ...]:
    """Return a text as posts of at most ``limit``: cut between paragraphs, else sentences, else words, else signs.

    Raises ValueError when it does not fit into ``most_parts``, or a link is heavier than ``limit``.
    """
    rest = list(units(text.strip()))
    parts: list[str] = []
    while rest:
        if len(parts) == most_parts:
            raise ValueError("too many parts")
        fitting = _fitting(rest, limit)
        end = len(rest) if fitting == len(rest) else _cut(rest, fitting)
        parts.append("".join(each.text for each in rest[:end]).strip())
        rest = rest[end:]
        while rest and rest[0].text.isspace():
            rest.pop(0)
    return tuple(each for each in parts if each)


def _unit(found: re.Match[str]) -> Unit:
    text = found[0]
    if found["link"] is not None:
        return Unit(text, LINK_WEIGHT, is_whole=True)
    if found["emoji"] is not None:
        return Unit(text, 2, is_whole=True)
    return Unit(text, sum(_weight(sign) for sign in text))


def _weight(sign: str) -> int:
    return 1 if any(low <= ord(sign) <= high for low, high in _LIGHT) else 2


def _fitting(rest: list[Unit], limit: int) -> int:
    """Return how many of the units fit; a word longer than a whole post is cut into its signs."""
    weight = 0
    for index, each in enumerate(rest):
        weight += each.weight
        if weight > limit:
            if index:
                return index
            if each.is_whole:
                raise ValueError("a link heavier than a post")
            rest[:1] = [Unit(sign, _weight(sign)) for sign in each.text]
            return _fitting(rest, limit)
    return len(rest)


def _cut(rest: list[Unit], fitting: int) -> int:
    """Return where to cut before ``fitting``: after a paragraph or a sentence in the second half, else a blank."""
    texts = [each.text for each in rest[: fitting + 1]]
    half = fitting // 2
    for is_end in (_is_paragraph, _is_sentence):
        at = next((index for index in range(fitting, half, -1) if is_end(texts, index)), 0)
        if at:
            return at
    return next((index for index in range(fitting, 0, -1) if texts[index].isspace()), fitting)


def _is_paragraph(texts: list[str], index: int) -> bool:
    return texts[index] == "\n"


def _is_sentence(texts: list[str], index: int) -> bool:
    return texts[index].isspace() and texts[index - 1] in {".", "!", "?", "…"}
