"""Support material is searched from the reply box, put into the answer filled, and made of a good public answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.models.domain.vocabulary import DraftKind
from app.views.case.pick_model import PickItem
from app.views.case.pick_popup import PickPopup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.models.domain.case_detail import TimelineEntry
    from app.services.acts import Done
    from app.services.articles import ArticleInfo, ArticleService
    from app.services.templates import FilledTemplate, TemplateService
    from app.views.case.reply_editor import ReplyEditor
    from app.views.case.session import CaseSession
    from app.views.case.timeline import Timeline
    from app.views.support.desk import Desk


class ArticlePick(QObject):
    """The type-ahead over the articles of one pane; the service searches while the person types."""

    def __init__(
        self,
        *,
        desk: Desk,
        session: CaseSession,
        editor: ReplyEditor,
        timeline: Timeline,
        articles: ArticleService,
        templates: TemplateService,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._editor = desk, session, editor
        self._articles, self._templates = articles, templates
        self._found: tuple[ArticleInfo, ...] = ()
        self._popup: PickPopup | None = None
        timeline.requested.connect(self._on_requested)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the keys of support material do."""
        return {"case.articles": self.open}

    @property
    def popup(self) -> PickPopup | None:
        """The box that was opened last."""
        return self._popup

    def open(self) -> None:
        """Search the support material for the answer being written."""
        if self._session.detail is None or self._editor.mode is DraftKind.NOTE:
            return
        if self._popup is not None:
            self._popup.deleteLater()
        anchor = self._editor.text
        self._popup = popup = PickPopup(theme=self._desk.theme, window=anchor.window())
        self._found = ()
        popup.typed.connect(self._search)
        popup.picked.connect(self._on_picked)
        popup.open_below(
            anchor,
            title=self.tr("Materiais de apoio"),
            search=lambda _typed: self._items(),
            placeholder=self.tr("Procure por palavras do assunto"),
            above=True,
        )
        self._search("")

    def _search(self, typed: str) -> None:
        articles, case_id = self._articles, self._session.case_id
        if case_id is not None:
            self._desk.calls.run(
                self, "search", lambda: articles.for_case(case_id, typed), lambda found: self._show(typed, found)
            )

    def _show(self, typed: str, found: tuple[ArticleInfo, ...]) -> None:
        popup = self._popup
        if popup is None or not popup.isVisible() or popup.edit.text() != typed:
            return
        self._found = found
        none = self.tr("Nenhum material com estas palavras.")
        if not typed.strip():
            none = self.tr("Nenhum material ainda. Guarde uma boa resposta com “Guardar como material”.")
        popup.set_hint("" if found else none)
        popup.refresh()

    def _items(self) -> list[PickItem]:
        return [PickItem(each.id, each.title, below=each.excerpt) for each in self._found]

    def _on_picked(self, article_id: int) -> None:
        popup, case_id, actor = self._popup, self._session.case_id, self._desk.actor
        found = next((each for each in self._found if each.id == article_id), None)
        if popup is not None:
            popup.close_up()
        if found is None or case_id is None:
            return

        def put(filled: FilledTemplate) -> None:
            if self._session.case_id == case_id:
                self._editor.insert_text(filled.text)
                self._editor.text.setFocus()
                self._desk.calls.run(self, "count", lambda: self._articles.count_use(actor, article_id))

        self._desk.calls.run(self, "fill", lambda: self._templates.fill_text(actor, found.text, case_id), put)

    def _on_requested(self, act: str, entry: TimelineEntry) -> None:
        if act == "to_article":
            actor, articles = self._desk.actor, self._articles
            self._desk.calls.run(self, "make", lambda: articles.from_reply(actor, entry.id), self._on_made)

    def _on_made(self, done: Done[int]) -> None:
        self._desk.undo.push(done, self.tr("Resposta guardada em Materiais de apoio"))
