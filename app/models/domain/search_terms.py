"""The words of a search as both engines ask for them: words, phrases, beginnings, word forms, and what to leave out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.models.domain.search_query import MOST_WORDS, SearchQuery, parse
from app.models.domain.word_forms import forms_of
from app.models.domain.words import search_words

SHORTEST_BEGINNING = 3
"""Below it a beginning stands in most texts: it is taken for a word."""
MOST_FORM_WORDS = 8
"""Words of one search whose forms are looked for; the others are looked for as they stand."""
LONGEST_FILLED_IN = 64_000
"""A text in which beginnings and forms have given way to the words that there are is longer than any that is typed."""
_REPEATS, _USUAL_WORDS = 3, 8
_QUOTED_OR_MARKED = re.compile(r'"[^"]*"?|(?<!\S)(?:(?P<begin>\w+)\*|~(?P<form>\w+)|(?P<any>\w+(?:\|\w+)+))(?!\S)')
_PLAIN_WORD = re.compile(r'"[^"]*"?|(?<!\S)(?<!: )(?P<word>[^\W\d_]+)(?!\S)')


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of a text; ``prefixes`` are written as ``reclam*``.

    Of each group of ``forms`` a text holds at least one word: ``~reclamar`` is one of all its forms, and
    ``atraso|demora`` one of these two.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    forms: tuple[tuple[str, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether no word is asked for; words to leave out alone find nothing."""
        return not (self.words or self.phrases or self.prefixes or self.forms)

    def fits(self, folded: Sequence[str]) -> bool:
        """Tell whether a text, given as its folded words, is what is asked for."""
        joined = f" {' '.join(folded)} "
        there = set(folded)
        return (
            all(f" {term} " in joined for term in (*self.words, *self.phrases))
            and all(f" {term}" in joined for term in self.prefixes)
            and all(not there.isdisjoint(group) for group in self.forms)
            and not any(f" {term} " in joined for term in self.excluded)
        )

    def weight(self, folded: Sequence[str]) -> float:
        """Return how much a text, given as its folded words, is about what is asked for; 0 = not at all.

        What was typed weighs twice as much as another form of it, repetitions count to three, and a long text has to
        say it more often.
        """
        count = Counter(folded)
        joined = f" {' '.join(folded)} "
        hits = float(sum(2 * min(_REPEATS, count[word]) for word in self.words))
        hits += sum(3 * min(_REPEATS, joined.count(f" {phrase} ")) for phrase in self.phrases)
        hits += sum(min(_REPEATS, joined.count(f" {begin}")) for begin in self.prefixes)
        for first, *others in self.forms:
            hits += 2 * min(_REPEATS, count[first]) + min(_REPEATS, sum(count[each] for each in others))
        return hits / math.log2(_USUAL_WORDS + len(folded))

    def marks(self, folded: str) -> bool:
        """Tell whether one folded word is a reason why a text was found."""
        return (
            folded in self.words
            or any(folded in phrase.split() for phrase in self.phrases)
            or any(folded.startswith(begin) for begin in self.prefixes)
            or any(folded in group for group in self.forms)
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marked words, and these, folded: ``begin*``, words in any form (``~word``), ``one|other``."""

    rest: str
    beginnings: tuple[str, ...]
    forms: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...]

    @property
    def as_written(self) -> tuple[str, ...]:
        """The marked words, each with its mark."""
        begun = tuple(f"{each}*" for each in self.beginnings)
        return (*begun, *(f"~{each}" for each in self.forms), *("|".join(each) for each in self.choices))


def without_marked(text: str) -> Marked:
    """Take the marked words out of a text."""
    beginnings: list[str] = []
    forms: list[str] = []
    short: list[str] = []
    choices: list[tuple[str, ...]] = []

    def take(match: re.Match[str]) -> str:
        if match["begin"] is not None:
            for word in search_words(match["begin"]):
                (beginnings if len(word) >= SHORTEST_BEGINNING else short).append(word)
            return " "
        if match["form"] is not None:
            forms.extend(search_words(match["form"]))
            return " "
        if match["any"] is not None:
            choices.append(tuple(dict.fromkeys(search_words(match["any"]))))
            return " "
        return match[0]

    rest = _QUOTED_OR_MARKED.sub(take, text)
    kept = " ".join((rest, *short)) if short else rest
    begun, bent = (tuple(dict.fromkeys(each)) for each in (beginnings, forms))
    return Marked(kept, begun[:MOST_WORDS], bent[:MOST_WORDS], tuple(filter(None, choices)))


def parsed(text: str) -> tuple[SearchQuery, Wanted]:
    """Take the text of the box apart; words after ``LONGEST_QUERY`` signs are left out, alternatives are not."""
    marked = without_marked(text[:LONGEST_FILLED_IN])
    query = parse(marked.rest)
    bent = marked.forms[:MOST_FORM_WORDS]
    words = tuple(dict.fromkeys((*query.words, *marked.forms[MOST_FORM_WORDS:])))
    forms = (*(forms_of(word) for word in bent), *marked.choices[:MOST_WORDS])
    wanted = Wanted(words, query.phrases, marked.beginnings, query.excluded, forms)
    return query, wanted


def with_forms(text: str) -> str:
    """Return the text with ``~`` before every plain word, so that it asks for all its forms."""
    return _PLAIN_WORD.sub(lambda match: match[0] if match["word"] is None else f"~{match['word']}", text)
