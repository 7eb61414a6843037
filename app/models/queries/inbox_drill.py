"""Says as column tests what a click on a chart asks of rows, so that the inbox shows exactly those behind the bar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from app.models.domain.case_counts import CaseMark
from app.models.domain.inbox import CaseEvent, InboxFilter, RowKind
from app.models.domain.vocabulary import CaseState, ClosingKind
from app.models.domain.zone_days import midnight
from app.models.schema.cases import IS_SUGGESTED, Case, CaseAxis, Promise
from app.models.schema.crisis import CrisisClock
from app.models.schema.mentions import Mention
from app.models.schema.planning import RelationAct

# Beyond them dates cannot be told in every zone.
_FIRST_DAY, _LAST_DAY = date(1969, 1, 1), date(9990, 1, 1)
_DAY_OF: dict[CaseEvent, Any] = {
    CaseEvent.ANSWERED: Case.first_response_at,
    CaseEvent.RESOLVED: Case.resolved_at,
    CaseEvent.CLOSED: Case.closed_at,
}
_CLOSED = {
    CaseMark.FIRST_LEVEL: ClosingKind.FIRST_LEVEL,
    CaseMark.SECOND_LEVEL: ClosingKind.SECOND_LEVEL,
    CaseMark.OMBUDSMAN: ClosingKind.OMBUDSMAN,
}
_RATED_AT = func.coalesce(Case.closed_at, Case.resolved_at, Case.opened_at, type_=Case.opened_at.type)


def drill_tests(
    kind: RowKind, wanted: InboxFilter, zone: tzinfo, node_ids: tuple[int, ...]
) -> list[ColumnElement[bool]]:
    """Return the tests of those parts of a filter that no facet knows; none for a filter without them.

    ``node_ids`` are the nodes asked for with all below them: on their axes a node must be suggested.
    """
    if kind is RowKind.MENTION:
        return _of_mentions(wanted)
    tests = [*_event_tests(wanted, zone), *_mark_tests(wanted, node_ids)]
    if wanted.in_time is not None:
        done_at, due_at = Case.first_response_at, Case.first_response_due_at
        if wanted.event is CaseEvent.RESOLVED:
            done_at, due_at = Case.resolved_at, Case.resolution_due_at
        tests.append(done_at <= due_at if wanted.in_time else done_at > due_at)
    if wanted.was_reopened is not None:
        tests.append(Case.reopened_count > 0 if wanted.was_reopened else Case.reopened_count == 0)
    if wanted.ratings:
        tests.append(Case.satisfaction.in_(wanted.ratings))
    return tests


def _of_mentions(wanted: InboxFilter) -> list[ColumnElement[bool]]:
    tests = _crisis_tests(wanted)
    if wanted.is_related is not None:
        # The log is written by hand: thousands at most.
        related = Mention.id.in_(select(RelationAct.mention_id).where(RelationAct.mention_id.is_not(None)))
        tests.append(related if wanted.is_related else ~related)
    return tests


def _crisis_tests(wanted: InboxFilter) -> list[ColumnElement[bool]]:
    if not (wanted.crisis_levels or wanted.crisis_identified is not None or wanted.crisis_answered is not None):
        return []
    tests: list[ColumnElement[bool]] = []
    if wanted.crisis_levels:
        tests.append(CrisisClock.level.in_(wanted.crisis_levels))
    for outcome, done_at, due_at in (
        (wanted.crisis_identified, CrisisClock.identified_at, CrisisClock.identify_due_at),
        (wanted.crisis_answered, CrisisClock.answered_at, CrisisClock.answer_due_at),
    ):
        if outcome is not None:
            tests.append(_outcome(done_at, due_at, outcome))
    # From the few clocks, not from the many mentions.
    return [Mention.id.in_(select(CrisisClock.mention_id).where(*tests))]


def _outcome(done_at: Any, due_at: Any, outcome: int) -> ColumnElement[bool]:  # noqa: ANN401 - mapped attributes
    not_yet, in_time = 0, 1
    late: ColumnElement[bool] = done_at > due_at
    tests: dict[int, ColumnElement[bool]] = {
        not_yet: done_at.is_(None),
        in_time: and_(done_at.is_not(None), or_(due_at.is_(None), done_at <= due_at)),
    }
    return tests.get(outcome, late)


def _event_tests(wanted: InboxFilter, zone: tzinfo) -> list[ColumnElement[bool]]:
    if wanted.event is CaseEvent.OPENED:
        # Then the days are a range of ids.
        return _promised(wanted, []) if wanted.promise_states else []
    if wanted.event is CaseEvent.PROMISED:
        return _promised(wanted, _between(Promise.due_at, wanted, zone))
    tests: list[ColumnElement[bool]] = _promised(wanted, []) if wanted.promise_states else []
    if wanted.event is CaseEvent.RATED:
        return [*tests, Case.satisfaction.is_not(None), *_between(_RATED_AT, wanted, zone)]
    done_at = _DAY_OF[wanted.event]
    return [*tests, done_at.is_not(None), *_between(done_at, wanted, zone)]


def _promised(wanted: InboxFilter, tests: list[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    if wanted.promise_states:
        tests = [*tests, Promise.state.in_(wanted.promise_states)]
    return [Case.id.in_(select(Promise.case_id).where(*tests))]


def _between(at: Any, wanted: InboxFilter, zone: tzinfo) -> list[ColumnElement[bool]]:  # noqa: ANN401 - a mapped attribute or an expression
    tests: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        tests.append(at >= _start_of(wanted.since, zone))
    if wanted.until is not None and wanted.until < _LAST_DAY:
        tests.append(at < _start_of(wanted.until + timedelta(days=1), zone))
    return tests


def _start_of(day: date, zone: tzinfo) -> datetime:
    return midnight(min(max(day, _FIRST_DAY), _LAST_DAY), zone)


def _mark_tests(wanted: InboxFilter, node_ids: tuple[int, ...]) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = []
    if wanted.crisis_levels:
        tests.append(Case.crisis_level.in_(wanted.crisis_levels))
    for mark in wanted.marks:
        if mark in _CLOSED:
            tests.append(and_(Case.state == CaseState.CLOSED, Case.closing_kind == _CLOSED[mark]))
        elif mark is CaseMark.FORWARDED:
            tests.append(Case.was_forwarded.expression)
        elif mark is CaseMark.CRISIS:
            tests.append(Case.crisis_level.is_not(None))
        else:
            suggested = select(1).where(CaseAxis.case_id == Case.id, IS_SUGGESTED)
            tests.append(exists(suggested.where(CaseAxis.node_id.in_(node_ids)) if node_ids else suggested))
    return tests
