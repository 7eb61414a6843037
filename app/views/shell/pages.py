"""Pages come into being when first opened, are shown one at a time, and hear when they come and go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its id, its title, how it is made, and what it does when a line of the navigation opens it.

    ``on_item(page, item_id)`` runs each time a person chooses a line of the navigation that leads here;
    ``on_shown`` and ``on_hidden`` when the page comes and goes. ``sidebar`` names the navigation it is seen with.
    """

    id: str
    title: str
    factory: Callable[[], QWidget]
    icon: str = ""
    on_item: Callable[[QWidget, str], object] | None = None
    on_shown: Callable[[QWidget], object] | None = None
    on_hidden: Callable[[QWidget], object] | None = None
    sidebar: str = "main"


class PageStack(QStackedWidget):
    """Makes pages lazily and keeps them."""

    page_changed = Signal(str)

    def __init__(self, *, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in pages}
        self._made: dict[str, QWidget] = {}
        self._current = ""

    @property
    def current_id(self) -> str:
        """Id of the page shown, or nothing before the first."""
        return self._current

    @property
    def ids(self) -> list[str]:
        """Ids of all pages in order."""
        return list(self._specs)

    def spec(self, page_id: str) -> PageSpec:
        """Return a page's description; raises KeyError for an unknown id."""
        return self._specs[page_id]

    def made(self, page_id: str) -> QWidget | None:
        """Return a page if it exists already."""
        return self._made.get(page_id)

    def open(self, page_id: str, item_id: str = "") -> QWidget:
        """Show a page, making it if need be, and pass on the line that led here; raises KeyError for an unknown id."""
        spec = self._specs[page_id]
        page = self._made.get(page_id)
        if page is None:
            page = spec.factory()
            self._made[page_id] = page
            self.addWidget(page)
        if page_id != self._current:
            self._leave()
            self._current = page_id
            self.setCurrentWidget(page)
            if spec.on_shown is not None:
                spec.on_shown(page)
            self.page_changed.emit(page_id)
        if item_id and spec.on_item is not None:
            spec.on_item(page, item_id)
        return page

    def _leave(self) -> None:
        if self._current:
            spec = self._specs[self._current]
            if spec.on_hidden is not None:
                spec.on_hidden(self._made[self._current])
