"""Reads the sentiments that persons confirmed, and the mentions that acts have touched lately."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from app.models.domain.vocabulary import SentimentSource
from app.models.queries.rows import AnyRow
from app.models.schema.base import Code
from app.models.schema.history import ChangeCounter, ChangeLog
from app.models.schema.mentions import Mention
from app.models.schema.rollups import MentionDay

_SIGNS = 4_000
_LOG_ROWS = 100
_MOST_OF_A_RANGE = 500
_COLUMNS = (Mention.id, Mention.title, func.substr(Mention.text, 1, _SIGNS).label("text"), Mention.sentiment)


def confirmed_page(connection: Connection, *, before: int | None, limit: int) -> tuple[list[AnyRow], int | None]:
    """Return the confirmed ones (text, sentiment) among the newest mentions below an id, and the lowest id looked at.

    None: there is nothing below.
    """
    page = select(Mention.id, Mention.sentiment_source).order_by(Mention.id.desc()).limit(limit)
    rows = connection.execute(page if before is None else page.where(Mention.id < before)).all()
    ids = [row.id for row in rows if row.sentiment_source is SentimentSource.CONFIRMED]
    found: list[AnyRow] = []
    for start in range(0, len(ids), 500):
        some = select(*_COLUMNS).where(Mention.id.in_(ids[start : start + 500]))
        found += connection.execute(some.order_by(Mention.id.desc())).all()
    return [row for row in found if row.sentiment is not None], rows[-1].id if rows else None


def newest_change(connection: Connection) -> int:
    """Return the number of the last act."""
    return int(connection.execute(select(func.max(ChangeCounter.version))).scalar_one() or 0)


def touched_mentions(connection: Connection, since: int) -> tuple[list[int], int]:
    """Return the mentions that acts after a number touched, of a range only the newest, and the last act looked at."""
    statement = select(ChangeLog.version, ChangeLog.body).where(ChangeLog.version > since).order_by(ChangeLog.version)
    ids: set[int] = set()
    last = since
    for row in connection.execute(statement.limit(_LOG_ROWS)):
        last = row.version
        ids.update(row.body.get("m", ()))
        if "r" in row.body:
            low, high = row.body["r"]
            within = select(Mention.id).where(Mention.id.between(low, high)).order_by(Mention.id.desc())
            ids.update(connection.execute(within.limit(_MOST_OF_A_RANGE)).scalars())
    return sorted(ids), last


def unconfirmed(connection: Connection, ids: Sequence[int]) -> Iterator[AnyRow]:
    """Yield those mentions (id, text, sentiment) whose sentiment nobody has confirmed."""
    for start in range(0, len(ids), 500):
        some = select(*_COLUMNS).where(
            Mention.id.in_(ids[start : start + 500]), Mention.sentiment_source != SentimentSource.CONFIRMED
        )
        yield from connection.execute(some)


def sentiment_shares(connection: Connection) -> tuple[int, int]:
    """Return of how many mentions a person confirmed the sentiment, and of how many it is only suggested."""
    counts = connection.execute(select(MentionDay.source, func.sum(MentionDay.n)).group_by(MentionDay.source))
    by_source = {row[0]: int(row[1]) for row in counts}
    codes = Code(SentimentSource)
    confirmed, suggested = (
        by_source.get(codes.code_of(each), 0) for each in (SentimentSource.CONFIRMED, SentimentSource.SUGGESTED)
    )
    return confirmed, suggested
