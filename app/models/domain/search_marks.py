"""Cuts a text around the words that were searched for and says where they stand; plain text in, plain text out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.models.domain.words import search_words

_RUN = re.compile(r"\w+")
_BLANKS = re.compile(r"\s+")
_BEFORE = 40
LONGEST = 240
READ = 20_000
"""Signs of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line; ``marks`` are the (start, end) of what was searched for, in its signs."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet(text: str, is_hit: Callable[[str], bool], longest: int = LONGEST, before: int = _BEFORE) -> Snippet:
    """Return the piece of a text around its first hit; ``is_hit`` is asked of every folded word.

    At most ``longest`` signs, of which about ``before`` lead to the hit.
    """
    line = _BLANKS.sub(" ", text[:READ]).strip()
    places = list(_places(line, is_hit))
    start = _start(line, places[0][0], longest, before) if places else 0
    end = min(len(line), start + longest)
    if end < len(line):
        end = max(line.rfind(" ", start + longest // 2, end), start + longest // 2)
    head, tail = ("… " if start else ""), (" …" if end < len(line) else "")
    shift = len(head) - start
    marks = tuple((first + shift, last + shift) for first, last in places if start <= first and last <= end)
    return Snippet(head + line[start:end] + tail, marks)


def _places(line: str, is_hit: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    for match in _RUN.finditer(line):
        if any(is_hit(word) for word in search_words(match[0])):
            yield match.span()


def _start(line: str, first: int, longest: int, before: int) -> int:
    if first <= longest // 2 or len(line) <= longest:
        return 0
    blank = line.find(" ", max(0, min(first - before, len(line) - longest)), first)
    return blank + 1
