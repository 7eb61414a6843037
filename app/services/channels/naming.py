"""Whether a text names what an account looks for, where a source itself cannot be asked for words."""

from __future__ import annotations

from app.models.domain.words import search_text
from app.services.channels.base import SearchTerms


def is_named(text: str, terms: SearchTerms) -> bool:
    """Tell whether a text has one of the terms as whole words and none of the excluded ones; no terms = all."""
    words = f" {search_text(text)} "
    return (not terms.any_of or _has_any(words, terms.any_of)) and not _has_any(words, terms.none_of)


def _has_any(words: str, terms: tuple[str, ...]) -> bool:
    return any(f" {term} " in words for each in terms if (term := search_text(each)))
