"""Read models of the inbox: views, filters, rows and pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from app.models.domain.case_counts import CaseMark
from app.models.domain.crisis_clock import RunningClock
from app.models.domain.vocabulary import CaseState, MentionState, PromiseState, Sentiment, Visibility

R = TypeVar("R")


class InboxView(StrEnum):
    """The built-in views of the navigation, in its order."""

    TO_TRIAGE = "to_triage"
    MINE = "mine"
    AREA = "area"
    UNOWNED = "unowned"
    DUE_SOON = "due_soon"
    CRISIS = "crisis"
    APPROVAL = "approval"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_AREA = "waiting_area"
    SILENT = "silent"
    BREACHED = "breached"
    SNOOZED = "snoozed"
    CLOSED = "closed"
    MONITORED = "monitored"
    IGNORED = "ignored"
    ALL_MENTIONS = "all_mentions"
    ALL_CASES = "all_cases"


class CaseEvent(StrEnum):
    """Which of a case's days ``since`` and ``until`` of a filter mean."""

    OPENED = "opened"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    CLOSED = "closed"
    RATED = "rated"
    """The day closed, else resolved, else opened, of a case whose customer has rated it."""
    PROMISED = "promised"
    """The day by which something was promised."""


class RowKind(StrEnum):
    """What a row of the list is."""

    MENTION = "mention"
    CASE = "case"


VIEW_KINDS: dict[InboxView, frozenset[RowKind]] = {
    InboxView.TO_TRIAGE: frozenset({RowKind.MENTION}),
    InboxView.MINE: frozenset({RowKind.CASE}),
    InboxView.AREA: frozenset({RowKind.CASE}),
    InboxView.UNOWNED: frozenset({RowKind.CASE}),
    InboxView.DUE_SOON: frozenset({RowKind.CASE}),
    InboxView.CRISIS: frozenset({RowKind.MENTION, RowKind.CASE}),
    InboxView.APPROVAL: frozenset({RowKind.CASE}),
    InboxView.WAITING_CUSTOMER: frozenset({RowKind.CASE}),
    InboxView.WAITING_AREA: frozenset({RowKind.CASE}),
    InboxView.SILENT: frozenset({RowKind.CASE}),
    InboxView.BREACHED: frozenset({RowKind.CASE}),
    InboxView.SNOOZED: frozenset({RowKind.CASE}),
    InboxView.CLOSED: frozenset({RowKind.CASE}),
    InboxView.MONITORED: frozenset({RowKind.MENTION}),
    InboxView.IGNORED: frozenset({RowKind.MENTION}),
    InboxView.ALL_MENTIONS: frozenset({RowKind.MENTION}),
    InboxView.ALL_CASES: frozenset({RowKind.CASE}),
}


class Sort(StrEnum):
    """The closed list of sort keys, each with an index behind it."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"


_BY_ID = (Sort.NEWEST, Sort.OLDEST)
_OLDEST_FIRST = (Sort.OLDEST, Sort.NEWEST)
VIEW_SORTS: dict[InboxView, tuple[Sort, ...]] = {
    InboxView.TO_TRIAGE: _BY_ID,
    InboxView.MINE: (*_BY_ID, Sort.DUE),
    InboxView.AREA: (*_BY_ID, Sort.DUE),
    InboxView.UNOWNED: (*_BY_ID, Sort.DUE),
    InboxView.DUE_SOON: (Sort.DUE,),
    InboxView.CRISIS: _BY_ID,
    InboxView.APPROVAL: _OLDEST_FIRST,
    InboxView.WAITING_CUSTOMER: (*_BY_ID, Sort.DUE),
    InboxView.WAITING_AREA: (*_BY_ID, Sort.DUE),
    InboxView.SILENT: _OLDEST_FIRST,
    InboxView.BREACHED: _OLDEST_FIRST,
    InboxView.SNOOZED: (*_BY_ID, Sort.DUE),
    InboxView.CLOSED: _BY_ID,
    InboxView.MONITORED: _BY_ID,
    InboxView.IGNORED: _BY_ID,
    InboxView.ALL_MENTIONS: _BY_ID,
    InboxView.ALL_CASES: _BY_ID,
}


def sort_of(view: InboxView, wanted: Sort) -> Sort:
    """Return the wanted order where the view has it, else the view's first one."""
    return wanted if wanted in VIEW_SORTS[view] else VIEW_SORTS[view][0]


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """Any combination of filters on a view; empty tuples and None mean "all".

    ``node_ids`` hold classification nodes (a node stands for its whole branch); within one axis they are
    alternatives, between axes all must hold. ``since``/``until`` are local dates, both inclusive.
    ``text`` is what stands in the search box, in the query language of ``search_query``.
    ``since``/``until`` of cases are days of ``event``; what stands after it comes from a click on a chart, too.
    ``weekday`` (0 = Monday) and ``hour`` (0-23, business zone) come from a click on a chart.
    """

    channel_ids: tuple[int, ...] = ()
    sentiments: tuple[Sentiment, ...] = ()
    node_ids: tuple[int, ...] = ()
    area_ids: tuple[int, ...] = ()
    owner_ids: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    weekday: int | None = None
    hour: int | None = None
    only_private: bool | None = None
    only_vip: bool = False
    no_sentiment: bool = False
    intake_rule_id: int | None = None
    intake_run_id: int | None = None
    text: str = ""
    case_states: tuple[CaseState, ...] = ()
    mention_states: tuple[MentionState, ...] = ()
    event: CaseEvent = CaseEvent.OPENED
    in_time: bool | None = None
    """Of answered or resolved cases: those in time (True) or late (False)."""
    marks: tuple[CaseMark, ...] = ()
    """Cases that carry every one of these."""
    was_reopened: bool | None = None
    promise_states: tuple[PromiseState, ...] = ()
    ratings: tuple[int, ...] = ()
    crisis_levels: tuple[int, ...] = ()
    crisis_identified: int | None = None
    """Of mentions with crisis clocks: 0 = not identified yet, 1 = in time, 2 = late."""
    crisis_answered: int | None = None
    handle_ids: tuple[int, ...] = ()
    """Authors of mentions, as ``de:`` and ``cliente:`` of a text name them; ``customer_ids`` say the same of cases."""
    customer_ids: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    """Of mentions whose source told a language: "pt" stands for "pt-BR" too."""
    is_related: bool | None = None
    """Of mentions: those that an act of relationship work answers (True), or that none does (False)."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is filtered."""
        return self == InboxFilter()


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """What the list shows: a view, a filter on it, an order."""

    view: InboxView
    filter: InboxFilter = InboxFilter()
    sort: Sort = Sort.NEWEST


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One row of the list, complete: the delegate asks nothing else."""

    kind: RowKind
    id: int
    channel_key: str
    channel_short: str
    author: str
    text: str
    at: datetime
    visibility: Visibility
    sentiment: Sentiment | None = None
    sentiment_is_suggested: bool = False
    crisis_level: int | None = None
    is_vip: bool = False
    mention_state: MentionState | None = None
    rule_name: str | None = None
    protocol: str | None = None
    case_state: CaseState | None = None
    due_at: datetime | None = None
    warn_at: datetime | None = None
    area_name: str | None = None
    owner_name: str | None = None
    snoozed_until: datetime | None = None
    has_draft: bool = False
    is_unread: bool = False
    open_cases_of_author: int = 0
    has_time: bool = True
    """False when the source told only the day: ``at`` is then the start of it."""

    @property
    def key(self) -> tuple[RowKind, int]:
        """Identify the row in lists that hold both kinds."""
        return (self.kind, self.id)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page starts: the sort value and id of the last row shown (keyset, no offset)."""

    value: int
    id: int


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Rows in order and the cursor of the next page, None at the end."""

    rows: tuple[R, ...]
    next: Cursor | None


@dataclass(frozen=True, slots=True)
class Count:
    """A count, exact or capped ("1.000+")."""

    n: int
    is_capped: bool = False


@dataclass(frozen=True, slots=True)
class ViewCount:
    """A badge of the navigation; ``saved_view_id`` for the person's own filters."""

    view: InboxView | None
    saved_view_id: int | None
    count: Count


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter somebody saved; ``is_shared`` = the whole team sees it."""

    id: int
    name: str
    query: InboxQuery
    is_shared: bool
    version: int


@dataclass(frozen=True, slots=True)
class MentionDetail:
    """The preview pane of a mention: everything to decide on it."""

    id: int
    channel_key: str
    channel_name: str
    author: str
    handle_key: str | None
    handle_id: int | None
    customer_id: int | None
    title: str | None
    text: str
    posted_at: datetime
    captured_at: datetime
    permalink: str | None
    visibility: Visibility
    is_direct: bool
    state: MentionState
    state_reason: str | None
    rule_name: str | None
    case_id: int | None
    sentiment: Sentiment | None
    sentiment_is_suggested: bool
    crisis_level: int | None
    crisis_words: tuple[str, ...]
    place: str | None
    likes: int | None
    shares: int | None
    replies: int | None
    reach: int | None
    extra: tuple[tuple[str, str], ...]
    attachments: tuple[AttachmentInfo, ...]
    open_cases: tuple[CaseBrief, ...]
    earlier_mentions: int
    has_original: bool
    has_time: bool = True
    source_rating: int | None = None
    """What the customer gave on the source, in the source's own scale."""
    is_out_of_hours: bool = False
    """It found the counter closed."""
    crisis_clock: RunningClock | None = None
    edited_at: datetime | None = None
    """When its author last changed it at the source; earlier versions are kept."""
    removed_at: datetime | None = None
    """When it was found to be gone at the source."""
    hinted_case: CaseBrief | None = None
    """An open case that it names, though its sender is not known there: a person decides."""


@dataclass(frozen=True, slots=True)
class AttachmentInfo:
    """A file of a mention or reply; ``has_content`` False = it was too large and only its name was kept."""

    id: int
    name: str
    media_type: str
    size: int
    has_content: bool


@dataclass(frozen=True, slots=True)
class CaseBrief:
    """A case in one line."""

    id: int
    protocol: str
    title: str
    state: CaseState
    opened_at: datetime
    closed_at: datetime | None
    owner_name: str | None
    channel_key: str
