"""Counts behind the badges of the navigation: counters and small partial indexes, all in one round trip."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, ScalarSelect, distinct, func, literal, select

from app.models.domain.counters import CRISIS_TO_TRIAGE, case_counter, mention_counter
from app.models.domain.inbox import Count, InboxView
from app.models.domain.vocabulary import CaseState, MentionState
from app.models.queries.inbox_conditions import BREACHED, Test, silence_tests, view_columns
from app.models.queries.inbox_filters import Viewpoint
from app.models.schema.cases import IS_REPLY_TO_APPROVE, Case, Reply
from app.models.schema.rollups import StatusCounter

Number = ScalarSelect[int] | ColumnElement[int]
CAP = 1_000
_MOST_WAITING = 100_000


def view_counts(connection: Connection, viewpoint: Viewpoint) -> dict[InboxView, Count]:
    """Return the count of every built-in view, exact but for *Vencendo*, *Sem retorno* and *Sem motivo*: capped."""
    counters: dict[str, int] = dict(connection.execute(select(StatusCounter.key, StatusCounter.n)).all())
    live = _live_counts(connection, viewpoint)
    mentions = {state: counters.get(mention_counter(state), 0) for state in MentionState}
    cases = {state: counters.get(case_counter(state), 0) for state in CaseState}
    exact = {
        InboxView.TO_TRIAGE: mentions[MentionState.TO_TRIAGE],
        InboxView.MINE: live["mine"] - live["mine_snoozed"],
        InboxView.AREA: live["area"],
        InboxView.APPROVAL: live["approval"],
        InboxView.UNOWNED: live["unowned"] - live["unowned_snoozed"],
        InboxView.CRISIS: counters.get(CRISIS_TO_TRIAGE, 0) + live["crisis"],
        InboxView.WAITING_CUSTOMER: cases[CaseState.WAITING_CUSTOMER],
        InboxView.WAITING_AREA: cases[CaseState.WAITING_AREA],
        InboxView.SNOOZED: live["snoozed"],
        InboxView.CLOSED: cases[CaseState.CLOSED],
        InboxView.MONITORED: mentions[MentionState.MONITORED],
        InboxView.IGNORED: mentions[MentionState.IGNORED],
        InboxView.ALL_MENTIONS: sum(mentions.values()),
        InboxView.ALL_CASES: sum(cases.values()),
    }
    counts = {view: Count(n) for view, n in exact.items()}
    counts[InboxView.DUE_SOON] = capped(live["due_soon"], CAP)
    counts[InboxView.SILENT] = capped(live["silent"], CAP)
    counts[InboxView.BREACHED] = capped(live["breached"], CAP)
    return counts


def capped(n: int, cap: int | None) -> Count:
    """Return a count that was taken no further than ``cap`` + 1."""
    return Count(n) if cap is None or n <= cap else Count(cap, is_capped=True)


def _live_counts(connection: Connection, viewpoint: Viewpoint) -> dict[str, int]:
    mine, unowned = Case.owner_id == viewpoint.person_id, Case.owner_id.is_(None)
    snoozed = Case.snoozed_until > viewpoint.now
    due_soon = select(1).where(Case.is_open, Case.due_at <= viewpoint.due_limit).limit(CAP + 1).subquery()
    # The order makes the small index of waiting replies the way in.
    waiting = select(Reply.case_id).where(IS_REPLY_TO_APPROVE).order_by(Reply.id).limit(_MOST_WAITING).subquery()
    statement = select(
        _count(Case.is_open, mine).label("mine"),
        _count(snoozed, Case.is_open, mine).label("mine_snoozed"),
        _count(Case.is_open, unowned).label("unowned"),
        _count(snoozed, Case.is_open, unowned).label("unowned_snoozed"),
        _count(snoozed).label("snoozed"),
        _count(Case.is_open, Case.crisis_level.is_not(None)).label("crisis"),
        _in_own_areas(viewpoint).label("area"),
        select(func.count(distinct(waiting.c.case_id))).scalar_subquery().label("approval"),
        _silent(viewpoint).label("silent"),
        _breached().label("breached"),
        select(func.count()).select_from(due_soon).scalar_subquery().label("due_soon"),
    )
    return dict(connection.execute(statement).one()._mapping)  # noqa: SLF001 - the public way to a row's names


def _count(*tests: Test) -> ScalarSelect[int]:
    return select(func.count()).select_from(Case).where(*tests).scalar_subquery()


def _in_own_areas(viewpoint: Viewpoint) -> Number:
    return _count(*view_columns(InboxView.AREA, viewpoint)) if viewpoint.area_ids else literal(0)


def _silent(viewpoint: Viewpoint) -> Number:
    if not viewpoint.silence:
        return literal(0)
    tests = [*view_columns(InboxView.SILENT, viewpoint), *silence_tests(viewpoint)]
    silent = select(1).select_from(Case).where(*tests).limit(CAP + 1).subquery()
    return select(func.count()).select_from(silent).scalar_subquery()


def _breached() -> Number:
    breached = select(1).select_from(Case).where(*BREACHED).limit(CAP + 1).subquery()
    return select(func.count()).select_from(breached).scalar_subquery()
