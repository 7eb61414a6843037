"""Folds and splits text in one single way, so that both database engines, rules and screens agree on what a word is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_BLANK_CONTROLS = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85")
# Letters that Unicode does not decompose but a Portuguese keyboard would write with plain ones.
_PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
# Longer words are cut: PostgreSQL ignores a lexeme above 2 kB and SQLite does not, so a limit keeps them equal.
MAX_WORD = 64
INDEXED_BYTES = 200_000
_LEAD_MASK, _CONTINUATION = 0xC0, 0x80  # how UTF-8 marks the second and later bytes of a character

_UNCLEAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]",
)
_LINE_ENDS = re.compile("\r\n|\r|\x85")


def _fold_char(char: str) -> str:
    if char in _BLANK_CONTROLS:
        return " "
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()).translate(_PLAIN_LETTERS)
    return "".join(_fold_part(part) for part in plain)


def _fold_part(part: str) -> str:
    category = unicodedata.category(part)
    if category[0] == "M" or category in {"Cc", "Cf", "Cs"}:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(part))
    return part


def _word_char(char: str) -> str:
    return "".join(
        part if part.isdecimal() or unicodedata.category(part)[0] == "L" else " " for part in _fold_char(char)
    )


class _CharTable(dict[int, str]):
    """A table for ``str.translate`` that works out a character at its first appearance and then remembers it."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        value = self._rule(chr(code))
        self[code] = value
        return value


_FOLDED = _CharTable(_fold_char)
_WORDS = _CharTable(_word_char)


def fold(text: str) -> str:
    """Return the text without accents, case, controls and invisible marks; any white control becomes a blank."""
    return text.translate(_FOLDED)


def search_words(text: str, limit_bytes: int = INDEXED_BYTES) -> list[str]:
    """Return the folded words of the first ``limit_bytes`` UTF-8 bytes: runs of letters and digits, in order.

    A word cut by the limit is left out; a word above ``MAX_WORD`` characters is cut to that length.
    """
    words = _within(text, limit_bytes).translate(_WORDS).split()
    if max(map(len, words), default=0) > MAX_WORD:
        return [word[:MAX_WORD] for word in words]
    return words


def search_text(text: str, limit_bytes: int = INDEXED_BYTES) -> str:
    """Return ``search_words`` joined by one blank: what is stored and asked for in both full-text indexes."""
    return " ".join(search_words(text, limit_bytes))


def is_cut_for_search(text: str, limit_bytes: int = INDEXED_BYTES) -> bool:
    """Tell whether the end of the text lies beyond what the search index holds."""
    return len(_within(text, limit_bytes)) < len(text)


def clean_text(text: str) -> str:
    """Return the text as it may be stored: no NUL, lone surrogates, bidi overrides or controls but line ends and tabs.

    Carriage returns become line ends. A clean text comes back as the same object.
    """
    if _UNCLEAN.search(text) is None:
        return text
    return _UNCLEAN.sub("", _LINE_ENDS.sub("\n", text))


def _within(text: str, limit_bytes: int) -> str:
    if len(text) * 4 <= limit_bytes:
        return text
    octets = text.encode("utf-8", "surrogatepass")
    if len(octets) <= limit_bytes:
        return text
    return _without_cut_word(text, _whole_chars(octets, limit_bytes))


def _whole_chars(octets: bytes, limit_bytes: int) -> int:
    while octets[limit_bytes] & _LEAD_MASK == _CONTINUATION:
        limit_bytes -= 1
    return len(octets[:limit_bytes].decode("utf-8", "surrogatepass"))


def _without_cut_word(text: str, kept: int) -> str:
    while kept and _is_joined(text[kept - 1], text[kept]):
        kept -= 1
    return text[:kept]


def _is_joined(before: str, after: str) -> bool:
    """Tell whether two neighbours belong to one word; a sign such as ¼ is read as two words of its own."""
    return not (_WORDS[ord(before)].endswith(" ") or _WORDS[ord(after)].startswith(" "))
