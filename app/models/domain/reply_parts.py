"""How long an answer is in its network's own units, and how one that is too long is divided without hurting it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.models.domain.channel_kind import ReplyLimits
from app.models.domain.graphemes import graphemes
from app.models.domain.vocabulary import Visibility
from app.models.domain.x_length import weighted_length

LengthOf = Callable[[str], int]
"""The length of a text in a network's units."""
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|(?=\n)")
_WORD_END = re.compile(r"(?=\s)")
_ONE_DIGIT = 9
_Ends = tuple[re.Pattern[str], ...]


class ReplyTooLongError(ValueError):
    """A text needs more parts than its network takes; ``limit`` is how much of it fits, ``length`` how long it is."""

    def __init__(self, limit: int, length: int) -> None:
        super().__init__("reply_too_long")
        self.limit = limit
        self.length = length


@dataclass(frozen=True, slots=True)
class Measured:
    """A text in its network's units: its length, the limit of one part (None = none), the parts; 0 = does not fit."""

    length: int
    limit: int | None
    parts: int

    @property
    def fits(self) -> bool:
        """Tell whether the text can be sent."""
        return self.parts > 0


def limit_of(limits: ReplyLimits, visibility: Visibility) -> int | None:
    """Return how long one part may be where it is read by these people, None = as long as one likes."""
    return limits.public_length if visibility is Visibility.PUBLIC else limits.private_length


def measure(text: str, limits: ReplyLimits, visibility: Visibility) -> Measured:
    """Return what the counter beside the editor shows."""
    length = length_in(limits.unit)(text)
    try:
        parts = len(split(text, limits, visibility))
    except ReplyTooLongError:
        parts = 0
    return Measured(length, limit_of(limits, visibility), parts)


def split(text: str, limits: ReplyLimits, visibility: Visibility) -> tuple[str, ...]:
    """Return the parts of a text, each within the limit, numbered at their end where there are several: ``(1/3)``.

    A part ends with a sentence where it can, else with a word; never within a link or a sign. The same text gives the
    same parts every time.

    Raises:
        ReplyTooLongError: it needs more than ``most_parts``, or holds a link longer than a part.
    """
    limit, length_of = limit_of(limits, visibility), length_in(limits.unit)
    length = length_of(text)
    if limit is None or length <= limit:
        return (text,)
    if limits.most_parts <= 1:
        raise ReplyTooLongError(limit, length)
    try:
        return _marked(text, limit, limits.most_parts, length_of, (_SENTENCE_END, _WORD_END))
    except ReplyTooLongError:
        # Whole sentences leave room at the end of each part: whole words alone may fit.
        return _marked(text, limit, limits.most_parts, length_of, (_WORD_END,))


def length_in(unit: str) -> LengthOf:
    """Return what measures in a unit of ``ReplyLimits``."""
    return {"graphemes": _grapheme_count, "utf16": _utf16_count, "x_weighted": weighted_length}.get(unit, len)


def _marked(text: str, limit: int, most: int, length_of: LengthOf, ends: _Ends) -> tuple[str, ...]:
    few = _numbered(text, limit, most, length_of, ends, total=_ONE_DIGIT)
    return few or _numbered(text, limit, most, length_of, ends, total=most)


def _numbered(text: str, limit: int, most: int, length_of: LengthOf, ends: _Ends, *, total: int) -> tuple[str, ...]:
    """Return the numbered parts, none when they are more than the marks have room for; ``total`` sizes the marks."""
    room = limit - length_of(f" ({total}/{total})")
    parts: list[str] = []
    rest = text.strip()
    while rest:
        if len(parts) == most:
            raise ReplyTooLongError(sum(length_of(each) for each in parts), length_of(text))
        if len(parts) == total:
            return ()
        end = _cut(rest, room, length_of, ends)
        if end == 0:
            raise ReplyTooLongError(limit, length_of(text))
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return tuple(f"{part} ({number}/{len(parts)})" for number, part in enumerate(parts, 1))


def _cut(text: str, room: int, length_of: LengthOf, ends: _Ends) -> int:
    """Return where the first part of a text ends, 0 when nothing of it fits."""
    if length_of(text) <= room:
        return len(text)
    links = [match.span() for match in _LINK.finditer(text)]
    places = [place for place in _boundaries(text) if not any(start < place < end for start, end in links)]
    low, high = 0, len(places) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if length_of(text[: places[middle]].rstrip()) <= room:
            low = middle
        else:
            high = middle - 1
    most = places[low]
    for end in ends:
        found = [match.end() for match in end.finditer(text, 0, most + 1) if match.end() <= most]
        inside = [place for place in found if not any(start < place < end for start, end in links)]
        # A part shorter than half would make more parts than it makes sense of.
        if inside and inside[-1] * 2 >= most:
            return inside[-1]
    return most


def _boundaries(text: str) -> list[int]:
    places, at = [0], 0
    for sign in graphemes(text):
        at += len(sign)
        places.append(at)
    return places


def _grapheme_count(text: str) -> int:
    return sum(1 for _sign in graphemes(text))


def _utf16_count(text: str) -> int:
    return len(text) + sum(1 for sign in text if ord(sign) > 0xFFFF)  # noqa: PLR2004 - beyond the basic plane: two units
