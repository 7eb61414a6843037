"""Puts search terms into X's query language, in as many questions as its 512 signs ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.services.channels.base import SearchTerms

MOST_SIGNS = 512
_PLAIN = re.compile(r"[#@]?\w+")
_JOINT = " OR "


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and the exclusions that did not fit into it: the adapter leaves their posts out itself."""

    text: str
    left_out: tuple[str, ...] = ()

    def excludes(self, text: str) -> bool:
        """Tell whether a post bears an exclusion that the question could not hold."""
        return any(each.casefold() in text.casefold() for each in self.left_out)


def queries(terms: SearchTerms, handle: str) -> tuple[Query, ...]:
    """Return the questions for some terms, none without a term; what is addressed to us comes on a stream of its own.

    A question is ``(term OR "two words") -exclusion (lang:pt) -from:us -@us -is:retweet``.
    """
    wanted = [word for each in terms.any_of if (word := _quoted(each))]
    if not wanted:
        return ()
    room = MOST_SIGNS - max(len(each) for each in wanted) - len("()")
    tail, left_out = _tail(terms, handle, room)
    found: list[Query] = []
    part: list[str] = []
    for word in wanted:
        if part and len(_question([*part, word], tail)) > MOST_SIGNS:
            found.append(Query(_question(part, tail), left_out))
            part = []
        part.append(word)
    return (*found, Query(_question(part, tail), left_out))


def _question(words: list[str], tail: str) -> str:
    return f"({_JOINT.join(words)}){tail}"


def _tail(terms: SearchTerms, handle: str, room: int) -> tuple[str, tuple[str, ...]]:
    """Return what stands behind the terms, within ``room`` signs, and the exclusions that have no place there."""
    tail = " -is:retweet"
    if handle:
        tail += f" -from:{handle} -@{handle}"
    languages = [each.lower()[:2] for each in terms.languages if each.strip()]
    if languages:
        tail += f" ({_JOINT.join(f'lang:{each}' for each in dict.fromkeys(languages))})"
    left_out: list[str] = []
    for each in terms.none_of:
        word = f" -{_quoted(each)}"
        if len(word) > len(" -") and len(tail) + len(word) <= room:
            tail += word
        elif each.strip():
            left_out.append(each.strip())
    return tail, tuple(left_out)


def _quoted(term: str) -> str:
    """Return a term as X understands it: more than one plain word stands in quotes, so that none is an operator."""
    word = " ".join(term.replace('"', " ").split())
    if _PLAIN.fullmatch(word) and word not in {"OR", "AND"}:
        return word
    return f'"{word}"' if word else ""
