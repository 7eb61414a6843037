"""Says as inbox queries what stands behind a chart's bar, so that the inbox counts exactly what the bar says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView, RowKind
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import CaseState, Sentiment

COUNTED_STATES = tuple(state for state in CaseState if state not in {CaseState.VOIDED, CaseState.MERGED})
"""A case opened by mistake, or united with another, is counted nowhere."""
NOTHING = 0
"""The id of no channel."""
_OF_THE_REPORT: dict[str, Any] = {"since": None, "until": None, "channel_ids": ()}
_SINGLES = frozenset(
    {"weekday", "hour", "only_private", "intake_rule_id", "intake_run_id", "was_reopened", "is_related"}
)
_ONLY_MENTIONS = (
    "weekday",
    "hour",
    "intake_rule_id",
    "intake_run_id",
    "mention_states",
    "handle_ids",
    "languages",
    "crisis_identified",
    "crisis_answered",
    "is_related",
    # Which of a case's days the period means is the chart's own matter, and so is what was in time then.
    "event",
    "in_time",
)
_ONLY_CASES = (
    "owner_ids",
    "area_ids",
    "case_states",
    "in_time",
    "marks",
    "was_reopened",
    "promise_states",
    "ratings",
    "customer_ids",
    "event",
)
_EMPTY = InboxFilter()


@dataclass(frozen=True, slots=True)
class Drill:
    """What all cells of one chart have in common; ``rows`` holds the filters that the roll-ups do not know."""

    since: date
    until: date
    channel_ids: tuple[int, ...] = ()
    rows: InboxFilter = field(default=_EMPTY)

    @property
    def is_plain(self) -> bool:
        """Tell whether period and channels say all, so that the roll-ups can answer."""
        return self.rows == _EMPTY

    def between(self, since: date, until: date) -> Drill:
        """Return the same of some of its days."""
        return replace(self, since=since, until=until)

    def mentions(self, **narrow: Any) -> InboxQuery | None:  # noqa: ANN401 - any field of the filter
        """Return the mentions of the period that are also so; None = none can be."""
        return self._query(InboxView.ALL_MENTIONS, narrow)

    def cases(self, **narrow: Any) -> InboxQuery | None:  # noqa: ANN401 - any field of the filter
        """Return the counted cases of the period that are also so; None = none can be."""
        return self._query(InboxView.ALL_CASES, {"case_states": COUNTED_STATES, **narrow})

    def _query(self, view: InboxView, narrow: dict[str, Any]) -> InboxQuery | None:
        common = replace(self.rows, channel_ids=self.channel_ids, since=self.since, until=self.until)
        found = narrowed(common, **narrow)
        return None if found is None else InboxQuery(view, found)


def within(query: InboxQuery | None, spans: Sequence[tuple[date, date]]) -> list[InboxQuery | None]:
    """Return the same query of each span of days; a chart asks for hundreds, so the rest of it is read once."""
    if query is None:
        return [None] * len(spans)
    values = {each.name: getattr(query.filter, each.name) for each in fields(InboxFilter)}
    found: list[InboxQuery | None] = []
    for since, until in spans:
        values["since"], values["until"] = since, until
        found.append(InboxQuery(query.view, InboxFilter(**values)))
    return found


def drill_for(wanted: ReportFilter, kind: RowKind) -> tuple[Drill, bool]:
    """Return what a chart of this kind counts, and whether some of the filters cannot be asked of it."""
    rows = wanted.rows
    unasked = _ONLY_CASES if kind is RowKind.MENTION else _ONLY_MENTIONS
    kept = replace(rows, **_OF_THE_REPORT, **{name: getattr(_EMPTY, name) for name in unasked})
    node_ids = tuple(dict.fromkeys((*rows.node_ids, *wanted.node_ids)))
    is_less = replace(rows, **_OF_THE_REPORT) != kept
    drill = Drill(wanted.since, wanted.until, channels_of(wanted), replace(kept, node_ids=node_ids))
    return drill, is_less


def plain_drill(wanted: ReportFilter) -> tuple[Drill, bool]:
    """Return what a chart counts that knows period and channels only, and whether that leaves filters out."""
    drill, is_less = drill_for(wanted, RowKind.CASE)
    return replace(drill, rows=_EMPTY), is_less or not drill.is_plain


def channels_of(wanted: ReportFilter) -> tuple[int, ...]:
    """Return the channels that both the report's own choice and its filter leave; empty = all."""
    both = _both(wanted.channel_ids, wanted.rows.channel_ids)
    return (NOTHING,) if both is None else both


def narrowed(common: InboxFilter, **narrow: Any) -> InboxFilter | None:  # noqa: ANN401 - any field of the filter
    """Return a filter that holds where both do; None where they exclude each other.

    ``sentiment`` narrows to one sentiment (None = none yet); ``marks`` are added, ``node_ids`` take the others' place.
    """
    wanted = dict(narrow)
    if "sentiment" in wanted:
        sentiment = wanted.pop("sentiment")
        if not _allows(common, sentiment):
            return None
        wanted |= {"sentiments": () if sentiment is None else (sentiment,), "no_sentiment": sentiment is None}
        common = replace(common, sentiments=(), no_sentiment=False)
    found: dict[str, Any] = {}
    for name, value in wanted.items():
        here = getattr(common, name)
        if name == "marks":
            found[name] = tuple(dict.fromkeys((*here, *value)))
            continue
        if isinstance(value, tuple) and name != "node_ids":
            left = _both(here, value)
            if left is None:
                return None
            found[name] = left
            continue
        if name in _SINGLES and here is not None and here != value:
            return None
        found[name] = value
    return replace(common, **found)


def _allows(common: InboxFilter, sentiment: Sentiment | None) -> bool:
    if not common.sentiments and not common.no_sentiment:
        return True
    return common.no_sentiment if sentiment is None else sentiment in common.sentiments


def _both(here: tuple[Any, ...], there: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return what two choices leave (empty = all); None where they exclude each other."""
    if not here or not there:
        return here or there
    return tuple(each for each in here if each in there) or None
