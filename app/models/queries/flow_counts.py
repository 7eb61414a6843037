"""Counts the steps of the service flow from counters, roll-ups and small indexes: nothing is scanned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute

from app.models.domain.case_counts import CaseMeasure
from app.models.domain.counters import case_counter, mention_counter
from app.models.domain.flow_picture import FlowCounts, FlowKey
from app.models.domain.vocabulary import CaseState, ClosingKind, MentionState
from app.models.queries.inbox_filters import lowest_id
from app.models.schema.base import Code
from app.models.schema.cases import HAS_FOLLOW_UP, IS_CLOSED, Case
from app.models.schema.channels import Channel
from app.models.schema.people import Area
from app.models.schema.rollups import CaseDay, MentionDay, StatusCounter

_STATES = Code(MentionState)
_ASIDE = [_STATES.code_of(MentionState.MONITORED), _STATES.code_of(MentionState.IGNORED)]
_EMAIL = "email"
Test = ColumnElement[bool] | InstrumentedAttribute[bool]


def flow_counts(connection: Connection, *, day: int, today: date, midnight: datetime) -> FlowCounts:
    """Return all figures; ``day`` = days since 1970 of ``today``, which began at ``midnight`` (business's zone)."""
    counters: dict[str, int] = dict(connection.execute(select(StatusCounter.key, StatusCounter.n)).all())
    row = connection.execute(
        select(
            _mentions(day, Channel.key != _EMAIL).label("posts"),
            _mentions(day, Channel.key == _EMAIL).label("emails"),
            _mentions(day, MentionDay.state.in_(_ASIDE)).label("aside"),
            _cases(Case.id >= lowest_id(midnight), Case.is_vip).label("authors"),
            _opened(day).label("opened"),
            _cases(Case.is_open, Case.state == CaseState.WAITING_AREA, Case.area_id == _last_instance()).label("last"),
            _cases(HAS_FOLLOW_UP, Case.follow_up_on <= today).label("after"),
        )
    ).one()
    return FlowCounts(
        {
            FlowKey.ENTRY_POST: int(row.posts),
            FlowKey.ENTRY_AUTHOR: row.authors,
            FlowKey.ENTRY_EMAIL: int(row.emails),
            FlowKey.IDENTIFICATION: counters.get(mention_counter(MentionState.TO_TRIAGE), 0),
            FlowKey.SET_ASIDE: int(row.aside),
            FlowKey.PROTOCOL: int(row.opened),
            FlowKey.OMBUDSMAN: row.last,
            FlowKey.AFTER: row.after,
            **_standing(counters, at_last_instance=row.last),
            **_closed(connection, midnight),
        }
    )


def _standing(counters: Mapping[str, int], *, at_last_instance: int) -> dict[FlowKey, int]:
    n = {state: counters.get(case_counter(state), 0) for state in CaseState}
    return {
        FlowKey.HISTORY: n[CaseState.NEW],
        FlowKey.FIRST_LEVEL: n[CaseState.IN_SERVICE] + n[CaseState.REOPENED],
        FlowKey.EXPECTATION: n[CaseState.WAITING_CUSTOMER],
        FlowKey.AREA: max(0, n[CaseState.WAITING_AREA] - at_last_instance),
        FlowKey.SOLUTION: n[CaseState.RESOLVED],
    }


def _closed(connection: Connection, midnight: datetime) -> dict[FlowKey, int]:
    keys = {
        ClosingKind.FIRST_LEVEL: FlowKey.CLOSED_FIRST,
        ClosingKind.SECOND_LEVEL: FlowKey.CLOSED_SECOND,
        ClosingKind.OMBUDSMAN: FlowKey.CLOSED_OMBUDSMAN,
    }
    statement = (
        select(Case.closing_kind, func.count()).where(IS_CLOSED, Case.closed_at >= midnight).group_by(Case.closing_kind)
    )
    found = {keys[kind]: n for kind, n in connection.execute(statement) if kind is not None}
    return {key: found.get(key, 0) for key in keys.values()}


def _mentions(day: int, test: Test) -> ScalarSelect[int]:
    return (
        select(func.coalesce(func.sum(MentionDay.n), 0))
        .join(Channel, Channel.id == MentionDay.channel_id)
        .where(MentionDay.day == day, test)
        .scalar_subquery()
    )


def _opened(day: int) -> ScalarSelect[int]:
    tests = (CaseDay.day == day, CaseDay.measure == CaseMeasure.OPENED.value)
    return select(func.coalesce(func.sum(CaseDay.n), 0)).where(*tests).scalar_subquery()


def _cases(*tests: Test) -> ScalarSelect[int]:
    return select(func.count()).select_from(Case).where(*tests).scalar_subquery()


def _last_instance() -> ScalarSelect[int]:
    return select(Area.id).where(Area.is_ombudsman).order_by(Area.id).limit(1).scalar_subquery()
