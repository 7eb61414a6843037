"""Puts search terms into X's query language, in as many questions as its 512 signs ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.services.channels.base import SearchTerms

MOST_SIGNS = 512
_PLAIN = re.compile(r"[#@]?\w+")
_JOINT = " OR "
_LONGEST_HANDLE = "x" * 15


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

    A question is ``(term OR "two words") -is:retweet -from:us -@us (lang:pt) -exclusion``. How many there are does not
    depend on the handle, which is known only once X was asked.
    """
    wanted = [word for each in terms.any_of if (word := _quoted(each))]
    if not wanted:
        return ()
    heaviest = _question([max(wanted, key=len)], _fixed(terms, _LONGEST_HANDLE))
    said, left_out = _exclusions(terms, MOST_SIGNS - len(heaviest))
    room = MOST_SIGNS - len(_fixed(terms, _LONGEST_HANDLE)) - len(said)
    tail = _fixed(terms, handle) + said
    found: list[Query] = []
    part: list[str] = []
    for word in wanted:
        if part and len(_question([*part, word], "")) > room:
            found.append(Query(_question(part, tail), left_out))
            part = []
        part.append(word)
    return (*found, Query(_question(part, tail), left_out))


def _question(words: list[str], tail: str) -> str:
    return f"({_JOINT.join(words)}){tail}"


def _fixed(terms: SearchTerms, handle: str) -> str:
    """Return what every question ends with: no reposts, nothing of ours, the languages."""
    tail = " -is:retweet" + (f" -from:{handle} -@{handle}" if handle else "")
    languages = [each.strip().lower()[:2] for each in terms.languages if each.strip()]
    if languages:
        tail += f" ({_JOINT.join(f'lang:{each}' for each in dict.fromkeys(languages))})"
    return tail


def _exclusions(terms: SearchTerms, room: int) -> tuple[str, tuple[str, ...]]:
    """Return the exclusions that fit into ``room`` signs, and those that do not."""
    said, left_out = "", []
    for each in terms.none_of:
        word = _quoted(each)
        if word and len(f"{said} -{word}") <= room:
            said += f" -{word}"
        elif word:
            left_out.append(each.strip())
    return said, tuple(left_out)


def _quoted(term: str) -> str:
    """Return a term as X understands it: more than one plain word stands in quotes, so that none is an operator."""
    word = " ".join(term.replace('"', " ").split())
    if _PLAIN.fullmatch(word) and word not in {"OR", "AND"}:
        return word
    return f'"{word}"' if word else ""
