"""Which words and pairs of words a week uses far more than the weeks before, counted by authors and not by repeats."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.models.domain.stop_words import STOP_WORDS
from app.models.domain.words import search_words

LEAST_AUTHORS = 5
"""Fewer people may say the same by chance."""
LEAST_GROWTH = 2.0
SURE = 15.1
"""Dunning's log-likelihood ratio that chance alone exceeds once in ten thousand terms (chi-square, 1 degree)."""
MOST_THEMES = 20
_SHORTEST, _LONGEST = 3, 30
_MOST_WORDS = 200  # of one text
_NAMED_OFTEN = 3
_SAME = 0.8
# Links, mail addresses and handles say who and where, not what about.
_NOT_WORDS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|@\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SampledText:
    """One text: ``author`` tells authors apart (None = unknown), ``name`` is the author's, as shown."""

    author: int | None
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class RisingTerm:
    """A term with how many authors of either sample used it, and how sure the rise is (log-likelihood ratio)."""

    term: str
    authors: int
    authors_before: int
    share: float
    share_before: float
    weight: float


@dataclass(slots=True)
class TermCount:
    """Authors by term, and authors in all, of one sample."""

    by_term: Counter[str]
    authors: int


def count_terms(texts: Sequence[SampledText], left_out: Collection[str]) -> TermCount:
    """Count how many authors use each term; the same words of nobody known count once."""
    seen: dict[object, set[str]] = {}
    for each in texts:
        words = search_words(each.text)[:_MOST_WORDS]
        author: object = each.author if each.author is not None else " ".join(words)
        own = set(search_words(each.name))
        seen.setdefault(author, set()).update(_terms(each.text, own, left_out))
    by_term: Counter[str] = Counter()
    for terms in seen.values():
        by_term.update(terms)
    return TermCount(by_term, len(seen))


def people_names(texts: Iterable[SampledText]) -> frozenset[str]:
    """Return the first names that several authors bear: they are people, and no theme."""
    bearers: dict[str, set[object]] = {}
    for each in texts:
        for word in search_words(each.name)[:1]:
            bearers.setdefault(word, set()).add(each.author)
    return frozenset(word for word, authors in bearers.items() if len(authors) >= _NAMED_OFTEN)


def rising(now: TermCount, before: TermCount, most: int = MOST_THEMES) -> list[RisingTerm]:
    """Return the terms that rise beyond chance, the surest first; a word that its pair says better is left out."""
    found = [each for term in now.by_term if (each := _measured(term, now, before)) is not None]
    pairs: dict[str, int] = {}
    for each in found:
        if " " in each.term:
            for word in each.term.split():
                pairs[word] = max(pairs.get(word, 0), each.authors)
    kept = [each for each in found if pairs.get(each.term, 0) < _SAME * each.authors]
    return sorted(kept, key=lambda each: (-each.weight, " " not in each.term, each.term))[:most]


def likelihood_ratio(hits: int, of: int, hits_before: int, of_before: int) -> float:
    """Return Dunning's log-likelihood ratio of two shares (G squared, 1 degree of freedom)."""
    together = (hits + hits_before) / (of + of_before)
    return 2 * (
        _log_likelihood(hits, of, hits / of)
        + _log_likelihood(hits_before, of_before, hits_before / of_before)
        - _log_likelihood(hits, of, together)
        - _log_likelihood(hits_before, of_before, together)
    )


def _measured(term: str, now: TermCount, before: TermCount) -> RisingTerm | None:
    authors, earlier = now.by_term[term], before.by_term[term]
    if authors < LEAST_AUTHORS or not before.authors:
        return None
    share, share_before = authors / now.authors, earlier / before.authors
    if share < LEAST_GROWTH * share_before:
        return None
    weight = likelihood_ratio(authors, now.authors, earlier, before.authors)
    return RisingTerm(term, authors, earlier, share, share_before, weight) if weight >= SURE else None


def _log_likelihood(hits: int, of: int, share: float) -> float:
    found = hits * math.log(share) if hits else 0.0
    missed = (of - hits) * math.log(1 - share) if of > hits else 0.0
    return found + missed


def _terms(text: str, own: Collection[str], left_out: Collection[str]) -> Iterator[str]:
    room = _MOST_WORDS
    for piece in _NOT_WORDS.split(text):
        before = ""
        for word in search_words(piece)[:room]:
            room -= 1
            if not _is_about(word) or word in own or word in left_out:
                before = ""
                continue
            yield word
            if before:
                yield f"{before} {word}"
            before = word


def _is_about(word: str) -> bool:
    is_word = _SHORTEST <= len(word) <= _LONGEST and word.isalpha()
    return is_word and word not in STOP_WORDS and len(set(word)) > 1 + word.startswith("k")
