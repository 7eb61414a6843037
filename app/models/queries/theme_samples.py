"""Reads the texts of which themes are made: the newest of a span, in pieces, so that no reading lasts long."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from app.models.domain.rising_terms import SampledText
from app.models.schema.customers import Handle
from app.models.schema.mentions import Mention

_SIGNS = 2_000


def sample(connection: Connection, low: int, high: int, limit: int) -> tuple[list[SampledText], int]:
    """Return the newest texts with ``low <= id < high`` and the lowest id read, from which the next piece goes on."""
    statement = (
        select(
            Mention.id,
            Mention.handle_id,
            Mention.title,
            func.substr(Mention.text, 1, _SIGNS).label("text"),
            func.coalesce(Handle.display_name, "").label("name"),
        )
        .outerjoin(Handle, Handle.id == Mention.handle_id)
        .where(Mention.id >= low, Mention.id < high)
        .order_by(Mention.id.desc())
        .limit(limit)
    )
    rows = connection.execute(statement).all()
    texts = [
        SampledText(row.handle_id, row.name, f"{row.title}\n{row.text}" if row.title else row.text) for row in rows
    ]
    return texts, rows[-1].id if rows else low
