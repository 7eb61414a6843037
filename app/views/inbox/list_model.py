"""The rows of the inbox in memory: pages by keyset, patched by id, read in the background and never while painting."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.domain.inbox import Cursor, InboxQuery, InboxRow, InboxView, RowKind, Sort
from app.views.inbox.marks import Marks, RowKey
from app.views.inbox.row_texts import author_text, hover_text, spoken_row
from app.views.support.item_model import Column, Page, PagedModel

if TYPE_CHECKING:
    from app.services.inbox import InboxService
    from app.views.support.desk import Desk


def number_of(key: RowKey) -> int:
    """Return one number for a row of either kind."""
    kind, row_id = key
    return row_id * 2 + (kind is RowKind.CASE)


def key_of(number: int) -> RowKey:
    """Return the row that ``number_of`` stands for."""
    return (RowKind.CASE if number % 2 else RowKind.MENTION, number // 2)


def _due(row: InboxRow) -> datetime:
    return row.due_at or datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _News:
    query: InboxQuery
    rows: dict[RowKey, InboxRow]
    gone: tuple[RowKey, ...]
    fresh: frozenset[RowKey]


class InboxModel(PagedModel[InboxRow]):
    """What a query finds. ``follow`` brings news of changed rows with one call, without moving what is read."""

    fresh_found = Signal(object)
    """Carries the keys of rows that belong here now and are not loaded."""
    failed = Signal()
    """A page could not be read; the error itself took its road."""

    def __init__(self, *, desk: Desk, inbox: InboxService, marks: Marks, parent: QObject | None = None) -> None:
        clock = desk.clock
        column = Column[InboxRow](
            "row",
            "",
            text=author_text,
            tooltip=hover_text,
            spoken=lambda row: spoken_row(row, clock.now(), marked=row.key in marks),
        )
        super().__init__(columns=[column], key=lambda row: number_of(row.key), calls=desk.calls, parent=parent)
        self._desk = desk
        self._inbox = inbox
        self._query = InboxQuery(InboxView.TO_TRIAGE)
        self._waiting: set[RowKey] = set()
        self._has_failed = False

    @property
    def query(self) -> InboxQuery:
        """What is shown."""
        return self._query

    @property
    def has_failed(self) -> bool:
        """Whether the last page could not be read."""
        return self._has_failed

    def show(self, query: InboxQuery) -> None:
        """Empty the list and load what a query finds."""
        self._desk.calls.cancel(self, "news")
        self._waiting.clear()
        self._query = query
        self._has_failed = False
        self.load(self._fetcher(query))

    def follow(self, keys: Iterable[RowKey], *, held: RowKey | None = None) -> None:
        """Read changed rows again; those that left the query go, but for ``held``, which is being read.

        Keys wait until an answer has come: a newer call takes over what an older one was asked.
        """
        self._waiting.update(keys)
        wanted = frozenset(self._waiting)
        if not wanted:
            return
        query, inbox, actor = self._query, self._inbox, self._desk.actor
        loaded = {key for key in wanted if number_of(key) in self._places}

        def work() -> _News:
            belonging = inbox.matches(query, wanted, actor)
            fresh = belonging - loaded
            shown = [key for key in loaded if key in belonging or key == held]
            asked = [*shown, *(fresh if query.sort is Sort.DUE else ())]
            rows = {row.key: row for row in inbox.rows(asked, actor)} if asked else {}
            return _News(query, rows, tuple(loaded - rows.keys()), frozenset(fresh))

        self._desk.calls.run(self, "news", work, lambda news: self._on_news(wanted, news))

    def drop(self, keys: Collection[RowKey]) -> None:
        """Take rows out that an act here has sent elsewhere."""
        self.patch(dict.fromkeys((number_of(key) for key in keys), None))

    def row_of(self, key: RowKey) -> InboxRow | None:
        """Return a loaded row."""
        return self.row_by_id(number_of(key))

    def place_of(self, key: RowKey) -> int:
        """Return where a row stands, -1 when it is not loaded."""
        return self._places.get(number_of(key), -1)

    def keys_between(self, first: int, last: int) -> list[RowKey]:
        """Return the rows from one place to another, both included."""
        low, high = sorted((first, last))
        return [key_of(number) for number in self._ids[max(0, low) : high + 1]]

    def _fetcher(self, query: InboxQuery) -> Fetch:
        inbox, actor = self._inbox, self._desk.actor

        def fetch(cursor: Cursor | None) -> Page[InboxRow]:
            page = inbox.page(query, actor, cursor)
            return Page(page.rows, page.next)

        return fetch

    def _is_above_the_end(self, key: RowKey, row: InboxRow | None) -> bool:
        last = self.row_at(self.rowCount() - 1)
        if self._cursor is None or last is None:
            return True
        if self._query.sort is Sort.DUE:
            return row is not None and _due(row) <= _due(last)
        return key[1] > last.id if self._query.sort is Sort.NEWEST else key[1] < last.id

    def _on_first_page(self, page: Page[InboxRow]) -> None:
        self._has_failed = False
        super()._on_first_page(page)

    def _on_failed(self, error: Exception) -> bool:
        self._has_failed = True
        handled = super()._on_failed(error)
        self.failed.emit()
        return handled

    def _on_news(self, wanted: frozenset[RowKey], news: _News) -> None:
        self._waiting -= wanted
        if news.query != self._query:
            return
        fresh = {key for key in news.fresh if number_of(key) not in self._places}
        patch: dict[int, InboxRow | None] = {
            number_of(key): row for key, row in news.rows.items() if key not in news.fresh
        }
        patch.update(dict.fromkeys((number_of(key) for key in news.gone), None))
        # What stands below the rows loaded so far is no news: scrolling brings it.
        fresh = {key for key in fresh if self._is_above_the_end(key, news.rows.get(key))}
        self.patch(patch)
        if fresh:
            self.fresh_found.emit(fresh)


if TYPE_CHECKING:
    from collections.abc import Callable

    Fetch = Callable[[Cursor | None], Page[InboxRow]]
