"""Active work on the relationship with the public: its kinds, what was done, what came of it, and whom it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.vocabulary import MentionState

SITUATION_AXIS = "situation"
WAITING_DAYS = 30
"""After so many days a moment has passed."""


class RelationKind(StrEnum):
    """What an act is: useful information on brand or category, a post that starts talk, a creative answer."""

    ACTIVATION = "activation"
    PUBLICATION = "publication"
    ENGAGEMENT = "engagement"


class Moment(StrEnum):
    """Situations of a mention (keys of that axis) that invite to active work."""

    PROSPECT = "prospect"
    PRAISE = "praise"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True)
class Figures:
    """What an act brought, in number; None = nobody knows."""

    shares: int | None = None
    favourites: int | None = None
    comments: int | None = None
    reached: int | None = None

    def over(self, typed: Figures) -> Figures:
        """Return these, and what was typed where the network says nothing."""
        return Figures(*(b if a is None else a for a, b in zip(self.values, typed.values, strict=True)))

    @property
    def values(self) -> tuple[int | None, ...]:
        """All four, in their order."""
        return (self.shares, self.favourites, self.comments, self.reached)


@dataclass(frozen=True, slots=True)
class ActText:
    """What a person writes of an act; ``typed`` are figures read off by hand."""

    kind: RelationKind
    channel_id: int
    done_at: datetime
    text: str
    result: str = ""
    typed: Figures = field(default_factory=Figures)
    mention_id: int | None = None
    customer_id: int | None = None
    own_post_id: int | None = None


@dataclass(frozen=True, slots=True)
class RelationAct:
    """An act of the log; ``figures`` are those of the post at the network where it has one, else those typed."""

    id: int
    said: ActText
    person_id: int
    person: str
    channel: str
    figures: Figures
    version: int
    customer: str = ""
    permalink: str = ""

    @property
    def is_read_from_network(self) -> bool:
        """Tell whether the figures follow a post."""
        return self.said.own_post_id is not None


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are shown; local days, both inclusive."""

    since: date | None = None
    until: date | None = None
    kind: RelationKind | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class PostChoice:
    """A post of one of our accounts, as the network last told of it."""

    id: int
    channel_id: int
    account: str
    posted_at: datetime
    text: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class KindTotal:
    """What the acts of a kind brought (None = of all kinds); an average counts only acts whose figure is known."""

    kind: RelationKind | None
    n: int
    sums: Figures
    averages: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class MomentQueue:
    """Mentions that wait for active work: how many ``query`` finds, and how many of each situation."""

    query: InboxQuery
    count: int
    parts: tuple[tuple[Moment, int], ...]


def totals(acts: Iterable[tuple[RelationKind, Figures]]) -> tuple[KindTotal, ...]:
    """Return the total of every kind, and last that of all."""
    known = tuple(acts)
    found = [_total(kind, [figures for each, figures in known if each is kind]) for kind in RelationKind]
    return (*found, _total(None, [figures for _kind, figures in known]))


def moments_query(node_ids: Iterable[int], today: date) -> InboxQuery:
    """Return the query of the mentions of the last 30 days in these situations that wait.

    Nobody has taken them into a case, set them aside, or written down an act about them.
    """
    states = (MentionState.TO_TRIAGE, MentionState.MONITORED)
    since = today - timedelta(days=WAITING_DAYS - 1)
    wanted = InboxFilter(node_ids=tuple(node_ids), mention_states=states, since=since, is_related=False)
    return InboxQuery(InboxView.ALL_MENTIONS, wanted)


def figures_to_json(figures: Figures) -> dict[str, int] | None:
    """Return figures as they are stored, nothing when nothing is known."""
    known = zip((each.name for each in fields(Figures)), figures.values, strict=True)
    return {name: value for name, value in known if value is not None} or None


def figures_from_json(stored: object) -> Figures:
    """Return stored figures; what this version cannot read is unknown."""
    if not isinstance(stored, Mapping):
        return Figures()
    read = {each.name: stored.get(each.name) for each in fields(Figures)}
    return Figures(**{name: value for name, value in read.items() if isinstance(value, int)})


def _total(kind: RelationKind | None, figures: Sequence[Figures]) -> KindTotal:
    columns: list[list[int]] = [[] for _each in fields(Figures)]
    for each in figures:
        for column, value in zip(columns, each.values, strict=True):
            if value is not None:
                column.append(value)
    sums = Figures(*(sum(column) if column else None for column in columns))
    averages = tuple(sum(column) / len(column) if column else None for column in columns)
    return KindTotal(kind, len(figures), sums, averages)
