"""The search box of the top bar and of Ctrl+K: one text leads to a case, a customer, or to all that holds its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.search_hit import HitKind, SearchAnswer, SearchHit
from app.services.search import SearchService
from app.views.search.search_texts import ICONS, kind_text
from app.views.shell.palette import PaletteEntry
from app.views.support.desk import Desk
from app.views.support.texts import number_text

_SHORTEST = 3
_SHOWN = 8


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_box", text)


class SearchBox(QObject):
    """Asks the search service and opens what a person chose; knows no screen, only what opens one."""

    def __init__(
        self,
        *,
        desk: Desk,
        search: SearchService,
        open_hit: Callable[[HitKind, int], object],
        open_query: Callable[[InboxQuery, str], object],
        open_results: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._search = desk, search
        self._open_hit, self._open_query, self._open_results = open_hit, open_query, open_results

    def submit(self, text: str) -> None:
        """Open the case of a whole protocol; anything else leads to the page of results."""
        wanted = text.strip()
        if not wanted:
            return
        if not any(sign.isdigit() for sign in wanted):
            self._open_results(wanted)
            return
        actor = self._desk.actor
        self._desk.calls.run(
            self, "submit", lambda: self._search.lookup(wanted, actor), lambda answer: self._show(wanted, answer)
        )

    def entries(self, text: str) -> Sequence[PaletteEntry]:
        """Return lines for Ctrl+K; asked off the UI thread."""
        wanted = text.strip()
        if len(wanted) < _SHORTEST:
            return []
        answer = self._search.lookup(wanted, self._desk.actor)
        lines = [self._entry(hit) for hit in answer.hits[:_SHOWN]]
        if answer.mentions.n:
            lines.append(self._all_mentions(wanted, answer))
        return lines

    def _show(self, text: str, answer: SearchAnswer) -> None:
        cases = [hit for hit in answer.hits if hit.kind is HitKind.CASE]
        if answer.exact_case_id is not None:
            self._open_hit(HitKind.CASE, answer.exact_case_id)
        elif answer.problem == "protocol":
            self._desk.say(_tr("Esse protocolo tem um algarismo trocado. Confira com o cliente e tente de novo."))
        elif len(cases) == 1 and not answer.mentions.n:
            self._open_hit(HitKind.CASE, cases[0].id)
        else:
            self._open_results(text)

    def _entry(self, hit: SearchHit) -> PaletteEntry:
        return PaletteEntry(
            id=f"{hit.kind.value}:{hit.id}",
            text=hit.title,
            run=lambda: self._open_hit(hit.kind, hit.id),
            hint=hit.detail or kind_text(hit.kind),
            icon=ICONS[hit.kind],
            excerpt=hit.excerpt,
        )

    def _all_mentions(self, text: str, answer: SearchAnswer) -> PaletteEntry:
        count = number_text(answer.mentions.n) + ("+" if answer.mentions.is_capped else "")
        return PaletteEntry(
            id="mentions",
            text=_tr("Ver {count} menções com “{text}”").format(count=count, text=text),
            run=lambda: self._open_query(_query(text), text),
            icon="search",
        )


def _query(text: str) -> InboxQuery:
    return InboxQuery(InboxView.ALL_MENTIONS, InboxFilter(text=text))
