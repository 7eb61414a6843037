"""Reads what one account brought, day by day and the newest first, so that a report can end in time."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.models.queries.rows import AnyRow
from app.models.schema.customers import Handle
from app.models.schema.mentions import Mention


def heard_between(connection: Connection, account_id: int, *, low: int, high: int, limit: int) -> Sequence[AnyRow]:
    """Return the mentions of an account whose ids lie in a period (``low`` included), the newest first.

    What was erased is left out. Ids are times: the period is read from the primary key.
    """
    statement = (
        select(
            Mention.id,
            Mention.title,
            Mention.text,
            Mention.posted_at,
            Mention.has_time,
            Mention.sentiment,
            Mention.language,
            Mention.crisis_level,
            Mention.crisis_words,
            Handle.display_name.label("author"),
        )
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .where(Mention.id >= low, Mention.id < high, Mention.account_id == account_id, Mention.erased_at.is_(None))
        .order_by(Mention.id.desc())
        .limit(limit)
    )
    return connection.execute(statement).all()
