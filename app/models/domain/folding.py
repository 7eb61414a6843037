"""Which of many equal texts need a person: reposts, repeats and what the search terms leave out are only monitored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum

from app.models.domain.words import search_text

LEAST_LETTERS = 20
"""Shorter texts are what many people write by themselves ("top demais!")."""
SAME_AUTHOR_WITHIN = timedelta(days=7)
MANY_AUTHORS_WITHIN = timedelta(hours=24)
MANY_AUTHORS = 3
NEARLY_WITHIN = timedelta(hours=24)
"""Texts that are only nearly equal are one within a day; equal ones for as long as the rules say."""
_WORDS_A_SLIP = 10
_ALIKE = 0.7  # of two spellings or forms of a word: "recebi", "receber"
_OPENING = 5
_NEGATIONS = frozenset(search_text("não nunca nem sem jamais").split())
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class AsideReason(StrEnum):
    """Why a mention that came from a channel was put in *Monitorar* without a person or a rule of the team."""

    REPOST = "repost"
    REPEAT = "repeat"
    TERMS = "terms"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is compared: folded, without its links; ``author`` is any key that tells authors apart."""

    words: str
    author: int | str | None
    at: datetime
    has_link: bool = False
    is_private: bool = False

    @property
    def is_foldable(self) -> bool:
        """Tell whether the text is long enough for chance to be out of the question."""
        return len(self.words) - self.words.count(" ") >= LEAST_LETTERS

    @property
    def opening(self) -> str:
        """The first words: only texts that begin alike are compared."""
        return " ".join(self.words.split(" ", _OPENING)[:_OPENING])


def said(text: str, author: int | str | None, at: datetime, *, is_private: bool = False) -> Said:
    """Return a text in the form that is compared; two texts that differ in their links only are equal."""
    bare, links = _LINK.subn(" ", text)
    return Said(search_text(bare), author, at, has_link=links > 0, is_private=is_private)


def is_repeat(new: Said, earlier: Iterable[Said]) -> bool:
    """Tell whether a text only repeats what came earlier; the first ones stay for a person.

    It does when its author said the same within a week, or when it and at least two other authors spread the same
    text with links within a day. Within a day a text that ``is_near`` is the same, but no private one: forms and
    letters to us are alike in all but what each of their writers wants. An author who puts another word in the place
    of one ("ótimo", "péssimo") says something else; a storm of links does so to look new.
    """
    if not new.is_foldable:
        return False
    authors: set[int | str] = set() if new.author is None else {new.author}
    for each in earlier:
        apart = abs(new.at - each.at)
        is_own = each.author == new.author and apart <= SAME_AUTHOR_WITHIN
        is_spread = new.has_link and each.has_link and apart <= MANY_AUTHORS_WITHIN
        if each.author is None or not (is_own or is_spread) or not _is_same(each, new, apart, is_own=is_own):
            continue
        if is_own:
            return True
        authors.add(each.author)
        if len(authors) >= MANY_AUTHORS:
            return True
    return False


def is_near(one: Said, other: Said) -> bool:
    """Tell whether two texts differ in no more than one word of ten.

    Not in one with a digit (another order, price or date), and not in one that says no: then they say something else.
    """
    only_mine, only_theirs = _apart(one, other)
    if any(word in _NEGATIONS or any(map(str.isdigit, word)) for word in (*only_mine, *only_theirs)):
        return False
    slips = max(only_mine.total(), only_theirs.total())
    return slips <= min(len(one.words.split()), len(other.words.split())) // _WORDS_A_SLIP


def _is_same(one: Said, new: Said, apart: timedelta, *, is_own: bool) -> bool:
    if one.words == new.words:
        return True
    is_compared = not new.is_private and apart <= NEARLY_WITHIN
    return is_compared and is_near(one, new) and not (is_own and _has_other_word(one, new))


def _has_other_word(one: Said, other: Said) -> bool:
    """Tell whether a word stands in the place of another that is no form of it."""
    fewer, more = sorted(_apart(one, other), key=len)
    return any(not get_close_matches(word, more, 1, _ALIKE) for word in fewer)


def _apart(one: Said, other: Said) -> tuple[Counter[str], Counter[str]]:
    """Return the words that only the one text has, and those that only the other has."""
    mine, theirs = Counter(one.words.split()), Counter(other.words.split())
    return mine - theirs, theirs - mine


def is_outside_terms(words: str, language: str | None, *, none_of: Sequence[str], languages: Sequence[str]) -> bool:
    """Tell whether a found text holds an excluded word, or is in a language that nobody asked for.

    ``words`` are folded, one blank between; a language without its region (``pt``) stands for all its regions.
    """
    framed = f" {words} "
    if any((term := search_text(each)) and f" {term} " in framed for each in none_of):
        return True
    if not language or not languages or language.casefold() == "und":
        return False
    mine = language.casefold().replace("_", "-")
    wanted = {each.casefold().replace("_", "-") for each in languages}
    return mine not in wanted and mine.partition("-")[0] not in wanted
