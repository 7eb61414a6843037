"""Counts how far grave cases have spread: reactions to their own mentions, and others' cases on the same subject."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from app.models.domain.spread import SpreadCount
from app.models.queries.rows import AnyRow
from app.models.schema.cases import IS_OPEN, Case, CaseAxis
from app.models.schema.classification import Axis
from app.models.schema.crisis import SpreadMark
from app.models.schema.mentions import Mention

_SUBJECT = "subject"


def severe_cases(connection: Connection, *, limit: int) -> list[AnyRow]:
    """Return open cases marked *situação grave* (id, protocol, customer_id, crisis_level), the newest first."""
    statement = (
        select(Case.id, Case.protocol, Case.customer_id, Case.crisis_level)
        .where(IS_OPEN, Case.is_severe)
        .order_by(Case.id.desc())
        .limit(limit)
    )
    return list(connection.execute(statement).all())


def read_marks(connection: Connection, case_ids: Sequence[int]) -> dict[int, AnyRow]:
    """Return the marks of cases by case."""
    rows = connection.execute(select(*SpreadMark.__table__.c).where(SpreadMark.case_id.in_(case_ids)))
    return {row.case_id: row for row in rows}


def count_spread(connection: Connection, case: AnyRow) -> SpreadCount:
    """Count one case (id, customer_id)."""
    reactions = connection.execute(
        select(
            func.coalesce(func.sum(Mention.shares), 0).label("shares"),
            func.coalesce(func.sum(Mention.replies), 0).label("replies"),
        ).where(Mention.case_id == case.id)
    ).one()
    return SpreadCount(int(reactions.shares), int(reactions.replies), _others(connection, case))


def _others(connection: Connection, case: AnyRow) -> int:
    own, theirs, other = aliased(CaseAxis), aliased(CaseAxis), aliased(Case)
    # The id of a case is its time: those above were opened since.
    statement = (
        select(func.count())
        .select_from(own)
        .join(Axis, (Axis.id == own.axis_id) & (Axis.key == _SUBJECT))
        .join(theirs, (theirs.node_id == own.node_id) & (theirs.case_id > own.case_id))
        .join(other, other.id == theirs.case_id)
        .where(own.case_id == case.id, other.customer_id != case.customer_id)
        .where(own.is_suggested.is_(False), theirs.is_suggested.is_(False))
    )
    return connection.execute(statement).scalar_one()
