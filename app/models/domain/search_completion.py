"""What is being typed at the cursor of the search box: a key, the value of a key, or a word of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.models.domain.search_query import KEY_WORDS, FilterKey
from app.models.domain.words import fold, search_text

SHOWN_KEYS: dict[str, FilterKey] = {
    "protocolo": FilterKey.PROTOCOL,
    "canal": FilterKey.CHANNEL,
    "de": FilterKey.AUTHOR,
    "cliente": FilterKey.CUSTOMER,
    "assunto": FilterKey.SUBJECT,
    "natureza": FilterKey.NATURE,
    "sentimento": FilterKey.SENTIMENT,
    "estado": FilterKey.STATE,
    "área": FilterKey.AREA,
    "dono": FilterKey.OWNER,
    "desde": FilterKey.SINCE,
    "até": FilterKey.UNTIL,
    "idioma": FilterKey.LANGUAGE,
}
"""The keys as they are offered, in the order in which they are."""
_PIECE = re.compile(r'-?(?P<key>[^\W\d_]{2,12}):[ \t]?(?:"(?P<quoted>[^"]*)|(?P<value>[^\s"]*))$')
_WORD = re.compile(r"(?:^|(?<=\s))-?(?P<word>[^\s\":]*)$")


@dataclass(frozen=True, slots=True)
class Typing:
    """The piece under the cursor, from ``start`` to ``end``: ``key`` None = a word, which may become a key.

    ``begun`` is what stands there already, folded.
    """

    key: FilterKey | None
    begun: str
    start: int
    end: int


def typing_at(text: str, cursor: int) -> Typing | None:
    """Return what is being typed; None inside a phrase, where nothing is completed."""
    before = text[:cursor]
    piece = _PIECE.search(before)
    if piece is not None and (key := KEY_WORDS.get(fold(piece["key"]))) is not None:
        value = piece["value"] if piece["quoted"] is None else piece["quoted"]
        start = piece.start() + before[piece.start() :].startswith("-")
        return Typing(key, search_text(value), start, cursor)
    if before.count('"') % 2:
        return None
    word = _WORD.search(before)
    if word is None:
        return None
    return Typing(None, fold(word["word"]), word.start("word"), cursor)


def written(key_word: str, value: str) -> str:
    """Return a filter as it stands in the box: with quotes where its value has blanks."""
    return f'{key_word}:"{value}"' if " " in value else f"{key_word}:{value}"


def key_word(key: FilterKey) -> str:
    """Return the word of a key as it is offered."""
    return next(word for word, each in SHOWN_KEYS.items() if each is key)


def completed(text: str, start: int, end: int, piece: str) -> tuple[str, int]:
    """Return the text with a piece put in, and where the cursor then stands: after a key, or after a blank."""
    tail = text[end:].lstrip()
    gap = "" if piece.endswith(":") else " "
    head = text[:start] + piece + gap
    return head + tail, len(head)
