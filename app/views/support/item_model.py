"""Long lists come in pages and are patched by id, so that millions of rows cost what the screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QObject, Signal

from app.views.support.row_model import ID_ROLE, ROW_ROLE, Column, Index, Row, RowModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.views.support.tasks import Calls

__all__ = ["ID_ROLE", "REFRESH_PAGES", "ROW_ROLE", "Column", "Page", "PagedModel"]
REFRESH_PAGES = 8


@dataclass(frozen=True)  # slots break Generic on 3.11
class Page(Generic[Row]):
    """Rows in order, and the cursor that fetches what follows (None at the end)."""

    rows: Sequence[Row]
    next_cursor: Any = None
    total: int | None = None


class PagedModel(RowModel[Row]):
    """A row model that loads by keyset pages off the UI thread.

    Screens call ``load`` with the function that fetches a page for the current filter, and ``touch`` with the
    ids that an act changed.
    """

    loading_changed = Signal(bool)
    loaded = Signal()
    """A first or refreshed page has arrived."""
    total_changed = Signal(object)

    def __init__(
        self,
        *,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], int],
        calls: Calls,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns=columns, key=key, parent=parent)
        self._calls = calls
        self._fetch: Callable[[Any], Page[Row]] | None = None
        self._cursor: Any = None
        self._loading = False
        self._stale = False
        self._total: int | None = None
        self._touched: set[int] = set()

    def load(self, fetch_page: Callable[[Any], Page[Row]]) -> None:
        """Empty the list and fetch the first page with ``fetch_page(None)``; run again for every new filter."""
        self._calls.cancel(self, "page")
        self._fetch = fetch_page
        self._cursor = None
        self.clear()
        self._stale = False
        self._ask(None, self._on_first_page)

    def refresh(self) -> None:
        """Read again as many rows as are loaded (at most ``REFRESH_PAGES`` pages); selection and place stay."""
        fetch = self._fetch
        if fetch is None:
            return
        wanted = len(self._ids)
        self._stale = False
        self._set_loading(True)
        self._calls.run(self, "page", lambda: _gather(fetch, wanted), self._on_refreshed, failed=self._on_failed)

    def touch(self, ids: Iterable[int], fetch_rows: Callable[[Sequence[int]], Mapping[int, Row]]) -> None:
        """Read again the loaded rows among ``ids`` with one call; those it does not return are taken out."""
        self._touched |= {row_id for row_id in ids if row_id in self._places}
        wanted = sorted(self._touched)
        if wanted:
            self._calls.run(self, "touch", lambda: fetch_rows(wanted), lambda rows: self._on_touched(wanted, rows))

    def mark_stale(self) -> None:
        """Remember that the list is out of date; the screen calls ``refresh_if_stale`` when it is shown."""
        self._stale = True

    def refresh_if_stale(self) -> bool:
        """Read again when marked stale; tell whether it did."""
        if self._stale:
            self.refresh()
            return True
        return False

    @property
    def is_loading(self) -> bool:
        """Whether a page is awaited."""
        return self._loading

    @property
    def is_stale(self) -> bool:
        """Whether the list is known to be out of date."""
        return self._stale

    @property
    def total(self) -> int | None:
        """How many rows the filter has in all, when the service said so."""
        return self._total

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether another page can be asked for."""
        return not parent.isValid() and self._cursor is not None and not self._loading

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._ask(self._cursor, self._on_next_page)

    def _ask(self, cursor: object, arrived: Callable[[Page[Row]], None]) -> None:
        fetch = self._fetch
        if fetch is not None:
            self._set_loading(True)
            self._calls.run(self, "page", lambda: fetch(cursor), arrived, failed=self._on_failed)

    def _on_first_page(self, page: Page[Row]) -> None:
        self._on_next_page(page)
        self.loaded.emit()

    def _on_next_page(self, page: Page[Row]) -> None:
        self._cursor = page.next_cursor
        self._insert(len(self._ids), [row for row in page.rows if self._key(row) not in self._places])
        self._set_total(page)
        self._set_loading(False)

    def _on_refreshed(self, page: Page[Row]) -> None:
        self._cursor = page.next_cursor
        self._become(list({self._key(row): row for row in page.rows}.items()))
        self._set_total(page)
        self._set_loading(False)
        self.loaded.emit()

    def _on_touched(self, wanted: Sequence[int], rows: Mapping[int, Row]) -> None:
        self._touched.difference_update(wanted)
        self.patch({row_id: rows.get(row_id) for row_id in wanted})

    def _on_failed(self, error: Exception) -> bool:
        self._set_loading(False)
        return False

    def _set_loading(self, loading: bool) -> None:
        if loading != self._loading:
            self._loading = loading
            self.loading_changed.emit(loading)

    def _set_total(self, page: Page[Row]) -> None:
        if page.total is not None and page.total != self._total:
            self._total = page.total
            self.total_changed.emit(page.total)


def _gather(fetch: Callable[[Any], Page[Row]], wanted: int) -> Page[Row]:
    """Fetch pages until ``wanted`` rows are there, the list ends or enough pages were read."""
    rows: list[Row] = []
    cursor: Any = None
    total: int | None = None
    for _ in range(REFRESH_PAGES):
        page = fetch(cursor)
        rows.extend(page.rows)
        cursor = page.next_cursor
        total = page.total if total is None else total
        if cursor is None or len(rows) >= wanted:
            break
    return Page(rows, cursor, total)
