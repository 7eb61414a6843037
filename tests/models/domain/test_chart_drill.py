"""What a bar opens holds where the report's filter and the bar's own place both hold, or says that nothing can."""

from __future__ import annotations

from datetime import date

from app.models.domain.case_counts import CaseMark
from app.models.domain.chart_drill import COUNTED_STATES, channels_of, drill_for, narrowed, plain_drill, within
from app.models.domain.inbox import CaseEvent, InboxFilter, InboxView, RowKind
from app.models.domain.series import ReportFilter
from app.models.domain.vocabulary import CaseState, MentionState, Sentiment

SINCE, UNTIL = date(2026, 10, 3), date(2026, 11, 18)


EVERYTHING = InboxFilter()


def report(rows: InboxFilter = EVERYTHING, *, channels: tuple[int, ...] = ()) -> ReportFilter:
    return ReportFilter(SINCE, UNTIL, channels, rows=rows)


def test_a_plain_report_narrows_to_its_period() -> None:
    drill, is_less = drill_for(report(channels=(2, 3)), RowKind.MENTION)
    assert drill.is_plain
    assert not is_less
    query = drill.mentions(hour=4)
    assert query is not None
    assert query.view is InboxView.ALL_MENTIONS
    assert query.filter == InboxFilter(channel_ids=(2, 3), since=SINCE, until=UNTIL, hour=4)
    later = drill.between(UNTIL, UNTIL).mentions(channel_ids=(3,))
    assert later is not None
    assert (later.filter.since, later.filter.channel_ids) == (UNTIL, (3,))
    assert drill.mentions(channel_ids=(5,)) is None


def test_each_span_has_its_days_and_all_else_alike() -> None:
    drill, _is_less = drill_for(report(channels=(2,)), RowKind.MENTION)
    days = [(SINCE, SINCE), (UNTIL, UNTIL)]
    assert within(drill.mentions(hour=4), days) == [drill.between(*day).mentions(hour=4) for day in days]
    assert within(None, days) == [None, None]


def test_cases_are_the_counted_ones() -> None:
    drill, _is_less = drill_for(report(), RowKind.CASE)
    query = drill.cases(event=CaseEvent.CLOSED, owner_ids=(0,))
    assert query is not None
    assert query.filter.case_states == COUNTED_STATES
    assert CaseState.VOIDED not in COUNTED_STATES
    assert (query.filter.event, query.filter.owner_ids) == (CaseEvent.CLOSED, (0,))
    narrow, _is_less = drill_for(report(InboxFilter(case_states=(CaseState.VOIDED,))), RowKind.CASE)
    assert narrow.cases() is None


def test_filters_of_the_other_kind_are_left_out_and_told() -> None:
    rows = InboxFilter(owner_ids=(1,), hour=4, node_ids=(7,), since=date(2020, 1, 1))
    mentions, is_less = drill_for(report(rows), RowKind.MENTION)
    assert is_less
    assert mentions.rows == InboxFilter(hour=4, node_ids=(7,))
    cases, is_less = drill_for(report(rows), RowKind.CASE)
    assert is_less
    assert cases.rows == InboxFilter(owner_ids=(1,), node_ids=(7,))
    plain, is_less = plain_drill(report(InboxFilter(node_ids=(7,))))
    assert is_less
    assert plain.is_plain
    assert not plain_drill(report(InboxFilter(channel_ids=(3,))))[1]


def test_channels_of_report_and_filter_meet() -> None:
    assert channels_of(report(InboxFilter(channel_ids=(2, 3)), channels=(3, 4))) == (3,)
    assert channels_of(report(InboxFilter(channel_ids=(2,)), channels=(3,))) == (0,)


def test_what_excludes_each_other_opens_nothing() -> None:
    assert narrowed(InboxFilter(sentiments=(Sentiment.POSITIVE,)), sentiment=None) is None
    assert narrowed(InboxFilter(sentiments=(Sentiment.POSITIVE,)), sentiment=Sentiment.NEGATIVE) is None
    assert narrowed(InboxFilter(hour=3), hour=4) is None
    assert narrowed(InboxFilter(mention_states=(MentionState.IGNORED,)), mention_states=(MentionState.IN_CASE,)) is None


def test_what_both_leave() -> None:
    mixed = InboxFilter(sentiments=(Sentiment.POSITIVE,), no_sentiment=True, marks=(CaseMark.CRISIS,))
    assert narrowed(mixed, sentiment=None) == InboxFilter(no_sentiment=True, marks=(CaseMark.CRISIS,))
    marked = narrowed(mixed, marks=(CaseMark.FORWARDED, CaseMark.CRISIS))
    assert marked is not None
    assert marked.marks == (CaseMark.CRISIS, CaseMark.FORWARDED)
    assert narrowed(InboxFilter(hour=4), hour=4, node_ids=(3,)) == InboxFilter(hour=4, node_ids=(3,))
    assert narrowed(InboxFilter(), sentiment=Sentiment.MIXED) == InboxFilter(sentiments=(Sentiment.MIXED,))
