"""What one case adds to the roll-ups, so that keeping them and recounting them are the same function."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum

from app.models.domain.vocabulary import CaseState, ClosingKind

__all__ = [
    "EVERYBODY",
    "CaseMark",
    "CaseMeasure",
    "Counted",
    "Grain",
    "TeamMeasure",
    "bucket_of",
    "bucket_start",
    "case_counts",
    "day_number",
    "month_number",
]

_EPOCH_DAY = date(1970, 1, 1)
EVERYBODY = -1
"""Stands in ``team_month`` for whichever owner, or whichever area."""
_UNCOUNTED = frozenset({CaseState.VOIDED, CaseState.MERGED})
# 24 buckets for each doubling-by-ten of seconds keep a percentile within 5 % of the true value.
_BUCKETS_PER_DECADE = 24


class Grain(StrEnum):
    """The roll-up that a count belongs to."""

    AXIS_DAY = "axis_day"
    AXIS_MONTH = "axis_month"
    CASE_DAY = "case_day"
    CASE_HIST = "case_hist"
    AXIS_MARK_DAY = "axis_mark_day"
    AXIS_MARK_MONTH = "axis_mark_month"
    TEAM_DAY = "team_day"
    TEAM_MONTH = "team_month"


class CaseMark(StrEnum):
    """What ``axis_mark_day`` and ``axis_mark_month`` count the cases of a node by, on the day they were opened."""

    SUGGESTED = "suggested"
    FIRST_LEVEL = "first_level"
    SECOND_LEVEL = "second_level"
    OMBUDSMAN = "ombudsman"
    FORWARDED = "forwarded"
    CRISIS = "crisis"


class TeamMeasure(StrEnum):
    """What ``team_day`` and ``team_month`` count or add up, on the day named, of the case's owner and area of today.

    Sums: ``FIRST_RESPONSE_SECONDS`` (day of the answer), ``RESOLUTION_SECONDS`` (day resolved), ``SATISFACTION_SUM``
    (day closed, else resolved, else opened). All else are cases, each once: ``FORWARDED`` and ``REOPENED`` on the day
    opened, ``RATED`` and ``RATED_RESOLVED`` on the day of ``SATISFACTION_SUM``.
    """

    OPENED = "opened"
    ANSWERED = "answered"
    ANSWERED_IN_TIME = "answered_in_time"
    RESOLVED = "resolved"
    RESOLVED_IN_TIME = "resolved_in_time"
    CLOSED = "closed"
    CLOSED_FIRST = "closed_first"
    CLOSED_SECOND = "closed_second"
    CLOSED_OMBUDSMAN = "closed_ombudsman"
    FORWARDED = "forwarded"
    REOPENED = "reopened"
    RATED = "rated"
    RATED_RESOLVED = "rated_resolved"
    SATISFACTION_SUM = "satisfaction_sum"
    FIRST_RESPONSE_SECONDS = "first_response_seconds"
    RESOLUTION_SECONDS = "resolution_seconds"


class CaseMeasure(StrEnum):
    """What ``case_day`` and ``case_hist`` count. Forwarded and reopened are events; the others follow from the case.

    Those from ``CLOSED_FIRST`` on are the ``TeamMeasure`` of the same day, whoever's case it is.
    """

    OPENED = "opened"
    ANSWERED = "answered"
    ANSWERED_IN_TIME = "answered_in_time"
    RESOLVED = "resolved"
    RESOLVED_IN_TIME = "resolved_in_time"
    CLOSED = "closed"
    REOPENED = "reopened"
    FORWARDED = "forwarded"
    FIRST_RESPONSE = "first_response"
    RESOLUTION = "resolution"
    CLOSED_FIRST = "closed_first"
    CLOSED_SECOND = "closed_second"
    CLOSED_OMBUDSMAN = "closed_ombudsman"
    FORWARDED_CASES = "forwarded_cases"
    REOPENED_CASES = "reopened_cases"
    RATED = "rated"
    RATED_RESOLVED = "rated_resolved"
    SATISFACTION_SUM = "satisfaction_sum"


_CLOSED_WHERE = {
    ClosingKind.FIRST_LEVEL: (CaseMark.FIRST_LEVEL, TeamMeasure.CLOSED_FIRST),
    ClosingKind.SECOND_LEVEL: (CaseMark.SECOND_LEVEL, TeamMeasure.CLOSED_SECOND),
    ClosingKind.OMBUDSMAN: (CaseMark.OMBUDSMAN, TeamMeasure.CLOSED_OMBUDSMAN),
}
_WHOSEVER = {
    TeamMeasure.CLOSED_FIRST: CaseMeasure.CLOSED_FIRST,
    TeamMeasure.CLOSED_SECOND: CaseMeasure.CLOSED_SECOND,
    TeamMeasure.CLOSED_OMBUDSMAN: CaseMeasure.CLOSED_OMBUDSMAN,
    TeamMeasure.FORWARDED: CaseMeasure.FORWARDED_CASES,
    TeamMeasure.REOPENED: CaseMeasure.REOPENED_CASES,
    TeamMeasure.RATED: CaseMeasure.RATED,
    TeamMeasure.RATED_RESOLVED: CaseMeasure.RATED_RESOLVED,
    TeamMeasure.SATISFACTION_SUM: CaseMeasure.SATISFACTION_SUM,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """The part of a case that is counted; ``nodes`` = node id by axis id, as assigned.

    ``suggested`` are those of its axes whose node nobody has confirmed yet.
    """

    state: CaseState
    channel_id: int
    opened_at: datetime
    first_response_at: datetime | None
    first_response_due_at: datetime
    resolved_at: datetime | None
    resolution_due_at: datetime
    closed_at: datetime | None
    owner_id: int | None = None
    area_id: int | None = None
    closing_kind: ClosingKind | None = None
    was_forwarded: bool = False
    crisis_level: int | None = None
    reopened_count: int = 0
    satisfaction: int | None = None
    is_satisfied_resolved: bool | None = None
    nodes: Mapping[int, int] = field(default_factory=dict)
    suggested: Collection[int] = ()


def day_number(at: datetime, zone: tzinfo) -> int:
    """Return the local day of a time as days since 1970."""
    return (at.astimezone(zone).date() - _EPOCH_DAY).days


def month_number(at: datetime, zone: tzinfo) -> int:
    """Return the local month of a time as year * 12 + month - 1."""
    local = at.astimezone(zone)
    return local.year * 12 + local.month - 1


def bucket_of(seconds: float) -> int:
    """Return the log-spaced bucket of a duration in seconds (0 = up to one second)."""
    return 0 if seconds <= 1 else 1 + math.floor(math.log10(seconds) * _BUCKETS_PER_DECADE)


def bucket_start(bucket: int) -> float:
    """Return the shortest duration of a bucket, in seconds; the next bucket's start is its end."""
    return 0.0 if bucket <= 0 else float(10 ** ((bucket - 1) / _BUCKETS_PER_DECADE))


def case_counts(case: Counted, zone: tzinfo) -> Counter[tuple[Grain, tuple[int | str, ...]]]:
    """Return what a case adds to roll-up rows (grain and key); a voided or merged case adds nothing."""
    counts: Counter[tuple[Grain, tuple[int | str, ...]]] = Counter()
    if case.state in _UNCOUNTED:
        return counts
    times = (case.opened_at, case.first_response_at, case.resolved_at, case.closed_at)
    days = {at: day_number(at, zone) for at in times if at is not None}
    _count_nodes(counts, case, days[case.opened_at], month_number(case.opened_at, zone))
    for measure, at in _events(case):
        counts[Grain.CASE_DAY, (days[at], measure.value, case.channel_id, 0)] += 1
    for measure, done_at in (
        (CaseMeasure.FIRST_RESPONSE, case.first_response_at),
        (CaseMeasure.RESOLUTION, case.resolved_at),
    ):
        if done_at is not None:
            bucket = bucket_of((done_at - case.opened_at).total_seconds())
            counts[Grain.CASE_HIST, (days[done_at], measure.value, bucket)] += 1
    _count_team(counts, case, days, {at: month_number(at, zone) for at in days})
    return counts


def _count_team(
    counts: Counter[tuple[Grain, tuple[int | str, ...]]],
    case: Counted,
    days: Mapping[datetime, int],
    months: Mapping[datetime, int],
) -> None:
    channel, owner, area = case.channel_id, case.owner_id or 0, case.area_id or 0
    for measure, at, n in _of_team(case):
        counts[Grain.TEAM_DAY, (days[at], measure.value, channel, owner, area)] += n
        counts[Grain.TEAM_MONTH, (months[at], measure.value, channel, owner, EVERYBODY)] += n
        counts[Grain.TEAM_MONTH, (months[at], measure.value, channel, EVERYBODY, area)] += n
        if measure in _WHOSEVER:
            counts[Grain.CASE_DAY, (days[at], _WHOSEVER[measure].value, channel, 0)] += n


def _count_nodes(counts: Counter[tuple[Grain, tuple[int | str, ...]]], case: Counted, day: int, month: int) -> None:
    marks = _marks(case)
    for axis_id, node_id in case.nodes.items():
        counts[Grain.AXIS_DAY, (axis_id, day, node_id, case.channel_id)] += 1
        counts[Grain.AXIS_MONTH, (axis_id, month, node_id, case.channel_id)] += 1
        for mark in (CaseMark.SUGGESTED, *marks) if axis_id in case.suggested else marks:
            counts[Grain.AXIS_MARK_DAY, (axis_id, day, node_id, case.channel_id, mark.value)] += 1
            counts[Grain.AXIS_MARK_MONTH, (axis_id, month, node_id, case.channel_id, mark.value)] += 1


def _marks(case: Counted) -> list[CaseMark]:
    marks = []
    if case.state is CaseState.CLOSED and case.closing_kind is not None:
        marks.append(_CLOSED_WHERE[case.closing_kind][0])
    if case.was_forwarded:
        marks.append(CaseMark.FORWARDED)
    if case.crisis_level is not None:
        marks.append(CaseMark.CRISIS)
    return marks


def _events(case: Counted) -> list[tuple[CaseMeasure, datetime]]:
    events = [(CaseMeasure.OPENED, case.opened_at)]
    if case.first_response_at is not None:
        events.append((CaseMeasure.ANSWERED, case.first_response_at))
        if case.first_response_at <= case.first_response_due_at:
            events.append((CaseMeasure.ANSWERED_IN_TIME, case.first_response_at))
    if case.resolved_at is not None:
        events.append((CaseMeasure.RESOLVED, case.resolved_at))
        if case.resolved_at <= case.resolution_due_at:
            events.append((CaseMeasure.RESOLVED_IN_TIME, case.resolved_at))
    if case.closed_at is not None:
        events.append((CaseMeasure.CLOSED, case.closed_at))
    return events


def _of_team(case: Counted) -> Iterator[tuple[TeamMeasure, datetime, int]]:
    for measure, at in _events(case):
        yield TeamMeasure(measure.value), at, 1
    if case.first_response_at is not None:
        yield TeamMeasure.FIRST_RESPONSE_SECONDS, case.first_response_at, _seconds(case, case.first_response_at)
    if case.resolved_at is not None:
        yield TeamMeasure.RESOLUTION_SECONDS, case.resolved_at, _seconds(case, case.resolved_at)
    if case.closed_at is not None and case.state is CaseState.CLOSED and case.closing_kind is not None:
        yield _CLOSED_WHERE[case.closing_kind][1], case.closed_at, 1
    if case.was_forwarded:
        yield TeamMeasure.FORWARDED, case.opened_at, 1
    if case.reopened_count:
        yield TeamMeasure.REOPENED, case.opened_at, 1
    if case.satisfaction is not None:
        rated_at = case.closed_at or case.resolved_at or case.opened_at
        yield TeamMeasure.RATED, rated_at, 1
        yield TeamMeasure.SATISFACTION_SUM, rated_at, case.satisfaction
        if case.is_satisfied_resolved:
            yield TeamMeasure.RATED_RESOLVED, rated_at, 1


def _seconds(case: Counted, until: datetime) -> int:
    return max(0, int((until - case.opened_at).total_seconds()))
