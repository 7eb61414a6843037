"""Read models of the search: what a text leads to, grouped by kind, and what the box shows while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.domain.inbox import Count, InboxQuery, InboxRow
from app.models.domain.search_marks import Snippet
from app.models.domain.search_query import FilterKey, Problem


class HitKind(StrEnum):
    """What a hit is, in the order in which the results stand."""

    CASE = "case"
    CUSTOMER = "customer"
    MENTION = "mention"
    NOTE = "note"
    SOLUTION = "solution"
    REPLY = "reply"
    ARTICLE = "article"


WORK_KINDS = (HitKind.NOTE, HitKind.SOLUTION, HitKind.REPLY)
"""Texts of our own work on cases."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found. ``row`` draws cases and mentions; customers have ``title`` (name) and ``detail`` (handles).

    ``excerpt`` is the piece of a mention's or case's text with the words, short enough for one line.
    """

    kind: HitKind
    id: int
    title: str
    detail: str = ""
    row: InboxRow | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """All that a text leads to. ``exact_case_id`` is set when it is one whole protocol: that case opens at once.

    ``mentions`` counts the mentions with these words; ``problem`` is "protocol" when a protocol was mistyped.
    """

    hits: tuple[SearchHit, ...]
    mentions: Count
    exact_case_id: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """How a person wants to search: words in all their forms; the best among the newest instead of the newest."""

    with_forms: bool = False
    by_relevance: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the results. ``id`` is what opens: a mention, a case (of a note, solution, answer), a customer...

    ``who`` wrote it, ``place`` is a protocol or a channel; ``alike`` counts further hits with nearly the same text,
    which ``alike_text`` finds together with this one.
    """

    kind: HitKind
    id: int
    snippet: Snippet
    who: str = ""
    place: str = ""
    at: datetime | None = None
    language: str = ""
    alike: int = 0
    alike_text: str = ""


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """All found of one kind: the first of them, how many there are, and where there is one the list of them all.

    ``is_among_newest``: put in order by relevance, which was asked of the newest hits only.
    """

    kind: HitKind
    hits: tuple[Found, ...]
    count: Count
    query: InboxQuery | None = None
    is_among_newest: bool = False


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a text. ``instead`` is a text that does find something, when this one does not."""

    text: str
    groups: tuple[FoundGroup, ...] = ()
    exact_case_id: int | None = None
    problems: tuple[Problem, ...] = ()
    is_cut: bool = False
    has_words_only_to_leave_out: bool = False
    instead: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return not any(group.hits for group in self.groups)


@dataclass(frozen=True, slots=True)
class Completion:
    """One line offered while typing: the text that it puts in the place from ``start`` to ``end``.

    ``name`` is the value's name in the data, or the key itself; ``hint`` a second name (a path, a channel's key).
    """

    text: str
    start: int
    end: int
    key: FilterKey | None = None
    name: str = ""
    hint: str = ""
    is_recent: bool = False


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """What the box shows while a text is typed. ``is_among_newest``: the beginning stands in too many words."""

    completions: tuple[Completion, ...] = ()
    hits: tuple[SearchHit, ...] = ()
    is_among_newest: bool = False
