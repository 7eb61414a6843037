"""Turns a view with its filters into facet tokens and an id range: what every statement of the inbox is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from sqlalchemy import Connection, select

from app.models.domain.inbox import VIEW_KINDS, CaseEvent, InboxFilter, InboxQuery, InboxView, RowKind
from app.models.domain.vocabulary import OPEN_STATES, CaseState, MentionState
from app.models.domain.zone_days import midnight
from app.models.schema.classification import Node

SUFFIX_BITS = 16
HIGHEST_ID = 1 << 62
CRISIS_LEVELS = range(1, 6)
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
# No mention is older, none is later; beyond them dates cannot be told in every zone.
_FIRST_DAY, _LAST_DAY = date(1969, 1, 1), date(9990, 1, 1)
_MONTHS_WORTH_TOKENS = 4
# So many states leave nearly every case: reading the rows is quicker than joining that many lists of an index.
_MANY_STATES = 5

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilenceLimit:
    """Before when the last word counts as too long ago: for cases of one area, or of a channel at no area."""

    before: datetime
    area_id: int | None = None
    channel_id: int | None = None


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Who looks, when, in which zone; ``due_limit`` = what falls due before it counts as "vencendo".

    ``area_ids`` are the areas the person belongs to. ``silence`` says before when the last word to the
    customer must have been for a case to count as silent; both are filled in where a view asks for them.
    """

    person_id: int
    now: datetime
    zone: tzinfo
    due_limit: datetime
    area_ids: tuple[int, ...] = ()
    silence: tuple[SilenceLimit, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """One kind's part of a query. ``groups``: of each group a row carries at least one token.

    ``view_groups`` say in tokens what ``view`` says, for when the view's own index is not the way in.
    ``low`` <= id < ``high``. ``wanted`` is the filter itself, for what only columns know (``inbox_drill``), with the
    ``states`` that columns test, too, and the ``nodes`` of the branches asked for.
    """

    kind: RowKind
    view: InboxView
    view_groups: tuple[Group, ...] = ()
    groups: tuple[Group, ...] = ()
    low: int = 0
    high: int = HIGHEST_ID
    words: str = ""
    only_vip_authors: bool = False
    run_id: int | None = None
    months: Group = field(default=())
    author_ids: tuple[int, ...] = ()
    """Handles of mentions, customers of cases: few enough that their rows are looked at one by one."""
    languages: tuple[str, ...] = ()
    wanted: InboxFilter = field(default_factory=InboxFilter)
    states: tuple[CaseState, ...] = ()
    nodes: tuple[int, ...] = ()

    @property
    def all_groups(self) -> tuple[Group, ...]:
        """The view and its filters as tokens."""
        return self.view_groups + self.groups


def scopes_of(connection: Connection, query: InboxQuery, viewpoint: Viewpoint) -> tuple[Scope, ...]:
    """Return one scope for each kind of row that the query can show; a kind that no filter lets through has none."""
    if query.view is InboxView.AREA and not viewpoint.area_ids:
        return ()
    axes = _branches(connection, query.filter.node_ids) if query.filter.node_ids else ()
    makers = ((RowKind.MENTION, _mention_scope), (RowKind.CASE, _case_scope))
    found = (
        make(query, viewpoint, axes)
        for kind, make in makers
        if kind in VIEW_KINDS[query.view] and _is_possible(query.filter, kind)
    )
    return tuple(found)


def state_token(state: MentionState | CaseState) -> str:
    """Return the facet token of a state."""
    return f"t{state.value.replace('_', '')}"


OPEN_GROUP: Group = tuple(sorted(state_token(state) for state in OPEN_STATES))
CRISIS_GROUP: Group = tuple(f"k{level}" for level in CRISIS_LEVELS)
_TO_TRIAGE: Group = (state_token(MentionState.TO_TRIAGE),)
# Whoever waits for the customer, or has solved the matter, owes no word.
SPEAKING_GROUP: Group = tuple(
    sorted(state_token(state) for state in OPEN_STATES - {CaseState.WAITING_CUSTOMER, CaseState.RESOLVED})
)
_WITH_AREA: Group = (state_token(CaseState.WAITING_AREA),)
_NO_AREA: Group = ("anone",)


# What only the one kind of row has: the other has none to show for it.
_ONLY_CASES = ("owner_ids", "area_ids", "case_states", "in_time", "marks", "was_reopened", "promise_states", "ratings")
_ONLY_MENTIONS = (
    "weekday",
    "hour",
    "intake_rule_id",
    "intake_run_id",
    "languages",
    "mention_states",
    "crisis_identified",
    "crisis_answered",
    "is_related",
)


def _is_possible(wanted: InboxFilter, kind: RowKind) -> bool:
    if kind is RowKind.MENTION:
        return wanted.event is CaseEvent.OPENED and not _asks(wanted, _ONLY_CASES)
    return not _asks(wanted, _ONLY_MENTIONS)


def _asks(wanted: InboxFilter, names: Iterable[str]) -> bool:
    return any(getattr(wanted, name) not in {None, ()} for name in names)


def _mention_scope(query: InboxQuery, viewpoint: Viewpoint, axes: tuple[Group, ...]) -> Scope:
    wanted = query.filter
    views: dict[InboxView, tuple[Group, ...]] = {
        InboxView.TO_TRIAGE: (_TO_TRIAGE,),
        InboxView.CRISIS: (_TO_TRIAGE, CRISIS_GROUP),
        InboxView.MONITORED: ((state_token(MentionState.MONITORED),),),
        InboxView.IGNORED: ((state_token(MentionState.IGNORED),),),
        InboxView.ALL_MENTIONS: (),
    }
    groups = [*_shared_groups(wanted), *axes]
    for letter, value in (("w", wanted.weekday), ("h", wanted.hour), ("r", wanted.intake_rule_id)):
        if value is not None:
            groups.append((f"{letter}{value}",))
    if wanted.mention_states:
        groups.append(tuple(state_token(state) for state in wanted.mention_states))
    low, high = _id_range(wanted, viewpoint.zone)
    return Scope(
        kind=RowKind.MENTION,
        view=query.view,
        view_groups=views[query.view],
        groups=tuple(groups),
        low=low,
        high=high,
        words=wanted.text.strip(),
        only_vip_authors=wanted.only_vip,
        run_id=wanted.intake_run_id,
        months=_month_group(wanted),
        author_ids=wanted.handle_ids,
        languages=wanted.languages,
        wanted=wanted,
    )


def _case_scope(query: InboxQuery, viewpoint: Viewpoint, axes: tuple[Group, ...]) -> Scope:
    wanted = query.filter
    views: dict[InboxView, tuple[Group, ...]] = {
        InboxView.MINE: ((f"o{viewpoint.person_id}",), OPEN_GROUP),
        InboxView.AREA: (tuple(f"a{each}" for each in viewpoint.area_ids) or _NO_AREA, _WITH_AREA),
        InboxView.UNOWNED: (("o0",), OPEN_GROUP),
        InboxView.DUE_SOON: (OPEN_GROUP,),
        InboxView.CRISIS: (OPEN_GROUP, CRISIS_GROUP),
        InboxView.APPROVAL: (),
        InboxView.WAITING_CUSTOMER: ((state_token(CaseState.WAITING_CUSTOMER),),),
        InboxView.WAITING_AREA: (_WITH_AREA,),
        InboxView.SILENT: (SPEAKING_GROUP,),
        InboxView.BREACHED: (),
        InboxView.SNOOZED: (),
        InboxView.CLOSED: ((state_token(CaseState.CLOSED),),),
        InboxView.ALL_CASES: (),
    }
    groups = [*_shared_groups(wanted), *axes]
    groups += [tuple(f"{letter}{each}" for each in ids) for letter, ids in _people_ids(wanted) if ids]
    if wanted.only_vip:
        groups.append(("v1",))
    are_many = len(wanted.case_states) >= _MANY_STATES
    if wanted.case_states and not are_many:
        groups.append(tuple(state_token(state) for state in wanted.case_states))
    is_opened = wanted.event is CaseEvent.OPENED
    low, high = _id_range(wanted, viewpoint.zone) if is_opened else (0, _ended_before(wanted, viewpoint.zone))
    return Scope(
        kind=RowKind.CASE,
        view=query.view,
        view_groups=views[query.view],
        groups=tuple(groups),
        low=low,
        high=high,
        words=wanted.text.strip(),
        months=_month_group(wanted) if is_opened else (),
        author_ids=wanted.customer_ids,
        wanted=wanted,
        states=wanted.case_states if are_many else (),
        nodes=tuple(sorted(int(token[1:]) for axis in axes for token in axis)),
    )


def _ended_before(wanted: InboxFilter, zone: tzinfo) -> int:
    """Return below which id a case lies that came to its end by then; other events may be older than their case."""
    ends = (CaseEvent.RESOLVED, CaseEvent.CLOSED, CaseEvent.RATED)
    return _id_range(wanted, zone)[1] if wanted.event in ends else HIGHEST_ID


def _people_ids(wanted: InboxFilter) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return (("o", wanted.owner_ids), ("a", wanted.area_ids))


def _shared_groups(wanted: InboxFilter) -> list[Group]:
    groups: list[Group] = []
    if wanted.channel_ids:
        groups.append(tuple(f"c{each}" for each in wanted.channel_ids))
    sentiments = tuple(f"s{each.value}" for each in wanted.sentiments)
    if wanted.no_sentiment:
        sentiments += ("snone",)
    if sentiments:
        groups.append(sentiments)
    if wanted.only_private is not None:
        groups.append(("p1" if wanted.only_private else "p0",))
    return groups


def _id_range(wanted: InboxFilter, zone: tzinfo) -> tuple[int, int]:
    low = 0 if wanted.since is None else lowest_id(midnight(max(wanted.since, _FIRST_DAY), zone))
    if wanted.until is None or wanted.until > _LAST_DAY:
        return max(0, low), HIGHEST_ID
    high = lowest_id(midnight(max(wanted.until, _FIRST_DAY) + timedelta(days=1), zone))
    return max(0, low), max(0, high)


def lowest_id(at: datetime) -> int:
    """Return the lowest id that a row of that second or later can have."""
    return ((at - _EPOCH) // timedelta(seconds=1)) << SUFFIX_BITS


def _month_group(wanted: InboxFilter) -> Group:
    """Return the month tokens of a short period: PostgreSQL's index cannot use the id range, but these."""
    if wanted.since is None or wanted.until is None or wanted.until < wanted.since:
        return ()
    first, last = _month(wanted.since), _month(wanted.until)
    if last - first >= _MONTHS_WORTH_TOKENS:
        return ()
    return tuple(f"y{month // 12}{month % 12 + 1:02d}" for month in range(first, last + 1))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _branches(connection: Connection, node_ids: Iterable[int]) -> tuple[Group, ...]:
    """Return one group for each axis: the nodes asked for, all below them, and all merged into any of these."""
    rows = connection.execute(select(Node.id, Node.axis_id, Node.parent_id, Node.merged_into_id)).all()
    below: dict[int, list[int]] = defaultdict(list)
    survivor = {row.id: row.merged_into_id for row in rows}
    for row in rows:
        for upper in (row.parent_id, row.merged_into_id):
            if upper is not None:
                below[upper].append(row.id)
    axis_of = {row.id: row.axis_id for row in rows}
    wanted: dict[int, set[int]] = defaultdict(set)
    for node in node_ids:
        wanted[axis_of.get(node, 0)] |= _closure(_survivor(node, survivor), below)
    return tuple(tuple(f"n{each}" for each in sorted(wanted[axis])) for axis in sorted(wanted))


def _survivor(node: int, merged_into: dict[int, int | None]) -> int:
    seen = {node}
    while (upper := merged_into.get(node)) is not None and upper not in seen:
        seen.add(upper)
        node = upper
    return node


def _closure(node: int, below: dict[int, list[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += below[each]
    return found
