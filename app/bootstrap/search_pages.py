"""Makes the page of results and the suggestions of the search box, and leads from each hit to where it lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject

from app.bootstrap.search_box import SearchBox
from app.bootstrap.services import Services
from app.models.domain.inbox import InboxQuery
from app.models.domain.search_hit import Found, HitKind, SearchHit, TypedAnswer
from app.views.search.typing_popup import TypingPopup
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.sidebar import SidebarItem
from app.views.support.desk import Desk

if TYPE_CHECKING:
    from app.views.search.page import SearchPage
    from app.views.settings.articles_page import ArticlesPage

SEARCH, _ARTICLES = "search", "articles"


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_pages", text)


@dataclass(frozen=True, slots=True)
class Ways:
    """How what was found is opened."""

    case: Callable[[int], object]
    mention: Callable[[int], object]
    customer: Callable[[int], object]
    query: Callable[[InboxQuery, str], object]


class SearchPages(QObject):
    """The page and the ways from it; ``window`` is asked for late, since the page is made for it."""

    def __init__(
        self,
        *,
        desk: Desk,
        services: Services,
        window: Callable[[], MainWindow],
        ways: Ways,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._window = desk, services, window
        self._way = ways
        self._ways = {HitKind.MENTION: ways.mention, HitKind.CUSTOMER: ways.customer}
        self._elsewhere = ""
        self.popup: TypingPopup | None = None
        self.box = SearchBox(
            desk=desk,
            search=services.search,
            open_hit=self.open_hit,
            open_query=ways.query,
            open_results=self.show_results,
            parent=self,
        )

    def spec(self) -> PageSpec:
        """Return the page."""
        return PageSpec(SEARCH, _tr("Busca"), self._make, icon="search")

    def item(self, group: str) -> SidebarItem:
        """Return its line of the navigation."""
        return SidebarItem(SEARCH, _tr("Busca"), group=group)

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether the box searches for something else on the page shown."""
        stack = self._window().stack
        return stack.spec(stack.current_id).sidebar == self._elsewhere

    def start(self, *, elsewhere: str) -> None:
        """Offer completions below the box on top, but on the pages of the navigation ``elsewhere``."""
        self._elsewhere = elsewhere
        window = self._window()
        edit = window.top_bar.search.edit
        self.popup = TypingPopup(
            desk=self._desk, edit=edit, ask=self._ask, is_wanted=lambda: not self.is_elsewhere, window=window
        )
        self.popup.hit_chosen.connect(self._on_hit_chosen)

    def show_results(self, text: str) -> None:
        """Show what a text leads to."""
        page = cast("SearchPage", self._window().show_page(SEARCH))
        self._window().top_bar.search.set_text(text)
        page.look_for(text)

    def _ask(self, text: str, cursor: int) -> TypedAnswer:
        actor = self._desk.actor
        recent = self._desk.preferences.current.recent_searches.get(actor.name, ())
        return self._services.typing.typed(text, cursor, actor, recent=recent)

    def _make(self) -> SearchPage:
        from app.views.search.page import SearchPage  # noqa: PLC0415 - with the page, not at start

        services = self._services
        page = SearchPage(desk=self._desk, search=services.search, saved_views=services.saved_views)
        page.hit_chosen.connect(self._on_found_chosen)
        page.list_requested.connect(self._way.query)
        page.text_changed.connect(self._window().top_bar.search.set_text)
        return page

    def open_hit(self, kind: HitKind, hit_id: int) -> None:
        """Show what was found; notes, solutions and answers lead to their case."""
        self._ways.get(kind, self._way.case)(hit_id)

    def _on_hit_chosen(self, hit: SearchHit) -> None:
        self.open_hit(hit.kind, hit.id)

    def _on_found_chosen(self, found: Found) -> None:
        if found.kind is HitKind.ARTICLE:
            page = cast("ArticlesPage", self._window().show_page(_ARTICLES))
            page.search.set_text(found.snippet.text.split(":")[0])
            page.search.searched.emit(page.search.text)
        else:
            self.open_hit(found.kind, found.id)
