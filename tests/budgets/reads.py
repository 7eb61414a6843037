"""Reading: pages of the inbox, a case, searches, charts."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import Sentiment
from app.models.schema.cases import Case, Reply
from app.models.schema.channels import Channel
from app.models.schema.classification import Node
from app.models.schema.mentions import Mention
from app.services.case_clock import CaseClock
from app.services.case_reader import CaseReader, TreeShelf
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.search import SearchService
from app.services.search_typing import TypingService
from tests.budgets.charts import measure_charts
from tests.budgets.table import Line, median_ms, timed

_DEEP_PAGES = 20


def measure_reads(database: Database, path: Path | None) -> list[Line]:
    """Return the lines of all reads; ``path`` allows the plain comparison on the same file."""
    plain = sqlite3.connect(f"file:{path}?mode=ro", uri=True) if path else None
    try:
        return [*_pages(database, plain), *_cases(database), *_searches(database), *measure_charts(database, plain)]
    finally:
        if plain is not None:
            plain.close()


def _pages(database: Database, plain: sqlite3.Connection | None) -> Iterator[Line]:
    inbox = InboxService(database=database)
    base = _plain_ms(plain, "SELECT * FROM mention WHERE state = 0 ORDER BY id DESC LIMIT 50")
    for view in InboxView:
        query = InboxQuery(view)
        yield timed(f"inbox, first page: {view.value}", _paging(inbox, query), most=5, plain=base)
    for name, chosen, most in _filters(database):
        query = InboxQuery(InboxView.ALL_MENTIONS, chosen)
        yield timed(f"inbox, filter: {name}", _paging(inbox, query), most=most)
    first = timed("first", _paging(inbox, InboxQuery(InboxView.ALL_MENTIONS)), most=5)
    cursor = None
    for _page in range(_DEEP_PAGES):
        cursor = inbox.page(InboxQuery(InboxView.ALL_MENTIONS), PROGRAM, cursor).next
    deep = timed("deep", lambda: inbox.page(InboxQuery(InboxView.ALL_MENTIONS), PROGRAM, cursor), most=5)
    yield Line("inbox, page 21 against page 1, computing", (deep.busy or 0) / (first.busy or 1), "x", most=1.5)
    yield timed("badges", lambda: inbox.counts(PROGRAM), most=20)


def _paging(inbox: InboxService, query: InboxQuery) -> Callable[[], object]:
    return lambda: inbox.page(query, PROGRAM)


def _filters(database: Database) -> Iterator[tuple[str, InboxFilter, float]]:
    with database.read() as connection:
        channel = connection.execute(select(Channel.id).order_by(Channel.id)).scalars().first() or 0
        node = connection.execute(select(Node.id).where(Node.key == "complaint")).scalars().first() or 0
    yield "channel", InboxFilter(channel_ids=(channel,)), 5
    yield "sentiment", InboxFilter(sentiments=(Sentiment.MIXED,)), 5
    yield "classification", InboxFilter(node_ids=(node,)), 5
    yield (
        "channel + sentiment + classification + hour",
        InboxFilter(channel_ids=(channel,), sentiments=(Sentiment.POSITIVE,), node_ids=(node,), hour=4),
        20,
    )
    yield "text + sentiment", InboxFilter(text="garantia", sentiments=(Sentiment.NEUTRAL,)), 20


def _cases(database: Database) -> Iterator[Line]:
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=CaseClock())
    with database.read() as connection:
        busy = connection.execute(
            select(Mention.case_id).where(Mention.case_id.is_not(None)).order_by(Mention.id.desc()).limit(1)
        ).scalar_one()
    yield timed("case opened", lambda: reader.detail(busy or 0, 1), most=12)


def _searches(database: Database) -> Iterator[Line]:
    inbox = InboxService(database=database)
    search = SearchService(database=database, inbox=inbox)
    with database.read() as connection:
        text = connection.execute(
            select(Mention.text).where(Mention.text.op("GLOB")("*Pedido [0-9]*")).order_by(Mention.id.desc()).limit(1)
        ).scalar_one()
        rare = text.split("Pedido ")[1].split()[0].strip(".,;!?")
        protocol = connection.execute(select(Case.protocol).order_by(Case.id.desc()).limit(1)).scalar_one()
    for name, words, most in (
        ("rare word", rare, 10),
        ("common word, newest 25 and count", "atendimento", 20),
        ("protocol", protocol, 2),
        ("protocol fragment", protocol[6:12], 10),
    ):
        yield timed(f"search: {name}", partial(search.lookup, words, PROGRAM), most=most)
    typing = TypingService(database=database, inbox=inbox)
    for typed in ("a", "at", "atend", "pedido a"):
        work = partial(typing.typed, typed, len(typed), PROGRAM)
        yield timed(f"search: while typing “{typed}”", work, most=60)


def sizes_of(database: Database) -> tuple[int, int, int]:
    """Return the number of mentions, cases and replies."""
    with database.read() as connection:
        counts = [connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (Mention, Case, Reply)]
    return counts[0], counts[1], counts[2]


def _plain_ms(plain: sqlite3.Connection | None, statement: str) -> float | None:
    return None if plain is None else median_ms(lambda: plain.execute(statement).fetchall())
