"""Finds our own work by its words: notes, solutions and answers through their index, articles in their small table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Text, and_, case, column, func, or_, select, table

from app.models.domain.search_hit import WORK_KINDS, HitKind
from app.models.domain.search_terms import Wanted
from app.models.domain.vocabulary import DeliveryState
from app.models.queries.search import SQLITE, holds
from app.models.schema.cases import Case, Note, Reply
from app.models.schema.mentions import Mention
from app.models.schema.people import Person
from app.models.schema.reading import WorkText
from app.models.schema.settings import Article

WORK = table(
    "work_search",
    column("rowid", BigInteger),
    column("id", BigInteger),
    column("work_search", Text),
    column("words", Text),
)
WORK_REACH = 2_000
"""How many of the newest texts with these words are looked at."""
ARTICLE_REACH = 5_000
_CHUNK = 500
_TEXT_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class WorkHit:
    """A note, solution or answer that holds the words; ``case_id`` is where it stands now."""

    kind: HitKind
    source_id: int
    case_id: int
    protocol: str
    text: str
    at: datetime
    author: str


def work_hits(connection: Connection, wanted: Wanted, since: datetime | None, until: datetime | None) -> list[WorkHit]:
    """Return the newest texts of our work with these words, newest first; ``until`` itself is outside.

    What has been taken back since (a note undone, a solution cleared) is left out, though its words may still lie in
    the index.
    """
    dialect = connection.dialect.name
    row_id = WORK.c.rowid if dialect == SQLITE else WORK.c.id
    newest = select(row_id.label("id")).where(holds(dialect, WORK, wanted)).order_by(row_id.desc()).limit(WORK_REACH)
    found = newest.subquery()
    is_note, is_reply, is_solution = (WorkText.kind == kind.value for kind in _IN_ORDER)
    case_id = case((is_note, Note.case_id), (is_reply, Reply.case_id), else_=WorkText.source_id)
    statement: Any = (
        select(
            WorkText.kind,
            WorkText.source_id,
            WorkText.at,
            Case.id.label("case_id"),
            Case.protocol,
            func.coalesce(Note.text, Reply.text, Case.solution).label("text"),
            func.coalesce(Person.name, "").label("author"),
        )
        .join(found, found.c.id == WorkText.id)
        .outerjoin(Note, and_(is_note, Note.id == WorkText.source_id))
        .outerjoin(Reply, and_(is_reply, Reply.id == WorkText.source_id, Reply.state == DeliveryState.SENT))
        .join(Case, Case.id == case_id)
        .outerjoin(Person, Person.id == func.coalesce(Note.author_id, Reply.author_id, Case.owner_id))
        .where(or_(Note.id.is_not(None), Reply.id.is_not(None), and_(is_solution, Case.solution.is_not(None))))
        .order_by(WorkText.at.desc(), WorkText.id.desc())
    )
    if since is not None:
        statement = statement.where(WorkText.at >= since)
    if until is not None:
        statement = statement.where(WorkText.at < until)
    rows = connection.execute(statement)
    return [
        WorkHit(HitKind(row.kind), row.source_id, row.case_id, row.protocol, row.text, row.at, row.author)
        for row in rows
    ]


_IN_ORDER = (HitKind.NOTE, HitKind.REPLY, HitKind.SOLUTION)
assert set(_IN_ORDER) == set(WORK_KINDS)  # noqa: S101 - the statement above names each of them


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that holds the words."""

    id: int
    title: str
    text: str
    updated_at: datetime


def article_hits(connection: Connection, wanted: Wanted) -> list[ArticleHit]:
    """Return the articles in use with these words, the newest first."""
    columns = (Article.id, Article.title, Article.text, Article.words, Article.updated_at)
    newest = select(*columns).where(Article.is_active).order_by(Article.updated_at.desc(), Article.id.desc())
    rows = connection.execute(newest.limit(ARTICLE_REACH))
    return [ArticleHit(row.id, row.title, row.text, row.updated_at) for row in rows if wanted.fits(row.words.split())]


def texts_of(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str | None]]:
    """Return text (title first) and language of mentions."""
    found: dict[int, tuple[str, str | None]] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), _CHUNK):
        columns = (Mention.id, Mention.title, Mention.text, Mention.language)
        for row in connection.execute(select(*columns).where(Mention.id.in_(wanted[start : start + _CHUNK]))):
            found[row.id] = (f"{row.title}\n{row.text}" if row.title else row.text, row.language)
    return found


def newest_texts(connection: Connection, limit: int) -> list[tuple[int, str]]:
    """Return ids and beginnings of the texts (title first) of the newest mentions."""
    begin = func.substr(Mention.text, 1, _TEXT_LOOKED_AT)
    rows = connection.execute(select(Mention.id, Mention.title, begin).order_by(Mention.id.desc()).limit(limit))
    return [(mention_id, f"{title}\n{text}" if title else text) for mention_id, title, text in rows]
