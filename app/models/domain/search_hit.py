"""Read models of the search box: what a text leads to, in the order in which a person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.models.domain.inbox import Count, InboxRow


class HitKind(StrEnum):
    """What a hit is."""

    CASE = "case"
    CUSTOMER = "customer"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found. ``row`` draws cases and mentions; customers have ``title`` (name) and ``detail`` (handles)."""

    kind: HitKind
    id: int
    title: str
    detail: str = ""
    row: InboxRow | None = None


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """All that a text leads to. ``exact_case_id`` is set when it is one whole protocol: that case opens at once.

    ``mentions`` counts the mentions with these words; ``problem`` is "protocol" when a protocol was mistyped.
    """

    hits: tuple[SearchHit, ...]
    mentions: Count
    exact_case_id: int | None = None
    problem: str = ""
