"""The predicates offered with the tables let SQLite use its partial indexes."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Select, func, select

from app.models.domain.vocabulary import CaseState
from app.models.schema.cases import (
    HAS_CRISIS_LEVEL,
    HAS_FOLLOW_UP,
    IS_CLOSED,
    IS_OPEN,
    IS_PROMISE_OPEN,
    IS_REPLY_WAITING,
    IS_SNOOZED,
    Case,
    Promise,
    Reply,
)
from app.models.schema.mentions import HAS_CASE, IS_IN_CRISIS, IS_SET_BY_RULE, IS_TO_TRIAGE, Mention
from app.services.database_location import LocalFile
from app.services.engines import open_engines

CASES: list[tuple[str, Select[int]]] = [
    ("ix_mention_to_triage", select(Mention.id).where(IS_TO_TRIAGE).order_by(Mention.id.desc())),
    ("ix_mention_to_triage", select(func.count(Mention.id)).where(IS_TO_TRIAGE)),
    ("ix_mention_crisis", select(Mention.id).where(IS_IN_CRISIS, Mention.crisis_level == 1).order_by(Mention.id)),
    ("ix_mention_case_id", select(Mention.id).where(HAS_CASE, Mention.case_id == 7).order_by(Mention.id)),
    ("ix_mention_rule", select(Mention.id).where(IS_SET_BY_RULE, Mention.intake_rule_id == 7).order_by(Mention.id)),
    ("ix_mention_handle_id", select(Mention.id).where(Mention.handle_id == 7).order_by(Mention.id)),
    ("ix_case_due", select(Case.id).where(IS_OPEN).order_by(Case.due_at, Case.id)),
    ("ix_case_open", select(Case.id).where(IS_OPEN).order_by(Case.id.desc())),
    ("ix_case_owner_due", select(Case.id).where(IS_OPEN, Case.owner_id == 3).order_by(Case.due_at, Case.id)),
    ("ix_case_owner_due", select(Case.id).where(IS_OPEN, Case.owner_id.is_(None)).order_by(Case.due_at, Case.id)),
    ("ix_case_area_due", select(Case.id).where(IS_OPEN, Case.area_id == 3).order_by(Case.due_at, Case.id)),
    (
        "ix_case_open_state_due",
        select(Case.id).where(IS_OPEN, Case.state == CaseState.WAITING_AREA).order_by(Case.due_at, Case.id),
    ),
    ("ix_case_crisis", select(Case.id).where(IS_OPEN, HAS_CRISIS_LEVEL, Case.crisis_level == 1).order_by(Case.id)),
    ("ix_case_snoozed", select(Case.id).where(IS_SNOOZED).order_by(Case.snoozed_until, Case.id)),
    ("ix_case_closed", select(Case.id).where(IS_CLOSED).order_by(Case.closed_at.desc(), Case.id.desc())),
    ("ix_case_follow_up", select(Case.id).where(HAS_FOLLOW_UP).order_by(Case.follow_up_on, Case.id)),
    ("ix_promise_open", select(Promise.id).where(IS_PROMISE_OPEN).order_by(Promise.due_at)),
    ("ix_reply_waiting", select(Reply.id).where(IS_REPLY_WAITING).order_by(Reply.not_before, Reply.id)),
]


@pytest.mark.parametrize(("index", "statement"), CASES)
def test_a_statement_uses_its_partial_index(sqlite_location: LocalFile, index: str, statement: Select[int]) -> None:
    engines = open_engines(sqlite_location)
    try:
        with engines.reader.connect() as connection:
            plan = _plan(connection, statement)
    finally:
        engines.dispose()
    assert index in plan
    assert "TEMP B-TREE" not in plan


def _plan(connection: Connection, statement: Select[int]) -> str:
    compiled = statement.compile(connection)
    # Which values are bound does not matter to the plan, only that they are bound and not literals.
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", (3,) * len(compiled.params))
    return "\n".join(row.detail for row in rows)
